import dataclasses, enum, typing, types, abc, functools, operator, itertools, inspect, reprlib, pprint, sys
def t(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)

from dataclasses import *; from enum import *; from typing import *
@dataclass(order=True)
class P:
    x: int
    y: int = 0
    z: list = field(default_factory=list, repr=False, compare=False)
t(lambda: P(1), lambda: P(), lambda: P(1, 2, [3], 4), lambda: P(1) < P(2), lambda: P(1) < 3, lambda: hash(P(1)), lambda: asdict(P(1)), lambda: astuple(P(1, 2)), lambda: replace(P(1), x=5), lambda: replace(P(1), q=5), lambda: fields(P)[0].name, lambda: fields(3), lambda: asdict(3), lambda: is_dataclass(P), lambda: P.__match_args__, lambda: inspect.signature(P), lambda: P(y=1), lambda: P(1, w=2), lambda: replace(3))
@dataclass(frozen=True, slots=True, kw_only=True)
class F: a: int = 1; b: str = 'x'
f = F(); t(lambda: setattr(f, 'a', 2), lambda: delattr(f, 'a'), lambda: F(1), lambda: hash(F()) == hash(F()), lambda: F.__slots__, lambda: hasattr(f, '__dict__'), lambda: sys.getsizeof(f))
def bad1():
    @dataclass
    class A: x: int = 1; y: int
def bad2():
    @dataclass
    class A: x: list = []
def bad3():
    @dataclass
    class A: x: int = field(default=1, default_factory=int)
def bad4():
    @dataclass(frozen=True)
    class A(P): pass
def bad5():
    @dataclass(slots=True)
    class A: __slots__ = ('x',); x: int
def bad6(): make_dataclass('A', ['x', 'x'])
def bad7(): make_dataclass('A', ['1'])
def bad8():
    @dataclass(order=True, eq=False)
    class A: pass
def bad9():
    @dataclass
    class A: x: ClassVar[int] = field(default_factory=list)
t(bad1, bad2, bad3, bad4, bad5, bad6, bad7, bad8, bad9, lambda: make_dataclass('M', [('a', int), ('b', int, 5)], bases=(P,))(1, a=2))
@dataclass
class Post:
    a: int; b: InitVar[int] = 3; c: int = field(init=False)
    def __post_init__(s, b): s.c = s.a * b
