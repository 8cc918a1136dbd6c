// Operators of int (CPython Objects/longobject.c: long_add … long_pow, l_divmod, long_true_divide).
//
// Every operator has a path for two numbers. Result blocks are asked for as CPython does: two one-digit operands give an exact block, others one of the
// operands' combined width that long_normalize does not shrink.
import type { Machine } from '../machine.ts';
import { newFloat } from './float.ts';
import { bitLength, checkBits, digitCount, isInt, newInt, newIntSized, normalize, intLong } from './int.ts';
import { type PyObject, decref, incref } from './object.ts';
import { overflowError, typeError, valueError, zeroDivision } from './raise.ts';
import { scaleRounded } from './scale.ts';
import { newPair } from './tuple.ts';

type IntValue = number | bigint;

const DIGIT_LIMIT = 1073741824;
const MAX_SAFE = Number.MAX_SAFE_INTEGER;

function isCompact(v: IntValue): boolean {
  return typeof v === 'number' && v < DIGIT_LIMIT && v > -DIGIT_LIMIT;
}

function notImplemented(m: Machine): PyObject {
  return incref(m.NotImplemented);
}

export function intAdd(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  return addValues(m, a.data, b.data);
}

export function intSubtract(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  return subtractValues(m, a.data, b.data);
}

/** Sum of two int values as a new int. */
export function addValues(m: Machine, a: IntValue, b: IntValue): PyObject {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= MAX_SAFE && sum >= -MAX_SAFE) {
      if (a < DIGIT_LIMIT && a > -DIGIT_LIMIT && b < DIGIT_LIMIT && b > -DIGIT_LIMIT) return newInt(m, sum);
      return newIntSized(m, sum, sumDigits(a, b));
    }
  }
  m.chargeWork(chargeOf(a, b));
  return newIntSized(m, BigInt(a) + BigInt(b), sumDigits(a, b));
}

/** Difference of two int values as a new int. */
export function subtractValues(m: Machine, a: IntValue, b: IntValue): PyObject {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (difference <= MAX_SAFE && difference >= -MAX_SAFE) {
      if (a < DIGIT_LIMIT && a > -DIGIT_LIMIT && b < DIGIT_LIMIT && b > -DIGIT_LIMIT) return newInt(m, difference);
      return newIntSized(m, difference, sumDigits(a, typeof b === 'number' ? -b : b));
    }
  }
  m.chargeWork(chargeOf(a, b));
  return newIntSized(m, BigInt(a) - BigInt(b), sumDigits(a, -b));
}

/** Digits that x_add (same sign: one more than the wider) or x_sub (the wider; equal leading digits are dropped first) asks for. */
function sumDigits(a: IntValue, b: IntValue): number {
  const na = digitCount(a);
  const nb = digitCount(b);
  if ((a < 0) === (b < 0)) return Math.max(na, nb) + 1;
  if (na !== nb) return Math.max(na, nb);
  let big = BigInt(a < 0 ? -a : a) ^ BigInt(b < 0 ? -b : b);
  if (big < 0n) big = -big;
  return Math.max(1, digitCount(normalize(big)));
}

function chargeOf(a: IntValue, b: IntValue): number {
  return (typeof a === 'bigint' ? digitCount(a) : 1) + (typeof b === 'bigint' ? digitCount(b) : 1);
}

export function intMultiply(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  return multiplyValues(m, a.data, b.data);
}

/** Product of two int values as a new int. */
export function multiplyValues(m: Machine, a: IntValue, b: IntValue): PyObject {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= MAX_SAFE && product >= -MAX_SAFE) {
      if (a < DIGIT_LIMIT && a > -DIGIT_LIMIT && b < DIGIT_LIMIT && b > -DIGIT_LIMIT) return newInt(m, product);
      return newIntSized(m, product + 0, digitCount(a) + digitCount(b));
    }
    if (isCompact(a) && isCompact(b)) return newInt(m, BigInt(a) * BigInt(b));
  }
  return newIntSized(m, multiplyBig(m, a, b), digitCount(a) + digitCount(b));
}

function multiplyBig(m: Machine, a: IntValue, b: IntValue): bigint {
  const bitsA = bitLength(a);
  const bitsB = bitLength(b);
  checkBits(bitsA + bitsB);
  m.chargeWork(multiplyCost(bitsA / 30, bitsB / 30));
  return BigInt(a) * BigInt(b);
}

