// Elementary functions of doubles, as the C library gives them. One door, so that every place that needs them agrees.
//
// glibc rounds almost every result correctly while JavaScript engines may be one unit off, each in its own way. So exp, log, pow and the circular
// functions are computed here in double-double arithmetic (about 100 bits) and rounded once: the same digits on every host. Those that
// glibc computes by a formula in plain doubles are in libm-fdlibm.ts.
import { scaleRounded } from './scale.ts';

/** A value as the unevaluated sum of two doubles, the first being the rounded value. */
interface Pair {
  readonly hi: number;
  readonly lo: number;
}

const pair = (hi: number, lo: number): Pair => ({ hi, lo });

/** Sum of two doubles where |a| ≥ |b|, exactly. */
function quickSum(a: number, b: number): Pair {
  const s = a + b;
  return pair(s, b - (s - a));
}

function sum(a: number, b: number): Pair {
  const s = a + b;
  const t = s - a;
  return pair(s, a - (s - t) + (b - t));
}

const SPLITTER = 134217729;

/** Product of two doubles, exactly (Dekker). */
function product(a: number, b: number): Pair {
  const p = a * b;
  let t = SPLITTER * a;
  const ah = t - (t - a);
  const al = a - ah;
  t = SPLITTER * b;
  const bh = t - (t - b);
  const bl = b - bh;
  return pair(p, ah * bh - p + ah * bl + al * bh + al * bl);
}

function addPairs(a: Pair, b: Pair): Pair {
  const s = sum(a.hi, b.hi);
  const t = sum(a.lo, b.lo);
  const u = quickSum(s.hi, s.lo + t.hi);
  return quickSum(u.hi, u.lo + t.lo);
}

function multiplyPairs(a: Pair, b: Pair): Pair {
  const p = product(a.hi, b.hi);
  return quickSum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

function scalePair(a: Pair, x: number): Pair {
  const p = product(a.hi, x);
  return quickSum(p.hi, p.lo + a.lo * x);
}

function negate(a: Pair): Pair {
  return pair(-a.hi, -a.lo);
}

function dividePairs(a: Pair, b: Pair): Pair {
  const q1 = a.hi / b.hi;
  const r = addPairs(a, negate(scalePair(b, q1)));
  const q2 = r.hi / b.hi;
  const r2 = addPairs(r, negate(scalePair(b, q2)));
  const q = quickSum(q1, q2);
  return addPairs(q, pair(r2.hi / b.hi, 0));
}

const LN2 = pair(0.6931471805599453, 2.3190468138462996e-17);
const LN2_LOWEST = 5.707708438416212e-34;
const HALF_PI = pair(1.5707963267948966, 6.123233995736766e-17);
const HALF_PI_LOWEST = -1.4973849048591833e-33;

/** 1/n! as pairs, n = 0… */
const INVERSE_FACTORIALS: readonly Pair[] = (() => {
  const list: Pair[] = [pair(1, 0)];
  for (let n = 1; n <= 30; n++) list.push(dividePairs(list[n - 1] as Pair, pair(n, 0)));
  return list;
})();

/** exp of a pair: mantissa pair and power of two. */
function expPair(x: Pair): { value: Pair; exponent: number } {
  const k = Math.round(x.hi / LN2.hi);
  let r = addPairs(x, negate(scalePair(LN2, k)));
  r = addPairs(r, pair(-LN2_LOWEST * k, 0));
  r = pair(r.hi / 512, r.lo / 512);
  // exp(r) - 1 by its series, doubled nine times: (1+s)² - 1 = 2s + s².
  let s = INVERSE_FACTORIALS[9] as Pair;
  for (let n = 8; n >= 1; n--) s = addPairs(multiplyPairs(s, r), INVERSE_FACTORIALS[n] as Pair);
  s = multiplyPairs(s, r);
  for (let i = 0; i < 9; i++) s = addPairs(pair(s.hi * 2, s.lo * 2), multiplyPairs(s, s));
  return { value: addPairs(s, pair(1, 0)), exponent: k };
}

/** value × 2**exponent rounded once, also when the result is subnormal. */
function assemble(value: Pair, exponent: number): number {
  if (exponent > -1000) {
    const half = exponent >> 1;
    return value.hi * 2 ** half * 2 ** (exponent - half);
  }
  // Below the normal range the low part decides ties: fold it in as an integer.
  const mantissa = BigInt(Math.round(value.hi * 2 ** 52)) * 2n ** 60n + BigInt(Math.round(value.lo * 2 ** 112)) + BigInt(Math.round((value.hi * 2 ** 52 - Math.round(value.hi * 2 ** 52)) * 2 ** 60));
  return scaleRounded(mantissa, exponent - 112);
}

export function exp(x: number): number {
  if (x !== x || x === Infinity) return x;
  if (x > 709.79) return Infinity;
  if (x < -745.2) return 0;
  if (x === 0) return 1;
  const { value, exponent } = expPair(pair(x, 0));
  return assemble(value, exponent);
}

/** log of a positive finite double as a pair: one Newton step from the host's value. */
function logPair(x: number): Pair {
  // Work on the mantissa, so that neither exp(-y) nor x × exp(-y) leaves the range.
  let k = 0;
  let scaled = x;
  if (x < 1e-300) {
    scaled = x * 2 ** 200;
    k = -200;
  }
  const e = Math.round(Math.log2(scaled));
  const reduced = scaled / 2 ** Math.trunc(e / 2) / 2 ** (e - Math.trunc(e / 2));
  k += e;
  const y = Math.log(reduced);
  const { value, exponent } = expPair(pair(-y, 0));
  const ratio = multiplyPairs(value, pair(reduced * 2 ** exponent, 0));
  const s = addPairs(ratio, pair(-1, 0));
  // log(1 + s) = s - s²/2 + …: s is about 1e-16.
  const correction = addPairs(s, pair(-0.5 * s.hi * s.hi, 0));
  const mantissaLog = addPairs(pair(y, 0), correction);
  return k === 0 ? mantissaLog : addPairs(addPairs(scalePair(LN2, k), pair(LN2_LOWEST * k, 0)), mantissaLog);
}

export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x === Infinity ? x : NaN;
  if (x === 1) return 0;
  return logPair(x).hi;
}

