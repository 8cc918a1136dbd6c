// enum: behaves as CPython 3.13's Lib/enum.py; written for the engine.
//
// What runs a program's own code (__new__, __init__, _missing_) stays in the functions where CPython has it: their frames are seen in tracebacks.
export default () => String.raw`
"""Enumerations: classes whose instances are all named in their bodies."""
import builtins as bltns
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'property',
           'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'global_flag_repr', 'global_enum_repr',
           'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name', 'show_flag_values']

_V = sys.version_info[:2]
# 3.13 keeps the values of members by kind.
_KEEPS_HASHABLE = _V >= (3, 13)
# Not there yet while the first classes are made.
Enum = Flag = EJECT = _stdlib_enums = ReprEnum = None


# Names and bits.

def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name.startswith('__') and name.endswith('__') and '_' not in (name[2], name[-3])


def _is_sunder(name):
    return len(name) > 2 and name.startswith('_') and name.endswith('_') and '_' not in (name[1], name[-2])


def _is_private(cls_name, name):
    prefix = f'_{cls_name}__'
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith('__')


def _is_inner_class(cls_name, name, value):
    return isinstance(value, type) and cls_name is not None and value.__qualname__.endswith(f'{cls_name}.{name}')


def _is_single_bit(num):
    return num != 0 and num & num - 1 == 0


def _iter_bits_lsb(num):
    left = num.value if isinstance(num, Enum) else num
    if left < 0:
        raise ValueError('%r is not a positive integer' % left)
    while left:
        lowest = left & -left
        yield lowest
        left ^= lowest


def _split(names):
    """Names in a str or an iterable."""
    return names.replace(',', ' ').split() if isinstance(names, str) else names


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """The sign as a bit, a space, and the digits in two's complement."""
    sign, width = '01'[num < 0], num.bit_length()
    digits = format(num % 2 ** width, f'0{width}b') if width else ''
    return f'0b{sign} {digits.rjust(max_bits or 0, sign)}'


# What may stand in the body of a class.

class nonmember(object):
    """Its value becomes an attribute."""

    def __init__(self, value):
        self.value = value


class member(object):
    """Its value becomes a member, though it is a function or a class."""

    def __init__(self, value):
        self.value = value


class _Sentinel:
    def __init__(self, shown):
        self.shown = shown

    def __repr__(self):
        return self.shown


_auto_null = _Sentinel('_auto_null')
_NO_NAMES = _Sentinel('<not given>') if _V >= (3, 13) else None


class auto:
    """Becomes the next value, as _generate_next_value_ says."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class property(DynamicClassAttribute):
    """A property of members that may have the name of one: the class answers with the member."""

    # Set by EnumType._add_member_.
    member = _attr_type = _cls_type = None

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is None:
                raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
            return self.member
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == 'attr':
            return getattr(self._cls_type, self.name)
        if self._attr_type == 'desc':
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)


_KNOWN_SUNDERS = frozenset(f'_{name}_' for name in (
    'order generate_next_value numeric_repr missing ignore iter_member iter_member_by_value iter_member_by_def add_alias add_value_alias '
    'use_args member_names value_repr hashable_values').split())


def _as(kind, items):
    """A tuple of that kind; a named one takes the items one by one."""
    try:
        return kind(items)
    except TypeError:
        return kind(*items)


class EnumDict(dict):
    """The namespace of a body: tells members from other names, and lets none be given twice."""

    def __init__(self, cls_name=None):
        super().__init__()
        # A dict for its order; the values are not used.
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name

    @bltns.property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _KNOWN_SUNDERS and not (_V >= (3, 13) and key.startswith('_repr_')):
                raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                self._ignore = value = list(_split(value))
                taken = set(value) & set(self._member_names)
                if taken:
                    raise ValueError('_ignore_ cannot specify already set names: %r' % (taken,))
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (_is_descriptor(value) or _V >= (3, 13) and _is_inner_class(self._cls_name, key, value)):
            if _V < (3, 13) and _is_inner_class(self._cls_name, key, value):
                import warnings
                warnings.warn("In 3.13 classes created inside an enum will not become a member.  Use the \x60member\x60 decorator to keep the current behavior.",
                              DeprecationWarning, stacklevel=2)
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            parts = value if isinstance(value, tuple) else (value,)
            if any(isinstance(part, auto) for part in parts):
                given = []
                for part in parts:
                    if isinstance(part, auto):
                        if part.value is _auto_null:
                            part.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                        self._auto_called = True
                        part = part.value
                        self._last_values.append(part)
                    given.append(part)
                value = _as(type(value), given) if isinstance(value, tuple) else given[0]
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def update(self, members, **more_members):
        pairs = ((name, members[name]) for name in members.keys()) if hasattr(members, 'keys') else members
        for name, value in pairs:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict


class _proto_member:
    """Stands in the namespace for a member: the class calls __set_name__, and there the member is made."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, member_name):
        delattr(enum_class, member_name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if enum_class._member_type_ is tuple:
            args = (args,)
        made = enum_class._new_member_(enum_class, *args) if enum_class._use_args_ else enum_class._new_member_(enum_class)
        if not hasattr(made, '_value_'):
            if enum_class._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = enum_class._member_type_(*args)
                except Exception as error:
                    raise TypeError('_value_ not set in __new__, unable to create it') from error
        value = made._value_
        made._name_ = member_name
        made.__objclass__ = enum_class
        made.__init__(*args)
        made._sort_order_ = len(enum_class._member_names_)
        if _is_flag(enum_class) and (_V < (3, 13) or isinstance(value, int)):
            if not isinstance(value, int) or value >= 0:
                enum_class._flag_mask_ |= value
            if _is_single_bit(value):
                enum_class._singles_mask_ |= value

        first = _member_of(enum_class, value)
        if first is not None:
            # Another name of a member that is there already.
            made = first
        elif not _is_flag(enum_class) or isinstance(value, int) and _is_single_bit(value):
            enum_class._member_names_.append(member_name)
        enum_class._add_member_(member_name, made)
        try:
            enum_class._value2member_map_.setdefault(value, made)
            if _KEEPS_HASHABLE and value not in enum_class._hashable_values_:
                enum_class._hashable_values_.append(value)
        except TypeError:
            enum_class._unhashable_values_.append(value)
            if _KEEPS_HASHABLE:
                enum_class._unhashable_values_map_.setdefault(member_name, []).append(value)


def _is_flag(cls):
    return Flag is not None and issubclass(cls, Flag)


def _member_of(enum_class, value):
    """The member with this value; those that have no hash are compared one after the other."""
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        return next((each for each in enum_class._member_map_.values() if each._value_ == value), None)


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        body = _EnumDict(cls)
        first_enum = metacls._get_mixins_(cls, bases)[1]
        if first_enum is not None:
            body['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault('_ignore_', []).append('_ignore_')
        for name in classdict['_ignore_']:
            classdict.pop(name, None)
        names = classdict._member_names
        forbidden = set(names) & {'mro', ''}
        if forbidden:
            raise ValueError('invalid enum member name(s) %s' % ','.join(map(repr, forbidden)))
        order = classdict.pop('_order_', None)

        # From here on a plain dict: what is added is no member.
        body = dict(classdict.items())
        generate = body.get('_generate_next_value_')
        if generate is not None and _V >= (3, 12) and type(generate) is not staticmethod:
            body['_generate_next_value_'] = staticmethod(generate)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, save_new, use_args = metacls._find_new_(body, member_type, first_enum)
        for name in names:
            body[name] = _proto_member(body[name])
        body.update(_new_member_=new_member, _use_args_=use_args, _member_names_=[], _member_map_={}, _value2member_map_={})
        if _KEEPS_HASHABLE:
            body['_hashable_values_'] = []
        body['_unhashable_values_'] = []
        if _KEEPS_HASHABLE:
            body['_unhashable_values_map_'] = {}
        body.update(_member_type_=member_type, _value_repr_=metacls._find_data_repr_(cls, bases),
                    _boundary_=boundary or getattr(first_enum, '_boundary_', None),
                    _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None)
        progress = f'_{cls}__in_progress'
        if _KEEPS_HASHABLE:
            body[progress] = True
        failed = None
        try:
            enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        except Exception as error:
            # That a member was being named is not the program's doing: 3.12 says so in a note, 3.11 in a RuntimeError around what was raised.
            if hasattr(error, '__notes__'):
                del error.__notes__
            if _V >= (3, 12) or not isinstance(error, RuntimeError):
                raise
            failed = error.__cause__ or error
        if failed is not None:
            raise failed
        if body.pop(progress, False):
            type.__delattr__(enum_class, progress)

        if Enum is not None:
            enum_class._choose_methods(bases, body, member_type, first_enum)
        if _is_flag(enum_class):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in body:
                    setattr(enum_class, name, getattr(Flag, name))
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = new_member
            enum_class.__new__ = Enum.__new__
        if _is_flag(enum_class):
            enum_class._measure()
        if order is not None:
            order = _split(order)
            if order != enum_class._member_names_:
                raise TypeError('member order does not match _order_:\n  %r\n  %r' % (enum_class._member_names_, order))
        if not _is_flag(enum_class) and not (Flag is None and cls == 'Flag'):
            for name in ('_boundary_', '_flag_mask_', '_singles_mask_', '_all_bits_', '_inverted_'):
                delattr(enum_class, name)
        return enum_class

    def _choose_methods(cls, bases, body, member_type, first_enum):
        """Which methods are the enumeration's rather than the mixed-in type's."""
        own = set(body)
        if ReprEnum is not None and ReprEnum in bases:
            if '__format__' not in own:
                cls.__format__ = member_type.__format__
            if '__str__' not in own:
                # A type without one shows its repr(), which is that of the type and not of the member.
                cls.__str__ = member_type.__repr__ if member_type.__str__ is object.__str__ else member_type.__str__
            own |= {'__format__', '__str__'}
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in own and getattr(cls, name) in (getattr(member_type, name), getattr(object, name)):
                setattr(cls, name, getattr(first_enum, name))

    def _measure(cls):
        """How wide a flag is, and whether its members stand in the order of their bits."""
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        defined = [each._value_ for each in cls]
        if defined != sorted(defined):
            cls._iter_member_ = cls._iter_member_by_def_

    def _add_member_(cls, name, member):
        """Makes name one of the names of a member."""
        bound = cls._member_map_.get(name)
        if bound is not None:
            if bound is not member:
                raise NameError('%r is already bound: %r' % (name, bound))
            return
        hidden = kind = owner = None
        for base in cls.__mro__[1:]:
            attribute = base.__dict__.get(name)
            if attribute is None:
                continue
            if isinstance(attribute, (property, DynamicClassAttribute)):
                hidden, kind, owner = attribute, 'enum', base
                break
            if _is_descriptor(attribute) if _V >= (3, 12) else hasattr(attribute, 'fget'):
                hidden, kind, owner = attribute, kind or 'desc', owner or base
            else:
                kind, owner = 'attr', base
        if hidden is None:
            type.__setattr__(cls, name, member)
        else:
            # The class answers with the member; members go on having what is hidden.
            both = property()
            both.member = member
            both.__set_name__(cls, name)
            if kind != 'attr':
                for part in ('fget', 'fset', 'fdel'):
                    setattr(both, part, getattr(hidden, part, None))
            both._attr_type, both._cls_type = kind, owner
            type.__setattr__(cls, name, both)
        cls._member_map_[name] = member

    # How classes are asked.

    def __call__(cls, value, names=_NO_NAMES, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """The member with a value; of a class without members, a new enumeration."""
        if cls._member_map_ if _V >= (3, 12) else names is None:
            return cls.__new__(cls, value if names is _NO_NAMES else (value, names) + values)
        if names is _NO_NAMES:
            if type is None:
                raise TypeError(f"{cls} has no members; specify \x60names=()\x60 if you meant to create a new, empty, enum")
            names = None
        return cls._create_(class_name=value, names=names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if _V < (3, 12) and not isinstance(value, Enum):
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                          "False depending on whether the value is a member or the value of a member",
                          DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (type(value).__qualname__, cls.__class__.__qualname__))
        if isinstance(value, cls):
            return True
        if issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                pass
        unhashable = cls._unhashable_values_
        try:
            return value in cls._value2member_map_ or value in unhashable
        except TypeError:
            return value in unhashable or _KEEPS_HASHABLE and value in cls._hashable_values_

    if _V < (3, 12):
        def __getattr__(cls, name):
            if _is_dunder(name):
                raise AttributeError(name)
            try:
                return cls._member_map_[name]
            except KeyError:
                raise AttributeError(name) from None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', ()):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __getitem__(cls, name):
        """The member of a name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """The members in the order of the body."""
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __repr__(cls):
        return f"<{'flag' if _is_flag(cls) else 'enum'} {cls.__name__!r}>"

    def __dir__(cls):
        shown = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__', '__module__', '__name__',
                 '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            shown.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            shown.add('__init_subclass__')
        if cls._member_type_ is not object:
            shown.update(dir(cls._member_type_))
        return sorted(shown)

    @bltns.property
    def __members__(cls):
        """All names and their members, read-only."""
        return MappingProxyType(cls._member_map_)

    # How classes are made.

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Without a body: Enum('Animal', 'CAT DOG')."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        first_enum = cls._get_mixins_(class_name, bases)[1]
        body = metacls.__prepare__(class_name, bases)
        names = () if names is None else _split(names)
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                values.append(first_enum._generate_next_value_(name, start, count, values[:]))
            names = zip(names, values)
        for item in names:
            # A name of a mapping, or a pair.
            name, value = (item, names[item]) if isinstance(item, str) else item
            body[name] = value
        if module is None:
            try:
                module = sys._getframemodulename(2) if _V >= (3, 12) else sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is not None:
            body['__module__'] = module
        if qualname is not None:
            body['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for base in [each for base in bases for each in base.__mro__]:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type that members are of besides, and the enumeration that is extended."""
        if not bases:
            return object, Enum
        if _V < (3, 12):
            mcls._check_for_existing_members_(class_name, bases)
        if not isinstance(bases[-1], EnumType):
            raise TypeError("new enumerations should be created as \x60EnumName([mixin_type, ...] [data_type,] enum_type)\x60")
        return mcls._find_data_type_(class_name, bases) or object, bases[-1]

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        """How values are shown: by the first base that says so."""
        for base in [each for base in bases for each in base.__mro__ if each is not object]:
            if isinstance(base, EnumType):
                return base._value_repr_
            if '__repr__' in base.__dict__:
                made = _V >= (3, 12) and '__dataclass_fields__' in base.__dict__ and '__dataclass_params__' in base.__dict__ and base.__dict__['__dataclass_params__'].repr
                return _dataclass_repr if made else base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        """Of each base the class nearest to it that makes instances in its own way; there must not be two."""
        found = set()
        for start in bases:
            nearest = None
            for base in start.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is object:
                        continue
                    found.add(base._member_type_)
                    break
                nearest = nearest or base
                if '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    found.add(nearest)
                    break
        if len(found) > 1:
            raise TypeError('too many data types for %r: %r' % (class_name, found))
        return found.pop() if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes a member; is it this class's own; does it take the value's parts."""
        own = classdict.get('__new__')
        maker = own
        if maker is None:
            ordinary = (None, None.__new__, object.__new__, getattr(Enum, '__new__', None))
            candidates = [getattr(place, name, None) for name in ('__new_member__', '__new__') for place in (member_type, first_enum)]
            maker = next((each for each in candidates if each not in ordinary), object.__new__)
        use_args = first_enum is not None and maker not in (Enum.__new__, object.__new__)
        return maker, first_enum is not None and own is not None, use_args


EnumMeta = EnumType


def _next_of_any(start, last_values):
    """Before 3.13: one more than the last value, or than the last to which one can be added."""
    try:
        last = last_values[-1]
        last_values.sort()
        if last != last_values[-1]:
            raise TypeError
        return last + 1
    except TypeError:
        import warnings
        warnings.warn("In 3.13 the default \x60auto()\x60/\x60_generate_next_value_\x60 will require all values to be sortable and support adding +1\n"
                      "and the value returned will be the largest value in the enum incremented by 1", DeprecationWarning, stacklevel=4)
    for value in reversed(last_values):
        try:
            return value + 1
        except TypeError:
            continue
    return start


class Enum(metaclass=EnumType):
    """Base of enumerations; a member is found by value with Color(1), by name with Color['RED']."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            # Without a hash: compared.
            if _KEEPS_HASHABLE:
                for name, values in cls._unhashable_values_map_.items():
                    if value in values:
                        return cls[name]
            for name, each in cls._member_map_.items():
                if each._value_ == value:
                    return cls[name]
        if not cls._member_map_:
            if getattr(cls, f'_{cls.__name__}__in_progress', False):
                raise TypeError('do not use \x60super().__new__; call the appropriate __new__ directly') from None
            raise TypeError("%r has no members defined" % cls)
        trouble = found = None
        try:
            found = cls._missing_(value)
        except Exception as error:
            trouble = error
        try:
            if isinstance(found, cls) or isinstance(found, int) and _is_flag(cls) and cls._boundary_ is EJECT:
                return found
            unknown = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if trouble is None:
                if found is None:
                    raise unknown
                trouble = TypeError('error in %s._missing_: returned %r instead of None or a valid member' % (cls.__name__, found))
            if not isinstance(trouble, ValueError):
                trouble.__context__ = unknown
            raise trouble
        finally:
            # The frame is in their tracebacks: no cycles.
            trouble = unknown = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        try:
            bound = cls._value2member_map_.setdefault(value, None)
        except TypeError:
            bound = _member_of(cls, value)
            if bound is None:
                cls._unhashable_values_.append(value)
                if _KEEPS_HASHABLE:
                    cls._unhashable_values_map_.setdefault(self._name_, []).append(value)
                return
        if bound is None:
            cls._value2member_map_[value] = self
            if _KEEPS_HASHABLE:
                cls._hashable_values_.append(value)
        elif bound is not self:
            raise ValueError('%r is already bound: %r' % (value, bound))

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """What auto() becomes: one more than the largest value."""
        if not last_values:
            return start
        if _V < (3, 13):
            return _next_of_any(start, last_values)
        try:
            largest = sorted(last_values).pop()
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return largest + 1
        except TypeError:
            raise TypeError('unable to increment %r' % (largest,)) from None

    @classmethod
    def _missing_(cls, value):
        """The member for a value that no member has; None if there is none."""

    @property
    def name(self):
        """The first name of the member."""
        return self._name_

    @property
    def value(self):
        """What stands behind the name in the body."""
        return self._value_

    def __repr__(self):
        cls = self.__class__
        return f'<{cls.__name__}.{self._name_}: {(cls._value_repr_ or repr)(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        cls = self.__class__
        if cls._member_type_ is object:
            shown = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        else:
            shown = set(object.__dir__(self))
        shown.update(name for name in getattr(self, '__dict__', ()) if name[0] != '_' and name not in self._member_map_)
        for base in cls.mro():
            for name, attribute in base.__dict__.items():
                if name[0] == '_':
                    continue
                if name not in self._member_map_ or isinstance(attribute, property) and attribute.fget is not None:
                    shown.add(name)
                elif isinstance(attribute, property):
                    shown.discard(name)
        return sorted(shown)

    def __hash__(self):
        return hash(self._name_)

    # There is but one of each.

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """Members are shown as members by repr(), and as their values by str() and format()."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        if len(values) > 1 and not isinstance(values[1], str):
            raise TypeError('encoding must be a string, not %r' % (values[1],))
        if len(values) > 2 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2]))
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The name in lower case."""
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


# Flags: values are sets of bits.

class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    STRICT = auto()   # they are refused
    CONFORM = auto()  # they are dropped
    EJECT = auto()    # the value becomes an int
    KEEP = auto()     # they are kept


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members that are combined with |, &, ^ and ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next bit."""
        if not last_values:
            return 1 if start is None else start
        largest = max(last_values)
        try:
            return 2 ** largest.bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % largest) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members of single bits in a value, the lowest first."""
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The same in the order of the body."""
        yield from sorted(cls._iter_member_by_value_(value), key=lambda each: each._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """A member that is made of others, or of bits that have no name."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        known, all_bits, boundary = cls._flag_mask_, cls._all_bits_, cls._boundary_
        keeps = boundary is EJECT or boundary is KEEP
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ known):
            if boundary is STRICT:
                width = max(value.bit_length(), known.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, bin(value, width), bin(known, width)))
            elif boundary is CONFORM:
                value &= known
            elif boundary is EJECT:
                return value
            elif boundary is not KEEP:
                raise ValueError('%r unknown flag boundary %r' % (cls, boundary))
            elif value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
        negative = value if value < 0 else None
        if negative is not None:
            value = all_bits + 1 + value if keeps else cls._singles_mask_ & value
        unknown = value & ~known
        if unknown and boundary is not KEEP:
            raise ValueError('%s(%r) -->  unknown values %r [%s]' % (cls.__name__, value, unknown, bin(unknown)))
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        parts, named = cls._parts(value)
        made._name_ = '|'.join([part._name_ for part in parts]) if named else None
        rest = value ^ named
        if named and rest:
            if boundary is STRICT:
                raise ValueError('%r: no members with value %r' % (cls, rest))
            made._name_ += '|%s' % cls._numeric_repr_(rest)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _parts(cls, value):
        """The members in a value, those of single bits first, and all their bits."""
        parts = list(cls._iter_member_(value & cls._singles_mask_))
        if value & ~cls._singles_mask_:
            parts += [each for each in dict.fromkeys(cls._member_map_.values())
                      if each not in parts and each._value_ and each._value_ & value == each._value_]
        bits = 0
        for part in parts:
            bits |= part._value_
        return parts, bits

    def __contains__(self, other):
        """Whether all bits of the other are here."""
        if isinstance(other, self.__class__):
            return other._value_ & self._value_ == other._value_
        raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        cls = self.__class__
        name = '' if self._name_ is None else '.' + self._name_
        return f'<{cls.__name__}{name}: {(cls._value_repr_ or repr)(self._value_)}>'

    def __str__(self):
        name = self.__class__.__name__
        return f'{name}({self._value_!r})' if self._name_ is None else f'{name}.{self._name_}'

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        return flag if self._member_type_ is not object and isinstance(flag, self._member_type_) else NotImplemented

    def __or__(self, other):
        bits = self._get_value(other)
        if bits is NotImplemented:
            return NotImplemented
        for flag in self, other:
            if self._get_value(flag) is None:
                raise TypeError(f"'{flag}' cannot be combined with other flags with |")
        return self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._get_value(other)
        return NotImplemented if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._get_value(other)
        return NotImplemented if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            rest = ~self._value_
            self._inverted_ = self.__class__(rest if self._boundary_ in (EJECT, KEEP) else rest & self._singles_mask_)
        return self._inverted_

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


# Members as names of their module.

def global_enum(cls, update_str=False):
    """Puts the members into their module, and shows them as its names."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def _home(self):
    return self.__class__.__module__.split('.')[-1]


def global_enum_repr(self):
    return f'{_home(self)}.{self._name_}'


def global_flag_repr(self):
    if self._name_ is None:
        return f'{_home(self)}.{self.__class__.__name__}({self._value_!r})'
    if _is_single_bit(self._value_):
        return f'{_home(self)}.{self._name_}'
    # Bits without a member stand as a number.
    return '|'.join([name if name[0].isdigit() else f'{_home(self)}.{name}' for name in self.name.split('|')])


def global_str(self):
    return f'{self.__class__.__name__}({self._value_!r})' if self._name_ is None else self._name_


def _dataclass_repr(self):
    return ', '.join([f'{name}={getattr(self, name)!r}' for name, field in self.__dataclass_fields__.items() if field.repr])


# What a finished class is checked for.

def _aliases(enumeration):
    """'alias -> name' of every member that has another name."""
    return ', '.join([f'{name} -> {each.name}' for name, each in enumeration.__members__.items() if name != each.name])


def unique(enumeration):
    """Refuses a class where two names have the same value."""
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError('duplicate values found in %r: %s' % (enumeration, aliases))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can look at."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Decorates a class that must pass these checks."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                aliases = _aliases(enumeration)
                if aliases:
                    raise ValueError('aliases found in %r: %s' % (enumeration, aliases))
            elif check is CONTINUOUS:
                missing = _skipped(enumeration)
                if missing:
                    kind = 'flag' if _is_flag(enumeration) else 'enum'
                    raise ValueError(f"invalid {kind} {name!r}: missing values {', '.join(map(str, missing))}"[:256])
            elif check is NAMED_FLAGS:
                nameless = _nameless(enumeration)
                if nameless:
                    raise ValueError('invalid Flag %r: %s [use enum.show_flag_values(value) for details]' % (name, nameless))
        return enumeration


def _skipped(enumeration):
    """The values, or of flags the bits, between the lowest and the highest that no member has."""
    values = {each.value for each in enumeration}
    if len(values) < 2:
        return []
    low, high = min(values), max(values)
    if _is_flag(enumeration):
        between = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1)]
    else:
        between = range(low + 1, high)
    return [value for value in between if value not in values]


def _nameless(enumeration):
    """Which aliases hold bits without a name of their own, as words."""
    values = [each.value for each in enumeration]
    names, bits = [], 0
    for name, alias in enumeration._member_map_.items():
        if name in enumeration._member_names_ or alias.value < 0:
            continue
        missed = [bit for bit in _iter_bits_lsb(alias.value) if bit not in values]
        if missed:
            names.append(name)
            bits |= sum(missed)
    if not names:
        return ''
    who = f'alias {names[0]} is' if len(names) == 1 else f"aliases {', '.join(names[:-1])} and {names[-1]} are"
    return f"{who} missing {'value' if _is_single_bit(bits) else 'combined values of'} 0x{bits:x}"
`;
