// Expressions, in the fast pass (CPython 3.13 Grammar/python.gram, EXPRESSIONS … COMPREHENSIONS). Recursion happens
// only through brackets, of which the tokenizer allows 200; every other nesting is a loop.

import { parseCall, parseLambdaParameters } from './arguments.ts';
import type { CmpOperator, Expr, Operator, UnaryOperator } from './ast.ts';
import { DOUBT } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseBraces, parseList, parseParenthesized } from './displays.ts';
import { numberValue } from './literals.ts';
import { parseStrings } from './strings.ts';
import { T } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Rules between a statement and its innermost expression, as CPython counts its stack. */
const EXPRESSION_DEPTH = 32;

/** Gives up where CPython's parser would run out of stack: nesting without brackets, times the rules for each. */
function checkDepth(p: Cursor, nesting: number, rulesEach: number): void {
  if (nesting * rulesEach > p.features.maxRuleDepth - EXPRESSION_DEPTH) throw DOUBT;
}

/** Binary operators by token kind: precedence (0: none) and name. */
const precedence = new Uint8Array(128);
const binaryNames: (Operator | undefined)[] = [];
for (const [type, level, name] of [
  [T.vbar, 1, 'BitOr'], [T.circumflex, 2, 'BitXor'], [T.amper, 3, 'BitAnd'], [T.leftShift, 4, 'LShift'],
  [T.rightShift, 4, 'RShift'], [T.plus, 5, 'Add'], [T.minus, 5, 'Sub'], [T.star, 6, 'Mult'], [T.slash, 6, 'Div'],
  [T.doubleSlash, 6, 'FloorDiv'], [T.percent, 6, 'Mod'], [T.at, 6, 'MatMult'],
] as const satisfies readonly (readonly [number, number, Operator])[]) {
  precedence[type] = level;
  binaryNames[type] = name;
}

const comparisonNames: (CmpOperator | undefined)[] = [];
comparisonNames[T.eqEqual] = 'Eq';
comparisonNames[T.notEqual] = 'NotEq';
comparisonNames[T.less] = 'Lt';
comparisonNames[T.lessEqual] = 'LtE';
comparisonNames[T.greater] = 'Gt';
comparisonNames[T.greaterEqual] = 'GtE';
comparisonNames[T.kwIn] = 'In';

/** `star_expressions`: a tuple without parentheses, or one expression. */
export function parseStarExpressions(p: Cursor): Expr {
  const start = p.tok;
  const first = parseStarExpression(p);
  if (p.tok.type !== T.comma) return first;
  const elts = [first];
  while (p.accept(T.comma)) {
    if (!startsExpression(p.tok.type) && p.tok.type !== T.star) break;
    elts.push(parseStarExpression(p));
  }
  return tuple(p, start, elts);
}

