# collections.abc: what is an instance of what; the methods that come for free.
import collections.abc as A, sys, inspect, gc
def t(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return f'{type(e).__name__}: {e}'
import types
samples=[1,'a',b'a',bytearray(),[],(),{},set(),frozenset(),range(3),iter([]),iter({}),iter(''),reversed([]),(i for i in ()),{}.keys(),{}.values(),{}.items(),zip(),map(len,[]),print,int,None,memoryview(b''),types.SimpleNamespace(),iter(range(3)),iter(range(1<<70)),open,object()]
for n in A.__all__:
    try: c=getattr(A,n)
    except Exception as e: print(n,e); continue
    print(n,[isinstance(s,c) for s in samples],sorted(c.__abstractmethods__),[b.__name__ for b in c.__mro__],c.__module__, t(lambda:c[int]), c.__slots__)
class L(A.Sequence):
    def __init__(s,*a): s.d=list(a)
    def __len__(s): return len(s.d)
    def __getitem__(s,i): return s.d[i]
l=L(1,2,3,2,float('nan'))
print(list(l)[:4],2 in l,9 in l,l.index(2),l.index(2,2),t(l.index,9),t(l.index,1,1),l.index(2,-3,-1),l.count(2),list(reversed(l))[1:])
class ML(L,A.MutableSequence):
    def __setitem__(s,i,v): s.d[i]=v
    def __delitem__(s,i): del s.d[i]
    def insert(s,i,v): s.d.insert(i,v)
m=ML(1,2,3); m.append(4); m.extend([5,6]); m.reverse(); m+= [7]; print(m.d,m.pop(),m.pop(0),t(m.remove,99)); m.remove(3); m.extend(m); print(m.d); m.clear(); print(m.d,t(m.pop))
class S(A.MutableSet):
    def __init__(s,it=()): s.d=list(dict.fromkeys(it))
    def __contains__(s,x): return x in s.d
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
    def add(s,x):
        if x not in s.d: s.d.append(x)
    def discard(s,x):
        if x in s.d: s.d.remove(x)
    def __repr__(s): return f'S{s.d}'
    __hash__=A.Set._hash
a,b=S([1,2,3]),S([2,3,4])
print(a&b,a|b,a-b,a^b,a<b,a<=a,a>b,a>=a,a==b,a==S([3,2,1]),a!=b,a.isdisjoint(b),{2}&a,{9}|a,{1,9}-a,{1,9}^a,a=={1,2,3},hash(a)==hash(frozenset([1,2,3])),t(lambda:a<[1]),a.__le__([1]))
a|=b; print(a); a&=b; print(a); a-=[2]; print(a); a^=[3,7]; print(a); a^=a; print(a); print(t(a.pop),t(a.remove,3)); a|=[1]; print(a.pop(),a); a-=a
class M(A.MutableMapping):
    def __init__(s,**k): s.d=k
    def __getitem__(s,k): return s.d[k]
    def __setitem__(s,k,v): s.d[k]=v
    def __delitem__(s,k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m=M(a=1,b=2)
print(list(m.values()),m.get('a'),m.get('z',5),'a' in m,m=={'a':1,'b':2},m.pop('a'),t(m.pop,'a'),m.pop('a',3),m.setdefault('q',9),m.setdefault('q',1),sorted(m.items()),('q',9) in m.items(),9 in m.values(),m.keys()&{'q'},m.items()|{1},t(lambda:reversed(m)))
m.update({'x':1},y=2); m.update([('z',3)]); print(dict(m)); print(m.popitem()); m.clear(); print(t(m.popitem)); 
class KK:
    def keys(s): return ['k']
    def __getitem__(s,k): return k*2
m.update(KK()); print(m.d)
class I:
    def __iter__(s): pass
class J(I): __iter__=None
print(isinstance(I(),A.Iterable),isinstance(J(),A.Iterable),issubclass(J,A.Iterable)); 
class Sub(A.Iterable): pass
print(issubclass(I,Sub), Sub.__subclasshook__(I), A.Iterable.__subclasshook__(I), A.Iterable.__subclasshook__.__qualname__)
print(A.Callable[[int,str],bool],A.Callable[...,int].__args__,t(lambda:A.Callable[int]),A.Callable[[],int].__args__,A.Callable[[int],str].__reduce__())
class G(A.Generator):
    def send(s,v): raise StopIteration
    def throw(s,*a): return A.Generator.throw(s,*a)
g=G(); print(t(g.close),t(g.throw,ValueError),t(g.throw,ValueError,ValueError('q')),t(next,g),iter(g) is g)
class G2(G):
    def throw(s,*a): return 1
print(t(G2().close)); print(t(A.Sized),t(A.Mapping))
class X(A.Hashable): pass
print(t(X),A.Hashable.__hash__(3))
class CC(A.Collection):
    pass
print(t(CC)); print(isinstance([],A.Reversible),A.MappingView.__slots__,A.Mapping.__reversed__)
