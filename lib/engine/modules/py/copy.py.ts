// copy: shallow and deep copies. Behaves as CPython 3.13's Lib/copy.py; written for the engine.
export default () => String.raw`
"""Generic (shallow and deep) copying operations."""
import types
import weakref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

# Copies of these are the objects themselves.
_atomic = {types.NoneType, int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property, types.BuiltinFunctionType,
           types.EllipsisType, types.NotImplementedType, types.FunctionType, types.CodeType, weakref.ref}
_deep_atomic = (_atomic - {tuple, frozenset, slice})
_builders = {list, dict, set, bytearray}
_frozendict = __builtins__.get('frozendict')
if _frozendict:
    _atomic.add(_frozendict)


def _reductor(x, cls, kind):
    """What tells how to make an object again, and what it is called with: the object, the protocol or nothing. It is not called here: that
    would be one more reference to the object while the program's own code runs."""
    known = dispatch_table.get(cls)
    if known is not None:
        return known, 'object'
    for name, argument in (("__reduce_ex__", 'protocol'), ("__reduce__", None)):
        known = getattr(x, name, None)
        if known is not None:
            return known, argument
    raise Error(f"un({kind})copyable object of type {cls}")


def copy(x):
    """Shallow copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _builders:
        return cls.copy(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reductor, argument = _reductor(x, cls, 'shallow')
    rv = reductor(4) if argument == 'protocol' else reductor(x) if argument else reductor()
    return x if isinstance(rv, str) else _reconstruct(x, None, *rv)


def deepcopy(x, memo=None, _nil=[]):
    """Deep copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _deep_atomic or issubclass(cls, type):
        return x
    if memo is None:
        memo = {}
    d = id(x)
    y = memo.get(d, _nil)
    if y is not _nil:
        return y
    copier = _deepcopy_dispatch.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif (copier := getattr(x, "__deepcopy__", None)) is not None:
        y = copier(memo)
    else:
        reductor, argument = _reductor(x, cls, 'deep')
        rv = reductor(4) if argument == 'protocol' else reductor(x) if argument else reductor()
        y = x if isinstance(rv, str) else _reconstruct(x, memo, *rv)
    if y is not x:
        memo[d] = y
        _keep_alive(x, memo)
    return y


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    append = y.append
    for a in x:
        append(deepcopy(a, memo))
    return y


def _deepcopy_tuple(x, memo):
    parts = [deepcopy(a, memo) for a in x]
    # A tuple that contains itself was made on the way.
    known = memo.get(id(x))
    if known is not None:
        return known
    return tuple(parts) if any(a is not b for a, b in zip(x, parts)) else x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopy_dispatch = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, types.MethodType: _deepcopy_method}


def _keep_alive(x, memo):
    """Keeps the original alive as long as the memo: ids must not be used again."""
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    deep = memo is not None
    # The parts of a deep copy are copied one by one, just before each is used.
    y = func(*((deepcopy(arg, memo) for arg in args) if deep and args else args))
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        # Called from here: not one reference more while __setstate__ runs.
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            _set_state(y, state)
    for item in listiter or ():
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in dictiter or ():
        if deep:
            key = deepcopy(key, memo)
            value = deepcopy(value, memo)
        y[key] = value
    return y


def _set_state(y, state):
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if attributes is not None:
        y.__dict__.update(attributes)
    for name in slots or ():
        setattr(y, name, slots[name])


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    func = getattr(obj.__class__, '__replace__', None)
    if func is None:
        raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")
    return func(obj, **changes)
`;
