// Making built-in types ready and looking attributes up on types (CPython 3.13 Objects/typeobject.c: PyType_Ready, _PyType_Lookup,
// find_name_in_mro, PyType_Modified). A built-in type's dict is filled at the first look-up that reaches it: starting the machine stays cheap.
import { asDefined } from './argument-tuple.ts';
import { InvariantError } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { makeStatic, withoutSingletonCounts } from './alloc.ts';
import { genericGetAttr, genericSetAttr } from './attributes.ts';
import { newClassMethodDescriptor, newGetSetDescriptor, newMethodDescriptor, newWrapperDescriptor } from './descriptors.ts';
import { dictGet, dictSetStr, newDict } from './dict.ts';
import { newNativeFunction } from './native-function.ts';
import { addNativeNew } from './native-new.ts';
import { decref, incref, type PyObject } from './object.ts';
import { dictGetter } from './instance-getsets.ts';
import { inheritSlots, type SlotDef, slotDefs, type SlotKey, slotRecord } from './slots.ts';
import { hashNotImplemented } from './slot-functions.ts';
import type { SlotFunction } from './slot-wrappers.ts';
import { newStaticMethod } from './static-method.ts';
import { newStr, strData } from './str.ts';
import { newSizeInt } from './int.ts';
import { newTuple } from './tuple.ts';
import { hasFlag, type NativeSpec, PyType, TypeFlag, type TypeSpec, type InVersion } from './type.ts';

const SUBCLASS_FLAGS =
  TypeFlag.LONG_SUBCLASS | TypeFlag.LIST_SUBCLASS | TypeFlag.TUPLE_SUBCLASS | TypeFlag.BYTES_SUBCLASS | TypeFlag.STR_SUBCLASS |
  TypeFlag.DICT_SUBCLASS | TypeFlag.BASE_EXC_SUBCLASS | TypeFlag.TYPE_SUBCLASS | TypeFlag.MATCH_SELF | TypeFlag.ITEMS_AT_END;

/** _PyType_PreHeaderSize. */
export function presizeOf(flags: number): number {
  const gcHead = (flags & TypeFlag.HAVE_GC) !== 0 ? 16 : 0;
  return gcHead + ((flags & (TypeFlag.MANAGED_DICT | TypeFlag.MANAGED_WEAKREF)) !== 0 ? 16 : 0);
}

/** A type object for a specification, without dict yet. `metatype` is null only for `type` itself. */
export function makeBuiltinType(m: Machine, spec: TypeSpec, metatype: PyType | null, bases: readonly PyType[]): PyType {
  const type = new PyType(metatype);
  type.block = m.memory.uncounted(() => m.memory.alloc(m.profile.basicsize.staticType));
  type.serial = m.nextSerial++;
  makeStatic(m, type);
  type.tp_name = spec.nameIn?.(m.profile) ?? spec.name;
  type.tp_spec = spec;
  type.tp_vectorcall = m.profile.vectorcallTypes.has(type.tp_name);
  type.tp_basicsize = typeof spec.basicsize === 'number' ? spec.basicsize : spec.basicsize(m);
  type.tp_itemsize = spec.itemsize ?? 0;
  type.tp_flags = (typeof spec.flags === 'number' ? spec.flags : spec.flags(m)) | TypeFlag.IMMUTABLE;
  const base = bases[0] ?? null;
  type.tp_base = base;
  type.tp_mro = builtinMro(type, bases);
  for (const b of bases) b.tp_subclasses.push(type);
  takeOwnSlots(m, type, spec);
  if (base !== null) inheritFromBase(m, type, base, spec);
  type.enterCall = spec.enterCall ?? null;
  type.tp_hasDict ||= spec.hasDict === true;
  type.tp_hasWeakrefs ||= spec.hasWeakrefs === true;
  type.tp_presize = presizeOf(type.tp_flags);
  return type;
}

