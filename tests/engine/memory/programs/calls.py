# What calls allocate when a full collection has emptied the free lists: the collector's count and the allocated blocks that remain.
import array, bisect, collections, copy, dataclasses, datetime, decimal, enum, functools, gc, heapq, io, itertools, math, operator, random, struct, sys, weakref
r0 = 1000; r1 = 'abc'; r2 = 2.5
def len2(x): return x
def neg(x): return -x
def kw(**k): return k
class A:
    def __init__(self): self.x = 1
    def m(self): return 1
    @property
    def y(self): return 2
class XY:
    def __init__(self): self.x = 1; self.y = 2
class S:
    __slots__ = ('a', 'b')
class P:
    def __init__(self, x, y): self.x = x; self.y = y
class B(A):
    def m(self): return super().m()
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    @property
    def p(self): return 1
a = A(); a0 = a; bb = B(); b0 = A()
def g0():
    yield 1
    yield 2
def raise_it():
    try: raise ValueError('x')
    except ValueError: pass
def try_it():
    try: {}['x']
    except KeyError as e: pass
NT = collections.namedtuple('NT', 'x y')
@dataclasses.dataclass
class DC:
    x: int
@functools.lru_cache
def cached(x): return x
class enumE(enum.Enum):
    A = 1
    B = 2
def del_it():
    x = [1]
    del x
def nested():
    def f(): pass
    return f
def closure():
    x = 1
    def f(): return x
    return f
def rec(n): return 0 if n == 0 else rec(n - 1)
g = gc.get_count
out = []
gab = sys.getallocatedblocks
def probe(f):
    f(); f()
    gc.collect()
    a = gab()
    f()
    return g()[0], gab() - a
gc.disable()
def expression(text):
    space = {}
    exec('def f():\n    ' + text + '\n', globals(), space)
    return space['f']
