// Source text to tokens, one at a time, as the parser asks for them (CPython 3.13 Parser/lexer/lexer.c). Laziness
// matters: which of two mistakes is reported depends on how far the parser had read. The classes that it extends read
// characters, numbers and strings.
import { EOF, isDigit, isIdentifierPart, isIdentifierStart } from './characters.ts';
import { fstringLetter, type Mode, StringTokens } from './string-tokens.ts';
import { KEYWORDS, operatorOf1, operatorOf2, operatorOf3, T, type Token } from './tokens.ts';

const MAX_INDENTS = 100;
const MAX_BRACKETS = 200;
const TAB_SIZE = 8;

const INCOMPATIBLE_PREFIXES = [['u', 'b'], ['u', 'r'], ['u', 'f'], ['u', 't'], ['b', 'f'], ['b', 't'], ['f', 't']] as const;

/** True for characters that repr() shows as they are (Py_UNICODE_ISPRINTABLE). */
export function isPrintable(character: string): boolean {
  return character === ' ' || !/[\p{C}\p{Z}]/u.test(character);
}

/** `U+XXXX` of a code point. */
function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The tokenizer. After an error, `next` must not be called again. */
export class Tokenizer extends StringTokens {
  private atLineStart = true;
  private startedLine = false;
  private pendingIndents = 0;
  private indents = [0];
  private altIndents = [0];
  private readonly brackets: { char: number; lineno: number; index: number; lineStart: number }[] = [];

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

  // ---- outside strings -----------------------------------------------------------------------------------------

  protected nextNormal(mode: Mode | undefined): Token {
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
