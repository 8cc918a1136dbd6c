// Dictionaries: the object, look-up, insertion, deletion, resizing, iteration by position (CPython Objects/dictobject.c).
// The hash table is in dict-keys.ts, copying and merging in dict-merge.ts, the type and its methods in dict-type.ts, views and iterators in
// dict-views.ts and dict-iterators.ts.
//
// A combined dict owns its keys object. A split dict shares the class's keys and has only values of its own: those of the instance (`owner`, values
// embedded in it) or a block of its own. A *position* is an entry's place in insertion order, holes included; it is what dictIndexOf and dictNext
// answer and dictKeyAt/dictValueAt take.
import { PyRaise } from '../errors.ts';
import { COLLISION_WORK } from '../limits.ts';
import type { Machine } from '../machine.ts';
import { hash, richCompareBool, str } from './abstract.ts';
import { adoptBlock, allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import {
  addEntry, buildIndices, CHANGED, DIFFERENT, EMPTY_KEYS, estimateLog2KeySize, FOUND, freeKeysBlock, insertSplitKey, KEYS_GENERAL,
  KEYS_UNICODE, keysBytes, keysDecref, log2KeySize, LOG_MINSIZE, lookupIntKey, lookupStrKey, newKeys, probe, removeEntry, STRIDE,
  usableFraction,
} from './dict-keys.ts';
import type { DictKeys } from './dict-keys.ts';
import { dropSplitValues, sharedCapacity, storeSplit } from './dict-split.ts';
import { trashcanBegin, trashcanEnd } from './instance.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { dropRaise, keyError, matches, typeError } from './raise.ts';
import { newStr, strHash, strValue } from './str.ts';
import type { StrData } from './str.ts';
import { mayBeTracked } from './tracking.ts';
import { newPair } from './tuple.ts';
import { qualifiedTypeName } from './type-attributes.ts';
import { EQ, hasFlag, isSubtype, TypeFlag } from './type.ts';
import type { Visit } from './type.ts';

/** PyDictObject's own part. */
export class DictData {
  /** ma_used. */
  used = 0;
  keys: DictKeys;
  /** Split dicts: values by index of the shared keys, long enough for the highest index stored; else null. The very array of `owner` while embedded. */
  values: (PyObject | null)[] | null = null;
  /** Split dicts: indices in insertion order; null while that is index order. */
  order: number[] | null = null;
  /** The instance whose inline values these are (borrowed); null otherwise. */
  owner: PyObject | null = null;
  /** Block of a values array of its own; 0 = none. */
  valuesBlock = 0;
  /** Changes whenever a key is added or removed or the table is rebuilt; values may change without it. */
  keysVersion = 0;

  constructor(keys: DictKeys) {
    this.keys = keys;
  }
}

/** A dict or an instance of a subclass. */
export interface PyDict extends PyObject {
  data: DictData;
}

/** PyDict_Check. */
export function isDict(o: PyObject): o is PyDict {
  return hasFlag(o.ob_type, TypeFlag.DICT_SUBCLASS);
}

/** PyAnyDict_Check: a dict or a frozendict, or an instance of a subclass. */
export function isAnyDict(m: Machine, o: PyObject): o is PyDict {
  return isDict(o) || o.ob_type === m.types.frozendict || (o.data instanceof DictData && isSubtype(o.ob_type, m.types.frozendict));
}

/** PyDict_CheckExact. */
export function isDictExact(m: Machine, o: PyObject): o is PyDict {
  return o.ob_type === m.types.dict;
}

// --- making ------------------------------------------------------------------------------------------------------------------------------

/** PyDict_New. */
export function newDict(m: Machine): PyDict {
  return newDictOnKeys(m, EMPTY_KEYS);
}

/** new_dict: takes over the keys object. Tracked at once since 3.14. */
export function newDictOnKeys(m: Machine, keys: DictKeys): PyDict {
  const data = new DictData(keys);
  const block = m.freeLists.dict.pop();
  const dict = block !== 0 ? adoptBlock(m, m.types.dict, data, block) : allocObject(m, m.types.dict, data);
  if (!m.profile.dictLazyTracking) gcTrack(m, dict);
  return dict as PyDict;
}

/** Largest table that a known size presizes to (dict_new_presized): 128 * 1024 slots. */
const MAX_PRESIZE_LOG2 = 17;

/** dict_new_presized: room for `count` entries. */
export function newDictPresized(m: Machine, count: number, strKeys: boolean): PyDict {
  if (count <= usableFraction(LOG_MINSIZE)) return newDict(m);
  const log2 = count > usableFraction(MAX_PRESIZE_LOG2) ? MAX_PRESIZE_LOG2 : estimateLog2KeySize(m, count);
  return newDictOnKeys(m, newKeys(m, log2, strKeys ? KEYS_UNICODE : KEYS_GENERAL));
}

/** _PyDict_FromItems (BUILD_MAP): keys and values in turn, borrowed. */
export function dictFromItems(m: Machine, items: readonly PyObject[]): PyDict {
  const count = items.length >> 1;
  let strKeys = true;
  for (let i = 0; i < items.length && strKeys; i += 2) strKeys = (items[i] as PyObject).ob_type === m.types.str;
  const dict = newDictPresized(m, count, strKeys);
  try {
    for (let i = 0; i < items.length; i += 2) dictSet(m, dict, items[i] as PyObject, items[i + 1] as PyObject);
  } catch (error) {
    decref(m, dict);
    throw error;
  }
  return dict;
}

// --- hashing and look-up -------------------------------------------------------------------------------------------------------------------

/** Hash of a key: low half; high half in m.hashHi. 3.14 wraps "unhashable type" with what was attempted. */
export function hashKey(m: Machine, key: PyObject): number {
  if (key.ob_type === m.types.str) {
    const data = key.data as StrData;
    if (!data.hashed) return strHash(m, key);
    m.hashHi = data.hashHi;
    return data.hashLo;
  }
  return hashForContainer(m, key, 'as a dict key');
}

/** PyObject_Hash for a dict key or set element, with 3.14's text for unhashable ones. */
export function hashForContainer(m: Machine, key: PyObject, use: string): number {
  if (!m.profile.unhashableNamesUse) return hash(m, key);
  try {
    return hash(m, key);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.TypeError) || error.exc.ob_type !== m.types.TypeError) throw error;
    const text = str(m, error.exc);
    const message = `cannot use '${qualifiedTypeName(m, key.ob_type)}' ${use} (${strValue(text)})`;
    decref(m, text);
    dropRaise(m, error);
    throw typeError(m, message);
  }
}

