// Functions of integers of the math module: gcd, lcm, factorial, comb, perm, isqrt (CPython 3.13 Modules/mathmodule.c).
import type { Machine } from '../machine.ts';
import { index } from '../objects/abstract.ts';
import { bitLength, intValue, newInt, newSizeInt, normalize } from '../objects/int.ts';
import { decref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { overflowError, valueError } from '../objects/raise.ts';
import type { Args } from './math-arguments.ts';

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

export function gcd(m: Machine, _self: PyObject, args: Args): PyObject {
  let result = 0n;
  for (const arg of args) result = gcdOf(m, result, integer(m, arg));
  return newInt(m, normalize(result));
}

export function lcm(m: Machine, _self: PyObject, args: Args): PyObject {
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

export function factorial(m: Machine, _self: PyObject, arg: PyObject): PyObject {
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

export function comb(m: Machine, _self: PyObject, args: Args): PyObject {
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

export function perm(m: Machine, self: PyObject, args: Args): PyObject {
  if (args[1] === undefined || args[1] === m.None) return factorial(m, self, args[0] as PyObject);
  const n = integer(m, args[0] as PyObject);
  const k = integer(m, args[1]);
  if (n < 0n) throw valueError(m, 'n must be a non-negative integer');
  if (k < 0n) throw valueError(m, 'k must be a non-negative integer');
  if (k > n) return newInt(m, 0);
  if (k > 9223372036854775807n) throw overflowError(m, 'k must not exceed 9223372036854775807');
  m.chargeWork((Number(k) * bitLength(n)) ** 1.5 / 30 + 1);
  return newSizeInt(m, normalize(productRange(n - k + 1n, n)));
}

/** floor(sqrt(n)) of a non-negative integer. */
export function integerSqrt(n: bigint): bigint {
  if (n < 4503599627370496n) return BigInt(Math.floor(Math.sqrt(Number(n))));
  // Each round doubles the digits that are right, so that only the last divides whole numbers (mathmodule.c, _approximate_isqrt).
  const half = (bitLength(n) - 1) >> 1;
  let root = 1n;
  let known = 0;
  for (let round = bitLength(half) - 1; round >= 0; round--) {
    const before = known;
    known = half >> round;
    root = (root << BigInt(known - before - 1)) + (n >> BigInt(2 * half - before - known + 1)) / root;
  }
  return root * root > n ? root - 1n : root;
}

export function isqrt(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  const n = integer(m, arg);
  if (n < 0n) throw valueError(m, 'isqrt() argument must be nonnegative');
  m.chargeWork((bitLength(n) / 30) ** 2);
  return newSizeInt(m, normalize(integerSqrt(n)));
}
