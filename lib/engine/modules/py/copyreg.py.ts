// copyreg: constructors for copy and pickle. Behaves as CPython 3.13's Lib/copyreg.py; written for the engine.
export default () => String.raw`
"""Helper to provide extensibility for pickle."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)


def pickle_union(obj):
    import functools, operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(type(int | str), pickle_union)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


_HEAP = 1 << 9


def _builtin_base(cls):
    """The class of the MRO whose constructor is native: the first that is no class statement's."""
    native = type(int.__new__)
    for base in cls.__mro__:
        make = base.__new__
        if not getattr(base, '__flags__', _HEAP) & _HEAP or (isinstance(make, native) and make.__self__ is base):
            return base
    return object


def _reduce_ex(self, proto):
    """object.__reduce_ex__ for protocols 0 and 1."""
    cls = type(self) if self.__class__ is type(self) else self.__class__
    base = _builtin_base(cls)
    if base is cls and base is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    value = None if base is object else base(self)
    if cls.__getstate__ is object.__getstate__ and getattr(self, "__slots__", None):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    state = self.__getstate__()
    made = _reconstructor, (cls, base, value)
    return made + (state,) if state else made


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _own_slots(cls):
    slots = cls.__dict__.get("__slots__", ())
    prefix = cls.__name__.lstrip('_')
    for name in (slots,) if isinstance(slots, str) else slots:
        if name in ("__dict__", "__weakref__"):
            continue
        private = name.startswith('__') and not name.endswith('__') and prefix
        yield '_' + prefix + name if private else name


def _slotnames(cls):
    """All slot names of a class, bases included; remembered as cls.__slotnames__."""
    known = cls.__dict__.get("__slotnames__")
    if known is not None:
        return known
    names = [name for c in cls.__mro__ for name in _own_slots(c)]
    try:
        cls.__slotnames__ = names
    except Exception:
        pass
    return names


# Extension codes of pickle: (module, name) <-> code.
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    key, code = (module, name), int(code)
    if code not in range(1, 0x80000000):
        raise ValueError("code out of range")
    known, owner = _extension_registry.get(key), _inverted_registry.get(code)
    if known == code and owner == key:
        return
    if known is not None:
        raise ValueError("key %s is already registered with code %s" % (key, known))
    if owner is not None:
        raise ValueError("code %s is already in use for key %s" % (code, owner))
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError("key %s is not registered with code %s" % (key, code))
    for table, entry in ((_extension_registry, key), (_inverted_registry, code), (_extension_cache, code)):
        table.pop(entry, None)


def clear_extension_cache():
    _extension_cache.clear()
`;
