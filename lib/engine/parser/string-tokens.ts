// Strings, and f-strings and t-strings piece by piece (CPython 3.13 Parser/lexer/lexer.c: f_string_quote, letter_quote,
// tok_get_fstring_mode).
import { EOF } from './characters.ts';
import type { ParserFeatures } from './features.ts';
import { NumberTokens } from './number-tokens.ts';
import { T, type Token } from './tokens.ts';

const MAX_FSTRINGS = 150;
/** Nesting of replacement fields inside format specs (lexer.h MAX_EXPR_NESTING). */
const MAX_FIELD_NESTING = 3;

/** One level of the stack of modes: outside or inside an f-string. */
export interface Mode {
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

/** Reads strings, and the texts between the replacement fields of f-strings. */
export abstract class StringTokens extends NumberTokens {
  protected modes: Mode[] = [];

  /** The next token outside strings; `mode` is the f-string around it. */
  protected abstract nextNormal(mode: Mode | undefined): Token;

  protected string(quote: number, start: number): Token {
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

  protected startFString(quote: number, start: number, isTemplate: boolean, raw: boolean): Token {
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

  protected nextInString(mode: Mode): Token {
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
}

export function fstringLetter(mode: Mode): string {
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