/** Built-in hierarchies are trees, but for ExceptionGroup and a few like it: bases in order, the common ancestors last. */
function builtinMro(type: PyType, bases: readonly PyType[]): PyType[] {
  const chains = bases.map((b) => b.tp_mro);
  const merged: PyType[] = [type];
  chains.forEach((chain, i) => {
    for (const t of chain) {
      if (!merged.includes(t) && !chains.slice(i + 1).some((later) => later.includes(t))) merged.push(t);
    }
  });
  return merged;
}

function takeOwnSlots(m: Machine, type: PyType, spec: TypeSpec): void {
  const record = slotRecord(type);
  for (const key in spec.slots) {
    const fn = spec.slots[key as SlotKey];
    if (fn !== undefined) record[key as SlotKey] = fn;
  }
  if (spec.unhashable?.(m.profile) === true || (type.tp_hash === null && type.tp_richcompare !== null)) type.tp_hash = hashNotImplemented;
  if (spec.name === 'object') {
    type.tp_getattro = genericGetAttr;
    type.tp_setattro = genericSetAttr;
  }
}

function inheritFromBase(m: Machine, type: PyType, base: PyType, spec: TypeSpec): void {
  inheritFlags(type, base);
  if (spec.slots?.tp_dealloc === undefined) type.tp_dealloc = base.tp_dealloc;
  type.tp_traverse ??= base.tp_traverse;
  type.tp_clear ??= base.tp_clear;
  if (type.tp_new === null && base.tp_base !== null) type.tp_new = base.tp_new;
  if ((type.tp_flags & TypeFlag.DISALLOW_INSTANTIATION) !== 0) type.tp_new = null;
  else if (type.tp_new === null) type.tp_flags |= TypeFlag.DISALLOW_INSTANTIATION;
  if (type.tp_basicsize === 0) type.tp_basicsize = base.tp_basicsize;
  for (const ancestor of type.tp_mro) if (ancestor !== type) inheritSlots(m, type, ancestor, ownsHashByName(spec));
}

function ownsHashByName(spec: TypeSpec): boolean {
  return (spec.methods ?? []).some((method) => method.name === '__eq__' || method.name === '__hash__');
}

/** The flags that every subclass has too (inherit_special, inherit_patma_flags). */
export function inheritFlags(type: PyType, base: PyType): void {
  type.tp_flags |= base.tp_flags & SUBCLASS_FLAGS;
  inheritPatternFlags(type, base);
  type.tp_flags |= base.tp_flags & (TypeFlag.MANAGED_DICT | TypeFlag.MANAGED_WEAKREF);
  if (base.tp_hasDict) type.tp_hasDict = true;
  if (base.tp_hasWeakrefs) type.tp_hasWeakrefs = true;
}

/** inherit_patma_flags: from any class of the MRO; the first one decides. */
export function inheritPatternFlags(type: PyType, base: PyType): void {
  const pattern = TypeFlag.SEQUENCE | TypeFlag.MAPPING;
  if ((type.tp_flags & pattern) === 0) type.tp_flags |= base.tp_flags & pattern;
}

/** The dict of a type, borrowed; fills a built-in type's at the first call. */
export function typeDict(m: Machine, type: PyType): PyObject {
  return type.tp_dict ?? fillDict(m, type);
}

function fillDict(m: Machine, type: PyType): PyObject {
  const { tp_spec: spec } = type;
  if (spec === null) throw new InvariantError(`class ${type.tp_name} has no dict`);
  return m.gc.bornOld(() => m.memory.uncounted(() => withoutSingletonCounts(m, () => {
    const dict = newDict(m);
    type.tp_dict = dict;
    addOperators(m, type, dict, spec);
    for (const method of presentIn(m, spec.methods)) addMethod(m, type, dict, method);
    if (ownsSizeof(m, type, spec) && spec.slots?.tp_sizeof) addMethod(m, type, dict, sizeofMethod(spec.slots.tp_sizeof));
    for (const getset of presentIn(m, spec.getset)) putNew(m, dict, getset.name, newGetSetDescriptor(m, type, getset));
    if (spec.hasDict === true && !(spec.getset ?? []).some((g) => g.name === '__dict__')) putNew(m, dict, '__dict__', newGetSetDescriptor(m, type, dictGetter));
    putNew(m, dict, '__doc__', spec.doc === undefined ? incref(m.None) : newStr(m, spec.doc), true);
    for (const [name, value] of spec.attributes?.(m) ?? []) putNew(m, dict, name, value);
    const inherited = m.profile.inheritedMethods.get(type.tp_name) ?? [];
    const ownsNew = spec.slots?.tp_new !== undefined && spec.slots.tp_new !== null && !inherited.includes('__new__');
    if (ownsNew && type.tp_new !== null) addNativeNew(m, type);
    const ownsComparison = spec.unhashable?.(m.profile) === true || spec.slots?.tp_richcompare !== undefined;
    if (type.tp_hash === hashNotImplemented && ownsComparison && !inherited.includes('__hash__')) putNew(m, dict, '__hash__', incref(m.None), true);
    return dict;
  })));
}

