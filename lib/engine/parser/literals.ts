// Number and string tokens to values (CPython 3.13 Parser/pegen.c, parsenumber; Parser/string_parser.c;
// Objects/unicodeobject.c, _PyUnicode_DecodeUnicodeEscapeInternal; Objects/bytesobject.c, _PyBytes_DecodeEscape).

import type { ConstantValue } from './ast.ts';
import { lookUpCharacter } from './character-names.ts';
import type { ParserFeatures } from './features.ts';
import { invalidEscapeMessage } from './string-tokens.ts';

/** A literal that can't be read: the message that CPython puts after `(unicode error) `, or the whole one. */
export interface LiteralTrouble {
  readonly trouble: string;
}

/** Value of a NUMBER token; trouble when it has too many digits. */
export function numberValue(text: string, maxIntDigits: number): ConstantValue | LiteralTrouble {
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  const second = digits.charCodeAt(1) | 32;
  if (digits.charCodeAt(0) === 48 && (second === 120 || second === 111 || second === 98)) {
    return { t: 'int', v: BigInt(digits) };
  }
  const last = digits.charCodeAt(digits.length - 1) | 32;
  if (last === 106) return { t: 'complex', v: Number(digits.slice(0, -1)) };
  if (/[.eE]/.test(digits)) return { t: 'float', v: Number(digits) };
  if (maxIntDigits > 0 && digits.length > maxIntDigits) {
    return {
      trouble: `Exceeds the limit (${maxIntDigits} digits) for integer string conversion: value has `
        + `${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`
        + ' - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.',
    };
  }
  return { t: 'int', v: BigInt(digits) };
}

/** What stands around and in a string token. */
export interface StringShape {
  readonly isBytes: boolean;
  readonly isRaw: boolean;
  readonly isUnicodePrefixed: boolean;
  readonly isFormat: boolean;
  /** Bounds of the text between the quotes, within the token. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** Prefix and quotes of a STRING token. */
export function stringShape(token: string): StringShape {
  let isBytes = false, isRaw = false, isUnicodePrefixed = false, isFormat = false;
  let at = 0;
  for (; ; at++) {
    const lower = token.charCodeAt(at) | 32;
    if (lower === 98) isBytes = true;
    else if (lower === 114) isRaw = true;
    else if (lower === 117) isUnicodePrefixed = token.charCodeAt(at) === 117;
    else if (lower === 102) isFormat = true;
    else break;
  }
  const quote = token.charCodeAt(at);
  const rest = token.length - at;
  const size = rest >= 6 && token.charCodeAt(at + 1) === quote && token.charCodeAt(at + 2) === quote ? 3 : 1;
  return { isBytes, isRaw, isUnicodePrefixed, isFormat, bodyStart: at + size, bodyEnd: token.length - size };
}

/** Called with the message about the first unknown escape of a literal and where in the body its backslash stands. */
export type EscapeWarning = (message: string, slash: number) => void;

/** Value of a str body. */
export function decodeText(
  body: string, isRaw: boolean, features: ParserFeatures, warn: EscapeWarning,
): ConstantValue | LiteralTrouble {
  if (isRaw || !body.includes('\\')) return { t: 'str', v: body };
  return new TextDecoding(body, features, warn).run();
}

const SIMPLE_ESCAPES: ReadonlyMap<number, string> = new Map([
  [10, ''], [92, '\\'], [39, "'"], [34, '"'], [97, '\x07'], [98, '\b'], [102, '\f'], [110, '\n'], [114, '\r'],
  [116, '\t'], [118, '\v'],
]);

/** One pass over a str body with escapes. */
class TextDecoding {
  private readonly body: string;
  private readonly features: ParserFeatures;
  private readonly warn: EscapeWarning;
  private warned = false;
  private at = 0;
  private out = '';
  private sawSurrogate = false;
  private readonly pieces: (string | number)[] = [];

  constructor(body: string, features: ParserFeatures, warn: EscapeWarning) {
    this.body = body;
    this.features = features;
    this.warn = warn;
  }

