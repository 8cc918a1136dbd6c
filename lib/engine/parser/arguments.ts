// Calls' arguments and functions' parameters, in the fast pass (CPython 3.13 Grammar/python.gram, args, parameters,
// lambda_parameters).

import type { Arg, Arguments, Expr, Keyword } from './ast.ts';
import { type Cursor, DOUBT } from './cursor.ts';
import { parseComprehensionClauses } from './displays.ts';
import { parseExpression, parseNamedExpression, parseStarExpression, parseStarred } from './expressions.ts';
import { T, type Token } from './tokens.ts';

/** A call of `func`, which began at `start`; the current token is `(`. */
export function parseCall(p: Cursor, start: Token, func: Expr): Expr {
  const open = p.advance();
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  parseArguments(p, open, args, keywords);
  const end = p.expect(T.rpar);
  return {
    kind: 'Call', func, args, keywords, lineno: start.lineno, colOffset: start.colOffset,
    endLineno: end.endLineno, endColOffset: end.endColOffset,
  };
}

/**
 * Arguments up to the closing parenthesis (also a class's bases). A lone generator takes the parentheses of the call
 * that `open` begins; without `open` it is refused.
 */
export function parseArguments(p: Cursor, open: Token | null, args: Expr[], keywords: Keyword[]): void {
  let sawDoubleStar = false;
  do {
    const start = p.tok;
    if (start.type === T.rpar) return;
    if (start.type === T.doubleStar) {
      p.advance();
      sawDoubleStar = true;
      const value = parseExpression(p);
      keywords.push(keyword(p, start, null, value));
    } else if (start.type === T.star) {
      if (sawDoubleStar) throw DOUBT;
      const starred = parseStarred(p, parseExpression);
      if (p.features.comprehensionUnpacking && isComprehension(p)) {
        if (args.length + keywords.length > 0) throw DOUBT;
        args.push(generator(p, open, starred));
        return;
      }
      args.push(starred);
    } else if (start.type === T.name && p.peek().type === T.equal) {
      p.advance();
      p.advance();
      const value = parseExpression(p);
      keywords.push(keyword(p, start, start.text, value));
    } else {
      if (keywords.length > 0) throw DOUBT;
      const value = parseNamedExpression(p);
      if (p.tok.type === T.equal) throw DOUBT;
      if (isComprehension(p)) {
        if (args.length > 0) throw DOUBT;
        args.push(generator(p, open, value));
        return;
      }
      args.push(value);
    }
  } while (p.accept(T.comma));
}

function isComprehension(p: Cursor): boolean {
  return p.tok.type === T.kwFor || p.tok.type === T.kwAsync;
}

/** The generator that is a call's only argument takes the call's parentheses. */
function generator(p: Cursor, open: Token | null, elt: Expr): Expr {
  const generators = parseComprehensionClauses(p, elt);
  const end = p.tok;
  if (end.type !== T.rpar || open === null) throw DOUBT;
  return {
    kind: 'GeneratorExp', elt, generators, lineno: open.lineno, colOffset: open.colOffset,
    endLineno: end.endLineno, endColOffset: end.endColOffset,
  };
}

function keyword(p: Cursor, start: Token, arg: string | null, value: Expr): Keyword {
  return {
    kind: 'keyword', arg, value, lineno: start.lineno, colOffset: start.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}

/** No parameters. */
function noArguments(): Arguments {
  return {
    kind: 'arguments', posonlyargs: [], args: [], vararg: null, kwonlyargs: [], kwDefaults: [], kwarg: null, defaults: [],
  };
}

/** Parameters of a lambda, up to its colon. */
export function parseLambdaParameters(p: Cursor): Arguments {
  return parseParameterList(p, T.colon, false);
}

/** Parameters of a function, up to the closing parenthesis. */
export function parseParameters(p: Cursor): Arguments {
  return parseParameterList(p, T.rpar, true);
}

function parseParameterList(p: Cursor, closing: number, annotated: boolean): Arguments {
  const result = noArguments();
  let afterStar = false;
  while (p.tok.type !== closing) {
    if (p.tok.type === T.slash) {
      p.advance();
      if (afterStar || result.posonlyargs.length > 0 || result.args.length === 0) throw DOUBT;
      result.posonlyargs = result.args;
      result.args = [];
    } else if (p.tok.type === T.star) {
      if (afterStar) throw DOUBT;
      afterStar = true;
      p.advance();
      if (p.tok.type === T.comma) {
        const next = p.peek().type;
        if (next === closing || next === T.doubleStar) throw DOUBT;
      } else {
        result.vararg = parseParameter(p, annotated, true);
        if (p.tok.type === T.equal) throw DOUBT;
      }
    } else if (p.tok.type === T.doubleStar) {
      p.advance();
      result.kwarg = parseParameter(p, annotated, false);
      p.accept(T.comma);
      if (p.tok.type !== closing) throw DOUBT;
      break;
    } else {
      const parameter = parseParameter(p, annotated, false);
      const value = p.accept(T.equal) ? parseExpression(p) : null;
      addParameter(result, parameter, value, afterStar);
    }
    if (p.tok.type !== closing) p.expect(T.comma);
  }
  return result;
}

function addParameter(result: Arguments, parameter: Arg, value: Expr | null, keywordOnly: boolean): void {
  if (keywordOnly) {
    result.kwonlyargs.push(parameter);
    result.kwDefaults.push(value);
    return;
  }
  if (value !== null) result.defaults.push(value);
  else if (result.defaults.length > 0) throw DOUBT;
  result.args.push(parameter);
}

function parseParameter(p: Cursor, annotated: boolean, isVararg: boolean): Arg {
  const name = p.expect(T.name);
  let annotation: Expr | null = null;
  if (annotated && p.accept(T.colon)) annotation = isVararg ? parseStarExpression(p) : parseExpression(p);
  return {
    kind: 'arg', arg: name.text, annotation, typeComment: null, lineno: name.lineno, colOffset: name.colOffset,
    endLineno: p.prev.endLineno, endColOffset: p.prev.endColOffset,
  };
}
