// Unpacking (CPython 3.13 Python/ceval.c, _PyEval_UnpackIterableStackRef).
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { getIter, iterNext, length } from '../objects/abstract.ts';
import { listItems, sequenceList } from '../objects/list.ts';
import { decref, incref } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';

/** UNPACK_SEQUENCE: writes `count` new references from slot `at` upwards, last item lowest (the first is popped first). */
export function unpackSequence(m: Machine, slots: (PyObject | null)[], at: number, seq: PyObject, count: number): void {
  let items: readonly PyObject[] | null = null;
  if (seq.ob_type === m.types.tuple) items = seq.data as PyObject[];
  else if (seq.ob_type === m.types.list) items = listItems(seq);
  if (items !== null && items.length === count) {
    for (let i = 0; i < count; i++) slots[at + count - 1 - i] = incref(items[i] as PyObject);
    return;
  }
  const taken = takeItems(m, seq, count, -1);
  for (let i = 0; i < count; i++) slots[at + count - 1 - i] = taken[i] as PyObject;
}

/** UNPACK_EX: `before` items, a list of the middle, `after` items. */
export function unpackStarred(m: Machine, slots: (PyObject | null)[], at: number, seq: PyObject, before: number, after: number): void {
  const taken = takeItems(m, seq, before, after);
  const total = before + 1 + after;
  for (let i = 0; i < total; i++) slots[at + total - 1 - i] = taken[i] as PyObject;
}

/** New references to the items; `after` = -1: exactly `count`, else `count`, a list, `after` more. */
function takeItems(m: Machine, seq: PyObject, count: number, after: number): PyObject[] {
  const taken: PyObject[] = [];
  const iter = iteratorOf(m, seq);
  try {
    for (let i = 0; i < count; i++) {
      const item = iterNext(m, iter);
      if (item === null) throw notEnough(m, i, after === -1 ? count : count + after, after !== -1);
      taken.push(item);
    }
    if (after === -1) {
      const extra = iterNext(m, iter);
      if (extra === null) return taken;
      decref(m, extra);
      throw valueError(m, `too many values to unpack (expected ${count}${gotCount(m, seq, count)})`);
    }
    takeRest(m, iter, taken, count, after);
    return taken;
  } catch (error) {
    for (const item of taken) decref(m, item);
    throw error;
  } finally {
    decref(m, iter);
  }
}

function takeRest(m: Machine, iter: PyObject, taken: PyObject[], count: number, after: number): void {
  const rest = sequenceList(m, iter);
  const items = listItems(rest);
  taken.push(rest);
  if (items.length < after) throw notEnough(m, count + items.length, count + after, true);
  const tail = items.splice(items.length - after, after);
  for (const item of tail) taken.push(item);
}

function iteratorOf(m: Machine, seq: PyObject): PyObject {
  const type = seq.ob_type;
  if (type.tp_iter === null && type.sq_item === null) {
    throw typeError(m, `cannot unpack non-iterable ${type.tp_name} object`);
  }
  return getIter(m, seq);
}

function notEnough(m: Machine, got: number, expected: number, atLeast: boolean) {
  return valueError(m, `not enough values to unpack (expected ${atLeast ? 'at least ' : ''}${expected}, got ${got})`);
}

/** 3.14+ tells how many there were, for lists, tuples and dicts. */
function gotCount(m: Machine, seq: PyObject, count: number): string {
  if (!m.profile.unpackErrorsCount) return '';
  const { list, tuple, dict } = m.types;
  if (seq.ob_type !== list && seq.ob_type !== tuple && seq.ob_type !== dict) return '';
  const total = length(m, seq);
  return total > count ? `, got ${total}` : '';
}
