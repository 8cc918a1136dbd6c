// Code for expressions (CPython 3.13 Python/compile.c, compiler_visit_expr and what it calls).
import type {
  Attribute, BinOp, BoolOp, CmpOperator, Compare, Dict, Expr, JoinedStr, Keyword, Operator, Position, Subscript,
} from '../parser/ast.ts';
import { constantNode, constantOf } from './ast-optimizer.ts';
import { comprehension } from './comprehensions.ts';
import { call } from './calls.ts';
import type { Const } from './code-unit.ts';
import { NONE } from './constants.ts';
import { STACK_USE_GUIDELINE } from './emitter.ts';
import type { Emitter } from './emitter.ts';
import { lambda } from './functions.ts';
import { Label, NO_LOCATION } from './instructions.ts';
import * as op from './opcodes.ts';
import { checkCompare, checkIndex, checkSubscripter } from './syntax-warnings.ts';
import { canOptimizeSuper, loadSuperArguments } from './super-calls.ts';

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

function boolOp(c: Emitter, e: BoolOp): void {
  const end = new Label();
  const last = e.values.length - 1;
  e.values.forEach((value, i) => {
    expression(c, value);
    if (i === last) return;
    jumpIfKeeping(c, e.op === 'Or', end, e);
  });
  c.use(end);
}

