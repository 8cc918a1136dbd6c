# Reference counts in exceptions, generators, coroutines, classes, weak references and collections.
import sys, gc, weakref, contextlib, asyncio, dataclasses, enum, collections, types
R = sys.getrefcount
d = []
class E(Exception): pass
def f():
    x = []
    try:
        raise E(x)
    except E as e:
        print(R(x), R(e), R(e.args), R(e.__traceback__), R(type(e)) > 5)
        y = e
    print(R(y), R(y.__traceback__), R(x))
    try:
        try: raise y
        finally: print('fin', R(y))
    except E as z: print(R(z), z is y)
    try: raise E from y
    except E as q: print(R(y), R(q.__cause__), R(q.__context__) if q.__context__ else None)
    try:
        try: 1/0
        except ZeroDivisionError as zd: raise E(zd)
    except E as q: print(R(q.__context__), R(q.args[0]))
f()
def gen(a):
    b = yield R(a)
    while True: b = yield R(a), R(b)
g = gen(d); print(next(g), g.send(d), g.send(1)[0], R(d)); g.close(); print(R(d)); del g; print(R(d))
def outer(a):
    def inner(): return R(a)
    return inner
i = outer(d); print(i(), R(d), R(i.__closure__[0]), R(i)); del i
def dele(x):
    r = [yield_ for yield_ in [R(x)]]
    return r
print(dele(d))
def yf(): yield from gen(d)
g = yf(); print(next(g), next(g)[0]); print(R(g.gi_yieldfrom)); del g
async def co(x): return R(x)
print(asyncio.run(co(d)))
async def co2(x): return await co(x), R(x)
print(asyncio.run(co2(d)))
async def ag(x):
    yield R(x)
async def m():
    async for z in ag(d): print(z)
    print([z async for z in ag(d)])
    async with contextlib.AsyncExitStack() as st: print(R(st))
asyncio.run(m())
@contextlib.contextmanager
def cm(x):
    yield R(x)
with cm(d) as z: print(z)
with cm(x=d) as z: print(z)
@dataclasses.dataclass
class DC:
    a: object
    b: list = dataclasses.field(default_factory=list)
    def __post_init__(self): print('pi', R(self), R(self.a))
x = DC(d); print(R(x), R(x.a), R(x.b)); y = DC(a=d, b=d); print(R(d)); z = dataclasses.astuple(x)
del x, y, z
class En(enum.Enum):
    A = 1
    B = 2
print(R(En.A), R(En('A') if 0 else En(1)), R(En['B']))
NT = collections.namedtuple('NT', 'a b')
n = NT(d, 1); print(R(n.a), R(n), R(d)); n2 = n._replace(b=2); print(R(d)); a, b = n; del n, n2, a, b
print(R(d))
class S:
    __slots__ = ('a',)
    def __init__(self, a): self.a = a
s = S(d); print(R(s.a), R(s)); del s.a; print(R(d))
class Base:
    def __init__(self, x): self.x = x; print('base', R(self), R(x))
    def m(self, x): return R(self), R(x)
class Der(Base):
    def __init__(self, x): super().__init__(x); print('der', R(self), R(x))
    def m(self, x): return super().m(x)
for k in range(3): Der(d)
q = Der(d); print(q.m(d), q.m(d), super(Der, q).m(d), Base.m(q, d))
class Meta(type):
    def __call__(cls, *a): print('mc', R(a[0])); return super().__call__(*a)
class MM(metaclass=Meta):
    def __init__(self, x): print('mi', R(self), R(x))
MM(d); MM(d)
class Desc:
    def __get__(self, o, t): return R(self), R(o)
    def __set__(self, o, v): print('ds', R(self), R(o), R(v))
    def __delete__(self, o): print('dd', R(o))
class HD: x = Desc()
h = HD(); print(h.x, getattr(h, 'x')); h.x = d; setattr(h, 'x', d); del h.x
w = weakref.ref(h, lambda r: print('cb', R(r))); print(R(h), R(w), R(w())); del h
p = weakref.WeakValueDictionary(); 
class W: pass
o = W(); p['a'] = o; print(R(o), R(p['a'])); del o; print(len(p))
def va(*args, **kw): return R(args), R(kw), [R(x) for x in args]
print(va(d, d), va(*[d, d]), va(*(d,), **{'a': d}))
def lv():
    x = []; y = x; z = [x, y]; x2, y2 = x, y
    return R(x), R(z), len(locals()), R(x)
print(lv())
def loc():
    x = []
    l = locals()
    return R(x), R(l)
print(loc())
def glob():
    global gg
    gg = []; a = R(gg); del gg; return a
print(glob())
def walrus():
    if (x := []) is not None: return R(x)
print(walrus())
def chain(): 
    a = b = c = []
    return R(a), (1 < R(b) < 10)
print(chain())
def tern(x): return R(x) if x is not None else 0, R(x or 1), R(x) and R(x)
print(tern([1]))
def st(): 
    x = [1, 2, 3]; y = x[:]; z = x[0:2]
    a, *b = x
    return R(x), R(y), R(z), R(b), R([*x, *y]), R({**{'a': x}}['a']), R((x, y)[0])
print(st())
print([R(o) for o in gc.get_referrers(d)][:0], R(d))
def ms(x):
    match x:
        case [a, b]: return R(a), R(x)
        case {'k': v}: return R(v), R(x)
        case str() | int(): return R(x) > 0
        case DC(a=aa): return R(aa), R(x)
        case _: return R(x)
print(ms([d, 1]), ms({'k': d}), ms(1), ms(d), ms((d, d)))
exec('print(R(d), R(d))'); print(eval('R(d)'))
t = types.SimpleNamespace(a=d); print(R(t.a), R(t)); del t
dd = collections.defaultdict(list); dd['a'].append(d); print(R(dd['a']), R(d)); del dd
od = collections.OrderedDict(a=d); print(R(od['a'])); od.move_to_end('a'); print(R(d)); del od
dq = collections.deque([d, d]); print(R(dq[0])); dq.rotate(1); dq.pop(); print(R(d)); del dq
cc = collections.ChainMap({'a': d}); print(R(cc['a'])); del cc
ct = collections.Counter([1, 1]); print(R(ct)); 
print(sorted([[2], [1]], key=lambda x: (R(x), x[0])[1]), R(d))