export function log2(x: number): number {
  if (!(x > 0) || x === Infinity) return log(x);
  const rounded = Math.round(Math.log2(x));
  if (2 ** rounded === x) return rounded;
  return dividePairs(logPair(x), LN2).hi;
}

/** glibc's log10 is less exact than its log: the exponent and the mantissa's logarithm are rounded apart (e_log10.c). */
export function log10(x: number): number {
  if (!(x > 0) || x === Infinity) return log(x);
  let exponent = Math.floor(Math.log2(x));
  if (2 ** exponent > x) exponent--;
  else if (2 ** (exponent + 1) <= x) exponent++;
  const whole = exponent < 0 ? exponent + 1 : exponent;
  const half = Math.trunc(whole / 2);
  const mantissa = x / 2 ** half / 2 ** (whole - half);
  return whole * 3.694239077158931e-13 + 0.4342944819032518 * log(mantissa) + whole * 0.30102999566361177;
}

/** x**y of C: every special case as in IEEE 754. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x === -1 && (y === Infinity || y === -Infinity)) return 1;
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0) return x ** y;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (y === 0.5) return x < 0 ? NaN : Math.sqrt(x);
  const whole = Number.isInteger(y);
  if (x < 0 && !whole) return NaN;
  const magnitude = Math.abs(x);
  const negative = x < 0 && Math.abs(y) % 2 === 1;
  const result = magnitude === 1 ? 1 : positivePower(magnitude, y, whole);
  return negative ? -result : result;
}

function positivePower(x: number, y: number, whole: boolean): number {
  if (whole && Math.abs(y) <= 32) {
    const rough = x ** y;
    if (rough > 1e-250 && rough < 1e250 && x > 1e-100 && x < 1e100) return smallPower(x, y);
  }
  // Far outside of the range the products below would overflow.
  const rough = y * Math.log(x);
  if (Math.abs(rough) > 1e6) return rough > 0 ? Infinity : 0;
  const exponent = scalePair(logPair(x), y);
  if (exponent.hi > 709.8) return Infinity;
  if (exponent.hi < -745.2) return 0;
  const { value, exponent: k } = expPair(exponent);
  return assemble(value, k);
}

/** Powers with a small whole exponent by repeated squaring. */
function smallPower(x: number, y: number): number {
  let n = Math.abs(y);
  let result = pair(1, 0);
  let base = pair(x, 0);
  for (;;) {
    if (n % 2 === 1) result = multiplyPairs(result, base);
    n = Math.floor(n / 2);
    if (n === 0) break;
    base = multiplyPairs(base, base);
  }
  return y < 0 ? dividePairs(pair(1, 0), result).hi : result.hi;
}