/** _Py_dict_lookup without the value: entry index, -1 = absent. May run Python code (`__eq__`). */
export function lookup(m: Machine, data: DictData, key: PyObject, lo: number, hi: number): number {
  const keys = data.keys;
  const type = key.ob_type;
  if (type === m.types.str) {
    if (keys.kind !== KEYS_GENERAL) return lookupStrKey(keys, key, key.data as StrData);
  } else if (type === m.types.int && typeof key.data === 'number' && keys.kind === KEYS_GENERAL) {
    const ix = lookupIntKey(keys, key, key.data, lo, hi);
    if (ix !== -2) return ix;
  }
  return lookupByComparison(m, data, key, lo, hi);
}

/** dictkeys_generic_lookup: starts over when a comparison changed the table. */
function lookupByComparison(m: Machine, data: DictData, key: PyObject, lo: number, hi: number): number {
  for (;;) {
    const keys = data.keys;
    const ix = probe(keys, lo, hi, (at) => {
      const candidate = keys.entries[at * STRIDE] as PyObject;
      if (candidate === key) return FOUND;
      m.chargeWork(COLLISION_WORK);
      incref(candidate);
      let same: boolean;
      try {
        same = richCompareBool(m, candidate, key, EQ);
      } finally {
        decref(m, candidate);
      }
      if (data.keys !== keys || keys.entries[at * STRIDE] !== candidate) return CHANGED;
      return same ? FOUND : DIFFERENT;
    });
    if (ix !== -2) return ix;
  }
}

/** The value of entry `ix`; null when a split dict has none there. Borrowed. */
export function valueAtIndex(data: DictData, ix: number): PyObject | null {
  if (data.values !== null) return data.values[ix] ?? null;
  return data.keys.entries[ix * STRIDE + 1] as PyObject | null;
}

