// Instructions of raising and handling (CPython 3.13 Python/ceval.c do_raise, _PyEval_ExceptionGroupMatch; bytecodes.c).
import type { ExceptionData } from '../objects/exceptions.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { PyRaise } from '../errors.ts';
import { callMethod, callNoArgs } from '../objects/call.ts';
import { exceptionMatches, isExceptionClass, isExceptionInstance, newException, stopIterationValue } from '../objects/exceptions.ts';
import { frameObjectOf } from '../objects/frame-object.ts';
import { decref, incref, xdecref } from '../objects/object.ts';
import { runtimeError, typeError } from '../objects/raise.ts';
import { newTraceback } from '../objects/traceback-object.ts';
import { isTuple, packTuple, tupleItems } from '../objects/tuple.ts';
import { PyType, isSubtype } from '../objects/type.ts';

/** PUSH_EXC_INFO: the exception on top becomes the handled one; the previous one is kept below it. */
export function pushExceptionInfo(vm: Interpreter, f: Frame): void {
  const exc = f.slots[f.sp - 1] as PyObject;
  const level = vm.handled;
  f.slots[f.sp - 1] = level.value ?? incref(vm.m.None);
  f.slots[f.sp++] = exc;
  level.value = incref(exc);
}

/** POP_EXCEPT: back to the exception handled before. */
export function popExcept(vm: Interpreter, f: Frame): void {
  const value = f.slots[--f.sp] as PyObject;
  const old = vm.handled.value;
  if (value === vm.m.None) {
    vm.handled.value = null;
    decref(vm.m, value);
  } else vm.handled.value = value;
  xdecref(vm.m, old);
}

/** CHECK_EXC_MATCH: the pattern on top is replaced by a bool. */
export function checkExceptionMatch(vm: Interpreter, f: Frame): void {
  const m = vm.m;
  const pattern = f.slots[f.sp - 1] as PyObject;
  const exc = f.slots[f.sp - 2] as PyObject;
  checkPattern(vm, pattern);
  const matched = exceptionMatches(m, exc, pattern);
  f.slots[f.sp - 1] = incref(matched ? m.True : m.False);
  decref(m, pattern);
}

/** check_except_type_valid. */
function checkPattern(vm: Interpreter, pattern: PyObject): void {
  const types = isTuple(pattern) ? tupleItems(pattern) : [pattern];
  for (const type of types) {
    if (!isExceptionClass(type)) throw typeError(vm.m, 'catching classes that do not inherit from BaseException is not allowed');
  }
}

