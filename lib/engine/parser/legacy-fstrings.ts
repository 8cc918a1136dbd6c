// f-strings before PEP 701 (3.11): whole STRING tokens whose replacement fields are cut out and parsed on their own,
// in parentheses (CPython 3.11 Parser/string_parser.c). All nodes but those of the expressions take the position of
// the whole concatenation.

import type { Constant, Expr, Position } from './ast.ts';
import { Cursor, DOUBT } from './cursor.ts';
import { ParseStop, escapeWarning } from './diagnostic.ts';
import { parseStarExpressions } from './expressions.ts';
import type { GrammarNode } from './grammar-actions.ts';
import { concatenateTexts, decodeText, type LiteralTrouble, stringShape } from './literals.ts';
import { GrammarParser } from './peg.ts';
import { SourceText, utf8Length } from './source-text.ts';
import { constantFromString } from './strings.ts';
import { Tokenizer } from './tokenizer.ts';
import { T, type Token } from './tokens.ts';
import type { ParserFeatures } from './features.ts';

const MAX_BRACKETS = 200;

/** What differs between the passes: how an error ends it, how an expression is parsed. */
interface Host {
  readonly features: ParserFeatures;
  readonly warn: (message: string, token: Token) => void;
  raise(msg: string): never;
  /** `text` is the expression in parentheses; its first character stands at this place. */
  expression(text: string, origin: { lineno: number; colOffset: number }): Expr;
}

/** Adjacent STRING tokens as one node, in the fast pass; the current token is the first. */
export function parseLegacyStrings(p: Cursor): Expr {
  const tokens: Token[] = [];
  while (p.tok.type === T.string) tokens.push(p.advance());
  const host: Host = {
    features: p.features,
    warn: (msg, token) => {
      p.warnings.push(escapeWarning(p.features, msg, token));
    },
    raise: () => {
      throw DOUBT;
    },
    expression: (text, origin) => {
      const tokenizer = new Tokenizer(new SourceText(text, true), p.features, origin);
      return parseStarExpressions(new Cursor(tokenizer, p.features, p.maxIntDigits));
    },
  };
  const result = concatenate(host, tokens, p.text);
  if ('trouble' in result) throw DOUBT;
  return result;
}

/** The same in the grammar's passes: raises what is wrong. */
export function diagnoseLegacyStrings(p: GrammarParser, tokens: readonly Token[]): GrammarNode {
  const host: Host = {
    features: p.features,
    warn: (msg, token) => {
      if (!p.errorPass) p.warnings.push(escapeWarning(p.features, msg, token));
    },
    raise: (msg) => p.raiseHere(msg),
    expression: (text, origin) => {
      const tokenizer = new Tokenizer(new SourceText(text, true), p.features, origin);
      const inner = new GrammarParser(tokenizer, {
        features: p.features, maxIntDigits: p.maxIntDigits, kind: 'string', origin,
      });
      const error = inner.diagnose('fstring_input', 0);
      if (error !== null) throw new ParseStop(error);
      return constant({ t: 'str', v: '' }, { ...origin, endLineno: 0, endColOffset: 0 });
    },
  };
  const result = concatenate(host, tokens, p.source);
  if ('trouble' in result) {
    const [first] = tokens;
    if (result.trouble.startsWith('(') || first === undefined) p.raiseHere(result.trouble);
    p.raiseAt(tokens.find((tok) => /[^\x00-\x7f]/.test(p.source.slice(tok.start, tok.end))) ?? first, result.trouble);
  }
  const { kind, lineno, colOffset, endLineno, endColOffset } = result;
  return { kind, lineno, colOffset, endLineno, endColOffset };
}

function constant(value: Constant['value'], position: Position): Constant {
  return { kind: 'Constant', value, constantKind: null, ...position };
}

