// What Python code does with objects of any type: attributes, items, comparison, hash, repr, iteration (CPython 3.13 Objects/object.c, Objects/abstract.c).
// Arithmetic is in abstract-number.ts, isinstance in abstract-class.ts; all of it is exported from here.
import { PyRaise } from '../errors.ts';
import { NATIVE_ITERATION_WORK } from '../limits.ts';
import type { Machine } from '../machine.ts';
import { asSize } from './abstract-number.ts';
import { genericGetAttr, tryGenericGetAttr, typeGetAttr } from './attributes.ts';
import { call, callMethod, enterRecursive, leaveRecursive } from './call.ts';
import { hashValue } from './hash.ts';
import { asIndexNumber, isInt, newSizeInt } from './int.ts';
import { newSequenceIterator } from './iterators.ts';
import { newList } from './list.ts';
import { wrongResult } from './method-results.ts';
import { intern } from './names.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { dropRaise, matches, typeError, valueError } from './raise.ts';
import { madeOnce, openRetry } from './retry.ts';
import { nextNotImplemented } from './slot-functions.ts';
import { asciiText } from './str-repr.ts';
import { internStr, isStr, newStr, strData, strValue } from './str.ts';
import { qualifiedTypeName, typeSize } from './type-attributes.ts';
import { lookupType } from './type-ready.ts';
import { EQ, hasFlag, isSubtype, NE, PyType, TypeFlag } from './type.ts';
import type { CompareOp } from './type.ts';

export * from './abstract-number.ts';
export * from './abstract-class.ts';

// --- attributes ----------------------------------------------------------------------------------------------------------------------

/** PyObject_GetAttr. New reference. */
export function getAttr(m: Machine, o: PyObject, name: PyObject): PyObject {
  const get = o.ob_type.tp_getattro;
  if (get === null) throw typeError(m, `'${o.ob_type.tp_name}' object has no attributes`);
  return get(m, o, name);
}

/** PyObject_GetAttrString. */
export function getAttrString(m: Machine, o: PyObject, name: string): PyObject {
  return getAttr(m, o, intern(m, name));
}

/** PyObject_GetOptionalAttr: null instead of AttributeError. */
export function lookupAttr(m: Machine, o: PyObject, name: PyObject): PyObject | null {
  const get = o.ob_type.tp_getattro;
  if (get === genericGetAttr) {
    try {
      return tryGenericGetAttr(m, o, name);
    } catch (error) {
      return attributeMissing(m, error);
    }
  }
  if (get === typeGetAttr && lookupType(m, o as PyType, name) === null && lookupType(m, o.ob_type, name) === null) return null;
  try {
    return getAttr(m, o, name);
  } catch (error) {
    return attributeMissing(m, error);
  }
}

function attributeMissing(m: Machine, error: unknown): null {
  if (!(error instanceof PyRaise) || !matches(error, m.types.AttributeError)) throw error;
  dropRaise(m, error);
  return null;
}

/** PyObject_SetAttr; null deletes. The name is interned. */
export function setAttr(m: Machine, o: PyObject, name: PyObject, value: PyObject | null): void {
  if (!isStr(name)) throw typeError(m, `attribute name must be string, not '${name.ob_type.tp_name}'`);
  const set = o.ob_type.tp_setattro;
  if (set === null) {
    const what = value === null ? 'del' : 'assign to';
    const how = o.ob_type.tp_getattro === null ? 'has no attributes' : 'has only read-only attributes';
    throw typeError(m, `'${o.ob_type.tp_name}' object ${how} (${what} .${strValue(name)})`);
  }
  const key = internStr(m, incref(name));
  try {
    set(m, o, key, value);
  } finally {
    decref(m, key);
  }
}

/** hasattr(). */
export function hasAttr(m: Machine, o: PyObject, name: PyObject): boolean {
  const value = lookupAttr(m, o, name);
  if (value === null) return false;
  decref(m, value);
  return true;
}

/** _PyObject_LookupSpecial: a method of the type, bound; null if there is none. */
export function lookupSpecial(m: Machine, o: PyObject, name: PyObject): PyObject | null {
  const found = lookupType(m, o.ob_type, name);
  if (found === null) return null;
  const get = found.ob_type.tp_descr_get;
  return get === null ? incref(found) : get(m, found, o, o.ob_type);
}

// --- items ---------------------------------------------------------------------------------------------------------------------------

