# Native code that shows an object runs the collection that waits (3.12+).
import gc
runs = []
gc.callbacks.append(lambda phase, info: runs.append(phase))
for size in range(1, 40):
    gc.collect(); runs.clear(); gc.set_threshold(20, 1000, 1000)
    keep = [[] for _ in range(size)]
    shown = len("{}{!r}".format(runs, runs)), len(runs)
    gc.set_threshold(0)
    print(size, shown, end="; ")
print()
gc.set_threshold(2000, 10, 10); gc.collect(); runs.clear(); keep = []
for i in range(3000): keep.append([])
print(runs); runs.clear()
for i in range(3000): keep.append({})
print(runs); runs.clear()
for i in range(3000): keep.append((i, []))
print(runs); runs.clear()
for start in range(1990, 2003):
    gc.collect(); runs.clear(); keep = []
    for i in range(start): keep.append((i, []))
    print(runs, gc.get_count()[1]); runs.clear()
