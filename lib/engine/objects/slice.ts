// The slice type and the arithmetic of slices (CPython Objects/sliceobject.c).
import { newGenericAlias } from './generic-alias.ts';
import type { Machine } from '../machine.ts';
import { adoptBlock, allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { index as toIndex, repr, richCompare } from './abstract.ts';
import { checkPositional, noKeywords } from './arguments.ts';
import { hash } from './abstract.ts';
import { add64, mul64 } from './hash-mix.ts';
import { intValue, isIntExact, newInt } from './int.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { typeError, valueError } from './raise.ts';
import { newStr, strValue } from './str.ts';
import { newTuple } from './tuple.ts';
import { TypeFlag, since } from './type.ts';
import type { CompareOp, PyType, TypeSpec, Visit } from './type.ts';

/** The three parts of a slice (owned). */
export interface SliceData {
  readonly start: PyObject;
  readonly stop: PyObject;
  readonly step: PyObject;
}

/** A slice object. */
export interface PySlice extends PyObject {
  data: SliceData;
}

/** A slice applied to a length: `count` items from `start`, `step` apart. */
export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** PySlice_Check. */
export function isSlice(m: Machine, o: PyObject): o is PySlice {
  return o.ob_type === m.types.slice;
}

/** PySlice_New with stolen parts. */
export function newSlice(m: Machine, start: PyObject, stop: PyObject, step: PyObject): PySlice {
  const data: SliceData = { start, stop, step };
  const block = m.freeLists.slice.pop();
  const slice = block !== 0 ? adoptBlock(m, m.types.slice, data, block) : allocObject(m, m.types.slice, data);
  gcTrack(m, slice);
  return slice as PySlice;
}

function sliceDealloc(m: Machine, self: PyObject): void {
  const { start, stop, step } = self.data as SliceData;
  gcUntrack(m, self);
  decref(m, step);
  decref(m, start);
  decref(m, stop);
  if (!m.freeLists.slice.push(self.block)) freeObject(m, self);
}

/** Largest and smallest Py_ssize_t; JS numbers near them are not exact, which no sequence length can notice. */
const SSIZE_MAX = 2 ** 63;

/** _PyEval_SliceIndex: an index clamped to Py_ssize_t. */
export function sliceIndex(m: Machine, o: PyObject): number {
  if (typeof o.data === 'number' && o.ob_type === m.types.int) return o.data;
  if (o.ob_type.nb_index === null) throw typeError(m, m.profile.sliceIndexText);
  const value = toIndex(m, o);
  const v = intValue(value);
  decref(m, value);
  if (typeof v === 'number') return v;
  return v < 0n ? Math.max(Number(v), -SSIZE_MAX) : Math.min(Number(v), SSIZE_MAX);
}

/** PySlice_Unpack and PySlice_AdjustIndices, for a sequence whose length no `__index__` can change. */
export function sliceIndices(m: Machine, slice: PySlice, length: number): SliceRange {
  return adjustSlice(unpackSlice(m, slice), length);
}

/** The bounds of a slice before a length is known; `start` and `stop` lie anywhere in Py_ssize_t. */
export type SliceBounds = Pick<SliceRange, 'start' | 'stop' | 'step'>;

/** PySlice_Unpack: may run `__index__`, after which a mutable sequence can have another length. */
export function unpackSlice(m: Machine, slice: PySlice): SliceBounds {
  const { start, stop, step } = slice.data;
  let by = 1;
  if (step !== m.None) {
    by = sliceIndex(m, step);
    if (by === 0) throw valueError(m, 'slice step cannot be zero');
  }
  const from = start === m.None ? (by < 0 ? SSIZE_MAX : 0) : sliceIndex(m, start);
  const to = stop === m.None ? (by < 0 ? -SSIZE_MAX : SSIZE_MAX) : sliceIndex(m, stop);
  return { start: from, stop: to, step: by };
}

/** PySlice_AdjustIndices. */
export function adjustSlice(bounds: SliceBounds, length: number): SliceRange {
  const { step } = bounds;
  const start = clampIndex(bounds.start, step, length);
  const stop = clampIndex(bounds.stop, step, length);
  let count = 0;
  if (step < 0) {
    if (stop < start) count = Math.floor((start - stop - 1) / -step) + 1;
  } else if (start < stop) count = Math.floor((stop - start - 1) / step) + 1;
  return { start, stop, step, count };
}

function clampIndex(index: number, step: number, length: number): number {
  if (index < 0) {
    const shifted = index + length;
    return shifted < 0 ? (step < 0 ? -1 : 0) : shifted;
  }
  return index >= length ? (step < 0 ? length - 1 : length) : index;
}

function sliceNew(m: Machine, _type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  noKeywords(m, 'slice', kwnames);
  checkPositional(m, 'slice', args.length, 1, 3);
  const none = m.None;
  if (args.length === 1) return newSlice(m, incref(none), incref(args[0] as PyObject), incref(none));
  return newSlice(m, incref(args[0] as PyObject), incref(args[1] as PyObject), incref(args[2] ?? none));
}

function sliceRepr(m: Machine, self: PyObject): PyObject {
  const { start, stop, step } = self.data as SliceData;
  const parts: string[] = [];
  for (const part of [start, stop, step]) {
    const text = repr(m, part);
    parts.push(strValue(text));
    decref(m, text);
  }
  return newStr(m, `slice(${parts.join(', ')})`);
}

function asTuple(m: Machine, slice: SliceData): PyObject {
  return newTuple(m, [incref(slice.start), incref(slice.stop), incref(slice.step)]);
}

function sliceCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isSlice(m, a) || !isSlice(m, b)) return incref(m.NotImplemented);
  if (a === b) return incref(op === 1 || op === 2 || op === 5 ? m.True : m.False);
  const left = asTuple(m, a.data), right = asTuple(m, b.data);
  try {
    return richCompare(m, left, right, op);
  } finally {
    decref(m, left);
    decref(m, right);
  }
}

