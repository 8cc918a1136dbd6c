// The int object: representation, constructors, conversions from Python objects, and the type's specification (CPython Objects/longobject.c).
//
// `data` is a JavaScript number while the value is a safe integer, else a bigint. What the learner sees is CPython's: 30-bit digits, 24 + 4 bytes per
// digit, cached small ints, and result blocks as wide as CPython asks for before it trims leading zeros (`digits` arguments below).
import { RunEnded } from '../errors.ts';
import { INT_MAX_BITS } from '../limits.ts';
import type { Machine } from '../machine.ts';
import { adoptBlock, allocObject, freeObject, makeNumber, makeStatic } from './alloc.ts';
import { hashInteger } from './hash.ts';
import {
  intAbsolute, intAdd, intAnd, intBool, intDivmod, intFloorDivide, intInvert, intLeftShift, intMultiply, intNegative, intOr, intPositive, intPower,
  intRemainder, intRightShift, intSubtract, intToFloat, intTrueDivide, intXor,
} from './int-arithmetic.ts';
import { intGetSet, intMethods } from './int-methods.ts';
import { intNew } from './int-new.ts';
import { intToDecimal } from './int-parse.ts';
import { type PyObject, incref } from './object.ts';
import { newNumberText } from './str.ts';
import { type TypeSpec, type CompareOp, TypeFlag } from './type.ts';

/** An int (or bool, or instance of a subclass). */
export interface PyInt extends PyObject {
  data: number | bigint;
}

const DIGIT_LIMIT = 2 ** 30;

/** PyLong_Check. */
export function isInt(o: PyObject): o is PyInt {
  return (o.ob_type.tp_flags & TypeFlag.LONG_SUBCLASS) !== 0;
}

/** PyLong_CheckExact. */
export function isIntExact(m: Machine, o: PyObject): o is PyInt {
  return o.ob_type === m.types.int;
}

/** The value of an int object: a number while it is a safe integer, else a bigint. */
export function intValue(o: PyObject): number | bigint {
  return o.data as number | bigint;
}

/** Number of 30-bit digits (1 for zero). */
export function digitCount(value: number | bigint): number {
  if (typeof value === 'number') return value < DIGIT_LIMIT && value > -DIGIT_LIMIT ? 1 : 2;
  const magnitude = value < 0n ? -value : value;
  // Most are a product of two short ones: comparing is quicker than counting bits, for which the host has only the number's text.
  for (let digits = 0; digits < DIGIT_ENDS.length; digits++) if (magnitude < (DIGIT_ENDS[digits] as bigint)) return digits + 2;
  return Math.ceil(bitLength(value) / 30);
}

/** First values of 3, 4, … digits. */
const DIGIT_ENDS = [60n, 90n, 120n, 150n].map((bits) => 1n << bits);

const SCRATCH = new DataView(new ArrayBuffer(8));
/** The high half of a double that is infinite. */
const INFINITY_HIGH = 0x7ff00000;

/** Bits of the absolute value. */
export function bitLength(value: number | bigint): number {
  if (typeof value === 'number') {
    let magnitude = Math.abs(value);
    if (magnitude < 4294967296) return 32 - Math.clz32(magnitude);
    magnitude = Math.floor(magnitude / 4294967296);
    return 64 - Math.clz32(magnitude);
  }
  const magnitude = value < 0n ? -value : value;
  SCRATCH.setFloat64(0, Number(magnitude));
  const high = SCRATCH.getUint32(0);
  // A double's exponent tells, unless the value is so large that there is none, or has perhaps been rounded up to a power of two.
  if (high < INFINITY_HIGH && ((high & 0xfffff) !== 0 || SCRATCH.getUint32(4) !== 0)) return (high >>> 20) - 1022;
  const hex = magnitude.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}

