// Indexing and slicing by code point (CPython Objects/unicodeobject.c: unicode_getitem, unicode_subscript, PyUnicode_Substring).
//
// Strings of kinds 1 and 2 have one UTF-16 unit a character. Astral ones get a table of positions at their first use, so that loops stay linear.
import type { Machine } from '../machine.ts';
import { index as toIndex } from './abstract.ts';
import { asIndexNumber, intValue } from './int.ts';
import { newSequenceIterator } from './iterators.ts';
import { type PyObject, decref, incref } from './object.ts';
import { indexError, raise, typeError } from './raise.ts';
import { isSlice, sliceIndices } from './slice.ts';
import { type StrData, charStr, newStr, newStrAscii, newStrLike, strUnchanged } from './str.ts';

/** The table of UTF-16 positions of an astral string. */
function offsetsOf(data: StrData): Uint32Array {
  const { rare } = data;
  if (rare.offsets !== null) return rare.offsets;
  const offsets = new Uint32Array(data.length + 1);
  const { value } = data;
  let unit = 0;
  for (let i = 0; i < data.length; i++) {
    offsets[i] = unit;
    unit += (value.codePointAt(unit) as number) > 0xffff ? 2 : 1;
  }
  offsets[data.length] = unit;
  rare.offsets = offsets;
  return offsets;
}

/** UTF-16 position of the character at `index` (0 … length). */
export function unitOffset(data: StrData, index: number): number {
  return data.kind === 4 ? offsetsOf(data)[index] as number : index;
}

/** Character index of a UTF-16 position. */
export function charIndex(data: StrData, unit: number): number {
  if (data.kind !== 4) return unit;
  const offsets = offsetsOf(data);
  let low = 0;
  let high = data.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] as number) <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Code point at a valid index. */
export function codePointAt(data: StrData, index: number): number {
  return data.kind === 4 ? data.value.codePointAt(offsetsOf(data)[index] as number) as number : data.value.charCodeAt(index);
}

/** PyUnicode_Substring for 0 ≤ start ≤ stop ≤ length. */
export function substring(m: Machine, o: PyObject, start: number, stop: number): PyObject {
  const data = o.data as StrData;
  if (start === 0 && stop >= data.length) return strUnchanged(m, o);
  if (start >= stop) return incref(m.emptyStr);
  if (stop - start === 1) return charStr(m, codePointAt(data, start));
  m.chargeWork((stop - start) >> 3);
  return newStrLike(m, data, data.value.slice(unitOffset(data, start), unitOffset(data, stop)));
}

/** The characters start, start+step, … as a JavaScript string. */
function stepped(data: StrData, start: number, step: number, count: number): string {
  const parts: string[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) parts.push(data.kind === 4 ? String.fromCodePoint(codePointAt(data, at)) : data.value.charAt(at));
  return parts.join('');
}

function item(m: Machine, self: PyObject, index: number): PyObject {
  const data = self.data as StrData;
  if (index < 0 || index >= data.length) throw indexError(m, 'string index out of range');
  return charStr(m, codePointAt(data, index));
}

function subscript(m: Machine, self: PyObject, key: PyObject): PyObject {
  const data = self.data as StrData;
  const value = key.data;
  if (key.ob_type === m.types.int && typeof value === 'number') return item(m, self, value < 0 ? value + data.length : value);
  if (isSlice(m, key)) {
    const { start, step, count } = sliceIndices(m, key, data.length);
    if (count <= 0) return incref(m.emptyStr);
    if (step === 1) return substring(m, self, start, start + count);
    m.chargeWork(count);
    const text = stepped(data, start, step, count);
    return data.ascii ? newStrAscii(m, text) : newStr(m, text);
  }
  if (key.ob_type.nb_index === null) throw typeError(m, `string indices must be integers, not '${key.ob_type.tp_name}'`);
  const indexObject = toIndex(m, key);
  const wide = intValue(indexObject);
  const at = asIndexNumber(indexObject);
  decref(m, indexObject);
  if (typeof wide === 'bigint') throw raise(m, m.types.IndexError, `cannot fit '${key.ob_type.tp_name}' into an index-sized integer`);
  return item(m, self, at < 0 ? at + data.length : at);
}

function iterate(m: Machine, self: PyObject): PyObject {
  const data = self.data as StrData;
  return newSequenceIterator(m, data.ascii ? m.types.str_ascii_iterator : m.types.str_iterator, self);
}

/** The subscript slots of str. */
export const strSubscript = { item, subscript, iterate } as const;
