// LOAD_SUPER_ATTR: `super().name` without a super object (CPython 3.12+ Python/bytecodes.c; Objects/typeobject.c _PySuper_Lookup).
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { getAttr } from '../objects/abstract.ts';
import { call } from '../objects/call.ts';
import { superLookup } from '../objects/super.ts';
import { isWarm } from './calls.ts';
import { decref } from '../objects/object.ts';
import { PyType } from '../objects/type.ts';

/** Operands: the name `super`, the class, self. Leaves the attribute, or with bit 0 the method and self (or null). */
export function loadSuperAttr(vm: Interpreter, f: Frame, arg: number): void {
  const m = vm.m;
  const S = f.slots;
  const self = S[f.sp - 1] as PyObject;
  const type = S[f.sp - 2] as PyObject;
  const superName = S[f.sp - 3] as PyObject;
  const name = f.code.names[arg >> 2] as PyObject;
  const wantsMethod = (arg & 1) !== 0;
  let keepSelf = false;
  let value: PyObject;
  // Only from its second execution on does the instruction do without a super object.
  if (isWarm(m, f) && superName === m.types.super && type instanceof PyType) {
    const found = superLookup(m, type, self, name, wantsMethod);
    value = found.value;
    keepSelf = found.unbound;
    // Call sites forget the bound method that the first execution made.
    f.unpackedAt = -1;
  } else {
    value = getAttrOfProxy(vm, superName, (arg & 2) !== 0 ? type : null, self, name);
  }
  f.sp -= 3;
  S[f.sp++] = value;
  if (wantsMethod) S[f.sp++] = keepSelf ? self : null;
  decref(m, superName);
  decref(m, type);
  if (!wantsMethod || !keepSelf) decref(m, self);
}

/** The long way: a super object (or whatever `super` is bound to) and its attribute. */
function getAttrOfProxy(vm: Interpreter, superName: PyObject, type: PyObject | null, self: PyObject, name: PyObject): PyObject {
  const m = vm.m;
  const proxy = call(m, superName, type === null ? [] : [type, self], null);
  try {
    return getAttr(m, proxy, name);
  } finally {
    decref(m, proxy);
  }
}
