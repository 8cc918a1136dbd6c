// Instances of classes: attribute values (inline since 3.13, a block of their own before), `__dict__`, `__slots__`, deallocation
// (CPython 3.13 Objects/dictobject.c: _PyObject_InitInlineValues, store_instance_attr_lock_held, _PyObject_SetManagedDict;
// Objects/typeobject.c: PyType_GenericAlloc, subtype_dealloc, subtype_traverse, subtype_clear).
import type { Machine } from '../machine.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { type DictKeys, STRIDE, insertSplitKey, lookupStrKey } from './dict-keys.ts';
import { dictDel, dictGet, dictSet, isDict, newDict } from './dict.ts';
import { dictDetach, newSplitDict, recordSplitInsert } from './dict-split.ts';
import { callFinalizerFromDealloc } from './finalize.ts';
import type { HeapTypeData } from './heap-type.ts';
import { decref, incref, InstanceAttrs, type PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { isStrExact, strData } from './str.ts';
import { hasFlag, type PyType, TypeFlag, type Visit } from './type.ts';
import { clearWeakrefs } from './weakref.ts';
import { trashcanBegin, trashcanEnd } from './trashcan.ts';

export { trashcanBegin, trashcanEnd } from './trashcan.ts';

/** A class's split keys; null for types without managed dict. */
export function cachedKeys(type: PyType): DictKeys | null {
  return type.ht === null ? null : (type.ht as HeapTypeData).cachedKeys;
}

/** shared_keys_usable_size: how many values the next instance has room for. */
function valuesCapacity(keys: DictKeys): number {
  return keys.count + keys.usable;
}

/** _PyInlineValuesSize: bytes behind the object. */
function inlineValuesBytes(capacity: number): number {
  return ((capacity + 7) & ~7) + (capacity + 1) * 8;
}

/** new_values (3.11, 3.12): bytes of a separate block. */
function valuesBlockBytes(capacity: number): number {
  return ((capacity + 2 + 7) & ~7) + capacity * 8;
}

/** PyType_GenericAlloc: basicsize, items and one more, inline values; tracked if the type is collected. */
export function genericAlloc(m: Machine, type: PyType, data: unknown, nitems = 0): PyObject {
  const o = allocWithItems(m, type, data, nitems);
  if (hasFlag(type, TypeFlag.HAVE_GC)) gcTrack(m, o);
  return o;
}

/** _PyType_AllocNoTrack. */
export function allocWithItems(m: Machine, type: PyType, data: unknown, nitems = 0): PyObject {
  let extra = type.tp_itemsize === 0 ? 0 : (((nitems + 1) * type.tp_itemsize + type.tp_basicsize + 7) & ~7) - type.tp_basicsize;
  const heap = type.ht as HeapTypeData | null;
  if (heap === null) return allocObject(m, type, data, extra);
  const inline = hasFlag(type, TypeFlag.INLINE_VALUES);
  const keys = heap.cachedKeys;
  if (inline && keys !== null) extra += inlineValuesBytes(valuesCapacity(keys));
  const o = allocObject(m, type, data, extra);
  const attrs = new InstanceAttrs();
  o.attrs = attrs;
  if (heap.slotEnd > 0) attrs.slots = emptyPlaces(heap.slotEnd);
  if (inline && keys !== null) startValues(attrs, keys);
  return o;
}

/**
 * An array of that many nulls. Short ones are literals: they take no more of the host's memory than they need, where pushing to an empty array makes
 * room for 17. (An array made with a length is one that may have holes to V8, and slower for good.)
 */
function emptyPlaces(count: number): (PyObject | null)[] {
  switch (count) {
    case 0: return [];
    case 1: return [null];
    case 2: return [null, null];
    case 3: return [null, null, null];
    case 4: return [null, null, null, null];
    case 5: return [null, null, null, null, null];
    case 6: return [null, null, null, null, null, null];
    default: {
      const places: (PyObject | null)[] = [];
      for (let i = 0; i < count; i++) places.push(null);
      return places;
    }
  }
}

/** Every instance takes one of the free places of the class's keys: values of later instances are smaller. The names known so far get their places. */
function startValues(attrs: InstanceAttrs, keys: DictKeys): void {
  if (keys.usable > 1) keys.usable--;
  attrs.values = emptyPlaces(keys.count);
}

/** _PyObject_InitializeDict (3.11, 3.12): object.__new__ gives an instance its values block, or a dict where the class's layout has a plain dict word. */
export function initializeDict(m: Machine, o: PyObject): void {
  const type = o.ob_type;
  const keys = cachedKeys(type);
  if (m.profile.inlineValues || keys === null || !hasFlag(type, TypeFlag.MANAGED_DICT)) return;
  const attrs = instanceAttrs(o);
  startValues(attrs, keys);
  attrs.valuesBlock = m.memory.alloc(valuesBlockBytes(valuesCapacity(keys)));
}

/** The attribute storage, made if the object has none yet. */
export function instanceAttrs(o: PyObject): InstanceAttrs {
  return (o.attrs ??= new InstanceAttrs());
}

/** Index of an attribute in InstanceAttrs.values; -1 if the class's keys don't have it. */
export function sharedKeyIndex(type: PyType, name: PyObject): number {
  const keys = cachedKeys(type);
  return keys === null ? -1 : lookupStrKey(keys, name, strData(name));
}

/** An attribute of the instance itself (values or `__dict__`), borrowed; null if absent. */
export function instanceGet(m: Machine, o: PyObject, name: PyObject): PyObject | null {
  const { attrs } = o;
  if (attrs === null) return null;
  const { values } = attrs;
  if (values !== null) {
    const keys = cachedKeys(o.ob_type) as DictKeys;
    const ix = lookupStrKey(keys, name, strData(name));
    if (ix >= 0) return ix < values.length ? (values[ix] as PyObject | null) : null;
    return attrs.dict === null ? null : dictGet(m, attrs.dict, name);
  }
  return attrs.dict === null ? null : dictGet(m, attrs.dict, name);
}

/** Sets (or with null deletes) an attribute of the instance itself. False: deleting what is not there. The caller knows that the type has a dict. */
export function instanceSet(m: Machine, o: PyObject, name: PyObject, value: PyObject | null): boolean {
  const attrs = instanceAttrs(o);
  if (attrs.dict === null && attrs.values !== null) return storeValue(m, o, attrs, attrs.values, name, value);
  const dict = attrs.dict ?? makeEmptyDict(m, o, attrs);
  // The attribute's setting keeps the dict alive while old values die.
  incref(dict);
  try {
    if (value === null) return dictDel(m, dict, name);
    dictSet(m, dict, name, value);
    return true;
  } finally {
    decref(m, dict);
  }
}

/** store_instance_attr_lock_held without a dict. */
function storeValue(m: Machine, o: PyObject, attrs: InstanceAttrs, values: (PyObject | null)[], name: PyObject, value: PyObject | null): boolean {
  const keys = cachedKeys(o.ob_type) as DictKeys;
  const ix = isStrExact(m, name) ? insertSplitKey(keys, name, strData(name)) : -1;
  if (ix < 0) {
    const dict = materializeDict(m, o, attrs);
    if (value === null) return dictDel(m, dict, name);
    dictSet(m, dict, name, value);
    return true;
  }
  const old = ix < values.length ? (values[ix] as PyObject | null) : null;
  if (value === null) {
    if (old === null) return false;
    values[ix] = null;
    if (attrs.order !== null) attrs.order.splice(attrs.order.indexOf(ix), 1);
    decref(m, old);
    return true;
  }
  incref(value);
  if (old !== null) {
    values[ix] = value;
    decref(m, old);
  } else {
    addValue(attrs, values, ix, value);
  }
  return true;
}

/** _PyDictValues_AddToInsertionOrder: stores (and takes over) a value where there was none. */
export function addValue(attrs: InstanceAttrs, values: (PyObject | null)[], ix: number, value: PyObject): void {
  attrs.order = recordSplitInsert(values, attrs.order, ix);
  while (values.length <= ix) values.push(null);
  values[ix] = value;
}

/** _PyObject_MaterializeManagedDict: a dict over the instance's own values (3.13+), or one that takes them over (3.11, 3.12). */
function materializeDict(m: Machine, o: PyObject, attrs: InstanceAttrs): PyObject {
  const keys = cachedKeys(o.ob_type) as DictKeys;
  if (m.profile.inlineValues) {
    const dict = newSplitDict(m, keys, attrs.values ?? [], attrs.order, o);
    attrs.dict = dict;
    return dict;
  }
  const dict = newSplitDict(m, keys, attrs.values ?? [], attrs.order, null, attrs.valuesBlock);
  attrs.values = null;
  attrs.order = null;
  attrs.valuesBlock = 0;
  attrs.dict = dict;
  return dict;
}

/** The dict of an object whose values are gone or never were inline: split over the class's keys if it has any. */
function makeEmptyDict(m: Machine, o: PyObject, attrs: InstanceAttrs): PyObject {
  const keys = cachedKeys(o.ob_type);
  if (keys === null) {
    attrs.dict = newDict(m);
  } else {
    const capacity = valuesCapacity(keys);
    const bytes = m.profile.inlineValues ? inlineValuesBytes(capacity) : valuesBlockBytes(capacity);
    attrs.dict = newSplitDict(m, keys, [], null, null, m.memory.alloc(bytes));
  }
  return attrs.dict;
}

/** The instance's `__dict__`, borrowed; made if need be (_PyObject_GetDict…, PyObject_GenericGetDict). */
export function instanceDict(m: Machine, o: PyObject): PyObject {
  const attrs = instanceAttrs(o);
  if (attrs.dict !== null) return attrs.dict;
  // 3.11: object.__new__ alone gives values; what a subclass of list … has not yet stored gets an ordinary dict when it is asked for.
  if (attrs.values === null && m.profile.dictAskedForIsOrdinary && hasFlag(o.ob_type, TypeFlag.MANAGED_DICT)) return (attrs.dict = newDict(m));
  return attrs.values !== null ? materializeDict(m, o, attrs) : makeEmptyDict(m, o, attrs);
}

/** Replaces `__dict__` (_PyObject_SetManagedDict). `dict` null: drops it. Takes a new reference. */
export function setInstanceDict(m: Machine, o: PyObject, dict: PyObject | null): void {
  const attrs = instanceAttrs(o);
  const old = attrs.dict;
  if (dict !== null) incref(dict);
  if (old === null) {
    attrs.dict = dict;
    clearValues(m, attrs);
    return;
  }
  if (attrs.values !== null) dictDetach(m, old);
  attrs.dict = dict;
  decref(m, old);
}

/** Gives the values back in the order of the class's keys. */
function clearValues(m: Machine, attrs: InstanceAttrs): void {
  const { values, valuesBlock } = attrs;
  if (values !== null) {
    attrs.values = null;
    attrs.order = null;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as PyObject | null;
      if (value === null) continue;
      values[i] = null;
      decref(m, value);
    }
  }
  if (valuesBlock !== 0) {
    attrs.valuesBlock = 0;
    m.memory.free(valuesBlock);
  }
}

