# Properties, __getattribute__ and __getitem__ whose frames take over the operands once the instruction has specialised.
import sys
R = sys.getrefcount
class P:
    @property
    def p(self): return R(self)
    @property
    def f(self): return lambda: R(self)
    @property
    def star(self, *a): return R(self)
    @property
    def dflt(self, k=1): return R(self)
    def __getitem__(self, k): return R(self), R(k)
class Q:
    def __getitem__(self, *k): return R(self), R(k[0])
class S:
    def __getitem__(self, k, z=1): return R(self), R(k)
class H:
    def __getattribute__(self, n): return R(self)
class H2:
    def __getattribute__(self, n): return lambda: R(self)
p = P(); q = Q(); s = S(); h = H(); h2 = H2(); d = []
def f(x): return x.p
print([f(p) for i in range(12)])
def f(x): return x.f()
print([f(p) for i in range(12)])
def f(x): return x.star
print([f(p) for i in range(12)])
def f(x): return x.dflt
print([f(p) for i in range(12)])
def f(x): return x[d]
print([f(p) for i in range(12)])
def f(x): return x[d]
print([f(q) for i in range(12)])
def f(x): return x[d]
print([f(s) for i in range(12)])
def f(x): return x.q
print([f(h) for i in range(12)])
def f(x): return x.q()
print([f(h2) for i in range(12)])
print(p.p, p.p, [p.p for i in range(3)], f'{p.p}', p[d])
for i in range(12): print(p.p, p[d], end=' ')
print()
def f(x): return x.p
print(f(p), f(p), f(p)); P.z = 1; print(f(p), f(p), f(p))
class P2(P): pass
p2 = P2()
print([f(p2) for i in range(3)], [f(p) for i in range(2)], [f(p2) for i in range(60)], [f(p) for i in range(60)])
def f(x): return x[d]
print([f(p) for i in range(3)], [f(p2)[0] for i in range(60)], [f(p)[0] for i in range(60)], [f([1]*3 if 0 else {0: 1} and p) for i in range(2)])
