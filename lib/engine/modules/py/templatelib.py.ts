// string.templatelib (3.14, PEP 750): behaves as CPython's Objects/templateobject.c and interpolationobject.c; written for the engine.
export default () => String.raw`
"""Support for template string literals (t-strings)."""
from types import GenericAlias as _GenericAlias

__all__ = ['Interpolation', 'Template', 'convert']


def _no_subclass(cls, **kwargs):
    raise TypeError(f"type 'string.templatelib.{cls.__base__.__name__}' is not an acceptable base type")


class Interpolation:
    __slots__ = ('value', 'expression', 'conversion', 'format_spec')
    __match_args__ = ('value', 'expression', 'conversion', 'format_spec')

    def __new__(cls, value, expression='', conversion=None, format_spec=''):
        if not isinstance(expression, str):
            raise TypeError(f"Interpolation() argument 'expression' must be str, not {type(expression).__name__}")
        if conversion is not None:
            if not isinstance(conversion, str):
                raise TypeError(f"Interpolation() argument 'conversion' must be str, not {type(conversion).__name__}")
            if conversion not in ('s', 'a', 'r'):
                raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        if not isinstance(format_spec, str):
            raise TypeError(f"Interpolation() argument 'format_spec' must be str, not {type(format_spec).__name__}")
        self = object.__new__(cls)
        for name, item in zip(cls.__slots__, (value, expression, conversion, format_spec)):
            object.__setattr__(self, name, item)
        return self

    def __setattr__(self, name, value):
        raise AttributeError('readonly attribute' if name in self.__slots__ else
                             f"'string.templatelib.Interpolation' object has no attribute {name!r} and no __dict__ for setting new attributes")

    def __delattr__(self, name):
        raise AttributeError('readonly attribute')

    def __repr__(self):
        return f'Interpolation({self.value!r}, {self.expression!r}, {self.conversion!r}, {self.format_spec!r})'

    def __reduce__(self):
        return Interpolation, (self.value, self.expression, self.conversion, self.format_spec)

    __class_getitem__ = classmethod(_GenericAlias)
    __init_subclass__ = classmethod(_no_subclass)


class Template:
    __slots__ = ('strings', 'interpolations')

    def __new__(cls, *args, **kwargs):
        if kwargs:
            raise TypeError('Template.__new__ only accepts *args arguments')
        strings, interpolations, open_string = [], [], False
        for arg in args:
            if isinstance(arg, str):
                if open_string:
                    strings[-1] += arg
                else:
                    strings.append(arg)
                open_string = True
            elif isinstance(arg, Interpolation):
                if not open_string:
                    strings.append('')
                interpolations.append(arg)
                open_string = False
            else:
                raise TypeError(f"Template.__new__ *args need to be of type 'str' or 'Interpolation', got {type(arg).__name__}")
        if not open_string:
            strings.append('')
        return _make_template(tuple(strings), tuple(interpolations))

    def __setattr__(self, name, value):
        raise AttributeError('readonly attribute' if name in self.__slots__ else
                             f"'string.templatelib.Template' object has no attribute {name!r} and no __dict__ for setting new attributes")

    def __delattr__(self, name):
        raise AttributeError('readonly attribute')

    @property
    def values(self):
        return tuple(item.value for item in self.interpolations)

    def __iter__(self):
        for i, text in enumerate(self.strings):
            if text:
                yield text
            if i < len(self.interpolations):
                yield self.interpolations[i]

    def __add__(self, other):
        if not isinstance(other, Template):
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{type(other).__name__}") to string.templatelib.Template')
        strings = (*self.strings[:-1], self.strings[-1] + other.strings[0], *other.strings[1:])
        return _make_template(strings, self.interpolations + other.interpolations)

    def __radd__(self, other):
        raise TypeError(f'can only concatenate str (not "string.templatelib.Template") to str' if isinstance(other, str) else
                        f'can only concatenate string.templatelib.Template (not "{type(other).__name__}") to string.templatelib.Template')

    def __repr__(self):
        return f'Template(strings={self.strings!r}, interpolations={self.interpolations!r})'

    def __reduce__(self):
        parts = []
        for i, text in enumerate(self.strings):
            parts.append(text)
            parts.extend(self.interpolations[i:i + 1])
        return Template, tuple(parts)

    __init_subclass__ = classmethod(_no_subclass)


def _make_template(strings, interpolations):
    self = object.__new__(Template)
    object.__setattr__(self, 'strings', strings)
    object.__setattr__(self, 'interpolations', interpolations)
    return self


def convert(obj, /, conversion):
    "Convert 'obj' using formatted string literal semantics."
    if conversion is None:
        return obj
    if conversion in ('r', 's', 'a'):
        return {'r': repr, 's': str, 'a': ascii}[conversion](obj)
    raise ValueError(f'invalid conversion specifier: {conversion}')
`;
