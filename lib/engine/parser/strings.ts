// String literals to nodes: decoding, f-strings and t-strings from their tokens, implicit concatenation (CPython 3.13
// Parser/action_helpers.c, _PyPegen_joined_str, _PyPegen_formatted_value, _PyPegen_concatenate_strings). Both passes
// use the assembling half.

import type { Constant, ConstantValue, Expr, Position } from './ast.ts';
import { type Cursor, DOUBT } from './cursor.ts';
import { parseStarExpressions, parseYield } from './expressions.ts';
import type { ParserFeatures } from './features.ts';
import { parseLegacyStrings } from './legacy-fstrings.ts';
import { escapeWarning } from './diagnostic.ts';
import { concatenateTexts, decodeBytes, decodeText, type EscapeWarning, type LiteralTrouble, stringShape } from './literals.ts';
import { T, type Token } from './tokens.ts';

/** Adjacent string literals, in the fast pass. */
export function parseStrings(p: Cursor): Expr {
  if (!p.features.formatStringTokens) return parseLegacyStrings(p);
  const start = p.tok;
  const parts: Expr[] = [];
  const templates = start.type === T.tstringStart;
  for (;;) {
    const { type } = p.tok;
    if (type === T.string && !templates) parts.push(plainString(p));
    else if (type === T.fstringStart && !templates) parts.push(formatString(p));
    else if (type === T.tstringStart) {
      if (!templates) throw DOUBT;
      parts.push(formatString(p));
    } else break;
  }
  const { prev } = p;
  const position: Position = {
    lineno: start.lineno, colOffset: start.colOffset, endLineno: prev.endLineno, endColOffset: prev.endColOffset,
  };
  const result = templates ? concatenateTemplates(parts, position) : concatenateStrings(parts, position);
  if (result === null) throw DOUBT;
  return result;
}

function plainString(p: Cursor): Expr {
  const tok = p.advance();
  const node = constantFromString(tok, p.textOf(tok), p.features, (msg, slash) => {
    p.warnings.push(escapeWarning(p.features, msg, tok, p.textOf(tok), slash));
  });
  if ('trouble' in node) throw DOUBT;
  return node;
}

/** Node of one STRING token that isn't an f-string. */
export function constantFromString(
  tok: Token, text: string, features: ParserFeatures, warn: EscapeWarning,
): Constant | LiteralTrouble {
  const shape = stringShape(text);
  const body = text.slice(shape.bodyStart, shape.bodyEnd);
  const warnInToken: EscapeWarning = (msg, slash) => warn(msg, shape.bodyStart + slash);
  const value = shape.isBytes
    ? decodeBytes(body, shape.isRaw, features, warnInToken)
    : decodeText(body, shape.isRaw, features, warnInToken);
  if ('trouble' in value) return value;
  return {
    kind: 'Constant', value, constantKind: shape.isUnicodePrefixed ? 'u' : null, lineno: tok.lineno,
    colOffset: tok.colOffset, endLineno: tok.endLineno, endColOffset: tok.endColOffset,
  };
}

// ---- f-strings from tokens -----------------------------------------------------------------------------------

function formatString(p: Cursor): Expr {
  const start = p.advance();
  const isTemplate = start.type === T.tstringStart;
  const middle = isTemplate ? T.tstringMiddle : T.fstringMiddle;
  const parts: Expr[] = [];
  for (;;) {
    const { type } = p.tok;
    if (type === middle) parts.push(middleConstant(p.advance(), p.text));
    else if (type === T.lbrace) parts.push(...replacementField(p, isTemplate));
    else break;
  }
  const end = p.expect(isTemplate ? T.tstringEnd : T.fstringEnd);
  const warn: EscapeWarning = (msg) => {
    p.warnings.push(escapeWarning(p.features, msg, end));
  };
  const result = joinedString(start, parts, end, p.text, p.features, warn);
  if ('trouble' in result) throw DOUBT;
  return result;
}

/** Undecoded text of a MIDDLE token. */
export function middleConstant(tok: Token, source: string): Constant {
  return textConstant(source.slice(tok.start, tok.end), tok);
}

function textConstant(text: string, at: Position): Constant {
  return {
    kind: 'Constant', value: { t: 'str', v: text }, constantKind: null, lineno: at.lineno, colOffset: at.colOffset,
    endLineno: at.endLineno, endColOffset: at.endColOffset,
  };
}

