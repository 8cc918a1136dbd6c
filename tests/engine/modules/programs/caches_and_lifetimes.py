import functools, gc, weakref, sys
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
@functools.lru_cache(maxsize=2)
def f(x): return T(x)
f(1); f(2); print(f.cache_info()); f(1); f(3); print(f.cache_info()); f.cache_clear(); print(f.cache_info())
@functools.cache
def g(o): return o.n
t = T(10); g(t); r = weakref.ref(t); print(sys.getrefcount(t)); del t; print(r() is not None); g.cache_clear(); print(r())
class C:
    @functools.cached_property
    def big(self): print('compute'); return T('big')
    @functools.lru_cache
    def m(self): return 1
c = C(); c.big; c.big; print(sorted(c.__dict__), sys.getrefcount(c.big)); del c.big; c.big; r = weakref.ref(c); del c; print('gone', r())
c = C(); c.m(); r = weakref.ref(c); del c; gc.collect(); print(r() is not None, C.m.cache_info()); C.m.cache_clear(); print(r())
print(f.cache_parameters(), f.__wrapped__.__name__, sys.getsizeof(f), sys.getsizeof(functools.partial(f, 1)))
p = functools.partial(print, T('arg'), sep=''); q = functools.partial(p, 2); print(q.func is print, len(q.args), sys.getrefcount(q.args[0])); del p; q = None
@functools.singledispatch
def s(a): return 'o'
@s.register
def _(a: int): return 'i'
print(s(1), s('x'), s(True), s.registry.keys().__len__(), s.dispatch(bool) is s.registry[int])
class Cell:
    @functools.cached_property
    def v(self): return self
@functools.lru_cache(maxsize=None, typed=True)
def h(*a, **k): return (a, k)
h(1); h(1.0); h(a=1); h(1, b=2); print(h.cache_info())
try: h([])
except TypeError as e: print(e)
print(functools.reduce(lambda a, b: a + [b], range(3), []))
@functools.lru_cache(2)
def rec(n): return 1 if n == 0 else rec(n - 1) + 1
print(rec(10), rec.cache_info())
@functools.total_ordering
class O:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(O(1) <= O(1), O(2) > O(1), O(1) >= O(2))
class S: 
    __slots__ = ('x',)
    @functools.cached_property
    def p(self): return 1
try: S().p
except TypeError as e: print(e)