/** Elementary operations of a product: schoolbook up to 70 digits, Karatsuba beyond. */
function multiplyCost(digitsA: number, digitsB: number): number {
  const small = Math.min(digitsA, digitsB);
  const large = Math.max(digitsA, digitsB);
  return small <= 70 ? small * large : (large / small) * small ** 1.58;
}

/** Python's floor division of two values. The divisor is not zero. */
export function floorDivideValues(m: Machine, a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    // The quotient of two safe integers rounds to the wrong integer only near multiples; the remainder is exact.
    const remainder = a % b;
    const quotient = (a - remainder) / b;
    return remainder !== 0 && (remainder < 0) !== (b < 0) ? quotient - 1 : quotient + 0;
  }
  const big = divideBig(m, BigInt(a), BigInt(b));
  return normalize(big);
}

/** Python's modulo of two values: the sign is the divisor's. The divisor is not zero. */
export function moduloValues(m: Machine, a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b;
    if (remainder === 0) return 0;
    return (remainder < 0) !== (b < 0) ? remainder + b : remainder;
  }
  chargeDivision(m, a, b);
  const divisor = BigInt(b);
  const remainder = BigInt(a) % divisor;
  return normalize(remainder !== 0n && (remainder < 0n) !== (divisor < 0n) ? remainder + divisor : remainder);
}

function divideBig(m: Machine, a: bigint, b: bigint): bigint {
  chargeDivision(m, a, b);
  const quotient = a / b;
  const remainder = a - quotient * b;
  return remainder !== 0n && (remainder < 0n) !== (b < 0n) ? quotient - 1n : quotient;
}

function chargeDivision(m: Machine, a: IntValue, b: IntValue): void {
  const na = digitCount(a);
  const nb = digitCount(b);
  m.chargeWork(Math.max(1, na - nb + 1) * nb);
}

export function intFloorDivide(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  if (b.data === 0) throw zeroDivision(m, m.profile.zeroDivision.intFloor);
  return quotientObject(m, a.data, b.data);
}

function quotientObject(m: Machine, a: IntValue, b: IntValue): PyObject {
  const quotient = floorDivideValues(m, a, b);
  if (isCompact(a) && isCompact(b)) return newInt(m, quotient);
  const nb = digitCount(b);
  return newIntSized(m, quotient, nb === 1 ? digitCount(a) : Math.max(1, digitCount(a) - nb + 1, digitCount(quotient)));
}

export function intRemainder(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  if (b.data === 0) throw zeroDivision(m, m.profile.zeroDivision.intModulo);
  return remainderObject(m, a, b);
}

function remainderObject(m: Machine, a: PyObject, b: PyObject): PyObject {
  const value = moduloValues(m, a.data as IntValue, b.data as IntValue);
  if (value === a.data && a.ob_type === m.types.int && looksSmaller(a.data as IntValue, b.data as IntValue)) return incref(a);
  return newInt(m, value);
}

/** long_rem answers a itself where one look shows that |a| < |b|: fewer digits, or as many (not one: fast_mod) with a smaller top digit. */
function looksSmaller(a: IntValue, b: IntValue): boolean {
  const x = BigInt(a < 0 ? -a : a);
  const y = BigInt(b < 0 ? -b : b);
  const top = 30n * (BigInt(digitCount(b)) - 1n);
  return !isCompact(b) && x >> top < y >> top;
}

export function intDivmod(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  if (b.data === 0) throw zeroDivision(m, m.profile.zeroDivision.intFloor);
  const quotient = quotientObject(m, a.data, b.data);
  return newPair(m, quotient, remainderObject(m, a, b));
}

export function intTrueDivide(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  if (b.data === 0) throw zeroDivision(m, 'division by zero');
  return newFloat(m, trueDivideValues(m, a.data, b.data));
}

/** Correctly rounded quotient of two ints. */
export function trueDivideValues(m: Machine, a: IntValue, b: IntValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a === 0 ? 0 : a / b;
  let x = BigInt(a);
  let y = BigInt(b);
  const negative = (x < 0n) !== (y < 0n);
  if (x < 0n) x = -x;
  if (y < 0n) y = -y;
  if (x === 0n) return negative ? -0 : 0;
  chargeDivision(m, x, y);
  // A quotient of 55..56 bits plus a sticky bit rounds correctly when converted; below the normal range fewer bits are kept.
  const shift = Math.max(bitLength(x) - bitLength(y) - 55, -1076);
  const quotient = shift >= 0 ? x / (y << BigInt(shift)) : (x << BigInt(-shift)) / y;
  const exact = shift >= 0 ? quotient * (y << BigInt(shift)) === x : quotient * y === x << BigInt(-shift);
  const result = scaleRounded(exact ? quotient << 1n : (quotient << 1n) | 1n, shift - 1);
  if (result === Infinity) throw overflowError(m, 'integer division result too large for a float');
  return negative ? -result : result;
}

