import ctypes, sys
x=[1,2,3]
print(ctypes.c_long.from_address(id(x)).value, sys.getrefcount(x))
y=x
print(ctypes.c_ssize_t.from_address(id(x)).value)
print(ctypes.cast(id(x), ctypes.py_object).value is x)
print(ctypes.sizeof(ctypes.c_int), ctypes.sizeof(ctypes.c_void_p*3))
print(ctypes.c_void_p.from_address(id(x)+8).value == id(list))
print(ctypes.c_ssize_t.from_address(id(x)+16).value)
print(ctypes.c_ssize_t.from_address(id(x)+32).value)
buf=ctypes.create_string_buffer(b'hello',10)
print(buf.raw, buf.value, ctypes.string_at(buf,3), ctypes.string_at(ctypes.addressof(buf)))
b=b'abcdef'
print(ctypes.string_at(id(b)+32, 6))
print(ctypes.string_at(id(b)+32))
s='hello world'
print(ctypes.string_at(id(s)+40, 11) if sys.version_info>=(3,12) else ctypes.string_at(id(s)+48,11))
print(ctypes.string_at(id(b)+16, 8))
print(ctypes.string_at(id(s)+16, 8))
class PyObject(ctypes.Structure):
    _fields_=[('ob_refcnt',ctypes.c_ssize_t),('ob_type',ctypes.c_void_p)]
print(PyObject.from_address(id(x)).ob_refcnt)
class PyListObject(ctypes.Structure):
    _fields_=[('ob_refcnt',ctypes.c_ssize_t),('ob_type',ctypes.py_object),('ob_size',ctypes.c_ssize_t),('ob_item',ctypes.POINTER(ctypes.py_object)),('allocated',ctypes.c_ssize_t)]
l=PyListObject.from_address(id(x))
print(l.ob_type, l.ob_size, l.allocated)
x.append(4); print(l.ob_size,l.allocated)
print(l.ob_item[0], l.ob_item[3])
def f(a): return ctypes.c_long.from_address(id(a)).value
print(f(x)); 
t=(1,2,3)
print(ctypes.c_ssize_t.from_address(id(t)+16).value)
print((ctypes.c_void_p*3).from_address(id(t)+24)[1]==id(2))
print(ctypes.c_double.from_address(id(3.5)+16).value)
ba=bytearray(b'xyz')
print(ctypes.c_ssize_t.from_address(id(ba)+16).value)
d={'a':1}
print(ctypes.c_ssize_t.from_address(id(d)+16).value)
st={1,2,3}
print(ctypes.c_ssize_t.from_address(id(st)+16).value, ctypes.c_ssize_t.from_address(id(st)+24).value)
class A: pass
a=A()
print(ctypes.py_object.from_address(id(a)+8).value)
addr=id(a)
del a
print(ctypes.c_long.from_address(addr).value)
