from functools import *
@lru_cache(maxsize=2)
def f(x): print("call", x); return x * 2
f(1); f(2); f(1); f(3); f(2); print(f.cache_info(), f.cache_parameters()); f.cache_clear(); print(f.cache_info(), f.__wrapped__.__name__)
@cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80), fib.cache_info())
try: f([])
except TypeError as e: print(e)
p = partial(int, base=2); print(p("101"), p, p.func, p.args, p.keywords, partial(partial(max, 1), 2)())
@singledispatch
def s(a): return "obj"
@s.register
def _(a: int): return "int"
@s.register(list)
def _(a): return "list"
print(s(1), s([]), s("x"), s(True), s.dispatch(bool).__name__, list(s.registry))
try: s()
except TypeError as e: print(e)
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) <= T(2), T(2) > T(1), T(1) >= T(1))
class CP:
    @cached_property
    def v(self): print("once"); return 7
c = CP(); print(c.v, c.v, c.__dict__)
print(reduce(lambda a, b: a + b, [1,2,3], 10), cmp_to_key(lambda a, b: b - a)(3) < cmp_to_key(lambda a, b: b-a)(2), sorted([3,1,2], key=cmp_to_key(lambda a, b: b - a)))
try: reduce(lambda a, b: a, [])
except TypeError as e: print(e)
def deco(fn):
    @wraps(fn)
    def w(*a): "w doc"; return fn(*a)
    return w
@deco
def g(x: int) -> str: "g doc"
print(g.__name__, g.__doc__, g.__wrapped__.__name__, g.__annotations__)
class M:
    def m(self, a, b): return (a, b)
    pm = partialmethod(m, 1)
print(M().pm(2))
try:
    @total_ordering
    class Z: pass
except ValueError as e: print(e)
for s_ in ["partial()", "partial(1)", "lru_cache(1.5)(len)", "lru_cache('a')", "reduce(1)", "reduce(max, 1)", "cmp_to_key()", "singledispatch(len).register(1)", "cached_property(1).__get__(1)"]:
    try: print(eval(s_))
    except Exception as e: print(s_, type(e).__name__, e)
