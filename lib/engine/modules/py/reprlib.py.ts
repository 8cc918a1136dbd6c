// reprlib: behaves as CPython 3.13's Lib/reprlib.py; written for the engine.
export default () => String.raw`
"""repr() with limits on the size of the result."""
import builtins
import sys as _sys
from _thread import get_ident
from itertools import islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue='...'):
    'Decorator to make a repr function return fillvalue for a recursive call'

    def decorating_function(user_function):
        running = set()

        def wrapper(self):
            call = id(self), get_ident()
            if call in running:
                return fillvalue
            running.add(call)
            try:
                return user_function(self)
            finally:
                running.discard(call)

        for name in ('__module__', '__doc__', '__name__', '__qualname__'):
            setattr(wrapper, name, getattr(user_function, name))
        wrapper.__wrapped__ = user_function
        return wrapper

    return decorating_function


def _in_order(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


# Where the types come from that have a method of their own: others of the same name are shown as any object is.
_HOMES = {'array': 'array', 'deque': 'collections', **dict.fromkeys(('tuple', 'list', 'set', 'frozenset', 'dict', 'str', 'int'), 'builtins')}


class Repr:
    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6, maxstring=30,
                 maxlong=40, maxother=30, fillvalue='...', indent=None):
        settings = dict(locals())
        del settings['self']
        if _sys.version_info < (3, 12):
            del settings['indent']
        self.__dict__.update(settings)

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        cls = type(x)
        name = '_'.join(cls.__name__.split())
        method = getattr(self, f'repr_{name}', None)
        if method and _HOMES.get(name, cls.__module__) == cls.__module__:
            return method(x, level)
        return self.repr_instance(x, level)

    def _indent(self):
        return getattr(self, 'indent', None) if _sys.version_info >= (3, 12) else None

    def _lines(self, pieces, level):
        """The pieces behind each other, or, with an indent, a line each."""
        indent = self._indent()
        if indent is None or not pieces:
            return ', '.join(pieces)
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError(f'Repr.indent cannot be negative int (was {indent!r})')
            indent = ' ' * indent
        depth = self.maxlevel - level + 1
        try:
            inner, outer = '\n' + depth * indent, '\n' + (depth - 1) * indent
        except TypeError as error:
            raise TypeError(f'Repr.indent must be a str, int or None, not {type(indent)}') from error
        return ''.join(f'{inner}{piece},' for piece in pieces) + outer

    def _bracketed(self, x, level, left, right, limit, trail=''):
        count = len(x)
        if count and level <= 0:
            return f'{left}{self.fillvalue}{right}'
        pieces = [self.repr1(item, level - 1) for item in islice(x, limit)]
        if count > limit:
            pieces.append(self.fillvalue)
        comma = trail if count == 1 and self._indent() is None else ''
        return f'{left}{self._lines(pieces, level)}{comma}{right}'

    def repr_tuple(self, x, level):
        return self._bracketed(x, level, '(', ')', self.maxtuple, ',')

    def repr_list(self, x, level):
        return self._bracketed(x, level, '[', ']', self.maxlist)

    def repr_deque(self, x, level):
        return self._bracketed(x, level, 'deque([', '])', self.maxdeque)

    def repr_array(self, x, level):
        head = f"array('{x.typecode}'"
        return self._bracketed(x, level, head + ', [', '])', self.maxarray) if x else head + ')'

    def repr_set(self, x, level):
        return self._bracketed(_in_order(x), level, '{', '}', self.maxset) if x else 'set()'

    def repr_frozenset(self, x, level):
        return self._bracketed(_in_order(x), level, 'frozenset({', '})', self.maxfrozenset) if x else 'frozenset()'

    def repr_dict(self, x, level):
        if x and level <= 0:
            return '{' + self.fillvalue + '}'
        shown = self.repr1
        pieces = [f'{shown(key, level - 1)}: {shown(x[key], level - 1)}' for key in islice(_in_order(x), self.maxdict)]
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return '{' + self._lines(pieces, level) + '}'

    def _ends(self, limit):
        """How much of the beginning and of the end stays."""
        first = max(0, (limit - 3) // 2)
        return first, max(0, limit - 3 - first)

    def _cut(self, text, limit):
        first, last = self._ends(limit)
        return text[:first] + self.fillvalue + text[len(text) - last:]

    def repr_str(self, x, level):
        limit = self.maxstring
        text = builtins.repr(x[:limit])
        if len(text) <= limit:
            return text
        first, last = self._ends(limit)
        return self._cut(builtins.repr(x[:first] + x[len(x) - last:]), limit)

    def repr_int(self, x, level):
        text = builtins.repr(x)
        return text if len(text) <= self.maxlong else self._cut(text, self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f'<{x.__class__.__name__} instance at {id(x):#x}>'
        return text if len(text) <= self.maxother else self._cut(text, self.maxother)


aRepr = Repr()
repr = aRepr.repr
`;
