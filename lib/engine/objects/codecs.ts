// Text encodings and error handlers (CPython Objects/unicodeobject.c: PyUnicode_DecodeUTF8Stateful …, Python/codecs.c).
import type { Machine } from '../machine.ts';
import { nameOfCharacter } from '../parser/character-names.ts';
import { newBytes } from './bytes.ts';
import { raise, raiseWith, typeError } from './raise.ts';
import { newInt } from './int.ts';
import { type PyObject, decref, incref } from './object.ts';
import { escapeOf } from './str-repr.ts';
import { type StrData, newStr, newStrAscii } from './str.ts';

/** Encodings by normalised name. */
const ALIASES: Readonly<Record<string, Codec>> = {
  utf_8: 'utf-8', utf8: 'utf-8', u8: 'utf-8', utf: 'utf-8', cp65001: 'utf-8', utf_8_sig: 'utf-8-sig', utf8_sig: 'utf-8-sig',
  ascii: 'ascii', us_ascii: 'ascii', '646': 'ascii', ansi_x3_4_1968: 'ascii',
  latin_1: 'latin-1', latin1: 'latin-1', latin: 'latin-1', l1: 'latin-1', iso_8859_1: 'latin-1', iso8859_1: 'latin-1', iso88591: 'latin-1', '8859': 'latin-1', cp819: 'latin-1',
  utf_16: 'utf-16', utf16: 'utf-16', u16: 'utf-16', utf_16_le: 'utf-16-le', utf_16le: 'utf-16-le', utf_16_be: 'utf-16-be', utf_16be: 'utf-16-be',
  utf_32: 'utf-32', utf32: 'utf-32', u32: 'utf-32', utf_32_le: 'utf-32-le', utf_32le: 'utf-32-le', utf_32_be: 'utf-32-be', utf_32be: 'utf-32-be',
  unicode_escape: 'unicode-escape', raw_unicode_escape: 'raw-unicode-escape', cp1252: 'cp1252', windows_1252: 'cp1252',
};

export type Codec =
  | 'utf-8' | 'utf-8-sig' | 'ascii' | 'latin-1' | 'utf-16' | 'utf-16-le' | 'utf-16-be' | 'utf-32' | 'utf-32-le' | 'utf-32-be' | 'unicode-escape' | 'raw-unicode-escape' | 'cp1252';

const HANDLERS = new Set(['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace', 'namereplace']);

/** The codec of an encoding name, or null if it is unknown. */
export function findCodec(name: string): Codec | null {
  const key = name.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  return Object.hasOwn(ALIASES, key) ? ALIASES[key] as Codec : null;
}

function codecFor(m: Machine, name: string): Codec {
  const codec = findCodec(name);
  if (codec === null) throw raise(m, m.types.LookupError, `unknown encoding: ${name}`);
  return codec;
}

/** UnicodeEncodeError for the characters [start, end) of `text`. */
function encodeError(m: Machine, encoding: string, text: PyObject, start: number, end: number, reason: string): unknown {
  const args = [newStrAscii(m, encoding), incref(text), newInt(m, start), newInt(m, end), newStr(m, reason)];
  try {
    return raiseWith(m, m.types.UnicodeEncodeError, args);
  } finally {
    for (const arg of args) decref(m, arg);
  }
}

/** UnicodeDecodeError for the bytes [start, end) of `bytes`. */
function decodeError(m: Machine, encoding: string, bytes: Uint8Array, start: number, end: number, reason: string): unknown {
  const args = [newStrAscii(m, encoding), newBytes(m, bytes.slice()), newInt(m, start), newInt(m, end), newStr(m, reason)];
  try {
    return raiseWith(m, m.types.UnicodeDecodeError, args);
  } finally {
    for (const arg of args) decref(m, arg);
  }
}

function checkHandler(m: Machine, errors: string): void {
  if (!HANDLERS.has(errors)) throw raise(m, m.types.LookupError, `unknown error handler name '${errors}'`);
}

