// The judge: verdicts, goals, medals, and what never gets out.
import { describe, expect, test } from 'vitest'
import { examine, judge } from '#lib/grading/index.ts'
import type { JudgeResult } from '#lib/grading/types.ts'
import { challengeWith } from './stage.ts'

const TWO_GOALS = `
@case
def both(program):
    answer = program.call("f", 1)
    check("one", answer.value == 2, f"f(1) is {answer.value}")
    check("two", program.call("f", 5).value == 6, "f(5) is wrong")
    measure(answer.value * 5)
`

function judged(source: string, change: Parameters<typeof challengeWith>[0] = {}): JudgeResult {
  return judge({ challenge: challengeWith({ visible: TWO_GOALS, ...change }), source, seed: 9 })
}

test('all goals met: accepted, with metric and medal', () => {
  const result = judged('def f(n): return n + 1')
  expect(result).toMatchObject({ verdict: 'accepted', metric: 10, medal: 'gold', message: null, traceback: null })
  expect(result.goals.map(({ passed }) => passed)).toEqual([true, true])
})

test.each([
  ['def f(n): return 2', 'partial', 'f(5) is wrong'],
  ['def f(n): return 0', 'wrong-answer', 'f(1) is 0'],
  ['def f(n:', 'compile-error', "SyntaxError: '(' was never closed"],
  ['def f(n): return n / 0', 'runtime-error', 'ZeroDivisionError: division by zero'],
  ['raise ValueError("a pity")', 'runtime-error', 'ValueError: a pity'],
  ['x = 1', 'runtime-error', "NameError: name 'f' is not defined"],
  ['while True: pass', 'step-limit', null],
  ['def f(n):\n    while True: pass', 'step-limit', null],
  ['a = []\nwhile True: a.append(bytes(100_000))', 'memory-limit', null],
  ['while True: print("x" * 100)', 'output-limit', null],
] as const)('%j is %s', (source, verdict, message) => {
  const result = judged(source)
  expect(result.verdict).toBe(verdict)
  if (message !== null) expect(result.message).toBe(message)
  else expect(result.message).toMatch(/more than/)
  expect(result.medal).toBeNull()
  expect(result.metric).toBeNull()
})

test('the traceback is the program’s own', () => {
  const { traceback } = judged('def f(n):\n    return n / 0\n')
  expect(traceback).toContain('File "main.py", line 2, in f')
  expect(traceback).not.toMatch(/checks|observe|judge\.py/)
})

test.each([
  ['import gc', 'import gc'],
  ['import gc', 'from gc import collect'],
  ['import gc', 'g = __import__("gc")'],
  ['import gc', 'import importlib'],
  ['name globals', 'x = globals()'],
  ['attribute clear', 'x = {}.clear'],
  ['node Delete', 'x = 1\ndel x'],
])('%s forbids %j', (rule, source) => {
  const result = judged(source, { forbidden: [rule] })
  expect(result.verdict).toBe('forbidden')
  expect(result.message).toMatch(/^Line \d uses `.+`, which this challenge rules out\.$/)
})

test('a forbidden word in a comment or string is allowed', () => {
  expect(judged('# import gc\ndef f(n):\n    "import gc"\n    return n + 1', { forbidden: ['import gc'] }).verdict).toBe('accepted')
})

describe('hidden cases', () => {
  const hiddenChecks = `
from observe import case, check, measure, rng


@case("the secret input")
def secret(program):
    n = rng().between(1000, 2000)
    answer = program.call("f", n)
    check("two", answer.value == n + 1, f"the secret is {n}")
    measure(answer.value)
`
  const leaks = (result: JudgeResult) => /secret|1\d\d\d/.test(JSON.stringify({ ...result, metrics: {}, metric: null }))

  test('decide, without a word about their input', () => {
    const result = judged('def f(n):\n    print(n)\n    return n + 1 if n < 10 else n', { hiddenChecks })
    expect(result).toMatchObject({ verdict: 'partial', stdout: '1\n5\n', message: 'This holds for the visible case, but not for a hidden one.' })
    expect(leaks(result)).toBe(false)
  })

  test('an exception there shows its type only', () => {
    const result = judged('def f(n):\n    if n > 10: raise ValueError(f"got {n}")\n    return n + 1', { hiddenChecks })
    expect(result).toMatchObject({ verdict: 'runtime-error', message: '`ValueError` for a hidden input.', traceback: null })
    expect(leaks(result)).toBe(false)
  })

  test('are not run once a visible goal failed', () => {
    const { measures } = examine(challengeWith({ visible: TWO_GOALS, hiddenChecks }), 'def f(n): return 0', { seed: 9 })
    expect(measures).toHaveLength(1)
  })

  test('a hidden goal keeps its title and loses its message', () => {
    const goals = [{ id: 'one', title: 'Seen', hidden: false }, { id: 'two', title: 'Unseen', hidden: true }]
    const visible = TWO_GOALS.replace('    check("two", program.call("f", 5).value == 6, "f(5) is wrong")\n', '')
    const result = judged('def f(n): return 2', { goals, visible, hiddenChecks })
    expect(result.goals).toEqual([{ ...goals[0], passed: true, message: null }, { ...goals[1], passed: false, message: null }])
    expect(leaks(result)).toBe(false)
  })

  test('the worst measure of all cases counts, so that knowing the visible input is of no use', () => {
    expect(judged('def f(n): return n + 1', { hiddenChecks }).metric).toBeGreaterThan(1000)
  })

  test('in a browser, without them, goals that only they check are left out', () => {
    const visible = TWO_GOALS.replace('    check("two", program.call("f", 5).value == 6, "f(5) is wrong")\n', '')
    expect(judged('def f(n): return n + 1', { visible }).goals.map(({ id }) => id)).toEqual(['one'])
  })
})

