// pprint: behaves as CPython 3.13's Lib/pprint.py; written for the engine.
export default () => String.raw`
"""Prints data structures over as many lines as their width asks for."""
import collections as _collections
import dataclasses as _dataclasses
import re
import sys as _sys
import types as _types
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Writes an object to a stream, sys.stdout if none is named, and ends the line."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text that pprint() writes, without the end of the last line."""
    options = dict(compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() that leaves dicts in their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """A repr() in one line that marks recursion."""
    return _plain(object)[0]


def isreadable(object):
    """Whether eval() could make it again from saferepr()."""
    return _plain(object)[1]


def isrecursive(object):
    """Whether it holds itself."""
    return _plain(object)[2]


def _plain(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)


class PrettyPrinter:
    """Prints with the same options again and again. Other kinds of objects are added by overriding format()."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        for wrong, complaint in ((indent < 0, 'indent must be >= 0'), (depth is not None and depth <= 0, 'depth must be > 0'),
                                 (not width, 'width must be != 0')):
            if wrong:
                raise ValueError(complaint)
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        stream = self._stream
        if stream is not None:
            self._format(object, stream, 0, 0, {}, 0)
            stream.write("\n")

    def pformat(self, object):
        text = _StringIO()
        self._format(object, text, 0, 0, {}, 0)
        return text.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """(text in one line, can eval() read it, does it hold itself); context has the ids of what it stands in."""
        return self._safe_repr(object, context, maxlevels, level)

    # In one line.

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        self._note(readable, recursive)
        return text

    def _note(self, readable, recursive):
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in _scalars:
            return repr(object), True, False
        shown_by = getattr(kind, "__repr__", None)
        if shown_by is int.__repr__ and issubclass(kind, int):
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        ends = next((ends for base, ends in _brackets if shown_by is base.__repr__ and issubclass(kind, base)), None)
        if ends is None:
            text = repr(object)
            return text, text and text[0] != '<', False
        opening, closing = ends
        if not object:
            return opening + closing, True, False
        if opening == '(' and len(object) == 1:
            closing = ',)'
        own = id(object)
        if maxlevels and level >= maxlevels:
            return f'{opening}...{closing}', False, own in context
        if own in context:
            return _recursion(object), False, True
        context[own] = 1
        texts, readable, recursive = [], True, False
        for entry in self._items(object) if opening == '{' else zip(object):
            parts = []
            for part in entry:
                text, part_readable, part_recursive = self.format(part, context, maxlevels, level + 1)
                parts.append(text)
                if not part_readable:
                    readable = False
                if part_recursive:
                    recursive = True
            texts.append(': '.join(parts))
        del context[own]
        return opening + ', '.join(texts) + closing, readable, recursive

    def _items(self, mapping):
        return sorted(mapping.items(), key=_pair_key) if self._sort_dicts else mapping.items()

    # In several lines. indent is the column where the object begins, allowance what must still fit behind its end.

    def _format(self, object, stream, indent, allowance, context, level):
        own = id(object)
        if own in context:
            stream.write(_recursion(object))
            self._note(False, True)
            return
        text = self._repr(object, context, level)
        writer = self._writer(object) if len(text) > self._width - indent - allowance else None
        if writer is None:
            stream.write(text)
            return
        context[own] = 1
        writer(self, object, stream, indent, allowance, context, level + 1)
        del context[own]

    def _writer(self, object):
        """What writes its kind in several lines: found by the __repr__, so a class with one of its own is left in one line."""
        writer = self._dispatch.get(type(object).__repr__)
        if writer is None and _dataclasses.is_dataclass(object) and not isinstance(object, type) and object.__dataclass_params__.repr:
            made = getattr(object.__repr__, '__wrapped__', None)
            if made is not None and '__create_fn__' in made.__qualname__:
                return _write_dataclass
        return writer

    def _pad(self, stream):
        """What makes the first entry stand in the column of the others."""
        if self._indent_per_level > 1:
            stream.write(' ' * (self._indent_per_level - 1))

    def _format_items(self, items, stream, indent, allowance, context, level):
        self._pad(stream)
        indent += self._indent_per_level
        newline = ',\n' + ' ' * indent
        between = ''
        room = line = self._width - indent + 1
        entries = list(items)
        for number, entry in enumerate(entries, 1):
            behind = 1
            if number == len(entries):
                behind = allowance
                room, line = room - allowance, line - allowance
            if self._compact:
                text = self._repr(entry, context, level)
                needed = len(text) + 2
                if needed > room:
                    room = line
                    if between:
                        between = newline
                if needed <= room:
                    room -= needed
                    stream.write(between)
                    stream.write(text)
                    between = ', '
                    continue
            stream.write(between)
            between = newline
            self._format(entry, stream, indent, behind, context, level)

    def _format_pairs(self, pairs, stream, indent, allowance, context, level, *, named=False):
        """key: value lines of a dict, or name=value lines."""
        sign = '=' if named else ': '
        newline = ',\n' + ' ' * indent
        for number, (key, value) in enumerate(pairs, 1):
            text = key if named else self._repr(key, context, level)
            stream.write(text)
            stream.write(sign)
            if named and id(value) in context:
                stream.write('...')
            else:
                behind = allowance if number == len(pairs) else 1
                self._format(value, stream, indent + len(text) + len(sign), behind, context, level)
            if number < len(pairs):
                stream.write(newline)


# How each kind is written.

_writers = PrettyPrinter._dispatch = {}


def _writes(*kinds):
    def register(writer):
        for kind in kinds:
            _writers[kind.__repr__] = writer
        return writer
    return register


@_writes(list)
def _write_list(printer, object, stream, indent, allowance, context, level):
    stream.write('[')
    printer._format_items(object, stream, indent, allowance + 1, context, level)
    stream.write(']')


@_writes(tuple)
def _write_tuple(printer, object, stream, indent, allowance, context, level):
    end = ',)' if len(object) == 1 else ')'
    stream.write('(')
    printer._format_items(object, stream, indent, allowance + len(end), context, level)
    stream.write(end)


@_writes(set, frozenset)
def _write_set(printer, object, stream, indent, allowance, context, level):
    if len(object) == 0:
        stream.write(repr(object))
        return
    opening, closing = ('{', '}') if type(object) is set else (type(object).__name__ + '({', '})')
    stream.write(opening)
    printer._format_items(sorted(object, key=_safe_key), stream, indent + len(opening) - 1, allowance + len(closing), context, level)
    stream.write(closing)


@_writes(_collections.deque)
def _write_deque(printer, object, stream, indent, allowance, context, level):
    if len(object) == 0:
        stream.write(repr(object))
        return
    opening = type(object).__name__ + '('
    indent += len(opening)
    stream.write(opening + '[')
    if object.maxlen is None:
        printer._format_items(object, stream, indent, allowance + 2, context, level)
        stream.write('])')
    else:
        printer._format_items(object, stream, indent, 2, context, level)
        stream.write(f'],\n{" " * indent}maxlen={printer._repr(object.maxlen, context, level)})')


@_writes(dict)
def _write_dict(printer, object, stream, indent, allowance, context, level):
    stream.write('{')
    printer._pad(stream)
    if len(object):
        printer._format_pairs(printer._items(object), stream, indent + printer._indent_per_level, allowance + 1, context, level)
    stream.write('}')


@_writes(_collections.defaultdict)
def _write_defaultdict(printer, object, stream, indent, allowance, context, level):
    if len(object) == 0:
        stream.write(repr(object))
        return
    opening = type(object).__name__ + '('
    factory = printer._repr(object.default_factory, context, level)
    indent += len(opening)
    stream.write(f'{opening}{factory},\n{" " * indent}')
    _write_dict(printer, object, stream, indent, allowance + 1, context, level)
    stream.write(')')


@_writes(_collections.Counter)
def _write_counter(printer, object, stream, indent, allowance, context, level):
    if len(object) == 0:
        stream.write(repr(object))
        return
    opening = type(object).__name__ + '('
    stream.write(opening + '{')
    printer._pad(stream)
    indent += len(opening) + printer._indent_per_level
    printer._format_pairs(object.most_common(), stream, indent, allowance + 2, context, level)
    stream.write('})')


@_writes(_collections.OrderedDict)
def _write_ordereddict(printer, object, stream, indent, allowance, context, level):
    if len(object) == 0:
        stream.write(repr(object))
        return
    _write_call(printer, type(object).__name__, list(object.items()), stream, indent, allowance, context, level)


@_writes(_types.MappingProxyType)
def _write_mappingproxy(printer, object, stream, indent, allowance, context, level):
    _write_call(printer, 'mappingproxy', object.copy(), stream, indent, allowance, context, level)


def _write_call(printer, name, argument, stream, indent, allowance, context, level):
    stream.write(name + '(')
    printer._format(argument, stream, indent + len(name) + 1, allowance + 1, context, level)
    stream.write(')')


@_writes(_collections.ChainMap)
def _write_chainmap(printer, object, stream, indent, allowance, context, level):
    maps = object.maps
    if len(maps) == 0:
        stream.write(repr(object))
        return
    opening = type(object).__name__ + '('
    indent += len(opening)
    stream.write(opening)
    for number, mapping in enumerate(maps, 1):
        last = number == len(maps)
        printer._format(mapping, stream, indent, allowance + 1 if last else 1, context, level)
        stream.write(')' if last else ',\n' + ' ' * indent)


@_writes(_collections.UserDict, _collections.UserList, _collections.UserString)
def _write_user(printer, object, stream, indent, allowance, context, level):
    printer._format(object.data, stream, indent, allowance, context, level - 1)


def _write_dataclass(printer, object, stream, indent, allowance, context, level):
    pairs = [(field.name, getattr(object, field.name)) for field in _dataclasses.fields(object) if field.repr]
    _write_named(printer, type(object).__name__, pairs, stream, indent, allowance, context, level)


@_writes(_types.SimpleNamespace)
def _write_namespace(printer, object, stream, indent, allowance, context, level):
    name = 'namespace' if type(object) is _types.SimpleNamespace else type(object).__name__
    _write_named(printer, name, object.__dict__.items(), stream, indent, allowance, context, level)


def _write_named(printer, name, pairs, stream, indent, allowance, context, level):
    stream.write(name + '(')
    printer._format_pairs(pairs, stream, indent + len(name) + 1, allowance, context, level, named=True)
    stream.write(')')


@_writes(str)
def _write_str(printer, object, stream, indent, allowance, context, level):
    alone = level == 1
    chunks = list(_line_chunks(object, printer._width - indent - alone, allowance + alone)) or [repr(object)]
    _write_chunks(chunks, stream, indent, alone and len(chunks) > 1)


@_writes(bytes)
def _write_bytes(printer, object, stream, indent, allowance, context, level):
    if len(object) <= 4:
        stream.write(repr(object))
        return
    alone = level == 1
    fours = [object[i:i + 4] for i in range(0, len(object), 4)]
    # As in CPython, what follows is thought of only when the last of them is short.
    behind = allowance + alone if len(object) % 4 else 0
    _write_chunks(list(_filled(fours, printer._width - indent - alone, behind)), stream, indent, alone)


@_writes(bytearray)
def _write_bytearray(printer, object, stream, indent, allowance, context, level):
    stream.write('bytearray(')
    _write_bytes(printer, bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
    stream.write(')')


def _write_chunks(chunks, stream, indent, parenthesized):
    """Literals that stand one below the other and are joined by the compiler."""
    text = ('\n' + ' ' * (indent + parenthesized if parenthesized else indent)).join(chunks)
    stream.write(f'({text})' if parenthesized else text)


def _line_chunks(text, width, allowance):
    """A literal a line; lines that are too wide are cut between words."""
    lines = text.splitlines(True)
    for number, line in enumerate(lines, 1):
        behind = allowance if number == len(lines) else 0
        literal = repr(line)
        if len(literal) <= width - behind:
            yield literal
        else:
            yield from _filled(re.findall(r'\S+\s*|\s+', line), width, behind)


def _filled(parts, width, behind):
    """Literals of as many parts as fit, one at least; behind the last part something else must fit."""
    held = parts[0][:0]
    for number, part in enumerate(parts, 1):
        if number == len(parts):
            width -= behind
        longer = held + part
        if held and len(repr(longer)) > width:
            yield repr(held)
            longer = part
        held = longer
    yield repr(held)


if _sys.version_info >= (3, 14):
    @_writes(type({}.keys()), type({}.values()), type({}.items()))
    def _write_view(printer, object, stream, indent, allowance, context, level):
        stream.write(type(object).__name__ + '([')
        printer._pad(stream)
        if len(object):
            key = _pair_key if isinstance(object, type({}.items())) else _safe_key
            entries = sorted(object, key=key) if printer._sort_dicts else object
            printer._format_items(entries, stream, indent, allowance + 1, context, level)
        stream.write('])')


# What the above is made of.

_scalars = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})
_brackets = (dict, '{}'), (list, '[]'), (tuple, '()')


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'


class _safe_key:
    """Orders anything: what does not compare goes by the name of its type, then by its id."""

    __slots__ = ['obj']

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        mine, its = self.obj, other.obj
        try:
            return mine < its
        except TypeError:
            return (str(type(mine)), id(mine)) < (str(type(its)), id(its))


def _pair_key(pair):
    key, value = pair
    return _safe_key(key), _safe_key(value)
`;
