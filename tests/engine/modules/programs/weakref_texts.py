# What repr() of references and proxies shows of the referent, and what a cache and a short list hold.
import gc, functools, re, weakref, collections, pickle, struct, sys
def text(o):
    return re.sub('0x[0-9a-f]+', 'ADDR', repr(o))
class A: pass
def inner():
    class Z: pass
    return Z()
for o in (A(), inner(), weakref.WeakSet(), collections.UserList(), collections.OrderedDict()):
    r, p = weakref.ref(o), weakref.proxy(o)
    print(text(r), text(p))
del o
print(text(r), text(p))
print(text(weakref.ref(int)))
w = weakref.WeakSet()
try:
    w in w
except TypeError as error:
    print(error)
print(1 in w)

@functools.lru_cache(maxsize=2)
def f(x):
    return [x]
def held():
    return [type(o).__name__ for o in gc.get_referents(f) if not isinstance(o, type)]
print(held())
f(1); f((2,)); print(held())
f(x=3); print(held())

for l in ([1] + [], [1], [1, 2]):
    l.pop()
    print(l, (sys.getsizeof(l) - sys.getsizeof([])) // struct.calcsize('P'))

for protocol in range(5):
    for data in (bytearray(b'\n\x0b'), bytearray(5), b'\xff\x80a'):
        dumped = pickle.dumps(data, protocol)
        print(dumped, pickle.loads(dumped) == data)
