# collections.abc from outside: signatures, hooks, which methods come for free and in which frames they fail, what they do when a container changes under them.
import collections.abc as abc
import inspect
import sys
import traceback
import warnings

warnings.simplefilter('ignore')


def attempt(what, act):
    try:
        result = act()
        print(what, '->', type(result).__name__, result)
    except BaseException as error:
        print(what, '!', type(error).__name__, error, [frame.name for frame in traceback.extract_tb(error.__traceback__)][1:], error.__suppress_context__, type(error.__context__).__name__)


print(sorted(abc.__all__))
for name in sorted(abc.__all__):
    cls = getattr(abc, name)
    print(name, cls.__module__, cls.__qualname__, cls.__bases__, cls.__slots__, sorted(cls.__abstractmethods__), '__weakref__' in dir(cls), cls.__basicsize__)
    for member, value in sorted(vars(cls).items()):
        if inspect.isfunction(value) and (member[0] != '_' or member[:2] == '__'):
            print('  ', member, '(self, key, default)' if (name, member) == ('MutableMapping', 'pop') else inspect.signature(value), value.__qualname__, inspect.isgeneratorfunction(value), inspect.iscoroutinefunction(value))


class Numbers(abc.Sequence):
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, index): return self.items[index]


class Editable(Numbers, abc.MutableSequence):
    def __setitem__(self, index, value): self.items[index] = value
    def __delitem__(self, index): del self.items[index]
    def insert(self, index, value): self.items.insert(index, value)


class Bag(abc.MutableSet):
    def __init__(self, items=()): self.items = list(dict.fromkeys(items))
    def __contains__(self, item): return item in self.items
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
    def add(self, item): self.items.append(item) if item not in self.items else None
    def discard(self, item): self.items.remove(item) if item in self.items else None
    def __repr__(self): return f'Bag({self.items})'


class Table(abc.MutableMapping):
    def __init__(self, *args, **kw): self.items_ = dict(*args, **kw)
    def __getitem__(self, key): return self.items_[key]
    def __setitem__(self, key, value): self.items_[key] = value
    def __delitem__(self, key): del self.items_[key]
    def __iter__(self): return iter(self.items_)
    def __len__(self): return len(self.items_)
    def __repr__(self): return f'Table({self.items_})'


class Wrong:
    def __eq__(self, other): raise LookupError('compared')
    def __hash__(self): return 1


