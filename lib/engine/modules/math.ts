// The math module (CPython 3.13 Modules/mathmodule.c).
import type { Machine } from '../machine.ts';
import { asSize, lookupSpecial } from '../objects/abstract.ts';
import { parseArgs } from '../objects/arguments.ts';
import { newBool } from '../objects/bool.ts';
import { callNoArgs } from '../objects/call.ts';
import { newFloat } from '../objects/float.ts';
import { intFromDouble } from '../objects/int-new.ts';
import { bitLength, isInt, newInt, normalize } from '../objects/int.ts';
import * as fdlibm from '../objects/libm-fdlibm.ts';
import * as libm from '../objects/libm.ts';
import { newNativeModule } from '../objects/module.ts';
import { exactParts, floatRepr } from '../objects/number-text.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { overflowError, typeError, valueError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { since } from '../objects/type.ts';
import type { NativeSpec } from '../objects/type.ts';
import { domainError, double, mathRange } from './math-arguments.ts';
import type { Args } from './math-arguments.ts';
import { comb, factorial, gcd, isqrt, lcm, perm } from './math-integers.ts';
import { dist, exactSumProduct, fsum, hypot, prod, sumprod } from './math-sums.ts';

/** math_1: a NaN from a number is a domain error, an infinity from a finite number a range error (or a domain error where `canOverflow` is false). */
function one(name: string, fn: (x: number) => number, canOverflow: boolean, doc = '', explain: ((m: Machine, x: number) => unknown) | null = null): NativeSpec {
  return {
    name, kind: 'o', sig: '($module, x, /)', doc,
    fn: (m, _self, arg) => {
      const x = double(m, arg);
      const result = fn(x);
      if (result !== result && x === x) throw explain?.(m, x) ?? domainError(m);
      if ((result === Infinity || result === -Infinity) && Number.isFinite(x)) throw canOverflow ? mathRange(m) : (explain?.(m, x) ?? domainError(m));
      return newFloat(m, result);
    },
  };
}

/** math_2. */
function two(name: string, fn: (x: number, y: number) => number): NativeSpec {
  return {
    name, kind: 'fast', min: 2, max: 2, sig: '($module, x, y, /)',
    fn: (m, _self, args) => {
      const x = double(m, args[0] as PyObject);
      const y = double(m, args[1] as PyObject);
      const result = fn(x, y);
      if (result !== result && x === x && y === y) throw domainError(m);
      if ((result === Infinity || result === -Infinity) && Number.isFinite(x) && Number.isFinite(y)) throw mathRange(m);
      return newFloat(m, result);
    },
  };
}

/** floor and ceil: the type's own method, else of the float. */
function rounded(name: 'floor' | 'ceil', special: string, fn: (x: number) => number): NativeSpec {
  return {
    name, kind: 'o', sig: '($module, x, /)',
    fn: (m, _self, arg) => {
      if (arg.ob_type !== m.types.float) {
        const method = lookupSpecial(m, arg, m.names[special] as PyObject);
        if (method !== null) return callAndDrop(m, method);
      }
      return intFromDouble(m, fn(double(m, arg)));
    },
  };
}

function callAndDrop(m: Machine, method: PyObject): PyObject {
  try {
    return callNoArgs(m, method);
  } finally {
    decref(m, method);
  }
}

function trunc(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  if (arg.ob_type === m.types.float) return intFromDouble(m, arg.data as number);
  const method = lookupSpecial(m, arg, m.names.__trunc__ as PyObject);
  if (method === null) throw typeError(m, `type ${arg.ob_type.tp_name} doesn't define __trunc__ method`);
  return callAndDrop(m, method);
}

/** Logarithm of an int of any size or of a float (loghelper). */
function logOf(m: Machine, arg: PyObject, fn: (x: number) => number): number {
  if (isInt(arg)) {
    const value = arg.data;
    if (value <= 0) throw m.profile.mathLogText ? valueError(m, 'expected a positive input') : domainError(m);
    const direct = Number(value);
    if (Number.isFinite(direct)) return fn(direct);
    const shift = bitLength(value) - 64;
    return fn(Number(BigInt(value) >> BigInt(shift))) + fn(2) * shift;
  }
  const x = double(m, arg);
  if (x === Infinity || x !== x) return x;
  if (x <= 0) throw m.profile.mathLogText ? valueError(m, `expected a positive input, got ${floatRepr(x)}`) : domainError(m);
  return fn(x);
}

