// Code for displays and unpacking: tuples, lists, sets, dicts (CPython 3.13 Python/compile.c: starunpack_helper, compiler_dict,
// unpack_helper).
import type { Dict, Expr, Position } from '../parser/ast.ts';
import { constantOf } from './constant-nodes.ts';
import type { Const } from './code-unit.ts';
import { STACK_USE_GUIDELINE } from './emitter.ts';
import type { Emitter } from './emitter.ts';
import { expression, expressions } from './expressions.ts';
import * as op from './opcodes.ts';

/** How a display with unpackings is put together. */
export interface DisplayKind {
  readonly build: number;
  readonly add: number;
  readonly extend: number;
  readonly isTuple: boolean;
}

export const LIST_DISPLAY: DisplayKind = { build: op.BUILD_LIST, add: op.LIST_APPEND, extend: op.LIST_EXTEND, isTuple: false };
export const SET_DISPLAY: DisplayKind = { build: op.BUILD_SET, add: op.SET_ADD, extend: op.SET_UPDATE, isTuple: false };
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

export function dict(c: Emitter, e: Dict): void {
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
export function unpack(c: Emitter, elts: readonly Expr[], at: Position): void {
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
