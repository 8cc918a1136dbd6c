// The flow graph of 3.11's compiler (CPython 3.11 Python/compile.c, optimize_cfg): the passes of that version in its order.
import { blocksFrom, hasTarget, isUnconditionalJump, nextNonEmpty, removeUnreachable } from './flow-graph.ts';
import type { Block } from './flow-graph.ts';
import type { Instruction } from './instructions.ts';
import { isTrue } from './constants.ts';
import * as op from './opcodes.ts';
import type { ConstTable } from './const-table.ts';
import { joinNullWithGlobal, optimizeSwap } from './optimize-swaps.ts';
import { buildTuple, compareWithNone, decideJump, eliminateEmptyBlocks, inlineSmallExit } from './optimize-3.12.ts';

/** optimize_cfg; constants that folding made are in `consts`. */
export function optimizeOldestGraph(entry: Block, consts: ConstTable): void {
  for (const block of blocksFrom(entry)) if (leadsNowhere(block)) inlineSmallExit(block);
  for (const block of blocksFrom(entry)) {
    optimizeBlock(block, consts);
    removeOldestNops(block);
  }
  for (const block of blocksFrom(entry)) if (leadsNowhere(block)) inlineSmallExit(block);
  removeUnreachable(entry);
  eliminateEmptyBlocks(entry);
  for (const block of blocksFrom(entry)) {
    const last = block.last();
    if (last === null || !isUnconditionalJump(last.op) || last.target !== block.next) continue;
    last.set(op.NOP);
    last.target = null;
    removeOldestNops(block);
  }
  eliminateEmptyBlocks(entry);
}

/** The block jumps to an exit without a line. */
function leadsNowhere(block: Block): boolean {
  return block.last()?.target?.hasNoLine() === true;
}

/** clean_basic_block: removes NOPs that no line needs. */
export function removeOldestNops(block: Block): void {
  const kept: Instruction[] = [];
  let previousLine = -1;
  let nulls = 0;
  block.instructions.forEach((instruction, i) => {
    nulls += instruction.nulls;
    instruction.nulls = 0;
    const next = block.instructions[i + 1];
    if (instruction.op === op.NOP && isNeedless(block, instruction, next, previousLine)) return;
    instruction.nulls = nulls;
    nulls = 0;
    kept.push(instruction);
    previousLine = instruction.at.lineno;
  });
  const after = nulls === 0 ? undefined : nextNonEmpty(block.next)?.instructions[0];
  if (after !== undefined) after.nulls += nulls;
  block.instructions = kept;
}

function isNeedless(block: Block, nop: Instruction, next: Instruction | undefined, previousLine: number): boolean {
  const { lineno } = nop.at;
  if (lineno < 0 || previousLine === lineno) return true;
  if (next === undefined) return nextNonEmpty(block.next)?.instructions[0]?.at.lineno === lineno;
  if (next.at.lineno < 0) next.at = nop.at;
  return next.at.lineno === lineno;
}

/** optimize_basic_block. */
function optimizeBlock(block: Block, consts: ConstTable): void {
  for (let i = 0; i < block.instructions.length; i++) {
    const instruction = block.instructions[i];
    if (instruction === undefined) return;
    if (hasTarget(instruction.op)) {
      while (instruction.target?.instructions.length === 0 && instruction.target.next !== null) instruction.target = instruction.target.next;
    }
    switch (instruction.op) {
      case op.LOAD_CONST:
        loadConst(block, i, consts);
        break;
      case op.BUILD_TUPLE:
        buildTuple(block, i, consts);
        break;
      case op.JUMP_IF_FALSE_OR_POP:
      case op.JUMP_IF_TRUE_OR_POP:
        if (simplifyJump(instruction)) i--;
        break;
      case op.POP_JUMP_IF_NOT_NONE:
      case op.POP_JUMP_IF_NONE:
      case op.POP_JUMP_IF_FALSE:
      case op.POP_JUMP_IF_TRUE:
      case op.JUMP:
        if (instruction.target?.instructions[0]?.op === op.JUMP && threadJump(instruction, instruction.op)) i--;
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

/** A constant at `i`, and what follows. */
function loadConst(block: Block, i: number, consts: ConstTable): void {
  const instruction = block.instructions[i];
  const next = block.instructions[i + 1];
  if (instruction === undefined || next === undefined) return;
  const value = consts.values[instruction.arg];
  if (value === undefined) return;
  switch (next.op) {
    case op.POP_JUMP_IF_FALSE:
    case op.POP_JUMP_IF_TRUE:
      return decideJump(instruction, next, value);
    case op.JUMP_IF_FALSE_OR_POP:
    case op.JUMP_IF_TRUE_OR_POP:
      if (isTrue(value) === (next.op === op.JUMP_IF_TRUE_OR_POP)) {
        next.op = op.JUMP;
      } else {
        instruction.set(op.NOP);
        next.set(op.NOP);
        next.target = null;
      }
      return;
    case op.IS_OP:
      if (value.t === 'none') compareWithNone(instruction, next, block.instructions[i + 2]);
      return;
    default:
      return;
  }
}

/** A jump that keeps its value, to another conditional jump: the first test tells what the second will find. Answers true if it must be looked at again. */
function simplifyJump(jump: Instruction): boolean {
  const { target } = jump;
  const [first] = target?.instructions ?? [];
  if (target === null || first === undefined) return false;
  const onTrue = jump.op === op.JUMP_IF_TRUE_OR_POP;
  switch (first.op) {
    case onTrue ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE:
      return threadJump(jump, first.op);
    case op.JUMP:
    case jump.op:
      return threadJump(jump, jump.op);
    case onTrue ? op.JUMP_IF_FALSE_OR_POP : op.JUMP_IF_TRUE_OR_POP:
    case onTrue ? op.POP_JUMP_IF_FALSE : op.POP_JUMP_IF_TRUE:
      if (jump.at.lineno !== first.at.lineno) return false;
      jump.op = onTrue ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE;
      jump.target = target.next;
      return true;
    default:
      return false;
  }
}

/** jump_thread. */
function threadJump(jump: Instruction, code: number): boolean {
  const [first] = jump.target?.instructions ?? [];
  if (first === undefined || first.at.lineno !== jump.at.lineno || first.target === jump.target) return false;
  jump.target = first.target;
  jump.op = code;
  return true;
}
