// Huge ranges and containers.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const hugeRanges: readonly Adversary[] = [
  ...ends('step-limit', {
    loop_dict_self: `d={}
i=0
while 1:
    d[i]=i
    i+=1
`,
    big_range_sum: 'sum(range(10**12))\n',
    big_range_index: `class I(int):
    def __eq__(s,o): return False
print(I(5) in range(10**9))
`,
    big_set: `s=set()
for i in range(10**9): s.add(i)
`,
    slots_bomb: `class A: __slots__=["a%d"%i for i in range(100000)]
A()
`,
    kw_args: `f=lambda **k: len(k)
print(f(**{"a%d"%i:i for i in range(100000)}))
`,
    range_reversed: `for i in reversed(range(10**18)): pass
`,
    range_count: `class I(int):
    def __eq__(self, o): return False
    __hash__ = int.__hash__
range(10**9).count(I(1))
`,
    range_islice: `from itertools import islice, count
next(islice(count(), 10**12, None))
`,
    range_combinations: `from itertools import combinations
for c in combinations(range(60), 30): pass
`,
    range_numpy_loop: `import numpy
a = numpy.arange(100000)
while True: a = a + 1
`,
    range_hash_set_algebra: `a = set(range(40000))
while True: a = (a | {1}) ^ {2}
`,
  }),
  ...ends('memory-limit', {
    big_repeat_list: '[0]*(1<<35)\n',
    big_tuple: '(0,)*(1<<34)\n',
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
    type_bomb: `l=[]
while True: l.append(type("A",(),{}))
`,
    sample_bomb: `import random
random.sample(range(10**10),10**9)
`,
    mem_slice_assign: `l=[0]
while True: l[1:1]=l
`,
    zip_bomb: `import itertools
list(zip(*[itertools.count()]*1000))
`,
    range_tuple: `tuple(range(10**9))
`,
    range_slice_of_list: `x = [0] * 1000
while True: x[:] = x + x
`,
    range_array_extend: `from array import array
a = array('b', bytes(1000))
while True: a.extend(a)
`,
    range_memoryview_cast: `m = memoryview(bytes(1 << 20)).cast('B', (1024, 1024))
while True: m.tolist()
`,
    range_deque_product: `from collections import deque
d = deque(range(1000))
d *= 10**9
`,
  }),
  ...ends('exception', {
    big_range_list: 'list(range(10**12))\n',
    big_range_len: 'len(range(10**30))\n',
    range_bytes: `bytes(range(256)) * (1 << 40)
`,
    range_numpy_shape: `import numpy
numpy.zeros((10**6, 10**6))
`,
  }),
  ...ends('ok', {
    big_range_ok: `r=range(10**30)
print(10**29 in r, r[-1])
`,
    slice_step: `l=list(range(100))
l[::-(1<<62)]
l[1<<70:]
print(l[::1<<62])
`,
  }),
]
