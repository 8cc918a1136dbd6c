// The end of `except*` (CPython 3.13 Objects/exceptions.c, _PyExc_PrepReraiseStar and exception_group_projection).
import type { ExceptionData } from '../objects/exceptions.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { lookupAttr } from '../objects/abstract.ts';
import { projectGroup } from '../objects/exception-group.ts';
import { newException } from '../objects/exceptions.ts';
import { listFromBorrowed, listItems } from '../objects/list.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import { isSubtype } from '../objects/type.ts';

/** What goes on after all clauses: None, one exception, or a group of raised and unhandled ones. New reference. */
export function prepareReraiseStar(vm: Interpreter, original: PyObject, list: PyObject): PyObject {
  const m = vm.m;
  const excs = listItems(list).filter((exc) => exc !== m.None);
  if (excs.length === 0) return incref(m.None);
  if (!isSubtype(original.ob_type, m.types.BaseExceptionGroup)) return incref(excs[0] as PyObject);
  const raised: PyObject[] = [];
  const reraised: PyObject[] = [];
  for (const exc of excs) (sameMetadata(vm, exc, original) ? reraised : raised).push(exc);
  const projection = reraised.length === 0 ? null : projectGroup(m, original, reraised);
  if (raised.length === 0) return projection ?? incref(m.None);
  const all = projection === null ? raised : [...raised, projection];
  if (all.length === 1) return incref(all[0] as PyObject);
  const items = listFromBorrowed(m, all);
  const group = newException(m, m.types.BaseExceptionGroup, [m.emptyStr, items]);
  decref(m, items);
  if (projection !== null) decref(m, projection);
  return group;
}

/** is_same_exception_metadata: a part of the original group keeps its traceback, cause, context and notes. */
function sameMetadata(vm: Interpreter, exc: PyObject, original: PyObject): boolean {
  if (!isSubtype(exc.ob_type, vm.m.types.BaseExceptionGroup)) return false;
  const a = exc.data as ExceptionData;
  const b = original.data as ExceptionData;
  return a.traceback === b.traceback && a.cause === b.cause && a.context === b.context && notesOf(vm, exc) === notesOf(vm, original);
}

/** `__notes__`, borrowed. */
function notesOf(vm: Interpreter, exc: PyObject): PyObject | null {
  const notes = lookupAttr(vm.m, exc, vm.m.names.__notes__ as PyObject);
  xdecref(vm.m, notes);
  return notes;
}
