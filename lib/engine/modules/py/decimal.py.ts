// decimal: contexts, signals and their classes around the native numbers. Behaves as CPython 3.13's _decimal; written for the engine.
/** Methods of Context that are Decimal's: with the context, without one, for Decimals alone, of two operands. */
const UNARY = ['exp', 'ln', 'log10', 'sqrt', 'normalize', 'next_plus', 'next_minus', 'logb', 'logical_invert', 'is_normal', 'is_subnormal', 'number_class', 'to_integral', 'to_integral_value', 'to_integral_exact'];
const PLAIN = ['is_finite', 'is_infinite', 'is_nan', 'is_qnan', 'is_snan', 'is_signed', 'is_zero', 'copy_abs', 'copy_negate'];
const EXACT = ['is_canonical', 'canonical'];
const BINARY = ['compare', 'compare_signal', 'compare_total', 'compare_total_mag', 'max', 'min', 'max_mag', 'min_mag', 'copy_sign', 'scaleb', 'shift', 'rotate', 'logical_and', 'logical_or', 'logical_xor', 'next_toward', 'same_quantum'];

const methods = (names: readonly string[], operands: string, answer: (name: string) => string): string =>
  names.map((name) => `    def ${name}(self, ${operands}, /):\n        return ${answer(name)}\n`).join('\n');

