// Characters of the source, line by line, and the tokens and errors that are made of places in it (CPython 3.13
// Parser/tokenizer/: tok_nextc, tok_backup; Parser/lexer/: MAKE_TOKEN, syntaxerror).
import type { Position } from './ast.ts';
import type { Diagnostic, DiagnosticType, SourceWarning } from './diagnostic.ts';
import type { ParserFeatures } from './features.ts';
import { characterCount, type SourceText } from './source-text.ts';
import { T, type Token } from './tokens.ts';

export const EOF = -1;

/** Why no further token comes: CPython's E_OK, E_EOF … */
type TokenizerState =
  | 'ok' | 'eof' | 'error' | 'dedent' | 'tabspace' | 'toodeep' | 'linecont';

export const isIdentifierStart = new Uint8Array(128);
export const isIdentifierPart = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
  if (letter) isIdentifierStart[c] = 1;
  if (letter || (c >= 48 && c <= 57)) isIdentifierPart[c] = 1;
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Reads characters; what is read belongs to one token until `insideToken` is off. */
export class CharacterReader {
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

  protected readonly features: ParserFeatures;
  protected readonly text: string;
  /** Column of the first line's first character. */
  private readonly firstColumn: number;

  protected insideToken = false;

  /** `origin` places the source's first character, when it is a piece of a file. */
  constructor(source: SourceText, features: ParserFeatures, origin?: { readonly lineno: number; readonly colOffset: number }) {
    this.source = source;
    this.lineno = (origin?.lineno ?? 1) - 1;
    this.firstColumn = origin?.colOffset ?? 0;
    this.text = source.text;
    this.features = features;
  }

  protected read(): number {
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

  protected backup(c: number): void {
    if (c !== EOF) this.cursor--;
  }

  /** UTF-8 column of an index in a line. */
  column(lineStart: number, index: number): number {
    const column = this.source.column(lineStart, index);
    return lineStart === 0 ? column + this.firstColumn : column;
  }

  protected token(type: number, start: number, end: number, text = ''): Token {
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
  protected newline(start: number): Token {
    const tok = this.token(T.newline, start, this.cursor - 1);
    return this.features.formatStringTokens ? tok : { ...tok, endColOffset: tok.endColOffset - 1 };
  }

  /** A token that may have begun on an earlier line. */
  protected stringToken(type: number, start: number, end: number, startLineno: number, startCol: number): Token {
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

  protected bareToken(type: number): Token {
    return {
      type, start: this.cursor, end: this.cursor, lineno: this.lineno, colOffset: -1,
      endLineno: this.lineno, endColOffset: -1, level: this.level, text: '',
    };
  }

  protected stop(state: TokenizerState): Token {
    this.state = state;
    return this.bareToken(T.error);
  }

  /** Raises at the character before the cursor, as tokenizer errors do. */
  protected syntaxError(msg: string, type: DiagnosticType = 'SyntaxError'): Token {
    const offset = characterCount(this.text, this.lineStart, this.cursor);
    return this.raiseAt(msg, offset, offset, type);
  }

  protected raiseAt(msg: string, offset: number, endOffset: number, type: DiagnosticType): Token {
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

  protected warn(msg: string): void {
    if (!this.reportWarnings) return;
    this.warnings.push({ category: 'SyntaxWarning', msg, lineno: this.lineno, at: this.beforeLastRead() });
  }
}