/** PyDict_GetItemWithError: borrowed, null = absent. */
export function dictGet(m: Machine, d: PyObject, key: PyObject): PyObject | null {
  const data = d.data as DictData;
  if (data.used === 0 && key.ob_type === m.types.str) return null;
  const lo = hashKey(m, key);
  const ix = lookup(m, data, key, lo, m.hashHi);
  return ix < 0 ? null : valueAtIndex(data, ix);
}

/** Look-up with a hash known already (_PyDict_GetItem_KnownHash). Borrowed. */
export function dictGetKnownHash(m: Machine, d: PyObject, key: PyObject, lo: number, hi: number): PyObject | null {
  const data = d.data as DictData;
  const ix = lookup(m, data, key, lo, hi);
  return ix < 0 ? null : valueAtIndex(data, ix);
}

/** Value of a str key given as JS text; borrowed. Uses the interned name if there is one, else a passing str. */
export function dictGetStr(m: Machine, d: PyObject, text: string): PyObject | null {
  const interned = m.interned.get(text);
  if (interned !== undefined) return dictGet(m, d, interned);
  const key = newStr(m, text);
  const value = dictGet(m, d, key);
  decref(m, key);
  return value;
}

/** Number of items. */
export function dictLen(d: PyObject): number {
  return (d.data as DictData).used;
}

// --- insertion -----------------------------------------------------------------------------------------------------------------------------

/** PyDict_SetItem: takes new references to both, before it asks for the hash. */
export function dictSet(m: Machine, d: PyObject, key: PyObject, value: PyObject): void {
  incref(key);
  incref(value);
  let lo: number;
  try {
    lo = hashKey(m, key);
  } catch (error) {
    decref(m, key);
    decref(m, value);
    throw error;
  }
  insertStolen(m, d, key, lo, m.hashHi, value);
}

/** _PyDict_SetItem_Take2 of a key and a value that the evaluation stack lets go of: the hash is asked for while it alone holds them. */
export function mapAdd(m: Machine, d: PyObject, key: PyObject, value: PyObject): void {
  const lo = hashKey(m, key);
  insertStolen(m, d, incref(key), lo, m.hashHi, incref(value));
}

/** PyDict_SetItem of a str key given as JS text (interned, as PyDict_SetItemString does). */
export function dictSetStr(m: Machine, d: PyObject, text: string, value: PyObject): void {
  const key = m.interned.get(text);
  if (key !== undefined) return dictSet(m, d, key, value);
  const made = newStr(m, text);
  dictSet(m, d, made, value);
  decref(m, made);
}

/** insertdict / insert_to_emptydict: steals key and value (also when it throws). `isAbsent`: a look-up has just said so. */
export function insertStolen(m: Machine, d: PyObject, key: PyObject, lo: number, hi: number, value: PyObject, isAbsent = false): void {
  const data = d.data as DictData;
  const isStr = key.ob_type === m.types.str;
  if (data.keys === EMPTY_KEYS) {
    trackFor(m, d, key, value);
    data.keys = newKeys(m, LOG_MINSIZE, isStr ? KEYS_UNICODE : KEYS_GENERAL);
    addEntry(data.keys, key, value, lo, hi);
    data.used++;
    data.keysVersion++;
    return;
  }
  prepareForKey(m, data, key);
  if (data.values !== null) {
    const shared = insertSplitKey(data.keys, key, key.data as StrData);
    if (shared >= 0) return storeSplit(m, d, data, key, shared, value);
  }
  let ix: number;
  try {
    ix = isAbsent ? -1 : lookup(m, data, key, lo, hi);
  } catch (error) {
    decref(m, key);
    decref(m, value);
    throw error;
  }
  trackFor(m, d, key, value);
  if (ix < 0) insertCombined(m, data, key, lo, hi, value);
  else replaceValue(m, data, ix, key, value);
}

/** The part of an insertion that CPython does before its one look-up: a table of strs becomes general for a key that is none. */
export function prepareForKey(m: Machine, data: DictData, key: PyObject): void {
  if (key.ob_type !== m.types.str && data.keys.kind !== KEYS_GENERAL && data.keys !== EMPTY_KEYS) resizeForInsertion(m, data, false);
}

