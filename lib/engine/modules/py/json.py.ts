// json: the classes and functions around the native encoder and decoder. Behaves as CPython 3.13's Lib/json; written for the engine.

/** json */
export const jsonSource = () => String.raw`
"""Python's data as JSON text, and back."""
__version__ = '2.0.9'
__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']
__author__ = 'Bob Ippolito <bob@redivi.com>'

from .decoder import JSONDecodeError, JSONDecoder
from .encoder import JSONEncoder

# Of calls without options: a class of one's own is made anew each time.
_plain_encoder, _plain_decoder = JSONEncoder(), JSONDecoder()

_DEFAULTS = dict(skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, indent=None, separators=None, default=None, sort_keys=False)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None,
         default=None, sort_keys=False, **kw):
    """Writes the text of obj to a file, piece by piece: what was written before an error stays written."""
    options = dict(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
                   separators=separators, default=default, sort_keys=sort_keys)
    encoder = _plain_encoder if cls is None and not kw and options == _DEFAULTS else (cls or JSONEncoder)(**options, **kw)
    for piece in encoder.iterencode(obj):
        fp.write(piece)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None,
          default=None, sort_keys=False, **kw):
    """The text of obj."""
    options = dict(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
                   separators=separators, default=default, sort_keys=sort_keys)
    encoder = _plain_encoder if cls is None and not kw and options == _DEFAULTS else (cls or JSONEncoder)(**options, **kw)
    return encoder.encode(obj)


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    """The data in a file."""
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
                 object_pairs_hook=object_pairs_hook, **kw)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    """The data in a text."""
    if not isinstance(s, str):
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
        s = s.decode(detect_encoding(s), 'surrogatepass')
    elif s.startswith('\ufeff'):
        raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    hooks = dict(object_hook=object_hook, object_pairs_hook=object_pairs_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant)
    kw.update((name, hook) for name, hook in hooks.items() if hook is not None)
    decoder = _plain_decoder if cls is None and not kw else (cls or JSONDecoder)(**kw)
    return decoder.decode(s)


def detect_encoding(b):
    """Which UTF the bytes are: by their mark, else by where the zeros are among the first characters, which are ASCII."""
    for mark, name in ((b'\xff\xfe\0\0', 'utf-32'), (b'\0\0\xfe\xff', 'utf-32'), (b'\xff\xfe', 'utf-16'), (b'\xfe\xff', 'utf-16'), (b'\xef\xbb\xbf', 'utf-8-sig')):
        if b.startswith(mark):
            return name
    zeros = [not byte for byte in b[:4]]
    if len(zeros) == 4:
        if zeros[0]:
            return 'utf-16-be' if not zeros[1] else 'utf-32-be'
        if zeros[1]:
            return 'utf-32-le' if zeros[2] and zeros[3] else 'utf-16-le'
    elif len(zeros) == 2:
        # A single character.
        if zeros[0]:
            return 'utf-16-be'
        if zeros[1]:
            return 'utf-16-le'
    return 'utf-8'
`;

/** json.decoder */
export const decoderSource = () => String.raw`
from _json import make_scanner

__all__ = ['JSONDecoder', 'JSONDecodeError']

NaN = float('nan')
PosInf = float('inf')
NegInf = float('-inf')


class JSONDecodeError(ValueError):
    """Says where a text is no JSON."""

    def __init__(self, msg, doc, pos):
        line = 1 + doc.count('\n', 0, pos)
        column = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {line} column {column} (char {pos})')
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno, self.colno = line, column

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _skip(s, end):
    n = len(s)
    while end < n and s[end] in ' \t\n\r':
        end += 1
    return end


class JSONDecoder:
    """Reads values; the hooks make of objects, numbers and constants what they like."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        own_float = parse_float if parse_float not in (None, float) else None
        own_int = parse_int if parse_int not in (None, int) else None
        self.scan_once = make_scanner((bool(strict), object_hook, object_pairs_hook, own_float, own_int, parse_constant, JSONDecodeError))

    def decode(self, s):
        "The one value of a text."
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end < len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        "A value that begins there, and where it ends."
        try:
            value, end = self.scan_once(s, idx)
        except StopIteration as stop:
            raise JSONDecodeError('Expecting value', s, stop.value) from None
        return value, end
`;

