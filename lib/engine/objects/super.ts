// super (CPython 3.13 Objects/typeobject.c, super_init, super_getattro).
import type { Machine } from '../machine.ts';
import { lookupAttr } from './abstract.ts';
import { call } from './call.ts';
import { freeObject, gcUntrack } from './alloc.ts';
import { genericGetAttr } from './attributes.ts';
import { isCell } from './cell.ts';
import { dictGet } from './dict.ts';
import { genericAlloc } from './instance.ts';
import { intern } from './names.ts';
import { decref, incref, type PyObject, xdecref } from './object.ts';
import { runtimeError, typeError } from './raise.ts';
import { isStr, newStr, strValue } from './str.ts';
import { typeDict } from './type-ready.ts';
import { hasFlag, isSubtype, PyType, TypeFlag, type TypeSpec } from './type.ts';

/** All owned. `obj` and `objType` are null in the unbound form. */
interface SuperData {
  type: PyType | null;
  obj: PyObject | null;
  objType: PyType | null;
}

function dataOf(o: PyObject): SuperData {
  return o.data as SuperData;
}

/** supercheck: the type whose MRO is searched; new reference. */
function checkBound(m: Machine, type: PyType, obj: PyObject): PyType {
  if (obj instanceof PyType && isSubtype(obj, type)) return incref(obj);
  if (isSubtype(obj.ob_type, type)) return incref(obj.ob_type);
  const claimed = lookupAttr(m, obj, intern(m, '__class__'));
  if (claimed !== null) {
    if (claimed instanceof PyType && claimed !== obj.ob_type && isSubtype(claimed, type)) return claimed;
    decref(m, claimed);
  }
  const [kind, name] = obj instanceof PyType ? ['type', obj.tp_name] : ['instance of', obj.ob_type.tp_name];
  throw typeError(m, m.profile.superErrorText.replace('%kind', kind).replace('%name', name).replace('%type', type.tp_name));
}

/** super_init_without_args: the first parameter and the `__class__` cell of the running function. Borrowed. */
function frameArguments(m: Machine): { readonly type: PyObject; readonly obj: PyObject } {
  const { frame } = m.vm;
  if (frame === null) throw runtimeError(m, 'super(): no current frame');
  const { code, slots } = frame;
  if (code.argcount === 0) throw runtimeError(m, 'super(): no arguments');
  let obj = slots[0] ?? null;
  if (obj !== null && isCell(m, obj)) obj = obj.data;
  if (obj === null) throw runtimeError(m, 'super(): arg[0] deleted');
  const at = code.localsplusnames.indexOf(intern(m, '__class__'), code.argcount);
  if (at < 0) throw runtimeError(m, 'super(): __class__ cell not found');
  const cell = slots[at] ?? null;
  if (cell === null || !isCell(m, cell)) throw runtimeError(m, 'super(): bad __class__ cell');
  const type = cell.data;
  if (type === null) throw runtimeError(m, 'super(): empty __class__ cell');
  return { type, obj };
}

/** super_init_impl; without arguments the frame's `__class__` cell and first argument are asked. */
function init(m: Machine, self: PyObject, args: readonly PyObject[]): void {
  let type = args[0] ?? null;
  let obj: PyObject | null = args[1] ?? null;
  if (type === null) {
    const found = frameArguments(m);
    type = found.type;
    obj = found.obj;
  }
  if (!(type instanceof PyType)) throw typeError(m, `super() argument 1 must be a type, not ${type.ob_type.tp_name}`);
  if (obj === m.None) obj = null;
  const objType = obj === null ? null : checkBound(m, type, obj);
  const data = dataOf(self);
  const old = { ...data };
  data.type = incref(type);
  data.obj = obj === null ? null : incref(obj);
  data.objType = objType;
  xdecref(m, old.type);
  xdecref(m, old.obj);
  xdecref(m, old.objType);
}

/** The attribute as it stands behind `type` in the MRO of `objType`, borrowed. */
function lookupBehind(m: Machine, type: PyType, objType: PyType, name: PyObject): PyObject | null {
  const mro = objType.tp_mro;
  const at = mro.indexOf(type);
  if (at < 0) return null;
  for (let i = at + 1; i < mro.length; i++) {
    const found = dictGet(m, typeDict(m, mro[i] as PyType), name);
    if (found !== null) return found;
  }
  return null;
}

