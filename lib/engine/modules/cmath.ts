// The cmath module (CPython 3.13 Modules/cmathmodule.c).
import { RunEnded } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { parseArgs } from '../objects/arguments.ts';
import { newBool } from '../objects/bool.ts';
import { isComplex, newComplex } from '../objects/complex.ts';
import { type Complex, complexQuotient } from '../objects/complex-math.ts';
import { newFloat } from '../objects/float.ts';
import { numberToFloat } from '../objects/float-new.ts';
import * as fdlibm from '../objects/libm-fdlibm.ts';
import * as libm from '../objects/libm.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref } from '../objects/object.ts';
import { callMethodNamed, hasAttr } from '../objects/abstract.ts';
import { overflowError, typeError, valueError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import type { NativeSpec } from '../objects/type.ts';

const c = (real: number, imag: number): Complex => ({ real, imag });

/** A complex argument: complex, float, int, or what has __complex__. */
function argument(m: Machine, o: PyObject): Complex {
  if (isComplex(m, o)) return o.data;
  if (hasAttr(m, o, m.names.__complex__ as PyObject) && o.ob_type.nb_float === null) {
    const made = callMethodNamed(m, o, '__complex__');
    const value = isComplex(m, made) ? made.data : c(NaN, NaN);
    decref(m, made);
    return value;
  }
  if (o.ob_type.nb_float === null && o.ob_type.nb_index === null) throw typeError(m, `must be real number, not ${o.ob_type.tp_name}`);
  const float = numberToFloat(m, o);
  const value = float.data as number;
  decref(m, float);
  return c(value, 0);
}

function sqrt(z: Complex): Complex {
  if (z.real === 0 && z.imag === 0) return c(0, z.imag);
  if (!Number.isFinite(z.imag) && z.imag === z.imag) return c(Infinity, z.imag);
  const ax = Math.abs(z.real);
  const ay = Math.abs(z.imag);
  const scaled = ax / 8;
  const s = 2 * Math.sqrt(scaled + libm.hypot(scaled, ay / 8));
  const d = ay / (2 * s);
  const sign = z.imag < 0 || Object.is(z.imag, -0) ? -1 : 1;
  return z.real >= 0 ? c(s, sign * d) : c(d, sign * s);
}

const exp = (z: Complex): Complex => {
  const length = libm.exp(z.real);
  return z.imag === 0 ? c(length, z.imag) : c(length * libm.cos(z.imag), length * libm.sin(z.imag));
};
const log = (z: Complex): Complex => {
  const length = libm.hypot(z.real, z.imag);
  // Near the unit circle the logarithm of the length is that of 1 + something small.
  const small = length > 0.71 && length < 1.73;
  const ax = Math.max(Math.abs(z.real), Math.abs(z.imag));
  const ay = Math.min(Math.abs(z.real), Math.abs(z.imag));
  return c(small ? Math.log1p((ax - 1) * (ax + 1) + ay * ay) / 2 : libm.log(length), libm.atan2(z.imag, z.real));
};
const i = (z: Complex): Complex => c(-z.imag, z.real);
const minusI = (z: Complex): Complex => c(z.imag, -z.real);
const sinh = (z: Complex): Complex => c(libm.cos(z.imag) * fdlibm.sinh(z.real), libm.sin(z.imag) * fdlibm.cosh(z.real));
const cosh = (z: Complex): Complex => c(libm.cos(z.imag) * fdlibm.cosh(z.real), libm.sin(z.imag) * fdlibm.sinh(z.real));
const tanh = (z: Complex): Complex => {
  const tx = Math.tanh(z.real);
  const ty = libm.tan(z.imag);
  const cx = 1 / fdlibm.cosh(z.real);
  const txty = tx * ty;
  const denominator = 1 + txty * txty;
  return c((tx * (1 + ty * ty)) / denominator, (ty / denominator) * cx * cx);
};
const asinh = (z: Complex): Complex => {
  const s1 = sqrt(c(1 + z.imag, -z.real));
  const s2 = sqrt(c(1 - z.imag, z.real));
  return c(fdlibm.asinh(s1.real * s2.imag - s2.real * s1.imag), libm.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag));
};
const acos = (z: Complex): Complex => {
  const s1 = sqrt(c(1 - z.real, -z.imag));
  const s2 = sqrt(c(1 + z.real, z.imag));
  return c(2 * libm.atan2(s1.real, s2.real), fdlibm.asinh(s2.real * s1.imag - s2.imag * s1.real));
};
const acosh = (z: Complex): Complex => {
  const s1 = sqrt(c(z.real - 1, z.imag));
  const s2 = sqrt(c(z.real + 1, z.imag));
  return c(fdlibm.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * libm.atan2(s1.imag, s2.real));
};
const atanh = (z: Complex): Complex => {
  if (z.real < 0 || Object.is(z.real, -0)) {
    const r = atanh(c(-z.real, -z.imag));
    return c(-r.real, -r.imag);
  }
  const ay = Math.abs(z.imag);
  return c(Math.log1p((4 * z.real) / ((1 - z.real) ** 2 + ay * ay)) / 4, -libm.atan2(-2 * z.imag, (1 - z.real) * (1 + z.real) - ay * ay) / 2);
};