test('the same task gives the same result, the seed draws the input', () => {
  const challenge = challengeWith({ visible: TWO_GOALS, hiddenChecks: 'from observe import case, check, measure, rng\n@case\ndef h(program):\n    measure(rng().below(10**6))\n' })
  const source = 'def f(n): return n + 1'
  const [first, again, other] = [7, 7, 8].map((seed) => judge({ challenge, source, seed }))
  expect(again).toEqual(first)
  expect(other?.metric).not.toBe(first?.metric)
})

describe('the collector-schedule adversary', () => {
  const visible = `
@case("after the ring", any_schedule=True)
def ring(program):
    program.call("f", 1)
    program.none_left("one", "Node")
    check("two", True)
`
  const ring = 'class Node: pass\ndef f(n):\n    a = Node()\n    a.me = a\n'

  test('passing by luck is gc-dependent', () => {
    const result = judged(`${ring}    del a\n    junk = [[] for _ in range(5000)]\n`, { visible })
    expect(result.verdict).toBe('gc-dependent')
    expect(result.message).toContain('With the collector switched off: `Node` #1 (made in line 3) is still alive')
  })

  test('passing under every schedule is accepted', () => {
    expect(judged(`${ring}    del a.me\n`, { visible }).verdict).toBe('accepted')
  })

  test.each([
    ['asks whether the collector is on', '    if gc.isenabled():\n        del a.me\n'],
    ['switches it on again when it is off', '    if gc.isenabled() or gc.enable(): del a.me\n'],
    ['lets it run once, by itself', '    x = gc.get_count(), [[] for _ in range(2500)]\n    if gc.get_stats()[0]["collections"]: del a.me\n'],
  ])('a program that %s is judged without it too', (_how, body) => {
    const result = judged(`import gc\n${ring}${body}`, { visible })
    expect(result.verdict).toBe('gc-dependent')
    expect(result.message).toContain('With the collector switched off: ')
  })

  test('failing under the normal schedule is just wrong', () => {
    expect(judged(ring, { visible }).verdict).toBe('partial')
  })
})

describe('the program cannot reach the grader', () => {
  test.each(['import observe', 'import checks', 'import hidden', 'import _host'])('%s fails', (source) => {
    expect(judged(source).message).toMatch(/^ModuleNotFoundError/)
  })

  test('what it prints or rebinds does not count', () => {
    const source = 'import builtins, sys\nbuiltins.len = lambda x: 0\nsys.getsizeof = lambda x: 1\ndef f(n): return 0\nprint("accepted")'
    expect(judged(source).verdict).toBe('wrong-answer')
  })

  test('an object that claims to be equal is not plain data', () => {
    const source = 'class Any(int):\n    def __eq__(self, other): return True\ndef f(n): return Any()'
    expect(judged(source).verdict).toBe('wrong-answer')
  })
})

test('checks that fail themselves are our fault', () => {
  const result = judged('def f(n): return n', { visible: '@case\ndef broken(program):\n    1 / 0\n' })
  expect(result.verdict).toBe('judge-error')
  expect(JSON.stringify(result)).not.toContain('ZeroDivisionError')
})

test('a strange value is not, once a check has refused it', () => {
  const visible = '@case\ndef strict(program):\n    check("one", isinstance(program.call("f", 1).value, int), "no int")\n    program.call("f", 1).value + 1\n'
  expect(judged('def f(n): return None', { visible })).toMatchObject({ verdict: 'wrong-answer', message: 'no int' })
})

test('an unknown goal is our fault', () => {
  expect(judged('def f(n): return n', { visible: '@case\ndef wrong(program):\n    check("three", True)\n' }).verdict).toBe('judge-error')
})

test('without a metric every accepted program is gold', () => {
  expect(judged('def f(n): return n + 1', { metric: null, medals: null })).toMatchObject({ medal: 'gold', metric: null })
})
