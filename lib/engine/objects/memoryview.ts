// memoryview and the managed buffer behind it (CPython Objects/memoryobject.c).
import { newGenericAlias } from './generic-alias.ts';
import type { Machine } from '../machine.ts';
import { index as toIndex, richCompareBool } from './abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { badArgument, parseArgs } from './arguments.ts';
import { type BufferView, getBuffer, hasBuffer, isContiguous, itemCount, releaseBuffer, viewBytes } from './buffer.ts';
import { newBytes } from './bytes.ts';
import { hexMethod } from './bytes-methods.ts';
import { hashBytes, objectAddress } from './hash.ts';
import { asIndexNumber, intValue, newInt, newSizeInt } from './int.ts';
import { newSequenceIterator } from './iterators.ts';
import { newList, listItems, isList } from './list.ts';
import { type PyObject, decref, incref } from './object.ts';
import { indexError, raise, typeError, valueError } from './raise.ts';
import { isSlice, sliceIndices, sliceIndex } from './slice.ts';
import { itemSize, packItem, unpackItem } from './item-format.ts';
import { isStr, newStrAscii, strValue } from './str.ts';
import { isTuple, newTuple, tupleItems } from './tuple.ts';
import { type CompareOp, EQ, type PyType, type TypeSpec, TypeFlag, type Visit, since } from './type.ts';

/** The buffer that all views of one `memoryview(x)` share. */
interface ManagedBufferData {
  /** Null once released. */
  view: BufferView | null;
  /** Memoryviews on it. */
  exports: number;
}

/** Payload of a memoryview. */
export interface MemoryViewData {
  /** The managed buffer (owned). */
  readonly buffer: PyObject;
  /** This view's own shape on the exporter's storage; `owner` is borrowed from the managed buffer. */
  readonly view: BufferView;
  released: boolean;
  /** Views taken of this view through the buffer protocol. */
  exports: number;
}

/** A memoryview. */
export interface PyMemoryView extends PyObject {
  data: MemoryViewData;
}

export function isMemoryView(m: Machine, o: PyObject): o is PyMemoryView {
  return o.ob_type === m.types.memoryview;
}

/** PyMemoryView_FromObject. */
export function newMemoryView(m: Machine, o: PyObject): PyObject {
  if (isMemoryView(m, o)) {
    checkReleased(m, o);
    return addView(m, o.data.buffer, o.data.view);
  }
  if (!hasBuffer(o)) throw typeError(m, `memoryview: a bytes-like object is required, not '${o.ob_type.tp_name}'`);
  const managed = allocObject(m, m.types.managedbuffer, { view: null, exports: 0 } satisfies ManagedBufferData);
  gcTrack(m, managed);
  try {
    (managed.data as ManagedBufferData).view = getBuffer(m, o);
    return addView(m, managed, (managed.data as ManagedBufferData).view as BufferView);
  } finally {
    decref(m, managed);
  }
}

/** mbuf_add_view: a memoryview of that shape on a managed buffer. */
function addView(m: Machine, buffer: PyObject, view: BufferView): PyObject {
  const data: MemoryViewData = { buffer: incref(buffer), view, released: false, exports: 0 };
  (buffer.data as ManagedBufferData).exports++;
  const o = allocObject(m, m.types.memoryview, data, 24 * view.shape.length);
  gcTrack(m, o);
  return o;
}

function checkReleased(m: Machine, self: PyObject): void {
  if ((self.data as MemoryViewData).released) throw valueError(m, 'operation forbidden on released memoryview object');
}

/** The shape of an open view. */
function viewOf(m: Machine, self: PyObject): BufferView {
  checkReleased(m, self);
  return (self.data as MemoryViewData).view;
}

/** _memory_release: gives the managed buffer's view back when this was the last. */
function release(m: Machine, data: MemoryViewData): void {
  if (data.released) return;
  data.released = true;
  const managed = data.buffer.data as ManagedBufferData;
  if (--managed.exports === 0) releaseManaged(m, managed);
}

