// Decimal numbers and contexts: the arithmetic of the General Decimal Arithmetic specification on bigints (what CPython's libmpdec does).
import { integerSqrt } from '../math-integers.ts';

/** Conditions, as bits of a status. */
export const Status = {
  CLAMPED: 1, CONVERSION_SYNTAX: 2, DIVISION_BY_ZERO: 4, DIVISION_IMPOSSIBLE: 8, DIVISION_UNDEFINED: 16, INEXACT: 32, INVALID_CONTEXT: 64,
  INVALID_OPERATION: 128, FLOAT_OPERATION: 256, OVERFLOW: 512, ROUNDED: 1024, SUBNORMAL: 2048, UNDERFLOW: 4096,
} as const;

/** Every condition that the signal InvalidOperation stands for. */
export const INVALID = Status.INVALID_OPERATION | Status.CONVERSION_SYNTAX | Status.DIVISION_IMPOSSIBLE | Status.DIVISION_UNDEFINED | Status.INVALID_CONTEXT;

export type Rounding =
  | 'ROUND_UP' | 'ROUND_DOWN' | 'ROUND_CEILING' | 'ROUND_FLOOR' | 'ROUND_HALF_UP' | 'ROUND_HALF_DOWN' | 'ROUND_HALF_EVEN' | 'ROUND_05UP';

/** A finite number (−1)**sign × coefficient × 10**exponent, an infinity, or a NaN with a payload. */
export interface Dec {
  readonly sign: 0 | 1;
  readonly coefficient: bigint;
  readonly exponent: number;
  readonly special: '' | 'inf' | 'nan' | 'snan';
}

/** What an operation needs to know and reports. */
export interface Ctx {
  prec: number;
  rounding: Rounding;
  emin: number;
  emax: number;
  capitals: number;
  clamp: number;
  /** Conditions since they were cleared. */
  status: number;
  traps: number;
}

export const finite = (sign: 0 | 1, coefficient: bigint, exponent: number): Dec => ({ sign, coefficient, exponent, special: '' });
export const infinity = (sign: 0 | 1): Dec => ({ sign, coefficient: 0n, exponent: 0, special: 'inf' });
export const NAN: Dec = { sign: 0, coefficient: 0n, exponent: 0, special: 'nan' };
export const ZERO = finite(0, 0n, 0);
export const ONE = finite(0, 1n, 0);

export const isNan = (a: Dec): boolean => a.special === 'nan' || a.special === 'snan';
export const isInf = (a: Dec): boolean => a.special === 'inf';
export const isZero = (a: Dec): boolean => a.special === '' && a.coefficient === 0n;

/** Digits of a coefficient (1 for zero). */
export function digitsOf(coefficient: bigint): number {
  return coefficient.toString().length;
}

export const adjusted = (a: Dec): number => a.exponent + digitsOf(a.coefficient) - 1;

const flip = (sign: 0 | 1): 0 | 1 => (sign === 0 ? 1 : 0);

export function negate(a: Dec): Dec {
  return { ...a, sign: flip(a.sign) };
}

export function pow10(n: number): bigint {
  return 10n ** BigInt(n);
}

/** Records a condition; operations go on with the specified result. */
export function signal(ctx: Ctx, condition: number): void {
  ctx.status |= condition;
}

export function invalid(ctx: Ctx, condition: number = Status.INVALID_OPERATION): Dec {
  signal(ctx, condition);
  return NAN;
}

/** −1, 0 or 1 by the dropped digits: exact, rounded down, rounded up; q is the kept part. */
function roundUp(q: bigint, rest: bigint, unit: bigint, sign: 0 | 1, rounding: Rounding): boolean {
  if (rest === 0n) return false;
  const twice = rest * 2n;
  switch (rounding) {
    case 'ROUND_UP': return true;
    case 'ROUND_DOWN': return false;
    case 'ROUND_CEILING': return sign === 0;
    case 'ROUND_FLOOR': return sign === 1;
    case 'ROUND_HALF_UP': return twice >= unit;
    case 'ROUND_HALF_DOWN': return twice > unit;
    case 'ROUND_HALF_EVEN': return twice > unit || (twice === unit && (q & 1n) === 1n);
    case 'ROUND_05UP': return q % 5n === 0n;
  }
}

