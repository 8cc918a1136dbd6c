// Methods and attributes of int (CPython Objects/longobject.c: long_methods, long_getset).
import type { Machine } from '../machine.ts';
import { index } from './abstract.ts';
import { parseArgs, badArgument } from './arguments.ts';
import { hexDigits } from './bytes-methods.ts';
import { newBytes } from './bytes.ts';
import { bytesOfObject } from './bytes-new.ts';
import { callOne } from './call.ts';
import { formatIntObject } from './format.ts';
import { bitLength, intLong, intValue, newDigitsInt, newInt, newSizeInt, normalize } from './int.ts';
import { type PyObject, decref, incref } from './object.ts';
import { isTrue } from './abstract.ts';
import { overflowError, typeError, valueError } from './raise.ts';
import { sizeArgument } from './size-argument.ts';
import { isStr, strValue } from './str.ts';
import { newTuple } from './tuple.ts';
import type { GetSetSpec, NativeSpec } from './type.ts';
import { since } from './type.ts';

function bitCount(m: Machine, value: number | bigint): number {
  const hex = (value < 0 ? -value : value).toString(16);
  m.chargeWork(hex.length >> 3);
  let count = 0;
  for (let end = hex.length; end > 0; end -= 8) count += popcount32(Number.parseInt(hex.slice(Math.max(0, end - 8), end), 16));
  return count;
}

