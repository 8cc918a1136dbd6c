// string and textwrap. Behave as CPython 3.13's Lib/string.py and Lib/textwrap.py; written for the engine.

/** string */
export const stringSource = () => String.raw`
import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
octdigits = digits[:8]
hexdigits = digits + 'abcdefABCDEF'
whitespace = ' \t\n\r\v\f'
# What ASCII shows besides letters and digits.
punctuation = ''.join(mark for mark in map(chr, range(33, 127)) if not mark.isalnum())
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    words = [word.capitalize() for word in s.split(sep)]
    return (sep or ' ').join(words)


_not_given = {}


class Template:
    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._prepare()

    @classmethod
    def _prepare(cls):
        import re
        pattern = cls.__dict__.get('pattern')
        if pattern is None:
            mark = re.escape(cls.delimiter)
            kinds = [f'(?P<escaped>{mark})', f'(?P<named>{cls.idpattern})', f'{{(?P<braced>{cls.braceidpattern or cls.idpattern})}}', '(?P<invalid>)']
            pattern = f'{mark}(?:' + ' | '.join(kinds) + ')'
        flags = re.IGNORECASE if cls.flags is None else cls.flags
        cls.pattern = re.compile(pattern, int(flags) | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _kind(self, mo):
        """What a match is: a name, or '' with 'escaped' or 'invalid'."""
        named = mo['named'] or mo['braced']
        if named is not None:
            return named, 'named'
        for kind in ('escaped', 'invalid'):
            if mo[kind] is not None:
                return '', kind
        raise ValueError('Unrecognized named group in pattern', self.pattern)

    def _invalid(self, mo):
        lines = self.template[:mo.start('invalid')].splitlines(keepends=True) or [' ']
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines), len(lines[-1])))

    def _chosen(self, mapping, kws):
        if mapping is _not_given:
            return kws
        if not kws:
            return mapping
        from collections import ChainMap
        return ChainMap(kws, mapping)

    def substitute(self, mapping=_not_given, /, **kws):
        mapping = self._chosen(mapping, kws)

        def convert(mo):
            named, kind = self._kind(mo)
            if named:
                return str(mapping[named])
            return self.delimiter if kind == 'escaped' else self._invalid(mo)
        return self.pattern.sub(convert, self.template)

    def safe_substitute(self, mapping=_not_given, /, **kws):
        mapping = self._chosen(mapping, kws)

        def convert(mo):
            named, kind = self._kind(mo)
            try:
                if named:
                    return str(mapping[named])
            except KeyError:
                pass
            return self.delimiter if kind == 'escaped' else mo.group()
        return self.pattern.sub(convert, self.template)

    def is_valid(self):
        return all(self._kind(mo)[1] != 'invalid' for mo in self.pattern.finditer(self.template))

    def get_identifiers(self):
        names = [self._kind(mo)[0] for mo in self.pattern.finditer(self.template)]
        return list(dict.fromkeys(filter(None, names)))


Template._prepare()


class Formatter:
    # What a subclass may override, in the order in which vformat() uses it.
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def parse(self, format_string):
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.formatter_field_name_split(field_name)
        found = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            found = getattr(found, key) if is_attribute else found[key]
        return found, first

    def get_value(self, key, args, kwargs):
        return (args if isinstance(key, int) else kwargs)[key]

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        converter = {'s': str, 'r': repr, 'a': ascii}.get(conversion)
        if converter is None:
            raise ValueError("Unknown conversion specifier {0!s}".format(conversion))
        return converter(value)

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        """The text, and the number that the next {} stands for: False after a numbered field."""
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, field, spec, conversion in self.parse(format_string):
            parts.append(literal)
            if field is None:
                continue
            first, _ = _string.formatter_field_name_split(field)
            if first == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field, auto_arg_index = f'{auto_arg_index}{field}', auto_arg_index + 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                auto_arg_index = False
            value, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            parts.append(self.format_field(value, spec))
        return ''.join(parts), auto_arg_index
`;

