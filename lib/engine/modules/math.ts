// The math module (CPython 3.13 Modules/mathmodule.c).
import type { Machine } from '../machine.ts';
import { asSize, getIter, index, iterNext, iterate, lookupSpecial } from '../objects/abstract.ts';
import { add, multiply } from '../objects/abstract.ts';
import { parseArgs } from '../objects/arguments.ts';
import { callNoArgs } from '../objects/call.ts';
import { newBool } from '../objects/bool.ts';
import { isFloat, newFloat } from '../objects/float.ts';
import { numberToFloat } from '../objects/float-new.ts';
import { toDouble } from '../objects/int-arithmetic.ts';
import { intFromDouble } from '../objects/int-new.ts';
import { bitLength, intValue, isInt, newInt, newSizeInt, normalize } from '../objects/int.ts';
import * as fdlibm from '../objects/libm-fdlibm.ts';
import * as libm from '../objects/libm.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { exactParts, floatRepr } from '../objects/number-text.ts';
import { overflowError, typeError, valueError } from '../objects/raise.ts';
import { newTuple, sequenceTuple, tupleItems } from '../objects/tuple.ts';
import { since, type NativeSpec } from '../objects/type.ts';

type Args = readonly PyObject[];

/** A float argument (PyFloat_AsDouble). */
function double(m: Machine, o: PyObject): number {
  if (o.ob_type === m.types.float) return o.data as number;
  if (isInt(o)) return toDouble(m, o.data);
  if (o.ob_type.nb_float === null && o.ob_type.nb_index === null) throw typeError(m, `must be real number, not ${o.ob_type.tp_name}`);
  const float = numberToFloat(m, o);
  const value = float.data as number;
  decref(m, float);
  return value;
}

const domainError = (m: Machine): unknown => valueError(m, 'math domain error');
const mathRange = (m: Machine): unknown => overflowError(m, 'math range error');

/** math_1: a NaN from a number is a domain error, an infinity from a finite number a range error (or a domain error where `canOverflow` is false). */
function one(name: string, fn: (x: number) => number, canOverflow: boolean, doc = '', explain: ((m: Machine, x: number) => unknown) | null = null): NativeSpec {
  return {
    name, kind: 'o', sig: '($module, x, /)', doc,
    fn: (m, _self, arg) => {
      const x = double(m, arg);
      const result = fn(x);
      if (result !== result && x === x) throw explain?.(m, x) ?? domainError(m);
      if ((result === Infinity || result === -Infinity) && Number.isFinite(x)) throw canOverflow ? mathRange(m) : (explain?.(m, x) ?? domainError(m));
      return newFloat(m, result);
    },
  };
}

/** math_2. */
function two(name: string, fn: (x: number, y: number) => number): NativeSpec {
  return {
    name, kind: 'fast', min: 2, max: 2, sig: '($module, x, y, /)',
    fn: (m, _self, args) => {
      const x = double(m, args[0] as PyObject);
      const y = double(m, args[1] as PyObject);
      const result = fn(x, y);
      if (result !== result && x === x && y === y) throw domainError(m);
      if ((result === Infinity || result === -Infinity) && Number.isFinite(x) && Number.isFinite(y)) throw mathRange(m);
      return newFloat(m, result);
    },
  };
}

/** floor and ceil: the type's own method, else of the float. */
function rounded(name: 'floor' | 'ceil', special: string, fn: (x: number) => number): NativeSpec {
  return {
    name, kind: 'o', sig: '($module, x, /)',
    fn: (m, _self, arg) => {
      if (arg.ob_type !== m.types.float) {
        const method = lookupSpecial(m, arg, m.names[special] as PyObject);
        if (method !== null) return callAndDrop(m, method);
      }
      return intFromDouble(m, fn(double(m, arg)));
    },
  };
}

function callAndDrop(m: Machine, method: PyObject): PyObject {
  try {
    return callNoArgs(m, method);
  } finally {
    decref(m, method);
  }
}

function trunc(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  if (arg.ob_type === m.types.float) return intFromDouble(m, arg.data as number);
  const method = lookupSpecial(m, arg, m.names.__trunc__ as PyObject);
  if (method === null) throw typeError(m, `type ${arg.ob_type.tp_name} doesn't define __trunc__ method`);
  return callAndDrop(m, method);
}

