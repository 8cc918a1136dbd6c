// Making classes: type.__new__ (CPython 3.13 Objects/typeobject.c: type_new and its type_new_* parts, best_base, mro_implementation, type_dealloc).
import { MRO_WORK } from '../limits.ts';
import type { Machine } from '../machine.ts';
import { freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { badArgument } from './arguments.ts';
import { bestBase, calculateMetaclass, checkBaseIsType } from './best-base.ts';
import { isCell, setCell } from './cell.ts';
import { newGetSetDescriptor, newSlotMember } from './descriptors.ts';
import { addEntry, KEYS_SPLIT, keysDecref, newKeys } from './dict-keys.ts';
import type { DictKeys } from './dict-keys.ts';
import { dictCopy, dictDel, dictGet, dictSet, isAnyDict } from './dict.ts';
import { isFunction } from './function.ts';
import { dictGetter, weakrefGetter } from './instance-getsets.ts';
import { instanceAttrs, subtypeClear, subtypeDealloc, subtypeTraverse } from './instance.ts';
import { listItems, newList } from './list.ts';
import { computeMro, PLAIN_MRO } from './mro.ts';
import { intern, internText } from './names.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { typeError, valueError } from './raise.ts';
import { hashNotImplemented } from './slot-functions.ts';
import { fixupSlotDispatchers, inheritSlots } from './slots.ts';
import { newClassMethod, newStaticMethod } from './static-method.ts';
import { cacheUtf8, internedOf, isStr, strHash, strValue } from './str.ts';
import { addSubclasses, removeSubclass } from './subclasses.ts';
import { isTuple, newTuple, packTuple, sequenceTuple, tupleItems } from './tuple.ts';
import { initSubclass, setNames } from './type-hooks.ts';
import { inheritFlags, inheritPatternFlags, presizeOf, typeModified } from './type-ready.ts';
import { hasFlag, PyType, TypeFlag } from './type.ts';
import type { NewFn, Visit } from './type.ts';
import { clearWeakrefs } from './weakref.ts';

/** What PyHeapTypeObject adds to a type object; references are owned. */
export class HeapTypeData {
  name: PyObject;
  qualname: PyObject;
  /** ht_slots: sorted, mangled names; null without `__slots__`. */
  slotsTuple: PyObject | null = null;
  slotNames: readonly string[] = [];
  /** How a traversal names them (`attr x`). */
  slotFields: readonly string[] = [];
  /** Range of this class's own members in InstanceAttrs.slots. */
  slotStart = 0;
  slotEnd = 0;
  cachedKeys: DictKeys | null = null;
  /** Version of the type for which an instruction has specialised to call its `__getitem__` (_spec_cache.getitem); -1: none. */
  enters = -1;
  /** Copy of the docstring (tp_doc). */
  docBlock = 0;
  constructor(name: PyObject, qualname: PyObject) {
    this.name = name;
    this.qualname = qualname;
  }
}

/** The heap part of a class; null for built-in types. */
export function heapData(type: PyType): HeapTypeData | null {
  return type.ht as HeapTypeData | null;
}

/** Names that a class's shared keys hold at most (SHARED_KEYS_MAX_SIZE). */
const SHARED_KEYS_MAX = 30;
const LOG2_SHARED_KEYS = 6;
/** sizeof(PyMemberDef), the itemsize of `type`. */
const MEMBER_DEF_BYTES = 40;

interface Plan {
  metatype: PyType;
  readonly name: PyObject;
  readonly bases: PyObject;
  readonly base: PyType;
  readonly slots: PyObject | null;
  readonly addDict: boolean;
  readonly addWeak: boolean;
}

/** type_new: `type.__new__(metatype, name, bases, dict, **kwds)`. */
export const typeNew: NewFn = (m, metatype, args, kwnames) => {
  const positional = kwnames === null ? args.length : args.length - tupleItems(kwnames).length;
  if (positional !== 3) throw typeError(m, `type.__new__() takes exactly 3 arguments (${positional} given)`);
  const [name, basesArg, dictArg] = args as [PyObject, PyObject, PyObject];
  if (!isStr(name)) throw badArgument(m, 'type.__new__', 'argument 1', 'str', name);
  if (!isTuple(basesArg)) throw typeError(m, `type.__new__() argument 2 must be tuple, not ${basesArg.ob_type.tp_name}`);
  if (!isAnyDict(m, dictArg)) throw typeError(m, `type.__new__() argument 3 must be dict, not ${dictArg.ob_type.tp_name}`);
  const given = tupleItems(basesArg);
  for (const b of given) checkBaseIsType(m, b);
  let winner = metatype;
  if (given.length > 0) {
    winner = calculateMetaclass(m, metatype, given);
    if (winner !== metatype && winner.tp_new !== null && winner.tp_new !== typeNew) return winner.tp_new(m, winner, args, kwnames);
  }
  const bases = given.length === 0 ? newTuple(m, [incref(m.types.object)]) : incref(basesArg);
  try {
    const base = given.length === 0 ? m.types.object : bestBase(m, given);
    if (strValue(name).includes('\0')) throw valueError(m, 'type name must not contain null characters');
    return buildType(m, winner, name, bases, base, dictArg, args.slice(positional), kwnames);
  } finally {
    decref(m, bases);
  }
};

function buildType(m: Machine, metatype: PyType, name: PyObject, bases: PyObject, base: PyType, source: PyObject, kwValues: readonly PyObject[], kwnames: PyObject | null): PyType {
  const dict = dictCopy(m, source);
  let type: PyType;
  try {
    const plan = planSlots(m, metatype, name, bases, base, dict);
    type = allocType(m, plan);
  } catch (error) {
    decref(m, dict);
    throw error;
  }
  try {
    setAttributes(m, type, base, bases, dict);
    readyHeapType(m, type);
    fixupSlotDispatchers(m, type);
    setNames(m, type);
    initSubclass(m, type, kwValues, kwnames);
  } catch (error) {
    decref(m, type);
    throw error;
  }
  return type;
}

/** type_new_slots: decides about `__dict__`, `__weakref__` and the members. */
function planSlots(m: Machine, metatype: PyType, name: PyObject, bases: PyObject, base: PyType, dict: PyObject): Plan {
  const mayAddDict = !base.tp_hasDict;
  const mayAddWeak = !base.tp_hasWeakrefs && (base.tp_itemsize === 0 || m.profile.slotsOnVarSized);
  const given = dictGet(m, dict, intern(m, '__slots__'));
  const plan = { metatype, name, bases, base };
  if (given === null) return { ...plan, slots: null, addDict: mayAddDict, addWeak: mayAddWeak && base.tp_itemsize === 0 };
  const names = isStr(given) ? newTuple(m, [incref(given)]) : sequenceTuple(m, given);
  try {
    let addDict = false;
    let addWeak = false;
    const members: string[] = [];
    if (tupleItems(names).length > 0 && !m.profile.slotsOnVarSized) checkFixedSize(m, base);
    for (const item of tupleItems(names)) {
      if (!isStr(item)) throw typeError(m, `__slots__ items must be strings, not '${item.ob_type.tp_name}'`);
      const text = strValue(item);
      if (!IDENTIFIER.test(text)) throw typeError(m, '__slots__ must be identifiers');
      if (text === '__dict__') {
        if (!mayAddDict || addDict) throw typeError(m, '__dict__ slot disallowed: we already got one');
        addDict = true;
      } else if (text === '__weakref__') {
        if (!mayAddWeak || addWeak) throw typeError(m, m.profile.weakrefSlotErrorText);
        addWeak = true;
      } else {
        members.push(mangled(m, name, text, dict));
      }
    }
    if (members.length > 0 && !hasFlag(base, TypeFlag.TUPLE_SUBCLASS)) checkFixedSize(m, base);
    members.sort(byCodePoint);
    // PyList_New, PyList_Sort, PyList_AsTuple: a list that leaves a free-list entry.
    const list = newList(m, members.map((text) => internText(m, text)));
    const slots = packTuple(m, listItems(list));
    decref(m, list);
    for (const b of tupleItems(bases)) {
      if (b === base || !(b instanceof PyType)) continue;
      if (mayAddDict && b.tp_hasDict) addDict = true;
      if (mayAddWeak && b.tp_hasWeakrefs) addWeak = true;
    }
    return { ...plan, slots, addDict, addWeak };
  } finally {
    decref(m, names);
  }
}

function checkFixedSize(m: Machine, base: PyType): void {
  if (base.tp_itemsize !== 0) throw typeError(m, `${m.profile.slotsText} '${base.tp_name}'`);
}

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** _Py_Mangle and the check against class variables. */
function mangled(m: Machine, className: PyObject, text: string, dict: PyObject): string {
  const bare = strValue(className).replace(/^_+/, '');
  const result = text.startsWith('__') && !text.endsWith('__') && bare !== '' ? `_${bare}${text}` : text;
  if (dictGet(m, dict, intern(m, text)) !== null && text !== '__qualname__' && text !== '__classcell__') {
    throw valueError(m, `'${text}' in __slots__ conflicts with class variable`);
  }
  return result;
}

/** type_new_alloc and the sizes of type_new_descriptors. */
function allocType(m: Machine, plan: Plan): PyType {
  const { metatype, base } = plan;
  const names = plan.slots === null ? [] : tupleItems(plan.slots).map((s) => strValue(s));
  const type = new PyType(metatype);
  type.block = m.memory.alloc(metatype.tp_presize + metatype.tp_basicsize + MEMBER_DEF_BYTES * (names.length + 1));
  type.serial = m.nextSerial++;
  if (m.watcher !== null) m.watcher.made(type);
  if (hasFlag(metatype, TypeFlag.HEAP)) incref(metatype);
  if (!m.memory.isUncounted) m.gc.countAllocation();
  gcTrack(m, type);
  type.tp_flags = TypeFlag.HEAP | TypeFlag.BASETYPE | TypeFlag.HAVE_GC;
  type.tp_name = strValue(plan.name);
  const heap = new HeapTypeData(incref(plan.name), incref(plan.name));
  type.ht = heap;
  heap.slotsTuple = plan.slots;
  heap.slotNames = names;
  heap.slotFields = names.map((name) => `attr ${name}`);
  heap.slotStart = heapData(base)?.slotEnd ?? 0;
  heap.slotEnd = heap.slotStart + names.length;
  type.tp_base = incref(base);
  type.tp_bases = incref(plan.bases);
  type.tp_itemsize = base.tp_itemsize;
  type.tp_basicsize = base.tp_basicsize + 8 * names.length;
  if (plan.addWeak) {
    type.tp_hasWeakrefs = true;
    if (m.profile.managedWeakref) type.tp_flags |= TypeFlag.MANAGED_WEAKREF;
  }
  if (plan.addDict) {
    type.tp_hasDict = true;
    if (!m.profile.managedWeakref && base.tp_itemsize !== 0) type.tp_basicsize += 8;
    else type.tp_flags |= TypeFlag.MANAGED_DICT;
  }
  if (plan.addWeak && !m.profile.managedWeakref) type.tp_basicsize += 8;
  return type;
}

/** type_new_set_attrs: takes over `dict`. */
function setAttributes(m: Machine, type: PyType, _base: PyType, _bases: PyObject, dict: PyObject): void {
  type.tp_dict = dict;
  const heap = type.ht as HeapTypeData;
  if (dictGet(m, dict, intern(m, '__module__')) === null) {
    const { frame } = m.vm;
    const module = frame === null ? null : dictGet(m, frame.globals, intern(m, '__name__'));
    if (module !== null) dictSet(m, dict, intern(m, '__module__'), module);
  }
  // type_set_name: tp_name is the UTF-8 form of the name.
  cacheUtf8(m, heap.name);
  const qualname = dictGet(m, dict, intern(m, '__qualname__'));
  if (qualname !== null) {
    if (!isStr(qualname)) throw typeError(m, `type __qualname__ must be a str, not ${qualname.ob_type.tp_name}`);
    decref(m, heap.qualname);
    heap.qualname = incref(qualname);
    dictDel(m, dict, intern(m, '__qualname__'));
  }
  const doc = dictGet(m, dict, intern(m, '__doc__'));
  if (doc !== null && isStr(doc)) heap.docBlock = m.memory.alloc(utf8Bytes(strValue(doc)) + 1);
  wrapFunction(m, dict, '__new__', newStaticMethod);
  wrapFunction(m, dict, '__init_subclass__', newClassMethod);
  wrapFunction(m, dict, '__class_getitem__', newClassMethod);
  fillClassCell(m, dict, type);
  fillClassDictCell(m, dict);
  type.tp_dealloc = subtypeDealloc;
  type.tp_traverse = subtypeTraverse;
  type.tp_clear = subtypeClear;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const ch of text) {
    const code = ch.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function wrapFunction(m: Machine, dict: PyObject, name: string, wrap: (m: Machine, f: PyObject) => PyObject): void {
  const key = intern(m, name);
  const f = dictGet(m, dict, key);
  if (f === null || !isFunction(m, f)) return;
  const made = wrap(m, f);
  dictSet(m, dict, key, made);
  decref(m, made);
}

/** type_new_set_classcell: `__class__` for zero-argument super(). */
function fillClassCell(m: Machine, dict: PyObject, type: PyType): void {
  const key = intern(m, '__classcell__');
  const cell = dictGet(m, dict, key);
  if (cell === null) return;
  if (!isCell(m, cell)) {
    throw typeError(m, `type.__new__() __classcell__ must be a nonlocal cell, not <class '${cell.ob_type.tp_name}'>`);
  }
  setCell(m, cell, incref(type));
  dictDel(m, dict, key);
}

function fillClassDictCell(m: Machine, dict: PyObject): void {
  const key = intern(m, '__classdictcell__');
  const cell = dictGet(m, dict, key);
  if (cell === null) return;
  if (!isCell(m, cell)) {
    throw typeError(m, `type.__new__() __classdictcell__ must be a nonlocal cell, not <class '${cell.ob_type.tp_name}'>`);
  }
  setCell(m, cell, incref(dict));
  dictDel(m, dict, key);
}

/** PyType_Ready for a class: descriptors, which refer to it, are made when nothing about its bases can fail any more. */
function readyHeapType(m: Machine, type: PyType): void {
  computeMro(m, type);
  addDescriptors(m, type);
  const base = type.tp_base as PyType;
  const dict = type.tp_dict as PyObject;
  const ownsHash = dictGet(m, dict, intern(m, '__eq__')) !== null || dictGet(m, dict, intern(m, '__hash__')) !== null;
  type.tp_new = base.tp_new;
  m.chargeWork((type.tp_mro.length - PLAIN_MRO) * MRO_WORK);
  for (const t of type.tp_mro) {
    if (t === type) continue;
    if (t === base) inheritFlags(type, t);
    else inheritPatternFlags(type, t);
    inheritSlots(m, type, t, ownsHash);
  }
  setInlineValues(m, type);
  type.tp_presize = presizeOf(type.tp_flags);
  if (type.tp_hash === null) {
    if (dictGet(m, dict, intern(m, '__hash__')) === null) dictSet(m, dict, intern(m, '__hash__'), m.None);
    type.tp_hash = hashNotImplemented;
  }
  addSubclasses(m, type);
  if (hasFlag(type, TypeFlag.MANAGED_DICT)) (type.ht as HeapTypeData).cachedKeys = newKeysForClass(m, dict);
}

/** Values behind the object: only where nothing else stands behind the header (3.13), or wherever the size is fixed (3.14+). */
function setInlineValues(m: Machine, type: PyType): void {
  if (!m.profile.inlineValues || !hasFlag(type, TypeFlag.MANAGED_DICT) || type.tp_itemsize !== 0) return;
  if (m.profile.inlineValuesAnyBase || type.tp_basicsize === 16) type.tp_flags |= TypeFlag.INLINE_VALUES;
}

/** _PyDict_NewKeysForClass. 3.14+: the names of `__static_attributes__` come first. */
function newKeysForClass(m: Machine, dict: PyObject): DictKeys {
  const keys = newKeys(m, LOG2_SHARED_KEYS, KEYS_SPLIT);
  keys.usable = SHARED_KEYS_MAX;
  if (!m.profile.staticAttributesInKeys) return keys;
  const names = dictGet(m, dict, intern(m, '__static_attributes__'));
  if (names === null || !isTuple(names)) return keys;
  for (const name of tupleItems(names)) {
    if (!isStr(name) || keys.usable === 0) continue;
    const interned = internedOf(m, name);
    const lo = strHash(m, interned);
    addEntry(keys, incref(interned), null, lo, m.hashHi);
  }
  return keys;
}

/** Members of `__slots__`, then `__dict__` and `__weakref__`, then `__doc__`. */
function addDescriptors(m: Machine, type: PyType): void {
  const dict = type.tp_dict as PyObject;
  const heap = type.ht as HeapTypeData;
  heap.slotNames.forEach((name, i) => putIfAbsent(m, dict, name, () => newSlotMember(m, type, name, heap.slotStart + i)));
  if (type.tp_hasDict) putIfAbsent(m, dict, '__dict__', () => sharedOrNew(m, type, 'dict'));
  if (type.tp_hasWeakrefs) putIfAbsent(m, dict, '__weakref__', () => sharedOrNew(m, type, 'weakref'));
  const doc = intern(m, '__doc__');
  if (dictGet(m, dict, doc) === null) dictSet(m, dict, doc, m.None);
}

/** 3.15 has one `__dict__` and one `__weakref__` descriptor per interpreter, owned by `object`. */
function sharedOrNew(m: Machine, type: PyType, what: 'dict' | 'weakref'): PyObject {
  const spec = what === 'dict' ? dictGetter : weakrefGetter;
  if (!m.profile.sharedInstanceDescriptors) return newGetSetDescriptor(m, type, spec);
  const shared = m.sharedDescriptors;
  shared[what] ??= m.memory.uncounted(() => newGetSetDescriptor(m, m.types.object, spec));
  return incref(shared[what]);
}

function putIfAbsent(m: Machine, dict: PyObject, name: string, make: () => PyObject): void {
  const key = intern(m, name);
  if (dictGet(m, dict, key) !== null) return;
  const value = make();
  dictSet(m, dict, key, value);
  decref(m, value);
}

/** type_dealloc. Built-in types never come here. */
export function typeDealloc(m: Machine, self: PyObject): void {
  const type = self as PyType;
  const heap = type.ht as HeapTypeData;
  gcUntrack(m, type);
  if (type.tp_bases !== null) for (const b of tupleItems(type.tp_bases)) if (b instanceof PyType) removeSubclass(m, b, type);
  if (instanceAttrs(type).weakrefs !== null) clearWeakrefs(m, type);
  release(m, type.tp_base);
  release(m, type.tp_dict);
  release(m, type.tp_bases);
  release(m, type.tp_mroTuple);
  release(m, type.tp_subclassDict);
  type.tp_subclassDict = null;
  if (heap.docBlock !== 0) m.memory.free(heap.docBlock);
  decref(m, heap.name);
  decref(m, heap.qualname);
  release(m, heap.slotsTuple);
  if (heap.cachedKeys !== null) keysDecref(m, heap.cachedKeys);
  type.tp_cache = null;
  // The reference to a metaclass is given back by its own dealloc (subtypeDealloc).
  freeObject(m, type);
}

function release(m: Machine, o: PyObject | null): void {
  if (o !== null) decref(m, o);
}

/** type_traverse; a built-in type's references are not the collector's business. */
export function typeTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const type = self as PyType;
  const heap = type.ht as HeapTypeData | null;
  const hide = heap === null ? '~' : '';
  if (type.tp_dict !== null) visit(type.tp_dict, `${hide}__dict__`, -1);
  if (type.tp_mroTuple !== null) visit(type.tp_mroTuple, `${hide}__mro__`, -1);
  if (type.tp_bases !== null) visit(type.tp_bases, `${hide}__bases__`, -1);
  if (type.tp_subclassDict !== null) visit(type.tp_subclassDict, '~subclasses', -1);
  if (heap === null) return;
  if (type.tp_base !== null) visit(type.tp_base, '__base__', -1);
  visit(heap.name, '~__name__', -1);
  visit(heap.qualname, '~__qualname__', -1);
  if (heap.slotsTuple !== null) visit(heap.slotsTuple, '~slots', -1);
  if (heap.cachedKeys === null) return;
  for (let i = 0; i < heap.cachedKeys.count; i++) visit(heap.cachedKeys.entries[i * 4] as PyObject, '~shared key', i);
}

/** type_clear: the dict's contents, bases and MRO are dropped; other parts cannot be part of a cycle. */
export function typeClear(m: Machine, self: PyObject): void {
  const type = self as PyType;
  if (type.ht === null) return;
  typeModified(type);
  const { tp_dict: dict, tp_mroTuple: mro } = type;
  if (dict !== null) dict.ob_type.tp_clear?.(m, dict);
  // tp_mro stays as a JS array: deallocators of instances still walk it.
  type.tp_mroTuple = null;
  if (mro !== null) decref(m, mro);
}