function log(m: Machine, _self: PyObject, args: Args): PyObject {
  const value = logOf(m, args[0] as PyObject, libm.log);
  if (args[1] === undefined) return newFloat(m, value);
  const base = logOf(m, args[1], libm.log);
  const numerator = newFloat(m, value);
  const denominator = newFloat(m, base);
  try {
    const divide = m.types.float.nb_true_divide;
    return divide === null ? incref(m.NotImplemented) : divide(m, numerator, denominator);
  } finally {
    decref(m, numerator);
    decref(m, denominator);
  }
}

const ISCLOSE = { name: 'isclose', params: ['a', 'b', 'rel_tol', 'abs_tol'], required: 2, positional: 2 } as const;

function isclose(m: Machine, _self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [x, y, rel, abs] = parseArgs(m, ISCLOSE, args, kwnames);
  const a = double(m, x as PyObject);
  const b = double(m, y as PyObject);
  const relative = rel ? double(m, rel) : 1e-9;
  const absolute = abs ? double(m, abs) : 0;
  if (relative < 0 || absolute < 0) throw valueError(m, 'tolerances must be non-negative');
  if (a === b) return newBool(m, true);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return newBool(m, false);
  const difference = Math.abs(b - a);
  return newBool(m, difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute);
}

function frexp(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  const [mantissa, exponent] = splitDouble(double(m, arg));
  return newTuple(m, [newFloat(m, mantissa), newInt(m, exponent)]);
}

/** x = mantissa × 2**exponent with 0.5 ≤ |mantissa| < 1. */
function splitDouble(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const { mantissa, exponent } = exactParts(Math.abs(x));
  const bits = bitLength(normalize(mantissa));
  return [(x < 0 ? -1 : 1) * (Number(mantissa) / 2 ** bits), exponent + bits];
}

function ldexp(m: Machine, _self: PyObject, args: Args): PyObject {
  const x = double(m, args[0] as PyObject);
  const exponentObject = args[1] as PyObject;
  if (!isInt(exponentObject)) throw typeError(m, 'Expected an int as second argument to ldexp.');
  if (x === 0 || !Number.isFinite(x)) return newFloat(m, x);
  const exponent = Math.max(-100000, Math.min(100000, Number(exponentObject.data)));
  const [mantissa, own] = splitDouble(x);
  const total = own + exponent;
  if (total > 1024) throw mathRange(m);
  if (total < -1080) return newFloat(m, x < 0 ? -0 : 0);
  // One rounding only: normal results are exact, subnormal ones round when the last factor is applied.
  const result = total > 1000 ? mantissa * 2 ** 1000 * 2 ** (total - 1000) : total < -1000 ? libm.scale(exactParts(Math.abs(x)).mantissa, exactParts(Math.abs(x)).exponent + exponent) * (x < 0 ? -1 : 1) : mantissa * 2 ** total;
  if (!Number.isFinite(result)) throw mathRange(m);
  return newFloat(m, result);
}

function modf(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  const x = double(m, arg);
  if (x === Infinity || x === -Infinity) return newTuple(m, [newFloat(m, x < 0 ? -0 : 0), newFloat(m, x)]);
  const whole = Math.trunc(x);
  const fraction = x - whole;
  return newTuple(m, [newFloat(m, fraction === 0 && (x < 0 || Object.is(x, -0)) ? -0 : fraction), newFloat(m, whole)]);
}

function fmod(m: Machine, _self: PyObject, args: Args): PyObject {
  const x = double(m, args[0] as PyObject);
  const y = double(m, args[1] as PyObject);
  const result = x % y;
  if (result !== result && x === x && y === y) throw domainError(m);
  return newFloat(m, result);
}

function power(m: Machine, _self: PyObject, args: Args): PyObject {
  const x = double(m, args[0] as PyObject);
  const y = double(m, args[1] as PyObject);
  if (x === 0 && y < 0 && y !== -Infinity) throw domainError(m);
  const result = libm.pow(x, y);
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (result !== result) throw domainError(m);
    if (!Number.isFinite(result)) throw mathRange(m);
  }
  return newFloat(m, result);
}

