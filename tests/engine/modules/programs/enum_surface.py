# enum from outside: bodies that are refused, what members hold, flags at every boundary, checks, the functional API, frames of errors.
import copy
import enum
import inspect
import pickle
import sys
import traceback
from dataclasses import dataclass
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, unique, verify


def names(error):
    # Older patch versions make a new exception in EnumType.__new__, which is then there twice.
    frames = [frame.name for frame in traceback.extract_tb(error.__traceback__)][1:]
    return [name for number, name in enumerate(frames) if name != '__new__' or frames[number - 1] != '__new__']


def attempt(what, act):
    try:
        result = act()
        print(what, '->', type(result).__name__, result)
    except Exception as error:
        print(what, '!', type(error).__name__, error, names(error), getattr(error, '__notes__', None), type(error.__context__).__name__, type(error.__cause__).__name__)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    _ignore_ = 'helper other'
    helper = other = 5

    @property
    def loud(self):
        return self.name + '!'

    def method(self):
        return self.value

    class Inner:
        pass

    plain = nonmember(9)
    inside = member(lambda self: 1)


print(len(list(Color)), list(Color.__members__), Color.RED, repr(Color.RED), f'{Color.RED:>12}', Color.RED.loud, Color.GREEN.method(), Color.plain, hasattr(Color, 'helper'), [name for name in dir(Color) if name[0] != '_'])
print(list(vars(Color.RED)), Color.RED._sort_order_, len(Color), bool(Color), Color(2), Color['CRIMSON'] is Color.RED, len(list(reversed(Color))), repr(Color), Color.RED.__objclass__, hash(Color.RED) == hash('RED'), [n for n in dir(Color.RED) if n[0] != '_'])
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED, pickle.loads(pickle.dumps(Color.RED)) is Color.RED, Color.RED.__reduce_ex__(2), Color.RED == 1, Color.RED != Color.GREEN)
for what in ('Color(9)', 'Color("x")', 'Color([])', 'Color["NONE"]', 'Color.NONE', 'setattr(Color, "RED", 2)', 'setattr(Color.RED, "value", 2)', 'setattr(Color.RED, "name", 2)', 'delattr(Color, "RED")', 'delattr(Color, "plain")', 'Color.RED < Color.GREEN',
             'Color()', 'Color(1, 2)', 'Color.RED.RED', 'Enum("E")', 'Enum(1)', 'Color.RED in Color', 'Color.RED.nothing', 'setattr(Color, "new", 1)', 'type("X", (Color,), {})', 'Enum.__new__(Enum, 1)'):
    attempt(what, lambda: eval(what))
for value in (1, 9, 'RED'):
    attempt(f'{value!r} in Color', lambda: value in Color)

bodies = {
    'twice': 'A = 1\n A = 2', 'sunder': '_odd_ = 1', 'mro': 'mro = 1', 'order': '_order_ = "B A"\n A = 1\n B = 2', 'order ok': '_order_ = "A B"\n A = 1\n B = 2', 'late': 'A = auto()\n _generate_next_value_ = None',
    'ignored': 'A = 1\n _ignore_ = ["A"]', 'auto text': 'A = "x"\n B = auto()', 'auto pair': 'A = auto(), "x"\n B = auto(), auto()', 'auto mixed': 'A = 5\n B = auto()\n C = 1\n D = auto()', 'private': '__x = 1\n A = 1', 'dunder': '__odd__ = 1\n A = 1',
    'unhashable': 'A = [1]\n B = [1]\n C = {}', 'nan': 'A = float("nan")\n B = A', 'init': 'A = 1, 2\n def __init__(self, x, y): self.x = x', 'init fails': 'A = 1\n def __init__(self, x): raise LookupError("no")',
    'init wrong': 'A = 1\n def __init__(self, x, y): pass', 'new': 'def __new__(cls, v):\n  o = object.__new__(cls)\n  o._value_ = v * 2\n  return o\n A = 1\n B = 4', 'super new': 'def __new__(cls, v):\n  return super().__new__(cls, v)\n A = 1',
    'missing': '@classmethod\n def _missing_(cls, v): return cls.A if v == 7 else 5 if v == 8 else None\n A = 1', 'missing fails': '@classmethod\n def _missing_(cls, v): raise KeyError(v)\n A = 1', 'next': 'def _generate_next_value_(name, start, count, last): return name * 2, count + len(last)\n A = auto()\n B = auto()',
    'name': 'name = 1\n value = 2', 'descriptor': 'A = property(lambda self: 1)\n B = classmethod(len)\n C = len', 'of types': 'A = int\n B = str', 'empty': 'pass', 'negative': 'A = -1\n B = 0', 'bools': 'A = True\n B = 1\n C = 1.0'}