seq, edit, bag, other, table = Numbers(3, 1, 2, 1), Editable(3, 1, 2), Bag('abc'), Bag('cde'), Table(a=1, b=2)
for what in ('list(seq)', 'list(reversed(seq))', '1 in seq', '9 in seq', 'Wrong() in seq', 'seq.index(1)', 'seq.index(1, 2)', 'seq.index(9)', 'seq.index(1, -1)', 'seq.index(3, 1)', 'seq.index(1, 0, -3)', 'seq.index(Wrong())', 'seq.count(1)', 'seq.count(Wrong())', 'hash(seq) and 1',
             'seq == Numbers(3, 1, 2, 1)', 'seq.append', 'edit.append(5)', 'edit.items', 'edit.extend(edit)', 'edit.items', 'edit.extend(5)', 'edit.__iadd__((7,)) is edit', 'edit.reverse()', 'edit.items', 'edit.pop()', 'edit.pop(0)', 'edit.pop(99)', 'edit.remove(2)', 'edit.remove(99)', 'edit.clear()',
             'edit.items', 'edit.pop()', 'bag & other', 'bag & "ax"', 'bag & 5', '"ax" & bag', 'bag | other', 'bag | [1]', '[1] | bag', 'bag - other', 'bag - "a"', '"axx" - bag', 'bag ^ other', 'bag ^ "ax"', '"ax" ^ bag', 'bag ^ 5', '5 - bag', 'bag - 5', 'bag < other', 'bag <= bag', 'bag < Bag("abcd")', 'bag > Bag("a")',
             'bag >= "a"', 'bag == {"a", "b", "c"}', 'bag == "abc"', 'bag != other', 'bag < 5', 'bag.isdisjoint("xyz")', 'bag.isdisjoint(other)', 'hash(bag)', 'bag._hash() == hash(frozenset("abc"))', 'abc.Set._hash(frozenset())  == hash(frozenset())', 'bag.remove("z")', 'bag.remove("a")', 'bag', 'Bag("q").pop()', 'Bag().pop()',
             'bag.__ior__(other)', 'bag.__iand__(Bag("bc"))', 'bag.__ixor__("cx")', 'bag.__isub__("x")', 'bag.__ixor__(bag)', 'bag.__isub__(bag)', 'other.clear()', 'other', 'bag.__iand__(5)', 'Bag("ab").__iand__("b")', 'table["x"]', 'table.get("x")', 'table.get("a", 5)', '"a" in table', '[] in table', 'table.keys()', 'table.items()', 'table.values()',
             'list(table.keys())', 'list(table.items())', 'list(table.values())', '("a", 1) in table.items()', '("a", 2) in table.items()', '("x", 2) in table.items()', '5 in table.items()', '1 in table.values()', 'Wrong() in table.values()', 'len(table.values())', 'table.keys() & {"a"}', 'table.keys() | "z"', 'table.items() - {("a", 1)}',
             'table == {"a": 1, "b": 2}', 'table == 5', 'table != {}', 'reversed(table)', 'table.pop("x")', 'table.pop("x", 5)', 'table.pop("a")', 'table.popitem()', 'table.popitem()', 'table.setdefault("k", 5)', 'table.setdefault("k")', 'table.update({"m": 1})', 'table.update([("n", 2)], o=3)', 'table.update(5)', 'table.update({}, {})', 'table.update(Table(p=1))',
             'table', 'table.update([1])', 'table.update(self=1, other=2)', 'table', 'table.clear()', 'table', 'abc.KeysView(5)', 'len(abc.KeysView(5))', 'abc.KeysView({"a": 1})', 'hash(table)', 'abc.Mapping.__getitem__(table, 1)', 'abc.Sequence.__getitem__(seq, 1)', 'abc.MutableSet.add(bag, 1)', 'abc.MutableSequence.insert(edit, 1, 2)', 'abc.MutableMapping.__setitem__(table, 1, 2)',
             'abc.Iterator.__next__(5)', 'list(abc.Iterable.__iter__(5))', 'list(abc.Reversible.__reversed__(5))', 'abc.Sized.__len__(5)', 'abc.Container.__contains__(5, 1)', 'abc.Callable.__call__(5, 1)', 'abc.Generator.send(5, 1)', 'abc.Generator.throw(5, ValueError)', 'abc.Generator.throw(5, ValueError, "text")', 'abc.Generator.throw(5, ValueError, ValueError("made"))',
             'abc.Coroutine.send(5, 1)', 'abc.Coroutine.throw(5, KeyError("given"))', 'abc.Iterable()', 'abc.MutableMapping()', 'abc.Callable[[int, str], bool]', 'abc.Callable[..., int]', 'abc.Callable[[], None].__args__', 'abc.Callable[int]', 'abc.Callable[int, str]', 'abc.Callable[[int], abc.Callable[[], str]]', 'abc.Callable[[list[int]], 5]', 'abc.Mapping[int, str]', 'abc.Hashable[int]',
             'abc.Sized[int]', 'abc.Iterable[int].__origin__', 'abc.Callable[[int], str] == abc.Callable[[int], str]', 'issubclass(list, abc.Hashable)', 'isinstance(5, abc.Hashable)', 'isinstance([], abc.Reversible)', 'isinstance({}, abc.Reversible)', 'isinstance(iter([]), abc.Iterator)', 'isinstance(range(3), abc.Sequence)', 'isinstance(memoryview(b""), abc.Sequence)', 'isinstance("", abc.ByteString)',
             'isinstance(b"", abc.ByteString)', 'isinstance({}.keys(), abc.KeysView)', 'isinstance({}.keys(), abc.Set)', 'isinstance((i for i in ()), abc.Generator)', 'isinstance(Numbers(), abc.Collection)', 'abc.Sequence.register(Table) is Table', 'abc.Collection.__subclasshook__(int)', 'abc.Collection.__subclasshook__(list)', 'Numbers.__subclasshook__(list)', 'abc.Mapping.__abc_tpflags__'):
    attempt(what, lambda: eval(what))
for pattern in ([], ()):
    match Numbers(1, 2):
        case [one, two]:
            print('matched', one, two)
match Table(a=1):
    case {'a': value}:
        print('matched', value)


class Sending(abc.Generator):
    def __init__(self, answer): self.answer = answer
    def send(self, value): return value
    def throw(self, typ, val=None, tb=None):
        if self.answer is None:
            return abc.Generator.throw(self, typ, val, tb)
        return self.answer


class Waiting(abc.Coroutine):
    def __await__(self): yield
    def send(self, value): return value
    def throw(self, typ, val=None, tb=None): return abc.Coroutine.throw(self, typ, val, tb)


class Ticking(abc.AsyncGenerator):
    async def asend(self, value): return value
    async def athrow(self, typ, val=None, tb=None): await abc.AsyncGenerator.athrow(self, typ, val, tb)


def run(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value


for what in ('next(Sending(None))', 'Sending(None).close()', 'Sending(5).close()', 'Sending(None).throw(KeyError)', 'Waiting().close()', 'Waiting().throw(KeyError)', 'run(Ticking().__anext__())', 'run(Ticking().aclose())', 'run(Ticking().athrow(KeyError))', 'Ticking().__aiter__().__class__.__name__', 'run(abc.AsyncGenerator.asend(5, 1))', 'run(abc.AsyncIterator.__anext__(5))'):
    attempt(what, lambda: eval(what))
