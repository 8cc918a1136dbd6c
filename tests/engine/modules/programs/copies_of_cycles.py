import copy, pickle, sys, gc, weakref
class N:
    def __init__(self, v): self.v = v; self.next = None
a = N(1); a.next = N(2); a.next.next = a
b = copy.deepcopy(a); print(b is not a, b.next.next is b, b.v, b.next.v)
c = pickle.loads(pickle.dumps(a)); print(c.next.next is c, c.__dict__.keys())
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, copy.copy(l)[1] is l)
p = pickle.loads(pickle.dumps(l)); print(p[1] is p)
t = ([],); t[0].append(t); u = copy.deepcopy(t); print(u[0][0] is u); v = pickle.loads(pickle.dumps(t)); print(v[0][0] is v)
d = {}; d['d'] = d; e = copy.deepcopy(d); print(e['d'] is e)
s = {1, 2}; print(copy.copy(s) == s, copy.deepcopy(frozenset(s)) == s, copy.deepcopy((1, 'a')) is (1, 'a'))
x = (1, [2]); print(copy.copy(x) is x, copy.deepcopy(x) is x, copy.deepcopy((1, 2)) is not None)
class S:
    __slots__ = ('a', 'b', '__weakref__')
o = S(); o.a = 1; q = copy.copy(o); print(q.a, hasattr(q, 'b'), sys.getsizeof(q)); print(pickle.loads(pickle.dumps(o)).a)
print(o.__reduce_ex__(2)[1:]); print(N(3).__reduce_ex__(2)[2]); print(N(3).__reduce_ex__(4)[0].__name__)
try: print(S().__reduce_ex__(0))
except TypeError as e: print(e)
class R:
    def __reduce_ex__(self, p): print('reduce', p); return (R, (), {'k': 1})
    def __setstate__(self, st): print('set', st)
r = copy.copy(R()); r = copy.deepcopy(R()); pickle.loads(pickle.dumps(R(), 2))
class D:
    def __deepcopy__(self, memo): print(len(memo), sorted(map(type, memo.values()), key=str)); return self
    def __copy__(self): return 'cp'
dd = D(); print(copy.copy(dd)); copy.deepcopy([dd, dd])
class L(list): pass
y = L([1]); y.attr = [y]; z = copy.deepcopy(y); print(z.attr[0] is z, z, pickle.loads(pickle.dumps(y)).attr[0][0])
memo = {}; src = [[], []]; cp = copy.deepcopy(src, memo); print(len(memo), memo[id(src)] is cp, id(memo) in memo, len(memo[id(memo)]))
k = [object()] * 3; kk = copy.deepcopy(k); print(kk[0] is kk[1])
print(copy.deepcopy(len) is len, copy.deepcopy(N) is N, copy.copy(None), copy.deepcopy(weakref.ref(a))() is a)
try: copy.deepcopy(sys)
except TypeError as e: print(e)
try: pickle.dumps(lambda: 0)
except Exception as e: print(type(e).__name__, str(e).split(' at 0x')[0])
try: copy.copy((i for i in 'a'))
except TypeError as e: print(e)
print(len(pickle.dumps(list(range(100)))), len(pickle.dumps(['a' * 5] * 50)), pickle.dumps((1, 'a', 2.5, None, True, b'x'), 4))
class G:
    def __getstate__(self): return {'x': 9}
print(pickle.loads(pickle.dumps(G())).x, copy.copy(G()).x)
class Fac:
    def __new__(cls, *a): print('new', a); return object.__new__(cls)
    def __getnewargs__(self): return (1, 2)
copy.copy(Fac()); pickle.loads(pickle.dumps(Fac()))
import collections
for o in (collections.deque([1], 3), collections.OrderedDict(a=1), collections.Counter('aab'), collections.defaultdict(list, a=[1]), collections.ChainMap({'a': 1}), collections.UserDict(a=1), collections.UserList([1]), bytearray(b'a'), range(3), slice(1) if sys.version_info >= (3, 12) else 0):
    print(copy.copy(o), copy.deepcopy(o), pickle.loads(pickle.dumps(o)), copy.copy(o) is o)
del a, b, c; print(gc.collect() > 0)
