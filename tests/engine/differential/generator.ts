// Random programs about memory, from a seed: containers, attributes, closures, cycles, `del`, weak references, generators, exceptions, sizes, reference
// counts, collections. Every program is deterministic and prints only what all interpreters of one version must print alike.
import { createRng, type Rng } from '#lib/std/rng.ts';

const HEADER = `import sys, gc, weakref
gc.disable()
gc.collect()
class Node:
    def __init__(self, tag):
        self.tag = tag
    def __del__(self):
        print('del', self.tag)
class Slim:
    __slots__ = ('left', 'right', '__weakref__')
class Bag(list):
    pass
class Held:
    def __init__(self, *parts):
        self.first, *self.rest = parts or (None,)
    @property
    def size(self):
        return sys.getsizeof(self)
    def __enter__(self):
        return self
    def __exit__(self, *exc):
        print('exit', exc[0] and exc[0].__name__, sys.getrefcount(self))
        return False
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return self.n % 3
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return f'K{self.n}'
def count(o):
    # What start-up code refers to has counts of its own.
    n = sys.getrefcount(o)
    return n if n < 40 else 'many'
def many(*args, **kwargs):
    return sys.getrefcount(args), [count(a) for a in args], sorted(kwargs)
def stream(*items):
    try:
        for item in items:
            got = yield item
            if got is not None:
                print('got', type(got).__name__, count(got))
    finally:
        print('stream ends')
def show(name, value):
    try:
        print(name, type(value).__name__, sys.getsizeof(value), gc.is_tracked(value))
    except Exception as error:
        print(name, type(error).__name__, error)
def guard(what, *args):
    try:
        return what(*args)
    except Exception as error:
        print('caught', type(error).__name__, error)
`;

/** One generated program: statements can be dropped one by one while shrinking. */
export interface GeneratedProgram {
  readonly seed: number;
  readonly statements: readonly string[];
}

/** Where the statements of a program stand: the names are globals, or fast locals. */
export type Scope = 'module' | 'function';

/** Half of the seeds give programs whose statements stand in a function. */
export const scopeOf = (seed: number): Scope => (seed % 2 === 0 ? 'function' : 'module');

/** The program's source; `statements` may be a subset. */
export function sourceOf(statements: readonly string[], scope: Scope): string {
  const end = "print('collected', gc.collect())\n";
  if (scope === 'module') return `${HEADER}${statements.join('\n')}\n${end}`;
  const body = ['pass', ...statements].join('\n').replaceAll('\n', '\n    ');
  return `${HEADER}def main():\n    ${body}\n    print('end of main')\nmain()\n${end}`;
}

/** The program of a seed. */
export function generate(seed: number, length = 40): GeneratedProgram {
  const rng = createRng(seed);
  const names: string[] = [];
  const statements: string[] = [];
  for (let i = 0; i < length; i++) statements.push(statement(rng, names, i));
  return { seed, statements };
}

type Maker = (rng: Rng, names: string[], i: number) => string;

const pick = <T>(rng: Rng, items: readonly T[]): T => items[rng.below(items.length)] as T;

function fresh(names: string[], i: number): string {
  const name = `v${i}`;
  names.push(name);
  return name;
}

function known(rng: Rng, names: readonly string[]): string {
  return names.length === 0 ? 'None' : pick(rng, names);
}

function literal(rng: Rng): string {
  return pick(rng, ['None', 'True', '7', '1000', '2 ** 40', '3.5', "'two words'", 'bytes(2)', '()', '(1, 2)', "('a', 1.5)", '[]', '{}', 'set()', '[1, 2, 3]', "{'a': 1}", '{1, 2}', 'range(3)', 'frozenset((1, 2))', "'é'", "'日本'"]);
}

function value(rng: Rng, names: readonly string[]): string {
  return rng.next() < 0.5 ? known(rng, names) : literal(rng);
}