function integer(m: Machine, o: PyObject): bigint {
  const exact = index(m, o);
  const value = BigInt(intValue(exact));
  decref(m, exact);
  return value;
}

function gcdOf(m: Machine, a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    m.chargeWork(bitLength(y) / 30 + 1);
    [x, y] = [y, x % y];
  }
  return x;
}

function gcd(m: Machine, _self: PyObject, args: Args): PyObject {
  let result = 0n;
  for (const arg of args) result = gcdOf(m, result, integer(m, arg));
  return newInt(m, normalize(result));
}

function lcm(m: Machine, _self: PyObject, args: Args): PyObject {
  let result = 1n;
  for (const arg of args) {
    const value = integer(m, arg);
    if (value === 0n) result = 0n;
    else if (result !== 0n) {
      result = (result / gcdOf(m, result, value)) * value;
      if (result < 0n) result = -result;
    }
  }
  return newInt(m, normalize(result));
}

function factorial(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  const n = integer(m, arg);
  if (n < 0n) throw valueError(m, 'factorial() not defined for negative values');
  if (n > 9223372036854775807n) throw overflowError(m, 'factorial() argument should not exceed 9223372036854775807');
  const count = Number(n);
  // Work grows with the digits of the result: about n log n bits, multiplied in halves.
  m.chargeWork((count * Math.max(1, Math.log2(count + 1))) ** 1.5 / 30);
  return newSizeInt(m, normalize(productRange(1n, n)));
}

function productRange(low: bigint, high: bigint): bigint {
  if (high < low) return 1n;
  if (high - low < 8n) {
    let product = 1n;
    for (let k = low; k <= high; k++) product *= k;
    return product;
  }
  const middle = (low + high) >> 1n;
  return productRange(low, middle) * productRange(middle + 1n, high);
}

function comb(m: Machine, _self: PyObject, args: Args): PyObject {
  const n = integer(m, args[0] as PyObject);
  let k = integer(m, args[1] as PyObject);
  if (n < 0n) throw valueError(m, 'n must be a non-negative integer');
  if (k < 0n) throw valueError(m, 'k must be a non-negative integer');
  if (k > n) return newInt(m, 0);
  if (n - k < k) k = n - k;
  if (k > 9223372036854775807n) throw overflowError(m, 'min(n - k, k) must not exceed 9223372036854775807');
  m.chargeWork((Number(k) * bitLength(n)) ** 1.5 / 30 + 1);
  return newSizeInt(m, normalize(productRange(n - k + 1n, n) / productRange(1n, k)));
}

function perm(m: Machine, self: PyObject, args: Args): PyObject {
  if (args[1] === undefined || args[1] === m.None) return factorial(m, self, args[0] as PyObject);
  const n = integer(m, args[0] as PyObject);
  const k = integer(m, args[1]);
  if (n < 0n) throw valueError(m, 'n must be a non-negative integer');
  if (k < 0n) throw valueError(m, 'k must be a non-negative integer');
  if (k > n) return newInt(m, 0);
  m.chargeWork((Number(k) * bitLength(n)) ** 1.5 / 30 + 1);
  return newSizeInt(m, normalize(productRange(n - k + 1n, n)));
}