/** long_float: PyLong_AsDouble. */
export function intToFloat(m: Machine, o: PyObject): PyObject {
  return newFloat(m, toDouble(m, o.data as IntValue));
}

/** The nearest double; OverflowError beyond the range. */
export function toDouble(m: Machine, value: IntValue): number {
  if (typeof value === 'number') return value;
  const result = Number(value);
  if (result === Infinity || result === -Infinity) throw overflowError(m, 'int too large to convert to float');
  return result;
}

export function intNegative(m: Machine, o: PyObject): PyObject {
  const value = o.data as IntValue;
  if (typeof value === 'number') return newInt(m, -value + 0);
  return newIntSized(m, -value, digitCount(value));
}

export function intPositive(m: Machine, o: PyObject): PyObject {
  return intLong(m, o);
}

export function intAbsolute(m: Machine, o: PyObject): PyObject {
  return (o.data as IntValue) < 0 ? intNegative(m, o) : intLong(m, o);
}

export function intInvert(m: Machine, o: PyObject): PyObject {
  const value = o.data as IntValue;
  if (typeof value === 'number' && value < MAX_SAFE) return newInt(m, -value - 1);
  return newInt(m, -BigInt(value) - 1n);
}

export function intBool(_m: Machine, o: PyObject): boolean {
  return o.data !== 0;
}

/** Digits that a PyLongObject can count. */
const MAX_LONG_DIGITS = 2 ** 61;

export function intLeftShift(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  const count = b.data;
  if (count < 0) throw valueError(m, 'negative shift count');
  const value = a.data;
  if (value === 0) return newInt(m, 0);
  if (typeof count === 'bigint' || count > 2 ** 53) {
    const digits = Number(count) / 30;
    if (digits < MAX_LONG_DIGITS) m.memory.expect(4 * digits);
    throw overflowError(m, 'too many digits in integer');
  }
  if (typeof value === 'number' && count < 53) {
    const shifted = value * 2 ** count;
    if (shifted <= MAX_SAFE && shifted >= -MAX_SAFE) {
      return count < 30 && isCompact(value) ? newInt(m, shifted) : newIntSized(m, shifted, digitCount(value) + Math.floor(count / 30) + (count % 30 > 0 ? 1 : 0));
    }
  }
  const bits = bitLength(value) + count;
  checkBits(bits);
  m.chargeWork(bits / 30);
  const digits = digitCount(value) + Math.floor(count / 30) + (count % 30 > 0 ? 1 : 0);
  return newIntSized(m, BigInt(value) << BigInt(count), digits);
}

export function intRightShift(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  const count = b.data;
  if (count < 0) throw valueError(m, 'negative shift count');
  const value = a.data;
  if (typeof count === 'bigint') return newInt(m, value < 0 ? -1 : 0);
  if (typeof value === 'number') {
    if (count < 31 && value === (value | 0)) return newInt(m, value >> count);
    return newInt(m, count > 60 ? (value < 0 ? -1 : 0) : Math.floor(value / 2 ** count));
  }
  m.chargeWork(digitCount(value));
  if (count > bitLength(value)) return newInt(m, value < 0n ? -1 : 0);
  return newInt(m, value >> BigInt(count));
}

export function intAnd(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  const x = a.data;
  const y = b.data;
  if (typeof x === 'number' && typeof y === 'number' && x === (x | 0) && y === (y | 0)) return newInt(m, x & y);
  return bitwise(m, BigInt(x) & BigInt(y), x, y);
}

export function intOr(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  const x = a.data;
  const y = b.data;
  if (typeof x === 'number' && typeof y === 'number' && x === (x | 0) && y === (y | 0)) return newInt(m, x | y);
  return bitwise(m, BigInt(x) | BigInt(y), x, y);
}

export function intXor(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  const x = a.data;
  const y = b.data;
  if (typeof x === 'number' && typeof y === 'number' && x === (x | 0) && y === (y | 0)) return newInt(m, x ^ y);
  return bitwise(m, BigInt(x) ^ BigInt(y), x, y);
}

function bitwise(m: Machine, result: bigint, x: IntValue, y: IntValue): PyObject {
  m.chargeWork(chargeOf(x, y));
  return newInt(m, result);
}

