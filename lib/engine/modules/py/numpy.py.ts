// numpy: a small part of numpy 1.24 with its printing; written for the engine. Missing names raise an AttributeError that says so.
export default () => String.raw`
"""
NumPy
=====

The numeric dtypes, views, indexing, arithmetic and reductions; the rest is not simulated.
"""
import _numpy
import builtins as _builtins
import math as _math
import sys as _sys
from _numpy import ndarray, dtype

__version__ = '1.24.2'
bool_, int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64 = _numpy.scalars
generic, number, integer, signedinteger, unsignedinteger, inexact, floating = _numpy.abstract
byte, ubyte, short, ushort, intc, uintc, int_, uint, longlong, ulonglong, intp, uintp = (
    int8, uint8, int16, uint16, int32, uint32, int64, uint64, int64, uint64, int64, uint64)
single, double, float_ = float32, float64, float64
pi, e, inf, nan, newaxis = _math.pi, _math.e, _math.inf, _math.nan, None
Inf = Infinity = PINF = inf
NaN = NAN = nan
NINF = -inf
euler_gamma = 0.5772156649015329


class AxisError(ValueError, IndexError):
    def __init__(self, axis, ndim=None, msg_prefix=None):
        self.axis, self.ndim = axis, ndim
        super().__init__(axis if ndim is None else f'axis {axis} is out of bounds for array of dimension {ndim}')


class _UFuncTypeError(TypeError):
    pass


_UFuncTypeError.__name__ = _UFuncTypeError.__qualname__ = 'UFuncTypeError'
_UFuncTypeError.__module__ = 'numpy.core._exceptions'


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(f"module 'numpy' has no attribute {name!r}")
    if name in ('bool', 'int', 'float', 'complex', 'object', 'str'):
        old, new = f'{chr(96)}np.{name}{chr(96)}', f'{chr(96)}{name}{chr(96)}'
        raise AttributeError(f"module 'numpy' has no attribute '{name}'.\n{old} was a deprecated alias for the builtin {new}. "
                             f'To avoid this error in existing code, use {new} by itself.')
    raise AttributeError(f"module 'numpy' has no attribute {name!r} (numpy is simulated in part only)")


# --- making -----------------------------------------------------------------------------------------------------------------------------


def array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None):
    if not copy and _numpy.is_array(object) and (dtype is None or _numpy.dtype(dtype) == object.dtype):
        return object
    made = _numpy.array(_items(object), dtype)
    return made.reshape((1,) * (ndmin - made.ndim) + made.shape) if made.ndim < ndmin else made


def _items(object):
    if isinstance(object, (list, tuple, range, int, float)) or _numpy.is_array(object) or isinstance(object, generic):
        return object
    if isinstance(object, (bytes, bytearray, memoryview)) or type(object).__name__ == 'array':
        view = memoryview(object)
        return frombuffer(object, dtype=view.format if view.format != 'q' else 'l') if not isinstance(object, bytes) else object
    if hasattr(object, '__array__'):
        return object.__array__()
    return object


def asarray(a, dtype=None, order=None, *, like=None):
    return array(a, dtype, copy=False)


asanyarray = ascontiguousarray = asarray


def zeros(shape, dtype=float, order='C', *, like=None):
    return _numpy.make(shape, dtype, order)


empty = zeros


def full(shape, fill_value, dtype=None, order='C', *, like=None):
    made = _numpy.make(shape, asarray(fill_value).dtype if dtype is None else dtype, order)
    made.fill(fill_value)
    return made


def ones(shape, dtype=None, order='C', *, like=None):
    return full(shape, 1, float if dtype is None else dtype, order)


def zeros_like(a, dtype=None, order='K', subok=True, shape=None):
    a = asarray(a)
    return zeros(a.shape if shape is None else shape, a.dtype if dtype is None else dtype)


empty_like = zeros_like


def ones_like(a, dtype=None, order='K', subok=True, shape=None):
    a = asarray(a)
    return ones(a.shape if shape is None else shape, a.dtype if dtype is None else dtype)


def full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None):
    a = asarray(a)
    return full(a.shape if shape is None else shape, fill_value, a.dtype if dtype is None else dtype)


def arange(start, stop=None, step=1, dtype=None, *, like=None):
    if stop is None:
        start, stop = 0, start
    return _numpy.arange(start, stop, step, dtype)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    if num < 0:
        raise ValueError(f'Number of samples, {num}, must be non-negative.')
    parts = num - 1 if endpoint else num
    delta = stop - start
    step = delta / parts if parts > 0 else nan
    values = arange(0, num, dtype=float) * step + start if parts > 0 else full(num, start, float)
    if endpoint and num > 1:
        values[-1] = stop
    if dtype is not None:
        values = values.astype(dtype)
    return (values, step) if retstep else values


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    return power(base, linspace(start, stop, num, endpoint))


def eye(N, M=None, k=0, dtype=float, order='C', *, like=None):
    made = zeros((N, N if M is None else M), dtype)
    for i in range(N):
        if 0 <= i + k < made.shape[1]:
            made[i, i + k] = 1
    return made


def identity(n, dtype=None, *, like=None):
    return eye(n, dtype=float if dtype is None else dtype)


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 1:
        size = len(v) + _builtins.abs(k)
        made = zeros((size, size), v.dtype)
        for i in range(len(v)):
            made[i + _builtins.max(-k, 0), i + _builtins.max(k, 0)] = v[i]
        return made
    return array([v[i, i + k] for i in range(v.shape[0]) if 0 <= i + k < v.shape[1]], v.dtype)


def fromiter(iter, dtype, count=-1, *, like=None):
    return array(list(iter), dtype)


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    grids = [broadcast_to(arange(length, dtype=dtype).reshape((-1,) + (1,) * (len(shape) - 1 - i)), shape).copy() for i, length in enumerate(shape)]
    return function(*grids, **kwargs)


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    made = _numpy.frombuffer(memoryview(buffer)[offset:], dtype)
    return made if count < 0 else made[:count]


def copy(a, order='K', subok=False):
    return asarray(a).copy()


def meshgrid(*xi, copy=True, sparse=False, indexing='xy'):
    xi = [asarray(x) for x in xi]
    shape = [len(x) for x in xi]
    out = []
    for i, x in enumerate(xi):
        place = [1] * len(xi)
        place[i] = -1
        out.append(broadcast_to(x.reshape(tuple(place)), tuple(shape)).copy())
    if indexing == 'xy' and len(xi) > 1:
        out = [grid.transpose((1, 0) + tuple(range(2, len(xi)))).copy() for grid in out]
    return out


# --- shapes -----------------------------------------------------------------------------------------------------------------------------


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a, axis=None):
    a = asarray(a)
    return a.size if axis is None else a.shape[axis]


def reshape(a, newshape, order='C'):
    return asarray(a).reshape(newshape)


def ravel(a, order='C'):
    return asarray(a).ravel()


def transpose(a, axes=None):
    return asarray(a).transpose(*([] if axes is None else [axes]))


def swapaxes(a, axis1, axis2):
    order = list(range(a.ndim))
    order[axis1], order[axis2] = order[axis2], order[axis1]
    return a.transpose(tuple(order))


def moveaxis(a, source, destination):
    order = [axis for axis in range(a.ndim) if axis != source % a.ndim]
    order.insert(destination % a.ndim, source % a.ndim)
    return a.transpose(tuple(order))


def expand_dims(a, axis):
    a = asarray(a)
    axis = axis if axis >= 0 else axis + a.ndim + 1
    return a[(slice(None),) * axis + (None,)]


def squeeze(a, axis=None):
    a = asarray(a)
    drop = range(a.ndim) if axis is None else [axis % a.ndim]
    if axis is not None and a.shape[axis] != 1:
        raise ValueError('cannot select an axis to squeeze out which has size not equal to one')
    return a[tuple(0 if i in drop and length == 1 else slice(None) for i, length in enumerate(a.shape)) + (...,)]


def atleast_1d(a):
    a = asarray(a)
    return a.reshape(1) if a.ndim == 0 else a


def atleast_2d(a):
    a = asarray(a)
    return a.reshape(1, -1) if a.ndim < 2 else a


def concatenate(arrays, axis=0, out=None, *, dtype=None, casting='same_kind'):
    arrays = tuple(asarray(a) for a in arrays)
    if axis is None:
        arrays, axis = tuple(a.ravel() for a in arrays), 0
    return _numpy.concatenate(arrays, axis)


def vstack(tup, *, dtype=None, casting='same_kind'):
    return concatenate([atleast_2d(a) for a in tup])


row_stack = vstack


def hstack(tup, *, dtype=None, casting='same_kind'):
    arrays = [atleast_1d(a) for a in tup]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind'):
    arrays = [asarray(a) for a in arrays]
    if len({a.shape for a in arrays}) != 1:
        raise ValueError('all input arrays must have the same shape' if arrays else 'need at least one array to stack')
    return concatenate([expand_dims(a, axis) for a in arrays], axis)


def column_stack(tup):
    return concatenate([a.reshape(-1, 1) if a.ndim == 1 else a for a in map(asarray, tup)], 1)


def append(arr, values, axis=None):
    if axis is None:
        return concatenate((asarray(arr).ravel(), asarray(values).ravel()))
    return concatenate((arr, values), axis)


def split(ary, indices_or_sections, axis=0):
    length = ary.shape[axis]
    if isinstance(indices_or_sections, int):
        if length % indices_or_sections:
            raise ValueError('array split does not result in an equal division')
        step = length // indices_or_sections
        ends = list(range(step, length, step))
    else:
        ends = list(indices_or_sections)
    before = (slice(None),) * axis
    return [ary[before + (slice(start, stop),)] for start, stop in zip([0, *ends], [*ends, length])]


def tile(A, reps):
    A = asarray(A)
    reps = (reps,) if isinstance(reps, int) else tuple(reps)
    A = A.reshape((1,) * (len(reps) - A.ndim) + A.shape) if A.ndim < len(reps) else A
    for axis, count in enumerate((1,) * (A.ndim - len(reps)) + reps):
        A = concatenate([A] * count, axis) if count else A[(slice(None),) * axis + (slice(0, 0),)]
    return A.copy()


def repeat(a, repeats, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    counts = [repeats] * a.shape[axis] if isinstance(repeats, int) else list(repeats)
    return a[(slice(None),) * axis + ([i for i, count in enumerate(counts) for _ in range(count)],)]


def flip(m, axis=None):
    m = asarray(m)
    axes = range(m.ndim) if axis is None else [axis % m.ndim]
    return m[tuple(slice(None, None, -1) if i in axes else slice(None) for i in range(m.ndim))]


def roll(a, shift, axis=None):
    flat = asarray(a).ravel()
    shift %= _builtins.max(1, len(flat))
    return concatenate((flat[len(flat) - shift:], flat[:len(flat) - shift])).reshape(asarray(a).shape)


def broadcast_to(array, shape, subok=False):
    return _numpy.broadcast_to(asarray(array), (shape,) if isinstance(shape, int) else shape)


def take(a, indices, axis=None, out=None, mode='raise'):
    a = asarray(a)
    return a.ravel()[indices] if axis is None else a[(slice(None),) * axis + (indices,)]


def delete(arr, obj, axis=None):
    arr = asarray(arr).ravel() if axis is None else asarray(arr)
    axis = axis or 0
    drop = {i % arr.shape[axis] for i in ([obj] if isinstance(obj, int) else obj)}
    return arr[(slice(None),) * axis + ([i for i in range(arr.shape[axis]) if i not in drop],)]


def insert(arr, obj, values, axis=None):
    arr = asarray(arr).ravel()
    return concatenate((arr[:obj], atleast_1d(array(values, arr.dtype)), arr[obj:]))


# --- element functions ------------------------------------------------------------------------------------------------------------------


class ufunc:
    """Functions that operate element by element on whole arrays."""

    def __init__(self, name, function, nin):
        self.__name__ = name
        self._function = function
        self.nin, self.nout = nin, 1

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *args, out=None, where=True, dtype=None, **kwargs):
        if len(args) == self.nin + 1:
            *args, out = args
        if len(args) != self.nin:
            raise TypeError(f'{self.__name__}() takes from {self.nin} to {self.nin + 1} positional arguments but {len(args)} were given')
        result = self._function(*[_items(arg) for arg in args])
        if dtype is not None:
            result = result.astype(dtype)
        if out is not None:
            out[...] = result
            return out
        return result

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False):
        names = {'add': sum, 'multiply': prod, 'maximum': amax, 'minimum': amin, 'logical_and': all, 'logical_or': any}
        return names[self.__name__](array, axis=axis)

    def accumulate(self, array, axis=0, dtype=None, out=None):
        return {'add': cumsum, 'multiply': cumprod}[self.__name__](array, axis=axis)

    def outer(self, A, B):
        A, B = asarray(A), asarray(B)
        return self(A.reshape(A.shape + (1,) * B.ndim), B)


for _name in ('add subtract multiply divide floor_divide remainder power bitwise_and bitwise_or bitwise_xor left_shift right_shift less less_equal equal '
              'not_equal greater greater_equal maximum minimum logical_and logical_or logical_xor hypot arctan2').split():
    globals()[_name] = ufunc(_name, getattr(_numpy, _name), 2)
for _name in ('negative positive absolute invert square sign sqrt cbrt exp expm1 log log1p log2 log10 sin cos tan arcsin arccos arctan sinh cosh tanh floor '
              'ceil trunc rint isnan isinf isfinite logical_not signbit reciprocal').split():
    globals()[_name] = ufunc(_name, getattr(_numpy, _name), 1)
true_divide, mod, abs, bitwise_not = divide, remainder, absolute, invert
fmax, fmin = maximum, minimum


def deg2rad(x):
    return multiply(x, pi / 180)


def rad2deg(x):
    return multiply(x, 180 / pi)


radians, degrees = deg2rad, rad2deg


def clip(a, a_min, a_max, out=None):
    a = asarray(a)
    if a_min is not None:
        a = maximum(a, a_min)
    return minimum(a, a_max) if a_max is not None else a


def round_(a, decimals=0, out=None):
    a = asarray(a)
    if a.dtype.kind in 'iub' and decimals >= 0:
        return a.copy() if a.ndim else a[()]
    if decimals == 0:
        return rint(a)
    factor = 10.0 ** _builtins.abs(decimals)
    return rint(a * factor) / factor if decimals > 0 else rint(a / factor) * factor


round = around = round_


def where(condition, x=None, y=None):
    if x is None and y is None:
        return nonzero(condition)
    if x is None or y is None:
        raise ValueError('either both or neither of x and y should be given')
    return _numpy.where(_items(condition), _items(x), _items(y))


def nonzero(a):
    return _numpy.nonzero(asarray(a))


def argwhere(a):
    return stack(nonzero(a), 1)


def flatnonzero(a):
    return nonzero(ravel(a))[0]


def count_nonzero(a, axis=None):
    return int(sum(not_equal(a, 0), axis=axis)) if axis is None else sum(not_equal(a, 0), axis=axis)


# --- reductions -------------------------------------------------------------------------------------------------------------------------


def _folded(name, a, axis, dtype=None, keepdims=False):
    a = asarray(a)
    if axis is not None and not isinstance(axis, tuple) and not -a.ndim <= axis < a.ndim:
        raise AxisError(axis, a.ndim)
    result = _numpy.fold(name, a, axis, dtype)
    if keepdims:
        shape = tuple(1 if axis is None or i == axis % a.ndim else length for i, length in enumerate(a.shape))
        return asarray(result).reshape(shape)
    return result


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=0, where=True):
    result = _folded('sum', a, axis, dtype, keepdims)
    return result + initial if initial else result


def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    return _folded('prod', a, axis, dtype, keepdims)


def mean(a, axis=None, dtype=None, out=None, keepdims=False):
    return _folded('mean', a, axis, dtype, keepdims)


def amax(a, axis=None, out=None, keepdims=False):
    return _folded('max', a, axis, None, keepdims)


def amin(a, axis=None, out=None, keepdims=False):
    return _folded('min', a, axis, None, keepdims)


max, min = amax, amin


def argmax(a, axis=None, out=None, *, keepdims=False):
    return _folded('argmax', a, axis, None, keepdims)


def argmin(a, axis=None, out=None, *, keepdims=False):
    return _folded('argmin', a, axis, None, keepdims)


def any(a, axis=None, out=None, keepdims=False):
    return _folded('any', a, axis, None, keepdims)


def all(a, axis=None, out=None, keepdims=False):
    return _folded('all', a, axis, None, keepdims)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return _numpy.variance(asarray(a), axis, ddof)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return sqrt(var(a, axis, ddof=ddof))


def ptp(a, axis=None):
    return amax(a, axis) - amin(a, axis)


def cumsum(a, axis=None, dtype=None, out=None):
    return _numpy.cumsum(asarray(a), axis, dtype)


def cumprod(a, axis=None, dtype=None, out=None):
    return _numpy.cumprod(asarray(a), axis, dtype)


def average(a, axis=None, weights=None):
    return mean(a, axis) if weights is None else sum(multiply(a, weights), axis) / sum(weights)


def median(a, axis=None):
    if axis is not None:
        raise NotImplementedError('median along an axis is not simulated')
    values = sort(ravel(a))
    middle = len(values) // 2
    return mean(values[middle - 1 + len(values) % 2:middle + 1])


def percentile(a, q, axis=None):
    values = sort(ravel(a)).astype(float)
    place = (len(values) - 1) * q / 100
    low = int(place)
    high = _builtins.min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def diff(a, n=1, axis=-1):
    a = asarray(a)
    for _ in range(n):
        before = (slice(None),) * (axis % a.ndim)
        a = a[before + (slice(1, None),)] - a[before + (slice(None, -1),)]
    return a


def dot(a, b, out=None):
    if asarray(a).ndim == 0 or asarray(b).ndim == 0:
        return multiply(a, b)
    return _numpy.matmul(asarray(a), asarray(b))


def matmul(x1, x2):
    if asarray(x1).ndim == 0 or asarray(x2).ndim == 0:
        raise ValueError('matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)')
    return _numpy.matmul(asarray(x1), asarray(x2))


inner = vdot = dot


def outer(a, b, out=None):
    return multiply(ravel(a).reshape(-1, 1), ravel(b))


def trace(a, offset=0, axis1=0, axis2=1):
    return sum(diag(a, offset))


def diagonal(a, offset=0, axis1=0, axis2=1):
    return diag(a, offset)


def sort(a, axis=-1, kind=None, order=None):
    return _numpy.sort(asarray(a), axis)


def argsort(a, axis=-1, kind=None, order=None):
    return _numpy.argsort(asarray(a), axis)


def searchsorted(a, v, side='left', sorter=None):
    import bisect
    find = bisect.bisect_left if side == 'left' else bisect.bisect_right
    items = asarray(a).tolist()
    return int64(find(items, v)) if ndim(v) == 0 else array([find(items, value) for value in asarray(v).tolist()])


def unique(ar, return_index=False, return_inverse=False, return_counts=False):
    flat = ravel(ar)
    if return_index or return_inverse:
        raise NotImplementedError('unique(return_index=True) is not simulated')
    values, counts = [], []
    for value in sort(flat):
        if values and values[-1] == value:
            counts[-1] += 1
        else:
            values.append(value)
            counts.append(1)
    found = array(values, flat.dtype)
    return (found, array(counts, int64)) if return_counts else found


def bincount(x, weights=None, minlength=0):
    counts = [0] * _builtins.max(int(amax(x)) + 1 if len(x) else 0, minlength)
    for value in asarray(x).tolist():
        counts[value] += 1
    return array(counts, int64)


def isin(element, test_elements):
    known = set(ravel(test_elements).tolist())
    element = asarray(element)
    return array([value in known for value in element.ravel().tolist()], bool).reshape(element.shape)


def array_equal(a1, a2, equal_nan=False):
    a1, a2 = asarray(a1), asarray(a2)
    return a1.shape == a2.shape and bool(all(equal(a1, a2)))


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a), asarray(b)
    return logical_or(equal(a, b), less_equal(absolute(subtract(a, b)), atol + rtol * absolute(b)))


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(all(isclose(a, b, rtol, atol)))


def shares_memory(a, b, max_work=None):
    return _numpy.shares_memory(a, b)


def may_share_memory(a, b, max_work=None):
    return _numpy.may_share_memory(a, b)


def isscalar(element):
    return isinstance(element, (generic, int, float, complex, str, bytes))


def ndenumerate(arr):
    arr = asarray(arr)
    for index in ndindex(*arr.shape):
        yield index, arr[index]


def ndindex(*shape):
    import itertools
    return itertools.product(*map(range, shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape))


def nditer(a):
    return iter(ravel(a))


def vectorize(pyfunc, otypes=None):
    def call(*args):
        arrays = [asarray(arg) for arg in args]
        flat = [pyfunc(*items) for items in zip(*[a.ravel().tolist() for a in arrays])]
        return array(flat).reshape(arrays[0].shape)
    return call


def promote_types(type1, type2):
    return dtype(_numpy.promote_types(type1, type2))


def result_type(*args):
    found = dtype(bool)
    for arg in args:
        found = promote_types(found, arg.dtype if hasattr(arg, 'dtype') else arg if isinstance(arg, (type, str, dtype)) else asarray(arg).dtype)
    return found


def can_cast(from_, to, casting='safe'):
    return promote_types(from_, to) == dtype(to)


def issubdtype(arg1, arg2):
    def scalar(arg):
        return arg if isinstance(arg, type) and issubclass(arg, generic) else dtype(arg).type
    return issubclass(scalar(arg1), scalar(arg2))


class iinfo:
    def __init__(self, type):
        self.dtype = dtype(type)
        self.kind, self.bits = self.dtype.kind, 8 * self.dtype.itemsize
        if self.kind not in 'iu':
            raise ValueError('Invalid integer data type %r.' % (self.kind,))
        self.min = 0 if self.kind == 'u' else -(1 << self.bits - 1)
        self.max = (1 << self.bits - (self.kind == 'i')) - 1

    def __repr__(self):
        return f'iinfo(min={self.min}, max={self.max}, dtype={self.dtype})'


class finfo:
    def __init__(self, type):
        self.dtype = dtype(type)
        single = self.dtype.itemsize == 4
        self.bits = 8 * self.dtype.itemsize
        self.eps = self.dtype.type(2.0 ** -23 if single else 2.0 ** -52)
        self.max = self.dtype.type(3.4028234663852886e+38 if single else _sys.float_info.max)
        self.min = -self.max
        self.tiny = self.smallest_normal = self.dtype.type(1.1754943508222875e-38 if single else _sys.float_info.min)
        self.precision, self.resolution = (6, self.dtype.type(1e-06)) if single else (15, self.dtype.type(1e-15))

    def __repr__(self):
        return f'finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})'


class errstate:
    def __init__(self, **kwargs):
        self._what = kwargs

    def __enter__(self):
        import warnings
        self._catch = warnings.catch_warnings()
        self._catch.__enter__()
        if 'ignore' in self._what.values():
            warnings.simplefilter('ignore', RuntimeWarning)

    def __exit__(self, *exc):
        self._catch.__exit__(*exc)


class _Flags:
    _names = {'C': 'c_contiguous', 'F': 'f_contiguous', 'O': 'owndata', 'W': 'writeable', 'C_CONTIGUOUS': 'c_contiguous', 'CONTIGUOUS': 'c_contiguous',
              'F_CONTIGUOUS': 'f_contiguous', 'OWNDATA': 'owndata', 'WRITEABLE': 'writeable', 'ALIGNED': 'aligned', 'A': 'aligned'}
    aligned = True
    writebackifcopy = False

    def __init__(self, array):
        self._array = array

    def __getattr__(self, name):
        if name in ('c_contiguous', 'f_contiguous', 'owndata', 'writeable'):
            return getattr(self._array, '_' + name)
        if name == 'contiguous':
            return self._array._c_contiguous
        raise AttributeError(f"'numpy.core.multiarray.flagsobj' object has no attribute {name!r}")

    def __setattr__(self, name, value):
        if name == 'writeable':
            if value and self._array.base is not None and not self._array._writeable:
                raise ValueError('cannot set WRITEABLE flag to True of this array')
            self._array._writeable = bool(value)
        else:
            object.__setattr__(self, name, value)

    def __getitem__(self, key):
        if key not in self._names:
            raise KeyError('Unknown flag')
        return getattr(self, self._names[key])

    def __repr__(self):
        return (f'  C_CONTIGUOUS : {self.c_contiguous}\n  F_CONTIGUOUS : {self.f_contiguous}\n  OWNDATA : {self.owndata}\n  WRITEABLE : {self.writeable}\n'
                '  ALIGNED : True\n  WRITEBACKIFCOPY : False\n')


def _array_sort(a, axis=-1, kind=None, order=None):
    a[...] = sort(a, axis)


def _array_setflags(a, write=None, align=None, uic=None):
    if write is not None:
        a.flags.writeable = write


def _array_resize(a, *shape, refcheck=True):
    raise NotImplementedError('ndarray.resize is not simulated')


# --- printing ---------------------------------------------------------------------------------------------------------------------------

_options = {'precision': 8, 'threshold': 1000, 'edgeitems': 3, 'linewidth': 75, 'suppress': False}


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, **kwargs):
    for name, value in (('precision', precision), ('threshold', threshold), ('edgeitems', edgeitems), ('linewidth', linewidth), ('suppress', suppress)):
        if value is not None:
            _options[name] = value


def get_printoptions():
    return dict(_options)


def _digits(value, is_single):
    """(digits, exponent): the shortest decimal that reads back the same, value = 0.d1d2d3… * 10**exponent."""
    text = _numpy.float32_digits(float(value)) if is_single else repr(float(value))
    mantissa, _, power = text.lstrip('-').partition('e')
    whole, _, part = mantissa.partition('.')
    digits = (whole + part).lstrip('0')
    leading = len(whole.lstrip('0')) if whole.strip('0') else len(part.lstrip('0')) - len(part)
    return digits.rstrip('0') or '0', leading + int(power or 0) if digits else 1


def _rounded(value, is_single, places):
    """Rounds to so many places after the point where the shortest form is longer: (digits before, digits after)."""
    digits, exponent = _digits(value, is_single)
    if len(digits) - exponent > places:
        text = '%.*f' % (places, float(value))
        whole, _, part = text.lstrip('-').partition('.')
        return whole, part.rstrip('0')
    if exponent <= 0:
        return '0', '0' * -exponent + digits if digits != '0' else ''
    return digits[:exponent].ljust(exponent, '0'), digits[exponent:]


def _sign(value):
    return '-' if float(value) < 0 or _math.copysign(1, float(value)) < 0 else ''


def _float_texts(values, is_single):
    precision = _options['precision']
    finite = [value for value in values if _math.isfinite(value)]
    nonzero_ = [_builtins.abs(float(value)) for value in finite if value != 0]
    exponential = False
    if nonzero_ and not _options['suppress']:
        high, low = _builtins.max(nonzero_), _builtins.min(nonzero_)
        exponential = high >= 1e8 or low < 1e-4 or high / low > 1000
    if exponential:
        parts = []
        for value in finite:
            digits, exponent = _digits(value, is_single)
            if len(digits) > precision + 1:
                text = '%.*e' % (precision, float(value))
                mantissa, power = text.lstrip('-').split('e')
                digits, exponent = mantissa.replace('.', '').rstrip('0'), int(power) + 1
            parts.append((digits, 0 if value == 0 else exponent - 1))
        after = _builtins.max((len(digits) - 1 for digits, _ in parts), default=0)
        width = _builtins.max((len(str(_builtins.abs(power))) for _, power in parts), default=2)
        width = _builtins.max(2, width)
        shown = iter([f"{_sign(value)}{digits[0]}.{digits[1:].ljust(after, '0')}e{'-' if power < 0 else '+'}{_builtins.abs(power):0{width}d}"
                      for value, (digits, power) in zip(finite, parts)])
        texts = [next(shown) if _math.isfinite(value) else _special(value) for value in values]
    else:
        parts = [_rounded(value, is_single, precision) for value in finite]
        after = _builtins.max((len(part) for _, part in parts), default=0)
        shown = iter([f'{_sign(value)}{whole}.{part}'.ljust(len(_sign(value) + whole) + 1 + after) for value, (whole, part) in zip(finite, parts)])
        texts = [next(shown) if _math.isfinite(value) else _special(value) for value in values]
    width = _builtins.max(map(len, texts), default=0)
    return [text.rjust(width) for text in texts]


def _special(value):
    return 'nan' if value != value else 'inf' if value > 0 else '-inf'


def _float32_text(value):
    number = float(value)
    if not _math.isfinite(number):
        return _special(number)
    digits, exponent = _digits(number, True)
    if number != 0 and not -4 < exponent <= 16:
        return f"{_sign(number)}{digits[0]}{'.' + digits[1:] if len(digits) > 1 else ''}e{'-' if exponent <= 0 else '+'}{_builtins.abs(exponent - 1):02d}"
    whole, part = _rounded(number, True, 40)
    return f"{_sign(number)}{whole}.{part or '0'}"


def _texts(a, values):
    if a.dtype.kind == 'f':
        return _float_texts(values, a.dtype.itemsize == 4)
    texts = [str(value) for value in values]
    width = _builtins.max(map(len, texts), default=0)
    if a.dtype.kind == 'b' and a.ndim:
        width = 5
    return [text.rjust(width) for text in texts]


def _leading_trailing(a, edge):
    """The elements that are shown of a large array."""
    def indices(length):
        return list(range(length)) if length <= 2 * edge else [*range(edge), *range(length - edge, length)]
    for axis in range(a.ndim):
        a = a[(slice(None),) * axis + (indices(a.shape[axis]),)]
    return a


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *args, **kwargs):
    return _formatted(asarray(a), separator, ' ' * len(prefix), max_line_width)


def _formatted(a, separator, indent, line_width=None, suffix_width=0):
    if a.size == 0:
        return '[]'
    if a.ndim == 0:
        return _texts(a, [a.item()])[0].strip()
    edge = _options['edgeitems']
    summary = a.size > _options['threshold']
    shown = _leading_trailing(a, edge) if summary else a
    texts = iter(_texts(shown, shown.ravel().tolist()))
    flat = list(texts)
    width = (line_width or _options['linewidth']) - suffix_width

    def build(shape, at, level):
        """Text of a part that starts at flat index at; level: nesting depth."""
        length, *rest = shape
        cut = summary and a.shape[level] > 2 * edge
        if not rest:
            items = flat[at:at + length]
            if cut:
                items = [*items[:edge], '...', *items[edge:]]
            return _row(items, separator, indent + ' ' * (level + 1), width - level)
        step = 1
        for part in rest:
            step *= part
        parts = [build(rest, at + i * step, level + 1) for i in range(length)]
        if cut:
            parts = [*parts[:edge], '...', *parts[edge:]]
        between = separator.rstrip() + '\n' * len(rest) + indent + ' ' * (level + 1)
        return '[' + between.join(parts) + ']'
    return build(list(shown.shape), 0, 0)


def _row(items, separator, indent, width):
    """One innermost row, wrapped."""
    limit = width - _builtins.max(len(separator.rstrip()), 1)
    lines, line = [], indent
    for i, item in enumerate(items):
        if len(line) > len(indent) and len(line) + len(item) > limit:
            lines.append(line.rstrip())
            line = indent
        line += item + ('' if i == len(items) - 1 else separator)
    lines.append(line)
    return '[' + '\n'.join(lines)[len(indent):] + ']'


def _array_str(a):
    if a.ndim == 0:
        return str(a.item()) if a.dtype.kind != 'f' or a.dtype.itemsize == 8 else str(a[()])
    return _formatted(a, ' ', '')


def _array_repr(a):
    implied = a.dtype in ('int64', 'float64', 'bool') and a.size > 0
    if a.dtype == 'float64' and a.size == 0:
        implied = False
    if a.size == 0 and a.shape != (0,):
        body = '[]'
        tail = f', shape={a.shape}, dtype={a.dtype})' if len(a.shape) > 1 else f', dtype={a.dtype})'
        return f'array({body}{tail}'
    body = _formatted(a, ', ', ' ' * 6, None, 1)
    if implied:
        return f'array({body})'
    tail = f'dtype={a.dtype})'
    last = len(('array(' + body).rsplit('\n', 1)[-1])
    if last + len(', ' + tail) > _options['linewidth']:
        return f'array({body},\n      {tail}'
    return f'array({body}, {tail}'


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    return _array_repr(arr)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    return _array_str(a)


from . import random
`;

