// 64-bit arithmetic on (low, high) pairs of int32 for hashes (CPython uses Py_uhash_t). A function answers the low half and leaves the high half
// in `m.hashHi`, the way tp_hash does.
import type { Machine } from '../machine.ts';

/** Product modulo 2^64. */
export function mul64(m: Machine, aLo: number, aHi: number, bLo: number, bHi: number): number {
  const a0 = aLo & 0xffff, a1 = aLo >>> 16;
  const b0 = bLo & 0xffff, b1 = bLo >>> 16;
  const p00 = a0 * b0;
  const p01 = a0 * b1 + (p00 >>> 16);
  const p10 = a1 * b0 + (p01 % 0x10000);
  const lowHi = a1 * b1 + Math.floor(p01 / 0x10000) + Math.floor(p10 / 0x10000);
  m.hashHi = ((lowHi % 0x100000000) + Math.imul(aLo, bHi) + Math.imul(aHi, bLo)) | 0;
  return Math.imul(aLo, bLo);
}

/** Sum modulo 2^64. */
export function add64(m: Machine, aLo: number, aHi: number, bLo: number, bHi: number): number {
  const low = (aLo >>> 0) + (bLo >>> 0);
  m.hashHi = (aHi + bHi + (low >= 0x100000000 ? 1 : 0)) | 0;
  return low | 0;
}
