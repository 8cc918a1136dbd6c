// Element by element: the functions that numpy calls ufuncs, with their result types and warnings (numpy/core/src/umath/loops.c.src).
import type { Machine } from '../../machine.ts';
import * as fdlibm from '../../objects/libm-fdlibm.ts';
import * as libm from '../../objects/libm.ts';
import { typeError, valueError } from '../../objects/raise.ts';
import { BOOL, DTYPES, type DType, FLOAT32, FLOAT64, INT64, INT8, type Value, bounds, cast, isWide, promote } from './dtype.ts';
import { type NdData, broadcastShapes, broadcastTo, fromValues, shapeText } from './storage.ts';

interface Binary {
  /** Result type from the promoted operand type; null: not for that type. */
  readonly result: (d: DType) => DType | null;
  /** Type that the operands are cast to. */
  readonly operands?: (d: DType) => DType;
  readonly number: (a: number, b: number) => number;
  /** Of integers, exactly; default: `number`. */
  readonly big?: (a: bigint, b: bigint) => bigint;
}

const same = (d: DType): DType => d;
// NOT CPYTHON: numpy gives float16 and float32 for the smallest integers in some functions; the division and the rest give float64.
const floating = (d: DType): DType => (d.kind === 'f' ? d : FLOAT64);
const noBool = (d: DType): DType => (d.kind === 'b' ? INT8 : d);
const whole = (d: DType): DType | null => (d.kind === 'f' ? null : d);
const truth = (): DType => BOOL;
const floorDiv = (a: bigint, b: bigint): bigint => (b === 0n ? 0n : (a - ((a % b) + b) % b) / b);
const modulo = (a: bigint, b: bigint): bigint => (b === 0n ? 0n : ((a % b) + b) % b);
const floatMod = (a: number, b: number): number => {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest === 0 ? (b < 0 ? -0 : 0) : rest;
};

const BINARY: Readonly<Record<string, Binary>> = {
  add: { result: same, number: (a, b) => a + b, big: (a, b) => a + b },
  subtract: { result: (d) => (d.kind === 'b' ? null : d), number: (a, b) => a - b, big: (a, b) => a - b },
  multiply: { result: same, number: (a, b) => a * b, big: (a, b) => a * b },
  divide: { result: floating, operands: floating, number: (a, b) => a / b },
  floor_divide: { result: noBool, operands: noBool, number: (a, b) => Math.floor(a / b), big: floorDiv },
  remainder: { result: noBool, operands: noBool, number: floatMod, big: modulo },
  power: { result: noBool, operands: noBool, number: (a, b) => a ** b, big: (a, b) => (b < 0n ? 0n : BigInt.asIntN(128, a ** (b > 4096n ? 4096n : b))) },
  bitwise_and: { result: whole, number: (a, b) => a & b, big: (a, b) => a & b },
  bitwise_or: { result: whole, number: (a, b) => a | b, big: (a, b) => a | b },
  bitwise_xor: { result: whole, number: (a, b) => a ^ b, big: (a, b) => a ^ b },
  left_shift: { result: (d) => whole(noBool(d)), operands: noBool, number: (a, b) => a << b, big: (a, b) => (b > 63n ? 0n : a << b) },
  right_shift: { result: (d) => whole(noBool(d)), operands: noBool, number: (a, b) => a >> b, big: (a, b) => a >> (b > 63n ? 63n : b) },
  less: { result: truth, number: (a, b) => Number(a < b) },
  less_equal: { result: truth, number: (a, b) => Number(a <= b) },
  equal: { result: truth, number: (a, b) => Number(a === b) },
  not_equal: { result: truth, number: (a, b) => Number(a !== b) },
  greater: { result: truth, number: (a, b) => Number(a > b) },
  greater_equal: { result: truth, number: (a, b) => Number(a >= b) },
  maximum: { result: same, number: (a, b) => (a !== a || b !== b ? NaN : a >= b ? a : b), big: (a, b) => (a >= b ? a : b) },
  minimum: { result: same, number: (a, b) => (a !== a || b !== b ? NaN : a <= b ? a : b), big: (a, b) => (a <= b ? a : b) },
  logical_and: { result: truth, number: (a, b) => Number(a !== 0 && b !== 0) },
  logical_or: { result: truth, number: (a, b) => Number(a !== 0 || b !== 0) },
  logical_xor: { result: truth, number: (a, b) => Number((a !== 0) !== (b !== 0)) },
  hypot: { result: floating, operands: floating, number: Math.hypot },
  arctan2: { result: floating, operands: floating, number: Math.atan2 },
};

const COMPARISONS: Readonly<Record<string, (a: bigint, b: bigint) => boolean>> = {
  less: (a, b) => a < b, less_equal: (a, b) => a <= b, equal: (a, b) => a === b, not_equal: (a, b) => a !== b, greater: (a, b) => a > b, greater_equal: (a, b) => a >= b,
  logical_and: (a, b) => a !== 0n && b !== 0n, logical_or: (a, b) => a !== 0n || b !== 0n, logical_xor: (a, b) => (a !== 0n) !== (b !== 0n),
};

