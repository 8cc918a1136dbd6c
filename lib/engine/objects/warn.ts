// Warnings from native code (CPython Python/_warnings.c, PyErr_WarnEx).
import type { Machine } from '../machine.ts';
import type { PyType } from './type.ts';

/** Issues a warning at the running line. Throws if a filter turns it into an exception. */
export function warn(m: Machine, category: PyType, text: string): void {
  m.vm.warn(category, text);
}
