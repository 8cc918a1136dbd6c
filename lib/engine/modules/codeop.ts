// Native half of codeop: whether more source could make it right (CPython 3.13 Parser/pegen_errors.c, _is_end_of_source under PyCF_ALLOW_INCOMPLETE_INPUT).
import type { Machine } from '../machine.ts';
import { newBool } from '../objects/bool.ts';
import { newNativeModule } from '../objects/module.ts';
import type { PyObject } from '../objects/object.ts';
import { strValue } from '../objects/str.ts';
import { isIncomplete } from '../vm/interactive-run.ts';

/** Makes the module. */
export function codeopModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_codeop',
    functions: [
      {
        name: 'needs_more', kind: 'fast', min: 2, max: 2,
        fn: (machine, _self, [source, mode]) => newBool(machine, isIncomplete(machine, strValue(source as PyObject), strValue(mode as PyObject) as 'exec' | 'eval' | 'single')),
      },
    ],
  });
}
