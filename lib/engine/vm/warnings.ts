// Issuing warnings (CPython 3.13 Python/_warnings.c) under the default filters of a release build: DeprecationWarning only in __main__,
// PendingDeprecationWarning, ImportWarning and ResourceWarning never. The warnings module may install its own filters through `vm.warningHook`.
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import type { PyType } from '../objects/type.ts';
import { frameLine } from '../objects/interpreter-frame.ts';
import { dictGetStr } from '../objects/dict.ts';
import { isStr, strValue } from '../objects/str.ts';
import { isSubtype } from '../objects/type.ts';

/** PyErr_WarnEx for the frame `level` levels out (1 = the running one). */
export function issueWarning(vm: Interpreter, category: PyObject, text: string, level: number): void {
  let frame = vm.frame;
  for (let i = 1; i < level && frame !== null; i++) frame = frame.prev;
  const filename = frame === null ? 'sys' : strValue(frame.code.filename);
  const line = frame === null ? 1 : (frameLine(frame) ?? 0);
  const nameObject = frame === null ? null : dictGetStr(vm.m, frame.globals, '__name__');
  warnExplicit(vm, category as PyType, text, filename, line, nameObject !== null && isStr(nameObject) ? strValue(nameObject) : 'sys');
}

/** Shows a warning once per text, category and line, as the default filters want it. */
export function warnExplicit(vm: Interpreter, category: PyType, text: string, filename: string, line: number, module: string): void {
  const hook = vm.warningHook;
  if (hook !== null) {
    hook(category, text, filename, line, module);
    return;
  }
  const m = vm.m;
  if (isSubtype(category, m.types.DeprecationWarning) && module !== '__main__') return;
  for (const hidden of [m.types.PendingDeprecationWarning, m.types.ImportWarning, m.types.ResourceWarning]) if (isSubtype(category, hidden)) return;
  const key = `${filename}:${line}:${category.tp_name}:${text}`;
  if (vm.warned.has(key)) return;
  vm.warned.add(key);
  const source = vm.sources.line(filename, line);
  vm.printError(`${filename}:${line}: ${category.tp_name}: ${text}\n${source === null || source.trim() === '' ? '' : `  ${source.trim()}\n`}`);
}
