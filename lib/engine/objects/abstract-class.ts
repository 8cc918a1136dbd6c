// isinstance and issubclass (CPython 3.13 Objects/abstract.c: object_isinstance, object_recursive_isinstance, abstract_issubclass).
import type { Machine } from '../machine.ts';
import { isTrue, lookupAttr, lookupSpecial } from './abstract.ts';
import { call, enterRecursive, leaveRecursive } from './call.ts';
import { intern } from './names.ts';
import { decref, type PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { isTuple, tupleItems } from './tuple.ts';
import { isSubtype, PyType } from './type.ts';
import { unionArgs } from './union.ts';

/** PyObject_IsInstance. */
export function isInstance(m: Machine, o: PyObject, cls: PyObject): boolean {
  if (o.ob_type === cls) return true;
  if (cls.ob_type === m.types.type) return directInstance(m, o, cls);
  const union = unionArgs(m, cls);
  const parts = union ?? (isTuple(cls) ? tupleItems(cls) : null);
  if (parts !== null) {
    enterRecursive(m, ' in __instancecheck__');
    try {
      for (const part of parts) if (isInstance(m, o, part)) return true;
      return false;
    } finally {
      leaveRecursive(m);
    }
  }
  const checked = callChecker(m, cls, '__instancecheck__', o);
  return checked ?? directInstance(m, o, cls);
}

/** PyObject_IsSubclass. */
export function isSubclass(m: Machine, derived: PyObject, cls: PyObject): boolean {
  if (cls.ob_type === m.types.type) return derived === cls || directSubclass(m, derived, cls);
  const union = unionArgs(m, cls);
  const parts = union ?? (isTuple(cls) ? tupleItems(cls) : null);
  if (parts !== null) {
    enterRecursive(m, ' in __subclasscheck__');
    try {
      for (const part of parts) if (isSubclass(m, derived, part)) return true;
      return false;
    } finally {
      leaveRecursive(m);
    }
  }
  const checked = callChecker(m, cls, '__subclasscheck__', derived);
  return checked ?? directSubclass(m, derived, cls);
}

function callChecker(m: Machine, cls: PyObject, name: string, arg: PyObject): boolean | null {
  const checker = lookupSpecial(m, cls, intern(m, name));
  if (checker === null) return null;
  let result: PyObject;
  enterRecursive(m, ` in ${name}`);
  try {
    result = call(m, checker, [arg]);
  } finally {
    leaveRecursive(m);
    decref(m, checker);
  }
  try {
    return isTrue(m, result);
  } finally {
    decref(m, result);
  }
}

/** object_isinstance: also by `__class__` and, for things that are no types, by `__bases__`. */
export function directInstance(m: Machine, o: PyObject, cls: PyObject): boolean {
  if (cls instanceof PyType) {
    if (isSubtype(o.ob_type, cls)) return true;
    const claimed = lookupAttr(m, o, intern(m, '__class__'));
    if (claimed === null) return false;
    const result = claimed !== o.ob_type && claimed instanceof PyType && isSubtype(claimed, cls);
    decref(m, claimed);
    return result;
  }
  checkClass(m, cls, 'isinstance() arg 2 must be a type, a tuple of types, or a union');
  const claimed = lookupAttr(m, o, intern(m, '__class__'));
  if (claimed === null) return false;
  try {
    return abstractSubclass(m, claimed, cls);
  } finally {
    decref(m, claimed);
  }
}

/** recursive_issubclass. */
export function directSubclass(m: Machine, derived: PyObject, cls: PyObject): boolean {
  if (cls instanceof PyType && derived instanceof PyType) return isSubtype(derived, cls);
  checkClass(m, derived, 'issubclass() arg 1 must be a class');
  if (unionArgs(m, cls) === null) checkClass(m, cls, 'issubclass() arg 2 must be a class, a tuple of classes, or a union');
  return abstractSubclass(m, derived, cls);
}

/** check_class: has a tuple of `__bases__`. */
function checkClass(m: Machine, cls: PyObject, text: string): void {
  const bases = abstractBases(m, cls);
  if (bases === null) throw typeError(m, text);
  decref(m, bases);
}

function abstractBases(m: Machine, cls: PyObject): PyObject | null {
  const bases = lookupAttr(m, cls, intern(m, '__bases__'));
  if (bases === null || isTuple(bases)) return bases;
  decref(m, bases);
  return null;
}

function abstractSubclass(m: Machine, derived: PyObject, cls: PyObject): boolean {
  if (derived === cls) return true;
  const bases = abstractBases(m, derived);
  if (bases === null) return false;
  enterRecursive(m, ' in __issubclass__');
  try {
    return tupleItems(bases).some((b) => abstractSubclass(m, b, cls));
  } finally {
    leaveRecursive(m);
    decref(m, bases);
  }
}
