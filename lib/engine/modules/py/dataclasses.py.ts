// dataclasses: behaves as CPython 3.13's Lib/dataclasses.py; written for the engine.
export default () => String.raw`
"""Classes that are mostly data: generated __init__, __repr__, comparisons."""
import re
import sys
import copy
import types
import keyword
import itertools
import abc

_V = sys.version_info[:2]
_IS_312 = _V >= (3, 12)
# Fields with a text of their own, for the slot.
_HAS_DOC = _V >= (3, 14)
# From 3.13 on one source holds all methods of a class, and they are put into it in the end; before, each is compiled and put where it is made.
_IN_ONE_GO = _V >= (3, 13)

if _IN_ONE_GO:
    from reprlib import recursive_repr
else:
    import _thread
    import functools
    from types import FunctionType, GenericAlias

    def _recursive_repr(user_function):
        running = set()

        @functools.wraps(user_function)
        def wrapper(self):
            key = id(self), _thread.get_ident()
            if key in running:
                return '...'
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)
        return wrapper

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple',
           'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError): pass


# What stands for something by being there. Each is of a class of its own, so that help() has something to show.

class _HAS_DEFAULT_FACTORY_CLASS:
    __repr__ = lambda self: '<factory>'


class _MISSING_TYPE: pass


class _KW_ONLY_TYPE: pass


class _FIELD_BASE:
    """What a field is for."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY, MISSING, KW_ONLY = _HAS_DEFAULT_FACTORY_CLASS(), _MISSING_TYPE(), _KW_ONLY_TYPE()
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = map(_FIELD_BASE, ('_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'))

# Where a class keeps its fields and what it was asked for, and what its __init__ calls in the end.
_FIELDS, _PARAMS, _POST_INIT_NAME = '__dataclass_fields__', '__dataclass_params__', '__post_init__'

_EMPTY_METADATA = types.MappingProxyType({})
_ATOMIC_TYPES = frozenset({types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType, types.NotImplementedType, types.CodeType,
                           types.BuiltinFunctionType, types.FunctionType, type, range, property})


class InitVar:
    """Of a parameter of __init__ that is no field: __post_init__ gets it."""
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        inner = self.type
        return f'dataclasses.InitVar[{inner.__name__ if isinstance(inner, type) else repr(inner)}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


_SHOWN_OF_FIELDS = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only', *(('doc',) if _HAS_DOC else ()))


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only', *(
        ('doc',) if _HAS_DOC else ()), '_field_type')

    if _HAS_DOC:
        def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
            self.doc = doc
            _fill(self, default, default_factory, init, repr, hash, compare, metadata, kw_only)
    else:
        def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
            _fill(self, default, default_factory, init, repr, hash, compare, metadata, kw_only)

    def __repr__(self):
        shown = ''.join([f'{name}={getattr(self, name)!r},' for name in _SHOWN_OF_FIELDS])
        return f'Field({shown}_field_type={self._field_type})'

    __repr__ = recursive_repr()(__repr__) if _IN_ONE_GO else _recursive_repr(__repr__)

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), '__set_name__', None)
        if tell:
            # A descriptor that is a default learns its name as if it stood in the class itself.
            tell(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


def _fill(field, default, default_factory, init, repr, hash, compare, metadata, kw_only):
    # What the class that it stands in tells later.
    field.name = field.type = field._field_type = None
    field.default, field.default_factory = default, default_factory
    field.init, field.repr, field.hash, field.compare, field.kw_only = init, repr, hash, compare, kw_only
    field.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)


class _DataclassParams:
    """What @dataclass was asked for."""
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen') + (('match_args', 'kw_only', 'slots', 'weakref_slot') if _IS_312 else ())

    def __init__(self, *asked):
        for name, value in zip(self.__slots__, asked):
            setattr(self, name, value)

    def __repr__(self):
        return f'_DataclassParams({",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)})'


_TWO_DEFAULTS = 'cannot specify both default and default_factory'

if _HAS_DOC:
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING, doc=None):
        """Describes one field of a dataclass."""
        if MISSING is not default and MISSING is not default_factory:
            raise ValueError(_TWO_DEFAULTS)
        return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)
else:
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
        """Describes one field of a dataclass."""
        if MISSING is not default and MISSING is not default_factory:
            raise ValueError(_TWO_DEFAULTS)
        return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# The text of the generated methods.

def _tuple_str(obj_name, fields):
    """The source of a tuple of an object's fields."""
    return f'({",".join([f"{obj_name}.{f.name}" for f in fields])},)' if fields else '()'


# Names in the source that no field may shadow; 3.11's are short.
_FACTORY_NAME = '__dataclass_HAS_DEFAULT_FACTORY__' if _IS_312 else '_HAS_DEFAULT_FACTORY'
_FROZEN_NAME = '__dataclass_FrozenInstanceError__' if _IN_ONE_GO else 'FrozenInstanceError'
# _add_slots replaces the class in this cell; before 3.13 it has another name and stays.
_CLASS_NAME = '__class__' if _IN_ONE_GO else 'cls'


def _name_for(what, name):
    return f'__dataclass_{what}_{name}__' if _IS_312 else f'_{what}_{name}'


class _FuncBuilder:
    """Collects the source of the generated methods, compiles them and puts them into the class."""

    def __init__(self, globals):
        self.globals, self.locals = globals, {}
        # Of the methods that wait: names, sources; what to say if a name is taken, which names are taken over, what __annotate__ needs.
        self.names, self.src = [], []
        self.refusals, self.takes_over, self.annotated = {}, set(), {}

    def add_fn(self, name, args, body, *, locals=None, return_type=MISSING, overwrite_error=False, unconditional_add=False, decorator=None, annotated=None):
        self.locals.update(locals or {})
        arrow = ''
        if annotated is not None:
            self.annotated[name] = annotated, return_type
        elif return_type is not MISSING:
            answer = f'__dataclass_{name}_return_type__'
            self.locals[answer], arrow = return_type, f'->{answer}'
        above = f' {decorator}\n' if decorator else ''
        self.src.append('%s def %s(%s)%s:\n%s' % (above, name, ','.join(args), arrow, '\n'.join(body)))
        self.names.append(name)
        if overwrite_error:
            self.refusals[name] = overwrite_error
        if unconditional_add:
            self.takes_over.add(name)

    def _compiled(self, src, result):
        """Before 3.13 each method is a source of its own, with line numbers from 1."""
        made = {}
        exec(f'def __create_fn__({",".join(self.locals)}):\n{src}\n return {result}', self.globals, made)
        return made['__create_fn__'](**self.locals)

    def _functions(self):
        if _IN_ONE_GO:
            return self._compiled('\n'.join(self.src), ','.join(self.names) + ',')
        return [self._compiled(src, name) for src, name in zip(self.src, self.names)]

    def add_fns_to_class(self, cls):
        """Puts in what waits. If a name is taken that must be free, raises; before 3.13 the answer is the text for the caller to raise."""
        if not self.src:
            return None
        made = list(zip(self.names, self._functions()))
        self.names, self.src = [], []
        for name, function in made:
            is_free = name in self.takes_over
            taken = not (_IN_ONE_GO or is_free) and name in cls.__dict__
            if not taken:
                function.__qualname__ = f'{cls.__qualname__}.{name}'
                if name in self.annotated:
                    function.__annotate__ = _make_annotate_function(cls, name, *self.annotated[name])
                if is_free or not _IN_ONE_GO:
                    setattr(cls, name, function)
                else:
                    taken = _set_new_attribute(cls, name, function)
            refusal = taken and self.refusals.get(name)
            if not refusal:
                continue
            text = f'Cannot overwrite attribute {name} in class {cls.__name__}'
            if isinstance(refusal, str):
                text += f'{"" if _IN_ONE_GO else "."} {refusal}'
            if not _IN_ONE_GO:
                return text
            raise TypeError(text)
        return None


def _make_annotate_function(__class__, method_name, annotation_fields, return_type):
    """The __annotate__ of a generated method (3.14+): the annotations of the class and its bases, as they are when somebody asks."""
    def __annotate__(format, /):
        if format not in (1, 3, 4):
            raise NotImplementedError(format)
        import annotationlib
        found = {}
        for base in reversed(__class__.__mro__):
            found.update(annotationlib.get_annotations(base, format=annotationlib.Format(format)))
        made = {name: found[name] for name in annotation_fields if name in found}
        if return_type is not MISSING:
            made['return'] = repr(return_type) if format == 4 else return_type
        return made

    __annotate__.__generated_by_dataclasses__ = True
    __annotate__.__qualname__ = f"{__class__.__qualname__}.{method_name}.__annotate__"
    return __annotate__


def _field_assign(frozen, name, value, self_name):
    target = f'__dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})' if frozen else f'{self_name}.{name}={value}'
    return '  ' + target


def _field_init(f, frozen, globals, self_name, slots):
    """The line of __init__ that sets a field, or None; notes in globals the default that it names."""
    made_anew, has_default = f.default_factory is not MISSING, f.default is not MISSING
    default_name = _name_for('dflt', f.name)
    if not made_anew and not f.init and not (slots and has_default):
        # The class has the default, where there is one.
        return None
    if made_anew or has_default:
        globals[default_name] = f.default_factory if made_anew else f.default
    value = f.name if f.init else default_name
    if made_anew:
        value = f'{default_name}()'
        if f.init:
            value += f' if {f.name} is {_FACTORY_NAME} else {f.name}'
    return None if f._field_type is _FIELD_INITVAR else _field_assign(frozen, f.name, value, self_name)


def _init_param(f):
    """A field as a parameter of __init__."""
    if f.default is not MISSING:
        default = '=' + _name_for('dflt', f.name)
    else:
        default = '' if f.default_factory is MISSING else '=' + _FACTORY_NAME
    return f.name + default if _HAS_DOC else f'{f.name}:{_name_for("type", f.name)}{default}'


def _init_fn(fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, func_builder, slots):
    with_default = None
    for f in std_fields:
        if f.default is not MISSING or f.default_factory is not MISSING:
            with_default = f
        elif with_default:
            after = f' {with_default.name!r}' if _IN_ONE_GO else ''
            raise TypeError(f'non-default argument {f.name!r} follows default argument{after}')

    # Before 3.14 annotations are names in the source, too.
    known = {} if _HAS_DOC else {_name_for('type', f.name): f.type for f in fields}
    known |= {_FACTORY_NAME: _HAS_DEFAULT_FACTORY, '__dataclass_builtins_object__': object}
    body = [line for f in fields if (line := _field_init(f, frozen, known, self_name, slots))]
    if has_post_init:
        init_vars = ','.join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f'  {self_name}.{_POST_INIT_NAME}({init_vars})')
    args = [self_name, *map(_init_param, std_fields), *(['*'] if kw_only_fields else []), *map(_init_param, kw_only_fields)]
    func_builder.add_fn('__init__', args, body or ['  pass'], locals=known, return_type=None,
                        annotated=[f.name for f in fields if f.init] if _HAS_DOC else None)


def _repr_fn(fields, func_builder):
    shown = ', '.join([f'{f.name}={{self.{f.name}!r}}' for f in fields])
    wrap = {'__dataclasses_recursive_repr': recursive_repr if _IN_ONE_GO else lambda: _recursive_repr}
    func_builder.add_fn('__repr__', ('self',), ['  return f"{self.__class__.__qualname__}(' + shown + ')"'], locals=wrap,
                        decorator='@__dataclasses_recursive_repr()')


def _compare_fn(name, answer, func_builder, first=(), **more):
    """A comparison with objects of the very same class."""
    func_builder.add_fn(name, ('self', 'other'),
                        [*first, '  if other.__class__ is self.__class__:', f'   return {answer}', '  return NotImplemented'], **more)


def _eq_fn(fields, func_builder):
    if _IN_ONE_GO:
        answer = ' and '.join(f'self.{f.name}==other.{f.name}' for f in fields) or 'True'
        _compare_fn('__eq__', answer, func_builder, ['  if self is other:', '   return True'])
    else:
        _compare_fn('__eq__', f'{_tuple_str("self", fields)}=={_tuple_str("other", fields)}', func_builder)


def _order_fns(fields, func_builder):
    mine, theirs = _tuple_str('self', fields), _tuple_str('other', fields)
    for name, sign in zip(('__lt__', '__le__', '__gt__', '__ge__'), ('<', '<=', '>', '>=')):
        _compare_fn(name, f'{mine}{sign}{theirs}', func_builder, overwrite_error='Consider using functools.total_ordering')


def _frozen_get_del_attr(cls, fields, func_builder):
    refused = f'type(self) is {_CLASS_NAME}'
    if fields:
        refused += f' or name in {{{", ".join(repr(f.name) for f in fields)}}}'
    for name, more, what in (('__setattr__', ('value',), 'assign to'), ('__delattr__', (), 'delete')):
        func_builder.add_fn(name, ('self', 'name', *more),
                            (f'  if {refused}:',
                             f'   raise {_FROZEN_NAME}(f"cannot {what} field {{name!r}}")',
                             f'  super({_CLASS_NAME}, self).{name}({", ".join(("name", *more))})'),
                            locals={_CLASS_NAME: cls, _FROZEN_NAME: FrozenInstanceError}, overwrite_error=True)


# Fields from annotations.

def _is_classvar(a_type, typing):
    return a_type is typing.ClassVar or typing.get_origin(a_type) is typing.ClassVar


def _is_initvar(a_type, module=None):
    return a_type is InitVar or type(a_type) is InitVar


def _is_kw_only(a_type, module=None):
    return a_type is KW_ONLY


_FIRST_NAMES = re.compile(r'\s*(?:(\w+)\s*\.\s*)?(\w+)')


def _is_type(annotation, cls, module, is_it):
    """True if the text of an annotation begins with a name of what is_it knows: one of the class's module, or an attribute of the very module there."""
    names = _FIRST_NAMES.match(annotation)
    if names is None:
        return False
    home = sys.modules.get(cls.__module__)
    prefix, name = names.groups()
    if not prefix:
        scope = home.__dict__
    else:
        scope = module.__dict__ if home and home.__dict__.get(prefix) is module else None
    return bool(scope) and is_it(scope.get(name), module)


def _kind_of(f, cls):
    """What a field is for, by its annotation. Only who has imported typing can have meant its ClassVar."""
    typing = sys.modules.get('typing')
    is_text = isinstance(f.type, str)
    if typing and (_is_classvar(f.type, typing) or is_text and _is_type(f.type, cls, typing, _is_classvar)):
        return _FIELD_CLASSVAR
    if _is_initvar(f.type) or is_text and _is_type(f.type, cls, sys.modules[__name__], _is_initvar):
        return _FIELD_INITVAR
    return _FIELD


def _get_field(cls, a_name, a_type, default_kw_only):
    found = getattr(cls, a_name, MISSING)
    if isinstance(found, Field):
        f = found
    else:
        # A slot's descriptor is no default.
        f = field(default=MISSING if isinstance(found, types.MemberDescriptorType) else found)
    f.name, f.type = a_name, a_type
    f._field_type = kind = _kind_of(f, cls)
    if kind is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if kind is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if kind is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _set_new_attribute(cls, name, value):
    """Sets it unless the class itself has the name; true if it has."""
    taken = name in cls.__dict__
    if not taken:
        setattr(cls, name, value)
    return taken


def _hash_add(cls, fields, func_builder):
    hashed = _tuple_str('self', [f for f in fields if (f.compare if f.hash is None else f.hash)])
    func_builder.add_fn('__hash__', ('self',), [f'  return hash({hashed})'], unconditional_add=True)


def _hash_set_none(cls, fields, func_builder):
    if _IN_ONE_GO:
        cls.__hash__ = None


def _hash_exception(cls, fields, func_builder):
    raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')


def _hash_action(unsafe_hash, eq, frozen, has_explicit_hash):
    """What becomes of __hash__; None: it stays."""
    if unsafe_hash:
        return _hash_exception if has_explicit_hash else _hash_add
    if not eq or has_explicit_hash:
        return None
    return _hash_add if frozen else _hash_set_none


def _annotations_of(cls):
    if sys.version_info >= (3, 14):
        import annotationlib
        return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)
    return cls.__dict__.get('__annotations__', {})


def _inherited_fields(cls):
    """The fields of the bases by name, and for each base that is a dataclass whether it is frozen."""
    found, frozen = {}, []
    for base in cls.__mro__[-1:0:-1]:
        its = getattr(base, _FIELDS, None)
        if its is not None:
            found.update({f.name: f for f in its.values()})
            frozen.append(getattr(base, _PARAMS).frozen)
    return found, frozen


def _set_defaults(cls, own_fields):
    """Leaves in the class the defaults, not the fields."""
    for f in own_fields:
        if not isinstance(getattr(cls, f.name, None), Field):
            continue
        if f.default is MISSING:
            delattr(cls, f.name)
        else:
            setattr(cls, f.name, f.default)


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    # Refusals are raised here, and what a metaclass may watch is done here: CPython's tracebacks show this frame.
    home = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    fields, frozen_bases = _inherited_fields(cls)

    annotations = _annotations_of(cls)
    own_fields = []
    is_split = False
    for name, annotation in annotations.items():
        if not (_is_kw_only(annotation) or isinstance(annotation, str) and _is_type(annotation, cls, sys.modules[__name__], _is_kw_only)):
            own_fields.append(_get_field(cls, name, annotation, kw_only))
            continue
        if is_split:
            raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
        is_split = kw_only = True
    fields.update({f.name: f for f in own_fields})
    _set_defaults(cls, own_fields)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if frozen_bases:
        if not frozen and any(frozen_bases):
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if frozen and not all(frozen_bases):
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)

    # A class with __eq__ and no __hash__ has None: nobody wrote that.
    own_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = own_hash is not MISSING and (own_hash is not None or '__eq__' not in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    init_fields = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    std_init = tuple(f for f in init_fields if f.init and not f.kw_only)
    kw_only_init = tuple(f for f in init_fields if f.init and f.kw_only)
    real_fields = [f for f in fields.values() if f._field_type is _FIELD]
    compared = [f for f in real_fields if f.compare]
    builder = _FuncBuilder(home)
    if init:
        _init_fn(init_fields, std_init, kw_only_init, frozen, hasattr(cls, _POST_INIT_NAME), '__dataclass_self__' if 'self' in fields else 'self',
                 builder, slots)
        _IN_ONE_GO or builder.add_fns_to_class(cls)
    if _IN_ONE_GO:
        _set_new_attribute(cls, '__replace__', _replace)
    if repr:
        _repr_fn([f for f in real_fields if f.repr], builder)
    if eq:
        _eq_fn(compared, builder)
    if order:
        _order_fns(compared, builder)
    if frozen:
        _frozen_get_del_attr(cls, real_fields, builder)
    if not _IN_ONE_GO and (refusal := builder.add_fns_to_class(cls)):
        raise TypeError(refusal)
    action = _hash_action(unsafe_hash, eq, frozen, has_explicit_hash)
    if action:
        made = action(cls, real_fields, builder)
        if _IN_ONE_GO or action is _hash_set_none:
            cls.__hash__ = made
    builder.add_fns_to_class(cls)

    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _doc_signature(cls, init, init_fields, std_init, kw_only_init)
    if match_args:
        _set_new_attribute(cls, '__match_args__', tuple(f.name for f in std_init))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, fields)
    abc.update_abstractmethods(cls)
    return cls


def _doc_signature(cls, init, fields, std_fields, kw_only_fields):
    """The signature that becomes the docstring of a class without one."""
    try:
        text = _init_signature(fields, std_fields, kw_only_fields) if init else '()'
    except Exception:
        text = ''
    if init and _V < (3, 15):
        # Reading the signature makes the function's annotations a dict, if they can be evaluated.
        try:
            cls.__init__.__annotations__
        except Exception:
            pass
    return text


def _annotation_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if annotation.__module__ in ('builtins',):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    if isinstance(annotation, str):
        return repr(annotation)
    return repr(annotation).replace('typing.', '')


def _init_signature(fields, std_fields, kw_only_fields):
    """The text that str(inspect.signature(cls)) gives for the generated __init__."""
    def param(f):
        text = f'{f.name}: {_annotation_text(f.type)}'
        if f.default is not MISSING:
            text += f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        return text
    parts = [param(f) for f in std_fields]
    if kw_only_fields:
        parts.append('*')
        parts.extend(param(f) for f in kw_only_fields)
    return f'({", ".join(parts)})' + ('' if sys.version_info >= (3, 10) else ' -> None')


def _dataclass_getstate(self):
    """Frozen instances with slots are pickled by their fields' values."""
    return [getattr(self, each.name) for each in fields(self)]


def _dataclass_setstate(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


def _get_slots(cls):
    """The names of the slots that a class adds."""
    named = cls.__dict__.get('__slots__')
    if named is None:
        # Written in C, or without __slots__: what the layout says.
        if getattr(cls, '__weakrefoffset__', -1):
            yield '__weakref__'
        if getattr(cls, '__dictoffset__', -1):
            yield '__dict__'
    elif isinstance(named, str):
        yield named
    elif hasattr(named, '__next__'):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    else:
        yield from named


def _update_func_cell_for__class__(f, oldcls, newcls):
    if f is None:
        return False
    try:
        idx = f.__code__.co_freevars.index("__class__")
    except ValueError:
        return False
    closure = f.__closure__[idx]
    if closure.cell_contents is oldcls:
        closure.cell_contents = newcls
        return True
    return False


def _add_slots(cls, is_frozen, weakref_slot, defined_fields):
    """A new class with __slots__: they cannot be added to an existing one."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    cls_dict = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set(itertools.chain.from_iterable(map(_get_slots, cls.__mro__[1:-1])))
    slots = tuple(name for name in (*names, *(('__weakref__',) if weakref_slot else ())) if name not in inherited)
    docs = {name: getattr(defined_fields.get(name), 'doc', None) for name in slots}
    cls_dict['__slots__'] = slots if all(doc is None for doc in docs.values()) else docs
    # Defaults would clash with the slots; the new class gets its own __dict__ and __weakref__.
    for name in (*names, '__dict__', '__weakref__'):
        cls_dict.pop(name, None)
    qualname = getattr(cls, '__qualname__', None)
    newcls = type(cls)(cls.__name__, cls.__bases__, cls_dict)
    if qualname is not None:
        newcls.__qualname__ = qualname
    if is_frozen:
        if '__getstate__' not in cls_dict:
            newcls.__getstate__ = _dataclass_getstate
        if '__setstate__' not in cls_dict:
            newcls.__setstate__ = _dataclass_setstate
    if sys.version_info >= (3, 13):
        for member in newcls.__dict__.values():
            member = getattr(member, '__wrapped__', member)
            if isinstance(member, types.FunctionType):
                _update_func_cell_for__class__(member, cls, newcls)
            elif isinstance(member, property):
                for function in (member.fget, member.fset, member.fdel):
                    _update_func_cell_for__class__(function, cls, newcls)
    return newcls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    """Adds dunder methods based on the fields defined in the class."""

    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    # With or without brackets.
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _asdict_inner(obj, dict_factory)


# The frames between an object and its parts, and whether defaultdicts are known, are each version's own.
if _IN_ONE_GO:
    def _asdict_inner(obj, factory):
        kind = type(obj)
        if kind in _ATOMIC_TYPES:
            return obj
        if hasattr(kind, _FIELDS):
            if factory is dict:
                return {f.name: _asdict_inner(getattr(obj, f.name), dict) for f in fields(obj)}
            return factory([(f.name, _asdict_inner(getattr(obj, f.name), factory)) for f in fields(obj)])
        if kind is list:
            return [_asdict_inner(each, factory) for each in obj]
        if kind is dict:
            return {_asdict_inner(key, factory): _asdict_inner(value, factory) for key, value in obj.items()}
        if kind is tuple:
            return tuple([_asdict_inner(each, factory) for each in obj])
        if issubclass(kind, tuple) and hasattr(obj, '_fields'):
            return kind(*[_asdict_inner(each, factory) for each in obj])
        if issubclass(kind, (tuple, list)):
            return kind(_asdict_inner(each, factory) for each in obj)
        if not issubclass(kind, dict):
            return copy.deepcopy(obj)
        if not hasattr(kind, 'default_factory'):
            return kind((_asdict_inner(key, factory), _asdict_inner(value, factory)) for key, value in obj.items())
        copied = kind(obj.default_factory)
        for key, value in obj.items():
            copied[_asdict_inner(key, factory)] = _asdict_inner(value, factory)
        return copied
else:
    def _asdict_inner(obj, factory):
        kind = type(obj)
        if _IS_312:
            if kind in _ATOMIC_TYPES:
                return obj
            if factory is dict and hasattr(kind, _FIELDS):
                return {f.name: _asdict_inner(getattr(obj, f.name), dict) for f in fields(obj)}
        if hasattr(kind, _FIELDS):
            pairs = []
            for f in fields(obj):
                pairs.append((f.name, _asdict_inner(getattr(obj, f.name), factory)))
            return factory(pairs)
        if isinstance(obj, tuple) and hasattr(obj, '_fields'):
            return kind(*[_asdict_inner(each, factory) for each in obj])
        if isinstance(obj, (list, tuple)):
            return kind(_asdict_inner(each, factory) for each in obj)
        if not isinstance(obj, dict):
            return copy.deepcopy(obj)
        if not _IS_312 or not hasattr(kind, 'default_factory'):
            return kind((_asdict_inner(key, factory), _asdict_inner(value, factory)) for key, value in obj.items())
        copied = kind(obj.default_factory)
        for key, value in obj.items():
            copied[_asdict_inner(key, factory)] = _asdict_inner(value, factory)
        return copied


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, factory):
    kind = type(obj)
    if _IS_312 and kind in _ATOMIC_TYPES:
        return obj
    if _is_dataclass_instance(obj):
        values = []
        for f in fields(obj):
            values.append(_astuple_inner(getattr(obj, f.name), factory))
        return factory(values)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return kind(*[_astuple_inner(each, factory) for each in obj])
    if isinstance(obj, (list, tuple)):
        return kind(_astuple_inner(each, factory) for each in obj)
    if not isinstance(obj, dict):
        return copy.deepcopy(obj)
    if not _IS_312 or not hasattr(kind, 'default_factory'):
        return kind((_astuple_inner(key, factory), _astuple_inner(value, factory)) for key, value in obj.items())
    copied = kind(obj.default_factory)
    for key, value in obj.items():
        copied[_astuple_inner(key, factory)] = _astuple_inner(value, factory)
    return copied


def _asked(given):
    """Of a function's arguments those that @dataclass takes."""
    return {name: given[name] for name in ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot')}


if _IS_312:
    def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                       match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None):
        """Return a new dynamically created dataclass."""
        asked = _asked(locals())
        annotations, defaults, refusal = _specified(fields)
        if refusal:
            raise TypeError(refusal)
        cls = _bare_class(cls_name, bases, namespace, annotations, defaults)
        if module is None:
            try:
                module = sys._getframe(1).f_globals.get('__name__', '__main__')
            except ValueError:
                # Nobody called from Python.
                pass
        if module is not None:
            cls.__module__ = module
        return dataclass(cls, **asked)
else:
    def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                       match_args=True, kw_only=False, slots=False, weakref_slot=False):
        """Return a new dynamically created dataclass."""
        asked = _asked(locals())
        annotations, defaults, refusal = _specified(fields)
        if refusal:
            raise TypeError(refusal)
        return dataclass(_bare_class(cls_name, bases, namespace, annotations, defaults), **asked)


def _specified(items):
    """Annotations and defaults by name, from names, (name, type) and (name, type, default); and what is wrong with an item, for the caller to raise."""
    annotations, defaults = {}, {}
    for item in items:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) in (2, 3):
            name, annotation, *default = item
            if default:
                defaults[name], = default
        else:
            return None, None, f'Invalid field: {item!r}'
        if not isinstance(name, str) or not name.isidentifier():
            return None, None, f'Field names must be valid identifiers: {name!r}'
        if keyword.iskeyword(name):
            return None, None, f'Field names must not be keywords: {name!r}'
        if name in annotations:
            return None, None, f'Field name duplicated: {name!r}'
        annotations[name] = annotation
    return annotations, defaults, None


def _bare_class(name, bases, namespace, annotations, defaults):
    def exec_body_callback(body):
        body.update(namespace or {})
        body.update(defaults)
        body['__annotations__'] = annotations

    return types.new_class(name, bases, {}, exec_body_callback)


def _replaced(obj, changes):
    """Completes the changes with what stays. Returns the exception that refuses them, or None."""
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if f.name in changes:
            if not f.init:
                text = f'field {f.name} is declared with init=False, it cannot be specified with replace()'
                return TypeError(text) if _IN_ONE_GO else ValueError(text)
        elif f.init:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                text = f'InitVar {f.name!r} must be specified with replace()'
                return TypeError(text) if _IN_ONE_GO else ValueError(text)
            changes[f.name] = getattr(obj, f.name)
    return None


if _IN_ONE_GO:
    def replace(obj, /, **changes):
        """Return a new object replacing specified fields with new values."""
        if not _is_dataclass_instance(obj):
            raise TypeError('replace() should be called on dataclass instances')
        return _replace(obj, **changes)

    def _replace(self, /, **changes):
        refusal = _replaced(self, changes)
        if refusal is not None:
            raise refusal
        return self.__class__(**changes)
else:
    def replace(obj, /, **changes):
        """Return a new object replacing specified fields with new values."""
        if not _is_dataclass_instance(obj):
            raise TypeError('replace() should be called on dataclass instances')
        refusal = _replaced(obj, changes)
        if refusal is not None:
            raise refusal
        return obj.__class__(**changes)
`;
