// functools: behaves as CPython 3.13's Lib/functools.py; written for the engine. partial, reduce, cmp_to_key and the cache itself are in C there and native here.
export default () => String.raw`
"""Functions about functions."""

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
           'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property']

import sys as _sys
from abc import get_cache_token
from collections import namedtuple
from reprlib import recursive_repr
from types import GenericAlias
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from _thread import RLock

_V = _sys.version_info[:2]

if _V >= (3, 14):
    from _functools import Placeholder
    __all__.append('Placeholder')


# Looking like another function.

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotate__' if _V >= (3, 14) else '__annotations__')
if _V >= (3, 12):
    WRAPPER_ASSIGNMENTS += ('__type_params__',)
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Gives a wrapper the name, text and attributes of what it wraps, and a __wrapped__ that leads to it."""
    for name in assigned:
        try:
            taken = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, taken)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, so that the update brings no __wrapped__ of the wrapped function.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """update_wrapper() as a decorator of the wrapper."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Comparisons made from one of them: each asks the root, and leaves NotImplemented as it is.

def _gt_from_lt(self, other):
    less = type(self).__lt__(self, other)
    return less if less is NotImplemented else not less and self != other


def _le_from_lt(self, other):
    less = type(self).__lt__(self, other)
    return less if less is NotImplemented else less or self == other


def _ge_from_lt(self, other):
    less = type(self).__lt__(self, other)
    return less if less is NotImplemented else not less


def _ge_from_le(self, other):
    most = type(self).__le__(self, other)
    return most if most is NotImplemented else not most or self == other


def _lt_from_le(self, other):
    most = type(self).__le__(self, other)
    return most if most is NotImplemented else most and self != other


def _gt_from_le(self, other):
    most = type(self).__le__(self, other)
    return most if most is NotImplemented else not most


def _lt_from_gt(self, other):
    more = type(self).__gt__(self, other)
    return more if more is NotImplemented else not more and self != other


def _ge_from_gt(self, other):
    more = type(self).__gt__(self, other)
    return more if more is NotImplemented else more or self == other


def _le_from_gt(self, other):
    more = type(self).__gt__(self, other)
    return more if more is NotImplemented else not more


def _le_from_ge(self, other):
    least = type(self).__ge__(self, other)
    return least if least is NotImplemented else not least or self == other


def _gt_from_ge(self, other):
    least = type(self).__ge__(self, other)
    return least if least is NotImplemented else least and self != other


def _lt_from_ge(self, other):
    least = type(self).__ge__(self, other)
    return least if least is NotImplemented else not least


# What to make from which root, the first root that a class defines first.
_derived = {
    '__lt__': {'__gt__': _gt_from_lt, '__le__': _le_from_lt, '__ge__': _ge_from_lt},
    '__le__': {'__ge__': _ge_from_le, '__lt__': _lt_from_le, '__gt__': _gt_from_le},
    '__gt__': {'__lt__': _lt_from_gt, '__ge__': _ge_from_gt, '__le__': _le_from_gt},
    '__ge__': {'__le__': _le_from_ge, '__gt__': _gt_from_ge, '__lt__': _lt_from_ge},
}


def total_ordering(cls):
    """Adds the comparisons that a class lacks. It must define one."""
    defined = {name for name in _derived if getattr(cls, name, None) is not getattr(object, name, None)}
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for name, method in _derived[max(defined)].items():
        if name not in defined:
            method.__name__ = name
            setattr(cls, name, method)
    return cls


# Remembering results.

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    """Decorates a function so that its last maxsize results are kept, or all with None; typed tells 1 from 1.0."""
    if callable(maxsize) and not isinstance(maxsize, int) and isinstance(typed, bool):
        # Used without parentheses.
        function, maxsize = maxsize, 128
        kept = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        kept.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(kept, function)
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        kept = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        kept.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(kept, user_function)

    return decorating_function


def cache(user_function, /):
    'Keeps every result.'
    return lru_cache(None)(user_function)


_NOTHING = object()


class cached_property:
    """A method that becomes an attribute of the instance: its result is put into __dict__, which is looked into first."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        if _V < (3, 12):
            self.lock = RLock()
        elif _V >= (3, 13):
            self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        known = self.attrname
        if known is None:
            self.attrname = name
        elif name != known:
            raise TypeError(f"Cannot assign the same cached_property to two different names ({known!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} property.") from None
        value = attributes.get(name, _NOTHING)
        if value is _NOTHING:
            if _V < (3, 12):
                # One thread of all computes; 3.12 dropped that.
                with self.lock:
                    value = attributes.get(name, _NOTHING)
                    if value is _NOTHING:
                        value = self.func(instance)
            else:
                value = self.func(instance)
            try:
                attributes[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                                f"does not support item assignment for caching {name!r} property.") from None
        return value


# Methods with arguments in advance.

class partialmethod:
    """partial() for the body of a class: the instance comes before the arguments given here."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and getattr(func, '__get__', None) is None:
            raise TypeError(f'the first argument {func!r} must be a callable or a descriptor' if _V >= (3, 14) else f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            # One of one is a single one.
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        args = [repr(arg) for arg in self.args]
        keywords = [f'{name}={value!r}' for name, value in self.keywords.items()]
        if _V < (3, 13):
            return f'{cls.__module__}.{cls.__qualname__}({self.func}, {", ".join(args)}, {", ".join(keywords)})'
        return f'{cls.__module__}.{cls.__qualname__}({", ".join([repr(self.func), *args, *keywords])})'

    def __get__(self, obj, cls=None):
        binds = getattr(self.func, '__get__', None)
        if binds is not None and not (_V >= (3, 13) and isinstance(self.func, partial)):
            bound = binds(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, '__self__'):
                    result.__self__ = bound.__self__
                return result
        return self._make_unbound_method().__get__(obj, cls)

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        setattr(_method, '__partialmethod__' if _V >= (3, 13) else '_partialmethod', self)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


# Functions that choose by the class of their first argument.

def singledispatch(func):
    """Makes of a function the one for object; register() adds others, and a call goes to the nearest."""
    import types
    import weakref

    registry = {}
    found = weakref.WeakKeyDictionary()
    # The abstract classes' state when found was filled; None until one of them is registered.
    state = None

    def dispatch(cls):
        """The function for a class."""
        nonlocal state
        if state is not None and state != (now := get_cache_token()):
            found.clear()
            state = now
        try:
            return found[cls]
        except KeyError:
            pass
        function = registry[cls] if cls in registry else _find_impl(cls, registry)
        found[cls] = function
        return function

    def is_union(cls):
        from typing import Union, get_origin
        return get_origin(cls) in {Union, types.UnionType}

    def is_usable(cls):
        if isinstance(cls, type):
            return True
        from typing import get_args
        return is_union(cls) and all(isinstance(arg, type) for arg in get_args(cls))

    def register(cls, func=None):
        """register(cls, function), or a decorator: @register(cls), or @register where the first parameter is annotated."""
        nonlocal state
        if is_usable(cls):
            if func is None:
                return lambda function: register(cls, function)
        elif func is not None:
            raise TypeError(f"Invalid first argument to \x60register()\x60. {cls!r} is not a class or union type.")
        elif not getattr(cls, '__annotations__', {}):
            raise TypeError(f"Invalid first argument to \x60register()\x60: {cls!r}. "
                            "Use either \x60@register(some_class)\x60 or plain \x60@register\x60 on an annotated function.")
        else:
            from typing import get_type_hints
            func = cls
            parameter, cls = next(iter(get_type_hints(func).items()))
            if not is_usable(cls):
                what = 'not all arguments are classes' if is_union(cls) else 'is not a class'
                raise TypeError(f"Invalid annotation for {parameter!r}. {cls!r} {what}.")
        if is_union(cls):
            from typing import get_args
            registry.update(dict.fromkeys(get_args(cls), func))
        else:
            registry[cls] = func
        if state is None and hasattr(cls, '__abstractmethods__'):
            state = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register, wrapper.dispatch = register, dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """The same for methods, chosen by the first argument after self; outermost of a method's decorators."""

    def __init__(self, func):
        if not (callable(func) or hasattr(func, '__get__')):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """As the register() of a function."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args and _V >= (3, 13):
                raise TypeError(f'{name} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


def _find_impl(cls, registry):
    """The function registered for the first class of the method resolution order, were all fitting abstract classes bases too."""
    order = iter(_extended_mro(cls, registry.keys()))
    match = next((base for base in order if base in registry), None)
    rival = next(order, None)
    if rival in registry and rival not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, rival):
        # Neither is a base of the class: their order is chance.
        raise RuntimeError(f'Ambiguous dispatch: {match} or {rival}')
    return registry.get(match)


def _extended_mro(cls, types):
    own = set(cls.__mro__)
    fitting = [base for base in types if base not in own and hasattr(base, '__mro__') and not isinstance(base, GenericAlias) and issubclass(cls, base)]
    # Those that another one brings along need not be asked for.
    fitting = [base for base in fitting if not any(base != other and base in other.__mro__ for other in fitting)]
    wanted = set(fitting)
    ordered = []
    for base in fitting:
        # Subclasses that the class fits too say in which order they want the bases, the longest list first.
        wishes = [[b for b in sub.__mro__ if b in wanted] for sub in base.__subclasses__() if sub not in own and issubclass(cls, sub)]
        for wish in sorted(wishes, key=len, reverse=True) or [[base]]:
            ordered += [b for b in wish if b not in ordered]
    return _c3_mro(cls, ordered)


def _c3_mro(cls, abstract):
    """The order with abstract classes put behind the last base that is abstract itself."""
    bases = list(cls.__bases__)
    split = max([number for number, base in enumerate(bases, 1) if hasattr(base, '__abstractmethods__')], default=0)
    added = [base for base in abstract if issubclass(cls, base) and not any(issubclass(b, base) for b in bases)]
    others = [base for base in abstract if base not in added]
    groups = [bases[:split], added, bases[split:]]
    return _c3_merge([[cls], *[_c3_mro(base, others) for group in groups for base in group], *groups])


def _c3_merge(orders):
    """One order that keeps each of these: next comes always the first head that stands in no tail."""
    merged = []
    while orders := [order for order in orders if order]:
        head = next((order[0] for order in orders if not any(order[0] in other[1:] for other in orders)), None)
        if head is None:
            raise RuntimeError('Inconsistent hierarchy')
        merged.append(head)
        for order in orders:
            if order[0] == head:
                del order[0]
    return merged
`;
