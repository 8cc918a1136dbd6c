// types: names of interpreter types, dynamic class creation. Behaves as CPython 3.13's Lib/types.py; written for the engine.
export default () => String.raw`
"""Define names for built-in types that aren't directly accessible as a builtin."""
import sys


def _function():
    pass


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


class _Class:
    def method(self):
        captured = self
        return lambda: captured


def _traceback():
    try:
        raise TypeError
    except TypeError as error:
        return error.__traceback__


def _all_types():
    """Every name with an object whose type it stands for."""
    waiting, trace = _coroutine(), _traceback()
    waiting.close()
    return dict(
        FunctionType=_function, LambdaType=lambda: None, MappingProxyType=type.__dict__, SimpleNamespace=sys.implementation,
        CellType=_Class().method().__closure__[0], CodeType=_function.__code__, GeneratorType=_generator(), CoroutineType=waiting,
        AsyncGeneratorType=_async_generator(), MethodType=_Class().method, BuiltinFunctionType=len, BuiltinMethodType=[].append,
        WrapperDescriptorType=object.__init__, MethodWrapperType=object().__str__, MethodDescriptorType=str.join,
        ClassMethodDescriptorType=dict.__dict__['fromkeys'], ModuleType=sys, TracebackType=trace, FrameType=trace.tb_frame,
        GetSetDescriptorType=type(_function).__code__, MemberDescriptorType=type(_function).__globals__,
        GenericAlias=list[int], UnionType=int | str, EllipsisType=..., NoneType=None, NotImplementedType=NotImplemented)


globals().update({_name: type(_sample) for _name, _sample in _all_types().items()})
del sys, _function, _generator, _coroutine, _async_generator, _Class, _traceback, _all_types


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Create a class object dynamically using the appropriate metaclass."""
    real_bases = resolve_bases(bases)
    metaclass, body, kwds = prepare_class(name, real_bases, kwds)
    if exec_body is not None:
        exec_body(body)
    if real_bases is not bases:
        body['__orig_bases__'] = bases
    return metaclass(name, real_bases, body, **kwds)


def _entries_for(base, bases):
    """What stands for a base that is no class (PEP 560)."""
    entries = base.__mro_entries__(bases)
    if isinstance(entries, tuple):
        return entries
    raise TypeError("__mro_entries__ must return a tuple")


def resolve_bases(bases):
    """Resolve MRO entries dynamically as specified by PEP 560."""
    real = []
    same = True
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            real += _entries_for(base, bases)
            same = False
        else:
            real.append(base)
    return bases if same else tuple(real)


def prepare_class(name, bases=(), kwds=None):
    """Call the __prepare__ method of the appropriate metaclass. Answers (metaclass, namespace, kwds)."""
    kwds = {} if kwds is None else dict(kwds)
    first = type(bases[0]) if bases else type
    metaclass = kwds.pop('metaclass', first)
    if isinstance(metaclass, type):
        metaclass = _most_derived(metaclass, bases)
    prepare = getattr(metaclass, '__prepare__', None)
    return metaclass, {} if prepare is None else prepare(name, bases, **kwds), kwds


def _most_derived(winner, bases):
    for other in [type(base) for base in bases]:
        if issubclass(other, winner):
            winner = other
        elif not issubclass(winner, other):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
    return winner


def get_original_bases(cls, /):
    """Return the class's "original" bases prior to modification by __mro_entries__."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """Route attribute access on a class to __getattr__: like a property, but only on instances."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _with(self, **changed):
        parts = {'fget': self.fget, 'fset': self.fset, 'fdel': self.fdel, 'doc': self.__doc__, **changed}
        made = type(self)(*parts.values())
        made.overwrite_doc = self.overwrite_doc
        return made

    def getter(self, fget):
        return self._with(fget=fget, doc=(fget.__doc__ if self.overwrite_doc else None) or self.__doc__)

    def setter(self, fset):
        return self._with(fset=fset)

    def deleter(self, fdel):
        return self._with(fdel=fdel)


class _GeneratorWrapper:
    """A generator-like object seen as a coroutine."""

    def __init__(self, gen):
        self.__wrapped = gen
        for name in ('__name__', '__qualname__'):
            setattr(self, name, getattr(gen, name, None))
        self.__isgen = gen.__class__ is GeneratorType

    def __getattr__(self, name):
        # Both the names of generators and those of coroutines.
        side, _, what = name.partition('_')
        if side in ('gi', 'cr') and what in ('code', 'running', 'frame', 'yieldfrom' if side == 'gi' else 'await'):
            return getattr(self.__wrapped, 'gi_yieldfrom' if what == 'await' else f'gi_{what}')
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def __iter__(self):
        return self.__wrapped if self.__isgen else self

    __await__ = __iter__

    def __next__(self):
        return next(self.__wrapped)

    def send(self, val):
        return self.__wrapped.send(val)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()


_AWAITABLE, _GENERATOR, _COROUTINE = 0x100, 0x20, 0x80


def coroutine(func):
    """Convert regular generator function to a coroutine."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    code = getattr(func, '__code__', None)
    if func.__class__ is FunctionType and code.__class__ is CodeType:
        flags = code.co_flags
        if flags & (_AWAITABLE | _COROUTINE):
            return func
        if flags & _GENERATOR:
            # One flag in the code says that its generators may be awaited.
            func.__code__ = code.replace(co_flags=flags | _AWAITABLE)
            return func
    return _wrapped(func)


def _wrapped(func):
    """A function that may return a generator of any kind: what it returns is made awaitable."""
    import functools
    from _collections_abc import Coroutine, Generator

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if made.__class__ is GeneratorType and made.gi_code.co_flags & _AWAITABLE:
            return made
        if isinstance(made, Coroutine) or not isinstance(made, Generator):
            return made
        return _GeneratorWrapper(made)
    return wrapped


__all__ = [name for name in globals() if name[0] != '_']
`;
