// Compound statements, in the fast pass (CPython 3.13 Grammar/python.gram, COMPOUND STATEMENTS). Recursion happens
// only through blocks, of which the tokenizer allows 100 levels.

import type { Arguments, ExceptHandler, Expr, Keyword, MatchCase, Stmt, WithItem } from './ast.ts';
import { parseArguments, parseParameters } from './arguments.ts';
import { type Cursor, DOUBT } from './cursor.ts';
import {
  parseExpression, parseExpressions, parseNamedExpression, parseStarExpressions, parseStarNamedExpression, startsExpression,
} from './expressions.ts';
import { parseStarTarget, parseStarTargets } from './targets.ts';
import { parsePatterns } from './patterns.ts';
import { parseSimpleStatements, parseStatement, spanFrom } from './statements.ts';
import { T, type Token } from './tokens.ts';
import { parseTypeParams } from './type-params.ts';

/** A compound statement if one begins here, else `null`. */
export function parseCompound(p: Cursor): Stmt | null {
  switch (p.tok.type) {
    case T.kwIf: return parseIf(p);
    case T.kwDef: return parseFunction(p, p.tok, []);
    case T.kwFor: return parseFor(p, p.tok);
    case T.kwClass: return parseClass(p, []);
    case T.kwTry: return parseTry(p);
    case T.kwWith: return parseWith(p, p.tok);
    case T.kwWhile: return parseWhile(p);
    case T.at: return parseDecorated(p);
    case T.kwAsync: return parseAsync(p);
    case T.name: return p.tok.text === 'match' ? parseMatch(p) : null;
    default: return null;
  }
}

/** `block`. */
function parseBlock(p: Cursor): Stmt[] {
  const body: Stmt[] = [];
  if (p.tok.type !== T.newline) {
    parseSimpleStatements(p, body);
    return body;
  }
  p.advance();
  p.expect(T.indent);
  do parseStatement(p, body);
  while (p.tok.type !== T.dedent && p.tok.type !== T.endMarker);
  p.expect(T.dedent);
  return body;
}

function parseElse(p: Cursor): Stmt[] {
  if (!p.accept(T.kwElse)) return [];
  p.expect(T.colon);
  return parseBlock(p);
}

function parseIf(p: Cursor): Stmt {
  const branches: { start: Token; test: Expr; body: Stmt[] }[] = [];
  do {
    const start = p.advance();
    const test = parseNamedExpression(p);
    p.expect(T.colon);
    branches.push({ start, test, body: parseBlock(p) });
  } while (p.tok.type === T.kwElif);
  let orelse = parseElse(p);
  let result: Stmt | null = null;
  for (const { start, test, body } of branches.reverse()) {
    result = { kind: 'If', test, body, orelse, ...spanFrom(p, start) };
    orelse = [result];
  }
  // CPython's rule for `elif` calls itself.
  if (result === null || branches.length > p.features.maxRuleDepth - 35) throw DOUBT;
  return result;
}

function parseWhile(p: Cursor): Stmt {
  const start = p.advance();
  const test = parseNamedExpression(p);
  p.expect(T.colon);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  return { kind: 'While', test, body, orelse, ...spanFrom(p, start) };
}

function parseFor(p: Cursor, start: Token): Stmt {
  p.expect(T.kwFor);
  const target = parseStarTargets(p);
  p.expect(T.kwIn);
  const iter = parseStarExpressions(p);
  p.expect(T.colon);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  const kind = start.type === T.kwAsync ? 'AsyncFor' : 'For';
  return { kind, target, iter, body, orelse, typeComment: null, ...spanFrom(p, start) };
}

function parseAsync(p: Cursor): Stmt {
  const start = p.advance();
  switch (p.tok.type) {
    case T.kwDef: return parseFunction(p, start, []);
    case T.kwFor: return parseFor(p, start);
    case T.kwWith: return parseWith(p, start);
    default: throw DOUBT;
  }
}

function parseDecorated(p: Cursor): Stmt {
  const decorators: Expr[] = [];
  while (p.accept(T.at)) {
    decorators.push(parseNamedExpression(p));
    p.expect(T.newline);
  }
  if (p.tok.type === T.kwClass) return parseClass(p, decorators);
  const start = p.tok;
  if (start.type === T.kwAsync) p.advance();
  return parseFunction(p, start, decorators);
}

function parseFunction(p: Cursor, start: Token, decoratorList: Expr[]): Stmt {
  p.expect(T.kwDef);
  const name = p.expect(T.name).text;
  const typeParams = p.tok.type === T.lsqb ? parseTypeParams(p) : [];
  p.expect(T.lpar);
  const args: Arguments = parseParameters(p);
  p.expect(T.rpar);
  const returns = p.accept(T.rarrow) ? parseExpression(p) : null;
  p.expect(T.colon);
  const body = parseBlock(p);
  const kind = start.type === T.kwAsync ? 'AsyncFunctionDef' : 'FunctionDef';
  return { kind, name, args, body, decoratorList, returns, typeComment: null, typeParams, ...spanFrom(p, start) };
}

function parseClass(p: Cursor, decoratorList: Expr[]): Stmt {
  const start = p.advance();
  const name = p.expect(T.name).text;
  const typeParams = p.tok.type === T.lsqb ? parseTypeParams(p) : [];
  const bases: Expr[] = [];
  const keywords: Keyword[] = [];
  if (p.accept(T.lpar)) {
    parseArguments(p, null, bases, keywords);
    p.expect(T.rpar);
  }
  p.expect(T.colon);
  const body = parseBlock(p);
  return { kind: 'ClassDef', name, bases, keywords, body, decoratorList, typeParams, ...spanFrom(p, start) };
}

