// LOAD_COMMON_CONSTANT (CPython 3.14 Include/internal/pycore_opcode_utils.h, CONSTANT_*).
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { CommonConstant } from '../compiler/opcodes.ts';
import { InvariantError } from '../errors.ts';
import { dictGetStr } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { incref } from '../objects/object.ts';

/** The constant by number: new reference. */
export function commonConstant(m: Machine, which: number): PyObject {
  switch (which) {
    case CommonConstant.ASSERTION_ERROR: return incref(m.types.AssertionError);
    case CommonConstant.NOT_IMPLEMENTED_ERROR: return incref(m.types.NotImplementedError);
    case CommonConstant.BUILTIN_TUPLE: return incref(m.types.tuple);
    case CommonConstant.BUILTIN_LIST: return incref(m.types.list);
    case CommonConstant.BUILTIN_SET: return incref(m.types.set);
    case CommonConstant.BUILTIN_ALL: return incref(dictGetStr(m, m.builtins, 'all') ?? m.None);
    case CommonConstant.BUILTIN_ANY: return incref(dictGetStr(m, m.builtins, 'any') ?? m.None);
    case CommonConstant.NONE: return incref(m.None);
    case CommonConstant.EMPTY_STR: return incref(m.emptyStr);
    case CommonConstant.TRUE: return incref(m.True);
    case CommonConstant.FALSE: return incref(m.False);
    case CommonConstant.MINUS_ONE: return newInt(m, -1);
    default: throw new InvariantError(`no common constant ${which}`);
  }
}
