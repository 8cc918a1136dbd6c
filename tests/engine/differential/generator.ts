// Random programs about memory, from a seed: containers, attributes, closures, cycles, `del`, weak references, generators, exceptions, sizes, reference
// counts, collections, the whole language and the library's part in memory. Every program is deterministic and prints only what all interpreters of one version must print alike.
import { createRng, type Rng } from '#lib/std/rng.ts';
import { LANGUAGE } from './language.ts';
import { LIBRARY } from './library.ts';
import type { Weighted } from './makers.ts';
import { OBJECTS } from './objects.ts';

const IMPORTS = 'import sys, gc, weakref';

const HEADER = `gc.disable()
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
    return n if n < 40 and o is not ... and o is not NotImplemented and not (isinstance(o, type) and o.__flags__ & 0x100) else 'many'
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
def where(error):
    # Lines below the function, and the columns of what failed; the library's own Python code has other lines.
    found = []
    tb = error.__traceback__
    while tb is not None:
        code = tb.tb_frame.f_code
        if tb.tb_frame.f_globals is globals():
            line, end, *columns = list(code.co_positions())[tb.tb_lasti // 2]
            found.append((tb.tb_lineno - code.co_firstlineno, *columns))
        tb = tb.tb_next
    return found
def guard(what, *args, **kwargs):
    try:
        return what(*args, **kwargs)
    except Exception as error:
        print('caught', type(error).__name__, error, where(error))
`;

/** What only some statements use: the header of a program has what its statements name. */
const PARTS: readonly (readonly [needed: RegExp, source: string])[] = [
  [/\bPoint\b/, '@dataclasses.dataclass\nclass Point:\n    x: object = None\n    y: list = dataclasses.field(default_factory=list)\n'],
  [/\bPair\b/, "class Pair:\n    __slots__ = __match_args__ = ('x', 'y')\n    def __init__(self, x=None, y=None):\n        self.x, self.y = x, y\n    def __reduce__(self):\n        return Pair, (self.x, self.y)\n    def __repr__(self):\n        return f'Pair({self.x!r}, {self.y!r})'\n"],
  [/\bLater\b|\bdrive\b/, 'class Later:\n    def __init__(self, x):\n        self.x = x\n    def __await__(self):\n        got = yield self.x\n        return got\n    async def __aenter__(self):\n        return self.x\n    async def __aexit__(self, *exc):\n        print(\'aexit\', exc[0] and exc[0].__name__, sys.getrefcount(self))\n        return exc[0] is KeyError\ndef drive(co):\n    got = None\n    for _ in range(20):\n        try:\n            got = co.send(got)\n        except StopIteration as stop:\n            return stop.value\n    co.close()\n'],
  [/\bMeta_?\b/, "class Meta(type):\n    def __new__(cls, name, bases, ns, **kw):\n        print('new', name, sorted(kw), count(ns))\n        return super().__new__(cls, name, bases, ns)\n    def __call__(cls, *args):\n        made = super().__call__(*args)\n        print('made', count(made))\n        return made\n    def __instancecheck__(cls, o):\n        return hasattr(o, 'tag')\nclass Meta_(metaclass=Meta):\n    def __init__(self, *args):\n        self.p = args\n"],
  [/\bDescribed_?\b/, "class Described:\n    def __set_name__(self, owner, name):\n        self.name = '_' + name\n        print('named', owner.__name__, name)\n    def __get__(self, o, owner=None):\n        return self if o is None else getattr(o, self.name, None)\n    def __set__(self, o, value):\n        print('set', self.name, count(value))\n        setattr(o, self.name, value)\nclass Described_:\n    described = Described()\n    x = property(lambda self: self.described, lambda self, v: None)\n    def __init__(self, *args):\n        self.described = args\n"],
  [/\bBase\b|\bOther\b/, "class Base:\n    def __init_subclass__(cls, kind=None, **kw):\n        print('sub', cls.__name__, kind, sorted(kw))\n    def __init__(self, *args):\n        self.x = args\n    def __getattr__(self, name):\n        if name == 'y': return self\n        raise AttributeError(name)\n    def __setattr__(self, name, value):\n        super().__setattr__(name, value)\nclass Other(Base):\n    @classmethod\n    def make(cls): return cls()\n    @staticmethod\n    def still(x): return x\n"],
  [/\bon_gc\b/, "def on_gc(phase, info):\n    print('gc', phase, info['generation'], info['collected'], info['uncollectable'])\n"],
];
const LIBRARIES = ['collections', 'copy', 'dataclasses', 'functools', 'itertools', 'json', 'pickle', 'tracemalloc', 'types'];

function headerOf(body: string): string {
  const parts = PARTS.filter(([needed]) => needed.test(body)).map(([, source]) => source).join('');
  const used = LIBRARIES.filter((name) => new RegExp(`\\b${name}\\.`).test(parts + body));
  // What imports and the header leave on free lists is given back.
  return `${[IMPORTS, ...used].join(', ')}\n${HEADER}${parts}gc.collect()\n`;
}

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
  const header = headerOf(statements.join('\n'));
  const end = "print('collected', gc.collect())\n";
  if (scope === 'module') return `${header}${statements.join('\n')}\n${end}`;
  const body = ['pass', ...statements].join('\n').replaceAll('\n', '\n    ');
  return `${header}def main():\n    ${body}\n    print('end of main')\nmain()\n${end}`;
}

/** The program of a seed. */
export function generate(seed: number, length = 40): GeneratedProgram {
  const rng = createRng(seed);
  const names: string[] = [];
  const statements: string[] = [];
  for (let i = 0; i < length; i++) statements.push(statement(rng, names, i));
  return { seed, statements };
}

const MAKERS: readonly Weighted[] = [...OBJECTS, ...LANGUAGE, ...LIBRARY];
const TOTAL = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

function statement(rng: Rng, names: string[], i: number): string {
  let at = rng.next() * TOTAL;
  for (const [weight, make] of MAKERS) {
    at -= weight;
    if (at < 0) return `try:\n    ${make(rng, names, i)}\nexcept Exception as error:\n    print('caught', type(error).__name__, error, where(error))`;
  }
  return 'pass';
}
