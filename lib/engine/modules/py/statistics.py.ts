// statistics. Behaves as CPython 3.13's Lib/statistics.py; written for the engine.
export default () => String.raw`
import math
import numbers
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from itertools import count, groupby
from math import erf, exp, fabs, fsum, hypot, log, sqrt, tau

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'kde', 'kde_random',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance',
           'quantiles', 'stdev', 'variance']

_AT_LEAST_3_12, _AT_LEAST_3_13, _AT_LEAST_3_14 = (sys.version_info >= (3, minor) for minor in (12, 13, 14))
_SQRT2 = sqrt(2.0)

if _AT_LEAST_3_12:
    from math import sumprod
else:
    def sumprod(p, q):
        return fsum(x * y for x, y in zip(p, q))


class StatisticsError(ValueError):
    pass


# Exact sums: every number is a ratio of integers, and ratios with one denominator are added as integers.
def _decimal_type():
    """Decimal, if the program has it: without it no number can be one."""
    module = sys.modules.get('decimal')
    return () if module is None else module.Decimal


def _exact_ratio(x):
    """Numerator and denominator; (x, None) if x is an infinity or NaN."""
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return (x, None)
    except AttributeError:
        try:
            return (x.numerator, x.denominator)
        except AttributeError:
            raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _coerce(T, S):
    """The type that a result of numbers of both types has."""
    if T is S or S is int or S is bool:
        return T
    if T is int or issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    for one, other in ((T, S), (S, T)):
        if issubclass(one, int):
            return other
    for one, other in ((T, S), (S, T)):
        if issubclass(one, Fraction) and issubclass(other, float):
            return other
    raise TypeError("don't know how to coerce %s and %s" % (T.__name__, S.__name__))


class _Totals:
    """The exact sum of numbers, on request of their squares too, with how many they are and the types that they have."""

    def __init__(self, data, squares=False):
        self.count, self.types, self.special = 0, set(), None
        self.sums, self.squares = {}, {} if squares else None
        for x in data:
            self.types.add(type(x))
            self._add(*_exact_ratio(x))
        T = int
        for kind in self.types:
            T = _coerce(T, kind)
        self.type = T

    def _add(self, top, bottom):
        self.count += 1
        if bottom is None:
            self.special = top if self.special is None else self.special + top
            return
        self.sums[bottom] = self.sums.get(bottom, 0) + top
        if self.squares is not None:
            self.squares[bottom] = self.squares.get(bottom, 0) + top * top

    @property
    def sum(self):
        if self.special is not None:
            return self.special
        return sum((Fraction(top, bottom) for bottom, top in self.sums.items()), Fraction(0))

    @property
    def sum_of_squares(self):
        return sum((Fraction(top, bottom * bottom) for bottom, top in self.squares.items()), Fraction(0))


def _sum(data):
    totals = _Totals(data)
    return (totals.type, totals.sum, totals.count)


def _ss(data, c=None):
    """Type, sum of the squared deviations from the mean (from c, if that is given), mean, count."""
    if c is not None:
        T, ssd, n = _sum((d := x - c) * d for x in data)
        return (T, ssd, c, n)
    totals = _Totals(data, squares=True)
    n, total = totals.count, totals.sum
    if totals.special is not None or not n:
        return (totals.type, total, total, n)
    return (totals.type, (n * totals.sum_of_squares - total * total) / n, total / n, n)


def _convert(value, T):
    """An exact value as a number of that type."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        D = _decimal_type()
        if not D or not issubclass(T, D):
            raise
        return T(value.numerator) / T(value.denominator)


def _fail_neg(values, errmsg='negative value'):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


# Averages.
def mean(data):
    T, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / n, T)


def fmean(data, weights=None):
    if weights is not None:
        return _weighted_fmean(data, weights)
    try:
        n = len(data)
        total = fsum(data)
    except TypeError:
        if hasattr(data, '__len__'):
            raise
        counter = count()
        total = fsum(x for x, _ in zip(data, counter))
        n = next(counter)
    if not n:
        raise StatisticsError('fmean requires at least one data point')
    return total / n


def _weighted_fmean(data, weights):
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    if not _AT_LEAST_3_12:
        data = list(data)
    try:
        num = sumprod(data, weights)
    except ValueError:
        if not _AT_LEAST_3_12:
            raise
        raise StatisticsError('data and weights must be the same length')
    if not _AT_LEAST_3_12 and len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    den = fsum(weights)
    if not den:
        raise StatisticsError('sum of weights must be non-zero')
    return num / den


def geometric_mean(data):
    if not _AT_LEAST_3_13:
        try:
            return exp(fmean(map(log, data)))
        except ValueError:
            raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None
    n, zeros = 0, 0

    def positive():
        nonlocal n, zeros
        for n, x in enumerate(data, start=1):
            if x > 0.0 or math.isnan(x):
                yield x
            elif x < 0.0:
                raise StatisticsError('No negative inputs allowed', x)
            else:
                zeros += 1

    total = fsum(map(log, positive()))
    if not n:
        raise StatisticsError('Must have a non-empty dataset')
    if math.isnan(total) or (zeros and total == math.inf):
        return math.nan
    return 0.0 if zeros else exp(total / n)


def harmonic_mean(data, weights=None):
    if iter(data) is data:
        data = list(data)
    errmsg = 'harmonic mean does not support negative values'
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if weights is None:
        if n == 1:
            only = data[0]
            if not isinstance(only, (numbers.Real, _decimal_type() or numbers.Real)):
                raise TypeError('unsupported type')
            if only < 0:
                raise StatisticsError(errmsg)
            return only
        weights, total_weight = [1] * n, n
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        total_weight = _sum(_fail_neg(weights, errmsg))[1]
    try:
        T, total, _ = _sum(weight / x if weight else 0 for weight, x in zip(weights, list(_fail_neg(data, errmsg))))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(total_weight / total, T)


# Positions in sorted data.
def _in_order(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data, len(data) // 2


def median(data):
    data, middle = _in_order(data)
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data, middle = _in_order(data)
    return data[middle - (len(data) % 2 == 0)]


def median_high(data):
    data, middle = _in_order(data)
    return data[middle]


def median_grouped(data, interval=1.0):
    data, middle = _in_order(data)
    x = data[middle]
    before = bisect_left(data, x)
    within = bisect_right(data, x, lo=before) - before
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return x - interval / 2.0 + interval * (len(data) / 2 - before) / within


def mode(data):
    for value, _ in Counter(iter(data)).most_common(1):
        return value
    raise StatisticsError('no mode for empty data') from None


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, times in counts.items() if times == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1 and _AT_LEAST_3_13:
            return data * (n - 1)
        raise StatisticsError(f"must have at least {'one data point' if _AT_LEAST_3_13 else 'two data points'}")
    if method == 'inclusive':
        # The ends of the data are the 0th and the last quantile.
        places = [divmod(cut * (size - 1), n) for cut in range(1, n)]
        return [(data[at] * (n - share) + data[at + 1] * share) / n for at, share in places]
    if method == 'exclusive':
        result = []
        for cut in range(1, n):
            place = cut * (size + 1)
            at = min(max(place // n, 1), size - 1)
            share = place - at * n
            result.append((data[at - 1] * (n - share) + data[at] * share) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


# Spread.
def variance(data, xbar=None):
    T, ss, _, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(ss / (n - 1), T)


def pvariance(data, mu=None):
    T, ss, _, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(ss / n, T)


def stdev(data, xbar=None):
    T, ss, _, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(ss / (n - 1), T)


def pstdev(data, mu=None):
    T, ss, _, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(ss / n, T)


def _root(square, T):
    """The square root of a fraction, as a Decimal if the data are Decimals, else as a float."""
    D = _decimal_type()
    root = _decimal_sqrt_of_frac if D and issubclass(T, D) else _float_sqrt_of_frac
    return root(square.numerator, square.denominator)


def _integer_sqrt_of_frac_rto(n, m):
    """isqrt(n/m), its last bit set if it is not exact: so a later rounding goes the right way."""
    root = math.isqrt(n // m)
    return root if root * root * m == n else root | 1


def _float_sqrt_of_frac(n, m):
    # An integer root of 55 bits has two more than a float keeps.
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift < 0:
        return _integer_sqrt_of_frac_rto(n << -2 * shift, m) / (1 << -shift)
    return (_integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift) / 1


def _decimal_sqrt_of_frac(n, m):
    D = _decimal_type()
    if not n:
        return D('0.0')
    n, m = (-n, -m) if n < 0 else (n, m)
    root = (D(n) / D(m)).sqrt()

    def beyond(neighbour):
        """Whether n/m lies beyond the middle between the root and its neighbour: -1, 0, 1 as compared."""
        (a, b), (c, d) = root.as_integer_ratio(), neighbour.as_integer_ratio()
        left, right = 4 * n * (b * d) ** 2, m * (b * c + d * a) ** 2
        return (left > right) - (left < right)

    if beyond(plus := root.next_plus()) > 0:
        return plus
    if beyond(minus := root.next_minus()) < 0:
        return minus
    return root


# Two variables.
LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def _paired(x, y, what):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    return n


def _centred(values, n):
    """The values as deviations from their mean, and the mean."""
    middle = fsum(values) / n
    return [value - middle for value in values], middle


def covariance(x, y, /):
    n = _paired(x, y, 'covariance')
    return sumprod(_centred(x, n)[0], _centred(y, n)[0]) / (n - 1)


def _rank(data, /, *, key=None, reverse=False, ties='average', start=1):
    """Ranks; equal values share the average of theirs."""
    if ties != 'average':
        raise ValueError(f'Unknown tie resolution method: {ties!r}')
    values = data if key is None else map(key, data)
    placed = sorted(zip(values, count()), reverse=reverse)
    ranks = [0] * len(placed)
    below = start - 1
    for _, tied in groupby(placed, key=lambda pair: pair[0]):
        places = [place for _, place in tied]
        for place in places:
            ranks[place] = below + (len(places) + 1) / 2
        below += len(places)
    return ranks


def correlation(x, y, /, *, method='linear'):
    n = _paired(x, y, 'correlation')
    if method == 'ranked':
        start = (n - 1) / -2
        x, y = _rank(x, start=start), _rank(y, start=start)
    elif method == 'linear':
        x, y = _centred(x, n)[0], _centred(y, n)[0]
    else:
        raise ValueError(f'Unknown method: {method!r}')
    sxy, sxx, syy = sumprod(x, y), sumprod(x, x), sumprod(y, y)
    try:
        return sxy / (_sqrtprod(sxx, syy) if _AT_LEAST_3_13 else sqrt(sxx * syy))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


if not _AT_LEAST_3_12:
    correlation.__kwdefaults__ = None
    correlation = (lambda linear: lambda x, y, /: linear(x, y, method='linear'))(correlation)
    correlation.__name__ = correlation.__qualname__ = 'correlation'


def _sqrtprod(x, y):
    """sqrt(x·y), to the last bit, whatever the product does."""
    root = sqrt(x * y)
    if math.isfinite(root) and root:
        # One step of Newton's, from the exact difference.
        return root + sumprod((x, root), (y, -root)) / (2.0 * root)
    if root:
        overflown = math.isinf(root) and not (math.isinf(x) or math.isinf(y))
        scale = 2.0 ** -512 if overflown else None
    else:
        scale = 2.0 ** 537 if x and y else None
    return root if scale is None else _sqrtprod(scale * x, scale * y) / scale


def linear_regression(x, y, /, *, proportional=False):
    n = _paired(x, y, 'linear regression')
    xbar = ybar = 0.0
    if not proportional:
        (x, xbar), (y, ybar) = _centred(x, n), _centred(y, n)
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


# The normal distribution.
def _ratio(r, top, bottom):
    """The quotient of two polynomials, by Horner's rule."""
    num, den = 0.0, 0.0
    for coefficient in top:
        num = num * r + coefficient
    for coefficient in bottom:
        den = den * r + coefficient
    return num, den


# Wichura's algorithm AS 241, PPND16: coefficients near the middle, in the tails, far out.
_MIDDLE = ((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4, 4.59219_53931_54987_1457e+4,
            1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3, 1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
           (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4, 2.12137_94301_58659_5867e+4,
            5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2, 4.23133_30701_60091_1252e+1, 1.0))
_TAIL = ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
          3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0, 4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
         (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
          6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0, 2.05319_16266_37758_82187e+0, 1.0))
_FAR = ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
         2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0, 5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
        (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
         1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1, 5.99832_20655_58879_37690e-1, 1.0))


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        num, den = _ratio(0.180625 - q * q, *_MIDDLE)
        x = num * q / den
    else:
        depth = sqrt(-log(p if q <= 0.0 else 1.0 - p))
        num, den = _ratio(depth - 1.6, *_TAIL) if depth <= 5.0 else _ratio(depth - 5.0, *_FAR)
        x = num / den if q >= 0.0 else -(num / den)
    return mu + (x * sigma)


class NormalDist:
    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution', '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        T, ss, middle, n = _ss(data)
        if n < 2:
            raise StatisticsError('stdev requires at least two data points')
        if isinstance(ss, Fraction):
            return cls(float(middle), _float_sqrt_of_frac(*(ss / (n - 1)).as_integer_ratio()))
        return cls(float(middle), float(middle) / float(ss))

    def samples(self, n, *, seed=None):
        import random
        source = random if seed is None else random.Random(seed)
        if not _AT_LEAST_3_13:
            return [source.gauss(self._mu, self._sigma) for _ in range(n)]
        draw = source.random
        return [_normal_dist_inv_cdf(draw(), self._mu, self._sigma) for _ in range(n)]

    def _known_sigma(self, what):
        if not self._sigma:
            raise StatisticsError(f'{what}() not defined when sigma is zero')
        return self._sigma

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        away = x - self._mu
        return exp(away * away / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        width = self._known_sigma('cdf') * _SQRT2
        if _AT_LEAST_3_14:
            return 0.5 * math.erfc((self._mu - x) / width)
        return 0.5 * (1.0 + erf((x - self._mu) / width))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        if not _AT_LEAST_3_12 and self._sigma <= 0.0:
            raise StatisticsError('cdf() not defined when sigma at or below zero')
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(cut / n) for cut in range(1, n)]

    def zscore(self, x):
        return (x - self._mu) / self._known_sigma('zscore')

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        narrow, wide = sorted((self, other), key=lambda dist: (dist._sigma, dist._mu))
        if not narrow.variance or not wide.variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        apart, wider = fabs(wide._mu - narrow._mu), wide.variance - narrow.variance
        if not wider:
            z = apart / (2.0 * narrow._sigma * _SQRT2)
            return math.erfc(z) if _AT_LEAST_3_14 else 1.0 - erf(z)
        # Where the two curves cross.
        centre = narrow._mu * wide.variance - wide._mu * narrow.variance
        spread = narrow._sigma * wide._sigma * sqrt(apart * apart + wider * log(wide.variance / narrow.variance))
        first, second = (centre + spread) / wider, (centre - spread) / wider
        return 1.0 - (fabs(wide.cdf(first) - narrow.cdf(first)) + fabs(wide.cdf(second) - narrow.cdf(second)))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    # Sums of independent variables, and shifted or scaled ones.
    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    __radd__, __rmul__ = __add__, __mul__

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    def __eq__(x1, x2):
        return x1.__getstate__() == x2.__getstate__() if isinstance(x2, NormalDist) else NotImplemented

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state


# Kernel density estimates. A kernel: its names, density, distribution, whether it has an end, and the inverse of its distribution.
def _by_newton(estimate, f, slope):
    def inverse(y):
        x = estimate(y)
        while abs(miss := f(x) - y) > 1e-12:
            x -= miss / slope(x)
        return x
    return inverse


def _mirrored(power, bend=None):
    """A first guess of an inverse: a power, mirrored at the middle."""
    def estimate(p):
        sign = 1.0
        if p > 1 / 2:
            sign, p = -1.0, 1.0 - p
        x = (2.0 * p) ** power - 1.0
        if bend is not None and p >= 0.004:
            x += bend(p)
        return x * sign
    return estimate


def _kernels():
    from math import acos, asin, atan, cos, cosh, pi, sin, tan
    around, root2, half = sqrt(2 * pi), sqrt(2), 1 / 2

    def quartic(t):
        return 3 / 16 * t**5 - 5 / 8 * t**3 + 15 / 16 * t + 1 / 2

    def quartic_slope(t):
        return 15 / 16 * (1.0 - t * t) ** 2

    def triweight(t):
        return 35 / 32 * (-1 / 7 * t**7 + 3 / 5 * t**5 - t**3 + t) + 1 / 2

    def triweight_slope(t):
        return 35 / 32 * (1.0 - t * t) ** 3

    table = [
        (('normal', 'gauss'), lambda t: exp(-half * t * t) / around, (lambda t: half * math.erfc(t / -root2)) if _AT_LEAST_3_14 else (lambda t: half * (1.0 + erf(t / root2))), False,
         lambda p: _normal_dist_inv_cdf(p, 0.0, 1.0)),
        (('logistic',), lambda t: half / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), False, lambda p: log(p / (1 - p))),
        (('sigmoid',), lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)), False, lambda p: log(tan(p * pi / 2))),
        (('rectangular', 'uniform'), lambda t: half, lambda t: half * t + half, True, lambda p: 2 * p - 1),
        (('triangular',), lambda t: 1.0 - abs(t), lambda t: t * t * (half if t < 0.0 else -half) + t + half, True,
         lambda p: sqrt(2 * p) - 1 if p < half else 1 - sqrt(2 - 2 * p)),
        (('parabolic', 'epanechnikov'), lambda t: 3 / 4 * (1.0 - t * t), lambda t: -1 / 4 * t**3 + 3 / 4 * t + half, True,
         lambda p: 2 * cos((acos(2 * p - 1) + pi) / 3)),
        (('quartic', 'biweight'), quartic_slope, quartic, True,
         _by_newton(_mirrored(0.4258865685331, lambda p: 0.026818732 * sin(7.101753784 * p + 2.73230839482953)), quartic, quartic_slope)),
        (('triweight',), triweight_slope, triweight, True, _by_newton(_mirrored(0.3400218741872791), triweight, triweight_slope)),
        (('cosine',), lambda t: pi / 4 * cos(pi / 2 * t), lambda t: half * sin(pi / 2 * t) + half, True, lambda p: 2 * asin(2 * p - 1) / pi),
    ]
    return {name: rest for names, *rest in table for name in names}


def _kernel(data, h, name):
    if not len(data):
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    found = _kernels().get(name)
    if found is None:
        raise StatisticsError(f'Unknown kernel name: {name!r}')
    return found


def kde(data, h, kernel='normal', *, cumulative=False):
    density, distribution, ends, _ = _kernel(data, h, kernel)
    known = sorted(data) if ends else data

    def near(x):
        """The data that the kernel at x reaches, and how many lie below them."""
        nonlocal known
        if not ends:
            return data, 0
        if len(data) != len(known):
            known = sorted(data)
        first = bisect_left(known, x - h * 1.0)
        return known[first:bisect_right(known, x + h * 1.0)], first

    def pdf(x):
        return sum(density((x - at) / h) for at in near(x)[0]) / (len(data) * h)

    def cdf(x):
        reached, below = near(x)
        return sum((distribution((x - at) / h) for at in reached), below) / len(data)

    made, shown = (cdf, 'CDF') if cumulative else (pdf, 'PDF')
    made.__doc__ = f'{shown} estimate with {h=!r} and {kernel=!r}'
    return made


def kde_random(data, h, kernel='normal', *, seed=None):
    inverse = _kernel(data, h, kernel)[3]
    import random
    source = random.Random(seed)

    def rand():
        return source.choice(data) + h * inverse(source.random())

    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand
`;
