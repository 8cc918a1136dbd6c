// Changing an object's class and a class's bases (CPython 3.13 Objects/typeobject.c, object_set_class, compatible_for_assignment, type_set_bases).
import type { Machine } from '../machine.ts';
import { dictDetach } from './dict-split.ts';
import { addSubclass, removeSubclass } from './subclasses.ts';
import { heapData } from './heap-type.ts';
import { bestBase, solidBase } from './best-base.ts';
import { replaceMro, setMro } from './mro.ts';
import { instanceAttrs, instanceDict } from './instance.ts';
import { decref, incref, type PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { fixupSlotDispatchers } from './slots.ts';
import { isTuple, tupleItems } from './tuple.ts';
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
  const { tp_bases: oldBases, tp_base: oldBase } = type;
  type.tp_bases = incref(value);
  type.tp_base = incref(base);
  const replaced: ReplacedMro[] = [];
  try {
    refreshMro(m, type, replaced);
  } catch (error) {
    for (const each of replaced) takeBack(m, each);
    if (type.tp_bases === value) {
      type.tp_bases = oldBases;
      type.tp_base = oldBase;
      release(m, [value, base]);
    } else release(m, [oldBases, oldBase]);
    throw error;
  } finally {
    for (const { cls, old, made } of replaced) release(m, [old, made, cls]);
  }
  // A metaclass's mro() can have assigned other bases meanwhile: those stay.
  if (type.tp_bases === value) {
    if (oldBases !== null) for (const b of tupleItems(oldBases)) if (b instanceof PyType) removeSubclass(m, b, type);
    for (const b of bases) addSubclass(m, b as PyType, type);
    refreshSlots(m, type);
  }
  release(m, [oldBases, oldBase]);
}

function release(m: Machine, objects: readonly (PyObject | null)[]): void {
  for (const o of objects) if (o !== null) decref(m, o);
}

/** A class that has got another method resolution order (all owned). */
interface ReplacedMro {
  readonly cls: PyType;
  readonly old: PyObject | null;
  readonly made: PyObject;
}

/** mro_hierarchy: the class and what is derived from it. */
function refreshMro(m: Machine, type: PyType, replaced: ReplacedMro[]): void {
  const old = replaceMro(m, type);
  if (old === 'overtaken') return;
  replaced.push({ cls: incref(type), old, made: incref(type.tp_mroTuple as PyObject) });
  const subclasses = type.tp_subclasses.map((subclass) => incref(subclass));
  try {
    for (const subclass of subclasses) refreshMro(m, subclass, replaced);
  } finally {
    release(m, subclasses);
  }
}

/** Gives a class its old order again, unless it has a newer one than that which was made. */
function takeBack(m: Machine, { cls, old, made }: ReplacedMro): void {
  if (cls.tp_mroTuple !== made || old === null) return;
  setMro(cls, incref(old));
  decref(m, made);
}

function refreshSlots(m: Machine, type: PyType): void {
  m.slotChanges++;
  fixupSlotDispatchers(m, type);
  for (const subclass of type.tp_subclasses) refreshSlots(m, subclass);
}
