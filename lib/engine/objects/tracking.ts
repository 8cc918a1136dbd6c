// Which objects the cyclic collector can be interested in (CPython pycore_object.h PyObject_IS_GC, pycore_gc.h _PyObject_GC_MAY_BE_TRACKED).
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import { PyType, TypeFlag } from './type.ts';

/** PyObject_IS_GC: collectable type; static type objects answer no (type_is_gc). */
export function isGcObject(o: PyObject): boolean {
  if ((o.ob_type.tp_flags & TypeFlag.HAVE_GC) === 0) return false;
  return !(o instanceof PyType) || (o.tp_flags & TypeFlag.HEAP) !== 0;
}

/** _PyObject_GC_MAY_BE_TRACKED: could be part of a cycle; an untracked exact tuple cannot. */
export function mayBeTracked(m: Machine, o: PyObject): boolean {
  if (o.gc_next !== null) return true;
  return o.ob_type !== m.types.tuple && isGcObject(o);
}
