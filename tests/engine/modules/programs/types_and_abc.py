# types: dynamic classes, coroutine(); abc: what is abstract.
import types, abc, sys, inspect, asyncio
def t(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return f'{type(e).__name__}: {e}'
for n in sorted(set(types.__all__) - {'CapsuleType'}):
    v=getattr(types,n); print(n, v if isinstance(v,type) else type(v))
class M(type):
    @classmethod
    def __prepare__(m,name,bases,**k): print('prepare',name,bases,k); return {'p':1}
    def __new__(m,n,b,ns,**k): return super().__new__(m,n,b,ns)
    def __init__(s,n,b,ns,**k): pass
class M2(type): pass
class B(metaclass=M): pass
class C2(metaclass=M2): pass
class G:
    def __mro_entries__(self,b): return (int,)
class Bad:
    def __mro_entries__(self,b): return [int]
A=types.new_class('A',(B,),{'x':1},lambda ns:ns.update(y=2)); print(A,A.y,A.p,type(A))
A=types.new_class('A',(G(),)); print(A.__mro__,len(A.__orig_bases__))
print(t(types.new_class,'Z',(Bad(),)),t(types.new_class,'Z',(B,C2)),t(types.new_class,'Z'),t(types.new_class,'Z',(),{'metaclass':M}),t(types.new_class,'Z',(),{'metaclass':lambda n,b,ns,**k:(n,b,ns,k),'q':1}))
print(types.resolve_bases((int,)),types.resolve_bases(()),t(types.prepare_class,'x',(B,),{'metaclass':type}),types.prepare_class('y'))
if hasattr(types,'get_original_bases'): print(types.get_original_bases(A) is A.__orig_bases__,types.get_original_bases(int),t(types.get_original_bases,3))
class E:
    def __init__(s): s._v=5
    def __getattr__(s,n): return 'ga '+n
    @types.DynamicClassAttribute
    def v(s):
        "doc v"
        return s._v
    @v.setter
    def v(s,x): s._v=x
    @v.deleter
    def v(s): s._v=None
e=E(); print(e.v); e.v=7; print(e.v); del e.v; print(e.v, E.__dict__['v'].__doc__, t(lambda:E.v))
@types.coroutine
def gen():
    x=yield 1
    return x
async def use(): return await gen()
c=use(); print(c.send(None))
try: c.send(5)
except StopIteration as s: print(s.value)
print(gen.__code__.co_flags & 0x100, inspect.isawaitable(gen()))
print(t(types.coroutine,3))
class Gen:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s): return s.send(None)
    def send(s,v):
        s.n+=1
        if s.n>2: raise StopIteration('done')
        return s.n
    def throw(s,*a): raise a[0]
    def close(s): pass
w=types.coroutine(lambda: Gen())
x=w(); print(type(x).__name__, x.send(None), next(x), x.__name__, x.__qualname__, list(iter(w()))); 
print(t(x.throw,ValueError('q')), x.close(), t(lambda:x.gi_code), t(lambda:x.zzz))
g=types.coroutine(lambda: (i for i in range(2)))(); print(type(g).__name__, g.gi_running, g.cr_await, g.gi_code.co_name)
class Ab(abc.ABC):
    @abc.abstractclassmethod
    def a(cls): return 'a'
    @abc.abstractstaticmethod
    def b(): return 'b'
    @abc.abstractproperty
    def c(self): pass
    @classmethod
    @abc.abstractmethod
    def d(cls): pass
    @property
    @abc.abstractmethod
    def e(self): pass
print(sorted(Ab.__abstractmethods__), t(Ab), Ab.a(), Ab.b(), Ab.__dict__['a'].__isabstractmethod__)
class Co(Ab): a=b=c=d=e=1
print(Co().a); Ab.register(int); print(isinstance(3,Ab),issubclass(bool,Ab), t(Ab.register,3))
class U(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
class V(U): pass
V.f=lambda s:1; print(t(V)); abc.update_abstractmethods(V); print(V().f(), abc.update_abstractmethods(int))
print(abc.get_cache_token()>=1, abc.ABCMeta.__module__, Ab._abc_impl is not None, type(abc.ABC), abc.ABC.__slots__)
print(sorted(n for n in dir(abc) if not n.startswith('_')))
class D1: pass
try: 
    class D2(B,C2): pass
except TypeError as e: print(e)
