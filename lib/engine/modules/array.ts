// The array module (CPython 3.13 Modules/arraymodule.c): the type and its iterator. Storage and items are in array-items.ts.
import type { Machine } from '../machine.ts';
import { callMethodNamed, getAttr, getIter, index as toIndex, iterNext, richCompare, richCompareBool, reprText } from '../objects/abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { noKeywords, badArgument, parseArgs } from '../objects/arguments.ts';
import { type BufferView, bytesOf } from '../objects/buffer.ts';
import { bytesValue, isBytes, newBytes } from '../objects/bytes.ts';
import { isBytearray } from '../objects/bytearray.ts';
import { callMethod } from '../objects/call.ts';
import { genericAlloc } from '../objects/instance.ts';
import { asIndexNumber, intValue, newInt, newSizeInt } from '../objects/int.ts';
import { itemSize } from '../objects/item-format.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { intern } from '../objects/names.ts';
import { isList, listItems, newList } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { indexError, raise, typeError, valueError } from '../objects/raise.ts';
import { adjustSlice, isSlice, unpackSlice } from '../objects/slice.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { textRepr } from '../objects/str-repr.ts';
import { codePoints, isStr, newStr, newStrAscii, strData } from '../objects/str.ts';
import { isTuple, newTuple, searchBounds, tupleItems } from '../objects/tuple.ts';
import { since, type CompareOp, EQ, type NativeSpec, type PyType, type TypeSpec, TypeFlag } from '../objects/type.ts';
import { reconstructor, reduceExMethod } from './array-pickle.ts';
import { ArrayData, arrayData, exporting, resize, release, getItem, storeItem } from './array-items.ts';

// --- construction ---------------------------------------------------------------------------------------------------------------------------

/** The type, made at first use. */
export const arrayTypeOf = (m: Machine): PyType => lazyType(m, arrayType);

const isArray = (m: Machine, o: PyObject): boolean => o.ob_type.tp_mro.includes(arrayTypeOf(m));

/** newarrayobject: exactly `size` items, zeroed. */
export function newArray(m: Machine, type: PyType, code: string, size: number): PyObject {
  const data = new ArrayData(code);
  const o = type === lazyType(m, arrayType) ? allocObject(m, type, data) : genericAlloc(m, type, data);
  if (type === lazyType(m, arrayType)) gcTrack(m, o);
  if (size > 0) {
    data.block = m.memory.alloc(size * data.itemsize);
    data.allocated = size;
    data.setLength(size);
  }
  return o;
}

/** An exact array of these bytes. */
function arrayOfBytes(m: Machine, code: string, bytes: Uint8Array): PyObject {
  const o = newArray(m, lazyType(m, arrayType), code, bytes.length / itemSize(code));
  arrayData(o).bytes.set(bytes);
  m.chargeWork(bytes.length >> 3);
  return o;
}

function arrayNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  if (type === lazyType(m, arrayType)) noKeywords(m, 'array.array', kwnames);
  const given = args.length - (kwnames === null ? 0 : tupleItems(kwnames).length);
  if (given < 1 || given > 2) throw typeError(m, `array() takes at ${given < 1 ? 'least 1 argument' : 'most 2 arguments'} (${given} given)`);
  const codeObject = args[0] as PyObject;
  const { arrayCodes, arrayCodesAreTuple } = m.profile;
  if (!isStr(codeObject)) throw badArgument(m, 'array', 'argument 1', arrayCodesAreTuple ? 'str' : 'a unicode character', codeObject);
  if (codeObject.data.length !== 1 && !arrayCodesAreTuple) throw badArgument(m, 'array', 'argument 1', 'a unicode character', codeObject);
  const code = codeObject.data.value;
  const initial = given > 1 ? args[1] as PyObject : null;
  if (code === 'u' && m.profile.arrayHasW) m.vm.warn(m.types.DeprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16");
  const isText = code === 'u' || (code === 'w' && m.profile.arrayHasW);
  if (initial !== null && !isText) {
    if (isStr(initial)) throw typeError(m, `cannot use a str to initialize an array with typecode '${code}'`);
    if (isArray(m, initial) && (arrayData(initial).code === 'u' || arrayData(initial).code === 'w')) throw typeError(m, `cannot use a unicode array to initialize an array with typecode '${code}'`);
  }
  if (!arrayCodes.includes(code)) {
    if (initial !== null && !isList(initial) && !isTuple(initial) && !isStr(initial) && !isBytes(initial)) decref(m, getIter(m, initial));
    throw valueError(m, `bad typecode (must be ${arrayCodes.slice(0, -1).join(', ')} or ${arrayCodes.at(-1) ?? ''})`);
  }
  return fill(m, type, code, initial);
}

