// The _opcode module (CPython 3.13 Modules/_opcode.c): stack effects by 3.13's numbers.
import type { Machine } from '../machine.ts';
import { OPCODES, stackEffect } from '../compiler/opcodes.ts';
import { parseArgs } from '../objects/arguments.ts';
import { asSize } from '../objects/abstract.ts';
import { newInt } from '../objects/int.ts';
import { newNativeModule } from '../objects/module.ts';
import type { PyObject } from '../objects/object.ts';
import { valueError } from '../objects/raise.ts';

/** Makes the module. */
export function opcodeModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_opcode',
    functions: [{
      name: 'stack_effect', kind: 'fastkw',
      fn(machine, _self, args, kwnames) {
        const [opcode, oparg] = parseArgs(machine, { name: 'stack_effect', params: ['opcode', 'oparg', 'jump'], required: 1, positional: 2 }, args, kwnames);
        const number = asSize(machine, opcode as PyObject, null);
        const info = OPCODES.find((entry) => entry?.number === number);
        if (info === undefined) throw valueError(machine, 'invalid opcode or oparg');
        return newInt(machine, stackEffect(info.code, !oparg || oparg === machine.None ? 0 : asSize(machine, oparg, null)));
      },
    }],
  });
}
