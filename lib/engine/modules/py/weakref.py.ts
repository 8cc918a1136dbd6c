// weakref: weak containers, WeakMethod and finalize. Behaves as CPython's Lib/weakref.py; written for the engine.
export default () => String.raw`
"""Weak reference support for Python."""
from _weakref import (getweakrefcount, getweakrefs, ref, proxy, CallableProxyType, ProxyType, ReferenceType, _remove_dead_weakref)
from _weakrefset import WeakSet, _COPIES, _Iteration
import _collections_abc
import sys
import itertools

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType",
           "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

_collections_abc.MutableSet.register(WeakSet)


class WeakMethod(ref):
    """A weak reference to a bound method: it lives as long as the object and its function do."""

    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            owner = meth.__self__
            function = meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not {}".format(type(meth))) from None

        def _cb(arg):
            method = weak_self()
            if method._alive:
                method._alive = False
                if callback is not None:
                    callback(method)

        self = ref.__new__(cls, owner, _cb)
        self._func_ref = ref(function, _cb)
        self._meth_type = type(meth)
        self._alive = True
        weak_self = ref(self)
        return self

    def __call__(self):
        owner = super().__call__()
        function = self._func_ref()
        if owner is None or function is None:
            return None
        return self._meth_type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return not (self == other)

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """The reference that WeakValueDictionary keeps: it knows its key."""

    __slots__ = "key",

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


def _absent(args, key):
    """What pop() answers without an entry: its default, or KeyError."""
    if args:
        return args[0]
    raise KeyError(key)


def _pairs(other, kwargs):
    """The entries that update() is given, one source after the other."""
    if other is not None:
        yield from (other if hasattr(other, "items") else dict(other)).items()
    yield from kwargs.items()


class WeakValueDictionary(_collections_abc.MutableMapping):
    """Mapping class that references values weakly: entries go when the value dies."""

    if _COPIES:
        _pending_removals = _iterating = ()

    def __init__(self, other=(), /, **kw):
        def remove(wr, selfref=ref(self), _atomic_removal=_remove_dead_weakref):
            owner = selfref()
            if owner is None:
                return
            if owner._iterating:
                owner._pending_removals.append(wr.key)
            else:
                _atomic_removal(owner.data, wr.key)
        self._remove = remove
        if not _COPIES:
            self._pending_removals = []
            self._iterating = set()
        self.data = {}
        self.update(other, **kw)

    def _commit_removals(self, _atomic_removal=_remove_dead_weakref):
        while self._pending_removals:
            _atomic_removal(self.data, self._pending_removals.pop())

    def _find(self, key):
        """The living value, or None."""
        if self._pending_removals:
            self._commit_removals()
        wr = self.data.get(key)
        return None if wr is None else wr()

    def __getitem__(self, key):
        value = self._find(key)
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        if self._pending_removals:
            self._commit_removals()
        del self.data[key]

    def __len__(self):
        if self._pending_removals:
            self._commit_removals()
        return len(self.data)

    def __contains__(self, key):
        return self._find(key) is not None

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __setitem__(self, key, value):
        if self._pending_removals:
            self._commit_removals()
        self.data[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        new = WeakValueDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new

    def get(self, key, default=None):
        value = self._find(key)
        return default if value is None else value

    # Only what is asked for is held meanwhile.
    def items(self):
        if self._pending_removals:
            self._commit_removals()
        with _Iteration(self) as data:
            for key, wr in data.items():
                value = wr()
                if value is not None:
                    yield key, value

    def keys(self):
        if self._pending_removals:
            self._commit_removals()
        with _Iteration(self) as data:
            for key, wr in data.items():
                if wr() is not None:
                    yield key

    __iter__ = keys

    def values(self):
        if self._pending_removals:
            self._commit_removals()
        with _Iteration(self) as data:
            for wr in data.values():
                value = wr()
                if value is not None:
                    yield value

    def itervaluerefs(self):
        for wr in self.valuerefs():
            yield wr

    def valuerefs(self):
        if self._pending_removals:
            self._commit_removals()
        return list(self.data.values())

    def popitem(self):
        if self._pending_removals:
            self._commit_removals()
        value = None
        while value is None:
            key, wr = self.data.popitem()
            value = wr()
        return key, value

    def pop(self, key, *args):
        value = self._find(key)
        if value is None:
            return _absent(args, key)
        del self.data[key]
        return value

    def setdefault(self, key, default=None):
        value = self._find(key)
        if value is None:
            self[key] = value = default
        return value

    def update(self, other=None, /, **kwargs):
        for key, value in _pairs(other, kwargs):
            self[key] = value

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        merged = self.copy()
        merged.update(other)
        return merged

    def __ror__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        merged = self.__class__()
        merged.update(other)
        merged.update(self)
        return merged


class WeakKeyDictionary(_collections_abc.MutableMapping):
    """Mapping class that references keys weakly: entries go when the key dies."""

    if _COPIES:
        _pending_removals = _iterating = ()

    def __init__(self, dict=None):
        self.data = {}

        def remove(k, selfref=ref(self)):
            owner = selfref()
            if owner is None:
                return
            if owner._iterating:
                owner._pending_removals.append(k)
            else:
                owner.data.pop(k, None)
        self._remove = remove
        if not _COPIES:
            self._pending_removals = []
            self._iterating = set()
            self._dirty_len = False
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        while self._pending_removals:
            self.data.pop(self._pending_removals.pop(), None)

    def _counts_anew(self):
        """What is removed now may wait for its removal, too."""
        if not _COPIES:
            self._dirty_len = True

    def __delitem__(self, key):
        self._counts_anew()
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __len__(self):
        if self._pending_removals and self._dirty_len:
            self._pending_removals = [k for k in self._pending_removals if k in self.data]
            self._dirty_len = False
        return len(self.data) - len(self._pending_removals)

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def copy(self):
        new = WeakKeyDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def items(self):
        with _Iteration(self) as data:
            for wr, value in data.items():
                key = wr()
                if key is not None:
                    yield key, value

    def keys(self):
        with _Iteration(self) as data:
            for wr in data:
                key = wr()
                if key is not None:
                    yield key

    __iter__ = keys

    def values(self):
        with _Iteration(self) as data:
            for wr, value in data.items():
                if wr() is not None:
                    yield value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        self._counts_anew()
        key = None
        while key is None:
            wr, value = self.data.popitem()
            key = wr()
        return key, value

    def pop(self, key, *args):
        self._counts_anew()
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        for key, value in _pairs(dict, kwargs):
            self[key] = value

    __ior__ = WeakValueDictionary.__ior__
    __or__ = WeakValueDictionary.__or__
    __ror__ = WeakValueDictionary.__ror__


class finalize:
    """Calls a function when an object is collected, or at exit."""

    # No instance dict: what a finalizer knows stands in the registry, which keeps it alive.
    __slots__ = ()
    _registry = {}
    _shutdown = False
    _numbers = itertools.count()
    _hooked = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._hooked:
            import atexit
            atexit.register(finalize._at_exit)
            finalize._hooked = True
        info = finalize._Info()
        info.weakref = ref(obj, self)
        info.func, info.args, info.kwargs = func, args, kwargs or None
        info.atexit = True
        info.index = next(finalize._numbers)
        finalize._registry[self] = info

    def __call__(self, _=None):
        """If alive then mark as dead and return func(*args, **kwargs); otherwise return None."""
        info = finalize._registry.pop(self, None)
        if info is not None and not finalize._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def _state(self):
        """The living object and its entry; None when either is gone."""
        info = finalize._registry.get(self)
        obj = None if info is None else info.weakref()
        return None if obj is None else (obj, info)

    def detach(self):
        """If alive then mark as dead and return (obj, func, args, kwargs); otherwise return None."""
        answer = self.peek()
        if answer is not None and finalize._registry.pop(self, None):
            return answer

    def peek(self):
        """If alive then return (obj, func, args, kwargs); otherwise return None."""
        state = self._state()
        if state is not None:
            obj, info = state
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        """Whether finalizer is alive"""
        return self in finalize._registry

    @property
    def atexit(self):
        """Whether finalizer should be called at exit"""
        info = finalize._registry.get(self)
        return info is not None and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info is not None:
            info.atexit = bool(value)

    def __repr__(self):
        state, name = self._state(), type(self).__name__
        if state is None:
            return f"<{name} object at {id(self):#x}; dead>"
        obj = state[0]
        return f"<{name} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>"

    @staticmethod
    def _at_exit():
        """Runs what is left, newest first; finalizers made meanwhile are run too."""
        import gc
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            while True:
                due = [(info.index, f) for f, info in finalize._registry.items() if info.atexit]
                if not due:
                    break
                newest = max(due, key=lambda pair: pair[0])[1]
                try:
                    newest()
                except Exception:
                    sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
            if was_enabled:
                gc.enable()
`;