/** PyObject_GetItem. */
export function getItem(m: Machine, o: PyObject, key: PyObject): PyObject {
  const type = o.ob_type;
  if (type.mp_subscript !== null) return type.mp_subscript(m, o, key);
  if (type.sq_item !== null) {
    if (key.ob_type.nb_index !== null) return sequenceGetItem(m, o, asSize(m, key, m.types.IndexError));
    throw typeError(m, `sequence index must be integer, not '${key.ob_type.tp_name}'`);
  }
  if (o instanceof PyType) return classGetItem(m, o, key);
  throw typeError(m, `'${type.tp_name}' object is not subscriptable`);
}

/** `list[int]`: `__class_getitem__`. */
function classGetItem(m: Machine, type: PyType, key: PyObject): PyObject {
  if (type === m.types.type) return newTypeAlias(m, type, key);
  const method = lookupAttr(m, type, intern(m, '__class_getitem__'));
  if (method === null || method === m.None) {
    if (method !== null) decref(m, method);
    throw typeError(m, `type '${type.tp_name}' is not subscriptable`);
  }
  try {
    return call(m, method, [key]);
  } finally {
    decref(m, method);
  }
}

function newTypeAlias(m: Machine, type: PyType, key: PyObject): PyObject {
  return call(m, m.types.GenericAlias, [type, key]);
}

/** PySequence_GetItem: negative positions count from the end. */
export function sequenceGetItem(m: Machine, o: PyObject, position: number): PyObject {
  const type = o.ob_type;
  if (type.sq_item === null) {
    throw typeError(m, type.mp_subscript !== null ? `${type.tp_name} is not a sequence` : `'${type.tp_name}' object does not support indexing`);
  }
  let i = position;
  if (i < 0 && type.sq_length !== null) i += type.sq_length(m, o);
  return type.sq_item(m, o, i);
}

/** PyObject_SetItem. */
export function setItem(m: Machine, o: PyObject, key: PyObject, value: PyObject): void {
  assignItem(m, o, key, value);
}

/** PyObject_DelItem. */
export function delItem(m: Machine, o: PyObject, key: PyObject): void {
  assignItem(m, o, key, null);
}

function assignItem(m: Machine, o: PyObject, key: PyObject, value: PyObject | null): void {
  const type = o.ob_type;
  if (type.mp_ass_subscript !== null) {
    type.mp_ass_subscript(m, o, key, value);
    return;
  }
  if (type.sq_ass_item !== null) {
    if (key.ob_type.nb_index === null) throw typeError(m, `sequence index must be integer, not '${key.ob_type.tp_name}'`);
    let i = asSize(m, key, m.types.IndexError);
    if (i < 0 && type.sq_length !== null) i += type.sq_length(m, o);
    type.sq_ass_item(m, o, i, value);
    return;
  }
  // PySequence_DelItem words it differently from PyObject_DelItem.
  const asSequence = value === null && key.ob_type.nb_index !== null && hasSequenceSlots(type);
  throw typeError(m, `'${type.tp_name}' object ${asSequence ? "doesn't" : 'does not'} support item ${value === null ? 'deletion' : 'assignment'}`);
}

/** tp_as_sequence is there: always in heap types, in built-in ones when they have any sequence slot. */
function hasSequenceSlots(type: PyType): boolean {
  return (type.tp_flags & TypeFlag.HEAP) !== 0 || type.sq_length !== null || type.sq_item !== null || type.sq_contains !== null || type.sq_concat !== null;
}

/** PyObject_Size. */
export function length(m: Machine, o: PyObject): number {
  const type = o.ob_type;
  if (type.sq_length !== null) return type.sq_length(m, o);
  if (type.mp_length !== null) return type.mp_length(m, o);
  throw typeError(m, `object of type '${type.tp_name}' has no len()`);
}

/** PyObject_Size, exactly: only a range, or a `__len__` of the program's own, is longer than a double can say. */
export function exactLength(m: Machine, o: PyObject): number | bigint {
  const rounded = length(m, o);
  return Number.isSafeInteger(rounded) ? rounded : m.longLength;
}

/** PyObject_LengthHint, exactly. */
export function exactLengthHint(m: Machine, o: PyObject, defaultValue: number): number | bigint {
  const rounded = lengthHint(m, o, defaultValue);
  return Number.isSafeInteger(rounded) ? rounded : m.longLength;
}

