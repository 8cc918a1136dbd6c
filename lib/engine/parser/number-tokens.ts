// Numbers in the source (CPython 3.13 Parser/lexer/lexer.c: the numbers of tok_get_normal_mode, verify_end_of_number).
import { CharacterReader, isDigit, isIdentifierPart } from './characters.ts';
import { T, type Token } from './tokens.ts';

function isHexDigit(c: number): boolean {
  return isDigit(c) || (c >= 97 && c <= 102) || (c >= 65 && c <= 70);
}

function isPart(c: number): boolean {
  return c >= 128 || (c >= 0 && isIdentifierPart[c] === 1);
}

/** Reads one number, after its first character. */
export class NumberTokens extends CharacterReader {
  protected number(first: number, start: number): Token {
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

  protected fraction(start: number, first: number): Token {
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
}