function insertCombined(m: Machine, data: DictData, key: PyObject, lo: number, hi: number, value: PyObject): void {
  if (data.keys.usable <= 0 || data.values !== null) resizeForInsertion(m, data, true);
  if (data.keys.kind === KEYS_UNICODE && key.ob_type !== m.types.str) resizeForInsertion(m, data, false);
  addEntry(data.keys, key, value, lo, hi);
  data.used++;
  data.keysVersion++;
}

function replaceValue(m: Machine, data: DictData, ix: number, key: PyObject, value: PyObject): void {
  const at = ix * STRIDE + 1;
  const old = data.keys.entries[at] as PyObject;
  data.keys.entries[at] = value;
  decref(m, old);
  decref(m, key);
}

/** MAINTAIN_TRACKING. Dicts of 3.14+ are tracked from the start. */
export function trackFor(m: Machine, d: PyObject, key: PyObject, value: PyObject): void {
  if (d.gc_next === null && (mayBeTracked(m, value) || mayBeTracked(m, key))) gcTrack(m, d);
}

/** insertion_resize: GROWTH_RATE is three times the items in use. */
function resizeForInsertion(m: Machine, data: DictData, strKeys: boolean): void {
  resize(m, data, log2KeySize(m, data.used * 3), strKeys);
}

/** dictresize: a fresh table without holes; un-splits a split dict. `strKeys` false makes a general table. */
export function resize(m: Machine, data: DictData, log2: number, strKeys: boolean): void {
  const old = data.keys;
  const kind = strKeys && old.kind !== KEYS_GENERAL ? KEYS_UNICODE : KEYS_GENERAL;
  const keys = newKeys(m, log2, kind);
  m.chargeWork(data.used);
  const from = old.entries, to = keys.entries;
  if (data.values !== null) {
    const end = positionCount(data);
    for (let position = 0; position < end; position++) {
      const ix = data.order === null ? position : (data.order[position] as number);
      const value = data.values[ix] ?? null;
      if (value === null) continue;
      const i = ix * STRIDE;
      to.push(incref(from[i] as PyObject), value, from[i + 2] as number, from[i + 3] as number);
    }
  } else if (from.length === data.used * STRIDE && old !== EMPTY_KEYS) {
    // No holes: the entries move as they are.
    keys.entries = from;
    old.entries = [];
  } else {
    for (let i = 0; i < from.length; i += STRIDE) if (from[i] !== null) to.push(from[i] as PyObject, from[i + 1] as PyObject, from[i + 2] as number, from[i + 3] as number);
  }
  buildIndices(keys);
  keys.usable -= data.used;
  data.keys = keys;
  data.keysVersion++;
  if (data.values !== null) {
    keysDecref(m, old);
    dropSplitValues(m, data);
  } else if (old !== EMPTY_KEYS) freeKeysBlock(m, old);
}

// --- deletion --------------------------------------------------------------------------------------------------------------------------------

/** PyDict_DelItem without the exception: false = the key was not there. */
export function dictDel(m: Machine, d: PyObject, key: PyObject): boolean {
  const taken = dictPop(m, d, key);
  if (taken === null) return false;
  decref(m, taken);
  return true;
}

/** Removes a key and answers its value (new reference); null = absent. The key's own reference is released before the value is handed out. */
export function dictPop(m: Machine, d: PyObject, key: PyObject): PyObject | null {
  const lo = hashKey(m, key);
  const data = d.data as DictData;
  const ix = lookup(m, data, key, lo, m.hashHi);
  if (ix < 0) return null;
  return removeAt(m, data, ix);
}

/** delitem_common: takes the value of entry `ix` out; null when a split dict has none there. */
export function removeAt(m: Machine, data: DictData, ix: number): PyObject | null {
  if (data.values !== null) {
    const value = data.values[ix] ?? null;
    if (value === null) return null;
    data.values[ix] = null;
    if (data.order !== null) data.order.splice(data.order.indexOf(ix), 1);
    data.used--;
    data.keysVersion++;
    return value;
  }
  const i = ix * STRIDE;
  const key = data.keys.entries[i] as PyObject;
  const value = data.keys.entries[i + 1] as PyObject;
  removeEntry(data.keys, ix);
  data.used--;
  data.keysVersion++;
  decref(m, key);
  return value;
}