function releaseManaged(m: Machine, managed: ManagedBufferData): void {
  const { view } = managed;
  managed.view = null;
  if (view !== null) releaseBuffer(m, view);
}

function releaseMethod(m: Machine, self: PyObject): PyObject {
  const data = self.data as MemoryViewData;
  if (data.exports > 0) throw raise(m, m.types.BufferError, `memoryview has ${data.exports} exported buffer${data.exports === 1 ? '' : 's'}`);
  release(m, data);
  return incref(m.None);
}

function dealloc(m: Machine, self: PyObject): void {
  const data = self.data as MemoryViewData;
  gcUntrack(m, self);
  release(m, data);
  decref(m, data.buffer);
  freeObject(m, self);
}

function managedDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  releaseManaged(m, self.data as ManagedBufferData);
  freeObject(m, self);
}

function managedTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const { view } = self.data as ManagedBufferData;
  if (view !== null) visit(view.owner, 'obj', -1);
}

const NEW = { name: 'memoryview', params: ['object'], required: 1 } as const;

function memoryNew(m: Machine, _type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [object] = parseArgs(m, NEW, args, kwnames);
  return newMemoryView(m, object as PyObject);
}

function repr(m: Machine, self: PyObject): PyObject {
  const state = (self.data as MemoryViewData).released ? 'released memory' : 'memory';
  return newStrAscii(m, `<${state} at 0x${objectAddress(self).toString(16)}>`);
}

