// `__dict__` and `__weakref__` of instances of classes (CPython 3.13 Objects/typeobject.c, subtype_getsets_full).
import type { Machine } from '../machine.ts';
import { genericGetDict, genericSetDict, setInstanceDict } from './instance.ts';
import { incref, type PyObject } from './object.ts';
import { raise } from './raise.ts';
import { newMappingProxy } from './descriptors.ts';
import { typeDict } from './type-ready.ts';
import { type GetSetSpec, PyType } from './type.ts';

export const dictGetter: GetSetSpec = {
  name: '__dict__',
  doc: 'dictionary for instance variables',
  get: (m: Machine, self: PyObject) => {
    if (self instanceof PyType) return newMappingProxy(m, typeDict(m, self));
    requireDict(m, self);
    return genericGetDict(m, self);
  },
  set: (m: Machine, self: PyObject, value: PyObject | null) => {
    // get_builtin_base_with_dict: a class of a metaclass that has this descriptor too keeps to type's own.
    if (self instanceof PyType) throw raise(m, m.types.AttributeError, "attribute '__dict__' of 'type' objects is not writable");
    requireDict(m, self);
    // subtype_setdict: almost PyObject_GenericSetDict, but what a class gave an instance may be taken away.
    if (value === null) setInstanceDict(m, self, null);
    else genericSetDict(m, self, value);
  },
};

/** One shared descriptor (3.15) can be asked for any object. */
function requireDict(m: Machine, self: PyObject): void {
  if (!self.ob_type.tp_hasDict) throw raise(m, m.types.AttributeError, 'This object has no __dict__');
}

export const weakrefGetter: GetSetSpec = {
  name: '__weakref__',
  doc: 'list of weak references to the object',
  get: (m: Machine, self: PyObject) => {
    if (!self.ob_type.tp_hasWeakrefs) throw raise(m, m.types.AttributeError, 'This object has no __weakref__');
    return incref(self.attrs?.weakrefs ?? m.None);
  },
};