/** A new reference to an int of that value. `-0` must not be passed for values outside the small-int cache (it cannot be: zero is cached). */
export function newInt(m: Machine, value: number | bigint): PyObject {
  if (typeof value === 'number') {
    const index = value + 5;
    const small = m.smallInts;
    if (index >= 0 && index < small.length) return incref(small[index] as PyObject);
    // One digit too: _PyLong_FromMedium asks for sizeof(PyLongObject), which is padded to 32.
    return makeNumber(m, m.types.int, m.deadInts, value, value < DIGIT_LIMIT && value > -DIGIT_LIMIT ? m.freeLists.int.pop() : 0, 32);
  }
  if (value >= MIN_SAFE && value <= MAX_SAFE) return newInt(m, Number(value));
  return allocObject(m, m.types.int, value, 4 * digitCount(value));
}

/** newInt for a value that the host holds in 32 bits: the loop's arithmetic on small operands. */
export function newCompactInt(m: Machine, value: number): PyObject {
  const index = value + 5;
  const small = m.smallInts;
  if (index >= 0 && index < small.length) {
    const o = small[index] as PyObject;
    if (o.ob_refcnt >= 0) o.ob_refcnt++;
    return o;
  }
  return makeNumber(m, m.types.int, m.deadInts, value, value < DIGIT_LIMIT && value > -DIGIT_LIMIT ? m.freeLists.int.pop() : 0, 32);
}

/** PyLong_FromSsize_t and FromUnsignedLong: like newInt, but before 3.14 one digit asks for just 28 bytes; tracemalloc shows it. */
export function newSizeInt(m: Machine, value: number | bigint): PyObject {
  return m.profile.sizeIntsPadded ? newInt(m, value) : newDigitsInt(m, value);
}

/** What _PyLong_New makes of digits (parsing): like newInt, but one digit asks for just 28 bytes. */
export function newDigitsInt(m: Machine, value: number | bigint): PyObject {
  if (typeof value === 'number' && value < DIGIT_LIMIT && value > -DIGIT_LIMIT && m.freeLists.int.count === 0) {
    const index = value + 5;
    const small = m.smallInts;
    return index >= 0 && index < small.length ? incref(small[index] as PyObject) : allocObject(m, m.types.int, value, 4);
  }
  return newInt(m, value);
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const MIN_SAFE = -MAX_SAFE;

/** A bigint as a number when it is safe. */
export function normalize(value: bigint): number | bigint {
  return value >= MIN_SAFE && value <= MAX_SAFE ? Number(value) : value;
}

/** A new int whose block was asked for with `digits` digits before the value was known (long_normalize leaves the block as it is). */
export function newIntSized(m: Machine, value: number | bigint, digits: number): PyObject {
  if (typeof value === 'bigint') value = normalize(value);
  if (typeof value === 'number') {
    const index = value + 5;
    const small = m.smallInts;
    if (index >= 0 && index < small.length) return incref(small[index] as PyObject);
    if (digits <= 1) return newInt(m, value);
  }
  return allocObject(m, m.types.int, value, 4 * digits);
}

/** Ends the run when an int of that many bits is more than the engine computes. */
export function checkBits(bits: number): void {
  if (bits > INT_MAX_BITS) throw new RunEnded('memory-limit', `The program computed an integer of more than ${INT_MAX_BITS} bits.`);
}

/** The value as a number clamped to ±2**53 (for indexes and counts; wider values are out of every range anyway). */
export function asIndexNumber(o: PyObject): number {
  const value = o.data as number | bigint;
  if (typeof value === 'number') return value;
  return value < 0n ? -9007199254740992 : 9007199254740992;
}

/** Makes the cache of small ints: static objects 32 bytes apart. Called once by bootstrap. */
export function initInts(m: Machine): void {
  const { min, max } = m.profile.smallInts;
  const start = m.memory.reserveStatic(max - min + 1, 32);
  m.smallInts = [];
  for (let value = min; value <= max; value++) m.smallInts.push(makeStatic(m, adoptBlock(m, m.types.int, value, start + (value - min) * 2)));
}

/** long_dealloc. */
export function intDealloc(m: Machine, o: PyObject): void {
  if (o.ob_type !== m.types.int) return freeObject(m, o);
  const value = o.data;
  if (typeof value !== 'number' || value >= DIGIT_LIMIT || value <= -DIGIT_LIMIT || !m.freeLists.int.push(o.block)) m.memory.free(o.block);
  m.deadInts.keep(o);
}

/** One more base-10**9 digit than binary ones is enough for so many. */
const DIGITS_PER_SPARE = 99;

/** int.__repr__ and __str__. */
function intRepr(m: Machine, o: PyObject): PyObject {
  const text = intToDecimal(m, o.data as number | bigint);
  // long_to_decimal_string_internal keeps base-10**9 digits in an int of its own until the text is there.
  const digits = digitCount(o.data as number | bigint);
  const scratch = m.memory.observer === null ? 0 : m.memory.alloc(24 + 4 * (1 + digits + Math.floor(digits / DIGITS_PER_SPARE)));
  const result = newNumberText(m, text);
  if (scratch !== 0) m.memory.free(scratch);
  return result;
}

/** Size of an int's block in units of 64 bytes: no work for what nearly all ints are, and for the others known without counting digits. */
function sizeInWork(m: Machine, o: PyObject): number {
  return typeof o.data === 'bigint' ? m.memory.blockBytes(o.block) >> 6 : 0;
}

function intHash(m: Machine, o: PyObject): number {
  m.chargeWork(sizeInWork(m, o) * 8);
  return hashInteger(m, o.data as number | bigint);
}

/** Compares two int values: the answer of the operator. JavaScript compares numbers with bigints exactly. */
export function compareValues(a: number | bigint, b: number | bigint, op: CompareOp): boolean {
  switch (op) {
    case 0: return a < b;
    case 1: return a <= b;
    case 2: return a == b; // eslint-disable-line eqeqeq -- a number and a bigint may be equal only by ==, and never are: bigints are unsafe
    case 3: return a != b; // eslint-disable-line eqeqeq
    case 4: return a > b;
    case 5: return a >= b;
  }
}

function intCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isInt(a) || !isInt(b)) return incref(m.NotImplemented);
  m.chargeWork(Math.min(sizeInWork(m, a), sizeInWork(m, b)));
  return incref(compareValues(a.data, b.data, op) ? m.True : m.False);
}

