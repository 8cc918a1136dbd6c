// Stack effects as the versions' compilers count them for co_stacksize (CPython 3.13 Python/flowgraph.c
// get_stack_effects; 3.11 and 3.12 Python/compile.c stack_effect). The size shows in generators and frames.
import type { CompilerFeatures } from './features.ts';
import type { Instruction } from './instructions.ts';
import * as op from './opcodes.ts';
import { stackEffect } from './opcodes.ts';

/** Change of depth by an instruction, at its target if it jumps. */
export function stackEffectFor(features: CompilerFeatures, code: number, arg: number): number {
  if (arg === op.ITERATOR_INDEX && code === op.PUSH_NULL) return features.virtualIterators ? 1 : 0;
  if (arg === op.ITERATOR_INDEX && code === op.POP_TOP) return features.virtualIterators ? -1 : 0;
  if (features.oldInstructions && code === op.END_FOR) return -2;
  if (features.oldestInstructions && code === op.LOAD_ATTR) return 0;
  if (features.modernInstructions) {
    if (code === op.CALL_FUNCTION_EX) return -3;
    if (code === op.WITH_EXCEPT_START) return 1;
    if (features.virtualIterators) {
      if (code === op.GET_ITER) return 1;
      if (code === op.POP_ITER || code === op.END_SEND) return -2;
    }
  }
  return stackEffect(code, arg);
}

/** The same where an instruction jumps. */
export function jumpEffectFor(features: CompilerFeatures, code: number, arg: number): number {
  if (features.oldestInstructions) {
    switch (code) {
      case op.JUMP_IF_FALSE_OR_POP:
      case op.JUMP_IF_TRUE_OR_POP:
        return 0;
      case op.FOR_ITER:
      case op.SEND:
        return -1;
      default:
        break;
    }
  }
  return stackEffectFor(features, code, arg);
}

/** What an own instruction changes in the stack of the code that is executed here: NULLs come later (Instruction.nulls). */
export function executedEffect(features: CompilerFeatures, { op: code, arg, nulls }: Instruction): number {
  const pushed = Math.max(0, nulls);
  switch (code) {
    case op.PUSH_NULL:
      return pushed;
    case op.LOAD_GLOBAL:
      return 1 + pushed;
    default:
      return stackEffectFor(features, code, arg) + (nulls < 0 ? 1 : pushed);
  }
}
