# functools from outside: signatures, frames, which functions a decorator makes, dispatch along abstract classes, what is cached and held.
import abc
import collections.abc
import functools
import gc
import inspect
import sys
import traceback
import typing
import weakref


def attempt(what, act):
    try:
        result = act()
        print(what, '->', type(result).__name__, result)
    except Exception as error:
        print(what, '!', type(error).__name__, error, [frame.name for frame in traceback.extract_tb(error.__traceback__)][1:], type(error.__cause__).__name__, error.__suppress_context__)


for name in functools.__all__:
    it = getattr(functools, name)
    if callable(it) and name not in ('partial', 'reduce', 'cmp_to_key'):
        print(name, it.__module__, it.__qualname__, inspect.signature(it))
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)


# Wrappers.
def inner(a: int, b=1) -> str:
    "Inner's text."


inner.mark = [1]


@functools.wraps(inner)
def outer(*args):
    "Outer's text."


print(outer.__name__, outer.__doc__, outer.__annotations__, outer.__wrapped__ is inner, outer.mark is inner.mark, inspect.signature(outer), outer.__qualname__)
plain = functools.update_wrapper(lambda: 1, inner, assigned=('__doc__', 'missing'), updated=())
print(plain.__name__, plain.__doc__, hasattr(plain, 'mark'), plain.__wrapped__ is inner)
attempt('wrap a number', lambda: functools.wraps(5)(lambda: 1).__wrapped__)
attempt('onto a number', lambda: functools.update_wrapper(5, inner))
print(type(functools.wraps(inner)).__name__, sorted(functools.wraps(inner).keywords))

# Orderings.
for root in ('__lt__', '__le__', '__gt__', '__ge__'):
    class Ordered:
        def __init__(self, n):
            self.n = n

        def __eq__(self, other):
            return self.n == other.n

        def compare(self, other):
            if not isinstance(other, Ordered):
                return NotImplemented
            if self.n == 13:
                raise LookupError('unlucky')
            return {'__lt__': self.n < other.n, '__le__': self.n <= other.n, '__gt__': self.n > other.n, '__ge__': self.n >= other.n}[root]

    setattr(Ordered, root, Ordered.compare)
    functools.total_ordering(Ordered)
    one, two, same, unlucky = Ordered(1), Ordered(2), Ordered(1), Ordered(13)
    print(root, [(a < b, a <= b, a > b, a >= b) for a in (one, two) for b in (one, two, same)])
    for name in ('__lt__', '__le__', '__gt__', '__ge__'):
        method = getattr(Ordered, name)
        print(name, method.__name__, method.__qualname__, inspect.signature(method), method.__code__.co_name)
        attempt(name, lambda: method(one, 5))
        attempt(name, lambda: method(unlucky, one))
attempt('no order', lambda: functools.total_ordering(type('Nothing', (), {})))
print(functools.total_ordering(type('Two', (), {'__lt__': lambda a, b: 1, '__ge__': lambda a, b: 2})).__le__.__code__.co_name)

# Caches.
attempt('maxsize', lambda: functools.lru_cache('5'))
attempt('maxsize', lambda: functools.lru_cache(1.5)(len))
cached = functools.lru_cache(-3)(inner)
print(cached.cache_parameters(), cached.cache_info(), cached.__name__, cached.__wrapped__ is inner, inspect.signature(cached), list(vars(cached)))
print(functools.lru_cache(inner).cache_parameters(), functools.cache(inner).cache_parameters(), functools.lru_cache(maxsize=5, typed=True)(inner).cache_parameters())
print(functools.lru_cache()(inner).cache_info()._fields, type(cached.cache_info()).__name__, type(cached.cache_info()).__module__, functools.lru_cache(5).__qualname__, cached.cache_parameters.__qualname__)
attempt('call', lambda: functools.cache(len)(5))
attempt('cache of a number', lambda: functools.cache(5))


# Methods with arguments in advance.
class Cell:
    def set(self, value, *more, **named):
        return value, more, named

    on = functools.partialmethod(set, True)
    both = functools.partialmethod(on, 1, key=2)
    made = functools.partialmethod(classmethod(lambda cls, n: (cls.__name__, n)), 5)
    still = functools.partialmethod(staticmethod(lambda n, m: (n, m)), 5)
    calls = functools.partialmethod(functools.partial(lambda *args: len(args), 0), 1)


cell = Cell()
print(cell.on(2, a=1), cell.both(key=3), Cell.made(), Cell.still(1), cell.on.__self__ is cell, Cell.on(cell), type(cell.on).__name__, type(Cell.__dict__['on']).__name__)
print(inspect.signature(functools.partialmethod.__init__), list(vars(Cell.__dict__['both'])), Cell.__dict__['both'].args, Cell.__dict__['both'].keywords)
if sys.version_info >= (3, 13):
    print(repr(functools.partialmethod(print, 1, a=2)), repr(functools.partialmethod(print)), Cell.on.__partialmethod__ is Cell.__dict__['on'])
attempt('of a number', lambda: functools.partialmethod(5))
attempt('of nothing', lambda: functools.partialmethod())
print(functools.partialmethod[int], getattr(functools.partialmethod(abc.abstractmethod(inner)), '__isabstractmethod__'))


# Dispatch.
@functools.singledispatch
def show(it, deep=False):
    "Shows it."
    return 'object'


@show.register
def _(it: int, deep=False):
    return 'int'


@show.register(list)
@show.register(tuple)
def listed(it, deep=False):
    return 'list or tuple'


