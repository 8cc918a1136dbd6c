// Calls: binding of arguments, counts that a callee can see, recursion, limits.
import { expect, test } from 'vitest';
import { lines, run } from './running.ts';

test('calls: positional, default, star and keyword parameters are bound', () => {
  expect(lines('def f(a, b=2, *c, d, **e): print(a, b, c, d, e)\nf(1, d=4)\nf(1, 2, 3, d=4, x=5)')).toEqual(["1 2 () 4 {}", "1 2 (3,) 4 {'x': 5}"]);
});

const refusals: readonly (readonly [string, string])[] = [
  ['def f(a): pass\nf()', "TypeError: f() missing 1 required positional argument: 'a'"],
  ['def f(a, b, c): pass\nf()', "TypeError: f() missing 3 required positional arguments: 'a', 'b', and 'c'"],
  ['def f(): pass\nf(1)', 'TypeError: f() takes 0 positional arguments but 1 was given'],
  ['def f(a, b=1): pass\nf(1, 2, 3)', 'TypeError: f() takes from 1 to 2 positional arguments but 3 were given'],
  ['def f(*, k): pass\nf()', "TypeError: f() missing 1 required keyword-only argument: 'k'"],
  ['def f(a, /): pass\nf(a=1)', "TypeError: f() got some positional-only arguments passed as keyword arguments: 'a'"],
  ['def f(name): pass\nf(nome=1)', "TypeError: f() got an unexpected keyword argument 'nome'. Did you mean 'name'?"],
  ['def f(a): pass\nf(1, a=2)', "TypeError: f() got multiple values for argument 'a'"],
  ['len()', 'TypeError: len() takes exactly one argument (0 given)'],
];
test.each(refusals)('calls: refused as CPython refuses: %s', (source, message) => {
  expect(lines(source).at(-1)).toBe(message);
});

test('calls: an argument moves from the stack into the parameter', () => {
  expect(lines('import sys\ndef f(x): return sys.getrefcount(x)\no = object()\nprint(sys.getrefcount(o), f(o), f(object()))')).toEqual(['2 3 2']);
});

test('calls: 3.14 borrows locals', () => {
  expect(lines('import sys\ndef f():\n    o = object()\n    return sys.getrefcount(o)\nprint(f())', { python: '3.14' })).toEqual(['1']);
});

test('calls: recursion ends with RecursionError after 1000 frames', () => {
  const source = 'import sys\nn = 0\ndef f():\n    global n\n    n += 1\n    f()\ntry:\n    f()\nexcept RecursionError as e:\n    print(n, e)';
  expect(lines(source)).toEqual(['999 maximum recursion depth exceeded']);
});

test('calls: recursion through native code ends with RecursionError, not with the host stack', () => {
  const source = 'class A:\n    def __repr__(self): return repr(self)\ntry:\n    repr(A())\nexcept RecursionError as e:\n    print("caught")';
  expect(lines(source)).toEqual(['caught']);
});

test('calls: an endless loop ends at the step limit', () => {
  const result = run('while True: pass', { limits: { steps: 10_000 } });
  expect([result.status, result.metrics.steps]).toEqual(['step-limit', 10_000]);
});

test('calls: the same program takes the same steps', () => {
  const source = 'print(sorted(range(50), key=lambda x: -x)[0])';
  expect(run(source).metrics).toEqual(run(source).metrics);
});
