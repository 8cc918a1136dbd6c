// Assignment to and deletion of list items and slices (CPython Objects/listobject.c: list_ass_item, list_ass_slice, list_ass_subscript).
import type { Machine } from '../machine.ts';
import { asSize } from './abstract.ts';
import { listClear, listItems, listResize, sequenceList } from './list.ts';
import type { ListData } from './list.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { PyRaise } from '../errors.ts';
import { dropRaise, indexError, matches, typeError, valueError } from './raise.ts';
import { adjustSlice, isSlice, unpackSlice } from './slice.ts';
import type { SliceBounds, SliceRange } from './slice.ts';

/** Old items up to this number are kept on the C stack while they are replaced; more need a block for a moment. */
const RECYCLE_ON_STACK = 8;

/** list_ass_subscript and list_ass_item; `value` null deletes. `key` is an object or an index that is adjusted already. */
export function assignSubscript(m: Machine, self: PyObject, key: PyObject | number, value: PyObject | null): void {
  if (typeof key === 'number') return assignItem(m, self, key, value);
  if (key.ob_type.nb_index !== null) {
    const index = asSize(m, key, m.types.IndexError);
    return assignItem(m, self, index < 0 ? index + listItems(self).length : index, value);
  }
  if (!isSlice(m, key)) throw typeError(m, `list indices must be integers or slices, not ${key.ob_type.tp_name}`);
  const bounds = unpackSlice(m, key);
  if (value !== null) return assignSlice(m, self, bounds, value);
  const range = adjustSlice(bounds, listItems(self).length);
  if (range.step === 1) replaceRange(m, self, range.start, range.stop, []);
  else deleteStepped(m, self, range);
}

function assignItem(m: Machine, self: PyObject, index: number, value: PyObject | null): void {
  const items = listItems(self);
  if (index < 0 || index >= items.length) throw indexError(m, 'list assignment index out of range');
  const old = items[index] as PyObject;
  if (value !== null) {
    items[index] = incref(value);
    decref(m, old);
  } else if (m.profile.listDelItemKeepsBuffer) {
    m.chargeWork((items.length - index) >> 3);
    if (index === items.length - 1) items.pop();
    else items.splice(index, 1);
    decref(m, old);
  } else deleteAt(m, self, index, index + 1);
}

/** list_ass_slice(self, low, high, NULL). */
export function deleteAt(m: Machine, self: PyObject, low: number, high: number): void {
  replaceRange(m, self, low, high, []);
}

/** The value is made a sequence first: iterating over it may change the list (gh-120384). */
function assignSlice(m: Machine, self: PyObject, bounds: SliceBounds, value: PyObject): void {
  const source = value.ob_type === m.types.tuple ? incref(value) : fastSequence(m, self, value, 'must assign iterable to extended slice');
  try {
    const added = source.ob_type === m.types.tuple ? (source.data as PyObject[]) : listItems(source);
    const range = adjustSlice(bounds, listItems(self).length);
    if (range.step === 1) replaceRange(m, self, range.start, range.stop, added);
    else assignStepped(m, self, range, added);
  } finally {
    decref(m, source);
  }
}

/** PySequence_Fast for lists and other iterables; the list itself is copied first. */
function fastSequence(m: Machine, self: PyObject, value: PyObject, text: string): PyObject {
  if (value.ob_type === m.types.list && value !== self) return incref(value);
  try {
    return sequenceList(m, value);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.TypeError) || value.ob_type.tp_iter !== null || value.ob_type.sq_item !== null) throw error;
    dropRaise(m, error);
    throw typeError(m, text);
  }
}

function replaceRange(m: Machine, self: PyObject, fromIndex: number, toIndex: number, source: readonly PyObject[]): void {
  const data = self.data as ListData;
  const size = data.items.length;
  const low = Math.min(Math.max(fromIndex, 0), size);
  const high = Math.min(Math.max(toIndex, low), size);
  const removedCount = high - low;
  const grown = source.length - removedCount;
  if (size + grown === 0) return listClear(m, self);
  m.chargeWork(source.length + ((size - low) >> 3));
  const scratch = removedCount > RECYCLE_ON_STACK ? m.memory.alloc(removedCount * 8) : 0;
  if (grown !== 0) listResize(m, data, size, size + grown);
  const added: PyObject[] = [];
  for (let i = 0; i < source.length; i++) added.push(incref(source[i] as PyObject));
  const removed = spliceItems(data, low, removedCount, added);
  for (let i = removed.length - 1; i >= 0; i--) decref(m, removed[i] as PyObject);
  if (scratch !== 0) m.memory.free(scratch);
}

/** items.splice without spreading long arrays onto the host stack. */
function spliceItems(data: ListData, at: number, removedCount: number, added: PyObject[]): PyObject[] {
  if (added.length < 1000) return data.items.splice(at, removedCount, ...added);
  const removed = data.items.slice(at, at + removedCount);
  data.items = data.items.slice(0, at).concat(added, data.items.slice(at + removedCount));
  return removed;
}

function deleteStepped(m: Machine, self: PyObject, range: SliceRange): void {
  const { count } = range;
  if (count <= 0) return;
  const data = self.data as ListData;
  const step = Math.abs(range.step);
  const first = range.step < 0 ? range.start + range.step * (count - 1) : range.start;
  m.chargeWork(data.items.length - first);
  const scratch = m.memory.alloc(count * 8);
  const removed: PyObject[] = [];
  const kept = data.items.slice(0, first);
  for (let i = first; i < data.items.length; i++) {
    const item = data.items[i] as PyObject;
    if ((i - first) % step === 0 && removed.length < count) removed.push(item);
    else kept.push(item);
  }
  data.items = kept;
  listResize(m, data, kept.length, kept.length);
  for (let i = 0; i < removed.length; i++) decref(m, removed[i] as PyObject);
  m.memory.free(scratch);
}

function assignStepped(m: Machine, self: PyObject, range: SliceRange, added: readonly PyObject[]): void {
  if (added.length !== range.count) {
    throw valueError(m, `attempt to assign sequence of size ${added.length} to extended slice of size ${range.count}`);
  }
  if (range.count === 0) return;
  m.chargeWork(range.count);
  const scratch = m.memory.alloc(range.count * 8);
  const items = listItems(self);
  const old: PyObject[] = [];
  for (let i = 0, at = range.start; i < range.count; i++, at += range.step) {
    old.push(items[at] as PyObject);
    items[at] = incref(added[i] as PyObject);
  }
  for (let i = 0; i < old.length; i++) decref(m, old[i] as PyObject);
  m.memory.free(scratch);
}
