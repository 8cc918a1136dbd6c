import sys
g=sys.getrefcount
class A:
    def __init__(self, x, **k): print('init', g(self), g(x))
class B:
    def __new__(cls, x, **k): print('new', g(x)); return object.__new__(cls)
    def __init__(self, x, **k): print('init', g(self), g(x))
class C:
    def __call__(self, x, **k): print('call', g(self), g(x))
class M(type):
    def __call__(cls, x, **k): print('meta', g(x)); return super().__call__(x, **k)
class E(metaclass=M):
    def __init__(self, x, **k): print('Einit', g(self), g(x))
class F:
    def __init_subclass__(cls, x=None, **k): print('sub', g(x))
o = object()
A(o); A(o, y=1); A(x=o); A(*[o]); A(*[o], **{'y': 1})
B(o); B(o, y=1); B(x=o)
c = C()
c(o); c(o, y=1); c(x=o); c(*[o], **{'z': 1})
E(o); E(o, y=1)
class G(F, x=o): pass
import functools
def f(x, *a, **k): print('f', g(x))
f(o, y=1); f(x=o); f(*[o], **{'y': 1})
m = c.__call__; m(o, y=1)
list(map(lambda x, y: print('map', g(x)), [o], [1]))
sorted([o, o], key=lambda x: print('key', g(x)) or 0)
min(o, o, key=lambda x: print('min', g(x)) or 0); max(o, o, key=lambda x: print('max', g(x)) or 0); min([o], key=lambda x: print('minl', g(x)) or 0)
min(o, o, default=1, key=lambda x: 0) if 0 else None
@functools.lru_cache
def lc(x): print('lru', g(x))
lc(o); lc(x=o)
functools.reduce(lambda a, b: print('red', g(a), g(b)), [o, o])
getattr(c, '__call__')(o)
print(isinstance(o, object))
class W:
    def __enter__(self): print('enter', g(self)); return self
    def __exit__(self, *a): print('exit', g(self))
    def __getattr__(self, n): return g(self)
    def __setattr__(self, n, v): print('setattr', g(self), g(v))
    def __delattr__(self, n): print('delattr', g(self))
    def __setitem__(self, k, v): print('setitem', g(self), g(v))
    def __lt__(self, o): print('lt', g(self), g(o)); return True
    def __iadd__(self, o): print('iadd', g(self), g(o)); return self
    def __get__(self, i, t): return g(self), g(i)
    def __index__(self): print('index', g(self)); return 0
w = W()
with w: pass
print(w.foo); w.foo = o; del w.foo; w[0] = o; w < o; w += o; [1][w]
sorted([w, w]); print(min(w, w) is w)
class X: y = w
x = X(); print(x.y)
