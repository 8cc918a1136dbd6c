// abc: ABCMeta and abstractmethod over the native _abc. Behaves as CPython 3.13's Lib/abc.py; written for the engine.
export default () => String.raw`
"""Abstract Base Classes (ABCs) according to PEP 3119."""
import _abc
from _abc import get_cache_token


def abstractmethod(funcobj):
    """A decorator indicating abstract methods."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def _wrapping(base):
    """The constructor of a descriptor that marks what it wraps as abstract."""
    def __init__(self, callable):
        base.__init__(self, abstractmethod(callable))
    return __init__


class abstractclassmethod(classmethod):
    __init__ = _wrapping(classmethod)
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __init__ = _wrapping(staticmethod)
    __isabstractmethod__ = True


class abstractproperty(property):
    __isabstractmethod__ = True


class ABCMeta(type):
    """Metaclass for defining Abstract Base Classes (ABCs)."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        made = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc._abc_init(made)
        return made

    def register(cls, subclass):
        """Register a virtual subclass of an ABC. Returns the subclass, to allow usage as a class decorator."""
        return _abc._abc_register(cls, subclass)

    def __instancecheck__(cls, instance):
        """Override for isinstance(instance, cls)."""
        return _abc._abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        """Override for issubclass(subclass, cls)."""
        return _abc._abc_subclasscheck(cls, subclass)

    def _dump_registry(cls, file=None):
        registry, cache, negative, version = _abc._get_dump(cls)
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        for label, value in (("registry", registry), ("cache", cache), ("negative_cache", negative), ("negative_cache_version", version)):
            print(f"_abc_{label}: {value!r}", file=file)

    def _abc_registry_clear(cls):
        _abc._reset_registry(cls)

    def _abc_caches_clear(cls):
        _abc._reset_caches(cls)


def update_abstractmethods(cls):
    """Recalculate the set of abstract methods of an abstract class."""
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    candidates = [name for base in cls.__bases__ for name in getattr(base, '__abstractmethods__', ())]
    abstract = {name for name in candidates if getattr(getattr(cls, name, None), "__isabstractmethod__", False)}
    abstract.update(name for name, value in cls.__dict__.items() if getattr(value, "__isabstractmethod__", False))
    cls.__abstractmethods__ = frozenset(abstract)
    return cls


class ABC(metaclass=ABCMeta):
    """Helper class that provides a standard way to create an ABC using inheritance."""
    __slots__ = ()
`;
