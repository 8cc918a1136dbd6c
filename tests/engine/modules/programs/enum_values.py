from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class C(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def hi(self): return self.name.lower()
print(list(C), C.RED, repr(C.RED), C(1), C["GREEN"], C.CRIMSON is C.RED, C.__members__, C.RED.hi(), C.RED.value, len(C), C.RED in C)
for s in ["C(9)", "C['X']", "C.BLUE", "C.RED = 3", "C.RED.value = 3", "C()", "del C.RED", "C.RED < C.GREEN", "class D(C): pass", "1 in C", "'RED' in C"]:
    try:
        if s.startswith(("del", "class")) or " = " in s: exec(s)
        else: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(Perm.R | Perm.X, repr(Perm.RW), ~Perm.R, Perm.R & Perm.W, Perm(7), list(Perm.RW), bool(Perm(0)), Perm.R ^ Perm.RW)
try: Perm(99)
except ValueError as e: print(e)
class N(IntEnum):
    A = 1; B = 2
print(N.A + 1, N.A < N.B, f"{N.A}", str(N.A), repr(N.A), N.A == 1, "%d %s" % (N.A, N.A))
class S(StrEnum):
    FOO = auto(); BAR = "b"
print(S.FOO, repr(S.BAR), S.FOO == "foo", f"{S.FOO:>5}", S("b"))
class IF(IntFlag):
    A = 1; B = 4
print(IF(7), IF(8), repr(IF.A | 2), IF.A | 16, ~IF.A)
try:
    @unique
    class U(Enum):
        A = 1; B = 1
except ValueError as e: print(e)
E = Enum("E", "X Y Z"); print(list(E), E.X.value, E.__module__)
class Planet(Enum):
    E = (5.9, 6.3)
    M = (6.4, 3.3)
    def __init__(self, mass, r): self.mass = mass
print(Planet.E.mass, Planet((6.4, 3.3)))
class W(Enum):
    A = "x"
    @classmethod
    def _missing_(cls, v): return cls.A if v == "any" else None
print(W("any"))
W("none")
