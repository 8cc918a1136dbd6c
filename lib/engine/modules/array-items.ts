// What an array holds: its storage, resizing, and items of every type code (CPython 3.13 Modules/arraymodule.c: array_resize, the *_getitem and *_setitem).
import type { PyRaise } from '../errors.ts';
import { complexOf } from '../objects/complex-new.ts';
import { newComplex } from '../objects/complex.ts';
import type { Machine } from '../machine.ts';
import { index as toIndex } from '../objects/abstract.ts';
import { newFloat } from '../objects/float.ts';
import { numberToFloat } from '../objects/float-new.ts';
import { intValue, newInt, normalize } from '../objects/int.ts';
import { itemSize, writeInteger, halfToNumber, numberToHalf } from '../objects/item-format.ts';
import { type PyObject, decref } from '../objects/object.ts';
import { overflowError, raise, typeError, valueError } from '../objects/raise.ts';
import { charStr, isStr } from '../objects/str.ts';

/** Payload of an array. */
export class ArrayData {
  readonly code: string;
  readonly itemsize: number;
  /** JavaScript storage, at least `length` items. */
  private store = new Uint8Array(0);
  private window: DataView;
  length = 0;
  /** Items that the simulated buffer has room for. */
  allocated = 0;
  block = 0;
  exports = 0;

  constructor(code: string) {
    this.code = code;
    this.itemsize = itemSize(code);
    this.window = new DataView(this.store.buffer);
  }

  get bytes(): Uint8Array {
    return this.store.subarray(0, this.length * this.itemsize);
  }

  get view(): DataView {
    return this.window;
  }

  /** Changes the length in the storage. */
  setLength(length: number): void {
    const need = length * this.itemsize;
    if (need > this.store.length) {
      const wider = new Uint8Array(Math.max(32, need + (need >> 1)));
      wider.set(this.bytes);
      this.store = wider;
      this.window = new DataView(wider.buffer);
    }
    this.length = length;
  }
}

export const arrayData = (o: PyObject): ArrayData => o.data as ArrayData;

/** The BufferError of a change of size while a view is open. */
export function exporting(m: Machine): PyRaise {
  return raise(m, m.types.BufferError, 'cannot resize an array that is exporting buffers');
}

/** array_resize. */
export function resize(m: Machine, data: ArrayData, size: number): void {
  if (data.exports > 0 && size !== data.length) throw exporting(m);
  if (data.allocated >= size && data.length < size + 16 && data.block !== 0) {
    data.setLength(size);
    return;
  }
  if (size === 0) {
    release(m, data);
    data.setLength(0);
    return;
  }
  const allocated = (size >> 4) + (data.length < 8 ? 3 : 7) + size;
  m.chargeWork(Math.min(size, data.length) >> 3);
  data.block = m.memory.realloc(data.block, allocated * data.itemsize);
  data.allocated = allocated;
  data.setLength(size);
}

export function release(m: Machine, data: ArrayData): void {
  if (data.block !== 0) m.memory.free(data.block);
  data.block = 0;
  data.allocated = 0;
}

export function getItem(m: Machine, data: ArrayData, at: number): PyObject {
  const { view } = data;
  const offset = at * data.itemsize;
  switch (data.code) {
    case 'b': return newInt(m, view.getInt8(offset));
    case 'B': return newInt(m, view.getUint8(offset));
    case 'h': return newInt(m, view.getInt16(offset, true));
    case 'H': return newInt(m, view.getUint16(offset, true));
    case 'i': return newInt(m, view.getInt32(offset, true));
    case 'I': return newInt(m, view.getUint32(offset, true));
    case 'l': case 'q': return newInt(m, normalize(view.getBigInt64(offset, true)));
    case 'L': case 'Q': return newInt(m, normalize(view.getBigUint64(offset, true)));
    case 'f': return newFloat(m, view.getFloat32(offset, true));
    case 'd': return newFloat(m, view.getFloat64(offset, true));
    case 'e': return newFloat(m, halfToNumber(view.getUint16(offset, true)));
    case 'Zf': return newComplex(m, view.getFloat32(offset, true), view.getFloat32(offset + 4, true));
    case 'Zd': return newComplex(m, view.getFloat64(offset, true), view.getFloat64(offset + 8, true));
    default: {
      const code = view.getUint32(offset, true);
      if (code > 0x10ffff) throw valueError(m, 'chr() arg not in range(0x110000)');
      return charStr(m, code);
    }
  }
}