/** floor(sqrt(n)) of a non-negative integer. */
export function integerSqrt(n: bigint): bigint {
  if (n < 4503599627370496n) return BigInt(Math.floor(Math.sqrt(Number(n))));
  const bits = bitLength(n);
  let guess = 1n << BigInt((bits + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function isqrt(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  const n = integer(m, arg);
  if (n < 0n) throw valueError(m, 'isqrt() argument must be nonnegative');
  m.chargeWork((bitLength(n) / 30) ** 2);
  return newSizeInt(m, normalize(integerSqrt(n)));
}

/** Logarithm of an int of any size or of a float (loghelper). */
function logOf(m: Machine, arg: PyObject, fn: (x: number) => number): number {
  if (isInt(arg)) {
    const value = arg.data;
    if (value <= 0) throw m.profile.mathLogText ? valueError(m, 'expected a positive input') : domainError(m);
    const direct = Number(value);
    if (Number.isFinite(direct)) return fn(direct);
    const shift = bitLength(value) - 64;
    return fn(Number(BigInt(value) >> BigInt(shift))) + fn(2) * shift;
  }
  const x = double(m, arg);
  if (x === Infinity || x !== x) return x;
  if (x <= 0) throw m.profile.mathLogText ? valueError(m, `expected a positive input, got ${floatRepr(x)}`) : domainError(m);
  return fn(x);
}

function log(m: Machine, _self: PyObject, args: Args): PyObject {
  const value = logOf(m, args[0] as PyObject, libm.log);
  if (args[1] === undefined) return newFloat(m, value);
  const base = logOf(m, args[1], libm.log);
  const numerator = newFloat(m, value);
  const denominator = newFloat(m, base);
  try {
    const divide = m.types.float.nb_true_divide;
    return divide === null ? incref(m.NotImplemented) : divide(m, numerator, denominator);
  } finally {
    decref(m, numerator);
    decref(m, denominator);
  }
}

/** fsum: exact partial sums (Shewchuk). */
function fsum(m: Machine, _self: PyObject, iterable: PyObject): PyObject {
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  iterate(m, iterable, (item) => {
    let x = double(m, item);
    const original = x;
    m.chargeWork(partials.length + 1);
    let used = 0;
    for (const partial of [...partials]) {
      let y = partial;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[used++] = low;
      x = high;
    }
    partials.length = used;
    if (x !== 0) {
      if (!Number.isFinite(x)) {
        if (Number.isFinite(original)) throw overflowError(m, 'intermediate overflow in fsum');
        if (original === Infinity || original === -Infinity) infinities += original;
        special += original;
        partials.length = 0;
      } else partials.push(x);
    }
  });
  if (special !== 0) {
    if (infinities !== infinities) throw valueError(m, '-inf + inf in fsum');
    return newFloat(m, special);
  }
  return newFloat(m, sumPartials(partials));
}

/** The correctly rounded sum of non-overlapping partials. */
function sumPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n] as number;
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n] as number;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // Half-way cases: the next partial decides the direction.
  if (n > 0 && ((low < 0 && (partials[n - 1] as number) < 0) || (low > 0 && (partials[n - 1] as number) > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

const PROD = { name: 'prod', params: ['', 'start'], required: 1, positional: 1 } as const;

function prod(m: Machine, _self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [iterable, start] = parseArgs(m, PROD, args, kwnames);
  let result = start ? incref(start) : newInt(m, 1);
  const it = getIter(m, iterable as PyObject);
  try {
    for (let item = iterNext(m, it); item !== null; item = iterNext(m, it)) {
      const previous = result;
      try {
        result = multiply(m, previous, item);
      } finally {
        decref(m, item);
      }
      decref(m, previous);
    }
  } finally {
    decref(m, it);
  }
  return result;
}

const ISCLOSE = { name: 'isclose', params: ['a', 'b', 'rel_tol', 'abs_tol'], required: 2, positional: 2 } as const;

function isclose(m: Machine, _self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [x, y, rel, abs] = parseArgs(m, ISCLOSE, args, kwnames);
  const a = double(m, x as PyObject);
  const b = double(m, y as PyObject);
  const relative = rel ? double(m, rel) : 1e-9;
  const absolute = abs ? double(m, abs) : 0;
  if (relative < 0 || absolute < 0) throw valueError(m, 'tolerances must be non-negative');
  if (a === b) return newBool(m, true);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return newBool(m, false);
  const difference = Math.abs(b - a);
  return newBool(m, difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute);
}

function frexp(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  const [mantissa, exponent] = splitDouble(double(m, arg));
  return newTuple(m, [newFloat(m, mantissa), newInt(m, exponent)]);
}

/** x = mantissa × 2**exponent with 0.5 ≤ |mantissa| < 1. */
function splitDouble(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const { mantissa, exponent } = exactParts(Math.abs(x));
  const bits = bitLength(normalize(mantissa));
  return [(x < 0 ? -1 : 1) * (Number(mantissa) / 2 ** bits), exponent + bits];
}

function ldexp(m: Machine, _self: PyObject, args: Args): PyObject {
  const x = double(m, args[0] as PyObject);
  const exponentObject = args[1] as PyObject;
  if (!isInt(exponentObject)) throw typeError(m, 'Expected an int as second argument to ldexp.');
  if (x === 0 || !Number.isFinite(x)) return newFloat(m, x);
  const exponent = Math.max(-100000, Math.min(100000, Number(exponentObject.data)));
  const [mantissa, own] = splitDouble(x);
  const total = own + exponent;
  if (total > 1024) throw mathRange(m);
  if (total < -1080) return newFloat(m, x < 0 ? -0 : 0);
  // One rounding only: normal results are exact, subnormal ones round when the last factor is applied.
  const result = total > 1000 ? mantissa * 2 ** 1000 * 2 ** (total - 1000) : total < -1000 ? libm.scale(exactParts(Math.abs(x)).mantissa, exactParts(Math.abs(x)).exponent + exponent) * (x < 0 ? -1 : 1) : mantissa * 2 ** total;
  if (!Number.isFinite(result)) throw mathRange(m);
  return newFloat(m, result);
}

function modf(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  const x = double(m, arg);
  if (x === Infinity || x === -Infinity) return newTuple(m, [newFloat(m, x < 0 ? -0 : 0), newFloat(m, x)]);
  const whole = Math.trunc(x);
  const fraction = x - whole;
  return newTuple(m, [newFloat(m, fraction === 0 && (x < 0 || Object.is(x, -0)) ? -0 : fraction), newFloat(m, whole)]);
}

function fmod(m: Machine, _self: PyObject, args: Args): PyObject {
  const x = double(m, args[0] as PyObject);
  const y = double(m, args[1] as PyObject);
  const result = x % y;
  if (result !== result && x === x && y === y) throw domainError(m);
  return newFloat(m, result);
}

function power(m: Machine, _self: PyObject, args: Args): PyObject {
  const x = double(m, args[0] as PyObject);
  const y = double(m, args[1] as PyObject);
  if (x === 0 && y < 0 && y !== -Infinity) throw domainError(m);
  const result = libm.pow(x, y);
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (result !== result) throw domainError(m);
    if (!Number.isFinite(result)) throw mathRange(m);
  }
  return newFloat(m, result);
}

function hypot(m: Machine, _self: PyObject, args: Args): PyObject {
  return newFloat(m, vectorNorm(args.map((arg) => double(m, arg))));
}

/** Square root of the sum of squares, scaled by the largest, summed with compensation. */
function vectorNorm(values: readonly number[]): number {
  let max = 0;
  let nan = false;
  for (const value of values) {
    const magnitude = Math.abs(value);
    if (magnitude !== magnitude) nan = true;
    else if (magnitude > max) max = magnitude;
  }
  if (max === Infinity) return Infinity;
  if (nan) return NaN;
  if (max === 0) return 0;
  if (values.length <= 1) return max;
  return exactNorm(values);
}

/** The correctly rounded norm: exact integers, one square root. */
function exactNorm(values: readonly number[]): number {
  const parts = values.filter((value) => value !== 0).map((value) => exactParts(Math.abs(value)));
  const lowest = Math.min(...parts.map((part) => part.exponent));
  let sum = 0n;
  for (const { mantissa, exponent } of parts) {
    // Components 2**-200 of the largest do not matter; keep the shift bounded by the double range anyway.
    const scaled = mantissa << BigInt(exponent - lowest);
    sum += scaled * scaled;
  }
  const extra = Math.max(0, 128 - bitLength(normalize(sum)));
  const even = extra + (extra % 2);
  const root = integerSqrt(sum << BigInt(even));
  const sticky = root * root === sum << BigInt(even) ? 0n : 1n;
  return libm.scale((root << 1n) | sticky, lowest - even / 2 - 1);
}

function dist(m: Machine, _self: PyObject, args: Args): PyObject {
  const p = sequenceTuple(m, args[0] as PyObject);
  const q = sequenceTuple(m, args[1] as PyObject);
  try {
    const [from, to] = [tupleItems(p), tupleItems(q)];
    if (from.length !== to.length) throw valueError(m, 'both points must have the same number of dimensions');
    return newFloat(m, vectorNorm(from.map((item, i) => double(m, item) - double(m, to[i] as PyObject))));
  } finally {
    decref(m, p);
    decref(m, q);
  }
}

function sumprod(m: Machine, _self: PyObject, args: Args): PyObject {
  const iterators: PyObject[] = [];
  const sum = new ProductSum(m);
  try {
    for (const arg of args) iterators.push(getIter(m, arg));
    const [p, q] = iterators as [PyObject, PyObject];
    for (;;) {
      m.chargeWork(1);
      const x = iterNext(m, p);
      let y: PyObject | null = null;
      try {
        y = iterNext(m, q);
        if ((x === null) !== (y === null)) throw valueError(m, 'Inputs are not the same length');
        if (x === null || y === null) return sum.finish();
        sum.add(x, y);
      } finally {
        if (x !== null) decref(m, x);
        if (y !== null) decref(m, y);
      }
    }
  } finally {
    sum.drop();
    for (const iterator of iterators) decref(m, iterator);
  }
}

const LONG_LIMIT = 1n << 63n;
const fitsLong = (value: bigint): boolean => value >= -LONG_LIMIT && value < LONG_LIMIT;

/** The three ways math.sumprod adds: C longs first, then floats in three parts, then whatever objects do; each gives up for good at the first pair that is not for it. */
class ProductSum {
  private readonly m: Machine;
  private total: PyObject;
  /** What the ints, the floats came to so far; null when that way was given up, or has not begun. */
  private longs: bigint | null = null;
  private parts: readonly [number, number, number] | null = null;
  private takesLongs = true;
  private takesFloats = true;

  constructor(m: Machine) {
    this.m = m;
    this.total = newInt(m, 0);
  }

  add(x: PyObject, y: PyObject): void {
    const { m } = this;
    if (this.takesLongs && this.addLongs(x, y)) return;
    this.endLongs();
    if (this.takesFloats && this.addFloats(x, y)) return;
    this.endFloats();
    this.plus(multiply(m, x, y));
  }

  finish(): PyObject {
    this.endLongs();
    this.endFloats();
    return incref(this.total);
  }

  drop(): void {
    decref(this.m, this.total);
  }

  private addLongs(x: PyObject, y: PyObject): boolean {
    const { int } = this.m.types;
    if (x.ob_type !== int || y.ob_type !== int || !isInt(x) || !isInt(y)) return false;
    const a = BigInt(intValue(x)), b = BigInt(intValue(y));
    const sum = (this.longs ?? 0n) + a * b;
    if (![a, b, a * b, sum].every(fitsLong)) return false;
    this.longs = sum;
    return true;
  }

  private endLongs(): void {
    this.takesLongs = false;
    const { longs } = this;
    this.longs = null;
    if (longs !== null) this.plus(newInt(this.m, normalize(longs)));
  }

  private addFloats(x: PyObject, y: PyObject): boolean {
    const { float } = this.m.types;
    if (x.ob_type !== float && y.ob_type !== float) return false;
    const a = this.factor(x), b = this.factor(y);
    if (a === null || b === null) return false;
    const [high, low, tiny] = this.parts ?? [0, 0, 0];
    const product = a * b;
    const [sum, rest] = twoSum(high, product);
    if (!Number.isFinite(sum)) return false;
    const [low1, rest1] = twoSum(low, exactSumProduct(this.m, [a, product], [b, -1]));
    const [low2, rest2] = twoSum(low1, rest);
    this.parts = [sum, low2, tiny + rest1 + rest2];
    return true;
  }

  /** A float, or an int or bool beside one. */
  private factor(o: PyObject): number | null {
    const { float, int, bool } = this.m.types;
    if (o.ob_type === float && isFloat(this.m, o)) return o.data;
    if (!isInt(o) || (o.ob_type !== int && o.ob_type !== bool)) return null;
    const value = Number(intValue(o));
    return Number.isFinite(value) ? value : null;
  }

  private endFloats(): void {
    this.takesFloats = false;
    const { parts } = this;
    this.parts = null;
    if (parts !== null) this.plus(newFloat(this.m, parts[0] + twoSum(parts[1], parts[2])[0]));
  }

  /** Takes over `term`. */
  private plus(term: PyObject): void {
    const { m } = this;
    try {
      const next = add(m, this.total, term);
      decref(m, this.total);
      this.total = next;
    } finally {
      decref(m, term);
    }
  }
}

/** A sum and what its rounding lost (dl_sum). */
function twoSum(a: number, b: number): readonly [number, number] {
  const sum = a + b;
  const z = sum - a;
  return [sum, a - (sum - z) + (b - z)];
}

/** Sum of products with one rounding. */
function exactSumProduct(m: Machine, p: readonly number[], q: readonly number[]): number {
  m.chargeWork(p.length * 4);
  if (![...p, ...q].every(Number.isFinite)) return p.reduce((sum, x, i) => sum + x * (q[i] as number), 0);
  let sum = 0n;
  let lowest = 0;
  for (let i = 0; i < p.length; i++) {
    const x = p[i] as number;
    const y = q[i] as number;
    if (x === 0 || y === 0) continue;
    const a = exactParts(Math.abs(x));
    const b = exactParts(Math.abs(y));
    const exponent = a.exponent + b.exponent;
    let product = a.mantissa * b.mantissa;
    if (x < 0 !== y < 0) product = -product;
    if (sum === 0n) lowest = exponent;
    if (exponent < lowest) {
      sum <<= BigInt(lowest - exponent);
      lowest = exponent;
    }
    sum += product << BigInt(exponent - lowest);
  }
  if (sum === 0n) return 0;
  const magnitude = libm.scale(sum < 0n ? -sum : sum, lowest);
  return sum < 0n ? -magnitude : magnitude;
}

function remainder(x: number, y: number): number {
  if (!Number.isFinite(x) || y === 0) return NaN;
  if (y === Infinity || y === -Infinity) return x;
  const magnitude = Math.abs(x);
  const divisor = Math.abs(y);
  const m = magnitude % divisor;
  const c = divisor - m;
  const r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (magnitude - m)) % divisor);
  return (x < 0 || Object.is(x, -0) ? -1 : 1) * r;
}

/** The next double towards another (by bit pattern). */
function nextAfter(x: number, y: number): number {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, (y > x) === (x > 0) ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}

const NEXTAFTER = { name: 'nextafter', params: ['', '', 'steps'], required: 2, positional: 2 } as const;

function nextafter(m: Machine, _self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [a, b, stepsObject] = parseArgs(m, NEXTAFTER, args, kwnames);
  let x = double(m, a as PyObject);
  const y = double(m, b as PyObject);
  let steps = 1;
  if (stepsObject && stepsObject !== m.None) {
    steps = asSize(m, stepsObject, m.types.OverflowError);
    if (steps < 0) throw valueError(m, 'steps must be a non-negative integer');
  }
  m.chargeWork(steps);
  for (let i = 0; i < steps && x !== y && x === x; i++) x = nextAfter(x, y);
  return newFloat(m, x);
}

function ulp(x: number): number {
  if (x !== x) return x;
  const magnitude = Math.abs(x);
  if (magnitude === Infinity) return magnitude;
  const up = nextAfter(magnitude, Infinity);
  return up === Infinity ? magnitude - nextAfter(magnitude, -Infinity) : up - magnitude;
}

function fma(m: Machine, _self: PyObject, args: Args): PyObject {
  const [x, y, z] = args.map((arg) => double(m, arg)) as [number, number, number];
  if (![x, y, z].every(Number.isFinite)) {
    const result = x * y + z;
    if (result !== result && x === x && y === y && z === z) throw valueError(m, 'invalid operation in fma');
    return newFloat(m, result);
  }
  const result = exactSumProduct(m, [x, z], [y, 1]);
  if (!Number.isFinite(result)) throw overflowError(m, 'overflow in fma');
  return newFloat(m, result === 0 && x * y + z === 0 ? x * y + z : result);
}

/** DBL_MIN. */
const SMALLEST_NORMAL = 2.2250738585072014e-308;

const test = (name: string, predicate: (x: number) => boolean): NativeSpec => ({
  name, kind: 'o', sig: '($module, x, /)', fn: (m, _self, arg) => newBool(m, predicate(double(m, arg))),
});

/** 3.14+: a domain error that says what was expected; before, just that there is one. */
const expected = (what: string) => (m: Machine, x: number): unknown => (m.profile.mathLogText ? valueError(m, `expected ${what}, got ${floatRepr(x)}`) : domainError(m));
const gammaPole = expected('a noninteger or positive integer');
const finite = expected('a finite input');
const unitRange = expected('a number in range from -1 up to 1');

/** A plain product: no check of the result. */
const product = (name: string, factor: number): NativeSpec => ({
  name, kind: 'o', sig: '($module, x, /)', fn: (m, _self, arg) => newFloat(m, double(m, arg) * factor),
});

const functions: readonly NativeSpec[] = [
  one('sqrt', Math.sqrt, false, 'Return the square root of x.', expected('a nonnegative input')),
  one('exp', libm.exp, true, 'Return e raised to the power of x.'),
  one('exp2', (x) => libm.pow(2, x), true),
  one('expm1', Math.expm1, true),
  one('log1p', Math.log1p, false, '', expected('argument value > -1')),
  one('sin', libm.sin, false, '', finite), one('cos', libm.cos, false, '', finite), one('tan', libm.tan, false, '', finite),
  one('asin', libm.asin, false, '', unitRange), one('acos', libm.acos, false, '', unitRange), one('atan', libm.atan, false),
  one('sinh', fdlibm.sinh, true), one('cosh', fdlibm.cosh, true), one('tanh', Math.tanh, false),
  one('asinh', fdlibm.asinh, false), one('acosh', fdlibm.acosh, false, '', expected('argument value not less than 1')),
  one('atanh', Math.atanh, false, '', expected('a number between -1 and 1')),
  one('cbrt', fdlibm.cbrt, false),
  one('fabs', Math.abs, false),
  product('degrees', 180 / Math.PI),
  product('radians', Math.PI / 180),
  one('erf', fdlibm.erf, false), one('erfc', fdlibm.erfc, false),
  one('gamma', (x) => (Number.isInteger(x) && x <= 0 ? NaN : x === -Infinity ? NaN : libm.gamma(x)), true, '', gammaPole),
  one('lgamma', (x) => (Number.isInteger(x) && x <= 0 ? NaN : libm.lgamma(x)), true, '', gammaPole),
  one('ulp', ulp, true),
  two('atan2', libm.atan2),
  two('copysign', (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
  two('remainder', remainder),
  { name: 'fmod', kind: 'fast', min: 2, max: 2, fn: fmod },
  { name: 'pow', kind: 'fast', min: 2, max: 2, fn: power },
  { name: 'log', kind: 'fast', min: 1, max: 2, fn: log },
  { name: 'log2', kind: 'o', fn: (m, _self, arg) => newFloat(m, logOf(m, arg, libm.log2)) },
  { name: 'log10', kind: 'o', fn: (m, _self, arg) => newFloat(m, logOf(m, arg, libm.log10)) },
  rounded('floor', '__floor__', Math.floor),
  rounded('ceil', '__ceil__', Math.ceil),
  { name: 'trunc', kind: 'o', fn: trunc },
  { name: 'gcd', kind: 'fast', min: 0, max: -1, fn: gcd },
  { name: 'lcm', kind: 'fast', min: 0, max: -1, fn: lcm },
  { name: 'factorial', kind: 'o', fn: factorial },
  { name: 'comb', kind: 'fast', min: 2, max: 2, fn: comb },
  { name: 'perm', kind: 'fast', min: 1, max: 2, fn: perm },
  { name: 'isqrt', kind: 'o', fn: isqrt },
  { name: 'fsum', kind: 'o', fn: fsum },
  { name: 'prod', kind: 'fastkw', fn: prod },
  { name: 'isclose', kind: 'fastkw', fn: isclose },
  { name: 'frexp', kind: 'o', fn: frexp },
  { name: 'ldexp', kind: 'fast', min: 2, max: 2, fn: ldexp },
  { name: 'modf', kind: 'o', fn: modf },
  { name: 'hypot', kind: 'fast', min: 0, max: -1, fn: hypot },
  { name: 'dist', kind: 'fast', min: 2, max: 2, fn: dist },
  { name: 'sumprod', inVersion: since(12), kind: 'fast', min: 2, max: 2, fn: sumprod },
  { name: 'nextafter', kind: 'fastkw', fn: nextafter },
  { name: 'fma', inVersion: since(13), kind: 'fast', min: 3, max: 3, fn: fma },
  test('isfinite', Number.isFinite),
  ...[
    test('isnormal', (x) => Number.isFinite(x) && Math.abs(x) >= SMALLEST_NORMAL), test('issubnormal', (x) => x !== 0 && Math.abs(x) < SMALLEST_NORMAL),
    test('signbit', (x) => x < 0 || Object.is(x, -0)), two('fmax', (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y))),
    two('fmin', (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.min(x, y))),
  ].map((spec) => ({ ...spec, inVersion: since(15) })),
  test('isinf', (x) => x === Infinity || x === -Infinity),
  test('isnan', (x) => x !== x),
];

/** Makes the module. */
export function mathModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: 'math',
    doc: 'This module provides access to the mathematical functions\ndefined by the C standard.',
    functions,
    attributes: () => [
      ['pi', newFloat(m, Math.PI)], ['e', newFloat(m, Math.E)], ['tau', newFloat(m, 2 * Math.PI)], ['inf', newFloat(m, Infinity)], ['nan', newFloat(m, NaN)],
    ],
  });
}