t(lambda: Post(2), lambda: Post(2, 4), lambda: Post(2).b, lambda: Post(1, c=3))
class C(Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    def m(self): return self.name
t(lambda: C.RED, lambda: C(1), lambda: C(9), lambda: C['X'], lambda: C.CRIMSON is C.RED, lambda: list(C), lambda: C.__members__, lambda: C.RED.m(), lambda: C.RED == 1, lambda: C.RED < C.GREEN, lambda: setattr(C, 'RED', 3), lambda: delattr(C, 'RED'), lambda: setattr(C.RED, 'value', 3), lambda: C.RED in C, lambda: len(C), lambda: C.BLUE, lambda: C('RED'), lambda: hash(C.RED) == hash('RED'), lambda: repr(C), lambda: str(C.RED), lambda: format(C.RED), lambda: C.RED.RED, lambda: type('D', (C,), {}), lambda: C(), lambda: C(1, 2))
class Fl(Flag): A = auto(); B = auto(); AB = A | B
class I(IntEnum): X = 1; Y = auto()
class S(StrEnum): A = auto(); B = 'bee'
class IF(IntFlag): R = 4; W = 2
t(lambda: Fl.A | Fl.B, lambda: Fl(3), lambda: Fl(8), lambda: ~Fl.A, lambda: Fl(0), lambda: list(Fl.AB), lambda: Fl.A in Fl.AB, lambda: I.X + 1, lambda: I.Y, lambda: f'{I.X}', lambda: S.A, lambda: f'{S.B}!', lambda: IF.R | 8, lambda: IF(7), lambda: IF.R | IF.W, lambda: ~IF.R, lambda: Fl.A & Fl.B, lambda: bool(Fl.A & Fl.B), lambda: Fl.A ^ Fl.AB, lambda: len(Fl.AB), lambda: Fl.A | 1)
def e1():
    class X(Enum): A = 1; A = 2
def e2():
    @unique
    class X(Enum): A = 1; B = 1
def e3():
    class X(StrEnum): A = 1
def e4():
    @verify(CONTINUOUS)
    class X(Enum): A = 1; B = 3
def e5():
    class X(IntEnum): A = 'x'
def e6():
    class X(Enum): _a_ = 1; mro = 2
def e7():
    class X(Enum): _ignore_ = 'q'; q = 1; A = 2
    return list(X)
t(e1, e2, e3, e4, e5, e6, e7, lambda: Enum('Z', 'a b c'), lambda: list(Enum('Z', 'a b')), lambda: Enum('Z', {'a': 'x'}).a, lambda: IntEnum('Q', ['a'], start=5).a, lambda: C.RED._value_, lambda: C.RED.__objclass__ if hasattr(C.RED, '__objclass__') else 0, lambda: member, lambda: auto(), lambda: dir(C.RED), lambda: EnumType is type(C))
T = TypeVar('T', bound=int)
t(lambda: Optional[int], lambda: Union[int, str, int], lambda: Union[int], lambda: Union[()], lambda: List[int], lambda: Dict[str, int], lambda: Callable[[int], str], lambda: Callable[int], lambda: Literal[1, 'a'], lambda: Optional[1, 2], lambda: list[int] | None, lambda: Any, lambda: Any(), lambda: isinstance(1, Any), lambda: isinstance([], List[int]), lambda: isinstance([], list[int]), lambda: T, lambda: Tuple[int, ...], lambda: ClassVar[int], lambda: Final[int], lambda: get_type_hints(P), lambda: get_origin(List[int]), lambda: get_args(Dict[str, int]), lambda: cast(int, 'x'), lambda: NewType('U', int)(5), lambda: NewType('U', int), lambda: Annotated[int, 'm'], lambda: Annotated[int], lambda: TypedDict('TD', {'a': int})(a=1), lambda: NamedTuple('NT', [('a', int)])(1), lambda: Generic[int], lambda: Generic[T, T], lambda: List[int, str], lambda: list[int](), lambda: List(), lambda: Union, lambda: Union[int, None], lambda: int | 'x', lambda: Self, lambda: Never, lambda: Required[int], lambda: ForwardRef('x'), lambda: ForwardRef('1+'), lambda: Type[int], lambda: Iterable[int], lambda: get_type_hints(lambda x: x), lambda: assert_never(1), lambda: assert_type(1, int), lambda: overload(lambda: 1)(), lambda: Concatenate[int], lambda: TypeGuard[int], lambda: Unpack[int], lambda: NoReturn, lambda: Literal[[]], lambda: typing.Text, lambda: Dict, lambda: typing.Mapping[str, int], lambda: TypeVar('X', int), lambda: TypeVar('X', int, bound=str), lambda: TypeVar('X', covariant=True, contravariant=True))
@runtime_checkable
class HasX(Protocol):
    x: int
    def m(self): ...
class HX: x = 1; m = None
t(lambda: isinstance(HX(), HasX), lambda: isinstance(1, HasX), lambda: HasX(), lambda: isinstance(1, SupportsInt))
class AB(abc.ABC):
    @abc.abstractmethod
    def a(self): ...
    @property
    @abc.abstractmethod
    def b(self): ...
t(lambda: AB(), lambda: AB.__abstractmethods__, lambda: AB.register(int), lambda: isinstance(3, AB), lambda: issubclass(1, AB), lambda: AB.register(3), lambda: inspect.isabstract(AB))
t(lambda: functools.reduce(lambda a, b: a, []), lambda: functools.reduce(1), lambda: functools.partial(), lambda: functools.partial(1), lambda: functools.partial(print, 1, sep='')(), lambda: functools.partial(int, base=2), lambda: functools.lru_cache(maxsize='x'), lambda: functools.lru_cache(5)(len)([]), lambda: functools.cached_property(len).__get__(1, int), lambda: functools.singledispatch(lambda x: 1)(), lambda: functools.total_ordering(type('Q', (), {})), lambda: functools.wraps(len)(lambda: 1).__name__, lambda: functools.cmp_to_key(lambda a, b: b - a)(1) < 3, lambda: sorted([1, 3, 2], key=functools.cmp_to_key(lambda a, b: b - a)), lambda: functools.cache(lambda x: x).cache_info(), lambda: functools.singledispatchmethod(5), lambda: operator.itemgetter(), lambda: operator.itemgetter(1, 0)('ab'), lambda: operator.attrgetter('a.b')(1), lambda: operator.methodcaller('upper')('a'), lambda: operator.methodcaller(), lambda: operator.attrgetter(1), lambda: operator.index('x'), lambda: operator.length_hint(5), lambda: operator.countOf([1, 1], 1), lambda: operator.indexOf([1], 2), lambda: operator.itemgetter(1), lambda: operator.call(len, [1]), lambda: operator.concat(1, 2), lambda: operator.truth([]))
t(lambda: list(itertools.batched('abc', 2)) if hasattr(itertools, 'batched') else 0, lambda: list(itertools.pairwise('abc')), lambda: list(itertools.accumulate([1, 2, 3], initial=5)), lambda: itertools.count('x'), lambda: itertools.count(1.5, 2), lambda: itertools.repeat(1, -1), lambda: list(itertools.zip_longest('ab', 'c', fillvalue=0)), lambda: itertools.product([1], repeat=-1), lambda: list(itertools.groupby('aab'))[0][0], lambda: next(itertools.cycle([])), lambda: itertools.tee([1], -1), lambda: list(itertools.starmap(pow, [1])), lambda: list(itertools.compress('abc', [1, 0, 1])), lambda: itertools.chain.from_iterable(5), lambda: list(itertools.chain(1)), lambda: itertools.repeat(5), lambda: itertools.takewhile(1), lambda: list(itertools.dropwhile(lambda x: x < 2, [1, 2, 1])), lambda: list(itertools.filterfalse(None, [0, 1])), lambda: itertools.count(5), lambda: list(itertools.permutations([1, 2, 3], 2)), lambda: itertools.zip_longest(1), lambda: itertools.zip_longest([], foo=1))
def fn(a, /, b: int = 2, *args, c, d=4, **kw) -> str: "doc"
t(lambda: inspect.signature(fn), lambda: inspect.signature(fn).bind(1, c=2).arguments, lambda: inspect.signature(fn).bind(1), lambda: inspect.getfullargspec(fn), lambda: inspect.getdoc(fn), lambda: inspect.signature(5), lambda: inspect.signature(len), lambda: inspect.getsource(len), lambda: inspect.getmembers(HX, lambda v: v == 1), lambda: inspect.isfunction(fn), lambda: inspect.getmodule(fn).__name__, lambda: inspect.getsource(fn), lambda: list(inspect.signature(fn).parameters.values())[1].kind, lambda: inspect.signature(print), lambda: inspect.signature(int), lambda: inspect.Parameter('x', 1), lambda: inspect.Parameter('1', inspect.Parameter.KEYWORD_ONLY), lambda: inspect.Signature([inspect.Parameter('x', 1), inspect.Parameter('x', 1)]), lambda: inspect.currentframe().f_lineno, lambda: inspect.getattr_static(HX(), 'x'), lambda: inspect.unwrap(fn) is fn, lambda: inspect.getcallargs(fn, 1, c=3), lambda: inspect.cleandoc('a\n   b\n  c'), lambda: inspect.getgeneratorstate(x for x in []), lambda: inspect.classify_class_attrs(HX)[-1], lambda: inspect.getmro(int), lambda: inspect.getfile(int), lambda: inspect.signature(HX))
t(lambda: reprlib.repr(list(range(100))), lambda: reprlib.repr('x' * 100), lambda: reprlib.repr({1: {2: {3: {4: {5: {6: {7: 8}}}}}}}), lambda: pprint.pformat({'b': list(range(40)), 'a': 'x' * 100}, width=40), lambda: pprint.pformat(P(1)), lambda: pprint.isreadable(fn), lambda: pprint.pformat([a for a in range(30)], compact=True, width=30), lambda: pprint.pformat({3, 1, 2}), lambda: pprint.pformat(1, width=0), lambda: pprint.pformat(types.SimpleNamespace(a=1, b='x' * 80)), lambda: pprint.saferepr([1]), lambda: pprint.pformat(10**9, underscore_numbers=True), lambda: reprlib.Repr(maxlist=2).repr([1, 2, 3]) if sys.version_info > (3, 12) else 0)
