// range and its two iterators (CPython Objects/rangeobject.c).
//
// start, stop and step are kept as Python ints (their identity is visible) and as numbers or bigints for arithmetic.
import { sizeArgument } from './size-argument.ts';
import type { Machine } from '../machine.ts';
import { hash, index as toIndex, richCompareBool } from './abstract.ts';
import { exactIndex } from './abstract-number.ts';
import { adoptBlock, allocObject, freeObject } from './alloc.ts';
import { checkPositional, noKeywords } from './arguments.ts';
import { dictGetStr } from './dict.ts';
import { intValue, isInt, newInt, newSizeInt } from './int.ts';
import { selfIter } from './iterators.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { raise, typeError, valueError } from './raise.ts';
import { isSlice, longIndices } from './slice.ts';
import { newStr } from './str.ts';
import { newTuple } from './tuple.ts';
import { EQ, NE, TypeFlag } from './type.ts';
import type { CompareOp, PyType, TypeSpec, Visit } from './type.ts';

/** rangeobject: four owned ints. */
export interface RangeData {
  readonly start: PyObject;
  readonly stop: PyObject;
  readonly step: PyObject;
  readonly length: PyObject;
}

/** A range. */
export interface PyRange extends PyObject {
  data: RangeData;
}

/** PyRange_Check. */
export function isRange(m: Machine, o: PyObject): o is PyRange {
  return o.ob_type === m.types.range;
}

type Num = number | bigint;

/** Items of a range (compute_range_length). */
function rangeLength(start: Num, stop: Num, step: Num): Num {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const low = step > 0 ? start : stop, high = step > 0 ? stop : start;
    if (low >= high) return 0;
    const span = high - low - 1;
    if (Number.isSafeInteger(span)) return Math.floor(span / Math.abs(step)) + 1;
  }
  const from = BigInt(start), to = BigInt(stop), by = BigInt(step);
  const low = by > 0n ? from : to, high = by > 0n ? to : from;
  if (low >= high) return 0n;
  return (high - low - 1n) / (by > 0n ? by : -by) + 1n;
}

/** start + i * step as number or bigint. */
function element(start: Num, step: Num, i: Num): Num {
  if (typeof start === 'number' && typeof step === 'number' && typeof i === 'number') {
    const value = start + i * step;
    if (Number.isSafeInteger(value)) return value;
  }
  return BigInt(start) + BigInt(i) * BigInt(step);
}

/** make_range_object: steals the three ints. */
function makeRange(m: Machine, start: PyObject, stop: PyObject, step: PyObject): PyRange {
  const length = newInt(m, rangeLength(intValue(start), intValue(stop), intValue(step)));
  const data: RangeData = { start, stop, step, length };
  const block = m.freeLists.range.pop();
  return (block !== 0 ? adoptBlock(m, m.types.range, data, block) : allocObject(m, m.types.range, data)) as PyRange;
}

function rangeNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  noKeywords(m, 'range', kwnames);
  void type;
  checkPositional(m, 'range', args.length, 1, 3);
  if (args.length === 1) {
    const stop = exactIndex(m, args[0] as PyObject);
    return makeRange(m, newInt(m, 0), stop, newInt(m, 1));
  }
  const owned: PyObject[] = [];
  try {
    owned.push(exactIndex(m, args[0] as PyObject));
    owned.push(exactIndex(m, args[1] as PyObject));
    owned.push(args.length > 2 ? exactIndex(m, args[2] as PyObject) : newInt(m, 1));
    if (intValue(owned[2] as PyObject) === 0) throw valueError(m, 'range() arg 3 must not be zero');
  } catch (error) {
    for (const o of owned) decref(m, o);
    throw error;
  }
  return makeRange(m, owned[0] as PyObject, owned[1] as PyObject, owned[2] as PyObject);
}

function rangeDealloc(m: Machine, self: PyObject): void {
  const { start, stop, step, length } = self.data as RangeData;
  decref(m, start);
  decref(m, stop);
  decref(m, step);
  decref(m, length);
  if (!m.freeLists.range.push(self.block)) freeObject(m, self);
}

function rangeTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const { start, stop, step, length } = self.data as RangeData;
  visit(start, 'start', -1);
  visit(stop, 'stop', -1);
  visit(step, 'step', -1);
  visit(length, 'length', -1);
}

