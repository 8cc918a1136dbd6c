// Nested data.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const nestedData: readonly Adversary[] = [
  ...ends('step-limit', {
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
    closure_bomb: `l=[]
while True: l.append(lambda: l)
`,
    nested_weak: `import weakref
class A: pass
a = A()
for _ in range(20000):
    b = A()
    b.a = a
    b.r = weakref.ref(b, lambda r: None)
    a = b
del a, b
`,
  }),
  ...ends('memory-limit', {
    nested_dealloc_dict: `a={}
for _ in range(50000): a={1:a}
del a
print("done")
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
    nested_literal_eval: `import ast
try: ast.literal_eval('[' * 150 + ']' * 150)
except (SyntaxError, MemoryError, RecursionError) as e: print(type(e).__name__)
try: ast.literal_eval('-' * 100000 + '1')
except (SyntaxError, MemoryError, RecursionError) as e: print(type(e).__name__)
`,
    nested_marshal_like: `import json
x = []
for _ in range(5000): x = {'a': x}
try: json.dumps(x)
except RecursionError: print('rec')
`,
    nested_frozensets: `s = frozenset()
for _ in range(20000): s = frozenset([s])
print(hash(s) == hash(s))
del s
`,
    nested_closures: `f = None
for _ in range(20000):
    def f(g=f): return g
del f
`,
    nested_methods: `f = print
for _ in range(20000): f = f.__call__
del f
`,
    nested_partials: `from functools import partial
f = int
for _ in range(20000): f = partial(partial, f)
del f
`,
    nested_mappingproxy: `from types import MappingProxyType
d = {}
for _ in range(20000): d = MappingProxyType({'d': d})
print(len(d))
del d
`,
    nested_slices: `s = None
for _ in range(20000): s = slice(s)
del s
`,
    nested_tracebacks: `e = None
for i in range(5000):
    try: raise ValueError from e
    except ValueError as x: e = x
del e
`,
    nested_pprint: `import pprint
x = []
for _ in range(3000): x = [x]
try: pprint.pformat(x)
except RecursionError: print('rec')
`,
    nested_namedtuple: `from collections import namedtuple
P = namedtuple('P', 'a')
p = None
for _ in range(20000): p = P(p)
del p
`,
  }),
]
