// Type parameter lists, in the fast pass (CPython 3.13 Grammar/python.gram, type_params).

import type { Expr, TypeParam } from './ast.ts';
import { type Cursor, DOUBT } from './cursor.ts';
import { parseExpression, parseStarExpression } from './expressions.ts';
import { spanFrom } from './statements.ts';
import { T } from './tokens.ts';

/** `type_params`; the current token is `[`. */
export function parseTypeParams(p: Cursor): TypeParam[] {
  if (!p.features.typeParams) throw DOUBT;
  p.advance();
  const params: TypeParam[] = [];
  do {
    if (params.length > 0 && p.tok.type === T.rsqb) break;
    params.push(parseTypeParam(p));
  } while (p.accept(T.comma));
  p.expect(T.rsqb);
  return params;
}

function parseTypeParam(p: Cursor): TypeParam {
  const start = p.tok;
  if (p.accept(T.star)) {
    const name = p.expect(T.name).text;
    const defaultValue = parseDefault(p, parseStarExpression);
    return { kind: 'TypeVarTuple', name, defaultValue, ...spanFrom(p, start) };
  }
  if (p.accept(T.doubleStar)) {
    const name = p.expect(T.name).text;
    const defaultValue = parseDefault(p, parseExpression);
    return { kind: 'ParamSpec', name, defaultValue, ...spanFrom(p, start) };
  }
  const name = p.expect(T.name).text;
  const bound = p.accept(T.colon) ? parseExpression(p) : null;
  const defaultValue = parseDefault(p, parseExpression);
  return { kind: 'TypeVar', name, bound, defaultValue, ...spanFrom(p, start) };
}

function parseDefault(p: Cursor, parse: (p: Cursor) => Expr): Expr | null {
  if (!p.features.typeParamDefaults || !p.accept(T.equal)) return null;
  return parse(p);
}
