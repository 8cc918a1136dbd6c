// Sums and products of the math module, rounded once: fsum, prod, sumprod, hypot, dist (CPython 3.13 Modules/mathmodule.c).
import type { Machine } from '../machine.ts';
import { add, getIter, iterate, iterNext, multiply } from '../objects/abstract.ts';
import { parseArgs } from '../objects/arguments.ts';
import { isFloat, newFloat } from '../objects/float.ts';
import { bitLength, intValue, isInt, newInt, normalize } from '../objects/int.ts';
import * as libm from '../objects/libm.ts';
import { exactParts } from '../objects/number-text.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { overflowError, valueError } from '../objects/raise.ts';
import { sequenceTuple, tupleItems } from '../objects/tuple.ts';
import { integerSqrt } from './math-integers.ts';
import { double } from './math-arguments.ts';
import type { Args } from './math-arguments.ts';

/** fsum: exact partial sums (Shewchuk). */
export function fsum(m: Machine, _self: PyObject, iterable: PyObject): PyObject {
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

export function prod(m: Machine, _self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
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

export function hypot(m: Machine, _self: PyObject, args: Args): PyObject {
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

export function dist(m: Machine, _self: PyObject, args: Args): PyObject {
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

export function sumprod(m: Machine, _self: PyObject, args: Args): PyObject {
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
export function exactSumProduct(m: Machine, p: readonly number[], q: readonly number[]): number {
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