/** _string: the format string parser that string.Formatter uses */
export const stringParserSource = () => String.raw`
def formatter_parser(text):
    out = []
    i = 0
    n = len(text)
    literal = ''
    while i < n:
        c = text[i]
        if c not in '{}':
            literal += c
            i += 1
            continue
        if i + 1 < n and text[i + 1] == c:
            literal += c
            out.append((literal, None, None, None))
            literal = ''
            i += 2
            continue
        if c == '}':
            raise ValueError("Single '}' encountered in format string")
        i += 1
        if i >= n:
            raise ValueError("Single '{' encountered in format string")
        start = i
        stop = ''
        while i < n:
            c = text[i]
            i += 1
            if c == '{':
                raise ValueError("unexpected '{' in field name")
            if c == '[':
                while i < n and text[i] != ']':
                    i += 1
                continue
            if c in '}:!':
                stop = c
                break
        if not stop:
            raise ValueError("expected '}' before end of string")
        name = text[start:i - 1]
        spec = ''
        conversion = None
        if stop == '!':
            if i >= n:
                raise ValueError("end of string while looking for conversion specifier")
            conversion = text[i]
            i += 1
            if i < n:
                c = text[i]
                i += 1
                if c == '}':
                    stop = '}'
                elif c != ':':
                    raise ValueError("expected ':' after conversion specifier")
        if stop != '}':
            start = i
            depth = 1
            while i < n:
                if text[i] == '{':
                    depth += 1
                elif text[i] == '}':
                    depth -= 1
                    if not depth:
                        break
                i += 1
            else:
                raise ValueError("unmatched '{' in format spec")
            spec = text[start:i]
            i += 1
        out.append((literal, name, spec, conversion))
        literal = ''
    if literal:
        out.append((literal, None, None, None))
    return iter(out)


def formatter_field_name_split(name):
    i = 0
    while i < len(name) and name[i] not in '.[':
        i += 1
    first = name[:i]
    rest = []
    while i < len(name):
        if name[i] == '.':
            j = i + 1
            while j < len(name) and name[j] not in '.[':
                j += 1
            if j == i + 1:
                raise ValueError("Empty attribute in format string")
            rest.append((True, name[i + 1:j]))
            i = j
        elif name[i] == '[':
            j = name.find(']', i)
            if j < 0:
                raise ValueError("Missing ']' in format string")
            key = name[i + 1:j]
            if not key:
                raise ValueError("Empty attribute in format string")
            rest.append((False, int(key) if key.isdecimal() else key))
            i = j + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return int(first) if first.isdecimal() else first, iter(rest)
`;

