import sys
g = sys.getrefcount
class P:
    def m(self): return g(self)
class Q(P):
    def m(self): return super().m()
    def v(self): return super(Q, self).m()
    def w(self):
        f = super().m
        return f()
def f():
    q = Q()
    return [q.m() for _ in range(6)], [q.v() for _ in range(6)], [q.w() for _ in range(6)]
print(*f())
class I:
    def __init__(self, x, y=None): self.s = (g(self), g(x))
class J:
    def __init__(self, x): self.s = (g(self), g(x))
def h():
    d = []
    return [I(d).s for _ in range(5)], [I(d, 1).s for _ in range(5)], [J(d).s for _ in range(5)], [J(x=d).s for _ in range(5)], [J(*[d]).s for _ in range(4)]
for r in h(): print(r)
class K:
    def __new__(cls, *a): return object.__new__(cls)
    def __init__(self, x): self.s = (g(self), g(x))
def h2():
    d = []
    return [K(d).s for _ in range(5)]
print(h2())
