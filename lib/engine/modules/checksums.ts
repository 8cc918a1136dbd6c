// CRC-32 and Adler-32 of zlib and binascii (CPython 3.13 Modules/zlibmodule.c; zlib 1.2.13 crc32.c, adler32.c).
import { onDemand } from '#lib/std/on-demand.ts';
import { RunEnded } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { index } from '../objects/abstract.ts';
import { badArgument } from '../objects/arguments.ts';
import { bytesOf } from '../objects/buffer.ts';
import { intValue, isInt, newInt } from '../objects/int.ts';
import { type PyObject, decref } from '../objects/object.ts';
import { overflowError } from '../objects/raise.ts';
import { type NativeSpec, since } from '../objects/type.ts';

const POLYNOMIAL = 0xedb88320;
const ADLER_BASE = 65521;

const crcTable = onDemand(() => Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) === 0 ? c >>> 1 : POLYNOMIAL ^ (c >>> 1);
  return c;
}));

function crc32(bytes: Uint8Array, start: number): number {
  const table = crcTable();
  let crc = ~start;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function adler32(bytes: Uint8Array, start: number): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  for (const byte of bytes) {
    a = (a + byte) % ADLER_BASE;
    b = (b + a) % ADLER_BASE;
  }
  return b * 65536 + a;
}

/** PyLong_AsUnsignedLongMask, cut to 32 bits. */
function maskArgument(m: Machine, o: PyObject): number {
  const exact = index(m, o);
  const value = intValue(exact);
  decref(m, exact);
  return Number(BigInt.asUintN(32, BigInt(value)));
}

/** crc32 and adler32: a buffer and an optional running value. */
export function checksum(name: 'crc32' | 'adler32'): NativeSpec {
  return {
    name, kind: 'fast', min: 1, max: 2,
    fn: (m, _self, args) => {
      const bytes = bytesOf(m, args[0] as PyObject);
      const start = args[1] === undefined ? (name === 'crc32' ? 0 : 1) : maskArgument(m, args[1]);
      m.chargeWork(bytes.length);
      return newInt(m, name === 'crc32' ? crc32(bytes, start) : adler32(bytes, start));
    },
  };
}

/** crc32_combine and adler32_combine (3.15): the checksum of two strings from theirs and the length of the second. */
export function combination(name: 'crc32_combine' | 'adler32_combine'): NativeSpec {
  return {
    name, kind: 'fast', min: 3, max: 3, inVersion: since(15),
    fn: (m, _self, args) => {
      const [first, second] = [maskArgument(m, args[0] as PyObject), maskArgument(m, args[1] as PyObject)];
      const lengthObject = args[2] as PyObject;
      if (!isInt(lengthObject)) throw badArgument(m, name, 'argument 3', 'int', lengthObject);
      const length = intValue(lengthObject);
      if (typeof length !== 'number') throw overflowError(m, 'Python int too large to convert to C long');
      // The C library of 3.15.0rc1 does not come back.
      if (length < 0 && name === 'crc32_combine') throw new RunEnded('not-simulated', 'zlib.crc32_combine() of a negative length is not simulated.');
      return newInt(m, name === 'crc32_combine' ? combineCrc(first, second, length) : combineAdler(first, second, length));
    },
  };
}

/** multmodp: the product of two polynomials modulo CRC-32's. */
function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let bit = 31; bit >= 0; bit--) {
    if ((a >>> bit) & 1) product ^= factor;
    factor = (factor & 1) === 0 ? factor >>> 1 : (factor >>> 1) ^ POLYNOMIAL;
  }
  return product >>> 0;
}

function combineCrc(first: number, second: number, length: number): number {
  let shift = 1 << 31;
  let power = 1 << 23;
  for (let left = length; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) shift = multiply(power, shift);
    power = multiply(power, power);
  }
  return (multiply(shift, first) ^ second) >>> 0;
}

function combineAdler(first: number, second: number, length: number): number {
  if (length < 0) return 0xffffffff;
  const rest = length % ADLER_BASE;
  const low = ((first & 0xffff) + (second & 0xffff) + ADLER_BASE - 1) % ADLER_BASE;
  const high = (rest * (first & 0xffff) + (first >>> 16) + (second >>> 16) + ADLER_BASE - rest) % ADLER_BASE;
  return high * 65536 + low;
}
