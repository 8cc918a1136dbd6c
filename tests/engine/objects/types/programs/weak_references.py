# Weak references, proxies and the containers over them.
import weakref


class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C({self.n})"
    def __len__(self): return self.n
    def __call__(self): return "called"


c = C(3)
r, r2 = weakref.ref(c), weakref.ref(c)
print(r is r2, r() is c, weakref.getweakrefcount(c), r == r2, hash(r) == hash(r2))
cb = weakref.ref(c, lambda ref: print("callback", ref() is None))
print(cb is r, weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r, cb])
p = weakref.proxy(c)
print(p.n, len(p), p(), type(p).__name__, weakref.proxy(c) is p)
p.n = 4
print(c.n, bool(p))
order = []
refs = [weakref.ref(c, lambda ref, i=i: order.append(i)) for i in range(4)]
del c
print(order, r(), r2() is None)
for text in ("p.n", "len(p)", "weakref.ref(1)", "weakref.ref()", "weakref.proxy([])", "p()"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, "!", type(e).__name__, e)
d = weakref.WeakValueDictionary()
k = weakref.WeakKeyDictionary()
s = weakref.WeakSet()
x, y = C(1), C(2)
d["x"], d["y"] = x, y
k[x], k[y] = "one", "two"
s.add(x); s.add(y)
print(sorted(d), len(k), len(s), d["x"])
del x
print(sorted(d), len(k), len(s), "x" in d, d.get("x", "gone"))
f = weakref.finalize(y, print, "finalized", 1, sep="-")
print(f.alive, f.peek()[2])
del y
print(f.alive, len(d), len(k), len(s), f())
print(weakref.getweakrefcount(C))


class Sub(weakref.ref):
    pass


z = C(9)
sub = Sub(z)
sub.extra = 1
print(sub() is z, sub.extra, Sub(z) is sub)
wm = weakref.WeakMethod(z.__len__)
print(wm()(), wm == weakref.WeakMethod(z.__len__))
del z
print(sub(), wm())
