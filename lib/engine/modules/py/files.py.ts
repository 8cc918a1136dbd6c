// tempfile, fnmatch, glob and shutil: behave as CPython 3.13's over the run's virtual files; written for the engine.

/** tempfile. */
export const tempfileSource = () => String.raw`
"""Temporary files."""
import os as _os
import io as _io
from random import Random as _Random

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp",
           "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None
_names = _Random(7)


def _candidate():
    return ''.join(_names.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))


def gettempprefix():
    return template


def gettempdir():
    """Returns tempfile.tempdir as str."""
    return tempdir if tempdir is not None else '/tmp'


def gettempprefixb():
    return template.encode()


def gettempdirb():
    return gettempdir().encode()


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """User-callable function to create and return a unique temporary file."""
    name = mktemp(suffix or '', prefix or template, dir)
    return _os.open(name, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), name


def mkdtemp(suffix=None, prefix=None, dir=None):
    """User-callable function to create and return a unique temporary directory."""
    name = mktemp(suffix or '', prefix or template, dir)
    _os.mkdir(name, 0o700)
    return name


def mktemp(suffix="", prefix=template, dir=None):
    """User-callable function to return a unique temporary file name."""
    dir = gettempdir() if dir is None else _os.fspath(dir)
    while True:
        name = _os.path.abspath(_os.path.join(dir, prefix + _candidate() + suffix))
        if not _os.path.exists(name):
            return name


class _TemporaryFileWrapper:
    """Temporary file wrapper"""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._delete_on_close = delete_on_close
        self._removed = False

    def __getattr__(self, name):
        file = self.__dict__['file']
        a = getattr(file, name)
        return a

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.file.__exit__(exc, value, tb)
        self._cleanup(True)

    def _cleanup(self, final):
        if self.delete and not self._removed and (final or self._delete_on_close):
            self._removed = True
            try:
                _os.unlink(self.name)
            except FileNotFoundError:
                pass

    def close(self):
        """Close the temporary file, possibly deleting it."""
        self.file.close()
        self._cleanup(False)

    def __iter__(self):
        for line in self.file:
            yield line

    def __del__(self):
        self.file.close()
        self._cleanup(True)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    """Create and return a temporary file."""
    fd, name = mkstemp(suffix, prefix, dir)
    _os.close(fd)
    file = _io.open(name, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """Create and return a temporary file without a name."""
    fd, name = mkstemp(suffix, prefix, dir)
    _os.unlink(name)
    return _io.open(fd, mode, buffering, encoding=encoding, newline=newline, errors=errors)


class SpooledTemporaryFile:
    """Temporary file wrapper, specialized to stay in memory."""

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, **kwargs):
        self._file = _io.BytesIO() if 'b' in mode else _io.TextIOWrapper(_io.BytesIO(), encoding='utf-8', newline=newline)

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self._file.close()

    def __iter__(self):
        return iter(self._file)


class TemporaryDirectory:
    """Create and return a temporary directory that is removed at the end of the context."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete
        import weakref
        self._finalizer = weakref.finalize(self, self._remove, self.name)

    @staticmethod
    def _remove(name):
        import shutil
        shutil.rmtree(name, ignore_errors=True)

    def __repr__(self):
        return "<{} {!r}>".format(self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if self._finalizer.detach() or _os.path.exists(self.name):
            self._remove(self.name)
`;

/** fnmatch. */
export const fnmatchSource = () => String.raw`
"""Filename matching with shell patterns."""
import re
import functools

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Test whether FILENAME matches PATTERN."""
    return fnmatchcase(name, pat)


@functools.lru_cache(maxsize=256, typed=True)
def _compile_pattern(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    """Construct a list from those elements of the iterable NAMES that match PAT."""
    match = _compile_pattern(pat)
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    """Test whether FILENAME matches PATTERN, including case."""
    return _compile_pattern(pat)(name) is not None


def translate(pat):
    """Translate a shell PATTERN to a regular expression."""
    res = []
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == '*':
            if not res or res[-1] != '.*':
                res.append('.*')
        elif c == '?':
            res.append('.')
        elif c == '[':
            j = i
            if j < n and pat[j] == '!':
                j += 1
            if j < n and pat[j] == ']':
                j += 1
            while j < n and pat[j] != ']':
                j += 1
            if j >= n:
                res.append('\\[')
            else:
                stuff = pat[i:j].replace('\\', r'\\')
                i = j + 1
                if stuff[0] == '!':
                    stuff = '^' + stuff[1:]
                elif stuff[0] in ('^', '['):
                    stuff = '\\' + stuff
                res.append(f'[{stuff}]')
        else:
            res.append(re.escape(c))
    return rf'(?s:{"".join(res)})\Z'
`;

