# The same for functions that look at one long list.
import tracemalloc
tracemalloc.start()
gm=tracemalloc.get_traced_memory
rp=tracemalloc.reset_peak
L=list(range(10000))
def d(f, *a):
    f(*a); f(*a)
    rp()
    c0, p0 = gm()
    x = f(*a)
    c1, p1 = gm()
    del x
    c2, p2 = gm()
    return (c1 - c0, p1 - c0, c2 - c0)
import functools
T=dict(sumL=lambda: sum(L), maxL=lambda: max(L), anyL=lambda: all(L), one=lambda: 10**6+len(L), comp=lambda: [0 for i in L], it=lambda: iter(L), sumr=lambda: sum(range(10000)), sumt=lambda: sum((1000,2000)), sumf=lambda: sum([1.5,2.5]), sumg=lambda: sum(i for i in L), sum1=lambda: sum([5000]), sumst=lambda: sum(L, 1), sum2=lambda: sum([10**6,10**6,2**40]),sumd=lambda: sum({1:2,1000:3}), sume=lambda: sum([]),sums=lambda: sum([1,2,3]), sortL=lambda: sorted(L), revL=lambda: L[::-1], cp=lambda: L.copy(), enumL=lambda: list(enumerate(L)), zipL=lambda: list(zip(L,L)), mapL=lambda: list(map(abs, L)), jn=lambda: ','.join(map(str,L)), tup=lambda: tuple(L), st=lambda: set(L), frz=lambda: frozenset(L), inn=lambda: 9999 in L, cnt=lambda: L.count(5), idx=lambda: L.index(9000), filt=lambda: list(filter(None,L)), red=lambda: functools.reduce(lambda a,b:a+b, L), un=lambda: (lambda *a: len(a))(*L))
R={}
for n, f in T.items(): R[n]=d(f)
tracemalloc.stop()
for n in R: print(n, *R[n][:2])
