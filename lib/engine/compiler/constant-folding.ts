// Arithmetic on constants at compile time, within CPython's limits (3.13 Python/ast_opt.c safe_multiply, safe_power …;
// the same functions stand in Python/flowgraph.c from 3.14). Every function answers null where CPython does not fold:
// the operation would raise, be too big, or is not defined for the types.
import type { Operator, UnaryOperator } from '../parser/ast.ts';
import type { Const } from './code-unit.ts';
import { FALSE, TRUE, codePointsOf, intConst, isTrue, strFromCodePoints, strLength } from './constants.ts';

const MAX_INT_BITS = 128n;
const MAX_COLLECTION_ITEMS = 256n;
const MAX_STR_CHARS = 4096n;
const MAX_TOTAL_ITEMS = 1024;

/** `left op right`; `mixedMode`: a real operand of a complex operation has no imaginary part (3.14+). */
export function foldBinary(left: Const, op: Operator, right: Const, mixedMode: boolean): Const | null {
  const a = intOf(left);
  const b = intOf(right);
  if (a !== null && b !== null) {
    if ((left.t === 'true' || left.t === 'false') && (right.t === 'true' || right.t === 'false')) {
      const bool = foldBools(a, op, b);
      if (bool !== null) return bool;
    }
    return foldInts(a, op, b);
  }
  const x = floatOf(left);
  const y = floatOf(right);
  if (x !== null && y !== null) return foldFloats(x, op, y);
  if (left.t === 'complex' || right.t === 'complex') return (mixedMode ? foldMixed(left, op, right) : null) ?? foldComplex(left, op, right);
  return foldSequences(left, op, right);
}

/** `op value`. */
export function foldUnary(op: UnaryOperator, value: Const): Const | null {
  if (op === 'Not') return isTrue(value) ? FALSE : TRUE;
  const int = intOf(value);
  if (int !== null) {
    if (op === 'USub') return intConst(-int);
    if (op === 'UAdd') return intConst(int);
    return value.t === 'int' ? intConst(~int) : null;
  }
  if (op === 'Invert') return null;
  if (value.t === 'float') return op === 'USub' ? { t: 'float', v: -value.v } : value;
  if (value.t === 'complex') return op === 'USub' ? { t: 'complex', re: -value.re, im: -value.im } : value;
  return null;
}

/** `value[index]` with an int, bool or (3.14) slice constant. */
export function foldSubscript(value: Const, index: Const): Const | null {
  if (value.t !== 'str' && value.t !== 'bytes' && value.t !== 'tuple') return null;
  const length = value.t === 'str' ? strLength(value) : value.t === 'bytes' ? value.v.length : value.items.length;
  if (index.t === 'slice') {
    const indices = sliceIndices(index, length);
    return indices === null ? null : pickItems(value, indices);
  }
  const i = intOf(index);
  if (i === null) return null;
  const at = i < 0n ? i + BigInt(length) : i;
  if (at < 0n || at >= BigInt(length)) return null;
  const position = Number(at);
  if (value.t === 'tuple') return value.items[position] ?? null;
  if (value.t === 'bytes') return intConst(value.v[position] ?? 0);
  return strFromCodePoints([codePointsOf(value)[position] ?? 0]);
}

function pickItems(value: Extract<Const, { t: 'str' | 'bytes' | 'tuple' }>, indices: readonly number[]): Const {
  if (value.t === 'tuple') return { t: 'tuple', items: indices.flatMap((i) => value.items[i] ?? []) };
  if (value.t === 'bytes') return { t: 'bytes', v: Uint8Array.from(indices, (i) => value.v[i] ?? 0), folded: true };
  const points = codePointsOf(value);
  return strFromCodePoints(indices.map((i) => points[i] ?? 0));
}