function remainder(x: number, y: number): number {
  if (!Number.isFinite(x) || y === 0) return NaN;
  if (y === Infinity || y === -Infinity) return x;
  const magnitude = Math.abs(x);
  const divisor = Math.abs(y);
  const m = magnitude % divisor;
  const c = divisor - m;
  const r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (magnitude - m)) % divisor);
  return (x < 0 || Object.is(x, -0) ? -1 : 1) * r;
}

/** The next double towards another (by bit pattern). */
function nextAfter(x: number, y: number): number {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, (y > x) === (x > 0) ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}

const NEXTAFTER = { name: 'nextafter', params: ['', '', 'steps'], required: 2, positional: 2 } as const;

function nextafter(m: Machine, _self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [a, b, stepsObject] = parseArgs(m, NEXTAFTER, args, kwnames);
  let x = double(m, a as PyObject);
  const y = double(m, b as PyObject);
  let steps = 1;
  if (stepsObject && stepsObject !== m.None) {
    steps = asSize(m, stepsObject, m.types.OverflowError);
    if (steps < 0) throw valueError(m, 'steps must be a non-negative integer');
  }
  m.chargeWork(steps);
  for (let i = 0; i < steps && x !== y && x === x; i++) x = nextAfter(x, y);
  // Zeros of either sign are equal, and the end is what counts.
  return newFloat(m, steps > 0 && x === y ? y : x);
}

function ulp(x: number): number {
  if (x !== x) return x;
  const magnitude = Math.abs(x);
  if (magnitude === Infinity) return magnitude;
  const up = nextAfter(magnitude, Infinity);
  return up === Infinity ? magnitude - nextAfter(magnitude, -Infinity) : up - magnitude;
}

function fma(m: Machine, _self: PyObject, args: Args): PyObject {
  const [x, y, z] = args.map((arg) => double(m, arg)) as [number, number, number];
  if (![x, y, z].every(Number.isFinite)) {
    // A finite product is finite, however large.
    const result = Number.isFinite(x) && Number.isFinite(y) ? z : x * y + z;
    if (result !== result && x === x && y === y && z === z) throw valueError(m, 'invalid operation in fma');
    return newFloat(m, result);
  }
  const result = exactSumProduct(m, [x, z], [y, 1]);
  if (!Number.isFinite(result)) throw overflowError(m, 'overflow in fma');
  return newFloat(m, result === 0 ? fmaZero(m, x, y, z) : result);
}

/** The zero that x·y + z is or is rounded to. */
function fmaZero(m: Machine, x: number, y: number, z: number): number {
  if (x === 0 || y === 0) return x * y + z;
  const [small, other] = Math.abs(x) < Math.abs(y) ? [x, y] : [y, x];
  const scale = 2 ** 550;
  return exactSumProduct(m, [small * scale * scale, z * scale * scale], [other, 1]) < 0 ? -0 : 0;
}

/** DBL_MIN. */
const SMALLEST_NORMAL = 2.2250738585072014e-308;

const test = (name: string, predicate: (x: number) => boolean): NativeSpec => ({
  name, kind: 'o', sig: '($module, x, /)', fn: (m, _self, arg) => newBool(m, predicate(double(m, arg))),
});

/** 3.14+: a domain error that says what was expected; before, just that there is one. */
const expected = (what: string) => (m: Machine, x: number): unknown => (m.profile.mathLogText ? valueError(m, `expected ${what}, got ${floatRepr(x)}`) : domainError(m));
const gammaPole = expected('a noninteger or positive integer');
const finite = expected('a finite input');
const unitRange = expected('a number in range from -1 up to 1');

/** A plain product: no check of the result. */
export const product = (name: string, factor: number): NativeSpec => ({
  name, kind: 'o', sig: '($module, x, /)', fn: (m, _self, arg) => newFloat(m, double(m, arg) * factor),
});

