// The flow graph of 3.12's compiler (CPython 3.12 Python/flowgraph.c, _PyCfg_OptimizeCodeUnit): the passes of that version in its order, over the graph and the walks
// of flow-graph.ts.
import {
  blocksFrom, duplicateExits, hasTarget, isUnconditionalJump, propagateLines, pushColdBlocksToEnd, removeNops, removeNopsAndPairs, removeUnreachable,
} from './flow-graph.ts';
import type { Block } from './flow-graph.ts';
import { NO_LOCATION } from './instructions.ts';
import type { Instruction } from './instructions.ts';
import type { Const } from './code-unit.ts';
import { isTrue } from './constants.ts';
import * as op from './opcodes.ts';
import { OPCODES } from './opcodes.ts';
import type { ConstTable } from './const-table.ts';
import { joinNullWithGlobal, optimizeSwap } from './optimize-swaps.ts';

const MAX_COPY_SIZE = 4;

/** optimize_cfg. Answers nothing; constants that folding made are in `consts`. */
export function optimizeOldGraph(entry: Block, consts: ConstTable): void {
  eliminateEmptyBlocks(entry);
  for (const block of blocksFrom(entry)) inlineSmallExit(block);
  for (const block of blocksFrom(entry)) optimizeBlock(block, consts);
  removeNopsAndPairs(entry);
  for (const block of blocksFrom(entry)) inlineSmallExit(block);
  removeUnreachable(entry);
  removeNops(entry);
  eliminateEmptyBlocks(entry);
  removeRedundantJumps(entry);
}

/** push_cold_blocks_to_end and resolve_line_numbers. */
export function orderOldGraph(entry: Block, firstlineno: number): void {
  if (pushColdBlocksToEnd(entry, op.JUMP, 0)) removeRedundantJumps(entry);
  resolveOldLines(entry, { firstlineno, backwards: false });
}

/** resolve_line_numbers. */
export function resolveOldLines(entry: Block, { firstlineno, backwards }: { firstlineno: number; backwards: boolean }): void {
  duplicateExits(entry, { includeJumps: false, backwards });
  propagateLines(entry);
  guaranteeExitLines(entry, firstlineno);
}

/** Empty blocks leave the list; what jumps to one goes to the next that is not. */
export function eliminateEmptyBlocks(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    while (block.next !== null && block.next.instructions.length === 0) block.next = block.next.next;
  }
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      if (!hasTarget(instruction.op)) continue;
      while (instruction.target !== null && instruction.target.instructions.length === 0 && instruction.target.next !== null) {
        instruction.target = instruction.target.next;
        instruction.target.isLabelled = true;
      }
    }
  }
}

/** A jump to a small block that leaves the frame is replaced by a copy of that block. */
export function inlineSmallExit(block: Block): void {
  const last = block.last();
  if (last === null || !isUnconditionalJump(last.op) || last.target === null) return;
  const { target } = last;
  if (!target.exitsScope() || target.instructions.length > MAX_COPY_SIZE) return;
  last.set(op.NOP);
  last.target = null;
  for (const instruction of target.instructions) block.instructions.push(instruction.copy());
}

/** Jumps to the block behind them become NOPs. */
export function removeRedundantJumps(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    const last = block.last();
    if (last === null || !isUnconditionalJump(last.op) || last.target !== block.next) continue;
    last.set(op.NOP);
    last.target = null;
  }
}

/** optimize_basic_block. */
function optimizeBlock(block: Block, consts: ConstTable): void {
  let loaded = -1;
  for (let i = 0; i < block.instructions.length; i++) {
    const instruction = block.instructions[i];
    if (instruction === undefined) return;
    const isCopy = loaded >= 0 && instruction.op === op.COPY && instruction.arg === 1;
    if (!isCopy) loaded = instruction.op === op.LOAD_CONST ? instruction.arg : -1;
    if (loaded >= 0) {
      i += loadConst(block, i, loaded, consts);
      continue;
    }
    switch (instruction.op) {
      case op.BUILD_TUPLE:
        buildTuple(block, i, consts);
        break;
      case op.POP_JUMP_IF_NOT_NONE:
      case op.POP_JUMP_IF_NONE:
      case op.POP_JUMP_IF_FALSE:
      case op.POP_JUMP_IF_TRUE:
      case op.JUMP:
        if (threadJump(instruction)) i--;
        break;
      case op.SWAP:
        i = optimizeSwap(block, i);
        break;
      case op.PUSH_NULL:
        joinNullWithGlobal(block, i);
        break;
      default:
        break;
    }
  }
}

