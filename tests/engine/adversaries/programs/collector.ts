// The collector and the allocator.
import { ends } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const collector: readonly Adversary[] = [
  ...ends('step-limit', {
    gc_threshold1: `import gc
gc.set_threshold(1)
l=[]
while True: l=[l,l]
`,
    gc_referrers: `import gc
x=[]
while True: gc.get_referrers(x)
`,
    intern_bomb: `import sys
i=0
l=[]
while True:
    l.append(sys.intern(str(i))); i+=1
`,
    module_bomb: `import types
l=[]
while True: l.append(types.ModuleType("m"))
`,
    gc_callback_allocates: `import gc
keep = []
gc.callbacks.append(lambda phase, info: keep.extend([] for _ in range(100)))
while True: x = []; x.append(x)
`,
    gc_disable_flood: `import gc
gc.disable()
while True: x = []; x.append(x)
`,
    gc_freeze_flood: `import gc
keep = []
while True: keep.append([]); gc.freeze()
`,
    gc_debug_saveall: `import gc
gc.set_debug(gc.DEBUG_SAVEALL)
while True: x = []; x.append(x)
`,
    gc_referents_all: `import gc
while True: gc.get_referents(*gc.get_objects())
`,
  }),
  ...ends('memory-limit', {
    gc_get_objects: `import gc
l=[]
while True: l.append(gc.get_objects())
`,
    tracemalloc_flood: `import tracemalloc
tracemalloc.start(50)
keep = []
while True: keep.append(tracemalloc.take_snapshot())
`,
    intern_many: `import sys
keep = []
while True: keep.append(sys.intern('k' * len(keep)))
`,
  }),
  ...ends('output-limit', {
    gc_debug_stats_flood: `import gc
gc.set_debug(gc.DEBUG_STATS)
while True: gc.collect()
`,
  }),
  ...ends('ok', {
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
  }),
]
