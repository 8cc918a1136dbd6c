from collections import *
import collections, copy, sys
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements())[:4], c - Counter('aab'), c & Counter('aabbc'), c | Counter(z=9), +Counter(a=-1,b=2), -Counter(a=-1))
c.subtract('aaaz'); print(c); c.update(a=5); print(c, c <= c, Counter(a=1) < Counter(a=2), c == Counter(c), Counter(a=1) == Counter(a=1, b=0)); del c['nothing']; print(Counter([('a', 1)]), Counter({'x': 3}), Counter.fromkeys.__name__)
for f in (lambda: Counter.fromkeys('ab'), lambda: Counter(1, 2), lambda: Counter(5), lambda: Counter(a='x') + Counter(a=1), lambda: Counter(a=1) + 3, lambda: Counter('ab') <= 4, lambda: c.most_common('x'),
          lambda: deque(5), lambda: deque(maxlen=-1), lambda: deque(maxlen='x'), lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(9), lambda: deque([1]).index(7), lambda: deque([1], 1).insert(0, 2), lambda: deque() + [1], lambda: deque() * 'x', lambda: deque([1]).rotate('x'), lambda: hash(deque()), lambda: deque(1,2,3), lambda: deque(x=1),
          lambda: defaultdict(5), lambda: defaultdict(list)['x'], lambda: defaultdict()['x'], lambda: defaultdict(int, [(1,2)], a=3), lambda: defaultdict(lambda: 1/0)['q'],
          lambda: namedtuple('A', 'x x'), lambda: namedtuple('A', 'class'), lambda: namedtuple('1A', 'x'), lambda: namedtuple('A', '_x'), lambda: namedtuple('A', 'a b', defaults=(1,2,3)), lambda: namedtuple('A', 'x y')(1), lambda: namedtuple('A', 'x y')(1,2,3), lambda: namedtuple('A', 'x y')(1, z=2), lambda: namedtuple('A', 'x y')(1,2)._replace(z=3), lambda: namedtuple('A', 'x y')._make([1]), lambda: namedtuple('A', 'class x', rename=True)._fields, lambda: namedtuple(1, 'x'), lambda: namedtuple('A', 5), lambda: setattr(namedtuple('A', 'x')(1), 'x', 3), lambda: setattr(namedtuple('A', 'x')(1), 'y', 3),
          lambda: OrderedDict([(1,2)]).move_to_end(5), lambda: OrderedDict().popitem(), lambda: OrderedDict().pop('x'), lambda: OrderedDict([1]), lambda: ChainMap({}, {})['q'], lambda: ChainMap().pop('x'), lambda: ChainMap().popitem(), lambda: ChainMap({}, {'a': 1}).__delitem__('a'), lambda: UserDict()['x'], lambda: UserList([1])[4], lambda: UserString('x') + 1, lambda: UserDict(a=1) | 3):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = deque(range(5), 3); print(d, d.maxlen); d.append(9); d.appendleft(8); print(d, d.count(8), d.index(3)); d.rotate(1); print(d); d.extendleft([1,2]); print(d, list(reversed(d)), d == deque(d), d.copy(), d[0], 3 in d); d.reverse(); d.insert; print(d, d * 2, deque([1,2]) + deque([3]), deque([1]) < deque([2])); d.clear(); print(d, bool(d)); d += [1,2]; del d[0]; print(d, sys.getsizeof(d), sys.getsizeof(deque(range(100))))
it = iter(deque([1,2,3])); 
q = deque([1,2,3]); it = iter(q); next(it); q.append(4)
try: next(it)
except RuntimeError as e: print(e)
r = deque([1]); r.append(r); print(r)
P = namedtuple('P', ['x', 'y'], defaults=[0], module='mm'); p = P(1); print(p, p._asdict(), p._replace(x=9), P._field_defaults, P._fields, P.__module__, P.__doc__, P.x, P.x.__doc__, p.__getnewargs__(), p == (1, 0), hash(p) == hash((1,0)), P.__match_args__, 1); x, y = p; print(x, y, p + (3,), sys.getsizeof(p), copy.replace(p, x=7) if hasattr(copy, 'replace') else '')
class Q(P):
    __slots__ = ()
    def __repr__(self): return 'Q' + super().__repr__()
print(Q(3), Q._make([1,2]), Q(1).x)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end('a'); print(o, list(reversed(o)), o == {'b':2,'c':3,'a':1}, o == OrderedDict(a=1,b=2,c=3)); o.move_to_end('c', last=False); print(o.popitem(last=False), o.popitem(), o, o | {'z': 1}, {'z': 1} | o, sys.getsizeof(o)); o['self'] = o; print(o)
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm, cm['a'], list(cm), cm.maps, cm.new_child({'q': 1}), cm.parents, len(cm), dict(cm), cm.get('zz'), 'b' in cm); cm['b'] = 9; print(cm, cm | {'k': 1}, {'k': 2} | cm)
dd = defaultdict(list); dd['a'].append(1); print(dd, dd.default_factory, dd.get('b'), dd.copy(), dd | {'x': 1}, copy.copy(dd)); dd.default_factory = None; print(dd)
ud = UserDict({'a': 1}, b=2); print(ud, ud.data, 'a' in ud, ud.copy(), ud == {'a': 1, 'b': 2}, ud | {'c': 3}); ul = UserList([3,1,2]); ul.sort(); print(ul, ul + [4], ul * 2, ul[1:], ul == [1,2,3], type(ul[0:1])); us = UserString('abc'); print(us, us.upper(), us + 'd', us[1], us == 'abc', repr(us), hash(us) == hash('abc'), 'b' in us, len(us), us % ())
try: collections.Mapping
except AttributeError as e: print(e)
class M(UserDict):
    def __missing__(self, k): return k * 2
print(M()['x'], M().get('x'))
