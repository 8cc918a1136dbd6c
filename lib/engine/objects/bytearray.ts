// The bytearray object: growth, in-place changes, export counts (CPython Objects/bytearrayobject.c).
//
// The simulated buffer (`block`, `alloc` bytes) follows PyByteArray_Resize exactly, including the logical start that moves when bytes are eaten from
// the front. Since 3.15 the buffer is a bytes object (33 bytes more, no extra NUL in `alloc`).
import type { Machine } from '../machine.ts';
import { asSize, callMethodNamed, getIter, iterNext, lengthHint } from './abstract.ts';
import { freeObject } from './alloc.ts';
import { parseArgs } from './arguments.ts';
import { bytesLikeOrNull, simpleView } from './buffer.ts';
import { byteIndex, byteValue, bytesContains, compareBytes, escapeBytes, joined, orderAnswer, repeated, sliceBytes, newBytes } from './bytes.ts';
import { codecText, countArgument, encodedSource } from './bytes-new.ts';
import { sharedBytesMethods } from './bytes-methods.ts';
import { latin1Bytes, latin1Text } from './codecs.ts';
import { genericAlloc } from './instance.ts';
import { newInt } from './int.ts';
import { newSequenceIterator } from './iterators.ts';
import { type PyObject, decref, incref } from './object.ts';
import { indexError, raise, typeError, valueError } from './raise.ts';
import { adjustSlice, isSlice, unpackSlice } from './slice.ts';
import { sizeArgument } from './size-argument.ts';
import { isStr, newStr, newStrAscii } from './str.ts';
import { percentFormatBytes } from './str-percent.ts';
import { isList, listItems } from './list.ts';
import { newTuple, tupleItems } from './tuple.ts';
import { type CompareOp, type NativeSpec, type PyType, type TypeSpec, TypeFlag, since } from './type.ts';

/** Payload of a bytearray. */
export class ByteArrayData {
  /** JavaScript storage; its capacity is our own affair. */
  private store = new Uint8Array(0);
  private start = 0;
  /** Number of bytes. */
  length = 0;
  /** ob_alloc: bytes of the simulated buffer. */
  alloc = 0;
  /** ob_start - ob_bytes: bytes eaten from the front of the simulated buffer. */
  eaten = 0;
  /** The simulated buffer; 0 = none. */
  block = 0;
  /** Open views. */
  exports = 0;

  /** The bytes: a window on the storage, valid until the next resize. */
  get value(): Uint8Array {
    return this.store.subarray(this.start, this.start + this.length);
  }

  /** Changes the number of bytes in the storage; new ones are zero. */
  setLength(length: number): void {
    if (this.start + length > this.store.length) {
      const wider = new Uint8Array(Math.max(16, length + (length >> 1)));
      wider.set(this.value);
      this.store = wider;
      this.start = 0;
    } else if (length > this.length) this.store.fill(0, this.start + this.length, this.start + length);
    this.length = length;
  }

  /** Drops bytes from the front. */
  eat(count: number): void {
    this.start += count;
    this.length -= count;
  }
}

/** A bytearray or an instance of a subclass. */
export interface PyByteArray extends PyObject {
  data: ByteArrayData;
}

/** PyByteArray_Check. */
export function isBytearray(m: Machine, o: PyObject): o is PyByteArray {
  return o.ob_type === m.types.bytearray || o.ob_type.tp_mro.includes(m.types.bytearray);
}

/** PyByteArray_FromStringAndSize: an exact buffer. */
export function newBytearray(m: Machine, bytes: Uint8Array): PyObject {
  const o = genericAlloc(m, m.types.bytearray, new ByteArrayData());
  const data = o.data as ByteArrayData;
  if (bytes.length > 0) {
    const extra = nulBytes(m);
    data.alloc = bytes.length + extra;
    data.block = m.memory.alloc(bufferBytes(m, data.alloc));
    data.setLength(bytes.length);
    data.value.set(bytes);
  }
  return o;
}

/** Bytes of `alloc` beyond the contents: the NUL, which 3.15 counts in the header of the bytes object. */
function nulBytes(m: Machine): number {
  return m.profile.bytearray.bufferHeader > 0 ? 0 : 1;
}

