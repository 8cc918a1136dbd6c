// The functions that glibc computes by fdlibm's formulas in plain doubles, one to two units off in the last place: cbrt, sinh, cosh,
// asinh, acosh, erf, erfc (glibc 2.36 sysdeps/ieee754/dbl-64/s_cbrt.c, e_sinh.c, e_cosh.c, s_asinh.c, e_acosh.c, s_erf.c). Exactness here
// means the same formula, evaluated in the same order. The coefficients of erf and erfc are those published with fdlibm
// (Sun Microsystems, 1993; free to use).
import { exp, log } from './libm.ts';

/** value = mantissa × 2**exponent with 0.5 ≤ |mantissa| < 1, for finite values other than 0. */
function splitDouble(value: number): { mantissa: number; exponent: number } {
  const subnormal = Math.abs(value) < 2 ** -1022;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, subnormal ? value * 2 ** 54 : value);
  const high = bits.getUint32(0);
  const exponent = ((high >>> 20) & 0x7ff) - 1022;
  bits.setUint32(0, (high & 0x800fffff) | (1022 << 20));
  return { mantissa: bits.getFloat64(0), exponent: subnormal ? exponent - 54 : exponent };
}

/** c0 + c1·x + c2·x² + … as glibc sums it: pairs of neighbours first, then these by powers of x². */
function paired(coefficients: readonly number[], x: number): number {
  const square = x * x;
  const fourth = square * square;
  const powers = [1, square, fourth, fourth * square, fourth * fourth];
  let total = 0;
  for (let i = 0; i < coefficients.length; i += 2) {
    const low = coefficients[i] ?? 0;
    const high = coefficients[i + 1];
    const part = high === undefined ? low : low + x * high;
    total = i === 0 ? part : total + (powers[i / 2] ?? 0) * part;
  }
  return total;
}

const CUBE_ROOT_OF_2 = 1.2599210498948732;
const CUBE_ROOT_OF_4 = 1.5874010519681996;
const CUBE_ROOTS: readonly number[] = [1 / CUBE_ROOT_OF_4, 1 / CUBE_ROOT_OF_2, 1, CUBE_ROOT_OF_2, CUBE_ROOT_OF_4];
const CUBE_ROOT_START: readonly number[] = [
  0.35489576504391984, 1.508191937815849, -2.114994941673713, 2.4469312256353444, -1.8346927748361308, 0.7849323449766392, -0.14526389938548637,
];

/** A polynomial for the mantissa, then one step of Halley's method. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const { mantissa, exponent } = splitDouble(Math.abs(x));
  const start = CUBE_ROOT_START.reduceRight((sum, coefficient) => sum * mantissa + coefficient, 0);
  const cube = start * start * start;
  const third = Math.trunc(exponent / 3);
  const root = ((start * (cube + 2 * mantissa)) / (2 * cube + mantissa)) * (CUBE_ROOTS[2 + (exponent - 3 * third)] ?? 1) * 2 ** third;
  return x < 0 ? -root : root;
}

const HALF_LN2_AND_LESS = 0.34657;
const LN2 = 0.6931471805599453;
/** From here on exp(-x) no longer counts beside exp(x). */
const ONE_SIDED = 22;
/** log of the largest double. */
const EXP_LIMIT = 709.782712893384;

/** exp(x) / 2, also where exp(x) itself would overflow. */
function halfExp(x: number): number {
  if (x < EXP_LIMIT) return 0.5 * exp(x);
  const root = exp(0.5 * x);
  return 0.5 * root * root;
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < HALF_LN2_AND_LESS) {
    const t = Math.expm1(size);
    const w = 1 + t;
    return 1 + (t * t) / (w + w);
  }
  if (!(size < ONE_SIDED)) return halfExp(size);
  const t = exp(size);
  return 0.5 * t + 0.5 / t;
}