/** PyObject_ClearManagedDict, and Py_CLEAR of a plain dict word. */
export function clearInstanceDict(m: Machine, o: PyObject): void {
  if (o.attrs === null) return;
  if (o.attrs.dict === null && o.attrs.values === null) return;
  setInstanceDict(m, o, null);
}

/** PyObject_VisitManagedDict: the dict answers for values that it shares with the object. */
export function visitInstanceDict(_m: Machine, o: PyObject, visit: Visit): void {
  const { attrs } = o;
  if (attrs === null) return;
  if (attrs.dict !== null) {
    visit(attrs.dict, '__dict__', -1);
    return;
  }
  const { values } = attrs;
  if (values === null) return;
  const keys = cachedKeys(o.ob_type) as DictKeys;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as PyObject | null;
    if (value !== null) visit(value, attributeField(keys, i), -1);
  }
}

/** The name under which a traversal shows an instance's value; kept with the keys, for the collector asks for every instance. */
function attributeField(keys: DictKeys, i: number): string {
  const fields = (keys.fields ??= []);
  while (fields.length <= i) fields.push(`attr ${strData(keys.entries[fields.length * STRIDE] as PyObject).value}`);
  return fields[i] as string;
}

/** PyObject_GenericGetDict, the getter of `__dict__`. */
export function genericGetDict(m: Machine, o: PyObject): PyObject {
  return incref(instanceDict(m, o));
}

