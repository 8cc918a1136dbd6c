# What the built-in types answer where a program's own class meets them: weak references' reprs, int.from_bytes, range's bounds,
# keyword arguments and pickling of set subclasses.
import weakref, collections, types, re
class C:
    def m(self): pass
class D:
    class E: pass
class Cfg(dict):
    def __getattr__(self, x): return self[x]
E_ = type('Named', (), {'__module__': 'some.mod'})
class N:
    __name__ = 'nn'
def show(f):
    try: print(re.sub('0x[0-9a-f]+', 'AT', f()))
    except Exception as e: print(type(e).__name__, e)
objs = [C(), D.E(), E_(), Cfg(x=1), N(), collections.Counter(), collections.OrderedDict(), collections.deque(), frozenset(), C, show, types.SimpleNamespace()]
for o in objs:
    try:
        r = weakref.ref(o); p = weakref.proxy(o)
    except TypeError as e: print(e); continue
    show(lambda: repr(r)); show(lambda: weakref.proxy(o).__repr__()); show(lambda: weakref.ProxyType.__repr__(p) if type(p) is weakref.ProxyType else weakref.CallableProxyType.__repr__(p))
class VB:
    def __bytes__(self): return b'\x01'
class IB:
    def __bytes__(self): return 'x'
class RB:
    def __bytes__(self): 1/0
for x in (VB(), IB(), RB(), [1, 2], 'a', 3, memoryview(b'ab')):
    show(lambda: str(int.from_bytes(x, 'big')))
show(lambda: str(range(True).stop.__class__))
show(lambda: str([type(x) for x in (range(True, True, True).start, range(False, 5, True).step)]))
class I(int): pass
class X:
    def __index__(self): return 4
print([type(getattr(range(I(2), I(7), I(3)), n)).__name__ for n in ('start', 'stop', 'step')], type(range(X()).stop))
it = iter(range(2**64, 2**64 + 10))
it.__setstate__(3); print(next(it)); it.__setstate__(2**70); print(list(it))
it = iter(range(2**64, 2**64 + 10)); it.__setstate__(-5); print(next(it))
class S(set):
    def __init__(self, a, *, k=0): self.k = k; super().__init__(a)
class S2(set): pass
class S3(set):
    def __new__(cls, arg, newarg=None): return super().__new__(cls, arg)
class F2(frozenset): pass
class F3(frozenset):
    def __init__(self, a, k=0): self.k = k
for f in (lambda: S([1], k=3), lambda: S2([1], k=3), lambda: S3([1], newarg=3), lambda: F2([1], k=1), lambda: F3([1], k=1), lambda: set(k=1), lambda: frozenset(k=1), lambda: S2(iterable=[1])):
    show(lambda: repr(f()))
import pickle, copy
class SS(set): __slots__ = ('x', 'y', '__dict__')
class FS(frozenset): __slots__ = ('x', 'y')
class LS(list): __slots__ = ('x',)
class DS(dict): __slots__ = ('x',)
for k in (SS, FS, LS, DS):
    s = k(); s.x = 10
    print(k.__name__, s.__reduce_ex__(2)[2])
    try: print(k, copy.copy(s).x, pickle.loads(pickle.dumps(s)).x)
    except Exception as e: print(type(e).__name__, e)
