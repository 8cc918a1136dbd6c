# What tracemalloc sees of results and, at its peak, of what C code needs meanwhile.
import tracemalloc
tracemalloc.start()
def d(f):
    tracemalloc.reset_peak()
    c0, p0 = tracemalloc.get_traced_memory()
    x = f()
    c1, p1 = tracemalloc.get_traced_memory()
    del x
    c2, p2 = tracemalloc.get_traced_memory()
    return (c1 - c0, p1 - c0, c2 - c0)
def mk(): return [i for i in range(10000)]
T = dict(
 comp=lambda: [i for i in range(10000)],
 sum=lambda: sum([i for i in range(10000)]),
 len=lambda: len([i for i in range(10000)]),
 max_=lambda: max([i for i in range(10000)]),
 summk=lambda: sum(mk()),
 sum100=lambda: sum([i for i in range(1000)]),
 loop=lambda: [0 for i in range(10000)],
 sum0=lambda: sum([0 for i in range(10000)],5000),
 srt=lambda: sorted(range(1000)),
 srt2=lambda: sorted([3,1,2]*1000),
 srt3=lambda: len(sorted(range(1000,0,-1))),
 srt4=lambda: sorted(list(range(1000))),
 lr=lambda: list(range(1000)),
 tup=lambda: tuple(range(1000)),
 tupg=lambda: tuple(i for i in range(1000)),
 st=lambda: set(range(1000)),
 rep=lambda: [None]*3000,
 app=lambda: [j*2 for j in range(3000)],
 sl=lambda: list(range(1000))[::2],
 lm=lambda: list(map(str, range(300))),
 ext=lambda: [*range(1000)],
 ext2=lambda: [1,*range(1000)],
 join=lambda: ''.join([str(i) for i in range(1000)]),
 joing=lambda: ''.join(str(i) for i in range(1000)),
 dc=lambda: {i: i for i in range(1000)},
 dcf=lambda: dict.fromkeys(range(1000)),
 dz=lambda: dict(zip(range(1000), range(1000))),
 sc=lambda: {i for i in range(1000)},
 srev=lambda: sorted(range(1000), reverse=True),
 skey=lambda: sorted(range(1000), key=lambda x: -x),
 enum=lambda: list(enumerate(range(1000))),
 zipl=lambda: list(zip(range(1000),range(1000))),
 rng=lambda: list(range(300,1000)),
 filt=lambda: list(filter(None, range(1000))),
 rv=lambda: list(reversed(range(1000))),
 concat=lambda: [0]*500+[1]*500,
 bts=lambda: bytes(range(200))*100,
 ba=lambda: bytearray(range(200))*100,
 bax=lambda: bytearray([1]*1000)+bytearray(1000),
 spl=lambda: ('a '*1000).split(),
 repl=lambda: ('a'*1000).replace('a','bc'),
 fst=lambda: f'{10**6} {2**40}',
 enc=lambda: ('x'*1000).encode(),
 dec=lambda: (b'x'*1000).decode(),
 up=lambda: ('x'*1000).upper(),
 cnt=lambda: __import__('collections').Counter('abcabc'*10),
)
for n, f in T.items():
    f(); f()
R={}
for n, f in T.items():
    f(); R[n]=d(f)
tracemalloc.stop()
for n in R: print(n, *R[n][:2])
