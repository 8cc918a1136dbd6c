// The buffer protocol (CPython Objects/abstract.c PyObject_GetBuffer; PEP 3118). A view is a window on the exporter's bytes; while it is open the
// exporter must not move them.
import type { Machine } from '../machine.ts';
import { isBytes } from './bytes.ts';
import type { PyObject } from './object.ts';
import { decref, incref } from './object.ts';
import { typeError } from './raise.ts';

/** What an exporter answers (Py_buffer). */
export interface BufferView {
  /** Keeps the exporter alive: one reference, given back by releaseBuffer. */
  readonly owner: PyObject;
  /** The exporter's storage. */
  readonly bytes: Uint8Array;
  /** Byte position of the first item. */
  readonly offset: number;
  readonly readonly: boolean;
  /** struct-module format of an item. */
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** A view of contiguous bytes: what bytes and bytearray export. Takes a new reference to `owner`. */
export function simpleView(owner: PyObject, bytes: Uint8Array, readonly: boolean): BufferView {
  return { owner: incref(owner), bytes, offset: 0, readonly, format: 'B', itemsize: 1, shape: [bytes.length], strides: [1] };
}

/** True for exporters (PyObject_CheckBuffer). */
export function hasBuffer(o: PyObject): boolean {
  return o.ob_type.bf_getbuffer !== null;
}

/** PyObject_GetBuffer: opens a view; TypeError for other objects. Give it back with releaseBuffer. */
export function getBuffer(m: Machine, o: PyObject, writable = false): BufferView {
  const slot = o.ob_type.bf_getbuffer;
  if (slot === null) throw typeError(m, `a bytes-like object is required, not '${o.ob_type.tp_name}'`);
  return slot(m, o, writable) as BufferView;
}

/** PyBuffer_Release. */
export function releaseBuffer(m: Machine, view: BufferView): void {
  const slot = view.owner.ob_type.bf_releasebuffer;
  if (slot !== null) slot(m, view.owner, view);
  decref(m, view.owner);
}

/** Number of items. */
export function itemCount(view: BufferView): number {
  return view.shape.reduce((product, length) => product * length, 1);
}

/** True when the items lie one behind the other in C order. */
export function isContiguous(view: BufferView): boolean {
  let expected = view.itemsize;
  for (let d = view.shape.length - 1; d >= 0; d--) {
    if (view.shape[d] !== 1 && view.strides[d] !== expected) return itemCount(view) === 0;
    expected *= view.shape[d] as number;
  }
  return true;
}

/** The bytes of a view in C order: a window on the exporter's storage when contiguous, else a copy. */
export function viewBytes(view: BufferView): Uint8Array {
  const length = itemCount(view) * view.itemsize;
  if (isContiguous(view)) return view.bytes.subarray(view.offset, view.offset + length);
  const out = new Uint8Array(length);
  let at = 0;
  const walk = (dimension: number, offset: number): void => {
    if (dimension === view.shape.length) {
      for (let k = 0; k < view.itemsize; k++) out[at++] = view.bytes[offset + k] as number;
      return;
    }
    for (let i = 0; i < (view.shape[dimension] as number); i++) walk(dimension + 1, offset + i * (view.strides[dimension] as number));
  };
  walk(0, view.offset);
  return out;
}

/** The bytes of a bytes-like object, or null. `_any` is kept for callers that accept every exporter; the result must be used before Python code runs. */
export function bytesLikeOrNull(m: Machine, o: PyObject, _any: boolean): Uint8Array | null {
  if (isBytes(o)) return o.data.value;
  if (o.ob_type.bf_getbuffer === null) return null;
  const view = getBuffer(m, o);
  const bytes = viewBytes(view);
  releaseBuffer(m, view);
  return bytes;
}

/** The bytes of a bytes-like object; TypeError for others. */
export function bytesOf(m: Machine, o: PyObject): Uint8Array {
  const bytes = bytesLikeOrNull(m, o, true);
  if (bytes === null) throw typeError(m, `a bytes-like object is required, not '${o.ob_type.tp_name}'`);
  return bytes;
}
