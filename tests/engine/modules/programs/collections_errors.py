from collections import *
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], c + Counter("sip"), c - Counter("sss"), c & Counter("ip"), c | Counter("zz"), -c, sorted(c.elements()), c.total())
c.subtract("miss"); print(c); c.update({"m": 3}); print(c, Counter(a=1) <= Counter(a=2))
d = deque([1,2,3], maxlen=3); d.append(4); d.appendleft(0); print(d, d.index(3), d.count(1)); d.rotate(1); print(d, d[-1])
for s in ["d.pop(1)", "deque().pop()", "deque().popleft()", "d[10]", "d.remove(99)", "d.index(99)", "deque(1)", "deque(maxlen=-1)", "deque([], 'a')", "d.insert(0, 1)", "d + [1]", "d * 2", "deque([1]) < deque([2])", "d.foo", "OrderedDict(a=1).move_to_end('z')", "OrderedDict().popitem()", "ChainMap({})['x']", "namedtuple('1a','x')", "namedtuple('A','x x')", "namedtuple('A','class')", "namedtuple('A','_x')", "defaultdict(1)", "defaultdict()['x']", "Counter(1)", "Counter('a','b')", "Counter.fromkeys('ab')", "UserDict()['x']"]:
    try: print(s, "->", eval(s))
    except Exception as e: print(s, "!", type(e).__name__, e)
P = namedtuple("P", "x y z", defaults=[0]); p = P(1, 2)
print(p, p._asdict(), p._replace(x=5), P._fields, P._field_defaults, P._make([1,2,3]), p == (1,2,0), P.__doc__)
for s in ["P()", "P(1,2,3,4)", "P(1,2,w=3)", "p.x = 1", "p._replace(q=1)", "P._make([1])", "p.q", "p[5]"]:
    try: exec(s)
    except Exception as e: print(s, "!", type(e).__name__, e)
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m["a"], m["b"], dict(m), m.new_child({"z": 1}), m.parents, m)
o = OrderedDict(a=1, b=2); o.move_to_end("a"); print(o, list(reversed(o)), o == {"a": 1, "b": 2}, o == OrderedDict(a=1,b=2), o.popitem(False))
dd = defaultdict(list); dd["a"].append(1); print(dd, dd.default_factory, defaultdict(lambda: 0, x=1)["q"])