export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28) return x;
  const half = x < 0 ? -0.5 : 0.5;
  if (!(size < ONE_SIDED)) return x < 0 ? -halfExp(size) : halfExp(size);
  const t = Math.expm1(size);
  return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28 || !Number.isFinite(x)) return x;
  const square = x * x;
  let value: number;
  if (size > 2 ** 28) value = log(size) + LN2;
  else if (size > 2) value = log(2 * size + 1 / (Math.sqrt(square + 1) + size));
  else value = Math.log1p(size + square / (1 + Math.sqrt(1 + square)));
  return x < 0 ? -value : value;
}

export function acosh(x: number): number {
  if (!(x >= 1) || x === Infinity) return x === Infinity ? x : NaN;
  if (x > 2 ** 28) return log(x) + LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return Math.log1p(t + Math.sqrt(2 * t + t * t));
}

/** A quotient of two polynomials; the denominator begins with 1. */
interface Quotient {
  readonly top: readonly number[];
  readonly bottom: readonly number[];
}

const quotient = ({ top, bottom }: Quotient, x: number): number => paired(top, x) / paired(bottom, x);

/** (erf(x) - x) / x in x², |x| < 0.84375. */
const NEAR_ZERO: Quotient = {
  top: [0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-5],
  bottom: [1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -3.960228278775368e-6],
};
/** erf(x) - ERF_AT_1 in |x| - 1, |x| < 1.25. */
const NEAR_ONE: Quotient = {
  top: [
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
    0.035478304325618236, -0.002166375594868791,
  ],
  bottom: [
    1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
    0.011984499846799107,
  ],
};
/** Exponent of erfc(x)·x beside -x² - 0.5625, in 1/x², |x| < 1/0.35. */
const MIDDLE: Quotient = {
  top: [
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
    -184.60509290671104, -81.2874355063066, -9.814329344169145,
  ],
  bottom: [
    1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
    108.63500554177944, 6.570249770319282, -0.0604244152148581,
  ],
};
/** The same beyond. */
const FAR: Quotient = {
  top: [
    -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
    -1025.0951316110772, -483.5191916086514,
  ],
  bottom: [
    1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
    474.52854120695537, -22.44095244658582,
  ],
};

const ERF_AT_1 = 0.8450629115104675;
/** 2/√π - 1. */
const SLOPE_AT_ZERO = 0.1283791670955126;
const NEAR_ZERO_END = 0.84375;
const NEAR_ONE_END = 1.25;
const MIDDLE_END = 1 / 0.35;

/** erfc of x ≥ 1.25. The square is taken of a shortened x, so that it is exact. */
function erfcTail(x: number): number {
  const exponent = quotient(x < MIDDLE_END ? MIDDLE : FAR, 1 / (x * x));
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  bits.setUint32(4, 0);
  const short = bits.getFloat64(0);
  return (exp(-short * short - 0.5625) * exp((short - x) * (short + x) + exponent)) / x;
}

/** The error function. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size !== size) return x;
  if (size < 2 ** -28) return x + SLOPE_AT_ZERO * x;
  if (size < NEAR_ZERO_END) return x + x * quotient(NEAR_ZERO, x * x);
  let value = 1;
  if (size < NEAR_ONE_END) value = ERF_AT_1 + quotient(NEAR_ONE, size - 1);
  else if (size < 6) value = 1 - erfcTail(size);
  return x < 0 ? -value : value;
}

/** 1 - erf(x) without loss where that is small. */
export function erfc(x: number): number {
  const size = Math.abs(x);
  if (size !== size) return x;
  if (size < 2 ** -56) return 1 - x;
  if (size < NEAR_ZERO_END) {
    const rest = x * quotient(NEAR_ZERO, x * x);
    return x < 0.25 ? 1 - (x + rest) : 0.5 - (rest + (x - 0.5));
  }
  if (size < NEAR_ONE_END) {
    const rest = quotient(NEAR_ONE, size - 1);
    return x < 0 ? 1 + (ERF_AT_1 + rest) : 1 - ERF_AT_1 - rest;
  }
  if (x < -6) return 2;
  if (size >= 28) return 0;
  return x < 0 ? 2 - erfcTail(size) : erfcTail(size);
}
