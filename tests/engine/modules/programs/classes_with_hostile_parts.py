# What a metaclass's mro() may do: fail, assign bases, ask its class; slots, `__dict__` and copies whose names change; unset slots by their full name.


def part_fm():
    class WorkOnce(type):
        def __new__(self, name, bases, ns):
            self.flag = 0
            return super(WorkOnce, self).__new__(WorkOnce, name, bases, ns)
        def mro(self):
            print('mro', self.__name__, self.flag)
            if self.flag > 0: raise RuntimeError("bozo")
            self.flag += 1
            return type.mro(self)
    class C(object): pass
    class C2(object): pass
    class D(C): pass
    class E(D): pass
    class F(D, metaclass=WorkOnce): pass
    before = E.__mro__, D.__mro__
    try: D.__bases__ = (C2,); print('no')
    except RuntimeError as e: print(e)
    print(before == (E.__mro__, D.__mro__), D.__bases__, D.__subclasses__(), C.__subclasses__(), C2.__subclasses__())
    class M3(type):
        done = False
        def mro(cls):
            print(cls.__mro__)
            return type.mro(cls)
    class A3(metaclass=M3): pass


part_fm()


def part_mb():
    class E(Exception): pass
    ready = False
    class M(type):
        def __hash__(cls): return type.__hash__(cls)
        def mro(cls):
            nonlocal ready
            if ready and cls.__name__ == 'C':
                if C.__bases__ == (B2,): ready = False
                else:
                    C.__bases__ = (B2,)
                    raise E
            return type.mro(cls)
    class A(metaclass=M): pass
    class B1(A): pass
    class B2(A): pass
    class C(A): pass
    ready = True
    try: C.__bases__ = (B1,)
    except E: print('E')
    B1.__bases__ = (C,)
    print(C.__bases__, C.__mro__ == tuple(type.mro(C)), C.__base__)
    print(A.__subclasses__(), B1.__subclasses__(), B2.__subclasses__(), C.__subclasses__())


part_mb()


def part_fn():
    class W(type):
        flag = 0
        def mro(self):
            self.flag += 1
            self.other = 5
            return type.mro(self)
    class F(metaclass=W): pass
    print(F.__dict__.get('flag'), F.flag, 'other' in vars(F), F.other)


part_fn()


def part_me():
    class Base: pass
    class Meta1(type, Base): pass
    class Meta2(Base, type): pass
    class D(metaclass=Meta1): pass
    class E(metaclass=Meta2): pass
    for c in D, E:
        for act in (lambda: setattr(c, '__dict__', {}), lambda: delattr(c, '__dict__'), lambda: Base.__dict__['__dict__'].__set__(c, {}), lambda: Base.__dict__['__dict__'].__get__(c), lambda: Base.__dict__['__dict__'].__delete__(c)):
            try: print(type(act()))
            except Exception as e: print(type(e).__name__, e)
    import types
    class M(types.ModuleType): 
        @property
        def __dict__(self): return 'no'
    try: dir(M('m'))
    except TypeError as e: print(e)
    class G: __slots__=['a','b']
    class J: __slots__=('a','b','c')
    class K: __slots__=('a','b','d')
    class L(J): __slots__=['e']
    class Mx(J): __slots__=['e']
    class N(Mx): __slots__=['__weakref__']
    class P(L): __slots__=['__dict__']
    class R(J): pass
    class Int(int): __slots__ = []
    bad=[]
    for cls in G, J, K, L, Mx, N, P, R, list, Int:
        for cls2 in G, J, K, L, Mx, N, P, R, list, Int:
            if cls is cls2: continue
            x=cls()
            try: x.__class__=cls2; bad.append((cls.__name__,cls2.__name__))
            except TypeError as e: bad.append((cls.__name__,cls2.__name__,str(e)))
    for b in bad: print(b)


part_me()


def part_sl():
    def f():
        class X:
            __slots__ = ['a']
        x = X()
        for act in (lambda: x.a, lambda: x.b, lambda: delattr(x, 'a')):
            try: act()
            except AttributeError as e: print(e)
    f()
    import sys
    print(range(sys.maxsize).__len__())


part_sl()


def part_sn():
    class S(str): pass
    import copyreg
    for names in ([S('spam')], [S('spam'), S('x')], []):
        class A:
            __slotnames__ = [S('spam')]
            def __getattr__(self, attr):
                if attr == 'spam':
                    A.__slotnames__[:] = names
                    return 42
                raise AttributeError
        try: print(A().__reduce_ex__(2)[2:])
        except RuntimeError as e: print(e)


part_sn()
