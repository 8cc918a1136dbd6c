// A sequence to read by index without calling Python again (CPython Objects/abstract.c: PySequence_Fast).
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { isList, listItems, sequenceList } from './list.ts';
import { type PyObject, incref } from './object.ts';
import { dropRaise, matches, typeError } from './raise.ts';
import { isTuple, tupleItems } from './tuple.ts';

/** The items (borrowed) and the object that owns them (a new reference, the caller gives it back). */
export interface FastSequence {
  readonly owner: PyObject;
  readonly items: readonly PyObject[];
}

/** A list or tuple as it is, anything else as a new list; `text` is the TypeError for what is not iterable. */
export function sequenceFast(m: Machine, o: PyObject, text: string): FastSequence {
  if (isList(o)) return { owner: incref(o), items: listItems(o) };
  if (isTuple(o)) return { owner: incref(o), items: tupleItems(o) };
  if (o.ob_type.tp_iter === null && o.ob_type.sq_item === null) throw typeError(m, text);
  try {
    const list = sequenceList(m, o);
    return { owner: list, items: listItems(list) };
  } catch (error) {
    if (error instanceof PyRaise && matches(error, m.types.TypeError) && o.ob_type.tp_iter === null) {
      dropRaise(m, error);
      throw typeError(m, text);
    }
    throw error;
  }
}
