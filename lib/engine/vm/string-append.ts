// `s += t` and `s = s + t` that grow the string in place: an instruction that has specialised for it (CPython Python/specialize.c _Py_Specialize_BinaryOp,
// Python/bytecodes.c BINARY_OP_INPLACE_ADD_UNICODE). An instruction that has not, or whose result goes elsewhere, makes a new string.
//
// Its state is in CodeData.places. Runs with other operands are not counted: they would put the specialisation off where one instruction adds strings and
// other things by turns.
import type { Machine } from '../machine.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { PyObject } from '../objects/object.ts';
import { STORE_FAST, STORE_FAST_LOAD_FAST } from '../compiler/opcodes.ts';
import { strAppend } from '../objects/str.ts';

/** How an instruction that adds has specialised. From bit 2 on: runs that it still waits (WARM), or that it may still miss (IN_PLACE). */
const State = { COLD: 0, WARM: 1, IN_PLACE: 2, NEW_STRING: 3 } as const;
const STATE_BITS = 2;
const STATE_MASK = 3;
const ONE_RUN = 1 << STATE_BITS;

/** How often a specialised instruction finds what it is not made for before it is given up (miss_counter_start, adaptive_counter_cooldown), less one. */
const MISSES = 52;

/**
 * The sum of two exact strings for the BINARY_OP at `pc`, if its left operand can be used up (then the stack's reference to it is gone); null where
 * a new string has to be made.
 */
export function appendInPlace(m: Machine, f: Frame, pc: number, left: PyObject, right: PyObject): PyObject | null {
  const { places } = f.code;
  const state = places[pc] as number;
  const local = targetLocal(m, f);
  switch (state & STATE_MASK) {
    case State.NEW_STRING:
      return null;
    case State.IN_PLACE:
      if (local >= 0 && f.slots[local] === left) break;
      if (state >> STATE_BITS > 0) places[pc] = state - ONE_RUN;
      else if (m.profile.specialisationPause === 0) places[pc] = specialised(f, local, left);
      else places[pc] = State.WARM | (m.profile.specialisationPause << STATE_BITS);
      return null;
    case State.COLD:
      if (m.profile.specialises === 'instructions') {
        places[pc] = State.WARM;
        return null;
      }
      if (!f.code.isQuickened) return null;
      places[pc] = specialised(f, local, left);
      break;
    default:
      if (state >> STATE_BITS > 0) {
        places[pc] = state - ONE_RUN;
        return null;
      }
      places[pc] = specialised(f, local, left);
      break;
  }
  if (((places[pc] as number) & STATE_MASK) !== State.IN_PLACE) return null;
  // The local gives its reference up first, so that the string is held once.
  f.slots[local] = null;
  left.ob_refcnt--;
  return strAppend(m, left, right);
}

function specialised(f: Frame, local: number, left: PyObject): number {
  if (local < 0 || f.slots[local] !== left) return State.NEW_STRING;
  return State.IN_PLACE | (MISSES << STATE_BITS);
}

/** The local that the next instruction stores into; -1: none. */
function targetLocal(m: Machine, { code, pc }: Frame): number {
  const next = code.ops[pc];
  const arg = code.args[pc] as number;
  if (next === STORE_FAST) return arg;
  // 3.11 joins instructions as it quickens them, which leaves their arguments alone.
  return next === STORE_FAST_LOAD_FAST && m.profile.specialises === 'code' ? arg >> 4 : -1;
}