/** Ones in 32 bits (_Py_popcount32). */
function popcount32(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/** int.__round__: to the nearest multiple of 10**-ndigits, ties to even. */
function intRound(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const ndigitsObject = args[0];
  if (ndigitsObject === undefined || (ndigitsObject === m.None && since(14)(m.profile))) return intLong(m, self);
  const ndigitsInt = index(m, ndigitsObject);
  const ndigits = intValue(ndigitsInt);
  decref(m, ndigitsInt);
  if (ndigits >= 0) return intLong(m, self);
  const value = BigInt(intValue(self));
  const places = Number(-BigInt(ndigits));
  // Beyond the value's own digits the answer is 0.
  if (places > bitLength(intValue(self)) / 3.3 + 2) return newInt(m, 0);
  const unit = 10n ** BigInt(places);
  m.chargeWork(places);
  let quotient = value / unit;
  let rest = value % unit;
  if (rest < 0n) {
    rest += unit;
    quotient -= 1n;
  }
  const twice = rest * 2n;
  if (twice > unit || (twice === unit && (quotient & 1n) === 1n)) quotient += 1n;
  return newInt(m, normalize(quotient * unit));
}

const TO_BYTES = { name: 'to_bytes', params: ['length', 'byteorder', 'signed'], positional: 2 } as const;

function toBytes(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [lengthObject, orderObject, signedObject] = parseArgs(m, TO_BYTES, args, kwnames);
  const length = lengthObject ? sizeArgument(m, lengthObject) : 1;
  const order = byteOrder(m, 'to_bytes', orderObject ?? null);
  const signed = signedObject ? isTrue(m, signedObject) : false;
  if (length < 0) throw valueError(m, m.profile.lengthNegativeText);
  m.memory.expect(length);
  let value = BigInt(intValue(self));
  if (value < 0n && !signed) throw overflowError(m, "can't convert negative int to unsigned");
  const needed = (signed ? bitLength(value < 0n ? -value - 1n : value) + 1 : bitLength(value)) / 8;
  if (needed > length && !(length === 0 && (value === 0n || value === -1n))) throw overflowError(m, 'int too big to convert');
  m.chargeWork(length);
  if (value < 0n) value += 1n << (BigInt(length) * 8n);
  const bytes = new Uint8Array(length);
  const hex = value.toString(16);
  for (let i = 0; i < length; i++) {
    const end = hex.length - 2 * i;
    if (end <= 0) break;
    bytes[order === 'little' ? i : length - 1 - i] = Number.parseInt(hex.slice(Math.max(0, end - 2), end), 16);
  }
  return newBytes(m, bytes);
}

function byteOrder(m: Machine, name: string, o: PyObject | null): 'little' | 'big' {
  if (o === null) return 'big';
  if (!isStr(o)) throw badArgument(m, name, `argument 'byteorder'`, 'str', o);
  const text = strValue(o);
  if (text !== 'little' && text !== 'big') throw valueError(m, "byteorder must be either 'little' or 'big'");
  return text;
}

const FROM_BYTES = { name: 'from_bytes', params: ['bytes', 'byteorder', 'signed'], required: 1, positional: 2 } as const;

function fromBytes(m: Machine, type: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [source, orderObject, signedObject] = parseArgs(m, FROM_BYTES, args, kwnames);
  const order = byteOrder(m, 'from_bytes', orderObject ?? null);
  const signed = signedObject ? isTrue(m, signedObject) : false;
  if (!source) throw typeError(m, "from_bytes() missing required argument 'bytes' (pos 1)");
  const bytes = bytesOfObject(m, source);
  m.chargeWork(bytes.length);
  const value = bytesToInteger(bytes, order === 'little', signed);
  const exact = newDigitsInt(m, value);
  if (type === m.types.int) return exact;
  try {
    return callOne(m, type, exact);
  } finally {
    decref(m, exact);
  }
}

/** The integer that bytes stand for. */
export function bytesToInteger(bytes: Uint8Array, little: boolean, signed: boolean): number | bigint {
  if (bytes.length === 0) return 0;
  const value = BigInt(`0x${hexDigits(little ? bytes.slice().reverse() : bytes)}`);
  return normalize(signed ? BigInt.asIntN(bytes.length * 8, value) : value);
}

const self0 = (m: Machine, self: PyObject): PyObject => intLong(m, self);

export const intMethods: readonly NativeSpec[] = [
  { name: 'conjugate', kind: 'noargs', sig: '($self, /)', fn: self0, doc: 'Returns self, the complex conjugate of any int.' },
  { name: 'bit_length', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newSizeInt(m, bitLength(intValue(self))), doc: "Number of bits necessary to represent self in binary.\n\n>>> bin(37)\n'0b100101'\n>>> (37).bit_length()\n6" },
  { name: 'bit_count', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newSizeInt(m, bitCount(m, intValue(self))), doc: "Number of ones in the binary representation of the absolute value of self.\n\nAlso known as the population count.\n\n>>> bin(13)\n'0b1101'\n>>> (13).bit_count()\n3" },
  { name: 'to_bytes', kind: 'fastkw', sig: "($self, /, length=1, byteorder='big', *, signed=False)", fn: toBytes },
  { name: 'from_bytes', kind: 'fastkw', bind: 'class', sig: "($type, /, bytes, byteorder='big', *, signed=False)", fn: fromBytes },
  { name: 'as_integer_ratio', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newTuple(m, [intLong(m, self), newInt(m, 1)]) },
  { name: 'is_integer', inVersion: since(12), kind: 'noargs', sig: '($self, /)', fn: (m) => incref(m.True), doc: 'Returns True. Exists for duck type compatibility with float.is_integer.' },
  { name: '__trunc__', kind: 'noargs', fn: self0, doc: 'Truncating an Integral returns itself.' },
  { name: '__floor__', kind: 'noargs', fn: self0, doc: 'Flooring an Integral returns itself.' },
  { name: '__ceil__', kind: 'noargs', fn: self0, doc: 'Ceiling of an Integral returns itself.' },
  { name: '__round__', kind: 'fast', min: 0, max: 1, sig: '($self, ndigits=<unrepresentable>, /)', fn: intRound, doc: 'Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an integer.' },
  { name: '__getnewargs__', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newTuple(m, [newInt(m, intValue(self))]) },
  { name: '__format__', kind: 'o', sig: '($self, format_spec, /)', fn: formatIntObject, doc: 'Convert to a string according to format_spec.' },
];

export const intGetSet: readonly GetSetSpec[] = [
  { name: 'real', get: self0, doc: 'the real part of a complex number' },
  { name: 'imag', get: (m) => newInt(m, 0), doc: 'the imaginary part of a complex number' },
  { name: 'numerator', get: self0, doc: 'the numerator of a rational number in lowest terms' },
  { name: 'denominator', get: (m) => newInt(m, 1), doc: 'the denominator of a rational number in lowest terms' },
];