/** str.encode: a new bytes object. */
export function encodeText(m: Machine, text: PyObject, encoding: string, errors: string): PyObject {
  return newBytes(m, encodeToBytes(m, text, encoding, errors));
}

/** The bytes of a str in an encoding. */
export function encodeToBytes(m: Machine, text: PyObject, encoding: string, errors: string): Uint8Array {
  const codec = codecFor(m, encoding);
  const data = text.data as StrData;
  m.chargeWork((data.length >> 2) + 1);
  switch (codec) {
    case 'utf-8': return encodeUtf8(m, text, data, errors);
    case 'utf-8-sig': return prepend([0xef, 0xbb, 0xbf], encodeUtf8(m, text, data, errors));
    case 'ascii': return encodeNarrow(m, text, data, errors, 128, 'ascii');
    case 'latin-1': return encodeNarrow(m, text, data, errors, 256, 'latin-1');
    case 'cp1252': return encodeCp1252(m, text, data, errors);
    case 'unicode-escape': return latin1Bytes(unicodeEscape(data.value, false));
    case 'raw-unicode-escape': return latin1Bytes(unicodeEscape(data.value, true));
    case 'utf-16': return prepend([0xff, 0xfe], encodeWide(m, text, data, errors, 2, true, 'utf-16'));
    case 'utf-16-le': return encodeWide(m, text, data, errors, 2, true, 'utf-16-le');
    case 'utf-16-be': return encodeWide(m, text, data, errors, 2, false, 'utf-16-be');
    case 'utf-32': return prepend([0xff, 0xfe, 0, 0], encodeWide(m, text, data, errors, 4, true, 'utf-32'));
    case 'utf-32-le': return encodeWide(m, text, data, errors, 4, true, 'utf-32-le');
    case 'utf-32-be': return encodeWide(m, text, data, errors, 4, false, 'utf-32-be');
  }
}

function prepend(head: readonly number[], tail: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}

/** The low bytes of a text. */
export function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** A text of which every character is one byte. */
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** A growing byte buffer. */
class ByteSink {
  private bytes: Uint8Array;
  private length = 0;
  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }
  push(byte: number): void {
    if (this.length === this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2 + 16);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    this.bytes[this.length++] = byte;
  }
  utf8(code: number): void {
    if (code < 0x80) this.push(code);
    else if (code < 0x800) {
      this.push(0xc0 | (code >> 6));
      this.push(0x80 | (code & 63));
    } else if (code < 0x10000) {
      this.push(0xe0 | (code >> 12));
      this.push(0x80 | ((code >> 6) & 63));
      this.push(0x80 | (code & 63));
    } else {
      this.push(0xf0 | (code >> 18));
      this.push(0x80 | ((code >> 12) & 63));
      this.push(0x80 | ((code >> 6) & 63));
      this.push(0x80 | (code & 63));
    }
  }
  /** The bytes so far, in an array of their own size. */
  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

/** What an error handler puts in place of characters it cannot encode: text for the codec, or raw bytes. */
type Replacement = { readonly text: string } | { readonly bytes: readonly number[] };

interface EncodeSituation {
  readonly encoding: string;
  readonly reason: string;
  /** Bytes of the codec's code unit, for surrogatepass. */
  readonly unit: 1 | 2 | 4;
  readonly little: boolean;
}