/** [low bound text, high bound text] of the small integer codes. */
const BOUNDS: Readonly<Record<string, readonly [number, number, string, string]>> = {
  b: [-128, 127, 'signed char is less than minimum', 'signed char is greater than maximum'],
  B: [0, 255, 'unsigned byte integer is less than minimum', 'unsigned byte integer is greater than maximum'],
  h: [-32768, 32767, 'signed short integer is less than minimum', 'signed short integer is greater than maximum'],
  H: [0, 65535, 'unsigned short is less than minimum', 'unsigned short is greater than maximum'],
  i: [-2147483648, 2147483647, 'signed integer is less than minimum', 'signed integer is greater than maximum'],
  I: [0, 4294967295, "can't convert negative value to unsigned int", 'unsigned int is greater than maximum'],
};

function wideRange(m: Machine, code: string, value: bigint): void {
  const signed = code === 'l' || code === 'q';
  const low = signed ? -(1n << 63n) : 0n;
  const high = signed ? (1n << 63n) - 1n : (1n << 64n) - 1n;
  if (value >= low && value <= high) return;
  if (code === 'l') throw overflowError(m, 'Python int too large to convert to C long');
  if (code === 'L') throw overflowError(m, value < 0n ? "can't convert negative value to unsigned int" : 'Python int too large to convert to C unsigned long');
  throw overflowError(m, value < 0n && code === 'Q' ? "can't convert negative int to unsigned" : 'int too big to convert');
}

export function halfBits(m: Machine, value: number): number {
  const bits = numberToHalf(value);
  if (bits === null) throw overflowError(m, 'float too large to pack with e format');
  return bits;
}

/** Converts a value and answers how to store it (checked before anything changes). */
export function storeItem(m: Machine, data: ArrayData, at: number, value: PyObject): void {
  const { code } = data;
  if (code === 'Zf' || code === 'Zd') {
    const { real, imag } = complexOf(m, value);
    if (at < 0) return;
    if (code === 'Zd') for (const [i, part] of [real, imag].entries()) data.view.setFloat64(at * 16 + i * 8, part, true);
    else for (const [i, part] of [real, imag].entries()) data.view.setFloat32(at * 8 + i * 4, part, true);
    return;
  }
  if (code === 'f' || code === 'd' || code === 'e') {
    if (value.ob_type.nb_float === null && value.ob_type.nb_index === null) throw typeError(m, `must be real number, not ${value.ob_type.tp_name}`);
    const float = numberToFloat(m, value);
    const number = float.data as number;
    decref(m, float);
    if (at < 0) return;
    if (code === 'd') data.view.setFloat64(at * 8, number, true);
    else if (code === 'f') data.view.setFloat32(at * 4, number, true);
    else data.view.setUint16(at * 2, halfBits(m, number), true);
    return;
  }
  if (code === 'u' || code === 'w') {
    if (!isStr(value)) throw typeError(m, `array item must be a unicode character, not ${value.ob_type.tp_name}`);
    if (value.data.length !== 1) throw typeError(m, 'array item must be a string of length 1');
    if (at >= 0) data.view.setUint32(at * 4, value.data.value.codePointAt(0) as number, true);
    return;
  }
  const exact = toIndex(m, value);
  const number = intValue(exact);
  decref(m, exact);
  const bounds = BOUNDS[code];
  if (bounds === undefined) wideRange(m, code, BigInt(number));
  else if (number < bounds[0]) throw overflowError(m, bounds[2]);
  else if (number > bounds[1]) throw overflowError(m, bounds[3]);
  if (at >= 0) writeInteger(data.view, at * data.itemsize, data.itemsize * 8, BigInt(number));
}