/** PyObject_LengthHint. */
export function lengthHint(m: Machine, o: PyObject, defaultValue: number): number {
  const type = o.ob_type;
  if (type.sq_length !== null || type.mp_length !== null) {
    try {
      return length(m, o);
    } catch (error) {
      if (!(error instanceof PyRaise) || !matches(error, m.types.TypeError)) throw error;
      dropRaise(m, error);
    }
  }
  const hint = lookupSpecial(m, o, intern(m, '__length_hint__'));
  if (hint === null) return defaultValue;
  let result: PyObject;
  try {
    result = call(m, hint, []);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.TypeError)) throw error;
    dropRaise(m, error);
    return defaultValue;
  } finally {
    decref(m, hint);
  }
  try {
    if (result === m.NotImplemented) return defaultValue;
    if (!isInt(result)) throw wrongResult(m, { owner: o, method: '__length_hint__', what: 'an int', before: `__length_hint__ must be an integer, not ${result.ob_type.tp_name}` }, result);
    const n = asIndexNumber(result);
    if (typeof result.data === 'bigint') m.longLength = result.data;
    if (n < 0) throw valueError(m, m.profile.methodsNamedInErrors ? `${qualifiedTypeName(m, o.ob_type)}.__length_hint__() must return a non-negative int` : '__length_hint__() should return >= 0');
    return n;
  } finally {
    decref(m, result);
  }
}

/** PySequence_Contains. */
export function contains(m: Machine, container: PyObject, value: PyObject): boolean {
  const test = container.ob_type.sq_contains;
  return test !== null ? test(m, container, value) : iterContains(m, container, value);
}

/** The iterator of a container that is searched (_PySequence_IterSearch): a TypeError says that it cannot be. New reference. */
export function iterToSearch(m: Machine, container: PyObject): PyObject {
  try {
    return getIter(m, container);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.TypeError)) throw error;
    dropRaise(m, error);
    throw typeError(m, m.profile.containsErrorText.replace('%s', container.ob_type.tp_name));
  }
}

/** _PySequence_IterSearch(PY_ITERSEARCH_CONTAINS). */
export function iterContains(m: Machine, container: PyObject, value: PyObject): boolean {
  const it = iterToSearch(m, container);
  try {
    for (let item = iterNext(m, it); item !== null; item = iterNext(m, it)) {
      try {
        if (richCompareBool(m, item, value, EQ)) return true;
      } finally {
        decref(m, item);
      }
    }
    return false;
  } finally {
    decref(m, it);
  }
}

// --- truth, comparison, hash ---------------------------------------------------------------------------------------------------------------

/** PyObject_IsTrue. */
export function isTrue(m: Machine, o: PyObject): boolean {
  if (o === m.True) return true;
  if (o === m.False || o === m.None) return false;
  const type = o.ob_type;
  if (type.nb_bool !== null) return type.nb_bool(m, o);
  if (type.mp_length !== null) return type.mp_length(m, o) > 0;
  if (type.sq_length !== null) return type.sq_length(m, o) > 0;
  return true;
}

const REFLECTED: readonly CompareOp[] = [4, 5, 2, 3, 0, 1];
const OPERATORS = ['<', '<=', '==', '!=', '>', '>='] as const;

/** PyObject_RichCompare. New reference. */
export function richCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  enterRecursive(m, ' in comparison');
  try {
    return doRichCompare(m, a, b, op);
  } finally {
    leaveRecursive(m);
  }
}

function doRichCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  const ta = a.ob_type;
  const tb = b.ob_type;
  let checkedReverse = false;
  if (ta !== tb && tb.tp_richcompare !== null && isSubtype(tb, ta)) {
    checkedReverse = true;
    const result = tb.tp_richcompare(m, b, a, REFLECTED[op] as CompareOp);
    if (result !== m.NotImplemented) return result;
    decref(m, result);
  }
  if (ta.tp_richcompare !== null) {
    const result = ta.tp_richcompare(m, a, b, op);
    if (result !== m.NotImplemented) return result;
    decref(m, result);
  }
  if (!checkedReverse && tb.tp_richcompare !== null) {
    const result = tb.tp_richcompare(m, b, a, REFLECTED[op] as CompareOp);
    if (result !== m.NotImplemented) return result;
    decref(m, result);
  }
  if (op === EQ) return incref(a === b ? m.True : m.False);
  if (op === NE) return incref(a === b ? m.False : m.True);
  throw typeError(m, `'${OPERATORS[op]}' not supported between instances of '${ta.tp_name}' and '${tb.tp_name}'`);
}