/** PyObject_GenericSetDict. */
export function genericSetDict(m: Machine, o: PyObject, value: PyObject | null): void {
  if (value === null) throw typeError(m, 'cannot delete __dict__');
  if (!isDict(value)) throw typeError(m, `__dict__ must be set to a dictionary, not a '${value.ob_type.tp_name}'`);
  setInstanceDict(m, o, value);
}

/** clear_slots for the slots that `type` itself adds. */
function clearSlots(m: Machine, type: PyType, o: PyObject): void {
  const heap = type.ht as HeapTypeData | null;
  const slots = o.attrs?.slots ?? null;
  if (heap === null || slots === null) return;
  for (let i = heap.slotStart; i < heap.slotEnd; i++) {
    const value = slots[i] ?? null;
    if (value === null) continue;
    slots[i] = null;
    decref(m, value);
  }
}

/** tp_dealloc of every class (subtype_dealloc): finalizer, weak references, slots, dict or values, base's dealloc, the class itself. */
export function subtypeDealloc(m: Machine, self: PyObject): void {
  const type = self.ob_type;
  let base = type;
  while (base.tp_dealloc === subtypeDealloc) base = base.tp_base as PyType;
  if (!hasFlag(type, TypeFlag.HAVE_GC)) {
    if (type.tp_finalize !== null && callFinalizerFromDealloc(m, self)) return;
    releaseToBase(m, self, base);
    return;
  }
  gcUntrack(m, self);
  if (!trashcanBegin(m, self, subtypeDealloc)) return;
  deallocParts(m, self, type, base);
  trashcanEnd(m);
}