export default () => String.raw`
import _ctype
import _decimal
from sys import version_info as _version_info
from _decimal import Decimal, ContextBase as _ContextBase, getcontext
from collections import namedtuple as _namedtuple

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException', 'Clamped',
           'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow', 'FloatOperation',
           'DivisionImpossible', 'InvalidContext', 'ConversionSyntax', 'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN',
           'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext',
           'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']

__version__ = '1.70'
__libmpdec_version__ = '2.5.1'
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

ROUND_UP = 'ROUND_UP'
ROUND_DOWN = 'ROUND_DOWN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_05UP = 'ROUND_05UP'

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent')


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Inexact(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


for _cls in (DecimalTuple, InvalidOperation, ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext, DivisionByZero, Overflow,
             Underflow, FloatOperation, Subnormal, Inexact, Rounded, Clamped):
    _decimal.set_class(_cls.__name__, _cls)
del _cls

_signals = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)


class SignalDict:
    def __init__(self, context, field):
        self._context = context
        self._field = field

    def _bit(self, key):
        for i, signal in enumerate(_signals):
            if signal is key:
                return 1 << i
        raise KeyError('invalid error flag')

    def __getitem__(self, key):
        return bool(getattr(self._context, self._field) & self._bit(key))

    def __setitem__(self, key, value):
        bit = self._bit(key)
        mask = getattr(self._context, self._field)
        setattr(self._context, self._field, mask | bit if value else mask & ~bit)

    def __delitem__(self, key):
        raise ValueError('signal keys cannot be deleted')

    def __iter__(self):
        return iter(_signals)

    def __len__(self):
        return len(_signals)

    def __contains__(self, key):
        return key in _signals

    def keys(self):
        return list(_signals)

    def values(self):
        return [self[s] for s in _signals]

    def items(self):
        return [(s, self[s]) for s in _signals]

    def get(self, key, default=None):
        return self[key] if key in _signals else default

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self.values() == other.values()
        if isinstance(other, dict):
            return dict(self.items()) == other
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return '{' + ', '.join('<class %r>:%s' % ('decimal.' + s.__name__, self[s]) for s in _signals) + '}'


def _mask(signals):
    if signals is None:
        return 0
    if isinstance(signals, (list, tuple, set, frozenset)):
        mask = 0
        for s in signals:
            if s not in _signals:
                raise TypeError('values must be signals')
            mask |= 1 << _signals.index(s)
        return mask
    return sum(1 << i for i, s in enumerate(_signals) if signals[s])


class Context(_ContextBase):
    if _version_info < (3, 15):
        __slots__ = ()

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = _template
        self.prec = prec if prec is not None else base.prec if base is not None else 28
        self.rounding = rounding if rounding is not None else base.rounding if base is not None else ROUND_HALF_EVEN
        self.Emin = Emin if Emin is not None else base.Emin if base is not None else -999999
        self.Emax = Emax if Emax is not None else base.Emax if base is not None else 999999
        self.capitals = capitals if capitals is not None else base.capitals if base is not None else 1
        self.clamp = clamp if clamp is not None else base.clamp if base is not None else 0
        self._status = _mask(flags)
        self._traps = _mask(traps) if traps is not None else base._traps if base is not None else 13

    @property
    def flags(self):
        return SignalDict(self, '_status')

    @flags.setter
    def flags(self, value):
        self._status = _mask(value)

    @property
    def traps(self):
        return SignalDict(self, '_traps')

    @traps.setter
    def traps(self, value):
        self._traps = _mask(value)

    def __repr__(self):
        names = lambda mask: '[' + ', '.join(_signals[i].__name__ for i in (8, 0, 2, 6, 1, 3, 7, 5, 4) if mask >> i & 1) + ']'
        return ('Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=%s, traps=%s)'
                % (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, names(self._status), names(self._traps)))

    def copy(self):
        c = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        c._status = self._status
        c._traps = self._traps
        return c

    __copy__ = copy

    def __reduce__(self):
        return (Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                          [s for s in _signals if self.flags[s]], [s for s in _signals if self.traps[s]]))

    def clear_flags(self):
        self._status = 0

    def clear_traps(self):
        self._traps = 0

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def radix(self):
        return Decimal(10)

    def create_decimal(self, num='0', /):
        return _decimal.create(self, num)

    def create_decimal_from_float(self, f, /):
        return _decimal.create(self, Decimal.from_float(f))

    def add(self, a, b, /):
        return _decimal.apply(self, 'add', a, b)

    def subtract(self, a, b, /):
        return _decimal.apply(self, 'subtract', a, b)

    def multiply(self, a, b, /):
        return _decimal.apply(self, 'multiply', a, b)

    def divide(self, a, b, /):
        return _decimal.apply(self, 'divide', a, b)

    def divide_int(self, a, b, /):
        return _decimal.apply(self, 'divide_int', a, b)

    def divmod(self, a, b, /):
        return _decimal.apply(self, 'divmod', a, b)

    def remainder(self, a, b, /):
        return _decimal.apply(self, 'remainder', a, b)

    def remainder_near(self, a, b, /):
        return _decimal.apply(self, 'remainder_near', a, b)

    def power(self, a, b, modulo=None):
        if modulo is None:
            return _decimal.apply(self, 'power', a, b)
        return _decimal.apply(self, 'power', a, b, modulo)

    def plus(self, a, /):
        return _decimal.apply(self, 'plus', a)

    def minus(self, a, /):
        return _decimal.apply(self, 'minus', a)

    def abs(self, a, /):
        return _decimal.apply(self, 'abs', a)

    def quantize(self, a, b, /):
        return _decimal.apply(self, 'quantize', a, b)

    def fma(self, a, b, c, /):
        return _decimal.operand(a).fma(b, c, self)

    def to_sci_string(self, a, /):
        with localcontext(self):
            return str(_decimal.operand(a))

    def to_eng_string(self, a, /):
        return _decimal.operand(a).to_eng_string(self)

${methods(UNARY, 'a', (name) => `_decimal.operand(a).${name}(context=self)`)}
${methods(PLAIN, 'a', (name) => `_decimal.operand(a).${name}()`)}
${methods(EXACT, 'a', (name) => `_only_decimal(a).${name}()`)}
${methods(BINARY, 'a, b', (name) => `_decimal.operand(a).${name}(b, context=self)`)}
    def copy_decimal(self, a, /):
        return _decimal.operand(a)


def _only_decimal(a):
    if not isinstance(a, Decimal):
        raise TypeError('argument must be a Decimal')
    return a


_ctype.shape(Context, 'decimal.Context', _version_info < (3, 15))


_template = None
DefaultContext = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[DivisionByZero, Overflow, InvalidOperation])
_template = DefaultContext
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _decimal.set_current(context)


class _ContextManager:
    def __init__(self, new_context):
        self.new_context = new_context.copy()

    def __enter__(self):
        self.saved_context = getcontext()
        _decimal.set_current(self.new_context)
        return self.new_context

    def __exit__(self, t, v, tb):
        _decimal.set_current(self.saved_context)


def localcontext(ctx=None, **kwargs):
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    manager = _ContextManager(ctx)
    for key, value in kwargs.items():
        if key not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError("localcontext() got an unexpected keyword argument '%s'" % key)
        setattr(manager.new_context, key, value)
    return manager


_decimal.set_current(DefaultContext.copy())

try:
    import numbers as _numbers
    _numbers.Number.register(Decimal)
finally:
    pass
`;