function fill(m: Machine, type: PyType, code: string, initial: PyObject | null): PyObject {
  if (initial === null) return newArray(m, type, code, 0);
  if (isList(initial) || isTuple(initial)) {
    const items = (): readonly PyObject[] => (isList(initial) ? listItems(initial) : tupleItems(initial));
    return filled(m, type, code, items().length, (data, i) => {
      // An item's __index__ can have shortened the list.
      const item = items()[i];
      if (item === undefined) throw indexError(m, 'list index out of range');
      incref(item);
      try {
        storeItem(m, data, i, item);
      } finally {
        decref(m, item);
      }
    });
  }
  if (isArray(m, initial)) {
    const source = arrayData(initial);
    return filled(m, type, code, source.length, (data, i) => {
      const item = getItem(m, source, i);
      try {
        storeItem(m, data, i, item);
      } finally {
        decref(m, item);
      }
    });
  }
  if (isStr(initial)) {
    const points = codePoints(strData(initial));
    return filled(m, type, code, points.length, (data, i) => data.view.setUint32(i * 4, points[i] as number, true));
  }
  const o = newArray(m, type, code, 0);
  try {
    if (isBytes(initial) || isBytearray(m, initial)) appendRaw(m, arrayData(o), bytesOf(m, initial));
    else extendFrom(m, o, initial);
    return incref(o);
  } finally {
    decref(m, o);
  }
}

function filled(m: Machine, type: PyType, code: string, size: number, store: (data: ArrayData, at: number) => void): PyObject {
  m.chargeWork(size);
  const o = newArray(m, type, code, size);
  try {
    for (let i = 0; i < size; i++) store(arrayData(o), i);
    return incref(o);
  } finally {
    decref(m, o);
  }
}

/** frombytes. */
function appendRaw(m: Machine, data: ArrayData, source: Uint8Array): void {
  if (source.length % data.itemsize !== 0) throw valueError(m, 'bytes length not a multiple of item size');
  const bytes = source.slice();
  const old = data.length;
  resize(m, data, old + bytes.length / data.itemsize);
  data.bytes.set(bytes, old * data.itemsize);
}

function appendItem(m: Machine, data: ArrayData, value: PyObject): void {
  storeItem(m, data, -1, value);
  const at = data.length;
  resize(m, data, at + 1);
  storeItem(m, data, at, value);
}

/** array_iter_extend, or array_do_extend for another array. */
function extendFrom(m: Machine, self: PyObject, source: PyObject): void {
  const data = arrayData(self);
  if (isArray(m, source)) {
    if (arrayData(source).code !== data.code) throw typeError(m, 'can only extend with array of same kind');
    const bytes = arrayData(source).bytes.slice();
    const old = data.length;
    resize(m, data, old + bytes.length / data.itemsize);
    data.bytes.set(bytes, old * data.itemsize);
    m.chargeWork(bytes.length >> 3);
    return;
  }
  const it = getIter(m, source);
  try {
    for (let item = iterNext(m, it); item !== null; item = iterNext(m, it)) {
      try {
        appendItem(m, data, item);
      } finally {
        decref(m, item);
      }
    }
  } finally {
    decref(m, it);
  }
}

// --- sequence behaviour ---------------------------------------------------------------------------------------------------------------------

