// Mutation during iteration and comparison.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const mutation: readonly Adversary[] = [
  ...ends('step-limit', {
    mutate_list_forever: `x = [0]
for v in x: x.append(v)
`,
    mutate_in_sum: `x = list(range(5))
class A(int):
    def __radd__(self, o): x.append(A(1)); return o
x.append(A(1))
sum(x)
`,
  }),
  ...ends('ok', {
    dict_eq_mut: `class A:
 def __eq__(self,o):
  d.clear(); return True
 __hash__=object.__hash__
d={1:A(),2:A()}
e={1:A(),2:A()}
print(d==e, len(d))
`,
    dict_repr_mut: `class A:
 def __repr__(self):
  d.clear(); return 'A'
d={1:A(),2:A()}
try: print(repr(d), d)
except RuntimeError as e: print(e)
`,
    dict_items_iter_swap: `d={1:1}
try:
 for k,v in d.items():
  del d[k]; d[k+1]=v
  if k>100: print('on'); break
except RuntimeError as e: print(e)
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
    mutate_set_iter: `s = {1}
try:
    for x in s: s.add(x + 1)
except RuntimeError as e: print(e)
`,
    mutate_deque_iter: `from collections import deque
d = deque([1])
try:
    for v in d: d.append(v)
except RuntimeError as e: print(e)
`,
    mutate_bytearray_export: `b = bytearray(10)
m = memoryview(b)
try: b.append(1)
except BufferError as e: print(e)
`,
    mutate_ordereddict: `from collections import OrderedDict
d = OrderedDict.fromkeys(range(5))
try:
    for k in d: d.move_to_end(k); del d[next(iter(d))]
except (RuntimeError, KeyError) as e: print(type(e).__name__)
`,
    mutate_values_view: `d = {i: i for i in range(8)}
try:
    for v in d.values(): d[v + 100] = v
except RuntimeError as e: print(e)
`,
    mutate_in_extend: `x = []
def g():
    for i in range(5):
        x.clear()
        yield i
x.extend(g())
print(x)
`,
    mutate_in_slice: `class A:
    def __iter__(self):
        x.clear()
        return iter([1, 2, 3])
x = list(range(10))
x[2:5] = A()
print(x)
`,
    mutate_in_compare: `class A:
    def __eq__(self, o):
        a.clear(); b.clear()
        return True
a = [A() for _ in range(10)]
b = [A() for _ in range(10)]
print(a == b)
`,
    mutate_in_remove: `class A:
    def __eq__(self, o):
        x.clear()
        return True
x = [A() for _ in range(5)]
try: x.remove(1)
except (ValueError, IndexError) as e: print(e)
`,
    mutate_in_repr: `class A:
    def __repr__(self):
        x.clear()
        return 'A'
x = [A() for _ in range(5)]
print(x)
`,
    mutate_globals: `for name in list(globals()): globals()['y_' + name] = 1
for i in range(2000): globals()[f'v{i}'] = i
print(v1999)
`,
    mutate_dict_class: `class A: x = 1
for i in range(3000): setattr(A, f'a{i}', i)
for i in range(3000): delattr(A, f'a{i}')
print(A.x)
`,
  }),
]
