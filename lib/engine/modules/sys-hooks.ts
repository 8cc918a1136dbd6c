// The hooks of sys: excepthook, unraisablehook, displayhook (CPython 3.13 Python/sysmodule.c, Python/pythonrun.c).
import type { ExceptionData } from '../objects/exceptions.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import type { Machine } from '../machine.ts';
import type { NativeSpec } from '../objects/type.ts';
import type { PyObject } from '../objects/object.ts';
import { repr } from '../objects/abstract.ts';
import { dictSetStr } from '../objects/dict.ts';
import { isExceptionInstance, replaceField } from '../objects/exceptions.ts';
import { decref, incref } from '../objects/object.ts';
import { newStr, strValue } from '../objects/str.ts';
import { newStructSequence } from '../objects/struct-sequence.ts';
import { isTraceback } from '../objects/traceback-object.ts';
import { tupleItems } from '../objects/tuple.ts';
import { printedException, type PrintedException } from '../vm/traceback-text.ts';
import { unraisableText } from '../vm/unraisable.ts';
import { writeToStream } from './sys-streams.ts';

/** The argument of sys.unraisablehook. */
export function newUnraisableArgs(m: Machine, exc: PyObject, source: PyObject | null, message: string | null): PyObject {
  const { traceback } = exc.data as ExceptionData;
  return newStructSequence(m, m.types.UnraisableHookArgs, [
    incref(exc.ob_type), incref(exc), incref(traceback ?? m.None), message === null ? incref(m.None) : newStr(m, message), incref(source ?? m.None),
  ]);
}

/** Prints an exception with its traceback to sys.stderr (PyErr_Display); answers what it printed. */
export function displayException(vm: Interpreter, exc: PyObject): PrintedException {
  const printed = printedException(vm, exc);
  writeToStream(vm, 'stderr', printed.text);
  return printed;
}

export const hookFunctions: readonly NativeSpec[] = [
  {
    name: 'excepthook', kind: 'fast', min: 3, max: 3, sig: '($module, exctype, value, traceback, /)',
    doc: 'Handle an exception by displaying it with a traceback on sys.stderr.',
    fn(m, _self, args) {
      const [, value, traceback] = args as [PyObject, PyObject, PyObject];
      if (isExceptionInstance(value)) {
        if (isTraceback(m, traceback) && (value.data as ExceptionData).traceback === null) replaceField(m, value, 'traceback', traceback);
        displayException(m.vm as Interpreter, value);
      }
      return incref(m.None);
    },
  },
  {
    name: 'unraisablehook', kind: 'o', sig: '($module, unraisable, /)',
    doc: "Handle an unraisable exception.\n\nThe unraisable argument has the following attributes:\n\n* exc_type: Exception type.\n* exc_value: Exception value, can be None.\n* exc_traceback: Exception traceback, can be None.\n* err_msg: Error message, can be None.\n* object: Object causing the exception, can be None.",
    fn(m, _self, unraisable) {
      const [, exc, , message, source] = tupleItems(unraisable) as [PyObject, PyObject, PyObject, PyObject, PyObject];
      const text = message === m.None ? null : strValue(message);
      writeToStream(m.vm as Interpreter, 'stderr', unraisableText(m.vm as Interpreter, exc, source, text));
      return incref(m.None);
    },
  },
  {
    name: 'displayhook', kind: 'o', sig: '($module, object, /)',
    doc: 'Print an object to sys.stdout and also save it in builtins._',
    fn(m, _self, o) {
      if (o === m.None) return incref(m.None);
      dictSetStr(m, m.builtins, '_', m.None);
      const text = repr(m, o);
      writeToStream(m.vm as Interpreter, 'stdout', `${strValue(text)}\n`);
      decref(m, text);
      dictSetStr(m, m.builtins, '_', o);
      return incref(m.None);
    },
  },
];
