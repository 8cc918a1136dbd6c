// Parentheses, brackets and braces: groups, displays, comprehensions (python.gram: atom, listcomp, genexp, dict, set).
import type { Comprehension, Expr } from './ast.ts';
import { DOUBT } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseBitwiseOr, parseDisjunction, parseExpression, parseStarNamedExpression, parseYield, tuple } from './expressions.ts';
import { parseStarTargets } from './targets.ts';
import { T } from './tokens.ts';
import type { Token } from './tokens.ts';

export function parseParenthesized(p: Cursor): Expr {
  const start = p.advance();
  if (p.tok.type === T.kwYield) {
    const inner = parseYield(p);
    p.expect(T.rpar);
    return inner;
  }
  if (p.accept(T.rpar)) return tuple(p, start, []);
  const first = parseStarNamedExpression(p);
  if (p.tok.type === T.kwFor || p.tok.type === T.kwAsync) {
    const generators = parseComprehensionClauses(p, first);
    const end = p.expect(T.rpar);
    return {
      kind: 'GeneratorExp', elt: first, generators, lineno: start.lineno, colOffset: start.colOffset,
      endLineno: end.endLineno, endColOffset: end.endColOffset,
    };
  }
  if (p.tok.type !== T.comma) {
    if (first.kind === 'Starred') throw DOUBT;
    p.expect(T.rpar);
    return first;
  }
  const elts = [first];
  while (p.accept(T.comma)) {
    if (p.tok.type === T.rpar) break;
    elts.push(parseStarNamedExpression(p));
  }
  p.expect(T.rpar);
  return tuple(p, start, elts);
}

/** `for_if_clauses` after the element. */
export function parseComprehensionClauses(p: Cursor, element: Expr | null): Comprehension[] {
  if (element !== null && element.kind === 'Starred' && !p.features.comprehensionUnpacking) throw DOUBT;
  const generators: Comprehension[] = [];
  while (p.tok.type === T.kwFor || p.tok.type === T.kwAsync) {
    const isAsync = p.accept(T.kwAsync) ? 1 : 0;
    p.expect(T.kwFor);
    const target = parseStarTargets(p);
    p.expect(T.kwIn);
    const iter = parseDisjunction(p);
    const ifs: Expr[] = [];
    while (p.accept(T.kwIf)) ifs.push(parseDisjunction(p));
    generators.push({ kind: 'comprehension', target, iter, ifs, isAsync });
  }
  return generators;
}

export function parseList(p: Cursor): Expr {
  const start = p.advance();
  const elts: Expr[] = [];
  if (p.tok.type !== T.rsqb) {
    const first = parseStarNamedExpression(p);
    if (p.tok.type === T.kwFor || p.tok.type === T.kwAsync) {
      const generators = parseComprehensionClauses(p, first);
      const end = p.expect(T.rsqb);
      return {
        kind: 'ListComp', elt: first, generators, lineno: start.lineno, colOffset: start.colOffset,
        endLineno: end.endLineno, endColOffset: end.endColOffset,
      };
    }
    elts.push(first);
    while (p.accept(T.comma)) {
      if (p.tok.type === T.rsqb) break;
      elts.push(parseStarNamedExpression(p));
    }
  }
  const end = p.expect(T.rsqb);
  return {
    kind: 'List', elts, ctx: 'Load', lineno: start.lineno, colOffset: start.colOffset,
    endLineno: end.endLineno, endColOffset: end.endColOffset,
  };
}

/** Dict, set or their comprehensions. */
export function parseBraces(p: Cursor): Expr {
  const start = p.advance();
  const { lineno, colOffset } = start;
  if (p.tok.type === T.rbrace || p.tok.type === T.doubleStar) return parseDict(p, start, null);
  const isBareName = p.tok.type === T.name;
  const first = parseStarNamedExpression(p);
  if (p.tok.type === T.colon) {
    if (first.kind === 'Starred' || (first.kind === 'NamedExpr' && isBareName)) throw DOUBT;
    return parseDict(p, start, first);
  }
  if (p.tok.type === T.kwFor || p.tok.type === T.kwAsync) {
    const generators = parseComprehensionClauses(p, first);
    const end = p.expect(T.rbrace);
    return { kind: 'SetComp', elt: first, generators, lineno, colOffset, endLineno: end.endLineno, endColOffset: end.endColOffset };
  }
  const elts = [first];
  while (p.accept(T.comma)) {
    if (p.tok.type === T.rbrace) break;
    elts.push(parseStarNamedExpression(p));
  }
  const end = p.expect(T.rbrace);
  return { kind: 'Set', elts, lineno, colOffset, endLineno: end.endLineno, endColOffset: end.endColOffset };
}

function parseDict(p: Cursor, start: Token, firstKey: Expr | null): Expr {
  const { lineno, colOffset } = start;
  const keys: (Expr | null)[] = [];
  const values: Expr[] = [];
  let key = firstKey;
  while (key !== null || p.tok.type !== T.rbrace) {
    if (key === null && p.accept(T.doubleStar)) {
      keys.push(null);
      // PEP 798 takes any expression before `for`; the grammar sorts out what only that allows.
      values.push(parseBitwiseOr(p));
    } else {
      keys.push(key ?? parseExpression(p));
      p.expect(T.colon);
      values.push(parseExpression(p));
    }
    key = null;
    if (values.length === 1 && (p.tok.type === T.kwFor || p.tok.type === T.kwAsync)) {
      return parseDictComp(p, start, keys[0] ?? null, values[0]);
    }
    if (!p.accept(T.comma)) break;
  }
  const end = p.expect(T.rbrace);
  return { kind: 'Dict', keys, values, lineno, colOffset, endLineno: end.endLineno, endColOffset: end.endColOffset };
}

function parseDictComp(p: Cursor, start: Token, key: Expr | null, value: Expr | undefined): Expr {
  if (value === undefined || (key === null && !p.features.comprehensionUnpacking)) throw DOUBT;
  const generators = parseComprehensionClauses(p, null);
  const end = p.expect(T.rbrace);
  return {
    kind: 'DictComp', key: key ?? value, value: key === null ? null : value, generators,
    lineno: start.lineno, colOffset: start.colOffset, endLineno: end.endLineno, endColOffset: end.endColOffset,
  };
}