function itemAt(m: Machine, self: PyObject, at: number): PyObject {
  const data = arrayData(self);
  if (at < 0 || at >= data.length) throw indexError(m, 'array index out of range');
  return getItem(m, data, at);
}

function keyNumber(m: Machine, key: PyObject, length: number): number {
  if (key.ob_type.nb_index === null) throw typeError(m, 'array indices must be integers');
  const exact = toIndex(m, key);
  const at = asIndexNumber(exact);
  const wide = typeof intValue(exact) === 'bigint';
  decref(m, exact);
  if (wide) throw indexError(m, `cannot fit '${key.ob_type.tp_name}' into an index-sized integer`);
  return at < 0 ? at + length : at;
}

function subscript(m: Machine, self: PyObject, key: PyObject): PyObject {
  const data = arrayData(self);
  if (!isSlice(m, key)) return itemAt(m, self, keyNumber(m, key, data.length));
  const { start, step, count } = adjustSlice(unpackSlice(m, key), data.length);
  const size = data.itemsize;
  if (step === 1) return arrayOfBytes(m, data.code, data.bytes.slice(start * size, (start + Math.max(0, count)) * size));
  const out = new Uint8Array(Math.max(0, count) * size);
  for (let i = 0, at = start; i < count; i++, at += step) out.set(data.bytes.subarray(at * size, (at + 1) * size), i * size);
  return arrayOfBytes(m, data.code, out);
}

function deleteRange(m: Machine, data: ArrayData, start: number, stop: number): void {
  const size = data.itemsize;
  if (data.exports > 0) throw exporting(m);
  data.bytes.copyWithin(start * size, stop * size);
  m.chargeWork((data.length - stop) >> 3);
  resize(m, data, data.length - (stop - start));
}

function setSubscript(m: Machine, self: PyObject, key: PyObject, value: PyObject | null): void {
  const data = arrayData(self);
  if (!isSlice(m, key)) {
    const at = keyNumber(m, key, data.length);
    if (at < 0 || at >= data.length) throw indexError(m, 'array assignment index out of range');
    if (value === null) deleteRange(m, data, at, at + 1);
    else storeItem(m, data, at, value);
    return;
  }
  const { start, step, count } = adjustSlice(unpackSlice(m, key), data.length);
  assignSlice(m, data, start, step, Math.max(0, count), value);
}

function assignSlice(m: Machine, data: ArrayData, start: number, step: number, count: number, value: PyObject | null): void {
  const size = data.itemsize;
  let bytes = new Uint8Array(0);
  if (value !== null) {
    if (!isArray(m, value)) throw typeError(m, `can only assign array (not "${value.ob_type.tp_name}") to array slice`);
    if (arrayData(value).code !== data.code) throw typeError(m, 'bad argument type for built-in operation');
    bytes = arrayData(value).bytes.slice();
  }
  const needed = bytes.length / size;
  if ((step > 0 && needed === 0 && value !== null) || value === null ? data.exports > 0 && count > 0 : data.exports > 0 && needed !== count) {
    throw exporting(m);
  }
  if (step === 1) {
    const tail = data.bytes.slice((start + count) * size);
    if (count > needed) {
      data.bytes.set(tail, (start + needed) * size);
      resize(m, data, data.length + needed - count);
    } else if (count < needed) {
      resize(m, data, data.length + needed - count);
      data.bytes.set(tail, (start + needed) * size);
    }
    data.bytes.set(bytes, start * size);
    m.chargeWork((tail.length + bytes.length) >> 3);
    return;
  }
  if (value === null) {
    const drop = new Set<number>();
    for (let i = 0, at = start; i < count; i++, at += step) drop.add(at);
    let kept = 0;
    for (let i = 0; i < data.length; i++) if (!drop.has(i)) data.bytes.copyWithin(kept++ * size, i * size, (i + 1) * size);
    resize(m, data, kept);
    return;
  }
  if (needed !== count) throw valueError(m, `attempt to assign array of size ${needed} to extended slice of size ${count}`);
  for (let i = 0, at = start; i < count; i++, at += step) data.bytes.set(bytes.subarray(i * size, (i + 1) * size), at * size);
}