/** The node of a whole f-string or t-string from its undecoded parts. */
export function joinedString(
  start: Token, parts: readonly Expr[], end: Token, source: string, features: ParserFeatures, warn: EscapeWarning,
): Expr | LiteralTrouble {
  const isRaw = /[rR]/.test(source.slice(start.start, start.end));
  const values: Expr[] = [];
  for (const part of parts) {
    if (part.kind !== 'Constant' || part.value.t !== 'str') {
      values.push(part);
      continue;
    }
    if (part.constantKind === 'u') {
      // A debug expression's text (marked by formattedValue) is not decoded.
      values.push({ ...part, constantKind: null });
      continue;
    }
    const value = decodeText(part.value.v, isRaw, features, warn);
    if ('trouble' in value) return value;
    if (value.t === 'str' && value.v !== '') values.push({ ...part, value });
  }
  const position = {
    lineno: start.lineno, colOffset: start.colOffset, endLineno: end.endLineno, endColOffset: end.endColOffset,
  };
  return start.type === T.tstringStart
    ? { kind: 'TemplateStr', values, ...position }
    : { kind: 'JoinedStr', values, ...position };
}

/** What a replacement field is made of. */
export interface FieldParts {
  readonly open: Token;
  readonly value: Expr;
  readonly debug: boolean;
  readonly conversion: Token | null;
  readonly conversionMark: Token | null;
  readonly colon: Token | null;
  readonly formatSpec: Expr | null;
  readonly close: Token;
}

/**
 * A replacement field's nodes: with `=`, the expression's text comes before it, marked `u` so that `joinedString`
 * leaves it undecoded.
 */
export function formattedValue(field: FieldParts, isTemplate: boolean, source: string): Expr[] {
  const { open, close } = field;
  const position: Position = {
    lineno: open.lineno, colOffset: open.colOffset, endLineno: close.endLineno, endColOffset: close.endColOffset,
  };
  const conversion = field.conversion !== null ? source.charCodeAt(field.conversion.start)
    : field.debug && field.formatSpec === null ? 114 : -1;
  const after = field.conversionMark ?? field.colon ?? close;
  const text = withoutComments(source.slice(open.end, after.start));
  const { value, formatSpec } = field;
  const node: Expr = isTemplate
    ? {
      kind: 'Interpolation', value, str: { t: 'str', v: expressionText(text) },
      conversion, formatSpec, ...position,
    }
    : { kind: 'FormattedValue', value, conversion, formatSpec, ...position };
  if (!field.debug) return [node];
  const end = field.conversion ?? (field.colon === null ? null : { lineno: field.colon.lineno, colOffset: field.colon.colOffset + 1 });
  const debugText: Constant = {
    kind: 'Constant', value: { t: 'str', v: text }, constantKind: 'u', lineno: open.lineno,
    colOffset: open.colOffset + 1, endLineno: end?.lineno ?? close.endLineno,
    endColOffset: (end?.colOffset ?? close.endColOffset) - 1,
  };
  return [debugText, node];
}

/** An interpolation's `str`: without the `=` and the space at its end. */
function expressionText(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charAt(end - 1) === '=' || text.charAt(end - 1).trim() === '')) end--;
  return text.slice(0, end);
}

function withoutComments(text: string): string {
  if (!text.includes('#')) return text;
  return text.split('\n').map((line) => {
    const hash = line.indexOf('#');
    return hash < 0 ? line : line.slice(0, hash);
  }).join('\n');
}

function replacementField(p: Cursor, isTemplate: boolean): Expr[] {
  const open = p.advance();
  const value = p.tok.type === T.kwYield ? parseYield(p) : parseStarExpressions(p);
  const debug = p.accept(T.equal);
  let conversion: Token | null = null;
  let conversionMark: Token | null = null;
  if (p.tok.type === T.exclamation) {
    conversionMark = p.advance();
    conversion = p.expect(T.name);
    if (!isConversion(conversionMark, conversion)) throw DOUBT;
  }
  let colon: Token | null = null;
  let formatSpec: Expr | null = null;
  if (p.tok.type === T.colon) {
    colon = p.advance();
    formatSpec = parseFormatSpec(p, colon, isTemplate);
  }
  const close = p.expect(T.rbrace);
  return formattedValue({ open, value, debug, conversion, conversionMark, colon, formatSpec, close }, isTemplate, p.text);
}

function isConversion(mark: Token, name: Token): boolean {
  return mark.end === name.start && (name.text === 's' || name.text === 'r' || name.text === 'a');
}