/** Handles the unencodable characters points[start, end). */
function handleEncode(m: Machine, text: PyObject, points: readonly number[], start: number, end: number, errors: string, where: EncodeSituation): Replacement {
  const strict = (): unknown => encodeError(m, where.encoding, text, start, end, where.reason);
  if (errors === 'strict') throw strict();
  checkHandler(m, errors);
  const bad = points.slice(start, end);
  switch (errors) {
    case 'ignore': return { text: '' };
    case 'replace': return { text: '?'.repeat(bad.length) };
    case 'backslashreplace': return { text: bad.map(escapeOf).join('') };
    case 'xmlcharrefreplace': return { text: bad.map((code) => `&#${code};`).join('') };
    case 'namereplace': return { text: bad.map(nameEscape).join('') };
    case 'surrogateescape':
      if (!bad.every((code) => code >= 0xdc80 && code <= 0xdcff)) throw strict();
      return { bytes: bad.map((code) => code - 0xdc00) };
    case 'surrogatepass':
      if (!bad.every(isSurrogate) || where.encoding === 'ascii' || where.encoding === 'latin-1') throw strict();
      return { bytes: bad.flatMap((code) => surrogateBytes(code, where)) };
    default: throw strict();
  }
}

/** NOT CPYTHON: characters that the name table lacks keep a numeric escape. */
function nameEscape(code: number): string {
  const name = nameOfCharacter(code);
  return name === null ? escapeOf(code) : `\\N{${name}}`;
}

function surrogateBytes(code: number, where: EncodeSituation): number[] {
  if (where.unit === 1) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  const bytes = where.unit === 2 ? [code & 255, code >> 8] : [code & 255, code >> 8, 0, 0];
  return where.little ? bytes : bytes.reverse();
}

function pointsOf(data: StrData): number[] {
  const points: number[] = [];
  for (const char of data.value) points.push(char.codePointAt(0) as number);
  return points;
}

function encodeUtf8(m: Machine, text: PyObject, data: StrData, errors: string): Uint8Array {
  if (data.ascii) return latin1Bytes(data.value);
  const points = pointsOf(data);
  const sink = new ByteSink(data.length * 2);
  const where: EncodeSituation = { encoding: 'utf-8', reason: 'surrogates not allowed', unit: 1, little: true };
  for (let i = 0; i < points.length; i++) {
    const code = points[i] as number;
    if (!isSurrogate(code)) {
      sink.utf8(code);
      continue;
    }
    let end = i + 1;
    while (end < points.length && isSurrogate(points[end] as number)) end++;
    const replacement = handleEncode(m, text, points, i, end, errors, where);
    if ('bytes' in replacement) for (const byte of replacement.bytes) sink.push(byte);
    else for (const char of replacement.text) sink.utf8(char.codePointAt(0) as number);
    i = end - 1;
  }
  return sink.take();
}

function encodeNarrow(m: Machine, text: PyObject, data: StrData, errors: string, limit: number, encoding: string): Uint8Array {
  if (data.ascii || (limit === 256 && data.kind === 1)) return latin1Bytes(data.value);
  return encodeMapped(m, text, data, errors, { encoding, reason: `ordinal not in range(${limit})`, unit: 1, little: true }, (code) => (code < limit ? code : -1));
}

/** One byte a character through `toByte` (-1 = unencodable). */
function encodeMapped(m: Machine, text: PyObject, data: StrData, errors: string, where: EncodeSituation, toByte: (code: number) => number): Uint8Array {
  const points = pointsOf(data);
  const sink = new ByteSink(data.length);
  for (let i = 0; i < points.length; i++) {
    const byte = toByte(points[i] as number);
    if (byte >= 0) {
      sink.push(byte);
      continue;
    }
    let end = i + 1;
    while (end < points.length && toByte(points[end] as number) < 0) end++;
    const replacement = handleEncode(m, text, points, i, end, errors, where);
    if ('bytes' in replacement) for (const b of replacement.bytes) sink.push(b);
    else for (const char of replacement.text) sink.push(char.charCodeAt(0));
    i = end - 1;
  }
  return sink.take();
}

/** Windows-1252's characters 0x80..0x9f; 0 = undefined. */
const CP1252 = [
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
];

function encodeCp1252(m: Machine, text: PyObject, data: StrData, errors: string): Uint8Array {
  const where: EncodeSituation = { encoding: 'charmap', reason: 'character maps to <undefined>', unit: 1, little: true };
  return encodeMapped(m, text, data, errors, where, (code) => {
    if (code < 0x80 || (code >= 0xa0 && code < 0x100)) return code;
    const at = CP1252.indexOf(code);
    return at < 0 ? -1 : 0x80 + at;
  });
}