/** Names of the functions of two arrays. */
export const BINARY_NAMES: readonly string[] = Object.keys(BINARY);

/** The function `name` of two arrays; `type` is their common type. `isScalar`: both came from numpy scalars, whose overflow warns. */
export function binary(m: Machine, name: string, a: NdData, b: NdData, type: DType, isScalar: boolean): NdData {
  const rule = BINARY[name] as Binary;
  const result = rule.result(type);
  if (result === null) throw unsupported(m, name);
  const shape = broadcastShapes(a.shape, b.shape);
  if (shape === null) throw valueError(m, `operands could not be broadcast together with shapes ${shapeText(a.shape)} ${shapeText(b.shape)} `);
  const operand = rule.operands?.(type) ?? type;
  const left = broadcastTo(a, shape).values();
  const right = broadcastTo(b, shape).values();
  m.chargeWork(left.length * 4);
  m.memory.expect(left.length * result.size);
  const watch = new Watch(name, isScalar);
  const compare = COMPARISONS[name];
  const out = left.map((value, i) => {
    const x = cast(value, operand);
    const y = cast(right[i] as Value, operand);
    if (operand.kind === 'f') return cast(watch.float(x as number, y as number, rule.number(x as number, y as number), operand), result);
    if (compare !== undefined) return Number(compare(BigInt(x), BigInt(y)));
    if (operand.kind === 'b') return name === 'add' || name === 'maximum' ? Number(x || y) : rule.number(x as number, y as number) & 1;
    if (name === 'power' && y < 0) throw valueError(m, 'Integers to negative integer powers are not allowed.');
    watch.integer(y);
    const exact = rule.big === undefined ? BigInt(rule.number(Number(x), Number(y))) : rule.big(BigInt(x), BigInt(y));
    const kept = cast(exact, result);
    watch.kept(exact, kept);
    return kept;
  });
  watch.warn(m);
  return fromValues(result, shape, out);
}

function unsupported(m: Machine, name: string): ReturnType<typeof typeError> {
  if (name === 'subtract') return typeError(m, 'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.');
  return typeError(m, `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`);
}

/** Floating point flags of one operation, and the warnings that follow. */
class Watch {
  private readonly name: string;
  private readonly isScalar: boolean;
  private divided = false;
  private invalid = false;
  private overflow = false;

  constructor(name: string, isScalar: boolean) {
    this.name = name;
    this.isScalar = isScalar;
  }

  float(x: number, y: number, result: number, type: DType): number {
    const out = type === FLOAT32 ? Math.fround(result) : result;
    if (x === x && y === y && (out !== out)) this.invalid = true;
    else if (Math.abs(out) === Infinity && Number.isFinite(x) && Number.isFinite(y)) {
      if ((this.name === 'divide' || this.name === 'floor_divide' || this.name === 'power') && (this.name === 'power' ? x === 0 : y === 0)) this.divided = true;
      else this.overflow = true;
    }
    return out;
  }

  integer(y: Value): void {
    if ((this.name === 'floor_divide' || this.name === 'remainder') && (y === 0 || y === 0n)) this.divided = true;
  }

  kept(exact: bigint, kept: Value): void {
    if (this.isScalar && BigInt(kept) !== exact && (this.name === 'add' || this.name === 'subtract' || this.name === 'multiply')) this.overflow = true;
  }

  warn(m: Machine): void {
    const name = this.isScalar ? `scalar ${this.name}` : this.name;
    const category = m.types.RuntimeWarning;
    if (this.divided) m.vm.warn(category, `divide by zero encountered in ${name}`);
    if (this.overflow) m.vm.warn(category, `overflow encountered in ${name}`);
    if (this.invalid) m.vm.warn(category, `invalid value encountered in ${name}`);
  }
}

interface Unary {
  readonly result: (d: DType) => DType | null;
  readonly number: (x: number) => number;
  readonly big?: (x: bigint) => bigint;
}

const roundEven = (x: number): number => {
  const floor = Math.floor(x);
  const rest = x - floor;
  const rounded = rest < 0.5 ? floor : rest > 0.5 ? floor + 1 : floor % 2 === 0 ? floor : floor + 1;
  return rounded === 0 && x < 0 ? -0 : rounded;
};
const ofFloats = (number: (x: number) => number): Unary => ({ result: floating, number });
const keepsInts = (number: (x: number) => number): Unary => ({ result: (d) => (d.kind === 'f' ? d : FLOAT64), number });
const test = (number: (x: number) => boolean): Unary => ({ result: truth, number: (x) => Number(number(x)) });

