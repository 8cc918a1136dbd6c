// Exceptions that cannot propagate (CPython 3.13 Python/errors.c, _PyErr_WriteUnraisableMsg, write_unraisable_exc_file).
import type { ExceptionData } from '../objects/exceptions.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { PyRaise } from '../errors.ts';
import { dictGetStr } from '../objects/dict.ts';
import { decref, incref } from '../objects/object.ts';
import { dropRaise } from '../objects/raise.ts';
import { callOne } from '../objects/call.ts';
import { newUnraisableArgs } from '../modules/sys-hooks.ts';
import { addTraceback } from './unwind.ts';
import { exceptionTypeName, formatStack, stackOf } from './traceback-text.ts';

/** Prints "Exception ignored in: …" (or calls a replaced sys.unraisablehook). Consumes `exc`; `source` is what was running, or null. */
export function writeUnraisable(vm: Interpreter, exc: PyObject, source: PyObject | null, message: string | null): void {
  const m = vm.m;
  const data = exc.data as ExceptionData;
  if (data.traceback === null && vm.frame !== null) addTraceback(m, vm.frame, exc);
  const hook = vm.sysDict === null ? null : dictGetStr(m, vm.sysDict, 'unraisablehook');
  if (hook !== null && hook !== vm.defaultUnraisableHook) {
    const args = newUnraisableArgs(m, exc, source, message);
    try {
      incref(hook);
      decref(m, callOne(m, hook, args));
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      vm.printError(unraisableText(vm, error.exc, hook, 'Exception ignored in sys.unraisablehook'));
      dropRaise(m, error);
    } finally {
      decref(m, hook);
      decref(m, args);
    }
  } else vm.printError(unraisableText(vm, exc, source, message));
  decref(m, exc);
}

/** The text of the default hook. */
export function unraisableText(vm: Interpreter, exc: PyObject, source: PyObject | null, message: string | null): string {
  const m = vm.m;
  let text = '';
  if (source !== null && source !== m.None) {
    let what: string;
    try {
      what = vm.reprOf(source);
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      dropRaise(m, error);
      what = '<object repr() failed>';
    }
    text += `${message ?? 'Exception ignored in'}: ${what}\n`;
  } else if (message !== null) text += `${message}:\n`;
  const { traceback } = exc.data as ExceptionData;
  if (traceback !== null) text += `Traceback (most recent call last):\n${formatStack(vm, stackOf(traceback))}`;
  let value: string;
  try {
    value = vm.textOf(exc);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    dropRaise(m, error);
    value = '<exception str() failed>';
  }
  return `${text}${exceptionTypeName(vm, exc)}${value === '' ? '' : `: ${value}`}\n`;
}
