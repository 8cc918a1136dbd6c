// Copying, merging and comparing dicts (CPython Objects/dictobject.c: PyDict_Copy, dict_merge, PyDict_MergeFromSeq2, dict_equal, _PyDict_FromKeys).
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import type { SetData } from './set-table.ts';
import { getItem, getIter, iterNext, lookupAttr, richCompareBool, setItem } from './abstract.ts';
import { callMethod, callNoArgs } from './call.ts';
import { cloneKeys, estimateLog2KeySize, usableFraction, LOG_MINSIZE } from './dict-keys.ts';
import {
  dictGetKnownHash, dictHashAt, dictKeyAt, dictNext, dictSet, dictValueAt, hasStrKeysOnly, hashKey, insertStolen, isAnyDict, isDictExact,
  newDict, newDictOnKeys, resize,
} from './dict.ts';
import { newSplitDict, sharedCapacity, valuesBytes } from './dict-split.ts';
import type { DictData, PyDict } from './dict.ts';
import { gcTrack } from './alloc.ts';
import { listItems, sequenceList } from './list.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { dropRaise, keyError, matches, runtimeError, typeError, valueError } from './raise.ts';
import { isAnySetExact } from './set.ts';
import { intern } from './names.ts';
import { newStr } from './str.ts';
import { EQ } from './type.ts';

/** PyDict_Copy: a dict of the exact type. */
export function dictCopy(m: Machine, d: PyObject): PyDict {
  const data = d.data as DictData;
  if (data.used === 0) return newDict(m);
  if (data.values !== null) return copySplit(m, d, data);
  if (usesDictIter(m, d) && data.used >= Math.floor((data.keys.count * 2) / 3)) return cloneDict(m, d, data);
  const copy = newDict(m);
  try {
    dictMerge(m, copy, d, true);
  } catch (error) {
    decref(m, copy);
    throw error;
  }
  return copy;
}

function usesDictIter(m: Machine, d: PyObject): boolean {
  return d.ob_type.tp_iter === m.types.dict.tp_iter || d.ob_type.tp_iter === m.types.frozendict.tp_iter;
}

function cloneDict(m: Machine, d: PyObject, data: DictData): PyDict {
  const copy = newDictOnKeys(m, cloneKeys(m, data.keys));
  copy.data.used = data.used;
  if (d.gc_next !== null && copy.gc_next === null) gcTrack(m, copy);
  return copy;
}

function copySplit(m: Machine, d: PyObject, data: DictData): PyDict {
  const values = (data.values ?? []).slice();
  const block = m.memory.alloc(valuesBytes(m, sharedCapacity(data.keys)));
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as PyObject | null;
    if (value !== null) incref(value);
  }
  const copy = newSplitDict(m, data.keys, values, data.order === null ? null : data.order.slice(), null, block);
  if (d.gc_next !== null && copy.gc_next === null) gcTrack(m, copy);
  return copy;
}

/** dict_merge(a, b, 1 or 0): `override` false keeps values that are there already. */
export function dictMerge(m: Machine, a: PyObject, b: PyObject, override: boolean): void {
  if (isAnyDict(m, b) && usesDictIter(m, b)) mergeDict(m, a as PyDict, b, override ? 'replace' : 'keep');
  else mergeMapping(m, a, b, override ? 'replace' : 'keep');
}

type OnDuplicate = 'replace' | 'keep' | 'refuse';

function mergeDict(m: Machine, a: PyDict, b: PyDict, mode: OnDuplicate): void {
  const into = a.data, from = b.data;
  if (a === b || from.used === 0) return;
  m.chargeWork(from.used);
  const started = from.used;
  if (into.used === 0 && cloneable(into, from)) return adoptClone(m, a, b);
  const onDuplicate = into.used === 0 ? 'replace' : mode;
  if (usableFraction(into.keys.log2) < from.used) resize(m, into, estimateLog2KeySize(m, into.used + from.used), hasStrKeysOnly(from));
  for (let p = dictNext(b, 0); p >= 0; p = dictNext(b, p + 1)) {
    mergeItem(m, a, b, p, onDuplicate);
    if (from.used !== started) throw runtimeError(m, 'dict mutated during update');
  }
}

