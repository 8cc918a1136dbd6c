// exp, ln, log10 and powers of decimals: fixed-point bigints with guard digits, rounded once.
import {
  type Ctx, type Dec, ONE, Status, ZERO, adjusted, compareValues, digitsOf, divide, finite, fix, infinity, invalid, isInf, isZero, multiply, nanResult, pow10, signal,
} from './number.ts';

/** Guard digits of the transcendental functions. */
const GUARD = 12;

/** ln(2) and ln(10) scaled by 10**digits. */
function lnConstants(digits: number): { two: bigint; ten: bigint } {
  const unit = pow10(digits + 5);
  // ln 2 = 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749); ln 10 = ln 2 × 3 + ln(5/4).
  const atanhInverse = (n: bigint): bigint => {
    let sum = 0n;
    let term = unit / n;
    for (let k = 1n; term !== 0n; k += 2n) {
      sum += term / k;
      term /= n * n;
    }
    return sum;
  };
  const two = 18n * atanhInverse(26n) - 2n * atanhInverse(4801n) + 8n * atanhInverse(8749n);
  const ten = 3n * two + 2n * atanhInverse(9n);
  return { two: two / 100000n, ten: ten / 100000n };
}

/** ln of a positive fixed-point number x / 10**digits, scaled alike. */
function lnFixed(x: bigint, digits: number): bigint {
  const unit = pow10(digits);
  const constants = lnConstants(digits);
  let value = x;
  let twos = 0n;
  while (3n * value > 4n * unit) {
    value = (value + 1n) / 2n;
    twos += 1n;
  }
  while (3n * value < 2n * unit) {
    value *= 2n;
    twos -= 1n;
  }
  const z = ((value - unit) * unit) / (value + unit);
  const square = (z * z) / unit;
  let sum = 0n;
  let term = z;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term / k;
    term = (term * square) / unit;
  }
  return 2n * sum + twos * constants.two;
}

/** ln of a positive decimal, scaled by 10**digits. */
export function lnScaled(a: Dec, digits: number): bigint {
  const length = digitsOf(a.coefficient);
  const scale = a.exponent + length - 1;
  const mantissa = digits - length + 1 >= 0 ? a.coefficient * pow10(digits - length + 1) : a.coefficient / pow10(length - 1 - digits);
  return lnFixed(mantissa, digits) + BigInt(scale) * lnConstants(digits).ten;
}

/** exp(x / 10**digits) as a mantissa scaled by 10**digits and a power of ten. */
function expScaled(x: bigint, digits: number): { mantissa: bigint; exponent: number } {
  const unit = pow10(digits);
  const { ten } = lnConstants(digits + 10);
  const wide = x * pow10(10);
  let exponent = wide / ten;
  let rest = (wide - exponent * ten) / pow10(10);
  if (rest < 0n) {
    rest += ten / pow10(10);
    exponent -= 1n;
  }
  const halvings = 12n;
  const small = rest >> halvings;
  let sum = unit;
  let term = unit;
  for (let k = 1n; term !== 0n; k += 1n) {
    term = (term * small) / (unit * k);
    sum += term;
  }
  for (let i = 0n; i < halvings; i++) sum = (sum * sum) / unit;
  return { mantissa: sum, exponent: Number(exponent) };
}

const halfEven = (ctx: Ctx): Ctx => {
  const inner: Ctx = { ...ctx, rounding: 'ROUND_HALF_EVEN' };
  return inner;
};

/** Rounds an inexact value with `digits` scale; takes over the conditions. */
function finishInexact(sign: 0 | 1, coefficient: bigint, exponent: number, ctx: Ctx): Dec {
  const inner = halfEven(ctx);
  // Never exact: a last digit keeps the rounding honest.
  const result = fix(finite(sign, coefficient * 10n + 1n, exponent - 1), inner);
  ctx.status |= inner.status;
  return result;
}

export function exponential(a: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, null, ctx);
  if (nan !== null) return nan;
  if (isInf(a)) return a.sign === 1 ? ZERO : a;
  if (isZero(a)) return ONE;
  if (adjusted(a) > 7) {
    if (a.sign === 0) {
      signal(ctx, Status.OVERFLOW | Status.INEXACT | Status.ROUNDED);
      return infinity(0);
    }
    signal(ctx, Status.UNDERFLOW | Status.INEXACT | Status.ROUNDED | Status.SUBNORMAL | Status.CLAMPED);
    return finite(0, 0n, ctx.emin - ctx.prec + 1);
  }
  const digits = ctx.prec + GUARD + 10;
  const scaled = a.exponent + digits >= 0 ? a.coefficient * pow10(a.exponent + digits) : a.coefficient / pow10(-a.exponent - digits);
  const { mantissa, exponent } = expScaled(a.sign === 1 ? -scaled : scaled, digits);
  return finishInexact(0, mantissa, exponent - digits, ctx);
}

export function naturalLog(a: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, null, ctx);
  if (nan !== null) return nan;
  if (isZero(a)) return infinity(1);
  if (isInf(a) && a.sign === 0) return a;
  if (a.sign === 1) return invalid(ctx);
  if (compareValues(a, ONE) === 0) return ZERO;
  const digits = ctx.prec + GUARD + 10 + Math.max(0, -adjusted(subtractOne(a)));
  const scaled = lnScaled(a, digits);
  return finishInexact(scaled < 0n ? 1 : 0, scaled < 0n ? -scaled : scaled, -digits, ctx);
}

/** |a − 1|, to see how many digits of the logarithm cancel. */
function subtractOne(a: Dec): Dec {
  const exponent = Math.min(a.exponent, 0);
  const difference = a.coefficient * pow10(a.exponent - exponent) - pow10(-exponent);
  return finite(0, difference < 0n ? -difference : difference, exponent);
}

