// Sorts.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const sorts: readonly Adversary[] = [
  ...ends('step-limit', {
    sort_big: `import random
x=[random.random() for _ in range(10**5)]
while 1: x.sort(); x.reverse(); x.sort(key=lambda v:-v)
`,
    sort_lt_endless: `class A:
    def __lt__(s,o):
        while True: pass
sorted([A(),A()])
`,
    sort_key_endless: `def key(x):
    while True: pass
sorted([2, 1], key=key)
`,
    sort_equal_lists: `x = [[1] * 500 for _ in range(500)]
while True: sorted(x, reverse=True)
`,
    sort_statistics: `import statistics
statistics.median(x * 7919 % 1000003 for x in range(10**6))
`,
  }),
  ...ends('ok', {
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
    sort_key_appends: `x = [3, 1, 2]
def key(v):
    x.append(v)
    return v
try: x.sort(key=key)
except ValueError as e: print(e)
`,
    sort_lt_clears: `class A:
    def __lt__(self, o):
        x.clear()
        return True
x = [A() for _ in range(100)]
try: x.sort()
except ValueError as e: print(e)
`,
    sort_lt_random: `import random
class A:
    def __lt__(self, o): return random.random() < .5
sorted(A() for _ in range(3000))
`,
    sort_lt_raises_late: `class A:
    n = 0
    def __lt__(self, o):
        A.n += 1
        if A.n == 200: raise KeyError('late')
        return A.n % 3 == 0
x = [A() for _ in range(100)]
try: x.sort()
except KeyError: print(len(x))
`,
    sort_nested: `x = [1]
for _ in range(2000): x = [x, 1]
try: sorted([x, x[:]])
except RecursionError: print('rec')
`,
    sort_heap_hostile: `import heapq
class A:
    def __lt__(self, o):
        h.clear()
        return True
h = [A() for _ in range(50)]
try: heapq.heapify(h)
except (RuntimeError, IndexError) as e: print(type(e).__name__)
`,
    sort_bisect_endless: `import bisect
class A:
    def __len__(self): return 1 << 62
    def __getitem__(self, i): return i
print(bisect.bisect(A(), 1 << 61) > 0)
`,
  }),
]
