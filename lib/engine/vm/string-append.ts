// `s += t` and `s = s + t` that grow the string in place: an instruction that has specialised for it (CPython Python/specialize.c _Py_Specialize_BinaryOp,
// Python/bytecodes.c BINARY_OP_INPLACE_ADD_UNICODE). An instruction that has not, or whose result goes elsewhere, makes a new string.
import type { Machine } from '../machine.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { PyObject } from '../objects/object.ts';
import { STORE_FAST, STORE_FAST_LOAD_FAST } from '../compiler/opcodes.ts';
import { strAppend } from '../objects/str.ts';
import { formOfRun, specialised, specialisedOtherwise } from './specialisation.ts';

/**
 * The sum of two exact strings for the BINARY_OP at `pc`, if its left operand can be used up (then the stack's reference to it is gone); null where
 * a new string has to be made.
 */
export function appendInPlace(m: Machine, f: Frame, pc: number, left: PyObject, right: PyObject): PyObject | null {
  const local = targetLocal(m, f);
  const fits = local >= 0 && f.slots[local] === left;
  const form = formOfRun(m, f.code, pc, fits);
  if (form === 'general') return null;
  if (form === 'specialises') {
    if (!fits) {
      specialisedOtherwise(f.code, pc);
      return null;
    }
    specialised(f.code, pc);
  }
  // The local gives its reference up first, so that the string is held once.
  f.slots[local] = null;
  left.ob_refcnt--;
  return strAppend(m, left, right);
}

/** The local that the next instruction stores into; -1: none. */
function targetLocal(m: Machine, { code, pc }: Frame): number {
  const next = code.ops[pc];
  const arg = code.args[pc] as number;
  if (next === STORE_FAST) return arg;
  // 3.11 joins instructions as it quickens them, which leaves their arguments alone.
  return next === STORE_FAST_LOAD_FAST && m.profile.specialises === 'code' ? arg >> 4 : -1;
}
