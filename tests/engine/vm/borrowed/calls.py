import sys
g = sys.getrefcount
def show(name, *a): print(name, *a)
def c1():
    v = []
    f = lambda: g(v)
    return f(), g(v), (lambda x=v: g(x))(), f()
show('cells', *c1())
def c2(v):
    def f(): return g(v)
    return f(), g(v)
def c2b():
    d = []
    return c2(d), g(d), c2([])
show('param cell', *c2b())
def gen(x):
    yield g(x)
    y = []
    yield g(y), g(x)
    for z in (x, y): yield g(z)
def c3():
    d = []
    it = gen(d)
    r = [g(d)]
    for v in it: r.append((v, g(d)))
    return r
show('gen', c3())
def gen2(x):
    with CM(x) as y: yield g(x), g(y)
    r = yield x
    yield g(r)
class CM:
    def __init__(s, x): s.x = x
    def __enter__(s): return s.x
    def __exit__(s, *a): pass
def c4():
    d = []
    it = gen2(d)
    a = next(it)
    b = next(it)
    c = it.send(d)
    return a, g(b), c, g(d)
show('gen with', c4())
def c5(): 
    d = []
    def rec(x, n): return g(x) if n == 0 else rec(x, n - 1)
    return [rec(d, n) for n in range(4)], rec([], 0), rec([], 3)
show('rec', *c5())
def kw(a, *args, k=None, **kws): return g(a), [g(x) for x in args], g(k), {n: g(v) for n, v in kws.items()}
def c6():
    d = []
    return kw(d), kw(d, d), kw(d, k=d), kw(d, z=d), kw(a=d), kw(*[d]), kw(**{'a': d}), kw(*(d, d), k=d)
show('kw', *c6())
class I:
    def __init__(self, x, y=None): self.s = (g(self), g(x), g(y))
def c7():
    d = []
    r = []
    for _ in range(4): r.append(I(d).s)
    r.append(I(d, d).s); r.append(I(x=d).s)
    return r
show('init', c7())
class N:
    def __new__(cls, x): o = object.__new__(cls); show('new', g(x), g(o)); return o
    def __init__(self, x): show('ninit', g(self), g(x))
def c8():
    d = []
    N(d); N(d)
c8()
def c9():
    d = []
    e = d if g(d) else None
    f = d or 1
    h = [d, d][0]
    i, j = d, h
    (k := d)
    t = (d,)
    return g(d), g(e), g(t[0]), g(*t)
show('alias', c9())
def c10():
    a, b = [], []
    a, b = b, a
    x = a; x = b
    del x
    return g(a), g(b)
show('swap', c10())
def c11():
    d = {}
    d['k'] = []
    d.setdefault('z', []).append(d)
    return g(d['k']), g(d), [g(v) for v in d.values()], [g(v) for k, v in d.items()], g(d.get('k'))
show('dict', *c11())
async def co(x): return g(x)
def c12():
    d = []
    c = co(d)
    try: c.send(None)
    except StopIteration as s: return s.value, g(d)
show('coro', *c12())
def c13():
    d = []
    return list(map(g, [d, d])), sorted([d], key=g), g(max([d], key=g)), f'{g(d)}', '%d %s' % (g(d), d), str(d), [*map(lambda x: g(x), [d])]
show('native', *c13())
def deco(f):
    def w(*a, **k): return f(*a, **k)
    return w
@deco
def dd(x): return g(x)
def c14():
    d = []
    return dd(d), dd([]), dd(x=d)
show('deco', *c14())
from functools import partial, reduce
def c15():
    d = []
    return partial(lambda x: g(x), d)(), partial(lambda x, y: g(y), 1)(d), reduce(lambda a, x: g(x), [d, d], 0), next(filter(lambda x: g(x), [d])) is d
show('partial', *c15())
def c16():
    d = []
    try: return g(d)
    finally: show('fin', g(d))
show('ret fin', c16())
def c17():
    d = []
    r = []
    for _ in range(2):
        e = d
        r.append(g(d))
        if len(r) > 1: break
    else: pass
    return r, g(d)
show('loop alias', *c17())
def c18():
    d = []
    s = [g(d) for x in [1] if g(d)]
    t = [(g(x), g(y)) for x in [d] for y in [x, x]]
    u = [g(y) for x in [d] if (y := x) is not None]
    v = list(g(x) for x in [d]), tuple(g(d) for x in [1]), any(print('any', g(d)) for x in [1]), sum(g(x) for x in [d])
    return s, t, u, v, g(d)
show('compr', *c18())
def c19(a, b, c):
    return g(a), g(b), g(c)
def c19b():
    a = []
    return c19(a, a, a), c19(a, [], a), c19(b=a, a=a, c=[])
show('three', *c19b())
def c20():
    def inner(x):
        x = x
        return g(x)
    def inner2(x):
        x = [x, x][0]
        return g(x)
    d = []
    return inner(d), inner2(d), inner([])
show('rebind', *c20())
import weakref
class W: pass
def c21():
    w = W()
    r = weakref.ref(w)
    return g(w), g(r()), g(r), g(w)
show('weak', *c21())
def c22():
    w = W(); w.a = []; w.b = w.a
    x = w.a
    return g(w.a), g(x), g(w), g(w.__dict__), g(w)
show('attr', *c22())
def c23(*args, **kw): return g(args), g(args[0]), g(kw)
def c23b():
    d = []
    return c23(d), c23(d, k=1)
show('star', *c23b())
