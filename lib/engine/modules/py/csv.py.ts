// _csv, csv and graphlib: behave as CPython 3.13's Lib/csv.py with Modules/_csv.c, and Lib/graphlib.py; written for the engine.

/** _csv. */
export const csvCoreSource = () => String.raw`
"""CSV parsing and writing."""
import _ctype
import sys

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_STRINGS, _NOTNULL = QUOTE_STRINGS, QUOTE_NOTNULL
_dialects = {}
_limit = 131072


class Error(Exception):
    pass


Error.__module__ = '_csv'


def field_size_limit(new_limit=None, /):
    """Sets an upper limit on parsed fields."""
    global _limit
    old = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _limit = new_limit
    return old


_DEFAULTS = {'delimiter': ',', 'quotechar': '"', 'escapechar': None, 'doublequote': True, 'skipinitialspace': False,
             'lineterminator': '\r\n', 'quoting': QUOTE_MINIMAL, 'strict': False}


class _Resolved:
    __slots__ = tuple(_DEFAULTS)

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in options:
            if name not in _DEFAULTS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'" if sys.version_info >= (3, 13) else
                                f"'{name}' is an invalid keyword argument for this function")
        for name, default in _DEFAULTS.items():
            value = options[name] if name in options else getattr(dialect, name, default)
            setattr(self, name, value)
        for name in ('delimiter', 'escapechar', 'quotechar'):
            value = getattr(self, name)
            if value is None and name != 'delimiter':
                continue
            if sys.version_info >= (3, 14):
                if not isinstance(value, str) or len(value) != 1:
                    what = f'a string of length {len(value)}' if isinstance(value, str) else type(value).__name__
                    raise TypeError(f'"{name}" must be a unicode character{"" if name == "delimiter" else " or None"}, not {what}')
            if not isinstance(value, str):
                kind = 'string' if name == 'delimiter' else 'string or None'
                raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(self.lineterminator).__name__}')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            if 'quotechar' in options and 'quoting' not in options:
                self.quoting = QUOTE_NONE
            else:
                raise TypeError('quotechar must be set if quoting enabled')
        self.doublequote = bool(self.doublequote)
        self.skipinitialspace = bool(self.skipinitialspace)
        self.strict = bool(self.strict)
        if sys.version_info >= (3, 13):
            self._check_characters()

    def _check_characters(self):
        given = [(name, getattr(self, name)) for name in ('delimiter', 'escapechar', 'quotechar') if getattr(self, name) is not None]
        for name, char in given:
            if char in '\r\n' or (char == ' ' and name != 'delimiter' and self.skipinitialspace):
                raise ValueError(f'bad {name} value')
            if char in self.lineterminator:
                raise ValueError(f'bad {name} or lineterminator value')
        for i, (name, char) in enumerate(given):
            for other, same in given[i + 1:]:
                if char == same:
                    raise ValueError(f'bad {name} or {other} value')


_Resolved.__name__ = _Resolved.__qualname__ = 'Dialect'
_Resolved.__module__ = '_csv'


def register_dialect(name, dialect=None, /, **options):
    """Create a mapping from a string name to a dialect class."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Resolved(dialect, options)


def unregister_dialect(name, /):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name, /):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


class _Reader:
    __slots__ = ('_input', 'dialect', 'line_num')

    def __init__(self, iterable, dialect, options):
        self._input = iter(iterable)
        self.dialect = _Resolved(dialect, options)
        self.line_num = 0

    def __iter__(self):
        return self

    def _save(self, parts, numeric, fields, quoted):
        text = ''.join(parts)
        if len(text) > _limit:
            raise Error(f'field larger than field limit ({_limit})')
        quoting = self.dialect.quoting
        if not quoted and not text and quoting in (_NOTNULL, _STRINGS):
            fields.append(None)
        elif not quoted and text and quoting in (QUOTE_NONNUMERIC, _STRINGS):
            fields.append(float(text))
        elif not quoted and quoting == QUOTE_NONNUMERIC and numeric:
            fields.append(float(text))
        else:
            fields.append(text)

    def __next__(self):
        d = self.dialect
        delimiter, quotechar, escapechar = d.delimiter, d.quotechar, d.escapechar
        fields = []
        field = []
        quoted = False
        state = 'start record'
        while True:
            try:
                line = next(self._input)
            except StopIteration:
                if field or state == 'in quoted':
                    if d.strict:
                        raise Error("unexpected end of data") from None
                    self._save(field, False, fields, quoted)
                    return fields
                if fields or state not in ('start record',):
                    self._save(field, False, fields, quoted)
                    return fields
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            for c in (*line, ''):
                end = c == ''
                eol = c == '\n' or c == '\r'
                if state == 'start record':
                    if end:
                        break
                    if eol:
                        state = 'eat'
                        continue
                    state = 'start field'
                if state == 'start field':
                    if eol or end:
                        self._save(field, False, fields, quoted)
                        field, quoted = [], False
                        state = 'start record' if end else 'eat'
                    elif c == quotechar and d.quoting != QUOTE_NONE:
                        quoted = True
                        state = 'in quoted'
                    elif c == escapechar:
                        state = 'escaped'
                    elif c == ' ' and d.skipinitialspace:
                        pass
                    elif c == delimiter:
                        self._save(field, False, fields, quoted)
                        field, quoted = [], False
                    else:
                        field.append(c)
                        state = 'in field'
                elif state == 'escaped':
                    field.append('\n' if end else c)
                    state = 'in field' if not end else 'after escaped'
                elif state in ('in field', 'after escaped'):
                    if state == 'after escaped' and end:
                        pass
                    elif eol or end:
                        self._save(field, False, fields, quoted)
                        field, quoted = [], False
                        state = 'start record' if end else 'eat'
                    elif c == escapechar:
                        state = 'escaped'
                    elif c == delimiter:
                        self._save(field, False, fields, quoted)
                        field, quoted = [], False
                        state = 'start field'
                    else:
                        field.append(c)
                        state = 'in field'
                elif state == 'in quoted':
                    if end:
                        pass
                    elif c == escapechar:
                        state = 'escape in quoted'
                    elif c == quotechar and d.quoting != QUOTE_NONE:
                        state = 'quote in quoted' if d.doublequote else 'in field'
                    else:
                        field.append(c)
                elif state == 'escape in quoted':
                    field.append('\n' if end else c)
                    state = 'in quoted'
                elif state == 'quote in quoted':
                    if c == quotechar and d.quoting != QUOTE_NONE:
                        field.append(c)
                        state = 'in quoted'
                    elif c == delimiter:
                        self._save(field, False, fields, quoted)
                        field, quoted = [], False
                        state = 'start field'
                    elif eol or end:
                        self._save(field, False, fields, quoted)
                        field, quoted = [], False
                        state = 'start record' if end else 'eat'
                    elif not d.strict:
                        field.append(c)
                        state = 'in field'
                    else:
                        raise Error(f"'{delimiter}' expected after '{quotechar}'")
                elif state == 'eat':
                    if eol:
                        pass
                    elif end:
                        state = 'start record'
                    else:
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
            if state == 'start record':
                return fields


_Reader.__name__ = _Reader.__qualname__ = 'reader'
_Reader.__module__ = '_csv'
_ctype.shape(_Reader, '_csv.reader')


def reader(iterable, /, dialect='excel', **options):
    """Return a reader object that will process lines from the given iterable."""
    return _Reader(iterable, dialect, options)


class _Writer:
    __slots__ = ('dialect', '_write')

    def __init__(self, file, dialect, options):
        self.dialect = _Resolved(dialect, options)
        try:
            self._write = file.write
        except AttributeError:
            raise TypeError('argument 1 must have a "write" method') from None

    def _field(self, value, alone):
        d = self.dialect
        quoting = d.quoting
        if quoting == QUOTE_ALL:
            quoted = True
        elif quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float))
        elif quoting == _STRINGS:
            quoted = isinstance(value, str)
        elif quoting == _NOTNULL:
            quoted = value is not None
        else:
            quoted = False
        text = '' if value is None else value if isinstance(value, str) else str(value)
        special = {d.delimiter, d.escapechar, d.quotechar, '\r', '\n', *d.lineterminator}
        out = []
        for c in text:
            if c in special and c is not None:
                escape = False
                if quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    if d.doublequote:
                        out.append(c)
                    else:
                        escape = True
                elif c == d.escapechar:
                    escape = True
                if not escape:
                    quoted = True
                elif d.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                else:
                    out.append(d.escapechar)
            out.append(c)
        if alone and not text and not quoted:
            if quoting == QUOTE_NONE or quoting in (_STRINGS, _NOTNULL) and value is None:
                raise Error("single empty field record must be quoted")
            quoted = True
        text = ''.join(out)
        if d.delimiter == ' ' and d.skipinitialspace and not text and not quoted:
            quoted = True
        return f'{d.quotechar}{text}{d.quotechar}' if quoted else text

    def writerow(self, row, /):
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        alone = len(row) == 1
        return self._write(self.dialect.delimiter.join([self._field(v, alone) for v in row]) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


_Writer.__name__ = _Writer.__qualname__ = 'writer'
_Writer.__module__ = '_csv'
_ctype.shape(_Writer, '_csv.writer')
_ctype.function(list_dialects, '_csv.list_dialects')


def writer(fileobj, /, dialect='excel', **options):
    """Return a writer object that will write user data on the given file object."""
    return _Writer(fileobj, dialect, options)
`.slice(1);