function concat(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isArray(m, b)) throw typeError(m, `can only append array (not "${b.ob_type.tp_name}") to array`);
  if (arrayData(a).code !== arrayData(b).code) throw typeError(m, 'bad argument type for built-in operation');
  const left = arrayData(a).bytes;
  const out = new Uint8Array(left.length + arrayData(b).bytes.length);
  out.set(left);
  out.set(arrayData(b).bytes, left.length);
  return arrayOfBytes(m, arrayData(a).code, out);
}

function repeated(m: Machine, data: ArrayData, count: number): Uint8Array {
  const bytes = data.bytes;
  const length = bytes.length * Math.max(0, count);
  m.memory.expect(length);
  const out = new Uint8Array(length);
  for (let at = 0; at < length; at += bytes.length) out.set(bytes, at);
  m.chargeWork(length >> 3);
  return out;
}

function compare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isArray(m, a) || !isArray(m, b)) return incref(m.NotImplemented);
  const x = arrayData(a);
  const y = arrayData(b);
  const answer = (value: boolean): PyObject => incref(value ? m.True : m.False);
  if (x.length !== y.length && (op === 2 || op === 3)) return answer(op === 3);
  for (let i = 0; i < x.length && i < y.length; i++) {
    m.chargeWork(1);
    const p = getItem(m, x, i);
    const q = getItem(m, y, i);
    try {
      if (richCompareBool(m, p, q, EQ)) continue;
      if (op === 2) return answer(false);
      return op === 3 ? answer(true) : richCompare(m, p, q, op);
    } finally {
      decref(m, p);
      decref(m, q);
    }
  }
  const order = x.length - y.length;
  return answer(op === 0 ? order < 0 : op === 1 ? order <= 0 : op === 2 ? order === 0 : op === 3 ? order !== 0 : op === 4 ? order > 0 : order >= 0);
}

function reprOf(m: Machine, self: PyObject): PyObject {
  const data = arrayData(self);
  const name = self.ob_type.tp_name;
  const short = name.slice(name.lastIndexOf('.') + 1);
  if (data.length === 0) return newStr(m, `${short}('${data.code}')`);
  m.chargeWork(data.length * 4);
  if (data.code === 'u' || data.code === 'w') return newStr(m, `${short}('${data.code}', ${textRepr(textOf(m, data))})`);
  const parts: string[] = [];
  for (let i = 0; i < data.length; i++) {
    const item = getItem(m, data, i);
    parts.push(reprText(m, item));
    decref(m, item);
  }
  return newStr(m, `${short}('${data.code}', [${parts.join(', ')}])`);
}

/** The text of an array of characters; ValueError for what is none. */
function textOf(m: Machine, data: ArrayData): string {
  let text = '';
  for (let i = 0; i < data.length; i++) {
    const code = data.view.getUint32(i * 4, true);
    if (code > 0x10ffff) throw valueError(m, `character U+${code.toString(16)} is not in range [U+0000; U+10ffff]`);
    text += String.fromCodePoint(code);
  }
  return text;
}

/** Position of a value, or -1. */
function find(m: Machine, data: ArrayData, value: PyObject, from = 0, to = data.length): number {
  for (let i = from; i < to && i < data.length; i++) {
    m.chargeWork(1);
    const item = getItem(m, data, i);
    try {
      if (richCompareBool(m, item, value, EQ)) return i;
    } finally {
      decref(m, item);
    }
  }
  return -1;
}

const none = (m: Machine): PyObject => incref(m.None);

const EXTEND = { name: 'extend', params: [''], required: 1 };
const FROMFILE = { name: 'fromfile', params: ['', ''], required: 2 };
const TOFILE = { name: 'tofile', params: [''], required: 1 };

