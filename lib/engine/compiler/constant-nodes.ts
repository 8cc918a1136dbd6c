// Constant nodes of the tree and how expressions of constants become one (CPython 3.13 Python/ast_opt.c: fold_unaryop,
// fold_binop, fold_tuple, fold_subscr).
import type { BinOp, CmpOperator, Constant, Expr, Position, Stmt, Subscript, UnaryOp } from '../parser/ast.ts';
import type { Const } from './code-unit.ts';
import { foldBinary, foldSubscript, foldUnary } from './constant-folding.ts';
import { constOfLiteral } from './constants.ts';

const INVERSE: Partial<Record<CmpOperator, CmpOperator>> = { Is: 'IsNot', IsNot: 'Is', In: 'NotIn', NotIn: 'In' };

/** Values of the Constant nodes made here that no literal could have (a tuple, a frozenset, 1+2j). */
const foldedValues = new WeakMap<Constant, Const>();

/** The value of a Constant node, folded or literal. */
export function constantOf(e: Constant): Const {
  return foldedValues.get(e) ?? constOfLiteral(e.value);
}

/** A Constant node with any value. */
export function constantNode(value: Const, at: Position): Constant {
  const node: Constant = { ...positionOf(at), kind: 'Constant', value: { t: 'none' }, constantKind: null };
  foldedValues.set(node, value);
  return node;
}

/** The docstring of a body, or null. */
export function docstringNode(body: readonly Stmt[]): Constant | null {
  const first = body[0];
  if (first === undefined || first.kind !== 'Expr' || first.value.kind !== 'Constant') return null;
  return constantOf(first.value).t === 'str' ? first.value : null;
}

export function positionOf(at: Position): Position {
  return { lineno: at.lineno, colOffset: at.colOffset, endLineno: at.endLineno, endColOffset: at.endColOffset };
}

export function constantsOf(elts: readonly Expr[]): Const[] | null {
  const items: Const[] = [];
  for (const elt of elts) {
    if (elt.kind !== 'Constant') return null;
    items.push(constantOf(elt));
  }
  return items;
}

export function foldTuple(e: Extract<Expr, { kind: 'Tuple' }>): Expr {
  const items = constantsOf(e.elts);
  return items === null ? e : constantNode({ t: 'tuple', items }, e);
}

export function foldUnaryNode(e: UnaryOp): Expr {
  const operand = e.operand;
  if (operand.kind === 'Constant') {
    const value = foldUnary(e.op, constantOf(operand));
    return value === null ? e : constantNode(value, e);
  }
  if (e.op === 'Not' && operand.kind === 'Compare' && operand.ops.length === 1) {
    // `not a is b` is `a is not b`; comparisons that can be overridden stay.
    const [op] = operand.ops;
    const inverse = op === undefined ? undefined : INVERSE[op];
    if (inverse !== undefined) {
      operand.ops = [inverse];
      return operand;
    }
  }
  return e;
}

export function foldBinaryNode(e: BinOp): Expr {
  if (e.left.kind !== 'Constant' || e.right.kind !== 'Constant') return e;
  const value = foldBinary(constantOf(e.left), e.op, constantOf(e.right), false);
  return value === null ? e : constantNode(value, e);
}

export function foldSubscriptNode(e: Subscript): Expr {
  if (e.ctx !== 'Load' || e.value.kind !== 'Constant' || e.slice.kind !== 'Constant') return e;
  const value = foldSubscript(constantOf(e.value), constantOf(e.slice));
  return value === null ? e : constantNode(value, e);
}
