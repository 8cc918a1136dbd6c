// The control flow graph of one code object: basic blocks in a list, and the walks over them
// (CPython 3.13 Python/flowgraph.c).
import type { InstructionSequence } from './instructions.ts';
import { Instruction, NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';
import { OPCODES } from './opcodes.ts';

const TABLE_SIZE = 300;

function flagTable(test: (code: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: TABLE_SIZE }, (_, code) => (test(code) ? 1 : 0));
}

const BLOCK_PUSH = flagTable((code) => code === op.SETUP_FINALLY || code === op.SETUP_CLEANUP || code === op.SETUP_WITH);
const JUMP = flagTable((code) => (OPCODES[code]?.hasJump ?? false) && BLOCK_PUSH[code] === 0);
const SCOPE_EXIT = flagTable((code) => OPCODES[code]?.exitsScope ?? false);
const NO_FALL_THROUGH = flagTable((code) => OPCODES[code]?.noFallThrough ?? false);

/** Sets up a handler. */
export const isBlockPush = (code: number): boolean => BLOCK_PUSH[code] === 1;
/** Jumps, conditionally or not. */
export const isJump = (code: number): boolean => JUMP[code] === 1;
/** Leaves the frame. */
export const isScopeExit = (code: number): boolean => SCOPE_EXIT[code] === 1;
/** Jumps always. */
export const isUnconditionalJump = (code: number): boolean => JUMP[code] === 1 && NO_FALL_THROUGH[code] === 1;
/** Has a block as its target. */
export const hasTarget = (code: number): boolean => JUMP[code] === 1 || BLOCK_PUSH[code] === 1;

/** A run of instructions that is entered only at its start and left only at its end. */
export class Block {
  instructions: Instruction[] = [];
  next: Block | null = null;
  /** Handlers of removed instructions, by the slot where they stood: CPython's array keeps them, and what is added there later inherits them. */
  readonly leftHandlers: (Block | null)[] = [];
  /** Something jumps here. */
  isLabelled = false;
  isExceptHandler = false;
  isCold = false;
  isWarm = false;
  predecessors = 0;
  /** Stack depth on entry; -1: not yet known. */
  startDepth = -1;
  /** The same as the version's own instructions count it. */
  ownDepth = -1;
  /** Handlers of with and cleanup blocks get the index of the raising instruction. */
  preserveLasti = false;
  visited = false;
  /** Locals (bits 0–31, 32–63) that may be unbound on entry. */
  unsafeLow = 0;
  unsafeHigh = 0;
  /** Index of its first instruction in the finished code. */
  start = 0;

  /** Fewer instructions in place of those that are there. */
  replaceInstructions(kept: Instruction[]): void {
    for (let slot = kept.length; slot < this.instructions.length; slot++) this.leftHandlers[slot] = this.instructions[slot]?.except ?? null;
    this.instructions = kept;
  }

  last(): Instruction | null {
    return this.instructions[this.instructions.length - 1] ?? null;
  }

  fallsThrough(): boolean {
    const last = this.last();
    return last === null || NO_FALL_THROUGH[last.op] === 0;
  }

  exitsScope(): boolean {
    const last = this.last();
    return last !== null && isScopeExit(last.op);
  }

  hasNoLine(): boolean {
    return this.instructions.every((instruction) => instruction.at.lineno < 0);
  }
}

/** All blocks from `entry` on, in order. */
export function* blocksFrom(entry: Block): Generator<Block> {
  for (let block: Block | null = entry; block !== null; block = block.next) yield block;
}

/** The first block from `block` on that has instructions. */
export function nextNonEmpty(block: Block | null): Block | null {
  let found = block;
  while (found !== null && found.instructions.length === 0) found = found.next;
  return found;
}

/** Cuts the sequence into blocks: after every jump or exit, and before every target (up to 3.12 every label). Answers the entry block. */
export function buildFlowGraph(sequence: InstructionSequence, everyLabel: boolean): Block {
  const { instructions } = sequence;
  const targets = new Map<number, Block>();
  for (const instruction of instructions) {
    if (instruction.label !== null && !targets.has(instruction.label.index)) {
      targets.set(instruction.label.index, new Block());
    }
  }
  if (everyLabel) for (const index of sequence.labelled()) if (!targets.has(index)) targets.set(index, new Block());
  const entry = targets.get(0) ?? new Block();
  let current = entry;
  current.isLabelled = targets.has(0);
  instructions.forEach((instruction, i) => {
    const last = current.last();
    const labelled = i > 0 ? targets.get(i) : undefined;
    if (labelled !== undefined || (last !== null && (isJump(last.op) || isScopeExit(last.op)))) {
      const block = labelled ?? new Block();
      block.isLabelled = labelled !== undefined;
      current.next = block;
      current = block;
    }
    if (instruction.label !== null) instruction.target = targets.get(instruction.label.index) ?? null;
    current.instructions.push(instruction);
  });
  return entry;
}