const methods: readonly NativeSpec[] = [
  { name: 'append', kind: 'o', sig: '($self, v, /)', fn: (m, self, value) => (appendItem(m, arrayData(self), value), none(m)), doc: 'Append new value v to the end of the array.' },
  { name: 'extend', kind: 'fastkw', sig: '($self, bb, /)', fn: (m, self, args, kwnames) => (extendFrom(m, self, parseArgs(m, EXTEND, args, kwnames)[0] as PyObject), none(m)), doc: 'Append items to the end of the array.' },
  { name: 'insert', kind: 'fast', min: 2, max: 2, sig: '($self, i, v, /)', fn: (m, self, args) => {
    const data = arrayData(self);
    let at = sizeArgument(m, args[0] as PyObject);
    storeItem(m, data, -1, args[1] as PyObject);
    const size = data.length;
    resize(m, data, size + 1);
    if (at < 0) at = Math.max(0, at + size);
    if (at > size) at = size;
    data.bytes.copyWithin((at + 1) * data.itemsize, at * data.itemsize, size * data.itemsize);
    storeItem(m, data, at, args[1] as PyObject);
    m.chargeWork((size - at) >> 3);
    return none(m);
  } },
  { name: 'pop', kind: 'fast', min: 0, max: 1, sig: '($self, i=-1, /)', fn: (m, self, args) => {
    const data = arrayData(self);
    let at = args[0] === undefined ? -1 : sizeArgument(m, args[0]);
    if (data.length === 0) throw indexError(m, 'pop from empty array');
    if (at < 0) at += data.length;
    if (at < 0 || at >= data.length) throw indexError(m, 'pop index out of range');
    const item = getItem(m, data, at);
    deleteRange(m, data, at, at + 1);
    return item;
  } },
  { name: 'remove', kind: 'o', sig: '($self, v, /)', fn: (m, self, value) => {
    const at = find(m, arrayData(self), value);
    if (at < 0) throw valueError(m, 'array.remove(x): x not in array');
    deleteRange(m, arrayData(self), at, at + 1);
    return none(m);
  } },
  { name: 'index', kind: 'fast', min: 1, max: 3, fn: (m, self, args) => {
    const [from, to] = searchBounds(m, args, arrayData(self).length);
    const at = find(m, arrayData(self), args[0] as PyObject, from, to);
    if (at < 0) throw valueError(m, 'array.index(x): x not in array');
    return newSizeInt(m, at);
  } },
  { name: 'count', kind: 'o', sig: '($self, v, /)', fn: (m, self, value) => {
    let count = 0;
    for (let at = find(m, arrayData(self), value); at >= 0; at = find(m, arrayData(self), value, at + 1)) count++;
    return newSizeInt(m, count);
  } },
  { name: 'reverse', kind: 'noargs', sig: '($self, /)', fn: (m, self) => {
    const { bytes, itemsize, length } = arrayData(self);
    const copy = bytes.slice();
    for (let i = 0; i < length; i++) bytes.set(copy.subarray(i * itemsize, (i + 1) * itemsize), (length - 1 - i) * itemsize);
    m.chargeWork(length);
    return none(m);
  } },
  { name: 'byteswap', kind: 'noargs', sig: '($self, /)', fn: (m, self) => {
    const { bytes, itemsize, length } = arrayData(self);
    for (let i = 0; i < length; i++) bytes.subarray(i * itemsize, (i + 1) * itemsize).reverse();
    m.chargeWork(length);
    return none(m);
  } },
  { name: 'tobytes', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newBytes(m, arrayData(self).bytes.slice()) },
  { name: 'frombytes', kind: 'o', sig: '($self, buffer, /)', fn: (m, self, buffer) => (appendRaw(m, arrayData(self), bytesOf(m, buffer)), none(m)) },
  { name: 'tofile', kind: 'fastkw', sig: '($self, f, /)', fn: (m, self, args, kwnames) => {
    const file = parseArgs(m, TOFILE, args, kwnames)[0] as PyObject;
    const bytes = newBytes(m, arrayData(self).bytes.slice());
    try {
      decref(m, callMethod(m, file, m.names.write as PyObject, [bytes]));
    } finally {
      decref(m, bytes);
    }
    return none(m);
  } },
  { name: 'fromfile', kind: 'fastkw', sig: '($self, f, n, /)', fn: (m, self, args, kwnames) => {
    const [file, count] = parseArgs(m, FROMFILE, args, kwnames);
    const data = arrayData(self);
    const n = sizeArgument(m, count as PyObject);
    if (n < 0) throw valueError(m, 'negative count');
    const wanted = newInt(m, n * data.itemsize);
    let bytes: PyObject;
    try {
      bytes = callMethod(m, file as PyObject, m.names.read as PyObject, [wanted]);
    } finally {
      decref(m, wanted);
    }
    try {
      if (!isBytes(bytes)) throw typeError(m, "read() didn't return bytes");
      const short = bytesValue(bytes).length !== n * data.itemsize;
      appendRaw(m, data, bytesValue(bytes));
      if (short) throw raise(m, m.types.EOFError, "read() didn't return enough bytes");
    } finally {
      decref(m, bytes);
    }
    return none(m);
  } },
  { name: 'tolist', kind: 'noargs', sig: '($self, /)', fn: (m, self) => {
    const data = arrayData(self);
    m.chargeWork(data.length);
    return newList(m, Array.from({ length: data.length }, (_, i) => getItem(m, data, i)));
  } },
  { name: 'fromlist', kind: 'o', sig: '($self, list, /)', fn: (m, self, list) => {
    if (!isList(list)) throw typeError(m, 'arg must be list');
    const data = arrayData(self);
    const items = listItems(list);
    for (const item of items) storeItem(m, data, -1, item);
    const old = data.length;
    resize(m, data, old + items.length);
    items.forEach((item, i) => storeItem(m, data, old + i, item));
    return none(m);
  } },
  { name: 'tounicode', kind: 'noargs', sig: '($self, /)', fn: (m, self) => {
    const data = arrayData(self);
    if (data.code !== 'u' && data.code !== 'w') throw valueError(m, `tounicode() may only be called on unicode type arrays${m.profile.arrayHasW ? " ('u' or 'w')" : ''}`);
    return newStr(m, textOf(m, data));
  } },
  { name: 'fromunicode', kind: 'o', sig: '($self, ustr, /)', fn: (m, self, text) => {
    const data = arrayData(self);
    if (!isStr(text)) throw badArgument(m, 'fromunicode', 'argument', 'str', text);
    if (data.code !== 'u' && data.code !== 'w') throw valueError(m, `fromunicode() may only be called on unicode type arrays${m.profile.arrayHasW ? " ('u' or 'w')" : ''}`);
    const points = codePoints(text.data);
    const old = data.length;
    resize(m, data, old + points.length);
    points.forEach((code, i) => data.view.setUint32((old + i) * 4, code, true));
    return none(m);
  } },
  { name: 'buffer_info', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newTuple(m, [newSizeInt(m, arrayData(self).block * 16), newSizeInt(m, arrayData(self).length)]) },
  { name: '__copy__', kind: 'noargs', sig: '($self, /)', fn: (m, self) => arrayOfBytes(m, arrayData(self).code, arrayData(self).bytes.slice()) },
  { name: '__deepcopy__', kind: 'o', sig: '($self, unused, /)', fn: (m, self) => arrayOfBytes(m, arrayData(self).code, arrayData(self).bytes.slice()) },
  reduceExMethod,
];

