// Attribute access with inline caches (CPython 3.13 Python/specialize.c and the LOAD_ATTR_* instructions).
import type { CodeData } from '../objects/code.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { getAttr, setAttr } from '../objects/abstract.ts';
import { getMethod } from '../objects/attributes.ts';

/** LOAD_ATTR: new reference. `owner` stays the caller's. Answers null when a Python frame was pushed that will answer. */
export function loadAttribute(vm: Interpreter, _code: CodeData, _index: number, owner: PyObject, name: PyObject): PyObject | null {
  return getAttr(vm.m, owner, name);
}

/** LOAD_ATTR for a call: the method (new reference); `vm.isUnboundMethod` says whether `owner` is to be passed as first argument. */
export function loadMethod(vm: Interpreter, _code: CodeData, _index: number, owner: PyObject, name: PyObject): PyObject {
  const method = getMethod(vm.m, owner, name);
  vm.isUnboundMethod = method.unbound;
  return method.callable;
}

/** STORE_ATTR; references stay the caller's. */
export function storeAttribute(vm: Interpreter, _code: CodeData, _index: number, owner: PyObject, name: PyObject, value: PyObject): void {
  setAttr(vm.m, owner, name, value);
}