/** slicehash (3.12+): the tuple hash of the three parts without the length. */
function sliceHash(m: Machine, self: PyObject): number {
  const { start, stop, step } = self.data as SliceData;
  let lo = 0x165667c5, hi = 0x27d4eb2f;
  for (const part of [start, stop, step]) {
    const lane = hash(m, part);
    const mixed = mul64(m, lane, m.hashHi, 0x27d4eb4f, 0xc2b2ae3d | 0);
    lo = add64(m, lo, hi, mixed, m.hashHi);
    hi = m.hashHi;
    const rotatedHi = (hi << 31) | (lo >>> 1);
    lo = (lo << 31) | (hi >>> 1);
    hi = rotatedHi;
    lo = mul64(m, lo, hi, 0x85ebca87 | 0, 0x9e3779b1 | 0);
    hi = m.hashHi;
  }
  if (lo === -1 && hi === -1) {
    m.hashHi = 0;
    return 1546275796;
  }
  m.hashHi = hi;
  return lo;
}

/** `slice.indices(len)` with ints of any size (_PySlice_GetLongIndices). */
function sliceIndicesMethod(m: Machine, self: PyObject, arg: PyObject): PyObject {
  const lengthObject = toIndex(m, arg);
  const length = BigInt(intValue(lengthObject));
  try {
    if (length < 0n) throw valueError(m, 'length should not be negative');
    const slice = self.data as SliceData;
    const [start, stop, step] = longIndices(m, slice, length);
    // A bound that holds is the given object itself, one that is clipped the length.
    const asObject = (given: PyObject, value: bigint): PyObject => {
      const same = [given, lengthObject].find((o) => isIntExact(m, o) && BigInt(intValue(o)) === value);
      return same === undefined ? newInt(m, value) : incref(same);
    };
    return newTuple(m, [asObject(slice.start, start), asObject(slice.stop, stop), asObject(slice.step, step)]);
  } finally {
    decref(m, lengthObject);
  }
}

/** _PySlice_GetLongIndices. */
export function longIndices(m: Machine, slice: SliceData, length: bigint): readonly [bigint, bigint, bigint] {
  const read = (o: PyObject): bigint => {
    if (o.ob_type.nb_index === null) throw typeError(m, 'slice indices must be integers or None or have an __index__ method');
    const value = toIndex(m, o);
    const v = BigInt(intValue(value));
    decref(m, value);
    return v;
  };
  const step = slice.step === m.None ? 1n : read(slice.step);
  if (step === 0n) throw valueError(m, 'slice step cannot be zero');
  const lower = step < 0n ? -1n : 0n;
  const upper = step < 0n ? length - 1n : length;
  const clamp = (v: bigint): bigint => {
    if (v < 0n) return v + length < lower ? lower : v + length;
    return v > upper ? upper : v;
  };
  const start = slice.start === m.None ? (step < 0n ? upper : lower) : clamp(read(slice.start));
  const stop = slice.stop === m.None ? (step < 0n ? lower : upper) : clamp(read(slice.stop));
  return [start, stop, step];
}

function sliceTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const { start, stop, step } = self.data as SliceData;
  visit(start, 'start', -1);
  visit(stop, 'stop', -1);
  visit(step, 'step', -1);
}

/** The type. */
export const sliceType: TypeSpec = {
  name: 'slice',
  unhashable: ({ sliceHashable }) => !sliceHashable,
  basicsize: 40,
  flags: TypeFlag.HAVE_GC,
  doc: 'slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).',
  slots: {
    tp_dealloc: sliceDealloc,
    tp_repr: sliceRepr,
    tp_hash: sliceHash,
    tp_traverse: sliceTraverse,
    tp_richcompare: sliceCompare,
    tp_new: sliceNew,
  },
  methods: [
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, type, arg) => newGenericAlias(m, type, arg), inVersion: since(15), doc: 'See PEP 585' },
    {
      name: 'indices', kind: 'o', fn: sliceIndicesMethod,
      doc: 'S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.',
    },
    {
      name: '__reduce__', kind: 'noargs',
      fn: (m, self) => newTuple(m, [incref(self.ob_type), asTuple(m, self.data as SliceData)]),
      doc: 'Return state information for pickling.',
    },
  ],
  getset: [
    { name: 'start', kind: 'member', get: (_m, self) => incref((self.data as SliceData).start) },
    { name: 'stop', kind: 'member', get: (_m, self) => incref((self.data as SliceData).stop) },
    { name: 'step', kind: 'member', get: (_m, self) => incref((self.data as SliceData).step) },
  ],
};
