# collections from outside: signatures, what the wrappers answer and refuse, what a named tuple's class holds, sizes and counts of references.
import collections
import copy
import inspect
import pickle
import sys
import traceback
from collections import ChainMap, Counter, UserDict, UserList, UserString, namedtuple


def attempt(what, act):
    try:
        result = act()
        print(what, '->', type(result).__name__, result)
    except Exception as error:
        print(what, '!', type(error).__name__, error, [frame.name for frame in traceback.extract_tb(error.__traceback__)][1:])


print(sorted(collections.__all__))
for cls in (ChainMap, Counter, UserDict, UserList, UserString):
    print(cls.__name__, cls.__module__, [c.__name__ for c in cls.__mro__], inspect.signature(cls))
    for name, value in sorted(vars(cls).items()):
        if inspect.isfunction(value) and (name[:1] != '_' or name[:2] == '__') or isinstance(value, (classmethod, staticmethod)):
            print('  ', name, inspect.signature(getattr(cls, name)), getattr(value, '__qualname__', None))

# Named tuples.
P = namedtuple('P', 'x, y z', defaults=[5])
print(sorted(name for name in vars(P) if name not in ('__firstlineno__', '__static_attributes__')))
for name in ('_make', '_replace', '_asdict', '__repr__', '__getnewargs__', '__new__'):
    function = getattr(P, name)
    print(name, inspect.signature(function), function.__doc__, function.__qualname__, function.__module__, getattr(function, '__func__', function).__code__.co_name)
print(P.__doc__, P.x.__doc__, P.__module__, P.__match_args__, P._fields, P._field_defaults, P.__slots__, inspect.signature(P))
print(P.__new__.__defaults__, P.__new__.__doc__, sorted(P.__new__.__globals__), P.__new__.__globals__['__name__'])
print(namedtuple('One', 'x').__doc__, namedtuple('None_', '').__doc__, namedtuple('None_', ())())
print(namedtuple('R', ['a', 'class', '_b', 'a', 'ok', '1'], rename=True)._fields, namedtuple('M', 'a', module='somewhere').__module__)
for args, named in [(('class', 'x'), {}), (('1', 'x'), {}), (('A', 'x 1'), {}), (('A', 'x def'), {}), (('A', '_x'), {}), (('A', 'x x'), {}), (('A', 'x'), {'defaults': (1, 2)}), (('A', 5), {}), (('A', [1]), {}),
                    (('A', 'x', True), {}), ((), {}), (('A', 'x'), {'defaults': 5}), ((3, 'x'), {})]:
    attempt(f'namedtuple {args} {named}', lambda: namedtuple(*args, **named))
p = P(1, 2)
attempt('missing', lambda: P())
attempt('too many', lambda: P(1, 2, 3, 4))
attempt('unknown', lambda: P(1, 2, w=3))
attempt('make short', lambda: P._make([1]))
attempt('make nothing', lambda: P._make(5))
attempt('replace', lambda: p._replace(x=9))
attempt('replace unknown', lambda: p._replace(q=9, r=1))
attempt('asdict', lambda: p._asdict())
attempt('set', lambda: setattr(p, 'x', 3))
attempt('new attribute', lambda: setattr(p, 'q', 3))
attempt('pickled', lambda: pickle.loads(pickle.dumps(p)) == p)
attempt('copied', lambda: (copy.copy(p), copy.deepcopy(p), p.__getnewargs__(), p.__reduce_ex__(2)[1]))
print(sys.getsizeof(p), sys.getsizeof(P(1, 2, 3)), sys.getrefcount(p), P.__dictoffset__, P.__itemsize__)


class Sub(P):
    def __repr__(self):
        return 'Sub' + super().__repr__()


print(Sub(1, 2), Sub(1, 2)._replace(x=3), Sub(1, 2) == p, list(vars(Sub(1, 2))))

# Counters.
c, d = Counter('mississippi'), Counter(s=9, m=-1, q=2)
for sign in ('+', '-', '|', '&', '==', '!=', '<', '<=', '>', '>='):
    attempt(sign, lambda: eval(f'c {sign} d'))
    attempt(sign + ' Counter', lambda: eval(f'c {sign} Counter()'))
    attempt(sign + ' dict', lambda: eval(f'c {sign} {{}}'))
for sign in ('+=', '-=', '|=', '&='):
    mine = c.copy()
    exec(f'mine {sign} d')
    print(sign, mine, mine is not c)
    attempt(sign + ' number', lambda: exec(f'mine {sign} 5'))
