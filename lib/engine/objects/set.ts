// set and frozenset: objects and what other files need of them (CPython Objects/setobject.c). The table is in set-table.ts, operators and methods in
// set-methods.ts, the type specifications in set-type.ts.
import type { Machine } from '../machine.ts';
import { getIter, iterNext } from './abstract.ts';
import { freeObject, gcUntrack } from './alloc.ts';
import { dictHashAt, dictKeyAt, dictLen, dictNext, hashForContainer, isDictExact } from './dict.ts';
import { genericAlloc, trashcanBegin, trashcanEnd } from './instance.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { PyRaise } from '../errors.ts';
import { dropRaise, matches } from './raise.ts';
import { SetData, addKey, clearTable, discardKey, findSlot, mergeTable, resizeTable } from './set-table.ts';
import { strHash } from './str.ts';
import type { StrData } from './str.ts';
import { mayBeTracked } from './tracking.ts';
import type { PyType, Visit } from './type.ts';
import { isSubtype } from './type.ts';
import { clearWeakrefs } from './weakref.ts';

/** A set or frozenset, or an instance of a subclass. */
export interface PySet extends PyObject {
  data: SetData;
}

/** PyAnySet_Check. */
export function isAnySet(m: Machine, o: PyObject): o is PySet {
  const type = o.ob_type;
  return type === m.types.set || type === m.types.frozenset || (o.data instanceof SetData && (isSubtype(type, m.types.set) || isSubtype(type, m.types.frozenset)));
}

/** PyAnySet_CheckExact. */
export function isAnySetExact(m: Machine, o: PyObject): o is PySet {
  return o.ob_type === m.types.set || o.ob_type === m.types.frozenset;
}

/** PySet_Check: a mutable set. */
export function isSet(m: Machine, o: PyObject): o is PySet {
  return o.ob_type === m.types.set || isSubtype(o.ob_type, m.types.set);
}

/** make_new_set: an object of the given type with what the iterable yields (null = empty). */
export function makeSet(m: Machine, type: PyType, iterable: PyObject | null): PySet {
  const set = genericAlloc(m, type, new SetData()) as PySet;
  if (iterable !== null) {
    try {
      setUpdate(m, set, iterable);
    } catch (error) {
      decref(m, set);
      throw error;
    }
  }
  if (m.profile.frozensetUntrackedAtCreation && type === m.types.frozenset) untrackAtoms(m, set);
  return set;
}

/** 3.15: frozensets of atomic items are not tracked. */
export function untrackAtoms(m: Machine, set: PySet): void {
  for (const key of set.data.keys) if (key !== null && key !== undefined && mayBeTracked(m, key)) return;
  gcUntrack(m, set);
}

/** PySet_New. */
export function newSetFrom(m: Machine, iterable: PyObject | null): PySet {
  return makeSet(m, m.types.set, iterable);
}

/** A set of borrowed members, added one by one. */
export function newSet(m: Machine, members: readonly PyObject[]): PySet {
  return filled(m, makeSet(m, m.types.set, null), members);
}

/** A frozenset of borrowed members. */
export function newFrozenset(m: Machine, members: readonly PyObject[]): PySet {
  const set = filled(m, makeSet(m, m.types.frozenset, null), members);
  if (m.profile.frozensetUntrackedAtCreation) untrackAtoms(m, set);
  return set;
}

function filled(m: Machine, set: PySet, members: readonly PyObject[]): PySet {
  try {
    for (let i = 0; i < members.length; i++) setAdd(m, set, members[i] as PyObject);
  } catch (error) {
    decref(m, set);
    throw error;
  }
  return set;
}

/** Hash of an element: low half, high half in m.hashHi. */
export function hashElement(m: Machine, key: PyObject): number {
  if (key.ob_type === m.types.str) {
    const data = key.data as StrData;
    if (!data.hashed) return strHash(m, key);
    m.hashHi = data.hashHi;
    return data.hashLo;
  }
  return hashForContainer(m, key, 'as a set element');
}

