import functools, operator, heapq, bisect, contextlib, reprlib, keyword
@functools.lru_cache(maxsize=2)
def f(x): return x*2
f(1); f(2); f(1); f(3); print(f.cache_info(), f.__name__, f.cache_parameters())
@functools.cache
def g(n): return n if n<2 else g(n-1)+g(n-2)
print(g(30), g.cache_info())
p = functools.partial(int, base=2); print(p('101'), p)
@functools.singledispatch
def s(x): return 'obj'
@s.register
def _(x: int): return 'int'
@s.register(list)
def _(x): return 'list'
print(s(1), s([]), s('a'))
class C:
    @functools.cached_property
    def v(self): print('calc'); return 3
c=C(); print(c.v, c.v)
@functools.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(a,b): return a.v==b.v
    def __lt__(a,b): return a.v<b.v
print(T(1)<=T(2), T(1)>T(2))
print(sorted([3,1,2], key=functools.cmp_to_key(lambda a,b:b-a)), functools.reduce(operator.add,[1,2,3]))
h=[5,3,8]; heapq.heapify(h); print(h, heapq.nsmallest(2,h), heapq.nlargest(2,[1,5,3]), list(heapq.merge([1,3],[2,4])))
print(bisect.bisect([1,2,3],2), operator.itemgetter(1,2)('abc'), operator.attrgetter('a.b'), operator.methodcaller('upper')('x'))
@contextlib.contextmanager
def cm():
    print('in'); yield 1; print('out')
with cm() as x: print(x)
with contextlib.suppress(ValueError): raise ValueError
with contextlib.ExitStack() as st: st.enter_context(cm()); st.callback(print,'cb')
print(reprlib.repr(list(range(100))), keyword.iskeyword('if'))
