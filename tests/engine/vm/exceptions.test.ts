// Exceptions: handlers, contexts, tracebacks with their carets, groups, what cannot propagate.
import { expect, test } from 'vitest';
import { lines, run } from './running.ts';

test('exceptions: a handler sees the exception, finally runs, the context is kept', () => {
  expect(lines('try:\n    try:\n        1 / 0\n    finally:\n        print("f")\nexcept ZeroDivisionError as e:\n    try:\n        {}["k"]\n    except KeyError as k:\n        print(k.__context__ is e)')).toEqual(['f', 'True']);
});

test('exceptions: an uncaught one prints the stack with carets', () => {
  const result = run('def f(a, b):\n    return a + b * 2\n\nf(1, "x" / 2)\n');
  expect(result.exitCode).toBe(1);
  expect(result.stderr).toBe(
    'Traceback (most recent call last):\n  File "main.py", line 4, in <module>\n    f(1, "x" / 2)\n         ~~~~^~~\nTypeError: unsupported operand type(s) for /: \'str\' and \'int\'\n',
  );
});

test('exceptions: repeated frames are counted', () => {
  const text = run('def f(): f()\nf()').stderr;
  expect(text).toContain('[Previous line repeated 996 more times]');
});

test('exceptions: except* splits a group', () => {
  const source = 'try:\n    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])\nexcept* ValueError as e:\n    print(e.exceptions)\nexcept* TypeError as e:\n    print(e.exceptions)';
  expect(lines(source)).toEqual(['(ValueError(1),)', '(TypeError(2),)']);
});

test('exceptions: one in __del__ is reported and ignored', () => {
  const result = run('class A:\n    def __del__(self): 1 / 0\nA()\nprint("on")');
  expect(result.stdout).toBe('on\n');
  expect(result.stderr).toContain('Exception ignored in: <function A.__del__ at 0x');
});

const statuses: readonly (readonly [string, number])[] = [['import sys; sys.exit()', 0], ['import sys; sys.exit(3)', 3], ['raise SystemExit("bye")', 1], ['1 / 0', 1], ['x =', 1]];
test.each(statuses)('exceptions: exit status of %s', (source, status) => {
  expect(run(source).exitCode).toBe(status);
});

test('exceptions: suggestions name what was meant', () => {
  expect(lines('length = 1\nprint(lenght)').at(-1)).toBe("NameError: name 'lenght' is not defined. Did you mean: 'length'?");
});
