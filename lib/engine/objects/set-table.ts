// The hash table of sets (CPython Objects/setobject.c: set_lookkey, set_add_entry, set_insert_clean, set_table_resize, set_merge).
//
// The table is CPython's to the slot: full 64-bit hashes, nine linear probes before each jump, deleted slots left as dummies. Iteration order is table
// order, so it is the real interpreter's order. In `keys`, null is a free slot and undefined a dummy.
import type { Machine } from '../machine.ts';
import { COLLISION_WORK } from '../limits.ts';
import { richCompareBool } from './abstract.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import type { StrData } from './str.ts';
import { EQ } from './type.ts';

/** PySet_MINSIZE: slots inside the object itself. */
export const MIN_SLOTS = 8;
const LINEAR_PROBES = 9;
/** sizeof(setentry). */
export const ENTRY_BYTES = 16;
/** Sets larger than this grow by two instead of four. */
const LARGE_SET = 50000;

/** PySetObject's own part. */
export class SetData {
  keys: (PyObject | null | undefined)[] = [null, null, null, null, null, null, null, null];
  lo = new Int32Array(MIN_SLOTS);
  hi = new Int32Array(MIN_SLOTS);
  mask = MIN_SLOTS - 1;
  /** Active and dummy slots / active slots. */
  fill = 0;
  used = 0;
  /** Where pop() searches next. */
  finger = 0;
  /** Block of a table outside of the object; 0 = the small table. */
  block = 0;
  /** frozenset: the hash once computed. */
  hashLo = 0;
  hashHi = 0;
  hashed = false;
}

/**
 * set_lookkey and the search of set_add_entry: the slot that holds an equal key, or -1 - (the slot where the key belongs: the last dummy passed on the
 * way, else the free slot where the search ended). May run Python code.
 */
export function findSlot(m: Machine, data: SetData, key: PyObject, lo: number, hi: number): number {
  restart: for (;;) {
    const { keys, lo: los, hi: his, mask } = data;
    let perturbLo = lo, perturbHi = hi;
    let i = lo & mask;
    let dummy = -1;
    for (;;) {
      const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let slot = i; slot <= last; slot++) {
        const candidate = keys[slot];
        if (candidate === null) return -1 - (dummy >= 0 ? dummy : slot);
        if (candidate === undefined) dummy = slot;
        else if (los[slot] === lo && his[slot] === hi) {
          if (candidate === key) return slot;
          const verdict = sameKey(m, data, candidate, key, keys, slot);
          if (verdict > 0) return slot;
          if (verdict < 0) continue restart;
        }
      }
      perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
      perturbHi >>>= 5;
      i = (Math.imul(i, 5) + 1 + perturbLo) & mask;
    }
  }
}

/** 1 equal, 0 different, -1 the table changed meanwhile. */
function sameKey(m: Machine, data: SetData, candidate: PyObject, key: PyObject, keys: SetData['keys'], slot: number): number {
  const type = key.ob_type;
  if (candidate.ob_type === type) {
    if (type === m.types.str) return (candidate.data as StrData).value === (key.data as StrData).value ? 1 : 0;
    if (type === m.types.int && typeof key.data === 'number') return candidate.data === key.data ? 1 : 0;
  }
  m.chargeWork(COLLISION_WORK);
  incref(candidate);
  let same: boolean;
  try {
    same = richCompareBool(m, candidate, key, EQ);
  } finally {
    decref(m, candidate);
  }
  if (data.keys !== keys || keys[slot] !== candidate) return -1;
  return same ? 1 : 0;
}

/** set_add_entry: steals the key; gives it back when an equal one is there. Answers true if added. */
export function addKey(m: Machine, data: SetData, key: PyObject, lo: number, hi: number): boolean {
  let slot: number;
  try {
    slot = findSlot(m, data, key, lo, hi);
  } catch (error) {
    decref(m, key);
    throw error;
  }
  if (slot >= 0) {
    decref(m, key);
    return false;
  }
  slot = -1 - slot;
  const reusesDummy = data.keys[slot] === undefined;
  data.keys[slot] = key;
  data.lo[slot] = lo;
  data.hi[slot] = hi;
  data.used++;
  if (reusesDummy) return true;
  data.fill++;
  if (data.fill * 5 >= data.mask * 3) resizeTable(m, data, data.used > LARGE_SET ? data.used * 2 : data.used * 4);
  return true;
}

/** Grows after many deletions too (set_difference_update_internal). */
export function dropDummies(m: Machine, data: SetData): void {
  if (data.fill - data.used > Math.floor(data.mask / 4)) resizeTable(m, data, data.used > LARGE_SET ? data.used * 2 : data.used * 4);
}

