import typing
from typing import *
T = TypeVar("T")
class G(Generic[T]): pass
print(List[int] is List[int], Dict[str, int] is Dict[str, int], Optional[int] is Optional[int], Union[int, str] is Union[int, str], Tuple[int, ...] is Tuple[int, ...], Callable[[int], str] is Callable[[int], str], G[int] is G[int], Literal[1] is Literal[1], ClassVar[int] is ClassVar[int], Final[int] is Final[int], Type[int] is Type[int], Annotated[int, 1] is Annotated[int, 1], list[int] is list[int], (int | str) is (int | str))
print(List[T][int] is List[int], G[T] is G[T], Union[int] is int, Set[int] is Set[int], Iterable[int] is Iterable[int], Literal[1, 2] is Literal[1, 2], Literal[True] is Literal[1], Concatenate is Concatenate)
class P(Protocol[T]): pass
print(P[int] is P[int], G[[1]] is G[[1]] if False else "")
import gc
gc.collect(); gc.disable()
def local():
    class H(Generic[T]): pass
    H[int]
local()
print(gc.collect() > 0, any(c.__name__ == "H" for c in Generic.__subclasses__()))
