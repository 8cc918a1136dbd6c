# belief: tracing knew what was allocated before it started; it only sees what comes after
import tracemalloc

tracemalloc.start()
old = bytearray({{n}})
new = bytearray({{m}})
seen = tracemalloc.get_traced_memory()[0]
print(seen > {{n}}, seen > {{m}})
del old
print(tracemalloc.get_traced_memory()[0] < seen)
del new
now, peak = tracemalloc.get_traced_memory()
print(now < {{m}}, peak > {{m}})
