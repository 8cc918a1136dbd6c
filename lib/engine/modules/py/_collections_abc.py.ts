// _collections_abc: the abstract containers. Behaves as CPython 3.13's Lib/_collections_abc.py; written for the engine.
export default () => String.raw`
"""What containers can do, as abstract classes; methods that follow from others are written here."""
from abc import ABCMeta, abstractmethod
import sys

GenericAlias = type(list[int])
EllipsisType = type(...)
def _f(): pass
FunctionType = type(_f)
del _f

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator", "Generator", "Reversible",
           "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView",
           "ValuesView", "Sequence", "MutableSequence", "ByteString", "Buffer"]

# The names as they are shown to users.
__name__ = "collections.abc"

# Types without a name of their own, from an object of each.
globals().update({_name: type(_sample) for _name, _sample in dict(
    dict_keys={}.keys(), dict_values={}.values(), dict_items={}.items(), dict_keyiterator=iter({}), dict_valueiterator=iter({}.values()),
    dict_itemiterator=iter({}.items()), dict_reversekeyiterator=reversed({}), dict_reversevalueiterator=reversed({}.values()),
    dict_reverseitemiterator=reversed({}.items()), list_iterator=iter([]), list_reverseiterator=reversed([]), tuple_iterator=iter(()),
    str_iterator=iter(""), bytes_iterator=iter(b""), bytearray_iterator=iter(bytearray()), set_iterator=iter(set()), range_iterator=iter(range(0)),
    longrange_iterator=iter(range(1 << 1000)), zip_iterator=zip(), mappingproxy=type.__dict__).items()})
generator = type((lambda: (yield))())
async def _coro(): pass
_coro = _coro()
coroutine = type(_coro)
_coro.close()
del _coro
async def _ag(): yield
_ag = _ag()
async_generator = type(_ag)
del _ag


def _check_methods(C, *methods):
    """True if a class of the MRO defines each method; None as value says: not supported."""
    for method in methods:
        owner = next((base for base in C.__mro__ if method in base.__dict__), None)
        if owner is None or owner.__dict__[method] is None:
            return NotImplemented
    return True


def _thrown(typ, val, tb):
    """What raise takes, from the three arguments of throw()."""
    if val is None and tb is None:
        return typ
    error = typ() if val is None else val
    return error if tb is None else error.with_traceback(tb)


def _provides(name, methods):
    """The subclass hook of the abstract class of that name: what has the methods is one, but only of that class itself."""
    methods = methods.split()

    def __subclasshook__(cls, C):
        return _check_methods(C, *methods) if cls is globals()[name] else NotImplemented
    __subclasshook__.__qualname__ = f'{name}.__subclasshook__'
    return classmethod(__subclasshook__)


class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _provides('Hashable', '__hash__')


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _provides('Awaitable', '__await__')

    __class_getitem__ = classmethod(GenericAlias)


class Coroutine(Awaitable):
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise _thrown(typ, val, tb)

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("coroutine ignored GeneratorExit")

    __subclasshook__ = _provides('Coroutine', '__await__ send throw close')


Coroutine.register(coroutine)


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _provides('AsyncIterable', '__aiter__')

    __class_getitem__ = classmethod(GenericAlias)


class AsyncIterator(AsyncIterable):
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _provides('AsyncIterator', '__anext__ __aiter__')


class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise _thrown(typ, val, tb)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            pass
        else:
            raise RuntimeError("asynchronous generator ignored GeneratorExit")

    __subclasshook__ = _provides('AsyncGenerator', '__aiter__ __anext__ asend athrow aclose')


AsyncGenerator.register(async_generator)


class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _provides('Iterable', '__iter__')

    __class_getitem__ = classmethod(GenericAlias)


class Iterator(Iterable):
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        'Return the next item from the iterator. When exhausted, raise StopIteration'
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _provides('Iterator', '__iter__ __next__')


for _known in (bytes_iterator, bytearray_iterator, dict_keyiterator, dict_valueiterator, dict_itemiterator, list_iterator, list_reverseiterator,
               range_iterator, longrange_iterator, set_iterator, str_iterator, tuple_iterator, zip_iterator):
    Iterator.register(_known)


class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    __subclasshook__ = _provides('Reversible', '__reversed__ __iter__')


class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise _thrown(typ, val, tb)

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("generator ignored GeneratorExit")

    __subclasshook__ = _provides('Generator', '__iter__ __next__ send throw close')


Generator.register(generator)


class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _provides('Sized', '__len__')


class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _provides('Container', '__contains__')

    __class_getitem__ = classmethod(GenericAlias)


class Collection(Sized, Iterable, Container):
    __slots__ = ()

    __subclasshook__ = _provides('Collection', '__len__ __iter__ __contains__')


class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError

    __subclasshook__ = _provides('Buffer', '__buffer__')


for _known in (bytes, bytearray, memoryview):
    Buffer.register(_known)


def _is_param_expr(o):
    return o is ... or isinstance(o, (tuple, list)) or (type(o).__module__ == 'typing' and type(o).__name__ in ('ParamSpec', '_ConcatenateGenericAlias'))


class _CallableGenericAlias(GenericAlias):
    """What Callable[[arg, ...], result] is: the argument types stand flat in __args__."""
    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        t_args, t_result = args
        if isinstance(t_args, (tuple, list)):
            args = (*t_args, t_result)
        elif not _is_param_expr(t_args):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {t_args}")
        return super().__new__(cls, origin, args)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        shown = ', '.join(_type_repr(a) for a in args[:-1])
        return f'collections.abc.Callable[[{shown}], {_type_repr(args[-1])}]'

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return _CallableGenericAlias, (Callable, args)

    def __getitem__(self, item):
        if not isinstance(item, tuple):
            item = (item,)
        new_args = super().__getitem__(item).__args__
        if not isinstance(new_args[0], (tuple, list)):
            new_args = (new_args[:-1], new_args[-1])
        return _CallableGenericAlias(Callable, tuple(new_args))


def _type_repr(obj):
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is Ellipsis:
        return '...'
    return obj.__name__ if isinstance(obj, FunctionType) else repr(obj)


class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _provides('Callable', '__call__')

    __class_getitem__ = classmethod(_CallableGenericAlias)


class Set(Collection):
    """Elements without order or number. The operators follow from __contains__, __iter__ and __len__; they take any iterable."""
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        'What the operators answer: a class that is made in another way says how.'
        return cls(it)

    # Comparing, with other sets only.

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __le__(self, other):
        if isinstance(other, Set):
            return len(self) <= len(other) and all(elem in other for elem in self)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, Set):
            return len(self) >= len(other) and all(elem in self for elem in other)
        return NotImplemented

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def isdisjoint(self, other):
        'Whether no element is in both.'
        return not any(value in self for value in other)

    # Combining.

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(value for value in other if value in self)
        return NotImplemented

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(value for either in (self, other) for value in either)
        return NotImplemented

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        if not isinstance(other, Set):
            other = self._from_iterable(other)
        return self._from_iterable(value for value in self if value not in other)

    def __rsub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        if not isinstance(other, Set):
            other = self._from_iterable(other)
        return self._from_iterable(value for value in other if value not in self)

    def __xor__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        if not isinstance(other, Set):
            other = self._from_iterable(other)
        return (self - other) | (other - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def _hash(self):
        """The hash of a frozenset of the same elements, for the __hash__ of sets that do not change."""
        word = 2 * sys.maxsize + 1
        mixed = (len(self) + 1) * 1927868237 & word
        for value in self:
            own = hash(value)
            mixed = (mixed ^ (own ^ own << 16 ^ 89869747) * 3644798167) & word
        mixed ^= mixed >> 11 ^ mixed >> 25
        mixed = mixed * 69069 + 907133923 & word
        if mixed > sys.maxsize:
            mixed -= word + 1
        return 590923713 if mixed == -1 else mixed


Set.register(frozenset)


class MutableSet(Set):
    """A set that changes: add() and discard() besides."""
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Puts an element in."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Takes an element out, if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Takes an element out that must be there."""
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        """Takes out any element."""
        try:
            value = next(iter(self))
        except StopIteration:
            raise KeyError from None
        self.discard(value)
        return value

    def clear(self):
        """Takes out one element after the other."""
        while len(self):
            self.pop()

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __isub__(self, it):
        if it is not self:
            for value in it:
                self.discard(value)
        else:
            self.clear()
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it if isinstance(it, Set) else self._from_iterable(it):
            (self.discard if value in self else self.add)(value)
        return self


MutableSet.register(set)


class Mapping(Collection):
    """Keys and their values; the rest follows from __getitem__, __iter__ and __len__."""
    __slots__ = ()
    # Marks for patterns: {...} matches it.
    __abc_tpflags__ = 1 << 6

    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        'The value of a key, or the default.'
        try:
            return self[key]
        except KeyError:
            return default

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    # Views: they show what the mapping has now.

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)


Mapping.register(mappingproxy)
Mapping.register(dict)
if 'frozendict' in __builtins__:
    Mapping.register(__builtins__['frozendict'])


class MappingView(Sized):
    __slots__ = '_mapping',
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._mapping!r})'


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


KeysView.register(dict_keys)


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            held = self._mapping[key]
        except KeyError:
            return False
        return held is value or held == value

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])


ItemsView.register(dict_items)


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        # A loop: one frame, as in CPython.
        for key in self._mapping:
            held = self._mapping[key]
            if held is value or held == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


ValuesView.register(dict_values)


class MutableMapping(Mapping):
    """A mapping that changes: __setitem__ and __delitem__ besides."""
    __slots__ = ()
    __marker = object()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=__marker):
        'Takes a key out; answers its value, or the default if there is none.'
        try:
            value = self[key]
        except KeyError:
            if default is not self.__marker:
                return default
            raise
        del self[key]
        return value

    def popitem(self):
        'Takes out any key; answers it and its value.'
        try:
            key = next(iter(self))
        except StopIteration:
            raise KeyError from None
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        'Takes out one key after the other.'
        while len(self):
            self.popitem()

    def update(self, other=(), /, **kwds):
        'Takes over the items of a mapping, of what has keys(), or pairs, and then the keywords.'
        if isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for name in kwds:
            self[name] = kwds[name]

    def setdefault(self, key, default=None):
        'The value of a key; a key that is not there gets the default.'
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default


MutableMapping.register(dict)


class Sequence(Reversible, Collection):
    """Items by their positions; the rest follows from __getitem__ and __len__."""
    __slots__ = ()
    # Marks for patterns: [...] matches it.
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        position = 0
        try:
            while True:
                yield self[position]
                position += 1
        except IndexError:
            pass

    def __reversed__(self):
        for position in range(len(self) - 1, -1, -1):
            yield self[position]

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def index(self, value, start=0, stop=None):
        'The first position, from start to stop, of an item.'
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        while stop is None or start < stop:
            try:
                item = self[start]
            except IndexError:
                break
            if item is value or item == value:
                return start
            start += 1
        raise ValueError

    def count(self, value):
        'How often an item is there.'
        return sum(1 for item in self if item is value or item == value)


for _known in (tuple, str, bytes, range, memoryview):
    Sequence.register(_known)
del _known


class ByteString(Sequence):
    """Deprecated: the common base of bytes and bytearray."""
    __slots__ = ()


ByteString.register(bytes)
ByteString.register(bytearray)


class MutableSequence(Sequence):
    """A sequence that changes: __setitem__, __delitem__ and insert() besides."""
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        'Puts an item before a position.'
        raise IndexError

    def append(self, value):
        'Puts an item at the end.'
        self.insert(len(self), value)

    def extend(self, values):
        'Puts items at the end.'
        for value in list(values) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        'Takes out the item of a position.'
        item = self[index]
        del self[index]
        return item

    def remove(self, value):
        'Takes out the first such item.'
        del self[self.index(value)]

    def clear(self):
        'Takes out one item after the other, from the end.'
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        'Turns the order round, in place.'
        size = len(self)
        for left in range(size // 2):
            right = size - 1 - left
            self[left], self[right] = self[right], self[left]


MutableSequence.register(list)
MutableSequence.register(bytearray)
`;