/** PyObject_RichCompareBool: the same object is equal to itself without asking. */
export function richCompareBool(m: Machine, a: PyObject, b: PyObject, op: CompareOp): boolean {
  if (a === b) {
    if (op === EQ) return true;
    if (op === NE) return false;
  }
  const result = richCompare(m, a, b, op);
  if (result === m.True) {
    decref(m, result);
    return true;
  }
  if (result === m.False) {
    decref(m, result);
    return false;
  }
  try {
    return isTrue(m, result);
  } finally {
    decref(m, result);
  }
}

/** PyObject_Hash: the low 32 bits; the high ones in m.hashHi. */
export function hash(m: Machine, o: PyObject): number {
  const fn = o.ob_type.tp_hash;
  if (fn === null) throw typeError(m, `unhashable type: '${o.ob_type.tp_name}'`);
  return fn(m, o);
}

/** The hash that `lo` and m.hashHi stand for, as an int object. */
export function hashToInt(m: Machine, lo: number): PyObject {
  return newSizeInt(m, hashValue(m, lo));
}

// --- text ------------------------------------------------------------------------------------------------------------------------------

/** PyObject_Repr. New str. */
export function repr(m: Machine, o: PyObject): PyObject {
  // PyErr_CheckSignals: native code that shows something runs the collection that waits (3.12+).
  if (m.gc.scheduled) m.gc.runScheduled();
  const fn = o.ob_type.tp_repr;
  if (fn === null) return newStr(m, `<${o.ob_type.tp_name} object at 0x${m.addressOfObject(o).toString(16)}>`);
  enterRecursive(m, ' while getting the repr of an object');
  try {
    return checkText(m, o, fn(m, o), '__repr__');
  } finally {
    leaveRecursive(m);
  }
}

function checkText(m: Machine, owner: PyObject, result: PyObject, method: string): PyObject {
  if (isStr(result)) return result;
  try {
    throw wrongResult(m, { owner, method, what: 'a str', before: `${method} returned non-string (type ${result.ob_type.tp_name})` }, result);
  } finally {
    decref(m, result);
  }
}

/** PyObject_Str. New str. */
export function str(m: Machine, o: PyObject): PyObject {
  if (m.gc.scheduled) m.gc.runScheduled();
  if (o.ob_type === m.types.str) return incref(o);
  const fn = o.ob_type.tp_str;
  if (fn === null) return repr(m, o);
  enterRecursive(m, ' while getting the str of an object');
  try {
    return checkText(m, o, fn(m, o), '__str__');
  } finally {
    leaveRecursive(m);
  }
}

/** PyObject_ASCII. New str. */
export function ascii(m: Machine, o: PyObject): PyObject {
  const text = repr(m, o);
  if (strData(text).ascii) return text;
  const result = newStr(m, asciiText(strValue(text)));
  decref(m, text);
  return result;
}

/** repr() as a JS string. */
export function reprText(m: Machine, o: PyObject): string {
  const text = repr(m, o);
  const value = strValue(text);
  decref(m, text);
  return value;
}

/** str() as a JS string. */
export function strText(m: Machine, o: PyObject): string {
  const text = str(m, o);
  const value = strValue(text);
  decref(m, text);
  return value;
}

/** PyObject_Format: `format(o, spec)`. `spec` null = ''. */
export function format(m: Machine, o: PyObject, spec: PyObject | null): PyObject {
  if (spec !== null && !isStr(spec)) throw typeError(m, `Format specifier must be a string, not ${spec.ob_type.tp_name}`);
  const plain = spec === null || strData(spec).length === 0;
  if (plain && o.ob_type === m.types.str) return incref(o);
  if (plain && o.ob_type === m.types.int) return str(m, o);
  const method = lookupSpecial(m, o, intern(m, '__format__'));
  if (method === null) throw typeError(m, `Type ${o.ob_type.tp_name} doesn't define __format__`);
  try {
    const result = call(m, method, [spec ?? m.emptyStr]);
    if (isStr(result)) return result;
    try {
      throw wrongResult(m, { owner: o, method: '__format__', what: 'a str', before: `__format__ must return a str, not ${result.ob_type.tp_name}` }, result);
    } finally {
      decref(m, result);
    }
  } finally {
    decref(m, method);
  }
}

// --- iteration ---------------------------------------------------------------------------------------------------------------------------

