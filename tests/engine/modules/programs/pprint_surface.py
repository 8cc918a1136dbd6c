# pprint from outside: signatures, options, every kind that it writes in several lines, what it leaves alone, how it is extended.
import collections
import dataclasses
import inspect
import io
import pprint
import types
from reprlib import recursive_repr

for name in pprint.__all__:
    print(name, inspect.signature(getattr(pprint, name)))
for name in ('pprint', 'pformat', 'isrecursive', 'isreadable', 'format'):
    print(name, inspect.signature(getattr(pprint.PrettyPrinter, name)))


@dataclasses.dataclass
class Record:
    name: str
    values: list
    secret: int = dataclasses.field(default=1, repr=False)


@dataclasses.dataclass
class Own:
    name: str

    @recursive_repr('...')
    def __repr__(self):
        return f'Own with a rather long text of its own: {self.name}'


@dataclasses.dataclass(repr=False)
class Bare:
    name: str

    def __repr__(self):
        return 'Bare, also rather long: ' + self.name


class Names(types.SimpleNamespace):
    pass


class Listing(list):
    pass


class Quiet(list):
    def __repr__(self):
        return 'Quiet and long enough to be cut, if it were'


class Counted(collections.Counter):
    pass


Point = collections.namedtuple('Point', 'x y')
words = 'words that go on\nfor a while, with  two spaces\tand a tab\n\nand a blank line'.split(' ')
numbers = list(range(0, 3000, 271))
samples = [
    numbers, tuple(numbers), set(numbers), frozenset(numbers), {n: str(n) for n in reversed(numbers)}, [numbers], (numbers,), {'a': {'b': {'c': numbers}}},
    ' '.join(words), [' '.join(words)], b'bytes that go on for some time', [b'sixteen bytes...', bytearray(b'and an array of bytes')],
    bytearray(b'and an array of bytes'), Record('x' * 20, numbers), [Record('x', [Record('y', [])])], Own('x' * 9), Bare('x' * 9), types.SimpleNamespace(a=numbers, b='x'),
    Names(first=words, second=2), Listing(words), Quiet(words), Point('x' * 20, numbers), collections.OrderedDict(b=words, a=1), collections.defaultdict(list, b=words, a=1),
    collections.Counter('mississippi and more letters'), Counted('aab' * 9), collections.ChainMap({'a': words}, {'b': 2}), collections.deque(numbers), collections.deque(words, 8),
    collections.UserList(words), collections.UserDict(b=words, a=1), collections.UserString(' '.join(words)), types.MappingProxyType({'b': words, 'a': 1}),
    [1, 'a', None, (), 2.5], {1: 1, None: 3, 'z': 4}, {1, 'a', (2,)} and [], [[], (), {}, set(), frozenset(), '', b''],
    [collections.OrderedDict(), collections.defaultdict(int), collections.Counter(), collections.deque(), collections.deque(maxlen=2), collections.ChainMap()],
    Record, 10 ** 12, -1234567, True, 1234567.5, 1234567j,
]
for sample in samples:
    print('-', type(sample).__name__)
    for options in ({'width': 30}, {'width': 24, 'indent': 4}, {'width': 40, 'compact': True}, {'depth': 1}, {'width': 20, 'depth': 2, 'sort_dicts': False},
                    {'underscore_numbers': True, 'width': 60}):
        pprint.pprint(sample, **options)
    print(pprint.saferepr(sample) == repr(sample), bool(pprint.isreadable(sample)), pprint.isrecursive(sample))


def marked(text, **things):
    for name, thing in things.items():
        text = text.replace(str(id(thing)), name)
    return text


loop = [1, {'a': 2}]
loop[1]['back'] = loop
print(marked(pprint.pformat(loop), loop=loop), marked(pprint.pformat(loop, width=5), loop=loop), marked(pprint.saferepr(loop), loop=loop))
print(pprint.isreadable(loop), pprint.isrecursive(loop), pprint.PrettyPrinter().isreadable(loop), pprint.PrettyPrinter(depth=1).isreadable([[1]]))
space = types.SimpleNamespace(a=[1] * 9)
space.me = space
print(pprint.pformat(space, width=20))
twice = ['same'] * 2
pprint.pprint([twice, twice], width=12)


class Shouting(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), False, False
        return super().format(object, context, maxlevels, level)


printer = Shouting(width=20)
printer.pprint(['one', 'two', {'three': 'four', 'five': ['six']}])
print(printer.isreadable(['a']), printer.isreadable([1]), printer.pformat('x y z ' * 9))
for wrong in ({'indent': -1}, {'depth': 0}, {'width': 0}, {'indent': 'x'}, {'depth': -1, 'indent': -1}, {'depth': 'x'}):
    try:
        pprint.pformat([1], **wrong)
    except Exception as error:
        print(wrong, type(error).__name__, error)
file = io.StringIO()
pprint.pprint(numbers, file, 2, 20)
pprint.pp({'b': 1, 'a': 2}, file, width=5)
print(repr(file.getvalue()), list(vars(pprint.PrettyPrinter(stream=file))))


class Failing:
    def __repr__(self):
        raise LookupError('no text')


try:
    pprint.pprint([{1: Failing()}])
except LookupError as error:
    print(error)
