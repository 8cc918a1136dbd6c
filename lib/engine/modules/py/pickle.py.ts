// pickle: the same bytes and errors as CPython 3.13's Modules/_pickle.c; written for the engine.
export default () => String.raw`
"""Create portable serialized representations of Python objects."""
import copyreg as _copyreg
import sys as _sys
from types import FunctionType as _FunctionType
from struct import pack as _pack, unpack as _unpack

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads", "PickleBuffer",
           "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]

format_version = "5.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 5 if _sys.version_info >= (3, 14) else 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


for _c in (PickleError, PicklingError, UnpicklingError):
    _c.__module__ = '_pickle'

MARK, STOP, POP, POP_MARK, DUP = b'(', b'.', b'0', b'1', b'2'
FLOAT, INT, BININT, BININT1, LONG, BININT2, NONE, PERSID, BINPERSID, REDUCE = b'F', b'I', b'J', b'K', b'L', b'M', b'N', b'P', b'Q', b'R'
STRING, BINSTRING, SHORT_BINSTRING, UNICODE, BINUNICODE, APPEND, BUILD, GLOBAL, DICT, EMPTY_DICT = b'S', b'T', b'U', b'V', b'X', b'a', b'b', b'c', b'd', b'}'
APPENDS, GET, BINGET, INST, LONG_BINGET, LIST, EMPTY_LIST, OBJ, PUT, BINPUT, LONG_BINPUT = b'e', b'g', b'h', b'i', b'j', b'l', b']', b'o', b'p', b'q', b'r'
SETITEM, TUPLE, EMPTY_TUPLE, SETITEMS, BINFLOAT, TRUE, FALSE = b's', b't', b')', b'u', b'G', b'I01\n', b'I00\n'
PROTO, NEWOBJ, EXT1, EXT2, EXT4, TUPLE1, TUPLE2, TUPLE3, NEWTRUE, NEWFALSE, LONG1, LONG4 = b'\x80', b'\x81', b'\x82', b'\x83', b'\x84', b'\x85', b'\x86', b'\x87', b'\x88', b'\x89', b'\x8a', b'\x8b'
BINBYTES, SHORT_BINBYTES = b'B', b'C'
SHORT_BINUNICODE, BINUNICODE8, BINBYTES8, EMPTY_SET, ADDITEMS, FROZENSET, NEWOBJ_EX, STACK_GLOBAL, MEMOIZE, FRAME = b'\x8c', b'\x8d', b'\x8e', b'\x8f', b'\x90', b'\x91', b'\x92', b'\x93', b'\x94', b'\x95'
BYTEARRAY8, NEXT_BUFFER, READONLY_BUFFER = b'\x96', b'\x97', b'\x98'
_FRAME_MIN, _FRAME_TARGET, _BATCH = 4, 64 * 1024, 1000
# What Python 2 called the modules and names that are here (protocols 0 to 2, fix_imports).
_MODULES_OUT = {'builtins': '__builtin__', 'copyreg': 'copy_reg', 'queue': 'Queue', 'configparser': 'ConfigParser', 'reprlib': 'repr', '_thread': 'thread', 'collections.abc': '_abcoll', '_functools': 'functools',
                '_pickle': 'pickle'}
_NAMES_OUT = {
    ('builtins', 'range'): ('__builtin__', 'xrange'), ('builtins', 'chr'): ('__builtin__', 'unichr'), ('builtins', 'str'): ('__builtin__', 'unicode'), ('builtins', 'int'): ('__builtin__', 'long'),
    ('builtins', 'zip'): ('itertools', 'izip'), ('builtins', 'map'): ('itertools', 'imap'), ('builtins', 'filter'): ('itertools', 'ifilter'),
    ('itertools', 'filterfalse'): ('itertools', 'ifilterfalse'), ('itertools', 'zip_longest'): ('itertools', 'izip_longest'),
    ('functools', 'reduce'): ('__builtin__', 'reduce'), ('sys', 'intern'): ('__builtin__', 'intern'),
    ('collections', 'UserDict'): ('UserDict', 'IterableUserDict'), ('collections', 'UserList'): ('UserList', 'UserList'), ('collections', 'UserString'): ('UserString', 'UserString'),
}
for _name in (
    'ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError '
    'ImportError ImportWarning IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError OverflowError PendingDeprecationWarning ReferenceError '
    'RuntimeError RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError '
    'UnicodeWarning UserWarning ValueError Warning ZeroDivisionError'
).split():
    _NAMES_OUT['builtins', _name] = 'exceptions', _name
_MODULES_IN = {old: new for new, old in _MODULES_OUT.items() if not new.startswith('_') or new == '_thread'}
_NAMES_IN = {old: new for new, old in _NAMES_OUT.items()}
_NAMES_IN['exceptions', 'StandardError'] = 'builtins', 'Exception'
_NAMES_IN['UserDict', 'UserDict'] = 'collections', 'UserDict'
_NAMES_IN['__builtin__', 'basestring'] = 'builtins', 'str'
# Newer ones become what they are derived from, one way only.
for _name in (
    'BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError '
    'PermissionError ProcessLookupError TimeoutError'
).split():
    _NAMES_OUT['builtins', _name] = 'exceptions', 'OSError'
_NAMES_OUT['_functools', 'reduce'] = '__builtin__', 'reduce'
_NAMES_OUT['builtins', 'ModuleNotFoundError'] = 'exceptions', 'ImportError'
del _name


class PickleBuffer:
    """Wrapper for potentially out-of-band buffers"""

    def __init__(self, object):
        self._view = memoryview(object)

    def raw(self):
        return self._view.cast('B')

    def release(self):
        self._view.release()


def encode_long(x):
    """Encode a long to a two's complement little-endian binary string."""
    if x == 0:
        return b''
    nbytes = (x.bit_length() >> 3) + 1
    result = x.to_bytes(nbytes, byteorder='little', signed=True)
    if x < 0 and nbytes > 1 and result[-1] == 0xff and result[-2] & 0x80:
        result = result[:-1]
    return result


def decode_long(data):
    """Decode a long from a two's complement little-endian binary string."""
    return int.from_bytes(data, byteorder='little', signed=True)


def _getattribute(obj, name):
    parent = None
    for subpath in name.split('.'):
        if subpath == '<locals>':
            raise AttributeError("Can't get local attribute {!r} on {!r}".format(name, obj))
        try:
            parent = obj
            obj = getattr(obj, subpath)
        except AttributeError:
            raise AttributeError("Can't get attribute {!r} on {!r}".format(name, obj)) from None
    return obj, parent


def whichmodule(obj, name):
    """Find the module an object belong to."""
    module_name = getattr(obj, '__module__', None)
    if module_name is not None:
        return module_name
    for module_name, module in list(_sys.modules.items()):
        if module_name == '__main__' or module is None:
            continue
        try:
            if _getattribute(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


class Pickler:
    """This takes a binary file for writing a pickle data stream."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif not 0 <= protocol <= HIGHEST_PROTOCOL:
            raise ValueError("pickle protocol must be <= %d" % HIGHEST_PROTOCOL)
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        self._buffer_callback = buffer_callback
        if file is not None and not hasattr(file, 'write'):
            raise TypeError("file must have a 'write' attribute")
        self._file = file
        self._parts = []
        self._frame = None
        self._frame_size = 0
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3

    def clear_memo(self):
        """Clears the pickler's "memo"."""
        self.memo.clear()

    def dump(self, obj):
        """Write a pickled representation of obj to the open file."""
        self._dump(obj)
        self._file.write(b''.join(self._parts))
        self._parts = []

    def _dump(self, obj):
        if self.proto >= 2:
            self._parts.append(PROTO + _pack("<B", self.proto))
        if self.proto >= 4:
            self._frame = []
            self._frame_size = 0
        try:
            self.save(obj)
            self.write(STOP)
            self._commit(True)
        finally:
            self._frame = None

    def write(self, data):
        if self._frame is None:
            self._parts.append(data)
        else:
            self._frame.append(data)
            self._frame_size += len(data)

    def _commit(self, force=False):
        if self._frame is not None and (force or self._frame_size >= _FRAME_TARGET):
            if self._frame_size >= _FRAME_MIN:
                self._parts.append(FRAME + _pack("<Q", self._frame_size))
            self._parts.extend(self._frame)
            self._frame = []
            self._frame_size = 0

    def _write_large(self, header, payload):
        if self._frame is None or len(payload) < _FRAME_TARGET:
            self.write(header)
            self.write(payload)
            return
        self._commit(True)
        self._parts.append(header)
        self._parts.append(payload)

    def memoize(self, obj):
        """Store an object in the memo."""
        if self.fast:
            return
        idx = len(self.memo)
        if self.proto >= 4:
            self.write(MEMOIZE)
        elif self.bin:
            self.write(BINPUT + _pack("<B", idx) if idx < 256 else LONG_BINPUT + _pack("<I", idx))
        else:
            self.write(PUT + repr(idx).encode("ascii") + b'\n')
        self.memo[id(obj)] = idx, obj

    def get(self, i):
        if self.bin:
            return BINGET + _pack("<B", i) if i < 256 else LONG_BINGET + _pack("<I", i)
        return GET + repr(i).encode("ascii") + b'\n'

    def persistent_id(self, obj):
        return None

    def save(self, obj, save_persistent_id=True):
        self._commit()
        t = type(obj)
        if save_persistent_id and type(self) is not Pickler:
            pid = self.persistent_id(obj)
            if pid is not None:
                self.save_pers(pid)
                return
        f = self._atoms.get(t)
        if f is not None:
            f(self, obj)
            return
        x = self.memo.get(id(obj))
        if x is not None:
            self.write(self.get(x[0]))
            return
        rv = NotImplemented
        reduce = getattr(self, "reducer_override", None)
        f = self.dispatch.get(t)
        if f is not None and (reduce is None or t in self._plain):
            f(self, obj)
            return
        if reduce is not None:
            rv = reduce(obj)
        if rv is NotImplemented:
            if f is not None:
                f(self, obj)
                return
            reduce = getattr(self, 'dispatch_table', _copyreg.dispatch_table).get(t)
            if reduce is not None:
                rv = reduce(obj)
            elif issubclass(t, type):
                self.save_global(obj)
                return
            else:
                reduce = getattr(obj, "__reduce_ex__", None)
                if reduce is not None:
                    rv = reduce(self.proto)
                else:
                    reduce = getattr(obj, "__reduce__", None)
                    if reduce is None:
                        raise PicklingError(f"can't pickle {t.__name__!r} object: {obj!r}")
                    rv = reduce()
        if isinstance(rv, str):
            self.save_global(obj, rv)
            return
        if not isinstance(rv, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(rv) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self.save_reduce(*rv, obj=obj)

    def save_pers(self, pid):
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self.write(BINPERSID)
        else:
            self.write(PERSID + str(pid).encode("ascii") + b'\n')

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not callable(func):
            raise PicklingError(f"first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            cls, args, kwargs = args
            if not hasattr(cls, "__new__"):
                raise PicklingError("first item from NEWOBJ_EX argument tuple must be a class, not %s" % type(cls).__name__)
            if self.proto >= 4:
                self.save(cls)
                self.save(args)
                self.save(kwargs)
                self.write(NEWOBJ_EX)
            else:
                import functools
                self.save(functools.partial(cls.__new__, cls, *args, **kwargs))
                self.save(())
                self.write(REDUCE)
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self.save(cls)
            self.save(args[1:])
            self.write(NEWOBJ)
        else:
            self.save(func)
            self.save(args)
            self.write(REDUCE)
        if obj is not None:
            if id(obj) in self.memo:
                self.write(POP + self.get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch_appends(listitems)
        if dictitems is not None:
            self._batch_setitems(dictitems)
        if state is not None:
            if state_setter is None:
                self.save(state)
                self.write(BUILD)
            else:
                self.save(state_setter)
                self.save(obj)
                self.save(state)
                self.write(TUPLE2)
                self.write(REDUCE)
                self.write(POP)

    def save_none(self, obj):
        self.write(NONE)

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(TRUE if obj else FALSE)

    def save_long(self, obj):
        if self.bin:
            if obj >= 0:
                if obj <= 0xff:
                    self.write(BININT1 + _pack("<B", obj))
                    return
                if obj <= 0xffff:
                    self.write(BININT2 + _pack("<H", obj))
                    return
            if -0x80000000 <= obj <= 0x7fffffff:
                self.write(BININT + _pack("<i", obj))
                return
        if self.proto >= 2:
            encoded = encode_long(obj)
            n = len(encoded)
            if n < 256:
                self.write(LONG1 + _pack("<B", n) + encoded)
            else:
                self.write(LONG4 + _pack("<i", n) + encoded)
            return
        if -0x80000000 <= obj <= 0x7fffffff:
            self.write(INT + repr(obj).encode("ascii") + b'\n')
        else:
            self.write(LONG + repr(obj).encode("ascii") + b'L\n')

    def save_float(self, obj):
        if self.bin:
            self.write(BINFLOAT + _pack('>d', obj))
        else:
            self.write(FLOAT + repr(obj).encode("ascii") + b'\n')

    def save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self.save_reduce(bytes, (), obj=obj)
            else:
                import codecs
                self.save_reduce(codecs.encode, (str(obj, 'latin1'), 'latin1'), obj=obj)
            return
        n = len(obj)
        if n <= 0xff:
            self.write(SHORT_BINBYTES + _pack("<B", n) + obj)
        elif n > 0xffffffff and self.proto >= 4:
            self._write_large(BINBYTES8 + _pack("<Q", n), obj)
        else:
            self._write_large(BINBYTES + _pack("<I", n), obj)
        self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            if not obj:
                self.save_reduce(bytearray, (), obj=obj)
            else:
                self.save_reduce(bytearray, (bytes(obj),), obj=obj)
            return
        self._write_large(BYTEARRAY8 + _pack("<Q", len(obj)), bytes(obj))
        self.memoize(obj)

    def save_str(self, obj):
        if self.bin:
            encoded = obj.encode('utf-8', 'surrogatepass')
            n = len(encoded)
            if n <= 0xff and self.proto >= 4:
                self.write(SHORT_BINUNICODE + _pack("<B", n) + encoded)
            elif n > 0xffffffff and self.proto >= 4:
                self._write_large(BINUNICODE8 + _pack("<Q", n), encoded)
            else:
                self._write_large(BINUNICODE + _pack("<I", n), encoded)
        else:
            tmp = obj.replace("\\", "\\u005c").replace("\0", "\\u0000").replace("\n", "\\u000a").replace("\r", "\\u000d").replace("\x1a", "\\u001a")
            self.write(UNICODE + tmp.encode('raw-unicode-escape') + b'\n')
        self.memoize(obj)

    def save_tuple(self, obj):
        if not obj:
            if self.bin:
                self.write(EMPTY_TUPLE)
            else:
                self.write(MARK + TUPLE)
            return
        n = len(obj)
        memo = self.memo
        if n <= 3 and self.proto >= 2:
            for element in obj:
                self.save(element)
            if id(obj) in memo:
                self.write(POP * n + self.get(memo[id(obj)][0]))
            else:
                self.write((EMPTY_TUPLE, TUPLE1, TUPLE2, TUPLE3)[n])
                self.memoize(obj)
            return
        self.write(MARK)
        for element in obj:
            self.save(element)
        if id(obj) in memo:
            get = self.get(memo[id(obj)][0])
            if self.bin:
                self.write(POP_MARK + get)
            else:
                self.write(POP * (n + 1) + get)
            return
        self.write(TUPLE)
        self.memoize(obj)

    def save_list(self, obj):
        if self.bin:
            self.write(EMPTY_LIST)
        else:
            self.write(MARK + LIST)
        self.memoize(obj)
        self._batch_appends(obj)

    def _batch_appends(self, items):
        if not self.bin:
            for x in items:
                self.save(x)
                self.write(APPEND)
            return
        it = iter(items)
        while True:
            tmp = []
            for x in it:
                tmp.append(x)
                if len(tmp) == _BATCH:
                    break
            n = len(tmp)
            if n > 1:
                self.write(MARK)
                for x in tmp:
                    self.save(x)
                self.write(APPENDS)
            elif n:
                self.save(tmp[0])
                self.write(APPEND)
            if n < _BATCH:
                return

    def save_dict(self, obj):
        if self.bin:
            self.write(EMPTY_DICT)
        else:
            self.write(MARK + DICT)
        self.memoize(obj)
        self._batch_setitems(obj.items())

    def _batch_setitems(self, items):
        if not self.bin:
            for k, v in items:
                self.save(k)
                self.save(v)
                self.write(SETITEM)
            return
        it = iter(items)
        while True:
            tmp = []
            for x in it:
                tmp.append(x)
                if len(tmp) == _BATCH:
                    break
            n = len(tmp)
            if n > 1:
                self.write(MARK)
                for k, v in tmp:
                    self.save(k)
                    self.save(v)
                self.write(SETITEMS)
            elif n:
                k, v = tmp[0]
                self.save(k)
                self.save(v)
                self.write(SETITEM)
            if n < _BATCH:
                return

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(EMPTY_SET)
        self.memoize(obj)
        items = list(obj)
        for i in range(0, len(items), _BATCH):
            self.write(MARK)
            for item in items[i:i + _BATCH]:
                self.save(item)
            self.write(ADDITEMS)

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(MARK)
        for item in obj:
            self.save(item)
        if id(obj) in self.memo:
            self.write(POP_MARK + self.get(self.memo[id(obj)][0]))
            return
        self.write(FROZENSET)
        self.memoize(obj)

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None)
            if name is None:
                name = obj.__name__
        module_name = whichmodule(obj, name)
        try:
            __import__(module_name, level=0)
            module = _sys.modules[module_name]
            obj2, parent = _getattribute(module, name)
        except (ImportError, KeyError) as error:
            reason = str(error) if _sys.version_info >= (3, 14) else f"import of module {module_name!r} failed"
            raise PicklingError(f"Can't pickle {obj!r}: {reason}") from None
        except AttributeError:
            if '<locals>' in name:
                if _sys.version_info >= (3, 14):
                    raise PicklingError(f"Can't pickle local object {obj!r}") from None
                raise AttributeError(f"Can't {'get' if _sys.version_info >= (3, 13) else 'pickle'} local object {name!r}") from None
            reason = f"it's not found as {module_name}.{name}" if _sys.version_info >= (3, 14) else f"attribute lookup {name} on {module_name} failed"
            raise PicklingError(f"Can't pickle {obj!r}: {reason}") from None
        if obj2 is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        if self.proto >= 2:
            code = _copyreg._extension_registry.get((module_name, name))
            if code:
                if code <= 0xff:
                    self.write(EXT1 + _pack("<B", code))
                elif code <= 0xffff:
                    self.write(EXT2 + _pack("<H", code))
                else:
                    self.write(EXT4 + _pack("<i", code))
                return
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(STACK_GLOBAL)
        elif parent is not module and self.proto >= 2:
            self.save_reduce(getattr, (parent, name.rpartition('.')[2]))
            return
        else:
            if self.fix_imports:
                module_name, name = _NAMES_OUT.get((module_name, name)) or (_MODULES_OUT.get(module_name, module_name), name)
            self.write(GLOBAL + bytes(module_name, 'utf-8') + b'\n' + bytes(name, 'utf-8') + b'\n')
        self.memoize(obj)

    def save_type(self, obj):
        if obj is type(None):
            self.save_reduce(type, (None,), obj=obj)
        elif obj is type(NotImplemented):
            self.save_reduce(type, (NotImplemented,), obj=obj)
        elif obj is type(...):
            self.save_reduce(type, (...,), obj=obj)
        else:
            self.save_global(obj)

    _atoms = {type(None): save_none, bool: save_bool, int: save_long, float: save_float}
    dispatch = {bytes: save_bytes, bytearray: save_bytearray, str: save_str, tuple: save_tuple, list: save_list, dict: save_dict,
                set: save_set, frozenset: save_frozenset, type: save_type, _FunctionType: save_global}
    _plain = {bytes, str, tuple, list, dict, set, frozenset, bytearray}


class _Mark:
    pass


class Unpickler:
    """This takes a binary file for reading a pickle data stream."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not hasattr(file, 'read') or not hasattr(file, 'readline'):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self._data = None
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def read(self, n):
        data = self._file.read(n)
        if len(data) < n:
            if not data and n:
                raise EOFError("Ran out of input")
            raise UnpicklingError("pickle data was truncated")
        return data

    def readline(self):
        data = self._file.readline()
        if not data:
            raise EOFError("Ran out of input")
        if data[-1:] != b'\n':
            raise UnpicklingError("pickle data was truncated")
        return data

    def load(self):
        """Read a pickled object representation from the open file."""
        read = self._file.read
        dispatch = _LOADERS
        self.stack = []
        self.metastack = []
        first = True
        while True:
            key = read(1)
            if not key:
                raise EOFError("Ran out of input") if first else UnpicklingError("pickle data was truncated")
            first = False
            if key == STOP:
                if not self.stack:
                    raise UnpicklingError("unpickling stack underflow")
                result = self.stack.pop()
                self.stack = self.metastack = None
                return result
            handler = dispatch.get(key[0])
            if handler is None:
                c = key[0]
                shown = chr(c) if 32 <= c < 127 and c not in (39, 92) else f'\\x{c:02x}'
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            try:
                handler(self)
            except IndexError:
                if not self.stack:
                    raise UnpicklingError("unpickling stack underflow") from None
                raise

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def find_class(self, module, name):
        """Return an object from a specified module."""
        if self.proto < 3 and self.fix_imports:
            module, name = _NAMES_IN.get((module, name)) or (_MODULES_IN.get(module, module), name)
        __import__(module, level=0)
        if self.proto >= 4 and '.' in name:
            return _getattribute(_sys.modules[module], name)[0]
        try:
            return getattr(_sys.modules[module], name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {_sys.modules[module]!r}") from None

    def pop_mark(self):
        if not self.metastack:
            raise UnpicklingError("could not find MARK")
        items = self.stack
        self.stack = self.metastack.pop()
        return items


def _loaders():
    d = {}

    def op(code):
        def add(f):
            d[code[0]] = f
            return f
        return add

    @op(PROTO)
    def load_proto(s):
        s.proto = s.read(1)[0]
        if not 0 <= s.proto <= HIGHEST_PROTOCOL:
            raise ValueError("unsupported pickle protocol: %d" % s.proto)

    @op(FRAME)
    def load_frame(s):
        s.read(8)

    @op(PERSID)
    def load_persid(s):
        s.stack.append(s.persistent_load(s.readline()[:-1].decode("ascii")))

    @op(BINPERSID)
    def load_binpersid(s):
        s.stack.append(s.persistent_load(s.stack.pop()))

    @op(NONE)
    def load_none(s):
        s.stack.append(None)

    @op(NEWFALSE)
    def load_false(s):
        s.stack.append(False)

    @op(NEWTRUE)
    def load_true(s):
        s.stack.append(True)

    @op(INT)
    def load_int(s):
        data = s.readline()
        if data == FALSE[1:]:
            s.stack.append(False)
        elif data == TRUE[1:]:
            s.stack.append(True)
        else:
            s.stack.append(int(data, 0))

    @op(BININT)
    def load_binint(s):
        s.stack.append(_unpack('<i', s.read(4))[0])

    @op(BININT1)
    def load_binint1(s):
        s.stack.append(s.read(1)[0])

    @op(BININT2)
    def load_binint2(s):
        s.stack.append(_unpack('<H', s.read(2))[0])

    @op(LONG)
    def load_long(s):
        val = s.readline()[:-1]
        if val and val[-1] == b'L'[0]:
            val = val[:-1]
        s.stack.append(int(val, 0))

    @op(LONG1)
    def load_long1(s):
        s.stack.append(decode_long(s.read(s.read(1)[0])))

    @op(LONG4)
    def load_long4(s):
        s.stack.append(decode_long(s.read(_unpack('<i', s.read(4))[0])))

    @op(FLOAT)
    def load_float(s):
        s.stack.append(float(s.readline()[:-1]))

    @op(BINFLOAT)
    def load_binfloat(s):
        s.stack.append(_unpack('>d', s.read(8))[0])

    def old_string(s, value):
        s.stack.append(value if s.encoding == "bytes" else value.decode(s.encoding, s.errors))

    @op(STRING)
    def load_string(s):
        data = s.readline()[:-1]
        if len(data) >= 2 and data[0] == data[-1] and data[0] in b'"\'':
            old_string(s, data[1:-1].decode('unicode-escape').encode('latin-1'))
        else:
            raise UnpicklingError("the STRING opcode argument must be quoted")

    @op(BINSTRING)
    def load_binstring(s):
        old_string(s, s.read(_unpack('<i', s.read(4))[0]))

    @op(SHORT_BINSTRING)
    def load_short_binstring(s):
        old_string(s, s.read(s.read(1)[0]))

    @op(UNICODE)
    def load_unicode(s):
        s.stack.append(str(s.readline()[:-1], 'raw-unicode-escape'))

    @op(BINUNICODE)
    def load_binunicode(s):
        s.stack.append(str(s.read(_unpack('<I', s.read(4))[0]), 'utf-8', 'surrogatepass'))

    @op(BINUNICODE8)
    def load_binunicode8(s):
        s.stack.append(str(s.read(_unpack('<Q', s.read(8))[0]), 'utf-8', 'surrogatepass'))

    @op(SHORT_BINUNICODE)
    def load_short_binunicode(s):
        s.stack.append(str(s.read(s.read(1)[0]), 'utf-8', 'surrogatepass'))

    @op(BINBYTES)
    def load_binbytes(s):
        s.stack.append(s.read(_unpack('<I', s.read(4))[0]))

    @op(BINBYTES8)
    def load_binbytes8(s):
        s.stack.append(s.read(_unpack('<Q', s.read(8))[0]))

    @op(SHORT_BINBYTES)
    def load_short_binbytes(s):
        s.stack.append(s.read(s.read(1)[0]))

    @op(BYTEARRAY8)
    def load_bytearray8(s):
        s.stack.append(bytearray(s.read(_unpack('<Q', s.read(8))[0])))

    @op(NEXT_BUFFER)
    def load_next_buffer(s):
        if s._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        s.stack.append(next(s._buffers))

    @op(READONLY_BUFFER)
    def load_readonly_buffer(s):
        s.stack[-1] = memoryview(s.stack[-1]).toreadonly()

    @op(MARK)
    def load_mark(s):
        s.metastack.append(s.stack)
        s.stack = []

    @op(TUPLE)
    def load_tuple(s):
        items = s.pop_mark()
        s.stack.append(tuple(items))

    @op(EMPTY_TUPLE)
    def load_empty_tuple(s):
        s.stack.append(())

    @op(TUPLE1)
    def load_tuple1(s):
        s.stack[-1] = (s.stack[-1],)

    @op(TUPLE2)
    def load_tuple2(s):
        s.stack[-2:] = [(s.stack[-2], s.stack[-1])]

    @op(TUPLE3)
    def load_tuple3(s):
        s.stack[-3:] = [(s.stack[-3], s.stack[-2], s.stack[-1])]

    @op(EMPTY_LIST)
    def load_empty_list(s):
        s.stack.append([])

    @op(EMPTY_DICT)
    def load_empty_dict(s):
        s.stack.append({})

    @op(EMPTY_SET)
    def load_empty_set(s):
        s.stack.append(set())

    @op(FROZENSET)
    def load_frozenset(s):
        items = s.pop_mark()
        s.stack.append(frozenset(items))

    @op(LIST)
    def load_list(s):
        items = s.pop_mark()
        s.stack.append(items)

    @op(DICT)
    def load_dict(s):
        items = s.pop_mark()
        s.stack.append({items[i]: items[i + 1] for i in range(0, len(items), 2)})

    def instantiate(s, klass, args):
        s.stack.append(klass(*args) if args or not isinstance(klass, type) or hasattr(klass, "__getinitargs__") else klass.__new__(klass))

    @op(INST)
    def load_inst(s):
        module = s.readline()[:-1].decode("ascii")
        name = s.readline()[:-1].decode("ascii")
        klass = s.find_class(module, name)
        instantiate(s, klass, s.pop_mark())

    @op(OBJ)
    def load_obj(s):
        args = s.pop_mark()
        instantiate(s, args.pop(0), args)

    @op(NEWOBJ)
    def load_newobj(s):
        args = s.stack.pop()
        cls = s.stack.pop()
        s.stack.append(cls.__new__(cls, *args))

    @op(NEWOBJ_EX)
    def load_newobj_ex(s):
        kwargs = s.stack.pop()
        args = s.stack.pop()
        cls = s.stack.pop()
        s.stack.append(cls.__new__(cls, *args, **kwargs))

    @op(GLOBAL)
    def load_global(s):
        module = s.readline()[:-1].decode("utf-8")
        name = s.readline()[:-1].decode("utf-8")
        s.stack.append(s.find_class(module, name))

    @op(STACK_GLOBAL)
    def load_stack_global(s):
        name = s.stack.pop()
        module = s.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        s.stack.append(s.find_class(module, name))

    def extension(s, code):
        key = _copyreg._inverted_registry.get(code)
        if not key:
            if code <= 0:
                raise UnpicklingError("EXT specifies code <= 0")
            raise ValueError("unregistered extension code %d" % code)
        s.stack.append(s.find_class(*key))

    @op(EXT1)
    def load_ext1(s):
        extension(s, s.read(1)[0])

    @op(EXT2)
    def load_ext2(s):
        extension(s, _unpack('<H', s.read(2))[0])

    @op(EXT4)
    def load_ext4(s):
        extension(s, _unpack('<i', s.read(4))[0])

    @op(REDUCE)
    def load_reduce(s):
        args = s.stack.pop()
        func = s.stack[-1]
        s.stack[-1] = func(*args)

    @op(POP)
    def load_pop(s):
        if s.stack:
            del s.stack[-1]
        else:
            s.pop_mark()

    @op(POP_MARK)
    def load_pop_mark(s):
        s.pop_mark()

    @op(DUP)
    def load_dup(s):
        s.stack.append(s.stack[-1])

    def fetch(s, i):
        try:
            s.stack.append(s.memo[i])
        except KeyError:
            raise UnpicklingError(f'Memo value not found at index {i}') from None

    @op(GET)
    def load_get(s):
        fetch(s, int(s.readline()[:-1]))

    @op(BINGET)
    def load_binget(s):
        fetch(s, s.read(1)[0])

    @op(LONG_BINGET)
    def load_long_binget(s):
        fetch(s, _unpack('<I', s.read(4))[0])

    @op(PUT)
    def load_put(s):
        s.memo[int(s.readline()[:-1])] = s.stack[-1]

    @op(BINPUT)
    def load_binput(s):
        s.memo[s.read(1)[0]] = s.stack[-1]

    @op(LONG_BINPUT)
    def load_long_binput(s):
        s.memo[_unpack('<I', s.read(4))[0]] = s.stack[-1]

    @op(MEMOIZE)
    def load_memoize(s):
        s.memo[len(s.memo)] = s.stack[-1]

    @op(APPEND)
    def load_append(s):
        value = s.stack.pop()
        obj = s.stack[-1]
        if type(obj) is not list and hasattr(obj, 'extend'):
            obj.extend([value])
        else:
            obj.append(value)

    @op(APPENDS)
    def load_appends(s):
        items = s.pop_mark()
        obj = s.stack[-1]
        if type(obj) is list:
            obj[len(obj):] = items
        elif hasattr(obj, 'extend'):
            obj.extend(items)
        else:
            for item in items:
                obj.append(item)

    @op(SETITEM)
    def load_setitem(s):
        value = s.stack.pop()
        key = s.stack.pop()
        s.stack[-1][key] = value

    @op(SETITEMS)
    def load_setitems(s):
        items = s.pop_mark()
        d = s.stack[-1]
        for i in range(0, len(items), 2):
            d[items[i]] = items[i + 1]

    @op(ADDITEMS)
    def load_additems(s):
        items = s.pop_mark()
        obj = s.stack[-1]
        if isinstance(obj, set):
            obj.update(items)
        else:
            for item in items:
                obj.add(item)

    @op(BUILD)
    def load_build(s):
        state = s.stack.pop()
        inst = s.stack[-1]
        setstate = getattr(inst, "__setstate__", None)
        if setstate is not None:
            setstate(state)
            return
        slotstate = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slotstate = state
        if state:
            inst_dict = inst.__dict__
            intern = _sys.intern
            for k, v in state.items():
                inst_dict[intern(k) if type(k) is str else k] = v
        if slotstate:
            for k, v in slotstate.items():
                setattr(inst, k, v)

    return d


_LOADERS = _loaders()


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write a pickled representation of obj to the open file object file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Return the pickled representation of the object as a bytes object."""
    p = Pickler(None, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)
    p._dump(obj)
    return b''.join(p._parts)


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    """Read and return an object from the pickle data stored in a file."""
    return Unpickler(file, fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the given pickle data."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    import io
    return Unpickler(io.BytesIO(data), fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()


_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
for _c in (Pickler, Unpickler, PickleBuffer):
    _c.__module__ = '_pickle'
del _c
`;
