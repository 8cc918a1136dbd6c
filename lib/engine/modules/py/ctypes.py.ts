// ctypes: behaves as CPython 3.13's Lib/ctypes for data that Python makes and for looking at objects by their address; foreign functions do not exist
// here. Written for the engine.
export default () => String.raw`
"""create and manipulate C data types in Python"""
import _raw_memory
import struct as _struct
import sys as _sys

__version__ = '1.1.0'
DEFAULT_MODE = RTLD_LOCAL = 0
RTLD_GLOBAL = 256
# Where buffers lie that somebody asked the address of, and the ctypes objects that own them.
_buffers = {}


class ArgumentError(Exception):
    pass


class _Bytes:
    """Memory of our own, or of an object that exports its buffer."""
    __slots__ = ('data', 'address')

    def __init__(self, data):
        self.data = data
        self.address = None

    def read(self, at, count):
        return bytes(self.data[at:at + count])

    def write(self, at, value):
        self.data[at:at + len(value)] = value

    def where(self):
        if self.address is None:
            self.address = id(self) + 16
            _buffers[self.address] = self
        return self.address


class _Window:
    """Memory at an address: of a ctypes object, or the header of a Python object."""
    __slots__ = ('address',)

    def __init__(self, address):
        self.address = address

    def _find(self, at, count):
        where = self.address + at
        for start, memory in _buffers.items():
            if start <= where and where + count <= start + len(memory.data):
                return memory, where - start
        return None, 0

    def read(self, at, count):
        memory, offset = self._find(at, count)
        if memory is not None:
            return memory.read(offset, count)
        return _raw_memory.read(self.address + at, count)

    def write(self, at, value):
        memory, offset = self._find(at, len(value))
        if memory is None:
            _raw_memory.refuse('Writing into the memory of Python objects is not simulated.')
        memory.write(offset, value)

    def where(self):
        return self.address


class _CDataType(type):
    def __mul__(cls, length):
        return _array_type(cls, length)

    __rmul__ = __mul__

    def _at(cls, memory, at, base=None):
        self = cls.__new__(cls)
        self._b_mem = memory
        self._b_at = at
        self._b_base_ = base
        return self

    def from_address(cls, address):
        'C.from_address(integer) -> C instance\naccess a C instance at the specified address'
        if not isinstance(address, int):
            raise TypeError('integer expected')
        return cls._at(_Window(address), 0)

    def from_buffer(cls, source, offset=0):
        'C.from_buffer(object, offset=0, /) -> C instance\ncreate a C instance from a writeable buffer'
        view = memoryview(source)
        if view.readonly:
            raise TypeError('underlying buffer is not writable')
        view = view.cast('B')
        _check_room(cls, view, offset)
        self = cls._at(_Bytes(view), offset)
        self._objects = source
        return self

    def from_buffer_copy(cls, source, offset=0):
        'C.from_buffer_copy(object, offset=0, /) -> C instance\ncreate a C instance from a readable buffer'
        view = memoryview(source).cast('B')
        _check_room(cls, view, offset)
        return cls._at(_Bytes(bytearray(view[offset:offset + sizeof(cls)])), 0)

    def from_param(cls, value):
        'Convert a Python object into a function call parameter.'
        if isinstance(value, cls):
            return value
        return cls(value)

    def in_dll(cls, library, name):
        raise ValueError('symbols of shared libraries are not simulated')


class PyCSimpleType(_CDataType):
    def __new__(mcs, name, bases, namespace):
        cls = type.__new__(mcs, name, bases, namespace)
        code = namespace.get('_type_')
        if code is not None:
            if not isinstance(code, str) or len(code) != 1 or code not in _SIZES:
                raise AttributeError("class must define a '_type_' attribute which must be a single character string containing one of 'cbBhHiIlLfdFDgOPqQzZu?'.")
            cls._size_ = cls._align_ = _SIZES[code]
        return cls


class PyCStructType(_CDataType):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if '_fields_' in namespace:
            _lay_out(cls, namespace['_fields_'], False)

    def __setattr__(cls, name, value):
        if name == '_fields_':
            _lay_out(cls, value, False)
        type.__setattr__(cls, name, value)


class UnionType(_CDataType):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if '_fields_' in namespace:
            _lay_out(cls, namespace['_fields_'], True)


class PyCArrayType(_CDataType):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if '_type_' in namespace:
            cls._size_ = sizeof(cls._type_) * cls._length_
            cls._align_ = cls._type_._align_


class PyCPointerType(_CDataType):
    def set_type(cls, target):
        'set the type of the pointer'
        cls._type_ = target


for _type in (_CDataType, PyCSimpleType, PyCStructType, UnionType, PyCArrayType, PyCPointerType):
    _type.__module__ = '_ctypes'

_SIZES = {'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'f': 4, 'u': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'd': 8, 'P': 8,
          'z': 8, 'Z': 8, 'O': 8, 'g': 16}


def _check_room(cls, view, offset):
    if offset < 0:
        raise ValueError('offset cannot be negative')
    need = sizeof(cls) + offset
    if len(view) < need:
        raise ValueError(f'Buffer size too small ({len(view)} instead of at least {need} bytes)')


class _CData(metaclass=_CDataType):
    __module__ = '_ctypes'
    # As many as CPython's struct has words.
    __slots__ = ('_b_mem', '_b_at', '_b_base_', '_objects', '_w4', '_w5', '_w6', '_w7', '_w8', '_w9')
    _size_ = 0
    _align_ = 1

    def __new__(cls, *args, **kwargs):
        if not hasattr(cls, '_align_') or '_size_' not in _all_names(cls):
            raise TypeError('abstract class')
        self = object.__new__(cls)
        self._b_mem = None
        self._b_at = 0
        self._b_base_ = None
        self._objects = None
        return self

    @property
    def _b_needsfree_(self):
        return int(self._b_base_ is None)

    def _memory(self):
        if self._b_mem is None:
            self._b_mem = _Bytes(bytearray(self._size_))
        return self._b_mem

    def _read(self):
        return self._memory().read(self._b_at, self._size_)

    def __bytes__(self):
        return self._read()

    def __reduce__(self):
        raise ValueError('ctypes objects containing pointers cannot be pickled')



def _all_names(cls):
    return [name for base in cls.__mro__[:-1] if base is not _CData for name in base.__dict__]


class _SimpleCData(_CData, metaclass=PyCSimpleType):
    __module__ = '_ctypes'
    __slots__ = ()

    def __init__(self, *args):
        if len(args) > 1:
            raise TypeError(f'__init__ expected at most 1 argument, got {len(args)}')
        if args:
            self.value = args[0]

    @property
    def value(self):
        'current value'
        return _get(self._type_, self._read(), self)

    @value.setter
    def value(self, value):
        self._memory().write(self._b_at, _put(self._type_, value, self))

    def __bool__(self):
        return any(self._read())

    def __repr__(self):
        if type(self).__bases__[0] is not _SimpleCData:
            return object.__repr__(self)
        value = self.value
        if self._type_ in 'zZ' and value is not None:
            value = int.from_bytes(self._read(), 'little')
        return f'{type(self).__name__}({value!r})'


def _get(code, data, holder):
    if code in 'bBhHiIlLqQfd':
        return _struct.unpack({'l': '<q', 'L': '<Q'}.get(code, '<' + code), data)[0]
    if code == '?':
        return data != b'\0'
    if code == 'c':
        return data
    if code == 'u':
        return chr(int.from_bytes(data, 'little'))
    if code == 'g':
        return _struct.unpack('<d', data[:8])[0]
    address = int.from_bytes(data, 'little')
    if code == 'O':
        if address == 0:
            raise ValueError('PyObject is NULL')
        return _raw_memory.object_at(address)
    if address == 0:
        return None
    if code == 'P':
        return address
    kept = holder._objects if holder is not None else None
    if kept is not None:
        return kept
    return string_at(address) if code == 'z' else _raw_memory.refuse('Wide strings at an address are not simulated.')


_FORMATS = {1: 'B', 2: 'H', 4: 'I', 8: 'Q'}


def _put(code, value, holder):
    if code in 'bBhHiIlLqQ':
        if isinstance(value, float):
            raise TypeError(f"'float' object cannot be interpreted as an integer" if _sys.version_info >= (3, 10) else 'int expected instead of float instance')
        if not hasattr(type(value), '__index__'):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        size = _SIZES[code]
        return (value.__index__() & ((1 << 8 * size) - 1)).to_bytes(size, 'little')
    if code in 'fdg':
        if not (hasattr(type(value), '__float__') or hasattr(type(value), '__index__')):
            raise TypeError(f'must be real number, not {type(value).__name__}')
        if code == 'f':
            return _struct.pack('<f', float(value))
        return _struct.pack('<d', float(value)) + bytes(_SIZES[code] - 8)
    if code == '?':
        return b'\1' if value else b'\0'
    if code == 'c':
        if isinstance(value, (bytes, bytearray)) and len(value) == 1:
            return bytes(value)
        if isinstance(value, int) and 0 <= value < 256:
            return bytes([value])
        raise TypeError('one character bytes, bytearray or integer expected'
                        if _sys.version_info < (3, 14) or not isinstance(value, (bytes, bytearray))
                        else f'one character bytes, bytearray, or an integer in range(256) expected, not a {type(value).__name__} object of length {len(value)}')
    if code == 'u':
        if not isinstance(value, str):
            raise TypeError(f'unicode string expected instead of {type(value).__name__} instance')
        if len(value) != 1:
            raise TypeError('one character unicode string expected')
        return ord(value).to_bytes(4, 'little')
    if code == 'O':
        holder._objects = value
        return id(value).to_bytes(8, 'little')
    if value is None:
        return bytes(8)
    if code == 'P':
        if not isinstance(value, int):
            raise TypeError('cannot be converted to pointer')
        return (value & (1 << 64) - 1).to_bytes(8, 'little')
    if isinstance(value, int):
        return value.to_bytes(8, 'little')
    wanted = bytes if code == 'z' else str
    if not isinstance(value, wanted):
        kind = 'bytes or integer address' if code == 'z' else 'unicode string or integer address'
        raise TypeError(f'{kind} expected instead of {type(value).__name__} instance')
    holder._objects = value
    return id(value).to_bytes(8, 'little')


def _simple(name, code):
    cls = PyCSimpleType(name, (_SimpleCData,), {'_type_': code, '__module__': 'ctypes'})
    return cls


c_byte, c_ubyte = _simple('c_byte', 'b'), _simple('c_ubyte', 'B')
c_short, c_ushort = _simple('c_short', 'h'), _simple('c_ushort', 'H')
c_int, c_uint = _simple('c_int', 'i'), _simple('c_uint', 'I')
c_long, c_ulong = _simple('c_long', 'l'), _simple('c_ulong', 'L')
c_longlong, c_ulonglong = c_long, c_ulong
c_float, c_double, c_longdouble = _simple('c_float', 'f'), _simple('c_double', 'd'), _simple('c_longdouble', 'g')
c_char, c_wchar, c_bool = _simple('c_char', 'c'), _simple('c_wchar', 'u'), _simple('c_bool', '?')
c_void_p, c_char_p, c_wchar_p = _simple('c_void_p', 'P'), _simple('c_char_p', 'z'), _simple('c_wchar_p', 'Z')
c_voidp = c_void_p
c_size_t, c_ssize_t = c_ulong, c_long
c_int8, c_int16, c_int32, c_int64 = c_byte, c_short, c_int, c_long
c_uint8, c_uint16, c_uint32, c_uint64 = c_ubyte, c_ushort, c_uint, c_ulong
c_time_t = c_long


class py_object(_SimpleCData):
    _type_ = 'O'
    __module__ = 'ctypes'

    def __repr__(self):
        try:
            return f'{type(self).__name__}({self.value!r})'
        except ValueError:
            return f'{type(self).__name__}(<NULL>)'


class CField:
    """Structure/Union member"""
    __slots__ = ('_type', 'offset', 'size', '_bits', 'name')

    def __repr__(self):
        if self._bits is not None:
            low, bits = self._bits
            return f'<Field type={self._type.__name__}, ofs={self.offset}:{low}, bits={bits}>'
        return f'<Field type={self._type.__name__}, ofs={self.offset}, size={self.size}>'

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        kind = self._type
        at = instance._b_at + self.offset
        if self._bits is not None:
            low, bits = self._bits
            word = int.from_bytes(instance._memory().read(at, kind._size_), 'little') >> low & (1 << bits) - 1
            if kind._type_ in 'bhilq' and word >> bits - 1:
                word -= 1 << bits
            return word if kind._type_ != '?' else bool(word)
        return _element(kind, instance, at, self.offset)

    def __set__(self, instance, value):
        kind = self._type
        at = instance._b_at + self.offset
        if self._bits is not None:
            low, bits = self._bits
            mask = (1 << bits) - 1
            word = int.from_bytes(instance._memory().read(at, kind._size_), 'little')
            word = word & ~(mask << low) | (value & mask) << low
            instance._memory().write(at, word.to_bytes(kind._size_, 'little'))
            return
        _set_element(kind, instance, at, self.offset, value)


CField.__module__ = '_ctypes'


def _is_plain(kind):
    return isinstance(kind, PyCSimpleType) and kind.__bases__[0] is _SimpleCData


def _keep(owner):
    while owner._b_base_ is not None:
        owner = owner._b_base_
    if not isinstance(owner._objects, dict):
        owner._objects = {}
    return owner._objects


def _element(kind, owner, at, index):
    if _is_plain(kind):
        holder = _Kept()
        holder._objects = _keep(owner).get(at) if kind._type_ in 'zZO' else None
        return _get(kind._type_, owner._memory().read(at, kind._size_), holder)
    if isinstance(kind, PyCArrayType) and kind._type_ is c_char:
        return kind._at(owner._memory(), at, owner).value
    part = kind._at(owner._memory(), at, owner)
    if isinstance(kind, PyCPointerType):
        part._objects = _keep(owner).get(at)
    return part


class _Kept:
    __slots__ = ('_objects',)


def _set_element(kind, owner, at, index, value):
    if isinstance(value, kind):
        owner._memory().write(at, value._read())
        if value._objects is not None:
            _keep(owner)[at] = value._objects
        return
    if isinstance(kind, PyCSimpleType):
        holder = _Kept()
        holder._objects = None
        owner._memory().write(at, _put(kind._type_, value, holder))
        if holder._objects is not None:
            _keep(owner)[at] = holder._objects
        return
    if isinstance(kind, PyCArrayType) and kind._type_ is c_char:
        kind._at(owner._memory(), at, owner).value = value
        return
    if isinstance(kind, PyCPointerType) and value is None:
        owner._memory().write(at, bytes(8))
        return
    if isinstance(value, tuple):
        owner._memory().write(at, kind(*value)._read())
        return
    raise TypeError(f'incompatible types, {type(value).__name__} instance instead of {kind.__name__} instance')


def _lay_out(cls, fields, is_union):
    base = next((b for b in cls.__mro__[1:] if '_own_fields' in b.__dict__), None)
    at = 0 if is_union else base._size_ if base is not None else 0
    align = base._align_ if base is not None else 1
    pack = getattr(cls, '_pack_', 0)
    size = at
    names = list(base._own_fields) if base is not None else []
    unit = None
    for name, kind, *width in fields:
        if not isinstance(kind, _CDataType):
            raise TypeError('second item in _fields_ tuple (index %d) must be a C type' % len(names))
        field = object.__new__(CField)
        field._type, field.size, field.name, field._bits = kind, sizeof(kind), name, None
        own = min(kind._align_, pack) if pack else kind._align_
        align = max(align, own)
        if width and unit is not None and unit[0] == sizeof(kind) and unit[2] + width[0] <= 8 * sizeof(kind) and not is_union:
            field.offset = unit[1]
            field._bits = (unit[2], width[0])
            unit = (unit[0], unit[1], unit[2] + width[0])
        else:
            at = 0 if is_union else (at + own - 1) // own * own
            field.offset = at
            if width:
                field._bits = (0, width[0])
                unit = (sizeof(kind), at, width[0])
            else:
                unit = None
            at += sizeof(kind)
        if field._bits is not None:
            field.size = field._bits[1] << 16 | field._bits[0]
        size = max(size, at)
        type.__setattr__(cls, name, field)
        names.append(name)
    for name in getattr(cls, '_anonymous_', ()):
        outer = cls.__dict__[name]
        for inner in outer._type._own_fields:
            source = outer._type.__dict__[inner]
            field = object.__new__(CField)
            field._type, field.size, field.name, field._bits = source._type, source.size, inner, source._bits
            field.offset = outer.offset + source.offset
            type.__setattr__(cls, inner, field)
    type.__setattr__(cls, '_own_fields', names)
    type.__setattr__(cls, '_size_', (size + align - 1) // align * align)
    type.__setattr__(cls, '_align_', align)


class _Aggregate(_CData):
    __module__ = '_ctypes'
    __slots__ = ()

    def __init__(self, *args, **kwargs):
        names = getattr(type(self), '_own_fields', [])
        if len(args) > len(names):
            raise TypeError('too many initializers')
        for name, value in zip(names, args):
            if name in kwargs:
                raise TypeError(f'duplicate values for field {name!r}')
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)


class Structure(_Aggregate, metaclass=PyCStructType):
    'Structure base class'
    __module__ = '_ctypes'
    _size_ = 0


class Union(_Aggregate, metaclass=UnionType):
    'Union base class'
    __module__ = '_ctypes'
    _size_ = 0


class BigEndianStructure:
    def __init_subclass__(cls):
        raise NotImplementedError('BigEndianStructure is not simulated')


LittleEndianStructure = Structure


class Array(_CData, metaclass=PyCArrayType):
    'Abstract base class for arrays.'
    __module__ = '_ctypes'

    def __init__(self, *args):
        if len(args) > self._length_:
            raise IndexError('invalid index')
        for i, value in enumerate(args):
            self[i] = value

    def __len__(self):
        return self._length_

    def _index(self, key):
        if key < 0:
            key += self._length_
        if not 0 <= key < self._length_:
            raise IndexError('invalid index')
        return key

    def __getitem__(self, key):
        kind = self._type_
        if isinstance(key, slice):
            items = [self[i] for i in range(*key.indices(self._length_))]
            if kind is c_char:
                return b''.join(items)
            return ''.join(items) if kind is c_wchar else items
        if not isinstance(key, int):
            raise TypeError('indices must be integers')
        key = self._index(key)
        return _element(kind, self, self._b_at + key * kind._size_, key)

    def __setitem__(self, key, value):
        kind = self._type_
        if isinstance(key, slice):
            places = range(*key.indices(self._length_))
            if len(places) != len(value):
                raise ValueError('Can only assign sequence of same size')
            for i, item in zip(places, value):
                self[i] = item
            return
        if not isinstance(key, int):
            raise TypeError('indices must be integer')
        key = self._index(key)
        _set_element(kind, self, self._b_at + key * kind._size_, key, value)

    def __iter__(self):
        return (self[i] for i in range(self._length_))


def _char_value(self):
    data = self._read()
    end = data.find(b'\0')
    return data if end < 0 else data[:end]


def _set_char_value(self, value):
    if not isinstance(value, bytes):
        raise TypeError(f'bytes expected instead of {type(value).__name__} instance')
    if len(value) > self._length_:
        raise ValueError('byte string too long')
    if len(value) < self._length_:
        value += b'\0'
    self._memory().write(self._b_at, value)


def _set_raw(self, value):
    if len(value) > self._length_:
        raise ValueError('byte string too long')
    self._memory().write(self._b_at, bytes(value))


def _wide_value(self):
    text = ''.join(self[i] for i in range(self._length_))
    return text.split('\0', 1)[0]


def _set_wide_value(self, value):
    if len(value) > self._length_:
        raise ValueError('string too long')
    for i, char in enumerate(value + '\0' * (len(value) < self._length_)):
        self[i] = char


_array_types = {}


def _array_type(kind, length):
    if not isinstance(length, int):
        raise TypeError(f"can't multiply sequence by non-int of type '{type(length).__name__}'")
    if length < 0:
        raise ValueError(f'Array length must be >= 0, not {length}')
    known = _array_types.get((kind, length))
    if known is None:
        namespace = {'_type_': kind, '_length_': length, '__module__': kind.__module__ if kind.__module__ != 'ctypes' or kind in (c_char, c_wchar) else '__main__'}
        if kind is c_char:
            namespace.update(value=property(_char_value, _set_char_value), raw=property(_CData._read, _set_raw))
        elif kind is c_wchar:
            namespace['value'] = property(_wide_value, _set_wide_value)
        known = _array_types[kind, length] = PyCArrayType(f'{kind.__name__}_Array_{length}', (Array,), namespace)
    return known


class _Pointer(_CData, metaclass=PyCPointerType):
    'XXX to be provided'
    __module__ = '_ctypes'
    _size_ = 8
    _align_ = 8

    def __init__(self, target=None):
        if target is not None:
            self.contents = target

    def _address(self):
        return int.from_bytes(self._read(), 'little')

    def __bool__(self):
        return self._address() != 0

    @property
    def contents(self):
        'the object this pointer points to (read-write)'
        address = self._address()
        if address == 0:
            raise ValueError('NULL pointer access')
        return self._type_._at(_Window(address), 0)

    @contents.setter
    def contents(self, target):
        if not isinstance(target, self._type_):
            raise TypeError(f'expected {self._type_.__name__} instead of {type(target).__name__}')
        self._objects = target
        self._memory().write(self._b_at, addressof(target).to_bytes(8, 'little'))

    def __getitem__(self, key):
        address = self._address()
        if address == 0:
            raise ValueError('NULL pointer access')
        if isinstance(key, slice):
            if key.stop is None:
                raise ValueError('slice stop is required')
            items = [self[i] for i in range(key.start or 0, key.stop, key.step or 1)]
            return b''.join(items) if self._type_ is c_char else items
        whole = self._type_._at(_Window(address), 0)
        return _element(self._type_, whole, key * self._type_._size_, key)

    def __setitem__(self, key, value):
        address = self._address()
        if address == 0:
            raise ValueError('NULL pointer access')
        whole = self._type_._at(_Window(address), 0)
        _set_element(self._type_, whole, key * self._type_._size_, key, value)


_pointer_type_cache = {}


def POINTER(cls):
    'Create and return a new ctypes pointer type.'
    if cls is None:
        return c_void_p
    known = _pointer_type_cache.get(cls)
    if known is None:
        known = _pointer_type_cache[cls] = PyCPointerType(f'LP_{cls.__name__}', (_Pointer,), {'_type_': cls, '__module__': '__main__'})
    return known


def pointer(target):
    'Create a new pointer instance, pointing to obj.'
    return POINTER(type(target))(target)


class CArgObject:
    __slots__ = ('_obj', '_offset', '_w2', '_w3', '_w4', '_w5')
    __module__ = '_ctypes'

    def __repr__(self):
        return f"<cparam 'P' ({addressof(self._obj) + self._offset:#x})>"


def byref(target, offset=0):
    'Return a pointer lookalike to a C instance, only usable as function argument.'
    if not isinstance(target, _CData):
        raise TypeError(f"byref() argument must be a ctypes instance, not '{type(target).__name__}'")
    param = CArgObject()
    param._obj, param._offset = target, offset
    return param


def addressof(target):
    'Return the address of the C instance internal buffer.'
    if not isinstance(target, _CData):
        raise TypeError('invalid type')
    return target._memory().where() + target._b_at


def sizeof(target):
    'Return the size in bytes of a C instance.'
    if isinstance(target, (_CData, _CDataType)):
        return target._size_
    raise TypeError('this type has no size')


def alignment(target):
    'Return the alignment requirements of a C instance.'
    if isinstance(target, (_CData, _CDataType)):
        return target._align_
    raise TypeError('no alignment info')


def cast(target, kind):
    'Make C instances of another pointer type from a pointer, an array or an integer address.'
    if not (isinstance(kind, PyCPointerType) or isinstance(kind, PyCSimpleType) and kind._type_ in 'PzZO'):
        raise TypeError('cast() argument 2 must be a pointer, not ' + getattr(kind, '__name__', repr(kind)))
    if isinstance(target, int):
        address = target
    elif target is None:
        address = 0
    elif isinstance(target, CArgObject):
        address = addressof(target._obj) + target._offset
    elif isinstance(target, Array):
        address = addressof(target)
    elif isinstance(target, (_Pointer, _SimpleCData)):
        address = int.from_bytes(target._read(), 'little')
    else:
        raise ArgumentError("argument 1: TypeError: 'wrong type'" if _sys.version_info < (3, 14) else "argument 1: TypeError: wrong type")
    result = kind()
    result._memory().write(0, address.to_bytes(8, 'little'))
    if isinstance(target, _CData):
        result._objects = target._objects if isinstance(target, _SimpleCData) and target._type_ in 'zZ' else None
    return result


def string_at(where, size=-1):
    'Return the byte string at void *ptr.'
    if isinstance(where, bytes):
        data = where + b'\0'
        return data[:size] if size >= 0 else data.split(b'\0', 1)[0]
    if isinstance(where, Array):
        where = addressof(where)
    elif isinstance(where, (_Pointer, _SimpleCData)):
        if isinstance(where._objects, bytes):
            return string_at(where._objects, size)
        where = int.from_bytes(where._read(), 'little')
    window = _Window(where)
    if size >= 0:
        return window.read(0, size)
    text = bytearray()
    while (byte := window.read(len(text), 1)) != b'\0':
        text += byte
    return bytes(text)


def memmove(target, source, count):
    'Copies count bytes of memory from source to target.'
    data = source[:count] if isinstance(source, (bytes, bytearray)) else string_at(source, count)
    _Window(_address_of(target)).write(0, bytes(data))
    return _address_of(target)


def memset(target, value, count):
    'Sets count bytes of memory from target on.'
    _Window(_address_of(target)).write(0, bytes([value & 255]) * count)
    return _address_of(target)


def _address_of(target):
    if isinstance(target, int):
        return target
    if isinstance(target, CArgObject):
        return addressof(target._obj) + target._offset
    if isinstance(target, (Array, Structure, Union)):
        return addressof(target)
    return int.from_bytes(target._read(), 'little')


def resize(target, size):
    raise NotImplementedError('ctypes.resize() is not simulated')


def create_string_buffer(init, size=None):
    'Create a mutable character buffer from a bytes object or an integer.'
    if isinstance(init, bytes):
        if size is None:
            size = len(init) + 1
        buffer = (c_char * size)()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)


c_buffer = create_string_buffer


def create_unicode_buffer(init, size=None):
    'Create a mutable character buffer from a str or an integer.'
    if isinstance(init, str):
        if size is None:
            size = len(init) + 1
        buffer = (c_wchar * size)()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_wchar * init)()
    raise TypeError(init)


def _no_functions(*args, **kwargs):
    _raw_memory.refuse('Foreign functions are not simulated: there are no shared libraries here.')


class CDLL:
    'An instance of this class represents a loaded dll/shared library.'

    def __init__(self, name, *args, **kwargs):
        _no_functions()


PyDLL = CDLL
CFUNCTYPE = PYFUNCTYPE = _no_functions


class _Function:
    def __init__(self, name, call):
        self.__name__ = name
        self._call = call
        self.argtypes = None
        self.restype = c_int

    def __call__(self, value, *rest):
        if not isinstance(value, py_object):
            if self.argtypes is None:
                raise ArgumentError("argument 1: TypeError: Don't know how to convert parameter 1")
            value = self.argtypes[0](value)
        return self._call(value._objects if value._objects is not None else value.value)


def _count_of(value):
    return _sys.getrefcount(value) - 3


class _PythonAPI:
    'What programs about reference counts call.'

    def __init__(self):
        for name, call in (('Py_IncRef', _raw_memory.incref), ('Py_DecRef', _raw_memory.decref)):
            setattr(self, name, _Function(name, call))

    def __getattr__(self, name):
        if name.startswith('Py') or name.startswith('_Py'):
            _raw_memory.refuse(f'ctypes.pythonapi.{name} is not simulated: only Py_IncRef and Py_DecRef are.')
        raise AttributeError(name)


pythonapi = _PythonAPI()


class LibraryLoader:
    def __init__(self, kind):
        self._kind = kind

    def LoadLibrary(self, name):
        return self._kind(name)

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return self._kind(name)


cdll = LibraryLoader(CDLL)
pydll = LibraryLoader(PyDLL)


def get_errno():
    return 0


def set_errno(value):
    return 0


class _util:
    pass
`;
