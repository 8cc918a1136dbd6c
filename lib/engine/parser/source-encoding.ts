// Bytes of a source file to text: byte order mark, encoding cookie, UTF-8 (PEP 263; CPython 3.13 Parser/tokenizer/
// helpers.c, _PyTokenizer_check_coding_spec, _PyTokenizer_ensure_utf8).

import type { Diagnostic } from './diagnostic.ts';

/** The text of a source file, or the SyntaxError that its bytes deserve. */
export type DecodedSource =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: Diagnostic };

/** Decodes a source file, or bytes given to compile() (`isString`). Encodings other than UTF-8, Latin-1 and ASCII are not simulated and count as unknown. */
export function decodeSource(bytes: Uint8Array, filename: string, isString = false): DecodedSource {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const start = hasMark ? 3 : 0;
  const cookie = encodingCookie(bytes, start);
  const encoding = cookie === null ? 'utf-8' : normalizedEncoding(cookie);
  if (hasMark && encoding !== 'utf-8') return failure(`encoding problem: ${cookie ?? ''} with BOM`, 0, 0);
  if (encoding === 'iso-8859-1') return { ok: true, text: latin1(bytes, start) };
  if (encoding !== 'utf-8' && encoding !== 'ascii') return failure(`unknown encoding: ${cookie ?? ''}`, 0, 0);
  return utf8(bytes, start, encoding === 'ascii', filename, cookie !== null || hasMark || isString);
}

function failure(msg: string, lineno: number, offset: number): DecodedSource {
  return { ok: false, error: { type: 'SyntaxError', msg, lineno, offset, endLineno: lineno, endOffset: offset, text: null } };
}

/** The name after `coding:` in a comment of the first two lines; the second counts only after a blank or comment line. */
function encodingCookie(bytes: Uint8Array, start: number): string | null {
  let at = start;
  for (let line = 0; line < 2; line++) {
    const end = lineEnd(bytes, at);
    const text = latin1(bytes.subarray(at, end), 0);
    const match = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(text);
    if (match?.[1] !== undefined) return match[1];
    if (!/^[ \t\f]*(#.*)?\r?$/.test(text)) return null;
    at = end + 1;
  }
  return null;
}

function lineEnd(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(10, start);
  return end < 0 ? bytes.length : end;
}

function normalizedEncoding(name: string): string {
  const lower = name.toLowerCase().replaceAll('_', '-');
  if (lower === 'utf-8' || lower.startsWith('utf-8-') || lower === 'utf8') return 'utf-8';
  if (/^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(lower) || lower === 'latin1') return 'iso-8859-1';
  return lower === 'us-ascii' ? 'ascii' : lower;
}

function latin1(bytes: Uint8Array, start: number): string {
  const pieces: string[] = [];
  for (let at = start; at < bytes.length; at += 4096) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  }
  return pieces.join('');
}

function utf8(bytes: Uint8Array, start: number, asciiOnly: boolean, filename: string, declared: boolean): DecodedSource {
  const pieces: string[] = [];
  let units: number[] = [];
  for (let at = start; at < bytes.length;) {
    const length = asciiOnly && (bytes[at] ?? 0) >= 128 ? 0 : sequenceLength(bytes, at);
    if (length === 0) return undecodable(bytes, at, filename, declared);
    const lead = bytes[at] ?? 0;
    let code = length === 1 ? lead : lead & (0x7f >> length);
    for (let i = 1; i < length; i++) code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f);
    if (code < 0x10000) units.push(code);
    else units.push(0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff));
    at += length;
    if (units.length >= 4096) {
      pieces.push(String.fromCharCode(...units));
      units = [];
    }
  }
  pieces.push(String.fromCharCode(...units));
  return { ok: true, text: pieces.join('') };
}

/** Bytes of the UTF-8 sequence that begins here, 0 when it is malformed. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const outside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}

function undecodable(bytes: Uint8Array, at: number, filename: string, declared: boolean): DecodedSource {
  const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
  let lineno = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === 10) lineno++;
  if (declared) {
    const reason = sequenceReason(bytes[at] ?? 0);
    return failure(`(unicode error) 'utf-8' codec can't decode byte 0x${byte} in position ${at}: ${reason}`, lineno, 0);
  }
  return failure(
    `Non-UTF-8 code starting with '\\x${byte}' in file ${filename} on line ${lineno}, but no encoding declared; `
    + 'see https://peps.python.org/pep-0263/ for details', lineno, 0);
}

function sequenceReason(lead: number): string {
  return lead >= 0xc2 && lead <= 0xf4 ? 'invalid continuation byte' : 'invalid start byte';
}
