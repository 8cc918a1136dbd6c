// Hostile programs and how each must end: endless loops of every kind, huge values, deep nesting in source and at run time, exploding patterns, callbacks that
// change what is being worked on. They run with the limits of adversaries.test.ts.
import type { RunResult } from '#lib/engine/index.ts'

/** A program and its end. */
export interface Adversary {
  readonly name: string
  readonly ends: RunResult['status']
  readonly source: string
}

const lines = (between: string, count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join(between)
const joined = (between: string, count: number, part: string): string => lines(between, count, () => part)

const ends = (status: RunResult['status'], programs: Readonly<Record<string, string>>): readonly Adversary[] =>
  Object.entries(programs).map(([name, source]) => ({ name, ends: status, source }))

export const ADVERSARIES: readonly Adversary[] = [
  ...ends('step-limit', {
    loop_while: 'while True: pass\n',
    deflate_long_chains: `import zlib, random
data = bytearray(b"abc." * 200000)
data[3::4] = random.randbytes(200000)
zlib.compress(data, 9)
`,
    inflate_again_and_again: `import zlib
packed = zlib.compress(bytes(1 << 20))
while True: zlib.decompress(packed)
`,
    loop_for_iter: 'for _ in iter(int, 1): pass\n',
    loop_itertools_count: `import itertools
sum(itertools.count())
`,
    loop_repeat_any: `import itertools
any(itertools.repeat(0))
`,
    loop_cycle_deque: `import itertools, collections
collections.deque(itertools.cycle([1]), maxlen=0)
`,
    loop_in_count: `import itertools
-1 in itertools.count()
`,
    loop_min: `import itertools
min(itertools.count())
`,
    loop_dict_self: `d={}
i=0
while 1:
    d[i]=i
    i+=1
`,
    loop_getattr: `class A:
    def __getattr__(self, n): return getattr(self, n+"")
    def __iter__(self):
        while True: yield 1
for x in A(): pass
`,
    loop_gen: `def g():
    while True: yield
for _ in g(): pass
`,
    loop_yield_from: `def g():
    yield from iter(int, 1)
list(1 for _ in g() if False)
`,
    loop_del: `class A:
    def __del__(self):
        while True: pass
del A
import gc
class B:
    def __del__(self):
        while True: pass
b=B()
del b
`,
    del_creates_more: `class B:
    def __del__(self): B()
B()
`,
    hash_loop: `class A:
    def __hash__(self):
        while True: pass
{A()}
`,
    big_mul: `x=3
while True: x*=x
`,
    big_factorial: `import math
math.factorial(10**7)
`,
    big_comb: `import math
math.comb(10**7,5*10**6)
`,
    big_isqrt: `import math
for i in range(1000): math.isqrt(1<<(i*1000))
`,
    big_gcd: `import math
a=b=1
for i in range(60000): a,b=a+b,a
print(math.gcd(a,b))
`,
    big_int_nolimit: `import sys
sys.set_int_max_str_digits(0)
len(str(1<<3000000))
`,
    big_range_sum: 'sum(range(10**12))\n',
    big_range_index: `class I(int):
    def __eq__(s,o): return False
print(I(5) in range(10**9))
`,
    big_set: `s=set()
for i in range(10**9): s.add(i)
`,
    count_quadratic: `s="ab"*200000
for i in range(100): s.count("abab"*20000+"c"), s.rfind("b"*100000)
`,
    sort_big: `import random
x=[random.random() for _ in range(10**5)]
while 1: x.sort(); x.reverse(); x.sort(key=lambda v:-v)
`,
    sort_lt_endless: `class A:
    def __lt__(s,o):
        while True: pass
sorted([A(),A()])
`,
    nested_list_repr: `a=[]
for _ in range(100000): a=[a]
repr(a)
`,
    nested_list_eq: `a=[];b=[]
for _ in range(100000): a=[a];b=[b]
a==b
`,
    nested_dealloc: `a=[]
for _ in range(100000): a=[a]
del a
print("done")
`,
    nested_dealloc_inst: `class N: pass
a=None
for _ in range(50000):
    n=N(); n.next=a; a=n
del a,n
print("done")
`,
    nested_gc: `import gc
a=[]
b=a
for _ in range(100000): b=[b]
a.append(b)
del a,b
print(gc.collect()>1)
`,
    nested_copy: `import copy
a=[]
for _ in range(100000): a=[a]
try: copy.deepcopy(a)
except RecursionError: print("rec")
`,
    nested_json: `import json
try: json.loads("["*100000)
except (RecursionError,ValueError) as e: print(type(e).__name__)
a=[]
for _ in range(100000): a=[a]
try: json.dumps(a)
except RecursionError: print("rec")
`,
    nested_pickle: `import pickle
a=[]
for _ in range(100000): a=[a]
try: pickle.dumps(a)
except RecursionError: print("rec")
`,
    nested_isinstance: `t=int
for _ in range(100000): t=(t,)
try: isinstance("",t)
except RecursionError: print("rec")
`,
    nested_inherit: `c=object
for i in range(3000): c=type("C%d"%i,(c,),{})
print(len(c.__mro__))
c()
`,
    rec_unlimited: `import sys
sys.setrecursionlimit(10**9)
def f(): f()
f()
`,
    rec_del: `class A:
    def __del__(s): A()
a=A()
del a
`,
    rec_except: `def f():
    try: f()
    except: f()
f()
`,
    rec_finally: `def f():
    try: f()
    finally: f()
f()
`,
    re_explode: `import re
re.match(r"(a+)+$","a"*40+"b")
`,
    re_explode2: `import re
re.match(r"(a|aa)+$","a"*60+"b")
`,
    re_explode3: `import re
re.search(r"(.*)*x","a"*30)
`,
    re_explode4: `import re
re.compile("(?:a?){50}a{50}").match("a"*50)
`,
    src_1mb: 'x=1\n'.repeat(250_000),
    gc_loop: `import gc
while True: gc.collect()
`,
    gc_threshold1: `import gc
gc.set_threshold(1)
l=[]
while True: l=[l,l]
`,
    gc_referrers: `import gc
x=[]
while True: gc.get_referrers(x)
`,
    exit_loop: `import sys
while True:
    try: sys.exit()
    except SystemExit: pass
`,
    catch_all: `while True:
    try:
        while True: pass
    except BaseException: pass
    finally: pass
`,
    context_bomb: `class C:
    def __exit__(s,*a): return True
    def __enter__(s): return s
while True:
    with C(): 1/0
`,
    exc_str_loop: `class E(Exception):
    def __str__(s):
        while True: pass
raise E
`,
    slots_bomb: `class A: __slots__=["a%d"%i for i in range(100000)]
A()
`,
    closure_bomb: `l=[]
while True: l.append(lambda: l)
`,
    intern_bomb: `import sys
i=0
l=[]
while True:
    l.append(sys.intern(str(i))); i+=1
`,
    weak_bomb: `import weakref
class A: pass
a=A()
l=[]
while True: l.append(weakref.ref(a, lambda r: None))
`,
    module_bomb: `import types
l=[]
while True: l.append(types.ModuleType("m"))
`,
    unhash_collide: `class K:
    def __hash__(s): return 0
d={}
while True: d[K()]=1
`,
    int_collide: `d={}
i=0
while True:
    d[i<<61]=i; i+=1
`,
    decimal_bomb: `from decimal import *
getcontext().prec=10**8
try: print(Decimal(1)/3==0)
except MemoryError: print("m")
`,
    fraction_bomb: `from fractions import Fraction
x=Fraction(1,3)
while True: x=x*x+x
`,
    statistics: `import statistics, itertools
statistics.mean(itertools.count())
`,
    heapq_merge: `import heapq, itertools
list(heapq.merge(itertools.count(),itertools.count()))
`,
    tee_bomb: `import itertools
a,b=itertools.tee(itertools.count())
for _ in a: pass
`,
    groupby: `import itertools
for k,g in itertools.groupby(itertools.count()): pass
`,
    accumulate: `import itertools
for x in itertools.accumulate(itertools.repeat(2), lambda a,b:a*a): pass
`,
    textwrap: `import textwrap
textwrap.wrap("x "*500000, 1)
`,
    difflib: `import difflib
list(difflib.ndiff(["a%d"%i for i in range(2000)],["b%d"%i for i in range(2000)]))
`,
    asyncio_loop: `import asyncio
async def f():
    while True: await asyncio.sleep(0)
asyncio.run(f())
`,
    open_flood: `f=open("x","w")
while True: f.write("x"*10000)
`,
    kw_args: `f=lambda **k: len(k)
print(f(**{"a%d"%i:i for i in range(100000)}))
`,
  }),
  ...ends('memory-limit', {
    inflate_first_output: `import zlib
zlib.decompress(zlib.compress(b""), bufsize=1 << 24)
`,
    deflate_objects: `import zlib
kept = []
while True: kept.append(zlib.compressobj())
`,
    loop_map_list: `import itertools
list(map(id, itertools.count()))
`,
    loop_join: `import itertools
"".join(itertools.repeat("x"))
`,
    big_pow: '9**9**9\n',
    big_shift: '1<<(1<<40)\n',
    big_format: 'f"{1:>1000000000}"\n',
    big_format2: '"%*d" % (10**9, 5)\n',
    big_format3: '"{:.999999999f}".format(1.5)\n',
    big_repeat_list: '[0]*(1<<35)\n',
    big_repeat_loop: `s="x"
while True: s+=s
`,
    big_tuple: '(0,)*(1<<34)\n',
    big_bytes: 'bytes(1<<38)\n',
    big_bytearray: `b=bytearray()
while True: b.extend(b"x"*100000)
`,
    big_replace: '("x"*100000).replace("x","y"*100000)\n',
    big_join: '("y"*100000).join("x"*100000)\n',
    big_split: '("x "*2000000).split()\n',
    big_zfill: '"1".zfill(10**10)\n',
    big_expandtabs: '("\\t"*100000).expandtabs(10**6)\n',
    big_translate: '("a"*100000).translate({97:"b"*100000})\n',
    big_bytes_join: '(b"y"*100000).join([b"x"]*100000)\n',
    big_memoryview: 'm=memoryview(bytearray(1<<20)); m.tolist(); m.hex()\n',
    big_array: `import array
array.array("d",[0])*(1<<32)
`,
    big_deque: `from collections import deque
deque(range(10**10))
`,
    big_product: `import itertools
list(itertools.product(range(100),repeat=6))
`,
    big_perm: `import itertools
list(itertools.permutations(range(50)))
`,
    big_product_args: `import itertools
itertools.product(range(10**9))
`,
    big_count_fstring: `x=10**5
f"{x:0{x}{x}}"
`,
    nested_dealloc_dict: `a={}
for _ in range(50000): a={1:a}
del a
print("done")
`,
    re_sub: `import re
re.sub("", "x"*1000, "y"*100000)
`,
    src_1mb_names: lines('\n', 60_000, (i) => `v${i}=${i}`),
    src_fold: 'x="a"*1000*1000*1000*1000\n',
    src_fold2: 'x=(1,)*1000*1000*1000*1000\n',
    src_fold3: 'x=2**1000**1000\n',
    src_fold4: 'x=1<<1000000000000\n',
    gc_get_objects: `import gc
l=[]
while True: l.append(gc.get_objects())
`,
    print_flood2: 'print("x"*10**7)\n',
    exc_repr_bomb: `class E(Exception):
    def __str__(s): return "x"*10**6*100
raise E
`,
    type_bomb: `l=[]
while True: l.append(type("A",(),{}))
`,
    str_count_overlap: `("a"*10**6).count("")
("a"*10**6).split("a")
`,
    struct_bomb: `import struct
struct.calcsize("1000000000000d")
struct.pack("%dx"%(10**12))
`,
    random_bomb: `import random
random.getrandbits(10**12)
`,
    randbytes: `import random
random.randbytes(10**10)
`,
    sample_bomb: `import random
random.sample(range(10**10),10**9)
`,
    stringio_flood: `import io
f=io.StringIO()
while True: f.write("x"*10000)
`,
    seek_bomb: `import io
f=io.BytesIO()
f.seek(10**12)
f.write(b"x")
`,
    mem_slice_assign: `l=[0]
while True: l[1:1]=l
`,
    zip_bomb: `import itertools
list(zip(*[itertools.count()]*1000))
`,
    star_args: `f=lambda *a: f(*a,*a)
f(1)
`,
    dir_bomb: `class A:
    def __dir__(s): return iter(int,1)
dir(A())
`,
  }),
  ...ends('output-limit', {
    rec_sort: `def f(): sorted([1,2],key=lambda x:f())
f()
`,
    src_parens_deep: '('.repeat(100_000),
    src_brackets: '['.repeat(100_000) + ']'.repeat(100_000),
    src_dict_nest: '{1:'.repeat(5000) + '1' + '}'.repeat(5000) + '\n',
    src_import: 'import ' + joined('.', 50_000, 'a') + '\n',
    print_flood: 'while True: print("x"*1000)\n',
    print_err: `import sys
while True: sys.stderr.write("y"*100)
`,
    tb_chain: `def f(n):
    try: 1/0
    except Exception as e:
        if n: f(n-1)
        else: raise
f(300)
`,
    exc_chain_print: `e=None
for i in range(3000):
    x=ValueError(i); x.__cause__=e; e=x
raise e
`,
    abc_recursive: `import abc
class A(abc.ABC):
    @classmethod
    def __subclasshook__(c,s): return issubclass(s,A)
issubclass(int,A)
`,
  }),
  ...ends('compile-error', {
    src_parens201: '('.repeat(201) + ')'.repeat(201) + '\n',
    src_unary: '-'.repeat(100_000) + '1\n',
    src_not: 'not '.repeat(100_000) + '1\n',
    src_lambda: 'lambda:'.repeat(100_000) + '1\n',
    src_pow: `x=1
y=` + joined('**', 100_000, 'x') + '\n',
    src_attr: `x=1
x` + '.a'.repeat(100_000) + '\n',
    src_call: `x=1
x` + '()'.repeat(100_000) + '\n',
    src_sub: `x=1
x` + '[0]'.repeat(100_000) + '\n',
    src_if: `x=1
y=` + '1 if x else '.repeat(50_000) + '2\n',
    src_elif: `x=1
if x: pass
` + 'elif x: pass\n'.repeat(20_000),
    src_indent: lines('', 120, (i) => ' '.repeat(i) + 'if 1:\n') + ' '.repeat(120) + 'pass\n',
    src_for_nest: lines('', 30, (i) => ' '.repeat(i) + 'for x in y:\n') + ' '.repeat(30) + 'pass\n',
    src_fstring_nest: 'f"' + '{f\''.repeat(100) + '\n',
    src_fstring_fmt: `x=1
f"{x:` + '{x:'.repeat(200) + '}'.repeat(200) + '}"\n',
    src_await: `async def f():
  ` + 'await '.repeat(10_000) + 'x\n',
    src_star: '*'.repeat(10_000) + 'x\n',
    src_try_nest: lines('', 50, (i) => ' '.repeat(i) + 'try:\n') + ' '.repeat(50) + 'pass\n',
    src_match: `match x:
 case ` + '['.repeat(5000) + ']'.repeat(5000) + ': pass\n',
    src_bigint2: 'x=' + '1'.repeat(100_000) + '\n',
    src_unicode: 'x="\\N{' + 'A'.repeat(100_000) + '}"\n',
  }),
  ...ends('exception', {
    eq_recursion: `class A:
    def __eq__(self,o): return self==o
A()==A()
`,
    big_shift_ok: '1<<(1<<70)\n',
    big_fact2: `import math
math.factorial(10**30)
`,
    big_str_digits: 'str(1<<100000)\n',
    big_int_parse: 'int("1"*5000)\n',
    big_repeat_str: '"x"*(1<<40)\n',
    big_repeat_exc: '"x"*(1<<70)\n',
    big_range_list: 'list(range(10**12))\n',
    big_range_len: 'len(range(10**30))\n',
    rec_plain: `def f(): f()
f()
`,
    rec_repr: `import sys
sys.setrecursionlimit(10**6)
class A:
    def __repr__(s): return repr(s)
repr(A())
`,
    rec_getattr: `class A:
    def __getattr__(s,n): return s.x
A().y
`,
    rec_init: `class A:
    def __init__(s): A()
A()
`,
    rec_new: `class A:
    def __new__(c): return A()
A()
`,
    rec_add: `class A:
    def __add__(s,o): return s+o
A()+1
`,
    rec_bool: `class A:
    def __bool__(s): return bool(s)
if A(): pass
`,
    rec_str: `class A:
    def __str__(s): return "%s"%s
str(A())
`,
    rec_iter: `class A:
    def __iter__(s): return iter(list(s))
list(A())
`,
    rec_index: `class A:
    def __index__(s): return [1][s]
[1][A()]
`,
    rec_call: `class A: pass
A.__call__=A()
A()()
`,
    rec_exec: `s="exec(s)"
exec(s)
`,
    rec_eval: `s="eval(s)"
eval(s)
`,
    rec_import: `import sys
f=lambda *a: __import__("zzz%d"%len(a))
f()
`,
    rec_gen: `def g(): yield from g()
list(g())
`,
    re_nest: `import re
re.compile("("*5000+")"*5000)
`,
    src_decor: '@x\n'.repeat(20_000) + 'def f(): pass\n',
    exc_group_deep: `e=ValueError(1)
for i in range(3000): e=ExceptionGroup("g",[e])
raise e
`,
    exc_group_wide: `raise ExceptionGroup("g",[ValueError(i) for i in range(3000)])
`,
    input_eof: 'input()\n',
    decimal_exp: `from decimal import *
print(Decimal(10)**Decimal(10**8))
`,
    super_chain: `class A:
    def f(s): return super().f()
class B(A):
    def f(s): return super().f()
B().f()
`,
    metaclass: `class M(type):
    def __instancecheck__(c,i): return isinstance(i,c)
class A(metaclass=M): pass
isinstance(1,A)
`,
    property_rec: `class A:
    @property
    def x(s): return s.x
A().x
`,
    descr_set: `class D:
    def __set__(s,o,v): o.x=v
class A: x=D()
A().x=1
`,
    format_rec: `class A:
    def __format__(s,f): return f"{s}"
f"{A()}"
`,
  }),
  ...ends('not-simulated', {
    nested_map: `it=iter([1])
for _ in range(20000): it=map(abs,it)
print(next(it))
`,
    iterators_of_iterators: `from itertools import chain
it = iter([1])
for _ in range(9000): it = chain(it, [2])
next(it)
`,
  }),
  ...ends('ok', {
    generators_that_hold_each_other: `def hold(inner):
    yield 0
    yield inner
last = None
for _ in range(6000):
    g = hold(last)
    next(g)
    last = g
del last, g
`,
    unstarted_coroutines_in_a_chain: `import warnings
warnings.simplefilter('ignore')
async def hold(inner): await inner
c = None
for _ in range(1500): c = hold(c)
del c
`,
    properties_and_defaultdicts_in_a_chain: `from collections import defaultdict
p = None
for _ in range(9000): p = property(p)
del p
d = {}
for _ in range(6000): d = defaultdict(int, a=d)
del d
`,
    hash_of_deep_tuple: `t = ()
for _ in range(20000): t = (t,)
assert hash(t) == hash(t)
`,
    comparison_of_lists_in_themselves: `a = []
a.append(a)
b = []
b.append(b)
try: a == b
except RecursionError as e: assert str(e) == 'maximum recursion depth exceeded in comparison', e
else: assert False
`,
    comparison_of_deep_dicts: `a = b = {}
for _ in range(9000): a = {1: a}; b = {1: b}
try: a == b
except RecursionError as e: assert 'in comparison' in str(e), e
else: assert False
`,
    recursion_through_sort_and_map: `def f(x): return sorted([1], key=f)
def g(x): return list(map(g, [1]))
for h in f, g:
    try: h(0)
    except RecursionError: pass
    else: assert False
`,
    recursion_through_native_equality: `class A:
    def __eq__(self, o): return [self] in [[o]]
try: A() == A()
except RecursionError: pass
else: assert False
`,
    recursion_through_a_cache: `from functools import cache, partial
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
assert fib(480) == fib(479) + fib(478)
def count(n, k=0): return k if n == 0 else partial(count, n - 1)(k + 1)
assert count(480) == 480
`,
    loop_del_resurrect: `import gc
keep=[]
class B:
    def __del__(self): keep.append(self)
for i in range(1000):
    b=B()
    b.me=b
    del b
    gc.collect()
print(len(keep))
`,
    weakref_callback_loop: `import weakref
class B: pass
def cb(r):
    global n
    n+=1
    if n<5000:
        b=B()
        global k
        k=weakref.ref(b,cb)
n=0
b=B()
k=weakref.ref(b,cb)
del b
print(n)
`,
    eq_mutates_list: `class A:
    def __eq__(self,o):
        l.clear()
        return False
l=[A() for _ in range(100)]
print(5 in l, l.count(3), len(l))
l=[A() for _ in range(100)]
try: l.remove(3)
except ValueError as e: print(e)
l=[A() for _ in range(100)]
try: print(l.index(3))
except ValueError as e: print(e)
l=[A() for _ in range(5)]
print(l==[1]*5)
`,
    sort_mutates: `l=[]
class A:
    def __lt__(self,o):
        l.append(1)
        return True
l.extend(A() for _ in range(50))
try: l.sort()
except ValueError as e: print(e)
l=list(range(50))
def k(x):
    l.clear(); return -x
try: l.sort(key=k)
except ValueError as e: print(e)
print(len(l))
`,
    dict_mutate_iter: `d={i:i for i in range(10)}
try:
    for k in d: d[k+100]=1
except RuntimeError as e: print(e)
try:
    for k in d:
        del d[k]; d[k*1000+7]=1
except RuntimeError as e: print(e)
s={1,2,3}
try:
    for x in s: s.add(x+100)
except RuntimeError as e: print(e)
`,
    dict_eq_mutates: `class K:
    def __init__(s,n): s.n=n
    def __hash__(s): return 1
    def __eq__(s,o):
        if armed: d.clear()
        return s is o
armed=False
d={K(i):i for i in range(20)}
armed=True
try: print(d.get(K(99)))
except Exception as e: print(type(e),e)
try:
    d[K(7)]=1
except Exception as e: print(type(e),e)
print(len(d))
armed=False
d={K(i):i for i in range(20)}
d2=dict(d)
armed=True
try: print(d==d2)
except Exception as e: print(type(e),e)
class R:
    def __repr__(s):
        d3.clear(); return "R"
d3={i:R() for i in range(5)}
try: print(d3)
except Exception as e: print(type(e),e)
l3=[R2 for R2 in range(3)]
class R4:
    def __repr__(s):
        l3.clear(); return "R4"
l3[0]=R4()
print(l3)
`,
    big_pow_mod: 'print(pow(3, 10**400, 10**399+7)%1000)\n',
    big_hex: 'len(hex(1<<10000000))\n',
    big_range_ok: `r=range(10**30)
print(10**29 in r, r[-1])
`,
    find_quadratic: `s="a"*200000
t="a"*100000+"b"
for i in range(100): s.find(t)
`,
    in_quadratic: `s=b"a"*200000
for i in range(100): s.find(b"a"*100000+b"b")
`,
    nested_dealloc_exc: `e=None
for _ in range(20000):
    x=Exception(); x.__cause__=e; e=x
del e,x
print("done")
`,
    nested_dealloc_partial: `import functools
f=print
for _ in range(20000): f=functools.partial(f,1) if 0 else (lambda f=f: f)
del f
print("done")
`,
    nested_union: `t=list
for _ in range(10000): t=list[t]
try: repr(t)
except RecursionError: print("rec")
`,
    nested_format: `try: print("{:{:{}}}".format(1,2,3))
except ValueError as e: print(e)
`,
    rec_catch: `def f():
    try: f()
    except RecursionError: return 1
    return 2
print(f())
`,
    re_repeat: `import re
re.compile("a{1000000000}")
`,
    re_repeat2: `import re
re.compile("(((a{1000}){1000}){1000}){1000}").match("a"*10000)
`,
    src_parens: '('.repeat(100) + ')'.repeat(100) + '\n',
    src_plus: joined('+', 100_000, '1') + '\n',
    src_plusx: `x=1
y=` + joined('+', 100_000, 'x') + '\n',
    src_and: `x=1
y=` + joined(' and ', 50_000, 'x') + '\n',
    src_cmp: `x=1
y=` + joined('<', 50_000, 'x') + '\n',
    src_nested_def: lines('', 99, (i) => ' '.repeat(i) + 'def f():\n') + ' '.repeat(99) + 'pass\n',
    src_match_or: `match 1:
 case ` + joined('|', 20_000, '1') + ': pass\n',
    src_strings: 'x=' + '"a" '.repeat(100_000) + '\n',
    src_1mb_line: 'x=[' + '1,'.repeat(500_000) + ']\n',
    src_1mb_strs: 'x=[' + '"abc",'.repeat(150_000) + ']\n',
    src_1mb_comment: '#' + 'x'.repeat(1_000_000) + '\n',
    src_1mb_string: 'x="' + 'y'.repeat(1_000_000) + '"\n',
    src_bigint: 'x=' + '1'.repeat(4000) + '\n',
    src_hexint: 'x=0x' + 'f'.repeat(500_000) + '\n',
    src_float: 'x=1.' + '1'.repeat(100_000) + 'e5\n',
    src_args: 'def f(' + lines(',', 5000, (i) => `a${i}`) + `): pass
f(` + joined(',', 5000, '1') + ')\n',
    src_backslash: '\\\n'.repeat(100_000) + 'x=1\n',
    src_blank: '\n'.repeat(1_000_000),
    src_class_nest: lines('', 99, (i) => ' '.repeat(i) + 'class C:\n') + ' '.repeat(99) + 'pass\n',
    src_global: 'global ' + lines(',', 50_000, (i) => `a${i}`) + '\n',
    proto: `class A: pass
a=A()
a.__proto__=1
a.constructor=2
a.hasOwnProperty=3
print(a.__proto__,a.constructor,a.__dict__)
d={"__proto__":1,"constructor":2,"toString":3}
print(d)
__proto__=5
constructor=6
print(__proto__,constructor,globals()["__proto__"])
try: print(toString)
except NameError as e: print(e)
try: object().constructor
except AttributeError as e: print(e)
def f(**k): return k
print(f(__proto__=1,constructor=2))
import sys
try: import __proto__
except ImportError as e: print(e)
try: import constructor
except ImportError as e: print(e)
print("{constructor}".format(constructor=1))
`,
    gc_callback: `import gc
gc.callbacks.append(lambda p,i: gc.collect())
gc.collect()
x=[[] for _ in range(10000)]
print(1)
`,
    catch_memory: `try:
    x=[0]*(1<<40)
except MemoryError: print("caught")
`,
    sleep: `import time
time.sleep(10**9)
print("woke")
`,
    bytes_join_self: `l=[]
l.append(l)
print(l, repr(l)[:5])
d={}
d[1]=d
print(d)
t=([],)
t[0].append(t)
print(t)
try: hash(t)
except TypeError as e: print(e)
try: print(l==[l])
except RecursionError as e: print("rec")
`,
    cyclic_cmp: `a=[];a.append(a)
b=[];b.append(b)
try: a==b
except RecursionError as e: print(e)
`,
    slice_step: `l=list(range(100))
l[::-(1<<62)]
l[1<<70:]
print(l[::1<<62])
`,
    len_neg: `class A:
    def __len__(s): return -1
try: len(A())
except ValueError as e: print(e)
class B:
    def __len__(s): return 1<<70
try: len(B())
except OverflowError as e: print(e)
class C:
    def __length_hint__(s): return 1<<40
    def __iter__(s): return iter([1])
try: print(list(C()))
except MemoryError as e: print("mem")
`,
  }),
]