print(+d, -d, c.total(), d.total(), sorted(c.elements()), list(d.elements()))
print(c.most_common(), c.most_common(0), c.most_common(2), c.most_common(-1), c['nothing'], 'nothing' in c)
c.subtract('miss', q=1)
c.update({'m': 4}, z=1)
c.update(['m'])
print(c, Counter(c) == c, Counter(None), Counter(a=1, b=0), Counter({'a': 2}, a=1), Counter(Counter('ab')), repr(Counter({1: 2, 'a': 'x'})), Counter(a=1j))
del c['nothing'], c['m']
print(c, copy.copy(c) == c, copy.deepcopy(c) == c, pickle.loads(pickle.dumps(c)) == c, c.__reduce__())
attempt('number', lambda: Counter(5))
attempt('two', lambda: Counter('a', 'b'))
attempt('fromkeys', lambda: Counter.fromkeys('ab'))
attempt('unhashable', lambda: Counter([[]]))
attempt('subtract number', lambda: Counter().subtract(5))
attempt('of text', lambda: Counter(a='x') + Counter(a='y'))
attempt('of text', lambda: Counter(a='x') <= Counter(a='y'))
attempt('of text', lambda: Counter(a='x') < Counter(a=3))
attempt('elements', lambda: list(Counter(a='x').elements()))


class Tally(Counter):
    pass


print(Tally('aab'), type(Tally('a') + Tally('b')).__name__, type(Tally('a').copy()).__name__, type(+Tally()).__name__)
print([sys.getsizeof(Counter(range(n))) for n in (0, 1, 6, 11, 30)], sys.getsizeof(Counter('abcdefgh') + Counter('ijklmnop')), sys.getsizeof(Counter({n: n for n in range(9)})))
big = 10 ** 30
one, other = Counter(a=big), Counter(b=big)
total = one + other
print(total['b'] is big, total['a'] is big, (one | other)['a'] is big, (one - other)['a'] is big, (+one)['a'] is big, sys.getrefcount(big))

# Chain maps.
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}, {'c': 4})
print(m, len(m), list(m), dict(m), m['b'], m.get('x'), m.get('c', 5), 'b' in m, 'x' in m, bool(m), bool(ChainMap()), ChainMap().maps)
print(m.parents, m.new_child(), m.new_child({'z': 1}), m.new_child({'z': 1}, y=2), m.new_child(w=1), m.copy(), m.copy().maps[0] is m.maps[0], m.copy().maps[1] is m.maps[1])
print(ChainMap.fromkeys('ab'), ChainMap.fromkeys('ab', 1), m | {'q': 1}, {'q': 1, 'a': 0} | m, m | ChainMap({'r': 1}))
for what in ('m["x"]', 'm.pop("b")', 'm.pop("b", 7)', 'm.pop("a")', 'm.popitem()', 'm.__delitem__("b")', 'm | 5', '5 | m', 'ChainMap(5)["a"]', 'len(ChainMap(5))', 'list(ChainMap(5))', 'm.update(b=9)', 'm.clear()',
             'm.maps', 'ChainMap.fromkeys(5)', 'm.new_child(5, a=1)', 'hash(m)', 'm == {"a": 2, "b": 3, "c": 4}', 'list(m.items())', 'm.setdefault("n", 1)', 'copy.copy(m)', 'copy.deepcopy(m)'):
    attempt(what, lambda: eval(what))
m |= {'i': 1}
print(m, m.maps[0])


class Defaulting(ChainMap):
    def __missing__(self, key):
        return f'no {key}'


print(Defaulting()['x'], Defaulting().get('x'), Defaulting().new_child().__class__.__name__)


class Held(dict):
    pass


# Wrappers of dicts.
u = UserDict({'a': 1}, b=2)
print(u, len(u), list(u), u['a'], u.get('x'), u.get('b'), 'a' in u, u | {'c': 3}, {'c': 3} | u, u | UserDict(d=4), u.copy(), u.copy() is u, UserDict.fromkeys('ab', 0), list(vars(u)))
for what in ('u["x"]', 'u | 5', '5 | u', 'UserDict(5)', 'UserDict({}, {})', 'u.__ior__(UserDict(z=1))', 'u.__ior__({"y": 1})', 'u.__ior__(5)', 'UserDict(dict=1)', 'UserDict([("a", 1)])', 'u == {}', 'u.pop("x")', 'u.popitem()',
             'copy.copy(u)', 'UserDict(None)', 'u.__delitem__("x")', 'hash(u)'):
    attempt(what, lambda: eval(what))


class Missing(UserDict):
    def __missing__(self, key):
        return key * 2


special = Missing(a=1)
special.extra = [1]
twin = special.copy()
print(special['x'], special.get('x'), type(twin).__name__, twin.extra is special.extra, twin.data is special.data, copy.copy(special).data is special.data, vars(twin))