/** PySet_Add: takes a new reference if it is added. */
export function setAdd(m: Machine, set: PyObject, key: PyObject): boolean {
  const lo = hashElement(m, key);
  return addKey(m, set.data as SetData, incref(key), lo, m.hashHi);
}

/** PySet_Discard. */
export function setDiscard(m: Machine, set: PyObject, key: PyObject): boolean {
  const lo = hashElement(m, key);
  return discardKey(m, set.data as SetData, key, lo, m.hashHi);
}

/** PySet_Contains, without the detour for sets as elements. */
export function setContains(m: Machine, set: PyObject, key: PyObject): boolean {
  const lo = hashElement(m, key);
  return findSlot(m, set.data as SetData, key, lo, m.hashHi) >= 0;
}

/** Runs `use` with the key, or with a frozenset of it when it is an unhashable set (contains, remove and discard accept those). */
export function withHashableKey<T>(m: Machine, key: PyObject, use: (key: PyObject) => T): T {
  try {
    return use(key);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.TypeError) || !isSet(m, key)) throw error;
    dropRaise(m, error);
    const frozen = makeSet(m, m.types.frozenset, key);
    try {
      return use(frozen);
    } finally {
      decref(m, frozen);
    }
  }
}

/** Number of elements. */
export function setLen(set: PyObject): number {
  return (set.data as SetData).used;
}

/** All elements in table order; borrowed. */
export function setKeysInOrder(set: PyObject): PyObject[] {
  const result: PyObject[] = [];
  const keys = (set.data as SetData).keys;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== null && key !== undefined) result.push(key);
  }
  return result;
}

export { setKeysInOrder as setMembers };

/** set_update_internal: sets by table, exact dicts by their keys, anything else by iterator. */
export function setUpdate(m: Machine, set: PyObject, source: PyObject): void {
  const data = set.data as SetData;
  if (isAnySet(m, source)) mergeTable(m, data, source.data);
  else if (isDictExact(m, source)) addDictKeys(m, data, source);
  else {
    forEachOf(m, source, (key) => {
      const lo = hashElement(m, key);
      addKey(m, data, incref(key), lo, m.hashHi);
    });
  }
}

function addDictKeys(m: Machine, data: SetData, dict: PyObject): void {
  const count = dictLen(dict);
  m.chargeWork(count);
  if ((data.fill + count) * 5 >= data.mask * 3) resizeTable(m, data, (data.used + count) * 2);
  for (let p = dictNext(dict, 0); p >= 0; p = dictNext(dict, p + 1)) {
    const [lo, hi] = dictHashAt(dict, p);
    addKey(m, data, incref(dictKeyAt(dict, p)), lo, hi);
  }
}

/** Calls `visit` with each (borrowed) item of an iterable. */
export function forEachOf(m: Machine, iterable: PyObject, visit: (item: PyObject) => boolean | void): void {
  const iterator = getIter(m, iterable);
  try {
    for (;;) {
      const item = iterNext(m, iterator);
      if (item === null) return;
      m.chargeWork(1);
      let stop: boolean | void;
      try {
        stop = visit(item);
      } finally {
        decref(m, item);
      }
      if (stop === true) return;
    }
  } finally {
    decref(m, iterator);
  }
}

/** set_dealloc. */
export function setDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  if (!trashcanBegin(m, self, setDealloc)) return;
  clearWeakrefs(m, self);
  const { keys, block } = self.data as SetData;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== null && key !== undefined) decref(m, key);
  }
  if (block !== 0) m.memory.free(block);
  freeObject(m, self);
  trashcanEnd(m);
}

/** set_traverse. */
export function setTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const keys = (self.data as SetData).keys;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== null && key !== undefined) visit(key, 'element', i);
  }
}

/** set.clear(). */
export function setClear(m: Machine, self: PyObject): void {
  clearTable(m, self.data as SetData);
}