show.register(collections.abc.Mapping, lambda it: 'mapping')
show.register(type(None), lambda it: 'None')


@show.register
def united(it: typing.Union[str, bytes]):
    return 'text'


@show.register
def also(it: float | complex):
    return 'number'


print(show(1), show(True), show([]), show(()), show({}), show(None), show('a'), show(b''), show(1.5), show(1j), show(set()), show(1, deep=True))
print(show.__name__, show.__doc__, inspect.signature(show), show.dispatch(bool) is show.registry[int], len(show.registry), type(show.registry).__name__, sorted(vars(show)), listed.__name__)
print(show.register.__qualname__, show.dispatch.__qualname__, inspect.signature(show.register), inspect.signature(show.dispatch), show.__qualname__)
for what in ('show()', 'show.register(5)', 'show.register(5, inner)', 'show.register(bool.__or__)', 'show.register(int)(print) is print', 'show.register(typing.List[int], print)', 'show.register(typing.Union[int, typing.List[int]], print)',
             'show.dispatch(5)', 'show.register()'):
    attempt(what, lambda: eval(what))


def wrong(it: 5): pass
def wronger(it: typing.List[int]): pass
def worst(it: typing.Union[int, typing.List[int]]): pass


for function in (wrong, wronger, worst):
    attempt(function.__name__, lambda: show.register(function))


class P(abc.ABC): pass
class Q(abc.ABC): pass
class R(P): pass
class C: pass
class D(C): pass
class Seq(collections.abc.Sequence):
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError


@functools.singledispatch
def pick(it): return 'base'


pick.register(P, lambda it: 'P')
print(pick(C()), pick(R()))
P.register(C)
print(pick(C()), pick(D()))
pick.register(Q, lambda it: 'Q')
Q.register(C)
attempt('ambiguous', lambda: pick(C()))
attempt('ambiguous', lambda: pick(D()))
pick.register(C, lambda it: 'C')
print(pick(D()))
pick.register(R, lambda it: 'R')
print(pick(R()))
pick.register(collections.abc.Sized, lambda it: 'Sized')
pick.register(collections.abc.Iterable, lambda it: 'Iterable')
print(pick(Seq()) if False else [c.__name__ for c in Seq.__mro__])
attempt('sized or iterable', lambda: pick(Seq()))
attempt('of a dict', lambda: pick({}))
pick.register(collections.abc.Sequence, lambda it: 'Sequence')
pick.register(collections.abc.Container, lambda it: 'Container')
attempt('sequence', lambda: (pick(Seq()), pick([])))
attempt('set', lambda: pick(set()))
pick.register(collections.abc.Collection, lambda it: 'Collection')
attempt('set', lambda: pick(set()))


class Shown:
    @functools.singledispatchmethod
    def of(self, it):
        "Of it."
        return 'object', self.__class__.__name__

    @of.register
    def _(self, it: int):
        return 'int', self.__class__.__name__

    @of.register(str)
    @classmethod
    def _(cls, it):
        return 'str', cls.__name__

    @functools.singledispatchmethod
    @staticmethod
    def plain(it):
        return 'object'

    @plain.register
    @staticmethod
    def _(it: int):
        return 'int'


print(Shown().of(1), Shown().of('a'), Shown().of([]), Shown.plain(1), Shown().plain('x'), Shown.of(Shown(), 1) if False else '')
print(Shown().of.__name__, Shown().of.__doc__, callable(Shown().of.register), isinstance(Shown.__dict__['of'].dispatcher, type(show)))
attempt('method of nothing', lambda: Shown().of())
attempt('method of a number', lambda: functools.singledispatchmethod(5))


# Properties that are computed once.
class Lazy:
    @functools.cached_property
    def value(self):
        "The value."
        print('  computed')
        return [self.__class__.__name__]


lazy = Lazy()
print(lazy.value is lazy.value, list(vars(lazy)), Lazy.value.attrname, Lazy.value.__doc__, type(Lazy.value).__name__, functools.cached_property[int])
print(sorted(vars(Lazy.value)))
del lazy.value
print(lazy.value)
lazy.value = 5
print(lazy.value)


class Slotted:
    __slots__ = ()
    value = functools.cached_property(lambda self: 1)


class Meta(type):
    value = functools.cached_property(lambda cls: 1)


class OfMeta(metaclass=Meta): pass


attempt('slots', lambda: Slotted().value)
attempt('proxy', lambda: OfMeta.value)
loose = functools.cached_property(lambda self: 1)
attempt('no name', lambda: loose.__get__(lazy))
attempt('two names', lambda: type('Twice', (), {'a': loose, 'b': loose}))
print(loose.attrname, loose.__get__(None) is loose, list(vars(loose)) if sys.version_info >= (3, 13) else '')
attempt('of a number', lambda: functools.cached_property(5).attrname)


# What is held.
class Thing: pass


thing = Thing()
alive = weakref.ref(thing)
keep = functools.partialmethod(inner, thing)
print(sys.getrefcount(thing))
del keep
lazy.thing = functools.lru_cache(None)(lambda it: it)(thing)
print(sys.getrefcount(thing))
del lazy, thing
print(alive() is None)
kept = functools.singledispatch(lambda it: it)
dying = weakref.ref(kept)
del kept
gc.collect()
print(dying() is None)
for decorate in (functools.singledispatch, functools.partialmethod, functools.cached_property, functools.lru_cache):
    made = decorate(lambda it: it)
    knot = [made]
    knot.append(knot)
    del made, knot
    print(decorate.__name__, gc.collect())