/** sine and cosine of a pair within ±π/4, by their series. */
function series(r: Pair): { sine: Pair; cosine: Pair } {
  const square = multiplyPairs(r, r);
  let sine = INVERSE_FACTORIALS[27] as Pair;
  for (let n = 25; n >= 1; n -= 2) sine = addPairs(negate(multiplyPairs(sine, square)), INVERSE_FACTORIALS[n] as Pair);
  let cosine = INVERSE_FACTORIALS[28] as Pair;
  for (let n = 26; n >= 0; n -= 2) cosine = addPairs(negate(multiplyPairs(cosine, square)), INVERSE_FACTORIALS[n] as Pair);
  return { sine: multiplyPairs(sine, r), cosine };
}

/** Beyond this the host's reduction (exact, as fdlibm does it) is used. */
const REDUCTION_LIMIT = 1e8;

/** sine and cosine of a double as pairs. */
function circular(x: number): { sine: Pair; cosine: Pair } {
  const k = Math.round(x / HALF_PI.hi);
  let r = addPairs(pair(x, 0), negate(product(HALF_PI.hi, k)));
  r = addPairs(r, negate(product(HALF_PI.lo, k)));
  r = addPairs(r, pair(-HALF_PI_LOWEST * k, 0));
  const { sine, cosine } = series(r);
  switch (((k % 4) + 4) % 4) {
    case 0: return { sine, cosine };
    case 1: return { sine: cosine, cosine: negate(sine) };
    case 2: return { sine: negate(sine), cosine: negate(cosine) };
    default: return { sine: negate(cosine), cosine: sine };
  }
}

export function sin(x: number): number {
  if (Math.abs(x) < 1e-8 || !(Math.abs(x) < REDUCTION_LIMIT)) return Math.sin(x);
  return circular(x).sine.hi;
}

export function cos(x: number): number {
  return Math.abs(x) < REDUCTION_LIMIT ? circular(x).cosine.hi : Math.cos(x);
}

export function tan(x: number): number {
  if (Math.abs(x) < 1e-8 || !(Math.abs(x) < REDUCTION_LIMIT)) return Math.tan(x);
  const { sine, cosine } = circular(x);
  return dividePairs(sine, cosine).hi;
}

/** The angle of (x, y), both pairs: one Newton step from the host's value. */
function angle(y: Pair, x: Pair): number {
  const guess = Math.atan2(y.hi, x.hi);
  if (guess === 0 || !Number.isFinite(y.hi) || !Number.isFinite(x.hi)) return guess;
  const { sine, cosine } = circular(guess);
  const cross = addPairs(multiplyPairs(y, cosine), negate(multiplyPairs(x, sine)));
  const along = addPairs(multiplyPairs(x, cosine), multiplyPairs(y, sine));
  return addPairs(pair(guess, 0), pair(cross.hi / along.hi, 0)).hi;
}

export function atan2(y: number, x: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0) return Math.atan2(y, x);
  // Only the ratio counts: keep both parts in the middle of the range.
  const size = Math.max(Math.abs(x), Math.abs(y));
  if (Math.min(Math.abs(x), Math.abs(y)) / size < 1e-200) return Math.atan2(y, x);
  const scale = 2 ** -Math.floor(Math.log2(size) / 2);
  return angle(pair(y * scale * scale, 0), pair(x * scale * scale, 0));
}

export function atan(x: number): number {
  if (Math.abs(x) < 1e-8 || !(Math.abs(x) < 1e100)) return Math.atan(x);
  return angle(pair(x, 0), pair(1, 0));
}

/** sqrt(1 - x²) as a pair. */
function complement(x: number): Pair {
  const square = addPairs(pair(1, 0), negate(product(x, x)));
  const root = Math.sqrt(square.hi);
  if (root === 0) return pair(0, 0);
  const rest = addPairs(square, negate(product(root, root)));
  return quickSum(root, rest.hi / (2 * root));
}

export function asin(x: number): number {
  if (!(Math.abs(x) <= 1) || Math.abs(x) < 1e-8) return Math.asin(x);
  return angle(pair(x, 0), complement(x));
}

