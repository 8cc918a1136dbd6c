from typing import *
import typing
from dataclasses import dataclass, field, asdict, replace, FrozenInstanceError
from enum import Enum, IntEnum, Flag, auto, IntFlag, StrEnum, unique
print(Union[int,str], Optional[int], List[int], Dict[str,int], Callable[[int],str], Literal[1,'a'], Any, ClassVar[int])
T = TypeVar('T')
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
print(Box[int], Box.__parameters__, Box[int](3).v)
class P(NamedTuple):
    x: int
    y: int = 0
print(P(1), P.__annotations__, P._field_defaults)
class TD(TypedDict, total=False):
    a: int
print(TD(a=1), TD.__annotations__, TD.__optional_keys__)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(3, HasLen))
print(get_type_hints(P), get_origin(List[int]), get_args(Dict[str,int]))
def f(x: 'int', y: Optional[str] = None) -> List[int]: ...
print(get_type_hints(f))
def g[T](x: T) -> T: return x
print(g.__type_params__, g(3))
class C[K, *V]: pass
print(C.__type_params__, C.__orig_bases__)
type A[T] = list[T]
print(A, A.__value__, A[int])
print(NewType('UserId', int)(5), Annotated[int, 'x'], cast(int, 'a'))
@dataclass(order=True)
class D:
    x: int
    y: list = field(default_factory=list)
    z: str = 'a'
d = D(1); print(d, d == D(1), D(1) < D(2), asdict(d), replace(d, x=5), D.__doc__)
@dataclass(frozen=True, slots=True)
class F:
    a: int
try: F(1).a = 2
except FrozenInstanceError as e: print('frozen', e)
print(hash(F(1)) == hash(F(1)), F.__slots__)
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
print(Color.RED, repr(Color.CRIMSON), Color(2), Color['RED'], list(Color), Color.RED.name, Color.RED.value, len(Color), Color.__members__)
class N(IntEnum):
    A = auto(); B = auto()
print(N.A + 1, repr(N.B), str(N.B), f'{N.B}')
class Fl(Flag):
    R = auto(); W = auto(); X = auto()
print(Fl.R | Fl.W, repr(Fl.R|Fl.W), ~Fl.R, Fl(0), Fl.R in (Fl.R|Fl.X), list(Fl.R|Fl.X))
class S(StrEnum):
    A = auto()
print(S.A, repr(S.A))
try: Color(9)
except ValueError as e: print(e)
print(IntFlag('I','A B').A | 8)