/** Those that the simulated version has. */
export function presentIn<Item extends { readonly inVersion?: InVersion }>(m: Machine, items: readonly Item[] | undefined): readonly Item[] {
  if (items === undefined) return [];
  return items.some((item) => item.inVersion !== undefined) ? items.filter((item) => item.inVersion?.(m.profile) ?? true) : items;
}

/** Tuples, bytes and memoryviews rely on object.__sizeof__, which counts items; int and what has a frame or code have a method of their own. */
function ownsSizeof(m: Machine, type: PyType, spec: TypeSpec): boolean {
  return (spec.itemsize ?? 0) === 0 || hasFlag(type, TypeFlag.LONG_SUBCLASS) || (m.profile.repeatedMethods.get(type.tp_name)?.includes('__sizeof__') ?? false);
}

/** Stores a new reference that the dict takes over. */
function putNew(m: Machine, dict: PyObject, name: string, value: PyObject, onlyIfAbsent = false): void {
  if (!onlyIfAbsent || dictGet(m, dict, m.names[name] as PyObject) === null) dictSetStr(m, dict, name, value);
  decref(m, value);
}

/** add_operators: a wrapper_descriptor for every special method whose slot the type fills. */
function addOperators(m: Machine, type: PyType, dict: PyObject, spec: TypeSpec): void {
  const done = new Set<string>(presentIn(m, spec.methods).map((method) => method.name));
  for (const name of m.profile.inheritedMethods.get(type.tp_name) ?? []) done.add(name);
  for (const [d, fn] of [...operatorsOf(spec), ...repeatedOperators(m, type)]) {
    if (d.slot === 'tp_hash' && type.tp_hash === hashNotImplemented) continue;
    if (done.has(d.name)) continue;
    done.add(d.name);
    putNew(m, dict, d.name, newWrapperDescriptor(m, type, d, fn));
  }
}

type Operator = readonly [SlotDef, SlotFunction];

/** Slots that the type fills with what it would inherit. */
function repeatedOperators(m: Machine, type: PyType): readonly Operator[] {
  const names = m.profile.repeatedMethods.get(type.tp_name);
  if (names === undefined) return [];
  const slots = slotRecord(type);
  return slotDefs().flatMap((d): Operator[] => {
    const fn = slots[d.slot] ?? (type.tp_base === null ? null : slotRecord(type.tp_base)[d.slot]);
    return names.includes(d.name) && fn !== null ? [[d, fn]] : [];
  });
}

const operators = new WeakMap<TypeSpec, readonly Operator[]>();

/** The special methods that the slots of a specification stand for: the same in every machine. */
function operatorsOf(spec: TypeSpec): readonly Operator[] {
  let found = operators.get(spec);
  if (found === undefined) {
    const own: Partial<Record<SlotKey, SlotFunction | null>> = { ...spec.slots };
    if (spec.name === 'object') Object.assign(own, { tp_getattro: genericGetAttr, tp_setattro: genericSetAttr });
    found = slotDefs().flatMap((d): Operator[] => {
      const fn = own[d.slot];
      return d.wrap === null || fn === undefined || fn === null || fn === hashNotImplemented ? [] : [[d, fn]];
    });
    operators.set(spec, found);
  }
  return found;
}