made = {}
for title, body in bodies.items():
    for base in ('Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag'):
        def make():
            space = dict(globals())
            exec(f'class Made({base}):\n {body}', space)
            made[title] = space['Made']
            return {name: (each.name, each.value, each._sort_order_) for name, each in made[title].__members__.items()}
        attempt(f'{title} of {base}', make)
    for value in (1, 7, 8, 9, 2):
        if title in made and 'missing' in title:
            attempt(f'{title}({value})', lambda: made[title](value))


# Mixed in.
class Text(StrEnum):
    ONE = auto()
    upper = 'u'
    count = 'c'


class Both(str, Enum):
    A = 'a'
    B = b'x', 'ascii'


class Pair(tuple, Enum):
    A = 1, 2


@dataclass
class Point:
    x: int
    y: int = 0


class Points(Point, Enum):
    A = 1
    B = 2, 3


class Number(IntEnum):
    A = 1
    B = '7', 8


print(list(Text), str(Text.ONE), f'{Text.ONE!r}', Text.ONE == 'one', Text.upper, Text('u'), str(Both.A), repr(Both.B), f'{Both.A}', Pair.A, Pair.A[1], repr(Points.B), Points.B.y, str(Points.A), Number.B, repr(Number.B), Number.A + 1, str(Number.A), f'{Number.B:03}')
if sys.version_info >= (3, 12):
    print(Text.ONE.upper(), Text.ONE.count('o'))
for values in ('1', '"a", 1', '"a", "b", 1', '"a", "b", "c", "d"', 'b"a", "ascii"'):
    attempt(values, lambda: exec(f'class S(StrEnum):\n A = {values}', dict(globals())))
attempt('wrong base', lambda: exec('class T(Enum, int): pass', dict(globals())))
attempt('extended', lambda: exec('class T(Color): A = 9', dict(globals())))

# Functional.
for args, named in [(('E', 'A B'), {}), (('E', 'A,B C'), {'start': 5}), (('E', ['A', 'B']), {'type': int}), (('E', [('A', 3), ('B', 'x')]), {}), (('E', {'A': 1, 'B': 2}), {'module': 'there', 'qualname': 'X.E'}), (('E', ()), {}), (('E', 5), {}), (('E', [1]), {}),
                    (('E', 'A A'), {}), (('E', None), {}), (('E', 'A B'), {'boundary': STRICT}), (('E', 'mro'), {})]:
    for base in (Enum, IntEnum, Flag):
        attempt(f'{base.__name__} {args} {named}', lambda: [(base(*args, **named).__module__, base(*args, **named).__qualname__), list(base(*args, **named))])


# Flags.
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6
    HIGH = 48


print(list(Perm), Perm.__members__, repr(Perm), Perm._flag_mask_, Perm._singles_mask_, Perm._all_bits_, Perm._boundary_)
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    class Bits(Flag, boundary=boundary):
        A = 1
        B = 2
        D = 8
        AB = 3
        ODD = 33

    class IntBits(IntFlag, boundary=boundary):
        A = 1
        B = 2
        D = 8
        AB = 3

    for cls in (Bits, IntBits):
        for value in (0, 1, 3, 4, 7, 9, 11, 16, 32, 33, 64, 255, -1, -2, -4, -9, -64, 'x'):
            attempt(f'{boundary} {cls.__name__}({value})', lambda: (repr(cls(value)), str(cls(value)), getattr(cls(value), 'name', 0), list(cls(value)) if isinstance(cls(value), cls) else 0))
    print(~Bits.A, ~Bits.AB, Bits.A | Bits.D, Bits.AB & Bits.B, Bits.AB ^ Bits.A, Bits.A in Bits.AB, len(Bits.AB), bool(Bits(0)), list(Bits.AB), ~(Bits.A | Bits.B | Bits.D))
    print(IntBits.A | 2, 2 | IntBits.A, IntBits.A & 5, IntBits.A ^ 1, ~IntBits.A, IntBits.A + 1, f'{IntBits.A}', IntBits.A | IntBits.D)
