// Code for expressions (CPython 3.13 Python/compile.c, compiler_visit_expr and what it calls).
import type { Attribute, BinOp, Expr, Keyword, Operator, Position, Subscript } from '../parser/ast.ts';
import { constantOf } from './constant-nodes.ts';
import { call } from './calls.ts';
import type { Const } from './code-unit.ts';
import { comprehension } from './comprehensions.ts';
import { boolOp, compare, ifExpression } from './conditions.ts';
import { NONE } from './constants.ts';
import { dict, LIST_DISPLAY, SET_DISPLAY, TUPLE_DISPLAY, unpack, unpackingDisplay } from './displays.ts';
import type { Emitter } from './emitter.ts';
import { formattedValue, interpolation, joinedStr, templateStr } from './format-strings.ts';
import { lambda } from './functions.ts';
import * as op from './opcodes.ts';
import { canOptimizeSuper, loadSuperArguments } from './super-calls.ts';
import { checkIndex, checkSubscripter } from './syntax-warnings.ts';

const BINARY: Record<Operator, number> = {
  Add: op.BinaryOperator.ADD,
  Sub: op.BinaryOperator.SUBTRACT,
  Mult: op.BinaryOperator.MULTIPLY,
  MatMult: op.BinaryOperator.MATRIX_MULTIPLY,
  Div: op.BinaryOperator.TRUE_DIVIDE,
  Mod: op.BinaryOperator.REMAINDER,
  Pow: op.BinaryOperator.POWER,
  LShift: op.BinaryOperator.LSHIFT,
  RShift: op.BinaryOperator.RSHIFT,
  BitOr: op.BinaryOperator.OR,
  BitXor: op.BinaryOperator.XOR,
  BitAnd: op.BinaryOperator.AND,
  FloorDiv: op.BinaryOperator.FLOOR_DIVIDE,
};

/** The argument of BINARY_OP. */
export function binaryOperator(operator: Operator, inPlace: boolean): number {
  return BINARY[operator] + (inPlace ? op.BinaryOperator.INPLACE : 0);
}

/** Emits several expressions. */
export function expressions(c: Emitter, list: readonly Expr[]): void {
  for (const e of list) expression(c, e);
}

/** Emits `e`: its value ends on the stack (Load), is taken from it (Store), or nothing (Del). */
export function expression(c: Emitter, e: Expr): void {
  c.sink();
  visit(c, e);
  c.rise();
}

function visit(c: Emitter, e: Expr): void {
  switch (e.kind) {
    case 'NamedExpr':
      expression(c, e.value);
      c.op(op.COPY, 1, e);
      return expression(c, e.target);
    case 'BoolOp':
      return boolOp(c, e);
    case 'BinOp':
      return binaryChain(c, e);
    case 'UnaryOp':
      return unaryOp(c, e);
    case 'Lambda':
      return lambda(c, e);
    case 'IfExp':
      return ifExpression(c, e);
    case 'Dict':
      return dict(c, e);
    case 'Set':
      return unpackingDisplay(c, e.elts, 0, SET_DISPLAY, e);
    case 'ListComp':
      return comprehension(c, e, 'list', '<listcomp>', e.elt, null);
    case 'SetComp':
      return comprehension(c, e, 'set', '<setcomp>', e.elt, null);
    case 'DictComp':
      return comprehension(c, e, 'dict', '<dictcomp>', e.key, e.value);
    case 'GeneratorExp':
      return comprehension(c, e, 'generator', '<genexpr>', e.elt, null);
    case 'Yield':
      if (!c.unit.scope.functionLike) throw c.error("'yield' outside function", e);
      if (e.value !== null) expression(c, e.value);
      else c.loadConst(NONE, e);
      return c.yieldValue(e);
    case 'YieldFrom':
      if (!c.unit.scope.functionLike) throw c.error("'yield from' outside function", e);
      if (c.unit.type === 'async-function') throw c.error("'yield from' inside async function", e);
      expression(c, e.value);
      if (c.features.virtualIterators) c.op(op.GET_ITER, op.ITERATE_YIELD_FROM, e);
      else c.op(op.GET_YIELD_FROM_ITER, 0, e);
      c.loadConst(NONE, e);
      c.yieldFrom(false, e);
      return;
    case 'Await':
      if (!c.unit.scope.functionLike) throw c.error("'await' outside function", e);
      if (c.unit.type !== 'async-function' && c.unit.type !== 'comprehension') {
        throw c.error("'await' outside async function", e);
      }
      expression(c, e.value);
      return c.awaitValue(0, e);
    case 'Compare':
      return compare(c, e);
    case 'Call':
      return call(c, e);
    case 'Constant':
      return c.loadConst(constantOf(e), e);
    case 'JoinedStr':
      return joinedStr(c, e);
    case 'FormattedValue':
      return formattedValue(c, e);
    case 'TemplateStr':
      return templateStr(c, e);
    case 'Interpolation':
      return interpolation(c, e);
    case 'Attribute':
      return attribute(c, e);
    case 'Subscript':
      return subscript(c, e);
    case 'Starred':
      if (e.ctx === 'Store') throw c.error('starred assignment target must be in a list or tuple', e);
      throw c.error("can't use starred expression here", e);
    case 'Name':
      return c.variable(e.id, e.ctx, e);
    case 'List':
      if (e.ctx === 'Store') return unpack(c, e.elts, e);
      if (e.ctx === 'Del') return expressions(c, e.elts);
      return unpackingDisplay(c, e.elts, 0, LIST_DISPLAY, e);
    case 'Tuple':
      if (e.ctx === 'Store') return unpack(c, e.elts, e);
      if (e.ctx === 'Del') return expressions(c, e.elts);
      return unpackingDisplay(c, e.elts, 0, TUPLE_DISPLAY, e);
    case 'Slice':
      return buildSlice(c, e);
    default: {
      const unreachable: never = e;
      return unreachable;
    }
  }
}

