// The `__new__` that a built-in type has in its dict: a builtin function bound to the type (CPython 3.13 Objects/typeobject.c, tp_new_methoddef).
import type { Machine } from '../machine.ts';
import { withCutArguments } from './argument-tuple.ts';
import { newNativeFunction } from './native-function.ts';
import { decref, type PyObject } from './object.ts';
import { callTypeNew } from './slot-wrappers.ts';
import { typeDict } from './type-ready.ts';
import { dictSetStr } from './dict.ts';
import type { NativeSpec, PyType } from './type.ts';

const NEW_SPEC: NativeSpec = {
  name: '__new__',
  kind: 'fastkw',
  sig: '($type, *args, **kwargs)',
  doc: 'Create and return a new object.  See help(type) for accurate signature.',
  fn: (m, self, args, kwnames) => withCutArguments(m, args, kwnames, () => callTypeNew(m, self as PyType, args, kwnames)),
};

/** add_tp_new_wrapper. */
export function addNativeNew(m: Machine, type: PyType): void {
  const made = newNativeFunction(m, NEW_SPEC, type, null);
  dictSetStr(m, typeDict(m, type), '__new__', made);
  decref(m, made);
}

/** True for the builtin `__new__` of some type. */
export function isNativeNew(o: PyObject): boolean {
  const data = o.data as { readonly spec?: NativeSpec } | null;
  return typeof data === 'object' && data !== null && data.spec === NEW_SPEC;
}
