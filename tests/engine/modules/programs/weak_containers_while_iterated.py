import weakref, sys, gc
class C:
    def __init__(self, n): self.n = n
def rc(o): return sys.getrefcount(o)
k = [C(i) for i in range(5)]
d = weakref.WeakValueDictionary(); [d.__setitem__(c.n, c) for c in k]
wk = weakref.WeakKeyDictionary(); [wk.__setitem__(c, c.n) for c in k]
ws = weakref.WeakSet(k)
del k[3]
print(len(d), len(wk), len(ws))
print(sorted(vars(d)), sorted(vars(ws)), sorted(vars(wk)))
for v in d.values(): print(rc(v), end=" ")
for n, v in d.items(): print(rc(v), end=" ")
del v
for n in d: print(rc(d[n]), end=" ")
for n in d.keys(): print(rc(d[n]), end=" ")
for v in wk: print(rc(v), end=" ")
for v, n in wk.items(): print(rc(v), end=" ")
for v in ws: print(rc(v), end=" ")
del v
print()
print([rc(r()) for r in d.valuerefs()], [rc(r()) for r in wk.keyrefs()], [rc(x) for x in d.values()])
it = d.values(); first = next(it); del k[1:]; print(first.n, d.data.keys() and len(d.data)); rest = list(it); print([r.n for r in rest], len(d))
it = iter(wk); first = next(it); print(first.n, len(wk)); del k[:]; del first; print(len(wk)); it.close(); print(len(wk), len(d), len(ws))
k = [C(i) for i in range(4)]
d.update((c.n, c) for c in k); ws.update(k); wk.update({c: 1 for c in k})
c = C(1); w = weakref.WeakKeyDictionary({c: None}); w[c] = c; del c; gc.collect(); print(len(w)); w.clear(); print(len(w))
c = C(1); d = weakref.WeakValueDictionary({1: c}); print(d.pop(1) is c, d.get(1, 5), d.setdefault(1, c) is c, d.popitem()[0], len(d), list(d.valuerefs()))
try: d[1]
except KeyError as e: print("KeyError", e)
try: d[1] = 5
except TypeError as e: print(e)
try: wk[5]
except TypeError as e: print(e)
print(5 in wk, 5 in ws, 5 in d)