/** "Clean, combined and just allocated": the whole table can be copied as it is. */
function cloneable(into: DictData, from: DictData): boolean {
  if (into.values !== null || from.values !== null || from.used !== from.keys.count) return false;
  return from.keys.log2 === LOG_MINSIZE || usableFraction(from.keys.log2 - 1) < from.used;
}

function adoptClone(m: Machine, a: PyDict, b: PyDict): void {
  const keys = cloneKeys(m, b.data.keys);
  const old = a.data.keys;
  a.data.keys = keys;
  a.data.used = b.data.used;
  a.data.keysVersion++;
  if (old.block !== 0) m.memory.free(old.block);
  if (b.gc_next !== null && a.gc_next === null) gcTrack(m, a);
}

function mergeItem(m: Machine, a: PyDict, b: PyDict, position: number, onDuplicate: OnDuplicate): void {
  const key = incref(dictKeyAt(b, position));
  const value = incref(dictValueAt(b, position) as PyObject);
  const [lo, hi] = dictHashAt(b, position);
  try {
    const present = onDuplicate !== 'replace' && dictGetKnownHash(m, a, key, lo, hi) !== null;
    if (!present) insertStolen(m, a, incref(key), lo, hi, incref(value));
    else if (onDuplicate === 'refuse') throw keyError(m, key);
  } finally {
    decref(m, value);
    decref(m, key);
  }
}

/** Any object with keys() and `__getitem__`. */
function mergeMapping(m: Machine, a: PyObject, b: PyObject, onDuplicate: OnDuplicate): void {
  const keys = callMethod(m, b, intern(m, 'keys'), []);
  let iterator: PyObject;
  try {
    iterator = getIter(m, keys);
  } finally {
    decref(m, keys);
  }
  try {
    for (;;) {
      const key = iterNext(m, iterator);
      if (key === null) return;
      m.chargeWork(1);
      try {
        if (onDuplicate !== 'replace' && dictGetKnownHash(m, a, key, hashKey(m, key), m.hashHi) !== null) {
          if (onDuplicate === 'refuse') throw keyError(m, key);
          continue;
        }
        const value = getItem(m, b, key);
        try {
          dictSet(m, a, key, value);
        } finally {
          decref(m, value);
        }
      } finally {
        decref(m, key);
      }
    }
  } finally {
    decref(m, iterator);
  }
}

/** dict_update_arg: dict.update(arg), dict(arg), `|=`. */
export function dictUpdate(m: Machine, d: PyObject, source: PyObject): void {
  if (isDictExact(m, source)) return dictMerge(m, d, source, true);
  const keys = lookupAttr(m, source, intern(m, 'keys'));
  if (keys === null) return mergeFromPairs(m, d, source);
  decref(m, keys);
  dictMerge(m, d, source, true);
}

/** PyDict_MergeFromSeq2. */
function mergeFromPairs(m: Machine, d: PyObject, source: PyObject): void {
  const iterator = getIter(m, source);
  try {
    for (let i = 0; ; i++) {
      const element = iterNext(m, iterator);
      if (element === null) return;
      m.chargeWork(1);
      try {
        mergePair(m, d, element, i);
      } finally {
        decref(m, element);
      }
    }
  } finally {
    decref(m, iterator);
  }
}

function mergePair(m: Machine, d: PyObject, element: PyObject, i: number): void {
  const fast = pairSequence(m, element, i);
  try {
    const items = fast.ob_type === m.types.tuple ? (fast.data as PyObject[]) : listItems(fast);
    if (items.length !== 2) throw valueError(m, `dictionary update sequence element #${i} has length ${items.length}; 2 is required`);
    const key = incref(items[0] as PyObject), value = incref(items[1] as PyObject);
    try {
      dictSet(m, d, key, value);
    } finally {
      decref(m, key);
      decref(m, value);
    }
  } finally {
    decref(m, fast);
  }
}