for what in ('Perm.R | 1', '1 | Perm.R', '1 in Perm.R', 'Perm.R & None', 'Perm("R")', 'Perm.R | Color.RED', 'list(Perm.RW)', 'list(Perm.HIGH)', 'Perm.R | Perm.W is Perm.RW', 'Perm(7)', 'Perm(64)', '~Perm.R', '~Perm(0)', 'len(Perm)', 'Perm.RW.name', 'Perm(5).name', 'Perm(0).name'):
    attempt(what, lambda: eval(what))
for num in (0, 1, 5, 8, -1, -5, -8, 255):
    print(enum.bin(num), enum.bin(num, 10), enum.show_flag_values(abs(num)))
attempt('bits', lambda: enum.show_flag_values(-1))

# Checks.
for check, base, body in [(UNIQUE, 'Enum', 'A = 1\n B = 1\n C = 1'), (UNIQUE, 'Enum', 'A = 1'), (CONTINUOUS, 'Enum', 'A = 1\n B = 4'), (CONTINUOUS, 'Enum', 'A = 1'), (CONTINUOUS, 'Flag', 'A = 1\n B = 16'), (CONTINUOUS, 'IntEnum', 'A = 1\n B = 99'), (NAMED_FLAGS, 'Flag', 'A = 1\n B = 6'),
                          (NAMED_FLAGS, 'Flag', 'A = 1\n B = 7\n C = 8\n D = 24'), (NAMED_FLAGS, 'Flag', 'A = 1\n B = 5'), (NAMED_FLAGS, 'Flag', 'A = 1\n B = 2\n C = 3')]:
    attempt(f'{check!r} {body!r}', lambda: exec(f'@verify(check)\nclass Checked({base}):\n {body}', {**globals(), 'check': check}))
attempt('unique', lambda: exec('@unique\nclass U(Enum):\n A = 1\n B = 1\n C = 1', dict(globals())))
attempt('verify a class', lambda: verify(UNIQUE)(int))
attempt('verify an enumeration', lambda: verify(UNIQUE, CONTINUOUS)(IntEnum('V', 'A B')).__name__)


@enum.global_enum
class Sides(Enum):
    LEFT = 1


@enum.global_enum
class Marks(IntFlag):
    ONE_MARK = 1
    TWO_MARK = 2


print(LEFT, repr(LEFT), repr(ONE_MARK), repr(ONE_MARK | TWO_MARK), str(ONE_MARK), repr(Marks(0)), repr(Marks(8)))
print(repr(auto()), repr(auto(3)), repr(STRICT), enum.FlagBoundary.__members__.keys(), inspect.signature(auto), inspect.signature(verify), inspect.signature(enum.global_enum))
if sys.version_info >= (3, 13):
    class Aliased(Enum):
        A = 1
        B = 2

    Aliased.A._add_alias_('OTHER')
    Aliased.A._add_value_alias_(10)
    print(Aliased.OTHER, Aliased(10), list(Aliased))
    attempt('alias', lambda: Aliased.A._add_alias_('B'))
    attempt('value alias', lambda: Aliased.A._add_value_alias_(2))
    attempt('value alias', lambda: Aliased.A._add_value_alias_([1]))
    attempt('value alias', lambda: Aliased([1]))
print(sys.getsizeof(Color.RED), sys.getsizeof(Number.A), Color.RED.__sizeof__())
