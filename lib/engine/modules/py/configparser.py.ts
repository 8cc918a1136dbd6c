// configparser: INI files. Behaves as CPython 3.13's Lib/configparser.py; written for the engine.
export default () => String.raw`
"""Configuration file parser."""
import re
import sys
from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError", "InterpolationDepthError",
           "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError", "MissingSectionHeaderError", "ConfigParser",
           "RawConfigParser", "Interpolation", "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "ConverterMapping",
           "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH")

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    """Base class for ConfigParser exceptions."""

    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    """Raised when no section matches a requested option."""

    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)


def _read_from(source, lineno):
    place = '' if lineno is None else ' [line {0:2d}]'.format(lineno)
    return f'While reading from {source!r}{place}: '


class DuplicateSectionError(Error):
    """Raised when a section is repeated in an input source, or added although it exists."""

    def __init__(self, section, source=None, lineno=None):
        where = 'Section ' if source is None else _read_from(source, lineno) + 'section '
        Error.__init__(self, f'{where}{section!r} already exists')
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    """Raised by strict parsers when an option is repeated in an input source."""

    def __init__(self, section, option, source=None, lineno=None):
        where = 'Option ' if source is None else _read_from(source, lineno) + 'option '
        Error.__init__(self, f'{where}{option!r} in section {section!r} already exists')
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    """A requested option was not found."""

    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    """Base class for interpolation-related exceptions."""

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    """A string substitution required a setting which was not available."""

    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(self, option, section, f'Bad value substitution: option {option!r} in section {section!r} contains an '
                                    f'interpolation key {reference!r} which is not a valid option name. Raw value: {rawval!r}')
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """Raised when the source text contains invalid syntax."""


class InterpolationDepthError(InterpolationError):
    """Raised when substitutions are nested too deeply."""

    def __init__(self, option, section, rawval):
        InterpolationError.__init__(self, option, section, f'Recursion limit exceeded in value substitution: option {option!r} in section '
                                    f'{section!r} contains an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. '
                                    f'Raw value: {rawval!r}')
        self.args = (option, section, rawval)


class ParsingError(Error):
    """Raised when a configuration file does not follow legal syntax."""

    def __init__(self, source, *args):
        super().__init__(f'Source contains parsing errors: {source!r}')
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += '\n\t[line %2d]: %s' % (lineno, repr(line) if sys.version_info >= (3, 13) else line)


class MissingSectionHeaderError(ParsingError):
    """Raised when a key-value pair is found before any section header."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'File contains no section headers.\nfile: %r, line: %d\n%r' % (filename, lineno, line))
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class _UnnamedSection:
    def __repr__(self):
        return '<UNNAMED_SECTION>'


_V = sys.version_info[:2]
_UNNAMED = _UnnamedSection()

if _V >= (3, 14):
    class UnnamedSectionDisabledError(Error):
        'Raised when an attempt is made to use UNNAMED_SECTION without enabling it.'

        def __init__(self):
            Error.__init__(self, 'Support for UNNAMED_SECTION is disabled.')

    class InvalidWriteError(Error):
        'Raised when what would be written could not be read again.'

    __all__ += ('UnnamedSectionDisabledError', 'InvalidWriteError')

if _V >= (3, 13):
    UNNAMED_SECTION = _UNNAMED
    __all__ += ('MultilineContinuationError', 'UNNAMED_SECTION')


class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Substituting(Interpolation):
    """References are a mark and a name in brackets; the mark twice is the mark."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, option, section, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = self._reference.sub('', value.replace(self._mark * 2, ''))
        if self._mark in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find(self._mark)))
        return value

    def _expand(self, parser, option, section, text, known, depth):
        raw = parser.get(section, option, raw=True, fallback=text)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        parts = []
        while text:
            before, mark, text = text.partition(self._mark)
            parts.append(before)
            if not mark:
                break
            if text.startswith(mark):
                parts.append(mark)
                text = text[1:]
                continue
            found = self._reference.match(mark + text)
            if found is None:
                self._refuse(option, section, mark + text)
            text = text[found.end() - 1:]
            parts.append(self._value(parser, option, section, found[1], raw, known, text, depth))
        return ''.join(parts)

    def _refuse(self, option, section, rest):
        opening = self._opening
        if rest[1:2] == opening:
            raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % rest)
        raise InterpolationSyntaxError(option, section, f"'{self._mark}' must be followed by '{self._mark}' or '{opening}', found: {rest!r}")


class BasicInterpolation(_Substituting):
    """%(name)s stands for a value of the same section or of the defaults."""
    _mark, _opening = '%', '('
    _reference = re.compile(r"%\(([^)]+)\)s")

    def _value(self, parser, option, section, name, raw, known, rest, depth):
        name = parser.optionxform(name)
        if name not in known:
            raise InterpolationMissingOptionError(option, section, raw, name) from None
        value = known[name]
        return self._expand(parser, option, section, value, known, depth + 1) if '%' in value else value


class ExtendedInterpolation(_Substituting):
    """Like buildout: a name, or section and name with a colon between, in braces behind a dollar sign."""
    _mark, _opening = '$', '{'
    _reference = re.compile(r"\$\{([^}]+)\}")

    def _value(self, parser, option, section, name, raw, known, rest, depth):
        path = name.split(':')
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (rest,))
        where, key = (section, path[0]) if len(path) == 1 else path
        key = parser.optionxform(key)
        try:
            value = known[key] if len(path) == 1 else parser.get(where, key, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        if '$' not in value:
            return value
        return self._expand(parser, key, where, value, known if len(path) == 1 else dict(parser.items(where, raw=True)), depth + 1)


class _Reader:
    """One source on its way into a parser, line by line."""

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.section = self.name = self.option = None
        self.indent = 0
        self.seen_sections, self.seen_options = set(), set()
        self.error = None

    def read(self, lines):
        if self.parser._allow_unnamed_section and _V >= (3, 14):
            self._begin(_UNNAMED, 0)
        for lineno, line in enumerate(lines, start=1):
            text, is_comment = self._without_comment(line)
            if not text:
                self._blank(is_comment, line)
                continue
            indent = len(line) - len(line.lstrip())
            if self.section is not None and self.option and indent > self.indent:
                if self.section[self.option] is None:
                    raise MultilineContinuationError(self.source, lineno, line)
                self.section[self.option].append(text)
                continue
            self.indent = indent
            header = self.parser.SECTCRE.match(text)
            if header:
                self._begin(header['header'], lineno)
            elif self.section is None and self.parser._allow_unnamed_section:
                self._begin(_UNNAMED, lineno)
                self._set(text, lineno, line)
            elif self.section is None:
                raise MissingSectionHeaderError(self.source, lineno, line)
            else:
                self._set(text, lineno, line)
        self._join()
        if self.error:
            raise self.error

    def _without_comment(self, line):
        """What the line says, and whether a comment is all that it has."""
        parser = self.parser
        if line.strip().startswith(parser._comment_prefixes):
            return '', True
        ends = [found.start() for prefix in parser._inline_prefixes for found in re.finditer(re.escape(prefix), line)
                if found.start() == 0 or line[found.start() - 1].isspace()]
        return (line[:min(ends)] if ends else line).strip(), bool(ends)

    def _blank(self, is_comment, line):
        if not self.parser._empty_lines_in_values:
            self.indent = sys.maxsize
        elif not is_comment and self.section is not None and self.option and self.section[self.option] is not None:
            self.section[self.option].append('')
        elif not line.strip() and not self.parser._empty_lines_in_values:
            self.indent = sys.maxsize

    def _begin(self, name, lineno):
        parser = self.parser
        self.name = name
        if name == parser.default_section:
            self.section = parser._defaults
        elif name in parser._sections:
            if parser._strict and name in self.seen_sections:
                raise DuplicateSectionError(name, self.source, lineno)
            self.section = parser._sections[name]
        else:
            self.section = parser._make(name)
        self.seen_sections.add(name)
        self.option = None

    def _set(self, text, lineno, line):
        parser = self.parser
        found = parser._optcre.match(text)
        if found is None or not found['option']:
            self._wrong(lineno, line)
            if found is None:
                return
        self.option = parser.optionxform(found['option'].rstrip())
        if parser._strict and (self.name, self.option) in self.seen_options:
            raise DuplicateOptionError(self.name, self.option, self.source, lineno)
        self.seen_options.add((self.name, self.option))
        value = found['value']
        self.section[self.option] = None if value is None else [value.strip()]

    def _wrong(self, lineno, line):
        if self.error is None:
            self.error = ParsingError(self.source)
        self.error.append(lineno, line if sys.version_info >= (3, 13) else repr(line))

    def _join(self):
        parser = self.parser
        for name, options in [(parser.default_section, parser._defaults), *parser._sections.items()]:
            for option, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[option] = parser._interpolation.before_read(parser, name, option, value)


class MultilineContinuationError(ParsingError):
    """Raised when a key without value is followed by its continuation line."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, "Key without value continued with an indented line.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


_BY_CLASS = object()


class RawConfigParser(MutableMapping):
    """ConfigParser that does not do interpolation."""

    SECTCRE = re.compile(r"\[(?P<header>.+)\]")
    NONSPACECRE = re.compile(r"\S")
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'), comment_prefixes=('#', ';'),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT,
                 interpolation=_BY_CLASS, converters=_UNSET, allow_unnamed_section=False):
        self._dict, self._sections, self._defaults = dict_type, dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        marks = '|'.join(map(re.escape, delimiters))
        behind = rf'\s*(?:(?P<vi>{marks})\s*(?P<value>.*))?$' if allow_no_value else rf'\s*(?:(?P<vi>{marks})\s*(?P<value>.*))$'
        self._optcre = re.compile(rf'(?P<option>.*?){behind}')
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_prefixes = tuple(inline_comment_prefixes or ())
        self._strict, self._allow_no_value, self._allow_unnamed_section = strict, allow_no_value, allow_unnamed_section
        self._empty_lines_in_values, self.default_section = empty_lines_in_values, default_section
        if interpolation is _BY_CLASS:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f"interpolation= must be None or an instance of Interpolation; got an object of type {type(self._interpolation)}")
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self.read_dict({default_section: defaults})

    def optionxform(self, optionstr):
        return optionstr.lower()

    def _make(self, name):
        made = self._sections[name] = self._dict()
        self._proxies[name] = SectionProxy(self, name)
        return made

    def _options_of(self, section):
        """What the section says itself; of the default section nothing."""
        if section in self._sections:
            return self._sections[section]
        if section == self.default_section:
            return self._dict()
        raise NoSectionError(section)

    # Sections and what they have.
    def defaults(self):
        return self._defaults

    def sections(self):
        """Return a list of section names, excluding [DEFAULT]"""
        return list(self._sections)

    def add_section(self, section):
        """Create a new section in the configuration."""
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError('Invalid section name: %r' % section)
        if section is _UNNAMED and _V >= (3, 14) and not self._allow_unnamed_section:
            raise UnnamedSectionDisabledError
        self._make(section)

    def has_section(self, section):
        """Indicate whether the named section is present in the configuration."""
        return section in self._sections

    def options(self, section):
        """Return a list of option names for the given section name."""
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def has_option(self, section, option):
        """Check for the existence of a given option in a given section."""
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def remove_option(self, section, option):
        """Remove an option."""
        options = self._defaults if not section or section == self.default_section else self._options_of(section)
        option = self.optionxform(option)
        existed = option in options
        if existed:
            del options[option]
        return existed

    def remove_section(self, section):
        """Remove a file section."""
        existed = section in self._sections
        if existed:
            del self._sections[section], self._proxies[section]
        return existed

    # Reading.
    def read(self, filenames, encoding=None):
        """Read and parse a filename or an iterable of filenames; files that cannot be opened are ignored. Answers those that were read."""
        done = []
        for filename in [filenames] if isinstance(filenames, (str, bytes)) or hasattr(filenames, '__fspath__') else filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(filename.__fspath__() if hasattr(filename, '__fspath__') else filename)
        return done

    def _read(self, lines, source):
        reader = _Reader(self, source)
        try:
            reader.read(lines)
        except Error:
            if sys.version_info >= (3, 13):
                reader._join()
            raise

    def read_file(self, f, source=None):
        """Like read() but the argument must be a file-like object."""
        self._read(f, getattr(f, 'name', '<???>') if source is None else source)

    def read_string(self, string, source='<string>'):
        """Read configuration from a given string."""
        from io import StringIO
        self.read_file(StringIO(string), source)

    def read_dict(self, dictionary, source='<dict>'):
        """Read configuration from a dictionary: section names, then names and values."""
        seen = set()
        for section, entries in dictionary.items():
            section = str(section)
            if section in seen and self._strict:
                raise DuplicateSectionError(section)
            if section != self.default_section and section not in self._sections:
                self._make(section)
            seen.add(section)
            for key, value in entries.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value if value is None else str(value))

    # Values.
    def _known(self, section, vars):
        if section not in self._sections and section != self.default_section:
            raise NoSectionError(section)
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return _ChainMap(given, self._sections.get(section, {}), self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """Get an option value for a given section."""
        try:
            known = self._known(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in known:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = known[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, known)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            value = self.get(section, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return conv(value)

    def getint(self, section, option, **kwargs):
        return self._get_conv(section, option, int, **kwargs)

    def getfloat(self, section, option, **kwargs):
        return self._get_conv(section, option, float, **kwargs)

    def getboolean(self, section, option, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError('Not a boolean: %s' % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        """Return a list of (name, value) tuples for each option in a section; without one, the sections."""
        if section is _UNSET:
            return super().items()
        own = {**self._defaults, **self._options_of(section)}
        names = list(own)
        known = self._known(section, vars)
        own.update(known.maps[0])
        if raw:
            return [(name, own[name]) for name in names]
        return [(name, self._interpolation.before_get(self, section, name, own[name], own)) for name in names]

    def popitem(self):
        """Remove a section from the parser and return it as a (section_name, section_proxy) tuple."""
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def set(self, section, option, value=None):
        """Set an option."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        options = self._defaults if not section or section == self.default_section else self._options_of(section)
        options[self.optionxform(option)] = value

    # Writing.
    def write(self, fp, space_around_delimiters=True):
        """Write an .ini-format representation of the configuration state."""
        mark = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        sections = [*([(self.default_section, self._defaults)] if self._defaults else []), *self._sections.items()]
        for name, options in sections:
            if name is not _UNNAMED:
                fp.write(f'[{name}]\n')
            for key, value in options.items():
                if _V >= (3, 14):
                    self._check_key(key)
                value = self._interpolation.before_write(self, name, key, value)
                shown = '' if value is None and self._allow_no_value else mark + str(value).replace('\n', '\n\t')
                fp.write(f'{key}{shown}\n')
            fp.write('\n')

    def _check_key(self, key):
        if self.SECTCRE.match(key):
            raise InvalidWriteError(f'Cannot write key {key}; begins with section pattern')
        for mark in self._delimiters:
            if mark in key:
                raise InvalidWriteError(f'Cannot write key {key}; contains delimiter {mark}')

    # As a mapping of sections.
    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    """ConfigParser implementing interpolation."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _strings(self, section='', option='', value=''):
        for what, text in (('section names', section), ('option keys', option)):
            if not isinstance(text, str) and not (text is _UNNAMED and _V >= (3, 14)):
                raise TypeError(f'{what} must be strings' + (' or UNNAMED_SECTION' if _V >= (3, 14) and text is section else ''))
        if not isinstance(value, str) and not (value is None and self._allow_no_value):
            raise TypeError("option values must be strings")

    def set(self, section, option, value=None):
        """Set an option.  Extends RawConfigParser.set by validating type and interpolation syntax on the value."""
        self._strings(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        """Create a new section in the configuration.  Extends RawConfigParser.add_section by validating if the section name is a string."""
        self._strings(section=section)
        super().add_section(section)


class SectionProxy(MutableMapping):
    """A proxy for a single section from a parser."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for conv in parser.converters:
            setattr(self, 'get' + conv, self._getter(conv))

    def _getter(self, conv):
        def getter(option, fallback=None, **kwargs):
            return getattr(self._parser, 'get' + conv)(self._name, option, fallback=fallback, **kwargs)
        return getter

    def __repr__(self):
        return '<Section: {}>'.format(self._name)

    def _names(self):
        return self._parser.defaults() if self._name == self._parser.default_section else self._parser.options(self._name)

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if isinstance(self._parser, ConfigParser):
            self._parser._strings(option=key, value=value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """Get an option value; without one the fallback."""
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """The converters of a parser: each gives it, and its sections, a method get<name>()."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {name: getattr(parser, 'get' + name) for name in ('boolean', 'float', 'int')}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        from functools import partial
        getter = partial(self._parser._get_conv, conv=value)
        self._data[key] = value
        setattr(self._parser, 'get' + key, getter)
        for proxy in self._parser._proxies.values():
            setattr(proxy, 'get' + key, proxy._getter(key))

    def __delitem__(self, key):
        del self._data[key]
        for owner in (self._parser, *self._parser._proxies.values()):
            if 'get' + key in vars(owner):
                delattr(owner, 'get' + key)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
`;
