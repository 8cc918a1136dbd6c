# Bytes that an int result asks for: 28 where C makes it of a size, 32 where it makes it of a long or computes it.
import tracemalloc, sys, itertools, math, collections, array, struct, operator, io, re, random, bisect, heapq
g = tracemalloc.get_traced_memory
L=[10**6]*3000; T=tuple(L); D={i:i for i in range(3000)}; S=set(L); s='ab'*3000; B=b'ab'*3000; BA=bytearray(B); A=array.array('i',range(3000)); dq=collections.deque(L); f=3000.5; big=1<<3000; R=range(5000,9000); mv=memoryview(B)
E=enumerate(L,5000); C=itertools.count(100000); C2=itertools.count(100000,7)
class K:
    def __len__(self): return 5000
    def __index__(self): return 5000
    def __hash__(self): return 123456
    def __int__(self): return 5000
k=K()
sio=io.StringIO(); sio.write(s); bio=io.BytesIO(); bio.write(B)
m=re.search('b$', s)
cnt=collections.Counter('ab'*3000)
TESTS=dict(
 lenL=lambda: len(L), lenT=lambda: len(T), lenD=lambda: len(D), lens=lambda: len(s), lenB=lambda: len(B), lenBA=lambda: len(BA), lenA=lambda: len(A), lendq=lambda: len(dq), lenR=lambda: len(R), lenK=lambda: len(k), lenmv=lambda: len(mv),
 m_len=lambda: L.__len__(), m_lens=lambda: s.__len__(), sizeofL=lambda: L.__sizeof__(), sizeofs=lambda: s.__sizeof__(), sizeofD=lambda: D.__sizeof__(), sizeofT=lambda: T.__sizeof__(), sizeofbig=lambda: big.__sizeof__(), gs=lambda: sys.getsizeof(L), gst=lambda: sys.getsizeof(T), gsd=lambda: sys.getsizeof(D), gss=lambda: sys.getsizeof(S),
 grc=lambda: sys.getrefcount(None)*0+5000, idx=lambda: R.index(8000), cntL=lambda: L.count(10**6), cntT=lambda: T.count(10**6), cntdq=lambda: dq.count(10**6), cntA=lambda: array.array('i',[7]*3000).count(7), idxL=lambda: [0,*range(3000)].index(2999), idxT=lambda: tuple(range(3000)).index(2999), idxA=lambda: A.index(2999), idxs=lambda: s.rindex('b'), idxB=lambda: B.rindex(b'b'),
 findB=lambda: B.rfind(b'b'), cnts=lambda: s.count('a'), cntB=lambda: B.count(b'a'),
 enum=lambda: next(E)[0], count=lambda: next(C), count2=lambda: next(C2), rangeitem=lambda: R[50], rangelast=lambda: R[-1], rangestart=lambda: R.start, rangelen=lambda: R.__len__(), slicei=lambda: slice(5000,6000).indices(5500),
 bitl=lambda: big.bit_length(), bitc=lambda: ((1<<3000)-1).bit_count(), isqrt=lambda: math.isqrt(10**10), fact=lambda: math.factorial(7), fact10=lambda: math.factorial(10), comb=lambda: math.comb(20,10), perm=lambda: math.perm(10,5), gcd=lambda: math.gcd(5000,15000), lcm=lambda: math.lcm(50,333), floor=lambda: math.floor(f), ceil=lambda: math.ceil(f), trunc=lambda: math.trunc(f), prod=lambda: math.prod([50,100]), intf=lambda: int(f), ints=lambda: int('5000'), intb=lambda: int('1388',16), rnd=lambda: round(f), divm=lambda: divmod(50000,7)[0], fd=lambda: f//1, hashK=lambda: hash(k), hashs=lambda: hash('xyz'), hashf=lambda: hash(5000.0), hasht=lambda: hash((1,2)), idk=lambda: id(k), ordc=lambda: ord('\u4e00'), indexk=lambda: operator.index(k), intk=lambda: int(k), length_hint=lambda: operator.length_hint(iter(L)), lh=lambda: iter(L).__length_hint__(), bis=lambda: bisect.bisect(L,10**7), amul=lambda: A[2999], Ab=lambda: B[1], st=lambda: struct.unpack('i',b'\x10\x27\0\0')[0], stq=lambda: struct.unpack('q',b'\x10\x27\0\0\0\0\0\0')[0], stH=lambda: struct.unpack('H',b'\x10\x27')[0], calc=lambda: struct.calcsize('3000s'), fb=lambda: int.from_bytes(b'\x10\x27','big'), mstart=lambda: m.start(), mend=lambda: m.end(), tell=lambda: sio.tell(), btell=lambda: bio.tell(), swr=lambda: io.StringIO().write(s), bwr=lambda: io.BytesIO().write(B), rnd_=lambda: random.Random(1).randrange(5000,100000), grb=lambda: random.Random(1).getrandbits(20), gab=lambda: sys.getallocatedblocks(), rl=lambda: sys.getrecursionlimit(), maxs=lambda: sys.maxsize, Ccount=lambda: cnt['a'], cntr=lambda: collections.Counter('ab'*3000)['a'], tot=lambda: cnt.total(), setlen=lambda: len(set(range(3000))), strint=lambda: str(5000), fl=lambda: float(5000), cmp=lambda: (5000).__add__(1), neg=lambda: -(5000+len(L)), boolsum=lambda: sum([True]*3000), asr=lambda: (5000).as_integer_ratio()[0], real=lambda: (5000+len(L)).real, conj=lambda: (8000).conjugate(), numr=lambda: (8000).numerator, mvitem=lambda: memoryview(A)[2999], mvn=lambda: mv.nbytes, abuf=lambda: A.buffer_info()[1], itm=lambda: A.itemsize, lastrowid=lambda: s.find('b',5000), zf=lambda: max(3000,5000-1), popc=lambda: dq.index(10**6)+5000, xor=lambda: 5000^len(L), shl=lambda: len(L)<<2, ui=lambda: int.__new__(int,5000.5), tb=lambda: sum(x for x in L)*0+5000, eh=lambda: heapq.nsmallest(1,L)[0])
def measure(fn):
    fn(); fn()
    a = g()[0]
    x = fn()
    b = g()[0]
    return b - a
tracemalloc.start()
R_={}
for n, fn in TESTS.items(): R_[n]=0
base = measure(lambda: None)
for n, fn in TESTS.items():
    R_[n]=measure(fn) - base
tracemalloc.stop()
for n in R_: print(n, R_[n])
