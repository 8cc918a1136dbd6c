// Operators and methods of set and frozenset (CPython Objects/setobject.c).
import type { Machine } from '../machine.ts';
import { dictGetKnownHash, dictHashAt, dictKeyAt, dictLen, dictNext, isDictExact } from './dict.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { keyError, raise } from './raise.ts';
import { forEachOf, hashElement, isAnySet, makeSet, setClear, setContains, setLen, setUpdate, untrackAtoms, withHashableKey } from './set.ts';
import type { PySet } from './set.ts';
import { addKey, clearTable, discardKey, dropDummies, findSlot, makeDummy, mergeTable, swapTables } from './set-table.ts';
import type { SetData } from './set-table.ts';
import type { PyType } from './type.ts';
import { EQ, GE, GT, LE, LT, NE, isSubtype } from './type.ts';
import type { CompareOp } from './type.ts';

function dataOf(o: PyObject): SetData {
  return o.data as SetData;
}

/** make_new_set_basetype: results of operators are of the base type. */
function baseType(m: Machine, type: PyType): PyType {
  return isSubtype(type, m.types.set) ? m.types.set : m.types.frozenset;
}

/** set_copy. */
export function copySet(m: Machine, self: PyObject): PySet {
  const result = makeSet(m, baseType(m, self.ob_type), null);
  mergeTable(m, dataOf(result), dataOf(self));
  return settle(m, result);
}

function settle(m: Machine, result: PySet): PySet {
  if (m.profile.frozensetUntrackedAtCreation && result.ob_type === m.types.frozenset) untrackAtoms(m, result);
  return result;
}