/** The positions that a slice selects (Objects/sliceobject.c PySlice_AdjustIndices). */
function sliceIndices(slice: Extract<Const, { t: 'slice' }>, length: number): number[] | null {
  const bound = (value: Const, missing: number, low: number, high: number): number | null => {
    if (value.t === 'none') return missing;
    const int = intOf(value);
    if (int === null) return null;
    const at = int < 0n ? int + BigInt(length) : int;
    return at < BigInt(low) ? low : at > BigInt(high) ? high : Number(at);
  };
  const stepInt = slice.step.t === 'none' ? 1n : intOf(slice.step);
  if (stepInt === null || stepInt === 0n) return null;
  const step = Number(BigInt.asIntN(53, stepInt));
  const start = step > 0 ? bound(slice.start, 0, 0, length) : bound(slice.start, length - 1, -1, length - 1);
  const stop = step > 0 ? bound(slice.stop, length, 0, length) : bound(slice.stop, -1, -1, length - 1);
  if (start === null || stop === null) return null;
  const indices: number[] = [];
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) indices.push(i);
  return indices;
}

function intOf(value: Const): bigint | null {
  if (value.t === 'int') return value.v;
  if (value.t === 'true') return 1n;
  return value.t === 'false' ? 0n : null;
}

/** The value of a float, or of an int that has one. */
function floatOf(value: Const): number | null {
  if (value.t === 'float') return value.v;
  const int = intOf(value);
  if (int === null) return null;
  const v = Number(int);
  return Number.isFinite(v) ? v : null;
}

function bitLength(v: bigint): bigint {
  return v === 0n ? 0n : BigInt((v < 0n ? -v : v).toString(2).length);
}

function foldBools(a: bigint, op: Operator, b: bigint): Const | null {
  const bool = (v: bigint): Const => (v !== 0n ? TRUE : FALSE);
  if (op === 'BitAnd') return bool(a & b);
  if (op === 'BitOr') return bool(a | b);
  return op === 'BitXor' ? bool(a ^ b) : null;
}

