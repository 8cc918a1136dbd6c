// The str object: representation, constructors, interning, and the type's specification (CPython Objects/unicodeobject.c, PEP 393).
//
// The text is a JavaScript string; `kind` (1, 2 or 4 bytes a character), `ascii` and the length in code points say what CPython's compact object looks
// like. NOT CPYTHON: a lone high surrogate followed by a lone low one would merge into one astral character.
import { MAX_SSIZE } from '../limits.ts';
import type { Machine } from '../machine.ts';
import { adoptBlock, allocObject, freeObject, makeStatic } from './alloc.ts';
import { hashText } from './hash.ts';
import { type PyObject, decref, incref } from './object.ts';
import { overflowError, typeError } from './raise.ts';
import { staticNames } from '../profiles/static-names.ts';
import { strMethods } from './str-methods.ts';
import { strNew } from './str-new.ts';
import { percentFormat } from './str-percent.ts';
import { textRepr } from './str-repr.ts';
import { joinTexts } from './str-search.ts';
import { strSubscript } from './str-index.ts';
import { type CompareOp, type TypeSpec, TypeFlag } from './type.ts';

export type StrKind = 1 | 2 | 4;

/** Bits of `StrData.state`; the lowest three are the kind. */
const KIND_BITS = 7, ASCII = 8, HASHED = 16, INTERNED = 32;

/** Payload of a str. A million of them may be alive: what can share a field does, as in CPython's `state`. */
export class StrData {
  value: string;
  /** In code points. */
  length: number;
  private state: number;
  /** The hash, once computed. */
  hashLo = 0;
  hashHi = 0;
  /** What few strs have. */
  extras: StrExtras | null = null;

  constructor(value: string, length: number, kind: StrKind, ascii: boolean) {
    this.value = value;
    this.length = length;
    this.state = ascii ? kind | ASCII : kind;
  }

  /** Becomes the payload of a new str: what the constructor does, for a fresh one. */
  become(value: string, length: number, kind: StrKind, ascii: boolean): void {
    this.value = value;
    this.length = length;
    this.state = ascii ? kind | ASCII : kind;
    this.extras = null;
  }

  /** Bytes per character of the compact representation. */
  get kind(): StrKind {
    return (this.state & KIND_BITS) as StrKind;
  }
  get ascii(): boolean {
    return (this.state & ASCII) !== 0;
  }
  get hashed(): boolean {
    return (this.state & HASHED) !== 0;
  }
  /** In sys.intern's table. */
  get interned(): boolean {
    return (this.state & INTERNED) !== 0;
  }
  /** Neither hashed nor interned. */
  get isFresh(): boolean {
    return this.state < HASHED;
  }

  noteHash(lo: number, hi: number): void {
    this.hashLo = lo;
    this.hashHi = hi;
    this.state |= HASHED;
  }

  noteInterned(): void {
    this.state |= INTERNED;
  }

  /** The rare part, made if need be. */
  get rare(): StrExtras {
    return (this.extras ??= new StrExtras());
  }
}

/** What only some strs have. */
export class StrExtras {
  /** UTF-16 position of every code point, plus the end; made at the first index into an astral string. */
  offsets: Uint32Array | null = null;
  /** Bytes of the cached UTF-8 form (PyUnicode_AsUTF8), without NUL; 0 = not cached or the same as the text. */
  utf8Bytes = 0;
  utf8Block = 0;
  /** Instances of subclasses keep their characters in a block of their own. */
  buffer = 0;
}

/** A str or an instance of a subclass. */
export interface PyStr extends PyObject {
  data: StrData;
}

/** PyUnicode_Check. */
export function isStr(o: PyObject): o is PyStr {
  return (o.ob_type.tp_flags & TypeFlag.STR_SUBCLASS) !== 0;
}

/** PyUnicode_CheckExact. */
export function isStrExact(m: Machine, o: PyObject): o is PyStr {
  return o.ob_type === m.types.str;
}

/** The text as a JavaScript string. */
export function strValue(o: PyObject): string {
  return (o.data as StrData).value;
}

export function strData(o: PyObject): StrData {
  return o.data as StrData;
}