/** The coefficient with `drop` digits less, rounded. */
function dropDigits(coefficient: bigint, drop: number, sign: 0 | 1, rounding: Rounding): { q: bigint; exact: boolean } {
  if (drop > digitsOf(coefficient) + 1) {
    const up = coefficient !== 0n && roundUp(0n, 1n, 10n, sign, rounding);
    return { q: up ? 1n : 0n, exact: coefficient === 0n };
  }
  const unit = pow10(drop);
  const q = coefficient / unit;
  const rest = coefficient - q * unit;
  return { q: roundUp(q, rest, unit, sign, rounding) ? q + 1n : q, exact: rest === 0n };
}

/** Fits a result to a context: rounding, overflow, underflow, clamping. */
export function fix(a: Dec, ctx: Ctx): Dec {
  if (a.special !== '') return a.special === 'inf' ? a : fixNan(a, ctx);
  const etiny = ctx.emin - ctx.prec + 1;
  const etop = ctx.emax - ctx.prec + 1;
  if (a.coefficient === 0n) {
    const exponent = Math.min(Math.max(a.exponent, etiny), ctx.clamp === 1 ? etop : ctx.emax);
    if (exponent !== a.exponent) signal(ctx, Status.CLAMPED);
    return finite(a.sign, 0n, exponent);
  }
  const length = digitsOf(a.coefficient);
  let low = length + a.exponent - ctx.prec;
  if (low > etop) return overflow(a.sign, ctx);
  const subnormal = low < etiny;
  if (subnormal) low = etiny;
  if (a.exponent < low) {
    const dropped = dropDigits(a.coefficient, low - a.exponent, a.sign, ctx.rounding);
    const { exact } = dropped;
    let { q } = dropped;
    if (digitsOf(q) > ctx.prec) {
      q /= 10n;
      low++;
    }
    if (low > etop) return overflow(a.sign, ctx);
    if (!exact && subnormal) signal(ctx, Status.UNDERFLOW);
    if (subnormal) signal(ctx, Status.SUBNORMAL);
    if (!exact) signal(ctx, Status.INEXACT);
    signal(ctx, Status.ROUNDED);
    if (q === 0n) signal(ctx, Status.CLAMPED);
    return finite(a.sign, q, low);
  }
  if (subnormal) signal(ctx, Status.SUBNORMAL);
  if (ctx.clamp === 1 && a.exponent > etop) {
    signal(ctx, Status.CLAMPED);
    return finite(a.sign, a.coefficient * pow10(a.exponent - etop), etop);
  }
  return a;
}

function fixNan(a: Dec, ctx: Ctx): Dec {
  const limit = ctx.prec - ctx.clamp;
  const text = a.coefficient.toString();
  return text.length > limit ? { ...a, coefficient: BigInt(text.slice(text.length - limit)) } : a;
}

function overflow(sign: 0 | 1, ctx: Ctx): Dec {
  signal(ctx, Status.OVERFLOW | Status.INEXACT | Status.ROUNDED);
  const toInfinity = ctx.rounding === 'ROUND_UP' || ctx.rounding.startsWith('ROUND_HALF') || (ctx.rounding === 'ROUND_CEILING' && sign === 0) || (ctx.rounding === 'ROUND_FLOOR' && sign === 1);
  return toInfinity ? infinity(sign) : finite(sign, pow10(ctx.prec) - 1n, ctx.emax - ctx.prec + 1);
}

/** The NaN that an operation with NaN operands answers; null if there is none. */
export function nanResult(a: Dec, b: Dec | null, ctx: Ctx): Dec | null {
  for (const kind of ['snan', 'nan'] as const) {
    for (const operand of [a, b]) {
      if (operand !== null && operand.special === kind) {
        if (kind === 'snan') signal(ctx, Status.INVALID_OPERATION);
        return fixNan({ ...operand, special: 'nan' }, ctx);
      }
    }
  }
  return null;
}

export function add(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, b, ctx);
  if (nan !== null) return nan;
  if (isInf(a)) return isInf(b) && a.sign !== b.sign ? invalid(ctx) : a;
  if (isInf(b)) return b;
  const exponent = Math.min(a.exponent, b.exponent);
  const negativeZero: 0 | 1 = ctx.rounding === 'ROUND_FLOOR' && a.sign !== b.sign ? 1 : 0;
  if (a.coefficient === 0n && b.coefficient === 0n) return fix(finite(a.sign === 1 && b.sign === 1 ? 1 : negativeZero, 0n, exponent), ctx);
  if (a.coefficient === 0n) return fix(rescaleExact(b, Math.max(exponent, b.exponent - ctx.prec - 1)), ctx);
  if (b.coefficient === 0n) return fix(rescaleExact(a, Math.max(exponent, a.exponent - ctx.prec - 1)), ctx);
  const [x, y] = align(a, b, ctx.prec);
  const left = x.sign === 1 ? -x.coefficient : x.coefficient;
  const right = y.sign === 1 ? -y.coefficient : y.coefficient;
  const total = left + right;
  if (total === 0n) return fix(finite(negativeZero, 0n, x.exponent), ctx);
  return fix(finite(total < 0n ? 1 : 0, total < 0n ? -total : total, x.exponent), ctx);
}