/** Runs `fill` on a new result; gives the result up if it throws. */
function build(m: Machine, result: PySet, fill: (data: SetData) => void): PySet {
  try {
    fill(dataOf(result));
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return settle(m, result);
}

/** Calls `visit` for each element of a set in table order, with its hash; tolerates changes of the table. */
function eachEntry(m: Machine, data: SetData, visit: (key: PyObject, lo: number, hi: number) => boolean | void): void {
  for (let i = 0; i <= data.mask; i++) {
    const key = data.keys[i];
    if (key === null || key === undefined) continue;
    const lo = data.lo[i] as number, hi = data.hi[i] as number;
    incref(key);
    let stop: boolean | void;
    try {
      stop = visit(key, lo, hi);
    } finally {
      decref(m, key);
    }
    if (stop === true) return;
  }
}

/** set.union and `|`. */
export function unionOf(m: Machine, self: PyObject, others: readonly PyObject[]): PyObject {
  const result = copySet(m, self);
  try {
    for (const other of others) if (other !== self) setUpdate(m, result, other);
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return settle(m, result);
}

/** set_intersection. */
export function intersectionOf(m: Machine, self: PyObject, other: PyObject): PySet {
  if (self === other) return copySet(m, self);
  return build(m, makeSet(m, baseType(m, self.ob_type), null), (result) => {
    if (isAnySet(m, other)) {
      const [small, large] = setLen(other) > setLen(self) ? [dataOf(self), dataOf(other)] : [dataOf(other), dataOf(self)];
      m.chargeWork(small.mask);
      eachEntry(m, small, (key, lo, hi) => {
        if (findSlot(m, large, key, lo, hi) >= 0) addKey(m, result, incref(key), lo, hi);
      });
      return;
    }
    forEachOf(m, other, (key) => {
      const lo = hashElement(m, key), hi = m.hashHi;
      if (findSlot(m, dataOf(self), key, lo, hi) >= 0) addKey(m, result, incref(key), lo, hi);
    });
  });
}

/** set.intersection(*others). */
export function intersectionMulti(m: Machine, self: PyObject, others: readonly PyObject[]): PySet {
  if (others.length === 0) return copySet(m, self);
  let result: PyObject = incref(self);
  for (const other of others) {
    try {
      const next = intersectionOf(m, result, other);
      decref(m, result);
      result = next;
    } catch (error) {
      decref(m, result);
      throw error;
    }
  }
  return result as PySet;
}

/** set_difference. */
export function differenceOf(m: Machine, self: PyObject, other: PyObject): PySet {
  const otherSet = isAnySet(m, other) ? other : null;
  const otherDict = otherSet === null && isDictExact(m, other) ? other : null;
  if (otherSet === null && otherDict === null) return copyAndSubtract(m, self, other);
  const otherSize = otherSet !== null ? setLen(otherSet) : dictLen(other);
  if (setLen(self) >> 2 > otherSize) return copyAndSubtract(m, self, other);
  return build(m, makeSet(m, baseType(m, self.ob_type), null), (result) => {
    m.chargeWork(dataOf(self).mask);
    eachEntry(m, dataOf(self), (key, lo, hi) => {
      const present = otherSet !== null ? findSlot(m, otherSet.data, key, lo, hi) >= 0 : dictGetKnownHash(m, other, key, lo, hi) !== null;
      if (!present) addKey(m, result, incref(key), lo, hi);
    });
  });
}

function copyAndSubtract(m: Machine, self: PyObject, other: PyObject): PySet {
  return build(m, copySet(m, self), (result) => subtractFrom(m, result, self, other));
}

/** set_difference_update_internal on `data`; `self` is the object it belongs to or was copied from. */
function subtractFrom(m: Machine, data: SetData, self: PyObject, other: PyObject): void {
  if (self === other || dataOf(other) === data) {
    clearTable(m, data);
    return;
  }
  if (isAnySet(m, other)) {
    const reduced = setLen(other) >> 3 > data.used ? intersectionOf(m, self, other) : incref(other);
    try {
      m.chargeWork(dataOf(reduced).mask);
      eachEntry(m, dataOf(reduced), (key, lo, hi) => {
        discardKey(m, data, key, lo, hi);
      });
    } finally {
      decref(m, reduced);
    }
  } else {
    forEachOf(m, other, (key) => {
      const lo = hashElement(m, key);
      discardKey(m, data, key, lo, m.hashHi);
    });
  }
  dropDummies(m, data);
}

/** set.difference(*others). */
export function differenceMulti(m: Machine, self: PyObject, others: readonly PyObject[]): PySet {
  if (others.length === 0) return copySet(m, self);
  const result = differenceOf(m, self, others[0] as PyObject);
  return build(m, result, (data) => {
    for (let i = 1; i < others.length; i++) subtractFrom(m, data, result, others[i] as PyObject);
  });
}

/** set_symmetric_difference_update on `data`. */
function xorInto(m: Machine, data: SetData, type: PyType, other: PyObject): void {
  const toggle = (key: PyObject, lo: number, hi: number): void => {
    if (!discardKey(m, data, key, lo, hi)) addKey(m, data, incref(key), lo, hi);
  };
  if (isDictExact(m, other)) {
    for (let p = dictNext(other, 0); p >= 0; p = dictNext(other, p + 1)) {
      const key = incref(dictKeyAt(other, p));
      const [lo, hi] = dictHashAt(other, p);
      try {
        toggle(key, lo, hi);
      } finally {
        decref(m, key);
      }
    }
    return;
  }
  const otherSet = isAnySet(m, other) ? incref(other) : makeSet(m, baseType(m, type), other);
  try {
    m.chargeWork(dataOf(otherSet).mask);
    eachEntry(m, dataOf(otherSet), toggle);
  } finally {
    decref(m, otherSet);
  }
}

/** set_symmetric_difference: starts from a copy of the other operand. */
export function symmetricDifferenceOf(m: Machine, self: PyObject, other: PyObject): PySet {
  const result = makeSet(m, baseType(m, self.ob_type), other);
  return build(m, result, (data) => xorInto(m, data, result.ob_type, self));
}

export function isDisjoint(m: Machine, self: PyObject, other: PyObject): boolean {
  if (self === other) return setLen(self) === 0;
  let common = false;
  if (isAnySet(m, other)) {
    const [small, large] = setLen(other) > setLen(self) ? [dataOf(self), dataOf(other)] : [dataOf(other), dataOf(self)];
    m.chargeWork(small.mask);
    eachEntry(m, small, (key, lo, hi) => (common = findSlot(m, large, key, lo, hi) >= 0));
    return !common;
  }
  forEachOf(m, other, (key) => {
    const lo = hashElement(m, key);
    return (common = findSlot(m, dataOf(self), key, lo, m.hashHi) >= 0);
  });
  return !common;
}

export function isSubset(m: Machine, self: PyObject, other: PyObject): boolean {
  if (!isAnySet(m, other)) {
    const common = intersectionOf(m, self, other);
    const result = setLen(common) === setLen(self);
    decref(m, common);
    return result;
  }
  if (setLen(self) > setLen(other)) return false;
  m.chargeWork(dataOf(self).mask);
  let all = true;
  eachEntry(m, dataOf(self), (key, lo, hi) => {
    all = findSlot(m, dataOf(other), key, lo, hi) >= 0;
    return !all;
  });
  return all;
}

export function isSuperset(m: Machine, self: PyObject, other: PyObject): boolean {
  if (isAnySet(m, other)) return isSubset(m, other, self);
  let all = true;
  forEachOf(m, other, (key) => {
    const lo = hashElement(m, key);
    all = findSlot(m, dataOf(self), key, lo, m.hashHi) >= 0;
    return !all;
  });
  return all;
}

/** set_richcompare. */
export function compareSets(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isAnySet(m, a) || !isAnySet(m, b)) return incref(m.NotImplemented);
  let answer: boolean;
  switch (op) {
    case EQ: answer = equalSets(m, a, b); break;
    case NE: answer = !equalSets(m, a, b); break;
    case LE: answer = isSubset(m, a, b); break;
    case GE: answer = isSubset(m, b, a); break;
    case LT: answer = setLen(a) < setLen(b) && isSubset(m, a, b); break;
    case GT: answer = setLen(a) > setLen(b) && isSubset(m, b, a); break;
    default: return op satisfies never;
  }
  return incref(answer ? m.True : m.False);
}

function equalSets(m: Machine, a: PySet, b: PySet): boolean {
  const x = a.data, y = b.data;
  if (x.used !== y.used) return false;
  if (x.hashed && y.hashed && (x.hashLo !== y.hashLo || x.hashHi !== y.hashHi)) return false;
  return isSubset(m, a, b);
}

/** `a op b` for two sets; anything else is NotImplemented. */
export function setOperator(work: (m: Machine, a: PyObject, b: PyObject) => PyObject): (m: Machine, a: PyObject, b: PyObject) => PyObject {
  return (m, a, b) => (isAnySet(m, a) && isAnySet(m, b) ? work(m, a, b) : incref(m.NotImplemented));
}

/** `a op= b`: `work` changes `a`. */
export function inplaceOperator(work: (m: Machine, self: PyObject, other: PyObject) => void): (m: Machine, a: PyObject, b: PyObject) => PyObject {
  return (m, a, b) => {
    if (!isAnySet(m, b)) return incref(m.NotImplemented);
    work(m, a, b);
    return incref(a);
  };
}

export function intersectionUpdate(m: Machine, self: PyObject, others: readonly PyObject[]): void {
  const common = intersectionMulti(m, self, others);
  swapTables(dataOf(self), dataOf(common));
  decref(m, common);
}

export function differenceUpdate(m: Machine, self: PyObject, others: readonly PyObject[]): void {
  for (const other of others) subtractFrom(m, dataOf(self), self, other);
}

export function symmetricDifferenceUpdate(m: Machine, self: PyObject, other: PyObject): void {
  if (self === other) setClear(m, self);
  else xorInto(m, dataOf(self), self.ob_type, other);
}

export function updateMulti(m: Machine, self: PyObject, others: readonly PyObject[]): void {
  for (const other of others) setUpdate(m, self, other);
}

/** set_pop: from the finger on, in table order. */
export function popElement(m: Machine, self: PyObject): PyObject {
  const data = dataOf(self);
  if (data.used === 0) throw raise(m, m.types.KeyError, 'pop from an empty set');
  let slot = data.finger & data.mask;
  while (data.keys[slot] === null || data.keys[slot] === undefined) slot = slot === data.mask ? 0 : slot + 1;
  const key = data.keys[slot] as PyObject;
  makeDummy(data, slot);
  data.finger = slot + 1;
  return key;
}

export function removeElement(m: Machine, self: PyObject, key: PyObject): void {
  const found = withHashableKey(m, key, (k) => discardKey(m, dataOf(self), k, hashElement(m, k), m.hashHi));
  if (!found) throw keyError(m, key);
}

export function discardElement(m: Machine, self: PyObject, key: PyObject): void {
  withHashableKey(m, key, (k) => discardKey(m, dataOf(self), k, hashElement(m, k), m.hashHi));
}

export function containsElement(m: Machine, self: PyObject, key: PyObject): boolean {
  return withHashableKey(m, key, (k) => setContains(m, self, k));
}
