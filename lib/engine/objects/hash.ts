// Hashing of strings, bytes and numbers (CPython Python/pyhash.c: siphash13, _Py_HashDouble, _Py_HashPointer; Objects/longobject.c: long_hash).
//
// A hash has 64 bits: functions answer the low 32 (signed) and leave the high 32 (signed) in `m.hashHi`. The key is that of PYTHONHASHSEED=0:
// both halves are zero.
import type { Machine } from '../machine.ts';
import { addressOf } from '../memory/address-space.ts';
import type { PyObject } from './object.ts';

const MODULUS = (1n << 61n) - 1n;
const HASH_INF = 314159;
const TWO_32 = 4294967296;

/** Makes a final hash of two halves: -1 is reserved for errors and becomes -2. */
function finish(m: Machine, lo: number, hi: number): number {
  m.hashHi = hi;
  return lo === -1 && hi === -1 ? -2 : lo;
}

/** 1 if the 32-bit sum of `a` and `b` carried: without a branch, for carries come at random and no processor foresees them. */
function carry(a: number, b: number, sum: number): number {
  return ((a & b) | ((a | b) & ~sum)) >>> 31;
}

/**
 * SipHash-1-3 of the first `bytes` bytes of a sequence of units of `width` bytes each (1, 2 or 4), little-endian. `text` is read by UTF-16 code unit;
 * `units` (bytes, or code points of an astral string) is read instead when given.
 */
function sipHash(m: Machine, text: string, units: ArrayLike<number> | null, count: number, width: 1 | 2 | 4): number {
  const bytes = count * width;
  if (bytes === 0) return finish(m, 0, 0);
  const words = bytes >>> 3;
  const perWord = 8 / width;
  let v0l = 0x70736575 | 0, v0h = 0x736f6d65 | 0, v1l = 0x6e646f6d | 0, v1h = 0x646f7261 | 0;
  let v2l = 0x6e657261 | 0, v2h = 0x6c796765 | 0, v3l = 0x79746573 | 0, v3h = 0x74656462 | 0;
  for (let w = 0; w < words + 4; w++) {
    let ml = 0, mh = 0;
    if (w <= words) {
      const start = w * perWord;
      const end = w < words ? start + perWord : count;
      if (width === 1 && units === null && w < words) {
        // Most words are eight characters of a text.
        ml = text.charCodeAt(start) | (text.charCodeAt(start + 1) << 8) | (text.charCodeAt(start + 2) << 16) | (text.charCodeAt(start + 3) << 24);
        mh = text.charCodeAt(start + 4) | (text.charCodeAt(start + 5) << 8) | (text.charCodeAt(start + 6) << 16) | (text.charCodeAt(start + 7) << 24);
      } else {
        for (let i = start, shift = 0; i < end; i++, shift += width * 8) {
          const unit = units === null ? text.charCodeAt(i) : units[i] as number;
          if (shift < 32) ml |= unit << shift;
          else mh |= unit << (shift - 32);
        }
      }
      if (w === words) mh |= (bytes & 0xff) << 24;
    } else if (w === words + 1) {
      v2l ^= 0xff;
    }
    v3l ^= ml;
    v3h ^= mh;
    // v0 += v1; v1 = rotl(v1, 13) ^ v0; v0 = rotl(v0, 32)
    let sum = (v0l + v1l) | 0;
    v0h = (v0h + v1h + carry(v0l, v1l, sum)) | 0;
    v0l = sum;
    let t = ((v1l << 13) | (v1h >>> 19)) ^ v0l;
    v1h = ((v1h << 13) | (v1l >>> 19)) ^ v0h;
    v1l = t;
    t = v0l; v0l = v0h; v0h = t;
    // v2 += v3; v3 = rotl(v3, 16) ^ v2
    sum = (v2l + v3l) | 0;
    v2h = (v2h + v3h + carry(v2l, v3l, sum)) | 0;
    v2l = sum;
    t = ((v3l << 16) | (v3h >>> 16)) ^ v2l;
    v3h = ((v3h << 16) | (v3l >>> 16)) ^ v2h;
    v3l = t;
    // v2 += v1; v1 = rotl(v1, 17) ^ v2; v2 = rotl(v2, 32)
    sum = (v2l + v1l) | 0;
    v2h = (v2h + v1h + carry(v2l, v1l, sum)) | 0;
    v2l = sum;
    t = ((v1l << 17) | (v1h >>> 15)) ^ v2l;
    v1h = ((v1h << 17) | (v1l >>> 15)) ^ v2h;
    v1l = t;
    t = v2l; v2l = v2h; v2h = t;
    // v0 += v3; v3 = rotl(v3, 21) ^ v0
    sum = (v0l + v3l) | 0;
    v0h = (v0h + v3h + carry(v0l, v3l, sum)) | 0;
    v0l = sum;
    t = ((v3l << 21) | (v3h >>> 11)) ^ v0l;
    v3h = ((v3h << 21) | (v3l >>> 11)) ^ v0h;
    v3l = t;
    v0l ^= ml;
    v0h ^= mh;
  }
  return finish(m, v0l ^ v1l ^ v2l ^ v3l, v0h ^ v1h ^ v2h ^ v3h);
}

