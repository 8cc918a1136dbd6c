// Patterns of `case`, in the fast pass (CPython 3.13 Grammar/python.gram, patterns).

import type { Expr, Pattern } from './ast.ts';
import { type Cursor, DOUBT } from './cursor.ts';
import { numberValue } from './literals.ts';
import { spanFrom } from './statements.ts';
import { parseStrings } from './strings.ts';
import { T, type Token } from './tokens.ts';

/** `patterns`: an open sequence or one pattern. */
export function parsePatterns(p: Cursor): Pattern {
  const start = p.tok;
  const first = parseMaybeStar(p);
  if (p.tok.type !== T.comma) {
    if (first.kind === 'MatchStar') throw DOUBT;
    return first;
  }
  const patterns = [first];
  while (p.accept(T.comma)) {
    if (p.tok.type === T.colon || p.tok.type === T.kwIf) break;
    patterns.push(parseMaybeStar(p));
  }
  return { kind: 'MatchSequence', patterns, ...spanFrom(p, start) };
}

function parseMaybeStar(p: Cursor): Pattern {
  if (p.tok.type !== T.star) return parsePattern(p);
  const start = p.advance();
  const name = parseCaptureName(p);
  return { kind: 'MatchStar', name: name === '_' ? null : name, ...spanFrom(p, start) };
}

/** A name that is bound; `_` binds nothing and is returned as such. */
function parseCaptureName(p: Cursor): string {
  const name = p.expect(T.name).text;
  const { type } = p.tok;
  if (name !== '_' && (type === T.dot || type === T.lpar || type === T.equal)) throw DOUBT;
  return name;
}

function parsePattern(p: Cursor): Pattern {
  const start = p.tok;
  const pattern = parseOrPattern(p);
  if (!p.accept(T.kwAs)) return pattern;
  const name = parseCaptureName(p);
  if (name === '_') throw DOUBT;
  return { kind: 'MatchAs', pattern, name, ...spanFrom(p, start) };
}

function parseOrPattern(p: Cursor): Pattern {
  const start = p.tok;
  const first = parseClosedPattern(p);
  if (p.tok.type !== T.vbar) return first;
  const patterns = [first];
  while (p.accept(T.vbar)) patterns.push(parseClosedPattern(p));
  return { kind: 'MatchOr', patterns, ...spanFrom(p, start) };
}

function parseClosedPattern(p: Cursor): Pattern {
  const start = p.tok;
  switch (start.type) {
    case T.name: return parseNamePattern(p);
    case T.number: case T.minus: case T.plus: case T.string: case T.fstringStart: case T.tstringStart: {
      const value = parseLiteral(p);
      return { kind: 'MatchValue', value, ...spanFrom(p, start) };
    }
    case T.kwNone: case T.kwTrue: case T.kwFalse: {
      p.advance();
      const t = start.type === T.kwNone ? 'none' : start.type === T.kwTrue ? 'true' : 'false';
      return { kind: 'MatchSingleton', value: { t }, ...spanFrom(p, start) };
    }
    case T.lpar: return parseGroupOrSequence(p);
    case T.lsqb: return parseBracketSequence(p);
    case T.lbrace: return parseMapping(p);
    default: throw DOUBT;
  }
}

function parseNamePattern(p: Cursor): Pattern {
  const start = p.tok;
  const name = p.tok.text;
  const next = p.peek().type;
  if (next !== T.dot && next !== T.lpar) {
    p.advance();
    if (next === T.equal) throw DOUBT;
    return { kind: 'MatchAs', pattern: null, name: name === '_' ? null : name, ...spanFrom(p, start) };
  }
  const value = parseNameOrAttribute(p);
  if (p.tok.type === T.lpar) return parseClassPattern(p, start, value);
  if (p.tok.type === T.equal) throw DOUBT;
  return { kind: 'MatchValue', value, ...spanFrom(p, start) };
}

function parseNameOrAttribute(p: Cursor): Expr {
  const start = p.expect(T.name);
  let value: Expr = { kind: 'Name', id: start.text, ctx: 'Load', ...spanFrom(p, start) };
  while (p.accept(T.dot)) {
    const attr = p.expect(T.name).text;
    value = { kind: 'Attribute', value, attr, ctx: 'Load', ...spanFrom(p, start) };
  }
  return value;
}

