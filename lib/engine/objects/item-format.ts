// Single items of native formats in bytes: what memoryview and array.array read and write (CPython Objects/memoryobject.c: unpack_single, pack_single).
import { newComplex } from './complex.ts';
import type { Machine } from '../machine.ts';
import { index as toIndex, isTrue, toFloat } from './abstract.ts';
import { isBytes, newBytes } from './bytes.ts';
import { newFloat } from './float.ts';
import { intValue, newInt, normalize } from './int.ts';
import { type PyObject, decref, incref } from './object.ts';
import { typeError, valueError } from './raise.ts';

const SIZES: Readonly<Record<string, number>> = {
  c: 1, b: 1, B: 1, '?': 1, h: 2, H: 2, i: 4, I: 4, l: 8, L: 8, q: 8, Q: 8, n: 8, N: 8, f: 4, d: 8, P: 8, e: 2, u: 4, w: 4, Zf: 8, Zd: 16,
};

/** Bytes of an item of a native format; 0 = there is none of that name. */
export function itemSize(format: string): number {
  return Object.hasOwn(SIZES, format) ? SIZES[format] as number : 0;
}

function dataView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The item at a byte offset as a new Python object. */
export function unpackItem(m: Machine, format: string, bytes: Uint8Array, offset: number): PyObject {
  switch (format) {
    case 'B': return newInt(m, bytes[offset] as number);
    case 'c': return newBytes(m, bytes.slice(offset, offset + 1));
    case '?': return incref(bytes[offset] !== 0 ? m.True : m.False);
    case 'f': return newFloat(m, dataView(bytes).getFloat32(offset, true));
    case 'd': return newFloat(m, dataView(bytes).getFloat64(offset, true));
    case 'e': return newFloat(m, halfToNumber(dataView(bytes).getUint16(offset, true)));
    case 'Zf': return newComplex(m, dataView(bytes).getFloat32(offset, true), dataView(bytes).getFloat32(offset + 4, true));
    case 'Zd': return newComplex(m, dataView(bytes).getFloat64(offset, true), dataView(bytes).getFloat64(offset + 8, true));
    default: return newInt(m, readInteger(format, dataView(bytes), offset));
  }
}

function readInteger(format: string, view: DataView, offset: number): number | bigint {
  switch (format) {
    case 'b': return view.getInt8(offset);
    case 'h': return view.getInt16(offset, true);
    case 'H': return view.getUint16(offset, true);
    case 'i': return view.getInt32(offset, true);
    case 'I': return view.getUint32(offset, true);
    case 'l': case 'q': case 'n': return normalize(view.getBigInt64(offset, true));
    default: return normalize(view.getBigUint64(offset, true));
  }
}

/** The value of a half-precision float. */
export function halfToNumber(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The nearest half-precision float's bits (ties to even); null = beyond the range. */
export function numberToHalf(value: number): number | null {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (value !== value) return 0x7e00;
  if (magnitude === Infinity) return sign | 0x7c00;
  const roundEven = (x: number): number => {
    const floor = Math.floor(x);
    const rest = x - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
  };
  if (magnitude < 2 ** -14) return sign | roundEven(magnitude * 2 ** 24);
  let exponent = Math.floor(Math.log2(magnitude));
  if (2 ** exponent > magnitude) exponent--;
  let fraction = roundEven((magnitude / 2 ** exponent - 1) * 1024);
  if (fraction === 1024) {
    fraction = 0;
    exponent++;
  }
  return exponent > 15 ? null : sign | ((exponent + 15) << 10) | fraction;
}

/** Bits of an integer format, and whether it is signed. */
const INTEGER_BITS: Readonly<Record<string, readonly [number, boolean]>> = {
  b: [8, true], B: [8, false], h: [16, true], H: [16, false], i: [32, true], I: [32, false], l: [64, true], L: [64, false], q: [64, true], Q: [64, false],
  n: [64, true], N: [64, false], P: [64, false],
};

/** Writes a value (memoryview's rules and texts). */
export function packItem(m: Machine, format: string, bytes: Uint8Array, offset: number, value: PyObject): void {
  const wrongType = (): unknown => typeError(m, `memoryview: invalid type for format '${format}'`);
  const wrongValue = (): unknown => valueError(m, `memoryview: invalid value for format '${format}'`);
  if (format === 'f' || format === 'd' || format === 'e') {
    if (value.ob_type.nb_float === null && value.ob_type.nb_index === null) throw wrongType();
    const float = toFloat(m, value);
    const number = float.data as number;
    decref(m, float);
    if (format === 'd') dataView(bytes).setFloat64(offset, number, true);
    else if (format === 'f') dataView(bytes).setFloat32(offset, number, true);
    else dataView(bytes).setUint16(offset, numberToHalf(number) ?? 0x7c00, true);
    return;
  }
  if (format === '?') {
    bytes[offset] = isTrue(m, value) ? 1 : 0;
    return;
  }
  if (format === 'c') {
    if (!isBytes(value)) throw wrongType();
    if (value.data.value.length !== 1) throw wrongValue();
    bytes[offset] = value.data.value[0] as number;
    return;
  }
  const kind = INTEGER_BITS[format];
  if (kind === undefined || value.ob_type.nb_index === null) throw wrongType();
  const exact = toIndex(m, value);
  const number = BigInt(intValue(exact));
  decref(m, exact);
  const [bits, signed] = kind;
  const fits = signed ? BigInt.asIntN(bits, number) === number : BigInt.asUintN(bits, number) === number;
  if (!fits) throw wrongValue();
  writeInteger(dataView(bytes), offset, bits, number);
}

/** Stores the low bits of an integer, little-endian. */
export function writeInteger(view: DataView, offset: number, bits: number, value: bigint): void {
  const wrapped = BigInt.asUintN(bits, value);
  if (bits === 64) view.setBigUint64(offset, wrapped, true);
  else if (bits === 32) view.setUint32(offset, Number(wrapped), true);
  else if (bits === 16) view.setUint16(offset, Number(wrapped), true);
  else view.setUint8(offset, Number(wrapped));
}