# Wrappers of lists.
w = UserList([3, 1, 2])
print(w, w[0], w[1:], type(w[1:]).__name__, len(w), 1 in w, w + [4], w + UserList([5]), w + 'ab', [4] + w, (4,) + w, w * 2, 2 * w, w == [3, 1, 2], w < [9], w >= UserList([1]), w != [1])
w.append(4)
w.insert(0, 9)
w.extend((1, 2))
w.extend(UserList([7]))
w += [5]
w += UserList([6])
w += 'z'
w *= 1
w[0] = 8
del w[1]
print(w, w.pop(), w.pop(0), w.index(2), w.count(2), w.copy(), w.copy() is w, copy.copy(w) == w, list(vars(w)))
w.reverse()
w.sort(key=str, reverse=True)
w.remove(7)
print(w, UserList(UserList('ab')), UserList('ab'), UserList(range(3)))
for what in ('w + 5', '5 + w', 'w * "a"', 'w[99]', 'w["a"]', 'w.remove(99)', 'w.index(99)', 'w.pop(99)', 'UserList(5)', 'UserList([1], 2)', 'w < 5', 'w == 5', 'w.extend(5)', 'w.sort(1)', 'w.clear()', 'w.pop()', 'hash(w)', 'w.append()'):
    attempt(what, lambda: eval(what))

# Wrappers of strings.
s = UserString('Some Text here')
for name in ('capitalize', 'casefold', 'expandtabs', 'lower', 'lstrip', 'rstrip', 'strip', 'swapcase', 'title', 'upper', 'encode', 'isalpha', 'isalnum', 'isascii', 'isdecimal', 'isdigit', 'isidentifier', 'islower',
             'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'split', 'rsplit', 'splitlines', 'format', 'center', 'find', 'translate', 'join', 'zfill', 'replace', 'removeprefix', 'count'):
    attempt(name, getattr(s, name))
t = UserString('e')
for what in ('s.center(20)', 's.center(20, "*")', 's.center(20, "*", 1)', 's.ljust(20)', 's.rjust(20, "-")', 's.count(t)', 's.count("e", 5)', 's.find(t)', 's.rfind(t)', 's.index("e")', 's.index(t)', 's.rindex("x")', 's.replace(t, "E")',
             's.replace("e", t, 1)', 's.replace("e", "E", count=1)', 's.replace("e", "E", maxsplit=1)', 's.removeprefix(UserString("Some"))', 's.removesuffix("here")', 's.removeprefix(prefix="x")', 's.encode(None, None)', 's.encode("ascii", errors="x")',
             's.startswith("S")', 's.startswith(t)', 's.endswith(("e", "f"))', 's.split("e", maxsplit=1)', 's.rsplit("e", 1)', 's.split(t)', 's.splitlines(keepends=True)', 's.partition(" ")', 's.rpartition(" ")', 's.join(["a", "b"])',
             's.join([t])', 's.strip("Se")', 's.strip(chars="Se")', 's.zfill(20)', 's.zfill(width="a")', 's.translate({101: "E"})', 's.translate()', 's.maketrans("a", "b")', 's.format_map({})', 'UserString("{} {a}").format(1, a=2)', 's % 1',
             'UserString("%s!") % "x"', '"%s" % s', 's.__rmod__("%s")', 's + t', 's + "x"', 's + 5', '"x" + s', 's.__radd__(5)', 's * 2', '2 * s', 's * "a"', 's[0]', 's[1:3]', 's["a"]', 's == "Some Text here"', 's == t', 's == 5', 's < "T"', 's < t',
             's < 5', 's >= "A"', 't in s', '"x" in s', '5 in s', 'len(s)', 'hash(s) == hash(str(s))', 'int(UserString("5"))', 'float(UserString("5.5"))', 'complex(UserString("5j"))', 'UserString(5)', 'UserString()', 'UserString(t)', 's.__getnewargs__()',
             'copy.copy(s)', 'pickle.loads(pickle.dumps(s))', 's.nothing', 's.isalpha(1)', 's.upper(1)', 's.expandtabs(tabsize=2)', 's.expandtabs("a")', 'repr(s)', 's.count()', 's.find("e", 9, 10)', 's.encode(encoding=5)'):
    attempt(what, lambda: eval(what))

# Where a class says it is from, and what was loaded with the module.
scope = {'namedtuple': namedtuple, '__name__': 'elsewhere'}
exec('made = namedtuple("made", "x")\ndef make(): return namedtuple("inner", "y")', scope)
print(scope['made'].__module__, scope['make']().__module__, repr(scope['made'](1)))
exec('made = namedtuple("made", "x")', nameless := {'namedtuple': namedtuple})
print(nameless['made'].__module__)
print([name in sys.modules for name in ('keyword', 'operator', 'reprlib', 'heapq')])
loop = ChainMap({})
loop['me'] = loop
print(loop)
if sys.version_info >= (3, 12):
    for what in ('5', '"a"', '0, 1', 'depth=0', 'x=0', '', '-3', '1'):
        attempt(f'_getframemodulename({what})', lambda: eval(f'sys._getframemodulename({what})'))
