// __future__ and importlib: behave as CPython 3.13's Lib/__future__.py and Lib/importlib; written for the engine.

/** __future__ */
export const futureSource = () => String.raw`
"""Record of phased-in incompatible language changes."""
import sys as _sys

CO_NESTED = 0x10
CO_GENERATOR_ALLOWED = 0
CO_FUTURE_DIVISION = 0x20000
CO_FUTURE_ABSOLUTE_IMPORT = 0x40000
CO_FUTURE_WITH_STATEMENT = 0x80000
CO_FUTURE_PRINT_FUNCTION = 0x100000
CO_FUTURE_UNICODE_LITERALS = 0x200000
CO_FUTURE_BARRY_AS_BDFL = 0x400000
CO_FUTURE_GENERATOR_STOP = 0x800000
CO_FUTURE_ANNOTATIONS = 0x1000000


class _Feature:
    def __init__(self, optionalRelease, mandatoryRelease, compiler_flag):
        self.optional = optionalRelease
        self.mandatory = mandatoryRelease
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        """Return first release in which this feature was recognized."""
        return self.optional

    def getMandatoryRelease(self):
        """Return release in which this feature will become mandatory, or None."""
        return self.mandatory

    def __repr__(self):
        return '_Feature' + repr((self.optional, self.mandatory, self.compiler_flag))


def _release(major, minor, micro=0, level='alpha', serial=0):
    return (major, minor, micro, level, serial)


nested_scopes = _Feature(_release(2, 1, 0, 'beta', 1), _release(2, 2), CO_NESTED)
generators = _Feature(_release(2, 2, 0, 'alpha', 1), _release(2, 3, 0, 'final'), CO_GENERATOR_ALLOWED)
division = _Feature(_release(2, 2, 0, 'alpha', 2), _release(3, 0), CO_FUTURE_DIVISION)
absolute_import = _Feature(_release(2, 5, 0, 'alpha', 1), _release(3, 0), CO_FUTURE_ABSOLUTE_IMPORT)
with_statement = _Feature(_release(2, 5, 0, 'alpha', 1), _release(2, 6), CO_FUTURE_WITH_STATEMENT)
print_function = _Feature(_release(2, 6, 0, 'alpha', 2), _release(3, 0), CO_FUTURE_PRINT_FUNCTION)
unicode_literals = _Feature(_release(2, 6, 0, 'alpha', 2), _release(3, 0), CO_FUTURE_UNICODE_LITERALS)
barry_as_FLUFL = _Feature(_release(3, 1, 0, 'alpha', 2), _release(4, 0), CO_FUTURE_BARRY_AS_BDFL)
generator_stop = _Feature(_release(3, 5, 0, 'beta', 1), _release(3, 7), CO_FUTURE_GENERATOR_STOP)
annotations = _Feature(_release(3, 7, 0, 'beta', 1), None, CO_FUTURE_ANNOTATIONS)
all_feature_names = ['nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function', 'unicode_literals',
                     'barry_as_FLUFL', 'generator_stop', 'annotations']
__all__ = ['all_feature_names'] + all_feature_names
`;

/** importlib */
export const importlibSource = () => String.raw`
"""A pure Python implementation of import."""
import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']
__import__ = __import__


def import_module(name, package=None):
    """Import a module."""
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        for character in name:
            if character != '.':
                break
            level += 1
    if level:
        base = package.rsplit('.', level - 1)
        if len(base) < level:
            raise ImportError('attempted relative import beyond top-level package')
        name = f'{base[0]}.{name[level:]}' if name[level:] else base[0]
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Call the invalidate_caches() method on all meta path finders stored in sys.meta_path (where implemented)."""


def reload(module):
    """Reload the module and return it."""
    if not isinstance(module, type(sys)):
        raise TypeError('reload() argument must be a module')
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    path = getattr(module, '__file__', None)
    if path is None or path.startswith('/usr/local/lib/'):
        return module
    with open(path) as file:
        source = file.read()
    exec(compile(source, path, 'exec'), module.__dict__)
    return module
`;

/** importlib.util */
export const importlibUtilSource = () => String.raw`
import sys
from types import ModuleType as _ModuleType


def find_spec(name, package=None):
    """Return the spec for the specified module, None if there is none."""
    if name.startswith('.'):
        name = (package or '').rstrip('.') + name
    if name in sys.modules:
        module = sys.modules[name]
        if module is None:
            return None
        spec = getattr(module, '__spec__', None)
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    before = set(sys.modules)
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        if error.name == name or name.startswith(f'{error.name}.'):
            return None
        raise
    spec = sys.modules[name].__spec__
    for new in set(sys.modules) - before:
        del sys.modules[new]
    return spec


def module_from_spec(spec):
    """Create a module based on the provided spec."""
    module = _ModuleType(spec.name)
    module.__spec__ = spec
    return module


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    base = package.rsplit('.', level - 1)
    if len(base) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{base[0]}.{name[level:]}' if name[level:] else base[0]
`;

/** importlib.metadata: nothing is installed. */
export const importlibMetadataSource = () => String.raw`
class PackageNotFoundError(ModuleNotFoundError):
    """The package was not found."""

    def __str__(self):
        return f'No package metadata was found for {self.args[0]}'


def distribution(name):
    raise PackageNotFoundError(name)


version = metadata = requires = files = distribution


def distributions(**kwargs):
    return []


def entry_points(**params):
    return []
`;
