// Source text to tokens, one at a time, as the parser asks for them (CPython 3.13 Parser/lexer/lexer.c). Laziness
// matters: which of two mistakes is reported depends on how far the parser had read.

import type { Position } from './ast.ts';
import type { Diagnostic, DiagnosticType, SourceWarning } from './diagnostic.ts';
import type { ParserFeatures } from './features.ts';
import { characterCount, type SourceText } from './source-text.ts';
import { KEYWORDS, operatorOf1, operatorOf2, operatorOf3, T, type Token } from './tokens.ts';

const EOF = -1;
const MAX_INDENTS = 100;
const MAX_BRACKETS = 200;
const MAX_FSTRINGS = 150;
/** Nesting of replacement fields inside format specs (lexer.h MAX_EXPR_NESTING). */
const MAX_FIELD_NESTING = 3;
const TAB_SIZE = 8;

/** Why no further token comes: CPython's E_OK, E_EOF … */
export type TokenizerState =
  | 'ok' | 'eof' | 'error' | 'dedent' | 'tabspace' | 'toodeep' | 'linecont';

/** One level of the stack of modes: outside or inside an f-string. */
interface Mode {
  inString: boolean;
  readonly isTemplate: boolean;
  readonly quote: number;
  readonly quoteSize: number;
  readonly raw: boolean;
  readonly start: number;
  readonly lineStart: number;
  readonly lineno: number;
  braceDepth: number;
  fieldDepth: number;
  inFormatSpec: boolean;
}

const isIdentifierStart = new Uint8Array(128);
const isIdentifierPart = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
  if (letter) isIdentifierStart[c] = 1;
  if (letter || (c >= 48 && c <= 57)) isIdentifierPart[c] = 1;
}

const INCOMPATIBLE_PREFIXES = [['u', 'b'], ['u', 'r'], ['u', 'f'], ['u', 't'], ['b', 'f'], ['b', 't'], ['f', 't']] as const;

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isHexDigit(c: number): boolean {
  return isDigit(c) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70);
}

function isPart(c: number): boolean {
  return c >= 128 || (c >= 0 && isIdentifierPart[c] === 1);
}

/** True for characters that repr() shows as they are (Py_UNICODE_ISPRINTABLE). */
export function isPrintable(character: string): boolean {
  return character === ' ' || !/[\p{C}\p{Z}]/u.test(character);
}

/** `U+XXXX` of a code point. */
function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The tokenizer. After an error, `next` must not be called again. */
export class Tokenizer {
  readonly source: SourceText;
  readonly warnings: SourceWarning[] = [];
  /** The exception raised by the last token, if it was one that carries its own message. */
  error: Diagnostic | null = null;
  state: TokenizerState = 'ok';
  lineno = 0;
  /** Index after the last character read. */
  cursor = 0;
  lineStart = 0;
  /** Start of the line on which the current token began (tok->buf). */
  bufferStart = 0;
  level = 0;
  /** One interactive statement is expected. */
  isSingle = false;
  /** Off in the second pass, so that nothing is warned about twice. */
  reportWarnings = true;

  /** End of the line being read, after its line feed. */
  lineEnd = 0;

  private readonly features: ParserFeatures;
  private readonly text: string;
  /** Column of the first line's first character. */
  private readonly firstColumn: number;

  private atLineStart = true;
  private insideToken = false;
  private startedLine = false;
  private pendingIndents = 0;
  private indents = [0];
  private altIndents = [0];
  private readonly brackets: { char: number; lineno: number; index: number; lineStart: number }[] = [];
  private modes: Mode[] = [];

  /** `origin` places the source's first character, when it is a piece of a file. */
  constructor(source: SourceText, features: ParserFeatures, origin?: { readonly lineno: number; readonly colOffset: number }) {
    this.source = source;
    this.lineno = (origin?.lineno ?? 1) - 1;
    this.firstColumn = origin?.colOffset ?? 0;
    this.text = source.text;
    this.features = features;
  }