/** PyDict_Clear. */
export function dictClear(m: Machine, d: PyObject): void {
  const data = d.data as DictData;
  const keys = data.keys;
  if (keys === EMPTY_KEYS) return;
  data.keysVersion++;
  data.used = 0;
  const values = data.values;
  if (values === null) {
    data.keys = EMPTY_KEYS;
    keysDecref(m, keys);
    return;
  }
  const held = values.slice();
  values.length = 0;
  data.order = null;
  const embedded = data.owner;
  if (embedded !== null) {
    if (embedded.attrs !== null) embedded.attrs.order = null;
  } else {
    data.values = null;
    data.keys = EMPTY_KEYS;
  }
  for (let i = 0; i < held.length; i++) {
    const value = held[i] as PyObject | null;
    if (value !== null) decref(m, value);
  }
  if (embedded === null) {
    if (data.valuesBlock !== 0) m.memory.free(data.valuesBlock);
    data.valuesBlock = 0;
    keysDecref(m, keys);
  }
}

/** dict_dealloc. */
export function dictDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  if (!trashcanBegin(m, self, dictDealloc)) return;
  const data = self.data as DictData;
  const { keys, values } = data;
  data.keys = EMPTY_KEYS;
  data.values = null;
  data.used = 0;
  if (values !== null && data.owner === null) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as PyObject | null;
      if (value !== null) decref(m, value);
    }
    if (data.valuesBlock !== 0) m.memory.free(data.valuesBlock);
  }
  keysDecref(m, keys);
  if (self.ob_type !== m.types.dict || !m.freeLists.dict.push(self.block)) freeObject(m, self);
  trashcanEnd(m);
}

/** dict_traverse: keys that are all str are not visited by CPython (`~`), embedded values are visited by the dict (gh-130327). */
export function dictTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const data = self.data as DictData;
  const { keys, values } = data;
  if (values !== null) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as PyObject | null;
      if (value !== null) visit(value, 'value', i);
    }
    return;
  }
  const entries = keys.entries;
  const keyField = keys.kind === KEYS_GENERAL ? 'key' : '~key';
  for (let i = 0; i < entries.length; i += STRIDE) {
    const value = entries[i + 1] as PyObject | null;
    if (value === null) continue;
    visit(value, 'value', i >> 2);
    visit(entries[i] as PyObject, keyField, i >> 2);
  }
}

/** _PyDict_MaybeUntrack (≤ 3.13): full collections stop tracking exact dicts of atomic items. */
export function dictMaybeUntrack(m: Machine, o: PyObject): void {
  if (!m.profile.dictLazyTracking || o.ob_type !== m.types.dict || o.gc_next === null) return;
  const data = o.data as DictData;
  if (data.values !== null) {
    for (let i = 0; i < data.values.length; i++) {
      const value = data.values[i] as PyObject | null;
      if (value !== null && mayBeTracked(m, value)) return;
    }
  } else {
    const entries = data.keys.entries;
    for (let i = 0; i < entries.length; i += STRIDE) {
      const value = entries[i + 1] as PyObject | null;
      if (value !== null && (mayBeTracked(m, value) || mayBeTracked(m, entries[i] as PyObject))) return;
    }
  }
  gcUntrack(m, o);
}

/** _PyDict_SizeOf: a split dict shows room for the shared keys' names; a keys object is counted when nobody shares it. */
export function dictSizeof(_m: Machine, self: PyObject): number {
  const data = self.data as DictData;
  let bytes = self.ob_type.tp_basicsize;
  if (data.values !== null) bytes += sharedCapacity(data.keys) * 8;
  if (data.keys !== EMPTY_KEYS && data.keys.refs === 1) bytes += keysBytes(data.keys.log2, data.keys.kind);
  return bytes;
}

// --- positions -------------------------------------------------------------------------------------------------------------------------------

/** One past the last position. */
export function positionCount(data: DictData): number {
  if (data.values === null) return data.keys.entries.length >> 2;
  return data.order === null ? data.values.length : data.order.length;
}

