// Attributes of code objects, `del obj.__dict__`, what a generator refers to, as CPython 3.11.7, 3.12.1 and 3.13.0 answered.
import { expect, test } from 'vitest';
import { type PythonVersion, createMachine } from '#lib/engine/index.ts';

const run = (source: string, python: PythonVersion = '3.13') => createMachine({ source, python }).run();

const KEPT = `
def f(a, *b, c=1, **d):
    x = 1
    def g(): return a, x
    return g
for c in (f.__code__, f(1).__code__):
    print([getattr(c, n) is getattr(c, n) for n in ('co_varnames', 'co_cellvars', 'co_freevars', 'co_code')])
`;

test.each([
  ['3.11', '[False, False, True, True]\n[True, True, False, True]\n'],
  ['3.12', '[True, True, True, True]\n[True, True, True, True]\n'],
  ['3.13', '[True, True, True, True]\n[True, True, True, True]\n'],
] as const)('code: what %s computes once is the same object again', (python, printed) => {
  expect(run(KEPT, python).stdout).toBe(printed);
});

test('code: replace() changes names, refuses what is no field, and does not pretend to change instructions', () => {
  const replaced = (call: string) => run(`def f(a): return a + 1\nc = f.__code__\ntry:\n    print(c.replace(${call}).co_name)\nexcept TypeError as e:\n    print(e)`);
  expect(replaced("co_name='g'").stdout).toBe('g\n');
  expect(replaced('bogus=1').stdout).toBe("replace() got an unexpected keyword argument 'bogus'\n");
  expect(replaced('co_name=3').stdout).toBe("replace() argument 'co_name' must be str, not int\n");
  expect(replaced('co_consts=c.co_consts').stdout).toBe('f\n');
  expect(replaced("co_code=b'xx'").status).toBe('not-simulated');
});

test('instances: their __dict__ can be deleted, and is empty again', () => {
  expect(run('class A: pass\na = A()\na.x = 1\ndel a.__dict__\nprint(a.__dict__, hasattr(a, "x"))\na.y = 2\nprint(vars(a))').stdout).toBe("{} False\n{'y': 2}\n");
});

test('collector: the last collection of an interpreter tells no callback', () => {
  const source = 'import gc\ngc.callbacks.append(lambda phase, info: print(phase, gc.collect()))\ngc.collect()';
  expect(run(source).stdout).toBe('start 0\nstop 0\nstart 0\nstop 0\n');
});

test('generators: what the collector visits, in its order', () => {
  const source = `
import gc
def stream(a, b):
    c = [1]
    yield a
g = stream({}, [])
next(g)
print([type(o).__name__ for o in gc.get_referents(g)])
g.close()
print([type(o).__name__ for o in gc.get_referents(g)])`;
  expect(run(source).stdout).toBe("['str', 'str', 'function', 'code', 'dict', 'list', 'list']\n['str', 'str']\n");
});
