// token and tokenize: behave as CPython 3.13's Lib/token.py and Lib/tokenize.py; written for the engine.

/** token */
export const tokenSource = () => String.raw`
"""Token constants."""
import sys as _sys

_V = _sys.version_info[:2]
_NAMES = ['ENDMARKER', 'NAME', 'NUMBER', 'STRING', 'NEWLINE', 'INDENT', 'DEDENT', 'LPAR', 'RPAR', 'LSQB', 'RSQB', 'COLON', 'COMMA', 'SEMI', 'PLUS', 'MINUS',
          'STAR', 'SLASH', 'VBAR', 'AMPER', 'LESS', 'GREATER', 'EQUAL', 'DOT', 'PERCENT', 'LBRACE', 'RBRACE', 'EQEQUAL', 'NOTEQUAL', 'LESSEQUAL',
          'GREATEREQUAL', 'TILDE', 'CIRCUMFLEX', 'LEFTSHIFT', 'RIGHTSHIFT', 'DOUBLESTAR', 'PLUSEQUAL', 'MINEQUAL', 'STAREQUAL', 'SLASHEQUAL',
          'PERCENTEQUAL', 'AMPEREQUAL', 'VBAREQUAL', 'CIRCUMFLEXEQUAL', 'LEFTSHIFTEQUAL', 'RIGHTSHIFTEQUAL', 'DOUBLESTAREQUAL', 'DOUBLESLASH',
          'DOUBLESLASHEQUAL', 'AT', 'ATEQUAL', 'RARROW', 'ELLIPSIS', 'COLONEQUAL']
if _V >= (3, 12):
    _NAMES.append('EXCLAMATION')
_NAMES.append('OP')
if _V < (3, 13):
    _NAMES += ['AWAIT', 'ASYNC']
_NAMES += ['TYPE_IGNORE', 'TYPE_COMMENT', 'SOFT_KEYWORD']
if _V >= (3, 12):
    _NAMES += ['FSTRING_START', 'FSTRING_MIDDLE', 'FSTRING_END']
if _V >= (3, 14):
    _NAMES += ['TSTRING_START', 'TSTRING_MIDDLE', 'TSTRING_END']
if _V >= (3, 12):
    _NAMES += ['COMMENT', 'NL', 'ERRORTOKEN', 'ENCODING']
else:
    _NAMES += ['ERRORTOKEN', 'COMMENT', 'NL', 'ENCODING']
globals().update({name: number for number, name in enumerate(_NAMES)})
N_TOKENS = len(_NAMES)
NT_OFFSET = 256
tok_name = {number: name for number, name in enumerate(_NAMES)}
tok_name[NT_OFFSET] = 'NT_OFFSET'
EXACT_TOKEN_TYPES = {
    '!=': NOTEQUAL, '%': PERCENT, '%=': PERCENTEQUAL, '&': AMPER, '&=': AMPEREQUAL, '(': LPAR, ')': RPAR, '*': STAR, '**': DOUBLESTAR,
    '**=': DOUBLESTAREQUAL, '*=': STAREQUAL, '+': PLUS, '+=': PLUSEQUAL, ',': COMMA, '-': MINUS, '-=': MINEQUAL, '->': RARROW, '.': DOT, '...': ELLIPSIS,
    '/': SLASH, '//': DOUBLESLASH, '//=': DOUBLESLASHEQUAL, '/=': SLASHEQUAL, ':': COLON, ':=': COLONEQUAL, ';': SEMI, '<': LESS, '<<': LEFTSHIFT,
    '<<=': LEFTSHIFTEQUAL, '<=': LESSEQUAL, '=': EQUAL, '==': EQEQUAL, '>': GREATER, '>=': GREATEREQUAL, '>>': RIGHTSHIFT, '>>=': RIGHTSHIFTEQUAL,
    '@': AT, '@=': ATEQUAL, '[': LSQB, ']': RSQB, '^': CIRCUMFLEX, '^=': CIRCUMFLEXEQUAL, '{': LBRACE, '|': VBAR, '|=': VBAREQUAL, '}': RBRACE, '~': TILDE}
if _V >= (3, 12):
    EXACT_TOKEN_TYPES = {'!': EXCLAMATION, **EXACT_TOKEN_TYPES}
__all__ = ['tok_name', 'ISTERMINAL', 'ISNONTERMINAL', 'ISEOF', 'EXACT_TOKEN_TYPES', 'N_TOKENS', 'NT_OFFSET', *_NAMES]


def ISTERMINAL(x):
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    return x >= NT_OFFSET


def ISEOF(x):
    return x == ENDMARKER
`;