function bufferBytes(m: Machine, alloc: number): number {
  return alloc + m.profile.bytearray.bufferHeader;
}

/** _canresize. */
function checkResizable(m: Machine, data: ByteArrayData): void {
  if (data.exports > 0) throw raise(m, m.types.BufferError, 'Existing exports of data: object cannot be re-sized');
}

/** PyByteArray_Resize. */
export function resizeBytearray(m: Machine, data: ByteArrayData, size: number): void {
  if (size === data.length) return;
  checkResizable(m, data);
  accountResize(m, data, size);
  data.setLength(size);
}

/** The simulated buffer's part of a resize. */
function accountResize(m: Machine, data: ByteArrayData, size: number): void {
  const nul = nulBytes(m);
  if (nul === 0 && size === 0) {
    releaseBlock(m, data);
    return;
  }
  let alloc: number;
  if (size + data.eaten + nul <= data.alloc) {
    if (size >= Math.floor(data.alloc / 2)) return;
    alloc = size + nul;
  } else if (size <= data.alloc * 1.125) alloc = size + (size >> 3) + (size < 9 ? 3 : 6);
  else alloc = size + nul;
  m.chargeWork(Math.min(size, data.length) >> 3);
  if (data.eaten > 0) {
    const block = m.memory.alloc(bufferBytes(m, alloc));
    if (data.block !== 0) m.memory.free(data.block);
    data.block = block;
    data.eaten = 0;
  } else data.block = m.memory.realloc(data.block, bufferBytes(m, alloc));
  data.alloc = alloc;
}

function releaseBlock(m: Machine, data: ByteArrayData): void {
  if (data.block !== 0) m.memory.free(data.block);
  data.block = 0;
  data.alloc = 0;
  data.eaten = 0;
}

/** bytearray_setslice_linear: replaces [low, high) by `bytes`. */
function setSlice(m: Machine, data: ByteArrayData, low: number, high: number, bytes: Uint8Array): void {
  const growth = bytes.length - (high - low);
  const tail = growth === 0 ? null : data.value.slice(high);
  const size = data.length + growth;
  if (growth < 0) {
    checkResizable(m, data);
    if (low === 0) {
      // The front is eaten: the logical start advances, nothing moves.
      data.eat(-growth);
      data.eaten -= growth;
      accountResize(m, data, size);
    } else {
      data.value.copyWithin(low + bytes.length, high);
      resizeBytearray(m, data, size);
    }
  } else if (growth > 0) {
    resizeBytearray(m, data, size);
    if (tail !== null) data.value.set(tail, low + bytes.length);
  }
  if (bytes.length > 0) data.value.set(bytes, low);
  m.chargeWork((bytes.length >> 3) + 1);
}

function dealloc(m: Machine, o: PyObject): void {
  releaseBlock(m, o.data as ByteArrayData);
  freeObject(m, o);
}

const INIT = { name: 'bytearray', params: ['source', 'encoding', 'errors'] } as const;

/** bytearray.__init__. */
function init(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const [source, encodingObject, errorsObject] = parseArgs(m, INIT, args, kwnames);
  const data = self.data as ByteArrayData;
  const encoding = codecText(m, 'bytearray', 'encoding', encodingObject ?? null);
  const errors = codecText(m, 'bytearray', 'errors', errorsObject ?? null);
  if (data.length > 0) resizeBytearray(m, data, 0);
  if (!source) {
    if (encoding !== null || errors !== null) throw typeError(m, encoding !== null ? 'encoding without a string argument' : 'errors without a string argument');
    return;
  }
  if (encoding !== null || errors !== null || isStr(source)) {
    const bytes = encodedSource(m, source, encoding, errors);
    resizeBytearray(m, data, bytes.length);
    data.value.set(bytes);
    return;
  }
  const count = countArgument(m, source);
  if (count !== null) {
    m.memory.expect(count);
    resizeBytearray(m, data, count);
    return;
  }
  const view = bytesLikeOrNull(m, source, true);
  if (view !== null) {
    const copy = view.slice();
    resizeBytearray(m, data, copy.length);
    data.value.set(copy);
    return;
  }
  if (source.ob_type.tp_iter === null && source.ob_type.sq_item === null) throw typeError(m, `cannot convert '${source.ob_type.tp_name}' object to bytearray`);
  if (source.ob_type === m.types.list || source.ob_type === m.types.tuple) fillExactly(m, data, source);
  else fillFrom(m, data, source);
}