  /** The innermost bracket that is still open. */
  get openBracket(): { char: number; lineno: number; index: number; lineStart: number } | null {
    return this.brackets[this.level - 1] ?? null;
  }

  get isInsideFString(): boolean {
    return this.modes.length > 0;
  }

  next(): Token {
    const tok = this.scan();
    if (!this.isSingle) return tok;
    if (tok.type !== T.endMarker || !this.startedLine) {
      this.startedLine = true;
      return tok;
    }
    // In interactive input the end implies a NEWLINE and all dedents (pegen.c, _PyPegen_fill_token).
    this.startedLine = false;
    this.pendingIndents = -(this.indents.length - 1);
    this.indents = [0];
    this.altIndents = [0];
    return { ...tok, type: T.newline };
  }

  private scan(): Token {
    const mode = this.modes[this.modes.length - 1];
    return mode !== undefined && mode.inString ? this.nextInString(mode) : this.nextNormal(mode);
  }

  // ---- characters ----------------------------------------------------------------------------------------------

  private read(): number {
    if (this.cursor < this.lineEnd) return this.text.charCodeAt(this.cursor++);
    return this.readNextLine() ? this.text.charCodeAt(this.cursor++) : EOF;
  }

  private readNextLine(): boolean {
    if (this.state !== 'ok') return false;
    if (this.lineEnd >= this.text.length) {
      this.state = 'eof';
      this.cursor = this.lineEnd;
      return false;
    }
    this.lineno++;
    this.lineStart = this.cursor;
    if (!this.insideToken) this.bufferStart = this.cursor;
    const end = this.text.indexOf('\n', this.cursor);
    this.lineEnd = end < 0 ? this.text.length : end + 1;
    if (this.source.hasNul && this.text.slice(this.lineStart, this.lineEnd).includes('\0')) {
      this.syntaxError('source code cannot contain null bytes');
      this.cursor = this.lineEnd;
      return false;
    }
    return true;
  }

  private backup(c: number): void {
    if (c !== EOF) this.cursor--;
  }

  /** UTF-8 column of an index in a line. */
  column(lineStart: number, index: number): number {
    const column = this.source.column(lineStart, index);
    return lineStart === 0 ? column + this.firstColumn : column;
  }

  // ---- results -------------------------------------------------------------------------------------------------

  private token(type: number, start: number, end: number, text = ''): Token {
    return {
      type, start, end,
      lineno: this.lineno,
      colOffset: this.column(this.lineStart, start),
      endLineno: this.lineno,
      endColOffset: this.column(this.lineStart, this.cursor),
      level: this.level,
      text,
    };
  }

  /** A NEWLINE; until 3.11 its line feed does not belong to it. */
  private newline(start: number): Token {
    const tok = this.token(T.newline, start, this.cursor - 1);
    return this.features.formatStringTokens ? tok : { ...tok, endColOffset: tok.endColOffset - 1 };
  }

  /** A token that may have begun on an earlier line. */
  private stringToken(type: number, start: number, end: number, startLineno: number, startCol: number): Token {
    return {
      type, start, end,
      lineno: startLineno,
      colOffset: startCol,
      endLineno: this.lineno,
      endColOffset: this.column(this.lineStart, this.cursor),
      level: this.level,
      text: '',
    };
  }

  private bareToken(type: number): Token {
    return {
      type, start: this.cursor, end: this.cursor, lineno: this.lineno, colOffset: -1,
      endLineno: this.lineno, endColOffset: -1, level: this.level, text: '',
    };
  }

  private stop(state: TokenizerState): Token {
    this.state = state;
    return this.bareToken(T.error);
  }

  /** Raises at the character before the cursor, as tokenizer errors do. */
  private syntaxError(msg: string, type: DiagnosticType = 'SyntaxError'): Token {
    const offset = characterCount(this.text, this.lineStart, this.cursor);
    return this.raiseAt(msg, offset, offset, type);
  }

