// Guard against infinite reprs of containers that contain themselves (CPython Objects/object.c, Py_ReprEnter and Py_ReprLeave).
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';

/** Py_ReprEnter: false when `o` is already being printed further out. Every true answer needs a reprLeave. */
export function reprEnter(m: Machine, o: PyObject): boolean {
  if (m.reprStack.includes(o)) return false;
  m.reprStack.push(o);
  return true;
}

/** Py_ReprLeave. */
export function reprLeave(m: Machine, o: PyObject): void {
  const index = m.reprStack.lastIndexOf(o);
  if (index >= 0) m.reprStack.splice(index, 1);
}