/** A constant (or the copy of one) at `i`, and what follows. Answers how many instructions more are done with. */
function loadConst(block: Block, i: number, index: number, consts: ConstTable): number {
  const instruction = block.instructions[i];
  const next = block.instructions[i + 1];
  const value = consts.values[index];
  if (instruction === undefined || next === undefined || value === undefined) return 0;
  switch (next.op) {
    case op.POP_JUMP_IF_FALSE:
    case op.POP_JUMP_IF_TRUE:
      decideJump(instruction, next, value);
      return 0;
    case op.IS_OP:
      if (value.t === 'none') compareWithNone(instruction, next, block.instructions[i + 2]);
      return 0;
    case op.RETURN_VALUE:
      instruction.set(op.NOP);
      next.set(op.RETURN_CONST, index);
      return 1;
    default:
      return 0;
  }
}

/** A conditional jump on a constant is taken or not. */
export function decideJump(load: Instruction, jump: Instruction, value: Const): void {
  const jumps = isTrue(value) === (jump.op === op.POP_JUMP_IF_TRUE);
  load.set(op.NOP);
  if (jumps) {
    jump.op = op.JUMP;
    return;
  }
  jump.set(op.NOP);
  jump.target = null;
}

/** `x is None` before a jump is one instruction. */
export function compareWithNone(load: Instruction, is: Instruction, jump: Instruction | undefined): void {
  if (jump?.op !== op.POP_JUMP_IF_FALSE && jump?.op !== op.POP_JUMP_IF_TRUE) return;
  const isNot = (is.arg === 1) !== (jump.op === op.POP_JUMP_IF_FALSE);
  load.set(op.NOP);
  is.set(op.NOP);
  jump.op = isNot ? op.POP_JUMP_IF_NOT_NONE : op.POP_JUMP_IF_NONE;
}

/** BUILD_TUPLE of constants is one constant; before UNPACK_SEQUENCE of the same size it is a SWAP. */
export function buildTuple(block: Block, i: number, consts: ConstTable): void {
  const instruction = block.instructions[i];
  const next = block.instructions[i + 1];
  if (instruction === undefined) return;
  const size = instruction.arg;
  if (next?.op === op.UNPACK_SEQUENCE && next.arg === size && size >= 1 && size <= 3) {
    instruction.set(op.NOP);
    if (size === 1) next.set(op.NOP);
    else next.op = op.SWAP;
    return;
  }
  if (i < size) return;
  const loads = block.instructions.slice(i - size, i);
  if (!loads.every((load) => OPCODES[load.op]?.hasConst === true)) return;
  const items = loads.flatMap((load) => consts.values[load.arg] ?? []);
  for (const load of loads) load.set(op.NOP);
  instruction.set(op.LOAD_CONST, consts.index({ t: 'tuple', items, madeBy: 'compiler' }));
}

/** jump_thread: only where no line is lost. */
function threadJump(jump: Instruction): boolean {
  const [target] = jump.target?.instructions ?? [];
  if (target?.op !== op.JUMP || jump.target === target.target) return false;
  if (target.at.lineno !== jump.at.lineno && target.at.lineno !== NO_LOCATION.lineno) return false;
  jump.target = target.target;
  return true;
}

/** Returns that got no line have that of the exit before. */
function guaranteeExitLines(entry: Block, firstlineno: number): void {
  let lineno = firstlineno;
  for (const block of blocksFrom(entry)) {
    const last = block.last();
    if (last === null) continue;
    if (last.at.lineno >= 0) {
      lineno = last.at.lineno;
    } else if (last.op === op.RETURN_VALUE) {
      for (const instruction of block.instructions) instruction.at = { ...NO_LOCATION, lineno };
    }
  }
}