function compare(c: Emitter, e: Compare): void {
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

function ifExpression(c: Emitter, e: Extract<Expr, { kind: 'IfExp' }>): void {
  const end = new Label();
  const otherwise = new Label();
  jumpIf(c, e.test, otherwise, false, e);
  expression(c, e.body);
  c.jump(op.JUMP_NO_INTERRUPT, end, NO_LOCATION);
  c.use(otherwise);
  expression(c, e.orelse);
  c.use(end);
}

// ---- displays ------------------------------------------------------------------------------------------------

/** How a display with unpackings is put together. */
export interface DisplayKind {
  readonly build: number;
  readonly add: number;
  readonly extend: number;
  readonly isTuple: boolean;
}

const LIST_DISPLAY: DisplayKind = { build: op.BUILD_LIST, add: op.LIST_APPEND, extend: op.LIST_EXTEND, isTuple: false };
const SET_DISPLAY: DisplayKind = { build: op.BUILD_SET, add: op.SET_ADD, extend: op.SET_UPDATE, isTuple: false };
export const TUPLE_DISPLAY: DisplayKind = { ...LIST_DISPLAY, isTuple: true };

function constantItems(elts: readonly Expr[]): Const[] | null {
  const items: Const[] = [];
  for (const elt of elts) {
    if (elt.kind !== 'Constant') return null;
    items.push(constantOf(elt));
  }
  return items;
}

/** Builds a list, set or tuple of `elts` on top of `pushed` values that are its first items (starunpack_helper). */
export function unpackingDisplay(
  c: Emitter, elts: readonly Expr[], pushed: number, kind: DisplayKind, at: Position,
): void {
  const n = elts.length;
  const constants = n > 2 && !c.features.foldInFlowGraph ? constantItems(elts) : null;
  if (constants !== null) return constantDisplay(c, constants, pushed, kind, at);
  const big = n + pushed > STACK_USE_GUIDELINE;
  if (!big && !elts.some((elt) => elt.kind === 'Starred')) {
    expressions(c, elts);
    return c.op(kind.isTuple ? op.BUILD_TUPLE : kind.build, n + pushed, at);
  }
  let built = false;
  if (big) {
    c.op(kind.build, pushed, at);
    built = true;
  }
  elts.forEach((elt, i) => {
    if (elt.kind === 'Starred') {
      if (!built) {
        c.op(kind.build, i + pushed, at);
        built = true;
      }
      expression(c, elt.value);
      c.op(kind.extend, 1, at);
    } else {
      expression(c, elt);
      if (built) c.op(kind.add, 1, at);
    }
  });
  if (kind.isTuple) c.op(op.CALL_INTRINSIC_1, op.Intrinsic1.LIST_TO_TUPLE, at);
}

function constantDisplay(c: Emitter, items: readonly Const[], pushed: number, kind: DisplayKind, at: Position): void {
  if (kind.isTuple && pushed === 0) return c.loadConst({ t: 'tuple', items, madeBy: 'compiler' }, at);
  c.op(kind.build, pushed, at);
  c.loadConst({ t: kind.add === op.SET_ADD ? 'frozenset' : 'tuple', items, madeBy: 'compiler' }, at);
  c.op(kind.extend, 1, at);
  if (kind.isTuple) c.op(op.CALL_INTRINSIC_1, op.Intrinsic1.LIST_TO_TUPLE, at);
}

function dict(c: Emitter, e: Dict): void {
  const n = e.values.length;
  let elements = 0;
  let haveDict = false;
  const merge = (begin: number, end: number): void => {
    dictPart(c, e, begin, end);
    if (haveDict) c.op(op.DICT_UPDATE, 1, e);
    haveDict = true;
    elements = 0;
  };
  for (let i = 0; i < n; i++) {
    const value = e.values[i];
    if (value !== undefined && e.keys[i] === null) {
      if (elements > 0) merge(i - elements, i);
      if (!haveDict) {
        c.op(op.BUILD_MAP, 0, e);
        haveDict = true;
      }
      expression(c, value);
      c.op(op.DICT_UPDATE, 1, e);
    } else if (elements * 2 > STACK_USE_GUIDELINE) {
      merge(i - elements, i + 1);
    } else {
      elements++;
    }
  }
  if (elements > 0) merge(n - elements, n);
  if (!haveDict) c.op(op.BUILD_MAP, 0, e);
}

function dictPart(c: Emitter, e: Dict, begin: number, end: number): void {
  const keys = e.keys.slice(begin, end).filter((key) => key !== null);
  const values = e.values.slice(begin, end);
  const n = values.length;
  const big = n * 2 > STACK_USE_GUIDELINE;
  const constants = n > 1 && !big && !c.features.modernInstructions ? constantItems(keys) : null;
  if (constants !== null) {
    expressions(c, values);
    c.loadConst({ t: 'tuple', items: constants, madeBy: 'compiler' }, e);
    return c.op(op.BUILD_CONST_KEY_MAP, n, e);
  }
  if (big) c.op(op.BUILD_MAP, 0, e);
  keys.forEach((key, i) => {
    expression(c, key);
    const value = values[i];
    if (value !== undefined) expression(c, value);
    if (big) c.op(op.MAP_ADD, 1, e);
  });
  if (!big) c.op(op.BUILD_MAP, n, e);
}

/** Unpacks the value on top into targets. */
function unpack(c: Emitter, elts: readonly Expr[], at: Position): void {
  unpackInto(c, elts.map((elt) => elt.kind === 'Starred'), at, 'assignment');
  for (const elt of elts) expression(c, elt.kind === 'Starred' ? elt.value : elt);
}

/** UNPACK_SEQUENCE or UNPACK_EX; `starred` tells which targets take the rest. */
export function unpackInto(
  c: Emitter, starred: readonly boolean[], at: Position, what: 'assignment' | 'sequence pattern',
): void {
  const n = starred.length;
  let seen = false;
  starred.forEach((isStarred, i) => {
    if (!isStarred) return;
    if (seen) throw c.error(`multiple starred expressions in ${what}`, at);
    if (i >= 256 || n - i - 1 >= 0x7fffff) throw c.error(`too many expressions in star-unpacking ${what}`, at);
    c.op(op.UNPACK_EX, i + ((n - i - 1) << 8), at);
    seen = true;
  });
  if (!seen) c.op(op.UNPACK_SEQUENCE, n, at);
}

// ---- strings ---------------------------------------------------------------------------------------------------

function joinedStr(c: Emitter, e: JoinedStr): void {
  const n = e.values.length;
  if (n > STACK_USE_GUIDELINE) {
    c.loadStr('', e);
    c.loadMethod('join', e);
    c.op(op.BUILD_LIST, 0, e);
    for (const value of e.values) {
      expression(c, value);
      c.op(op.LIST_APPEND, 1, e);
    }
    return c.op(op.CALL, 1, e);
  }
  expressions(c, e.values);
  if (n > 1 || (n === 0 && c.features.oldInstructions)) c.op(op.BUILD_STRING, n, e);
  else if (n === 0) c.loadStr('', e);
}

function conversionOf(character: number): number {
  switch (String.fromCharCode(character)) {
    case 's':
      return op.Conversion.STR;
    case 'r':
      return op.Conversion.REPR;
    case 'a':
      return op.Conversion.ASCII;
    default:
      return op.Conversion.NONE;
  }
}

function formattedValue(c: Emitter, e: Extract<Expr, { kind: 'FormattedValue' }>): void {
  expression(c, e.value);
  if (c.features.oldInstructions) return oldFormattedValue(c, e);
  if (e.conversion !== -1) c.op(op.CONVERT_VALUE, conversionOf(e.conversion), e);
  if (e.formatSpec === null) return c.op(op.FORMAT_SIMPLE, 0, e);
  expression(c, e.formatSpec);
  c.op(op.FORMAT_WITH_SPEC, 0, e);
}

/** Up to 3.12 one instruction converts and formats. */
function oldFormattedValue(c: Emitter, e: Extract<Expr, { kind: 'FormattedValue' }>): void {
  if (e.formatSpec !== null) expression(c, e.formatSpec);
  const conversion = e.conversion === -1 ? 0 : conversionOf(e.conversion);
  c.op(op.FORMAT_VALUE, conversion | (e.formatSpec === null ? 0 : 4), e);
}

/** 3.14: the strings as one tuple, the interpolations as another. */
function templateStr(c: Emitter, e: Extract<Expr, { kind: 'TemplateStr' }>): void {
  let strings = 0;
  let afterString = false;
  const interpolations: Expr[] = [];
  for (const value of e.values) {
    if (value.kind === 'Interpolation') {
      if (!afterString) {
        c.loadStr('', value);
        strings++;
      }
      afterString = false;
      interpolations.push(value);
    } else {
      expression(c, value);
      strings++;
      afterString = true;
    }
  }
  if (!afterString) {
    c.loadStr('', e);
    strings++;
  }
  c.op(op.BUILD_TUPLE, strings, e);
  expressions(c, interpolations);
  c.op(op.BUILD_TUPLE, interpolations.length, e);
  c.op(op.BUILD_TEMPLATE, 0, e);
}

function interpolation(c: Emitter, e: Extract<Expr, { kind: 'Interpolation' }>): void {
  expression(c, e.value);
  expression(c, { ...constantNode(NONE, e), value: e.str });
  let arg = 2;
  if (e.formatSpec !== null) {
    arg++;
    expression(c, e.formatSpec);
  }
  if (e.conversion !== -1) arg |= conversionOf(e.conversion) << 2;
  c.op(op.BUILD_INTERPOLATION, arg, e);
}

// ---- attributes and subscripts -----------------------------------------------------------------------------------

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
