# What re, struct, io, tracemalloc make: types, sizes of buffers after getvalue(), frames counted each time.
import io, re, sys, tracemalloc
it = re.finditer("a", "banana")
print(type(it).__name__, sys.getsizeof(it) == sys.getsizeof(iter(len, 1)), next(it).start(), [m.span() for m in it], list(it))
sc = re.compile("a").scanner("banana")
print(type(sc).__name__, sc.search().span(), sc.match(), sc.pattern.pattern)
try: iter(sc)
except TypeError as e: print(e)
b = io.BytesIO(); empty = sys.getsizeof(b)
def grown(): return sys.getsizeof(b) - empty - sys.getsizeof(b"")
b.write(b"x" * 100); print(grown()); b.write(b"y"); print(grown()); b.getvalue(); print(grown()); b.write(b"z"); print(grown())
b.getvalue(); print(grown()); b.seek(0); b.truncate(); b.getvalue(); print(grown(), b.getvalue()); v = b.getbuffer(); b.getvalue(); print(grown()); del v
tracemalloc.start(5)
def f(n):
    if n: return f(n - 1)
    return bytes(1000)
x = [f(3) for _ in range(3)]
s = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, __file__)])
tracemalloc.stop()
for cumulative in (False, True):
    for key in ("lineno", "filename"):
        print([(st.traceback[0].lineno, st.size > 3000, st.count) for st in s.statistics(key, cumulative) if st.size > 1000])
