// repr() and ascii() of texts (CPython Objects/unicodeobject.c: unicode_repr; Objects/object.c: PyObject_ASCII).
import { isPrintable } from './unicode.ts';

const PLAIN = /^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/;

/** The repr of a text: single quotes unless it holds them and no double ones. */
export function textRepr(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (char === quote || char === '\\') out += `\\${char}`;
    else if (isPrintable(code)) out += char;
    else out += escapeOf(code);
  }
  return out + quote;
}

/** `\n`, `\xhh`, `\uhhhh` or `\Uhhhhhhhh`. */
export function escapeOf(code: number): string {
  if (code === 10) return '\\n';
  if (code === 13) return '\\r';
  if (code === 9) return '\\t';
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Non-ASCII characters of a repr as escapes (the `backslashreplace` of ascii()). */
export function asciiText(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    out += code < 128 ? char : escapeOf(code);
  }
  return out;
}
