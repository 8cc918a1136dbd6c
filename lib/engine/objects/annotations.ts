// `__annotations__` and `__annotate__` of classes and modules (CPython 3.13 and 3.14 Objects/typeobject.c type_get_annotations, type_set_annotate …,
// Objects/moduleobject.c module_get_annotations …), and the call of an annotate function.
import type { Machine } from '../machine.ts';
import type { Profile } from '../profiles/profile.ts';
import { callOne } from './call.ts';
import { dictDel, dictGetStr, dictSetStr, isDict, newDict } from './dict.ts';
import { newInt } from './int.ts';
import { type PyObject, decref, incref } from './object.ts';
import { intern } from './names.ts';
import { raise, typeError } from './raise.ts';
import { TypeFlag, type GetSetSpec, type PyType, hasFlag } from './type.ts';
import { typeDict, typeModified } from './type-ready.ts';

const isCallable = (o: PyObject): boolean => o.ob_type.tp_call !== null;

/** `__annotate__(VALUE)`: a new reference to the dict that it answers. */
export function callAnnotate(m: Machine, annotate: PyObject): PyObject {
  const format = newInt(m, 1);
  let made: PyObject;
  try {
    made = callOne(m, annotate, format);
  } finally {
    decref(m, format);
  }
  if (isDict(made)) return made;
  const name = made.ob_type.tp_name;
  decref(m, made);
  throw typeError(m, m.profile.methodsNamedInErrors ? `__annotate__() must return a dict, not ${name}` : `__annotate__ returned non-dict of type '${name}'`);
}

/** The value that `__annotate__` is set to, checked: None or something callable. */
export function checkAnnotate(m: Machine, value: PyObject | null, deletion: string): PyObject {
  if (value === null) throw typeError(m, deletion);
  if (value !== m.None && !isCallable(value)) throw typeError(m, '__annotate__ must be callable or None');
  return value;
}

const CANNOT_DELETE = 'cannot delete __annotate__ attribute';
const missing = (m: Machine): unknown => raise(m, m.types.AttributeError, '__annotations__');
const drop = (m: Machine, dict: PyObject, name: string): boolean => dictDel(m, dict, intern(m, name));

/** Made empty at first need; since 3.14 what the annotate function answers. Kept in `dict` under `key`. */
function makeAnnotations(m: Machine, dict: PyObject, annotate: PyObject | null, key: string): PyObject {
  const made = annotate === null || !isCallable(annotate) ? newDict(m) : callAnnotate(m, annotate);
  dictSetStr(m, dict, key, made);
  return made;
}

// ---- classes ------------------------------------------------------------------------------------------------------------

const lacks = (m: Machine, type: PyType, name: string): unknown => raise(m, m.types.AttributeError, `type object '${type.tp_name}' has no attribute '${name}'`);
const own = (m: Machine, type: PyType, name: string): PyObject | null => dictGetStr(m, typeDict(m, type), name);
const ownAnnotate = (m: Machine, type: PyType): PyObject | null => own(m, type, '__annotate_func__') ?? own(m, type, '__annotate__');

function checkMutable(m: Machine, type: PyType, name: string): void {
  if (hasFlag(type, TypeFlag.IMMUTABLE)) throw typeError(m, `cannot set '${name}' attribute of immutable type '${type.tp_name}'`);
}

function classAnnotations(m: Machine, self: PyObject): PyObject {
  const type = self as PyType;
  if (type.ht === null) throw lacks(m, type, '__annotations__');
  const known = own(m, type, '__annotations__') ?? own(m, type, '__annotations_cache__');
  if (known !== null) {
    const get = known.ob_type.tp_descr_get;
    return get === null ? incref(known) : get(m, known, null, type);
  }
  const dict = typeDict(m, type);
  if (!m.profile.lazyAnnotations) return makeAnnotations(m, dict, null, '__annotations__');
  const annotate = classAnnotate(m, self);
  try {
    return makeAnnotations(m, dict, annotate, '__annotations_cache__');
  } finally {
    decref(m, annotate);
    typeModified(type);
  }
}

