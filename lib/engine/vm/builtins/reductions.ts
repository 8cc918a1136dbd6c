// Built-in functions that reduce an iterable: sum, min, max, all, any (CPython 3.13 Python/bltinmodule.c).
import type { PyRaise } from '../../errors.ts';
import type { Machine } from '../../machine.ts';
import type { CompareOp, NativeSpec } from '../../objects/type.ts';
import type { PyObject } from '../../objects/object.ts';
import { add, getIter, isTrue, iterNext, richCompareBool } from '../../objects/abstract.ts';
import { callOne } from '../../objects/call.ts';
import { parseArgs, unexpectedKeyword } from '../../objects/arguments.ts';
import { floatValue, newFloat } from '../../objects/float.ts';
import { intValue, newInt, newSizeInt } from '../../objects/int.ts';
import { decref, incref, xdecref } from '../../objects/object.ts';
import { typeError, valueError } from '../../objects/raise.ts';
import { strValue } from '../../objects/str.ts';
import { tupleItems } from '../../objects/tuple.ts';
import { GT, LT } from '../../objects/type.ts';

/** builtin_sum_impl: ints and floats are added natively as long as nothing else comes along; floats with Neumaier's compensation since 3.12. */
function sum(m: Machine, iterable: PyObject, start: PyObject | null): PyObject {
  const iter = getIter(m, iterable);
  const refuse = (text: string): PyRaise => {
    decref(m, iter);
    return typeError(m, text);
  };
  if (start !== null) {
    if (start.ob_type === m.types.str) throw refuse("sum() can't sum strings [use ''.join(seq) instead]");
    if (start.ob_type === m.types.bytes) throw refuse("sum() can't sum bytes [use b''.join(seq) instead]");
    if (start.ob_type === m.types.bytearray) throw refuse("sum() can't sum bytearray [use b''.join(seq) instead]");
  }
  let isIterating = true;
  let total = start === null ? newInt(m, 0) : incref(start);
  let pending: PyObject | null = null;
  // The iterator goes before the result is made.
  const finish = (): void => {
    isIterating = false;
    decref(m, iter);
  };
  try {
    if (total.ob_type === m.types.int) {
      const result = sumInts(m, iter, total, finish);
      decref(m, total);
      total = result.total;
      pending = result.next;
    }
    if (isIterating && total.ob_type === m.types.float) {
      const result = sumFloats(m, iter, total, pending, finish);
      decref(m, total);
      total = result.total;
      pending = result.next;
    }
    if (!isIterating) return incref(total);
    for (let item = pending ?? iterNext(m, iter); item !== null; item = iterNext(m, iter)) {
      pending = null;
      const next: PyObject = add(m, total, item);
      decref(m, total);
      total = next;
      decref(m, item);
    }
    return incref(total);
  } finally {
    decref(m, total);
    if (isIterating) decref(m, iter);
  }
}

interface Partial {
  readonly total: PyObject;
  /** The item that ended the fast path (owned), added by the caller; null = exhausted. */
  readonly next: PyObject | null;
}

function sumInts(m: Machine, iter: PyObject, start: PyObject, finish: () => void): Partial {
  let total: number | bigint = intValue(start);
  for (let item = iterNext(m, iter); item !== null; item = iterNext(m, iter)) {
    if (item.ob_type !== m.types.int && item.ob_type !== m.types.bool) {
      const soFar = newInt(m, total);
      if (item.ob_type !== m.types.float) return { total: soFar, next: item };
      const result = newFloat(m, Number(total) + floatValue(item));
      decref(m, soFar);
      decref(m, item);
      const next = iterNext(m, iter);
      if (next === null) finish();
      return { total: result, next };
    }
    const value = intValue(item);
    const next: number = typeof total === 'number' && typeof value === 'number' ? total + value : Number.NaN;
    const exact: number | bigint = Number.isSafeInteger(next) ? next : BigInt(total) + BigInt(value);
    // Beyond a C long it goes on with objects.
    if (typeof exact === 'bigint' && (BigInt.asIntN(64, exact) !== exact || BigInt.asIntN(64, BigInt(value)) !== BigInt(value))) return { total: newInt(m, total), next: item };
    decref(m, item);
    total = exact;
  }
  finish();
  return { total: m.profile.sumPadded ? newInt(m, total) : newSizeInt(m, total), next: null };
}

