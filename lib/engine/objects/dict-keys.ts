// The hash table inside dicts (CPython Objects/dictobject.c: PyDictKeysObject; Objects/dictnotes.txt).
//
// A keys object holds entries in insertion order and an index table that is probed with the full 64-bit hash, as CPython does. Entries stand in one
// array, four slots each: key, value, low and high half of the hash; a deleted entry has key null. Tables of 8 slots (at most 5 entries) have no index
// table here: scanning five entries is quicker, and nobody can see the difference. The simulated block has CPython's size all the same.
import type { Machine } from '../machine.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import type { StrData } from './str.ts';

/** DICT_KEYS_GENERAL / UNICODE / SPLIT. */
export const KEYS_GENERAL = 0, KEYS_UNICODE = 1, KEYS_SPLIT = 2;
export type KeysKind = 0 | 1 | 2;

/** PyDict_LOG_MINSIZE. */
export const LOG_MINSIZE = 3;
/** Slots of an entry in `entries`. */
export const STRIDE = 4;
/** Index table: free and deleted slots (DKIX_EMPTY, DKIX_DUMMY). */
const EMPTY = -1, DUMMY = -2;
/** sizeof(PyDictKeysObject) without the tables. */
const HEADER_BYTES = 32;

/** PyDictKeysObject. */
export class DictKeys {
  /** dk_refcnt: dicts (and the class, for split keys) that use it. */
  refs = 1;
  readonly log2: number;
  kind: KeysKind;
  /** dk_usable: entries that may still be added. */
  usable: number;
  /** Key, value, hash low, hash high of every entry. Split keys leave the value null. */
  entries: (PyObject | number | null)[] = [];
  /** The index table, two numbers a slot: entry index and the low half of its hash, so that most of a probe never leaves the table. Null for 8 slots. */
  indices: Int32Array | null;
  block = 0;
  /** Split keys: how a traversal names the values (`attr x`); made when first asked for. */
  fields: string[] | null = null;

  constructor(log2: number, kind: KeysKind) {
    this.log2 = log2;
    this.kind = kind;
    this.usable = usableFraction(log2);
    this.indices = log2 > LOG_MINSIZE ? new Int32Array(2 << log2).fill(EMPTY) : null;
  }

  /** dk_nentries: entries used, deleted ones included. */
  get count(): number {
    return this.entries.length >> 2;
  }
}

/** Py_EMPTY_KEYS: shared by all empty dicts, never changed, never counted. */
export const EMPTY_KEYS = new DictKeys(0, KEYS_UNICODE);
EMPTY_KEYS.usable = 0;

/** USABLE_FRACTION(1 << log2). */
export function usableFraction(log2: number): number {
  return log2 < 30 ? Math.floor((2 << log2) / 3) : Math.floor((2 ** log2 * 2) / 3);
}

/** _PyDict_KeysSize: bytes of the block. */
export function keysBytes(log2: number, kind: KeysKind): number {
  const width = log2 < 8 ? 1 : log2 < 16 ? 2 : log2 < 32 ? 4 : 8;
  return HEADER_BYTES + (log2 < 30 ? 1 << log2 : 2 ** log2) * width + usableFraction(log2) * (kind === KEYS_GENERAL ? 24 : 16);
}

/** new_keys_object: 8-slot str tables come from their free list. */
export function newKeys(m: Machine, log2: number, kind: KeysKind): DictKeys {
  let block = 0;
  if (log2 === LOG_MINSIZE && kind === KEYS_UNICODE) block = m.freeLists.dictKeys.pop();
  if (block === 0) block = m.memory.alloc(keysBytes(log2, kind));
  const keys = new DictKeys(log2, kind);
  keys.block = block;
  return keys;
}

/** free_keys_object. What start-up drops is not what the program finds. */
export function freeKeysBlock(m: Machine, keys: DictKeys): void {
  if (keys.log2 === LOG_MINSIZE && keys.kind === KEYS_UNICODE && !m.memory.isUncounted && m.freeLists.dictKeys.push(keys.block)) return;
  m.memory.free(keys.block);
}

/** dictkeys_decref: at zero releases keys and values in insertion order. */
export function keysDecref(m: Machine, keys: DictKeys): void {
  if (keys === EMPTY_KEYS || --keys.refs > 0) return;
  const entries = keys.entries;
  for (let i = 0; i < entries.length; i += STRIDE) {
    const key = entries[i] as PyObject | null;
    const value = entries[i + 1] as PyObject | null;
    if (key !== null) decref(m, key);
    if (value !== null) decref(m, value);
  }
  freeKeysBlock(m, keys);
}