function setClassAnnotations(m: Machine, self: PyObject, value: PyObject | null): void {
  const type = self as PyType;
  checkMutable(m, type, '__annotations__');
  const dict = typeDict(m, type);
  const isLazy = m.profile.lazyAnnotations && own(m, type, '__annotations__') === null;
  const key = isLazy ? '__annotations_cache__' : '__annotations__';
  if (value !== null) dictSetStr(m, dict, key, value);
  else if (!drop(m, dict, key)) throw missing(m);
  if (m.profile.lazyAnnotations) {
    drop(m, dict, '__annotate_func__');
    drop(m, dict, '__annotate__');
  }
  typeModified(type);
}

function classAnnotate(m: Machine, self: PyObject): PyObject {
  const type = self as PyType;
  if (type.ht === null) throw lacks(m, type, '__annotate__');
  const found = ownAnnotate(m, type);
  if (found !== null) return incref(found);
  dictSetStr(m, typeDict(m, type), '__annotate_func__', m.None);
  typeModified(type);
  return incref(m.None);
}

function setClassAnnotate(m: Machine, self: PyObject, value: PyObject | null): void {
  const type = self as PyType;
  if (value === null) throw typeError(m, CANNOT_DELETE);
  checkMutable(m, type, '__annotate__');
  const annotate = checkAnnotate(m, value, CANNOT_DELETE);
  const dict = typeDict(m, type);
  dictSetStr(m, dict, '__annotate_func__', annotate);
  if (annotate !== m.None) drop(m, dict, '__annotations_cache__');
  typeModified(type);
}

/** Of classes. A function, because the files here need each other while they are loaded. */
export function classAnnotationSpecs(): readonly GetSetSpec[] {
  return [
    { name: '__annotations__', get: classAnnotations, set: setClassAnnotations },
    { name: '__annotate__', inVersion: ({ lazyAnnotations }) => lazyAnnotations, get: classAnnotate, set: setClassAnnotate },
  ];
}

// ---- modules ------------------------------------------------------------------------------------------------------------

/** A module's dict is its instance dict, always there (module.ts, which needs this file and so is not imported). */
const moduleDict = (self: PyObject): PyObject => self.attrs?.dict as PyObject;

function moduleAnnotations(m: Machine, self: PyObject): PyObject {
  const dict = moduleDict(self);
  const known = dictGetStr(m, dict, '__annotations__');
  if (known !== null) return incref(known);
  return makeAnnotations(m, dict, m.profile.lazyAnnotations ? dictGetStr(m, dict, '__annotate__') : null, '__annotations__');
}

function setModuleAnnotations(m: Machine, self: PyObject, value: PyObject | null): void {
  const dict = moduleDict(self);
  if (value !== null) dictSetStr(m, dict, '__annotations__', value);
  else if (!drop(m, dict, '__annotations__')) throw missing(m);
  if (m.profile.lazyAnnotations) drop(m, dict, '__annotate__');
}

function moduleAnnotate(m: Machine, self: PyObject): PyObject {
  const dict = moduleDict(self);
  const found = dictGetStr(m, dict, '__annotate__');
  if (found !== null) return incref(found);
  dictSetStr(m, dict, '__annotate__', m.None);
  return incref(m.None);
}

function setModuleAnnotate(m: Machine, self: PyObject, value: PyObject | null): void {
  const annotate = checkAnnotate(m, value, CANNOT_DELETE);
  const dict = moduleDict(self);
  dictSetStr(m, dict, '__annotate__', annotate);
  if (annotate !== m.None) drop(m, dict, '__annotations__');
}

function hasAnnotate({ lazyAnnotations }: Profile): boolean {
  return lazyAnnotations;
}

/** Of modules. A function (and what it names are functions), because the files here need each other while they are loaded. */
export function moduleAnnotationSpecs(): readonly GetSetSpec[] {
  return [
    { name: '__annotations__', get: moduleAnnotations, set: setModuleAnnotations },
    { name: '__annotate__', inVersion: hasAnnotate, get: moduleAnnotate, set: setModuleAnnotate },
  ];
}