function sumFloats(m: Machine, iter: PyObject, start: PyObject, first: PyObject | null, finish: () => void): Partial {
  const compensate = m.profile.sumCompensates;
  let total = floatValue(start);
  let correction = 0;
  for (let item = first ?? iterNext(m, iter); item !== null; item = iterNext(m, iter)) {
    let value: number;
    if (item.ob_type === m.types.float) value = floatValue(item);
    else if (item.ob_type === m.types.int && typeof item.data === 'number') {
      total += item.data;
      decref(m, item);
      continue;
    } else return { total: newFloat(m, finished(total, correction)), next: item };
    decref(m, item);
    if (!compensate) {
      total += value;
      continue;
    }
    const next = total + value;
    correction += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  finish();
  return { total: newFloat(m, finished(total, correction)), next: null };
}

function finished(total: number, correction: number): number {
  return correction !== 0 && Number.isFinite(correction) ? total + correction : total;
}

/** min_max. */
function extreme(m: Machine, name: 'min' | 'max', op: CompareOp, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const keywordCount = kwnames === null ? 0 : tupleItems(kwnames).length;
  const given = args.length - keywordCount;
  if (given === 0) throw typeError(m, `${name} expected at least 1 argument, got 0`);
  if (keywordCount > 2) throw typeError(m, `${name}() takes at most 2 keyword arguments (${keywordCount} given)`);
  const [keyGiven, fallback] = keywords(m, name, args.slice(given), kwnames);
  const key = keyGiven === m.None ? null : keyGiven;
  if (given > 1 && fallback !== null) throw typeError(m, `Cannot specify a default for ${name}() with multiple positional arguments`);
  if (given > 1 && m.profile.extremeTakesVector) return extremeOf(m, op, key, args.slice(0, given));
  // Before 3.13 the arguments' tuple is iterated like any other.
  const iter = given > 1 ? null : getIter(m, args[0] as PyObject);
  let at = 0;
  const nextItem = (): PyObject | null => (iter !== null ? iterNext(m, iter) : at < given ? incref(args[at++] as PyObject) : null);
  let best: PyObject | null = null;
  let bestKey: PyObject | null = null;
  try {
    for (let item = nextItem(); item !== null; item = nextItem()) {
      const value: PyObject = keyOf(m, key, item);
      if (bestKey !== null && !isBetter(m, op, item, value, bestKey)) {
        decref(m, value);
        decref(m, item);
        continue;
      }
      xdecref(m, bestKey);
      xdecref(m, best);
      bestKey = value;
      best = item;
    }
    if (best !== null) return incref(best);
    if (fallback !== null) return incref(fallback);
    throw valueError(m, m.profile.emptyExtremeText.replace('%s', name));
  } finally {
    xdecref(m, bestKey);
    xdecref(m, best);
    xdecref(m, iter);
  }
}

/** What `item` (owned) is compared by; a key function that raises leaves neither. */
function keyOf(m: Machine, key: PyObject | null, item: PyObject): PyObject {
  if (key === null) return incref(item);
  try {
    return callOne(m, key, item);
  } catch (error) {
    decref(m, item);
    throw error;
  }
}

/** Whether `value`, the key of `item` (both owned), comes before the best one; a comparison that raises leaves neither. */
function isBetter(m: Machine, op: CompareOp, item: PyObject, value: PyObject, bestKey: PyObject): boolean {
  try {
    return richCompareBool(m, value, bestKey, op);
  } catch (error) {
    decref(m, value);
    decref(m, item);
    throw error;
  }
}

/** min and max of arguments: straight from the call's array. Every item is owned meanwhile (3.13+). */
function extremeOf(m: Machine, op: CompareOp, key: PyObject | null, values: readonly PyObject[]): PyObject {
  let best = incref(values[0] as PyObject);
  let bestKey = keyOf(m, key, best);
  try {
    for (let i = 1; i < values.length; i++) {
      const item = incref(values[i] as PyObject);
      const value = keyOf(m, key, item);
      if (isBetter(m, op, item, value, bestKey)) {
        decref(m, bestKey);
        decref(m, best);
        bestKey = value;
        best = item;
      } else {
        decref(m, value);
        decref(m, item);
      }
    }
    return incref(best);
  } finally {
    decref(m, bestKey);
    decref(m, best);
  }
}

function keywords(m: Machine, name: string, values: readonly PyObject[], kwnames: PyObject | null): [PyObject | null, PyObject | null] {
  let key: PyObject | null = null;
  let fallback: PyObject | null = null;
  (kwnames === null ? [] : tupleItems(kwnames)).forEach((keyword, i) => {
    const text = strValue(keyword);
    if (text === 'key') key = values[i] as PyObject;
    else if (text === 'default') fallback = values[i] as PyObject;
    else throw unexpectedKeyword(m, name, text, ['key', 'default']);
  });
  return [key, fallback];
}

/** all() and any(): stops at the first item with the truth `stopAt`. */
function quantify(m: Machine, iterable: PyObject, stopAt: boolean): PyObject {
  const iter = getIter(m, iterable);
  try {
    for (let item = iterNext(m, iter); item !== null; item = iterNext(m, iter)) {
      let truth: boolean;
      try {
        truth = isTrue(m, item);
      } finally {
        decref(m, item);
      }
      if (truth === stopAt) return incref(stopAt ? m.True : m.False);
    }
    return incref(stopAt ? m.False : m.True);
  } finally {
    decref(m, iter);
  }
}

export const reductionFunctions: readonly NativeSpec[] = [
  {
    name: 'sum', kind: 'fastkw', sig: '($module, iterable, /, start=0)',
    doc: "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.",
    fn(m, _self, args, kwnames) {
      const [iterable, start] = parseArgs(m, { name: 'sum', params: ['', 'start'], required: 1 }, args, kwnames);
      return sum(m, iterable as PyObject, start ?? null);
    },
  },
  {
    name: 'min', kind: 'fastkw',
    doc: 'min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the smallest argument.',
    fn: (m, _self, args, kwnames) => extreme(m, 'min', LT, args, kwnames),
  },
  {
    name: 'max', kind: 'fastkw',
    doc: 'max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the largest argument.',
    fn: (m, _self, args, kwnames) => extreme(m, 'max', GT, args, kwnames),
  },
  { name: 'all', kind: 'o', sig: '($module, iterable, /)', doc: 'Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.', fn: (m, _self, o) => quantify(m, o, false) },
  { name: 'any', kind: 'o', sig: '($module, iterable, /)', doc: 'Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.', fn: (m, _self, o) => quantify(m, o, true) },
];
