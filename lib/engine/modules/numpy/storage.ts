// Arrays as data: a window on shared memory with shape and strides (numpy/core/src/multiarray/arrayobject.h, PyArrayObject_fields).
import { type DType, type Value, load, store } from './dtype.ts';

/** The payload of an ndarray; also of intermediate results. */
export class NdData {
  readonly dtype: DType;
  shape: readonly number[];
  strides: readonly number[];
  /** Byte of the first element in `view`. */
  readonly offset: number;
  readonly view: DataView;
  writeable = true;
  /** Simulated block of the elements; 0 for views and small arrays. */
  block = 0;

  constructor(dtype: DType, shape: readonly number[], strides: readonly number[], offset: number, view: DataView) {
    this.dtype = dtype;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.view = view;
  }

  get size(): number {
    return this.shape.reduce((product, length) => product * length, 1);
  }

  get byteCount(): number {
    return this.size * this.dtype.size;
  }

  /** Another window on the same memory. */
  window(shape: readonly number[], strides: readonly number[], offset = this.offset): NdData {
    const other = new NdData(this.dtype, shape, strides, offset, this.view);
    other.writeable = this.writeable;
    return other;
  }

  isContiguous(order: 'C' | 'F' = 'C'): boolean {
    if (this.size === 0) return true;
    let expected = this.dtype.size;
    const dims = this.shape.map((_, i) => (order === 'C' ? this.shape.length - 1 - i : i));
    for (const d of dims) {
      if (this.shape[d] !== 1 && this.strides[d] !== expected) return false;
      expected *= this.shape[d] ?? 1;
    }
    return true;
  }

  /** Bytes of the elements in C order. */
  offsets(): number[] {
    let out = [this.offset];
    this.shape.forEach((length, d) => {
      const stride = this.strides[d] ?? 0;
      const next: number[] = [];
      for (const at of out) for (let i = 0; i < length; i++) next.push(at + i * stride);
      out = next;
    });
    return out;
  }

  /** The elements in C order. */
  values(): Value[] {
    return this.offsets().map((at) => load(this.view, at, this.dtype));
  }
}

/** Strides of a fresh array. */
export function stridesOf(shape: readonly number[], itemsize: number, order: 'C' | 'F' = 'C'): number[] {
  const strides = new Array<number>(shape.length).fill(itemsize);
  let step = itemsize;
  for (let i = 0; i < shape.length; i++) {
    const d = order === 'C' ? shape.length - 1 - i : i;
    strides[d] = step;
    step *= Math.max(1, shape[d] ?? 1);
  }
  return strides;
}

/** Zeroed memory of its own. */
export function allocate(dtype: DType, shape: readonly number[], order: 'C' | 'F' = 'C'): NdData {
  const size = shape.reduce((product, length) => product * length, 1);
  return new NdData(dtype, shape, stridesOf(shape, dtype.size, order), 0, new DataView(new ArrayBuffer(size * dtype.size)));
}

/** A fresh array of these elements in C order. */
export function fromValues(dtype: DType, shape: readonly number[], values: readonly Value[]): NdData {
  const data = allocate(dtype, shape);
  for (let i = 0; i < values.length; i++) store(data.view, i * dtype.size, dtype, values[i] as Value);
  return data;
}

/** Shapes after broadcasting, null if they do not fit. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] | null {
  const rank = Math.max(a.length, b.length);
  const out: number[] = [];
  for (let i = 0; i < rank; i++) {
    const x = a[a.length - rank + i] ?? 1;
    const y = b[b.length - rank + i] ?? 1;
    if (x !== y && x !== 1 && y !== 1) return null;
    out.push(x === 1 ? y : x);
  }
  return out;
}

/** A window of the broadcast shape. */
export function broadcastTo(data: NdData, shape: readonly number[]): NdData {
  const missing = shape.length - data.shape.length;
  const strides = shape.map((_, i) => (i < missing || data.shape[i - missing] === 1 ? 0 : data.strides[i - missing] ?? 0));
  return data.window(shape, strides);
}

/** '(2,3)' as numpy's errors write shapes. */
export function shapeText(shape: readonly number[]): string {
  return `(${shape.join(',')}${shape.length === 1 ? ',' : ''})`;
}