/** int.__sizeof__: header plus digits, without what a subclass adds to the struct. */
function intSizeof(_m: Machine, o: PyObject): number {
  return 24 + 4 * digitCount(o.data as number | bigint);
}

/** A copy of exact type int (long_long, _PyLong_Copy): the object itself if it is exact. */
export function intLong(m: Machine, o: PyObject): PyObject {
  if (isIntExact(m, o)) return incref(o);
  return newInt(m, o.data as number | bigint);
}

/** PyLong_Type. */
export const intType: TypeSpec = {
  name: 'int',
  basicsize: 24,
  itemsize: 4,
  flags: TypeFlag.BASETYPE | TypeFlag.LONG_SUBCLASS | TypeFlag.MATCH_SELF,
  doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.  If x is a number, return x.__int__().  For floating-point\nnumbers, this truncates towards zero.\n\nIf x is not a number or if base is given, then x must be a string,\nbytes, or bytearray instance representing an integer literal in the\ngiven base.  The literal can be preceded by '+' or '-' and be surrounded\nby whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\nBase 0 means to interpret the base from the string as an integer literal.\n>>> int('0b100', base=0)\n4",
  slots: {
    tp_dealloc: intDealloc,
    tp_repr: intRepr,
    tp_hash: intHash,
    tp_richcompare: intCompare,
    tp_new: intNew,
    tp_sizeof: intSizeof,
    nb_add: intAdd,
    nb_subtract: intSubtract,
    nb_multiply: intMultiply,
    nb_remainder: intRemainder,
    nb_divmod: intDivmod,
    nb_power: intPower,
    nb_negative: intNegative,
    nb_positive: intPositive,
    nb_absolute: intAbsolute,
    nb_bool: intBool,
    nb_invert: intInvert,
    nb_lshift: intLeftShift,
    nb_rshift: intRightShift,
    nb_and: intAnd,
    nb_xor: intXor,
    nb_or: intOr,
    nb_int: intLong,
    nb_float: intToFloat,
    nb_index: intLong,
    nb_floor_divide: intFloorDivide,
    nb_true_divide: intTrueDivide,
  },
  methods: intMethods,
  getset: intGetSet,
};

