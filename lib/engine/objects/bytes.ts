// The bytes object (CPython Objects/bytesobject.c).
import { dropRaise } from './raise.ts';
import { PyRaise } from '../errors.ts';
import { MAX_SSIZE } from '../limits.ts';
import type { Machine } from '../machine.ts';
import { index as toIndex } from './abstract.ts';
import { adoptBlock, allocObject, freeObject, makeStatic } from './alloc.ts';
import { bytesLikeOrNull, bytesOf, simpleView } from './buffer.ts';
import { bytesMethods } from './bytes-methods.ts';
import { bytesNew } from './bytes-new.ts';
import { latin1Bytes, latin1Text } from './codecs.ts';
import { hashBytes } from './hash.ts';
import { asIndexNumber, intValue, isInt, newInt } from './int.ts';
import { newSequenceIterator } from './iterators.ts';
import { type PyObject, decref, incref } from './object.ts';
import { indexError, overflowError, raise, typeError, valueError } from './raise.ts';
import { isSlice, sliceIndices } from './slice.ts';
import { newStrAscii } from './str.ts';
import { percentFormatBytes } from './str-percent.ts';
import { type CompareOp, type TypeSpec, TypeFlag } from './type.ts';

/** Payload of a bytes object. The array is never changed once the object is visible. */
export class BytesData {
  value: Uint8Array;
  hashLo = 0;
  hashHi = 0;
  hashed = false;
  constructor(value: Uint8Array) {
    this.value = value;
  }
}

/** A bytes object or an instance of a subclass. */
export interface PyBytes extends PyObject {
  data: BytesData;
}

/** PyBytes_Check. */
export function isBytes(o: PyObject): o is PyBytes {
  return (o.ob_type.tp_flags & TypeFlag.BYTES_SUBCLASS) !== 0;
}

/** PyBytes_CheckExact. */
export function isBytesExact(m: Machine, o: PyObject): o is PyBytes {
  return o.ob_type === m.types.bytes;
}

/** The bytes of a bytes or bytearray object: a view of its storage. */
export function bytesValue(o: PyObject): Uint8Array {
  return (o.data as { readonly value: Uint8Array }).value;
}

/** A bytes object of these bytes (the array is taken over). Empty and one-byte ones are shared. */
export function newBytes(m: Machine, value: Uint8Array): PyObject {
  if (value.length === 0) return incref(m.emptyBytes);
  if (value.length === 1) return incref(m.byteObjects[value[0] as number] as PyObject);
  return allocObject(m, m.types.bytes, new BytesData(value), value.length);
}

/** PyBytes_FromStringAndSize without a string: zeros, for its maker alone to write to before anybody else sees it. */
export function freshBytes(m: Machine, size: number): PyBytes {
  m.memory.expect(size);
  const value = new Uint8Array(size);
  return (size === 0 ? incref(m.emptyBytes) : allocObject(m, m.types.bytes, new BytesData(value), size)) as PyBytes;
}

/** _PyBytes_Resize of one from freshBytes: its storage moves. Consumes it, answers the one to go on with. */
export function resizeFresh(m: Machine, o: PyBytes, size: number): PyBytes {
  if (size === 0 || o.data.value.length === 0) {
    decref(m, o);
    return freshBytes(m, size);
  }
  m.memory.expect(size - o.data.value.length);
  const value = new Uint8Array(size);
  value.set(o.data.value.subarray(0, size));
  o.block = m.memory.realloc(o.block, m.types.bytes.tp_basicsize + size);
  o.data.value = value;
  return o;
}

/** The shared objects: b'' and the 256 one-byte ones, 48 bytes apart. Called once by bootstrap. */
export function initBytes(m: Machine): void {
  const start = m.memory.reserveStatic(256, 48);
  m.byteObjects = [];
  for (let byte = 0; byte < 256; byte++) m.byteObjects.push(makeStatic(m, adoptBlock(m, m.types.bytes, new BytesData(Uint8Array.of(byte)), start + byte * 3)));
  m.emptyBytes = makeStatic(m, adoptBlock(m, m.types.bytes, new BytesData(new Uint8Array(0)), m.memory.reserveStatic(1, 48)));
}