/** PyObject_GetIter. */
export function getIter(m: Machine, o: PyObject): PyObject {
  const type = o.ob_type;
  if (type.tp_iter === null) {
    if (isSequence(o)) return newSequenceIterator(m, m.types.iterator, o);
    throw typeError(m, `'${type.tp_name}' object is not iterable`);
  }
  const { tp_iter } = type;
  const it = m.retry === null ? tp_iter(m, o) : madeOnce(m, () => tp_iter(m, o));
  if (!isIterator(it)) {
    try {
      throw wrongResult(m, { owner: o, method: '__iter__', what: 'an iterator', before: `iter() returned non-iterator of type '${it.ob_type.tp_name}'` }, it);
    } finally {
      decref(m, it);
    }
  }
  return it;
}

/** PyIter_Check. */
export function isIterator(o: PyObject): boolean {
  return o.ob_type.tp_iternext !== null && o.ob_type.tp_iternext !== nextNotImplemented;
}

/** PySequence_Check. */
export function isSequence(o: PyObject): boolean {
  return !hasFlag(o.ob_type, TypeFlag.DICT_SUBCLASS) && o.ob_type.sq_item !== null;
}

/** PyIter_Next: null = exhausted. */
export function iterNext(m: Machine, it: PyObject): PyObject | null {
  const next = it.ob_type.tp_iternext;
  if (next === null) throw typeError(m, `'${it.ob_type.tp_name}' object is not an iterator`);
  m.chargeWork(NATIVE_ITERATION_WORK);
  try {
    return m.retry === null ? next(m, it) : nextForRetry(m, it, next);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.StopIteration)) throw error;
    dropRaise(m, error);
    return null;
  }
}

/** Each item once, whatever is executed again; iterators that keep a state of their own between two calls of Python code are not left in between. */
function nextForRetry(m: Machine, it: PyObject, next: NonNullable<PyType['tp_iternext']>): PyObject | null {
  const retry = openRetry(m);
  if (retry === null) return next(m, it);
  if (canResume(m, it)) return retry.once(m, () => next(m, it));
  m.retry = null;
  return next(m, it);
}

/** Iterators that can be asked for the same item again when Python code ran meanwhile. */
export function canResume(m: Machine, it: PyObject): boolean {
  const type = it.ob_type;
  const { generator, map, filter, enumerate, list_iterator, tuple_iterator } = m.types;
  return type.ht !== null || type === generator || type === map || type === filter || type === enumerate || type === list_iterator || type === tuple_iterator || LEAVES.has(type.tp_name);
}

/** Iterators that call no Python code. */
const LEAVES = new Set(['range_iterator', 'str_iterator', 'str_ascii_iterator', 'set_iterator', 'dict_keyiterator', 'dict_valueiterator', 'dict_itemiterator', 'list_reverseiterator', 'bytes_iterator', 'virtual iterator', 'itertools.starmap']);

/** Calls `visit` with every item (borrowed). */
export function iterate(m: Machine, iterable: PyObject, visit: (item: PyObject) => void): void {
  const it = getIter(m, iterable);
  try {
    for (let item = iterNext(m, it); item !== null; item = iterNext(m, it)) {
      try {
        visit(item);
      } finally {
        decref(m, item);
      }
    }
  } finally {
    decref(m, it);
  }
}

// --- size ------------------------------------------------------------------------------------------------------------------------------

/** sys.getsizeof without a user's `__sizeof__`: what the built-in layout takes, GC head and pre-header included. */
export function sizeOf(m: Machine, o: PyObject): number {
  const type = o.ob_type;
  const presize = o instanceof PyType && o.ht === null && m.profile.staticTypesWithoutPresize ? 0 : type.tp_presize;
  if (o instanceof PyType) return typeSize(m, o) + presize;
  return (type.tp_sizeof === null ? type.tp_basicsize : type.tp_sizeof(m, o)) + presize;
}

export function keysAsList(m: Machine, dict: PyObject): PyObject {
  const items: PyObject[] = [];
  iterate(m, dict, (key) => items.push(incref(key)));
  return newList(m, items);
}

/** `o.name(…)`. */
export function callMethodNamed(m: Machine, o: PyObject, name: string, args: readonly PyObject[] = []): PyObject {
  return callMethod(m, o, intern(m, name), args);
}

/** True if both are the same type or `type` is a base. */
export function isKindOf(o: PyObject, type: PyType): boolean {
  return o.ob_type === type || isSubtype(o.ob_type, type);
}