export function commonLog(a: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, null, ctx);
  if (nan !== null) return nan;
  if (isZero(a)) return infinity(1);
  if (isInf(a) && a.sign === 0) return a;
  if (a.sign === 1) return invalid(ctx);
  const text = a.coefficient.toString();
  if (/^10*$/.test(text)) return fix(fromInteger(BigInt(a.exponent + text.length - 1)), ctx);
  const digits = ctx.prec + GUARD + 10 + Math.max(0, -adjusted(subtractOne(a)));
  const scaled = (lnScaled(a, digits) * pow10(digits)) / lnConstants(digits).ten;
  return finishInexact(scaled < 0n ? 1 : 0, scaled < 0n ? -scaled : scaled, -digits, ctx);
}

export function fromInteger(n: bigint): Dec {
  return finite(n < 0n ? 1 : 0, n < 0n ? -n : n, 0);
}

/** The integer value of a decimal without fraction; null otherwise. */
export function integerValue(a: Dec): bigint | null {
  if (a.special !== '') return null;
  if (a.exponent >= 0) {
    if (a.exponent > 5000) return null;
    const n = a.coefficient * pow10(a.exponent);
    return a.sign === 1 ? -n : n;
  }
  if (-a.exponent > digitsOf(a.coefficient)) return a.coefficient === 0n ? 0n : null;
  const unit = pow10(-a.exponent);
  if (a.coefficient % unit !== 0n) return null;
  const n = a.coefficient / unit;
  return a.sign === 1 ? -n : n;
}

export function power(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, b, ctx);
  if (nan !== null) return nan;
  if (isZero(b)) return isZero(a) ? invalid(ctx) : ONE;
  const whole = integerValue(b);
  const odd = whole !== null && (whole & 1n) !== 0n;
  const sign: 0 | 1 = a.sign === 1 && odd ? 1 : 0;
  if (a.sign === 1 && !isZero(a) && whole === null && !isInf(b)) return invalid(ctx);
  if (isZero(a)) return b.sign === 0 ? finite(sign, 0n, 0) : (signal(ctx, Status.DIVISION_BY_ZERO), infinity(sign));
  if (isInf(a)) return b.sign === 0 ? infinity(sign) : finite(sign, 0n, 0);
  if (isInf(b)) return powerOfInfinity(a, b, ctx);
  if (whole !== null && (whole < 0n ? -whole : whole) < 100000n) return integerPower(a, whole, ctx);
  return generalPower({ ...a, sign: 0 }, b, sign, ctx);
}

function powerOfInfinity(a: Dec, b: Dec, ctx: Ctx): Dec {
  if (a.sign === 1) return invalid(ctx);
  const order = compareValues(a, ONE);
  if (order === 0) {
    signal(ctx, Status.INEXACT | Status.ROUNDED);
    return finite(0, pow10(ctx.prec - 1), 1 - ctx.prec);
  }
  return (order > 0) === (b.sign === 0) ? infinity(0) : ZERO;
}

/** Exact powers are exact; others are computed with guard digits and rounded once. */
function integerPower(a: Dec, n: bigint, ctx: Ctx): Dec {
  const exponent = n < 0n ? -n : n;
  // No power on the way overflows: exponents stay exact up to 10**9 times 10**5.
  const wide: Ctx = { ...ctx, prec: ctx.prec + GUARD + exponent.toString().length, emin: -(2 ** 52), emax: 2 ** 52, rounding: 'ROUND_HALF_EVEN', status: 0 };
  let result: Dec = ONE;
  let base: Dec = a;
  for (let k = exponent; k > 0n; k >>= 1n) {
    if ((k & 1n) === 1n) result = multiply(result, base, wide);
    if (k > 1n) base = multiply(base, base, wide);
  }
  if (n < 0n) result = divide(ONE, result, wide);
  const inexact = (wide.status & Status.INEXACT) !== 0;
  if (!inexact) return fix(result, ctx);
  return finishInexact(result.sign, result.coefficient, result.exponent, ctx);
}

function generalPower(a: Dec, b: Dec, sign: 0 | 1, ctx: Ctx): Dec {
  const exact = exactRoot(a, b, ctx);
  if (exact !== null) return fix({ ...exact, sign }, ctx);
  const digits = ctx.prec + GUARD + 20 + Math.max(0, adjusted(b)) + String(Math.abs(adjusted(a))).length;
  const logarithm = lnScaled(a, digits);
  const scaledB = b.exponent >= 0 ? b.coefficient * pow10(b.exponent) : b.coefficient;
  let product = logarithm * scaledB;
  if (b.exponent < 0) product /= pow10(-b.exponent);
  if (b.sign === 1) product = -product;
  if (product / pow10(digits) > 3000000n || product / pow10(digits) < -3000000n) {
    return exponential(finite(product < 0n ? 1 : 0, 10n ** 9n, 0), ctx);
  }
  const { mantissa, exponent } = expScaled(product, digits);
  return finishInexact(sign, mantissa, exponent - digits, ctx);
}

/** a**b when b is ±1/2 and a has an exact root, padded to the precision as specified for exact results. */
function exactRoot(a: Dec, b: Dec, ctx: Ctx): Dec | null {
  if (b.exponent !== -1 || b.coefficient !== 5n || b.sign === 1) return null;
  let { coefficient, exponent } = a;
  if (exponent % 2 !== 0) {
    coefficient *= 10n;
    exponent -= 1;
  }
  let root = 1n << BigInt((coefficient.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + coefficient / root) >> 1n;
    if (next >= root) break;
    root = next;
  }
  if (root * root !== coefficient) return null;
  const padding = Math.max(0, ctx.prec - digitsOf(root));
  return finite(0, root * pow10(padding), exponent / 2 - padding);
}


