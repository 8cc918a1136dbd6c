# What a call of the program's own code changes under the built-in that made it: slices whose bounds or values change the sequence,
# exception classes that answer something else, keys that take a descriptor away.
class Shrink:
    def __init__(self, value, target, n=0): self.value, self.target, self.n = value, target, n
    def __index__(self):
        del self.target[self.n:]
        return self.value
def shown(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = list(range(10))
shown(lambda: a[Shrink(0, a, 4):8])
a = list(range(10))
shown(lambda: a[::Shrink(2, a, 3)])
def put(a, k, v):
    a[k] = v
    return a
def drop(a, k):
    del a[k]
    return a
a = list(range(10))
shown(lambda: put(a, slice(Shrink(1, a, 3), 8), [7]))
a = list(range(10))
shown(lambda: drop(a, slice(Shrink(1, a, 3), 8)))
a = list(range(10))
shown(lambda: drop(a, slice(None, None, Shrink(2, a, 5))))
a = list(range(10))
shown(lambda: put(a, slice(None, None, Shrink(2, a, 5)), 'abc'))
a = bytearray(range(10))
shown(lambda: a[Shrink(0, a, 4):8])
a = bytearray(range(10))
shown(lambda: a[::Shrink(2, a, 3)])
a = bytearray(range(10))
shown(lambda: put(a, slice(Shrink(1, a, 3), 8), b'7'))
class Evil:
    def __init__(self, lst): self.lst = lst
    def __iter__(self):
        yield from list(self.lst)
        self.lst.clear()
import sys
if sys.version_info >= (3, 13):  # 3.11.7 and 3.12.1 crash
    a = list(range(5))
    def f(): a[::-1] = Evil(a)
    shown(f); print(a)
a = list(range(5))
def f(): a[1:3] = Evil(a)
shown(f); print(a)
class E(Exception):
    def __new__(cls, *args, **kwargs):
        return cls
def boring():
    yield
g = boring()
shown(lambda: g.throw(E))
shown(lambda: next(g))
def catching():
    try: yield
    except TypeError as e: yield str(e)
g = catching(); next(g)
shown(lambda: g.throw(E))
def f(): raise E
shown(f)
class H:
    def __hash__(self):
        print('hash'); return 42
    def __eq__(self, other):
        print('eq'); return self is other
x = H(); y = {x: 5}
print(y.setdefault(H(), 3), y.setdefault(x, 4), len(y))

class Evil:
    def __hash__(self): return hash('attr')
    def __eq__(self, other):
        try: del C.attr
        except AttributeError: pass
        return 0
class Descr:
    def __get__(self, ob, type=None): return 1
class C: attr = Descr()
c = C()
c.__dict__[Evil()] = 0
print(c.attr, hasattr(c, 'attr'))
