// Resurrecting finalizers and weak references.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const finalizers: readonly Adversary[] = [
  ...ends('step-limit', {
    weak_bomb: `import weakref
class A: pass
a=A()
l=[]
while True: l.append(weakref.ref(a, lambda r: None))
`,
    finalizer_makes_cycles: `import gc
class A:
    def __del__(self):
        b = A()
        b.me = b
a = A()
a.me = a
del a
while True: gc.collect()
`,
    finalize_flood: `import weakref
class A: pass
a = A()
while True: weakref.finalize(a, print)
`,
    callback_adds_callbacks: `import weakref
class A: pass
a = A()
def cb(r):
    global a, refs
    a = A()
    refs.append(weakref.ref(a, cb))
    del a
refs = [weakref.ref(a, cb)]
try: del a
except RecursionError: pass
print(len(refs) > 10)
`,
    del_at_exit: `class A:
    def __del__(self):
        while True: pass
a = A()
`,
  }),
  ...ends('output-limit', {
    del_prints_at_exit: `class A:
    def __del__(self): print('x' * 100000)
a = A()
`,
  }),
  ...ends('ok', {
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
    resurrect_each_time: `class A:
    def __del__(self):
        global keep
        keep = self
A()
for _ in range(3):
    keep = None
print('done')
`,
    resurrect_ring: `import gc
class A:
    def __del__(self): keep.append(self)
keep = []
for i in range(200):
    a, b = A(), A()
    a.b, b.a = b, a
del a, b
gc.collect()
print(len(keep))
keep.clear()
print(gc.collect() > 0)
`,
    resurrect_by_weakref: `import weakref
class A: pass
keep = []
a = A()
r = weakref.ref(a, lambda r: keep.append(r()))
del a
print(keep)
`,
    resurrect_generator: `keep = []
def g():
    try: yield
    finally: keep.append(it_)
it_ = None
x = g()
next(x)
del x
print(len(keep))
`,
    finalizer_collects: `import gc
class A:
    def __del__(self): gc.collect()
for _ in range(30):
    a = A()
    a.me = a
del a
gc.collect()
print('done')
`,
    weak_dict_hostile: `import weakref
class K:
    def __hash__(self): return 1
    def __eq__(self, o):
        d.clear()
        return self is o
d = weakref.WeakKeyDictionary()
keys = [K() for _ in range(20)]
for k in keys: d[k] = 1
print(len(d) <= 20)
`,
  }),
]
