// Which base's instance layout and which metaclass a class takes (CPython 3.13 Objects/typeobject.c: best_base, solid_base,
// _PyType_CalculateMetaclass).
import type { Machine } from '../machine.ts';
import { intern } from './names.ts';
import type { PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { lookupType } from './type-ready.ts';
import { hasFlag, isSubtype, PyType, TypeFlag } from './type.ts';

export function checkBaseIsType(m: Machine, base: PyObject): void {
  if (base instanceof PyType) return;
  if (lookupType(m, base.ob_type, intern(m, '__mro_entries__')) !== null) {
    throw typeError(m, "type() doesn't support MRO entry resolution; use types.new_class()");
  }
}

/** _PyType_CalculateMetaclass: the most derived metatype of all bases. */
export function calculateMetaclass(m: Machine, metatype: PyType, bases: readonly PyObject[]): PyType {
  let winner = metatype;
  for (const b of bases) {
    const type = b.ob_type;
    if (isSubtype(winner, type)) continue;
    if (isSubtype(type, winner)) {
      winner = type;
      continue;
    }
    throw typeError(m, 'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases');
  }
  return winner;
}

/** best_base: the base whose instance layout the class extends. */
export function bestBase(m: Machine, bases: readonly PyObject[]): PyType {
  let base: PyType | null = null;
  let winner: PyType | null = null;
  for (const b of bases) {
    if (!(b instanceof PyType)) throw typeError(m, 'bases must be types');
    if (!hasFlag(b, TypeFlag.BASETYPE)) throw typeError(m, `type '${b.tp_name}' is not an acceptable base type`);
    const candidate = solidBase(m, b);
    if (winner === null) {
      winner = candidate;
      base = b;
    } else if (isSubtype(winner, candidate)) {
      continue;
    } else if (isSubtype(candidate, winner)) {
      winner = candidate;
      base = b;
    } else {
      throw typeError(m, 'multiple bases have instance lay-out conflict');
    }
  }
  return base ?? m.types.object;
}

/** solid_base: the nearest ancestor that adds to the struct. */
export function solidBase(m: Machine, type: PyType): PyType {
  const base = type.tp_base === null ? m.types.object : solidBase(m, type.tp_base);
  return layoutBytes(m, type) !== layoutBytes(m, base) || type.tp_itemsize !== base.tp_itemsize ? type : base;
}

/** Size of the struct; before 3.12 the weak-reference word of a class does not count as a difference. */
function layoutBytes(m: Machine, type: PyType): number {
  if (m.profile.managedWeakref || type.ht === null) return type.tp_basicsize;
  let bytes = type.tp_basicsize;
  for (let t: PyType | null = type; t !== null && t.ht !== null; t = t.tp_base) if (t.tp_hasWeakrefs && t.tp_base !== null && !t.tp_base.tp_hasWeakrefs) bytes -= 8;
  return bytes;
}
