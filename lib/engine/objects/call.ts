// Calling (CPython Objects/call.c). Arguments are borrowed by the callee in vectorcall layout: positional, then the values of `kwnames`.
import type { FunctionData } from './function.ts';
import type { Machine } from '../machine.ts';
import { GENERATOR_FLAGS } from '../compiler/code-unit.ts';
import { C_RECURSION_LIMIT, C_STACK_UNITS } from '../limits.ts';
import { decref, type PyObject } from './object.ts';
import { raise, typeError } from './raise.ts';
import { getMethod } from './attributes.ts';

const NO_ARGS: readonly PyObject[] = [];

/** PyObject_Vectorcall. New reference. */
export function call(m: Machine, callable: PyObject, args: readonly PyObject[], kwnames: PyObject | null = null): PyObject {
  const slot = callable.ob_type.tp_call;
  if (slot === null) throw typeError(m, `'${callable.ob_type.tp_name}' object is not callable`);
  return slot(m, callable, args, kwnames);
}

/** PyObject_CallNoArgs. */
export function callNoArgs(m: Machine, callable: PyObject): PyObject {
  return call(m, callable, NO_ARGS);
}

/** PyObject_CallOneArg. */
export function callOne(m: Machine, callable: PyObject, arg: PyObject): PyObject {
  return call(m, callable, [arg]);
}

/** PyObject_VectorcallMethod: looks the method up without making a bound method object when it can. */
export function callMethod(m: Machine, self: PyObject, name: PyObject, args: readonly PyObject[], kwnames: PyObject | null = null): PyObject {
  const method = getMethod(m, self, name);
  try {
    return call(m, method.callable, method.unbound ? [self, ...args] : args, kwnames);
  } finally {
    decref(m, method.callable);
  }
}

/** A Python function whose frame the loop can push in place of a call. */
export function canEnter(m: Machine, func: PyObject): boolean {
  return func.ob_type === m.types.function && ((func.data as FunctionData).codeData.flags & GENERATOR_FLAGS) === 0;
}

/** Py_EnterRecursiveCall: bounds native recursion through user data. `where` is appended to the text: ' while getting the repr of an object'. */
export function enterRecursive(m: Machine, where: string): void {
  m.lastRecursion = where;
  if (m.profile.nativeCallDepth > 0) countCall(m, where);
  m.lastRecursionDepth = ++m.cRecursionDepth;
  if (++m.cStack > C_STACK_UNITS || m.cRecursionDepth > C_RECURSION_LIMIT) {
    leaveRecursive(m);
    throw raise(m, m.types.RecursionError, `${m.profile.nativeRecursionText}${where}`);
  }
}

/** 3.11 counts this native call as it counts a Python frame (_Py_EnterRecursiveCallTstate). */
export function countingCall<T>(m: Machine, run: () => T): T {
  countCall(m, ' while calling a Python object');
  try {
    return run();
  } finally {
    m.vm.depth--;
  }
}

/** 3.11: one limit for Python frames and native calls. */
function countCall(m: Machine, where: string): void {
  if (m.vm.depth >= m.vm.recursionLimit) throw raise(m, m.types.RecursionError, `${m.profile.nativeRecursionText}${where}`);
  m.vm.depth++;
}

/** Py_LeaveRecursiveCall. */
export function leaveRecursive(m: Machine): void {
  m.cRecursionDepth--;
  m.cStack--;
  m.vm.depth -= m.profile.nativeCallDepth;
}