/** glob. */
export const globSource = () => String.raw`
"""Filename globbing utility."""
import os
import fnmatch
import re

__all__ = ["escape", "glob", "iglob", "translate"]

_magic = re.compile('([*?[])')


def has_magic(s):
    return _magic.search(s) is not None


def escape(pathname):
    """Escape all special characters."""
    return _magic.sub(r'[\1]', pathname)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return a list of paths matching a pathname pattern."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return an iterator which yields the paths matching a pathname pattern."""
    root = os.fspath(root_dir) if root_dir is not None else ''
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        if basename:
            if os.path.lexists(os.path.join(root, pathname)):
                yield pathname
        elif os.path.isdir(os.path.join(root, dirname)):
            yield pathname
        return
    if dirname and has_magic(dirname):
        dirs = iglob(dirname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden)
    else:
        dirs = [dirname]
    for d in dirs:
        full = os.path.join(root, d) if d else (root or '.')
        if not os.path.isdir(full):
            continue
        if recursive and basename == '**':
            yield os.path.join(d, '')
            stack = ['']
            for base, subdirs, files in os.walk(full):
                rel = os.path.relpath(base, full)
                rel = '' if rel == '.' else rel
                for n in subdirs + files:
                    if include_hidden or not n.startswith('.'):
                        yield os.path.join(d, rel, n)
        elif has_magic(basename):
            names = os.listdir(full)
            if not (include_hidden or basename.startswith('.')):
                names = [n for n in names if not n.startswith('.')]
            for n in fnmatch.filter(names, basename):
                yield os.path.join(d, n)
        elif os.path.lexists(os.path.join(full, basename)):
            yield os.path.join(d, basename)
`;

/** shutil. */
export const shutilSource = () => String.raw`
"""Utility functions for copying and archiving files and directory trees."""
import os
import collections

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SameFileError",
           "get_terminal_size", "which", "disk_usage", "ignore_patterns"]

_ntuple_diskusage = collections.namedtuple('usage', 'total used free')


class Error(OSError):
    pass


class SameFileError(Error):
    """Raised when source and destination are the same file."""


def copyfileobj(fsrc, fdst, length=0):
    """copy data from file-like object fsrc to file-like object fdst"""
    while buf := fsrc.read(length or 65536):
        fdst.write(buf)


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy data from src to dst in the most efficient way possible."""
    if os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    with open(src, 'rb') as fsrc, open(dst, 'wb') as fdst:
        copyfileobj(fsrc, fdst)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, os.stat(src).st_mode & 0o7777)


copystat = copymode


def copy(src, dst, *, follow_symlinks=True):
    """Copy data and mode bits. Return the file's destination."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst)
    copymode(src, dst)
    return dst


copy2 = copy


def ignore_patterns(*patterns):
    import fnmatch

    def _ignore_patterns(path, names):
        return {n for p in patterns for n in fnmatch.filter(names, p)}
    return _ignore_patterns


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Recursively copy a directory tree and return the destination directory."""
    names = os.listdir(src)
    ignored = ignore(os.fspath(src), names) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in ignored:
            continue
        s, d = os.path.join(src, name), os.path.join(dst, name)
        if os.path.isdir(s):
            copytree(s, d, symlinks, ignore, copy_function, dirs_exist_ok=dirs_exist_ok)
        else:
            copy_function(s, d)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Recursively delete a directory tree."""
    try:
        for name in os.listdir(path):
            full = os.path.join(path, name)
            if os.path.isdir(full):
                rmtree(full, ignore_errors, onerror, onexc=onexc)
            else:
                os.unlink(full)
        os.rmdir(path)
    except OSError as err:
        if ignore_errors:
            return
        if onexc is not None:
            onexc(os.rmdir, path, err)
        elif onerror is not None:
            onerror(os.rmdir, path, (type(err), err, err.__traceback__))
        else:
            raise


def move(src, dst, copy_function=copy2):
    """Recursively move a file or directory to another location."""
    real_dst = dst
    if os.path.isdir(dst):
        real_dst = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(real_dst):
            raise Error("Destination path '%s' already exists" % real_dst)
    os.rename(src, real_dst)
    return real_dst


def disk_usage(path):
    return _ntuple_diskusage(1 << 30, 1 << 20, (1 << 30) - (1 << 20))


def get_terminal_size(fallback=(80, 24)):
    return os.terminal_size(fallback)


def which(cmd, mode=1, path=None):
    return None
`;
