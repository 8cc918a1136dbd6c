from functools import lru_cache, cache, partial
import sys
@lru_cache(None)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(480), fib.cache_info())
@lru_cache(maxsize=3)
def g(n): return n if n < 2 else g(n-1) + g(n-2)
print(g(100), g.cache_info())
@cache
def deep(n): return deep(n+1)
try: deep(0)
except RecursionError as e: print(str(e)[:32])
print(deep.cache_info().hits)
@cache
def bad(n):
    if n == 0: raise ValueError(n)
    return bad(n-1)
try: bad(300)
except ValueError as e: print(e)
print(bad.cache_info())
try: bad([])
except TypeError as e: print(e)
try: bad()
except TypeError as e: print(e)
try: bad(1,2)
except TypeError as e: print(e)
@cache
def rc(o): return sys.getrefcount(o)
x = object(); print(rc(x), rc(x), sys.getrefcount(x)); rc.cache_clear(); print(sys.getrefcount(x))
def p(n, k=0): return k if n == 0 else partial(p, n-1)(k+1)
print(p(400))
def q(a, b, c): return sys.getrefcount(a), sys.getrefcount(b)
z = object(); h = partial(q, z)
print(h(x, 1), h(x, c=2), sys.getrefcount(z), sys.getrefcount(x))
try: h(1)
except TypeError as e: print(e)
class C:
    @cache
    def m(self, n): return n if n < 2 else self.m(n-1) + self.m(n-2)
print(C().m(300))
@cache
def gen(n):
    yield n
    yield n+1
print(list(gen(1)), list(gen(1)))
@cache
def again(n):
    again.cache_clear()
    return n
print(again(3), again.cache_info())
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return self.n == o.n
@lru_cache(2)
def kk(k): return k.n
print([kk(K(i % 3)) for i in range(7)], kk.cache_info())
@cache
def kw(a, *, b=1): return (a, b)
print(kw(1), kw(1, b=1), kw(a=1), kw.cache_info())
