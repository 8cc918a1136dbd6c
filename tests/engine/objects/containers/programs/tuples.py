import sys
def ex(src, **ns):
    try:
        exec(src, ns); print(ns.get('x'))
    except Exception as e: print(src, '->', type(e).__name__, e)
for src in ['x=(1,2)[5]', 'x=(1,2)["a"]', 'x=(1,)+[2]', 'x=(1,)*3', 'x=()*5', 'x=(1,2).index(3)', 'x=(1,2,1).count(1)', 'x=(1,2,3)[::-1]', 'x=(1,2)<(1,3)', 'x=(1,)<[1]', 'x=hash((1,[]))', 'x=tuple(5)', 'x=tuple(1,2)', 'x=tuple(a=1)', 'x=(1,); x[0]=2', 'del (1,)[0]', 'x=hash((1,2,3))', 'x=hash(())', 'x=hash((1,(2,(3,))))', 'x=hash(("a",1.5,None))', 'x=hash((-1,))',
            'x=tuple(i for i in range(30))', 'x=tuple({1:2})', 'x=tuple("abc")', 'x=(1,2)*10**30', 'x=range(5)[7]', 'x=range(5)[1:4]', 'x=range(0,10,3)[::-1]', 'x=range(1,2,0)', 'x=range("a")', 'x=range()', 'x=range(1.5)', 'x=range(10**20)', 'x=len(range(10**20))', 'x=range(10**20)[5]', 'x=list(range(10**20,10**20+3))', 'x=3 in range(5)', 'x=2.0 in range(5)', 'x="a" in range(5)', 'x=range(3)==range(0,3,1)', 'x=hash(range(3))==hash(range(0,3))', 'x=range(0)==range(5,1)',
            'x=range(5).index(3)', 'x=range(5).index(9)', 'x=range(0,10,2).count(4)', 'x=list(reversed(range(0,10,3)))', 'x=range(5).start,range(5).stop,range(5).step', 'x=bool(range(0))', 'x=range(10)[2:8:3]', 'x=repr(range(1,5)),repr(range(0,9,2))', 'x=slice(1,2,3)', 'x=slice(5).indices(3)', 'x=slice(None,None,-1).indices(5)', 'x=slice(0).indices(-1)', 'x=slice(1,2)==slice(1,2)', 'x=slice(1)<slice(2)', 'x=slice()', 'x=slice("a").indices(3)', 'x=hash(slice(1,2))', 'x=slice(1,10,2).indices(10**30)',
            'x=list(enumerate("ab",5))', 'x=enumerate()', 'x=enumerate(5)', 'x=list(zip("ab",[1]))', 'x=list(zip("ab",[1],strict=True))', 'x=list(zip([1],"ab",strict=True))', 'x=list(zip([1],[2],[],strict=True))', 'x=list(zip())', 'x=zip(1)', 'x=zip(a=1)', 'x=map(int)', 'x=type(map(5,[1]))', 'x=list(map(5,[1]))', 'x=list(map(pow,[2,3],[3,2]))', 'x=list(filter(None,[0,1,"",2]))', 'x=list(filter(lambda v:v>1,[1,2,3]))', 'x=filter(1)', 'x=reversed(5)', 'x=reversed({1})', 'x=list(reversed("abc"))', 'x=list(reversed((1,2)))', 'x=iter(5)', 'x=next(iter([]),"d")', 'x=list(iter([1,2,3].pop,1))', 'x=iter(1,2)']:
    ex(src)
print([sys.getsizeof(tuple(range(n))) for n in (0, 1, 2, 10, 20, 21)])
z = zip([1,2,3],[4,5,6]); a = next(z); i = id(a); del a; b = next(z); print(id(b) == i); c = next(z); print(id(c) == i, b, c)
e = enumerate('xyz'); a = next(e); i = id(a); del a; b = next(e); print(id(b) == i, b)
print((1,).__repr__(), (1, (2, ())), ((),), () == tuple(), (1, 2).__getnewargs__())
class T(tuple): pass
print(T([1, 2]), T([1]) + (2,), type(T([1])[:]), T([1, 2]) == (1, 2), hash(T([1])) == hash((1,)))
t = ([],); t[0].append(t); print(t)
x = (1, 2, 3); print(x[:] is x, tuple(x) is x, x[0:3] is x, (x + ()) is x, x * 1 is x)
class G:
    def __getitem__(s, i):
        if i > 3: raise IndexError
        return i * i
print(list(G()), tuple(G()), 4 in G(), list(reversed([*G()])), sum(G()), max(G()), [*zip(G(), 'ab')])
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 3: raise StopIteration
        return s.n
    def __length_hint__(s): return 10
l = list(It()); print(l, sys.getsizeof(l)); print(tuple(It()), set(It()), dict(enumerate(It())))
class Bad(It):
    def __length_hint__(s): return -1
try: list(Bad())
except ValueError as e: print(e)
print(type(iter(())), type(iter([])), type(iter({})), type(iter(set())), type(iter('a')), type(iter('é')), type(iter(b'')), type(iter(range(1))), type(iter(range(10**30))), type(iter({}.items())), type(iter(int, 1)), type(iter(G())), type(reversed([])), type(reversed({})), type(reversed(())))
print(None.__class__, type(...), type(NotImplemented), repr(...), bool(None), hash(None))
for f in (type(None), type(...), type(NotImplemented)):
    print(f() is f())
    try: f(1)
    except TypeError as e: print(e)
import types
n = types.SimpleNamespace(a=1, b=[2]); n.c = n; print(n, n == types.SimpleNamespace(a=1), types.SimpleNamespace(**{'a b': 1}), vars(types.SimpleNamespace(z=1)))