/** All tokens of a concatenation (_PyPegen_concatenate_strings). */
function concatenate(host: Host, tokens: readonly Token[], source: string): Expr | LiteralTrouble {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  if (first === undefined || last === undefined) return { trouble: 'no literal' };
  const whole: Position = {
    lineno: first.lineno, colOffset: first.colOffset, endLineno: last.endLineno, endColOffset: last.endColOffset,
  };
  const parts = new PartList(whole);
  const bytes: number[] = [];
  let isBytes: boolean | null = null;
  let isFormat = false;
  for (const tok of tokens) {
    const text = source.slice(tok.start, tok.end);
    const shape = stringShape(text);
    if (shape.isFormat) {
      isFormat = true;
      if (isBytes === true) host.raise('cannot mix bytes and nonbytes literals');
      isBytes = false;
      new FieldReader(host, tok, text, shape.isRaw, whole, shape.bodyEnd).body(shape.bodyStart, parts);
      continue;
    }
    const node = constantFromString(tok, text, host.features, (msg) => host.warn(msg, tok));
    if ('trouble' in node) return node;
    if (isBytes !== null && isBytes !== shape.isBytes) host.raise('cannot mix bytes and nonbytes literals');
    isBytes = shape.isBytes;
    if (node.value.t === 'bytes') for (const byte of node.value.v) bytes.push(byte);
    else parts.addText(node.value);
  }
  if (isBytes === true) return constant({ t: 'bytes', v: Uint8Array.from(bytes) }, whole);
  const isUnicodePrefixed = stringShape(source.slice(first.start, first.end)).isUnicodePrefixed;
  const values = parts.finish(isUnicodePrefixed);
  if (isFormat) return { kind: 'JoinedStr', values, ...whole };
  return values[0] ?? { ...constant({ t: 'str', v: '' }, whole), constantKind: isUnicodePrefixed ? 'u' : null };
}

/** Text and fields in order, adjacent text joined. */
class PartList {
  private readonly whole: Position;
  /** Of text after the last field: in a format spec, of the literal alone. */
  private readonly trailing: Position;
  private readonly values: Expr[] = [];
  private texts: Constant['value'][] = [];

  constructor(whole: Position, trailing: Position = whole) {
    this.whole = whole;
    this.trailing = trailing;
  }

  addText(value: Constant['value']): void {
    if (value.t === 'str' && value.v !== '') this.texts.push(value);
  }

  addField(field: Expr): void {
    this.flush(this.whole);
    this.values.push(field);
  }

  finish(isUnicodePrefixed: boolean): Expr[] {
    this.flush(this.trailing);
    if (!isUnicodePrefixed) return this.values;
    return this.values.map((value) => (value.kind === 'Constant' ? { ...value, constantKind: 'u' as const } : value));
  }

  private flush(position: Position): void {
    if (this.texts.length > 0) this.values.push(constant(concatenateTexts(this.texts), position));
    this.texts = [];
  }
}

/** Reads one f-string token. */
class FieldReader {
  private readonly host: Host;
  private readonly tok: Token;
  private readonly text: string;
  private readonly isRaw: boolean;
  private readonly whole: Position;
  private readonly own: Position;
  private readonly end: number;
  private at = 0;

  constructor(host: Host, tok: Token, text: string, isRaw: boolean, whole: Position, end: number) {
    this.host = host;
    this.tok = tok;
    this.text = text;
    this.isRaw = isRaw;
    this.whole = whole;
    const { lineno, colOffset, endLineno, endColOffset } = tok;
    this.own = { lineno, colOffset, endLineno, endColOffset };
    this.end = end;
  }

  body(start: number, parts: PartList): void {
    this.at = start;
    this.parts(parts, 0);
  }

  /** Literals and fields until the end, or until the brace that closes an enclosing field. */
  private parts(parts: PartList, level: number): void {
    for (;;) {
      const again = this.literal(parts, level);
      if (again) continue;
      if (this.at >= this.end || this.text.charCodeAt(this.at) === 125) break;
      this.field(parts, level);
    }
    if (level !== 0 && this.text.charCodeAt(this.at) !== 125) this.host.raise("f-string: expecting '}'");
  }

  /** Text up to a field; true after a doubled brace, when more text follows. */
  private literal(parts: PartList, level: number): boolean {
    const { text, end } = this;
    const start = this.at;
    let doubled = false;
    let stop = start;
    while (stop < end) {
      let c = text.charCodeAt(stop++);
      if (!this.isRaw && c === 92 && stop < end) {
        c = text.charCodeAt(stop++);
        if (c === 78) {
          if (stop < end && text.charCodeAt(stop++) === 123) {
            while (stop < end && text.charCodeAt(stop++) !== 125);
            continue;
          }
          break;
        }
      }
      if (c !== 123 && c !== 125) continue;
      if (level === 0) {
        if (stop < end && text.charCodeAt(stop) === c) {
          doubled = true;
          break;
        }
        if (c === 125) this.host.raise("f-string: single '}' is not allowed");
      }
      stop--;
      break;
    }
    this.at = doubled ? stop + 1 : stop;
    if (stop > start) {
      const value = decodeText(text.slice(start, stop), this.isRaw, this.host.features, (msg) => this.host.warn(msg, this.tok));
      if ('trouble' in value) this.host.raise(value.trouble);
      else parts.addText(value);
    }
    return doubled;
  }

