# What natives do with the Python code that they call, at the top and under 60 nested calls of native code: the same.
import functools, itertools
log = []
class Item:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'Item({self.n!r})'
    def __str__(self): return 'item %d' % self.n
    def __eq__(self, other): log.append(('eq', self.n, other.n)); return self.n == other.n
    def __lt__(self, other): log.append(('lt', self.n, other.n)); return self.n < other.n
    def __hash__(self): log.append(('hash', self.n)); return self.n % 2
    def __add__(self, other): return Item(self.n + other.n)
    def __radd__(self, other): return Item(other + self.n)
    def __iadd__(self, other): self.n += other.n; return self
    def __getattr__(self, name):
        if name == 'half': return self.n / 2
        raise AttributeError(f'no {name} of {self}')
    def __len__(self): return self.n
    def __bool__(self): return self.n > 1
    def __contains__(self, x): return x == self.n
    def __call__(self, x): return x * self.n
    def __index__(self): return self.n
    def __format__(self, spec): return f'<{spec}|{self.n}>'
class Tree:
    def __init__(self, name, *children): self.name, self.children = name, list(children)
    def __repr__(self): return f'Tree({self.name}, {self.children})'
    def walk(self):
        yield self.name
        for child in self.children: yield from child.walk()
    def depth(self): return 1 + max(map(Tree.depth, self.children), default=0)
class Loop(list):
    def __repr__(self): return 'Loop' + list.__repr__(self)
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1
        return self.n
class Made:
    made = []
    def __new__(cls, n): Made.made.append(('new', n)); return super().__new__(cls)
    def __init__(self, n): Made.made.append(('init', n)); self.n = n
    def __del__(self): Made.made.append(('del', self.n))
def gen(n):
    for i in range(n):
        got = yield i
        log.append(('gen', i, got))
def fails(x): raise KeyError(x)
def tried(what):
    try: return what()
    except Exception as e: return f'{type(e).__name__}: {e} {type(e.__context__).__name__}'
def work():
    a, b, c = Item(1), Item(2), Item(3)
    print([a, b, (c, {a: b})], f'{a} {b!s} {c!r:>10}', '%s %r' % (a, b), '{} {!r}'.format(a, [b]), str([a]), repr({b: [c]}))
    print(sorted([c, a, b]), min(c, a), max([a, c, b]), sorted([3, 1, 2], key=lambda x: -x), sorted('bca', key=lambda x: ord(x), reverse=True))
    print(sum([a, b, c], a), sum(x * x for x in gen(4)), any(x > 2 for x in gen(9)), all(x < 2 for x in gen(9)), list(gen(3)), tuple(gen(2)), set(gen(3)))
    print(a in [c, b, a], [a, b] == [a, b], (a, c) < (a, b), [a].index(Item(1)), [a, b, a].count(a), hash((a, b)) == hash((a, b)), {a, b, c, Item(1)}, {a: 1, Item(1): 2})
    print(a.half, tried(lambda: a.other), getattr(a, 'none', 'default'), hasattr(b, 'half'), hasattr(b, 'third'), len(c), bool(a), not b, 3 in c, c(5), [10, 20, 30, 40][c], range(a, c), f'{b:x}', format(c, 'y'))
    print(list(map(lambda x: x + 1, gen(3))), list(filter(lambda x: x % 2, range(6))), list(zip(gen(2), gen(3))), list(enumerate(gen(2))), '-'.join(map(str, [a, b])), ','.join(str(x) for x in gen(3)))
    print(list(itertools.chain(gen(2), gen(2))), list(itertools.islice(gen(9), 2, 5)), list(itertools.takewhile(lambda x: x < 2, gen(5))), list(itertools.accumulate(gen(4), lambda x, y: x + y)), functools.reduce(lambda x, y: x * 10 + y, gen(4)), dict(zip('ab', gen(2))))
    t = Tree('r', Tree('a', Tree('b')), Tree('c'))
    loop = Loop([1]); loop.append(loop)
    print(t, list(t.walk()), t.depth(), loop, list(Countdown(3)), sum(Countdown(4)), [*Countdown(2)], max(Countdown(3)), next(iter(Countdown(1))), next(Countdown(0), 'end'))
    d = {}; d[a] = 1; d[Item(1)] = 2; b += c; x, *y = Countdown(3)
    print(d, b, x, y, tried(lambda: sorted([1, 2], key=fails)), tried(lambda: list(map(fails, 'x'))), tried(lambda: sum(fails(i) for i in 'z')), tried(lambda: [1] + a), tried(lambda: {**a}))
    m = Made(1); n = [Made(i) for i in (2, 3)]; del m, n
    it = gen(5); print(Made.made, next(it), it.send('hi'), list(it), 'end', log[-12:], len(log))
    del Made.made[:], log[:]
def under(depth):
    if depth: sorted([0], key=lambda _: under(depth - 1))
    else: work()
work()
print('---')
under(60)
