// Changing an object's class and a class's bases (CPython 3.13 Objects/typeobject.c, object_set_class, compatible_for_assignment, type_set_bases).
import type { Machine } from '../machine.ts';
import { dictDetach } from './dict-split.ts';
import { addSubclass, removeSubclass } from './subclasses.ts';
import { heapData } from './heap-type.ts';
import { bestBase, solidBase } from './best-base.ts';
import { computeMro } from './mro.ts';
import { instanceAttrs, instanceDict } from './instance.ts';
import { decref, incref, type PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { fixupSlotDispatchers } from './slots.ts';
import { isTuple, tupleItems } from './tuple.ts';
import { typeModified } from './type-ready.ts';
import { hasFlag, isSubtype, PyType, TypeFlag } from './type.ts';

/** Setter of `__class__`. */
export function changeClass(m: Machine, self: PyObject, value: PyObject | null): void {
  if (value === null) throw typeError(m, "can't delete __class__ attribute");
  if (!(value instanceof PyType)) throw typeError(m, `__class__ must be set to a class, not '${value.ob_type.tp_name}' object`);
  const old = self.ob_type;
  const modules = isSubtype(value, m.types.module) && isSubtype(old, m.types.module);
  if (!modules && (hasFlag(value, TypeFlag.IMMUTABLE) || hasFlag(old, TypeFlag.IMMUTABLE))) {
    throw typeError(m, '__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  checkCompatible(m, old, value, '__class__');
  if (old === value) return;
  detachValues(m, self);
  if (hasFlag(value, TypeFlag.HEAP)) incref(value);
  self.ob_type = value;
  if (hasFlag(old, TypeFlag.HEAP)) decref(m, old);
}

/** The values follow the old class's keys: they move into a dict of their own first. */
function detachValues(m: Machine, self: PyObject): void {
  if (self.attrs === null || self.attrs.values === null) return;
  const dict = instanceDict(m, self);
  if (instanceAttrs(self).values !== null) dictDetach(m, dict);
}

/** compatible_for_assignment: the same tp_free (objects of the collector have their own), the same layout. */
function checkCompatible(m: Machine, old: PyType, type: PyType, attribute: string): void {
  if (hasFlag(old, TypeFlag.HAVE_GC) !== hasFlag(type, TypeFlag.HAVE_GC)) {
    throw typeError(m, `${attribute} assignment: '${type.tp_name}' deallocator differs from '${old.tp_name}'`);
  }
  if (sameLayout(m, old, type)) return;
  throw typeError(m, `${attribute} assignment: '${type.tp_name}' object layout differs from '${old.tp_name}'`);
}

function sameLayout(m: Machine, a: PyType, b: PyType): boolean {
  if (a.tp_basicsize !== b.tp_basicsize || a.tp_itemsize !== b.tp_itemsize || a.tp_hasDict !== b.tp_hasDict || a.tp_hasWeakrefs !== b.tp_hasWeakrefs) return false;
  if (builtinSolid(m, a) !== builtinSolid(m, b)) return false;
  return memberNames(a).join() === memberNames(b).join();
}

function builtinSolid(m: Machine, type: PyType): PyType {
  let solid = solidBase(m, type);
  while (solid.ht !== null && solid.tp_base !== null) solid = solidBase(m, solid.tp_base);
  return solid;
}

function memberNames(type: PyType): string[] {
  const names: string[] = [];
  for (let t: PyType | null = type; t !== null; t = t.tp_base) names.unshift(...(heapData(t)?.slotNames ?? []));
  return names;
}

/** Setter of `__bases__`. */
export function setBases(m: Machine, type: PyType, value: PyObject): void {
  if (!isTuple(value)) throw typeError(m, `can only assign tuple to ${type.tp_name}.__bases__, not ${value.ob_type.tp_name}`);
  const bases = tupleItems(value);
  if (bases.length === 0) throw typeError(m, `can only assign non-empty tuple to ${type.tp_name}.__bases__, not ()`);
  for (const b of bases) {
    if (!(b instanceof PyType)) throw typeError(m, `${type.tp_name}.__bases__ must be tuple of classes, not '${b.ob_type.tp_name}'`);
    if (isSubtype(b, type)) throw typeError(m, 'a __bases__ item causes an inheritance cycle');
  }
  const base = bestBase(m, bases);
  checkCompatible(m, type.tp_base as PyType, base, '__bases__');
  const oldBases = type.tp_bases;
  const oldBase = type.tp_base;
  type.tp_bases = incref(value);
  type.tp_base = incref(base);
  try {
    refreshMro(m, type);
  } catch (error) {
    decref(m, type.tp_bases);
    decref(m, base);
    type.tp_bases = oldBases;
    type.tp_base = oldBase;
    throw error;
  }
  if (oldBases !== null) for (const b of tupleItems(oldBases)) if (b instanceof PyType) removeSubclass(m, b, type);
  for (const b of bases) addSubclass(m, b as PyType, type);
  refreshSlots(m, type);
  if (oldBases !== null) decref(m, oldBases);
  if (oldBase !== null) decref(m, oldBase);
}

/** mro_hierarchy. */
function refreshMro(m: Machine, type: PyType): void {
  typeModified(type);
  computeMro(m, type);
  for (const subclass of type.tp_subclasses) refreshMro(m, subclass);
}

function refreshSlots(m: Machine, type: PyType): void {
  m.slotChanges++;
  fixupSlotDispatchers(m, type);
  for (const subclass of type.tp_subclasses) refreshSlots(m, subclass);
}