/** Takes the ints of a list or tuple into a buffer of just their number. */
function fillExactly(m: Machine, data: ByteArrayData, source: PyObject): void {
  const items = isList(source) ? listItems(source) : tupleItems(source);
  const bytes = items.map((item) => byteValue(m, item, 'byte'));
  resizeBytearray(m, data, bytes.length);
  data.value.set(bytes);
}

/** Appends the ints of an iterable one by one. */
function fillFrom(m: Machine, data: ByteArrayData, source: PyObject): void {
  const it = getIter(m, source);
  try {
    for (let item = iterNext(m, it); item !== null; item = iterNext(m, it)) {
      let byte: number;
      try {
        byte = byteValue(m, item, 'byte');
      } finally {
        decref(m, item);
      }
      if (data.length + 1 + data.eaten < data.alloc) data.setLength(data.length + 1);
      else resizeBytearray(m, data, data.length + 1);
      data.value[data.length - 1] = byte;
    }
  } finally {
    decref(m, it);
  }
}

function repr(m: Machine, o: PyObject): PyObject {
  const bytes = (o.data as ByteArrayData).value;
  m.chargeWork(bytes.length);
  const double = bytes.includes(39) && !bytes.includes(34);
  // Unlike bytes, a single quote is always escaped (bytearray_repr).
  const quote = double ? '"' : "'";
  const body = escapeBytes(bytes, "'");
  const name = o.ob_type.tp_name;
  return newStrAscii(m, `${name.slice(name.lastIndexOf('.') + 1)}(b${quote}${body}${quote})`);
}

function compare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  const left = bytesLikeOrNull(m, a, true);
  const right = bytesLikeOrNull(m, b, true);
  if (left === null || right === null) return incref(m.NotImplemented);
  m.chargeWork(Math.min(left.length, right.length) >> 3);
  return incref(orderAnswer(compareBytes(left, right), op) ? m.True : m.False);
}

function concat(m: Machine, a: PyObject, b: PyObject): PyObject {
  const left = bytesLikeOrNull(m, a, true);
  const right = bytesLikeOrNull(m, b, true);
  if (left === null || right === null) throw typeError(m, `can't concat ${b.ob_type.tp_name} to ${a.ob_type.tp_name}`);
  return newBytearray(m, joined(m, left, right));
}

function inplaceConcat(m: Machine, self: PyObject, other: PyObject): PyObject {
  const bytes = bytesLikeOrNull(m, other, true);
  if (bytes === null) throw typeError(m, `can't concat ${other.ob_type.tp_name} to ${self.ob_type.tp_name}`);
  appendBytes(m, self.data as ByteArrayData, bytes.slice());
  return incref(self);
}

function appendBytes(m: Machine, data: ByteArrayData, bytes: Uint8Array): void {
  const size = data.length;
  resizeBytearray(m, data, size + bytes.length);
  data.value.set(bytes, size);
  m.chargeWork((bytes.length >> 3) + 1);
}

/** `count` copies; more than can be indexed are no OverflowError here, as bytes' are, but memory that there is not. */
function copies(m: Machine, bytes: Uint8Array, count: number): Uint8Array {
  m.memory.expect(bytes.length * Math.max(0, count));
  return repeated(m, bytes, count);
}

function inplaceRepeat(m: Machine, self: PyObject, count: number): PyObject {
  const data = self.data as ByteArrayData;
  const bytes = copies(m, data.value.slice(), count);
  resizeBytearray(m, data, bytes.length);
  data.value.set(bytes);
  return incref(self);
}

function item(m: Machine, self: PyObject, at: number): PyObject {
  const data = self.data as ByteArrayData;
  if (at < 0 || at >= data.length) throw indexError(m, 'bytearray index out of range');
  return newInt(m, data.value[at] as number);
}

