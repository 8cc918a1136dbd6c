// Simple statements and the way into compound ones, in the fast pass (CPython 3.13 Grammar/python.gram).

import type { Alias, Expr, Module, Operator, Position, Stmt } from './ast.ts';
import { parseCompound } from './compound.ts';
import { type Cursor, DOUBT } from './cursor.ts';
import { parseExpression, parsePrimary, parseStarExpressions, parseYield, startsExpression } from './expressions.ts';
import { setContext } from './targets.ts';
import { T, type Token } from './tokens.ts';
import { parseTypeParams } from './type-params.ts';

/** `file`. */
export function parseFile(p: Cursor): Module {
  const body: Stmt[] = [];
  while (p.tok.type !== T.endMarker) {
    p.statementStart = p.pos;
    parseStatement(p, body);
    p.lastStatementLine = body.at(-1)?.lineno ?? 0;
  }
  return { kind: 'Module', body, typeIgnores: [] };
}

/** One line of statements, or one compound statement, appended to `body`. */
export function parseStatement(p: Cursor, body: Stmt[]): void {
  const compound = parseCompound(p);
  if (compound !== null) body.push(compound);
  else parseSimpleStatements(p, body);
}

/** `simple_stmts`: one line. */
export function parseSimpleStatements(p: Cursor, body: Stmt[]): void {
  do {
    if (p.tok.type === T.newline) break;
    body.push(parseSimpleStatement(p));
  } while (p.accept(T.semi));
  p.expect(T.newline);
}