/** Length in code points. */
export function strLength(o: PyObject): number {
  return (o.data as StrData).length;
}

/** A new exact str that is never shared; the host's object of a dead one serves again if there is one. */
function makeStr(m: Machine, value: string, length: number, kind: StrKind, ascii: boolean): PyObject {
  const o = m.watcher === null ? m.deadStrs.take() : null;
  if (o === null) return allocStr(m, new StrData(value, length, kind, ascii));
  (o.data as StrData).become(value, length, kind, ascii);
  o.ob_refcnt = 1;
  o.block = m.memory.alloc(compactBytes(m, length, kind, ascii));
  o.serial = m.nextSerial++;
  return o;
}

/** The narrowest representation of a text (PyUnicode_FromKindAndData's maximum-character scan). */
export function describe(value: string): StrData {
  let bits = 0;
  const units = value.length;
  for (let i = 0; i < units; i++) bits |= value.charCodeAt(i);
  if (bits < 128) return new StrData(value, units, 1, true);
  if (bits < 256) return new StrData(value, units, 1, false);
  let pairs = 0;
  if (bits >= 0xd800) {
    for (let i = 0; i + 1 < units; i++) {
      if ((value.charCodeAt(i) & 0xfc00) === 0xd800 && (value.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
        pairs++;
        i++;
      }
    }
  }
  return new StrData(value, units - pairs, pairs > 0 ? 4 : 2, false);
}

/** Bytes of the compact object: header, characters and NUL. */
export function compactBytes(m: Machine, length: number, kind: StrKind, ascii: boolean): number {
  return ascii ? m.profile.strHeader.ascii + length + 1 : m.profile.strHeader.other + kind * (length + 1);
}

/** A new object with that payload; never shared. */
export function allocStr(m: Machine, data: StrData): PyStr {
  const type = m.types.str;
  return allocObject(m, type, data, compactBytes(m, data.length, data.kind, data.ascii) - type.tp_basicsize) as PyStr;
}

/** A str of any text. The empty string and one-character latin-1 strings are the shared ones. */
export function newStr(m: Machine, value: string): PyObject {
  const units = value.length;
  if (units <= 1) {
    if (units === 0) return incref(m.emptyStr);
    const code = value.charCodeAt(0);
    if (code < 256) return incref(m.latin1Chars[code] as PyObject);
  }
  return allocStr(m, describe(value));
}

/** A str of a text that is known to be ASCII. */
export function newStrAscii(m: Machine, value: string): PyObject {
  const units = value.length;
  if (units <= 1) return units === 0 ? incref(m.emptyStr) : incref(m.latin1Chars[value.charCodeAt(0)] as PyObject);
  return makeStr(m, value, units, 1, true);
}

/** The text of an int: a str of its own even where there is a shared one. */
export function newNumberText(m: Machine, value: string): PyObject {
  return makeStr(m, value, value.length, 1, true);
}

/** A str that never is one of the shared one-character strings (what case conversions, replace and join make). */
export function newStrUnshared(m: Machine, value: string): PyObject {
  return value.length === 0 ? incref(m.emptyStr) : allocStr(m, describe(value));
}

/** A str of the characters of `parent` (a slice, a strip …): the scan is saved where the parent is ASCII. */
export function newStrLike(m: Machine, parent: StrData, value: string): PyObject {
  return parent.ascii ? newStrAscii(m, value) : newStr(m, value);
}

/** The one-character string of a code point. */
export function charStr(m: Machine, code: number): PyObject {
  if (code < 256) return incref(m.latin1Chars[code] as PyObject);
  return allocStr(m, new StrData(String.fromCodePoint(code), 1, code > 0xffff ? 4 : 2, false));
}

/** A str of code points. */
export function newStrFromCodePoints(m: Machine, codes: ArrayLike<number>): PyObject {
  let value = '';
  for (let i = 0; i < codes.length; i++) value += String.fromCodePoint(codes[i] as number);
  return newStr(m, value);
}

/** Makes a str and enters it in the table of interned strings (PyUnicode_InternFromString); the caller owns the one reference. */
export function internNewStr(m: Machine, text: string): PyObject {
  const o = text.length > 0 || m.emptyStr === undefined ? allocStr(m, describe(text)) : incref(m.emptyStr);
  enterInterned(m, o);
  return o;
}

function enterInterned(m: Machine, o: PyObject): void {
  const data = o.data as StrData;
  data.noteInterned();
  m.interned.set(data.value, o);
}

/** The entry of a text in the table, borrowed; names that were there before the program began are made at their first use. */
export function internedEntry(m: Machine, text: string): PyObject | undefined {
  const known = m.interned.get(text);
  if (known !== undefined || !staticNames(m.profile.python).has(text)) return known;
  const name = makeStatic(m, m.memory.uncounted(() => allocStr(m, describe(text))));
  enterInterned(m, name);
  return name;
}

/** PyUnicode_InternInPlace: consumes the reference and answers the interned string of that text (a new reference). */
export function internStr(m: Machine, o: PyObject): PyObject {
  if (o.ob_type !== m.types.str) return o;
  const data = o.data as StrData;
  if (data.interned) return o;
  const known = internedEntry(m, data.value);
  if (known === undefined) {
    enterInterned(m, o);
    return o;
  }
  incref(known);
  decref(m, o);
  return known;
}

/** The interned string of that text, borrowed: `name` itself unless another object was interned first. Counts do not change. */
export function internedOf(m: Machine, name: PyObject): PyObject {
  if (name.ob_type !== m.types.str || (name.data as StrData).interned) return name;
  const known = internedEntry(m, (name.data as StrData).value);
  if (known === undefined) enterInterned(m, name);
  return known ?? name;
}

/** The shared strings: '' and the one-character latin-1 strings, ASCII ones 48 bytes apart (3.11: 56, which is no multiple of 16), others 64 or 80. Called once by bootstrap. */
export function initStrs(m: Machine): void {
  const type = m.types.str;
  const ascii = m.memory.reserveStatic(128, 48);
  const latin1Blocks = (m.profile.strHeader.other + 2 + 15) >> 4;
  const latin1 = m.memory.reserveStatic(128, latin1Blocks * 16);
  m.latin1Chars = [];
  const intern = m.profile.latin1CharsShared;
  for (let code = 0; code < 256; code++) {
    const data = new StrData(String.fromCharCode(code), 1, 1, code < 128);
    if (code >= 128 && m.profile.latin1CharsHaveUtf8) data.rare.utf8Bytes = 2;
    const o = makeStatic(m, adoptBlock(m, type, data, code < 128 ? ascii + code * 3 : latin1 + (code - 128) * latin1Blocks));
    m.latin1Chars.push(o);
    if (intern || !staticNames(m.profile.python).has(data.value)) enterInterned(m, o);
  }
  m.emptyStr = makeStatic(m, adoptBlock(m, type, new StrData('', 0, 1, true), m.memory.reserveStatic(1, 48)));
  enterInterned(m, m.emptyStr);
}

function strDealloc(m: Machine, o: PyObject): void {
  const data = o.data as StrData;
  if (data.interned && m.interned.get(data.value) === o) m.interned.delete(data.value);
  const { extras } = data;
  if (extras !== null) {
    if (extras.utf8Block !== 0) m.memory.free(extras.utf8Block);
    if (extras.buffer !== 0) m.memory.free(extras.buffer);
  }
  freeObject(m, o);
  // What was hashed may be remembered by look-ups that compare keys by identity: its host object never stands for another text.
  if (data.isFresh && o.ob_type === m.types.str) m.deadStrs.keep(o);
}

/** unicode_hash: computed once. Low half; the high half is in `m.hashHi`. */
export function strHash(m: Machine, o: PyObject): number {
  const data = o.data as StrData;
  if (data.hashed) {
    m.hashHi = data.hashHi;
    return data.hashLo;
  }
  const points = data.kind === 4 ? codePoints(data) : null;
  const lo = hashText(m, data.value, data.length, data.kind, points);
  data.noteHash(lo, m.hashHi);
  return lo;
}

/** All code points of a text. */
export function codePoints(data: StrData): number[] {
  const points: number[] = [];
  for (const char of data.value) points.push(char.codePointAt(0) as number);
  return points;
}

/** PyUnicode_AsUTF8: caches the UTF-8 form of a non-ASCII string, which sys.getsizeof counts from then on. */
export function cacheUtf8(m: Machine, o: PyObject): void {
  const data = o.data as StrData;
  if (data.ascii) return;
  const { rare } = data;
  if (rare.utf8Bytes !== 0) return;
  rare.utf8Bytes = utf8Length(data.value);
  rare.utf8Block = m.memory.alloc(rare.utf8Bytes + 1);
}

/** Bytes of the UTF-8 form. */
export function utf8Length(value: string): number {
  let bytes = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    // A pair takes 4 bytes: 3 for its first half, 1 for its second.
    if ((code & 0xfc00) === 0xd800 && (value.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 1;
      i++;
    }
  }
  return bytes;
}

/** unicode_sizeof. */
function strSizeof(m: Machine, o: PyObject): number {
  const data = o.data as StrData;
  const characters = data.kind * (data.length + 1);
  const { extras } = data;
  const utf8 = extras !== null && extras.utf8Bytes > 0 ? extras.utf8Bytes + 1 : 0;
  if (extras !== null && extras.buffer !== 0) return m.types.str.tp_basicsize + characters + utf8;
  return compactBytes(m, data.length, data.kind, data.ascii) + utf8;
}

/** unicode_result_unchanged: the object itself, or an exact copy of a subclass instance. */
export function strUnchanged(m: Machine, o: PyObject): PyObject {
  if (o.ob_type === m.types.str) return incref(o);
  const { value, length, kind, ascii } = o.data as StrData;
  return length <= 1 ? newStr(m, value) : allocStr(m, new StrData(value, length, kind, ascii));
}

/** PyUnicode_Concat of two strs. */
export function strConcat(m: Machine, a: PyObject, b: PyObject): PyObject {
  const left = a.data as StrData;
  const right = b.data as StrData;
  if (left.length === 0) return strUnchanged(m, b);
  if (right.length === 0) return strUnchanged(m, a);
  const length = left.length + right.length;
  m.chargeWork(length >> 3);
  const kind = left.kind > right.kind ? left.kind : right.kind;
  const o = makeStr(m, '', length, kind, left.ascii && right.ascii);
  (o.data as StrData).value = left.value + right.value;
  return o;
}

/** BUILD_STRING: several strs one after the other (_PyUnicode_JoinArray with an empty separator). */
export function joinStrs(m: Machine, parts: readonly PyObject[]): PyObject {
  return joinTexts(m, m.emptyStr as PyStr, parts);
}

/** PyUnicode_Append: `left` is consumed. Grows it in place when nobody else can see it (refcount 1, not interned, not hashed). */
export function strAppend(m: Machine, left: PyObject, right: PyObject): PyObject {
  const a = left.data as StrData;
  const b = right.data as StrData;
  if (a.length === 0) {
    decref(m, left);
    return strUnchanged(m, right);
  }
  if (b.length === 0 && left.ob_type === m.types.str) return left;
  const modifiable = left.ob_refcnt === 1 && !a.interned && !a.hashed && left.ob_type === m.types.str && right.ob_type === m.types.str
    && b.kind <= a.kind && !(a.ascii && !b.ascii);
  if (!modifiable) {
    const joined = strConcat(m, left, right);
    decref(m, left);
    return joined;
  }
  const length = a.length + b.length;
  if (a.extras !== null) {
    if (a.extras.utf8Block !== 0) m.memory.free(a.extras.utf8Block);
    a.extras = null;
  }
  m.chargeWork(b.length >> 3);
  left.block = m.memory.realloc(left.block, compactBytes(m, length, a.kind, a.ascii));
  a.value += b.value;
  a.length = length;
  return left;
}

function concatSlot(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isStr(b)) throw typeError(m, `can only concatenate str (not "${b.ob_type.tp_name}") to str`);
  return strConcat(m, a, b);
}