/** Marks the blocks that handle exceptions. */
export function markExceptHandlers(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    for (const { op: code, target } of block.instructions) if (isBlockPush(code) && target !== null) target.isExceptHandler = true;
  }
}

/**
 * Gives every instruction its handler, turns POP_BLOCK into NOP, and marks the yields directly inside the generator's own
 * handler by the bit `depth1`; in 3.12 yields are told how many handlers are around them (label_exception_targets).
 */
export function labelExceptionTargets(entry: Block, { isOld, numbersYields, depth1 }: { isOld: boolean; numbersYields: boolean; depth1: number }): void {
  for (const block of blocksFrom(entry)) block.visited = false;
  entry.visited = true;
  const todo: { block: Block; stack: Block[] }[] = [{ block: entry, stack: [] }];
  const push = (block: Block | null, stack: Block[]): void => {
    if (block === null || block.visited) return;
    block.visited = true;
    todo.push({ block, stack });
  };
  for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
    const { block, stack } = item;
    let handler = stack[stack.length - 1] ?? null;
    let lastYieldDepth = -1;
    for (const instruction of block.instructions) {
      const { op: code, target } = instruction;
      if (isBlockPush(code)) {
        push(target, [...stack]);
        if (target !== null) {
          if (code !== op.SETUP_FINALLY) target.preserveLasti = true;
          stack.push(target);
        }
        handler = target;
        continue;
      }
      if (code === op.POP_BLOCK) {
        stack.pop();
        handler = stack[stack.length - 1] ?? null;
        if (!isOld) instruction.set(op.NOP);
        continue;
      }
      instruction.except = handler;
      if (isJump(code)) {
        push(target, [...stack]);
      } else if (code === op.YIELD_VALUE) {
        lastYieldDepth = stack.length;
        if (numbersYields) instruction.arg = stack.length;
      } else if (isOld) {
        continue;
      } else if (code === op.RESUME && instruction.arg !== op.ResumePoint.FUNC_START && instruction.arg !== op.ResumePoint.GENEXPR_START) {
        if (lastYieldDepth === 1) instruction.arg |= depth1;
        lastYieldDepth = -1;
      }
    }
    if (block.fallsThrough()) push(block.next, stack);
  }
}

/** Counts predecessors and empties the blocks that have none. */
export function removeUnreachable(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    block.predecessors = 0;
    block.visited = false;
  }
  entry.predecessors = 1;
  entry.visited = true;
  const todo = [entry];
  const reach = (block: Block | null): void => {
    if (block === null) return;
    block.predecessors++;
    if (block.visited) return;
    block.visited = true;
    todo.push(block);
  };
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    if (block.fallsThrough()) reach(block.next);
    for (const instruction of block.instructions) if (hasTarget(instruction.op)) reach(instruction.target);
  }
  for (const block of blocksFrom(entry)) {
    if (block.predecessors > 0) continue;
    block.instructions = [];
    block.isExceptHandler = false;
  }
}

/** Removes the NOPs of one block that no line needs; answers how many. */
function removeBlockNops(block: Block): number {
  const kept: Instruction[] = [];
  let previousLine = -1;
  let nulls = 0;
  const { instructions } = block;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i];
    if (instruction === undefined) break;
    nulls += instruction.nulls;
    instruction.nulls = 0;
    const line = instruction.at.lineno;
    if (instruction.op === op.NOP) {
      if (line < 0 || previousLine === line) continue;
      const next = instructions[i + 1];
      if (next !== undefined) {
        if (next.at.lineno === line) continue;
        if (next.at.lineno === NO_LOCATION.lineno) {
          next.at = instruction.at;
          continue;
        }
      } else if (nextBlockLine(block) === line) {
        continue;
      }
    }
    kept.push(instruction);
    previousLine = line;
    instruction.nulls = nulls;
    nulls = 0;
  }
  const after = nulls === 0 ? undefined : nextNonEmpty(block.next)?.instructions[0];
  if (after !== undefined) after.nulls += nulls;
  const removed = instructions.length - kept.length;
  if (removed > 0) block.replaceInstructions(kept);
  return removed;
}