/** PySequence_Fast with the text for elements that are no sequences. */
function pairSequence(m: Machine, element: PyObject, i: number): PyObject {
  if (element.ob_type === m.types.tuple || element.ob_type === m.types.list) return incref(element);
  try {
    return sequenceList(m, element);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.TypeError) || element.ob_type.tp_iter !== null) throw error;
    dropRaise(m, error);
    if (!m.profile.unhashableNamesUse) throw typeError(m, `cannot convert dictionary update sequence element #${i} to a sequence`);
    const raised = typeError(m, 'object is not iterable');
    const note = newStr(m, `Cannot convert dictionary update sequence element #${i} to a sequence`);
    decref(m, callMethod(m, raised.exc, intern(m, 'add_note'), [note]));
    decref(m, note);
    throw raised;
  }
}

/** _PyDict_FromKeys: dict.fromkeys(iterable, value). */
export function dictFromKeys(m: Machine, cls: PyObject, iterable: PyObject, value: PyObject): PyObject {
  const d = callNoArgs(m, cls);
  try {
    if (isDictExact(m, d)) {
      if (isDictExact(m, iterable)) fromDictKeys(m, d, iterable, value);
      else if (isAnySetExact(m, iterable)) fromSet(m, d, iterable, value);
      else fromIterable(m, d, iterable, value, true);
    } else fromIterable(m, d, iterable, value, false);
  } catch (error) {
    decref(m, d);
    throw error;
  }
  return d;
}

function fromDictKeys(m: Machine, d: PyDict, source: PyDict, value: PyObject): void {
  m.chargeWork(source.data.used);
  resize(m, d.data, estimateLog2KeySize(m, source.data.used), hasStrKeysOnly(source.data));
  for (let p = dictNext(source, 0); p >= 0; p = dictNext(source, p + 1)) {
    const [lo, hi] = dictHashAt(source, p);
    insertStolen(m, d, incref(dictKeyAt(source, p)), lo, hi, incref(value));
  }
}

function fromSet(m: Machine, d: PyDict, source: PyObject, value: PyObject): void {
  const set = source.data as SetData;
  m.chargeWork(set.used);
  resize(m, d.data, estimateLog2KeySize(m, set.used), false);
  for (let i = 0; i < set.keys.length; i++) {
    const key = set.keys[i];
    if (key !== null && key !== undefined) insertStolen(m, d, incref(key), set.lo[i] as number, set.hi[i] as number, incref(value));
  }
}

function fromIterable(m: Machine, d: PyObject, iterable: PyObject, value: PyObject, exact: boolean): void {
  const iterator = getIter(m, iterable);
  try {
    for (;;) {
      const key = iterNext(m, iterator);
      if (key === null) return;
      m.chargeWork(1);
      try {
        if (exact) dictSet(m, d, key, value);
        else setItem(m, d, key, value);
      } finally {
        decref(m, key);
      }
    }
  } finally {
    decref(m, iterator);
  }
}

/** dict_equal. */
export function dictEqual(m: Machine, a: PyDict, b: PyDict): boolean {
  if (a.data.used !== b.data.used) return false;
  m.chargeWork(a.data.used);
  for (let p = dictNext(a, 0); p >= 0; p = dictNext(a, p + 1)) {
    const key = incref(dictKeyAt(a, p));
    const value = incref(dictValueAt(a, p) as PyObject);
    const [lo, hi] = dictHashAt(a, p);
    try {
      const other = dictGetKnownHash(m, b, key, lo, hi);
      if (other === null) return false;
      incref(other);
      try {
        if (!richCompareBool(m, value, other, EQ)) return false;
      } finally {
        decref(m, other);
      }
    } finally {
      decref(m, key);
      decref(m, value);
    }
  }
  return true;
}