/** calculate_log2_keysize: smallest power of two ≥ `minsize`, at least 8 slots; rounds up too far before 3.13.4 (gh-133703). */
export function log2KeySize(m: Machine, minsize: number): number {
  let wanted = Math.max(minsize, 8);
  if (m.profile.dictPresizeRoundsUp) wanted = (((minsize | 8) - 1) | 7) + 1;
  let log2 = LOG_MINSIZE;
  while (2 ** log2 < wanted) log2++;
  return log2;
}

/** estimate_log2_keysize: slots for `n` entries without a resize. */
export function estimateLog2KeySize(m: Machine, n: number): number {
  return log2KeySize(m, Math.floor((n * 3 + 1) / 2));
}

/**
 * Entry index of an exact str in a table whose keys are all exact str; -1 = absent. `data` is the key's own payload with the hash computed.
 * Never runs Python code.
 */
export function lookupStrKey(keys: DictKeys, key: PyObject, data: StrData): number {
  const entries = keys.entries;
  const lo = data.hashLo;
  if (keys.indices === null) {
    const end = entries.length;
    for (let i = 0; i < end; i += STRIDE) if (entries[i] === key) return i >> 2;
    for (let i = 0; i < end; i += STRIDE) {
      if (entries[i + 2] === lo && entries[i] !== null && sameText(entries[i] as PyObject, data)) return i >> 2;
    }
    return -1;
  }
  const indices = keys.indices;
  const mask = (indices.length >> 1) - 1;
  let perturbLo = lo, perturbHi = data.hashHi;
  let slot = lo & mask;
  for (;;) {
    const ix = indices[slot * 2] as number;
    if (ix >= 0) {
      if (indices[slot * 2 + 1] === lo) {
        const candidate = entries[ix * STRIDE] as PyObject;
        if (candidate === key || sameText(candidate, data)) return ix;
      }
    } else if (ix === EMPTY) return -1;
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    slot = (Math.imul(slot, 5) + perturbLo + 1) & mask;
  }
}

function sameText(other: PyObject, data: StrData): boolean {
  const o = other.data as StrData;
  return o.hashHi === data.hashHi && o.value === data.value;
}

/** Called for entry `ix` whose hash equals the wanted one: found, different, or the table changed under the comparison. */
export const FOUND = 1, DIFFERENT = 0, CHANGED = -1;

/**
 * Walks the probe sequence of a hash and asks `examine` about each live entry whose hash is equal; answers the entry index, -1 when absent, -2 when
 * `examine` said that the table changed.
 */
export function probe(keys: DictKeys, lo: number, hi: number, examine: (ix: number) => number): number {
  const entries = keys.entries;
  if (keys.indices === null) {
    for (let ix = 0; ix < entries.length >> 2; ix++) {
      const i = ix * STRIDE;
      if (entries[i + 2] !== lo || entries[i + 3] !== hi || entries[i] === null) continue;
      const verdict = examine(ix);
      if (verdict === FOUND) return ix;
      if (verdict === CHANGED) return -2;
    }
    return -1;
  }
  const indices = keys.indices;
  const mask = (indices.length >> 1) - 1;
  let perturbLo = lo, perturbHi = hi;
  let slot = lo & mask;
  for (;;) {
    const ix = indices[slot * 2] as number;
    if (ix >= 0) {
      const i = ix * STRIDE;
      if (indices[slot * 2 + 1] === lo && entries[i + 3] === hi) {
        const verdict = examine(ix);
        if (verdict === FOUND) return ix;
        if (verdict === CHANGED) return -2;
      }
    } else if (ix === EMPTY) return -1;
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    slot = (Math.imul(slot, 5) + perturbLo + 1) & mask;
  }
}

