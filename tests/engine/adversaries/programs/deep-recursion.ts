// Deep recursion at run time.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const deepRecursion: readonly Adversary[] = [
  ...ends('step-limit', {
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
  }),
  ...ends('output-limit', {
    rec_sort: `def f(): sorted([1,2],key=lambda x:f())
f()
`,
  }),
  ...ends('exception', {
    eq_recursion: `class A:
    def __eq__(self,o): return self==o
A()==A()
`,
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
  ...ends('ok', {
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
    rec_catch: `def f():
    try: f()
    except RecursionError: return 1
    return 2
print(f())
`,
    rec_with: `class A:
    def __enter__(self): return f()
    def __exit__(self, *a): pass
def f():
    with A(): pass
try: f()
except RecursionError: print('rec')
`,
    rec_sub_callback: `import re
def f(m): return re.sub('a', f, 'a')
try: f(None)
except RecursionError: print('rec')
`,
    rec_json_default: `import json
def f(o): return json.loads(json.dumps(o, default=f))
try: json.dumps({1j}, default=f)
except RecursionError: print('rec')
`,
    rec_set_attr: `class A:
    def __setattr__(self, n, v): setattr(self, n, v)
try: A().x = 1
except RecursionError: print('rec')
`,
    rec_contains: `class A:
    def __contains__(self, o): return o in self
try: 1 in A()
except RecursionError: print('rec')
`,
    rec_hash: `class A:
    def __hash__(self): return hash((self,))
try: hash(A())
except RecursionError: print('rec')
`,
    rec_missing: `class A(dict):
    def __missing__(self, k): return self[k]
try: A()[1]
except RecursionError: print('rec')
`,
    rec_instance_check: `class M(type):
    def __subclasscheck__(c, s): return issubclass(s, c)
class A(metaclass=M): pass
try: issubclass(int, A)
except RecursionError: print('rec')
`,
    rec_reduce: `from functools import reduce
def f(a, b): return reduce(f, [1, 2])
try: f(1, 2)
except RecursionError: print('rec')
`,
    rec_class_body: `def f():
    class A: f()
try: f()
except RecursionError: print('rec')
`,
    rec_comprehension: `def f(): return [f() for _ in (1,)]
try: f()
except RecursionError: print('rec')
`,
    rec_genexpr: `def f(): return sum(f() for _ in (1,))
try: f()
except RecursionError: print('rec')
`,
    rec_limit_lowered: `import sys
try: sys.setrecursionlimit(1)
except RecursionError as e: print(e)
def f(): f()
sys.setrecursionlimit(60)
try: f()
except RecursionError: print('rec')
`,
    rec_async: `import asyncio
async def f(): await f()
try: asyncio.run(f())
except RecursionError: print('rec')
`,
    rec_del_chain: `class A:
    def __init__(self, a): self.a = a
    def __del__(self): pass
a = None
for _ in range(10000): a = A(a)
del a
print('done')
`,
    rec_abc_hook: `from abc import ABC
class A(ABC):
    @classmethod
    def __subclasshook__(cls, c): return isinstance(c(), A)
try: isinstance(1, A)
except RecursionError: print('rec')
`,
  }),
]
