// unittest.mock: objects that note how they are used. Behaves as CPython 3.13's Lib/unittest/mock.py; written for the engine.
// NOT CPYTHON: no AsyncMock and create_autospec.
export default () => String.raw`
import sys
from functools import wraps as _wraps

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'NonCallableMock', 'NonCallableMagicMock', 'PropertyMock', 'FILTER_DIR',
           'mock_open', 'seal', 'InvalidSpecError')

FILTER_DIR = True


class InvalidSpecError(Exception):
    """Indicates that an invalid value was used as a mock spec."""


class _SentinelObject:
    """A unique, named, sentinel object."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Access attributes to return a named object, usable as a sentinel."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """A helper object that compares equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def _shown(name, args, kwargs):
    """A call as it is written."""
    parts = [repr(arg) for arg in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
    return f'{name}({", ".join(parts)})'


def _normal(value):
    """A call or a tuple that stands for one as (name, args, kwargs); None if it is neither."""
    name, args, kwargs = '', (), {}
    if len(value) > 3:
        return None
    for part in value:
        if isinstance(part, str):
            name = part
        elif isinstance(part, tuple):
            args = part
        else:
            kwargs = part
    return name, args, kwargs


class _Call(tuple):
    """How something was called: (args, kwargs) or (name, args, kwargs), equal to tuples that say the same."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        found, args, kwargs = _normal(value)
        return tuple.__new__(cls, (args, kwargs) if two else (found or name if len(value) < 3 else found, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        mine, theirs = _normal(self), _normal(other)
        if theirs is None:
            return False
        parents = self._mock_parent, getattr(other, '_mock_parent', None)
        if all(parents) and parents[0] != parents[1]:
            return False
        # Without a name it stands for any.
        if mine[0] and mine[0] != theirs[0]:
            return False
        return theirs[1:] == mine[1:]

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__ and attr in ('count', 'index'):
            return self.__getattr__(attr)
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return 'call' + name if name.startswith('()') else name
        name = self[0] if len(self) == 3 else ''
        if not name:
            name = 'call'
        elif not name.startswith('()'):
            name = 'call.' + name
        else:
            name = 'call' + name
        return _shown(name, *self[-2:])

    def call_list(self):
        """For a call object that represents multiple calls, all of them."""
        found, at = [], self
        while at is not None:
            if at._mock_from_kall:
                found.append(at)
            at = at._mock_parent
        return _CallList(reversed(found))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[at:at + len(value)] == value for at in range(len(self) - len(value) + 1))

    def __repr__(self):
        return repr(list(self)) if len(self) < 8 else '[' + ',\n '.join(map(repr, self)) + ']'


_STATE = ('name', 'parent', 'new_name', 'new_parent', 'children', 'spec', 'spec_class', 'strict', 'return', 'side', 'wraps', 'called', 'count', 'args',
          'args_list', 'calls', 'methods', 'unsafe', 'deleted', 'sealed')
_NUMERIC = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()
_MAGIC = {f'__{name}__' for name in (
    'lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert complex int float index round '
    'trunc floor ceil bool next fspath aiter hash iter repr dir format subclasses missing reversed call').split()}
_MAGIC |= {f'__{side}{name}__' for name in _NUMERIC for side in ('', 'r', 'i')}
_DEFAULTS = {'__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0, '__bool__': True, '__index__': 1}
_CALCULATED = {
    '__hash__': lambda self: object.__hash__(self), '__str__': lambda self: object.__str__(self), '__sizeof__': lambda self: object.__sizeof__(self),
    '__fspath__': lambda self: f"{type(self).__name__}/{self._extract_mock_name()}/{id(self)}"}
_UNSUPPORTED = {f'__{name}__' for name in 'reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr dir format subclasses missing reversed call'.split()}


class NonCallableMock:
    """A non-callable version of Mock."""

    def __new__(cls, /, *args, **kw):
        # A class for each mock: special methods are looked up on the class.
        return object.__new__(type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__, '_mock_kind': cls}))

    _mock_kind = None

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        state = dict.fromkeys(_STATE)
        self.__dict__['_mock'] = state
        strict = spec_set is not None
        spec = spec_set if strict else spec
        state.update(name=name, new_name=_new_name, parent=parent, new_parent=parent if _new_parent is None else _new_parent, children={},
                     wraps=wraps, unsafe=unsafe, deleted=set(), side=None)
        state['return'] = DEFAULT
        self.mock_add_spec(spec, strict)
        self._forget()
        if kwargs:
            self.configure_mock(**kwargs)

    def _forget(self):
        self._mock.update(called=False, count=0, args=None, args_list=_CallList(), calls=_CallList(), methods=_CallList())

    def mock_add_spec(self, spec, spec_set=False):
        """Add a spec to a mock: a class, an object or a list of names."""
        state = self._mock
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        state['strict'] = spec_set and spec is not None
        state['spec_class'] = None
        if spec is not None and not isinstance(spec, (list, tuple)):
            state['spec_class'] = spec if isinstance(spec, type) else type(spec)
            spec = dir(spec)
        state['spec'] = spec

    @property
    def __class__(self):
        return self._mock['spec_class'] or type(self)

    # Attributes are mocks, made when they are asked for.
    def __getattr__(self, name):
        if name == '_mock':
            raise AttributeError(name)
        state = self._mock
        if state['spec'] is not None:
            if name not in state['spec'] or name in _MAGIC:
                raise AttributeError("Mock object has no attribute %r" % name)
        elif name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if not state['unsafe'] and (state['spec'] is None or name not in state['spec']):
            if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        if name in state['deleted']:
            raise AttributeError(name)
        child = state['children'].get(name)
        if child is None:
            wrapped = None if state['wraps'] is None else getattr(state['wraps'], name)
            child = state['children'][name] = self._get_child_mock(parent=self, name=name, wraps=wrapped, _new_name=name, _new_parent=self)
        return child

    def _get_child_mock(self, /, **kw):
        """The mock for an attribute or a returned value: of the same kind, and callable."""
        if self._mock['sealed']:
            raise AttributeError(self._extract_mock_name() + (f".{kw['name']}" if 'name' in kw else '()'))
        kind = type(self)._mock_kind
        if issubclass(kind, NonCallableMagicMock):
            kind = MagicMock if kind is NonCallableMagicMock or not issubclass(kind, CallableMixin) else kind
        elif not issubclass(kind, CallableMixin):
            kind = Mock
        return kind(**kw)

    def __setattr__(self, name, value):
        if name in _SETTERS:
            return object.__setattr__(self, name, value)
        state = self._mock
        if state['sealed'] and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        if state['strict'] and name not in state['spec'] and name not in self.__dict__:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in ('__reduce__', '__getstate__', '__setstate__', '__getformat__'):
            raise AttributeError('Attempting to set unsupported magic method %r.' % name)
        if name in _MAGIC:
            if not isinstance(value, NonCallableMock):
                setattr(type(self), name, lambda self, /, *args, **kw: value(self, *args, **kw))
            else:
                self._adopt(name, value)
                setattr(type(self), name, lambda self, /, *args, **kw: value(*args, **kw))
            state['children'][name] = value
            return
        if isinstance(value, NonCallableMock) and self._adopt(name, value):
            state['children'][name] = value
        state['deleted'].discard(name)
        object.__setattr__(self, name, value)

    def _adopt(self, name, value):
        """A mock without a name and a parent becomes an attribute."""
        state = value._mock
        if not self._can_adopt(value):
            return False
        state.update(parent=self, new_parent=self, name=name, new_name=name)
        return True

    def _can_adopt(self, value):
        """Whether a mock has no name and no parent yet, and is none of this one's own parents."""
        state = value._mock
        if state['name'] or state['new_name'] or state['parent'] is not None or state['new_parent'] is not None:
            return False
        parent = self
        while parent is not None:
            if parent is value:
                return False
            parent = parent._mock['new_parent']
        return True

    def __delattr__(self, name):
        state = self._mock
        if name in _MAGIC and name in type(self).__dict__:
            delattr(type(self), name)
            return
        if name in state['deleted']:
            raise AttributeError(name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        state['children'].pop(name, None)
        state['deleted'].add(name)

    def attach_mock(self, mock, attribute):
        """Attach a mock as an attribute of this one, replacing its name and parent."""
        mock._mock.update(parent=None, new_parent=None, name='', new_name=None)
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        """Set attributes on the mock through keyword arguments: 'method.return_value' names an attribute of an attribute."""
        for path, value in sorted(kwargs.items(), key=lambda entry: entry[0].count('.')):
            *owners, last = path.split('.')
            target = self
            for owner in owners:
                target = getattr(target, owner)
            setattr(target, last, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Restore the mock object to its initial state."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._forget()
        if return_value:
            self._mock['return'] = DEFAULT
        if side_effect:
            self._mock['side'] = None
        for child in [*self._mock['children'].values(), self._mock['return']]:
            if isinstance(child, NonCallableMock) and child is not self:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)

    def _extract_mock_name(self):
        names, at, last = [], self, ''
        while at is not None:
            state = at._mock
            if state['new_parent'] is None and at is not self and not state['name']:
                names.append('mock')
            elif state['new_parent'] is None:
                names.append(state['name'] or 'mock')
            else:
                names.append(state['new_name'])
            at = state['new_parent']
        text = ''
        for name in reversed(names):
            text += name if not text or name == '()' else '.' + name
        return text

    def __repr__(self):
        name = self._extract_mock_name()
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec_class = self._mock['spec_class']
        spec = '' if spec_class is None else f' {"spec_set" if self._mock["strict"] else "spec"}={spec_class.__name__!r}'
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    def __dir__(self):
        state = self._mock
        own = [name for name in dir(type(self)) if not name.startswith('_')] if state['spec'] is None else list(state['spec'])
        return sorted({*own, *(name for name in self.__dict__ if name != '_mock'), *state['children']} - state['deleted'])

    # What was noted, and what is asked of it.
    called = property(lambda self: self._mock['called'], lambda self, value: self._mock.update(called=value))
    call_count = property(lambda self: self._mock['count'], lambda self, value: self._mock.update(count=value))
    call_args = property(lambda self: self._mock['args'], lambda self, value: self._mock.update(args=value))
    call_args_list = property(lambda self: self._mock['args_list'], lambda self, value: self._mock.update(args_list=value))
    mock_calls = property(lambda self: self._mock['calls'], lambda self, value: self._mock.update(calls=value))
    method_calls = property(lambda self: self._mock['methods'], lambda self, value: self._mock.update(methods=value))

    def _set_side_effect(self, value):
        if value is not None and not callable(value) and not isinstance(value, BaseException):
            value = iter(value)
        self._mock['side'] = value

    side_effect = property(lambda self: self._mock['side'], _set_side_effect)

    def _get_return_value(self):
        value = self._mock['return']
        if value is DEFAULT and self._mock['wraps'] is None:
            value = self._mock['return'] = self._get_child_mock(_new_parent=self, _new_name='()')
        return value

    def _set_return_value(self, value):
        self._mock['return'] = value
        if isinstance(value, NonCallableMock) and self._can_adopt(value):
            value._mock.update(new_parent=self, new_name='()')

    return_value = property(_get_return_value, _set_return_value)

    def _name_for_asserts(self):
        return self._mock['name'] or 'mock'

    def _calls_text(self, prefix='Calls'):
        return f"\n{prefix}: {_CallList.__repr__(self.mock_calls)}." if self.mock_calls else ""

    def _mismatch(self, args, kwargs, prefix='expected call not found.'):
        name = self._name_for_asserts()
        actual = 'not called.' if self.call_args is None else _shown(name, *self.call_args)
        return f"{prefix}\nExpected: {_shown(name, args, kwargs)}\n  Actual: {actual}"

    def assert_not_called(self):
        """assert that the mock was never called."""
        if self.call_count:
            raise AssertionError(f"Expected '{self._name_for_asserts()}' to not have been called. Called {self.call_count} times.{self._calls_text()}")

    def assert_called(self):
        """assert that the mock was called at least once"""
        if not self.call_count:
            raise AssertionError(f"Expected '{self._name_for_asserts()}' to have been called.")

    def assert_called_once(self):
        """assert that the mock was called only once."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_for_asserts()}' to have been called once. Called {self.call_count} times.{self._calls_text()}")

    def assert_called_with(self, /, *args, **kwargs):
        """assert that the last call was made with the specified arguments."""
        if self.call_args is None or self.call_args != _Call((args, kwargs), two=True):
            raise AssertionError(self._mismatch(args, kwargs))

    def assert_called_once_with(self, /, *args, **kwargs):
        """assert that the mock was called exactly once and that that call was with the specified arguments."""
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_for_asserts()}' to be called once. Called {self.call_count} times.{self._calls_text()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """assert the mock has been called with the specified arguments."""
        if _Call((args, kwargs), two=True) not in list(self.call_args_list):
            raise AssertionError(f'{_shown(self._name_for_asserts(), args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        """assert the mock has been called with the specified calls."""
        made, expected = list(self.mock_calls), list(calls)
        if not any_order:
            if expected not in _CallList(made):
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(expected)!r}{self._calls_text(prefix="  Actual").rstrip(".")}')
            return
        missing = []
        for wanted in expected:
            if wanted in made:
                made.remove(wanted)
            else:
                missing.append(wanted)
        if missing:
            raise AssertionError(f'{self._name_for_asserts() or "mock"!r} does not contain all of {tuple(missing)!r} in its call list, found {made!r} instead')


class CallableMixin:
    def __call__(self, /, *args, **kwargs):
        self._note(args, kwargs)
        return self._answer(args, kwargs)

    def _note(self, args, kwargs):
        """Writes the call down, here and in every parent under the name that it has there."""
        state = self._mock
        state['called'] = True
        state['count'] += 1
        made = state['args'] = _Call((args, kwargs), two=True)
        state['args_list'].append(made)
        state['calls'].append(_Call(('', args, kwargs)))
        name, method, at, parent = state['new_name'], state['name'], self, state['new_parent']
        is_method = state['parent'] is not None
        while parent is not None:
            above = parent._mock
            if is_method:
                above['methods'].append(_Call((method, args, kwargs)))
                is_method = above['parent'] is not None
                if is_method:
                    method = f"{above['name']}.{method}"
            above['calls'].append(_Call((name, args, kwargs)))
            if above['new_name']:
                dot = '' if name.startswith('()') else '.'
                name = above['new_name'] + dot + name
            parent = above['new_parent']

    def _answer(self, args, kwargs):
        state = self._mock
        effect = state['side']
        if effect is not None:
            if isinstance(effect, BaseException) or (isinstance(effect, type) and issubclass(effect, BaseException)):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if isinstance(result, BaseException) or (isinstance(result, type) and issubclass(result, BaseException)):
                    raise result
            if result is not DEFAULT:
                return result
        if state['return'] is not DEFAULT or state['wraps'] is None:
            return self.return_value
        return state['wraps'](*args, **kwargs)


_SETTERS = {name for name, value in vars(NonCallableMock).items() if isinstance(value, property)} - {'__class__'}


class Mock(CallableMixin, NonCallableMock):
    """Create a new mock object: attributes and calls of it are mocks too, and it notes how it is used."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None, _new_name='',
                 _new_parent=None, unsafe=False, **kwargs):
        NonCallableMock.__init__(self, spec, wraps, name, spec_set, parent, None, _new_name, _new_parent, unsafe=unsafe)
        self._mock['return'] = return_value
        self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)


class _MagicMixin:
    """Has all special methods; each becomes a mock when it is first used."""

    def mock_add_spec(self, spec, spec_set=False):
        NonCallableMock.mock_add_spec(self, spec, spec_set)
        allowed = self._mock['spec']
        for name in _MAGIC - _UNSUPPORTED:
            if allowed is None or name in allowed:
                setattr(type(self), name, _MagicProxy(name))


class _MagicProxy:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, kind=None):
        name = self.name
        if obj is None:
            return self
        made = MagicMock(name=name, _new_name=name, _new_parent=obj, parent=obj)
        if name in _DEFAULTS:
            made.return_value = _DEFAULTS[name]
        elif name in _CALCULATED:
            made.return_value = _CALCULATED[name](obj)
        elif name in ('__eq__', '__ne__'):
            same = name == '__eq__'
            made.side_effect = lambda other: same if obj is other else NotImplemented
        elif name in ('__lt__', '__gt__', '__le__', '__ge__'):
            made.return_value = NotImplemented
        elif name == '__iter__':
            made.side_effect = lambda: iter([] if made._mock['return'] is DEFAULT else made._mock['return'])
        obj._mock['children'][name] = made
        setattr(type(obj), name, _Found(made))
        return made


class _Found:
    """A special method that is a mock already."""

    def __init__(self, made):
        self.made = made

    def __get__(self, obj, kind=None):
        return self.made


class NonCallableMagicMock(_MagicMixin, NonCallableMock):
    """A version of MagicMock that isn't callable."""


class MagicMock(_MagicMixin, Mock):
    """A subclass of Mock with default implementations of most of the magic methods."""


class PropertyMock(Mock):
    """A mock intended to be used as a property, or other descriptor, on a class."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


# Putting something in another one's place for a while.
class _patch:
    def __init__(self, getter, attribute, new, spec, create, spec_set, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.spec, self.create = getter, attribute, new, spec, create
        self.spec_set, self.new_callable, self.kwargs = spec_set, new_callable, kwargs
        self.additional = []

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and callable(value):
                    setattr(func, name, self._copy()(value))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @_wraps(func)
        def patched(*args, **keywargs):
            from contextlib import ExitStack
            with ExitStack() as stack:
                extra = ()
                for patching in patched.patchings:
                    made = stack.enter_context(patching)
                    if patching.new is DEFAULT:
                        extra += (made,)
                return func(*args, *extra, **keywargs)

        patched.patchings = [self]
        return patched

    def _copy(self):
        return _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.new_callable, self.kwargs)

    def _original(self):
        target, name = self.target, self.attribute
        local = name in getattr(target, '__dict__', {})
        original = target.__dict__[name] if local else getattr(target, name, DEFAULT)
        if name in _BUILTINS and type(target) is type(sys):
            self.create = True
        if original is DEFAULT and not self.create:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        self.target = self.getter()
        original, local = self._original()
        new = self.new
        if new is DEFAULT:
            spec = original if self.spec is True else self.spec
            spec_set = original if self.spec_set is True else self.spec_set
            kind = self.new_callable or MagicMock
            options = dict(self.kwargs)
            if spec is not None:
                options['spec'] = spec
            if spec_set is not None:
                options['spec_set'] = spec_set
            if isinstance(kind, type) and issubclass(kind, NonCallableMock):
                options.setdefault('name', self.attribute)
            new = kind(**options)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.saved, self.is_local = original, local
        setattr(self.target, self.attribute, new)
        return new

    def __exit__(self, *exc_info):
        if self.is_local and self.saved is not DEFAULT:
            setattr(self.target, self.attribute, self.saved)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in ('__doc__', '__module__', '__defaults__')):
                setattr(self.target, self.attribute, self.saved)
        del self.saved, self.is_local, self.target
        return False

    def start(self):
        """Activate a patch, returning any created mock."""
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        """Stop an active patch."""
        if self not in _active:
            return None
        _active.remove(self)
        return self.__exit__(None, None, None)


_active = []
_BUILTINS = set(dir(__builtins__)) if not isinstance(__builtins__, dict) else set(__builtins__)


def _getter(path):
    def find():
        first, *rest = path.split('.')
        found, name = __import__(first), first
        for part in rest:
            name += '.' + part
            if not hasattr(found, part):
                __import__(name)
            found = getattr(found, part)
        return found
    return find


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """patch acts as a function decorator, class decorator or a context manager: inside, the target is replaced with a new object."""
    try:
        path, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return _patch(_getter(path), attribute, new, spec, create, spec_set, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """patch the named member of an object with a mock object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, new_callable, kwargs)


class _patch_dict:
    """Patch a dictionary and restore it to its original state."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def __call__(self, f):
        @_wraps(f)
        def inner(*args, **kw):
            with self:
                return f(*args, **kw)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _getter(self.in_dict)()
        self._original = self.in_dict.copy()
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *args):
        self.in_dict.clear()
        self.in_dict.update(self._original)
        return False

    start = __enter__

    def stop(self):
        return self.__exit__()


def _stop_all():
    """Stop all active patches, newest first."""
    while _active:
        _active[-1].stop()


def seal(mock):
    """Disable the automatic generation of child mocks, of the mock and of those that it has."""
    mock._mock['sealed'] = True
    for child in [*mock._mock['children'].values(), mock._mock['return'], *mock.__dict__.values()]:
        if isinstance(child, NonCallableMock) and child._mock['new_parent'] is mock:
            seal(child)


def mock_open(mock=None, read_data=''):
    """A mock of open(): what it answers reads read_data."""
    import io

    def stream():
        return io.StringIO(read_data, newline='\n') if isinstance(read_data, str) else io.BytesIO(read_data)

    class _Data:
        text = stream()

    def rest():
        while handle.readline.return_value is not None:
            yield handle.readline.return_value
        yield from _Data.text

    def reader(name):
        def read(*args, **kwargs):
            answer = getattr(handle, name).return_value
            return getattr(_Data.text, name)(*args, **kwargs) if answer is None else answer
        return read

    def opened(*args, **kwargs):
        _Data.text = stream()
        return DEFAULT

    if mock is None:
        mock = MagicMock(name='open', spec=open)
    spec = list(set(dir(io.TextIOWrapper)) | set(dir(io.BytesIO)))
    handle = MagicMock(spec=spec)
    handle.__enter__.return_value = handle
    handle.__exit__.return_value = None
    handle.write.return_value = None
    for name in ('read', 'readline', 'readlines'):
        getattr(handle, name).return_value = None
        getattr(handle, name).side_effect = reader(name)
    handle.__iter__.side_effect = rest
    handle.__next__.side_effect = lambda: next(rest())
    mock.side_effect = opened
    mock.return_value = handle
    return mock


patch.object, patch.dict, patch.stopall, patch.TEST_PREFIX = _patch_object, _patch_dict, _stop_all, 'test'

`;