  run(): ConstantValue | LiteralTrouble {
    const { body } = this;
    while (this.at < body.length) {
      const slash = body.indexOf('\\', this.at);
      if (slash < 0) break;
      this.append(body.slice(this.at, slash));
      this.at = slash + 1;
      const trouble = this.escape(slash);
      if (trouble !== null) return trouble;
    }
    this.append(body.slice(this.at));
    return textValue(this.out, this.sawSurrogate ? this.pieces : null);
  }

  private append(text: string): void {
    this.out += text;
    if (this.sawSurrogate) this.pieces.push(text);
  }

  private appendCode(code: number): void {
    if (code >= 0xd800 && code < 0xe000) {
      if (!this.sawSurrogate) this.pieces.push(this.out);
      this.sawSurrogate = true;
      this.out += String.fromCharCode(code);
      this.pieces.push(code);
    } else this.append(String.fromCodePoint(code));
  }

  private escape(slash: number): LiteralTrouble | null {
    const c = this.body.charCodeAt(this.at);
    const simple = SIMPLE_ESCAPES.get(c);
    if (simple !== undefined) {
      this.at++;
      this.append(simple);
      return null;
    }
    if (c >= 48 && c <= 55) return this.octal();
    if (c === 120) return this.hex(slash, 2, 'truncated \\xXX escape');
    if (c === 117) return this.hex(slash, 4, 'truncated \\uXXXX escape');
    if (c === 85) return this.hex(slash, 8, 'truncated \\UXXXXXXXX escape');
    if (c === 78) return this.named(slash);
    this.append('\\');
    if (c < 128) this.warnOnce(String.fromCharCode(c), slash);
    return null;
  }

  private warnOnce(escape: string, slash: number): void {
    if (!this.warned) this.warn(invalidEscapeMessage(escape, this.features), slash);
    this.warned = true;
  }

  private octal(): null {
    let end = this.at;
    while (end < this.at + 3 && this.body.charCodeAt(end) >= 48 && this.body.charCodeAt(end) <= 55) end++;
    const digits = this.body.slice(this.at, end);
    const code = Number.parseInt(digits, 8);
    if (code > 0o377) this.warnOnce(digits, this.at - 1);
    this.at = end;
    this.appendCode(code);
    return null;
  }

  private hex(slash: number, count: number, message: string): LiteralTrouble | null {
    this.at++;
    let code = 0;
    for (let i = 0; i < count; i++) {
      const digit = Number.parseInt(this.body.charAt(this.at), 16);
      if (Number.isNaN(digit)) return this.trouble(slash, message);
      code = code * 16 + digit;
      this.at++;
    }
    if (code > 0x10ffff) return this.trouble(slash, 'illegal Unicode character');
    this.appendCode(code);
    return null;
  }

  private named(slash: number): LiteralTrouble | null {
    this.at++;
    if (this.body.charCodeAt(this.at) !== 123) return this.trouble(slash, 'malformed \\N character escape');
    const end = this.body.indexOf('}', this.at);
    if (end < 0 || end === this.at + 1) {
      this.at = end < 0 ? this.body.length : end;
      return this.trouble(slash, 'malformed \\N character escape');
    }
    const name = this.body.slice(this.at + 1, end);
    this.at = end + 1;
    const found = lookUpCharacter(name);
    if (found === null) return this.trouble(slash, 'unknown Unicode character name');
    this.appendCode(found);
    return null;
  }