/** The tables of special values and the scaled formulas for huge arguments (cmathmodule.c) are left out. */
function refuseExtreme(name: string, z: Complex): void {
  if (Math.abs(z.real) < 1e300 && Math.abs(z.imag) < 1e300) return;
  throw new RunEnded('not-simulated', `cmath.${name}() is not simulated for infinities, NaN and numbers beyond 1e300.`);
}

function unary(name: string, fn: (z: Complex) => Complex, pole: (z: Complex) => boolean = () => false): NativeSpec {
  return {
    name, kind: 'o', sig: '($module, z, /)',
    fn: (m, _self, arg) => {
      const z = argument(m, arg);
      if (pole(z)) throw valueError(m, 'math domain error');
      refuseExtreme(name, z);
      const result = fn(z);
      if ((Math.abs(result.real) === Infinity || Math.abs(result.imag) === Infinity)) throw overflowError(m, 'math range error');
      return newComplex(m, result.real, result.imag);
    },
  };
}

function logBase(m: Machine, _self: PyObject, args: readonly PyObject[]): PyObject {
  const z = argument(m, args[0] as PyObject);
  if (z.real === 0 && z.imag === 0) throw valueError(m, 'math domain error');
  refuseExtreme('log', z);
  let result = log(z);
  if (args[1] !== undefined) {
    const base = argument(m, args[1]);
    refuseExtreme('log', base);
    result = complexQuotient(m, result, log(base));
  }
  return newComplex(m, result.real, result.imag);
}

const test = (name: string, predicate: (z: Complex) => boolean): NativeSpec => ({ name, kind: 'o', fn: (m, _self, arg) => newBool(m, predicate(argument(m, arg))) });
const infinite = (x: number): boolean => x === Infinity || x === -Infinity;
const real = (m: Machine, o: PyObject): number => argument(m, o).real;

const functions: readonly NativeSpec[] = [
  unary('sqrt', sqrt), unary('exp', exp), unary('log10', (z) => {
    const l = log(z);
    return c(l.real / Math.LN10, l.imag / Math.LN10);
  }, (z) => z.real === 0 && z.imag === 0),
  { name: 'log', kind: 'fast', min: 1, max: 2, fn: logBase },
  unary('sinh', sinh), unary('cosh', cosh), unary('tanh', tanh), unary('asinh', asinh), unary('acosh', acosh), unary('atanh', atanh, (z) => Math.abs(z.real) === 1 && z.imag === 0),
  unary('sin', (z) => minusI(sinh(i(z)))), unary('cos', (z) => cosh(i(z))), unary('tan', (z) => minusI(tanh(i(z)))),
  unary('asin', (z) => minusI(asinh(i(z)))), unary('acos', acos), unary('atan', (z) => minusI(atanh(i(z))), (z) => z.real === 0 && Math.abs(z.imag) === 1),
  { name: 'phase', kind: 'o', fn: (m, _self, arg) => newFloat(m, libm.atan2(argument(m, arg).imag, argument(m, arg).real)) },
  { name: 'polar', kind: 'o', fn: (m, _self, arg) => {
    const z = argument(m, arg);
    return newTuple(m, [newFloat(m, libm.hypot(z.real, z.imag)), newFloat(m, libm.atan2(z.imag, z.real))]);
  } },
  { name: 'rect', kind: 'fast', min: 2, max: 2, fn: (m, _self, args) => {
    const r = real(m, args[0] as PyObject);
    const phi = real(m, args[1] as PyObject);
    return phi === 0 ? newComplex(m, r, r * phi) : newComplex(m, r * libm.cos(phi), r * libm.sin(phi));
  } },
  test('isfinite', (z) => Number.isFinite(z.real) && Number.isFinite(z.imag)), test('isinf', (z) => infinite(z.real) || infinite(z.imag)), test('isnan', (z) => z.real !== z.real || z.imag !== z.imag),
  { name: 'isclose', kind: 'fastkw', fn: (m, _self, args, kwnames) => {
    const [x, y, rel, abs] = parseArgs(m, { name: 'isclose', params: ['a', 'b', 'rel_tol', 'abs_tol'], required: 2, positional: 2 }, args, kwnames);
    const a = argument(m, x as PyObject);
    const b = argument(m, y as PyObject);
    const relative = rel ? real(m, rel) : 1e-9;
    const absolute = abs ? real(m, abs) : 0;
    if (relative < 0 || absolute < 0) throw valueError(m, 'tolerances must be non-negative');
    if (a.real === b.real && a.imag === b.imag) return newBool(m, true);
    if ([a.real, a.imag, b.real, b.imag].some(infinite)) return newBool(m, false);
    const difference = libm.hypot(a.real - b.real, a.imag - b.imag);
    return newBool(m, difference <= relative * libm.hypot(b.real, b.imag) || difference <= relative * libm.hypot(a.real, a.imag) || difference <= absolute);
  } },
];

/** Makes the module. */
export function cmathModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: 'cmath',
    doc: 'This module provides access to mathematical functions for complex\nnumbers.',
    functions,
    attributes: () => [
      ['pi', newFloat(m, Math.PI)], ['e', newFloat(m, Math.E)], ['tau', newFloat(m, 2 * Math.PI)], ['inf', newFloat(m, Infinity)], ['nan', newFloat(m, NaN)],
      ['infj', newComplex(m, 0, Infinity)], ['nanj', newComplex(m, 0, NaN)],
    ],
  });
}