/** Hash of a string's representation; `points` holds the code points when the kind is 4. */
export function hashText(m: Machine, value: string, count: number, kind: 1 | 2 | 4, points: ArrayLike<number> | null): number {
  m.chargeWork(count >> 3);
  return sipHash(m, value, points, count, kind);
}

/** Hash of bytes. */
export function hashBytes(m: Machine, bytes: Uint8Array): number {
  m.chargeWork(bytes.length >> 3);
  return sipHash(m, '', bytes, bytes.length, 1);
}

/** long_hash: the value modulo 2**61 - 1, with the value's sign. */
export function hashInteger(m: Machine, value: number | bigint): number {
  if (typeof value === 'number') {
    if (value === -1) value = -2;
    m.hashHi = Math.floor(value / TWO_32) | 0;
    return value | 0;
  }
  const magnitude = (value < 0n ? -value : value) % MODULUS;
  return fromBig(m, value < 0n ? -magnitude : magnitude);
}

function fromBig(m: Machine, value: bigint): number {
  return finish(m, Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
}

/** _Py_HashDouble; `owner` gives NaN its hash (its address). */
export function hashFloat(m: Machine, value: number, owner: PyObject): number {
  if (Number.isSafeInteger(value)) return hashInteger(m, value === 0 ? 0 : value);
  if (value !== value) return hashPointer(m, owner);
  if (value === Infinity) return finish(m, HASH_INF, 0);
  if (value === -Infinity) return finish(m, -HASH_INF, -1);
  let mantissa = Math.abs(value);
  let exponent = 0;
  // Scale to an integer mantissa: every step is exact.
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  while (mantissa > Number.MAX_SAFE_INTEGER) {
    mantissa /= 2;
    exponent++;
  }
  const rotate = BigInt(((exponent % 61) + 61) % 61);
  const magnitude = (BigInt(mantissa) << rotate) % MODULUS;
  return fromBig(m, value < 0 ? -magnitude : magnitude);
}

/** complex_hash: real + 1000003 * imag, wrapping. */
export function hashComplex(m: Machine, real: number, imag: number, owner: PyObject): number {
  const a = hash64(m, hashFloat(m, real, owner));
  const b = hash64(m, hashFloat(m, imag, owner));
  return fromBig(m, a + 1000003n * b);
}

/** The last hash as a 64-bit integer. */
function hash64(m: Machine, lo: number): bigint {
  return (BigInt(m.hashHi) << 32n) | BigInt(lo >>> 0);
}

/** A hash (low half given, high half in `m.hashHi`) as the int that `hash()` shows: a number while it is safe. */
export function hashValue(m: Machine, lo: number): number | bigint {
  const hi = m.hashHi;
  if (hi >= -2097152 && hi <= 2097151) {
    const value = hi * TWO_32 + (lo >>> 0);
    if (Number.isSafeInteger(value)) return value;
  }
  return hash64(m, lo);
}

/** Takes what `__hash__` returned into two halves (slot_tp_hash: wide ints are reduced as hash(int) does). */
export function hashFromInt(m: Machine, value: number | bigint): number {
  if (typeof value === 'number') return hashInteger(m, value);
  if (BigInt.asIntN(64, value) === value) return fromBig(m, value);
  return hashInteger(m, value);
}

/** Address of an object as `id()` shows it. */
export function objectAddress(o: PyObject): number {
  return addressOf(o.block, o.ob_type.tp_presize);
}

/** _Py_HashPointer: the address rotated right by four bits. */
export function hashPointer(m: Machine, o: PyObject): number {
  const address = objectAddress(o);
  const rotated = Math.floor(address / 16);
  const low = address % 16;
  return finish(m, rotated | 0, (Math.floor(rotated / TWO_32) | (low << 28)) | 0);
}