/** An int argument that must be a byte (_getbytevalue; bytes() says "bytes must be …"). */
export function byteValue(m: Machine, o: PyObject, owner: 'bytes' | 'byte'): number {
  const exact = isInt(o) ? incref(o) : toIndex(m, o);
  const value = intValue(exact);
  decref(m, exact);
  if (value < 0 || value > 255) throw valueError(m, `${owner} must be in range(0, 256)`);
  return Number(value);
}

/** repr of bytes: b'…'. */
export function bytesRepr(bytes: Uint8Array): string {
  let single = false;
  let double = false;
  for (const byte of bytes) {
    if (byte === 39) single = true;
    else if (byte === 34) double = true;
  }
  const quote = single && !double ? '"' : "'";
  return `b${quote}${escapeBytes(bytes, quote)}${quote}`;
}

/** The bytes as the inside of a literal. */
export function escapeBytes(bytes: Uint8Array, quote: string): string {
  const parts: string[] = [];
  for (const byte of bytes) {
    if (byte === 92 || byte === quote.charCodeAt(0)) parts.push(`\\${String.fromCharCode(byte)}`);
    else if (byte === 9) parts.push('\\t');
    else if (byte === 10) parts.push('\\n');
    else if (byte === 13) parts.push('\\r');
    else if (byte < 32 || byte >= 127) parts.push(`\\x${byte < 16 ? '0' : ''}${byte.toString(16)}`);
    else parts.push(String.fromCharCode(byte));
  }
  return parts.join('');
}

function repr(m: Machine, o: PyObject): PyObject {
  const bytes = bytesValue(o);
  m.chargeWork(bytes.length);
  return newStrAscii(m, bytesRepr(bytes));
}

function hash(m: Machine, o: PyObject): number {
  const data = o.data as BytesData;
  if (data.hashed) {
    m.hashHi = data.hashHi;
    return data.hashLo;
  }
  data.hashLo = hashBytes(m, data.value);
  data.hashHi = m.hashHi;
  data.hashed = true;
  return data.hashLo;
}

/** Order of two byte strings. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return a.length - b.length;
}

/** The answer of a rich comparison from an order. */
export function orderAnswer(order: number, op: CompareOp): boolean {
  switch (op) {
    case 0: return order < 0;
    case 1: return order <= 0;
    case 2: return order === 0;
    case 3: return order !== 0;
    case 4: return order > 0;
    case 5: return order >= 0;
  }
}

function compare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isBytes(a) || !isBytes(b)) return incref(m.NotImplemented);
  m.chargeWork(Math.min(a.data.value.length, b.data.value.length) >> 3);
  const unequal = (op === 2 || op === 3) && a.data.value.length !== b.data.value.length;
  return incref(orderAnswer(unequal ? 1 : compareBytes(a.data.value, b.data.value), op) ? m.True : m.False);
}

function concat(m: Machine, a: PyObject, b: PyObject): PyObject {
  const left = bytesLikeOrNull(m, a, true);
  const right = bytesLikeOrNull(m, b, true);
  if (left === null || right === null) throw typeError(m, `can't concat ${b.ob_type.tp_name} to ${a.ob_type.tp_name}`);
  if (left.length === 0 && b.ob_type === m.types.bytes) return incref(b);
  if (right.length === 0 && a.ob_type === m.types.bytes) return incref(a);
  return newBytes(m, joined(m, left, right));
}

/** The two arrays one after the other. */
export function joined(m: Machine, left: Uint8Array, right: Uint8Array): Uint8Array {
  const length = left.length + right.length;
  m.chargeWork(length >> 3);
  m.memory.expect(length);
  const bytes = new Uint8Array(length);
  bytes.set(left);
  bytes.set(right, left.length);
  return bytes;
}

function repeat(m: Machine, o: PyObject, count: number): PyObject {
  const bytes = bytesValue(o);
  if (count === 1 && o.ob_type === m.types.bytes) return incref(o);
  return newBytes(m, repeated(m, bytes, count));
}

/** `count` copies. */
export function repeated(m: Machine, bytes: Uint8Array, count: number): Uint8Array {
  const length = bytes.length * Math.max(0, count);
  if (length >= MAX_SSIZE) throw overflowError(m, 'repeated bytes are too long');
  m.chargeWork(length >> 3);
  m.memory.expect(length);
  const out = new Uint8Array(length);
  for (let at = 0; at < length; at += bytes.length) out.set(bytes, at);
  return out;
}

