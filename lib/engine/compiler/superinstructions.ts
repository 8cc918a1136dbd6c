// Joins pairs of loads and stores of locals (CPython 3.13 Python/flowgraph.c: insert_superinstructions).
import { blocksFrom, removeNops } from './flow-graph.ts';
import type { Block } from './flow-graph.ts';
import * as op from './opcodes.ts';

/** Joins neighbouring loads and stores of fast locals on one line. */
export function insertSuperinstructions(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    block.instructions.forEach((instruction, i) => {
      const next = block.instructions[i + 1];
      if (next === undefined) return;
      const code = superinstruction(instruction.op, next.op);
      if (code === null || instruction.arg >= 16 || next.arg >= 16) return;
      const line = instruction.at.lineno;
      if (line >= 0 && next.at.lineno >= 0 && line !== next.at.lineno) return;
      instruction.set(code, (instruction.arg << 4) | next.arg);
      next.set(op.NOP);
    });
  }
  removeNops(entry);
}

function superinstruction(first: number, second: number): number | null {
  if (first === op.LOAD_FAST) return second === op.LOAD_FAST ? op.LOAD_FAST_LOAD_FAST : null;
  if (first !== op.STORE_FAST) return null;
  if (second === op.LOAD_FAST) return op.STORE_FAST_LOAD_FAST;
  return second === op.STORE_FAST ? op.STORE_FAST_STORE_FAST : null;
}
