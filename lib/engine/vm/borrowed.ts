// Reference counts as a program sees them. From 3.14 on some values on the evaluation stack are borrowed (LOAD_FAST_BORROW; in 3.15 constants too).
// Here every stack slot owns its reference, always; which of them CPython would not count is known from the code alone: a borrowed value never
// outlives its basic block. So the count is corrected when somebody looks, and running costs nothing.
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { COMPILER_FEATURES } from '../compiler/features.ts';
import { LOAD_CONST, LOAD_FAST_BORROW, LOAD_FAST_BORROW_LOAD_FAST_BORROW, opcodeInfo, stackPops, stackPushes } from '../compiler/opcodes.ts';

/** sys.getrefcount(o). */
export function visibleRefcount(m: Machine, o: PyObject): number {
  if (o.ob_refcnt < 0) return m.profile.immortalRefcount ?? 0;
  if (!COMPILER_FEATURES[m.profile.python].borrowLoads) return o.ob_refcnt;
  return o.ob_refcnt - borrowedCount(m, o);
}

/** How many stack slots and parameters hold `o` without CPython counting them. */
function borrowedCount(m: Machine, o: PyObject): number {
  let count = 0;
  for (let frame = (m.vm as Interpreter).frame; frame !== null; frame = frame.prev) {
    for (const slot of borrowedSlots(m, frame)) if (frame.slots[slot] === o) count++;
  }
  return count;
}

/** Indices into `frame.slots` of the borrowed values on the stack, while the instruction `frame.pc - 1` runs. */
export function borrowedSlots(m: Machine, frame: Frame): number[] {
  const borrowsConstants = m.profile.constantsAreBorrowed;
  const { ops, args } = frame.code;
  const at = frame.pc - 1;
  const stack: boolean[] = [];
  for (let i = blockStart(frame, at); i < at; i++) {
    const op = ops[i] as number;
    const arg = args[i] as number;
    const pops = stackPops(op, arg);
    const pushes = stackPushes(op, arg);
    for (let k = 0; k < pops; k++) stack.pop();
    const borrowed = op === LOAD_FAST_BORROW || op === LOAD_FAST_BORROW_LOAD_FAST_BORROW || (borrowsConstants && op === LOAD_CONST);
    for (let k = 0; k < pushes; k++) stack.push(borrowed);
  }
  const top = frame.sp;
  const slots: number[] = [];
  stack.forEach((isBorrowed, i) => {
    if (isBorrowed) slots.push(top - stack.length + i);
  });
  return slots;
}

/** First instruction of the basic block around `at`: after a jump, or a target of one. */
function blockStart(frame: Frame, at: number): number {
  const { ops, args } = frame.code;
  const targets = new Set<number>();
  for (let i = 0; i < ops.length; i++) if (opcodeInfo(ops[i] as number).hasJump) targets.add(args[i] as number);
  for (const entry of frame.code.unit.exceptionTable) targets.add(entry.target);
  let start = at;
  while (start > 0 && !targets.has(start)) {
    const before = opcodeInfo(ops[start - 1] as number);
    if (before.hasJump || before.exitsScope) break;
    start--;
  }
  return start;
}
