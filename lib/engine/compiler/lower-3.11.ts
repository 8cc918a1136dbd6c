// From 3.11's instructions to 3.12's (lower-3.12.ts does the rest): and, or and chained comparisons keep their value by a copy, an exhausted iterator is dropped by an
// instruction of its own, methods are attributes, throw() into a delegation has a handler, intrinsics are numbered (CPython 3.11 Python/ceval.c says what the
// instructions do).
import { blocksFrom, isJump } from './flow-graph.ts';
import { Block } from './flow-graph.ts';
import type { Instruction } from './instructions.ts';
import { lower312 } from './lower-3.12.ts';
import * as op from './opcodes.ts';

/** Rewrites the graph of a finished unit. */
export function lower311(entry: Block): void {
  for (const block of [...blocksFrom(entry)]) lowerBlock(block);
  for (const block of [...blocksFrom(entry)]) lowerEnd(entry, block);
  lower312(entry);
}

/** What 3.12 has another instruction for, with its argument, null: the same. */
const RENAMED: Readonly<Record<number, readonly [code: number, arg: number | null]>> = {
  [op.UNARY_POSITIVE]: [op.CALL_INTRINSIC_1, op.Intrinsic1.UNARY_POSITIVE],
  [op.LIST_TO_TUPLE]: [op.CALL_INTRINSIC_1, op.Intrinsic1.LIST_TO_TUPLE],
  [op.ASYNC_GEN_WRAP]: [op.CALL_INTRINSIC_1, op.Intrinsic1.ASYNC_GEN_WRAP],
  [op.PREP_RERAISE_STAR]: [op.CALL_INTRINSIC_2, op.Intrinsic2.PREP_RERAISE_STAR],
  [op.POP_JUMP_FORWARD_IF_FALSE]: [op.POP_JUMP_IF_FALSE, null],
  [op.POP_JUMP_FORWARD_IF_TRUE]: [op.POP_JUMP_IF_TRUE, null],
  [op.POP_JUMP_FORWARD_IF_NONE]: [op.POP_JUMP_IF_NONE, null],
  [op.POP_JUMP_FORWARD_IF_NOT_NONE]: [op.POP_JUMP_IF_NOT_NONE, null],
};

/** A conditional jump backwards goes over a jump that checks for signals. */
const BACKWARDS: Readonly<Record<number, number>> = {
  [op.POP_JUMP_BACKWARD_IF_FALSE]: op.POP_JUMP_IF_TRUE,
  [op.POP_JUMP_BACKWARD_IF_TRUE]: op.POP_JUMP_IF_FALSE,
  [op.POP_JUMP_BACKWARD_IF_NONE]: op.POP_JUMP_IF_NOT_NONE,
  [op.POP_JUMP_BACKWARD_IF_NOT_NONE]: op.POP_JUMP_IF_NONE,
};

/** The masks of comparisons, by operator. */
const MASKS = [2, 10, 8, 7, 4, 12];

function made(own: Instruction, code: number, arg = 0): Instruction {
  const instruction = own.copy();
  instruction.set(code, arg);
  instruction.target = null;
  instruction.nulls = 0;
  return instruction;
}

function lowerBlock(block: Block): void {
  const out: Instruction[] = [];
  let nulls = 0;
  for (const own of block.instructions) {
    nulls += own.nulls;
    own.nulls = 0;
    const { arg } = own;
    const renamed = RENAMED[own.op];
    if (renamed !== undefined) own.set(renamed[0], renamed[1] ?? arg);
    switch (own.op) {
      case op.PRECALL:
        continue;
      case op.LOAD_ATTR:
        own.arg = arg << 1;
        break;
      case op.LOAD_METHOD:
        own.set(op.LOAD_ATTR, (arg << 1) | 1);
        break;
      case op.COMPARE_OP:
        own.arg = (arg << 4) | (MASKS[arg] ?? 0);
        break;
      case op.LOAD_CLASSDEREF:
        own.set(op.LOAD_FROM_DICT_OR_DEREF, arg);
        out.push(made(own, op.LOAD_LOCALS));
        break;
      default:
        break;
    }
    own.nulls = nulls;
    nulls = 0;
    out.push(own);
    if (own.op === op.PRINT_EXPR || own.op === op.IMPORT_STAR) {
      own.set(op.CALL_INTRINSIC_1, own.op === op.PRINT_EXPR ? op.Intrinsic1.PRINT : op.Intrinsic1.IMPORT_STAR);
      out.push(made(own, op.POP_TOP));
    }
  }
  block.instructions = out;
}

/** What a block's jump needs beside it. */
function lowerEnd(entry: Block, block: Block): void {
  const last = block.last();
  if (last === null) return;
  const target = last.target;
  switch (last.op) {
    case op.FOR_ITER:
      if (target !== null) last.target = landing(entry, target, made(last, op.END_FOR));
      return;
    case op.SEND:
      if (target !== null) delegation(entry, block, last, target);
      return;
    case op.JUMP_IF_FALSE_OR_POP:
    case op.JUMP_IF_TRUE_OR_POP:
      last.op = last.op === op.JUMP_IF_FALSE_OR_POP ? op.POP_JUMP_IF_FALSE : op.POP_JUMP_IF_TRUE;
      block.instructions.splice(-1, 0, made(last, op.COPY, 1));
      insertBehind(block, made(last, op.POP_TOP));
      return;
    default: {
      const reversed = BACKWARDS[last.op];
      if (reversed === undefined) return;
      const after = block.next;
      const jump = made(last, op.JUMP_BACKWARD);
      jump.target = target;
      insertBehind(block, jump);
      last.op = reversed;
      last.target = after;
    }
  }
}

function insertBehind(block: Block, instruction: Instruction): Block {
  const inserted = new Block();
  inserted.instructions.push(instruction);
  inserted.next = block.next;
  block.next = inserted;
  return inserted;
}

/** A block of its own for those that jump to `target`; what falls into that goes around it. */
function landing(entry: Block, target: Block, instruction: Instruction): Block {
  let before = entry;
  while (before.next !== null && before.next !== target) before = before.next;
  const last = before.last();
  if (before.fallsThrough()) {
    if (last !== null && isJump(last.op)) before = insertBehind(before, jumpTo(last, target));
    else before.instructions.push(jumpTo(last ?? instruction, target));
  }
  return insertBehind(before, instruction);
}

function jumpTo(like: Instruction, target: Block): Instruction {
  const jump = made(like, op.JUMP_FORWARD);
  jump.target = target;
  return jump;
}

/** SEND leaves the iterator below the result; close() and throw() of what is delegated to can end it too. */
function delegation(entry: Block, block: Block, send: Instruction, target: Block): void {
  const end = landing(entry, target, made(send, op.END_SEND));
  send.target = end;
  const yielding = block.next;
  const [yieldValue] = yielding?.instructions ?? [];
  if (yielding === null || yieldValue?.op !== op.YIELD_VALUE) return;
  const handler = new Block();
  const back = made(yieldValue, op.JUMP_BACKWARD);
  back.target = end;
  handler.instructions.push(made(yieldValue, op.CLEANUP_THROW), back);
  handler.startDepth = yielding.startDepth + 1;
  handler.isExceptHandler = true;
  yieldValue.except = handler;
  let final = block;
  while (final.next !== null) final = final.next;
  final.next = handler;
}