function rescaleExact(a: Dec, exponent: number): Dec {
  return exponent >= a.exponent ? a : finite(a.sign, a.coefficient * pow10(a.exponent - exponent), exponent);
}

/** Both at the lesser exponent; a number far below the other becomes a 1 that only rounds. */
function align(a: Dec, b: Dec, prec: number): [Dec, Dec] {
  const aHigher = a.exponent >= b.exponent;
  const high = aHigher ? a : b;
  let low = aHigher ? b : a;
  const highLength = digitsOf(high.coefficient);
  const exp = high.exponent + Math.min(-1, highLength - prec - 2);
  if (digitsOf(low.coefficient) + low.exponent - 1 < exp) low = finite(low.sign, 1n, exp);
  const raised = low.exponent < high.exponent ? finite(high.sign, high.coefficient * pow10(high.exponent - low.exponent), low.exponent) : high;
  return aHigher ? [raised, low] : [low, raised];
}

export function multiply(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, b, ctx);
  if (nan !== null) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (isInf(a) || isInf(b)) return isZero(a) || isZero(b) ? invalid(ctx) : infinity(sign);
  return fix(finite(sign, a.coefficient * b.coefficient, a.exponent + b.exponent), ctx);
}

export function divide(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, b, ctx);
  if (nan !== null) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (isInf(a)) return isInf(b) ? invalid(ctx) : infinity(sign);
  if (isInf(b)) {
    signal(ctx, Status.CLAMPED);
    return finite(sign, 0n, ctx.emin - ctx.prec + 1);
  }
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return invalid(ctx, Status.DIVISION_UNDEFINED);
    signal(ctx, Status.DIVISION_BY_ZERO);
    return infinity(sign);
  }
  if (a.coefficient === 0n) return fix(finite(sign, 0n, a.exponent - b.exponent), ctx);
  const shift = digitsOf(b.coefficient) - digitsOf(a.coefficient) + ctx.prec + 1;
  let exponent = a.exponent - b.exponent - shift;
  const numerator = shift >= 0 ? a.coefficient * pow10(shift) : a.coefficient;
  const denominator = shift >= 0 ? b.coefficient : b.coefficient * pow10(-shift);
  let q = numerator / denominator;
  if (q * denominator !== numerator) {
    // A sticky digit, so that rounding sees that something was dropped.
    if (q % 5n === 0n) q += 1n;
  } else {
    const ideal = a.exponent - b.exponent;
    while (exponent < ideal && q % 10n === 0n) {
      q /= 10n;
      exponent++;
    }
  }
  return fix(finite(sign, q, exponent), ctx);
}

/** Quotient truncated to an integer, and the remainder; null = the quotient has too many digits. */
function divideInteger(a: Dec, b: Dec, ctx: Ctx): [Dec, Dec] | null {
  const sign = (a.sign ^ b.sign) as 0 | 1;
  const ideal = isInf(b) ? a.exponent : Math.min(a.exponent, b.exponent);
  const difference = adjusted(a) - adjusted(b);
  if (a.coefficient === 0n || isInf(b) || difference <= -2) return [finite(sign, 0n, 0), rescaleDown(a, ideal)];
  if (difference > ctx.prec) return null;
  const x = a.coefficient * pow10(a.exponent - Math.min(a.exponent, b.exponent));
  const y = b.coefficient * pow10(b.exponent - Math.min(a.exponent, b.exponent));
  const q = x / y;
  if (q >= pow10(ctx.prec)) return null;
  return [finite(sign, q, 0), finite(a.sign, x - q * y, ideal)];
}

function rescaleDown(a: Dec, exponent: number): Dec {
  return a.exponent > exponent ? finite(a.sign, a.coefficient * pow10(a.exponent - exponent), exponent) : a;
}

