// The trashcan: keeps chains of deallocations from nesting without bound (CPython 3.13 Objects/object.c, Py_TRASHCAN_BEGIN, _PyTrash_thread_destroy_chain).
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';

/** PyTrash_UNWIND_LEVEL. */
const UNWIND_LEVEL = 50;

/**
 * Py_TRASHCAN_BEGIN: false = the object was put aside and its deallocation runs again later; return at once. Every true answer needs a trashcanEnd.
 * Only the type's own tp_dealloc counts: a base's dealloc that a subclass calls passes through.
 */
export function trashcanBegin(m: Machine, o: PyObject, dealloc: (m: Machine, self: PyObject) => void): boolean {
  if (o.ob_type.tp_dealloc !== dealloc) {
    m.trashSkips.push(++m.trashBegins);
    return true;
  }
  if (m.trashDepth >= UNWIND_LEVEL) {
    m.trashLater.push(o);
    return false;
  }
  m.trashDepth++;
  m.trashBegins++;
  return true;
}

/** Py_TRASHCAN_END: at the outermost level deallocates what was put aside, last first. */
export function trashcanEnd(m: Machine): void {
  const begin = m.trashBegins--;
  const { trashSkips } = m;
  if (trashSkips.length > 0 && trashSkips[trashSkips.length - 1] === begin) {
    trashSkips.pop();
    return;
  }
  if (--m.trashDepth === 0 && m.trashLater.length > 0) destroyChain(m);
}

function destroyChain(m: Machine): void {
  m.trashDepth++;
  for (let o = m.trashLater.pop(); o !== undefined; o = m.trashLater.pop()) o.ob_type.tp_dealloc(m, o);
  m.trashDepth--;
}