/** Numbers (signed, complex) and strings. */
function parseLiteral(p: Cursor): Expr {
  const start = p.tok;
  if (start.type === T.string || start.type === T.fstringStart || start.type === T.tstringStart) return parseStrings(p);
  const real = parseSignedNumber(p);
  const { type } = p.tok;
  if (type !== T.plus && type !== T.minus) return real;
  p.advance();
  const imaginary = parseNumber(p);
  const realConstant = real.kind === 'UnaryOp' ? real.operand : real;
  if (imaginary.kind !== 'Constant' || imaginary.value.t !== 'complex') throw DOUBT;
  if (realConstant.kind !== 'Constant' || realConstant.value.t === 'complex') throw DOUBT;
  return { kind: 'BinOp', left: real, op: type === T.plus ? 'Add' : 'Sub', right: imaginary, ...spanFrom(p, start) };
}

function parseSignedNumber(p: Cursor): Expr {
  const start = p.tok;
  if (p.features.errorRules >= 15 && p.accept(T.plus)) return parseNumber(p);
  if (!p.accept(T.minus)) return parseNumber(p);
  const operand = parseNumber(p);
  return { kind: 'UnaryOp', op: 'USub', operand, ...spanFrom(p, start) };
}

function parseNumber(p: Cursor): Expr {
  const tok = p.expect(T.number);
  const value = numberValue(p.textOf(tok), p.maxIntDigits);
  if ('trouble' in value) throw DOUBT;
  return { kind: 'Constant', value, constantKind: null, ...spanFrom(p, tok) };
}

function parseGroupOrSequence(p: Cursor): Pattern {
  const start = p.advance();
  if (p.accept(T.rpar)) return { kind: 'MatchSequence', patterns: [], ...spanFrom(p, start) };
  const first = parseMaybeStar(p);
  if (p.tok.type !== T.comma) {
    if (first.kind === 'MatchStar') throw DOUBT;
    p.expect(T.rpar);
    return first;
  }
  const patterns = [first];
  while (p.accept(T.comma)) {
    if (p.tok.type === T.rpar) break;
    patterns.push(parseMaybeStar(p));
  }
  p.expect(T.rpar);
  return { kind: 'MatchSequence', patterns, ...spanFrom(p, start) };
}

function parseBracketSequence(p: Cursor): Pattern {
  const start = p.advance();
  const patterns: Pattern[] = [];
  while (p.tok.type !== T.rsqb) {
    patterns.push(parseMaybeStar(p));
    if (!p.accept(T.comma)) break;
  }
  p.expect(T.rsqb);
  return { kind: 'MatchSequence', patterns, ...spanFrom(p, start) };
}

function parseMapping(p: Cursor): Pattern {
  const start = p.advance();
  const keys: Expr[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  while (p.tok.type !== T.rbrace) {
    if (rest !== null) throw DOUBT;
    if (p.accept(T.doubleStar)) {
      rest = parseCaptureName(p);
      if (rest === '_') throw DOUBT;
    } else {
      keys.push(parseMappingKey(p));
      p.expect(T.colon);
      patterns.push(parsePattern(p));
    }
    if (!p.accept(T.comma)) break;
  }
  p.expect(T.rbrace);
  return { kind: 'MatchMapping', keys, patterns, rest, ...spanFrom(p, start) };
}

function parseMappingKey(p: Cursor): Expr {
  const start = p.tok;
  switch (start.type) {
    case T.kwNone: case T.kwTrue: case T.kwFalse: {
      p.advance();
      const t = start.type === T.kwNone ? 'none' : start.type === T.kwTrue ? 'true' : 'false';
      return { kind: 'Constant', value: { t }, constantKind: null, ...spanFrom(p, start) };
    }
    case T.name: {
      const key = parseNameOrAttribute(p);
      if (key.kind === 'Name') throw DOUBT;
      return key;
    }
    default: return parseLiteral(p);
  }
}

function parseClassPattern(p: Cursor, start: Token, cls: Expr): Pattern {
  p.expect(T.lpar);
  const patterns: Pattern[] = [];
  const kwdAttrs: string[] = [];
  const kwdPatterns: Pattern[] = [];
  while (p.tok.type !== T.rpar) {
    if (p.tok.type === T.name && p.peek().type === T.equal) {
      kwdAttrs.push(p.advance().text);
      p.advance();
      kwdPatterns.push(parsePattern(p));
    } else {
      if (kwdAttrs.length > 0) throw DOUBT;
      patterns.push(parsePattern(p));
    }
    if (!p.accept(T.comma)) break;
  }
  p.expect(T.rpar);
  return { kind: 'MatchClass', cls, patterns, kwdAttrs, kwdPatterns, ...spanFrom(p, start) };
}
