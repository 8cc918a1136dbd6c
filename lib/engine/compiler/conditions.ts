// Code for jumps that depend on a value: conditions, comparisons, and, or, not (CPython 3.13 Python/compile.c: compiler_jump_if,
// compiler_boolop, compiler_compare).
import type { BoolOp, CmpOperator, Compare, Expr, Position } from '../parser/ast.ts';
import type { Emitter } from './emitter.ts';
import { expression } from './expressions.ts';
import { Label, NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';
import { checkCompare } from './syntax-warnings.ts';

/** Comparison number and the mask of outcomes that specialised code tests: less 2, greater 4, equal 8, unordered 1. */
const COMPARE: Partial<Record<CmpOperator, number>> = {
  Lt: (op.CompareOperator.LT << 5) | 2,
  LtE: (op.CompareOperator.LE << 5) | 10,
  Eq: (op.CompareOperator.EQ << 5) | 8,
  NotEq: (op.CompareOperator.NE << 5) | 7,
  Gt: (op.CompareOperator.GT << 5) | 4,
  GtE: (op.CompareOperator.GE << 5) | 12,
};

/** Emits the comparison of the two values on top. */
export function compareOp(c: Emitter, operator: CmpOperator, at: Position): void {
  const arg = COMPARE[operator];
  if (arg !== undefined) return c.op(op.COMPARE_OP, c.features.oldInstructions ? oldComparison(c, arg) : arg, at);
  const isIdentity = operator === 'Is' || operator === 'IsNot';
  c.op(isIdentity ? op.IS_OP : op.CONTAINS_OP, operator === 'IsNot' || operator === 'NotIn' ? 1 : 0, at);
}

/** Up to 3.12 there is no room for the bit that asks for a bool, in 3.11 there is only the operator. */
function oldComparison(c: Emitter, arg: number): number {
  return c.features.oldestInstructions ? arg >> 5 : ((arg >> 5) << 4) | (arg & 15);
}

/**
 * Jumps to `target` if the truth of `e` is `condition` (codegen_jump_if). `at` is the place that the test belongs to. Answers the place of what follows: 3.11's compiler
 * stays where a comparison was, and puts the other jumps where it is.
 */
export function jumpIf(c: Emitter, e: Expr, target: Label, condition: boolean, at: Position): Position {
  switch (e.kind) {
    case 'UnaryOp':
      if (e.op !== 'Not') break;
      return jumpIf(c, e.operand, target, !condition, at);
    case 'BoolOp':
      return jumpIfBoolOp(c, e, target, condition, at);
    case 'IfExp': {
      const end = new Label();
      const otherwise = new Label();
      let place = jumpIf(c, e.test, otherwise, false, at);
      place = jumpIf(c, e.body, target, condition, place);
      c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
      c.use(otherwise);
      place = jumpIf(c, e.orelse, target, condition, place);
      c.use(end);
      return place;
    }
    case 'Compare':
      if (e.ops.length > 1) jumpIfChain(c, e, target, condition);
      else testAndJump(c, e, target, condition, e);
      return c.features.oldestInstructions ? e : at;
    default:
      break;
  }
  testAndJump(c, e, target, condition, c.features.oldestInstructions ? at : e);
  return at;
}

function testAndJump(c: Emitter, e: Expr, target: Label, condition: boolean, at: Position): void {
  expression(c, e);
  c.toBool(e);
  c.jump(condition ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, target, at);
}

function jumpIfBoolOp(c: Emitter, e: BoolOp, target: Label, condition: boolean, at: Position): Position {
  const shortcut = e.op === 'Or';
  const next = shortcut === condition ? target : new Label();
  const last = e.values.length - 1;
  let place = at;
  e.values.forEach((value, i) => {
    place = i < last ? jumpIf(c, value, next, shortcut, place) : jumpIf(c, value, target, condition, place);
  });
  if (next !== target) c.use(next);
  return place;
}

function jumpIfChain(c: Emitter, e: Compare, target: Label, condition: boolean): void {
  checkCompare(c, e);
  const cleanup = new Label();
  const end = new Label();
  expression(c, e.left);
  const last = e.comparators.length - 1;
  e.comparators.forEach((comparator, i) => {
    expression(c, comparator);
    if (i < last) {
      c.op(op.SWAP, 2, e);
      c.op(op.COPY, 2, e);
    }
    compareOp(c, e.ops[i] ?? 'Eq', e);
    c.toBool(e);
    if (i < last) c.jump(op.POP_JUMP_IF_FALSE, cleanup, e);
  });
  c.jump(condition ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, target, e);
  c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
  c.use(cleanup);
  c.op(op.POP_TOP, 0, e);
  if (!condition) c.jump(op.JUMP_NO_INTERRUPT, target, NO_LOCATION);
  c.use(end);
}

/** Keeps the value on top and jumps if its truth is `condition`, else drops it. */
function jumpIfKeeping(c: Emitter, condition: boolean, target: Label, at: Position): void {
  const { foldInFlowGraph, oldestInstructions } = c.features;
  if (oldestInstructions) return c.jump(condition ? op.JUMP_IF_TRUE_OR_POP : op.JUMP_IF_FALSE_OR_POP, target, at);
  if (foldInFlowGraph) {
    c.jump(condition ? op.JUMP_IF_TRUE : op.JUMP_IF_FALSE, target, at);
  } else {
    c.op(op.COPY, 1, at);
    c.toBool(at);
    c.jump(condition ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, target, at);
  }
  c.op(op.POP_TOP, 0, at);
}

export function boolOp(c: Emitter, e: BoolOp): void {
  const end = new Label();
  const last = e.values.length - 1;
  e.values.forEach((value, i) => {
    expression(c, value);
    if (i === last) return;
    jumpIfKeeping(c, e.op === 'Or', end, e);
  });
  c.use(end);
}

export function compare(c: Emitter, e: Compare): void {
  checkCompare(c, e);
  expression(c, e.left);
  const last = e.comparators.length - 1;
  const cleanup = new Label();
  e.comparators.forEach((comparator, i) => {
    expression(c, comparator);
    if (i === last) return compareOp(c, e.ops[i] ?? 'Eq', e);
    c.op(op.SWAP, 2, e);
    c.op(op.COPY, 2, e);
    compareOp(c, e.ops[i] ?? 'Eq', e);
    jumpIfKeeping(c, false, cleanup, e);
  });
  if (last === 0) return;
  const end = new Label();
  c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
  c.use(cleanup);
  c.op(op.SWAP, 2, e);
  c.op(op.POP_TOP, 0, e);
  c.use(end);
}

export function ifExpression(c: Emitter, e: Extract<Expr, { kind: 'IfExp' }>): void {
  const end = new Label();
  const otherwise = new Label();
  jumpIf(c, e.test, otherwise, false, e);
  expression(c, e.body);
  c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
  c.use(otherwise);
  expression(c, e.orelse);
  c.use(end);
}
