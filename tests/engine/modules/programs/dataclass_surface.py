# Signatures, what a class has and in which order, frames between an object and its parts, what annotations in quotes name.
import dataclasses
import inspect
import sys
import traceback
from collections import defaultdict, namedtuple
from dataclasses import dataclass, field, fields, asdict, astuple, replace, make_dataclass, Field, InitVar, KW_ONLY
from typing import ClassVar as CV
import typing as t


def tried(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, [frame.name for frame in traceback.extract_tb(e.__traceback__)][1:])


print(inspect.signature(Field), list(inspect.signature(make_dataclass).parameters), Field.__slots__)
for options in [{}, dict(order=True), dict(frozen=True), dict(unsafe_hash=True), dict(frozen=True, eq=False)]:
    made = dataclass(**options)(type('Made', (), {'__annotations__': {'x': int}}))
    print(options, [name for name in vars(made) if name not in ('__dict__', '__weakref__', '__annotations__')], made.__dataclass_params__)
print(sys.getsizeof(made.__dataclass_params__), made(1), made.__init__.__code__.co_varnames)


@dataclass
class Texts:
    a: 'int'
    b: 'CV[int]' = 1
    c: 't.ClassVar' = 2
    d: 'ClassVar' = 3
    e: 'dataclasses.InitVar[int]' = 4
    f: 'sys.InitVar' = 5
    _: ' KW_ONLY'
    g: int = field(default_factory=int)


print([f.name for f in fields(Texts)], inspect.signature(Texts))


class Deep:
    def __deepcopy__(self, memo):
        print([frame.name for frame in traceback.extract_stack()], sys.getrefcount(self))
        return 'copied'


@dataclass(order=True)
class T:
    v: object
    w: int = field(default=0, init=False)


pair = namedtuple('pair', 'p q')
for value in [[Deep()], (Deep(),), {'k': Deep()}, pair(Deep(), T(1)), T(Deep())]:
    tried(asdict, T(value))
    tried(asdict, T(value), dict_factory=list)
    tried(astuple, T(value))
lists = defaultdict(list, k=[T(1)])
tried(asdict, T(lists))
tried(astuple, T(lists))
tried(replace, T(1), w=2)
tried(replace, T(1), q=2)
tried(replace, T(1), v=2)
tried(lambda: dataclass(order=True)(type('L', (), {'__lt__': None})))
tried(lambda: dataclass(frozen=True)(type('L', (), {'__delattr__': None})))
for items in [['x'], [('x', int), ('y', int, 3)], [(1, 2)], ['if'], ['a', 'a'], [('a', 1, 2, 3)]]:
    tried(lambda: make_dataclass('N', items).__doc__)