function foldInts(a: bigint, op: Operator, b: bigint): Const | null {
  switch (op) {
    case 'Add':
      return intConst(a + b);
    case 'Sub':
      return intConst(a - b);
    case 'Mult':
      return a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_BITS ? null : intConst(a * b);
    case 'Div':
      return b === 0n ? null : finite(divideInts(a, b));
    case 'FloorDiv':
      return b === 0n ? null : intConst(floorDivide(a, b));
    case 'Mod':
      return b === 0n ? null : intConst(a - b * floorDivide(a, b));
    case 'Pow':
      return powerInts(a, b);
    case 'LShift':
      if (b < 0n) return null;
      if (a !== 0n && b !== 0n && (b > MAX_INT_BITS || bitLength(a) > MAX_INT_BITS - b)) return null;
      return intConst(a === 0n ? 0n : a << b);
    case 'RShift':
      if (b < 0n) return null;
      return intConst(b > bitLength(a) ? (a < 0n ? -1n : 0n) : a >> b);
    case 'BitOr':
      return intConst(a | b);
    case 'BitXor':
      return intConst(a ^ b);
    case 'BitAnd':
      return intConst(a & b);
    case 'MatMult':
      return null;
    default: {
      const unreachable: never = op;
      return unreachable;
    }
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const q = a / b;
  return q * b !== a && a < 0n !== b < 0n ? q - 1n : q;
}

function powerInts(a: bigint, b: bigint): Const | null {
  if (b < 0n) return a === 0n ? null : finite(Math.pow(Number(a), Number(b)));
  if (a !== 0n && b > 0n && (b > MAX_INT_BITS || bitLength(a) > MAX_INT_BITS / b)) return null;
  return intConst(b === 0n ? 1n : a === 0n ? 0n : a ** b);
}

/** Correctly rounded true division (Objects/longobject.c long_true_divide). */
function divideInts(a: bigint, b: bigint): number {
  const x = Number(a);
  const y = Number(b);
  if (Number.isSafeInteger(x) && Number.isSafeInteger(y)) return x / y;
  const negative = a < 0n !== b < 0n;
  let n = a < 0n ? -a : a;
  let d = b < 0n ? -b : b;
  // A quotient of at least 66 bits with a sticky last bit rounds as the exact value does.
  const shift = 66n - (bitLength(n) - bitLength(d));
  if (shift > 0n) n <<= shift;
  else d <<= -shift;
  let q = n / d;
  if (q * d !== n) q |= 1n;
  const v = Number(q) * 2 ** Number(-shift);
  return negative ? -v : v;
}

function finite(v: number): Const | null {
  return Number.isFinite(v) ? { t: 'float', v } : null;
}

function foldFloats(x: number, op: Operator, y: number): Const | null {
  switch (op) {
    case 'Add':
      return { t: 'float', v: x + y };
    case 'Sub':
      return { t: 'float', v: x - y };
    case 'Mult':
      return { t: 'float', v: x * y };
    case 'Div':
      return y === 0 ? null : { t: 'float', v: x / y };
    case 'FloorDiv':
      return y === 0 ? null : { t: 'float', v: floatDivmod(x, y).quotient };
    case 'Mod':
      return y === 0 ? null : { t: 'float', v: floatDivmod(x, y).remainder };
    case 'Pow':
      return powerFloats(x, y);
    default:
      return null;
  }
}

function floatDivmod(x: number, y: number): { quotient: number; remainder: number } {
  let remainder = x % y;
  let quotient = (x - remainder) / y;
  if (remainder !== 0) {
    if (y < 0 !== remainder < 0) {
      remainder += y;
      quotient -= 1;
    }
  } else {
    remainder = y < 0 || Object.is(y, -0) ? -0 : 0;
  }
  if (quotient === 0) return { quotient: x / y < 0 || Object.is(x / y, -0) ? -0 : 0, remainder };
  const floor = Math.floor(quotient);
  return { quotient: quotient - floor > 0.5 ? floor + 1 : floor, remainder };
}

function powerFloats(x: number, y: number): Const | null {
  if (x === 0 && y < 0) return null;
  if (x === 1 || y === 0) return { t: 'float', v: 1 };
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && y !== Math.floor(y)) return null;
  const v = Math.pow(x, y);
  if (!Number.isFinite(v) && Number.isFinite(x) && Number.isFinite(y)) return null;
  return { t: 'float', v };
}

/** Sums, differences, products and quotients of a real and a complex number; null for everything else. */
function foldMixed(left: Const, op: Operator, right: Const): Const | null {
  const x = floatOf(left), y = floatOf(right);
  if (right.t === 'complex' && x !== null) {
    if (op === 'Add') return { t: 'complex', re: x + right.re, im: right.im };
    if (op === 'Sub') return { t: 'complex', re: x - right.re, im: -right.im };
    if (op === 'Mult') return { t: 'complex', re: x * right.re, im: x * right.im };
  }
  if (left.t === 'complex' && y !== null) {
    if (op === 'Add') return { t: 'complex', re: left.re + y, im: left.im };
    if (op === 'Sub') return { t: 'complex', re: left.re - y, im: left.im };
    if (op === 'Mult') return { t: 'complex', re: left.re * y, im: left.im * y };
    if (op === 'Div' && y !== 0) return { t: 'complex', re: left.re / y, im: left.im / y };
  }
  return null;
}

function foldComplex(left: Const, op: Operator, right: Const): Const | null {
  const a = complexOf(left);
  const b = complexOf(right);
  if (a === null || b === null) return null;
  switch (op) {
    case 'Add':
      return { t: 'complex', re: a.re + b.re, im: a.im + b.im };
    case 'Sub':
      return { t: 'complex', re: a.re - b.re, im: a.im - b.im };
    case 'Mult':
      return { t: 'complex', ...multiplyComplex(a, b) };
    case 'Div':
      return divideComplex(a, b);
    case 'Pow':
      return powerComplex(a, b);
    default:
      return null;
  }
}

function complexOf(value: Const): { re: number; im: number } | null {
  if (value.t === 'complex') return value;
  const re = floatOf(value);
  return re === null ? null : { re, im: 0 };
}

