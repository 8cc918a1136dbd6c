import weakref, gc, sys
class N:
    def __init__(s, n): s.n = n
    def __repr__(s): return f'N({s.n})'
    def m(s): return 'm%s' % s.n
a = N(1); r = weakref.ref(a); print(r() is a, r == weakref.ref(a), r is weakref.ref(a), weakref.getweakrefcount(a), hash(r) == hash(a))
p = weakref.proxy(a); print(p.n, p, type(p), p.m(), isinstance(p, N)); p.k = 5; print(a.k)
for f in (lambda: weakref.ref(1), lambda: weakref.ref([]), lambda: weakref.ref('x'), lambda: weakref.ref((1,)), lambda: weakref.ref(None), lambda: weakref.ref({}), lambda: weakref.ref(), lambda: weakref.ref(a, 1, 2), lambda: weakref.proxy(3), lambda: hash(p), lambda: weakref.WeakValueDictionary({1: 2}), lambda: weakref.WeakSet([1]), lambda: weakref.finalize(1, print), lambda: weakref.WeakMethod(len), lambda: weakref.WeakMethod(a.m)()(), lambda: r(1), lambda: weakref.ref(object=a), lambda: weakref.WeakKeyDictionary([(1, 2)])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
del a
print(r(), r)if False else print(r() is None, 'dead' in repr(r), len(weakref.getweakrefs(N)))
for f in (lambda: p.n, lambda: str(p), lambda: bool(p), lambda: setattr(p, 'x', 1), lambda: p == 1):
    try: print(f())
    except ReferenceError as e: print('ReferenceError', e)
    except TypeError as e: print('TypeError', e)
d = weakref.WeakValueDictionary(); x = N(2); d['x'] = x; d['y'] = N(3); print(len(d), list(d), dict(d), 'y' in d, d.get('y', 'no')); 
try: d['y']
except KeyError as e: print('KeyError', e)
print(d.pop('x'), d.pop('zz', None), d.setdefault('q', x), list(d.items()), d.valuerefs().__len__(), d | {'w': x} if 0 else '')
try: d.popitem(); d.popitem()
except KeyError as e: print('KeyError', e)
k = weakref.WeakKeyDictionary(); k[x] = 1; y = N(9); k[y] = 2; print(len(k), list(k.values())); del y; print(len(k), dict(k)); print(repr(k).startswith('<WeakKeyDictionary at'))
s = weakref.WeakSet(); s.add(x); s.add(N(5)); print(len(s), x in s, 5 in s, s == {x}, s.isdisjoint([]), s | {x} == s); s.discard(x); print(len(s), s.pop.__name__)
try: s.pop()
except KeyError as e: print('KeyError', e)
try: s.remove(x)
except KeyError as e: print('KeyError')
def cb(w): print('callback', w() is None)
x2 = N(7); w1 = weakref.ref(x2, cb); w2 = weakref.ref(x2, lambda w: print('second')); w3 = weakref.ref(x2); print(weakref.getweakrefcount(x2), len(weakref.getweakrefs(x2)), w1.__callback__ is cb); del x2; print(w1.__callback__)
def bad(w): raise ValueError('in callback')
x3 = N(8); w = weakref.ref(x3, bad); del x3
f = N(10); fin = weakref.finalize(f, print, 'finalized', end='!\n'); print(fin.alive, fin.peek()[1:], fin.atexit); del f; print(fin.alive, fin(), fin.peek(), fin.detach())
f = N(11); fin = weakref.finalize(f, lambda *a: a, 1, 2); print(fin(), fin()); fin = weakref.finalize(f, print, 'x'); print(fin.detach()[2], fin.alive)
class S:
    __slots__ = ('__weakref__',)
class T: __slots__ = ()
print(weakref.ref(S())() , sys.getsizeof(weakref.ref(N)))
try: weakref.ref(T())
except TypeError as e: print(e)
class R(weakref.ref):
    __slots__ = ('key',)
    def __new__(c, o, cb, key): self = super().__new__(c, o, cb); return self
    def __init__(s, o, cb, key): super().__init__(o, cb); s.key = key
o = N(1); rr = R(o, None, 'kk'); print(rr.key, rr() is o, weakref.getweakrefcount(o), type(rr).__mro__[1])
wm = weakref.WeakMethod(o.m); print(wm()(), wm == weakref.WeakMethod(o.m), hash(wm) == hash(weakref.WeakMethod(o.m))); del o; print(wm())
gc.collect()
c = N(0); c.self = c; wc = weakref.ref(c, lambda w: print('cycle cb')); del c; print(wc()); print(gc.collect(), wc())
last = N('end'); weakref.finalize(last, print, 'at exit 1'); weakref.finalize(N, print, 'at exit 2'); weakref.finalize(N, print, 'never').atexit = False
print(weakref.ReferenceType, weakref.ProxyType, weakref.CallableProxyType, weakref.ProxyTypes, weakref.KeyedRef)
fp = weakref.proxy(lambda v: v*2) ; 
try: fp(3)
except ReferenceError as e: print(e)
g = lambda v: v*2; fp = weakref.proxy(g); print(fp(3), type(fp))
L = type('L', (list,), {}); l = L([1,2]); lp = weakref.proxy(l); print(len(lp), lp[0], lp + [3], [*lp], 1 in lp, lp == [1,2], lp is l); lp += [5]; print(l, type(lp))
d = weakref.WeakValueDictionary(a=l); d2 = d.copy(); print(d2 == d, len(d2), d | d2 if 0 else '', dict(d | {'z': l})); d |= {'m': l}; print(sorted(d)); d.update(n=l); print(sorted(d.keys()), list(d.itervaluerefs())[0]() is l)
it = iter(d.items()); print(next(it)); del l
try: print(sum(1 for _ in it), len(d))
except RuntimeError as e: print(e)
