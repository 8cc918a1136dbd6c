// The builtins `exit` and `quit` (CPython Lib/_sitebuiltins.py, Quitter).
import type { Machine } from '../machine.ts';
import { allocObject } from '../objects/alloc.ts';
import { lazyType } from '../objects/lazy-type.ts';
import type { PyObject } from '../objects/object.ts';
import { raiseWith, typeError } from '../objects/raise.ts';
import { newStr } from '../objects/str.ts';
import { TypeFlag, type TypeSpec } from '../objects/type.ts';

const quitterType: TypeSpec = {
  name: '_sitebuiltins.Quitter',
  basicsize: 16,
  flags: TypeFlag.BASETYPE,
  slots: {
    tp_repr: (m, self) => newStr(m, `Use ${self.data as string}() or Ctrl-D (i.e. EOF) to exit`),
    tp_call(m, _self, args) {
      if (args.length > 1) throw typeError(m, `Quitter.__call__() takes from 1 to 2 positional arguments but ${args.length + 1} were given`);
      throw raiseWith(m, m.types.SystemExit, [args[0] ?? m.None]);
    },
  },
};

/** Makes one of the two (new reference). */
export function newQuitter(m: Machine, name: 'exit' | 'quit'): PyObject {
  return allocObject(m, lazyType(m, quitterType), name);
}