/** `x in bytes`: a sub-sequence or a byte value. */
export function bytesContains(m: Machine, self: PyObject, value: PyObject): boolean {
  const bytes = bytesValue(self);
  m.chargeWork(bytes.length >> 3);
  if (value.ob_type.nb_index !== null) {
    const byte = containedByte(m, value);
    if (byte !== null) return bytes.includes(byte);
  }
  return latin1Text(bytes).includes(latin1Text(bytesOf(m, value)));
}

/** The byte that a number stands for; null where its `__index__` fails: then it has to be bytes-like. */
function containedByte(m: Machine, value: PyObject): number | null {
  let exact: PyObject;
  try {
    exact = toIndex(m, value);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    dropRaise(m, error);
    return null;
  }
  try {
    return byteValue(m, exact, 'byte');
  } finally {
    decref(m, exact);
  }
}

/** The index of a subscript, with the type's own text for a key that is none. */
export function byteIndex(m: Machine, key: PyObject, length: number, noun: string): number {
  if (key.ob_type.nb_index === null) throw typeError(m, `${noun} indices must be integers or slices, not ${key.ob_type.tp_name}`);
  const exact = toIndex(m, key);
  const value = asIndexNumber(exact);
  const wide = typeof intValue(exact) === 'bigint';
  decref(m, exact);
  if (wide) throw raise(m, m.types.IndexError, `cannot fit '${key.ob_type.tp_name}' into an index-sized integer`);
  return value < 0 ? value + length : value;
}

function item(m: Machine, self: PyObject, at: number): PyObject {
  const byte = bytesValue(self)[at];
  if (byte === undefined) throw indexError(m, 'index out of range');
  return newInt(m, byte);
}

function subscript(m: Machine, self: PyObject, key: PyObject): PyObject {
  const bytes = bytesValue(self);
  if (!isSlice(m, key)) return item(m, self, byteIndex(m, key, bytes.length, 'byte'));
  const { start, step, count } = sliceIndices(m, key, bytes.length);
  if (count === bytes.length && step === 1 && self.ob_type === m.types.bytes) return incref(self);
  return newBytes(m, sliceBytes(m, bytes, start, step, count));
}

/** A copy of the bytes start, start+step, …. */
export function sliceBytes(m: Machine, bytes: Uint8Array, start: number, step: number, count: number): Uint8Array {
  if (count <= 0) return new Uint8Array(0);
  m.chargeWork(count >> 3);
  if (step === 1) return bytes.slice(start, start + count);
  const out = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) out[i] = bytes[at] as number;
  return out;
}

function percent(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isBytes(a)) return incref(m.NotImplemented);
  return newBytes(m, latin1Bytes(percentFormatBytes(m, latin1Text(a.data.value), b)));
}

/** PyBytes_Type. */
export const bytesType: TypeSpec = {
  name: 'bytes',
  basicsize: 33,
  itemsize: 1,
  flags: TypeFlag.BASETYPE | TypeFlag.BYTES_SUBCLASS | TypeFlag.MATCH_SELF,
  doc: 'bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer',
  slots: {
    tp_dealloc: (m, o) => freeObject(m, o),
    tp_repr: repr,
    tp_str: repr,
    tp_hash: hash,
    tp_richcompare: compare,
    tp_new: bytesNew,
    tp_sizeof: (_m, o) => o.ob_type.tp_basicsize + bytesValue(o).length,
    tp_iter: (m, self) => newSequenceIterator(m, m.types.bytes_iterator, self),
    nb_remainder: percent,
    sq_length: (_m, o) => bytesValue(o).length,
    sq_concat: concat,
    sq_repeat: repeat,
    sq_item: item,
    sq_contains: bytesContains,
    mp_length: (_m, o) => bytesValue(o).length,
    mp_subscript: subscript,
    bf_getbuffer: (m, self, writable) => {
      if (writable) throw raise(m, m.types.BufferError, 'Object is not writable.');
      return simpleView(self, bytesValue(self), true);
    },
  },
  methods: bytesMethods,
};