/** textwrap */
export const textwrapSource = () => String.raw`
import re
import sys

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

# Blanks of ASCII; a no-break space is none.
_whitespace = '\t\n\x0b\x0c\r '
# Before 3.13 a word that begins at the end of a line leaves an empty piece there, which saves the blank before it.
_NO_EMPTY_PIECE = sys.version_info >= (3, 13)
_BLANK, _NO_BLANK = f'[{re.escape(_whitespace)}]', f'[^{re.escape(_whitespace)}]'
_LETTER, _IN_WORD = r'[^\d\W]', r'[\w!"\'&.,?]'


def _word_separators():
    """Where a line may break: at blanks, behind a hyphen inside a word, and on both sides of a dash."""
    dash = rf'(?<={_IN_WORD})-{{2,}}(?=\w)'
    after_letters = rf'(?:(?<={_LETTER}{{2}}-)|(?<={_LETTER}-{_LETTER}-))'
    hyphen = rf'-{after_letters}(?={_LETTER}-?{_LETTER})'
    end_of_word = rf'(?={_BLANK}|\Z)|(?<={_IN_WORD})(?=-{{2,}}\w)'
    return re.compile(f'({_BLANK}+|{dash}|{_NO_BLANK}+?(?:{hyphen}|{end_of_word}))')


class TextWrapper:
    unicode_whitespace_trans = {ord(blank): ord(' ') for blank in _whitespace}
    wordsep_re = _word_separators()
    wordsep_simple_re = re.compile(f'({_BLANK}+)')
    sentence_end_re = re.compile(r'[a-z][\.\!\?][\"\']?\Z')

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
                 break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'):
        options = dict(locals())
        del options['self']
        self.__dict__.update(options)

    # The text in pieces: words, blanks, parts of hyphenated words.
    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        return text.translate(self.unicode_whitespace_trans) if self.replace_whitespace else text

    def _split(self, text):
        separators = self.wordsep_re if self.break_on_hyphens is True else self.wordsep_simple_re
        return list(filter(None, separators.split(text)))

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _fix_sentence_endings(self, chunks):
        """Two blanks behind the end of a sentence."""
        at = 1
        while at < len(chunks):
            if chunks[at] == " " and self.sentence_end_re.search(chunks[at - 1]):
                chunks[at] = "  "
                at += 1
            at += 1

    # Lines of pieces. The pieces stand in reverse order, the next one last.
    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        room = width - cur_len if width >= 1 else 1
        if not self.break_long_words or (room <= 0 and _NO_EMPTY_PIECE):
            # It gets a line for itself, as long as it is.
            if not cur_line:
                cur_line.append(reversed_chunks.pop())
            return
        word = reversed_chunks.pop()
        if self.break_on_hyphens and len(word) > room:
            hyphen = word.rfind('-', 0, room)
            if hyphen > 0 and word[:hyphen].strip('-'):
                room = hyphen + 1
        cur_line.append(word[:room])
        reversed_chunks.append(word[room:])

    def _next_line(self, chunks, width, first):
        """The pieces of one line, and how long they are."""
        if self.drop_whitespace and not first and not chunks[-1].strip():
            chunks.pop()
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, length, width)
            length = sum(map(len, line))
        if self.drop_whitespace and line and not line[-1].strip():
            length -= len(line.pop())
        return line, length

    def _is_last(self, chunks):
        """Whether nothing that would be shown is left."""
        return not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())

    def _cut_off(self, lines, indent, line, length, width):
        """Ends the text here: the placeholder goes where it has room."""
        placeholder = self.placeholder
        while line:
            if line[-1].strip() and length + len(placeholder) <= width:
                lines.append(indent + ''.join(line) + placeholder)
                return
            length -= len(line.pop())
        before = lines[-1].rstrip() if lines else None
        if before is not None and len(before) + len(placeholder) <= self.width:
            lines[-1] = before + placeholder
        else:
            lines.append(indent + placeholder.lstrip())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        limit = self.max_lines
        if limit is not None:
            indent = self.subsequent_indent if limit > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line, length = self._next_line(chunks, width, first=not lines)
            if not line:
                continue
            if limit is None or len(lines) + 1 < limit or (self._is_last(chunks) and length <= width):
                lines.append(indent + ''.join(line))
            else:
                self._cut_off(lines, indent, line, length, width)
                break
        return lines

    def wrap(self, text):
        """The text as a list of lines no longer than width."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The text as one string of wrapped lines."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    words = ' '.join(text.split())
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(words)


def _margin_of(lines):
    """The blanks that all lines begin with."""
    margins = [line[:len(line) - len(line.lstrip(' \t'))] for line in lines]
    first, last = min(margins, default=''), max(margins, default='')
    shared = 0
    while shared < len(first) and first[shared] == last[shared]:
        shared += 1
    return first[:shared]


if sys.version_info >= (3, 14):
    def dedent(text):
        try:
            lines = text.split('\n')
        except (AttributeError, TypeError):
            raise TypeError(f'expected str object, not {type(text).__qualname__!r}') from None
        margin = len(_margin_of([line for line in lines if line and not line.isspace()]))
        return '\n'.join(['' if line.isspace() else line[margin:] for line in lines])
else:
    _only_blanks = re.compile('^[ \t]+$', re.MULTILINE)

    def dedent(text):
        text = _only_blanks.sub('', text)
        lines = text.split('\n')
        margin = len(_margin_of([line for line in lines if line]))
        return '\n'.join([line[margin:] for line in lines])


def indent(text, prefix, predicate=None):
    wanted = str.strip if predicate is None else predicate
    return ''.join([prefix + line if wanted(line) else line for line in text.splitlines(True)])
`;