function rangeRepr(m: Machine, self: PyObject): PyObject {
  const { start, stop, step } = self.data as RangeData;
  const by = intValue(step);
  return newStr(m, `range(${intValue(start)}, ${intValue(stop)}${by === 1 ? '' : `, ${by}`})`);
}

function lengthOf(m: Machine, self: PyObject): number {
  const length = intValue((self.data as RangeData).length);
  if (typeof length === 'number') return length;
  if (length >= 2n ** 63n) throw raise(m, m.types.OverflowError, 'Python int too large to convert to C ssize_t');
  m.longLength = length;
  return Number(length);
}

/** compute_range_item with an index object's value; null = out of range. */
function itemAt(data: RangeData, at: Num): Num | null {
  const length = intValue(data.length);
  let i = at;
  if (i < 0) i = typeof i === 'number' && typeof length === 'number' ? i + length : BigInt(i) + BigInt(length);
  if (i < 0 || i >= length) return null;
  return element(intValue(data.start), intValue(data.step), i);
}

function rangeSubscript(m: Machine, self: PyObject, key: PyObject): PyObject {
  const data = self.data as RangeData;
  if (key.ob_type.nb_index !== null) {
    const i = toIndex(m, key);
    const value = itemAt(data, intValue(i));
    decref(m, i);
    if (value === null) throw raise(m, m.types.IndexError, 'range object index out of range');
    return newInt(m, value);
  }
  if (!isSlice(m, key)) throw typeError(m, `range indices must be integers or slices, not ${key.ob_type.tp_name}`);
  const [from, to, by] = longIndices(m, key.data, BigInt(intValue(data.length)));
  const start = intValue(data.start), step = intValue(data.step);
  return makeRange(m, newInt(m, element(start, step, from)), newInt(m, element(start, step, to)), newInt(m, BigInt(step) * by));
}

function rangeItem(m: Machine, self: PyObject, i: number): PyObject {
  const value = i < 0 ? null : itemAt(self.data as RangeData, i);
  if (value === null) throw raise(m, m.types.IndexError, 'range object index out of range');
  return newInt(m, value);
}

/** True if an exact int or bool is an item. */
function containsInt(data: RangeData, value: Num): boolean {
  const start = intValue(data.start), stop = intValue(data.stop), step = intValue(data.step);
  if (step > 0 ? !(start <= value && value < stop) : !(stop < value && value <= start)) return false;
  if (typeof value === 'number' && typeof start === 'number' && typeof step === 'number') return (value - start) % step === 0;
  return (BigInt(value) - BigInt(start)) % BigInt(step) === 0n;
}

function rangeContains(m: Machine, self: PyObject, value: PyObject): boolean {
  if (value.ob_type === m.types.int || value.ob_type === m.types.bool) return containsInt(self.data as RangeData, intValue(value));
  return searchIn(m, self, value, () => true) !== null;
}

/** Compares with each item in turn (_PySequence_IterSearch); `visit` stops by answering true. */
function searchIn(m: Machine, self: PyObject, value: PyObject, visit: (i: number) => boolean): number | null {
  const data = self.data as RangeData;
  const length = intValue(data.length);
  for (let i = 0; i < length; i++) {
    m.chargeWork(1);
    const item = newInt(m, element(intValue(data.start), intValue(data.step), i));
    let same: boolean;
    try {
      same = richCompareBool(m, item, value, EQ);
    } finally {
      decref(m, item);
    }
    if (same && visit(i)) return i;
  }
  return null;
}

function rangeCount(m: Machine, self: PyObject, value: PyObject): PyObject {
  if (value.ob_type === m.types.int || value.ob_type === m.types.bool) return newInt(m, containsInt(self.data as RangeData, intValue(value)) ? 1 : 0);
  let count = 0;
  searchIn(m, self, value, () => {
    count++;
    return false;
  });
  return newInt(m, count);
}

function rangeIndex(m: Machine, self: PyObject, value: PyObject): PyObject {
  const data = self.data as RangeData;
  if (value.ob_type === m.types.int || value.ob_type === m.types.bool) {
    if (!containsInt(data, intValue(value))) {
      const shown = `${intValue(value)}`;
      throw valueError(m, `${value.ob_type === m.types.bool ? (value === m.True ? 'True' : 'False') : shown} is not in range`);
    }
    return newInt(m, (BigInt(intValue(value)) - BigInt(intValue(data.start))) / BigInt(intValue(data.step)));
  }
  const at = searchIn(m, self, value, () => true);
  if (at === null) throw valueError(m, 'sequence.index(x): x not in sequence');
  return newInt(m, at);
}