/** unicode_repeat. */
export function strRepeat(m: Machine, o: PyObject, count: number): PyObject {
  const data = o.data as StrData;
  if (count <= 0) return incref(m.emptyStr);
  if (count === 1) return strUnchanged(m, o);
  if (data.length === 0) return incref(m.emptyStr);
  const length = data.length * count;
  if (length >= MAX_SSIZE) throw overflowError(m, 'repeated string is too long');
  m.memory.expect(length);
  m.chargeWork(length >> 3);
  const result = allocStr(m, new StrData('', length, data.kind, data.ascii));
  result.data.value = data.value.repeat(count);
  return result;
}

/** Order of two texts by code point: negative, 0 or positive. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x !== y) {
      // Surrogates (astral characters) sort after U+E000..U+FFFF by code point, before them by code unit.
      if (x >= 0xd800 && y >= 0xd800) {
        x = x >= 0xe000 ? x - 0x2000 : x + 0x2000;
        y = y >= 0xe000 ? y - 0x2000 : y + 0x2000;
      }
      return x - y;
    }
  }
  return a.length - b.length;
}

function strCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isStr(a) || !isStr(b)) return incref(m.NotImplemented);
  return incref(compareStrs(m, a.data, b.data, op) ? m.True : m.False);
}

/** PyUnicode_RichCompare as a truth value. */
export function compareStrs(m: Machine, a: StrData, b: StrData, op: CompareOp): boolean {
  if (op === 2 || op === 3) {
    if (a.length !== b.length) return op === 3;
    m.chargeWork(a.length >> 3);
    return (a.value === b.value) === (op === 2);
  }
  m.chargeWork(Math.min(a.length, b.length) >> 3);
  const wide = a.kind === 4 || b.kind === 4;
  const order = wide ? compareText(a.value, b.value) : a.value < b.value ? -1 : a.value === b.value ? 0 : 1;
  return op === 0 ? order < 0 : op === 1 ? order <= 0 : op === 4 ? order > 0 : order >= 0;
}

