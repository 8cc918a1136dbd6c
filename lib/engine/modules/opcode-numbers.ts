// The _opcode module (CPython 3.13 Modules/_opcode.c): stack effects by 3.13's numbers, and what inspect asks of a code object's instructions.
import type { Machine } from '../machine.ts';
import { LOAD_ATTR, LOAD_GLOBAL, OPCODES, stackEffect } from '../compiler/opcodes.ts';
import { parseArgs } from '../objects/arguments.ts';
import { asSize } from '../objects/abstract.ts';
import { newInt } from '../objects/int.ts';
import { isCode } from '../objects/code.ts';
import { newList } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { newTuple } from '../objects/tuple.ts';
import { typeError, valueError } from '../objects/raise.ts';

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
    }, {
      name: 'names_loaded', kind: 'o', doc: 'Names of the globals and of the attributes that the instructions of a code object load.',
      fn: namesLoaded,
    }],
  });
}

function namesLoaded(m: Machine, _self: PyObject, code: PyObject): PyObject {
  if (!isCode(m, code)) throw typeError(m, 'expected a code object');
  const { ops, args, names } = code.data;
  const loadedBy = (wanted: number): PyObject => newList(m, [...ops].flatMap((op, i) => {
    const name = op === wanted ? names[(args[i] as number) >> 1] : undefined;
    return name === undefined ? [] : [incref(name)];
  }));
  return newTuple(m, [loadedBy(LOAD_GLOBAL), loadedBy(LOAD_ATTR)]);
}