/** The line that the next block starts with, NOPs that will vanish aside. */
function nextBlockLine(block: Block): number | null {
  const next = nextNonEmpty(block.next);
  if (next === null) return null;
  for (const instruction of next.instructions) {
    if (instruction.op === op.NOP && instruction.at.lineno < 0) continue;
    return instruction.at.lineno;
  }
  return -1;
}

/** Removes needless NOPs everywhere; answers how many. */
export function removeNops(entry: Block): number {
  let removed = 0;
  for (const block of blocksFrom(entry)) removed += removeBlockNops(block);
  return removed;
}

/** Removes needless NOPs, and pairs that load or copy a value only to pop it. */
export function removeNopsAndPairs(entry: Block): void {
  for (let done = false; !done; ) {
    done = true;
    let instruction: Instruction | null = null;
    for (const block of blocksFrom(entry)) {
      removeBlockNops(block);
      if (block.isLabelled) instruction = null;
      for (const current of block.instructions) {
        const previous: Instruction | null = instruction;
        instruction = current;
        if (current.op !== op.POP_TOP || previous === null) continue;
        const loads = previous.op === op.LOAD_CONST || previous.op === op.LOAD_SMALL_INT || previous.op === op.LOAD_COMMON_CONSTANT;
        if (loads || (previous.op === op.COPY && previous.arg === 1)) {
          previous.set(op.NOP);
          current.set(op.NOP);
          done = false;
        }
      }
      if ((instruction !== null && isJump(instruction.op)) || !block.fallsThrough()) instruction = null;
    }
  }
}

/** Turns jumps to the block that follows anyway into NOPs; answers how many. */
function removeRedundantJumps(entry: Block): number {
  let changes = 0;
  for (const block of blocksFrom(entry)) {
    const last = block.last();
    if (last === null || !isUnconditionalJump(last.op)) continue;
    if (nextNonEmpty(last.target) === nextNonEmpty(block.next)) {
      last.set(op.NOP);
      last.target = null;
      changes++;
    }
  }
  return changes;
}

/** Removes needless NOPs and jumps until there are none. */
export function removeNopsAndJumps(entry: Block): void {
  while (removeNops(entry) + removeRedundantJumps(entry) > 0);
}

const MAX_COPY_SIZE = 4;

/**
 * A jump to a small block that leaves the frame, or to a block without lines that does not fall through, is replaced by a
 * copy of that block.
 */
export function inlineSmallBlocks(entry: Block): void {
  for (let changes = true; changes; ) {
    changes = false;
    for (const block of blocksFrom(entry)) if (inlineTarget(block)) changes = true;
  }
}

function inlineTarget(block: Block): boolean {
  const last = block.last();
  if (last === null || !isUnconditionalJump(last.op) || last.target === null) return false;
  const target = last.target;
  const smallExit = target.exitsScope() && target.instructions.length <= MAX_COPY_SIZE;
  const noLine = target.hasNoLine() && !target.fallsThrough();
  if (!smallExit && !noLine) return false;
  const removed = last.op;
  last.set(op.NOP);
  last.target = null;
  for (const instruction of target.instructions) block.instructions.push(instruction.copy());
  if (noLine) {
    const end = block.last();
    // The check for signals that a JUMP makes must not be lost.
    if (end !== null && isUnconditionalJump(end.op) && removed === op.JUMP) end.op = op.JUMP;
  }
  target.predecessors--;
  return true;
}

// ---- lines -----------------------------------------------------------------------------------------------------------

/** Every way out of the frame gets a line: shared exits without one are copied, then lines are handed on. */
export function resolveLines(entry: Block, includeJumps: boolean): void {
  duplicateExits(entry, { includeJumps, backwards: false });
  propagateLines(entry);
}

function isExitWithoutLine(block: Block, includeJumps: boolean): boolean {
  const checks = includeJumps && block.instructions.some(({ op: code }) => EVAL_BREAK.has(code));
  return (block.exitsScope() || checks) && block.hasNoLine();
}

/** Instructions that look for pending signals and collections. */
const EVAL_BREAK = new Set<number>([
  op.JUMP, op.JUMP_BACKWARD, op.RESUME, op.CALL, op.CALL_KW, op.CALL_FUNCTION_EX,
]);

