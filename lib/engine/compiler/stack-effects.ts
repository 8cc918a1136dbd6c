// Stack effects as the versions' compilers count them for co_stacksize (CPython 3.13 Python/flowgraph.c
// get_stack_effects; 3.11 and 3.12 Python/compile.c stack_effect). The size shows in generators and frames.
import type { CompilerFeatures } from './features.ts';
import * as op from './opcodes.ts';
import { stackEffect } from './opcodes.ts';

/** Change of depth by an instruction, at its target if it jumps. */
export function stackEffectFor(features: CompilerFeatures, code: number, arg: number): number {
  if (!features.callKwOnStack && code === op.CALL_KW) return stackEffect(code, arg) + 1;
  if (arg === op.ITERATOR_INDEX && code === op.PUSH_NULL) return features.virtualIterators ? 1 : 0;
  if (arg === op.ITERATOR_INDEX && code === op.POP_TOP) return features.virtualIterators ? -1 : 0;
  // A NULL that was counted before the callable (RESERVE_STACK).
  if (code === op.PUSH_NULL && arg === 1) return 0;
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