/** json.encoder */
export const encoderSource = () => String.raw`
import sys
from _json import encode as _encode, encode_basestring, encode_basestring_ascii

INFINITY = float('inf')

_NOTES = sys.version_info >= (3, 14)
# Before 3.13 the encoder in C wrote no lines, and a dict had its lines even when all its keys were skipped.
_OLD_LINES = sys.version_info < (3, 13)


class JSONEncoder:
    """Makes texts with the same options; other kinds of objects are added by overriding default()."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                 separators=None, default=None):
        self.skipkeys, self.ensure_ascii = skipkeys, ensure_ascii
        self.check_circular, self.allow_nan = check_circular, allow_nan
        self.sort_keys, self.indent = sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            # Lines end without a space.
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        "What is written for an object that JSON does not know."
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        "The text."
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        pieces = self.iterencode(o, _one_shot=True)
        return ''.join(pieces if isinstance(pieces, (list, tuple)) else list(pieces))

    def iterencode(self, o, _one_shot=False):
        "The text in pieces, each as soon as it is known."
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        if not _one_shot or indent is not None and _OLD_LINES:
            return _Pieces(self, indent)._iterencode(o, 0)
        return _encode(o, bool(self.skipkeys), bool(self.ensure_ascii), bool(self.check_circular), bool(self.allow_nan), indent,
                       self.key_separator, self.item_separator, bool(self.sort_keys), self.default),


class _Pieces:
    """One encoding in pieces. They, and the frames of an error, are CPython's: a bracket, a separator and a short value make one piece in a list."""

    def __init__(self, encoder, indent):
        self.encoder, self.indent = encoder, indent
        self.quote = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        # What a value stands in, by id.
        self.around = {} if encoder.check_circular else None

    def _iterencode(self, o, level):
        text = self.floatstr(o) if isinstance(o, float) else self._short(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self._iterencode_list(o, level)
        elif isinstance(o, dict):
            yield from self._iterencode_dict(o, level)
        else:
            if self._is_around(o):
                raise ValueError('Circular reference detected')
            known = self.encoder.default(o)
            try:
                yield from self._iterencode(known, level)
            except BaseException as error:
                self._note(error, o, 'object')
                raise
            self._leave(o)

    def _iterencode_list(self, lst, level):
        if not lst:
            yield '[]'
            return
        if self._is_around(lst):
            raise ValueError('Circular reference detected')
        line = self._line(level + 1)
        before = '[' + line
        for index, value in enumerate(lst):
            try:
                text = self.floatstr(value) if isinstance(value, float) else self._short(value)
                if text is not None:
                    yield before + text
                else:
                    yield before
                    yield from self._container(value, level + 1)
            except BaseException as error:
                self._note(error, lst, f'item {index}')
                raise
            before = self.encoder.item_separator + line
        if line:
            yield self._line(level)
        yield ']'
        self._leave(lst)

    def _iterencode_dict(self, dct, level):
        if not dct:
            yield '{}'
            return
        if self._is_around(dct):
            raise ValueError('Circular reference detected')
        yield '{'
        line = self._line(level + 1)
        first = True
        if line and _OLD_LINES:
            yield line
        for key, value in sorted(dct.items()) if self.encoder.sort_keys else dct.items():
            name = key if isinstance(key, str) else self.floatstr(key) if isinstance(key, float) else self._short(key)
            if name is None:
                if self.encoder.skipkeys:
                    continue
                raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
            if not first:
                yield self.encoder.item_separator + line
            elif line and not _OLD_LINES:
                yield line
            first = False
            yield self.quote(name)
            yield self.encoder.key_separator
            try:
                text = self.floatstr(value) if isinstance(value, float) else self._short(value)
                if text is not None:
                    yield text
                else:
                    yield from self._container(value, level + 1)
            except BaseException as error:
                self._note(error, dct, f'item {key!r}')
                raise
        if line and (_OLD_LINES or not first):
            yield self._line(level)
        yield '}'
        self._leave(dct)

    def _container(self, value, level):
        if isinstance(value, (list, tuple)):
            return self._iterencode_list(value, level)
        if isinstance(value, dict):
            return self._iterencode_dict(value, level)
        return self._iterencode(value, level)

    def _short(self, o):
        "The text of what holds nothing, floats excepted; None of the others."
        if isinstance(o, str):
            return self.quote(o)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        return int.__repr__(o) if isinstance(o, int) else None

    def floatstr(self, o):
        if abs(o) < INFINITY:
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {o!r}')
        return 'NaN' if o != o else 'Infinity' if o > 0 else '-Infinity'

    def _line(self, level):
        return '' if self.indent is None else '\n' + self.indent * level

    def _is_around(self, o):
        if self.around is None:
            return False
        if id(o) in self.around:
            return True
        self.around[id(o)] = o
        return False

    def _leave(self, o):
        if self.around is not None:
            del self.around[id(o)]

    def _note(self, error, o, what):
        if _NOTES and not isinstance(error, GeneratorExit):
            error.add_note(f'when serializing {type(o).__name__} {what}')
`;
