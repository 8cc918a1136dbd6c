// The _warnings module: connects warnings that native code issues with the filters of the Python module (CPython Python/_warnings.c).
import type { Machine } from '../machine.ts';
import { call } from '../objects/call.ts';
import { newInt } from '../objects/int.ts';
import { newNativeModule } from '../objects/module.ts';
import { decref, incref, type PyObject } from '../objects/object.ts';
import { newStr } from '../objects/str.ts';
import type { Interpreter } from '../vm/interpreter.ts';

/** Makes `_warnings`; `_install(hook)` routes native warnings to `hook(category, text, filename, line, module)`. */
export function warningsNativeModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_warnings',
    functions: [
      {
        kind: 'o',
        name: '_install',
        fn: (machine, _self, hook) => {
          incref(hook);
          (machine.vm as Interpreter).warningHook = (category, text, filename, line, module) => callHook(machine, hook, category, text, filename, line, module);
          return incref(machine.None);
        },
      },
    ],
  });
}

function callHook(m: Machine, hook: PyObject, category: PyObject, text: string, filename: string, line: number, module: string): void {
  const args = [incref(category), newStr(m, text), newStr(m, filename), newInt(m, line), newStr(m, module)];
  try {
    decref(m, call(m, hook, args));
  } finally {
    for (const arg of args) decref(m, arg);
  }
}