/** The found attribute bound to `obj` (a type bound to itself counts as no instance). New reference; null = not there. */
function boundBehind(m: Machine, type: PyType, obj: PyObject, objType: PyType, name: PyObject): PyObject | null {
  const found = lookupBehind(m, type, objType, name);
  if (found === null) return null;
  incref(found);
  const get = found.ob_type.tp_descr_get;
  if (get === null) return found;
  try {
    return get(m, found, obj === objType ? null : obj, objType);
  } finally {
    decref(m, found);
  }
}

/** What `super().name` is: with `unbound`, a function to be called with self in front (no bound method was made). New reference. */
export interface SuperAttribute {
  readonly value: PyObject;
  readonly unbound: boolean;
}

/** _PySuper_Lookup, for the eval loop: no super object is made unless the attribute isn't there. */
export function superLookup(m: Machine, type: PyType, obj: PyObject, name: PyObject, wantsMethod: boolean): SuperAttribute {
  const objType = checkBound(m, type, obj);
  try {
    if (wantsMethod && obj !== objType && obj.ob_type.tp_getattro === genericGetAttr && strValue(name) !== '__class__') {
      const found = lookupBehind(m, type, objType, name);
      if (found !== null && hasFlag(found.ob_type, TypeFlag.METHOD_DESCRIPTOR)) return { value: incref(found), unbound: true };
    }
    const bound = strValue(name) === '__class__' ? null : boundBehind(m, type, obj, objType, name);
    if (bound !== null) return { value: bound, unbound: false };
  } finally {
    decref(m, objType);
  }
  const self = call(m, m.types.super, [type, obj]);
  try {
    return { value: genericGetAttr(m, self, name), unbound: false };
  } finally {
    decref(m, self);
  }
}

export const superType: TypeSpec = {
  name: 'super',
  basicsize: 40,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  doc: 'super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n',
  slots: {
    tp_dealloc(m, self) {
      gcUntrack(m, self);
      const data = dataOf(self);
      xdecref(m, data.obj);
      xdecref(m, data.type);
      xdecref(m, data.objType);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const data = dataOf(self);
      if (data.obj !== null) visit(data.obj, '__self__', -1);
      if (data.type !== null) visit(data.type, '__thisclass__', -1);
      if (data.objType !== null) visit(data.objType, '__self_class__', -1);
    },
    tp_new: (m, type) => genericAlloc(m, type, { type: null, obj: null, objType: null } satisfies SuperData),
    tp_init(m, self, args, kwnames) {
      if (kwnames !== null) throw typeError(m, 'super() takes no keyword arguments');
      if (args.length > 2) throw typeError(m, `super() expected at most 2 arguments, got ${args.length}`);
      init(m, self, args);
    },
    tp_repr(m, self) {
      const { type, objType } = dataOf(self);
      const name = type === null ? 'NULL' : `<class '${type.tp_name}'>`;
      return newStr(m, objType === null ? `<super: ${name}, NULL>` : `<super: ${name}, <${objType.tp_name} object>>`);
    },
    tp_getattro(m, self, name) {
      const { type, obj, objType } = dataOf(self);
      if (type !== null && obj !== null && objType !== null && isStr(name) && strValue(name) !== '__class__') {
        const found = boundBehind(m, type, obj, objType, name);
        if (found !== null) return found;
      }
      return genericGetAttr(m, self, name);
    },
    tp_descr_get(m, self, obj) {
      const data = dataOf(self);
      if (obj === null || obj === m.None || data.obj !== null || data.type === null) return incref(self);
      const objType = checkBound(m, data.type, obj);
      return genericAlloc(m, self.ob_type, { type: incref(data.type), obj: incref(obj), objType } satisfies SuperData);
    },
  },
  getset: [
    { name: '__thisclass__', kind: 'member', get: (m, self) => incref(dataOf(self).type ?? m.None) },
    { name: '__self__', kind: 'member', get: (m, self) => incref(dataOf(self).obj ?? m.None) },
    { name: '__self_class__', kind: 'member', get: (m, self) => incref(dataOf(self).objType ?? m.None) },
  ],
};
