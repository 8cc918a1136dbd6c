// From 3.15's instructions to those executed here (CPython 3.15 Python/bytecodes.c says what the instructions do): what is iterated over takes two stack slots there, the
// iterator or sequence and an index or NULL; here it takes one.
import { blocksFrom } from './flow-graph.ts';
import type { Block } from './flow-graph.ts';
import type { Instruction } from './instructions.ts';
import * as op from './opcodes.ts';

/** Rewrites the graph of a finished unit. */
export function lower315(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    if (block.instructions.some(handlesIndex)) block.instructions = block.instructions.filter((instruction) => !handlesIndex(instruction));
    block.instructions.forEach(lower);
  }
}

/** Pushes or pops nothing but an index. */
function handlesIndex({ op: code, arg }: Instruction): boolean {
  return (code === op.PUSH_NULL || code === op.POP_TOP) && arg === op.ITERATOR_INDEX;
}

const { DEPTH1, DEPTH1_315 } = op.ResumePoint;

function lower(instruction: Instruction): void {
  const { op: code, arg } = instruction;
  if (code === op.GET_ITER) instruction.set(arg === op.ITERATE_YIELD_FROM ? op.GET_YIELD_FROM_ITER : op.GET_ITER);
  else if (code === op.RESUME) instruction.arg = (arg & 3) | (arg & DEPTH1_315 ? DEPTH1 : 0);
  else if (instruction.executedArg !== null) instruction.arg = instruction.executedArg;
}