/** Exits without a line that are jumped to are copied, so that each has one way to it; 3.11 begins with the last jump. */
export function duplicateExits(entry: Block, { includeJumps, backwards }: { includeJumps: boolean; backwards: boolean }): void {
  for (const block of backwards ? [...blocksFrom(entry)].reverse() : blocksFrom(entry)) {
    const last = block.last();
    if (last === null || !isJump(last.op)) continue;
    const target = nextNonEmpty(last.target);
    if (target === null || !isExitWithoutLine(target, includeJumps) || target.predecessors <= 1) continue;
    const copy = new Block();
    copy.instructions = target.instructions.map((instruction) => instruction.copy());
    const [first] = copy.instructions;
    if (first !== undefined) first.at = last.at;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.next = target.next;
    copy.isLabelled = true;
    target.next = copy;
  }
  // What is left can only be reached by falling through.
  for (const block of blocksFrom(entry)) {
    const last = block.last();
    if (last === null || !block.fallsThrough() || block.next === null) continue;
    if (!isExitWithoutLine(block.next, includeJumps)) continue;
    const [first] = block.next.instructions;
    if (first !== undefined) first.at = last.at;
  }
}

/** Instructions without a line get that of the one before, in their block or in the only block before. */
export function propagateLines(entry: Block): void {
  for (const block of blocksFrom(entry)) {
    const last = block.last();
    if (last === null) continue;
    let at = NO_LOCATION;
    for (const instruction of block.instructions) {
      if (instruction.at.lineno === NO_LOCATION.lineno) instruction.at = at;
      else at = instruction.at;
    }
    if (block.fallsThrough()) inheritLine(block.next, at);
    if (isJump(last.op)) inheritLine(last.target, at);
  }
}

function inheritLine(block: Block | null, at: Instruction['at']): void {
  if (block === null || block.predecessors !== 1) return;
  const [first] = block.instructions;
  if (first !== undefined && first.at.lineno === NO_LOCATION.lineno) first.at = at;
}

// ---- cold blocks -------------------------------------------------------------------------------------------------------

/**
 * Moves what only exceptions reach to the end, with `jump` back where it fell through; answers whether there is any. A jump that counts no predecessor
 * (up to 3.12) is given no line. */
export function pushColdBlocksToEnd(entry: Block, jump: number, predecessors: 0 | 1): boolean {
  if (entry.next === null) return false;
  markWarm(entry);
  markCold(entry);
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const next: Block | null = block.next;
    if (!block.isCold || !block.fallsThrough() || next === null || !next.isWarm) continue;
    const added = addJumpBlock(block, next, jump);
    added.isCold = true;
    added.predecessors = predecessors;
  }
  const warm: Block[] = [];
  const cold: Block[] = [];
  for (const block of blocksFrom(entry)) (block.isCold ? cold : warm).push(block);
  [...warm, ...cold].forEach((block, i, all) => {
    block.next = all[i + 1] ?? null;
  });
  return cold.length > 0;
}

/** Puts a block with a jump to `target` behind `block`. */
export function addJumpBlock(block: Block, target: Block, code: number): Block {
  const jump = new Block();
  target.isLabelled = true;
  const instruction = jumpInstruction(code, target);
  jump.instructions.push(instruction);
  jump.next = block.next;
  jump.predecessors = 1;
  block.next = jump;
  return jump;
}

function jumpInstruction(code: number, target: Block): Instruction {
  const instruction = new Instruction(code, 0, NO_LOCATION);
  instruction.target = target;
  return instruction;
}

function markWarm(entry: Block): void {
  for (const block of blocksFrom(entry)) block.visited = false;
  entry.visited = true;
  const todo = [entry];
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.isWarm = true;
    visitSuccessors(block, (successor) => todo.push(successor));
  }
}

function markCold(entry: Block): void {
  const todo: Block[] = [];
  for (const block of blocksFrom(entry)) {
    block.visited = block.isExceptHandler;
    if (block.isExceptHandler) todo.push(block);
  }
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.isCold = true;
    visitSuccessors(block, (successor) => {
      if (!successor.isWarm) todo.push(successor);
      else successor.visited = false;
    });
  }
}

/** Calls `visit` for each block not yet visited that follows `block` other than by an exception. */
function visitSuccessors(block: Block, visit: (successor: Block) => void): void {
  const successors = [block.fallsThrough() ? block.next : null];
  const last = block.last();
  if (last !== null && isJump(last.op)) successors.push(last.target);
  for (const successor of successors) {
    if (successor === null || successor.visited) continue;
    successor.visited = true;
    visit(successor);
  }
}
