// Methods that bytes and bytearray share (CPython Objects/bytes_methods.c, Objects/stringlib/transmogrify.h). They work on latin-1 texts: one
// character a byte. Results have the type of `self` (exact bytes or bytearray).
import type { Machine } from '../machine.ts';
import { length } from './abstract.ts';
import { parseArgs, badArgument } from './arguments.ts';
import { bytesLikeOrNull, bytesOf } from './buffer.ts';
import { byteValue, bytesValue, newBytes } from './bytes.ts';
import { newBytearray } from './bytearray.ts';
import { codecText } from './bytes-new.ts';
import { callOne } from './call.ts';
import { decodeBytes, latin1Bytes, latin1Text } from './codecs.ts';
import { newInt, newSizeInt } from './int.ts';
import { listByAppend, listOfPieces } from './list.ts';
import { type PyObject, decref, incref } from './object.ts';
import { typeError, valueError } from './raise.ts';
import { intArgument, sizeArgument, switchArgument } from './size-argument.ts';
import { sequenceFast } from './sequence-fast.ts';
import { searchRange } from './str-args.ts';
import { splitText, splitTextRight } from './str-search.ts';
import { isStr, newStrAscii, strValue } from './str.ts';
import { isTuple, newTuple, tupleItems } from './tuple.ts';
import { hasFlag, TypeFlag, type NativeSpec, since, until } from './type.ts';

type Args = readonly PyObject[];

function textOf(m: Machine, self: PyObject): string {
  const bytes = bytesValue(self);
  m.chargeWork((bytes.length >> 2) + 1);
  return latin1Text(bytes);
}

/** A result of the kind of `self`. */
function like(m: Machine, self: PyObject, text: string): PyObject {
  return likeBytes(m, self, latin1Bytes(text));
}

function likeBytes(m: Machine, self: PyObject, bytes: Uint8Array): PyObject {
  return hasFlag(self.ob_type, TypeFlag.BYTES_SUBCLASS) ? newBytes(m, bytes) : newBytearray(m, bytes);
}

/** `self` itself where an exact bytes object may be shared, else a copy. */
function unchanged(m: Machine, self: PyObject): PyObject {
  return self.ob_type === m.types.bytes ? incref(self) : like(m, self, textOf(m, self));
}

function argumentText(m: Machine, o: PyObject): string {
  return latin1Text(bytesOf(m, o));
}

/** The needle of find, count, index: a byte value or a bytes-like object. */
function needleText(m: Machine, o: PyObject): string {
  const bytes = bytesLikeOrNull(m, o, true);
  if (bytes !== null) return latin1Text(bytes);
  if (o.ob_type.nb_index === null) throw typeError(m, `argument should be integer or bytes-like object, not '${o.ob_type.tp_name}'`);
  return String.fromCharCode(byteValue(m, o, 'byte'));
}

function finder(name: string, last: boolean, required: boolean): NativeSpec {
  return {
    name, kind: 'fast', min: 1, max: 3, countedByTuple: true,
    fn: (m, self, args) => {
      const text = textOf(m, self);
      const { start, stop } = searchRange(m, args[1], args[2], text.length);
      const needle = needleText(m, args[0] as PyObject);
      let at = -1;
      if (start <= stop && stop - start >= needle.length) {
        at = last ? text.lastIndexOf(needle, stop - needle.length) : text.indexOf(needle, start);
        if (at < start || at + needle.length > stop) at = -1;
      }
      if (at < 0 && required) throw valueError(m, 'subsection not found');
      return newSizeInt(m, at);
    },
  };
}

function count(m: Machine, self: PyObject, args: Args): PyObject {
  const text = textOf(m, self);
  const { start, stop } = searchRange(m, args[1], args[2], text.length);
  const needle = needleText(m, args[0] as PyObject);
  if (start > stop) return newInt(m, 0);
  if (needle === '') return newInt(m, stop - start + 1);
  let found = 0;
  for (let at = text.indexOf(needle, start); at >= 0 && at + needle.length <= stop; at = text.indexOf(needle, at + needle.length)) found++;
  return newSizeInt(m, found);
}