/** Statement makers with their weights. A name may have been deleted: NameError is caught and printed by the wrapper. */
const MAKERS: readonly (readonly [number, Maker])[] = [
  [8, (r, n, i) => `${fresh(n, i)} = ${literal(r)}`],
  [5, (r, n, i) => { const v = value(r, n); return `${fresh(n, i)} = [${v}, ${value(r, n)}]`; }],
  [3, (r, n, i) => { const v = value(r, n); return `${fresh(n, i)} = (${v}, ${value(r, n)})`; }],
  [3, (r, n, i) => { const v = value(r, n); return `${fresh(n, i)} = {'k': ${v}, 'l': ${value(r, n)}}`; }],
  [5, (_r, n, i) => `${fresh(n, i)} = Node(${i})`],
  [2, (_r, n, i) => `${fresh(n, i)} = Slim()`],
  [2, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = Bag([${v}])`; }],
  [6, (r, n) => `${known(r, n)}.${pick(r, ['tag', 'left', 'next', 'right'])} = ${value(r, n)}`],
  [3, (r, n) => `${known(r, n)}.append(${value(r, n)})`],
  [2, (r, n) => `${known(r, n)}.extend([${value(r, n)}] * ${r.below(12)})`],
  [2, (r, n) => `${known(r, n)}[${pick(r, ["'k'", "'z'", '0', '-1', '5'])}] = ${value(r, n)}`],
  [2, (r, n) => `del ${known(r, n)}[${pick(r, ["'k'", '0', '-1', '1:3'])}]`],
  [2, (r, n) => `print(${known(r, n)}.pop())`],
  [6, (r, n) => { const name = known(r, n); return name === 'None' ? 'pass' : `del ${name}`; }],
  [4, (r, n) => { const name = known(r, n); return `${name === 'None' ? '_' : name} = ${value(r, n)}`; }],
  [7, (r, n) => `show('s', ${known(r, n)})`],
  [6, (r, n) => { const name = known(r, n); return `print('rc', count(${name}))`; }],
  [3, () => "print('collect', gc.collect())"],
  [2, () => "print('count', gc.get_count()[1:])"],
  [3, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = weakref.ref(${v}, lambda r: print('gone ${i}'))`; }],
  [2, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = lambda: ${v}`; }],
  [2, (r, n, i) => { const v = value(r, n); return `def ${fresh(n, i)}(x=${v}, *rest):\n        def inner(): return x\n        return inner`; }],
  [2, (r, n, i) => { const v = value(r, n); return `${fresh(n, i)} = (y for y in [${v}, 1])`; }],
  [2, (r, n) => `print('next', type(next(${known(r, n)})).__name__)`],
  [2, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = [(z, ${v}) for z in range(${r.below(20)})]`; }],
  [2, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = {z: ${v} for z in range(${r.below(30)})}`; }],
  [1, (r, n) => `raise ValueError(${value(r, n)})`],
  [2, (r, n) => `print('is', ${known(r, n)} is ${known(r, n)})`],
  [2, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = vars(${v})`; }],
  [2, (r, n) => `print('called', type(${known(r, n)}()).__name__)`],
  [1, (r, n, i) => { const v = known(r, n); return `class ${fresh(n, i)}(Node):\n        held = ${v}`; }],
  [1, (r, n, i) => { const v = value(r, n); return `${fresh(n, i)} = ${known(r, n)} + ${v}`; }],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = ${v}.copy()`; }],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = list(${v})`; }],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = ${v}[:]`; }],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = set(${v})`; }],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = str(type(${v}).__name__) * ${r.below(9)}`; }],
  [3, (r, n, i) => { const v = value(r, n); return `${fresh(n, i)} = Held(${v}, ${value(r, n)}, ${i})`; }],
  [2, (r, n) => { const v = known(r, n); return `with ${v} as w:\n        print('in', sys.getrefcount(w))\n        ${pick(r, ['pass', 'raise KeyError(1)', 'w.append(w)', 'w.me = w'])}`; }],
  [3, (r, n) => `print('many', many(${known(r, n)}, ${value(r, n)}${pick(r, ['', ', k=1', `, *[${known(r, n)}]`, `, **{'z': ${known(r, n)}}`])}))`],
  [2, (r, n, i) => { const v = value(r, n); return `${fresh(n, i)} = stream(${v}, ${value(r, n)}, 3)`; }],
  [2, (r, n) => `${known(r, n)}.${pick(r, ['close()', 'send(None)', `send(${known(r, n)})`, 'throw(KeyError)'])}`],
  [2, (r, n, i) => { const v = known(r, n); return `try:\n        raise RuntimeError(${v})\n    except RuntimeError as e:\n        ${pick(r, ['pass', `${fresh(n, i)} = e`, 'print(sys.getrefcount(e), sys.getrefcount(e.__traceback__))', 'raise LookupError from e'])}`; }],
  [2, (r, n, i) => { const v = r.below(40); return `${fresh(n, i)} = {Key(j): j for j in range(${v})}`; }],
  [1, (r, n) => `print('k', ${known(r, n)}.pop(Key(${r.below(6)}), 'none'), Key(${r.below(6)}) in ${known(r, n)})`],
  [2, (r, n) => `${known(r, n)}.update(${value(r, n)})`],
  [2, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = ${v} ${pick(r, ['|', '&', '-', '*', '<', '==', 'and', 'or'])} ${value(r, n)}`; }],
  [2, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = ${pick(r, ['sorted', 'tuple', 'frozenset', 'iter', 'reversed', 'enumerate', 'len', 'repr', 'bool', 'dict', 'type', 'id and type'])}(${v})`; }],
  [1, (r, n, i) => { const v = value(r, n); return `${fresh(n, i)} = f"{ ${v}!r:>${r.below(20)}}"`; }],
  [1, (r, n) => `print('sizes', [sys.getsizeof([0] * j) for j in range(${r.below(6)})], sys.getsizeof(${known(r, n)}), ${known(r, n)}.size)`],
  [2, (r, n) => `del ${known(r, n)}.${pick(r, ['tag', 'left', 'first', 'rest', '__dict__'])}`],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = ${v}.__dict__`; }],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = ${v}.${pick(r, ['append', 'tag', 'first', '__class__', '__init__', '__repr__'])}`; }],
  [1, (r, n, i) => { const v = value(r, n); return `for ${fresh(n, i)} in ${known(r, n)}:\n        ${pick(r, ['pass', 'break', `print(sys.getsizeof(v${i}))`, `x${i} = ${v}`])}`; }],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)}, *rest = ${v}`; }],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = bytearray(${r.below(70)}) if ${v} else b'x' * ${r.below(70)}`; }],
  [1, (r, n, i) => { const v = known(r, n); return `${fresh(n, i)} = ${r.below(2)} + 10 ** ${r.below(40)} if ${v} else -(2 ** ${r.below(90)})`; }],
  // Not get_referrers(): a running file's constants are also held by a list of the parser's arena, which is not simulated.
  [1, (r, n) => `print('ref', [type(o).__name__ for o in gc.get_referents(${known(r, n)})])`],
];

const TOTAL = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

function statement(rng: Rng, names: string[], i: number): string {
  let at = rng.next() * TOTAL;
  for (const [weight, make] of MAKERS) {
    at -= weight;
    if (at < 0) return `try:\n    ${make(rng, names, i)}\nexcept Exception as error:\n    print('caught', type(error).__name__, error)`;
  }
  return 'pass';
}
