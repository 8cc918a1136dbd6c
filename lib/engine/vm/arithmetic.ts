// Arithmetic that the loop does without going through type slots.
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { floatDealloc, newFloat } from '../objects/float.ts';
import { intDealloc, newCompactInt, newInt } from '../objects/int.ts';
import { decref } from '../objects/object.ts';

/** Compares two exact ints' payloads; JavaScript compares numbers with bigints exactly. */
export function compareInts(a: number | bigint, b: number | bigint, operator: number): boolean {
  switch (operator) {
    case 0: return a < b;
    case 1: return a <= b;
    case 2: return a === b;
    case 3: return a !== b;
    case 4: return a > b;
    default: return a >= b;
  }
}

/** Compares two floats' payloads (NaN is unequal to everything). */
export function compareNumbersAs(a: number, b: number, operator: number): boolean {
  switch (operator) {
    case 0: return a < b;
    case 1: return a <= b;
    case 2: return a === b;
    case 3: return a !== b;
    case 4: return a > b;
    default: return a >= b;
  }
}

/**
 * BINARY_OP of two ints of at most 30 bits, given as the host's 32-bit integers so that V8 computes without overflow checks; null = not one of the
 * operators that need nothing but the two values (`arg`: the operator, in place from 13 on).
 */
export function compactBinaryOp(m: Machine, arg: number, x: number, y: number): PyObject | null {
  switch (arg) {
    case 0: case 13: return newCompactInt(m, (x + y) | 0);
    case 10: case 23: return newCompactInt(m, (x - y) | 0);
    case 1: case 14: return newCompactInt(m, x & y);
    case 7: case 20: return newCompactInt(m, x | y);
    case 12: case 25: return newCompactInt(m, x ^ y);
    case 9: case 22: return y >= 0 ? newCompactInt(m, x >> (y > 31 ? 31 : y)) : null;
    case 2: case 15: {
      if (y <= 0) return null;
      const quotient = (x / y) | 0;
      return newCompactInt(m, x < 0 && quotient * y !== x ? quotient - 1 : quotient);
    }
    case 6: case 19: {
      if (y <= 0) return null;
      const remainder = (x % y) | 0;
      return newCompactInt(m, remainder < 0 ? remainder + y : remainder);
    }
    case 5: case 18: {
      const product = x * y;
      if (product > Number.MAX_SAFE_INTEGER || product < -Number.MAX_SAFE_INTEGER) return null;
      return newInt(m, product === 0 ? 0 : product);
    }
    default: return null;
  }
}

/** Py_DECREF of an exact int: most are temporaries that die here, without a call through their type. */
export function releaseInt(m: Machine, o: PyObject): void {
  const count = o.ob_refcnt;
  if (count > 1) o.ob_refcnt = count - 1;
  else if (count === 1 && m.watcher === null) {
    o.ob_refcnt = 0;
    intDealloc(m, o);
  } else decref(m, o);
}

/**
 * The result of an operation on two exact floats, whose references are given back. Most operands are temporaries that die here: then the host's object
 * of one becomes the result, with the block that a new float would have got, and its own block goes where a dead float's goes.
 */
export function floatResult(m: Machine, a: PyObject, b: PyObject, value: number): PyObject {
  const rightFirst = m.profile.binaryReleasesRightFirst;
  if (m.watcher === null && m.memory.observer === null) {
    if (a.ob_refcnt === 1 && (b.ob_refcnt !== 1 || !rightFirst) && becomeResult(m, a, value)) {
      releaseFloat(m, b);
      return a;
    }
    if (b.ob_refcnt === 1 && a.ob_refcnt !== 1 && becomeResult(m, b, value)) {
      releaseFloat(m, a);
      return b;
    }
  }
  const result = newFloat(m, value);
  if (rightFirst) releaseFloat(m, b);
  releaseFloat(m, a);
  if (!rightFirst) releaseFloat(m, b);
  return result;
}

/** newFloat and the death of `o` in one; false = no float's block waits on the free list, and nothing is done. */
function becomeResult(m: Machine, o: PyObject, value: number): boolean {
  const block = m.freeLists.float.exchange(o.block);
  if (block === 0) return false;
  o.block = block;
  o.data = value;
  o.serial = m.nextSerial++;
  return true;
}

/** Py_DECREF of an exact float, in the same way. */
function releaseFloat(m: Machine, o: PyObject): void {
  const count = o.ob_refcnt;
  if (count > 1) o.ob_refcnt = count - 1;
  else if (count === 1 && m.watcher === null) {
    o.ob_refcnt = 0;
    floatDealloc(m, o);
  } else decref(m, o);
}