/** array.clear (3.13+). */
const clearMethod: NativeSpec = { name: 'clear', inVersion: since(13), kind: 'noargs', sig: '($self, /)', fn: (m, self) => (resize(m, arrayData(self), 0), none(m)), doc: 'Remove all items from the array.' };

interface ArrayIterData {
  array: PyObject | null;
  at: number;
}

const iteratorType: TypeSpec = {
  name: 'array.arrayiterator',
  basicsize: 40,
  flags: TypeFlag.HAVE_GC | TypeFlag.DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (m, self) => {
      const { array } = self.data as ArrayIterData;
      gcUntrack(m, self);
      if (array !== null) decref(m, array);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const { array } = self.data as ArrayIterData;
      if (array !== null) visit(array, 'array', -1);
    },
    tp_iter: (_m, self) => incref(self),
    tp_iternext: (m, self) => {
      const data = self.data as ArrayIterData;
      if (data.array === null) return null;
      if (data.at < arrayData(data.array).length) return getItem(m, arrayData(data.array), data.at++);
      const { array } = data;
      data.array = null;
      decref(m, array);
      return null;
    },
  },
};

/** array.array. */
export const arrayType: TypeSpec = {
  name: 'array.array',
  basicsize: 64,
  flags: TypeFlag.BASETYPE | TypeFlag.HAVE_GC | TypeFlag.SEQUENCE,
  hasWeakrefs: true,
  unhashable: () => true,
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      release(m, arrayData(self));
      freeObject(m, self);
    },
    tp_traverse: () => {},
    tp_new: arrayNew,
    tp_init: () => {},
    tp_repr: reprOf,
    tp_richcompare: compare,
    tp_iter: (m, self) => {
      const it = allocObject(m, lazyType(m, iteratorType), { array: incref(self), at: 0 } satisfies ArrayIterData);
      gcTrack(m, it);
      return it;
    },
    tp_sizeof: (_m, self) => self.ob_type.tp_basicsize + arrayData(self).allocated * arrayData(self).itemsize,
    sq_length: (_m, self) => arrayData(self).length,
    sq_concat: concat,
    sq_repeat: (m, self, count) => arrayOfBytes(m, arrayData(self).code, repeated(m, arrayData(self), count)),
    sq_item: itemAt,
    sq_contains: (m, self, value) => find(m, arrayData(self), value) >= 0,
    sq_inplace_concat: (m, self, other) => {
      if (!isArray(m, other)) throw typeError(m, `can only extend array with array (not "${other.ob_type.tp_name}")`);
      extendFrom(m, self, other);
      return incref(self);
    },
    sq_inplace_repeat: (m, self, count) => {
      const data = arrayData(self);
      const bytes = repeated(m, data, count);
      resize(m, data, bytes.length / data.itemsize);
      data.bytes.set(bytes);
      return incref(self);
    },
    mp_length: (_m, self) => arrayData(self).length,
    mp_subscript: subscript,
    mp_ass_subscript: setSubscript,
    bf_getbuffer: (_m, self) => {
      const data = arrayData(self);
      data.exports++;
      return {
        owner: incref(self), bytes: data.bytes, offset: 0, readonly: false, format: data.code, itemsize: data.itemsize, shape: [data.length], strides: [data.itemsize],
      } satisfies BufferView;
    },
    bf_releasebuffer: (_m, self) => {
      arrayData(self).exports--;
    },
  },
  methods: [...methods, clearMethod],
  getset: [
    { name: 'typecode', get: (m, self) => newStrAscii(m, arrayData(self).code), doc: 'the typecode character used to create the array' },
    { name: 'itemsize', get: (m, self) => newInt(m, arrayData(self).itemsize), doc: 'the size, in bytes, of one array item' },
  ],
};

/** What array_modexec does with collections.abc. */
function registerAsSequence(m: Machine): void {
  const abc = m.vm.importModule('collections.abc');
  const sequence = getAttr(m, abc, intern(m, 'MutableSequence'));
  decref(m, callMethodNamed(m, sequence, 'register', [arrayTypeOf(m)]));
  decref(m, sequence);
  decref(m, abc);
}

/** Makes the module. */
export function arrayModule(m: Machine): PyObject {
  registerAsSequence(m);
  return newNativeModule(m, {
    name: 'array',
    doc: 'This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point\nnumbers.',
    functions: [reconstructor],
    attributes: () => [
      ['array', incref(lazyType(m, arrayType))], ['ArrayType', incref(lazyType(m, arrayType))],
      ['typecodes', m.profile.arrayCodesAreTuple ? newTuple(m, m.profile.arrayCodes.map((code) => newStrAscii(m, code))) : newStrAscii(m, m.profile.arrayCodes.join(''))],
    ],
  });
}
