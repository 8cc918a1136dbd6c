// Calling finalizers (CPython 3.13 Objects/object.c, PyObject_CallFinalizer, PyObject_CallFinalizerFromDealloc).
import type { Machine } from '../machine.ts';
import { isFinalized, setFinalized } from '../gc/collector.ts';
import type { PyObject } from './object.ts';
import { hasFlag, TypeFlag } from './type.ts';

/** PyObject_CallFinalizer: at most once per collected object (PEP 442). */
export function callFinalizer(m: Machine, self: PyObject): void {
  const finalize = self.ob_type.tp_finalize;
  if (finalize === null) return;
  const collected = hasFlag(self.ob_type, TypeFlag.HAVE_GC);
  if (collected && isFinalized(self)) return;
  finalize(m, self);
  if (collected) setFinalized(self);
}

/** PyObject_CallFinalizerFromDealloc: true if the finalizer made the object live again. */
export function callFinalizerFromDealloc(m: Machine, self: PyObject): boolean {
  self.ob_refcnt = 1;
  callFinalizer(m, self);
  self.ob_refcnt--;
  return self.ob_refcnt > 0;
}
