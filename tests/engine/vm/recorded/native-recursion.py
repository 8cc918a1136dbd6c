# How many levels of each kind of recursion through native code there are until RecursionError. Recorded: *.txt.
import sys
def deepest(name, start):
    global depth, most
    depth = most = 0
    try:
        r = start()
        print(name, most, 'ended', type(r).__name__)
    except RecursionError as e:
        print(name, most, e)
    except Exception as e:
        print(name, most, type(e).__name__, e)
def down():
    global most
    most += 1

class R:
    def __repr__(self):
        down(); return repr(self)
class F:
    def __repr__(self):
        down(); return f'{self!r}'
class P:
    def __repr__(self):
        down(); return '%r' % self
class L:
    def __repr__(self):
        down(); return repr([self])
class E:
    def __eq__(self, other):
        down(); return self == other
class El:
    def __eq__(self, other):
        down(); return [self] == [other]
class Ein:
    def __eq__(self, other):
        down(); return other in [self]
class H:
    def __hash__(self):
        down(); return hash(self)
class Ht:
    def __hash__(self):
        down(); return hash((self, 1))
class Hd:
    def __hash__(self):
        down(); return {self: 1}
class G:
    def __getattr__(self, n):
        down(); return self.foo
class G2:
    def __getattribute__(self, n):
        down(); return self.foo
class S:
    def __setattr__(self, n, v):
        down(); self.x = v
class D:
    def __delattr__(self, n):
        down(); del self.x
class Add:
    def __add__(self, o):
        down(); return self + o
class IAdd:
    def __iadd__(self, o):
        down(); self += o; return self
class Neg:
    def __neg__(self):
        down(); return -self
class GI:
    def __getitem__(self, i):
        down(); return self[i]
class SI:
    def __setitem__(self, i, v):
        down(); self[i] = v
class DI:
    def __delitem__(self, i):
        down(); del self[i]
class Len:
    def __len__(self):
        down(); return len(self)
class Bo:
    def __bool__(self):
        down(); return bool(self)
class Bn:
    def __bool__(self):
        down(); return not self
class Con:
    def __contains__(self, x):
        down(); return x in self
class It:
    def __iter__(self):
        down(); return iter(self)
class Itf:
    def __iter__(self):
        down()
        for x in self: pass
class Nx:
    def __iter__(self): return self
    def __next__(self):
        down(); return next(self)
class Nxf:
    def __iter__(self): return self
    def __next__(self):
        down()
        for x in self: return x
class Ca:
    def __call__(self):
        down(); return self()
class Ne:
    def __new__(cls):
        down(); return cls()
class Pr:
    @property
    def p(self):
        down(); return self.p
class Ind:
    def __index__(self):
        down(); return [1][self]
class Int:
    def __int__(self):
        down(); return int(self)
class Fmt:
    def __format__(self, s):
        down(); return format(self, s)
class Lt:
    def __lt__(self, o):
        down(); return self < o
class Ls:
    def __lt__(self, o):
        down(); return sorted([self, o])
class Fl:
    def __float__(self):
        down(); return float(self)
class Ab:
    def __abs__(self):
        down(); return abs(self)
class Ro:
    def __round__(self):
        down(); return round(self)
class Ga:
    def __getattr__(self, n):
        down(); return getattr(self, n)
class Ha:
    def __getattr__(self, n):
        down(); return hasattr(self, n)
class Meta(type):
    def __call__(cls):
        down(); return cls()
class WM(metaclass=Meta): pass
class Ic(type):
    def __instancecheck__(cls, o):
        down(); return isinstance(o, cls)
class WIc(metaclass=Ic): pass
class De:
    def __get__(self, o, t):
        down(); return o.d
class HasDe: d = De()
import functools
@functools.cmp_to_key
def cmpf(a, b):
    down(); return cmpf(a) < cmpf(b)
def fk(x):
    down(); return sorted([x], key=fk)
def fm(x):
    down(); return list(map(fm, [x]))
def ff(x):
    down(); return list(filter(ff, [x]))
def fmin(x):
    down(); return min([x, x], key=fmin)
def fred(a, b=0):
    down(); return functools.reduce(fred, [a, b])
@functools.lru_cache(None)
def cached(n):
    down(); return cached(n + 1)
