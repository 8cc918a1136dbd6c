import sys
g=sys.getrefcount
class D:
    def __repr__(self): return 'D %d' % g(self)
d=D()
print(str(d), repr(d))
for i in range(3): print(str(d), str(D()))
print([str(d) for i in range(3)], list(map(str, [d, d])))
def f(): e = D(); return str(e)
print(f(), f(), f(), str(*[d]))
