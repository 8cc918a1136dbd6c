// What 3.14 and 3.15 do differently where a program can see it. Expected output: the conformance programs' for 3.14.7 and 3.15.0rc1, and CPython 3.14.2
// compiled to WebAssembly.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { PythonVersion } from '#lib/engine/index.ts';
import { lines } from './running.ts';

type Case = readonly [what: string, python: PythonVersion, source: string, printed: readonly string[]];

const cases: readonly Case[] = [
  ['a set of constants keeps the order of one insertion', '3.14', 'print({33, 1, 65})', ['{65, 33, 1}']],
  ['before, its constant was made twice', '3.13', 'print({33, 1, 65})', ['{65, 1, 33}']],
  ['a copied deque of one item starts at the left', '3.14', 'import sys\nfrom collections import deque\nprint(sys.getsizeof(deque([1]) * 100))', ['1288']],
  ['a folded constant is held by the code alone', '3.14', "import sys\ndef g():\n    m = 'x' * 30\n    return sys.getrefcount(m)\nprint(g())", ['2']],
  ['a literal is held by the tree too', '3.14', "import sys\ndef g():\n    m = 'x y z'\n    return sys.getrefcount(m)\nprint(g())", ['3']],
  ['what is compiled twice is one code object', '3.14', 'def f(y): return tuple(x for x in y)\nprint(len(f.__code__.co_consts))', ['1']],
  ['what is compiled twice is one code object, in a finally block', '3.13', 'def f():\n    try: pass\n    finally: k = lambda: 1\nprint(len(f.__code__.co_consts))', ['2']],
  ['None, True and the like are no constants of the code', '3.15', "print([compile(s, '', 'eval').co_consts for s in ('not 0', '1-2')])", ['[(0,), (1,)]']],
  ['a call from a tuple and a dict borrows its positional arguments', '3.15', 'import sys\no = object()\nl = [o]\nmin(*[o, o], key=lambda x: print(sys.getrefcount(x)) or 0)', ['6', '7']],
  ['ast.dump leaves out Load()', '3.15', "import ast\nprint(ast.dump(ast.parse('a', mode='eval').body), ast.dump(ast.parse('a', mode='eval').body, annotate_fields=False))", ["Name(id='a') Name('a')"]],
  ['a TypeVarTuple has a bound', '3.15', 'def f[*Ts](): pass\nprint(f.__type_params__[0].__bound__)', ['None']],
  ['unbound names are those that instructions load', '3.14', 'import inspect\ndef f(): return x if False else y.z\nprint(sorted(inspect.getclosurevars(f).unbound))', ["['y', 'z']"]],
  ['a local shares the borrowed constant that is stored in it', '3.15', "import sys\ndef f():\n    a = 'x y z'\n    b = a\n    return sys.getrefcount(a), sys.getrefcount([a][0])\nprint(f())", ['(2, 3)']],
  ['every def in a class body asks for the namespace', '3.14', "code = compile('class A:\\n def f(self): pass', '', 'exec').co_consts[0]\nprint(code.co_cellvars)", ["('__classdict__',)"]],
  ['a comprehension in a class body has no local for its iterable', '3.14', "code = compile('class A:\\n z = [i for i in x]', '', 'exec').co_consts[0]\nprint(code.co_varnames)", ["('i',)"]],
  ['the keyword call of a class holds its arguments in an array', '3.13', 'import sys\nclass J:\n    def __init__(self, x): print(sys.getrefcount(self), sys.getrefcount(x))\nd = []\nJ(x=d)', ['4 6']],
  ['a loop over a list makes no iterator and holds the list itself', '3.15', 'import sys\na = [1, 2]\nfor x in a: print(sys.getrefcount(a))\nprint(sys.getrefcount(a))', ['3', '3', '2']],
  ['a generator expression holds the iterable twice', '3.15', 'import gc, sys\na = [1]\ng = (x for x in a)\nprint(sys.getrefcount(a), g.gi_frame.f_locals, gc.get_referents(g).count(a))', ["4 {'.0': [1]} 2"]],
  ['yield from a sequence waits for the sequence', '3.15', 'def g(): yield from "ab"\ni = g()\nprint(next(i), i.gi_yieldfrom)\ntry: i.send(1)\nexcept AttributeError as e: print(e)\nprint(list(i))', ["a ab", "'str' object has no attribute 'send'", "[]"]],
  ['a generator expression asks for its iterator in a frame of its own', '3.15', 'import traceback\ntry: (x for x in 5)\nexcept TypeError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)])', ["['<module>', '<genexpr>']"]],
  ['a suspended loop refers to its list itself', '3.15', 'import gc\ndef f(l):\n    for x in l: yield\nl = [0]\ng = f(l)\nnext(g)\nprint(gc.get_referents(g).count(l), gc.get_referrers(l).count(g))', ['2 1']],
];

test.each(cases)('newer versions: %s (%s)', (_what, python, source, printed) => {
  expect(lines(source, { python })).toEqual(printed);
});

const BORROWED = path.join(import.meta.dirname, 'borrowed');
const programs = fs.readdirSync(BORROWED).filter((file) => file.endsWith('.py'));
test.each(programs)('newer versions: borrowed references, as CPython 3.14 counts them: %s', (file) => {
  const source = fs.readFileSync(path.join(BORROWED, file), 'utf8');
  const expected = fs.readFileSync(path.join(BORROWED, file.replace('.py', '.out')), 'utf8');
  expect(lines(source, { python: '3.14' })).toEqual(expected.trimEnd().split('\n'));
});
