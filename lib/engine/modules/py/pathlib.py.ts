// pathlib: behaves as CPython 3.13's Lib/pathlib on Posix over the run's virtual files; written for the engine.
export default () => String.raw`
"""Object-oriented filesystem paths."""
import io
import os
import sys
import posixpath

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


class UnsupportedOperation(NotImplementedError):
    """An exception that is raised when an unsupported operation is attempted."""


class _Parents:
    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, idx):
        if isinstance(idx, slice):
            return tuple(self[i] for i in range(*idx.indices(len(self))))
        if idx >= len(self) or idx < -len(self):
            raise IndexError(idx)
        if idx < 0:
            idx += len(self)
        p = self._path
        return p._make(p.root, p._tail[:-idx - 1])

    def __iter__(self):
        return iter([self[i] for i in range(len(self))])

    def __repr__(self):
        return "<{}.parents>".format(type(self._path).__name__)


class PurePath:
    """Base class for manipulating paths without I/O."""

    # The slots that CPython's paths have; this class fills three of them.
    __slots__ = ('_drv', '_root', '_tail_cached', '_str', '_hash') + (
        ('_pparts', '_cached_cparts') if sys.version_info < (3, 12) else
        ('_raw_paths', '_str_normcase_cached', '_parts_normcase_cached') +
        (('_lines_cached',) if sys.version_info < (3, 13) else ('_raw_path', '_resolving') if sys.version_info < (3, 14) else ()))
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts.append(str(arg))
            else:
                path = os.fspath(arg) if hasattr(type(arg), '__fspath__') or sys.version_info < (3, 12) else arg
                if not isinstance(path, str):
                    if sys.version_info < (3, 12):
                        raise TypeError(f"argument should be a str object or an os.PathLike object returning str, not {type(path)!r}")
                    raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                    f"not {type(path).__name__!r}")
                texts.append(path)
        path = posixpath.join(*texts) if texts else ''
        _, self._root, rest = posixpath._splitroot(path)
        self._tail_cached = [x for x in rest.split('/') if x and x != '.']
        self._str = None

    def _make(self, root, parts):
        p = object.__new__(type(self))
        p._root = root
        p._tail_cached = list(parts)
        p._str = None
        return p

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    drive = property(lambda self: '')
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)
    _tail = property(lambda self: self._tail_cached)

    def __str__(self):
        if self._str is None:
            self._str = self._root + '/'.join(self._tail_cached) or '.'
        return self._str

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return "{}({!r})".format(type(self).__name__, self.as_posix())

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return 'file://' + quote(str(self))

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def _key(self):
        return str(self).split('/')

    def __reduce__(self):
        return self.__class__, tuple(self.parts)

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._tail_cached)

    @property
    def parent(self):
        return self._make(self._root, self._tail_cached[:-1]) if self._tail_cached else self

    @property
    def parents(self):
        return _Parents(self)

    @property
    def name(self):
        return self._tail_cached[-1] if self._tail_cached else ''

    @property
    def suffix(self):
        name = self.name
        i = name.rfind('.')
        return name[i:] if 0 < i < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + s for s in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind('.')
        return name[:i] if 0 < i < len(name) - 1 else name

    def with_name(self, name):
        if not name or '/' in name or name == '.':
            raise ValueError(f"Invalid name {name!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self._make(self._root, self._tail_cached[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not (suffix.startswith('.') and len(suffix) > 1 and '/' not in suffix):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def relative_to(self, other, *_deprecated, walk_up=False):
        other = self.with_segments(other)
        steps = 0
        for steps, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}" + (
                    " OR one path is relative and the other is absolute." if sys.version_info < (3, 12) else ""))
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self.with_segments(*['..'] * steps, *self._tail_cached[len(path._tail_cached):])

    def is_relative_to(self, other, *_deprecated):
        other = self.with_segments(other)
        return other == self or other in self.parents

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def match(self, path_pattern, *, case_sensitive=None):
        import fnmatch
        pattern = type(self)(path_pattern) if not isinstance(path_pattern, PurePath) else path_pattern
        want = pattern.parts
        if not want:
            raise ValueError("empty pattern")
        have = self.parts
        if len(want) > len(have) or pattern.is_absolute() and len(want) != len(have):
            return False
        return all(fnmatch.fnmatchcase(h, w) for h, w in zip(reversed(have), reversed(want)))

    def full_match(self, pattern, *, case_sensitive=None):
        return _full_match(self.parts, type(self)(pattern).parts)


def _full_match(have, want):
    import fnmatch
    if not want:
        return not have
    if want[0] == '**':
        return any(_full_match(have[i:], want[1:]) for i in range(len(have) + 1))
    return bool(have) and fnmatch.fnmatchcase(have[0], want[0]) and _full_match(have[1:], want[1:])


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """PurePath subclass for non-Windows systems."""
    __slots__ = ()


class PureWindowsPath(PurePath):
    """PurePath subclass for Windows systems (not simulated)."""
    __slots__ = ()

    def __init__(self, *args):
        raise UnsupportedOperation("PureWindowsPath is not simulated")


class Path(PurePath):
    """PurePath subclass that can make system calls."""

    __slots__ = ('_info',) if sys.version_info >= (3, 14) else ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def expanduser(self):
        return self.with_segments(posixpath.expanduser(str(self)))

    def absolute(self):
        return self if self.is_absolute() else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(posixpath.realpath(self, strict=strict))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self)

    lstat = stat

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self)

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self)

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self)

    def is_symlink(self):
        return False

    def is_mount(self):
        return os.path.ismount(self)

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open(mode='rb', buffering=0) as f:
            return f.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open(mode='r', encoding=encoding, errors=errors, newline=newline) as f:
            return f.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open(mode='wb') as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % data.__class__.__name__)
        with self.open(mode='w', encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def iterdir(self):
        for name in os.listdir(self):
            yield self / name

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        pattern = str(pattern)
        if not pattern:
            raise ValueError("Unacceptable pattern: {!r}".format(Path(pattern) if sys.version_info[:2] == (3, 13) else pattern))
        return self._select([p for p in pattern.split('/') if p and p != '.'])

    def _select(self, parts):
        import fnmatch
        if not parts:
            yield self
            return
        part, rest = parts[0], parts[1:]
        if part == '**':
            yield from self._select(rest)
            for child in self.iterdir():
                if child.is_dir():
                    yield from child._select(parts)
                elif not rest:
                    yield child
        elif not any(c in part for c in '*?['):
            child = self / part
            if child.exists():
                yield from child._select(rest)
        elif self.is_dir():
            for child in self.iterdir():
                if fnmatch.fnmatchcase(child.name, part) and (not rest or child.is_dir()):
                    yield from child._select(rest)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self._select(['**', *[p for p in str(pattern).split('/') if p]])

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for root, dirs, files in os.walk(self, top_down, on_error):
            yield self.with_segments(root), dirs, files

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, 'File exists', str(self))
            return
        self.open('a').close()

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)


class PosixPath(Path, PurePosixPath):
    """Path subclass for non-Windows systems."""
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """Path subclass for Windows systems."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation("cannot instantiate 'WindowsPath' on your system")
`;
