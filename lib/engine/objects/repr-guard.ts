// Guard against infinite reprs of containers that contain themselves (CPython Objects/object.c, Py_ReprEnter and Py_ReprLeave): what is being printed
// stands in a list, made with the first repr of a container and kept in the thread state's dict under 'Py_Repr'.
import type { Machine } from '../machine.ts';
import { dictSetStr, newDict } from './dict.ts';
import { deleteAt } from './list-assign.ts';
import { listAppend, listItems, newList } from './list.ts';
import { decref, type PyObject } from './object.ts';

/** Py_ReprEnter: false when `o` is already being printed further out. Every true answer needs a reprLeave. */
export function reprEnter(m: Machine, o: PyObject): boolean {
  if (m.retry?.printing.delete(o) === true) return true;
  const list = reprList(m);
  if (listItems(list).includes(o)) return false;
  listAppend(m, list, o);
  return true;
}

/** Py_ReprLeave. */
export function reprLeave(m: Machine, o: PyObject): void {
  // It goes on being printed when the instruction is executed again.
  if (m.retry?.isLeaving === true) {
    m.retry.printing.add(o);
    return;
  }
  const list = reprList(m);
  const index = listItems(list).lastIndexOf(o);
  if (index >= 0) deleteAt(m, list, index, index + 1);
}

/** Borrowed. */
function reprList(m: Machine): PyObject {
  if (m.reprList !== null) return m.reprList;
  m.threadStateDict ??= newDict(m);
  const list = newList(m, []);
  dictSetStr(m, m.threadStateDict, 'Py_Repr', list);
  decref(m, list);
  m.reprList = list;
  return list;
}
