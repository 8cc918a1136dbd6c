// The interactive session: when a statement is complete, what is echoed, whose lines tracebacks show. Recorded from CPython's own prompt.
import { describe, expect, test } from 'vitest'
import { createInteractive } from '#lib/engine/index.ts'

/** Types lines one after the other; gives the prompts before each and all that was printed. */
function type(lines: readonly string[], interruptAfter = Number.MAX_SAFE_INTEGER) {
  let printed = ''
  let prompts = ''
  let asked = 0
  let input = ''
  const session = createInteractive({
    onOutput: (_stream, text) => (printed += text),
    isInterrupted: () => ++asked > interruptAfter,
    stdin: () => 'typed\n',
  })
  for (const line of lines) {
    prompts += input === '' ? '>' : '.'
    input += `${line}\n`
    if (!session.push(input)) input = ''
    asked = 0
    if (session.exitCode !== null) break
  }
  const exitCode = session.finish()
  return { prompts, printed, exitCode }
}

describe('a statement is complete', () => {
  test.each([
    [['1 + 1'], '>'],
    [['x = [1,', '2]', 'x'], '>.>'],
    [["'''a", "b'''"], '>.'],
    [['x = \\', '3'], '>.'],
    [['', '# nothing', '   ', 'x = 1'], '>>>>'],
    [['for i in range(2):', '  i', '', '5'], '>..>'],
    [['if 1: print(2)', '', '5'], '>.>'],
    [['if 0:', '  1', 'else:', '  2', '', '5'], '>....>'],
    [['try:', '  1/0', 'except ZeroDivisionError: pass', 'finally: pass', '', '5'], '>....>'],
    [['@staticmethod', 'def f(): pass', '', '5'], '>..>'],
    [['match 3:', '  case 3: pass', '', '5'], '>..>'],
    [['match = 3', '5'], '>>'],
    [['async def f():', '  pass', '', '5'], '>..>'],
    [['1 +', '5'], '>>'],
    [['if x', '5'], '>>'],
    [['if x:', 'y', '5'], '>.>'],
    [['if 1:', '  2', '3', '5'], '>..>'],
    [["'abc", '5'], '>>'],
    [['def f():', '  x = 1', '   y = 2', '5'], '>..>'],
    [['print(', '', '1)', '5'], '>..>'],
  ])('%j: %s', (lines, prompts) => expect(type(lines).prompts).toBe(prompts))
})

test('values are echoed and remembered in _', () => {
  expect(type(['1 + 1', '_ * 3', 'None', 'a = 1; a; a + 1', 'for i in range(2):', '  i', '']).printed).toBe('2\n6\n1\n2\n0\n1\n')
})
test('a traceback shows the lines of every statement it goes through', () => {
  expect(type(['def f(a):', '    return a/0', '', 'f(1)']).printed).toBe(
    'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n    f(1)\n    ~^^^\n  File "<stdin>", line 2, in f\n    return a/0\n           ~^~\nZeroDivisionError: division by zero\n',
  )
})
test('what goes wrong is remembered, and the session goes on', () => {
  expect(type(['import sys', '1/0', 'sys.last_exc', 'f.__code__ if 0 else sys.ps1', '1 +', '2']).printed).toMatch(
    /ZeroDivisionError: division by zero\nZeroDivisionError\('division by zero'\)\n'>>> '\n {2}File "<stdin>", line 1\n {4}1 \+\n {7}\^\nSyntaxError: invalid syntax\n2\n$/,
  )
})
test('KeyboardInterrupt ends a statement and can be caught', () => {
  expect(type(['while True: pass', '', '7'], 50).printed).toMatch(/\nKeyboardInterrupt\n7\n$/)
  expect(type(['try:', '  while 1: pass', 'except KeyboardInterrupt: print("caught")', '', '8'], 50).printed).toBe('caught\n8\n')
})
test('input() reads from the terminal', () => {
  expect(type(['input("name? ")']).printed).toBe("name? 'typed'\n")
})
test('exit() ends it with finalizers and exit functions', () => {
  const lines = ['class D:', '  def __del__(self): print("del")', '', 'd = D()', 'import atexit; x = atexit.register(print, "bye")', 'exit(3)', 'never']
  expect(type(lines)).toEqual({ prompts: '>..>>>', printed: 'bye\ndel\n', exitCode: 3 })
  expect(type(['exit', 'raise SystemExit("over")'])).toMatchObject({ printed: 'Use exit() or Ctrl-D (i.e. EOF) to exit\nover\n', exitCode: 1 })
})