function subscript(m: Machine, self: PyObject, key: PyObject): PyObject {
  const data = self.data as ByteArrayData;
  if (!isSlice(m, key)) return item(m, self, byteIndex(m, key, data.length, 'bytearray'));
  const { start, step, count } = adjustSlice(unpackSlice(m, key), data.length);
  return newBytearray(m, sliceBytes(m, data.value, start, step, count));
}

function setItem(m: Machine, self: PyObject, at: number, value: PyObject | null): void {
  const data = self.data as ByteArrayData;
  // Read first: its __index__ can change the length (gh-91153).
  const byte = value === null ? null : byteValue(m, value, 'byte');
  if (at < 0 || at >= data.length) throw indexError(m, 'bytearray index out of range');
  if (byte === null) setSlice(m, data, at, at + 1, new Uint8Array(0));
  else data.value[at] = byte;
}

function setSubscript(m: Machine, self: PyObject, key: PyObject, value: PyObject | null): void {
  const data = self.data as ByteArrayData;
  if (!isSlice(m, key)) {
    setItem(m, self, byteIndex(m, key, data.length, 'bytearray'), value);
    return;
  }
  const { start, step, count } = adjustSlice(unpackSlice(m, key), data.length);
  const bytes = value === null ? new Uint8Array(0) : assignedBytes(m, value);
  if (step === 1) {
    setSlice(m, data, start, start + Math.max(0, count), bytes);
    return;
  }
  if (value === null) deleteStepped(m, data, start, step, count);
  else if (bytes.length !== count) throw valueError(m, `attempt to assign bytes of size ${bytes.length} to extended slice of size ${count}`);
  else for (let i = 0, at = start; i < count; i++, at += step) data.value[at] = bytes[i] as number;
}

