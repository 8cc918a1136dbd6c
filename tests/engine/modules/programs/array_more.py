import array, sys, io
a = array.array('i', [1,2,3])
print(a, a.typecode, a.itemsize, len(a), a.tobytes(), sys.getsizeof(a))
a.extend([4,5]); a.append(6); a.insert(0, 0); print(a, a.pop(), a.pop(0), a.index(3), a.count(2), a.buffer_info()[1])
for t in 'bBuhHiIlLqQfdw':
    try:
        x = array.array(t); print(t, x.itemsize, sys.getsizeof(x), x)
    except Exception as e: print(t, type(e).__name__, e)
for f in (lambda: array.array('i', [1.5]), lambda: array.array('b', [200]), lambda: array.array('B', [-1]), lambda: array.array('i', 'abc'),
          lambda: a.append('x'), lambda: a.index(99), lambda: a.remove(99), lambda: array.array('i').pop(), lambda: a[100], lambda: a.__setitem__(100, 1), lambda: a.extend(array.array('d', [1.0])),
          lambda: a + [1], lambda: a * 'x', lambda: a.frombytes(b'abc'), lambda: a.fromunicode('x'), lambda: a['x'], lambda: a.__setitem__(slice(0,2), [1]), lambda: a.__setitem__(slice(0,4,2), array.array('i',[1])), lambda: array.array('I', [2**40]), lambda: array.array('q',[2**70]), lambda: array.array('f', ['x']), lambda: a.fromlist([1,'x']), lambda: a.fromlist((1,2)), lambda: a.insert('x', 1), lambda: array.array(), lambda: array.array(1), lambda: array.array('i', 5), lambda: a.byteswap(1), lambda: a.tofile(3), lambda: a.pop(100), lambda: memoryview(a).cast('d'), lambda: a.index(1, 2, 3, 4)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = array.array('i', range(10)); print(a[::2], a[-3:], a[::-1].tolist()); del a[::2]; print(a); a[1:3] = array.array('i', [9,9,9]); print(a)
a *= 2; print(a); a += array.array('i', [5]); print(a, a == array.array('l', a), a < array.array('i', [100]), a != a)
m = memoryview(a); print(m.format, m.itemsize, m.nbytes, m.readonly, m[0]); m[0] = 77; print(a[0])
try: a.append(1)
except BufferError as e: print('BufferError', e)
m.release(); a.append(1); print(len(a)); a.byteswap(); print(a[0]); a.reverse(); print(a[0])
import copy, pickle
b = copy.copy(a); print(b == a, b is a, copy.deepcopy(a) == a, pickle.loads(pickle.dumps(a)) == a)
print(a.__reduce_ex__(2)[0], array.array('u', 'héllo'), array.array('u', 'abc').tounicode())
prev = None
z = array.array('q')
for i in range(40):
    z.append(i); s = sys.getsizeof(z)
    if s != prev: print(i, s, end='; '); prev = s
print(); 
for i in range(39): z.pop(); s = sys.getsizeof(z); 
print(sys.getsizeof(z)); print(array.typecodes, array.ArrayType is array.array)
class A(array.array): pass
x = A('b', b'abc'); print(x, repr(x), x.__dict__, type(x[:2])); x.q = 1; print(x.q)
print(array.array('b', b'\x01\xff'), array.array('d', [1, 2.5]), array.array('f', [0.1])[0])
print(3 in a, list(reversed(array.array('h',[1,2,3]))), bytes(array.array('h',[1,2])), hash.__name__)
try: hash(a)
except TypeError as e: print(e)
f = io.BytesIO(); array.array('h',[1,2]).tofile(f); print(f.getvalue())
n = array.array('h'); f.seek(0)
try: n.fromfile(f, 3)
except Exception as e: print(type(e).__name__, e)
print(n)