/** csv. */
export const csvSource = () => String.raw`
"""CSV parsing and writing."""
import re
import types
from io import StringIO
from _csv import (
    QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS, Error, _Resolved, field_size_limit, get_dialect, list_dialects, reader,
    register_dialect, unregister_dialect, writer,
)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL",
           "Error", "Dialect", "excel", "excel_tab", "field_size_limit", "reader", "writer",
           "register_dialect", "get_dialect", "list_dialects", "Sniffer", "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]

__version__ = '1.0'


class Dialect:
    """Describe a CSV dialect."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Resolved(self, {})
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    """Describe the usual properties of Excel-generated CSV files."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """Describe the usual properties of Excel-generated TAB-delimited files."""
    delimiter = '\t'


class unix_dialect(Dialect):
    """Describe the usual properties of Unix-generated CSV files."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        d = dict(zip(self.fieldnames, row))
        lf = len(self.fieldnames)
        lr = len(row)
        if lf < lr:
            d[self.restkey] = row[lf:]
        elif lf > lr:
            for key in self.fieldnames[lr:]:
                d[key] = self.restval
        return d

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        header = dict(zip(self.fieldnames, self.fieldnames))
        return self.writerow(header)

    def _dict_to_list(self, rowdict):
        if self.extrasaction == "raise":
            wrong_fields = rowdict.keys() - self.fieldnames
            if wrong_fields:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong_fields]))
        return (rowdict.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)


class Sniffer:
    '''"Sniffs" the format of a CSV file (i.e. delimiter, quotechar)'''

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        quote, doubled, found, spaced = self._guess_quote_and_delimiter(sample, delimiters)
        if not found:
            found, spaced = self._guess_delimiter(sample, delimiters)
        if not found:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL
        dialect.doublequote = doubled
        dialect.delimiter = found
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = spaced
        return dialect

    def _guess_quote_and_delimiter(self, data, delimiters):
        # Quoted text with the same character on both sides, else at the beginning of a line, at its end, or alone on it.
        before = r'''(?P<delim>[^\w\n"\'])(?P<space> ?)'''
        quoted = r'''(?P<quote>["\']).*?(?P=quote)'''
        for form in (before + quoted + '(?P=delim)', r'(?:^|\n)' + quoted + before, before + quoted + r'(?:$|\n)',
                     r'(?:^|\n)' + quoted + r'(?:$|\n)'):
            found = list(re.finditer(form, data, re.DOTALL | re.MULTILINE))
            if found:
                break
        else:
            return '', False, None, 0
        quotes, delims, spaces = {}, {}, 0
        for match in found:
            groups = match.groupdict()
            quotes[groups['quote']] = quotes.get(groups['quote'], 0) + 1
            delim = groups.get('delim')
            if delim and (delimiters is None or delim in delimiters):
                delims[delim] = delims.get(delim, 0) + 1
            if groups.get('space'):
                spaces += 1
        quote = max(quotes, key=quotes.get)
        delim, spaced = '', 0
        if delims:
            delim = max(delims, key=delims.get)
            spaced = delims[delim] == spaces
        # A third quote between two delimiters: quotes are doubled.
        edge, inner = re.escape(delim), f'[^{re.escape(delim)}\n]*'
        doubled = re.search(rf'(({edge})|^)\W*{quote}{inner}{quote}{inner}{quote}\W*(({edge})|$)', data, re.MULTILINE)
        return quote, doubled is not None, delim, spaced

    def _guess_delimiter(self, data, delimiters):
        # A delimiter occurs as often on (nearly) every line. Ten lines are looked at, then ten more, until one character is left.
        lines = [line for line in data.split('\n') if line]
        step = min(10, len(lines))
        counts = {chr(code): {} for code in range(127)}
        usual, candidates = {}, {}
        for start in range(0, len(lines), step or 1):
            for line in lines[start:start + step]:
                for char, seen in counts.items():
                    often = line.count(char)
                    seen[often] = seen.get(often, 0) + 1
            for char, seen in counts.items():
                if list(seen) == [0]:
                    continue
                often = max(seen, key=seen.get)
                # Lines that agree less those that do not.
                usual[char] = often, 2 * seen[often] - sum(seen.values())
            total = float(min(start + step, len(lines)))
            consistency = 1.0
            while not candidates and consistency >= 0.9:
                for char, (often, lead) in usual.items():
                    if often > 0 and lead > 0 and lead / total >= consistency and (delimiters is None or char in delimiters):
                        candidates[char] = often, lead
                consistency -= 0.01
            if len(candidates) == 1:
                break
        if not candidates:
            return '', 0
        delim = next(iter(candidates))
        if len(candidates) > 1:
            delim = next((char for char in self.preferred if char in candidates), None) or max((lead, char) for char, lead in candidates.items())[1]
        return delim, lines[0].count(delim) == lines[0].count(f'{delim} ')

    def has_header(self, sample):
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        # Of each column: the one type that all its cells have: numbers, or text of one length.
        kinds = dict.fromkeys(range(len(header)))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = self._kind(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                differs = len(header[column]) != kind
            else:
                try:
                    kind(header[column])
                    differs = False
                except (ValueError, TypeError):
                    differs = True
            votes += 1 if differs else -1
        return votes > 0

    @staticmethod
    def _kind(cell):
        try:
            complex(cell)
            return complex
        except (ValueError, OverflowError):
            return len(cell)
`;