/** Position from a token to the last consumed one. */
export function spanFrom(p: Cursor, start: Token): Position {
  return {
    lineno: start.lineno, colOffset: start.colOffset, endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

function parseSimpleStatement(p: Cursor): Stmt {
  const start = p.tok;
  switch (start.type) {
    case T.kwReturn: {
      p.advance();
      const value = beginsStarExpressions(p) ? parseStarExpressions(p) : null;
      return { kind: 'Return', value, ...spanFrom(p, start) };
    }
    case T.kwRaise: return parseRaise(p);
    case T.kwPass:
      p.advance();
      return { kind: 'Pass', ...spanFrom(p, start) };
    case T.kwBreak:
      p.advance();
      return { kind: 'Break', ...spanFrom(p, start) };
    case T.kwContinue:
      p.advance();
      return { kind: 'Continue', ...spanFrom(p, start) };
    case T.kwDel: return parseDelete(p);
    case T.kwAssert: {
      p.advance();
      const test = parseExpression(p);
      const msg = p.accept(T.comma) ? parseExpression(p) : null;
      return { kind: 'Assert', test, msg, ...spanFrom(p, start) };
    }
    case T.kwGlobal: {
      p.advance();
      const names = parseNames(p);
      return { kind: 'Global', names, ...spanFrom(p, start) };
    }
    case T.kwNonlocal: {
      p.advance();
      const names = parseNames(p);
      return { kind: 'Nonlocal', names, ...spanFrom(p, start) };
    }
    case T.kwImport: return parseImport(p, start, 0);
    case T.kwFrom: return parseImportFrom(p, start, 0);
    case T.name: return parseNameStatement(p, start);
    default: return parseExpressionStatement(p);
  }
}

function beginsStarExpressions(p: Cursor): boolean {
  return startsExpression(p.tok.type) || p.tok.type === T.star;
}

function parseNameStatement(p: Cursor, start: Token): Stmt {
  if (start.text === 'type' && p.features.typeParams && p.peek().type === T.name) return parseTypeAlias(p);
  if (start.text === 'lazy' && p.features.lazyImports) {
    const next = p.peek().type;
    if (next === T.kwImport || next === T.kwFrom) {
      p.advance();
      return next === T.kwImport ? parseImport(p, start, 1) : parseImportFrom(p, start, 1);
    }
  }
  return parseExpressionStatement(p);
}

function parseTypeAlias(p: Cursor): Stmt {
  const start = p.advance();
  const tok = p.expect(T.name);
  const name: Expr = { kind: 'Name', id: tok.text, ctx: 'Store', ...spanFrom(p, tok) };
  const typeParams = p.tok.type === T.lsqb ? parseTypeParams(p) : [];
  p.expect(T.equal);
  const value = parseExpression(p);
  return { kind: 'TypeAlias', name, typeParams, value, ...spanFrom(p, start) };
}

function parseRaise(p: Cursor): Stmt {
  const start = p.advance();
  let exc: Expr | null = null;
  let cause: Expr | null = null;
  if (startsExpression(p.tok.type)) {
    exc = parseExpression(p);
    if (p.accept(T.kwFrom)) cause = parseExpression(p);
  }
  return { kind: 'Raise', exc, cause, ...spanFrom(p, start) };
}

function parseDelete(p: Cursor): Stmt {
  const start = p.advance();
  const targets: Expr[] = [];
  do {
    if (targets.length > 0 && (p.tok.type === T.newline || p.tok.type === T.semi)) break;
    const target = parsePrimary(p);
    setContext(target, 'Del');
    targets.push(target);
  } while (p.accept(T.comma));
  if (p.tok.type !== T.newline && p.tok.type !== T.semi) throw DOUBT;
  return { kind: 'Delete', targets, ...spanFrom(p, start) };
}

function parseNames(p: Cursor): string[] {
  const names: string[] = [];
  do names.push(p.expect(T.name).text);
  while (p.accept(T.comma));
  return names;
}

// ---- imports -------------------------------------------------------------------------------------------------

function parseDottedName(p: Cursor): string {
  let name = p.expect(T.name).text;
  while (p.accept(T.dot)) name += `.${p.expect(T.name).text}`;
  return name;
}

function parseAlias(p: Cursor, dotted: boolean): Alias {
  const start = p.tok;
  const name = dotted ? parseDottedName(p) : p.expect(T.name).text;
  const asname = p.accept(T.kwAs) ? p.expect(T.name).text : null;
  return { kind: 'alias', name, asname, ...spanFrom(p, start) };
}

function parseImport(p: Cursor, start: Token, isLazy: 0 | 1): Stmt {
  p.expect(T.kwImport);
  const names: Alias[] = [];
  do names.push(parseAlias(p, true));
  while (p.accept(T.comma));
  return { kind: 'Import', names, isLazy, ...spanFrom(p, start) };
}

function parseImportFrom(p: Cursor, start: Token, isLazy: 0 | 1): Stmt {
  p.expect(T.kwFrom);
  let level = 0;
  while (p.tok.type === T.dot || p.tok.type === T.ellipsis) level += p.advance().type === T.dot ? 1 : 3;
  const module = p.tok.type === T.name || level === 0 ? parseDottedName(p) : null;
  p.expect(T.kwImport);
  const names: Alias[] = [];
  if (p.tok.type === T.star) {
    const star = p.advance();
    names.push({ kind: 'alias', name: '*', asname: null, ...spanFrom(p, star) });
  } else {
    const parenthesized = p.accept(T.lpar);
    do {
      if (parenthesized && names.length > 0 && p.tok.type === T.rpar) break;
      names.push(parseAlias(p, false));
    } while (p.accept(T.comma));
    if (parenthesized) p.expect(T.rpar);
  }
  // `from __future__ import barry_as_FLUFL` changes the grammar; leave it to the rules.
  return { kind: 'ImportFrom', module, names, level, isLazy, ...spanFrom(p, start) };
}

// ---- expressions and assignments -----------------------------------------------------------------------------

const augmentedNames: (Operator | undefined)[] = [];
for (const [type, name] of [
  [T.plusEqual, 'Add'], [T.minEqual, 'Sub'], [T.starEqual, 'Mult'], [T.atEqual, 'MatMult'], [T.slashEqual, 'Div'],
  [T.percentEqual, 'Mod'], [T.amperEqual, 'BitAnd'], [T.vbarEqual, 'BitOr'], [T.circumflexEqual, 'BitXor'],
  [T.leftShiftEqual, 'LShift'], [T.rightShiftEqual, 'RShift'], [T.doubleStarEqual, 'Pow'],
  [T.doubleSlashEqual, 'FloorDiv'],
] as const) augmentedNames[type] = name;

function parseAnnotatedRhs(p: Cursor): Expr {
  return p.tok.type === T.kwYield ? parseYield(p) : parseStarExpressions(p);
}

function parseExpressionStatement(p: Cursor): Stmt {
  const start = p.tok;
  if (start.type === T.kwYield) {
    const value = parseYield(p);
    return { kind: 'Expr', value, ...spanFrom(p, start) };
  }
  const value = parseStarExpressions(p);
  const { type } = p.tok;
  if (type === T.newline || type === T.semi) return { kind: 'Expr', value, ...spanFrom(p, start) };
  if (type === T.equal) return parseAssignment(p, start, value);
  if (type === T.colon) return parseAnnotated(p, start, value);
  const op = augmentedNames[type];
  if (op === undefined) throw DOUBT;
  if (!isSingleTarget(value)) throw DOUBT;
  setContext(value, 'Store');
  p.advance();
  const right = parseAnnotatedRhs(p);
  return { kind: 'AugAssign', target: value, op, value: right, ...spanFrom(p, start) };
}

function isSingleTarget(target: Expr): boolean {
  return target.kind === 'Name' || target.kind === 'Attribute' || target.kind === 'Subscript';
}

function parseAssignment(p: Cursor, start: Token, first: Expr): Stmt {
  const targets: Expr[] = [];
  let value = first;
  let isYield = false;
  while (p.tok.type === T.equal) {
    if (isYield) throw DOUBT;
    setContext(value, 'Store');
    targets.push(value);
    p.advance();
    isYield = p.tok.type === T.kwYield;
    value = parseAnnotatedRhs(p);
  }
  return { kind: 'Assign', targets, value, typeComment: null, ...spanFrom(p, start) };
}

function parseAnnotated(p: Cursor, start: Token, target: Expr): Stmt {
  if (!isSingleTarget(target)) throw DOUBT;
  setContext(target, 'Store');
  p.advance();
  const annotation = parseExpression(p);
  const value = p.accept(T.equal) ? parseAnnotatedRhs(p) : null;
  const simple = target.kind === 'Name' && start.type === T.name ? 1 : 0;
  return { kind: 'AnnAssign', target, annotation, value, simple, ...spanFrom(p, start) };
}
