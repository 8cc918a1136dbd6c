# Who refers to the code of a generator, and to constants that the compiler folded.
import gc, sys
def stream():
    yield 1
    yield 2
print(sys.getrefcount(stream.__code__))
g = stream()
print(sys.getrefcount(stream.__code__), sys.getrefcount(g.gi_code), [type(o).__name__ for o in gc.get_referents(g)])
next(g)
print(sys.getrefcount(stream.__code__), [type(o).__name__ for o in gc.get_referents(g)])
list(g)
print(sys.getrefcount(stream.__code__), [type(o).__name__ for o in gc.get_referents(g)])
frame = stream().gi_frame
print(sys.getrefcount(stream.__code__), frame.f_code is stream.__code__)
del frame
g = stream()
next(g)
frame = g.gi_frame
print(sys.getrefcount(stream.__code__))
del g
print(sys.getrefcount(stream.__code__))
del frame
print(sys.getrefcount(stream.__code__))
async def task(): pass
t = task()
print(sys.getrefcount(task.__code__))
t.close()
print(sys.getrefcount(task.__code__))
del t
print(sys.getrefcount(task.__code__))
for value in (b'x' * 5, 'x y' * 5, 10 ** 10, 1.5 * 5, b'x' + b'yz'):
    print(type(value).__name__, sys.getrefcount(value))
