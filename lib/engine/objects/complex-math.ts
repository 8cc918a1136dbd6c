// Arithmetic on pairs of doubles (CPython Objects/complexobject.c: _Py_c_prod, _Py_c_quot, _Py_c_pow).
import type { Machine } from '../machine.ts';
import { zeroDivision } from './raise.ts';
import { atan2, cos, exp, hypot, log, pow, sin } from './libm.ts';

/** A complex value. */
export interface Complex {
  readonly real: number;
  readonly imag: number;
}

/** _Py_c_prod; since 3.14 a product that came out as NaNs is infinite where a factor was (C99 Annex G). */
export function complexProduct(m: Machine, a: Complex, b: Complex): Complex {
  const ac = a.real * b.real, bd = a.imag * b.imag, ad = a.real * b.imag, bc = a.imag * b.real;
  const result = { real: ac - bd, imag: ad + bc };
  if (!m.profile.complexMixed || !Number.isNaN(result.real) || !Number.isNaN(result.imag)) return result;
  const infinite = (z: Complex): boolean => isInfinite(z.real) || isInfinite(z.imag);
  let x = a, y = b;
  if (infinite(a)) [x, y] = [boxed(a), withoutNaN(b)];
  if (infinite(b)) [x, y] = [withoutNaN(x), boxed(y)];
  const overflowed = isInfinite(ac) || isInfinite(bd) || isInfinite(ad) || isInfinite(bc);
  if (!infinite(a) && !infinite(b)) {
    if (!overflowed) return result;
    [x, y] = [withoutNaN(a), withoutNaN(b)];
  }
  return { real: Infinity * (x.real * y.real - x.imag * y.imag), imag: Infinity * (x.real * y.imag + x.imag * y.real) };
}

function isInfinite(value: number): boolean {
  return value === Infinity || value === -Infinity;
}

/** A number of the given sign bit. */
function copySign(magnitude: number, sign: number): number {
  return sign < 0 || Object.is(sign, -0) ? -magnitude : magnitude;
}

/** Infinite parts become ±1, finite ones ±0. */
function boxed(z: Complex): Complex {
  return { real: copySign(isInfinite(z.real) ? 1 : 0, z.real), imag: copySign(isInfinite(z.imag) ? 1 : 0, z.imag) };
}

function withoutNaN(z: Complex): Complex {
  return { real: Number.isNaN(z.real) ? copySign(0, z.real) : z.real, imag: Number.isNaN(z.imag) ? copySign(0, z.imag) : z.imag };
}

/** Smith's method, as _Py_c_quot. The divisor is not zero. */
export function complexQuotient(m: Machine, a: Complex, b: Complex): Complex {
  const result = plainQuotient(a, b);
  if (!m.profile.complexMixed || !Number.isNaN(result.real) || !Number.isNaN(result.imag)) return result;
  const finite = (z: Complex): boolean => Number.isFinite(z.real) && Number.isFinite(z.imag);
  if ((isInfinite(a.real) || isInfinite(a.imag)) && finite(b)) {
    const { real, imag } = boxed(a);
    return { real: Infinity * (real * b.real + imag * b.imag), imag: Infinity * (imag * b.real - real * b.imag) };
  }
  if ((isInfinite(b.real) || isInfinite(b.imag)) && finite(a)) {
    const { real, imag } = boxed(b);
    return { real: 0 * (a.real * real + a.imag * imag), imag: 0 * (a.imag * real - a.real * imag) };
  }
  return result;
}

/** A real number divided by a complex one (_Py_rc_quot). */
export function realQuotient(a: number, b: Complex): Complex {
  const absReal = Math.abs(b.real), absImag = Math.abs(b.imag);
  let result: Complex = { real: NaN, imag: NaN };
  if (absReal >= absImag) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    result = { real: a / denominator, imag: (-a * ratio) / denominator };
  } else if (absImag >= absReal) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    result = { real: (a * ratio) / denominator, imag: -a / denominator };
  }
  if (Number.isNaN(result.real) && Number.isNaN(result.imag) && Number.isFinite(a) && (absReal === Infinity || absImag === Infinity)) {
    const { real, imag } = boxed(b);
    return { real: 0 * (a * real), imag: 0 * (-a * imag) };
  }
  return result;
}

function plainQuotient(a: Complex, b: Complex): Complex {
  const absReal = Math.abs(b.real);
  const absImag = Math.abs(b.imag);
  if (absReal >= absImag) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return { real: (a.real + a.imag * ratio) / denominator, imag: (a.imag - a.real * ratio) / denominator };
  }
  if (absImag >= absReal) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    return { real: (a.real * ratio + a.imag) / denominator, imag: (a.imag * ratio - a.real) / denominator };
  }
  return { real: NaN, imag: NaN };
}

/** Integer powers by squaring (c_powi). */
function powerInteger(m: Machine, x: Complex, n: number): Complex {
  if (n < 0) return complexQuotient(m, { real: 1, imag: 0 }, powerInteger(m, x, -n));
  let result: Complex = { real: 1, imag: 0 };
  let base = x;
  let mask = 1;
  while (mask > 0 && n >= mask) {
    if ((n & mask) !== 0) result = complexProduct(m, result, base);
    mask <<= 1;
    base = complexProduct(m, base, base);
  }
  return result;
}

/** complex_pow without the checks of the result. */
export function complexPowerOf(m: Machine, a: Complex, b: Complex): Complex {
  if (b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100) {
    if (a.real === 0 && a.imag === 0 && b.real < 0) throw zeroDivision(m, m.profile.zeroDivision.complexPower);
    return powerInteger(m, a, b.real);
  }
  if (b.real === 0 && b.imag === 0) return { real: 1, imag: 0 };
  if (a.real === 0 && a.imag === 0) {
    if (b.imag !== 0 || b.real < 0) throw zeroDivision(m, m.profile.zeroDivision.complexPower);
    return { real: 0, imag: 0 };
  }
  const magnitude = hypot(a.real, a.imag);
  let length = pow(magnitude, b.real);
  const angle = atan2(a.imag, a.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length /= exp(angle * b.imag);
    phase += b.imag * log(magnitude);
  }
  return { real: length * cos(phase), imag: length * sin(phase) };
}