/** Position of the next item at or after `position`; -1 = none. Go on with the answer + 1. */
export function dictNext(d: PyObject, position: number): number {
  const data = d.data as DictData;
  const end = positionCount(data);
  for (let p = position; p < end; p++) if (dictValueAt(d, p) !== null) return p;
  return -1;
}

function indexOfPosition(data: DictData, position: number): number {
  return data.order === null ? position : (data.order[position] ?? -1);
}

/** Key at a position; borrowed. */
export function dictKeyAt(d: PyObject, position: number): PyObject {
  const data = d.data as DictData;
  return data.keys.entries[indexOfPosition(data, position) * STRIDE] as PyObject;
}

/** Value at a position; borrowed, null = a hole. */
export function dictValueAt(d: PyObject, position: number): PyObject | null {
  const data = d.data as DictData;
  if (data.values !== null) return data.values[indexOfPosition(data, position)] ?? null;
  return (data.keys.entries[position * STRIDE + 1] as PyObject | null | undefined) ?? null;
}

/** Where in `keys.entries` a key stands (its value next to it, unless the dict is split); -1 = absent. */
export function dictPlaceOf(m: Machine, d: PyObject, key: PyObject): number {
  const data = d.data as DictData;
  const lo = hashKey(m, key);
  const ix = lookup(m, data, key, lo, m.hashHi);
  return ix < 0 || valueAtIndex(data, ix) === null ? -1 : ix * STRIDE;
}

/** Position of a key; -1 = absent. */
export function dictIndexOf(m: Machine, d: PyObject, key: PyObject): number {
  const data = d.data as DictData;
  const lo = hashKey(m, key);
  const ix = lookup(m, data, key, lo, m.hashHi);
  if (ix < 0 || valueAtIndex(data, ix) === null) return -1;
  return data.order === null ? ix : data.order.indexOf(ix);
}

/** Hash halves stored beside the key at a position. */
export function dictHashAt(d: PyObject, position: number): readonly [number, number] {
  const data = d.data as DictData;
  const i = indexOfPosition(data, position) * STRIDE;
  return [data.keys.entries[i + 2] as number, data.keys.entries[i + 3] as number];
}

/** What a view shows of a dict. */
export type DictPart = 'keys' | 'values' | 'items';

/** Appends new references to all keys, values or (key, value) tuples to `into` (null = count only); answers how many there are. */
export function dictItemsOf(m: Machine, d: PyObject, part: DictPart, into: PyObject[] | null): number {
  const data = d.data as DictData;
  if (into === null) return data.used;
  const end = positionCount(data);
  for (let p = 0; p < end; p++) {
    const value = dictValueAt(d, p);
    if (value === null) continue;
    if (part === 'values') into.push(incref(value));
    else if (part === 'keys') into.push(incref(dictKeyAt(d, p)));
    else into.push(newPair(m, incref(dictKeyAt(d, p)), incref(value)));
  }
  return data.used;
}

/** All items in order; borrowed. */
export function dictItemPairs(d: PyObject): [PyObject, PyObject][] {
  const pairs: [PyObject, PyObject][] = [];
  for (let p = dictNext(d, 0); p >= 0; p = dictNext(d, p + 1)) pairs.push([dictKeyAt(d, p), dictValueAt(d, p) as PyObject]);
  return pairs;
}

/** All keys in order; borrowed. */
export function dictKeys(d: PyObject): PyObject[] {
  const keys: PyObject[] = [];
  for (let p = dictNext(d, 0); p >= 0; p = dictNext(d, p + 1)) keys.push(dictKeyAt(d, p));
  return keys;
}

/** PyDict_DelItem: KeyError when absent. */
export function dictDelOrRaise(m: Machine, d: PyObject, key: PyObject): void {
  if (!dictDel(m, d, key)) throw keyError(m, key);
}

/** True for a table whose keys are all exact str (DK_IS_UNICODE, split tables included). */
export function hasStrKeysOnly(data: DictData): boolean {
  return data.keys.kind !== KEYS_GENERAL;
}

export { dictCopy, dictUpdate } from './dict-merge.ts';