function addMethod(m: Machine, type: PyType, dict: PyObject, definition: NativeSpec): void {
  const spec = asDefined(m, type.tp_name, definition);
  if (spec.bind === 'static') {
    const fn = newNativeFunction(m, spec, type, null);
    putNew(m, dict, spec.name, newStaticMethod(m, fn));
    decref(m, fn);
  } else {
    putNew(m, dict, spec.name, spec.bind === 'class' ? newClassMethodDescriptor(m, type, spec) : newMethodDescriptor(m, type, spec));
  }
}

function sizeofMethod(sizeof: (m: Machine, self: PyObject) => number): NativeSpec {
  return { name: '__sizeof__', kind: 'noargs', sig: '($self, /)', doc: 'Size of object in memory, in bytes.', fn: (m, self) => newSizeInt(m, sizeof(m, self)) };
}

/** tp_bases of any type, borrowed. */
export function typeBases(m: Machine, type: PyType): PyObject {
  if (type.tp_bases === null) {
    type.tp_bases = m.memory.uncounted(() => newTuple(m, type.tp_base === null ? [] : builtinBases(type).map((b) => incref(b))));
  }
  return type.tp_bases;
}

/** The direct bases of a built-in type. */
export function builtinBases(type: PyType): PyType[] {
  return type.tp_mro.filter((t) => t !== type && t.tp_subclasses.includes(type));
}

/** `__mro__` of any type, borrowed. */
export function typeMro(m: Machine, type: PyType): PyObject {
  type.tp_mroTuple ??= m.memory.uncounted(() => newTuple(m, type.tp_mro.map((t) => incref(t))));
  return type.tp_mroTuple;
}

/** _PyType_Lookup: the attribute as it stands in the dict of a class of the MRO, borrowed; null if there is none. Assigns tp_version. */
export function lookupType(m: Machine, type: PyType, name: PyObject): PyObject | null {
  const cache = type.tp_cache;
  if (cache !== null) {
    const hit = cache.get(name);
    if (hit !== undefined) return hit;
  }
  return lookupUncached(m, type, name);
}

function lookupUncached(m: Machine, type: PyType, name: PyObject): PyObject | null {
  // A metaclass's mro() asks a class that has no order yet: nothing is found, and nothing remembered.
  if (type.tp_mro.length === 0) return null;
  const found = findInMro(m, type, name);
  if (type.tp_version === 0) assignVersion(m, type);
  if (strData(name).interned) {
    if (type.tp_cache === null) type.tp_cache = new Map();
    else if (type.tp_cache.size >= CACHE_NAMES) type.tp_cache.clear();
    type.tp_cache.set(name, found);
  }
  return found;
}

/** Names that one type's look-up cache holds at most. */
const CACHE_NAMES = 4096;

/** find_name_in_mro without the cache; only the first `limit` classes. */
export function findInMro(m: Machine, type: PyType, name: PyObject, limit = -1): PyObject | null {
  const { tp_mro: mro } = type;
  const end = limit < 0 ? mro.length : Math.min(limit, mro.length);
  for (let i = 0; i < end; i++) {
    const t = mro[i] as PyType;
    const found = dictGet(m, t.tp_dict ?? typeDict(m, t), name);
    if (found !== null) return found;
  }
  return null;
}

/** assign_version_tag: bases first, so that a change of a base reaches everything that depends on it. */
export function assignVersion(m: Machine, type: PyType): void {
  if (type.tp_version !== 0) return;
  for (let i = type.tp_mro.length - 1; i >= 0; i--) {
    const t = type.tp_mro[i] as PyType;
    if (t.tp_version === 0) t.tp_version = m.nextTypeVersion++;
  }
}

/** PyType_Modified: look-ups on the type and its subclasses may answer otherwise from now on. */
export function typeModified(type: PyType): void {
  if (type.tp_version === 0) return;
  type.tp_version = 0;
  type.tp_cache = null;
  for (const subclass of type.tp_subclasses) typeModified(subclass);
}