function hash(m: Machine, self: PyObject): number {
  const view = viewOf(m, self);
  if (!view.readonly) throw valueError(m, 'cannot hash writable memoryview object');
  if (!/^@?[Bbc]$/.test(view.format)) throw valueError(m, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  return hashBytes(m, viewBytes(view));
}

/** The format without its native prefix; other formats are not indexable. */
function nativeFormat(m: Machine, view: BufferView): string {
  const format = view.format.startsWith('@') ? view.format.slice(1) : view.format;
  if (itemSize(format) === 0) throw raise(m, m.types.NotImplementedError, `memoryview: format ${view.format} not supported`);
  return format;
}

function itemAt(m: Machine, view: BufferView, offset: number): PyObject {
  return unpackItem(m, nativeFormat(m, view), view.bytes, offset);
}

/** Byte offset of an index in one dimension. */
function offsetIn(m: Machine, view: BufferView, base: number, dimension: number, at: number): number {
  const length = view.shape[dimension] as number;
  const position = at < 0 ? at + length : at;
  if (position < 0 || position >= length) throw indexError(m, `index out of bounds on dimension ${dimension + 1}`);
  return base + position * (view.strides[dimension] as number);
}

function indexNumber(m: Machine, o: PyObject): number {
  const exact = toIndex(m, o);
  const value = asIndexNumber(exact);
  const wide = typeof intValue(exact) === 'bigint';
  decref(m, exact);
  if (wide) throw indexError(m, `cannot fit '${o.ob_type.tp_name}' into an index-sized integer`);
  return value;
}

/** The byte offset that a full index (an int, or a tuple of ints) names; null for another key. */
function elementOffset(m: Machine, view: BufferView, key: PyObject): number | null {
  if (key.ob_type.nb_index !== null) {
    const at = indexNumber(m, key);
    if (view.shape.length > 1) throw raise(m, m.types.NotImplementedError, 'multi-dimensional sub-views are not implemented');
    if (view.shape.length === 0) throw typeError(m, 'invalid indexing of 0-dim memory');
    return offsetIn(m, view, view.offset, 0, at);
  }
  if (!isTuple(key) || !tupleItems(key).every((part) => part.ob_type.nb_index !== null)) return null;
  const parts = tupleItems(key);
  if (parts.length < view.shape.length) throw raise(m, m.types.NotImplementedError, 'sub-views are not implemented');
  if (parts.length > view.shape.length) throw typeError(m, `cannot index ${view.shape.length}-dimension view with ${parts.length}-element tuple`);
  return parts.reduce((offset, part, d) => offsetIn(m, view, offset, d, indexNumber(m, part)), view.offset);
}

function sliceView(m: Machine, view: BufferView, key: PyObject): BufferView | null {
  if (!isSlice(m, key)) return null;
  const { start, step, count } = sliceIndices(m, key, view.shape[0] as number);
  const stride = view.strides[0] as number;
  return { ...view, offset: view.offset + stride * start, shape: [Math.max(0, count), ...view.shape.slice(1)], strides: [stride * step, ...view.strides.slice(1)] };
}

function subscript(m: Machine, self: PyObject, key: PyObject): PyObject {
  const view = viewOf(m, self);
  const offset = elementOffset(m, view, key);
  if (offset !== null) return itemAt(m, view, offset);
  const part = sliceView(m, view, key);
  if (part === null) throw typeError(m, 'memoryview: invalid slice key');
  return addView(m, (self.data as MemoryViewData).buffer, part);
}

function setSubscript(m: Machine, self: PyObject, key: PyObject, value: PyObject | null): void {
  const view = viewOf(m, self);
  if (view.readonly) throw typeError(m, 'cannot modify read-only memory');
  if (value === null) throw typeError(m, 'cannot delete memory');
  const offset = elementOffset(m, view, key);
  if (offset !== null) {
    packItem(m, nativeFormat(m, view), view.bytes, offset, value);
    return;
  }
  const part = sliceView(m, view, key);
  if (part === null || view.shape.length !== 1) throw typeError(m, 'memoryview: invalid slice key');
  const source = getBuffer(m, value);
  try {
    if (source.format !== part.format || source.shape.length !== 1 || source.shape[0] !== part.shape[0]) {
      throw valueError(m, 'memoryview assignment: lvalue and rvalue have different structures');
    }
    const bytes = viewBytes(source).slice();
    m.chargeWork(bytes.length >> 3);
    for (let i = 0; i < (part.shape[0] as number); i++) {
      for (let k = 0; k < part.itemsize; k++) view.bytes[part.offset + i * (part.strides[0] as number) + k] = bytes[i * part.itemsize + k] as number;
    }
  } finally {
    releaseBuffer(m, source);
  }
}

function toList(m: Machine, view: BufferView, dimension: number, offset: number): PyObject {
  if (dimension === view.shape.length) return itemAt(m, view, offset);
  const items: PyObject[] = [];
  for (let i = 0; i < (view.shape[dimension] as number); i++) {
    m.chargeWork(1);
    items.push(toList(m, view, dimension + 1, offset + i * (view.strides[dimension] as number)));
  }
  return newList(m, items);
}

function compare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if ((op !== 2 && op !== 3) || !hasBuffer(b)) return incref(m.NotImplemented);
  const equal = (self: PyObject): boolean => {
    if ((self.data as MemoryViewData).released) return a === b;
    const left = (self.data as MemoryViewData).view;
    if (isMemoryView(m, b) && b.data.released) return false;
    const right = getBuffer(m, b);
    try {
      return sameItems(m, left, right);
    } finally {
      releaseBuffer(m, right);
    }
  };
  return incref(equal(a) === (op === 2) ? m.True : m.False);
}

function sameItems(m: Machine, a: BufferView, b: BufferView): boolean {
  if (a.shape.length !== b.shape.length || a.shape.some((length, d) => length !== b.shape[d])) return false;
  const left = viewBytes(a);
  const right = viewBytes(b);
  m.chargeWork((left.length >> 3) + 1);
  if (a.format === b.format && !/[fd]/.test(a.format)) return left.every((byte, i) => byte === right[i]);
  for (let i = 0; i < itemCount(a); i++) {
    const x = unpackItem(m, nativeFormat(m, a), left, i * a.itemsize);
    const y = unpackItem(m, nativeFormat(m, b), right, i * b.itemsize);
    const same = x.data !== x.data || y.data !== y.data ? false : richCompareBool(m, x, y, EQ);
    decref(m, x);
    decref(m, y);
    if (!same) return false;
  }
  return true;
}

