// What a new class calls: __set_name__ of its attributes, __init_subclass__ of its bases (CPython 3.13 Objects/typeobject.c:
// type_new_set_names, type_new_init_subclass).
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { getAttr, reprText } from './abstract.ts';
import { withCopiedArguments } from './argument-tuple.ts';
import { call } from './call.ts';
import { dictCopy, dictItemPairs } from './dict.ts';
import { addNote, setCause, setContext } from './exceptions.ts';
import { intern } from './names.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { dropRaise, raise } from './raise.ts';
import { lookupType } from './type-ready.ts';
import type { PyType } from './type.ts';

/** type_new_set_names: `__set_name__` of everything in the class body, over a copy of the dict. */
export function setNames(m: Machine, type: PyType): void {
  const copy = dictCopy(m, type.tp_dict as PyObject);
  try {
    for (const [key, value] of dictItemPairs(copy)) {
      const found = lookupType(m, value.ob_type, intern(m, '__set_name__'));
      if (found === null) continue;
      const get = found.ob_type.tp_descr_get;
      const bound = get === null ? incref(found) : get(m, found, value, value.ob_type);
      try {
        decref(m, call(m, bound, [type, key]));
      } catch (error) {
        if (error instanceof PyRaise) throw noteSetName(m, error, type, key, value);
        throw error;
      } finally {
        decref(m, bound);
      }
    }
  } finally {
    decref(m, copy);
  }
}

function noteSetName(m: Machine, error: PyRaise, type: PyType, key: PyObject, value: PyObject): PyRaise {
  const text = `Error calling __set_name__ on '${value.ob_type.tp_name}' instance ${reprText(m, key)} in '${type.tp_name}'`;
  if (!m.profile.setNameErrorWraps) {
    addNote(m, error.exc, text);
    return error;
  }
  const wrapped = raise(m, m.types.RuntimeError, text);
  setCause(m, wrapped.exc, error.exc);
  setContext(m, wrapped.exc, error.exc);
  dropRaise(m, error);
  return wrapped;
}

/** type_new_init_subclass: `super(type, type).__init_subclass__(**kwds)`. */
export function initSubclass(m: Machine, type: PyType, kwValues: readonly PyObject[], kwnames: PyObject | null): void {
  const parent = call(m, m.types.super, [type, type]);
  let hook: PyObject;
  try {
    hook = getAttr(m, parent, intern(m, '__init_subclass__'));
  } finally {
    decref(m, parent);
  }
  try {
    decref(m, withCopiedArguments(m, [], kwValues, kwnames, () => call(m, hook, kwValues, kwnames)));
  } finally {
    decref(m, hook);
  }
}