function strContains(m: Machine, self: PyObject, value: PyObject): boolean {
  if (!isStr(value)) throw typeError(m, `'in <string>' requires string as left operand, not ${value.ob_type.tp_name}`);
  m.chargeWork((self.data as StrData).length >> 2);
  return (self.data as StrData).value.includes(value.data.value);
}

/** repr of a str. */
export function strRepr(m: Machine, o: PyObject): PyObject {
  const data = o.data as StrData;
  m.chargeWork(data.length);
  const text = textRepr(data.value);
  return data.ascii ? newStrAscii(m, text) : newStr(m, text);
}

function percentSlot(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isStr(a)) return incref(m.NotImplemented);
  return percentFormat(m, a, b);
}

function itemSlot(m: Machine, self: PyObject, index: number): PyObject {
  return strSubscript.item(m, self, index);
}

/** PyUnicode_Type. */
export const strType: TypeSpec = {
  name: 'str',
  // sizeof(PyUnicodeObject): the header of a compact string plus one pointer.
  basicsize: (m) => m.profile.strHeader.other + 8,
  flags: TypeFlag.BASETYPE | TypeFlag.STR_SUBCLASS | TypeFlag.MATCH_SELF,
  doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\nor repr(object).\nencoding defaults to sys.getdefaultencoding().\nerrors defaults to 'strict'.",
  slots: {
    tp_dealloc: strDealloc,
    tp_repr: strRepr,
    tp_str: strUnchanged,
    tp_hash: strHash,
    tp_richcompare: strCompare,
    tp_new: strNew,
    tp_sizeof: strSizeof,
    tp_iter: (m, self) => strSubscript.iterate(m, self),
    nb_remainder: percentSlot,
    sq_length: (_m, self) => (self.data as StrData).length,
    sq_concat: concatSlot,
    sq_repeat: strRepeat,
    sq_item: itemSlot,
    sq_contains: strContains,
    mp_length: (_m, self) => (self.data as StrData).length,
    mp_subscript: (m, self, key) => strSubscript.subscript(m, self, key),
  },
  methods: strMethods,
};