part = None
def fpart():
    down(); return part()
part = functools.partial(fpart)
def fgen(x):
    down(); return sum(fgen(y) for y in [x])
def fyield(x):
    down()
    yield from fyield(x)
def ffor(x):
    down()
    for y in ffor(x): yield y
def fnext(x):
    down()
    yield next(fnext(x))
def flist(x):
    down()
    return [flist(y) for y in [x]]
def fexec():
    down(); exec('fexec()')
def feval():
    down(); eval('feval()')
def fapply(*a):
    down(); return fapply(*a)
def fkw(**a):
    down(); return fkw(**a)
def fall(x):
    down(); return all(fall(y) for y in [x])
import itertools
def fst(x):
    down(); return list(itertools.starmap(fst, [(x,)]))
class Cp:
    def __deepcopy__(self, memo):
        down(); return copy.deepcopy(self)
import copy
def fdel():
    class X:
        def __del__(self): down(); X()
    X()
class JS: pass
def wr(f):
    @functools.wraps(f)
    def inner(*a): return f(*a)
    return inner
@wr
def deco(n):
    down(); return deco(n)
class Prt:
    def __str__(self):
        down(); print(self); return ''
class Sm:
    def __radd__(self, o):
        down(); return sum([self])
tests = [('repr', lambda: repr(R())), ('fstr!r', lambda: repr(F())), ('%r', lambda: repr(P())), ('repr list', lambda: repr(L())),
 ('eq', lambda: E() == E()), ('eq list', lambda: El() == El()), ('in eq', lambda: Ein() == Ein()), ('hash', lambda: hash(H())), ('hash tuple', lambda: hash(Ht())), ('hash dict', lambda: hash(Hd())),
 ('getattr', lambda: G().x), ('getattribute', lambda: G2().x), ('setattr', lambda: setattr(S(), 'x', 1)), ('delattr', lambda: delattr(D(), 'x')), ('add', lambda: Add() + 1), ('iadd', lambda: IAdd().__iadd__(1)),
 ('neg', lambda: -Neg()), ('getitem', lambda: GI()[0]), ('setitem', lambda: SI().__setitem__(0, 1)), ('delitem', lambda: DI().__delitem__(0)), ('len', lambda: len(Len())), ('bool', lambda: bool(Bo())), ('not', lambda: bool(Bn())),
 ('contains', lambda: 1 in Con()), ('iter', lambda: iter(It())), ('iter for', lambda: iter(Itf())), ('next', lambda: next(Nx())), ('next for', lambda: next(Nxf())), ('call', lambda: Ca()()), ('new', lambda: Ne()),
 ('property', lambda: Pr().p), ('index', lambda: [1][Ind()]), ('int', lambda: int(Int())), ('format', lambda: format(Fmt(), '')), ('lt', lambda: Lt() < Lt()), ('sorted lt', lambda: sorted([Ls(), Ls()])),
 ('float', lambda: float(Fl())), ('abs', lambda: abs(Ab())), ('round', lambda: round(Ro())), ('getattr()', lambda: Ga().x), ('hasattr()', lambda: Ha().x), ('meta call', lambda: WM()), ('instancecheck', lambda: isinstance(1, WIc)),
 ('descr get', lambda: HasDe().d), ('cmp_to_key', lambda: cmpf(1) < cmpf(2)), ('sorted key', lambda: fk(1)), ('map', lambda: fm(1)), ('filter', lambda: ff(1)), ('min', lambda: fmin(1)), ('reduce', lambda: fred(1)),
 ('lru_cache', lambda: cached(1)), ('partial', fpart), ('sum gen', lambda: fgen(1)), ('yield from', lambda: list(fyield(1))), ('for gen', lambda: list(ffor(1))), ('next gen', lambda: list(fnext(1))), ('listcomp', lambda: flist(1)), ('exec', fexec), ('eval', feval),
 ('f(*a)', lambda: fapply(1)), ('f(**k)', lambda: fkw(a=1)), ('all gen', lambda: fall(1)), ('starmap', lambda: fst(1)), ('deepcopy', lambda: copy.deepcopy(Cp())),
 ('wraps', lambda: deco(1)), ('print str', lambda: str(Prt())), ('sum radd', lambda: sum([Sm()]))]
for name, start in tests:
    deepest(name, start)
