import sys
rc = sys.getrefcount
class Base:
    def __init_subclass__(cls, **kw): print("sub", rc(cls), rc(kw))
class Derived(Base, k=1): pass
class Derived(Base): pass
class B2:
    def __init_subclass__(cls): print("sub", rc(cls))
class Derived(B2): pass
class B3:
    def __init_subclass__(cls):
        super().__init_subclass__()
        print("sub", rc(cls))
class Derived(B3): pass
class D:
    def __set_name__(self, o, n): print("sn", rc(self), rc(o))
class X:
    longname_x = D()
class X(B2):
    longname_x = D()
    def m(self): return __class__
