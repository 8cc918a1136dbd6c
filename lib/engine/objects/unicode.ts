// Character properties as CPython's str methods see them (CPython Objects/unicodectype.c). JavaScript's property classes where they agree, tables otherwise.
import { onDemand } from '#lib/std/on-demand.ts';
import { AMBIGUOUS_RANGES, DECIMAL_ZEROS, DIGIT_RANGES, FOLD_MAP, NUMERIC_RANGES, TITLE_MAP, WIDE_RANGES } from './unicode-tables.ts';

/** A pattern for one character, compiled when it is first asked for: the host collects a property's characters then, and most programs are ASCII. */
const pattern = (source: string): (() => RegExp) => onDemand(() => new RegExp(source, 'u'));

const nonPrintable = pattern('[\\p{C}\\p{Zl}\\p{Zp}\\p{Zs}]');
const alpha = pattern('^\\p{L}$');
const lower = pattern('^\\p{Lowercase}$');
const upper = pattern('^\\p{Uppercase}$');
const title = pattern('^\\p{Lt}$');
const cased = pattern('^[\\p{Lowercase}\\p{Uppercase}\\p{Lt}]$');
const idStart = pattern('^[\\p{XID_Start}_]$');
const idContinue = pattern('^\\p{XID_Continue}$');

/** str.isspace: bidirectional types WS, B, S and category Zs. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029
    || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** Line boundaries of str.splitlines. */
export function isLineBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || (code >= 28 && code <= 30) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Value of a decimal digit of any script, or -1. */
export function decimalValue(code: number): number {
  if (code < 0x660) return code >= 48 && code <= 57 ? code - 48 : -1;
  let low = 0;
  let high = DECIMAL_ZEROS.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((DECIMAL_ZEROS[middle] as number) <= code) low = middle;
    else high = middle - 1;
  }
  const value = code - (DECIMAL_ZEROS[low] as number);
  return value >= 0 && value <= 9 ? value : -1;
}

function decodeRanges(text: string): readonly number[] {
  const edges: number[] = [];
  let at = 0;
  for (const gap of text.split(' ')) {
    at += Number.parseInt(gap, 16);
    edges.push(at);
  }
  return edges;
}

const digitEdges = onDemand(() => decodeRanges(DIGIT_RANGES));
const numericEdges = onDemand(() => decodeRanges(NUMERIC_RANGES));
const wideEdges = onDemand(() => decodeRanges(WIDE_RANGES));
const ambiguousEdges = onDemand(() => decodeRanges(AMBIGUOUS_RANGES));

/** `edges` holds first, last, first, last … ascending. */
function inRanges(edges: readonly number[], code: number): boolean {
  let low = 0;
  let high = edges.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle * 2] as number) <= code) low = middle;
    else high = middle - 1;
  }
  return code >= (edges[low * 2] as number) && code <= (edges[low * 2 + 1] as number);
}

/** East_Asian_Width. */
export function eastAsianWidth(code: number): 'F' | 'H' | 'W' | 'Na' | 'A' | 'N' {
  if ((code >= 0x20 && code <= 0x7e) || code === 0xa2 || code === 0xa3 || code === 0xa5 || code === 0xa6 || code === 0xac || code === 0xaf) return 'Na';
  if ((code >= 0x27e6 && code <= 0x27ed) || code === 0x2985 || code === 0x2986) return 'Na';
  if ((code >= 0xff01 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6) || code === 0x3000) return 'F';
  if (inRanges(HALF_WIDTH, code)) return 'H';
  if (inRanges(wideEdges(), code)) return 'W';
  return inRanges(ambiguousEdges(), code) ? 'A' : 'N';
}

const HALF_WIDTH: readonly number[] = [0x20a9, 0x20a9, 0xff61, 0xffbe, 0xffc2, 0xffc7, 0xffca, 0xffcf, 0xffd2, 0xffd7, 0xffda, 0xffdc, 0xffe8, 0xffee];

/** Takes two columns on a terminal. */
export function isWide(code: number): boolean {
  if (code < 0x1100) return false;
  const width = eastAsianWidth(code);
  return width === 'W' || width === 'F';
}

export const isDecimal = (code: number): boolean => decimalValue(code) >= 0;
export const isDigit = (code: number): boolean => decimalValue(code) >= 0 || (code > 127 && inRanges(digitEdges(), code));
export const isNumeric = (code: number): boolean => isDigit(code) || (code > 127 && inRanges(numericEdges(), code));

export function isAlpha(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return alpha().test(String.fromCodePoint(code));
}

export const isAlnum = (code: number): boolean => isAlpha(code) || isNumeric(code);

export function isLower(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  return lower().test(String.fromCodePoint(code));
}

export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return upper().test(String.fromCodePoint(code));
}

export function isTitle(code: number): boolean {
  return code >= 128 && title().test(String.fromCodePoint(code));
}

export function isCased(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return cased().test(String.fromCodePoint(code));
}

/** Py_UNICODE_ISPRINTABLE. */
export function isPrintable(code: number): boolean {
  if (code < 127) return code >= 32;
  return !nonPrintable().test(String.fromCodePoint(code));
}

export function isIdentifierStart(code: number): boolean {
  if (code < 128) return code === 95 || isAlpha(code);
  return idStart().test(String.fromCodePoint(code));
}

export function isIdentifierPart(code: number): boolean {
  if (code < 128) return code === 95 || isAlpha(code) || (code >= 48 && code <= 57);
  return idContinue().test(String.fromCodePoint(code));
}

function decodeMap(text: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const entry of text.split(';')) {
    const colon = entry.indexOf(':');
    if (colon > 0) map.set(Number.parseInt(entry.slice(0, colon), 16), entry.slice(colon + 1));
  }
  return map;
}

const titleMap = onDemand(() => decodeMap(TITLE_MAP));
const foldMap = onDemand(() => decodeMap(FOLD_MAP));

/** Full title-case mapping of one character. */
export function titleOf(char: string): string {
  return titleMap().get(char.codePointAt(0) as number) ?? char.toUpperCase();
}

/** Full case folding of one character. */
export function foldOf(char: string): string {
  return foldMap().get(char.codePointAt(0) as number) ?? char.toLowerCase();
}

/** _PyUnicode_TransformDecimalAndSpaceToASCII: digits of every script become 0-9, white space a blank, other non-ASCII '?'. */
export function toAsciiNumber(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (code < 128) out += char;
    else if (isSpace(code)) out += ' ';
    else {
      const digit = decimalValue(code);
      out += digit >= 0 ? String(digit) : '?';
    }
  }
  return out;
}
