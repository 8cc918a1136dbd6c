# What making and changing classes answers, errors above all.
class C: pass


class Base:
    def __init_subclass__(cls): pass


class Name:
    def __set_name__(self, owner, name): 1 / 0


PROGRAMS = [
    "class E(object, C): pass",
    "class F(C, C): pass",
    "class G:\n __slots__ = ('a',)\n a = 1",
    "class H:\n __slots__ = ('1',)",
    "class I(int):\n __slots__ = ('a',)",
    "class J:\n __slots__ = ('__dict__', '__dict__')",
    "class K(C):\n __slots__ = ['__dict__']",
    "class L:\n __slots__ = [1]",
    "class M(C, metaclass=1): pass",
    "class Q(Base, x=1): pass",
    "class Q(x=1): pass",
    "class D3:\n x = Name()",
    "class X(int, str): pass",
    "class X(bool): pass",
    "class A:\n __slots__ = ('x',)\nclass B:\n __slots__ = ('y',)\nclass Z(A, B): pass",
    "class X:\n def __init__(self): return 1\nX()",
    "class X:\n def __new__(cls): return object.__new__(cls, 1)\nX()",
    "class X:\n def __init__(self, a): object.__init__(self, a)\nX(1)",
    "class X:\n def __repr__(self): return 1\nrepr(X())",
    "class X:\n def __len__(self): return -1\nlen(X())",
    "class X:\n def __bool__(self): return 1\nbool(X())",
    "class X:\n def __hash__(self): return 'a'\nhash(X())",
    "class X:\n def __eq__(self, o): return True\nhash(X())",
    "class X:\n def __iter__(self): return 1\nfor i in X(): pass",
    "class X:\n __iter__ = None\nfor i in X(): pass",
    "class X:\n __contains__ = None\n1 in X()",
    "class X:\n def __index__(self): return 'a'\n[1][X()]",
    "class X: pass\nx = X()\nx.__class__ = 1",
    "class X: pass\nclass Y:\n __slots__ = 'a'\nx = X()\nx.__class__ = Y",
    "class X: pass\nX.__bases__ = ()",
    "class X: pass\nX.__bases__ = 1",
    "class X: pass\nclass Y(X): pass\nX.__bases__ = (Y,)",
    "class X: pass\ndel X.__name__",
    "class X: pass\nX.__name__ = 'a\\0'",
    "class X: pass\nX.__qualname__ = 1",
    "class X: pass\nX.__dict__ = 1",
    "class X: pass\nX().__dict__ = 1",
    "class X: pass\ndel X().a",
    "class X:\n def __format__(self, s): return 1\nformat(X())",
    "class X:\n def f(): super()\nX.f()",
    "def f(self): super()\nf(1)",
    "class X:\n def f(self): super().zz\nX().f()",
    "class M(type):\n def mro(cls): return [cls, int]\nclass X(metaclass=M): pass",
    "class M(type):\n def mro(cls): return [1]\nclass X(metaclass=M): pass",
    "class P:\n x = property()\nP().x",
    "class P:\n x = property(lambda s: 1)\nP().x = 1",
    "class P:\n x = property(lambda s: 1)\ndel P().x",
    "type('a', (), {}, x=1)",
    "type('a', (), 1)",
    "type('a', 1, {})",
    "type(1, 2)",
    "int.x",
    "int.x = 1",
    "C().x",
    "object().x",
    "object(1)",
    "C(1)",
    "super(1)",
    "super(C, 1)",
    "list.append()",
    "list.append(1, 2)",
    "int.__add__()",
    "int.__add__('a', 1)",
    "int.__new__(str)",
    "object.__new__(int)",
    "isinstance(1, 2)",
    "issubclass(1, int)",
    "isinstance(1, list[int])",
    "list[int][str]",
    "int | 1",
    "1 + 'a'",
    "1 < 'a'",
    "C() @ C()",
    "-''",
    "C()[0]",
    "C[0]",
    "C()[0] = 1",
    "del C()[0]",
    "divmod(1, 'a')",
    "pow(1, 2, 'a')",
]
for program in PROGRAMS:
    try:
        exec(program)
        print(repr(program), "is fine")
    except BaseException as e:
        print(repr(program), "!", type(e).__name__, e, getattr(e, "__notes__", ""), repr(e.__cause__) if e.__cause__ else "")
print(C.__mro__, C.mro(), C.__base__, C.__subclasses__(), C.__module__, C.__doc__, C().__sizeof__() in (16, 24))
print(list[int], dict[str, int], int | None, (int | str).__args__, list[int]())