const CAST = { name: 'cast', params: ['format', 'shape'], required: 1 } as const;

function cast(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [formatObject, shapeObject] = parseArgs(m, CAST, args, kwnames);
  const view = viewOf(m, self);
  if (!formatObject || !isStr(formatObject)) throw badArgument(m, 'cast', "argument 'format'", 'str', formatObject ?? m.None);
  if (shapeObject && !isList(shapeObject) && !isTuple(shapeObject)) throw typeError(m, 'shape must be a list or a tuple');
  const text = strValue(formatObject);
  const format = text.startsWith('@') ? text.slice(1) : text;
  const itemsize = itemSize(format);
  if (!isContiguous(view)) throw typeError(m, 'memoryview: casts are restricted to C-contiguous views');
  if ((shapeObject || view.shape.length !== 1) && view.shape.length > 1 && shapeObject) throw typeError(m, 'memoryview: cast must be 1D -> ND or ND -> 1D');
  if (itemsize === 0 || (format.length > 1 && !m.profile.arrayCodesAreTuple)) throw valueError(m, m.profile.castFormatText);
  const isByte = (f: string): boolean => /^@?[Bbc]$/.test(f);
  if (!isByte(view.format) && !isByte(format)) throw typeError(m, 'memoryview: cannot cast between two non-byte formats');
  const bytes = itemCount(view) * view.itemsize;
  if (bytes % itemsize !== 0) throw typeError(m, 'memoryview: length is not a multiple of itemsize');
  const shape = shapeObject ? shapeOf(m, shapeObject, bytes, itemsize) : [bytes / itemsize];
  const strides: number[] = [];
  let stride = itemsize;
  for (let d = shape.length - 1; d >= 0; d--) {
    strides[d] = stride;
    stride *= shape[d] as number;
  }
  return addView(m, (self.data as MemoryViewData).buffer, { ...view, format: text, itemsize, shape, strides });
}

function shapeOf(m: Machine, o: PyObject, bytes: number, itemsize: number): number[] {
  const items = isList(o) ? listItems(o) : tupleItems(o);
  if (items.length > 64) throw valueError(m, 'memoryview: number of dimensions must not exceed 64');
  const shape = items.map((item) => {
    if (item.ob_type !== m.types.int) throw typeError(m, 'memoryview.cast(): elements of shape must be integers');
    const length = asIndexNumber(item);
    if (length <= 0) throw valueError(m, 'memoryview.cast(): elements of shape must be integers > 0');
    return length;
  });
  if (shape.reduce((product, length) => product * length, 1) * itemsize !== bytes) throw typeError(m, 'memoryview: product(shape) * itemsize != buffer size');
  return shape;
}

const numbers = (m: Machine, values: readonly number[]): PyObject => newTuple(m, values.map((value) => newInt(m, value)));
const bool = (m: Machine, value: boolean): PyObject => incref(value ? m.True : m.False);

/** The items of a view of one dimension; the caller's loop gives each back. */
function itemsOf(m: Machine, self: PyObject): readonly PyObject[] {
  const view = viewOf(m, self);
  if (view.shape.length !== 1) throw raise(m, m.types.NotImplementedError, 'multi-dimensional sub-views are not implemented');
  const bytes = viewBytes(view);
  m.chargeWork(itemCount(view));
  return Array.from({ length: itemCount(view) }, (_, i) => unpackItem(m, nativeFormat(m, view), bytes, i * view.itemsize));
}

