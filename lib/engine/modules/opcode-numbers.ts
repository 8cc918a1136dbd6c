// The _opcode module (CPython 3.13 Modules/_opcode.c): stack effects by the version's numbers, and what inspect asks of a code object's instructions.
import type { Machine } from '../machine.ts';
import { COMPILER_FEATURES } from '../compiler/features.ts';
import { LOAD_ATTR, LOAD_GLOBAL, OPCODES, stackEffect } from '../compiler/opcodes.ts';
import { parseArgs } from '../objects/arguments.ts';
import { asSize } from '../objects/abstract.ts';
import { newInt } from '../objects/int.ts';
import { isCode } from '../objects/code.ts';
import { newList } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { newStr } from '../objects/str.ts';
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
        const info = number < 0 ? undefined : OPCODES[COMPILER_FEATURES[machine.profile.python].encoding.numbers.indexOf(number)];
        if (info === undefined) throw valueError(machine, 'invalid opcode or oparg');
        return newInt(machine, stackEffect(info.code, !oparg || oparg === machine.None ? 0 : asSize(machine, oparg, null)));
      },
    }, {
      name: 'table', kind: 'noargs', doc: 'Names of the instructions by number, their inline caches, and the smallest number of one with an argument.',
      fn(machine) {
        const { opcodes, caches, haveArgument } = COMPILER_FEATURES[machine.profile.python].encoding.table;
        return newTuple(machine, [newStr(machine, opcodes), newStr(machine, caches), newInt(machine, haveArgument)]);
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