function encodeWide(m: Machine, text: PyObject, data: StrData, errors: string, unit: 2 | 4, little: boolean, encoding: string): Uint8Array {
  const points = pointsOf(data);
  const sink = new ByteSink(points.length * 4);
  const put = (value: number): void => {
    for (let k = 0; k < unit; k++) sink.push((value >>> (8 * (little ? k : unit - 1 - k))) & 255);
  };
  const putPoint = (code: number): void => {
    if (unit === 4 || code < 0x10000) put(code);
    else {
      put(0xd800 + ((code - 0x10000) >> 10));
      put(0xdc00 + ((code - 0x10000) & 0x3ff));
    }
  };
  for (let i = 0; i < points.length; i++) {
    const code = points[i] as number;
    if (!isSurrogate(code)) {
      putPoint(code);
      continue;
    }
    let end = i + 1;
    while (end < points.length && isSurrogate(points[end] as number)) end++;
    const replacement = handleEncode(m, text, points, i, end, errors, { encoding, reason: 'surrogates not allowed', unit, little });
    if ('bytes' in replacement) for (const byte of replacement.bytes) sink.push(byte);
    else for (const char of replacement.text) putPoint(char.codePointAt(0) as number);
    i = end - 1;
  }
  return sink.take();
}

function unicodeEscape(text: string, raw: boolean): string {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (raw) out += code < 256 ? char : escapeOf(code);
    else if (char === '\\') out += '\\\\';
    else out += code >= 32 && code < 127 ? char : escapeOf(code);
  }
  return out;
}

/** bytes.decode and str(bytes, encoding): a new str. `_owner` is the object the bytes come from. */
export function decodeBytes(m: Machine, _owner: PyObject, bytes: Uint8Array, encoding: string, errors: string): PyObject {
  // PyUnicode_FromEncodedObject: nothing is decoded, so the codec is not asked for.
  if (bytes.length === 0) return newStr(m, '');
  const codec = codecFor(m, encoding);
  m.chargeWork((bytes.length >> 2) + 1);
  switch (codec) {
    case 'utf-8': return newStr(m, decodeUtf8(m, bytes, errors));
    case 'utf-8-sig': return newStr(m, decodeUtf8(m, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes, errors));
    case 'ascii': return newStr(m, decodeAscii(m, bytes, errors));
    case 'latin-1': return newStr(m, latin1Text(bytes));
    case 'cp1252': return newStr(m, decodeCp1252(m, bytes, errors));
    case 'unicode-escape': case 'raw-unicode-escape': return newStr(m, decodeEscapes(m, bytes, codec));
    case 'utf-16': case 'utf-16-le': case 'utf-16-be': return newStr(m, decodeUtf16(m, bytes, codec, errors));
    case 'utf-32': case 'utf-32-le': case 'utf-32-be': return newStr(m, decodeUtf32(m, bytes, codec, errors));
  }
}

/** What a decoding error handler puts in place of bytes[start, end). */
function handleDecode(m: Machine, bytes: Uint8Array, start: number, end: number, errors: string, encoding: string, reason: string): string {
  if (errors === 'strict') throw decodeError(m, encoding, bytes, start, end, reason);
  checkHandler(m, errors);
  switch (errors) {
    case 'ignore': return '';
    case 'replace': return '\ufffd';
    case 'backslashreplace': return [...bytes.subarray(start, end)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
    case 'surrogateescape':
      if (bytes.subarray(start, end).some((byte) => byte < 128)) throw decodeError(m, encoding, bytes, start, end, reason);
      return String.fromCharCode(...[...bytes.subarray(start, end)].map((byte) => 0xdc00 + byte));
    case 'namereplace': case 'xmlcharrefreplace': throw typeError(m, "don't know how to handle UnicodeDecodeError in error callback");
    default: throw decodeError(m, encoding, bytes, start, end, reason);
  }
}

function decodeAscii(m: Machine, bytes: Uint8Array, errors: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] as number) < 128) continue;
    out += latin1Text(bytes.subarray(from, i)) + handleDecode(m, bytes, i, i + 1, errors, 'ascii', 'ordinal not in range(128)');
    from = i + 1;
  }
  return out + latin1Text(bytes.subarray(from));
}