function sameItem(m: Machine, item: PyObject, value: PyObject): boolean {
  try {
    return richCompareBool(m, item, value, EQ);
  } finally {
    decref(m, item);
  }
}

/** memoryview.index. */
function indexOf(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const items = itemsOf(m, self);
  const bound = (o: PyObject | undefined, missing: number): number => {
    const at = o === undefined ? missing : sliceIndex(m, o);
    return Math.max(0, at < 0 ? at + items.length : at);
  };
  const start = bound(args[1], 0), stop = bound(args[2], items.length);
  let found = -1;
  items.forEach((item, i) => {
    if (sameItem(m, item, args[0] as PyObject) && found < 0 && i >= start && i < stop) found = i;
  });
  if (found < 0) throw valueError(m, 'memoryview.index(x): x not found');
  return newInt(m, found);
}

/** tobytes(order): None is C, A is what the view is. */
function orderOf(m: Machine, order: PyObject | null | undefined): string {
  if (!order || order === m.None) return 'C';
  if (!isStr(order)) throw badArgument(m, 'tobytes', "argument 'order'", 'str or None', order);
  const text = strValue(order);
  if (!['C', 'F', 'A'].includes(text)) throw valueError(m, "order must be 'C', 'F' or 'A'");
  return text;
}

/** The items with the first dimension running fastest. */
function fortranBytes(view: BufferView): Uint8Array {
  return viewBytes({ ...view, shape: view.shape.toReversed(), strides: view.strides.toReversed() });
}

const TOBYTES = { name: 'tobytes', params: ['order'] } as const;

