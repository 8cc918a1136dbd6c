# Lengths of code objects and their parts' encodings (3.11's own instructions are not simulated).
import sys
def ctx():
    with a: b()
def cmp(a,b,c): return a < b < c
def un(x): return not x
def unp(*a): return f(*a)
def unpk(**k): return f(**k)
def dl():
    del x[1]
def ti():
    try:
        a()
    finally:
        b()
def te():
    try:
        a()
    except E as e:
        b(e)
def asrt(x):
    assert x
def lc(x): return [y for y in x]
def gen(x): return (y for y in x)
def wh(x):
    while True:
        if x: break
def aa(x): x += 1; return x
def io(x): return x is None
def ifnone(x):
    if x is None: return 1
    return 2
def tern(x): return 1 if x else 2
def orr(x, y): return x or y
def kw(x): return f(x, a=1)
def kwm(x): return x.f(a=1)
def fori(x):
    for i in x:
        if i: continue
        g(i)
def forelse(x):
    for i in x: pass
    else: h()
def glob():
    global z
    z = 1
def cls():
    class A(B, m=C): pass
def dec():
    @d
    def q(a=1, *, b=2): pass
def star(): a, *b = c
def sl(x): return x[1:2], x[1:2:3]
def dct(): return {'a': x, **y}
def mt(x):
    match x:
        case [1, y]: return y
        case {'a': z}: return z
        case P(q): return q
        case _: return 0
async def aw(): return await x
async def af():
    async for i in x: pass
    async with y as z: pass
def yf(): yield from x
def lam(): return lambda: 1
def raiser():
    raise E from F
def inn(x, y): return x in y
def notin(x, y): return x not in y
def wl(y):
    if (x := y): return x
def many(a, b): a.x = b; b[0] = a; return a.x.y(b)
def prt(x): print(f"{x:<12}", x, end="")
def ret(): return 1, 2
def nested(a):
    def i(): return a
    return i
if sys.version_info >= (3, 12):
    for n, f in list(globals().items()):
        if hasattr(f, '__code__'): print(n, len(f.__code__.co_code), len(f.__code__.co_exceptiontable), f.__code__.__sizeof__())
    def f0(): return sys._getframe()
    def f1(*a): return K.helper(*a)
    class B:
        def m(self, **k): return super().m(**k)
    print(f0().f_lasti, f1.__code__.__sizeof__(), B.m.__code__.__sizeof__(), len(compile('x = 1\ndel x\n', 'f', 'exec').co_code))