  private raiseAt(msg: string, offset: number, endOffset: number, type: DiagnosticType): Token {
    this.state = 'error';
    const end = this.text.indexOf('\n', this.lineStart);
    const text = this.text.slice(this.lineStart, end < 0 ? this.text.length : end);
    this.error ??= { type, msg, lineno: this.lineno, offset, endLineno: this.lineno, endOffset, text };
    return this.bareToken(T.error);
  }

  /** The character before the one that was read last. */
  private beforeLastRead(): Position {
    const colOffset = Math.max(0, this.cursor - this.lineStart - 2);
    return { lineno: this.lineno, colOffset, endLineno: this.lineno, endColOffset: colOffset };
  }

  private warn(msg: string): void {
    if (!this.reportWarnings) return;
    this.warnings.push({ category: 'SyntaxWarning', msg, lineno: this.lineno, at: this.beforeLastRead() });
  }

  // ---- outside strings -----------------------------------------------------------------------------------------

  private nextNormal(mode: Mode | undefined): Token {
    const text = this.text;
    for (;;) {
      this.insideToken = false;
      let blankLine = false;
      if (this.atLineStart) {
        this.atLineStart = false;
        const result = this.indentation();
        if (result === null) blankLine = true;
        else if (result !== undefined) return result;
      }
      if (this.pendingIndents < 0) {
        this.pendingIndents++;
        return this.bareToken(T.dedent);
      }
      if (this.pendingIndents > 0) {
        this.pendingIndents--;
        return this.bareToken(T.indent);
      }
      for (;;) {
        this.insideToken = false;
        let c = this.read();
        while (c === 32 || c === 9 || c === 12) c = this.read();
        this.insideToken = true;
        const start = this.cursor - 1;
        if (c === 35) {
          // A comment ends before its line feed.
          const end = text.charCodeAt(this.lineEnd - 1) === 10 ? this.lineEnd - 1 : this.lineEnd;
          this.cursor = end;
          c = this.read();
        }
        if (c === EOF) {
          if (this.level > 0 || this.state !== 'eof') return this.bareToken(T.error);
          return this.bareToken(T.endMarker);
        }
        if (c >= 128 || isIdentifierStart[c] === 1) return this.word(c, start);
        if (c === 10) {
          this.atLineStart = true;
          if (blankLine || this.level > 0) break;
          return this.newline(start);
        }
        if (c === 92) {
          const after = this.continuation();
          if (after !== null) return after;
          continue;
        }
        return this.afterWhitespace(c, start, mode);
      }
    }
  }

  private afterWhitespace(c: number, start: number, mode: Mode | undefined): Token {
    if (c === 46) {
      const c2 = this.read();
      if (isDigit(c2)) return this.fraction(start, c2);
      if (c2 === 46) {
        const c3 = this.read();
        if (c3 === 46) return this.token(T.ellipsis, start, this.cursor);
        this.backup(c3);
        this.cursor--;
      } else this.backup(c2);
      return this.token(T.dot, start, this.cursor);
    }
    if (isDigit(c)) return this.number(c, start);
    if (c === 34 || c === 39) return this.string(c, start);
    return this.operator(c, start, mode);
  }