/** check_except_star_type_valid. */
function checkStarPattern(vm: Interpreter, pattern: PyObject): void {
  checkPattern(vm, pattern);
  const types = isTuple(pattern) ? tupleItems(pattern) : [pattern];
  for (const type of types) {
    if (type instanceof PyType && isSubtype(type, vm.m.types.BaseExceptionGroup)) {
      throw typeError(vm.m, 'catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
}

/** CHECK_EG_MATCH: exception and pattern become rest and match. */
export function checkExceptionGroupMatch(vm: Interpreter, f: Frame): void {
  const m = vm.m;
  const pattern = f.slots[f.sp - 1] as PyObject;
  const exc = f.slots[f.sp - 2] as PyObject;
  checkStarPattern(vm, pattern);
  const [rest, match] = splitByPattern(vm, f, exc, pattern);
  f.slots[f.sp - 2] = rest;
  f.slots[f.sp - 1] = match;
  decref(m, exc);
  decref(m, pattern);
  if (match !== m.None) {
    const old = vm.handled.value;
    vm.handled.value = incref(match);
    xdecref(m, old);
  }
}

/** exception_group_match: new references to rest and match. */
function splitByPattern(vm: Interpreter, f: Frame, exc: PyObject, pattern: PyObject): [PyObject, PyObject] {
  const m = vm.m;
  if (exc === m.None) return [incref(m.None), incref(m.None)];
  const isGroup = isSubtype(exc.ob_type, m.types.BaseExceptionGroup);
  if (exceptionMatches(m, exc, pattern)) {
    if (isGroup) return [incref(m.None), incref(exc)];
    return [incref(m.None), wrapNaked(vm, f, exc)];
  }
  if (!isGroup) return [incref(exc), incref(m.None)];
  const pair = callMethod(m, exc, m.names.split as PyObject, [pattern]);
  if (!isTuple(pair)) throw typeError(m, `${exc.ob_type.tp_name}.split must return a tuple, not ${pair.ob_type.tp_name}`);
  const [match, rest] = tupleItems(pair);
  if (match === undefined || rest === undefined) throw typeError(m, `${exc.ob_type.tp_name}.split must return a 2-tuple, got tuple of size ${tupleItems(pair).length}`);
  incref(match);
  incref(rest);
  decref(m, pair);
  return [rest, match];
}

/** A naked exception caught by except* is wrapped in a group, with a traceback entry for this frame. */
function wrapNaked(vm: Interpreter, f: Frame, exc: PyObject): PyObject {
  const m = vm.m;
  const packed = packTuple(m, [exc]);
  const group = newException(m, m.types.BaseExceptionGroup, [m.emptyStr, packed]);
  decref(m, packed);
  if (m.profile.exceptStarAddsTraceback) {
    const tb = newTraceback(m, null, frameObjectOf(m, f), Math.max(f.pc - 1, 0), null);
    (group.data as ExceptionData).traceback = tb;
  }
  return group;
}

/** RERAISE: the exception on top goes on its way; no traceback entry for this frame. */
export function reraise(_vm: Interpreter, f: Frame, _arg: number): never {
  const raised = new PyRaise(f.slots[--f.sp] as PyObject);
  raised.isFresh = false;
  raised.isReraise = true;
  throw raised;
}

/** Goes on with an exception that was caught already; steals it. */
export function continueRaising(exc: PyObject): never {
  const raised = new PyRaise(exc);
  raised.isFresh = false;
  raised.isReraise = true;
  throw raised;
}

/** RAISE_VARARGS (do_raise). */
export function raiseVarargs(vm: Interpreter, f: Frame, arg: number): never {
  const m = vm.m;
  if (arg === 0) {
    const current = vm.currentException();
    if (current === null) throw runtimeError(m, 'No active exception to reraise');
    return continueRaising(incref(current));
  }
  const cause = arg === 2 ? (f.slots[f.sp - 1] as PyObject) : null;
  const what = f.slots[f.sp - arg] as PyObject;
  const exc = instantiate(vm, what, 'exceptions must derive from BaseException');
  if (cause !== null) {
    let fixed: PyObject | null;
    try {
      fixed = cause === m.None ? null : instantiate(vm, cause, 'exception causes must derive from BaseException');
    } catch (error) {
      decref(m, exc);
      throw error;
    }
    const data = exc.data as ExceptionData;
    const old = data.cause;
    data.cause = fixed;
    data.suppressContext = true;
    xdecref(m, old);
  }
  throw new PyRaise(exc);
}

/** An exception object from a class or an instance: new reference. */
function instantiate(vm: Interpreter, what: PyObject, refusal: string): PyObject {
  const m = vm.m;
  if (isExceptionClass(what)) {
    const exc = callNoArgs(m, what);
    if (isExceptionInstance(exc)) return exc;
    const text = `calling ${vm.reprOf(what)} should have returned an instance of BaseException, not ${vm.reprOf(exc.ob_type)}`;
    decref(m, exc);
    throw typeError(m, text);
  }
  if (isExceptionInstance(what)) return incref(what);
  throw typeError(m, refusal);
}

/** CLEANUP_THROW: StopIteration ends the delegation with its value, anything else goes on. */
export function cleanupThrow(vm: Interpreter, f: Frame): void {
  const m = vm.m;
  const exc = f.slots[f.sp - 1] as PyObject;
  if (!isSubtype(exc.ob_type, m.types.StopIteration)) return continueRaising(incref(exc));
  const value = incref(stopIterationValue(m, exc));
  const sent = f.slots[f.sp - 2] as PyObject;
  const receiver = f.slots[f.sp - 3] as PyObject;
  f.slots[f.sp - 3] = incref(m.None);
  f.slots[f.sp - 2] = value;
  f.sp--;
  decref(m, receiver);
  decref(m, sent);
  decref(m, exc);
}