function decodeCp1252(m: Machine, bytes: Uint8Array, errors: string): string {
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const code = byte >= 0x80 && byte < 0xa0 ? CP1252[byte - 0x80] as number : byte;
    out += code === 0 && byte !== 0 ? handleDecode(m, bytes, i, i + 1, errors, 'charmap', 'character maps to <undefined>') : String.fromCharCode(code);
  }
  return out;
}

/** Decodes UTF-8 with CPython's error positions: the longest prefix of a sequence that could have been valid. */
export function decodeUtf8(m: Machine, bytes: Uint8Array, errors: string): string {
  const parts: string[] = [];
  let plain = 0;
  let i = 0;
  while (i < bytes.length) {
    const first = bytes[i] as number;
    if (first < 0x80) {
      i++;
      continue;
    }
    if (plain < i) parts.push(latin1Text(bytes.subarray(plain, i)));
    const step = utf8Sequence(bytes, i);
    if (step.length > 0) {
      parts.push(String.fromCodePoint(step.code));
      i += step.length;
    } else {
      const end = i - step.length;
      if (errors === 'surrogatepass' && first === 0xed && ((bytes[i + 1] as number) & 0xe0) === 0xa0 && ((bytes[i + 2] as number) & 0xc0) === 0x80) {
        parts.push(String.fromCharCode(0xd000 | (((bytes[i + 1] as number) & 63) << 6) | ((bytes[i + 2] as number) & 63)));
        i += 3;
      } else {
        parts.push(handleDecode(m, bytes, i, end, errors, 'utf-8', step.reason));
        i = end;
      }
    }
    plain = i;
  }
  if (plain < i) parts.push(latin1Text(bytes.subarray(plain, i)));
  return parts.join('');
}

interface Utf8Step {
  /** Bytes taken; negative = that many are invalid. */
  readonly length: number;
  readonly code: number;
  readonly reason: string;
}

function utf8Sequence(bytes: Uint8Array, at: number): Utf8Step {
  const first = bytes[at] as number;
  const need = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0;
  if (need === 0) return { length: -1, code: 0, reason: 'invalid start byte' };
  let code = first & (0x3f >> need);
  for (let k = 1; k <= need; k++) {
    if (at + k >= bytes.length) return { length: -k, code: 0, reason: 'unexpected end of data' };
    const next = bytes[at + k] as number;
    const low = k === 1 ? (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80) : 0x80;
    const high = k === 1 ? (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf) : 0xbf;
    if (next < low || next > high) return { length: -k, code: 0, reason: 'invalid continuation byte' };
    code = (code << 6) | (next & 0x3f);
  }
  return { length: need + 1, code, reason: '' };
}