function rangeEquals(a: RangeData, b: RangeData): boolean {
  const length = intValue(a.length);
  if (length !== intValue(b.length)) return false;
  if (length === 0) return true;
  if (intValue(a.start) !== intValue(b.start)) return false;
  return length === 1 || intValue(a.step) === intValue(b.step);
}

function rangeCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isRange(m, a) || !isRange(m, b) || (op !== EQ && op !== NE)) return incref(m.NotImplemented);
  const equal = a === b || rangeEquals(a.data, b.data);
  return incref(equal === (op === EQ) ? m.True : m.False);
}

/** range_hash: the hash of (length, start or None, step or None). */
function rangeHash(m: Machine, self: PyObject): number {
  const data = self.data as RangeData;
  const length = intValue(data.length);
  const start = length === 0 ? m.None : data.start;
  const step = length === 0 || length === 1 ? m.None : data.step;
  const tuple = newTuple(m, [incref(data.length), incref(start), incref(step)]);
  const low = hash(m, tuple);
  const high = m.hashHi;
  decref(m, tuple);
  m.hashHi = high;
  return low;
}

// --- iterators -----------------------------------------------------------------------------------------------------------------------------

/** range_iterator: all parts fit a C long. `left` items remain; `next` is the next one. */
export class RangeIterData {
  next: number;
  readonly step: number;
  left: number;

  constructor(next: number, step: number, left: number) {
    this.next = next;
    this.step = step;
    this.left = left;
  }
}

/** A range_iterator. */
export interface PyRangeIter extends PyObject {
  data: RangeIterData;
}

interface LongRangeIterData {
  next: bigint;
  readonly step: bigint;
  left: bigint;
  /** start, step and length as objects: the block owns them. */
  readonly held: readonly PyObject[];
}

/** NOT CPYTHON: the quick iterator serves values up to 2**53 instead of 2**63; ranges beyond use the other one. */
function newRangeIterator(m: Machine, start: Num, step: Num, length: Num): PyObject {
  const last = element(start, step, length === 0 || length === 0n ? 0 : typeof length === 'number' ? length - 1 : length - 1n);
  if (typeof start === 'number' && typeof step === 'number' && typeof length === 'number' && typeof last === 'number') {
    const data = new RangeIterData(start, step, length);
    const block = m.freeLists.rangeIter.pop();
    return block !== 0 ? adoptBlock(m, m.types.range_iterator, data, block) : allocObject(m, m.types.range_iterator, data);
  }
  const data: LongRangeIterData = {
    next: BigInt(start), step: BigInt(step), left: BigInt(length), held: [newInt(m, start), newInt(m, step), newInt(m, length)],
  };
  return allocObject(m, m.types.longrange_iterator, data);
}

function rangeIter(m: Machine, self: PyObject): PyObject {
  const data = self.data as RangeData;
  return newRangeIterator(m, intValue(data.start), intValue(data.step), intValue(data.length));
}

function rangeReversed(m: Machine, self: PyObject): PyObject {
  const data = self.data as RangeData;
  const start = intValue(data.start), step = intValue(data.step), length = intValue(data.length);
  const last = element(start, step, typeof length === 'number' ? length - 1 : length - 1n);
  const back = typeof step === 'number' ? -step : -step;
  return newRangeIterator(m, length === 0 ? start : last, back, length);
}

/** rangeiter_next. */
export function rangeIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as RangeIterData;
  if (data.left <= 0) return null;
  const value = data.next;
  data.next = value + data.step;
  data.left--;
  return newInt(m, value);
}

function longIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as LongRangeIterData;
  if (data.left <= 0n) return null;
  const value = data.next;
  data.next += data.step;
  data.left--;
  return newInt(m, value);
}

function reduceParts(m: Machine, next: Num, step: Num, left: Num): PyObject {
  const rest = makeRange(m, newInt(m, next), newInt(m, element(next, step, left)), newInt(m, step));
  return newTuple(m, [incref(dictGetStr(m, m.builtins, 'iter') ?? m.None), newTuple(m, [rest]), incref(m.None)]);
}

