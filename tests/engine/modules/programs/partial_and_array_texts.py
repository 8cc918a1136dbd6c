# Keywords of a partial that are no strings, keys that change while they are shown; arrays whose items are no characters.
import warnings; warnings.simplefilter('ignore')
import functools, array
class K(str):
    def __str__(self): return 'shown'
class V:
    def __repr__(self): return 'V!'
p = functools.partial(print, 1, a=2)
p.__setstate__((print, (1,), {K('k'): V()}, {}))
print(repr(p)[-16:])
class Evil:
    def __init__(self, d): self.d = d
    def __str__(self):
        self.d[self] = 'other'
        return 'astr'
p = functools.partial(lambda **k: None)
try:
    p.keywords[Evil(p.keywords)] = V()
    print(repr(p)[-9:])
except Exception as e: print(type(e).__name__, e)
try: p()
except TypeError as e: print(e)
p = functools.partial(print)
p.keywords[3] = 4
print(repr(p)[-6:])
a = array.array('u', b'\xff\xff\xff\xff') if array.array('u').itemsize == 4 else None
for f in (lambda: a[0], lambda: a.tounicode(), lambda: str(a), lambda: a.tolist(), lambda: list(a), lambda: a.index('x')):
    try: print(f())
    except (ValueError, OverflowError) as e: print(type(e).__name__, e)
@functools.lru_cache
def fib(n): return n if n <= 1 else fib(n-1) + fib(n-2)
try: fib(5000)
except RecursionError as e: print(e)
