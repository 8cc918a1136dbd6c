# copy: every way to copy, with the reference counts that the hooks see.
import copy, sys, gc, weakref, copyreg
from sys import getrefcount as g
def t(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return f'{type(e).__name__}: {e}'
class A:
    def __init__(s): s.x=[1]
    def __reduce_ex__(s,p): print('rx',p,g(s)); return (A,(),s.__dict__)
class B:
    def __deepcopy__(s,m): print('dc',g(s),len(m)); return s
    def __copy__(s): print('c',g(s)); return s
class C:
    __slots__=('p','q')
    def __setstate__(s,st): print('ss',g(s),st); s.p=st[1]['p']
class D:
    __slots__=('p','q')
class E(list): pass
class F(dict): pass
class H:
    def __reduce_ex__(s,p): return 'name'
class K:
    def __reduce_ex__(s,p): return (L,(1,[2]),{'a':[3]},iter([4,5]),iter({6:7}.items()))
class L(list):
    def __init__(s,*a): s.args=a
    def __setitem__(s,k,v): s.d=getattr(s,'d',{}); s.d[k]=v
a=A(); b=copy.copy(a); print(b.x is a.x); c=copy.deepcopy(a); print(c.x is a.x,c.x)
b=B(); print(copy.copy(b) is b, copy.deepcopy([b,b])[0] is b)
c=C(); c.p=[1]; d=copy.copy(c); print(d.p is c.p); d=copy.deepcopy(c); print(d.p is c.p)
x=D(); x.p=x; y=copy.deepcopy(x); print(y.p is y, hasattr(y,'q'))
e=E([1,[2]]); e.z=3; f=copy.deepcopy(e); print(f,f.z,f[1] is e[1]); f=copy.copy(e); print(f,f.z,f[1] is e[1])
f=F(a=[1]); f.self=f; h=copy.deepcopy(f); print(h, h.self is h)
h=H(); print(copy.copy(h) is h, copy.deepcopy(h) is h)
k=copy.deepcopy(K()); print(k,k.args,k.a,k.d); k=copy.copy(K()); print(k,k.args,k.a,k.d)
l=[1]; l.append(l); m=copy.deepcopy(l); print(m[1] is m)
tp=(1,[2]); print(copy.deepcopy(tp)[1] is tp[1], copy.deepcopy((1,2)) is (1,2)); tt=([],); tt[0].append(tt); u=copy.deepcopy(tt); print(u[0][0] is u)
d={}; d['d']=d; e=copy.deepcopy(d); print(e['d'] is e)
print(t(copy.copy,open), t(copy.deepcopy,(i for i in [])) , t(copy.copy,(i for i in [])), t(copy.deepcopy,sys), t(copy.copy,memoryview(b'a')))
class Me:
    def f(s): pass
me=Me(); n=copy.deepcopy(me.f); print(n.__self__ is me, n.__func__ is Me.f)
memo={}; z=[[]]; copy.deepcopy(z,memo); print(len(memo), memo[id(memo)]==[z[0],z] or [type(i) for i in memo[id(memo)]], g(z[0]))
copyreg.pickle(Me,lambda o:(print('tab',g(o)),(Me,()))[1]); copy.copy(me); copy.deepcopy(me)
class No:
    __reduce_ex__=None; __reduce__=None
print(t(copy.copy,No())[:50],t(copy.deepcopy,No())[:50])
if hasattr(copy,'replace'):
    import dataclasses
    @dataclasses.dataclass
    class P: a:int; b:int=2
    print(copy.replace(P(1),b=5), t(copy.replace,3,a=1))
print(copy.Error is copy.error, copy.__all__)
s={1,(2,)}; print(copy.copy(s) is s, copy.deepcopy(s)==s, copy.deepcopy(frozenset([1])))
w=weakref.ref(me); print(copy.deepcopy(w) is w, copy.copy(w) is w); print(copy.deepcopy(slice(1,2)), copy.deepcopy(bytearray(b'a')), copy.deepcopy(range(3)), copy.deepcopy(Ellipsis), copy.deepcopy(int), copy.deepcopy(print))
gc.collect(); gc.disable(); a0=gc.get_count()[0]; q=copy.deepcopy([[1],[2],{'a':[3]}]); print(gc.get_count()[0]-a0)
import tracemalloc; tracemalloc.start(); q=copy.deepcopy([[1],[2],{'a':[3]}]); b0=tracemalloc.get_traced_memory()[0]; r=copy.deepcopy([[1],[2],{'a':[3]}]*20); print(tracemalloc.get_traced_memory()[0]-b0)
