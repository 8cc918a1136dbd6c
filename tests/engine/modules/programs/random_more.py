# Every distribution of random from several seeds, wrong arguments, subclasses.
import random, sys, warnings, copy
def t(f,*a,**k):
    try: return repr(f(*a,**k))
    except Exception as e: return f'{type(e).__name__}: {e}'
warnings.simplefilter('always'); warnings.showwarning=lambda m,c,f,l,*a: print('W',c.__name__,m)
for seed in (0,1,-5,3.5,'abc','',b'xyz',bytearray(b'q'),10**40,True):
    r=random.Random(seed)
    print(seed,[r.random() for _ in range(3)],[r.getrandbits(k) for k in (1,7,32,33,100)])
    for _ in range(3):
        print(r.uniform(-1,5),r.triangular(),r.triangular(1,5,2),r.triangular(2,2,2),r.normalvariate(),r.gauss(3,2),round(r.lognormvariate(0,.5),12),r.expovariate(1.5),r.vonmisesvariate(1,4),r.vonmisesvariate(1,0),r.gammavariate(2.5,1),r.gammavariate(.5,2),r.gammavariate(1,2),r.betavariate(2,3),r.paretovariate(3),r.weibullvariate(1,1.5))
        print(r.randint(1,6),r.randrange(10),r.randrange(3,30,4),r.randrange(30,3,-4),r.choice('abcdef'),r.choices([1,2,3],k=4),r.choices('abc',[1,2,3],k=5),r.choices('abc',cum_weights=[1,2,5],k=5),r.sample(range(100),5),r.sample(range(10),10),r.sample(range(10**6),8),r.sample('abc',3,counts=[2,0,4]),r.randbytes(5))
        if sys.version_info>=(3,12): print([r.binomialvariate(n,p) for n,p in ((1,.5),(10,.3),(10,.9),(100,.05),(1000,.4),(5,0),(5,1),(10**6,.7),(50,.5))])
    l=list(range(20)); r.shuffle(l); print(l)
for v in (1,2): 
    r=random.Random(); r.seed('hello',v); print(r.random()); r.seed(b'hello',v); print(r.random()); r.seed('',v); print(r.random())
R=random.Random(7)
for f,a,k in [('seed',([],),{}),('randrange',(0,),{}),('randrange',(5,5),{}),('randrange',(5,1,1),{}),('randrange',(5,1,2),{}),('randrange',(5,10,-2),{}),('randrange',(1,5,0),{}),('randrange',(5,None,2),{}),('randrange',(1.0,),{}),('randrange',(1.5,),{}),('randrange',(3.0,9.0),{}),('randrange',('a',),{}),('randint',(5,1),{}),('choice',([],),{}),('choice',({1:2},),{}),('sample',({1,2},1),{}),('sample',([1],2),{}),('sample',([1],-1),{}),('sample',([1,2],1),{'counts':[1]}),('sample',([1,2],1),{'counts':[1.5,2]}),('choices',([1,2],[0,0]),{}),('choices',([1,2],[1]),{}),('choices',([1,2],5),{}),('choices',([1,2],[1,float('inf')]),{}),('choices',([1,2],[1,1]),{'cum_weights':[1,2]}),('choices',([],),{}),('gammavariate',(0,1),{}),('setstate',((1,2,3),),{}),('setstate',((3,(1,2),None),),{}),('getrandbits',(-1,),{}),('shuffle',((1,2,3),),{}),('expovariate',(),{}),('binomialvariate',(-1,),{}),('binomialvariate',(3,2.0),{})]:
    print(f,a,k, t(getattr(R,f),*a,**k) if hasattr(R,f) else 'none')
s=R.getstate(); print(s[0],len(s[1]),s[2]); a=R.random(); R.setstate(s); print(a==R.random())
c=copy.deepcopy(R); print(c.random()==R.random())
class A(random.Random):
    def random(self): return .25
a=A(); print(a.randrange(10),a.choice('abcd'),A._randbelow is A._randbelow_without_getrandbits, t(a.randrange,1<<60))
class B(random.Random):
    def getrandbits(self,k): return 1
print(B().randrange(10), B().sample(range(2),1))
random.seed(42); print(random.random(),random.randint(1,10),random.choice([1,2,3])); print(random.__all__ == sorted(random.__all__), len(random.__all__))
S=random.SystemRandom(); print(0<=S.random()<1, len(S.randbytes(3)), S.getrandbits(4)<16, t(S.getstate), t(S.getrandbits,-1))
print(random.TWOPI,random.LOG4,random.SG_MAGICCONST,random.NV_MAGICCONST,random.BPF,random.RECIP_BPF)
print([n for n in random.__all__ if not hasattr(random,n)], random.random.__self__ is random._inst)
