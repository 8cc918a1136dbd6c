import ctypes,sys,gc
class P(ctypes.Structure):
    _fields_=[('x',ctypes.c_int),('y',ctypes.c_double),('b',ctypes.c_char)]
class U(ctypes.Union): _fields_=[('a',ctypes.c_int),('f',ctypes.c_float)]
A=ctypes.c_int*5
for o in [ctypes.c_int(5),ctypes.c_long(),ctypes.c_double(1.5),ctypes.c_char(b'a'),ctypes.c_bool(1),ctypes.py_object([]),P(1,2.5,b'q'),U(),A(1,2,3),ctypes.pointer(ctypes.c_int(3)),ctypes.c_char_p(b'abc'),ctypes.c_void_p(0),ctypes.create_string_buffer(10),ctypes.create_string_buffer(b'hello'),ctypes.c_wchar_p('x'),ctypes.POINTER(ctypes.c_int)()]:
    print(type(o), sys.getsizeof(o), gc.is_tracked(o), type(o).__basicsize__, repr(o)[:60].split(' at ')[0].split('(1')[0], ctypes.sizeof(o) if not 'CArg' in str(type(o)) else '', ctypes.alignment(type(o)) if not 'CArg' in str(type(o)) else '')
x=[1,2]
print(ctypes.c_long.from_address(id(x)).value, ctypes.c_size_t.from_address(id(x)+16).value, ctypes.c_void_p.from_address(id(x)+8).value==id(list))
print(ctypes.cast(id(x),ctypes.py_object).value is x)
for n in ['byte','ubyte','short','ushort','int','uint','long','ulong','longlong','ulonglong','size_t','ssize_t','float','double','longdouble','char','wchar','bool','void_p','char_p','wchar_p','int8','int16','int32','int64','uint8','uint16','uint32','uint64']:
    t=getattr(ctypes,'c_'+n); print(n,t.__name__,ctypes.sizeof(t),t._type_,ctypes.alignment(t),end=';')
print()
def t(f,*a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__,e)
t(ctypes.c_int,2**40); t(ctypes.c_int,'x'); t(ctypes.c_uint8,-1); t(ctypes.c_char,b'ab'); t(ctypes.c_float,1.1); t(ctypes.c_double,'x'); t(ctypes.c_bool,'x'); t(ctypes.c_int,1,2)
p=P(1,2.5,b'q'); print(p.x,p.y,p.b,P.x,P.y.offset,P.y.size,ctypes.sizeof(P)); p.x=2**33+7; print(p.x); t(setattr,p,'x','s'); t(P,1,2,3,4,5)
a=A(1,2,3); print(list(a),a[1],a[1:3],len(a)); t(lambda: a[9]); a[0]=9; print(a[:])
b=ctypes.create_string_buffer(b'hello',10); print(b.raw,b.value,len(b)); b.value=b'hi'; print(b.raw); t(setattr,b,'value',b'x'*11)
q=ctypes.pointer(ctypes.c_int(3)); print(q.contents, q[0], bool(q)); q[0]=8; print(q.contents.value); n=ctypes.POINTER(ctypes.c_int)(); print(bool(n)); t(lambda: n.contents)
i=ctypes.c_int(42); print(ctypes.addressof(i)!=0, ctypes.c_int.from_address(ctypes.addressof(i)).value)
print(ctypes.string_at(b), ctypes.string_at(b,4)); u=U(); u.f=1.0; print(hex(u.a)); 
ctypes.pythonapi.Py_IncRef(ctypes.py_object(x)); print(sys.getrefcount(x)); ctypes.pythonapi.Py_DecRef(ctypes.py_object(x)); print(sys.getrefcount(x))
print(ctypes.py_object(x).value is x, sys.getrefcount(x)); o=ctypes.py_object(x); print(sys.getrefcount(x)); del o;print(sys.getrefcount(x))
ba=bytearray(b'abcd'); z=(ctypes.c_char*4).from_buffer(ba); z[0]=b'Z'; print(ba); t(ba.append,1)
print(ctypes.c_int.from_buffer_copy(b'\1\0\0\0').value, bytes(ctypes.c_int(258)))
class S(ctypes.Structure):
    _pack_=1
    _fields_=[('a',ctypes.c_uint8),('b',ctypes.c_uint32)]
print(ctypes.sizeof(S)); 
class B(ctypes.Structure): _fields_=[('a',ctypes.c_uint,3),('b',ctypes.c_uint,5)]
bb=B(5,17); print(bb.a,bb.b,ctypes.sizeof(B),B.a)
class PyObj(ctypes.Structure):
    _fields_=[('ob_refcnt',ctypes.c_ssize_t),('ob_type',ctypes.c_void_p)]
print(PyObj.from_address(id(x)).ob_refcnt, PyObj.from_address(id(x)).ob_type==id(list))
print(ctypes.c_int(3)==ctypes.c_int(3), ctypes.c_int.__mro__, type(ctypes.c_int), type(P), type(A), A)
print(sys.version_info < (3, 12) or ctypes.c_size_t.from_address(id(None)).value == ctypes.c_uint32.from_address(id(5)).value == 0xffffffff)
y = [x, x, x]
print(ctypes.c_long.from_address(id(x)).value, sys.getrefcount(x), ctypes.c_ssize_t.from_address(id(y) + 16).value, ctypes.c_ssize_t.from_address(id(y) + 32).value)
class A: pass
a = A(); at = id(a); print(ctypes.c_long.from_address(at).value); b = a; print(ctypes.c_long.from_address(at).value); del a, b; print(ctypes.c_long.from_address(at).value)
print(ctypes.c_double.from_address(id(2.5) + 16).value, ctypes.c_uint32.from_address(id(1000) + 24).value)
