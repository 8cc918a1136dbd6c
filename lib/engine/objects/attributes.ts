// Attribute access on objects: the generic getters and setters, and method look-up without a bound method
// (CPython 3.13 Objects/object.c: _PyObject_GenericGetAttrWithDict, _PyObject_GenericSetAttrWithDict, _PyObject_GetMethod).
import type { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { getAttr } from './abstract.ts';
import { slotMemberIndex } from './descriptors.ts';
import { attributeErrorText } from './exceptions.ts';
import { instanceGet, instanceSet, sharedKeyIndex } from './instance.ts';
import { decref, incref, type PyObject } from './object.ts';
import { raise, typeError } from './raise.ts';
import { internedOf, isStr, strValue } from './str.ts';
import { dictDel, dictSet } from './dict.ts';
import { lookupType, typeDict } from './type-ready.ts';
import { type DescrGetFn, hasFlag, PyType, since, TypeFlag } from './type.ts';

export { lookupType } from './type-ready.ts';

/** PyObject_GenericGetAttr. */
export function genericGetAttr(m: Machine, self: PyObject, name: PyObject): PyObject {
  const found = tryGenericGetAttr(m, self, name);
  if (found !== null) return found;
  throw noAttribute(m, self, name);
}

/** AttributeError with CPython's usual text; name and object are set on it for suggestions. */
export function noAttribute(m: Machine, self: PyObject, name: PyObject): PyRaise {
  const text = strValue(name);
  if (self instanceof PyType) return attributeErrorText(m, self, name, `type object '${self.tp_name}' has no attribute '${text}'`);
  return attributeErrorText(m, self, name, `'${self.ob_type.tp_name}' object has no attribute '${text}'`);
}

function checkName(m: Machine, name: PyObject): void {
  if (!isStr(name)) throw typeError(m, `attribute name must be string, not '${name.ob_type.tp_name}'`);
}

/** _PyObject_GenericTryGetAttr: null instead of AttributeError when nothing is found (errors of descriptors go through). */
export function tryGenericGetAttr(m: Machine, self: PyObject, name: PyObject): PyObject | null {
  checkName(m, name);
  const type = self.ob_type;
  const descr = lookupType(m, type, name);
  let get: DescrGetFn | null = null;
  if (descr !== null) {
    get = descr.ob_type.tp_descr_get;
    if (get !== null && descr.ob_type.tp_descr_set !== null) return callGet(m, get, descr, self, type);
  }
  if (!type.tp_hasDict) return descr === null ? null : get === null ? incref(descr) : callGet(m, get, descr, self, type);
  if (descr === null) {
    const own = instanceGet(m, self, name);
    return own === null ? null : incref(own);
  }
  // Held meanwhile: a key of the dict that compares itself may take it out of the class.
  incref(descr);
  try {
    const own = instanceGet(m, self, name);
    if (own !== null) return incref(own);
    return get === null ? incref(descr) : get(m, descr, self, type);
  } finally {
    decref(m, descr);
  }
}

/** The same under the name that module.ts uses. */
export { tryGenericGetAttr as genericGetAttrOrNull };

/** Calls a descriptor that the look-up keeps alive meanwhile. */
function callGet(m: Machine, get: DescrGetFn, descr: PyObject, self: PyObject | null, type: PyType): PyObject {
  incref(descr);
  try {
    return get(m, descr, self, type);
  } finally {
    decref(m, descr);
  }
}

/** PyObject_GenericSetAttr. */
export function genericSetAttr(m: Machine, self: PyObject, name: PyObject, value: PyObject | null): void {
  checkName(m, name);
  const type = self.ob_type;
  const descr = lookupType(m, type, name);
  if (descr !== null) {
    const set = descr.ob_type.tp_descr_set;
    if (set !== null) {
      incref(descr);
      try {
        set(m, descr, self, value);
      } finally {
        decref(m, descr);
      }
      return;
    }
  }
  if (!type.tp_hasDict) throw cannotSet(m, self, name, descr);
  const key = internedOf(m, name);
  if (!instanceSet(m, self, key, value)) throw cannotSetError(m, self, name, `'${type.tp_name}' object has no attribute '${strValue(name)}'`, !holdsValues(self) || since(15)(m.profile));
}

/** Its values stand in the object, no dict has been made: the one way of setting whose error did not name its object before 3.15. */
function holdsValues(self: PyObject): boolean {
  return hasFlag(self.ob_type, TypeFlag.INLINE_VALUES) && (self.attrs === null || self.attrs.dict === null);
}

/** AttributeError of setting and deleting: up to 3.12, and for what is read-only, without name and object, so nothing is suggested. */
function cannotSetError(m: Machine, self: PyObject, name: PyObject, text: string, named: boolean): PyRaise {
  return named && m.profile.noDictHint ? attributeErrorText(m, self, name, text) : raise(m, m.types.AttributeError, text);
}

function cannotSet(m: Machine, self: PyObject, name: PyObject, descr: PyObject | null): PyRaise {
  const type = self.ob_type;
  const text = strValue(name);
  if (descr !== null) return cannotSetError(m, self, name, `'${type.tp_name}' object attribute '${text}' is read-only`, false);
  const hint = m.profile.noDictHint && type.tp_setattro === genericSetAttr ? ' and no __dict__ for setting new attributes' : '';
  return cannotSetError(m, self, name, `'${type.tp_name}' object has no attribute '${text}'${hint}`, true);
}

/** _Py_type_getattro: metatype's data descriptors, then the class's own MRO, then the metatype's rest. */
export function typeGetAttr(m: Machine, self: PyObject, name: PyObject): PyObject {
  checkName(m, name);
  const type = self as PyType;
  const metatype = type.ob_type;
  const meta = lookupType(m, metatype, name);
  let metaGet: DescrGetFn | null = null;
  if (meta !== null) {
    metaGet = meta.ob_type.tp_descr_get;
    if (metaGet !== null && meta.ob_type.tp_descr_set !== null) return callGet(m, metaGet, meta, type, metatype);
  }
  const own = lookupType(m, type, name);
  if (own !== null) {
    const get = own.ob_type.tp_descr_get;
    return get === null ? incref(own) : callGet(m, get, own, null, type);
  }
  if (meta !== null) return metaGet === null ? incref(meta) : callGet(m, metaGet, meta, type, metatype);
  throw noAttribute(m, type, name);
}

/** The dict part of type_setattro; the caller has checked that the type may change. */
export function setTypeAttribute(m: Machine, type: PyType, name: PyObject, value: PyObject | null): void {
  checkName(m, name);
  const descr = lookupType(m, type.ob_type, name);
  const set = descr?.ob_type.tp_descr_set ?? null;
  if (descr !== null && set !== null) {
    set(m, descr, type, value);
    return;
  }
  const key = internedOf(m, name);
  if (value !== null) dictSet(m, typeDict(m, type), key, value);
  else if (!dictDel(m, typeDict(m, type), key)) throw cannotSetError(m, type, name, `type object '${type.tp_name}' has no attribute '${strValue(name)}'`, true);
}

/** A callable for `self.name(…)`: with `unbound`, pass self as first argument (no bound method was made). Owns a reference. */
export interface FoundMethod {
  readonly callable: PyObject;
  readonly unbound: boolean;
}

/** _PyObject_GetMethod. */
export function getMethod(m: Machine, self: PyObject, name: PyObject): FoundMethod {
  const type = self.ob_type;
  if (type.tp_getattro !== genericGetAttr || !isStr(name)) return { callable: getAttr(m, self, name), unbound: false };
  const descr = lookupType(m, type, name);
  let get: DescrGetFn | null = null;
  let isMethod = false;
  if (descr !== null) {
    if (hasFlag(descr.ob_type, TypeFlag.METHOD_DESCRIPTOR)) isMethod = true;
    else {
      get = descr.ob_type.tp_descr_get;
      if (get !== null && descr.ob_type.tp_descr_set !== null) return { callable: callGet(m, get, descr, self, type), unbound: false };
    }
  }
  if (type.tp_hasDict) {
    const own = instanceGet(m, self, name);
    if (own !== null) return { callable: incref(own), unbound: false };
  }
  if (descr === null) throw noAttribute(m, self, name);
  if (isMethod) return { callable: incref(descr), unbound: true };
  return { callable: get === null ? incref(descr) : callGet(m, get, descr, self, type), unbound: false };
}

/** How the eval loop may cache `obj.name` for objects of one type while its tp_version stays the same. */
export type AttributeKind =
  | { readonly kind: 'values'; readonly index: number } // InstanceAttrs.values[index], if there
  | { readonly kind: 'slot'; readonly index: number } // InstanceAttrs.slots[index], if set
  | { readonly kind: 'method'; readonly value: PyObject } // on the type; nothing of the instance can hide it unless its dict or values have the name
  | { readonly kind: 'class'; readonly value: PyObject } // plain class attribute, same proviso
  | { readonly kind: 'other' };

/** Describes what `obj.name` is for instances of `type` (Python/specialize.c, analyze_descriptor). `value` is borrowed. */
export function describeAttribute(m: Machine, type: PyType, name: PyObject): AttributeKind {
  if (type.tp_getattro !== genericGetAttr) return { kind: 'other' };
  const descr = lookupType(m, type, name);
  if (descr === null) {
    const index = type.ht === null ? -1 : sharedKeyIndex(type, name);
    return index >= 0 ? { kind: 'values', index } : { kind: 'other' };
  }
  const slot = slotMemberIndex(m, descr);
  if (slot >= 0) return { kind: 'slot', index: slot };
  if (hasFlag(descr.ob_type, TypeFlag.METHOD_DESCRIPTOR)) return { kind: 'method', value: descr };
  if (descr.ob_type.tp_descr_get === null && descr.ob_type.tp_descr_set === null) return { kind: 'class', value: descr };
  return { kind: 'other' };
}