/** PyMemoryView_Type. */
export const memoryviewType: TypeSpec = {
  name: 'memoryview',
  basicsize: 144,
  itemsize: 8,
  flags: TypeFlag.HAVE_GC | TypeFlag.SEQUENCE,
  hasWeakrefs: true,
  doc: 'Create a new memoryview object which references the given object.',
  slots: {
    tp_dealloc: dealloc,
    tp_repr: repr,
    tp_hash: hash,
    tp_richcompare: compare,
    tp_new: memoryNew,
    tp_traverse: (_m, self, visit) => visit((self.data as MemoryViewData).buffer, 'buffer', -1),
    tp_sizeof: (_m, self) => 144 + 24 * (self.data as MemoryViewData).view.shape.length,
    tp_iter: (m, self) => {
      viewOf(m, self);
      return newSequenceIterator(m, m.types.memory_iterator, self);
    },
    sq_length: (m, self) => viewOf(m, self).shape[0] ?? 1,
    sq_item: (m, self, at) => {
      const view = viewOf(m, self);
      return itemAt(m, view, offsetIn(m, view, view.offset, 0, at));
    },
    mp_length: (m, self) => viewOf(m, self).shape[0] ?? 1,
    mp_subscript: subscript,
    mp_ass_subscript: setSubscript,
    bf_getbuffer: (m, self, writable) => {
      const view = viewOf(m, self);
      if (writable && view.readonly) throw raise(m, m.types.BufferError, 'memoryview: underlying buffer is not writable');
      (self.data as MemoryViewData).exports++;
      return { ...view, owner: incref(self) } satisfies BufferView;
    },
    bf_releasebuffer: (_m, self) => {
      (self.data as MemoryViewData).exports--;
    },
  },
  methods: [
    { name: 'release', kind: 'noargs', sig: '($self, /)', fn: releaseMethod, doc: 'Release the underlying buffer exposed by the memoryview object.' },
    { name: 'count', kind: 'o', sig: '($self, value, /)', fn: (m, self, value) => newInt(m, itemsOf(m, self).filter((item) => sameItem(m, item, value)).length), inVersion: since(14), doc: 'Count the number of occurrences of a value.' },
    { name: 'index', kind: 'fast', min: 1, max: 3, sig: '($self, value, start=0, stop=sys.maxsize, /)', fn: indexOf, inVersion: since(14), doc: 'Return the index of the first occurrence of a value.\n\nRaises ValueError if the value is not present.' },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, type, arg) => newGenericAlias(m, type, arg), inVersion: since(14), doc: 'See PEP 585' },
    { name: 'tobytes', kind: 'fastkw', sig: "($self, /, order='C')", fn: (m, self, args, kwnames) => {
      const [order] = parseArgs(m, TOBYTES, args, kwnames);
      const view = viewOf(m, self);
      const bytes = (orderOf(m, order) === 'F' ? fortranBytes(view) : viewBytes(view)).slice();
      m.chargeWork(bytes.length >> 3);
      return newBytes(m, bytes);
    } },
    { name: 'tolist', kind: 'noargs', sig: '($self, /)', fn: (m, self) => toList(m, viewOf(m, self), 0, viewOf(m, self).offset), doc: 'Return the data in the buffer as a list of elements.' },
    { name: 'hex', kind: 'fastkw', fn: (m, self, args, kwnames) => hexMethod(m, viewBytes(viewOf(m, self)), args, kwnames) },
    { name: 'cast', kind: 'fastkw', sig: '($self, /, format, shape=<unrepresentable>)', fn: cast, doc: 'Cast a memoryview to a new format or shape.' },
    { name: 'toreadonly', kind: 'noargs', sig: '($self, /)', fn: (m, self) => addView(m, (self.data as MemoryViewData).buffer, { ...viewOf(m, self), readonly: true }), doc: 'Return a readonly version of the memoryview.' },
    { name: '__enter__', kind: 'noargs', fn: (m, self) => (viewOf(m, self), incref(self)) },
    { name: '__exit__', kind: 'fast', min: 0, max: -1, fn: (m, self) => releaseMethod(m, self) },
  ],
  getset: [
    { name: 'obj', get: (m, self) => incref((viewOf(m, self), ((self.data as MemoryViewData).buffer.data as ManagedBufferData).view?.owner) ?? m.None), doc: 'The underlying object of the memoryview.' },
    { name: 'nbytes', get: (m, self) => newSizeInt(m, itemCount(viewOf(m, self)) * viewOf(m, self).itemsize) },
    { name: 'readonly', get: (m, self) => bool(m, viewOf(m, self).readonly), doc: 'A bool indicating whether the memory is read only.' },
    { name: 'itemsize', get: (m, self) => newInt(m, viewOf(m, self).itemsize), doc: 'The size in bytes of each element of the memoryview.' },
    { name: 'format', get: (m, self) => newStrAscii(m, viewOf(m, self).format) },
    { name: 'ndim', get: (m, self) => newInt(m, viewOf(m, self).shape.length) },
    { name: 'shape', get: (m, self) => numbers(m, viewOf(m, self).shape) },
    { name: 'strides', get: (m, self) => numbers(m, viewOf(m, self).strides) },
    { name: 'suboffsets', get: (m, self) => (viewOf(m, self), incref(m.emptyTuple)) },
    { name: 'c_contiguous', get: (m, self) => bool(m, isContiguous(viewOf(m, self))), doc: 'A bool indicating whether the memory is C contiguous.' },
    { name: 'f_contiguous', get: (m, self) => bool(m, viewOf(m, self).shape.length <= 1 && isContiguous(viewOf(m, self))), doc: 'A bool indicating whether the memory is Fortran contiguous.' },
    { name: 'contiguous', get: (m, self) => bool(m, isContiguous(viewOf(m, self))), doc: 'A bool indicating whether the memory is contiguous.' },
  ],
};

/** _PyManagedBuffer_Type. */
export const managedBufferType: TypeSpec = {
  name: 'managedbuffer',
  basicsize: 112,
  flags: TypeFlag.HAVE_GC | TypeFlag.DISALLOW_INSTANTIATION,
  slots: { tp_dealloc: managedDealloc, tp_traverse: managedTraverse },
};
