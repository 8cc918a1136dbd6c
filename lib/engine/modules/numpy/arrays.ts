// Making arrays from other arrays, nested sequences and buffers (numpy 1.24 numpy/core/src/multiarray/ctors.c, array_coercion.c).
import type { Machine } from '../../machine.ts';
import { iterate } from '../../objects/abstract.ts';
import { allocObject } from '../../objects/alloc.ts';
import { getBuffer, releaseBuffer } from '../../objects/buffer.ts';
import { intValue, isInt } from '../../objects/int.ts';
import { isList, listItems } from '../../objects/list.ts';
import { type PyObject, incref } from '../../objects/object.ts';
import { raise, valueError } from '../../objects/raise.ts';
import { isTuple, tupleItems } from '../../objects/tuple.ts';
import { isSubtype } from '../../objects/type.ts';
import { BOOL, type DType, FLOAT64, INT64, UINT64, type Value, bounds, cast, promote, store } from './dtype.ts';
import { NdData, broadcastShapes, broadcastTo, fromValues, shapeText } from './storage.ts';
import { ndarrayType } from './ndarray.ts';
import { newScalar, scalarDtype } from './scalars.ts';

/** An array object: its data and who owns the memory (owned; null = itself). */
class ArrayPayload {
  readonly nd: NdData;
  base: PyObject | null;
  constructor(nd: NdData, base: PyObject | null) {
    this.nd = nd;
    this.base = base;
  }
}

/** The payload of an array. */
export const payload = (o: PyObject): ArrayPayload => o.data as ArrayPayload;

/** The data of an ndarray. */
export const arrayData = (o: PyObject): NdData => payload(o).nd;

/** PyArray_Check. */
export const isArray = (m: Machine, o: PyObject): boolean => isSubtype(o.ob_type, ndarrayType(m));

/** An array that owns its memory. */
export function newArray(m: Machine, nd: NdData): PyObject {
  if (nd.byteCount > 512) nd.block = m.memory.alloc(nd.byteCount);
  m.chargeWork(nd.byteCount >> 3);
  return allocObject(m, ndarrayType(m), new ArrayPayload(nd, null));
}

/** A view; its base is the array that owns the memory. */
export function newView(m: Machine, of: PyObject, nd: NdData): PyObject {
  const owner = payload(of).base ?? of;
  return allocObject(m, ndarrayType(m), new ArrayPayload(nd, incref(owner)));
}

/** A result: a scalar where it has no axes. */
export function wrap(m: Machine, nd: NdData): PyObject {
  return nd.shape.length === 0 ? newScalar(m, nd.dtype, nd.values()[0] as Value) : newArray(m, nd);
}

/** OverflowError for a Python int that the dtype cannot hold. */
export function outOfBounds(m: Machine, value: bigint, d: DType): void {
  const [low, high] = bounds(d);
  if (d.kind === 'b' || (value >= low && value <= high)) return;
  if (d.size === 8) throw raise(m, m.types.OverflowError, value < 0n && d.kind === 'i' ? 'Python int too large to convert to C long' : d.kind === 'i' ? 'Python int too large to convert to C long' : 'int too big to convert');
  m.vm.warn(m.types.DeprecationWarning, `NumPy will stop allowing conversion of out-of-bound Python integers to integer arrays.  The conversion of ${value} to ${d.name} will fail in the future.\nFor the old behavior, usually:\n    np.array(value).astype(dtype)\nwill give the desired result (the cast overflows).`);
}

/** Anything array-like as data; `want` null: the type that numpy finds. */
export function toArray(m: Machine, o: PyObject, want: DType | null): NdData {
  if (isArray(m, o)) {
    const nd = arrayData(o);
    return want === null || want === nd.dtype ? nd : fromValues(want, nd.shape, nd.values().map((value) => cast(value, want)));
  }
  const shape: number[] = [];
  const leaves: PyObject[] = [];
  collect(m, o, 0, shape, leaves);
  const parts = leaves.map((leaf) => leafValue(m, leaf));
  let found: DType | null = null;
  for (const part of parts) found = found === null ? part.d : promote(found, part.d);
  const d = want ?? found ?? FLOAT64;
  const values = parts.map((part, i) => {
    if (isInt(leaves[i] as PyObject) && (d.kind === 'i' || d.kind === 'u')) outOfBounds(m, BigInt(part.value), d);
    return cast(part.value, d);
  });
  return fromValues(d, shape, values);
}

