// dir() (CPython 3.13 Objects/object.c: PyObject_Dir; typeobject.c: object___dir___impl, merge_class_dict).
import type { Machine } from '../machine.ts';
import { iterate, keysAsList, lookupAttr, lookupSpecial } from './abstract.ts';
import { call, enterRecursive, leaveRecursive } from './call.ts';
import { dictCopy, dictUpdate, isDict, newDict } from './dict.ts';
import { sequenceList } from './list.ts';
import { intern } from './names.ts';
import { decref } from './object.ts';
import type { PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { sortList } from './sort.ts';

/** PyObject_Dir(o): `__dir__` of the type, sorted list. */
export function dir(m: Machine, o: PyObject): PyObject {
  const method = lookupSpecial(m, o, intern(m, '__dir__'));
  if (method === null) throw typeError(m, 'object does not provide __dir__');
  let result: PyObject;
  try {
    result = call(m, method, []);
  } finally {
    decref(m, method);
  }
  let list: PyObject;
  try {
    list = sequenceList(m, result);
  } finally {
    decref(m, result);
  }
  try {
    sortList(m, list);
    return list;
  } catch (error) {
    decref(m, list);
    throw error;
  }
}

/** object.__dir__: the names in the instance's dict and in the classes of its type, a list in no order. */
export function objectDirNames(m: Machine, o: PyObject): PyObject {
  const own = lookupAttr(m, o, intern(m, '__dict__'));
  const names = own !== null && isDict(own) ? dictCopy(m, own) : newDict(m);
  if (own !== null) decref(m, own);
  try {
    const cls = lookupAttr(m, o, intern(m, '__class__'));
    if (cls !== null) {
      mergeClassDict(m, names, cls);
      decref(m, cls);
    }
    return keysAsList(m, names);
  } finally {
    decref(m, names);
  }
}

/** merge_class_dict: a class's dict and those of its bases. */
export function mergeClassDict(m: Machine, names: PyObject, cls: PyObject): void {
  enterRecursive(m, '');
  try {
    const own = lookupAttr(m, cls, intern(m, '__dict__'));
    if (own !== null) {
      dictUpdate(m, names, own);
      decref(m, own);
    }
    const bases = lookupAttr(m, cls, intern(m, '__bases__'));
    if (bases === null) return;
    try {
      iterate(m, bases, (b) => mergeClassDict(m, names, b));
    } finally {
      decref(m, bases);
    }
  } finally {
    leaveRecursive(m);
  }
}
