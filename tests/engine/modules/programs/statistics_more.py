# Every function of statistics over many kinds of data.
import statistics as S, sys, random, math
from fractions import Fraction as F
from decimal import Decimal as D
def t(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return f'{type(e).__name__}: {e}'
r=random.Random(3)
sets=[[],[1],[1,2],[1,2,3,4],[1.5,2.5,-3],[F(1,3),F(2,5)],[D('1.5'),D('2.25'),D('7')],[True,False],[1,2.5],[F(1,2),1.5],[1.0,float('inf')],[float('nan'),2.0],[float('inf'),float('-inf')],[1e300,1e308],[r.gauss(0,1) for _ in range(30)],[r.randint(-5,5) for _ in range(30)],[0,0,0],[0.0,1.0],[1,1,2,2,3],[-1,2],[D('NaN'),D(1)],[10**30,1],[3]*5]
one=['mean','fmean','geometric_mean','harmonic_mean','median','median_low','median_high','median_grouped','mode','multimode','pstdev','pvariance','stdev','variance','quantiles']
for f in one:
    for s in sets:
        print(f,s if len(s)<6 else len(s),t(getattr(S,f),s),t(getattr(S,f),iter(s)))
for s in sets:
    for n in (1,2,5,10,0):
        for m in ('inclusive','exclusive','x'): print(n,m,t(S.quantiles,s,n=n,method=m))
    print(t(S.variance,s,2),t(S.pvariance,s,1.5),t(S.stdev,s,2),t(S.median_grouped,s,2),t(S.NormalDist.from_samples,s))
    print(t(S.fmean,s,[1]*len(s)),t(S.fmean,s,iter([2.5]*len(s))),t(S.fmean,s,[1]),t(S.harmonic_mean,s,[1]*len(s)),t(S.harmonic_mean,s,[1]),t(S.harmonic_mean,s,[0]*len(s)), t(S.fmean,s,[0]*len(s)))
for x,y in [([1,2,3],[2,4,7]),([1,2],[1]),([1],[1]),([1,1],[2,3]),([r.random() for _ in range(9)],[r.random() for _ in range(9)]),([1e-170,2e-170,3e-170],[1e-170,4e-170,9e-170]),([1,2,2,3],[3,1,1,0])]:
    print(t(S.covariance,x,y),t(S.correlation,x,y),t(S.linear_regression,x,y),t(S.linear_regression,x,y,proportional=True),t(S.correlation,x,y,method='ranked'),t(S.correlation,x,y,method='zz'))
N=S.NormalDist
a,b=N(10,2),N(12.5,3)
for p in (1e-20,1e-5,.01,.1,.3,.5,.7,.9,.999,1-1e-12,0,1,2): print(p,t(a.inv_cdf,p))
print(a,b,a+b,a-b,a+1,1+a,a-1,1-a,a*2,2*a,a*-2,a/2,-a,+a,a==N(10,2),a==1,hash(a)==hash(N(10,2)),a.pdf(11),round(a.cdf(11),14),a.zscore(11),a.overlap(b),a.overlap(N(11,2)),a.quantiles(),a.quantiles(10),a.mean,a.median,a.mode,a.stdev,a.variance,a.samples(3,seed=5))
z=N(1,0)
for f in ('pdf','cdf','zscore','inv_cdf'): print(f,t(getattr(z,f),.5))
print(t(z.overlap,a),t(a.overlap,3),t(N,1,-1),t(N,'x'),N.__slots__)
import pickle,copy
print(copy.deepcopy(a), pickle.loads(pickle.dumps(a)))
if hasattr(S,'kde'):
    data=[-2.1,-1.3,-0.4,1.9,5.1,6.2]
    for k in 'normal gauss logistic sigmoid rectangular uniform triangular parabolic epanechnikov quartic biweight triweight cosine nope'.split():
        f=t(S.kde,data,1.5,k)
        try:
            f=S.kde(data,1.5,k); g=S.kde(data,1.5,k,cumulative=True); print(k,f.__doc__,g.__doc__,[f(x) for x in (-4,-1,0,.5,2,6,9)],[g(x) for x in (-4,-1,0,.5,2,6,9)])
        except Exception as e: print(k,type(e).__name__,e)
        try:
            q=S.kde_random(data,1.5,k,seed=7); print(q.__doc__,[q() for _ in range(6)])
        except Exception as e: print(k,type(e).__name__,e)
    print(t(S.kde,[],1),t(S.kde,['a'],1),t(S.kde,[1],0),t(S.kde_random,[1],-1))
print(S.__all__,[n for n in S.__all__ if not hasattr(S,n)])
