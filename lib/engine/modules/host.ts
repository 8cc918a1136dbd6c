// The `_host` module: how a grader's Python code calls the host (lib/grading) with plain data. Present only when MachineOptions.hostCall is given.
import type { Machine } from '../machine.ts';
import { newNativeModule } from '../objects/module.ts';
import type { PyObject } from '../objects/object.ts';
import { runtimeError, typeError } from '../objects/raise.ts';
import { isStr, strValue } from '../objects/str.ts';
import { fromPlain, toPlain } from '../plain.ts';

/** `_host.call(name, *args)`: answers plain data; a refusal of the host becomes RuntimeError. */
export function hostModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_host',
    functions: [
      {
        kind: 'fast',
        name: 'call',
        min: 1,
        max: -1,
        fn: (machine, _self, args) => {
          const [name, ...rest] = args;
          if (name === undefined || !isStr(name)) throw typeError(machine, 'call() needs the name of a host function');
          const answer = machine.options.hostCall?.(strValue(name), rest.map((arg) => toPlain(machine, arg)));
          if (answer === undefined) throw runtimeError(machine, `the host offers no function '${strValue(name)}'`);
          if (!answer.ok) throw runtimeError(machine, answer.reason);
          return fromPlain(machine, answer.value);
        },
      },
    ],
  });
}