/** graphlib. */
export const graphlibSource = () => String.raw`
"""Topological sorting of graphs."""
from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


_NONE = object()


class CycleError(ValueError):
    """Raised by TopologicalSorter.prepare if the graph has a cycle; the second argument lists its nodes."""


class _Node:
    """A node: how many predecessors it waits for, who waits for it, and where it stands."""
    __slots__ = 'waits_for', 'followers', 'state'

    def __init__(self):
        self.waits_for, self.followers, self.state = 0, [], 'waiting'


class TopologicalSorter:
    """Provides functionality to topologically sort a graph of hashable nodes."""

    def __init__(self, graph=None):
        self._nodes = {}
        # Nodes to hand out; None before prepare().
        self._ready = None
        self._in_hand = 0
        if graph is not None:
            for node, before in graph.items():
                self.add(node, *before)

    def _known(self, node):
        if node not in self._nodes:
            self._nodes[node] = _Node()
        return self._nodes[node]

    def add(self, node, *predecessors):
        """Add a new node and its predecessors to the graph."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._known(node).waits_for += len(predecessors)
        for predecessor in predecessors:
            self._known(predecessor).followers.append(node)

    def prepare(self):
        """Mark the graph as finished and check for cycles in the graph."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, info in self._nodes.items() if not info.waits_for]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._ready

    def get_ready(self):
        """Return a tuple of all the nodes that are ready."""
        handed = tuple(self._prepared())
        self._ready = []
        self._in_hand += len(handed)
        for node in handed:
            self._nodes[node].state = 'out'
        return handed

    def is_active(self):
        """Return True if more progress can be made and False otherwise."""
        return bool(self._prepared()) or self._in_hand > 0

    __bool__ = is_active

    def done(self, *nodes):
        """Marks a set of nodes returned by "get_ready" as processed."""
        ready = self._prepared()
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if info.state != 'out':
                trouble = 'passed out (still not ready)' if info.state == 'waiting' else None
                raise ValueError(f"node {node!r} was " + (f"not {trouble}" if trouble else "already marked done"))
            info.state = 'done'
            self._in_hand -= 1
            for follower in info.followers:
                waiting = self._nodes[follower]
                waiting.waits_for -= 1
                if not waiting.waits_for:
                    ready.append(follower)

    def _cycle(self):
        """The nodes of a cycle, the first one again at the end: a walk along the followers that comes back to its own path."""
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path, place, branches = [start], {start: 0}, [iter(self._nodes[start].followers)]
            seen.add(start)
            while path:
                node = next((node for node in branches[-1] if node in place or node not in seen), _NONE)
                if node is _NONE:
                    del place[path.pop()]
                    branches.pop()
                elif node in place:
                    return path[place[node]:] + [node]
                else:
                    seen.add(node)
                    place[node] = len(path)
                    path.append(node)
                    branches.append(iter(self._nodes[node].followers))
        return None

    def static_order(self):
        """Returns an iterable of nodes in a topological order."""
        self.prepare()
        while self:
            group = self.get_ready()
            yield from group
            self.done(*group)

    __class_getitem__ = classmethod(GenericAlias)
`;