  /** Indentation of a new line: `null` when the line is blank, a token when it is wrong, else undefined. */
  private indentation(): Token | null | undefined {
    let column = 0;
    let altColumn = 0;
    let continuedColumn = 0;
    let c: number;
    for (;;) {
      c = this.read();
      if (c === 32) {
        column++;
        altColumn++;
      } else if (c === 9) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        altColumn++;
      } else if (c === 12) {
        column = altColumn = 0;
      } else if (c === 92) {
        // The first backslash found decides the level of whatever comes next.
        continuedColumn = continuedColumn !== 0 ? continuedColumn : column;
        const after = this.continuation();
        if (after !== null) return after;
      } else break;
    }
    this.backup(c);
    if (c === 35 || c === 10) return null;
    if (this.level > 0) return undefined;
    if (continuedColumn !== 0) column = altColumn = continuedColumn;
    return this.changeIndent(column, altColumn);
  }

  private changeIndent(column: number, altColumn: number): Token | undefined {
    const { indents, altIndents } = this;
    let top = indents.length - 1;
    if (column === indents[top]) {
      return altColumn === altIndents[top] ? undefined : this.inconsistentTabs();
    }
    if (column > (indents[top] ?? 0)) {
      if (top + 1 >= MAX_INDENTS) {
        this.cursor = this.lineEnd;
        return this.stop('toodeep');
      }
      if (altColumn <= (altIndents[top] ?? 0)) return this.inconsistentTabs();
      this.pendingIndents++;
      indents.push(column);
      altIndents.push(altColumn);
      return undefined;
    }
    while (top > 0 && column < (indents[top] ?? 0)) {
      this.pendingIndents--;
      indents.pop();
      altIndents.pop();
      top--;
    }
    if (column !== indents[top]) {
      this.cursor = this.lineEnd;
      return this.stop('dedent');
    }
    return altColumn === altIndents[top] ? undefined : this.inconsistentTabs();
  }

  private inconsistentTabs(): Token {
    this.cursor = this.lineEnd;
    return this.stop('tabspace');
  }

  /** After a backslash: `null` when the next line continues, else the error. */
  private continuation(): Token | null {
    if (this.read() !== 10) return this.stop('linecont');
    const c = this.read();
    if (c === EOF) {
      this.cursor = this.lineEnd;
      return this.state === 'error' ? this.bareToken(T.error) : this.stop('eof');
    }
    this.cursor--;
    return null;
  }

  // ---- words ---------------------------------------------------------------------------------------------------

  private word(first: number, start: number): Token {
    let c = first;
    let prefix = '';
    while (this.extendsPrefix(prefix, c)) {
      prefix += String.fromCharCode(c | 32);
      c = this.read();
      if (c === 34 || c === 39) return this.prefixedString(prefix, c, start);
    }
    const { text } = this;
    let at = this.cursor - (c === EOF ? 0 : 1);
    let nonAscii = false;
    for (; at < this.lineEnd; at++) {
      const part = text.charCodeAt(at);
      if (part >= 128) nonAscii = true;
      else if (isIdentifierPart[part] === 0) break;
    }
    this.cursor = at;
    let name = text.slice(start, at);
    if (nonAscii) {
      const wrong = this.checkIdentifier(name, start);
      if (wrong !== null) return wrong;
      name = name.normalize('NFKC');
      return this.token(T.name, start, at, name);
    }
    return this.token(KEYWORDS.get(name) ?? T.name, start, at, name);
  }

  /** True when a letter can follow the letters of a string prefix. From 3.14 wrong pairs are refused later. */
  private extendsPrefix(prefix: string, c: number): boolean {
    if (c >= 128) return false;
    const letter = String.fromCharCode(c | 32);
    const letters = this.features.templateStrings ? 'burft' : 'burf';
    if (!letters.includes(letter) || prefix.includes(letter)) return false;
    if (this.features.templateStrings || prefix === '') return true;
    return prefix === 'r' ? letter !== 'u' : prefix.length === 1 && prefix !== 'u' && letter === 'r';
  }

  private prefixedString(prefix: string, quote: number, start: number): Token {
    for (const [a, b] of INCOMPATIBLE_PREFIXES) {
      if (!prefix.includes(a) || !prefix.includes(b)) continue;
      return this.raiseAt(
        `'${a}' and '${b}' prefixes are incompatible`, this.column(this.lineStart, start) + 1,
        this.column(this.lineStart, this.cursor), 'SyntaxError');
    }
    const isTemplate = prefix.includes('t');
    if (isTemplate || (prefix.includes('f') && this.features.formatStringTokens)) {
      return this.startFString(quote, start, isTemplate, prefix.includes('r'));
    }
    return this.string(quote, start);
  }

  /** PEP 3131: refuses characters that cannot be in an identifier. */
  private checkIdentifier(name: string, start: number): Token | null {
    let at = 0;
    for (const character of name) {
      const fine = at === 0 ? /[_\p{XID_Start}]/u.test(character) : /\p{XID_Continue}/u.test(character);
      if (!fine) {
        this.cursor = start + at + character.length;
        const codePoint = character.codePointAt(0) ?? 0;
        const named = codePointName(codePoint);
        return this.syntaxError(
          isPrintable(character)
            ? `invalid character '${character}' (${named})`
            : `invalid non-printable character ${named}`,
        );
      }
      at += character.length;
    }
    return null;
  }

  // ---- numbers -------------------------------------------------------------------------------------------------

  private number(first: number, start: number): Token {
    if (first !== 48) {
      const c = this.decimalTail();
      if (c === null) return this.bareToken(T.error);
      return c === 46 ? this.fraction(start, this.read()) : this.exponent(start, c);
    }
    let c = this.read();
    const lower = c | 32;
    if (lower === 120 && c > 0) return this.prefixed(start, 'hexadecimal', 16);
    if (lower === 111 && c > 0) return this.prefixed(start, 'octal', 8);
    if (lower === 98 && c > 0) return this.prefixed(start, 'binary', 2);
    for (;;) {
      if (c === 95) {
        c = this.read();
        if (!isDigit(c)) {
          this.backup(c);
          return this.syntaxError('invalid decimal literal');
        }
      }
      if (c !== 48) break;
      c = this.read();
    }
    const zerosEnd = this.cursor;
    let nonzero = false;
    if (isDigit(c)) {
      nonzero = true;
      const after = this.decimalTail();
      if (after === null) return this.bareToken(T.error);
      c = after;
    }
    if (c === 46) return this.fraction(start, this.read());
    if (c === 101 || c === 69 || c === 106 || c === 74) return this.exponent(start, c);
    if (nonzero) {
      this.backup(c);
      return this.raiseAt(
        'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
        this.column(this.lineStart, start) + 1,
        this.column(this.lineStart, zerosEnd),
        'SyntaxError',
      );
    }
    return this.endNumber(start, c, 'decimal');
  }

  private prefixed(start: number, kind: string, base: 16 | 8 | 2): Token {
    const good = base === 16 ? isHexDigit : (d: number) => d >= 48 && d < 48 + base;
    let c = this.read();
    do {
      if (c === 95) c = this.read();
      if (!good(c)) {
        if (base !== 16 && isDigit(c)) return this.badDigit(c, kind);
        this.backup(c);
        return this.syntaxError(`invalid ${kind} literal`);
      }
      do c = this.read();
      while (good(c));
    } while (c === 95);
    if (base !== 16 && isDigit(c)) return this.badDigit(c, kind);
    return this.endNumber(start, c, kind);
  }

  private badDigit(c: number, kind: string): Token {
    return this.syntaxError(`invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
  }

  /** Digits with underscores; the first character after them, or `null` after an error. */
  private decimalTail(): number | null {
    for (;;) {
      let c = this.read();
      while (isDigit(c)) c = this.read();
      if (c !== 95) return c;
      c = this.read();
      if (!isDigit(c)) {
        this.backup(c);
        this.syntaxError('invalid decimal literal');
        return null;
      }
    }
  }

  private fraction(start: number, first: number): Token {
    let c = first;
    if (isDigit(c)) {
      const after = this.decimalTail();
      if (after === null) return this.bareToken(T.error);
      c = after;
    }
    return this.exponent(start, c);
  }

  private exponent(start: number, first: number): Token {
    let c = first;
    if (c === 101 || c === 69) {
      const e = c;
      c = this.read();
      if (c === 43 || c === 45) {
        c = this.read();
        if (!isDigit(c)) {
          this.backup(c);
          return this.syntaxError('invalid decimal literal');
        }
      } else if (!isDigit(c)) {
        this.backup(c);
        if (!this.checkNumberEnd(e, 'decimal')) return this.bareToken(T.error);
        this.backup(e);
        return this.token(T.number, start, this.cursor);
      }
      const after = this.decimalTail();
      if (after === null) return this.bareToken(T.error);
      c = after;
    }
    if (c === 106 || c === 74) return this.endNumber(start, this.read(), 'imaginary');
    return this.endNumber(start, c, 'decimal');
  }

  private endNumber(start: number, c: number, kind: string): Token {
    if (!this.checkNumberEnd(c, kind)) return this.bareToken(T.error);
    this.backup(c);
    return this.token(T.number, start, this.cursor);
  }

  /** A number may touch a keyword such as `and` (with a warning), no other word. `c` has been read. */
  private checkNumberEnd(c: number, kind: string): boolean {
    if (c < 0 || c >= 128 || isIdentifierPart[c] === 0) return true;
    if (this.isKeywordAfterNumber(c)) {
      this.warn(`invalid ${kind} literal`);
      return true;
    }
    this.cursor--;
    this.syntaxError(`invalid ${kind} literal`);
    return false;
  }

  private isKeywordAfterNumber(c: number): boolean {
    switch (c) {
      case 97: return this.followedBy('nd');
      case 101: return this.followedBy('lse');
      case 102: return this.followedBy('or');
      case 105: return 'fns'.includes(this.text.charAt(this.cursor) || ' ');
      case 111: return this.followedBy('r');
      case 110: return this.followedBy('ot');
      default: return false;
    }
  }

  private followedBy(rest: string): boolean {
    if (!this.text.startsWith(rest, this.cursor)) return false;
    const after = this.text.charCodeAt(this.cursor + rest.length);
    return Number.isNaN(after) || !isPart(after);
  }

  // ---- strings -------------------------------------------------------------------------------------------------

  private string(quote: number, start: number): Token {
    const startLineno = this.lineno;
    const startLine = this.lineStart;
    const startCol = this.column(startLine, start);
    let quoteSize = 1;
    let endQuotes = 0;
    let escapedQuote = false;
    let c = this.read();
    if (c === quote) {
      c = this.read();
      if (c === quote) quoteSize = 3;
      else endQuotes = 1;
    }
    if (c !== quote) this.backup(c);
    while (endQuotes !== quoteSize) {
      c = this.read();
      if (this.state === 'error') return this.bareToken(T.error);
      if (c === EOF || (quoteSize === 1 && c === 10)) {
        return this.unterminated(quote, quoteSize, start, startLineno, startLine, escapedQuote);
      }
      if (c === quote) {
        endQuotes++;
        continue;
      }
      endQuotes = 0;
      if (c === 92) {
        c = this.read();
        if (c === quote) escapedQuote = true;
      }
    }
    return this.stringToken(T.string, start, this.cursor, startLineno, startCol);
  }

  private unterminated(
    quote: number, quoteSize: number, start: number, startLineno: number, startLine: number, escaped: boolean,
  ): Token {
    const detected = this.lineno;
    this.cursor = start + 1;
    this.lineStart = startLine;
    this.lineno = startLineno;
    const mode = this.modes[this.modes.length - 1];
    if (mode !== undefined && mode.quote === quote && mode.quoteSize === quoteSize) {
      return this.syntaxError(`${fstringLetter(mode)}-string: expecting '}'`);
    }
    if (quoteSize === 3) {
      return this.syntaxError(`unterminated triple-quoted string literal (detected at line ${detected})`);
    }
    const hint = escaped && this.features.errorRules >= 13 ? '; perhaps you escaped the end quote?' : '';
    return this.syntaxError(`unterminated string literal (detected at line ${detected})${hint}`);
  }

  // ---- f-strings -----------------------------------------------------------------------------------------------

  private startFString(quote: number, start: number, isTemplate: boolean, raw: boolean): Token {
    const mode: Mode = {
      inString: true, isTemplate, quote, quoteSize: 1, raw, start, lineStart: this.lineStart, lineno: this.lineno,
      braceDepth: 0, fieldDepth: -1, inFormatSpec: false,
    };
    let quoteSize = 1;
    const c = this.read();
    if (c === quote) {
      const c2 = this.read();
      if (c2 === quote) quoteSize = 3;
      else {
        this.backup(c2);
        this.backup(c);
      }
    } else this.backup(c);
    if (this.modes.length + 1 >= MAX_FSTRINGS) return this.syntaxError('too many nested f-strings');
    this.modes.push({ ...mode, quoteSize });
    return this.token(isTemplate ? T.tstringStart : T.fstringStart, start, this.cursor);
  }

  private nextInString(mode: Mode): Token {
    const start = this.cursor;
    const startLineno = this.lineno;
    this.insideToken = true;
    const first = this.read();
    // An f-string's text can begin at the end of a line that has been used up.
    const startCol = first === EOF || this.lineno === startLineno
      ? this.column(this.lineStart, start) : 0;
    const begin = { start, lineno: startLineno, col: startCol };
    if (first === 123) {
      if (this.peek() !== 123) {
        this.cursor--;
        return this.enterField(mode) ?? this.nextNormal(mode);
      }
    }
    this.backup(first);
    let quotes = 0;
    while (quotes < mode.quoteSize) {
      const c = this.read();
      if (c !== mode.quote) {
        this.backup(c);
        break;
      }
      quotes++;
    }
    if (quotes === mode.quoteSize) {
      this.modes.pop();
      return this.stringToken(
        mode.isTemplate ? T.tstringEnd : T.fstringEnd, start, this.cursor, startLineno, startCol);
    }
    return this.stringMiddle(mode, begin);
  }

  private peek(): number {
    const c = this.read();
    this.backup(c);
    return c;
  }

  /** Begins a replacement field; the error when they are nested too deeply. */
  private enterField(mode: Mode): Token | null {
    mode.fieldDepth++;
    if (mode.fieldDepth >= MAX_FIELD_NESTING) {
      return this.syntaxError(`${fstringLetter(mode)}-string: expressions nested too deeply`);
    }
    mode.inString = false;
    return null;
  }

  private stringMiddle(mode: Mode, begin: { start: number; lineno: number; col: number }): Token {
    let endQuotes = 0;
    let namedEscape = false;
    const middle = (end: number): Token =>
      this.stringToken(mode.isTemplate ? T.tstringMiddle : T.fstringMiddle, begin.start, end, begin.lineno, begin.col);
    while (endQuotes !== mode.quoteSize) {
      const c = this.read();
      if (this.state === 'error') return this.bareToken(T.error);
      const inFormatSpec = mode.inFormatSpec && mode.fieldDepth >= 0;
      if (c === EOF || (mode.quoteSize === 1 && c === 10)) {
        if (inFormatSpec && c === 10) {
          // The format spec ends here; the parser says what is missing.
          this.cursor--;
          mode.inString = false;
          mode.inFormatSpec = false;
          return middle(this.cursor);
        }
        return this.unterminatedFString(mode);
      }
      if (c === mode.quote) {
        endQuotes++;
        continue;
      }
      endQuotes = 0;
      if (c === 123) {
        const c2 = this.read();
        if (c2 === 123 && !inFormatSpec) return middle(this.cursor - 1);
        this.backup(c2);
        this.cursor--;
        const wrong = this.enterField(mode);
        mode.inFormatSpec = false;
        return wrong ?? middle(this.cursor);
      }
      if (c === 125) {
        if (namedEscape) return middle(this.cursor);
        const c2 = this.read();
        if (c2 === 125 && !inFormatSpec && mode.braceDepth === 0) return middle(this.cursor - 1);
        this.backup(c2);
        this.cursor--;
        mode.inString = false;
        mode.inFormatSpec = false;
        return middle(this.cursor);
      }
      if (c === 92) namedEscape = this.escapeInFString(mode) || namedEscape;
    }
    this.cursor -= mode.quoteSize;
    return middle(this.cursor);
  }

  /** After a backslash in an f-string; true when a `\N{` begins. */
  private escapeInFString(mode: Mode): boolean {
    const c = this.read();
    if (c === 123 || c === 125) {
      if (!mode.raw) this.warn(invalidEscapeMessage(String.fromCharCode(c), this.features));
      this.cursor--;
      return false;
    }
    if (mode.raw || c !== 78) return false;
    if (this.peek() !== 123) return false;
    this.read();
    return true;
  }

  private unterminatedFString(mode: Mode): Token {
    const detected = this.lineno;
    this.cursor = mode.start + 1;
    this.lineStart = mode.lineStart;
    this.lineno = mode.lineno;
    const triple = mode.quoteSize === 3 ? 'triple-quoted ' : '';
    return this.syntaxError(
      `unterminated ${triple}${fstringLetter(mode)}-string literal (detected at line ${detected})`);
  }

  // ---- operators -----------------------------------------------------------------------------------------------

  private operator(c: number, start: number, mode: Mode | undefined): Token {
    if (mode !== undefined && mode.fieldDepth >= 0 && c === 58) {
      // The colon that begins a format spec.
      if (mode.braceDepth - 1 === mode.fieldDepth) {
        mode.inString = true;
        mode.inFormatSpec = true;
        return this.token(T.colon, start, this.cursor);
      }
    }
    const c2 = this.read();
    const two = operatorOf2(c, c2);
    if (two !== T.op) {
      const c3 = this.read();
      const three = operatorOf3(c, c2, c3);
      if (three !== T.op) return this.token(three, start, this.cursor);
      this.backup(c3);
      return this.token(two, start, this.cursor);
    }
    this.backup(c2);
    if (c === 40 || c === 91 || c === 123) {
      if (this.level >= MAX_BRACKETS) return this.syntaxError('too many nested parentheses');
      this.brackets[this.level] = { char: c, lineno: this.lineno, index: start, lineStart: this.lineStart };
      this.level++;
      if (mode !== undefined) mode.braceDepth++;
    } else if (c === 41 || c === 93 || c === 125) {
      const wrong = this.closeBracket(c, mode);
      if (wrong !== null) return wrong;
    }
    if (c < 32 || c === 127) return this.syntaxError(`invalid non-printable character ${codePointName(c)}`);
    if (c === 33 && !this.features.formatStringTokens) return this.token(T.op, start, this.cursor);
    return this.token(operatorOf1(c), start, this.cursor);
  }

  private closeBracket(c: number, mode: Mode | undefined): Token | null {
    const char = String.fromCharCode(c);
    if (mode !== undefined && mode.braceDepth === 0 && c === 125) {
      return this.syntaxError(`${fstringLetter(mode)}-string: single '}' is not allowed`);
    }
    if (this.level === 0) return this.syntaxError(`unmatched '${char}'`);
    this.level--;
    const open = this.brackets[this.level];
    const opening = open?.char ?? 0;
    const matches = (opening === 40 && c === 41) || (opening === 91 && c === 93) || (opening === 123 && c === 125);
    if (!matches) {
      if (mode !== undefined && opening === 123 && mode.braceDepth - 1 === mode.fieldDepth) {
        return this.syntaxError(`${fstringLetter(mode)}-string: unmatched '${char}'`);
      }
      const where = open !== undefined && open.lineno !== this.lineno ? ` on line ${open.lineno}` : '';
      return this.syntaxError(
        `closing parenthesis '${char}' does not match opening parenthesis '${String.fromCharCode(opening)}'${where}`);
    }
    if (mode === undefined) return null;
    mode.braceDepth--;
    if (mode.braceDepth < 0) return this.syntaxError(`${fstringLetter(mode)}-string: unmatched '${char}'`);
    if (c === 125 && mode.braceDepth === mode.fieldDepth) {
      mode.fieldDepth--;
      mode.inString = true;
      mode.inFormatSpec = false;
    }
    return null;
  }
}

function fstringLetter(mode: Mode): string {
  return mode.isTemplate ? 't' : 'f';
}

/** The text of the warning about an unknown escape such as `\d`. */
export function invalidEscapeMessage(escape: string, features: ParserFeatures): string {
  const octal = escape.length > 1 ? 'octal ' : '';
  if (features.errorRules >= 14) {
    const article = octal === '' ? 'an invalid' : 'an invalid octal';
    return `"\\${escape}" is ${article} escape sequence. Such sequences will not work in the future. `
      + `Did you mean "\\\\${escape}"? A raw string is also an option.`;
  }
  return `invalid ${octal}escape sequence '\\${escape}'`;
}
