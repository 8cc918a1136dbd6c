// warnings: filters and the ways to show a warning. Behaves as CPython 3.13's Lib/warnings.py and, in _warnings, Python/_warnings.c; written for the engine.

/** warnings */
export const warningsSource = () => String.raw`
import sys
from _warnings import _filters_mutated, warn, warn_explicit

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter',
           'resetwarnings', 'catch_warnings', 'deprecated']

_ACTIONS = ('default', 'error', 'ignore', 'always', 'module', 'once')
if sys.version_info >= (3, 14):
    _ACTIONS = ('default', 'error', 'ignore', 'always', 'all', 'module', 'once')

filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
_defaultaction = 'default'
defaultaction = 'default'
onceregistry = {}


class WarningMessage:
    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ('{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' %
                (self.message, self._category_name, self.filename, self.lineno, self.line))

    if sys.version_info >= (3, 14):
        def __repr__(self):
            return f'<{type(self).__qualname__} {self}>'


def formatwarning(message, category, filename, lineno, line=None):
    return _format(WarningMessage(message, category, filename, lineno, None, line))


def _format(msg):
    text = f'{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n'
    line = msg.line
    if line is None:
        import linecache
        line = linecache.getline(msg.filename, msg.lineno)
    if line:
        text += '  %s\n' % line.strip()
    if msg.source is not None:
        text += _allocation(msg)
    return text


def _allocation(msg):
    import tracemalloc
    if not tracemalloc.is_tracing():
        return f'{msg.category.__name__}: Enable tracemalloc to get the object allocation traceback\n'
    traceback = tracemalloc.get_object_traceback(msg.source)
    if traceback is None:
        return ''
    import linecache
    text = 'Object allocated at (most recent call last):\n'
    for frame in traceback:
        text += '  File "%s", lineno %s\n' % (frame.filename, frame.lineno)
        line = linecache.getline(frame.filename, frame.lineno)
        if line:
            text += '    %s\n' % line.strip()
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    _show(WarningMessage(message, category, filename, lineno, file, line))


_showwarning_orig = showwarning


def _show(msg):
    file = msg.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(_format(msg))
    except OSError:
        pass


_log = None


def _deliver(msg):
    if showwarning is not _showwarning_orig:
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    elif _log is not None:
        _log.append(msg)
    else:
        _show(msg)


def _refusal(error, text):
    """Wrong arguments were asserted before 3.13."""
    return (error if sys.version_info >= (3, 13) else AssertionError)(text)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    if action not in _ACTIONS:
        raise _refusal(ValueError, f'invalid action: {action!r}')
    if not isinstance(message, str):
        raise _refusal(TypeError, 'message must be a string')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise _refusal(TypeError, 'category must be a Warning subclass')
    if not isinstance(module, str):
        raise _refusal(TypeError, 'module must be a string')
    if not isinstance(lineno, int):
        raise _refusal(TypeError, 'lineno must be an int')
    if lineno < 0:
        raise _refusal(ValueError, 'lineno must be an int >= 0')
    if message or module:
        import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add(action, message, category, module, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in _ACTIONS:
        raise _refusal(ValueError, f'invalid action: {action!r}')
    if not isinstance(lineno, int):
        raise _refusal(TypeError, 'lineno must be an int')
    if lineno < 0:
        raise _refusal(ValueError, 'lineno must be an int >= 0')
    _add(action, None, category, None, lineno, append=append)


def _add(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    filters[:] = []
    _filters_mutated()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append('record=True')
        if self._module is not sys.modules['warnings']:
            args.append('module=' + repr(self._module))
        return '%s(%s)' % (type(self).__name__, ', '.join(args))

    def __enter__(self):
        global filters, showwarning, _log
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        self._saved = (filters, showwarning, _log)
        filters = filters[:]
        _filters_mutated()
        log = None
        if self._record:
            log = _log = []
            showwarning = _showwarning_orig
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global filters, showwarning, _log
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        filters, showwarning, _log = self._saved
        _filters_mutated()


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        import functools
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            original = arg.__new__

            @functools.wraps(original)
            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=stacklevel + 1)
                if original is not object.__new__:
                    return original(cls, *args, **kwargs)
                return original(cls)

            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = __new__.__deprecated__ = message
            return arg
        if callable(arg):
            @functools.wraps(arg)
            def wrapper(*args, **kwargs):
                warn(message, category=category, stacklevel=stacklevel + 1)
                return arg(*args, **kwargs)

            arg.__deprecated__ = wrapper.__deprecated__ = message
            return wrapper
        raise TypeError('@deprecated decorator with non-None category must be applied to a class or callable, not %r' % (arg,))
`.slice(1);

/** _warnings */
export const warningsCoreSource = () => String.raw`
import sys

_version = 1
_registries = {}
_MISSING = object()


def _filters_mutated():
    global _version
    _version += 1


def _category_of(message, category):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError('category must be a Warning subclass, not ' + repr(type(category).__name__)
                        if sys.version_info < (3, 12) else
                        f"category must be a Warning subclass, not class '{category.__name__}'"
                        if sys.version_info >= (3, 15) and isinstance(category, type) else
                        "category must be a Warning subclass, not '%s'" % type(category).__name__)
    return category


def warn(message=_MISSING, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if message is _MISSING:
        raise TypeError("warn() missing required argument 'message' (pos 1)")
    if not isinstance(stacklevel, int):
        raise TypeError(f"'{type(stacklevel).__name__}' object cannot be interpreted as an integer")
    category = _category_of(message, category)
    try:
        frame = sys._getframe(max(stacklevel, 1))
    except ValueError:
        scope, filename, lineno = sys.__dict__, 'sys' if sys.version_info < (3, 12) else '<sys>', 0 if sys.version_info >= (3, 12) else 1
    else:
        while skip_file_prefixes and frame is not None and frame.f_code.co_filename.startswith(tuple(skip_file_prefixes)):
            frame = frame.f_back
        scope, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    module = scope.get('__name__', '<string>')
    registry = scope.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, module, registry, scope, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    import warnings
    lineno = int(lineno)
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _version:
        registry.clear()
        registry['version'] = _version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    for action, pattern, kind, where, line in warnings.filters:
        if ((pattern is None or pattern.match(text)) and issubclass(category, kind)
                and (where is None or (where == module if isinstance(where, str) else where.match(module)))
                and (line == 0 or lineno == line)):
            break
    else:
        action = warnings.defaultaction
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        once = (text, category)
        if warnings.onceregistry.get(once):
            return
        warnings.onceregistry[once] = 1
    elif action == 'module':
        registry[key] = 1
        other = (text, category, 0)
        if registry.get(other):
            return
        registry[other] = 1
    elif action == 'default':
        registry[key] = 1
    elif action not in ('always', 'all'):
        raise RuntimeError('Unrecognized action (%r) in warnings.filters:\n %s' % (action, (action,)))
    warnings._deliver(warnings.WarningMessage(message, category, filename, lineno, source=source))


def _from_native(category, text, filename, lineno, module, registered, source):
    registry = _registries.setdefault(filename, {}) if registered else None
    warn_explicit(text, category, filename, lineno, module, registry, None, source)
`.slice(1);
