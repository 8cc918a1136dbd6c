// collections: behaves as CPython 3.13's Lib/collections/__init__.py; written for the engine. deque, defaultdict and OrderedDict are in C there and native here.
//
// The operators of Counter keep their plain loops: a helper or a generator would be one more object, or frame, than CPython's.
export default () => String.raw`
'''Containers beside dict, list, set and tuple.'''

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple']

import sys as _sys
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from keyword import iskeyword as _iskeyword
from operator import itemgetter as _itemgetter
from reprlib import recursive_repr as _recursive_repr

import _collections_abc
from _collections import OrderedDict, _count_elements, _tuplegetter, defaultdict, deque

_V = _sys.version_info[:2]

if _V >= (3, 12):
    # Where pickle looks for it.
    from _collections import _deque_iterator

_collections_abc.MutableSequence.register(deque)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Makes a class of tuples whose items are attributes too.

    >>> Pair = namedtuple('Pair', 'left right', defaults=[0])
    >>> Pair(3).right
    0
    """
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = list(map(str, field_names))
    typename = _sys.intern(str(typename))
    if rename:
        fields = _renamed(fields)
    complaint = next(_complaints(typename, fields, rename), None)
    if complaint is not None:
        raise complaint
    values = () if defaults is None else tuple(defaults)
    if len(values) > len(fields):
        raise TypeError('Got more default values than field names')

    fields = tuple(map(_sys.intern, fields))
    size = len(fields)
    arguments = ', '.join(fields) + (',' if size == 1 else '')
    template = '(' + ', '.join([field + '=%r' for field in fields]) + ')'
    # The functions hold what they need, so that they work whatever a program does to builtins.
    make, _dict, _len, _map, _tuple, _zip = tuple.__new__, dict, len, map, tuple, zip

    # From source: only so do the parameters have the fields' names.
    space = {'_tuple_new': make, '__builtins__': {}, '__name__': f'namedtuple_{typename}'}
    __new__ = eval(f'lambda _cls, {arguments}: _tuple_new(_cls, ({arguments}))', space)
    __new__.__name__ = '__new__'
    __new__.__doc__ = f'Create new instance of {typename}({arguments})'
    if defaults is not None:
        __new__.__defaults__ = values

    @classmethod
    def _make(cls, iterable):
        made = make(cls, iterable)
        if _len(made) == size:
            return made
        raise TypeError(f'Expected {size} arguments, got {len(made)}')

    def _replace(self, /, **kwds):
        made = self._make(_map(kwds.pop, fields, self))
        if not kwds:
            return made
        raise _REPLACE_ERROR(f'Got unexpected field names: {list(kwds)!r}')

    def __repr__(self):
        'Return a nicely formatted representation string'
        return self.__class__.__name__ + template % self

    def _asdict(self):
        'Return a new dict which maps field names to their values.'
        return _dict(_zip(self._fields, self))

    def __getnewargs__(self):
        'Return self as a plain tuple.  Used by copy and pickle.'
        return _tuple(self)

    _make.__func__.__doc__ = f'Make a new {typename} object from a sequence or iterable'
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'
    for function in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        function.__qualname__ = f'{typename}.{function.__name__}'

    members = {
        '__doc__': f'{typename}({arguments})', '__slots__': (), '_fields': fields,
        '_field_defaults': dict(zip(fields[size - len(values):], values)),
        '__new__': __new__, '_make': _make, '__replace__': _replace, '_replace': _replace, '__repr__': __repr__, '_asdict': _asdict,
        '__getnewargs__': __getnewargs__, '__match_args__': fields,
    }
    if _V < (3, 13):
        del members['__replace__']
    for index, field in enumerate(fields):
        members[field] = _tuplegetter(index, _sys.intern(f'Alias for field number {index}'))
    result = type(typename, (tuple,), members)

    # A class says where it can be found for pickle: where this was called.
    if module is None:
        module = _sys._getframemodulename(1) or '__main__' if _V >= (3, 12) else _sys._getframe(1).f_globals.get('__name__', '__main__')
    result.__module__ = module
    return result


_REPLACE_ERROR = TypeError if _V >= (3, 13) else ValueError


def _renamed(fields):
    """Fields that cannot be, or are there already, get their position's number for a name."""
    good, seen = [], set()
    for index, field in enumerate(fields):
        usable = field.isidentifier() and not _iskeyword(field) and not field.startswith('_') and field not in seen
        good.append(field if usable else f'_{index}')
        seen.add(field)
    return good


def _complaints(typename, fields, rename):
    """What is wrong with the names, in CPython's order."""
    for name in (typename, *fields):
        if type(name) is not str:
            yield TypeError('Type names and field names must be strings')
        elif not name.isidentifier():
            yield ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        elif _iskeyword(name):
            yield ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for field in fields:
        if field.startswith('_') and not rename:
            yield ValueError(f'Field names cannot start with an underscore: {field!r}')
        elif field in seen:
            yield ValueError(f'Encountered duplicate field name: {field!r}')
        seen.add(field)


class Counter(dict):
    '''A dict of elements and how often each occurs; what it lacks occurs zero times.

    >>> Counter('banana').most_common(2)
    [('a', 3), ('n', 2)]
    '''

    def __init__(self, iterable=None, /, **kwds):
        'Counts the elements of an iterable, or takes over the counts of a mapping and of keywords.'
        super().__init__()
        self.update(iterable, **kwds)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def copy(self):
        'Another one with the same counts.'
        return self.__class__(self)

    def __reduce__(self):
        return (self.__class__, (dict(self),))

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return name + '()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)   # counts that do not compare
        return f'{name}({shown!r})'

    # What it says.

    def __missing__(self, key):
        'Asking for a count adds nothing.'
        return 0

    def total(self):
        'The sum of all counts.'
        return sum(self.values())

    def most_common(self, n=None):
        'The n elements that occur most and their counts, or all of them.'
        if n is not None:
            import heapq
            return heapq.nlargest(n, self.items(), key=_itemgetter(1))
        return sorted(self.items(), key=_itemgetter(1), reverse=True)

    def elements(self):
        'Iterates over each element as often as it occurs.'
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    # Changing it.

    def update(self, iterable=None, /, **kwds):
        'Adds counts, where dict.update() would replace them.'
        if iterable is None:
            pass
        elif not isinstance(iterable, _collections_abc.Mapping):
            _count_elements(self, iterable)
        elif not self:
            super().update(iterable)
        else:
            held = self.get
            for elem, more in iterable.items():
                self[elem] = more + held(elem, 0)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        'The reverse of update(); counts may become negative.'
        held = self.get
        if iterable is None:
            pass
        elif isinstance(iterable, _collections_abc.Mapping):
            for elem, fewer in iterable.items():
                self[elem] = held(elem, 0) - fewer
        else:
            for elem in iterable:
                self[elem] = held(elem, 0) - 1
        if kwds:
            self.subtract(kwds)

    def __delitem__(self, elem):
        'Deleting what it lacks is no mistake.'
        if elem in self:
            super().__delitem__(elem)

    # Comparing: every count of the one with the other's.

    def __eq__(self, other):
        if isinstance(other, Counter):
            return all(self[elem] == other[elem] for either in (self, other) for elem in either)
        return NotImplemented

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        if isinstance(other, Counter):
            return all(self[elem] <= other[elem] for either in (self, other) for elem in either)
        return NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        if isinstance(other, Counter):
            return all(self[elem] >= other[elem] for either in (self, other) for elem in either)
        return NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    # Combining: a new Counter of the counts above zero. First its own elements, then those that only the other has.

    def __add__(self, other):
        'The sum of both counts.'
        if not isinstance(other, Counter):
            return NotImplemented
        combined = Counter()
        for elem, own in self.items():
            if (both := own + other[elem]) > 0:
                combined[elem] = both
        for elem, its in other.items():
            if elem not in self and its > 0:
                combined[elem] = its
        return combined

    def __sub__(self, other):
        'What remains when the other is taken away.'
        if not isinstance(other, Counter):
            return NotImplemented
        combined = Counter()
        for elem, own in self.items():
            if (left := own - other[elem]) > 0:
                combined[elem] = left
        for elem, its in other.items():
            if elem not in self and its < 0:
                combined[elem] = 0 - its
        return combined

    def __or__(self, other):
        'The larger of both counts.'
        if not isinstance(other, Counter):
            return NotImplemented
        combined = Counter()
        for elem, own in self.items():
            its = other[elem]
            if (larger := its if own < its else own) > 0:
                combined[elem] = larger
        for elem, its in other.items():
            if elem not in self and its > 0:
                combined[elem] = its
        return combined

    def __and__(self, other):
        'The smaller of both counts.'
        if not isinstance(other, Counter):
            return NotImplemented
        combined = Counter()
        for elem, own in self.items():
            its = other[elem]
            if (smaller := own if own < its else its) > 0:
                combined[elem] = smaller
        return combined

    if _V >= (3, 15):
        def __xor__(self, other):
            'How far the counts are from each other.'
            if not isinstance(other, Counter):
                return NotImplemented
            combined = Counter()
            for elem, own in self.items():
                if distance := abs(own - other[elem]):
                    combined[elem] = distance
            for elem, its in other.items():
                if elem not in self and its:
                    combined[elem] = abs(its)
            return combined

        def __ixor__(self, other):
            for elem, its in other.items():
                self[elem] = abs(self[elem] - its)
            return self._keep_positive()

    def __pos__(self):
        'The counts above zero.'
        kept = Counter()
        for elem, own in self.items():
            if own > 0:
                kept[elem] = own
        return kept

    def __neg__(self):
        'The counts below zero, turned round.'
        kept = Counter()
        for elem, own in self.items():
            if own < 0:
                kept[elem] = 0 - own
        return kept

    # The same in place.

    def __iadd__(self, other):
        for elem, its in other.items():
            self[elem] += its
        return self._keep_positive()

    def __isub__(self, other):
        for elem, its in other.items():
            self[elem] -= its
        return self._keep_positive()

    def __ior__(self, other):
        for elem, its in other.items():
            if its > self[elem]:
                self[elem] = its
        return self._keep_positive()

    def __iand__(self, other):
        for elem, own in self.items():
            if (its := other[elem]) < own:
                self[elem] = its
        return self._keep_positive()

    def _keep_positive(self):
        for elem in [elem for elem, own in self.items() if not own > 0]:
            del self[elem]
        return self


class ChainMap(_collections_abc.MutableMapping):
    '''Several mappings as one: the first that has a key answers for it, and only the first is changed.'''

    def __init__(self, *maps):
        'Without mappings, of one empty dict.'
        self.maps = list(maps) or [{}]

    if _V >= (3, 13):
        @classmethod
        def fromkeys(cls, iterable, value=None, /):
            'Of one dict with these keys.'
            return cls(dict.fromkeys(iterable, value))
    else:
        @classmethod
        def fromkeys(cls, iterable, *args):
            'Of one dict with these keys.'
            return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        'The first mapping is copied, the others are shared.'
        first, *others = self.maps
        return self.__class__(first.copy(), *others)

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        'With one more mapping before all others.'
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        'Without the first mapping.'
        return self.__class__(*self.maps[1:])

    @_recursive_repr()
    def __repr__(self):
        return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'

    # Looking into all of them.

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for each in self.maps:
            try:
                return each[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        for each in self.maps:
            if key in each:
                return True
        return False

    def __iter__(self):
        # Keys stand where the last mapping that has them puts them.
        keys = {}
        for each in map(dict.fromkeys, reversed(self.maps)):
            keys |= each
        return iter(keys)

    def __len__(self):
        return len(set().union(*self.maps))

    def __bool__(self):
        return any(self.maps)

    # Changing the first.

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def pop(self, key, *args):
        'As dict.pop(), of the first mapping.'
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def popitem(self):
        'As dict.popitem(), of the first mapping.'
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def clear(self):
        'Empties the first mapping.'
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        joined = self.copy()
        joined.maps[0].update(other)
        return joined

    def __ror__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        joined = dict(other)
        for each in reversed(self.maps):
            joined.update(each)
        return self.__class__(joined)


# Wrappers to derive classes from: every method goes through self.data.

def _copy_with(wrapper, data):
    """A copy of the instance whose data is another one's."""
    cls = wrapper.__class__
    made = cls.__new__(cls)
    made.__dict__.update(wrapper.__dict__)
    made.__dict__['data'] = data
    return made


class UserDict(_collections_abc.MutableMapping):
    'Holds a dict.'

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        # A derived class may hold more: copied without the data, which is put in by its own methods.
        from copy import copy
        held, self.data = self.data, {}
        try:
            twin = copy(self)
        finally:
            self.data = held
        twin.update(self)
        return twin

    def __copy__(self):
        return _copy_with(self, self.__dict__['data'].copy())

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        if key not in self.data:
            cls = self.__class__
            if hasattr(cls, '__missing__'):
                return cls.__missing__(self, key)
            raise KeyError(key)
        return self.data[key]

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    if _V >= (3, 12):
        def get(self, key, default=None):
            return self[key] if key in self else default

    def __or__(self, other):
        if isinstance(other, UserDict):
            other = other.data
        elif not isinstance(other, dict):
            return NotImplemented
        return self.__class__(self.data | other)

    def __ror__(self, other):
        if isinstance(other, UserDict):
            other = other.data
        elif not isinstance(other, dict):
            return NotImplemented
        return self.__class__(other | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self


class UserList(_collections_abc.MutableSequence):
    'Holds a list.'

    def __init__(self, initlist=None):
        self.data = []
        if isinstance(initlist, UserList):
            self.data[:] = initlist.data[:]
        elif type(initlist) is list:
            self.data[:] = initlist
        elif initlist is not None:
            self.data = list(initlist)

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        return _copy_with(self, self.__dict__['data'][:])

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __cast(self, other):
        return other.data if isinstance(other, UserList) else other

    def __eq__(self, other):
        return self.data == self.__cast(other)

    def __lt__(self, other):
        return self.data < self.__cast(other)

    def __le__(self, other):
        return self.data <= self.__cast(other)

    def __gt__(self, other):
        return self.data > self.__cast(other)

    def __ge__(self, other):
        return self.data >= self.__cast(other)

    def __add__(self, other):
        other = self.__cast(other)
        return self.__class__(self.data + (other if isinstance(other, list) else list(other)))

    def __radd__(self, other):
        other = self.__cast(other)
        return self.__class__((other if isinstance(other, list) else list(other)) + self.data)

    def __iadd__(self, other):
        other = self.__cast(other)
        self.data += other if isinstance(other, list) else list(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def extend(self, other):
        self.data.extend(self.__cast(other))

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)


class UserString(_collections_abc.Sequence):
    'Holds a str.'

    def __init__(self, seq):
        if isinstance(seq, str):
            self.data = seq
        else:
            self.data = seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __getnewargs__(self):
        return (self.data[:],)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, char):
        return (char.data if isinstance(char, UserString) else char) in self.data

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __eq__(self, string):
        return self.data == (string.data if isinstance(string, UserString) else string)

    def __lt__(self, string):
        return self.data < (string.data if isinstance(string, UserString) else string)

    def __le__(self, string):
        return self.data <= (string.data if isinstance(string, UserString) else string)

    def __gt__(self, string):
        return self.data > (string.data if isinstance(string, UserString) else string)

    def __ge__(self, string):
        return self.data >= (string.data if isinstance(string, UserString) else string)

    def __add__(self, other):
        if isinstance(other, UserString):
            other = other.data
        return self.__class__(self.data + (other if isinstance(other, str) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    # Answers are wrapped again. A UserString for an argument is understood only where CPython's understands it.

    def capitalize(self): return self.__class__(self.data.capitalize())
    def casefold(self): return self.__class__(self.data.casefold())
    def center(self, width, *args): return self.__class__(self.data.center(width, *args))
    def expandtabs(self, tabsize=8): return self.__class__(self.data.expandtabs(tabsize))
    def ljust(self, width, *args): return self.__class__(self.data.ljust(width, *args))
    def lower(self): return self.__class__(self.data.lower())
    def lstrip(self, chars=None): return self.__class__(self.data.lstrip(chars))
    def rjust(self, width, *args): return self.__class__(self.data.rjust(width, *args))
    def rstrip(self, chars=None): return self.__class__(self.data.rstrip(chars))
    def strip(self, chars=None): return self.__class__(self.data.strip(chars))
    def swapcase(self): return self.__class__(self.data.swapcase())
    def title(self): return self.__class__(self.data.title())
    def translate(self, *args): return self.__class__(self.data.translate(*args))
    def upper(self): return self.__class__(self.data.upper())
    def zfill(self, width): return self.__class__(self.data.zfill(width))

    def removeprefix(self, prefix, /):
        return self.__class__(self.data.removeprefix(prefix.data if isinstance(prefix, UserString) else prefix))

    def removesuffix(self, suffix, /):
        return self.__class__(self.data.removesuffix(suffix.data if isinstance(suffix, UserString) else suffix))

    def replace(self, old, new, maxsplit=-1):
        return self.__class__(self.data.replace(old.data if isinstance(old, UserString) else old, new.data if isinstance(new, UserString) else new, maxsplit))

    # Answers are what a str answers.

    maketrans = str.maketrans

    def count(self, sub, start=0, end=_sys.maxsize):
        return self.data.count(sub.data if isinstance(sub, UserString) else sub, start, end)

    def find(self, sub, start=0, end=_sys.maxsize):
        return self.data.find(sub.data if isinstance(sub, UserString) else sub, start, end)

    def rfind(self, sub, start=0, end=_sys.maxsize):
        return self.data.rfind(sub.data if isinstance(sub, UserString) else sub, start, end)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

    def endswith(self, suffix, start=0, end=_sys.maxsize): return self.data.endswith(suffix, start, end)
    def format(self, /, *args, **kwds): return self.data.format(*args, **kwds)
    def format_map(self, mapping): return self.data.format_map(mapping)
    def index(self, sub, start=0, end=_sys.maxsize): return self.data.index(sub, start, end)
    def isalnum(self): return self.data.isalnum()
    def isalpha(self): return self.data.isalpha()
    def isascii(self): return self.data.isascii()
    def isdecimal(self): return self.data.isdecimal()
    def isdigit(self): return self.data.isdigit()
    def isidentifier(self): return self.data.isidentifier()
    def islower(self): return self.data.islower()
    def isnumeric(self): return self.data.isnumeric()
    def isprintable(self): return self.data.isprintable()
    def isspace(self): return self.data.isspace()
    def istitle(self): return self.data.istitle()
    def isupper(self): return self.data.isupper()
    def join(self, seq): return self.data.join(seq)
    def partition(self, sep): return self.data.partition(sep)
    def rindex(self, sub, start=0, end=_sys.maxsize): return self.data.rindex(sub, start, end)
    def rpartition(self, sep): return self.data.rpartition(sep)
    def rsplit(self, sep=None, maxsplit=-1): return self.data.rsplit(sep, maxsplit)
    def split(self, sep=None, maxsplit=-1): return self.data.split(sep, maxsplit)
    def splitlines(self, keepends=False): return self.data.splitlines(keepends)
    def startswith(self, prefix, start=0, end=_sys.maxsize): return self.data.startswith(prefix, start, end)
`;