const UNARY: Readonly<Record<string, Unary>> = {
  negative: { result: (d) => (d.kind === 'b' ? null : d), number: (x) => -x, big: (x) => -x },
  positive: { result: same, number: (x) => x, big: (x) => x },
  absolute: { result: same, number: Math.abs, big: (x) => (x < 0n ? -x : x) },
  invert: { result: whole, number: (x) => ~x, big: (x) => ~x },
  square: { result: same, number: (x) => x * x, big: (x) => x * x },
  sign: { result: same, number: (x) => (x > 0 ? 1 : x < 0 ? -1 : x), big: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n) },
  sqrt: ofFloats(Math.sqrt), cbrt: ofFloats(fdlibm.cbrt), exp: ofFloats(libm.exp), expm1: ofFloats(Math.expm1), log: ofFloats(libm.log), log1p: ofFloats(Math.log1p),
  log2: ofFloats(libm.log2), log10: ofFloats(libm.log10), sin: ofFloats(libm.sin), cos: ofFloats(libm.cos), tan: ofFloats(libm.tan), arcsin: ofFloats(libm.asin),
  arccos: ofFloats(libm.acos), arctan: ofFloats(libm.atan), sinh: ofFloats(fdlibm.sinh), cosh: ofFloats(fdlibm.cosh), tanh: ofFloats(Math.tanh),
  floor: keepsInts(Math.floor), ceil: keepsInts(Math.ceil), trunc: keepsInts(Math.trunc), rint: keepsInts(roundEven),
  isnan: test((x) => x !== x), isinf: test((x) => Math.abs(x) === Infinity), isfinite: test(Number.isFinite), logical_not: test((x) => x === 0),
  signbit: test((x) => x < 0 || Object.is(x, -0)), reciprocal: { result: same, number: (x) => 1 / x, big: (x) => (x === 1n || x === -1n ? x : 0n) },
};

/** Names of the functions of one array. */
export const UNARY_NAMES: readonly string[] = Object.keys(UNARY);

/** The function `name` of one array. */
export function unary(m: Machine, name: string, a: NdData): NdData {
  const rule = UNARY[name] as Unary;
  const result = rule.result(a.dtype);
  if (result === null) throw name === 'negative'
    ? typeError(m, 'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.')
    : unsupported(m, name);
  const values = a.values();
  m.chargeWork(values.length * 4);
  let divided = false;
  let invalid = false;
  const out = values.map((value) => {
    if (a.dtype.kind === 'b' && name === 'invert') return value === 0 ? 1 : 0;
    if (isWide(a.dtype) && rule.big !== undefined) return cast(rule.big(value as bigint), result);
    const x = Number(value);
    const y = rule.number(x);
    if (x === x && y !== y) invalid = true;
    if (y === -Infinity && Number.isFinite(x) && x === 0) divided = true;
    return cast(y, result);
  });
  if (divided) m.vm.warn(m.types.RuntimeWarning, `divide by zero encountered in ${name}`);
  if (invalid) m.vm.warn(m.types.RuntimeWarning, `invalid value encountered in ${name}`);
  return fromValues(result, a.shape, out);
}

/** Reductions of the elements along one axis: `axis` null = all. The result has no elements left out ones. */
export function reduceAxis(m: Machine, a: NdData, axis: number | null, result: DType, fold: (items: Value[]) => Value): NdData {
  m.chargeWork(a.size * 4);
  if (axis === null) return fromValues(result, [], [cast(fold(a.values()), result)]);
  const shape = a.shape.filter((_, d) => d !== axis);
  const outer = a.window(shape, a.strides.filter((_, d) => d !== axis));
  const length = a.shape[axis] ?? 0;
  const stride = a.strides[axis] ?? 0;
  const out = outer.offsets().map((at) => cast(fold(a.window([length], [stride], at).values()), result));
  return fromValues(result, shape, out);
}

/** Pairwise summation, as numpy adds floats: blocks of 128, eight accumulators (pairwise_sum). */
export function pairwiseSum(items: readonly number[], from = 0, count = items.length): number {
  const at = (i: number): number => items[from + i] as number;
  if (count < 8) {
    let sum = count > 0 ? at(0) : 0;
    for (let i = 1; i < count; i++) sum += at(i);
    return sum;
  }
  if (count <= 128) {
    const r = [0, 1, 2, 3, 4, 5, 6, 7].map(at);
    let i = 8;
    for (; i < count - (count % 8); i += 8) for (let k = 0; k < 8; k++) r[k] = (r[k] as number) + at(i + k);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = r;
    let sum = a + b + (c + d) + (e + f + (g + h));
    for (; i < count; i++) sum += at(i);
    return sum;
  }
  let half = Math.floor(count / 2);
  half -= half % 8;
  return pairwiseSum(items, from, half) + pairwiseSum(items, from + half, count - half);
}

/** The common type of an array and a Python number (value-based casting of numpy 1.24). */
export function withPythonNumber(array: DType, value: Value, isFloat: boolean): DType {
  if (isFloat) return array.kind === 'f' ? array : FLOAT64;
  if (array.kind === 'f') return array;
  if (array.kind === 'b') return INT64;
  const exact = BigInt(value);
  const [low, high] = bounds(array);
  if (exact >= low && exact <= high) return array;
  const smallest = DTYPES.find((d) => d.kind === (exact < 0n ? 'i' : 'u') && exact >= bounds(d)[0] && exact <= bounds(d)[1]);
  return smallest === undefined ? FLOAT64 : promote(array, smallest);
}