/** set_insert_clean: the table has neither dummies nor an equal key. */
function insertClean(keys: SetData['keys'], los: Int32Array, his: Int32Array, mask: number, key: PyObject, lo: number, hi: number): void {
  let perturbLo = lo, perturbHi = hi;
  let i = lo & mask;
  for (;;) {
    const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
    for (let slot = i; slot <= last; slot++) {
      if (keys[slot] !== null) continue;
      keys[slot] = key;
      los[slot] = lo;
      his[slot] = hi;
      return;
    }
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    i = (Math.imul(i, 5) + 1 + perturbLo) & mask;
  }
}

/** set_table_resize: the smallest power of two above `minUsed`. */
export function resizeTable(m: Machine, data: SetData, minUsed: number): void {
  let slots = MIN_SLOTS;
  while (slots <= minUsed) slots *= 2;
  if (slots === MIN_SLOTS && data.block === 0 && data.fill === data.used) return;
  m.chargeWork(data.mask);
  const oldBlock = data.block;
  const block = slots === MIN_SLOTS ? 0 : m.memory.alloc(slots * ENTRY_BYTES);
  const { keys: oldKeys, lo: oldLo, hi: oldHi } = data;
  const keys: SetData['keys'] = [];
  for (let i = 0; i < slots; i++) keys.push(null);
  const los = new Int32Array(slots), his = new Int32Array(slots);
  for (let i = 0; i < oldKeys.length; i++) {
    const key = oldKeys[i];
    if (key !== null && key !== undefined) insertClean(keys, los, his, slots - 1, key, oldLo[i] as number, oldHi[i] as number);
  }
  data.keys = keys;
  data.lo = los;
  data.hi = his;
  data.mask = slots - 1;
  data.fill = data.used;
  data.block = block;
  if (oldBlock !== 0) m.memory.free(oldBlock);
}

/** set_merge: adds all keys of another set. */
export function mergeTable(m: Machine, data: SetData, other: SetData): void {
  if (other === data || other.used === 0) return;
  m.chargeWork(other.mask);
  if ((data.fill + other.used) * 5 >= data.mask * 3) resizeTable(m, data, (data.used + other.used) * 2);
  if (data.fill === 0) return fillEmpty(data, other);
  for (let i = 0; i < other.keys.length; i++) {
    const key = other.keys[i];
    if (key !== null && key !== undefined) addKey(m, data, incref(key), other.lo[i] as number, other.hi[i] as number);
  }
}

/** Our table is empty: copy slot by slot when both have one size and no dummies, else insert without comparisons. */
function fillEmpty(data: SetData, other: SetData): void {
  const sameLayout = data.mask === other.mask && other.fill === other.used;
  for (let i = 0; i < other.keys.length; i++) {
    const key = other.keys[i];
    if (key === null || key === undefined) continue;
    incref(key);
    const lo = other.lo[i] as number, hi = other.hi[i] as number;
    if (sameLayout) {
      data.keys[i] = key;
      data.lo[i] = lo;
      data.hi[i] = hi;
    } else insertClean(data.keys, data.lo, data.hi, data.mask, key, lo, hi);
  }
  data.fill = other.used;
  data.used = other.used;
}

/** set_clear_internal: back to the small table, then the keys are released in table order. */
export function clearTable(m: Machine, data: SetData): void {
  if (data.fill === 0 && data.block === 0) return;
  const { keys, block } = data;
  data.keys = [null, null, null, null, null, null, null, null];
  data.lo = new Int32Array(MIN_SLOTS);
  data.hi = new Int32Array(MIN_SLOTS);
  data.mask = MIN_SLOTS - 1;
  data.fill = 0;
  data.used = 0;
  data.block = 0;
  data.hashed = false;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== null && key !== undefined) decref(m, key);
  }
  if (block !== 0) m.memory.free(block);
}

/** set_discard_entry: false = not there. */
export function discardKey(m: Machine, data: SetData, key: PyObject, lo: number, hi: number): boolean {
  const slot = findSlot(m, data, key, lo, hi);
  if (slot < 0) return false;
  const old = data.keys[slot] as PyObject;
  makeDummy(data, slot);
  decref(m, old);
  return true;
}

/** Marks a slot deleted; its reference now belongs to the caller. */
export function makeDummy(data: SetData, slot: number): void {
  data.keys[slot] = undefined;
  data.lo[slot] = -1;
  data.hi[slot] = -1;
  data.used--;
}

/** Exchanges the tables of two sets (set_swap_bodies). */
export function swapTables(a: SetData, b: SetData): void {
  const kept = { keys: a.keys, lo: a.lo, hi: a.hi, mask: a.mask, fill: a.fill, used: a.used, block: a.block };
  a.keys = b.keys; a.lo = b.lo; a.hi = b.hi; a.mask = b.mask; a.fill = b.fill; a.used = b.used; a.block = b.block;
  b.keys = kept.keys; b.lo = kept.lo; b.hi = kept.hi; b.mask = kept.mask; b.fill = kept.fill; b.used = kept.used; b.block = kept.block;
  a.hashed = false;
  b.hashed = false;
}
