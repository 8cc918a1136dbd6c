// Arithmetic that the loop does without going through type slots.
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { newFloat } from '../objects/float.ts';

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

/** float / float for a divisor that is not zero. */
export function divideFloats(m: Machine, a: number, b: number): PyObject {
  return newFloat(m, a / b);
}
