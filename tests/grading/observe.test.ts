// What checks can see of a program: each line asks the module `observe` one question.
import { expect, test } from 'vitest'
import { examine } from '#lib/grading/index.ts'
import { challengeWith } from './stage.ts'

const PROGRAM = `
import weakref
class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
    def rename(self, name):
        self.name = name
        return name
def make(n):
    print("making", n)
    return [Node(i) for i in range(n)]
def ring():
    a, b = Node("a"), Node("b")
    a.next, b.next = b, a
def link(a, b):
    a.next = b
kept = Node("kept")
`

/** The messages of checks that failed, for a case with this body. */
function failures(body: string): string[] {
  const visible = `@case\ndef here(program):\n${body.split('\n').map((line) => `    ${line}`).join('\n')}\n`
  const { checks, trouble, stop } = examine(challengeWith({ visible }), PROGRAM, { seed: 1 })
  expect(trouble).toBeNull()
  expect(stop).toBeNull()
  expect(checks.length).toBeGreaterThan(0)
  return checks.filter(({ passed }) => !passed).map(({ message }) => message)
}

const QUESTIONS: readonly (readonly [string, string, string])[] = [
  ['call gives plain data', 'program.eval("[1, (2, \'x\'), {3: None}]").value', "[1, (2, 'x'), {3: None}]"],
  ['a list of objects', 'program.call("make", 2).type', '"list"'],
  ['the output of a call', 'program.call("make", 2).stdout', '"making 2\\n"'],
  ['a call allocates', 'program.call("make", 3).allocations > 3', 'True'],
  ['getsizeof', 'program.call("make", 3).size', '88'],
  ['deep size counts each object once', 'program.eval("[1000001] * 2").deep_size()', '72 + 28'],
  ['the refcount leaves the check out', 'program.eval("kept").refcount', '1'],
  ['immortal objects have none', 'program.eval("None").refcount', 'None'],
  ['attributes', 'program.eval("kept").attr("name").value', '"kept"'],
  ['methods', 'program.eval("kept").call("rename", "new").value', '"new"'],
  ['objects as arguments', 'link(program)', '"b"'],
  ['identity', 'program.eval("kept").id == program.eval("kept").id', 'True'],
  ['built-ins', 'program.builtin("len", [1, 2]).value', '2'],
  ['exceptions', 'program.raises("make", "x")', '"TypeError"'],
  ['no exception', 'program.raises("make", 1)', 'None'],
  ['names', '(program.has("make"), program.has("fake"))', '(True, False)'],
  ['live objects', 'program.count("Node")', '1'],
  ['held objects', 'len(program.call("make", 5).value) + program.count("Node")', '6'],
  ['a survivor', 'program.survivors("Node")[0].why', '"`Node` #1 (made in line 18) is still alive: refcount 1, held by the global name `kept`."'],
  ['collecting a ring', '[program.call("ring").value, program.count("Node"), program.collect(), program.count("Node")]', '[None, 3, 2, 1]'],
  ['the same numbers for the same seed', 'rng().shuffled([1, 2, 3, 4]) == rng().shuffled([1, 2, 3, 4])', 'True'],
]

test.each(QUESTIONS)('%s', (_, question, answer) => {
  const body = `def link(program):
    a, b = program.call("Node", "a"), program.call("Node", "b")
    program.call("link", a, b)
    b.release()
    return a.attr("next.name").value

found, wanted = ${question}, ${answer}
check("one", found == wanted, f"{found!r} instead of {wanted!r}")`
  expect(failures(body)).toEqual([])
})

test('none_left says who holds what is left', () => {
  expect(failures('program.call("ring")\nprogram.none_left("one", "Node", but=1)')).toEqual([
    '`Node` #3 (made in line 14) is still alive: refcount 1, held by `Node` #2 `.next`. No name reaches it: only the cyclic collector could free it.',
  ])
})

test('every case starts a program of its own', () => {
  const visible = '@case\ndef first(program):\n    program.call("link", program.eval("kept"), 1)\n    check("one", True)\n@case\ndef second(program):\n    check("two", program.eval("kept.next").value is None, "seen")\n'
  expect(examine(challengeWith({ visible }), PROGRAM, { seed: 1 }).checks.map(({ passed }) => passed)).toEqual([true, true])
})
