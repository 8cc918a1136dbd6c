// contextvars: behaves as CPython 3.13's Lib/contextvars.py; written for the engine.
export default () => String.raw`
"""Context variables: values that belong to a context of execution."""
from _thread import get_ident as _get_ident

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')

import _ctype

_MISSING = object()


class Token:
    """What ContextVar.set() returns, to undo it with reset()."""

    MISSING = type('Token.MISSING', (), {'__repr__': lambda self: '<Token.MISSING>', '__slots__': ()})()

    __slots__ = ('var', 'old_value', '_context', '_used')

    def __new__(cls, *args, **kwds):
        raise RuntimeError('Tokens can only be created by ContextVars')

    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self.var!r} at {id(self):#x}>'

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.var.reset(self)


class Context:
    """A mapping of context variables to their values."""

    __slots__ = ('_data', '_entered', '__weakref__')

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            raise TypeError('Context() does not accept any arguments')
        self._data = {}
        self._entered = None

    def _enter(self):
        if self._entered is not None:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        self._entered = _here()
        _current[_get_ident()] = self

    def _leave(self):
        _current[_get_ident()] = self._entered
        self._entered = None

    def copy(self, /):
        new = Context()
        new._data = dict(self._data)
        return new

    def get(self, var, default=None, /):
        return self._data.get(_checked(var), default)

    def __getitem__(self, var):
        return self._data[_checked(var)]

    def __contains__(self, var):
        return _checked(var) in self._data

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def __eq__(self, other):
        return self._data == other._data if isinstance(other, Context) else NotImplemented

    __hash__ = None


def _checked(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f'a ContextVar key was expected, got {var!r}')
    return var


# The context that each thread is in.
_current = {}


def _here():
    thread = _get_ident()
    context = _current.get(thread)
    if context is None:
        context = _current[thread] = Context()
    return context


# What runs in a context gets the arguments as they came: none of them is held here.
Context.run = _ctype.method_between(Context, 'run', '_enter', '_leave')


class ContextVar:
    """A variable whose value depends on the current context."""

    __slots__ = ('_name', '_default')

    def __init__(self, *args, default=_MISSING, **unknown):
        given = len(args) + len(unknown) + (default is not _MISSING)
        if given > 2:
            raise TypeError(f'ContextVar() takes at most 2 arguments ({given} given)')
        if len(args) != 1:
            raise TypeError(f"ContextVar() takes {'at most' if args else 'exactly'} 1 positional argument ({len(args)} given)")
        if unknown:
            raise TypeError(f"ContextVar() got an unexpected keyword argument '{next(iter(unknown))}'")
        name, = args
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name = name
        self._default = default
        _ctype.untrack_unless(self, default)

    @property
    def name(self):
        return self._name

    def get(self, default=_MISSING, /):
        value = _here()._data.get(self, _MISSING)
        if value is not _MISSING:
            return value
        if default is not _MISSING:
            return default
        if self._default is not _MISSING:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        token = object.__new__(Token)
        token.var = self
        token.old_value = _here()._data.get(self, Token.MISSING)
        token._context = _here()
        token._used = False
        _here()._data[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token.var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        if token._context is not _here():
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        if token.old_value is Token.MISSING:
            _here()._data.pop(self, None)
        else:
            _here()._data[self] = token.old_value

    def __repr__(self):
        default = '' if self._default is _MISSING else f' default={self._default!r}'
        return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'

    @classmethod
    def __class_getitem__(cls, key):
        import types
        return types.GenericAlias(cls, key)


def copy_context():
    """Returns a copy of the current context."""
    return _here().copy()


_ctype.function(copy_context, '_contextvars.copy_context')
for _class in (ContextVar, Token, Context):
    _ctype.shape(_class, '_contextvars.' + _class.__name__)
del _class
`;
