import array, struct, sys, gc, weakref
b = bytearray(b'abcdef'); m = memoryview(b)
print(sys.getrefcount(b), m.obj is b, sys.getsizeof(m), sys.getsizeof(b))
for op in (lambda: b.append(1), lambda: b.clear(), lambda: b.extend(b'x'), lambda: b.__delitem__(0), lambda: b.pop(), lambda: b.insert(0, 1), lambda: b.__setitem__(slice(0, 1), b'xx')):
    try: print(op())
    except BufferError as e: print(e)
b[0:2] = b'ZZ'; print(bytes(m)); n = m[2:4]; m.release(); print(sys.getrefcount(b))
try: m[0]
except ValueError as e: print(e)
try: b.append(1)
except BufferError as e: print(e)
n.release(); b.append(1); print(b)
a = array.array('i', [1, 2, 3]); v = memoryview(a); print(v.format, v.itemsize, v.shape, v.strides, v.nbytes, v.readonly, v.contiguous, v.ndim)
for op in (lambda: a.append(4), lambda: a.pop(), lambda: a.extend([1]), lambda: a.frombytes(b'1234'), lambda: a.remove(1), lambda: a.__iadd__(a)):
    try: print(op())
    except BufferError as e: print(e)
a[0] = 9; print(v[0], v.tolist(), v.cast('B').nbytes); c = v.cast('B'); print(c.cast('h').tolist()[:2])
for op in (lambda: v.cast('h'), lambda: v['x'], lambda: v[9], lambda: v.__setitem__(0, 'x'), lambda: v.__setitem__(0, 2**40), lambda: v.cast('B', (5,)), lambda: memoryview(1), lambda: memoryview(b'a').__setitem__(0, 1), lambda: v[0, 0]):
    try: print(op())
    except Exception as e: print(type(e).__name__, e)
print(v == a, v[1:] == array.array('i', [2, 3]), hash(memoryview(b'a')) == hash(b'a'))
try: hash(v)
except ValueError as e: print(e)
x = memoryview(bytes(range(12))).cast('B', [3, 4]); print(x.tolist(), x[1, 2], x.shape, x.strides, x.suboffsets, x.c_contiguous, x.f_contiguous)
try: x[0]
except NotImplementedError as e: print(e)
print(sys.getsizeof(x), sys.getsizeof(v), sys.getsizeof(a), sys.getsizeof(array.array('d')))
w = weakref.ref(memoryview(b'')) if 0 else None
r = weakref.ref(a); del a; print(r() is not None); v.release(); c.release(); print(r())
print(struct.calcsize('bhiq'), struct.calcsize('<bhiq'), struct.calcsize('@bP'), struct.pack('>hI3s?', 1, 2, b'ab', True), struct.unpack('<2H', b'\1\0\2\0'))
buf = bytearray(8); struct.pack_into('<I', buf, 4, 7); print(buf, struct.unpack_from('<I', buf, 4)); print(list(struct.iter_unpack('<H', buf)))
s = struct.Struct('<id'); print(s.size, s.format, sys.getsizeof(s)); 
for op in (lambda: struct.pack('b', 200), lambda: struct.pack('I', -1), lambda: struct.unpack('i', b'a'), lambda: struct.pack('i'), lambda: struct.calcsize('z'), lambda: struct.pack('i', 'x'), lambda: struct.pack_into('i', bytearray(2), 0, 1), lambda: struct.unpack_from('i', b'abc', 1), lambda: struct.pack('s', 'a'), lambda: struct.pack('q', 2**63), lambda: struct.pack('f', 1e40)):
    try: print(op())
    except Exception as e: print(type(e).__name__, e)
with memoryview(bytearray(4)) as q: print(q.hex(), q.tobytes(), len(q))
print(sys.getsizeof(array.array('i', range(100))), array.array('u', 'hé').tolist(), array.array('b', b'\1\2').buffer_info()[1])
ba = bytearray(10); mv = memoryview(ba)[2:5]; mv[:] = b'xyz'; print(ba); 
try: mv[:] = b'xy'
except ValueError as e: print(e)
print(memoryview(b'abc')[::-1].tobytes(), memoryview(b'abcdef')[::2].tolist(), memoryview(b'ab').toreadonly() == b'ab')
aa = array.array('i', range(5)); print(aa[1:3], aa * 2, aa + aa, aa.index(3), aa.count(1), aa.itemsize, aa.typecode); aa.byteswap(); print(aa.tolist()); 
for t in 'bBhHiIlLqQfd': print(t, array.array(t, [1]).itemsize, sys.getsizeof(array.array(t, [1, 2, 3])), end='; ')
print()
