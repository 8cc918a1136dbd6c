# Reference counts inside the methods that constructors and operators call, by how often the call has run.
import sys
R = sys.getrefcount
class A:
    def __str__(self): return 'r%d' % R(self)
    def __repr__(self): return 'p%d' % R(self)
    def __int__(self): return R(self)
    def __iter__(self): return iter([R(self)])
    def __len__(self): return R(self)
    def __float__(self): return float(R(self))
    def __bool__(self): print('b', R(self)); return True
a = A()
def f(x): return str(x)
print([f(a) for i in range(12)])
def f(x): return int(x)
print([f(a) for i in range(12)])
def f(x): return tuple(x)
print([f(a) for i in range(12)])
def f(x): return list(x)
print([f(a) for i in range(12)])
def f(x): return len(x)
print([f(a) for i in range(12)])
def f(x): return float(x)
print([f(a) for i in range(12)])
def f(x): return repr(x)
print([f(a) for i in range(12)])
def f(x): return str(object=x)
print([f(a) for i in range(12)])
def f(x): return bool(x)
print([f(a) for i in range(3)])
for i in range(12): print(str(a), end=' ')
print()
class T(type):
    def __call__(cls, x): return R(cls), R(x)
class B(metaclass=T): pass
d = []
def f(x): return B(x)
print([f(d) for i in range(12)])
class I:
    def __init__(self, x): print(R(self), R(x), end=' ')
def f(x): return I(x)
for i in range(12): f(d)
print()
for i in range(12): I(x=d)
print()
class N:
    def __new__(cls, x): print(R(cls), R(x), end=' '); return object.__new__(cls)
def f(x): return N(x)
for i in range(12): f(d)
print()
class G:
    def __getitem__(self, i): return R(self), R(i)
    def __getattr__(self, n): return R(self)
    @property
    def p(self): return R(self)
    def m(self, x): return R(self), R(x)
g = G()
def f(x): return x[d]
print([f(g) for i in range(12)])
def f(x): return x.q
print([f(g) for i in range(12)])
def f(x): return x.p
print([f(g) for i in range(12)])
def f(x): return x.m(d)
print([f(g) for i in range(12)])
def f(x): return x.q.bit_length()
print([f(g) for i in range(12)])
def f(x):
    y = x.m
    return y(d)
print([f(g) for i in range(12)])
class H:
    def __getattribute__(self, n): return R(self)
h = H()
def f(x): return x.q
print([f(h) for i in range(12)])