const functions: readonly NativeSpec[] = [
  one('sqrt', Math.sqrt, false, 'Return the square root of x.', expected('a nonnegative input')),
  one('exp', libm.exp, true, 'Return e raised to the power of x.'),
  one('exp2', (x) => libm.pow(2, x), true),
  one('expm1', Math.expm1, true),
  one('log1p', Math.log1p, false, '', expected('argument value > -1')),
  one('sin', libm.sin, false, '', finite), one('cos', libm.cos, false, '', finite), one('tan', libm.tan, false, '', finite),
  one('asin', libm.asin, false, '', unitRange), one('acos', libm.acos, false, '', unitRange), one('atan', libm.atan, false),
  one('sinh', fdlibm.sinh, true), one('cosh', fdlibm.cosh, true), one('tanh', Math.tanh, false),
  one('asinh', fdlibm.asinh, false), one('acosh', fdlibm.acosh, false, '', expected('argument value not less than 1')),
  one('atanh', Math.atanh, false, '', expected('a number between -1 and 1')),
  one('cbrt', fdlibm.cbrt, false),
  one('fabs', Math.abs, false),
  product('degrees', 180 / Math.PI),
  product('radians', Math.PI / 180),
  one('erf', fdlibm.erf, false), one('erfc', fdlibm.erfc, false),
  one('gamma', (x) => (Number.isInteger(x) && x <= 0 ? NaN : x === -Infinity ? NaN : libm.gamma(x)), true, '', gammaPole),
  one('lgamma', (x) => (Number.isInteger(x) && x <= 0 ? NaN : libm.lgamma(x)), true, '', gammaPole),
  one('ulp', ulp, true),
  two('atan2', libm.atan2),
  two('copysign', (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
  two('remainder', remainder),
  { name: 'fmod', kind: 'fast', min: 2, max: 2, fn: fmod },
  { name: 'pow', kind: 'fast', min: 2, max: 2, fn: power },
  { name: 'log', kind: 'fast', min: 1, max: 2, fn: log },
  { name: 'log2', kind: 'o', fn: (m, _self, arg) => newFloat(m, logOf(m, arg, libm.log2)) },
  { name: 'log10', kind: 'o', fn: (m, _self, arg) => newFloat(m, logOf(m, arg, libm.log10)) },
  rounded('floor', '__floor__', Math.floor),
  rounded('ceil', '__ceil__', Math.ceil),
  { name: 'trunc', kind: 'o', fn: trunc },
  { name: 'gcd', kind: 'fast', min: 0, max: -1, fn: gcd },
  { name: 'lcm', kind: 'fast', min: 0, max: -1, fn: lcm },
  { name: 'factorial', kind: 'o', fn: factorial },
  { name: 'comb', kind: 'fast', min: 2, max: 2, fn: comb },
  { name: 'perm', kind: 'fast', min: 1, max: 2, fn: perm },
  { name: 'isqrt', kind: 'o', fn: isqrt },
  { name: 'fsum', kind: 'o', fn: fsum },
  { name: 'prod', kind: 'fastkw', fn: prod },
  { name: 'isclose', kind: 'fastkw', fn: isclose },
  { name: 'frexp', kind: 'o', fn: frexp },
  { name: 'ldexp', kind: 'fast', min: 2, max: 2, fn: ldexp },
  { name: 'modf', kind: 'o', fn: modf },
  { name: 'hypot', kind: 'fast', min: 0, max: -1, fn: hypot },
  { name: 'dist', kind: 'fast', min: 2, max: 2, fn: dist },
  { name: 'sumprod', inVersion: since(12), kind: 'fast', min: 2, max: 2, fn: sumprod },
  { name: 'nextafter', kind: 'fastkw', fn: nextafter },
  { name: 'fma', inVersion: since(13), kind: 'fast', min: 3, max: 3, fn: fma },
  test('isfinite', Number.isFinite),
  ...[
    test('isnormal', (x) => Number.isFinite(x) && Math.abs(x) >= SMALLEST_NORMAL), test('issubnormal', (x) => x !== 0 && Math.abs(x) < SMALLEST_NORMAL),
    test('signbit', (x) => x < 0 || Object.is(x, -0)), two('fmax', (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y))),
    two('fmin', (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.min(x, y))),
  ].map((spec) => ({ ...spec, inVersion: since(15) })),
  test('isinf', (x) => x === Infinity || x === -Infinity),
  test('isnan', (x) => x !== x),
];

/** Makes the module. */
export function mathModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: 'math',
    doc: 'This module provides access to the mathematical functions\ndefined by the C standard.',
    functions,
    attributes: () => [
      ['pi', newFloat(m, Math.PI)], ['e', newFloat(m, Math.E)], ['tau', newFloat(m, 2 * Math.PI)], ['inf', newFloat(m, Infinity)], ['nan', newFloat(m, NaN)],
    ],
  });
}