function divideComplex(a: { re: number; im: number }, b: { re: number; im: number }): Const | null {
  if (b.re === 0 && b.im === 0) return null;
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const denominator = b.re + b.im * ratio;
    return { t: 'complex', re: (a.re + a.im * ratio) / denominator, im: (a.im - a.re * ratio) / denominator };
  }
  const ratio = b.re / b.im;
  const denominator = b.re * ratio + b.im;
  return { t: 'complex', re: (a.re * ratio + a.im) / denominator, im: (a.im * ratio - a.re) / denominator };
}

/** Small integral powers by repeated squaring (Objects/complexobject.c c_powi); others are left to run time. */
function powerComplex(a: { re: number; im: number }, b: { re: number; im: number }): Const | null {
  if (b.im !== 0 || !Number.isInteger(b.re) || Math.abs(b.re) > 100) return null;
  if (a.re === 0 && a.im === 0 && b.re < 0) return null;
  let result = { re: 1, im: 0 };
  let power = a;
  for (let n = Math.abs(b.re); n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result = multiplyComplex(result, power);
    power = multiplyComplex(power, power);
  }
  return b.re < 0 ? divideComplex({ re: 1, im: 0 }, result) : { t: 'complex', ...result };
}

function multiplyComplex(a: { re: number; im: number }, b: { re: number; im: number }): { re: number; im: number } {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

function foldSequences(left: Const, op: Operator, right: Const): Const | null {
  if (op === 'Add') {
    if (left.t === 'str' && right.t === 'str') {
      if (left.codePoints === undefined && right.codePoints === undefined) {
        const joined = left.v + right.v;
        if (strLength({ t: 'str', v: joined }) === strLength(left) + strLength(right)) return { t: 'str', v: joined };
      }
      return strFromCodePoints([...codePointsOf(left), ...codePointsOf(right)]);
    }
    if (left.t === 'bytes' && right.t === 'bytes') return { t: 'bytes', v: Uint8Array.from([...left.v, ...right.v]), folded: true };
    if (left.t === 'tuple' && right.t === 'tuple') return { t: 'tuple', items: [...left.items, ...right.items] };
    return null;
  }
  if (op !== 'Mult') return null;
  const count = intOf(right) ?? intOf(left);
  const sequence = intOf(right) !== null ? left : right;
  return count === null ? null : repeat(sequence, count);
}

function repeat(value: Const, count: bigint): Const | null {
  if (value.t !== 'str' && value.t !== 'bytes' && value.t !== 'tuple') return null;
  const size = BigInt(value.t === 'str' ? strLength(value) : value.t === 'bytes' ? value.v.length : value.items.length);
  if (size === 0n) return value;
  const limit = value.t === 'tuple' ? MAX_COLLECTION_ITEMS : MAX_STR_CHARS;
  if (count < 0n || count > limit / size) return null;
  const n = Number(count);
  if (value.t === 'tuple') {
    if (n > 0 && itemsLeft(value, Math.floor(MAX_TOTAL_ITEMS / n)) < 0) return null;
    return { t: 'tuple', items: Array.from({ length: n }, () => value.items).flat() };
  }
  if (value.t === 'bytes') return { t: 'bytes', v: Uint8Array.from(Array.from({ length: n }, () => [...value.v]).flat()), folded: true };
  if (value.codePoints === undefined && !/[\ud800-\udfff]/.test(value.v)) return { t: 'str', v: value.v.repeat(n) };
  const points = codePointsOf(value);
  return strFromCodePoints(Array.from({ length: n }, () => points).flat());
}

/** `limit` less the items of `value` with everything nested in it; negative when there are more. */
function itemsLeft(value: Const, limit: number): number {
  if (value.t !== 'tuple') return limit;
  let left = limit - value.items.length;
  for (const item of value.items) {
    if (left < 0) return left;
    left = itemsLeft(item, left);
  }
  return left;
}
