// numbers and fractions. Behave as CPython 3.13's Lib/numbers.py and Lib/fractions.py; written for the engine.

/** numbers: nearly all of it is names that a subclass must define, so they are declared by name. */
export const numbersSource = () => String.raw`
from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _alone(self):
    raise NotImplementedError


def _with_other(self, other):
    raise NotImplementedError


def _with_exponent(self, exponent):
    raise NotImplementedError


def _with_base(self, base):
    raise NotImplementedError


def _with_modulus(self, exponent, modulus=None):
    raise NotImplementedError


def _with_digits(self, ndigits=None):
    raise NotImplementedError


def _nothing(self):
    pass


def _declare(body, template, *names, as_property=False):
    """Puts abstract methods into the body of a class: copies of the template under those names."""
    for name in names:
        stub = type(template)(template.__code__.replace(co_name=name), globals(), name, template.__defaults__)
        stub.__qualname__ = f"{body['__qualname__']}.{name}"
        stub = abstractmethod(stub)
        body[name] = property(stub) if as_property else stub


def _both(*operators):
    """The names of binary operators and of their reflected forms."""
    return [f'__{side}{operator}__' for operator in operators for side in ('', 'r')]


class Number(metaclass=ABCMeta):
    __slots__ = ()
    __hash__ = None


class Complex(Number):
    __slots__ = ()
    _declare(locals(), _nothing, '__complex__')
    _declare(locals(), _alone, 'real', 'imag', as_property=True)
    _declare(locals(), _alone, '__neg__', '__pos__', '__abs__', 'conjugate')
    _declare(locals(), _with_other, *_both('add', 'mul', 'truediv'), '__eq__')
    _declare(locals(), _with_exponent, '__pow__')
    _declare(locals(), _with_base, '__rpow__')

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    __slots__ = ()
    _declare(locals(), _alone, '__float__', '__trunc__', '__floor__', '__ceil__')
    _declare(locals(), _with_digits, '__round__')
    _declare(locals(), _with_other, *_both('floordiv', 'mod'), '__lt__', '__le__')

    def __divmod__(self, other):
        return (self // other, self % other)

    def __rdivmod__(self, other):
        return (other // self, other % self)

    # As a complex number: itself, on the real axis.
    real = property(lambda self: +self)
    imag = property(lambda self: 0)

    def conjugate(self):
        return +self

    def __complex__(self):
        return complex(float(self))


class Rational(Real):
    __slots__ = ()
    _declare(locals(), _alone, 'numerator', 'denominator', as_property=True)

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    __slots__ = ()
    _declare(locals(), _alone, '__int__', '__invert__')
    _declare(locals(), _with_modulus, '__pow__')
    _declare(locals(), _with_other, *_both('lshift', 'rshift', 'and', 'xor', 'or'))

    numerator = property(lambda self: +self)
    denominator = property(lambda self: 1)

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))


for _abstract, _builtin in ((Complex, complex), (Real, float), (Integral, int)):
    _abstract.register(_builtin)
del _abstract, _builtin
`;

