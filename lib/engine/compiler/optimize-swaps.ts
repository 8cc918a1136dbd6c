// Removes swaps that stores can do without (CPython 3.13 Python/flowgraph.c: swaptimize, apply_static_swaps).
import type { Block } from './flow-graph.ts';
import type { Instruction } from './instructions.ts';
import * as op from './opcodes.ts';

export function optimizeSwaps(block: Block): void {
  for (let i = 0; i < block.instructions.length; i++) {
    if (block.instructions[i]?.op !== op.SWAP) continue;
    i = shortenSwaps(block, i);
    applyStaticSwaps(block, i);
  }
}

/** Up to 3.12: a SWAP is done away with, or shortened with those behind it; answers the index of the last one. */
export function optimizeSwap(block: Block, i: number): number {
  const instruction = block.instructions[i];
  if (instruction?.arg === 1) {
    instruction.set(op.NOP);
    return i;
  }
  const end = shortenSwaps(block, i);
  applyStaticSwaps(block, end);
  return end;
}

/** Up to 3.12: LOAD_GLOBAL right behind a PUSH_NULL pushes the NULL too. */
export function joinNullWithGlobal(block: Block, i: number): void {
  const next = block.instructions[i + 1];
  if (next?.op !== op.LOAD_GLOBAL || (next.arg & 1) !== 0) return;
  block.instructions[i]?.set(op.NOP);
  next.arg |= 1;
}

/** Replaces a run of SWAPs by the shortest one with the same effect; answers the index of its end. */
function shortenSwaps(block: Block, start: number): number {
  const run: Instruction[] = [];
  let depth = 0;
  let swaps = 0;
  for (let i = start; i < block.instructions.length; i++) {
    const instruction = block.instructions[i];
    if (instruction === undefined || (instruction.op !== op.SWAP && instruction.op !== op.NOP)) break;
    run.push(instruction);
    if (instruction.op !== op.SWAP) continue;
    swaps++;
    depth = Math.max(depth, instruction.arg);
  }
  if (swaps < 2) return start;
  const stack = Array.from({ length: depth }, (_, i) => i);
  for (const { op: code, arg } of run) {
    if (code !== op.SWAP) continue;
    const top = stack[0] ?? 0;
    stack[0] = stack[arg - 1] ?? 0;
    stack[arg - 1] = top;
  }
  const VISITED = -1;
  let current = run.length - 1;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === VISITED || stack[i] === i) continue;
    for (let j = i; ; ) {
      if (j > 0) run[current--]?.set(op.SWAP, j + 1);
      const next = stack[j] ?? VISITED;
      if (next === VISITED) break;
      stack[j] = VISITED;
      j = next;
    }
  }
  while (current >= 0) run[current--]?.set(op.NOP);
  return start + run.length - 1;
}

function isSwappable(code: number): boolean {
  return code === op.STORE_FAST || code === op.STORE_FAST_MAYBE_NULL || code === op.POP_TOP;
}

function storesTo(instruction: Instruction | undefined): number {
  if (instruction === undefined) return -1;
  return instruction.op === op.STORE_FAST || instruction.op === op.STORE_FAST_MAYBE_NULL ? instruction.arg : -1;
}

function nextSwappable(block: Block, start: number, line: number): number {
  for (let i = start + 1; i < block.instructions.length; i++) {
    const instruction = block.instructions[i];
    // Reordering across lines would be visible to tracing.
    if (instruction === undefined || (line >= 0 && instruction.at.lineno !== line)) return -1;
    if (instruction.op === op.NOP) continue;
    return isSwappable(instruction.op) ? i : -1;
  }
  return -1;
}

/** Swaps the two instructions that take the values instead of the values: from `end` leftwards. */
function applyStaticSwaps(block: Block, end: number): void {
  for (let i = end; i >= 0; i--) {
    const swap = block.instructions[i];
    if (swap === undefined) return;
    if (swap.op !== op.SWAP) {
      if (swap.op === op.NOP || isSwappable(swap.op)) continue;
      return;
    }
    const j = nextSwappable(block, i, -1);
    if (j < 0) return;
    let k = j;
    const line = block.instructions[j]?.at.lineno ?? -1;
    for (let count = swap.arg - 1; count > 0; count--) {
      k = nextSwappable(block, k, line);
      if (k < 0) return;
    }
    if (!mayReorder(block, j, k)) return;
    swap.set(op.NOP);
    const first = block.instructions[j];
    const second = block.instructions[k];
    if (first === undefined || second === undefined) return;
    block.instructions[j] = second;
    block.instructions[k] = first;
  }
}

function mayReorder(block: Block, j: number, k: number): boolean {
  const storeJ = storesTo(block.instructions[j]);
  const storeK = storesTo(block.instructions[k]);
  if (storeJ < 0 && storeK < 0) return true;
  if (storeJ === storeK) return false;
  for (let i = j + 1; i < k; i++) {
    const store = storesTo(block.instructions[i]);
    if (store >= 0 && (store === storeJ || store === storeK)) return false;
  }
  return true;
}
