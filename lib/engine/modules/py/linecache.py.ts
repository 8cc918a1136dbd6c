// linecache: behaves as CPython 3.13's Lib/linecache.py; written for the engine (the machine knows the sources of all that runs).
export default () => String.raw`
"""Cache lines from Python source files."""
import _traceback

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    """Clear the cache entirely."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Get a line for a Python source file from the cache."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def getlines(filename, module_globals=None):
    """Get the lines for a Python source file from the cache."""
    if filename in cache:
        entry = cache[filename]
        if len(entry) != 1:
            return cache[filename][2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Discard cache entries that are out of date."""


def updatecache(filename, module_globals=None):
    """Update a cache entry and return its list of lines."""
    lines = _traceback.source_lines(filename)
    if not lines and not (filename.startswith('<') and filename.endswith('>')):
        try:
            with open(filename) as file:
                lines = file.readlines()
        except (OSError, UnicodeDecodeError, SyntaxError):
            return []
        if lines and not lines[-1].endswith('\n'):
            lines[-1] += '\n'
    if not lines:
        return []
    cache[filename] = (sum(map(len, lines)), None, lines, filename)
    return lines


def lazycache(filename, module_globals):
    return False
`;