function decodeUtf16(m: Machine, bytes: Uint8Array, codec: string, errors: string): string {
  let at = 0;
  let little = codec !== 'utf-16-be';
  if (codec === 'utf-16' && bytes.length >= 2) {
    const mark = ((bytes[0] as number) << 8) | (bytes[1] as number);
    if (mark === 0xfffe || mark === 0xfeff) at = 2;
    little = mark !== 0xfeff;
  }
  const name = codec === 'utf-16' ? (little ? 'utf-16-le' : 'utf-16-be') : codec;
  const unit = (i: number): number => (little ? (bytes[i] as number) | ((bytes[i + 1] as number) << 8) : ((bytes[i] as number) << 8) | (bytes[i + 1] as number));
  let out = '';
  while (at < bytes.length) {
    if (at + 1 >= bytes.length) {
      out += handleDecode(m, bytes, at, bytes.length, errors, name, 'truncated data');
      break;
    }
    const code = unit(at);
    if (!isSurrogate(code)) {
      out += String.fromCharCode(code);
      at += 2;
    } else if (code < 0xdc00 && at + 3 < bytes.length && (unit(at + 2) & 0xfc00) === 0xdc00) {
      out += String.fromCharCode(code, unit(at + 2));
      at += 4;
    } else if (errors === 'surrogatepass') {
      out += String.fromCharCode(code);
      at += 2;
    } else {
      const cut = code < 0xdc00 && at + 3 >= bytes.length;
      const end = cut ? bytes.length : at + 2;
      out += handleDecode(m, bytes, at, end, errors, name, cut ? 'unexpected end of data' : code < 0xdc00 ? 'illegal UTF-16 surrogate' : 'illegal encoding');
      at = end;
    }
  }
  return out;
}

function decodeUtf32(m: Machine, bytes: Uint8Array, codec: string, errors: string): string {
  let at = 0;
  let little = codec !== 'utf-32-be';
  const unit = (i: number): number => {
    const [a, b, c, d] = [bytes[i] as number, bytes[i + 1] as number, bytes[i + 2] as number, bytes[i + 3] as number];
    return little ? (a | (b << 8) | (c << 16) | (d << 24)) >>> 0 : ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  };
  if (codec === 'utf-32' && bytes.length >= 4) {
    const mark = unit(0);
    if (mark === 0xfeff || mark === 0xfffe0000) at = 4;
    little = mark !== 0xfffe0000;
  }
  const name = codec === 'utf-32' ? (little ? 'utf-32-le' : 'utf-32-be') : codec;
  let out = '';
  while (at < bytes.length) {
    if (at + 3 >= bytes.length) {
      out += handleDecode(m, bytes, at, bytes.length, errors, name, 'truncated data');
      break;
    }
    const code = unit(at);
    if (code <= 0x10ffff && (!isSurrogate(code) || errors === 'surrogatepass')) out += String.fromCodePoint(code);
    else out += handleDecode(m, bytes, at, at + 4, errors, name, code > 0x10ffff ? 'code point not in range(0x110000)' : 'code point in surrogate code point range(0xd800, 0xe000)');
    at += 4;
  }
  return out;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { '\n': '', '\\': '\\', "'": "'", '"': '"', b: '\b', f: '\f', t: '\t', n: '\n', r: '\r', v: '\v', a: '\x07' };

function decodeEscapes(m: Machine, bytes: Uint8Array, codec: 'unicode-escape' | 'raw-unicode-escape'): string {
  const text = latin1Text(bytes);
  const raw = codec === 'raw-unicode-escape';
  return text.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[0-7]{1,3}|[^]|$)/g, (whole, body: string, offset: number) => {
    const kind = body.charAt(0);
    if ((kind === 'u' || kind === 'U') && body.length > 1) return String.fromCodePoint(Number.parseInt(body.slice(1), 16));
    if (raw) return whole;
    if (kind === 'x' && body.length === 3) return String.fromCharCode(Number.parseInt(body.slice(1), 16));
    if (kind >= '0' && kind <= '7') return String.fromCharCode(Number.parseInt(body, 8));
    if (kind === 'x') throw decodeError(m, 'unicodeescape', bytes, offset, offset + 2, 'truncated \\xXX escape');
    if (kind === 'u') throw decodeError(m, 'unicodeescape', bytes, offset, offset + 2, 'truncated \\uXXXX escape');
    if (kind === 'U') throw decodeError(m, 'unicodeescape', bytes, offset, offset + 2, 'truncated \\UXXXXXXXX escape');
    if (kind === '') throw decodeError(m, 'unicodeescape', bytes, offset, offset + 1, '\\ at end of string');
    return Object.hasOwn(SIMPLE_ESCAPES, kind) ? SIMPLE_ESCAPES[kind] as string : whole;
  });
}