// ---- with ----------------------------------------------------------------------------------------------------

function parseWith(p: Cursor, start: Token): Stmt {
  p.expect(T.kwWith);
  const items = parseParenthesizedItems(p) ?? parseItems(p);
  p.expect(T.colon);
  const body = parseBlock(p);
  const kind = start.type === T.kwAsync ? 'AsyncWith' : 'With';
  return { kind, items, body, typeComment: null, ...spanFrom(p, start) };
}

/** `( item, … ) :`, or `null` with the cursor unmoved when the parenthesis belongs to an expression. */
function parseParenthesizedItems(p: Cursor): WithItem[] | null {
  if (p.tok.type !== T.lpar) return null;
  const { pos, prev } = p;
  try {
    p.advance();
    const items: WithItem[] = [];
    do {
      if (items.length > 0 && p.tok.type === T.rpar) break;
      items.push(parseItem(p));
    } while (p.accept(T.comma));
    p.expect(T.rpar);
    if (p.tok.type === T.colon) return items;
  } catch (stop) {
    if (stop !== DOUBT) throw stop;
  }
  p.rewind(pos, prev);
  return null;
}

function parseItems(p: Cursor): WithItem[] {
  const items: WithItem[] = [];
  do items.push(parseItem(p));
  while (p.accept(T.comma));
  return items;
}

function parseItem(p: Cursor): WithItem {
  const contextExpr = parseExpression(p);
  const optionalVars = p.accept(T.kwAs) ? parseStarTarget(p) : null;
  return { kind: 'withitem', contextExpr, optionalVars };
}

// ---- try -----------------------------------------------------------------------------------------------------

function parseTry(p: Cursor): Stmt {
  const start = p.advance();
  p.expect(T.colon);
  const body = parseBlock(p);
  const handlers: ExceptHandler[] = [];
  const isStar = p.tok.type === T.kwExcept && p.peek().type === T.star;
  while (p.tok.type === T.kwExcept) handlers.push(parseHandler(p, isStar));
  const orelse = handlers.length > 0 ? parseElse(p) : [];
  let finalbody: Stmt[] = [];
  if (p.accept(T.kwFinally)) {
    p.expect(T.colon);
    finalbody = parseBlock(p);
  } else if (handlers.length === 0) throw DOUBT;
  return { kind: isStar ? 'TryStar' : 'Try', body, handlers, orelse, finalbody, ...spanFrom(p, start) };
}

function parseHandler(p: Cursor, isStar: boolean): ExceptHandler {
  const start = p.advance();
  if (p.accept(T.star) !== isStar) throw DOUBT;
  let type: Expr | null = null;
  let name: string | null = null;
  if (p.tok.type !== T.colon || isStar) {
    type = p.features.exceptWithoutParens ? parseExpressions(p) : parseExpression(p);
    if (p.accept(T.kwAs)) {
      if (type.kind === 'Tuple' && type.lineno === type.elts[0]?.lineno && type.colOffset === type.elts[0].colOffset) throw DOUBT;
      name = p.expect(T.name).text;
    }
  }
  p.expect(T.colon);
  const body = parseBlock(p);
  return { kind: 'ExceptHandler', type, name, body, ...spanFrom(p, start) };
}

// ---- match ---------------------------------------------------------------------------------------------------

/** A match statement, or `null` with the cursor unmoved when `match` is a name here. */
function parseMatch(p: Cursor): Stmt | null {
  const next = p.peek().type;
  if (!startsExpression(next) && next !== T.star) return null;
  const { pos, prev } = p;
  const start = p.tok;
  let subject: Expr | null = null;
  try {
    p.advance();
    subject = parseSubject(p);
    if (p.tok.type !== T.colon || p.peek().type !== T.newline) subject = null;
  } catch (stop) {
    if (stop !== DOUBT) throw stop;
    subject = null;
  }
  if (subject === null) {
    p.rewind(pos, prev);
    return null;
  }
  p.advance();
  p.advance();
  p.expect(T.indent);
  const cases: MatchCase[] = [];
  do cases.push(parseCase(p));
  while (p.tok.type === T.name);
  p.expect(T.dedent);
  return { kind: 'Match', subject, cases, ...spanFrom(p, start) };
}

function parseSubject(p: Cursor): Expr {
  const start = p.tok;
  const first = parseStarNamedExpression(p);
  if (p.tok.type !== T.comma) {
    if (first.kind === 'Starred') throw DOUBT;
    return first;
  }
  const elts = [first];
  while (p.accept(T.comma)) {
    if (!startsExpression(p.tok.type) && p.tok.type !== T.star) break;
    elts.push(parseStarNamedExpression(p));
  }
  return { kind: 'Tuple', elts, ctx: 'Load', ...spanFrom(p, start) };
}

function parseCase(p: Cursor): MatchCase {
  if (p.tok.text !== 'case') throw DOUBT;
  p.advance();
  const pattern = parsePatterns(p);
  const guard = p.accept(T.kwIf) ? parseNamedExpression(p) : null;
  p.expect(T.colon);
  return { kind: 'match_case', pattern, guard, body: parseBlock(p) };
}