function binaryChain(c: Emitter, top: BinOp): void {
  const spine: BinOp[] = [];
  let left: Expr = top;
  while (left.kind === 'BinOp') {
    spine.push(left);
    left = left.left;
  }
  expression(c, left);
  for (let i = spine.length - 1; i >= 0; i--) {
    const node = spine[i];
    if (node === undefined) return;
    expression(c, node.right);
    c.op(op.BINARY_OP, binaryOperator(node.op, false), node);
  }
}

function unaryOp(c: Emitter, e: Extract<Expr, { kind: 'UnaryOp' }>): void {
  expression(c, e.operand);
  switch (e.op) {
    case 'Invert':
      return c.op(op.UNARY_INVERT, 0, e);
    case 'USub':
      return c.op(op.UNARY_NEGATIVE, 0, e);
    case 'UAdd':
      return c.op(op.CALL_INTRINSIC_1, op.Intrinsic1.UNARY_POSITIVE, e);
    case 'Not':
      c.toBool(e);
      return c.op(op.UNARY_NOT, 0, e);
    default: {
      const unreachable: never = e.op;
      return unreachable;
    }
  }
}

/** An attribute on a later line than its object counts from that line (update_start_location_to_match_attr). */
export function attributeLocation(at: Position, e: Attribute): Position {
  if (at.lineno === e.endLineno) return at;
  const length = Array.from(e.attr).length;
  const fits = length <= e.endColOffset;
  return {
    lineno: e.endLineno,
    endLineno: Math.max(e.endLineno, at.endLineno),
    colOffset: fits ? e.endColOffset - length : -1,
    endColOffset: fits ? at.endColOffset : -1,
  };
}

function attribute(c: Emitter, e: Attribute): void {
  if (e.ctx === 'Load' && canOptimizeSuper(c, e)) {
    const arg = loadSuperArguments(c, e);
    c.op(op.LOAD_SUPER_ATTR, (c.nameIndex(e.attr) << 2) | arg, e);
    return c.op(op.NOP, 0, attributeLocation(e, e));
  }
  if (e.ctx === 'Store' && e.value.kind === 'Name' && e.value.id === 'self') noteStaticAttribute(c, e.attr);
  expression(c, e.value);
  const at = attributeLocation(e, e);
  if (e.ctx === 'Load') return c.loadAttr(e.attr, at);
  c.nameOp(e.ctx === 'Store' ? op.STORE_ATTR : op.DELETE_ATTR, e.attr, at);
}

function noteStaticAttribute(c: Emitter, name: string): void {
  for (let unit = c.unit.parent; unit !== null; unit = unit.parent) {
    if (unit.type === 'class') {
      unit.staticAttributes.add(name);
      return;
    }
  }
}

/** Whether `e` is `a:b`, which needs no slice object. */
export function isTwoElementSlice(c: Emitter, e: Expr): boolean {
  if (!c.features.sliceInstructions || e.kind !== 'Slice' || e.step !== null) return false;
  return !c.features.foldInFlowGraph || !isConstantSlice(e);
}

function isConstantSlice(e: Extract<Expr, { kind: 'Slice' }>): boolean {
  return [e.lower, e.upper, e.step].every((part) => part === null || part.kind === 'Constant');
}

/** Pushes the parts of a slice; answers how many. */
export function sliceParts(c: Emitter, e: Extract<Expr, { kind: 'Slice' }>): number {
  for (const part of [e.lower, e.upper]) {
    if (part !== null) expression(c, part);
    else c.loadConst(NONE, e);
  }
  if (e.step === null) return 2;
  expression(c, e.step);
  return 3;
}

function buildSlice(c: Emitter, e: Extract<Expr, { kind: 'Slice' }>): void {
  if (c.features.foldInFlowGraph && isConstantSlice(e)) {
    const part = (value: Expr | null): Const => (value !== null && value.kind === 'Constant' ? constantOf(value) : NONE);
    return c.loadConst({ t: 'slice', start: part(e.lower), stop: part(e.upper), step: part(e.step) }, e);
  }
  c.op(op.BUILD_SLICE, sliceParts(c, e), e);
}

/** `value[index]` of the two values on top. */
export function subscriptOp(c: Emitter, at: Position): void {
  if (c.features.modernInstructions) c.op(op.BINARY_OP, op.BinaryOperator.SUBSCR, at);
  else c.op(op.BINARY_SUBSCR, 0, at);
}

function subscript(c: Emitter, e: Subscript): void {
  if (e.ctx === 'Load') {
    checkSubscripter(c, e.value);
    checkIndex(c, e.value, e.slice);
  }
  expression(c, e.value);
  if (e.slice.kind === 'Slice' && e.ctx !== 'Del' && isTwoElementSlice(c, e.slice)) {
    sliceParts(c, e.slice);
    return c.op(e.ctx === 'Load' ? op.BINARY_SLICE : op.STORE_SLICE, 0, e);
  }
  expression(c, e.slice);
  if (e.ctx === 'Load') return subscriptOp(c, e);
  c.op(e.ctx === 'Store' ? op.STORE_SUBSCR : op.DELETE_SUBSCR, 0, e);
}

/** Keyword names in a call must differ. */
export function validateKeywords(c: Emitter, keywords: readonly Keyword[]): void {
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.arg === null) continue;
    if (seen.has(keyword.arg)) throw c.error(`keyword argument repeated: ${keyword.arg}`, keyword);
    seen.add(keyword.arg);
  }
}
