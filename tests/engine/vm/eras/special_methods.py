# Reference counts inside special methods, and in functions that other callables call.
import sys
R = sys.getrefcount
class A:
    def __str__(self): return 'r%d' % R(self)
    def __int__(self): return R(self)
    def __iter__(self): return iter([R(self)])
    def __float__(self): return float(R(self))
    def __bool__(self): print('b', R(self)); return True
    def __index__(self): return R(self)
    def __len__(self): return 2
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return R(self)
    def __reversed__(self): return iter([R(self)])
    def __complex__(self): return complex(R(self))
    def __bytes__(self): return b'%d' % R(self)
    def __fspath__(self): return str(R(self))
    def __round__(self, n=None): return R(self)
    def __abs__(self): return R(self)
    def __dir__(self): return [str(R(self))]
    def keys(self): return [R(self)]
    def __eq__(self, o): return R(self)
    def __hash__(self): return R(self)
    def __divmod__(self, o): return R(self), R(o)
    def __pow__(self, o, m=None): return R(self), R(o)
    def __instancecheck__(self, o): print('ic', R(self), R(o)); return True
    def __trunc__(self): return R(self)
    def __floor__(self): return R(self)
    def __length_hint__(self): return R(self)
    def __copy__(self): return R(self)
    def __deepcopy__(self, memo): return R(self)
    def __sizeof__(self): return R(self)
    def __format__(self, s): return str(R(self))
    def __call__(self, *a, **k): return R(self)
    def __next__(self): return R(self)
    def __enter__(self): return R(self)
    def __exit__(self, *a): print('exit', R(self))
    def __await__(self): yield R(self)
    def __missing__(self, k): return R(self)
    def __set_name__(self, o, n): print('sn', R(self))
    def __get__(self, o, t=None): return R(self)
a = A()
import math, copy, operator, functools, itertools, os, json, collections, struct, heapq, bisect, random, string
print(str(a), str(object=a), int(a), int(x) if 0 else 0, float(a), complex(a), bytes(a), list(a), tuple(a), set(a), bool(a))
print(round(a), round(a, 1), abs(a), dir(a), divmod(a, 1)[0], pow(a, 2)[0], pow(a, 2, 3)[0], (a ** 2)[0], isinstance([], a))
print(math.floor(a), math.trunc(a), math.ceil(2.5), copy.copy(a), copy.deepcopy(a), sys.getsizeof(a) > 0)
print(format(a), format(a, 'x'), '{}'.format(a), '{0}'.format(a), '{x}'.format(x=a), '{0[0]}'.format([a]), '%s' % (a,), '%s' % [a][0], '%s %s' % (a, a), string.Template('$x').substitute(x=a))
print(next(a), operator.call(a) if hasattr(operator, 'call') else 0, functools.reduce(lambda x, y: R(a), [a, a]), list(map(lambda x: R(x), [a]))[0], list(filter(lambda x: print(R(x)), [a])), sorted([a, 1] and [a], key=lambda x: print('k', R(x)) or 0) and 1)
print(max([a], key=lambda x: print('mx', R(x)) or 0) is a, min(a, a, key=lambda x: print('mn', R(x)) or 0) is a, sum([1], 0), any([a]), all([a]))
print(functools.partial(lambda x: R(x), a)(), functools.partial(lambda x, y: (R(x), R(y)), a)(y=a), functools.partial(lambda x, y: (R(x), R(y)), y=a)(a), functools.partial(a)())
@functools.lru_cache
def lc(x): return R(x)
print(lc(a), lc(a)); lc.cache_clear()
@functools.wraps(lc)
def w(*args, **kw): return R(args[0])
print(w(a), w(a, 1), w(*[a]))
@functools.singledispatch
def sd(x): return R(x)
print(sd(a))
print(list(itertools.starmap(lambda x: R(x), [(a,)])), list(itertools.accumulate([a, a], lambda x, y: R(y)))[1], [R(x) for x in itertools.chain([a], [a])], [R(x) for x in itertools.repeat(a, 2)])
print([R(x) for x, y in zip([a], [a])], [R(x) for i, x in enumerate([a])], [R(x) for x in reversed([a, a])], [R(x) for x in (a, a)], [R(x) for x in {1: a}.values()], [R(k) for k, v in {1: a}.items()][0] > 0)
print(operator.methodcaller('keys')(a), operator.itemgetter(0)(a), operator.attrgetter('__class__')(a) is A)
class O:
    x = a
print(O.x, O().x)
print(getattr(O, 'x'), vars(O)['x'] is a)
print(os.fspath(a), operator.length_hint(a), json.dumps({'a': 1}))
print(heapq.nlargest(1, [a], key=lambda x: R(x)) == [], bisect.bisect([1, 2], 1, key=lambda x: x))
def g(): 
    x = yield R(a)
    print(R(x))
    yield R(x)
i = g(); print(next(i), i.send(a)); del i
print([R(x) for x in [a]], {R(x) for x in [a]}, {1: R(x) for x in [a]}, list(R(x) for x in [a]))
def h(x): 
    try: raise ValueError(x)
    except ValueError as e: return R(x), R(e), R(e.args)
print(h(a))
match a:
    case A() as q: print(R(q), R(a))
del q
match [a, 1]:
    case [q, 1]: print(R(q))
del q
match {'k': a}:
    case {'k': q, **rest}: print(R(q), rest)
del q, rest
print(f'{R(a)}', f'{a}', f'{a!s}', f'{a:x}', f'{a=!s}')
print((lambda *x: R(x[0]))(a), (lambda **k: R(k['x']))(x=a), (lambda x=a: R(x))())
print([R(a), a][0], (R(a), a)[0], {0: R(a), 1: a}[0])
x, y = a, a; print(R(a)); x, *y = [a, a, a]; print(R(a)); del x, y
print(R(a))