for text in """
return print('5')
return print(5)
return print()
return print('a','b')
return print('a',end='')
return print((1,2))
return print([1,2])
return print({})
return print(1.5)
return print(None)
return str(5)
return str('a')
return str()
return str(1.5)
return str([1])
return str((1,2))
return repr(5)
return repr([1])
return repr((1,2))
return repr({1:2})
return repr({1})
return repr('a')
return int('5')
return int(5)
return int()
return int(1.5)
return int('ff',16)
return float('1.5')
return float(2)
return float()
return bool(1)
return bool()
return complex(1,2)
return complex('1j')
return list()
return list((1,2))
return list(range(3))
return list('abc')
return list({1:2})
return list({1})
return list(x for x in (1,2))
return tuple()
return tuple([1,2])
return tuple('ab')
return tuple(x for x in (1,2))
return dict()
return dict(a=1)
return dict([(1,2)])
return dict({1:2})
return set()
return set([1])
return set('ab')
return frozenset()
return frozenset([1])
return bytes()
return bytes(3)
return bytes([1,2])
return bytes('a','utf8')
return bytearray()
return bytearray(3)
return bytearray(b'abc')
return memoryview(b'abc')
return range(3)
return range(1,3)
return slice(1)
return slice(1,2)
return object()
return type(5)
return len([])
return abs(-5)
return min(1,2)
return min([1,2])
return max(1,2)
return max([1,2],key=len2)
return sum([1,2])
return sum(x for x in (1,2))
return sorted([2,1])
return sorted((2,1),key=neg)
return sorted([2,1],reverse=True)
return reversed([1])
return list(reversed([1,2]))
return enumerate([1])
return list(enumerate([1,2]))
return zip([1],[2])
return list(zip([1,2],[3,4]))
return map(len,[[1]])
return list(map(len,[[1],[2]]))
return list(map(neg,[1,2]))
return filter(None,[1])
return list(filter(None,[1,0]))
return any([1])
return all([1])
return any(x for x in (0,1))
return iter([1])
return iter((1,))
return iter({})
return iter('a')
return iter(range(3))
return next(iter([1]))
for i in range(3): pass
for i in [1,2]: pass
for i in (1,2): pass
for i in 'ab': pass
for i in {1:2}: pass
for k,v in {1:2}.items(): pass
for i,x in enumerate([1,2]): pass
for a,b in zip([1,2],[3,4]): pass
return [x for x in (1,2)]
return {x for x in (1,2)}
return {x:1 for x in (1,2)}
return (x for x in (1,2))
return []
return [1]
return [1,2,3]
return ()
return (1,[])
return {}
return {1:2}
return {'a':1}
return {1}
return {1,2,3}
return '%s' % 3
return '%s %s' % (3,4)
return '%d' % 3
return '{}'.format(3)
return '{} {}'.format(3,4)
return '{a}'.format(a=1)
return f'{r0}'
return f'{r0!r}'
return f'{5:3d}'
return 'a b'.split()
return 'a,b'.split(',')
return ','.join(['a','b'])
return ','.join(x for x in ('a','b'))
return 'abc'.upper()
return 'abc'.replace('a','b')
return 'abc'[0]
return 'abc'[1:]
return 'abc'.startswith('a')
return 'abc'.find('b')
return 'a'+r1
return r1*3
return 'abc'.encode()
return b'abc'.decode()
return 'abc'.partition('b')
return '  a '.strip()
return 'abc'.index('c')
return 'abc'.count('a')
return list('ab').append(1)
return [1,2].pop()
return [2,1].sort()
return [1,2].reverse()
return [1].extend([2])
return [1].extend((2,))
return [1].extend(range(2))
return [1].insert(0,2)
return [1].index(1)
return [1].copy()
return [1][:]
return [1]+[2]
return [1]*3
return {1:2}.get(1)
return {1:2}.keys()
return {1:2}.values()
return {1:2}.items()
return list({1:2}.keys())
return list({1:2}.items())
return {1:2}.copy()
return {1:2}.pop(1)
return {1:2}.setdefault(1,2)
return {1:2}.update({3:4})
return {1:2}.update(a=1)
return {1:2}.popitem()
return {**{1:2}}
return [*[1,2]]
return (*[1,2],)
return {1:2}|{3:4}
return dict.fromkeys([1,2])
return {1}.add(2)
return {1}|{2}
return {1}&{2}
return {1}.union([2])
return {1}.copy()
return A()
return A().m()
return A().m
return a.m
return a.m()
return a.x
return a.y
return a.__dict__
return vars(a)
return hasattr(a,'zz')
return getattr(a,'zz',None)
return getattr(a,'x')
return setattr(a,'q',1)
return isinstance(a,A)
return isinstance(1,(int,str))
return issubclass(A,object)
return id(a)
return hash('a')
return callable(a)
return type('T',(),{})
return XY()
return S()
return P(1,2)
return super(B,bb).m()
return bb.m()
return B.s()
return B.c()
return bb.p
return lambda: 0
return (lambda: 0)()
return (lambda x: x)(1)
return (lambda *a: a)(1,2)
return (lambda **k: k)(a=1)
return (lambda a,b=2: a)(1)
return neg(1)
return neg(*[1])
return neg(*(1,))
return neg(x=1)
return kw(a=1)
return len(*[[1]])
return g0()
return list(g0())
return next(g0())
return ValueError()
return ValueError('x')
raise_it()
return try_it()
return KeyError('x')
return isinstance(ValueError(), Exception)
return weakref.ref(a)
return weakref.ref(b0)
return weakref.ref(b0,neg)
return weakref.proxy(b0)
return weakref.WeakValueDictionary()
return sys.getsizeof([])
return sys.getsizeof(a)
return sys.getsizeof(5)
return sys.getrefcount(a)
return gc.get_referrers(a)
return gc.get_referents(a)
return gc.is_tracked(a)
return gc.get_count()
return gc.get_threshold()
return copy.copy([1])
return copy.deepcopy([1,[2]])
return copy.deepcopy({1:[2]})
return collections.deque()
return collections.deque([1])
return collections.deque(maxlen=3)
return collections.OrderedDict()
return collections.defaultdict(int)
return collections.defaultdict(list)[1]
return collections.Counter('abc')
return collections.Counter()
return collections.Counter('abc').most_common(1)
return collections.ChainMap()
return NT(1,2)
return NT(1,2)._replace(x=3)
return NT(1,2).x
return DC(1)
return repr(DC(1))
return DC(1)==DC(1)
return functools.partial(neg,1)
return functools.partial(neg,1)()
return functools.reduce(max,[1,2])
return cached(1)
return itertools.chain([1],[2])
return list(itertools.chain([1],[2]))
return list(itertools.islice(itertools.count(),3))
return list(itertools.product([1],[2]))
return list(itertools.permutations([1,2]))
return list(itertools.combinations([1,2],2))
return itertools.repeat(1)
return itertools.tee([1])
return list(itertools.groupby([1,1]))
return array.array('i')
return array.array('i',[1,2])
return array.array('i',[1,2]).append(3)
return operator.itemgetter(0)
return operator.attrgetter('x')
return operator.itemgetter(0)([1])
return random.random()
return math.sqrt(2)
return 1000+r0
return r0*r0
return 2**100
return 1.5+r2
return r0/2
return divmod(r0,2)
return r0//2
return -r0
return r0<2
return round(1.5)
return pow(2,3)
return hex(255)
return bin(5)
return chr(97)
return ord('a')
return chr(1000)
return globals()
return id([])
return [].append
return 'a'.join
return isinstance
return del_it()
return a == a
return a0 is a
return not a
x0, y0 = 1, 2
x0, y0 = [1, 2]
x0, *y0 = [1, 2]
return nested()
return closure()
return closure()()
return rec(5)
return type(a)
return type(a).__name__
return A.__mro__
return A.__subclasses__()
return A.__dict__
return a.__class__
return A.__name__
return object.__repr__(a)
return repr(a)
return str(a)
return hash(a)
return io.StringIO('a').read()
return io.BytesIO(b'a')
return struct.pack('i',1)
return struct.unpack('i',b'aaaa')
return datetime.date(2020,1,1)
return decimal.Decimal('1')
return heapq.heappush([],1)
return bisect.bisect([1],1)
return sys.intern('abc')
return sys._getframe()
return sys.exc_info()
return sys.getallocatedblocks()
""".strip().split('\n'):
    out.append((text, probe(expression(text))))
print()
for text, counts in out:
    print(text, counts)
