// re: the Python part (flags, errors, cache, module functions). Behaves as CPython 3.13's Lib/re/__init__.py; written for the engine.
export default () => String.raw`
import copyreg as _copyreg

import _sre

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern", "Match",
    "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
    "PatternError"]

__version__ = "2.2.1"


_FLAG_NAMES = ("NOFLAG", "ASCII", "A", "IGNORECASE", "I", "LOCALE", "L", "UNICODE", "U", "MULTILINE", "M", "DOTALL", "S", "VERBOSE", "X", "DEBUG")


def __getattr__(name):
    # The flags are made at their first use: most programs never name one, and enum is not small.
    if name != "RegexFlag" and name not in _FLAG_NAMES:
        raise AttributeError(f"module 're' has no attribute {name!r}")
    import enum

    class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
        NOFLAG = 0
        ASCII = A = 256
        IGNORECASE = I = 2
        LOCALE = L = 4
        UNICODE = U = 32
        MULTILINE = M = 8
        DOTALL = S = 16
        VERBOSE = X = 64
        DEBUG = 128
        __str__ = object.__str__
        _numeric_repr_ = hex

    RegexFlag.__qualname__ = "RegexFlag"
    enum.global_enum(RegexFlag)
    g = globals()
    g["RegexFlag"] = RegexFlag
    for flag in _FLAG_NAMES:
        g[flag] = RegexFlag[flag]
    return g[name]


class PatternError(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = '%s at position %d' % (msg, pos)
            if isinstance(pattern, str):
                newline = '\n'
            else:
                newline = b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = '%s (line %d, column %d)' % (msg, self.lineno, self.colno)
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


if _sre.OLD_ERROR_NAME:
    PatternError.__name__ = PatternError.__qualname__ = 'error'
error = PatternError
_sre.set_error(PatternError)
if _sre.OLD_ERROR_NAME:
    del PatternError

Pattern = _sre.Pattern
Match = _sre.Match


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


class _ZeroSentinel(int):
    pass


_zero_sentinel = _ZeroSentinel()


def _positional(name, args, count, flags):
    if args:
        if count is not _zero_sentinel:
            raise TypeError(name + "() got multiple values for argument '" + ('maxsplit' if name == 'split' else 'count') + "'")
        count, *args = args
        if args:
            if flags is not _zero_sentinel:
                raise TypeError(name + "() got multiple values for argument 'flags'")
            flags, *args = args
            if args:
                base = 3 if name == 'split' else 4
                raise TypeError("%s() takes from %d to %d positional arguments but %d were given" % (name, base - 1, base + 1, base + 1 + len(args)))
        import warnings
        warnings.warn("'%s' is passed as positional argument" % ('maxsplit' if name == 'split' else 'count'), DeprecationWarning, stacklevel=3)
    return count, flags


def sub(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    if args:
        count, flags = _positional('sub', args, count, flags)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    if args:
        count, flags = _positional('subn', args, count, flags)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero_sentinel, flags=_zero_sentinel):
    if args:
        maxsplit, flags = _positional('split', args, maxsplit, flags)
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def purge():
    _cache.clear()


_special_chars_map = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special_chars_map)
    else:
        pattern = str(pattern, 'latin1')
        return pattern.translate(_special_chars_map).encode('latin1')


_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    if type(flags) is not int:
        flags = int(flags)
    try:
        return _cache[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    p = _sre.compile(pattern, flags)
    if not (flags & 128):
        if len(_cache) >= _MAXCACHE:
            del _cache[next(iter(_cache))]
        _cache[type(pattern), pattern, flags] = p
    return p


def _pickle(p):
    return _compile, (p.pattern, p.flags)


_copyreg.pickle(Pattern, _pickle, _compile)


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._actions = [action for _, action in lexicon]
        self.scanner = _compile('|'.join('(%s)' % phrase for phrase, _ in lexicon), flags)

    def scan(self, string):
        result = []
        append = result.append
        match = self.scanner.scanner(string).match
        i = 0
        while True:
            m = match()
            if not m:
                break
            j = m.end()
            if i == j:
                break
            action = self._actions[m.lastindex - 1]
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                append(action)
            i = j
        return result, string[i:]
`;
