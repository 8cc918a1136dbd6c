// random: distributions over the Mersenne Twister. Behaves as CPython 3.13's Lib/random.py, draw by draw; written for the engine.
// The algorithms are the published ones that its documentation names; floating-point operations keep their order, since results are compared to the last bit.
export default () => String.raw`
from _random import Random as _CoreRandom
import math as _math
from math import tau as TWOPI
from _operator import index as _index
from sys import version_info as _version

_ON_INSTANCE = '''seed random uniform triangular randint choice randrange sample shuffle choices normalvariate lognormvariate expovariate
    vonmisesvariate gammavariate gauss betavariate binomialvariate paretovariate weibullvariate getstate setstate getrandbits randbytes'''.split()
__all__ = sorted(_ON_INSTANCE + ['Random', 'SystemRandom'])

BPF = 53
RECIP_BPF = 2 ** -BPF
LOG4 = _math.log(4.0)
SG_MAGICCONST = 1.0 + _math.log(4.5)
NV_MAGICCONST = 4 * _math.exp(-0.5) / _math.sqrt(2.0)

_SEED_TYPES = ('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.' if _version >= (3, 13) else
               'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')


def _whole(value, name):
    """An argument of randrange(); 3.11 still takes 3.0, with a warning."""
    if _version >= (3, 12):
        return _index(value)
    try:
        return _index(value)
    except TypeError:
        whole = int(value)
    import warnings
    if whole != value:
        warnings.warn('randrange() will raise TypeError in the future', DeprecationWarning, 3)
        raise ValueError(f'non-integer {name} for randrange()')
    warnings.warn('non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version',
                  DeprecationWarning, 3)
    return whole


def _old_text_seed(text):
    """The number that version 1 made of a text: the string hash of Python 2."""
    codes = text if isinstance(text, bytes) else [ord(letter) for letter in text]
    mixed = codes[0] << 7 if codes else 0
    for code in codes:
        mixed = (mixed * 1000003 ^ code) & (1 << 64) - 1
    mixed ^= len(codes)
    return -2 if mixed == -1 else mixed


def _text_seed(text):
    """The number that a text stands for: itself with its SHA-512 behind it."""
    from _hashes import sha512
    data = text.encode() if isinstance(text, str) else text
    return int.from_bytes(data + sha512(data).digest())


class Random(_CoreRandom):
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        # Which of the two primitives the class defines last decides how integers are drawn.
        for owner in cls.__mro__:
            own = owner.__dict__
            if '_randbelow' in own:
                return
            if 'getrandbits' in own:
                cls._randbelow = cls._randbelow_with_getrandbits
                return
            if 'random' in own:
                cls._randbelow = cls._randbelow_without_getrandbits
                return

    # State.
    def seed(self, a=None, version=2):
        if version == 1 and isinstance(a, (str, bytes)):
            a = _old_text_seed(a)
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            a = _text_seed(a)
        elif a is not None and not isinstance(a, (int, float, str, bytes, bytearray)):
            raise TypeError(_SEED_TYPES)
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        return (self.VERSION, super().getstate(), self.gauss_next)

    def setstate(self, state):
        version = state[0]
        if version not in (2, 3):
            raise ValueError("state with version %s passed to Random.setstate() of version %s" % (version, self.VERSION))
        _, words, self.gauss_next = state
        # Version 2 kept its words as signed longs.
        super().setstate(words if version == 3 else tuple(word % (2 ** 32) for word in words))

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # Integers.
    def _randbelow_with_getrandbits(self, n):
        """A number below n: as many bits as n has, drawn again while they are too many."""
        draw, bits = self.getrandbits, n.bit_length()
        while (number := draw(bits)) >= n:
            pass
        return number

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        """The same of a generator that makes floats only."""
        draw = self.random
        if n < maxsize:
            fair = (maxsize - maxsize % n) / maxsize
            while (number := draw()) >= fair:
                pass
            return _math.floor(number * maxsize) % n
        from warnings import warn
        warn("Underlying random() generator does not supply \n"
             "enough bits to choose from a population range this large.\n"
             "To remove the range limitation, add a getrandbits() method.")
        return _math.floor(draw() * n)

    _randbelow = _randbelow_with_getrandbits

    def randbytes(self, n):
        return self.getrandbits(8 * n).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=1):
        first = _whole(start, 'arg 1')
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if first <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(first)
        width = _whole(stop, 'stop') - first
        stride = _whole(step, 'step')
        if not stride:
            raise ValueError("zero step for randrange()")
        # How many steps fit: divided towards what the step leaves over.
        count = (width + stride + (-1 if stride > 0 else 1)) // stride
        if count > 0:
            return first + stride * self._randbelow(count)
        if _version >= (3, 12):
            shown = f"{start}, {stop}" if stride == 1 else f"{start}, {stop}, {step}"
            raise ValueError(f"empty range in randrange({shown})")
        raise ValueError("empty range for randrange()" + (f" ({first}, {first + width}, {width})" if stride == 1 else ""))

    def randint(self, a, b):
        if _version >= (3, 14) and _index(b) < _index(a):
            raise ValueError(f"empty range in randint({a}, {b})")
        return self.randrange(a, b + 1)

    # Sequences.
    def choice(self, seq):
        count = len(seq)
        if not count:
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(count)]

    def shuffle(self, x):
        below = self._randbelow
        last = len(x) - 1
        while last > 0:
            other = below(last + 1)
            x[last], x[other] = x[other], x[last]
            last -= 1

    def sample(self, population, k, *, counts=None):
        from collections.abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        size = len(population)
        if counts is not None:
            return self._sample_of_counted(population, size, k, counts)
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        result, below = [None] * k, self._randbelow
        # A copy from which what is drawn is taken away, as long as it is not larger than a set of what was drawn would be.
        if size <= 21 + (4 ** _math.ceil(_math.log(k * 3, 4)) if k > 5 else 0):
            left = list(population)
            for place in range(k):
                last = size - place - 1
                at = below(last + 1)
                result[place] = left[at]
                left[at] = left[last]
            return result
        taken = set()
        for place in range(k):
            while (at := below(size)) in taken:
                pass
            taken.add(at)
            result[place] = population[at]
        return result

    def _sample_of_counted(self, population, size, k, counts):
        from itertools import accumulate
        from bisect import bisect
        ends = list(accumulate(counts))
        if len(ends) != size:
            raise ValueError("The number of counts does not match the population")
        total = ends.pop() if ends else 0
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if _version < (3, 12) and total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        if total < 0:
            raise ValueError("Counts must be non-negative")
        return [population[bisect(ends, at)] for at in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        from itertools import accumulate, repeat
        from bisect import bisect
        draw, size, floor = self.random, len(population), _math.floor
        if cum_weights is not None:
            if weights is not None:
                raise TypeError('Cannot specify both weights and cumulative weights')
        elif weights is None:
            size += 0.0
            return [population[floor(draw() * size)] for _ in repeat(None, k)]
        else:
            try:
                cum_weights = list(accumulate(weights))
            except TypeError:
                if isinstance(weights, int):
                    raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}') from None
                raise
        if len(cum_weights) != size:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _math.isfinite(total):
            raise ValueError('Total of weights must be finite')
        return [population[bisect(cum_weights, draw() * total, 0, size - 1)] for _ in repeat(None, k)]

    # Real numbers.
    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        drawn = self.random()
        try:
            peak = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if drawn > peak:
            # The other leg, from the other end.
            low, high, drawn, peak = high, low, 1.0 - drawn, 1.0 - peak
        return low + (high - low) * _math.sqrt(drawn * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        # Kinderman and Monahan, 1977: the ratio of two uniform numbers.
        draw = self.random
        while True:
            above = draw()
            below = 1.0 - draw()
            z = NV_MAGICCONST * (above - 0.5) / below
            if z * z / 4.0 <= -_math.log(below):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        # Box and Muller: two at a time, the second one waits for the next call.
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * TWOPI
            radius = _math.sqrt(-2.0 * _math.log(1.0 - self.random()))
            z = _math.cos(angle) * radius
            self.gauss_next = _math.sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _math.exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -_math.log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        # Fisher, Statistical Analysis of Circular Data, 1993.
        draw = self.random
        if kappa <= 1e-6:
            return TWOPI * draw()
        s = 0.5 / kappa
        r = s + _math.sqrt(1.0 + s * s)
        accepted = False
        while not accepted:
            z = _math.cos(_math.pi * draw())
            d = z / (r + z)
            limit = draw()
            accepted = limit < 1.0 - d * d or limit <= (1.0 - d) * _math.exp(d)
        q = 1.0 / r
        turn = _math.acos((q + z) / (1.0 + q * z))
        return (mu + turn if draw() > 0.5 else mu - turn) % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            return -_math.log(1.0 - self.random()) * beta
        return (self._gamma_by_cheng if alpha > 1.0 else self._gamma_by_ahrens_and_dieter)(alpha) * beta

    def _gamma_by_cheng(self, alpha):
        """Cheng 1977, algorithm GB."""
        draw, log = self.random, _math.log
        root = _math.sqrt(2.0 * alpha - 1.0)
        b, c = alpha - LOG4, alpha + root
        while True:
            first = draw()
            if not 1e-7 < first < 0.9999999:
                continue
            second = 1.0 - draw()
            v = log(first / (1.0 - first)) / root
            x = alpha * _math.exp(v)
            z = first * first * second
            r = b + c * v - x
            if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= log(z):
                return x

    def _gamma_by_ahrens_and_dieter(self, alpha):
        """Ahrens and Dieter 1974, algorithm GS."""
        draw = self.random
        b = (_math.e + alpha) / _math.e
        while True:
            p = b * draw()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_math.log((b - p) / alpha)
            if draw() <= (x ** (alpha - 1.0) if p > 1.0 else _math.exp(-x)):
                return x

    def betavariate(self, alpha, beta):
        share = self.gammavariate(alpha, 1.0)
        return share / (share + self.gammavariate(beta, 1.0)) if share else 0.0

    if _version < (3, 12):
        expovariate.__defaults__ = None

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_math.log(1.0 - self.random())) ** (1.0 / beta)

    # Counts.
    def binomialvariate(self, n=1, p=0.5):
        if n < 0:
            raise ValueError("n must be non-negative")
        if not 0.0 < p < 1.0:
            if p == 0.0 or p == 1.0:
                return n if p else 0
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        return self._binomial_by_gaps(n, p) if n * p < 10.0 else self._binomial_by_rejection(n, p)

    def _binomial_by_gaps(self, n, p):
        """Devroye's way for rare successes: the trials between two of them are drawn."""
        scale = _math.log2(1.0 - p)
        successes = trial = 0
        while scale:
            trial += _math.floor(_math.log2(self.random()) / scale) + 1
            if trial > n:
                break
            successes += 1
        return successes

    def _binomial_by_rejection(self, n, p):
        """Hörmann 1993, algorithm BTRS."""
        draw, lgamma = self.random, _math.lgamma
        spread = _math.sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a = -0.0873 + 0.0248 * b + 0.01 * p
        centre = n * p + 0.5
        quick = 0.92 - 4.2 / b
        exact = None
        while True:
            u = draw() - 0.5
            edge = 0.5 - _math.fabs(u)
            k = _math.floor((2.0 * a / edge + b) * u + centre)
            if not 0 <= k <= n:
                continue
            v = draw()
            if edge >= 0.07 and v <= quick:
                return k
            if exact is None:
                alpha, odds, middle = (2.83 + 5.1 / b) * spread, _math.log(p / (1.0 - p)), _math.floor((n + 1) * p)
                exact = lgamma(middle + 1) + lgamma(n - middle + 1)
            v *= alpha / (a / (edge * edge) + b)
            if _math.log(v) <= exact - lgamma(k + 1) - lgamma(n - k + 1) + (k - middle) * odds:
                return k


class SystemRandom(Random):
    def randbytes(self, n):
        from os import urandom
        return urandom(n)

    def getrandbits(self, k):
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        count = -(-k // 8)
        return int.from_bytes(self.randbytes(count)) >> 8 * count - k

    def random(self):
        return (int.from_bytes(self.randbytes(7)) >> 3) * RECIP_BPF

    def seed(self, *args, **kwds):
        """Stub method.  Not used for a system random number generator."""

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')
    getstate = setstate = _notimplemented


# The functions of the module are methods of one hidden instance.
_inst = Random()
globals().update({name: getattr(_inst, name) for name in _ON_INSTANCE})
del _ON_INSTANCE
`;