function leafValue(m: Machine, leaf: PyObject): { readonly d: DType; readonly value: Value } {
  if (leaf === m.True || leaf === m.False) return { d: BOOL, value: leaf === m.True ? 1 : 0 };
  const own = scalarDtype(m, leaf);
  if (own !== null) return { d: own, value: leaf.data as Value };
  if (isArray(m, leaf)) return { d: arrayData(leaf).dtype, value: arrayData(leaf).values()[0] as Value };
  if (isInt(leaf)) return { d: intDtype(m, BigInt(intValue(leaf))), value: BigInt(intValue(leaf)) };
  if (isSubtype(leaf.ob_type, m.types.float)) return { d: FLOAT64, value: leaf.data as number };
  throw raise(m, m.types.NotImplementedError, `numpy arrays of ${leaf.ob_type.tp_name} objects are not simulated`);
}

/** The type of a Python int: int64, uint64 above it. */
export function intDtype(m: Machine, exact: bigint): DType {
  if (BigInt.asIntN(64, exact) === exact) return INT64;
  if (BigInt.asUintN(64, exact) === exact) return UINT64;
  throw raise(m, m.types.NotImplementedError, 'numpy arrays of ints beyond 64 bits are not simulated');
}

/** Flattens nested sequences; all of one depth must have one length. */
function collect(m: Machine, o: PyObject, depth: number, shape: number[], leaves: PyObject[]): void {
  if (isArray(m, o) && arrayData(o).shape.length > 0) {
    const nd = arrayData(o);
    matchShape(m, shape, depth, nd.shape);
    for (const value of nd.values()) leaves.push(newScalar(m, nd.dtype, value));
    return;
  }
  const items = isList(o) ? listItems(o) : isTuple(o) ? tupleItems(o) : o.ob_type === m.types.range ? rangeItems(m, o) : null;
  if (items === null) {
    if (depth < shape.length) throw inhomogeneous(m, shape, depth);
    leaves.push(o);
    return;
  }
  matchShape(m, shape, depth, [items.length]);
  for (const item of items) collect(m, item, depth + 1, shape, leaves);
}

function rangeItems(m: Machine, o: PyObject): PyObject[] {
  const items: PyObject[] = [];
  iterate(m, o, (item) => void items.push(incref(item)));
  return items;
}

function matchShape(m: Machine, shape: number[], depth: number, part: readonly number[]): void {
  part.forEach((length, i) => {
    const known = shape[depth + i];
    if (known === undefined) shape[depth + i] = length;
    else if (known !== length) throw inhomogeneous(m, shape, depth);
  });
}

function inhomogeneous(m: Machine, shape: readonly number[], depth: number): ReturnType<typeof valueError> {
  return valueError(m, `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${depth} dimensions. The detected shape was ${`(${shape.slice(0, depth).join(', ')}${depth === 1 ? ',' : ''})`} + inhomogeneous part.`);
}

/** Writes `source`, broadcast, into `target`. */
export function assign(m: Machine, target: NdData, source: NdData): void {
  if (!target.writeable) throw valueError(m, 'assignment destination is read-only');
  const shape = broadcastShapes(source.shape, target.shape);
  const fits = shape !== null && shape.length <= Math.max(target.shape.length, source.shape.length) && shape.every((length, i) => length === (target.shape[target.shape.length - shape.length + i] ?? 1));
  if (!fits) throw valueError(m, `could not broadcast input array from shape ${shapeText(source.shape)} into shape ${shapeText(target.shape)}`);
  const trimmed = source.shape.length > target.shape.length ? source.window(source.shape.slice(-target.shape.length), source.strides.slice(-target.shape.length)) : source;
  const values = broadcastTo(trimmed, target.shape).values();
  m.chargeWork(values.length * 2);
  target.offsets().forEach((at, i) => store(target.view, at, target.dtype, cast(values[i] as Value, target.dtype)));
}

/** np.frombuffer. */
export function fromBuffer(m: Machine, source: PyObject, d: DType): PyObject {
  const view = getBuffer(m, source);
  try {
    const bytes = view.bytes.slice(view.offset);
    const nd = new NdData(d, [Math.floor(bytes.length / d.size)], [d.size], 0, new DataView(bytes.buffer));
    nd.writeable = !view.readonly;
    return newArray(m, nd);
  } finally {
    releaseBuffer(m, view);
  }
}
