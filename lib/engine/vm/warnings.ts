// Issuing warnings (CPython 3.13 Python/_warnings.c) under the default filters of a release build: DeprecationWarning only in __main__,
// PendingDeprecationWarning, ImportWarning and ResourceWarning never. Once a program has imported warnings, that module decides.
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import type { PyType } from '../objects/type.ts';
import { frameLine } from '../objects/interpreter-frame.ts';
import { dictGetStr } from '../objects/dict.ts';
import { isStr, newStr, strValue } from '../objects/str.ts';
import { decref, incref } from '../objects/object.ts';
import { callMethod } from '../objects/call.ts';
import { intern } from '../objects/names.ts';
import { newBool } from '../objects/bool.ts';
import { newInt } from '../objects/int.ts';
import { isSubtype } from '../objects/type.ts';

/** PyErr_WarnEx for the running frame, or PyErr_ResourceWarning with the object that it is about. */
export function issueWarning(vm: Interpreter, category: PyObject, text: string, source: PyObject | null): void {
  const { frame } = vm;
  const filename = frame === null ? 'sys' : strValue(frame.code.filename);
  const line = frame === null ? 1 : (frameLine(frame) ?? 0);
  const nameObject = frame === null ? null : dictGetStr(vm.m, frame.globals, '__name__');
  const module = nameObject !== null && isStr(nameObject) ? strValue(nameObject) : 'sys';
  warnExplicit(vm, { category: category as PyType, text, filename, line, module, registered: true, source });
}

/** What PyErr_WarnExplicitObject takes. */
interface NativeWarning {
  readonly category: PyType;
  readonly text: string;
  readonly filename: string;
  readonly line: number;
  readonly module: string;
  /** There is a registry, so it is shown once per text, category and line; the compiler's warnings have none. */
  readonly registered: boolean;
  /** The object that it is about (borrowed): the text tells where tracemalloc saw it made. */
  readonly source: PyObject | null;
}

/** Shows a warning as the default filters want it. */
export function warnExplicit(vm: Interpreter, warning: NativeWarning): void {
  const m = vm.m;
  if (dictGetStr(m, m.modules, 'warnings') !== null) return issueByModule(vm, warning);
  const { category, text, filename, line, module, registered } = warning;
  if (isSubtype(category, m.types.DeprecationWarning) && module !== '__main__') return;
  for (const hidden of [m.types.PendingDeprecationWarning, m.types.ImportWarning, m.types.ResourceWarning]) if (isSubtype(category, hidden)) return;
  if (warning.source !== null) {
    // call_show_warning: only the Python module can say where the source was made.
    decref(m, vm.importModule('warnings'));
    return issueByModule(vm, warning);
  }
  const key = `${filename}:${line}:${category.tp_name}:${text}`;
  if (registered && vm.warned.has(key)) return;
  if (registered) vm.warned.add(key);
  const source = vm.sources.line(filename, line);
  vm.printError(`${filename}:${line}: ${category.tp_name}: ${text}\n${source === null || source.trim() === '' ? '' : `  ${source.trim()}\n`}`);
}

/** The program has imported warnings: its filters decide. */
function issueByModule(vm: Interpreter, { category, text, filename, line, module, registered, source }: NativeWarning): void {
  const m = vm.m;
  const core = vm.importModule('_warnings');
  const args = [incref(category), newStr(m, text), newStr(m, filename), newInt(m, line), newStr(m, module), newBool(m, registered), incref(source ?? m.None)];
  try {
    decref(m, callMethod(m, core, intern(m, '_from_native'), args));
  } finally {
    for (const arg of args) decref(m, arg);
    decref(m, core);
  }
}