function assignedBytes(m: Machine, value: PyObject): Uint8Array {
  const bytes = bytesLikeOrNull(m, value, true);
  if (bytes !== null) return bytes.slice();
  if (isStr(value) || value.ob_type.nb_index !== null || (value.ob_type.tp_iter === null && value.ob_type.sq_item === null)) {
    throw typeError(m, 'can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  const collected = new ByteArrayData();
  fillFrom(m, collected, value);
  const copy = collected.value.slice();
  releaseBlock(m, collected);
  return copy;
}

function deleteStepped(m: Machine, data: ByteArrayData, start: number, step: number, count: number): void {
  if (count <= 0) return;
  checkResizable(m, data);
  const drop = new Set<number>();
  for (let i = 0, at = start; i < count; i++, at += step) drop.add(at);
  const kept = data.value.filter((_, i) => !drop.has(i));
  m.chargeWork(data.length);
  data.value.set(kept);
  resizeBytearray(m, data, kept.length);
}

function append(m: Machine, self: PyObject, value: PyObject): PyObject {
  const data = self.data as ByteArrayData;
  const byte = byteValue(m, value, 'byte');
  const size = data.length;
  resizeBytearray(m, data, size + 1);
  data.value[size] = byte;
  return incref(m.None);
}

/** bytearray.extend: a buffer at once, an iterable through a growing temporary. */
function extend(m: Machine, self: PyObject, iterable: PyObject): PyObject {
  const data = self.data as ByteArrayData;
  const bytes = bytesLikeOrNull(m, iterable, true);
  if (bytes !== null) {
    setSlice(m, data, data.length, data.length, bytes.slice());
    return incref(m.None);
  }
  if (iterable.ob_type.tp_iter === null && iterable.ob_type.sq_item === null) throw typeError(m, `can't extend bytearray with ${iterable.ob_type.tp_name}`);
  if (isStr(iterable) && m.profile.extendNamesStr) throw typeError(m, "expected iterable of integers; got: 'str'");
  const it = getIter(m, iterable);
  const temporary = newBytearray(m, new Uint8Array(Math.max(0, lengthHint(m, iterable, 32))));
  try {
    const buffer = temporary.data as ByteArrayData;
    let length = 0;
    for (let next = iterNext(m, it); next !== null; next = iterNext(m, it)) {
      let byte: number;
      try {
        byte = byteValue(m, next, 'byte');
      } finally {
        decref(m, next);
      }
      if (length >= buffer.length) resizeBytearray(m, buffer, length + (length >> 1) + 1);
      buffer.value[length++] = byte;
      m.chargeWork(1);
    }
    if (length < buffer.length) resizeBytearray(m, buffer, length);
    setSlice(m, data, data.length, data.length, buffer.value.slice());
  } finally {
    decref(m, it);
    decref(m, temporary);
  }
  return incref(m.None);
}

function insert(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const data = self.data as ByteArrayData;
  let at = sizeArgument(m, args[0] as PyObject);
  const byte = byteValue(m, args[1] as PyObject, 'byte');
  const size = data.length;
  resizeBytearray(m, data, size + 1);
  if (at < 0) at = Math.max(0, at + size);
  if (at > size) at = size;
  data.value.copyWithin(at + 1, at, size);
  data.value[at] = byte;
  m.chargeWork((size - at) >> 3);
  return incref(m.None);
}

function pop(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const data = self.data as ByteArrayData;
  let at = args[0] === undefined ? -1 : sizeArgument(m, args[0]);
  const size = data.length;
  if (size === 0) throw indexError(m, 'pop from empty bytearray');
  if (at < 0) at += size;
  if (at < 0 || at >= size) throw indexError(m, 'pop index out of range');
  checkResizable(m, data);
  const byte = data.value[at] as number;
  data.value.copyWithin(at, at + 1, size);
  resizeBytearray(m, data, size - 1);
  return newInt(m, byte);
}

function remove(m: Machine, self: PyObject, value: PyObject): PyObject {
  const data = self.data as ByteArrayData;
  const at = data.value.indexOf(byteValue(m, value, 'byte'));
  if (at < 0) throw valueError(m, 'value not found in bytearray');
  checkResizable(m, data);
  data.value.copyWithin(at, at + 1, data.length);
  resizeBytearray(m, data, data.length - 1);
  return incref(m.None);
}

/** _common_reduce: latin-1 text before protocol 3, bytes from then on, nothing for an empty one; then the state of a subclass's instance. */
function commonReduce(m: Machine, self: PyObject, protocol: number): PyObject {
  const { value } = self.data as ByteArrayData;
  const state = callMethodNamed(m, self, '__getstate__');
  const args = value.length === 0 ? [] : protocol < 3 ? [newStr(m, latin1Text(value)), newStr(m, 'latin-1')] : [newBytes(m, value.slice())];
  return newTuple(m, [incref(self.ob_type), newTuple(m, args), state]);
}

const reduceEx = (m: Machine, self: PyObject, args: readonly PyObject[]): PyObject => commonReduce(m, self, args[0] === undefined ? 0 : asSize(m, args[0], m.types.OverflowError));

/** bytearray.resize: new bytes are zero. */
function resizeMethod(m: Machine, self: PyObject, size: PyObject): PyObject {
  const data = self.data as ByteArrayData;
  const wanted = asSize(m, size, m.types.OverflowError);
  if (wanted < 0) throw valueError(m, `bytearray.resize(): new size must be >= 0, got ${wanted}`);
  const old = data.value.length;
  resizeBytearray(m, data, wanted);
  if (wanted > old) data.value.fill(0, old);
  return incref(m.None);
}

/** bytearray.take_bytes: the first n bytes leave. */
function takeBytes(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const data = self.data as ByteArrayData;
  const size = data.value.length;
  let count = args[0] === undefined || args[0] === m.None ? size : asSize(m, args[0], m.types.IndexError);
  if (count < 0) count += size;
  if (count < 0 || count > size) throw raise(m, m.types.IndexError, `can't take ${count} bytes outside size ${size}`);
  const taken = newBytes(m, data.value.slice(0, count));
  data.value.copyWithin(0, count);
  resizeBytearray(m, data, size - count);
  return taken;
}

const ownMethods: readonly NativeSpec[] = [
  { name: 'append', kind: 'o', sig: '($self, item, /)', fn: append, doc: 'Append a single item to the end of the bytearray.\n\n  item\n    The item to be appended.' },
  { name: 'extend', kind: 'o', sig: '($self, iterable_of_ints, /)', fn: extend },
  { name: 'insert', kind: 'fast', min: 2, max: 2, sig: '($self, index, item, /)', fn: insert },
  { name: 'pop', kind: 'fast', min: 0, max: 1, sig: '($self, index=-1, /)', fn: pop },
  { name: 'remove', kind: 'o', sig: '($self, value, /)', fn: remove },
  { name: 'reverse', kind: 'noargs', sig: '($self, /)', fn: (m, self) => ((self.data as ByteArrayData).value.reverse(), incref(m.None)) },
  { name: 'clear', kind: 'noargs', sig: '($self, /)', fn: (m, self) => (resizeBytearray(m, self.data as ByteArrayData, 0), incref(m.None)) },
  { name: 'resize', kind: 'o', sig: '($self, size, /)', fn: resizeMethod, inVersion: since(14), doc: 'Resize the internal buffer of bytearray to len.\n\n  size\n    New size to resize to..' },
  { name: 'take_bytes', kind: 'fast', min: 0, max: 1, sig: '($self, n=None, /)', fn: takeBytes, inVersion: since(15), doc: 'Take *n* bytes from the bytearray and return them as a bytes object.\n\n  n\n    Bytes to take, negative indexes from end. None indicates all bytes.' },
  { name: 'copy', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newBytearray(m, (self.data as ByteArrayData).value.slice()) },
  { name: '__alloc__', kind: 'noargs', fn: (m, self) => newInt(m, (self.data as ByteArrayData).alloc), doc: 'B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.' },
  { name: '__reduce__', kind: 'noargs', sig: '($self, /)', fn: (m, self) => commonReduce(m, self, 2), doc: 'Return state information for pickling.' },
  { name: '__reduce_ex__', kind: 'fast', min: 0, max: 1, sig: '($self, proto=0, /)', fn: reduceEx, doc: 'Return state information for pickling.' },
];

/** PyByteArray_Type. */
export const bytearrayType: TypeSpec = {
  name: 'bytearray',
  basicsize: (m) => m.profile.bytearray.basicsize,
  flags: TypeFlag.BASETYPE | TypeFlag.MATCH_SELF,
  unhashable: () => true,
  doc: 'bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer',
  slots: {
    tp_dealloc: dealloc,
    tp_repr: repr,
    tp_str: repr,
    tp_richcompare: compare,
    tp_new: (m, type: PyType) => genericAlloc(m, type, new ByteArrayData()),
    tp_init: init,
    tp_sizeof: (m, o) => {
      const { alloc } = o.data as ByteArrayData;
      return o.ob_type.tp_basicsize + alloc + (alloc > 0 ? m.profile.bytearray.bufferHeader : 0);
    },
    tp_iter: (m, self) => newSequenceIterator(m, m.types.bytearray_iterator, self),
    nb_remainder: (m, a, b) => (isBytearray(m, a) ? newBytearray(m, latin1Bytes(percentFormatBytes(m, latin1Text(a.data.value), b))) : incref(m.NotImplemented)),
    sq_length: (_m, o) => (o.data as ByteArrayData).length,
    sq_concat: concat,
    sq_repeat: (m, o, count) => newBytearray(m, copies(m, (o.data as ByteArrayData).value, count)),
    sq_item: item,
    sq_ass_item: setItem,
    sq_contains: bytesContains,
    sq_inplace_concat: inplaceConcat,
    sq_inplace_repeat: inplaceRepeat,
    mp_length: (_m, o) => (o.data as ByteArrayData).length,
    mp_subscript: subscript,
    mp_ass_subscript: setSubscript,
    bf_getbuffer: (_m, self) => {
      const data = self.data as ByteArrayData;
      data.exports++;
      return simpleView(self, data.value, false);
    },
    bf_releasebuffer: (_m, self) => {
      (self.data as ByteArrayData).exports--;
    },
  },
  get methods() {
    return [...sharedBytesMethods, ...ownMethods];
  },
};


/** The bytes of a bytearray: a window on its storage, valid until the next resize. */
export function bytearrayBytes(o: PyObject): Uint8Array {
  return (o.data as ByteArrayData).value;
}