function deallocParts(m: Machine, self: PyObject, type: PyType, base: PyType): void {
  if (type.tp_finalize !== null) {
    gcTrack(m, self);
    if (callFinalizerFromDealloc(m, self)) return;
    gcUntrack(m, self);
  }
  const { attrs } = self;
  if (attrs !== null) {
    if (attrs.weakrefs !== null && type.tp_hasWeakrefs && !base.tp_hasWeakrefs) clearWeakrefs(m, self);
    if (attrs.slots !== null) for (let t = type; t !== base; t = t.tp_base as PyType) clearSlots(m, t, self);
    if (type.tp_hasDict && !base.tp_hasDict) clearInstanceDict(m, self);
  }
  if (hasFlag(base, TypeFlag.HAVE_GC)) gcTrack(m, self);
  releaseToBase(m, self, base);
}

/** basedealloc, then the reference to the class unless the base's dealloc gives it back itself. */
function releaseToBase(m: Machine, self: PyObject, base: PyType): void {
  const type = self.ob_type;
  base.tp_dealloc(m, self);
  if (hasFlag(type, TypeFlag.HEAP) && !hasFlag(base, TypeFlag.HEAP)) decref(m, type);
}

/** subtype_traverse. */
export function subtypeTraverse(m: Machine, self: PyObject, visit: Visit): void {
  const type = self.ob_type;
  let base = type;
  while (base.tp_traverse === subtypeTraverse) {
    visitSlots(base, self, visit);
    base = base.tp_base as PyType;
  }
  if (type.tp_hasDict && !base.tp_hasDict) visitInstanceDict(m, self, visit);
  if (hasFlag(type, TypeFlag.HEAP) && !(base.tp_traverse !== null && hasFlag(base, TypeFlag.HEAP))) visit(type, '__class__', -1);
  if (base.tp_traverse !== null) base.tp_traverse(m, self, visit);
}

function visitSlots(type: PyType, self: PyObject, visit: Visit): void {
  const heap = type.ht as HeapTypeData | null;
  const slots = self.attrs?.slots ?? null;
  if (heap === null || slots === null) return;
  for (let i = heap.slotStart; i < heap.slotEnd; i++) {
    const value = slots[i] ?? null;
    if (value !== null) visit(value, heap.slotFields[i - heap.slotStart] ?? 'attr ', -1);
  }
}

/** subtype_clear. */
export function subtypeClear(m: Machine, self: PyObject): void {
  const type = self.ob_type;
  let base = type;
  while (base.tp_clear === subtypeClear) {
    clearSlots(m, base, self);
    base = base.tp_base as PyType;
  }
  if (type.tp_hasDict && !base.tp_hasDict) clearInstanceDict(m, self);
  if (base.tp_clear !== null) base.tp_clear(m, self);
}

/** object_dealloc. */
export function objectDealloc(m: Machine, self: PyObject): void {
  freeObject(m, self);
}