/** fractions */
export const fractionsSource = () => String.raw`
import math
import numbers
import operator
import re
import sys

__all__ = ['Fraction']

_AT_LEAST_3_12 = sys.version_info >= (3, 12)
_AT_LEAST_3_14 = sys.version_info >= (3, 14)
_P = sys.hash_info.modulus
# Since 3.14 a fraction meets a complex number as a real one.
_beside_complex = float if _AT_LEAST_3_14 else complex
# Before 3.13 //, %, divmod() and ** try the float or complex number of the fraction, whatever the other side is.
_BEFORE_3_13 = sys.version_info < (3, 13)

_INTEGER = r'\d+(?:_\d+)*'
_SLASH = r'\s*/\s*' if _AT_LEAST_3_12 else '/'
# sign, whole part, then either a denominator or decimals and a power of ten
_LITERAL = re.compile(rf'\s*([-+]?)(?=\.?\d)({_INTEGER})?(?:{_SLASH}({_INTEGER})|(?:\.({_INTEGER})?)?(?:[eE]([-+]?{_INTEGER}))?)\s*\Z')

_PADDING = r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)'
_AS_RATIO = re.compile(_PADDING + r'(?P<alt>\#?)(?P<width>0|[1-9][0-9]*)?(?P<comma>[,_])?', re.DOTALL)
_AS_FLOAT = re.compile(_PADDING + r'(?P<z>z)?(?P<alt>\#)?(?P<zeros>0(?=[0-9]))?(?P<width>[0-9]+)?(?P<comma>[,_])?'
                       r'(?:\.(?P<precision>[0-9]+))?(?P<kind>[eEfFgG%])', re.DOTALL)


def _has_ratio(value):
    """Whether as_integer_ratio() is asked: of every object that has it, before 3.14 of floats and Decimals only."""
    if isinstance(value, float):
        return True
    if _AT_LEAST_3_14:
        return not isinstance(value, type) and hasattr(value, 'as_integer_ratio')
    decimal = sys.modules.get('decimal')
    return decimal is not None and isinstance(value, decimal.Decimal)


def _parsed(text):
    """Numerator and denominator that a literal spells, not reduced; None if it is none."""
    found = _LITERAL.match(text)
    if found is None:
        return None
    sign, whole, denominator, decimals, power = found.groups()
    top, bottom = int(whole or 0), 1
    if denominator:
        bottom = int(denominator)
    else:
        if decimals:
            decimals = decimals.replace('_', '')
            bottom = 10 ** len(decimals)
            top = top * bottom + int(decimals)
        power = int(power or 0)
        if power < 0:
            bottom *= 10 ** -power
        else:
            top *= 10 ** power
    return (-top if sign == '-' else top), bottom


def _rounded(top, bottom, exponent):
    """top/bottom in units of 10**exponent, to the nearest integer, halves to even."""
    if exponent < 0:
        top *= 10 ** -exponent
    else:
        bottom *= 10 ** exponent
    whole, rest = divmod(top, bottom)
    twice = 2 * rest
    return whole + (twice > bottom or (twice == bottom and whole % 2))


def _significant(top, bottom, figures):
    """Digits (an integer of that many figures) and their power of ten."""
    if not top:
        return 0, 1 - figures
    size = abs(top)
    # The power of ten at or below the value: by the lengths, then by comparing what the digits start with.
    a, b = str(size), str(bottom)
    exponent = len(a) - len(b) + (a >= b) - figures
    digits = _rounded(size, bottom, exponent)
    if digits >= 10 ** figures:
        return digits // 10, exponent + 1
    return digits, exponent


def _padded(spec, sign, body):
    """The text in the field that the format asks for."""
    missing = (spec['fill'] or ' ') * (int(spec['width'] or 0) - len(sign) - len(body))
    align = spec['align'] or '>'
    if align == '=':
        return sign + missing + body
    before = {'>': len(missing), '<': 0, '^': len(missing) // 2}[align]
    return missing[:before] + sign + body + missing[before:]


def _with_separators(digits, separator):
    """The digits in groups of three."""
    first = len(digits) % 3 or 3
    return separator.join([digits[:first], *(digits[at:at + 3] for at in range(first, len(digits), 3))])


def _shown_sign(spec, negative):
    return '-' if negative else spec['sign'].replace('-', '')


def _sum(a, b, sign):
    """a + sign·b in lowest terms, by Knuth's way: the common divisor is looked for in small numbers (TAOCP 4.5.1)."""
    na, da, nb, db = a._numerator, a._denominator, sign * b._numerator, b._denominator
    common = math.gcd(da, db)
    if common == 1:
        return Fraction._from_coprime_ints(na * db + da * nb, da * db)
    share = da // common
    top = na * (db // common) + nb * share
    rest = math.gcd(top, common)
    return Fraction._from_coprime_ints(top // rest, share * (db // rest))


def _product(na, da, nb, db):
    """(na/da)·(nb/db) of two fractions in lowest terms: only across can something cancel."""
    left, right = math.gcd(na, db), math.gcd(nb, da)
    return (na // left) * (nb // right), (db // left) * (da // right)


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if isinstance(numerator, str):
                ratio = _parsed(numerator)
                if ratio is None:
                    raise ValueError('Invalid literal for Fraction: %r' % numerator)
                numerator, denominator = ratio
            else:
                # What is exact already is taken as it is.
                if type(numerator) is int:
                    ratio = numerator, 1
                elif isinstance(numerator, numbers.Rational):
                    ratio = numerator.numerator, numerator.denominator
                elif _has_ratio(numerator):
                    ratio = numerator.as_integer_ratio()
                else:
                    raise TypeError(_ARGUMENT_TEXT)
                self._numerator, self._denominator = ratio
                return self
        elif not (type(numerator) is int is type(denominator)):
            if not (isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational)):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator)
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        divisor = math.gcd(numerator, denominator) * (-1 if denominator < 0 else 1)
        self._numerator, self._denominator = numerator // divisor, denominator // divisor
        return self

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        """The fraction of two numbers that are known to be in lowest terms."""
        made = super(Fraction, cls).__new__(cls)
        made._numerator, made._denominator = numerator, denominator
        return made

    @classmethod
    def from_float(cls, f):
        """Converts a finite float to a rational number, exactly."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if isinstance(f, float):
            return cls._from_coprime_ints(*f.as_integer_ratio())
        raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))

    @classmethod
    def from_decimal(cls, dec):
        """Converts a finite Decimal instance to a rational number, exactly."""
        from decimal import Decimal
        if isinstance(dec, Decimal):
            return cls._from_coprime_ints(*dec.as_integer_ratio())
        if isinstance(dec, numbers.Integral):
            return cls._from_coprime_ints(int(dec), 1)
        raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__))

    if _AT_LEAST_3_14:
        @classmethod
        def from_number(cls, number):
            """Converts a finite real number to a rational number, exactly."""
            if isinstance(number, numbers.Rational):
                top, bottom = number.numerator, number.denominator
            elif _has_ratio(number):
                top, bottom = number.as_integer_ratio()
                if bottom < 0:
                    top, bottom = -top, -bottom
            else:
                raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")
            return cls._from_coprime_ints(top, bottom)

    def is_integer(self):
        """Return True if the Fraction is an integer."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Return a pair of integers, whose ratio is equal to the original Fraction."""
        return self._numerator, self._denominator

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def limit_denominator(self, max_denominator=1000000):
        """Closest Fraction to self with denominator at most max_denominator."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, as long as they are small enough …
        before, last = (0, 1), (1, 0)
        top, bottom = self._numerator, self._denominator
        while True:
            step, rest = divmod(top, bottom)
            following = before[1] + step * last[1]
            if following > max_denominator:
                break
            before, last = last, (before[0] + step * last[0], following)
            top, bottom = bottom, rest
        # … then the best one between the last two.
        times = (max_denominator - before[1]) // last[1]
        between = (before[0] + times * last[0], before[1] + times * last[1])
        closest = last if 2 * bottom * between[1] <= self._denominator else between
        return Fraction._from_coprime_ints(*closest)

    # Texts.
    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, format_spec, /):
        spec = _AS_RATIO.fullmatch(format_spec)
        if spec is not None and (not format_spec or sys.version_info >= (3, 13)):
            return self._format_ratio(spec)
        spec = _AS_FLOAT.fullmatch(format_spec)
        if spec is not None and (spec['align'] is None or spec['zeros'] is None):
            return self._format_float(spec)
        detail = "; can't use explicit alignment when zero-padding" if spec is not None and _BEFORE_3_13 else ""
        raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}{detail}")

    def _format_ratio(self, spec):
        comma = spec['comma'] or ''
        body = f'{abs(self._numerator):{comma}}'
        if self._denominator > 1 or spec['alt']:
            body += f'/{self._denominator:{comma}}'
        return _padded(spec, _shown_sign(spec, self._numerator < 0), body)

    def _format_float(self, spec):
        kind, precision = spec['kind'], int(spec['precision'] or 6)
        top, bottom = self._numerator, self._denominator
        power = ''
        if kind in 'fF%':
            digits = _rounded(top, bottom, -precision - 2 * (kind == '%'))
            negative = digits < 0 if spec['z'] else top < 0
            digits, decimals = abs(digits), precision
            if kind == '%':
                power = '%'
        else:
            figures = max(precision, 1) if kind in 'gG' else precision + 1
            digits, exponent = _significant(top, bottom, figures)
            negative, decimals = top < 0, -exponent
            if kind in 'eE' or exponent > 0 or exponent + figures <= -4:
                decimals = figures - 1
                power = f"{'E' if kind in 'EG' else 'e'}{exponent + decimals:+03d}"
        text = str(digits).zfill(decimals + 1)
        whole, rest = text[:len(text) - decimals], text[len(text) - decimals:]
        if not spec['alt']:
            if kind in 'gG':
                rest = rest.rstrip('0')
            point = '.' if rest else ''
        else:
            point = '.'
        sign, tail = _shown_sign(spec, negative), point + rest + power
        comma = spec['comma']
        if spec['zeros']:
            room = int(spec['width'] or 0) - len(sign) - len(tail)
            whole = whole.zfill(3 * room // 4 + 1 if comma else room)
        return _padded(spec, sign, (_with_separators(whole, comma) if comma else whole) + tail)

    # Arithmetic. With a fraction or an int the exact operation, with floats and complex numbers theirs.
    def _operator_fallbacks(monomorphic_operator, fallback_operator, handle_complex=True):
        def forward(a, b):
            if isinstance(b, Fraction):
                return monomorphic_operator(a, b)
            if isinstance(b, int):
                return monomorphic_operator(a, Fraction(b))
            if isinstance(b, float):
                return fallback_operator(float(a), b)
            if handle_complex and isinstance(b, complex):
                return fallback_operator(_beside_complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return monomorphic_operator(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return fallback_operator(float(a), float(b))
            if handle_complex and isinstance(a, numbers.Complex):
                return fallback_operator(complex(a), _beside_complex(b))
            return NotImplemented

        name = fallback_operator.__name__
        forward.__name__, reverse.__name__ = f'__{name}__', f'__r{name}__'
        return forward, reverse

    def _add(a, b):
        return _sum(a, b, 1)

    def _sub(a, b):
        return _sum(a, b, -1)

    def _mul(a, b):
        return Fraction._from_coprime_ints(*_product(a._numerator, a._denominator, b._numerator, b._denominator))

    def _div(a, b):
        if b._numerator == 0:
            # 3.11 reduced first and told what was left of the numerator.
            left = b._denominator if _AT_LEAST_3_12 else (a._numerator > 0) - (a._numerator < 0)
            raise ZeroDivisionError('Fraction(%s, 0)' % left)
        top, bottom = _product(a._numerator, a._denominator, b._denominator, b._numerator)
        return Fraction._from_coprime_ints(-top, -bottom) if bottom < 0 else Fraction._from_coprime_ints(top, bottom)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    def _divmod(a, b):
        bottom = a.denominator * b.denominator
        whole, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
        return whole, Fraction(rest, bottom)

    def _mod(a, b):
        return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), a.denominator * b.denominator)

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)
    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)
    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _operator_fallbacks(_floordiv, operator.floordiv, _BEFORE_3_13)
    __divmod__, __rdivmod__ = _operator_fallbacks(_divmod, divmod, _BEFORE_3_13)
    __mod__, __rmod__ = _operator_fallbacks(_mod, operator.mod, _BEFORE_3_13)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b if isinstance(b, (float, complex)) or _BEFORE_3_13 else NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        top, bottom, power = a._numerator, a._denominator, b.numerator
        if power < 0:
            power = -power
            if top == 0:
                raise ZeroDivisionError('Fraction(%s, 0)' % bottom ** power)
            # Turned over; the sign goes on top.
            top, bottom = (bottom, top) if top > 0 else (-bottom, -top)
        return Fraction._from_coprime_ints(top ** power, bottom ** power)

    def __rpow__(b, a):
        whole = b._denominator == 1
        if whole and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** (b._numerator if whole else float(b))

    def __pos__(a):
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    # To integers.
    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __int__(a, _index=operator.index):
        return _index(Fraction.__trunc__(a))

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _rounded(self._numerator, self._denominator, 0)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    # Comparing. Equal numbers of all types have one hash: value modulo a prime, the modular inverse for the denominator.
    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _P)
        except ValueError:
            size = sys.hash_info.inf
        else:
            size = hash(hash(abs(self._numerator)) * inverse)
        answer = size if self._numerator >= 0 else -size
        return -2 if answer == -1 else answer

    def __eq__(a, b):
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if not isinstance(b, float):
            return NotImplemented
        return a == a.from_float(b) if math.isfinite(b) else 0.0 == b

    def _richcmp(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if not isinstance(other, float):
            return NotImplemented
        return op(self, self.from_float(other)) if math.isfinite(other) else op(0.0, other)

    def __lt__(a, b):
        return a._richcmp(b, operator.lt)

    def __gt__(a, b):
        return a._richcmp(b, operator.gt)

    def __le__(a, b):
        return a._richcmp(b, operator.le)

    def __ge__(a, b):
        return a._richcmp(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    # Copies: a fraction never changes.
    def __reduce__(self):
        return self.__class__, self.as_integer_ratio()

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


_ARGUMENT_TEXT = "argument should be a string or a Rational instance"
if _AT_LEAST_3_14:
    _ARGUMENT_TEXT += " or have the as_integer_ratio() method"
`;
