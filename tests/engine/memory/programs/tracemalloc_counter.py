# isinstance with an abstract class makes no weak reference to a built-in type: its base has one.
import tracemalloc, collections, collections.abc
tracemalloc.start()
g=tracemalloc.get_traced_memory; rp=tracemalloc.reset_peak
def d(f):
    f(); f()
    rp()
    c0, p0 = g()
    x = f()
    c1, p1 = g()
    del x
    c2, p2 = g()
    return (c1 - c0, p1 - c0, c2 - c0)
C=collections.Counter
class U:
    def upd(self, it=None, /, **kw): pass
u=U()
c=C()
R=dict(empty=d(lambda: C()), dic=d(lambda: C({})), s=d(lambda: C('a')), lst=d(lambda: C([])), upd=d(lambda: c.update('ab')), upde=d(lambda: c.update([])), sub=d(lambda: C('ab')-C('a')),dd=d(lambda: collections.defaultdict(int)),ce=d(lambda: collections._count_elements({}, 'abc')), ceC=d(lambda: collections._count_elements(c, 'abc')), sup=d(lambda: dict.update(c, {})), isin=d(lambda: isinstance('a', collections.abc.Mapping)), isin2=d(lambda: isinstance({}, collections.abc.Mapping)))
tracemalloc.stop()
for k in R: print(k,*R[k])