  /** Positions count bytes of CPython's intermediate form, where a non-ASCII character takes ten. */
  private trouble(slash: number, message: string): LiteralTrouble {
    const start = expandedLength(this.body, slash);
    const end = expandedLength(this.body, this.at) - 1;
    const where = end <= start ? `byte 0x5c in position ${start}` : `bytes in position ${start}-${end}`;
    return { trouble: `(unicode error) 'unicodeescape' codec can't decode ${where}: ${message}` };
  }
}

function expandedLength(body: string, end: number): number {
  let length = 0;
  for (let i = 0; i < end; i++) {
    const unit = body.charCodeAt(i);
    if (unit < 128) {
      length++;
      if (unit === 92) {
        i++;
        if (i < end) length += body.charCodeAt(i) < 128 ? 1 : 15;
        if ((body.charCodeAt(i) & 0xfc00) === 0xd800) i++;
      }
    } else {
      length += 10;
      if ((unit & 0xfc00) === 0xd800) i++;
    }
  }
  return length;
}

/** A str value from UTF-16 text; `pieces` (text, and surrogates that were escapes) decides where that is ambiguous. */
function textValue(text: string, pieces: readonly (string | number)[] | null): ConstantValue {
  if (pieces === null) return { t: 'str', v: text };
  const codePoints: number[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'number') codePoints.push(piece);
    else for (const character of piece) codePoints.push(character.codePointAt(0) ?? 0);
  }
  return codePoints.length === [...text].length ? { t: 'str', v: text } : { t: 'str', v: text, codePoints };
}

/** Adjacent str values as one. */
export function concatenateTexts(values: readonly ConstantValue[]): ConstantValue {
  const texts: string[] = [];
  let ambiguous = false;
  let last = 0;
  for (const value of values) {
    if (value.t !== 'str' || value.v === '') continue;
    // Two literals can put surrogates side by side that are no pair in Python.
    if (value.codePoints !== undefined || ((value.v.charCodeAt(0) & 0xfc00) === 0xdc00 && (last & 0xfc00) === 0xd800)) {
      ambiguous = true;
    }
    last = value.v.charCodeAt(value.v.length - 1);
    texts.push(value.v);
  }
  const text = texts.join('');
  if (!ambiguous) return { t: 'str', v: text };
  const pieces: (string | number)[] = [];
  for (const value of values) {
    if (value.t === 'str') pieces.push(...(value.codePoints ?? [value.v]));
  }
  return textValue(text, pieces);
}

const SIMPLE_BYTE_ESCAPES: ReadonlyMap<number, number> = new Map([
  [92, 92], [39, 39], [34, 34], [97, 7], [98, 8], [102, 12], [110, 10], [114, 13], [116, 9], [118, 11],
]);

/** Value of a bytes body. */
export function decodeBytes(
  body: string, isRaw: boolean, features: ParserFeatures, warn: EscapeWarning,
): ConstantValue | LiteralTrouble {
  const bytes: number[] = [];
  let warned = false;
  const warnOnce = (escape: string, slash: number): void => {
    if (!warned) warn(invalidEscapeMessage(escape, features), slash);
    warned = true;
  };
  for (let i = 0; i < body.length; i++) {
    const c = body.charCodeAt(i);
    if (c >= 128) return { trouble: 'bytes can only contain ASCII literal characters' };
    if (c !== 92 || isRaw) {
      bytes.push(c);
      continue;
    }
    i++;
    const escape = body.charCodeAt(i);
    const simple = SIMPLE_BYTE_ESCAPES.get(escape);
    if (simple !== undefined) {
      bytes.push(simple);
    } else if (escape >= 48 && escape <= 55) {
      const digits = /^[0-7]{1,3}/.exec(body.slice(i, i + 3))?.[0] ?? '';
      const code = Number.parseInt(digits, 8);
      if (code > 0o377) warnOnce(digits, i - 1);
      bytes.push(code & 0xff);
      i += digits.length - 1;
    } else if (escape === 120) {
      const digits = body.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) return { trouble: `(value error) invalid \\x escape at position ${i - 1}` };
      bytes.push(Number.parseInt(digits, 16));
      i += 2;
    } else if (escape !== 10) {
      if (escape >= 128) return { trouble: 'bytes can only contain ASCII literal characters' };
      warnOnce(String.fromCharCode(escape), i - 1);
      bytes.push(92, escape);
    }
  }
  return { t: 'bytes', v: Uint8Array.from(bytes) };
}
