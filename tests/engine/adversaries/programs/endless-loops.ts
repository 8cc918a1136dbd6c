// Endless loops of every kind.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const endlessLoops: readonly Adversary[] = [
  ...ends('step-limit', {
    loop_while: 'while True: pass\n',
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
    gc_loop: `import gc
while True: gc.collect()
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
    asyncio_loop: `import asyncio
async def f():
    while True: await asyncio.sleep(0)
asyncio.run(f())
`,
    loop_while_else: `while True:
    for x in (): pass
    else: continue
`,
    loop_zip_longest: `from itertools import zip_longest, count
for pair in zip_longest(count(), ()): pass
`,
    loop_filter_false: `from itertools import filterfalse, count
next(filterfalse(lambda n: True, count()))
`,
    loop_filter: `from itertools import count
next(filter(None, iter(int, 1)))
`,
    loop_dropwhile: `from itertools import dropwhile, count
next(dropwhile(lambda n: True, count()))
`,
    loop_all: `from itertools import repeat
all(repeat(1))
`,
    loop_set_update: `from itertools import repeat
set().update(repeat(1))
`,
    loop_dict_from: `from itertools import repeat
dict(repeat((1, 2)))
`,
    loop_counter: `from itertools import repeat
from collections import Counter
Counter(repeat('a'))
`,
    loop_reduce: `from itertools import repeat
from functools import reduce
reduce(lambda a, b: a, repeat(1))
`,
    loop_sum_floats: `from itertools import repeat
sum(repeat(0.5))
`,
    loop_isdisjoint: `from itertools import repeat
{1}.isdisjoint(repeat(2))
`,
    loop_getitem_protocol: `class A:
    def __getitem__(self, i): return 0
1 in A()
`,
    loop_str_join_protocol: `class A:
    def __getitem__(self, i): return ''
''.join(A())
`,
    loop_property_getattr: `class A:
    @property
    def x(self):
        while True: pass
hasattr(A(), 'x')
`,
    loop_enter: `class A:
    def __enter__(self):
        while True: pass
    def __exit__(self, *a): pass
with A(): pass
`,
    loop_set_name: `class D:
    def __set_name__(self, owner, name):
        while True: pass
class A: d = D()
`,
    loop_index: `class A:
    def __index__(self):
        while True: pass
[0][A()]
`,
    loop_sleep_zero: `import time
while True: time.sleep(0)
`,
    loop_thread: `import threading
t = threading.Thread(target=lambda: [None for _ in iter(int, 1)], daemon=False)
t.start()
t.join()
`,
    loop_finally_continue: `while True:
    try: 1/0
    finally: continue
`,
    loop_atexit: `import atexit
atexit.register(lambda: [0 for _ in iter(int, 1)])
`,
    loop_excepthook: `import sys
def hook(*a):
    while True: pass
sys.excepthook = hook
1/0
`,
    loop_trace: `import sys
def trace(frame, event, arg):
    while True: pass
sys.settrace(trace)
def f(): pass
f()
`,
    loop_cmp_key: `from functools import cmp_to_key
def cmp(a, b):
    while True: pass
sorted([2, 1], key=cmp_to_key(cmp))
`,
  }),
  ...ends('memory-limit', {
    loop_map_list: `import itertools
list(map(id, itertools.count()))
`,
    loop_join: `import itertools
"".join(itertools.repeat("x"))
`,
    print_flood2: 'print("x"*10**7)\n',
    star_args: `f=lambda *a: f(*a,*a)
f(1)
`,
    dir_bomb: `class A:
    def __dir__(s): return iter(int,1)
dir(A())
`,
  }),
  ...ends('output-limit', {
    print_flood: 'while True: print("x"*1000)\n',
    print_err: `import sys
while True: sys.stderr.write("y"*100)
`,
    abc_recursive: `import abc
class A(abc.ABC):
    @classmethod
    def __subclasshook__(c,s): return issubclass(s,A)
issubclass(int,A)
`,
  }),
  ...ends('exception', {
    input_eof: 'input()\n',
    loop_unpack: `from itertools import count
a, b = count()
first, *rest = count()
`,
  }),
  ...ends('ok', {
    sleep: `import time
time.sleep(10**9)
print("woke")
`,
  }),
]
