from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass
@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)
p = P(1, 2); q = P(1, 3)
print(p, p < q, p == P(1, 2), asdict(p), astuple(q), replace(p, y=9))
print([f.name for f in fields(P)], repr(fields(P)[1]).split(' object')[0])
@dataclass(frozen=True, slots=True)
class F:
    a: int
    b: str = "z"
f = F(1)
for act in ("f.a = 3", "del f.b", "hash(f) == hash(F(1))", "f.__dict__", "F.a.__set__"):
    try:
        exec(act); print(act, "ok")
    except Exception as e: print(act, type(e).__name__, e)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 2
    c: InitVar[int] = 5
    def __post_init__(self, c): self.d = c * 2
print(K(1, b=3), K(1).d)
try: K(1, 2)
except TypeError as e: print(e)
for src in ["@dataclass\nclass A:\n    a: int = 1\n    b: int", "@dataclass\nclass A:\n    a: list = []", "@dataclass(frozen=True)\nclass A(P): pass", "@dataclass\nclass A:\n    a: int = field(default=1, default_factory=int)", "@dataclass(order=True, eq=False)\nclass A: pass", "@dataclass\nclass A:\n    a: dict = {}"]:
    try: exec(src)
    except Exception as e: print(type(e).__name__, e)
C = make_dataclass("C", [("x", int), "y", ("z", int, field(default=3))], namespace={"s": lambda self: self.x + self.z})
print(C(1, 2), C(1, 2).s(), C.__match_args__)
f.a = 5
