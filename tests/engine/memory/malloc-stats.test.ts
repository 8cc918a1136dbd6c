// sys._debugmallocstats(): CPython's report, line for line, of the engine's own pools and free lists; and what compiling and imports leave on these lists, as
// CPython 3.12.1 and 3.13.0 showed it for the same programs (PYTHONHASHSEED=0).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMachine, PYTHON_VERSIONS, type PythonVersion } from '#lib/engine/index.ts';

function report(program: string, python: PythonVersion = '3.13'): string {
  const { stderr, stdout } = createMachine({ source: `import sys\nsys._debugmallocstats()\n${program}`, python }).run();
  return stderr + stdout;
}

/** The report with every number that depends on the heap made alike; spaces before numbers follow their lengths. */
function shape(text: string): string {
  return text.replace(/^ +\d+ +\d+ +\d+ +\d+ +\d+\n/gm, '').replace(/[\d,]+ (free|unused pools)/g, 'N $1').replace(/= +[\d,]+$/gm, '= N').replace(/ +/g, ' ');
}

function rows(text: string): { size: number; pools: number; used: number; free: number }[] {
  return [...text.matchAll(/^ +\d+ +(\d+) +(\d+) +(\d+) +(\d+)$/gm)].map(([, ...numbers]) => {
    const [size = 0, pools = 0, used = 0, free = 0] = numbers.map(Number);
    return { size, pools, used, free };
  });
}

function free(text: string, kind: string): number {
  return Number(new RegExp(`(\\d+) free ${kind}Objects`).exec(text)?.[1]);
}

describe.each(PYTHON_VERSIONS)('%s', (python) => {
  test('the report has the lines and labels of the measured one', () => {
    const measured = readFileSync(join(import.meta.dirname, 'malloc-stats', `${python}.txt`), 'utf8');
    expect(shape(report('', python))).toBe(shape(measured));
  });

  test('the bytes of all arenas are accounted for', () => {
    const text = report('xs = [object() for _ in range(200_000)]\nsys._debugmallocstats()\n', python);
    for (const [, arenas, , total] of text.matchAll(/(\d+) arenas \* 1048576 bytes\/arena +=(.*)[^]*?\nTotal +=(.*)\n/g)) {
      expect(Number(total?.replaceAll(',', ''))).toBe(Number(arenas) * 1048576);
    }
  });

  test('blocks in use are those of sys.getallocatedblocks() that malloc does not serve', () => {
    const grown = report('big = bytes(1000)\nbefore = sys.getallocatedblocks()\nxs = [object() for _ in range(5000)]\nprint(sys.getallocatedblocks() - before)\n', python);
    const stats = rows(report('xs = [object() for _ in range(5000)]\nsys._debugmallocstats()\n', python)).filter(({ size }) => size === 16);
    expect((stats[1]?.used ?? 0) - (stats[0]?.used ?? 0)).toBe(5000);
    expect(Number(grown.trimEnd().split('\n').at(-1))).toBeGreaterThanOrEqual(5000);
  });
});

describe('what a compilation leaves on the free lists', () => {
  const method = 'class A:\n def f(self): pass\n';
  test.each([
    ['lambdas', 'f=lambda:0\n'.repeat(10), { PyDict: 25, PyList: 25, '2-sized PyTuple': 11 }],
    ['many lambdas: a free list has room for 80', 'f=lambda:0\n'.repeat(100), { PyDict: 80, PyList: 80, '2-sized PyTuple': 11 }],
    ['lambdas in lambdas', 'f=lambda:lambda:0\n'.repeat(10), { PyDict: 41, PyList: 45, '2-sized PyTuple': 33 }],
    ['three levels', 'f=lambda:lambda:lambda:0\n'.repeat(10), { PyDict: 57, PyList: 65, '2-sized PyTuple': 54 }],
    ['methods', method.repeat(10), { PyDict: 41, PyList: 45 }],
    ['two methods', `${method} def g(self): pass\n`.repeat(10), { PyDict: 51, PyList: 65 }],
    ['constants', 'x=("a","b")\ny=("c","d")\n', { '2-sized PyTuple': 14 }],
    ['a float', 'def f(x):\n  return x+1.5\n', { '2-sized PyTuple': 14 }],
  ] as const)('%s', (_name, program, expected) => {
    for (const python of ['3.12', '3.13'] as const) {
      const text = report(program, python);
      expect(Object.fromEntries(Object.keys(expected).map((kind) => [kind, free(text, kind)]))).toEqual(expected);
    }
  });

  test.each([
    ['parameters', 'def f(x): return x\n'.repeat(10), 13],
    ['methods', method.repeat(10), 24],
    ['two methods', `${method} def g(self): pass\n`.repeat(10), 34],
  ])('tables of names: %s', (_name, program, keys) => {
    expect(free(report(program), 'PyDictKeys')).toBe(keys);
  });
});

describe('programs find what start-up, compiling and imports have left', () => {
  const printed = (source: string, python: PythonVersion) => createMachine({ source, python, stdout: 'pipe' }).run().stdout.trimEnd().split('\n');

  test('tracemalloc: the first lists, dicts, tuples and floats cost nothing', () => {
    const source = `
import tracemalloc
tracemalloc.start()
before = tracemalloc.get_traced_memory()[0]
x = [[] for _ in range(100)]
print(tracemalloc.get_traced_memory()[0] - before)
y = [{} for _ in range(100)]
print(tracemalloc.get_traced_memory()[0] - before)
z = [(i, i) for i in range(100)]
print(tracemalloc.get_traced_memory()[0] - before)
f = [i * 0.5 for i in range(200)]
print(tracemalloc.get_traced_memory()[0] - before)
`;
    expect(printed(source, '3.12')).toEqual(['6080', '13005', '18723', '25185']);
    expect(printed(source, '3.13')).toEqual(['6080', '13261', '18867', '25329']);
  });

  test('tracemalloc: a full collection empties the free lists', () => {
    const source = `
import gc
import sys
import weakref
import tracemalloc
class Node:
    def __init__(self, value):
        self.value = value
        self.children = []
tracemalloc.start()
a = tracemalloc.get_traced_memory()[0]
nodes = [Node(i) for i in range(50)]
b = tracemalloc.get_traced_memory()[0]
print(b - a)
gc.collect()
a = tracemalloc.get_traced_memory()[0]
more = [Node(i) for i in range(50)]
b = tracemalloc.get_traced_memory()[0]
print(b - a)
`;
    expect(printed(source, '3.12')).toEqual(['9600', '7408']);
    expect(printed(source, '3.13')).toEqual(['10192', '7808']);
  });

  test('sys.getallocatedblocks(): what comes from a free list is no new block', () => {
    const source = `
import sys
def blocks(make):
    before = sys.getallocatedblocks()
    kept = [make() for _ in range(100)]
    return sys.getallocatedblocks() - before
class Point:
    def __init__(self):
        self.x = 1
        self.y = 2
for make in (list, dict, Point, object, lambda: (make,), lambda: [make], lambda: {'make': make}, set):
    print(make.__class__.__name__, blocks(make))
`;
    expect(printed(source, '3.12')).toEqual(['type 102', 'type 102', 'type 202', 'type 102', 'function 98', 'function 124', 'function 110', 'type 102']);
    expect(printed(source, '3.13')).toEqual(['type 102', 'type 102', 'type 102', 'type 102', 'function 98', 'function 124', 'function 111', 'type 102']);
  });
});