/** Entry index of an exact int of a small value in any table whose equal-hash keys are ints too; -1 = absent, -2 = ask with comparisons. */
export function lookupIntKey(keys: DictKeys, key: PyObject, value: number, lo: number, hi: number): number {
  const entries = keys.entries;
  const type = key.ob_type;
  if (keys.indices === null) {
    for (let i = 0; i < entries.length; i += STRIDE) {
      if (entries[i + 2] !== lo || entries[i + 3] !== hi) continue;
      const other = entries[i] as PyObject | null;
      if (other === null) continue;
      if (other === key || (other.ob_type === type && other.data === value)) return i >> 2;
      if (other.ob_type !== type) return -2;
    }
    return -1;
  }
  const indices = keys.indices;
  const mask = (indices.length >> 1) - 1;
  let perturbLo = lo, perturbHi = hi;
  let slot = lo & mask;
  for (;;) {
    const ix = indices[slot * 2] as number;
    if (ix >= 0) {
      const i = ix * STRIDE;
      if (indices[slot * 2 + 1] === lo && entries[i + 3] === hi) {
        const other = entries[i] as PyObject;
        if (other === key || (other.ob_type === type && other.data === value)) return ix;
        if (other.ob_type !== type) return -2;
      }
    } else if (ix === EMPTY) return -1;
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    slot = (Math.imul(slot, 5) + perturbLo + 1) & mask;
  }
}

/** Adds an entry at the end (find_empty_slot, dictkeys_set_index). The caller has checked `usable` and that the key is absent; steals both. */
export function addEntry(keys: DictKeys, key: PyObject, value: PyObject | null, lo: number, hi: number): number {
  const ix = keys.entries.length >> 2;
  if (keys.indices !== null) setIndex(keys.indices, lo, hi, ix);
  // A literal for the first one takes no more of the host's memory than it needs: an empty array that is pushed to makes room for many.
  if (ix === 0) keys.entries = [key, value, lo, hi];
  else keys.entries.push(key, value, lo, hi);
  keys.usable--;
  return ix;
}

function setIndex(indices: Int32Array, lo: number, hi: number, ix: number): void {
  const mask = (indices.length >> 1) - 1;
  let perturbLo = lo, perturbHi = hi;
  let slot = lo & mask;
  while ((indices[slot * 2] as number) >= 0) {
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    slot = (Math.imul(slot, 5) + perturbLo + 1) & mask;
  }
  indices[slot * 2] = ix;
  indices[slot * 2 + 1] = lo;
}

/** Marks entry `ix` deleted (delitem_common); the caller owns what stood there afterwards. */
export function removeEntry(keys: DictKeys, ix: number): void {
  const i = ix * STRIDE;
  const { indices, entries } = keys;
  if (indices !== null) {
    const mask = (indices.length >> 1) - 1;
    let perturbLo = entries[i + 2] as number, perturbHi = entries[i + 3] as number;
    let slot = perturbLo & mask;
    while (indices[slot * 2] !== ix) {
      perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
      perturbHi >>>= 5;
      slot = (Math.imul(slot, 5) + perturbLo + 1) & mask;
    }
    indices[slot * 2] = DUMMY;
  }
  entries[i] = null;
  entries[i + 1] = null;
}

/** Fills the index table of a fresh keys object for entries that stand in place already (build_indices). */
export function buildIndices(keys: DictKeys): void {
  const { indices, entries } = keys;
  if (indices === null) return;
  for (let i = 0; i < entries.length; i += STRIDE) setIndex(indices, entries[i + 2] as number, entries[i + 3] as number, i >> 2);
}

/** insert_split_key: index of a str in a class's shared keys, added if there is room; -1 = no room. The key gains a reference when added. */
export function insertSplitKey(keys: DictKeys, key: PyObject, data: StrData): number {
  const ix = lookupStrKey(keys, key, data);
  if (ix >= 0 || keys.usable <= 0) return ix;
  return addEntry(keys, incref(key), null, data.hashLo, data.hashHi);
}

/** clone_combined_dict_keys: an identical table with new references; never from the free list. */
export function cloneKeys(m: Machine, original: DictKeys): DictKeys {
  const keys = new DictKeys(original.log2, original.kind);
  keys.block = m.memory.alloc(keysBytes(original.log2, original.kind));
  keys.usable = original.usable;
  keys.entries = original.entries.slice();
  if (original.indices !== null && keys.indices !== null) keys.indices.set(original.indices);
  m.chargeWork(original.entries.length);
  for (let i = 0; i < keys.entries.length; i += STRIDE) {
    const key = keys.entries[i] as PyObject | null;
    if (key === null) continue;
    incref(key);
    incref(keys.entries[i + 1] as PyObject);
  }
  return keys;
}