/** tokenize */
export const tokenizeSource = () => String.raw`
"""Tokenization help for Python programs."""
import re as _re
import sys as _sys
from builtins import open as _builtin_open
from collections import namedtuple as _namedtuple
from token import *
from token import EXACT_TOKEN_TYPES, tok_name
import token as _token

__all__ = _token.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'TokenInfo', 'open', 'TokenError']
_V = _sys.version_info[:2]


class TokenError(Exception):
    pass


class TokenInfo(_namedtuple('TokenInfo', 'type string start end line')):
    def __repr__(self):
        kind = '%d (%s)' % (self.type, tok_name[self.type])
        return f'TokenInfo(type={kind}, string={self.string!r}, start={self.start!r}, end={self.end!r}, line={self.line!r})'

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


_NUMBER = (r'0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|(?:[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)'
           r'(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?|[0-9](?:_?[0-9])*[eE][-+]?[0-9](?:_?[0-9])*[jJ]?|[0-9](?:_?[0-9])*[jJ]?')
_PREFIX = r'(?:[bB][rR]?|[rR][bB]?|[uU]|[fF][rR]?|[rR][fF]|[tT][rR]?|[rR][tT])?'
_OPERATORS = sorted(EXACT_TOKEN_TYPES, key=len, reverse=True)
_number = _re.compile(_NUMBER)
_name = _re.compile(r'\w+')
_string = _re.compile(_PREFIX + '(' + '"""' + r"|'''|\"|')")
_operator = _re.compile('|'.join(map(_re.escape, _OPERATORS)))


class _Scanner:
    def __init__(self, text):
        self.lines = text.splitlines(keepends=True)
        self.row = 0
        self.tokens = []

    def add(self, kind, string, start, end, line=None):
        self.tokens.append(TokenInfo(kind, string, start, end, self.lines[start[0] - 1] if line is None else line))

    def scan(self):
        depth, indents, continued = 0, [0], False
        while self.row < len(self.lines):
            line = self.lines[self.row]
            self.row += 1
            at, row = 0, self.row
            if depth == 0 and not continued:
                column = 0
                while at < len(line) and line[at] in ' \t\f':
                    column = 0 if line[at] == '\f' else (column // 8 + 1) * 8 if line[at] == '\t' else column + 1
                    at += 1
                rest = line[at:].rstrip('\r\n')
                if not rest or rest[0] == '#':
                    if rest:
                        self.add(COMMENT, rest, (row, at), (row, at + len(rest)))
                        at += len(rest)
                    ending = line[at:]
                    self.add(NL, ending, (row, at), (row, at + max(1, len(ending)) if _V >= (3, 12) else at + len(ending)), line)
                    continue
                if column > indents[-1]:
                    indents.append(column)
                    self.add(INDENT, line[:at], (row, 0), (row, at))
                while column < indents[-1]:
                    if column not in indents:
                        raise IndentationError('unindent does not match any outer indentation level', ('<string>' if _V >= (3, 12) else '<tokenize>', row, at if _V < (3, 12) else at + 1, line))
                    indents.pop()
                    self.add(DEDENT, '', (row, at), (row, at))
            continued = False
            while at < len(line):
                char = line[at]
                if char in ' \t\f':
                    at += 1
                elif char in '\r\n':
                    self.add(NL if depth else NEWLINE, line[at:], (row, at), (row, at + len(line[at:])))
                    break
                elif char == '#':
                    comment = line[at:].rstrip('\r\n')
                    self.add(COMMENT, comment, (row, at), (row, at + len(comment)))
                    at += len(comment)
                elif char == '\\' and line[at + 1:].strip('\r\n') == '' and len(line) > at + 1:
                    continued = True
                    break
                elif match := _string.match(line, at):
                    row, at, line = self.string(match, row, at, line)
                elif char.isdigit() or char == '.' and line[at + 1:at + 2].isdigit():
                    match = _number.match(line, at)
                    self.add(NUMBER, match.group(), (row, at), (row, match.end()))
                    at = match.end()
                elif char.isidentifier():
                    match = _name.match(line, at)
                    self.add(NAME, match.group(), (row, at), (row, match.end()))
                    at = match.end()
                elif match := _operator.match(line, at):
                    depth += (match.group() in '([{') - (match.group() in ')]}')
                    depth = max(0, depth)
                    self.add(OP, match.group(), (row, at), (row, match.end()))
                    at = match.end()
                else:
                    if _V >= (3, 12):
                        raise TokenError(f"invalid non-printable character U+{ord(char):04X}" if not char.isprintable() else 'unexpected character', (row, at + 1))
                    self.add(ERRORTOKEN, char, (row, at), (row, at + 1))
                    at += 1
        if depth or continued:
            raise TokenError('unexpected EOF in multi-line statement' if _V >= (3, 12) else 'EOF in multi-line statement', (len(self.lines) + (1 if _V < (3, 12) else 0), 0))
        self.finish(indents)

    def finish(self, indents):
        last = self.lines[-1] if self.lines else ''
        if last and last[-1] not in '\r\n' and not last.strip().startswith('#') and self.tokens and self.tokens[-1].type not in (NEWLINE, NL):
            row = len(self.lines)
            self.add(NEWLINE, '', (row, len(last)), (row, len(last) + 1), last if _V >= (3, 12) else '')
        end = (len(self.lines) + 1, 0)
        for _ in indents[1:]:
            self.add(DEDENT, '', end, end, '')
        self.add(ENDMARKER, '', end, end, '')

    def string(self, match, row, at, line):
        opening = match.group()
        quote = match.group(1)
        prefix = opening[:-len(quote)].lower()
        if _V >= (3, 12) and ('f' in prefix or 't' in prefix and _V >= (3, 14)):
            return self.formatted(opening, quote, prefix, row, at, line)
        start, first, text = (row, at), row, opening
        at = match.end()
        while True:
            if line.startswith(quote, at):
                at += len(quote)
                text += quote
                break
            if at >= len(line) or len(quote) == 1 and line[at] in '\r\n':
                if at < len(line) or self.row >= len(self.lines):
                    if _V >= (3, 12):
                        what = 'EOF in multi-line string' if len(quote) == 3 else 'unterminated string literal (detected at line %d)' % first
                        raise TokenError(what, (first, start[1] + 1))
                    raise TokenError('EOF in multi-line string', start)
                row, line, at = self.row + 1, self.lines[self.row], 0
                self.row += 1
                continue
            step = 2 if line[at] == '\\' else 1
            text += line[at:at + step]
            at += step
        self.add(STRING, text, start, (row, at), ''.join(self.lines[first - 1:row]))
        return row, at, line

    def formatted(self, opening, quote, prefix, row, at, line):
        kinds = (FSTRING_START, FSTRING_MIDDLE, FSTRING_END) if 'f' in prefix else (TSTRING_START, TSTRING_MIDDLE, TSTRING_END)
        self.add(kinds[0], opening, (row, at), (row, at + len(opening)))
        if len(quote) == 3:
            raise NotImplementedError('tokenize of triple-quoted f-strings is not simulated')
        at += len(opening)
        text, start = '', at
        while at < len(line) and line[at] not in '\r\n':
            char = line[at]
            if line.startswith(quote, at):
                break
            if char in '{}' and line[at + 1:at + 2] == char:
                text += char if _V < (3, 12) else char
                at += 2
            elif char == '{':
                if text:
                    self.add(kinds[1], text, (row, start), (row, at))
                at = self.field(kinds, quote, row, at, line)
                text, start = '', at
            else:
                step = 2 if char == '\\' and 'r' not in prefix else 1
                text += line[at:at + step]
                at += step
        else:
            raise TokenError(f'unterminated f-string literal (detected at line {row})', (row, start))
        if text:
            self.add(kinds[1], text, (row, start), (row, at))
        self.add(kinds[2], quote, (row, at), (row, at + len(quote)))
        return row, at + len(quote), line

    def field(self, kinds, quote, row, at, line):
        self.add(OP, '{', (row, at), (row, at + 1))
        at += 1
        depth = 0
        while at < len(line):
            char = line[at]
            if char in ' \t':
                at += 1
            elif depth == 0 and char == '}':
                self.add(OP, '}', (row, at), (row, at + 1))
                return at + 1
            elif depth == 0 and char == ':':
                self.add(OP, ':', (row, at), (row, at + 1))
                at = start = at + 1
                text = ''
                while line[at] not in '}\r\n':
                    if line[at] == '{':
                        if text:
                            self.add(kinds[1], text, (row, start), (row, at))
                        at = start = self.field(kinds, quote, row, at, line)
                        text = ''
                    else:
                        text += line[at]
                        at += 1
                if text:
                    self.add(kinds[1], text, (row, start), (row, at))
            elif match := _string.match(line, at):
                _, at, _ = self.string(match, row, at, line)
            elif char.isdigit():
                match = _number.match(line, at)
                self.add(NUMBER, match.group(), (row, at), (row, match.end()))
                at = match.end()
            elif char.isidentifier():
                match = _name.match(line, at)
                self.add(NAME, match.group(), (row, at), (row, match.end()))
                at = match.end()
            elif match := _operator.match(line, at):
                string = '!' if match.group() == '!=' and depth == 0 and False else match.group()
                depth += (string in '([{') - (string in ')]}')
                self.add(OP, string, (row, at), (row, at + len(string)))
                at += len(string)
            else:
                raise TokenError("f-string: expecting '}'", (row, at))
        raise TokenError("f-string: expecting '}'", (row, at))


def _text_of(readline, decode):
    lines = []
    try:
        while line := readline():
            lines.append(line)
    except StopIteration:
        pass
    if decode:
        return b''.join(lines).removeprefix(b'\xef\xbb\xbf').decode('utf-8')
    return ''.join(lines)


def generate_tokens(readline):
    """Tokenize a source reading Python code as unicode strings."""
    scanner = _Scanner(_text_of(readline, False))
    return _checked(scanner, [])


def tokenize(readline):
    """Tokenize a source reading Python code as bytes."""
    scanner = _Scanner(_text_of(readline, True))
    return _checked(scanner, [TokenInfo(ENCODING, 'utf-8', (0, 0), (0, 0), '')])


def _checked(scanner, first):
    failure = None
    try:
        scanner.scan()
    except (TokenError, SyntaxError) as error:
        failure = error
    yield from first
    yield from scanner.tokens
    if failure is not None:
        raise failure


def detect_encoding(readline):
    """Detect the encoding that should be used to decode a Python source file."""
    lines = []
    for _ in range(2):
        try:
            line = readline()
        except StopIteration:
            break
        if not line:
            break
        lines.append(line)
        if match := _re.match(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line):
            return match.group(1).decode().lower(), lines
        if not line.strip().startswith(b'#') and line.strip():
            break
    return 'utf-8', lines


def untokenize(iterable):
    """Transform tokens back into Python source code."""
    out, row, column, encoding = [], 1, 0, None
    simple = []
    for item in iterable:
        if len(item) == 2:
            simple.append(item)
            continue
        kind, string, start, end, _ = item
        if kind == ENCODING:
            encoding = string
            continue
        if kind in (DEDENT, ENDMARKER):
            continue
        if start[0] > row:
            out.append('\\\n' * (start[0] - row) if column else '\n' * (start[0] - row))
            column = 0
            row = start[0]
        out.append(' ' * (start[1] - column))
        if _V >= (3, 12) and kind == FSTRING_MIDDLE:
            string = string.replace('{', '{{').replace('}', '}}')
        out.append(string)
        row, column = end
        if kind in (NEWLINE, NL):
            row, column = row + 1, 0
    if simple:
        out.append(_loosely(simple))
    text = ''.join(out)
    return text.encode(encoding) if encoding else text


def _loosely(pairs):
    out, indents, at_start = [], [], False
    for kind, string in pairs:
        if kind == ENCODING:
            continue
        if kind in (NAME, NUMBER):
            string += ' '
        if kind == INDENT:
            indents.append(string)
            continue
        if kind == DEDENT:
            indents.pop()
            continue
        if kind in (NEWLINE, NL):
            at_start = True
        elif at_start and indents:
            out.append(indents[-1])
            at_start = False
        out.append(string)
    return ''.join(out)


def open(filename):
    """Open a file in read only mode using the encoding detected by detect_encoding()."""
    return _builtin_open(filename, encoding='utf-8')
`;
