# Powers of zero and infinity, keyword arguments of built-in types' subclasses, iterators over a program's own sequence, property's texts and docstrings.
inf = float('inf')
for a in (0.0, -0.0, 0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, inf, -inf):
    for b in (inf, -inf, float('nan'), -1.0, -2.0, -0.5):
        for f in (lambda: a ** b, lambda: pow(a, b), lambda: __import__('math').pow(a, b)):
            try: print(a, b, f(), end='; ')
            except Exception as e: print(a, b, type(e).__name__, e, end='; ')
    print()
class FI(float):
    def __init__(self, value, newarg=None): self.newarg = newarg
class FN(float):
    def __new__(cls, value, newarg=None):
        self = super().__new__(cls, value); self.newarg = newarg; return self
class F(float): pass
class TI(tuple):
    def __init__(self, a, newarg=None): self.newarg = newarg
class T(tuple): pass
class LI(list):
    def __new__(cls, a, newarg=None):
        self = super().__new__(cls); self.newarg = newarg; return self
class LN(list):
    def __init__(self, a, newarg=None): list.__init__(self, a); self.newarg = newarg
class II(int):
    def __init__(self, a, newarg=None): self.newarg = newarg
class SI(str):
    def __init__(self, a, newarg=None): self.newarg = newarg
class CI(complex):
    def __init__(self, a, newarg=None): self.newarg = newarg
class BI(bytes):
    def __init__(self, a, newarg=None): self.newarg = newarg
class BA(bytearray):
    def __new__(cls, a, newarg=None):
        self = super().__new__(cls); self.newarg = newarg; return self
class RE(reversed):
    def __init__(self, a, newarg=None): self.newarg = newarg
class ZI(zip):
    def __init__(self, a, newarg=None): self.newarg = newarg
class MI(map):
    def __init__(self, a, b, newarg=None): self.newarg = newarg
class FiI(filter):
    def __init__(self, a, b, newarg=None): self.newarg = newarg
class EI(enumerate):
    def __init__(self, a, newarg=None): self.newarg = newarg
for f in (lambda: FI(2.5, newarg=3), lambda: FI(2.5, 3), lambda: FN(2.5, newarg=3), lambda: F(2.5, newarg=3), lambda: TI([1], newarg=3), lambda: TI([1], 3), lambda: T([1], newarg=1), lambda: LI([1], newarg=3), lambda: LN([1], newarg=3),
          lambda: II(1, newarg=3), lambda: II('1', 3), lambda: SI('a', newarg=3), lambda: CI(1, newarg=3), lambda: BI(b'1', newarg=3), lambda: BA(b'1', newarg=3), lambda: ZI([1], newarg=3), lambda: MI(str, [1], newarg=3), lambda: FiI(None, [1], newarg=3), lambda: EI([1], newarg=3), lambda: EI([1], 3)):
    try:
        x = f(); print(type(x).__name__, x if not hasattr(x, '__next__') else list(x), x.newarg)
    except Exception as e: print(type(e).__name__, e)
class Seq:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if 0 <= i < self.n: return i
        raise IndexError
it = iter(Seq(5)); print(it.__reduce__()[2:])
it.__setstate__(3); print(list(it)); print(it.__reduce__()[1:])
it = iter(Seq(5)); it.__setstate__(-42); print(list(it))
class Cls:
    class In:
        foo = property()
        def get(self): return 1
        bar = property(get)
    noname = property()
class A: pass
A.foo = property()
A.In = Cls.In
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for o, n in ((Cls.In(), 'foo'), (Cls.In(), 'bar'), (Cls(), 'noname'), (A(), 'foo')):
    t(lambda: getattr(o, n)); t(lambda: setattr(o, n, 1)); t(lambda: delattr(o, n))
class PropertySub(property):
    """This is a subclass of property"""
class PropertySubSlots(property):
    """This is a subclass of property that defines __slots__"""
    __slots__ = ()
class slotted(property):
    __slots__ = ('__doc__',)
class unslotted(property): pass
def nodoc(self): pass
def doc(self):
    "the doc"
class ND:
    def __call__(self): pass
    __doc__ = None
class BadDoc:
    @property
    def __doc__(self): 1/0
    def __call__(self): pass
for k in (property, PropertySub, PropertySubSlots, slotted, unslotted):
    for g in (nodoc, doc, ND(), BadDoc(), None):
        t(lambda: k(g).__doc__)
        t(lambda: k(g, doc='given').__doc__)
    t(lambda: k(doc).getter(nodoc).__doc__)
    t(lambda: k(nodoc).getter(doc).__doc__)
    t(lambda: k(doc='x').getter(doc).__doc__)
    t(lambda: k(doc, doc='x').getter(nodoc).__doc__)
    t(lambda: k(doc).setter(nodoc).__doc__)
    def f():
        p = k(doc); p.__doc__ = 'new'; return p.__doc__
    t(f)