function parseFormatSpec(p: Cursor, colon: Token, isTemplate: boolean): Expr {
  const middle = isTemplate ? T.tstringMiddle : T.fstringMiddle;
  const parts: Expr[] = [];
  const warn: EscapeWarning = (msg) => {
    p.warnings.push(escapeWarning(p.features, msg, colon));
  };
  for (;;) {
    if (p.tok.type === middle) {
      const constant = specConstant(p.advance(), p.text, p.features, warn);
      if ('trouble' in constant) throw DOUBT;
      parts.push(constant);
    } else if (p.tok.type === T.lbrace) {
      parts.push(...withoutMarks(replacementField(p, false)));
    } else break;
  }
  const { prev } = p;
  const result = formatSpec(parts, {
    lineno: colon.lineno, colOffset: colon.colOffset, endLineno: prev.endLineno, endColOffset: prev.endColOffset,
  });
  if (result === null) throw DOUBT;
  return result;
}

/** Removes the marks that `formattedValue` leaves for `joinedString`. */
export function withoutMarks(parts: readonly Expr[]): Expr[] {
  return parts.map((part) => part.kind === 'Constant' && part.constantKind === 'u' ? { ...part, constantKind: null } : part);
}

/** Decoded text of a MIDDLE token inside a format spec. */
export function specConstant(
  tok: Token, source: string, features: ParserFeatures, warn: EscapeWarning,
): Constant | LiteralTrouble {
  const value = decodeText(source.slice(tok.start, tok.end), false, features, warn);
  return 'trouble' in value ? value : { ...textConstant('', tok), value };
}

/** Node of a format spec from its decoded parts; `null` when they can't be joined. */
export function formatSpec(parts: readonly Expr[], position: Position): Expr | null {
  const values = parts.filter((part) => !isEmptyText(part));
  if (values.length === 0 || (values.length === 1 && values[0]?.kind === 'Constant')) {
    return { kind: 'JoinedStr', values, ...position };
  }
  return concatenateStrings(values, position);
}

function isEmptyText(part: Expr): boolean {
  return part.kind === 'Constant' && part.value.t === 'str' && part.value.v === '';
}

// ---- concatenation -------------------------------------------------------------------------------------------

/** Adjacent literals as one node; `null` when bytes and text are mixed. */
export function concatenateStrings(parts: readonly Expr[], position: Position): Expr | null {
  let sawBytes = false;
  let sawText = false;
  let sawFormat = false;
  for (const part of parts) {
    if (part.kind !== 'Constant') sawFormat = true;
    else if (part.value.t === 'bytes') sawBytes = true;
    else sawText = true;
  }
  const first = parts[0];
  if (first === undefined || (sawBytes && (sawText || sawFormat))) return null;
  if (parts.length === 1 && !sawFormat) return first;
  if (sawBytes) return concatenateBytes(parts, position);
  const flat = parts.flatMap((part) => (part.kind === 'JoinedStr' ? part.values : [part]));
  const values = foldConstants(flat, sawFormat);
  if (!sawFormat) return values[0] ?? null;
  return { kind: 'JoinedStr', values, ...position };
}

function concatenateBytes(parts: readonly Expr[], position: Position): Expr {
  const bytes: number[] = [];
  for (const part of parts) {
    if (part.kind === 'Constant' && part.value.t === 'bytes') for (const byte of part.value.v) bytes.push(byte);
  }
  return { kind: 'Constant', value: { t: 'bytes', v: Uint8Array.from(bytes) }, constantKind: null, ...position };
}

/** Joins runs of constants; drops empty ones when `dropEmpty`. */
function foldConstants(parts: readonly Expr[], dropEmpty: boolean): Expr[] {
  const values: Expr[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined) continue;
    if (part.kind !== 'Constant') {
      values.push(part);
      continue;
    }
    let last = part;
    const run: ConstantValue[] = [part.value];
    for (let next = parts[i + 1]; next !== undefined && next.kind === 'Constant'; next = parts[i + 1]) {
      run.push(next.value);
      last = next;
      i++;
    }
    const folded: Constant = run.length === 1 ? part : {
      kind: 'Constant', value: concatenateTexts(run), constantKind: part.constantKind, lineno: part.lineno,
      colOffset: part.colOffset, endLineno: last.endLineno, endColOffset: last.endColOffset,
    };
    if (!dropEmpty || !isEmptyText(folded)) values.push(folded);
  }
  return values;
}

/** Adjacent t-strings as one node (CPython 3.14 _PyPegen_concatenate_tstrings). */
export function concatenateTemplates(parts: readonly Expr[], position: Position): Expr {
  const flat = parts.flatMap((part) => (part.kind === 'TemplateStr' ? part.values : [part]));
  return { kind: 'TemplateStr', values: foldConstants(flat, true), ...position };
}