  private field(parts: PartList, level: number): void {
    if (level >= 2) this.host.raise('f-string: expressions nested too deeply');
    const open = this.at;
    this.at++;
    this.skipExpression();
    if (this.at >= this.end) this.expectingBrace();
    const value = this.expression(open, this.at);
    let expressionText: string | null = null;
    if (this.char() === '=') {
      this.at++;
      while (/[ \t\n\v\f\r]/.test(this.char())) this.at++;
      if (this.at >= this.end) this.expectingBrace();
      expressionText = this.text.slice(open + 1, this.at);
    }
    let conversion = -1;
    if (this.char() === '!') {
      this.at++;
      if (this.at >= this.end) this.expectingBrace();
      const c = this.char();
      this.at++;
      if (c !== 's' && c !== 'r' && c !== 'a') {
        this.host.raise("f-string: invalid conversion character: expected 's', 'r', or 'a'");
      }
      conversion = c.charCodeAt(0);
    }
    if (this.at >= this.end) this.expectingBrace();
    let formatSpec: Expr | null = null;
    if (this.char() === ':') {
      this.at++;
      if (this.at >= this.end) this.expectingBrace();
      const inner = new PartList(this.whole, this.own);
      this.parts(inner, level + 1);
      formatSpec = { kind: 'JoinedStr', values: inner.finish(false), ...this.own };
    }
    if (this.at >= this.end || this.char() !== '}') this.expectingBrace();
    this.at++;
    if (expressionText !== null) {
      parts.addText({ t: 'str', v: expressionText });
      if (formatSpec === null && conversion === -1) conversion = 114;
    }
    parts.addField({ kind: 'FormattedValue', value, conversion, formatSpec, ...this.whole });
  }

  private char(): string {
    return this.text.charAt(this.at);
  }

  private expectingBrace(): never {
    return this.host.raise("f-string: expecting '}'");
  }

  /** Moves to the `!`, `:`, `=` or `}` that ends the expression, past strings and brackets. */
  private skipExpression(): void {
    const brackets: string[] = [];
    let quote = '';
    for (; this.at < this.end; this.at++) {
      const c = this.char();
      if (c === '\\') this.host.raise('f-string expression part cannot include a backslash');
      if (quote !== '') {
        if (this.text.startsWith(quote, this.at) && this.at + quote.length <= this.end) {
          this.at += quote.length - 1;
          quote = '';
        }
      } else if (c === "'" || c === '"') {
        quote = this.at + 2 < this.end && this.text.startsWith(c.repeat(3), this.at) ? c.repeat(3) : c;
        this.at += quote.length - 1;
      } else if (c === '(' || c === '[' || c === '{') {
        if (brackets.length >= MAX_BRACKETS) this.host.raise('f-string: too many nested parenthesis');
        brackets.push(c);
      } else if (c === '#') {
        this.host.raise("f-string expression part cannot include '#'");
      } else if (brackets.length === 0 && '!:}=<>'.includes(c)) {
        if ('!=<>'.includes(c) && this.at + 1 < this.end && this.text.charAt(this.at + 1) === '=') this.at++;
        else if (c !== '<' && c !== '>') break;
      } else if (c === ')' || c === ']' || c === '}') {
        const opening = brackets.pop();
        if (opening === undefined) this.host.raise(`f-string: unmatched '${c}'`);
        else if (!['()', '[]', '{}'].includes(opening + c)) {
          this.host.raise(`f-string: closing parenthesis '${c}' does not match opening parenthesis '${opening}'`);
        }
      }
    }
    if (quote !== '') this.host.raise('f-string: unterminated string');
    const open = brackets[brackets.length - 1];
    if (open !== undefined) this.host.raise(`f-string: unmatched '${open}'`);
  }

  private expression(open: number, end: number): Expr {
    const inside = this.text.slice(open + 1, end);
    if (/^[ \t\n\f]*$/.test(inside)) {
      const c = this.text.charAt(end);
      if ('!:='.includes(c)) this.host.raise(`f-string: expression required before '${c}'`);
      this.host.raise('f-string: empty expression not allowed');
    }
    return this.host.expression(`(${inside})`, this.origin(open));
  }

  /** Where a field's brace stands in the file (fstring_find_expr_location). */
  private origin(open: number): { lineno: number; colOffset: number } {
    const before = this.text.slice(0, open);
    const lines = before.split('\n').length - 1;
    // A line feed right after the brace: the expression's own columns count.
    const lineFeedFirst = /^[ \t\f]*(\n|\}|$)/.test(this.text.slice(open + 1));
    const lineStart = before.lastIndexOf('\n') + 1;
    const columns = lineFeedFirst ? 0 : utf8Length(this.text, lineStart, open);
    return {
      lineno: this.tok.lineno + lines,
      colOffset: lines === 0 ? this.tok.colOffset + columns : columns,
    };
  }
}
