// What may be assigned to (python.gram: star_targets, star_target).
import type { Expr, ExprContext } from './ast.ts';
import { DOUBT } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parsePrimary, parseStarred, startsExpression, tuple } from './expressions.ts';
import { T } from './tokens.ts';

/** `star_targets` before `in`. */
export function parseStarTargets(p: Cursor): Expr {
  const start = p.tok;
  const first = parseStarTarget(p);
  if (p.tok.type !== T.comma) return first;
  const elts = [first];
  while (p.accept(T.comma)) {
    if (!startsExpression(p.tok.type) && p.tok.type !== T.star) break;
    elts.push(parseStarTarget(p));
  }
  const result = tuple(p, start, elts);
  if (result.kind === 'Tuple') result.ctx = 'Store';
  return result;
}

/** `star_target`. */
export function parseStarTarget(p: Cursor): Expr {
  const target = p.tok.type === T.star ? parseStarred(p, parsePrimary) : parsePrimary(p);
  setContext(target, 'Store');
  return target;
}

/** Makes an expression a target; gives up when it can't be one. */
export function setContext(target: Expr, ctx: ExprContext): void {
  switch (target.kind) {
    case 'Name': case 'Attribute': case 'Subscript':
      target.ctx = ctx;
      return;
    case 'Starred':
      if (ctx === 'Del' || target.value.kind === 'Starred') throw DOUBT;
      target.ctx = ctx;
      setContext(target.value, ctx);
      return;
    case 'Tuple': case 'List':
      target.ctx = ctx;
      for (const element of target.elts) setContext(element, ctx);
      return;
    default:
      throw DOUBT;
  }
}