export function divmod(a: Dec, b: Dec, ctx: Ctx): [Dec, Dec] {
  const nan = nanResult(a, b, ctx);
  if (nan !== null) return [nan, nan];
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (isInf(a)) {
    signal(ctx, Status.INVALID_OPERATION);
    return isInf(b) ? [NAN, NAN] : [infinity(sign), NAN];
  }
  if (isZero(b)) {
    if (isZero(a)) {
      signal(ctx, Status.DIVISION_UNDEFINED);
      return [NAN, NAN];
    }
    signal(ctx, Status.DIVISION_BY_ZERO | Status.INVALID_OPERATION);
    return [infinity(sign), NAN];
  }
  const result = divideInteger(a, b, ctx);
  if (result === null) {
    signal(ctx, Status.DIVISION_IMPOSSIBLE);
    return [NAN, NAN];
  }
  return [result[0], fix(result[1], ctx)];
}

export function floorDivide(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, b, ctx);
  if (nan !== null) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (isInf(a)) return isInf(b) ? invalid(ctx) : infinity(sign);
  if (isZero(b)) {
    if (isZero(a)) return invalid(ctx, Status.DIVISION_UNDEFINED);
    signal(ctx, Status.DIVISION_BY_ZERO);
    return infinity(sign);
  }
  return divideInteger(a, b, ctx)?.[0] ?? invalid(ctx, Status.DIVISION_IMPOSSIBLE);
}

export function remainder(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, b, ctx);
  if (nan !== null) return nan;
  if (isInf(a)) return invalid(ctx);
  if (isZero(b)) return isZero(a) ? invalid(ctx, Status.DIVISION_UNDEFINED) : invalid(ctx);
  const result = divideInteger(a, b, ctx);
  return result === null ? invalid(ctx, Status.DIVISION_IMPOSSIBLE) : fix(result[1], ctx);
}

export function remainderNear(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, b, ctx);
  if (nan !== null) return nan;
  if (isInf(a)) return invalid(ctx);
  if (isZero(b)) return isZero(a) ? invalid(ctx, Status.DIVISION_UNDEFINED) : invalid(ctx);
  if (isInf(b)) return fix(a, ctx);
  const exponent = Math.min(a.exponent, b.exponent);
  if (a.coefficient === 0n) return fix(finite(a.sign, 0n, exponent), ctx);
  const difference = adjusted(a) - adjusted(b);
  if (difference >= ctx.prec + 1) return invalid(ctx, Status.DIVISION_IMPOSSIBLE);
  if (difference <= -2) return fix(rescaleDown(a, exponent), ctx);
  const x = rescaleDown(a, exponent).coefficient;
  const y = rescaleDown(b, exponent).coefficient;
  let q = x / y;
  let r = x - q * y;
  if (2n * r + (q & 1n) > y) {
    r -= y;
    q += 1n;
  }
  if (q >= pow10(ctx.prec)) return invalid(ctx, Status.DIVISION_IMPOSSIBLE);
  return fix(finite(r < 0n ? flip(a.sign) : a.sign, r < 0n ? -r : r, exponent), ctx);
}

/** −1, 0, 1 by value; neither is a NaN. Infinities compare as values. */
export function compareValues(a: Dec, b: Dec): number {
  const signOf = (d: Dec): number => (isZero(d) ? 0 : d.sign === 1 ? -1 : 1);
  if (signOf(a) !== signOf(b)) return signOf(a) < signOf(b) ? -1 : 1;
  if (signOf(a) === 0) return 0;
  const direction = a.sign === 1 ? -1 : 1;
  if (isInf(a) || isInf(b)) return isInf(a) && isInf(b) ? 0 : isInf(a) ? direction : -direction;
  const x = adjusted(a);
  const y = adjusted(b);
  if (x !== y) return x < y ? -direction : direction;
  const exponent = Math.min(a.exponent, b.exponent);
  const p = a.coefficient * pow10(a.exponent - exponent);
  const q = b.coefficient * pow10(b.exponent - exponent);
  return p === q ? 0 : p < q ? -direction : direction;
}

/** Order of all representations: −0 < 0, 1.0 < 1.00 is reversed as specified, NaNs at the ends. */
export function compareTotal(a: Dec, b: Dec): number {
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  const direction = a.sign === 1 ? -1 : 1;
  const rank = (d: Dec): number => (d.special === 'nan' ? 2 : d.special === 'snan' ? 1 : 0);
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -direction : direction;
  if (rank(a) > 0) return a.coefficient === b.coefficient ? 0 : a.coefficient < b.coefficient ? -direction : direction;
  const order = compareValues(a, b);
  if (order !== 0) return order;
  return a.exponent === b.exponent ? 0 : a.exponent < b.exponent ? -direction : direction;
}

