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
import { exceptionTypeName, formatException, formatStack, stackOf } from './traceback-text.ts';

/** Prints "Exception ignored in: …" (or calls a replaced sys.unraisablehook). Consumes `exc`; `source` is what was running, or null; `work` says what
 *  was being done to it ('while …', 'in atexit callback'): from 3.14 on this and the source's repr are the message, and the hook gets no object. */
export function writeUnraisable(vm: Interpreter, exc: PyObject, source: PyObject | null, work: string | null): void {
  const m = vm.m;
  const message = messageOf(vm, source, work);
  const shown = message !== null && mentions(vm, work) ? null : source;
  const data = exc.data as ExceptionData;
  if (data.traceback === null && vm.frame !== null) addTraceback(m, vm.frame, exc);
  const hook = vm.sysDict === null ? null : dictGetStr(m, vm.sysDict, 'unraisablehook');
  if (hook !== null && hook !== vm.defaultUnraisableHook) {
    const args = newUnraisableArgs(m, exc, shown, message);
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
  } else vm.printError(unraisableText(vm, exc, shown, message));
  decref(m, exc);
}

/** Whether the message names what was running. */
function mentions(vm: Interpreter, work: string | null): boolean {
  if (work === null) return false;
  return work.startsWith('in ') ? vm.m.profile.exitCallbackInMessage : vm.m.profile.unraisableSaysWork;
}

function messageOf(vm: Interpreter, source: PyObject | null, work: string | null): string | null {
  if (work === null) return null;
  if (source !== null && mentions(vm, work)) return `Exception ignored ${work} ${safeRepr(vm, source)}`;
  return source === null || work.startsWith('in ') ? `Exception ignored ${work}` : null;
}

function safeRepr(vm: Interpreter, o: PyObject): string {
  try {
    return vm.reprOf(o);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    dropRaise(vm.m, error);
    return '<object repr() failed>';
  }
}

/** The text of the default hook. */
export function unraisableText(vm: Interpreter, exc: PyObject, source: PyObject | null, message: string | null): string {
  const m = vm.m;
  let text = '';
  if (source !== null && source !== m.None) {
    text += `${message ?? 'Exception ignored in'}: ${safeRepr(vm, source)}\n`;
  } else if (message !== null) text += `${message}:\n`;
  if (m.profile.unraisablePrinter === 'full') return text + formatException(vm, exc);
  const { traceback } = exc.data as ExceptionData;
  if (traceback !== null) text += `Traceback (most recent call last):\n${formatStack(vm, stackOf(traceback), m.profile.unraisablePrinter === 'plain')}`;
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