/** long_pow. */
export function intPower(m: Machine, a: PyObject, b: PyObject, modulus: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return notImplemented(m);
  if (modulus !== m.None) {
    if (!isInt(modulus)) return notImplemented(m);
    return newInt(m, normalize(powerModulo(m, BigInt(a.data), BigInt(b.data), BigInt(modulus.data))));
  }
  if (b.data < 0) return floatPowerOfInts(m, a, b);
  return powerValues(m, a.data, b.data);
}

function floatPowerOfInts(m: Machine, a: PyObject, b: PyObject): PyObject {
  const x = intToFloat(m, a);
  let y: PyObject | null = null;
  try {
    y = intToFloat(m, b);
    const power = m.types.float.nb_power;
    if (power === null) throw typeError(m, 'unsupported operand type(s) for ** or pow()');
    return power(m, x, y, m.None);
  } finally {
    decref(m, x);
    if (y !== null) decref(m, y);
  }
}

function powerValues(m: Machine, base: IntValue, exponent: IntValue): PyObject {
  if (exponent === 0) return newInt(m, 1);
  if (base === 0 || base === 1) return newInt(m, base);
  if (base === -1) return newInt(m, BigInt(exponent) % 2n === 0n ? 1 : -1);
  if (typeof exponent === 'bigint') checkBits(Infinity);
  const count = Number(exponent);
  const bits = bitLength(base) * count;
  if (bits <= SMALL_POWER_BITS) return powerByProducts(m, base, count);
  if (bits > 2 * 2 ** 30) checkBits(bits);
  checkBits((bitLength(base) - 1) * count);
  m.chargeWork(multiplyCost(bits / 60, bits / 60) * 2);
  return powerObject(m, base, count, BigInt(base) ** BigInt(count));
}

/** Powers up to this size are computed product by product, so that their objects come and go as CPython's do. */
const SMALL_POWER_BITS = 2048;

/** Left-to-right binary exponentiation: a square for each bit, and a product with the base for those that are set. */
function powerByProducts(m: Machine, base: IntValue, count: number): PyObject {
  let bit = 2 ** Math.floor(Math.log2(count));
  let power: PyObject | null = null;
  const times = (left: IntValue, right: IntValue): void => {
    const product = multiplyValues(m, left, right);
    if (power !== null) decref(m, power);
    power = product;
  };
  const value = (): IntValue => (power === null ? base : (power.data as IntValue));
  for (bit /= 2; bit >= 1; bit /= 2) {
    times(value(), value());
    if ((count & bit) !== 0) times(value(), base);
  }
  return power ?? newInt(m, base);
}

/** The block of a power is that of its last product: power(n-1) × base for an odd exponent, power(n/2) squared for an even one. */
function powerObject(m: Machine, base: IntValue, count: number, value: IntValue): PyObject {
  if (count === 1) return newInt(m, value);
  const bits = bitLength(value);
  const digits = count % 2 === 0
    ? 2 * Math.max(1, Math.ceil(bits / 2 / 30 + 1e-12))
    : Math.max(1, Math.ceil((bits - bitLength(base) + 1) / 30)) + digitCount(base);
  if (digits === 2) return newInt(m, value);
  return newIntSized(m, value, Math.max(digits, digitCount(typeof value === 'bigint' ? normalize(value) : value)));
}

function powerModulo(m: Machine, base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) throw valueError(m, 'pow() 3rd argument cannot be 0');
  const negative = modulus < 0n;
  if (negative) modulus = -modulus;
  if (modulus === 1n) return 0n;
  if (exponent < 0n) {
    exponent = -exponent;
    base = inverseModulo(m, base, modulus);
  }
  base = ((base % modulus) + modulus) % modulus;
  const digits = bitLength(modulus) / 30;
  m.chargeWork(bitLength(exponent) * (1 + 3 * multiplyCost(digits, digits)));
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return negative && result !== 0n ? result - modulus : result;
}

function inverseModulo(m: Machine, a: bigint, n: bigint): bigint {
  let [b, c] = [1n, 0n];
  let modulus = n;
  a = ((a % n) + n) % n;
  m.chargeWork((bitLength(n) / 30) ** 2);
  while (modulus !== 0n) {
    const quotient = a / modulus;
    [a, modulus] = [modulus, a - quotient * modulus];
    [b, c] = [c, b - quotient * c];
  }
  if (a !== 1n) throw valueError(m, 'base is not invertible for the given modulus');
  return b;
}