/** Rounds to an exponent without regard to the precision. */
export function rescale(a: Dec, exponent: number, rounding: Rounding): { value: Dec; exact: boolean } {
  if (a.special !== '') return { value: a, exact: true };
  if (a.coefficient === 0n) return { value: finite(a.sign, 0n, exponent), exact: true };
  if (a.exponent >= exponent) return { value: finite(a.sign, a.coefficient * pow10(a.exponent - exponent), exponent), exact: true };
  const { q, exact } = dropDigits(a.coefficient, exponent - a.exponent, a.sign, rounding);
  return { value: finite(a.sign, q, exponent), exact };
}

export function quantize(a: Dec, b: Dec, ctx: Ctx, rounding: Rounding = ctx.rounding): Dec {
  const nan = nanResult(a, b, ctx);
  if (nan !== null) return nan;
  if (isInf(a) || isInf(b)) return isInf(a) && isInf(b) ? a : invalid(ctx);
  const etiny = ctx.emin - ctx.prec + 1;
  if (b.exponent < etiny || b.exponent > ctx.emax) return invalid(ctx);
  if (a.coefficient === 0n) return fix(finite(a.sign, 0n, b.exponent), ctx);
  if (adjusted(a) > ctx.emax || adjusted(a) - b.exponent + 1 > ctx.prec) return invalid(ctx);
  const { value, exact } = rescale(a, b.exponent, rounding);
  if (adjusted(value) > ctx.emax || digitsOf(value.coefficient) > ctx.prec) return invalid(ctx);
  if (value.coefficient !== 0n && adjusted(value) < ctx.emin) signal(ctx, Status.SUBNORMAL);
  if (value.exponent > a.exponent) {
    if (!exact) signal(ctx, Status.INEXACT);
    signal(ctx, Status.ROUNDED);
  }
  return fix(value, ctx);
}

export function normalize(a: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, null, ctx);
  if (nan !== null) return nan;
  const fixed = fix(a, ctx);
  if (isInf(fixed)) return fixed;
  if (fixed.coefficient === 0n) return finite(fixed.sign, 0n, 0);
  const highest = ctx.clamp === 1 ? ctx.emax - ctx.prec + 1 : ctx.emax;
  let { coefficient, exponent } = fixed;
  while (coefficient % 10n === 0n && exponent < highest) {
    coefficient /= 10n;
    exponent++;
  }
  return finite(fixed.sign, coefficient, exponent);
}

export function toIntegral(a: Dec, ctx: Ctx, rounding: Rounding, exactSignals: boolean): Dec {
  const nan = nanResult(a, null, ctx);
  if (nan !== null) return nan;
  if (isInf(a) || a.exponent >= 0) return a;
  const { value, exact } = rescale(a, 0, rounding);
  if (exactSignals) {
    if (!exact) signal(ctx, Status.INEXACT);
    signal(ctx, Status.ROUNDED);
  }
  return value;
}

export function squareRoot(a: Dec, ctx: Ctx): Dec {
  const nan = nanResult(a, null, ctx);
  if (nan !== null) return nan;
  if (isInf(a) && a.sign === 0) return a;
  if (isZero(a)) return fix(finite(a.sign, 0n, Math.floor(a.exponent / 2)), ctx);
  if (a.sign === 1) return invalid(ctx);
  const prec = ctx.prec + 1;
  let exponent = Math.floor(a.exponent / 2);
  const odd = a.exponent - 2 * exponent !== 0;
  let coefficient = odd ? a.coefficient * 10n : a.coefficient;
  const length = digitsOf(a.coefficient);
  const l = odd ? (length >> 1) + 1 : (length + 1) >> 1;
  const shift = prec - l;
  let exact = true;
  if (shift >= 0) coefficient *= pow10(2 * shift);
  else {
    const unit = pow10(-2 * shift);
    exact = coefficient % unit === 0n;
    coefficient /= unit;
  }
  exponent -= shift;
  let root = integerSqrt(coefficient);
  exact = exact && root * root === coefficient;
  if (exact) {
    if (shift >= 0) root /= pow10(shift);
    else root *= pow10(-shift);
    exponent += shift;
  } else if (root % 5n === 0n) root += 1n;
  const inner: Ctx = { ...ctx, rounding: 'ROUND_HALF_EVEN' };
  const result = fix(finite(0, root, exponent), inner);
  ctx.status |= inner.status;
  return result;
}