/** The type range. */
export const rangeType: TypeSpec = {
  name: 'range',
  basicsize: 48,
  flags: TypeFlag.SEQUENCE,
  doc: 'range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).',
  slots: {
    tp_dealloc: rangeDealloc,
    tp_repr: rangeRepr,
    tp_hash: rangeHash,
    tp_traverse: rangeTraverse,
    tp_richcompare: rangeCompare,
    tp_iter: rangeIter,
    tp_new: rangeNew,
    nb_bool: (_m, self) => intValue((self.data as RangeData).length) !== 0,
    sq_length: lengthOf,
    mp_length: lengthOf,
    sq_item: rangeItem,
    sq_contains: rangeContains,
    mp_subscript: rangeSubscript,
  },
  methods: [
    { name: '__reversed__', kind: 'noargs', fn: rangeReversed, doc: 'Return a reverse iterator.' },
    {
      name: '__reduce__', kind: 'noargs',
      fn: (m, self) => {
        const { start, stop, step } = self.data as RangeData;
        return newTuple(m, [incref(self.ob_type), newTuple(m, [incref(start), incref(stop), incref(step)])]);
      },
    },
    { name: 'count', kind: 'o', fn: rangeCount, doc: 'rangeobject.count(value) -> integer -- return number of occurrences of value' },
    { name: 'index', kind: 'o', fn: rangeIndex, doc: 'rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.' },
  ],
  getset: [
    { name: 'start', kind: 'member', get: (_m, self) => incref((self.data as RangeData).start) },
    { name: 'stop', kind: 'member', get: (_m, self) => incref((self.data as RangeData).stop) },
    { name: 'step', kind: 'member', get: (_m, self) => incref((self.data as RangeData).step) },
  ],
};

/** The type range_iterator. */
export const rangeIteratorType: TypeSpec = {
  name: 'range_iterator',
  basicsize: (m) => m.profile.basicsize.rangeIterator,
  flags: 0,
  slots: {
    tp_dealloc: (m, self) => {
      if (!m.freeLists.rangeIter.push(self.block)) freeObject(m, self);
    },
    tp_iter: selfIter,
    tp_iternext: rangeIterNext,
  },
  methods: [
    { name: '__length_hint__', kind: 'noargs', fn: (m, self) => newSizeInt(m, (self.data as RangeIterData).left), doc: 'Private method returning an estimate of len(list(it)).' },
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling.',
      fn: (m, self) => {
        const data = self.data as RangeIterData;
        return reduceParts(m, data.next, data.step, data.left);
      },
    },
    {
      name: '__setstate__', kind: 'o', doc: 'Set state information for unpickling.',
      fn: (m, self, state) => {
        const data = self.data as RangeIterData;
        const wanted = sizeArgument(m, state, 'long');
        const skip = Math.max(0, Math.min(wanted, data.left));
        data.next += skip * data.step;
        data.left -= skip;
        return incref(m.None);
      },
    },
  ],
};

/** The type longrange_iterator. */
export const longRangeIteratorType: TypeSpec = {
  name: 'longrange_iterator',
  basicsize: (m) => (m.profile.basicsize.rangeIterator === 48 ? 48 : 40),
  flags: 0,
  slots: {
    tp_dealloc: (m, self) => {
      for (const o of (self.data as LongRangeIterData).held) decref(m, o);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => (self.data as LongRangeIterData).held.forEach((o, i) => visit(o, 'part', i)),
    tp_iter: selfIter,
    tp_iternext: longIterNext,
  },
  methods: [
    { name: '__length_hint__', kind: 'noargs', fn: (m, self) => newSizeInt(m, (self.data as LongRangeIterData).left), doc: 'Private method returning an estimate of len(list(it)).' },
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling.',
      fn: (m, self) => {
        const data = self.data as LongRangeIterData;
        return reduceParts(m, data.next, data.step, data.left);
      },
    },
    {
      name: '__setstate__', kind: 'o', doc: 'Set state information for unpickling.',
      fn: (m, self, state) => {
        const data = self.data as LongRangeIterData;
        if (!isInt(state)) throw typeError(m, 'state must be an int');
        const wanted = BigInt(intValue(state));
        const skip = wanted < 0n ? 0n : wanted < data.left ? wanted : data.left;
        data.next += skip * data.step;
        data.left -= skip;
        return incref(m.None);
      },
    },
  ],
};