export function tuple(p: Cursor, start: Token, elts: Expr[]): Expr {
  return {
    kind: 'Tuple', elts, ctx: 'Load', lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

/** `expressions`: like star_expressions, without stars. */
export function parseExpressions(p: Cursor): Expr {
  const start = p.tok;
  const first = parseExpression(p);
  if (p.tok.type !== T.comma) return first;
  const elts = [first];
  while (p.accept(T.comma)) {
    if (!startsExpression(p.tok.type)) break;
    elts.push(parseExpression(p));
  }
  return tuple(p, start, elts);
}

/** `star_expression`: `*bitwise_or` or an expression. */
export function parseStarExpression(p: Cursor): Expr {
  return p.tok.type === T.star ? parseStarred(p, parseBitwiseOr) : parseExpression(p);
}

/** `star_named_expression`. */
export function parseStarNamedExpression(p: Cursor): Expr {
  return p.tok.type === T.star ? parseStarred(p, parseBitwiseOr) : parseNamedExpression(p);
}

/** `*` and an operand. */
export function parseStarred(p: Cursor, operand: (p: Cursor) => Expr): Expr {
  const start = p.advance();
  const value = operand(p);
  return {
    kind: 'Starred', value, ctx: 'Load', lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

/** `named_expression`: `NAME := expression` or an expression. */
export function parseNamedExpression(p: Cursor): Expr {
  const start = p.tok;
  const startPos = p.pos;
  const target = parseExpression(p);
  if (p.tok.type !== T.colonEqual) return target;
  if (target.kind !== 'Name' || p.pos !== startPos + 1) throw DOUBT;
  p.advance();
  const value = parseExpression(p);
  target.ctx = 'Store';
  return {
    kind: 'NamedExpr', target, value, lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

/** True when a token can begin an expression (a star can't). */
export function startsExpression(type: number): boolean {
  switch (type) {
    case T.name: case T.number: case T.string: case T.fstringStart: case T.tstringStart: case T.lpar: case T.lsqb:
    case T.lbrace: case T.plus: case T.minus: case T.tilde: case T.ellipsis: case T.kwFalse: case T.kwNone:
    case T.kwTrue: case T.kwNot: case T.kwLambda: case T.kwAwait:
      return true;
    default:
      return false;
  }
}

/** What waits for the expression to its right: a lambda, or both sides of a conditional. */
type PendingExpression =
  | { readonly lambda: ReturnType<typeof parseLambdaParameters>; readonly start: Token }
  | { readonly body: Expr; readonly test: Expr; readonly start: Token };

/** `expression`: conditional, disjunction or lambda; iterative to the right. */
export function parseExpression(p: Cursor): Expr {
  let pending: PendingExpression[] | null = null;
  for (;;) {
    const start = p.tok;
    if (start.type === T.kwLambda) {
      p.advance();
      const lambda = parseLambdaParameters(p);
      p.expect(T.colon);
      (pending ??= []).push({ lambda, start });
    } else {
      const body = parseDisjunction(p);
      if (p.tok.type !== T.kwIf) return pending === null ? body : finishPending(p, pending, body);
      p.advance();
      const test = parseDisjunction(p);
      p.expect(T.kwElse);
      (pending ??= []).push({ body, test, start });
    }
    checkDepth(p, pending.length, start.type === T.kwLambda ? 2 : 1);
  }
}

function finishPending(p: Cursor, pending: PendingExpression[], innermost: Expr): Expr {
  const { endLineno, endColOffset } = p.prev;
  let result = innermost;
  for (let i = pending.length - 1; i >= 0; i--) {
    const outer = pending[i];
    if (outer === undefined) throw DOUBT;
    const { lineno, colOffset } = outer.start;
    result = 'lambda' in outer
      ? { kind: 'Lambda', args: outer.lambda, body: result, lineno, colOffset, endLineno, endColOffset }
      : { kind: 'IfExp', test: outer.test, body: outer.body, orelse: result, lineno, colOffset, endLineno, endColOffset };
  }
  return result;
}

/** `disjunction`. */
export function parseDisjunction(p: Cursor): Expr {
  const start = p.tok;
  const first = parseConjunction(p);
  if (p.tok.type !== T.kwOr) return first;
  const values = [first];
  while (p.accept(T.kwOr)) values.push(parseConjunction(p));
  return {
    kind: 'BoolOp', op: 'Or', values, lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

function parseConjunction(p: Cursor): Expr {
  const start = p.tok;
  const first = parseInversion(p);
  if (p.tok.type !== T.kwAnd) return first;
  const values = [first];
  while (p.accept(T.kwAnd)) values.push(parseInversion(p));
  return {
    kind: 'BoolOp', op: 'And', values, lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

function parseInversion(p: Cursor): Expr {
  if (p.tok.type !== T.kwNot) return parseComparison(p);
  const starts: Token[] = [];
  while (p.tok.type === T.kwNot) starts.push(p.advance());
  checkDepth(p, starts.length, 1);
  let result = parseComparison(p);
  for (const start of starts.reverse()) result = unary(p, 'Not', start, result);
  return result;
}

function unary(p: Cursor, op: UnaryOperator, start: Token, operand: Expr): Expr {
  return {
    kind: 'UnaryOp', op, operand, lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

function parseComparison(p: Cursor): Expr {
  const start = p.tok;
  const left = parseBitwiseOr(p);
  let op = comparisonOperator(p);
  if (op === null) return left;
  const ops: CmpOperator[] = [];
  const comparators: Expr[] = [];
  while (op !== null) {
    ops.push(op);
    comparators.push(parseBitwiseOr(p));
    op = comparisonOperator(p);
  }
  return {
    kind: 'Compare', left, ops, comparators, lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

/** Consumes a comparison operator if one stands here. */
function comparisonOperator(p: Cursor): CmpOperator | null {
  const { type } = p.tok;
  const simple = comparisonNames[type];
  if (simple !== undefined) {
    if (type === T.notEqual && p.text.charCodeAt(p.tok.start) === 60) throw DOUBT;
    p.advance();
    return simple;
  }
  if (type === T.kwIs) {
    p.advance();
    return p.accept(T.kwNot) ? 'IsNot' : 'Is';
  }
  if (type === T.kwNot && p.peek().type === T.kwIn) {
    p.advance();
    p.advance();
    return 'NotIn';
  }
  return null;
}

/** `bitwise_or`. */
export function parseBitwiseOr(p: Cursor): Expr {
  return parseBinary(p, 1);
}

function parseBinary(p: Cursor, lowest: number): Expr {
  const start = p.tok;
  let left = parseFactor(p);
  for (;;) {
    const { type } = p.tok;
    const level = precedence[type] ?? 0;
    if (level < lowest || level === 0) return left;
    const op = binaryNames[type];
    if (op === undefined) return left;
    p.advance();
    const right = parseBinary(p, level + 1);
    left = {
      kind: 'BinOp', left, op, right, lineno: start.lineno, colOffset: start.colOffset,
      endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
    };
  }
}

/** What waits for the factor to its right: a sign, or the base of a power. */
interface PendingFactor {
  readonly sign: UnaryOperator | null;
  readonly base: Expr | null;
  readonly start: Token;
}

function signOf(type: number): UnaryOperator | null {
  return type === T.minus ? 'USub' : type === T.plus ? 'UAdd' : type === T.tilde ? 'Invert' : null;
}

function parseFactor(p: Cursor): Expr {
  let pending: PendingFactor[] | null = null;
  for (;;) {
    const start = p.tok;
    const sign = signOf(start.type);
    if (sign !== null) {
      p.advance();
      (pending ??= []).push({ sign, base: null, start });
    } else {
      const base = parseAwaitPrimary(p);
      if (p.tok.type !== T.doubleStar) return pending === null ? base : finishFactors(p, pending, base);
      p.advance();
      (pending ??= []).push({ sign: null, base, start });
    }
    checkDepth(p, pending.length, sign === null ? 2 : 1);
  }
}

function finishFactors(p: Cursor, pending: PendingFactor[], innermost: Expr): Expr {
  let result = innermost;
  for (let i = pending.length - 1; i >= 0; i--) {
    const outer = pending[i];
    if (outer === undefined) throw DOUBT;
    if (outer.sign !== null) result = unary(p, outer.sign, outer.start, result);
    else if (outer.base !== null) {
      result = {
        kind: 'BinOp', left: outer.base, op: 'Pow', right: result, lineno: outer.start.lineno,
        colOffset: outer.start.colOffset, endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
      };
    }
  }
  return result;
}

function parseAwaitPrimary(p: Cursor): Expr {
  if (p.tok.type !== T.kwAwait) return parsePrimary(p);
  const start = p.advance();
  const value = parsePrimary(p);
  return {
    kind: 'Await', value, lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

/** `primary`: an atom and what hangs on it. */
export function parsePrimary(p: Cursor): Expr {
  const start = p.tok;
  let value = parseAtom(p);
  for (;;) {
    switch (p.tok.type) {
      case T.dot: {
        p.advance();
        const name = p.expect(T.name);
        value = {
          kind: 'Attribute', value, attr: name.text, ctx: 'Load', lineno: start.lineno, colOffset: start.colOffset,
          endLineno: name.endLineno, endColOffset: name.endColOffset,
        };
        break;
      }
      case T.lpar:
        value = parseCall(p, start, value);
        break;
      case T.lsqb: {
        p.advance();
        const slice = parseSlices(p);
        const end = p.expect(T.rsqb);
        value = {
          kind: 'Subscript', value, slice, ctx: 'Load', lineno: start.lineno, colOffset: start.colOffset,
          endLineno: end.endLineno, endColOffset: end.endColOffset,
        };
        break;
      }
      default:
        return value;
    }
  }
}

function parseSlices(p: Cursor): Expr {
  const start = p.tok;
  const first = parseSliceOrStarred(p);
  if (p.tok.type !== T.comma) {
    return first.kind === 'Starred' ? tuple(p, start, [first]) : first;
  }
  const elts = [first];
  while (p.accept(T.comma)) {
    if (p.tok.type === T.rsqb) break;
    elts.push(parseSliceOrStarred(p));
  }
  return tuple(p, start, elts);
}

function parseSliceOrStarred(p: Cursor): Expr {
  if (p.tok.type === T.star) return parseStarred(p, parseExpression);
  const start = p.tok;
  let lower: Expr | null = null;
  if (start.type !== T.colon) {
    lower = parseNamedExpression(p);
    if (p.tok.type !== T.colon) return lower;
    if (lower.kind === 'NamedExpr' && start.type !== T.lpar) throw DOUBT;
  }
  p.expect(T.colon);
  const upper = startsExpression(p.tok.type) ? parseExpression(p) : null;
  let step: Expr | null = null;
  if (p.accept(T.colon) && startsExpression(p.tok.type)) step = parseExpression(p);
  return {
    kind: 'Slice', lower, upper, step, lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

function parseAtom(p: Cursor): Expr {
  const tok = p.tok;
  const { lineno, colOffset, endLineno, endColOffset } = tok;
  switch (tok.type) {
    case T.name:
      p.advance();
      return { kind: 'Name', id: tok.text, ctx: 'Load', lineno, colOffset, endLineno, endColOffset };
    case T.number: {
      p.advance();
      const value = numberValue(p.textOf(tok), p.maxIntDigits);
      if ('trouble' in value) throw DOUBT;
      return { kind: 'Constant', value, constantKind: null, lineno, colOffset, endLineno, endColOffset };
    }
    case T.string: case T.fstringStart: case T.tstringStart:
      return parseStrings(p);
    case T.lpar:
      return parseParenthesized(p);
    case T.lsqb:
      return parseList(p);
    case T.lbrace:
      return parseBraces(p);
    case T.kwNone: case T.kwTrue: case T.kwFalse: case T.ellipsis: {
      p.advance();
      const t = tok.type === T.kwNone ? 'none' : tok.type === T.kwTrue ? 'true' : tok.type === T.kwFalse ? 'false' : 'ellipsis';
      return { kind: 'Constant', value: { t }, constantKind: null, lineno, colOffset, endLineno, endColOffset };
    }
    default:
      throw DOUBT;
  }
}

/** `yield_expr`; the current token is `yield`. */
export function parseYield(p: Cursor): Expr {
  const start = p.advance();
  const { lineno, colOffset } = start;
  if (p.accept(T.kwFrom)) {
    const value = parseExpression(p);
    return { kind: 'YieldFrom', value, lineno, colOffset, endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset };
  }
  const value = startsExpression(p.tok.type) || p.tok.type === T.star ? parseStarExpressions(p) : null;
  return { kind: 'Yield', value, lineno, colOffset, endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset };
}