/** numpy.random: the legacy generator. */
export const numpyRandomSource = () => String.raw`
"""The uniform part of numpy's legacy generator (MT19937)."""
import random as _python_random
from numpy import array as _array

_state = [0] * 624
_position = 624


def seed(seed=None):
    global _position
    if seed is None:
        seed = _python_random.getrandbits(32)
    seed &= 0xffffffff
    for i in range(624):
        _state[i] = seed
        seed = (1812433253 * (seed ^ seed >> 30) + i + 1) & 0xffffffff
    _position = 624


def _word():
    global _position
    if _position == 624:
        for i in range(624):
            y = _state[i] & 0x80000000 | _state[(i + 1) % 624] & 0x7fffffff
            _state[i] = _state[(i + 397) % 624] ^ y >> 1 ^ (0x9908b0df if y & 1 else 0)
        _position = 0
    y = _state[_position]
    _position += 1
    y ^= y >> 11
    y ^= y << 7 & 0x9d2c5680
    y ^= y << 15 & 0xefc60000
    return y ^ y >> 18


def _double():
    return ((_word() >> 5) * 67108864.0 + (_word() >> 6)) / 9007199254740992.0


def _shaped(shape, draw):
    if shape is None or shape == ():
        return draw()
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    count = 1
    for length in shape:
        count *= length
    return _array([draw() for _ in range(count)]).reshape(shape)


def random_sample(size=None):
    return _shaped(size, _double)


random = ranf = sample = random_sample


def rand(*shape):
    return _shaped(shape, _double)


def uniform(low=0.0, high=1.0, size=None):
    return _shaped(size, lambda: low + (high - low) * _double())


def _bounded(top):
    if top == 0:
        return 0
    mask = (1 << top.bit_length()) - 1
    while True:
        value = (_word() if top <= 0xffffffff else _word() << 32 | _word()) & mask
        if value <= top:
            return value


def randint(low, high=None, size=None, dtype=int):
    if high is None:
        low, high = 0, low
    if low >= high:
        raise ValueError('low >= high')
    return _shaped(size, lambda: low + _bounded(high - low - 1))


def _legacy_interval(top):
    return _bounded(top)


def shuffle(x):
    for i in range(len(x) - 1, 0, -1):
        j = _legacy_interval(i)
        if i != j:
            x[i], x[j] = (x[j].copy(), x[i].copy()) if hasattr(x[i], 'copy') and getattr(x, 'ndim', 1) > 1 else (x[j], x[i])


def permutation(x):
    from numpy import arange, array
    made = arange(x) if isinstance(x, int) else array(x)
    shuffle(made)
    return made


_gauss = None


def standard_normal(size=None):
    import math

    def draw():
        global _gauss
        if _gauss is not None:
            value, _gauss = _gauss, None
            return value
        while True:
            x1 = 2.0 * _double() - 1.0
            x2 = 2.0 * _double() - 1.0
            r2 = x1 * x1 + x2 * x2
            if 0.0 < r2 < 1.0:
                break
        f = math.sqrt(-2.0 * math.log(r2) / r2)
        _gauss = f * x1
        return f * x2
    return _shaped(size, draw)


def randn(*shape):
    return standard_normal(shape)


def normal(loc=0.0, scale=1.0, size=None):
    return loc + scale * standard_normal(size)


def default_rng(seed=None):
    raise NotImplementedError('numpy.random.default_rng is not simulated; the legacy functions numpy.random.seed, rand, randint … are')


seed()
`;