function affixTest(name: 'startswith' | 'endswith'): NativeSpec {
  return {
    name, kind: 'fast', min: 1, max: 3, countedByTuple: true,
    fn: (m, self, args) => {
      const affix = args[0] as PyObject;
      const text = textOf(m, self);
      const { start, stop } = searchRange(m, args[1], args[2], text.length);
      const matches = (o: PyObject): boolean => {
        const part = argumentText(m, o);
        if (start > stop || stop - start < part.length) return false;
        return text.startsWith(part, name === 'endswith' ? stop - part.length : start);
      };
      if (isTuple(affix)) return incref(tupleItems(affix).some(matches) ? m.True : m.False);
      if (bytesLikeOrNull(m, affix, true) === null) throw typeError(m, `${name} first arg must be bytes or a tuple of bytes, not ${affix.ob_type.tp_name}`);
      return incref(matches(affix) ? m.True : m.False);
    },
  };
}

function replace(m: Machine, self: PyObject, args: Args): PyObject {
  const [a, b, limit] = args;
  const from = argumentText(m, a as PyObject);
  const to = argumentText(m, b as PyObject);
  const wanted = limit ? sizeArgument(m, limit) : -1;
  const max = wanted < 0 ? Infinity : wanted;
  const text = textOf(m, self);
  if (max === 0) return unchanged(m, self);
  let parts: string[];
  if (from === '') {
    const cuts = Math.min(max, text.length + 1);
    parts = ['', ...text.slice(0, cuts - 1), text.slice(cuts - 1)];
  } else parts = splitText(text, from, max);
  if (parts.length === 1) return unchanged(m, self);
  const length = text.length + (parts.length - 1) * (to.length - from.length);
  m.memory.expect(length);
  m.chargeWork(length >> 2);
  return like(m, self, parts.join(to));
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

function splitSpace(text: string, max: number): string[] {
  const parts: string[] = [];
  let i = 0;
  while (parts.length < max) {
    while (i < text.length && isSpace(text.charCodeAt(i))) i++;
    if (i === text.length) return parts;
    const start = i;
    while (i < text.length && !isSpace(text.charCodeAt(i))) i++;
    parts.push(text.slice(start, i));
  }
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  if (i < text.length) parts.push(text.slice(i));
  return parts;
}

function splitSpaceRight(text: string, max: number): string[] {
  const parts: string[] = [];
  let i = text.length;
  while (parts.length < max) {
    while (i > 0 && isSpace(text.charCodeAt(i - 1))) i--;
    if (i === 0) return parts;
    const stop = i;
    while (i > 0 && !isSpace(text.charCodeAt(i - 1))) i--;
    parts.push(text.slice(i, stop));
  }
  while (i > 0 && isSpace(text.charCodeAt(i - 1))) i--;
  if (i > 0) parts.push(text.slice(0, i));
  return parts;
}

function splitter(name: 'split' | 'rsplit'): NativeSpec {
  const spec = { name, params: ['sep', 'maxsplit'] };
  const right = name === 'rsplit';
  return {
    name, kind: 'fastkw', sig: '($self, /, sep=None, maxsplit=-1)',
    fn: (m, self, args, kwnames) => {
      const [sep, limit] = parseArgs(m, spec, args, kwnames);
      const wanted = limit ? sizeArgument(m, limit) : -1;
      const max = wanted < 0 ? Infinity : wanted;
      const text = textOf(m, self);
      let parts: string[];
      if (!sep || sep === m.None) parts = right ? splitSpaceRight(text, max) : splitSpace(text, max);
      else {
        const separator = argumentText(m, sep);
        if (separator === '') throw valueError(m, 'empty separator');
        parts = right ? splitTextRight(text, separator, max) : splitText(text, separator, max);
      }
      const list = listOfPieces(m, max, parts, (part) => (part.length === text.length ? unchanged(m, self) : like(m, self, part)));
      if (right) list.data.items.reverse();
      return list;
    },
  };
}

const SPLITLINES = { name: 'splitlines', params: ['keepends'] } as const;

function splitlines(m: Machine, self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [keep] = parseArgs(m, SPLITLINES, args, kwnames);
  const keepends = keep ? switchArgument(m, keep) : false;
  const text = textOf(m, self);
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return listByAppend(m, lines, (line) => like(m, self, keepends ? line : line.replace(/(?:\r\n|\r|\n)$/, '')));
}

function partitioner(name: 'partition' | 'rpartition'): NativeSpec {
  const right = name === 'rpartition';
  return {
    name, kind: 'o', sig: '($self, sep, /)',
    fn: (m, self, separator) => {
      const sep = argumentText(m, separator);
      if (sep === '') throw valueError(m, 'empty separator');
      const text = textOf(m, self);
      const at = right ? text.lastIndexOf(sep) : text.indexOf(sep);
      const empty = (): PyObject => like(m, self, '');
      if (at < 0) return newTuple(m, right ? [empty(), empty(), unchanged(m, self)] : [unchanged(m, self), empty(), empty()]);
      const head = like(m, self, text.slice(0, at));
      const middle = hasFlag(self.ob_type, TypeFlag.BYTES_SUBCLASS) ? incref(separator) : like(m, self, sep);
      return newTuple(m, [head, middle, like(m, self, text.slice(at + sep.length))]);
    },
  };
}

function stripper(name: 'strip' | 'lstrip' | 'rstrip'): NativeSpec {
  return {
    name, kind: 'fast', min: 0, max: 1, sig: '($self, bytes=None, /)',
    fn: (m, self, args) => {
      const chars = args[0];
      const set = chars === undefined || chars === m.None ? null : argumentText(m, chars);
      const inSet = (code: number): boolean => (set === null ? isSpace(code) : set.includes(String.fromCharCode(code)));
      const text = textOf(m, self);
      let start = 0;
      let stop = text.length;
      if (name !== 'rstrip') while (start < stop && inSet(text.charCodeAt(start))) start++;
      if (name !== 'lstrip') while (stop > start && inSet(text.charCodeAt(stop - 1))) stop--;
      return start === 0 && stop === text.length ? unchanged(m, self) : like(m, self, text.slice(start, stop));
    },
  };
}

function removeAffix(name: 'removeprefix' | 'removesuffix'): NativeSpec {
  return {
    name, kind: 'o', sig: name === 'removeprefix' ? '($self, prefix, /)' : '($self, suffix, /)',
    fn: (m, self, affix) => {
      const part = argumentText(m, affix);
      const text = textOf(m, self);
      if (part === '') return unchanged(m, self);
      if (name === 'removeprefix') return text.startsWith(part) ? like(m, self, text.slice(part.length)) : unchanged(m, self);
      return text.endsWith(part) ? like(m, self, text.slice(0, text.length - part.length)) : unchanged(m, self);
    },
  };
}

function join(m: Machine, self: PyObject, iterable: PyObject): PyObject {
  const sequence = sequenceFast(m, iterable, 'can only join an iterable');
  try {
    const { items } = sequence;
    if (items.length === 1 && self.ob_type === m.types.bytes && (items[0] as PyObject).ob_type === m.types.bytes) return incref(items[0] as PyObject);
    const parts = items.map((item, i) => {
      const bytes = bytesLikeOrNull(m, item, true);
      if (bytes === null) throw typeError(m, `sequence item ${i}: expected a bytes-like object, ${item.ob_type.tp_name} found`);
      m.chargeWork((bytes.length >> 3) + 1);
      return latin1Text(bytes);
    });
    const between = textOf(m, self);
    m.memory.expect(parts.reduce((total, part) => total + part.length, between.length * Math.max(0, parts.length - 1)));
    return like(m, self, parts.join(between));
  } finally {
    decref(m, sequence.owner);
  }
}

function padder(name: 'ljust' | 'rjust' | 'center'): NativeSpec {
  return {
    name, kind: 'fast', min: 1, max: 2, sig: "($self, width, fillchar=b' ', /)",
    fn: (m, self, args) => {
      const width = sizeArgument(m, args[0] as PyObject);
      const fill = args[1] === undefined ? ' ' : fillText(m, name, args[1]);
      const text = textOf(m, self);
      const marg = width - text.length;
      if (marg <= 0) return unchanged(m, self);
      m.memory.expect(width);
      m.chargeWork(width >> 3);
      const left = name === 'ljust' ? 0 : name === 'rjust' ? marg : Math.floor(marg / 2) + (marg & width & 1);
      return like(m, self, fill.repeat(left) + text + fill.repeat(marg - left));
    },
  };
}

function fillText(m: Machine, name: string, o: PyObject): string {
  const isByteString = hasFlag(o.ob_type, TypeFlag.BYTES_SUBCLASS) || o.ob_type === m.types.bytearray;
  if (!isByteString || bytesValue(o).length !== 1) throw typeError(m, `${name}() argument 2 must be a byte string of length 1, not ${o.ob_type.tp_name}`);
  return latin1Text(bytesValue(o));
}

function zfill(m: Machine, self: PyObject, widthObject: PyObject): PyObject {
  const width = sizeArgument(m, widthObject);
  const text = textOf(m, self);
  const marg = width - text.length;
  if (marg <= 0) return unchanged(m, self);
  m.memory.expect(width);
  const signed = text.startsWith('+') || text.startsWith('-');
  return like(m, self, signed ? text.charAt(0) + '0'.repeat(marg) + text.slice(1) : '0'.repeat(marg) + text);
}

const EXPANDTABS = { name: 'expandtabs', params: ['tabsize'] } as const;

function expandtabs(m: Machine, self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [size] = parseArgs(m, EXPANDTABS, args, kwnames);
  const tabsize = size ? intArgument(m, size) : 8;
  let out = '';
  let column = 0;
  for (const char of textOf(m, self)) {
    if (char === '\t') {
      const step = tabsize > 0 ? tabsize - (column % tabsize) : 0;
      m.memory.expect(out.length + step);
      out += ' '.repeat(step);
      column += step;
    } else {
      out += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return like(m, self, out);
}

const BYTE_DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two hexadecimal digits a byte. */
export function hexDigits(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += BYTE_DIGITS[byte] as string;
  return digits;
}

/** The hexadecimal digits of bytes with a separator after every `group` bytes (from the right; negative: from the left). */
export function hexText(bytes: Uint8Array, separator: string, group: number): string {
  const size = Math.abs(group);
  if (separator === '' || size === 0) return hexDigits(bytes);
  const parts: string[] = [];
  const first = group > 0 ? bytes.length % size : 0;
  if (first > 0) parts.push(hexDigits(bytes.subarray(0, first)));
  for (let i = first; i < bytes.length; i += size) parts.push(hexDigits(bytes.subarray(i, i + size)));
  return parts.join(separator);
}

const HEX = { name: 'hex', params: ['sep', 'bytes_per_sep'] } as const;

/** `hex` of bytes, bytearray and memoryview. */
export function hexMethod(m: Machine, bytes: Uint8Array, args: Args, kwnames: PyObject | null): PyObject {
  const [sep, group] = parseArgs(m, HEX, args, kwnames);
  m.chargeWork(bytes.length);
  const groupSize = group ? intArgument(m, group) : 1;
  let separator = '';
  if (sep) {
    if (length(m, sep) !== 1) throw valueError(m, 'sep must be length 1.');
    if (isStr(sep)) separator = strValue(sep);
    else if (hasFlag(sep.ob_type, TypeFlag.BYTES_SUBCLASS)) separator = latin1Text(bytesValue(sep));
    else throw typeError(m, 'sep must be str or bytes.');
    if (separator.charCodeAt(0) > 127) throw valueError(m, 'sep must be ASCII.');
  }
  return newStrAscii(m, hexText(bytes, separator, groupSize));
}

function fromHex(m: Machine, type: PyObject, source: PyObject): PyObject {
  if (!isStr(source)) throw badArgument(m, 'fromhex', 'argument', 'str', source);
  const text = strValue(source);
  const out: number[] = [];
  const digit = (at: number): number => {
    const char = text.charAt(at);
    if (!/^[0-9a-fA-F]$/.test(char)) throw valueError(m, `non-hexadecimal number found in fromhex() arg at position ${at}`);
    return Number.parseInt(char, 16);
  };
  for (let i = 0; i < text.length; i += 2) {
    while (i < text.length && isSpace(text.charCodeAt(i))) i++;
    if (i >= text.length) break;
    const high = digit(i);
    out.push(high * 16 + digit(i + 1));
  }
  const bytes = Uint8Array.from(out);
  if (type === m.types.bytearray) return newBytearray(m, bytes);
  const exact = newBytes(m, bytes);
  if (type === m.types.bytes) return exact;
  try {
    return callOne(m, type, exact);
  } finally {
    decref(m, exact);
  }
}

const TRANSLATE = { name: 'translate', params: ['', 'delete'], required: 1 } as const;

function translate(m: Machine, self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [table, deleted] = parseArgs(m, TRANSLATE, args, kwnames);
  const map = table === null || table === undefined || table === m.None ? null : bytesOf(m, table).slice();
  if (map !== null && map.length !== 256) throw valueError(m, 'translation table must be 256 characters long');
  const dropped = new Uint8Array(256);
  if (deleted) for (const byte of bytesOf(m, deleted)) dropped[byte] = 1;
  const bytes = bytesValue(self);
  m.chargeWork(bytes.length >> 2);
  const out = new Uint8Array(bytes.length);
  let kept = 0;
  for (const byte of bytes) if (dropped[byte] === 0) out[kept++] = map === null ? byte : (map[byte] as number);
  return likeBytes(m, self, out.slice(0, kept));
}

function maketrans(m: Machine, _self: PyObject, args: Args): PyObject {
  const from = bytesOf(m, args[0] as PyObject);
  const to = bytesOf(m, args[1] as PyObject);
  if (from.length !== to.length) throw valueError(m, 'maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  from.forEach((byte, i) => {
    table[byte] = to[i] as number;
  });
  return newBytes(m, table);
}

const DECODE = { name: 'decode', params: ['encoding', 'errors'] } as const;

function decode(m: Machine, self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [encoding, errors] = parseArgs(m, DECODE, args, kwnames);
  return decodeBytes(m, self, bytesValue(self), codecText(m, 'decode', 'encoding', encoding ?? null) ?? 'utf-8', codecText(m, 'decode', 'errors', errors ?? null) ?? 'strict');
}

function textMethod(name: string, make: (text: string) => string): NativeSpec {
  return { name, kind: 'noargs', fn: (m, self) => like(m, self, make(textOf(m, self))) };
}

function testMethod(name: string, pattern: RegExp): NativeSpec {
  return { name, kind: 'noargs', fn: (m, self) => incref(pattern.test(textOf(m, self)) ? m.True : m.False) };
}

const upper = (text: string): string => text.replace(/[a-z]+/g, (run) => run.toUpperCase());
const lower = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());

function istitle(text: string): boolean {
  let cased = false;
  let previous = false;
  for (const char of text) {
    if (/[A-Z]/.test(char)) {
      if (previous) return false;
      previous = cased = true;
    } else if (/[a-z]/.test(char)) {
      if (!previous) return false;
    } else previous = false;
  }
  return cased;
}

/** Methods of both types. */
export const sharedBytesMethods: readonly NativeSpec[] = [
  finder('find', false, false), finder('rfind', true, false), finder('index', false, true), finder('rindex', true, true),
  { name: 'count', kind: 'fast', min: 1, max: 3, countedByTuple: true, fn: count },
  affixTest('startswith'), affixTest('endswith'),
  { name: 'replace', kind: 'fast', min: 2, max: 3, sig: '($self, old, new, count=-1, /)', fn: replace, inVersion: until(15) },
  {
    name: 'replace', kind: 'fastkw', sig: '($self, old, new, /, count=-1)', inVersion: since(15),
    fn: (m, self, args, kwnames) => replace(m, self, parseArgs(m, { name: 'replace', params: ['', '', 'count'], required: 2 }, args, kwnames).filter((o) => o !== null)),
  },
  splitter('split'), splitter('rsplit'),
  { name: 'splitlines', kind: 'fastkw', sig: '($self, /, keepends=False)', fn: splitlines },
  partitioner('partition'), partitioner('rpartition'),
  stripper('strip'), stripper('lstrip'), stripper('rstrip'),
  removeAffix('removeprefix'), removeAffix('removesuffix'),
  { name: 'join', kind: 'o', sig: '($self, iterable_of_bytes, /)', fn: join },
  padder('ljust'), padder('rjust'), padder('center'),
  { name: 'zfill', kind: 'o', sig: '($self, width, /)', fn: zfill },
  { name: 'expandtabs', kind: 'fastkw', sig: '($self, /, tabsize=8)', fn: expandtabs },
  { name: 'hex', kind: 'fastkw', fn: (m, self, args, kwnames) => hexMethod(m, bytesValue(self), args, kwnames) },
  { name: 'fromhex', kind: 'o', bind: 'class', sig: '($type, string, /)', fn: fromHex },
  { name: 'translate', kind: 'fastkw', sig: "($self, table, /, delete=b'')", fn: translate },
  { name: 'maketrans', kind: 'fast', min: 2, max: 2, bind: 'static', sig: '(frm, to, /)', fn: maketrans },
  { name: 'decode', kind: 'fastkw', sig: "($self, /, encoding='utf-8', errors='strict')", fn: decode },
  textMethod('upper', upper),
  textMethod('lower', lower),
  textMethod('swapcase', (text) => text.replace(/[a-zA-Z]/g, (c) => (c >= 'a' ? c.toUpperCase() : c.toLowerCase()))),
  textMethod('capitalize', (text) => upper(text.charAt(0)) + lower(text.slice(1))),
  textMethod('title', (text) => text.replace(/[a-zA-Z]+/g, (word) => upper(word.charAt(0)) + lower(word.slice(1)))),
  testMethod('isascii', /^[\x00-\x7f]*$/),
  testMethod('isalpha', /^[a-zA-Z]+$/),
  testMethod('isdigit', /^[0-9]+$/),
  testMethod('isalnum', /^[a-zA-Z0-9]+$/),
  testMethod('isspace', /^[\t-\r ]+$/),
  testMethod('islower', /^[^A-Z]*[a-z][^A-Z]*$/),
  testMethod('isupper', /^[^a-z]*[A-Z][^a-z]*$/),
  { name: 'istitle', kind: 'noargs', fn: (m, self) => incref(istitle(textOf(m, self)) ? m.True : m.False) },
];

/** Methods of bytes. */
export const bytesMethods: readonly NativeSpec[] = [
  ...sharedBytesMethods,
  { name: '__bytes__', kind: 'noargs', sig: '($self, /)', fn: (m, self) => (self.ob_type === m.types.bytes ? incref(self) : newBytes(m, bytesValue(self).slice())), doc: 'Convert this value to exact type bytes.' },
  { name: '__getnewargs__', kind: 'noargs', fn: (m, self) => newTuple(m, [newBytes(m, bytesValue(self).slice())]) },
];