export function acos(x: number): number {
  if (!(Math.abs(x) <= 1)) return NaN;
  return x === 1 ? 0 : angle(complement(x), pair(x, 0));
}

/** sqrt(x² + y²) rounded once. */
export function hypot(x: number, y: number): number {
  const a = Math.max(Math.abs(x), Math.abs(y));
  const b = Math.min(Math.abs(x), Math.abs(y));
  if (x === Infinity || x === -Infinity || y === Infinity || y === -Infinity) return Infinity;
  if (a !== a || b !== b) return NaN;
  if (b === 0 || a + b === a) return a + b;
  const scale = a > 1e150 ? 2 ** -600 : b < 1e-140 ? 2 ** 600 : 1;
  const squares = addPairs(product(a * scale, a * scale), product(b * scale, b * scale));
  const root = Math.sqrt(squares.hi);
  const rest = addPairs(squares, negate(product(root, root)));
  return (root + rest.hi / (2 * root)) / scale;
}

// Lanczos' approximation with g = 6.0246…, 13 terms (the coefficients that CPython and Boost use).
const LANCZOS_G = 6.024680040776729583740234375;
const LANCZOS_G_HALF = 5.524680040776729583740234375;
const LANCZOS_TOP: readonly number[] = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216, 248874557.86205417, 31426415.585400194,
  2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const LANCZOS_BOTTOM: readonly number[] = [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];

function lanczos(x: number): number {
  let top = 0;
  let bottom = 0;
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      top = top * x + (LANCZOS_TOP[i] as number);
      bottom = bottom * x + (LANCZOS_BOTTOM[i] as number);
    }
  } else {
    for (let i = 0; i < 13; i++) {
      top = top / x + (LANCZOS_TOP[i] as number);
      bottom = bottom / x + (LANCZOS_BOTTOM[i] as number);
    }
  }
  return top / bottom;
}

/** sin(πx) without losing digits near whole numbers. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const n = Math.round(2 * y);
  let r: number;
  if (n === 0) r = sin(Math.PI * y);
  else if (n === 1) r = cos(Math.PI * (y - 0.5));
  else if (n === 2) r = sin(Math.PI * (1 - y));
  else if (n === 3) r = -cos(Math.PI * (y - 1.5));
  else r = sin(Math.PI * (y - 2));
  return x < 0 ? -r : r;
}

/** The gamma function (mathmodule.c, m_tgamma). */
export function gamma(x: number): number {
  if (x !== x || x === Infinity) return x;
  if (x === 0) return Object.is(x, -0) ? -Infinity : Infinity;
  if (Number.isInteger(x) && x > 0 && x <= 23) {
    let product_ = 1;
    for (let k = 2; k < x; k++) product_ *= k;
    return product_;
  }
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return 1 / x;
  if (magnitude > 200) return x < 0 ? 0 / sinPi(x) : Infinity;
  const y = magnitude + LANCZOS_G_HALF;
  let z: number;
  if (magnitude > LANCZOS_G_HALF) z = y - magnitude - LANCZOS_G_HALF;
  else z = y - LANCZOS_G_HALF - magnitude;
  z = (z * LANCZOS_G) / y;
  let r: number;
  if (x < 0) {
    r = -Math.PI / sinPi(magnitude) / magnitude * exp(y) / lanczos(magnitude);
    r -= z * r;
    if (magnitude < 140) r /= pow(y, magnitude - 0.5);
    else {
      const root = pow(y, magnitude / 2 - 0.25);
      r = r / root / root;
    }
  } else {
    r = lanczos(magnitude) / exp(y);
    r += z * r;
    if (magnitude < 140) r *= pow(y, magnitude - 0.5);
    else {
      const root = pow(y, magnitude / 2 - 0.25);
      r = r * root * root;
    }
  }
  return r;
}

/** log |Γ(x)| (mathmodule.c, m_lgamma). */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return x !== x ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Infinity : 0;
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return -log(magnitude);
  let r = log(lanczos(magnitude)) - LANCZOS_G;
  r += (magnitude - 0.5) * (log(magnitude + LANCZOS_G - 0.5) - 1);
  if (x < 0) r = log(Math.PI) - log(Math.abs(sinPi(magnitude))) - log(magnitude) - r;
  return r;
}

/** mantissa × 2**exponent, rounded half to even. */
export const scale = scaleRounded;
