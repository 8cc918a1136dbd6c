// Arithmetic on pairs of doubles (CPython Objects/complexobject.c: _Py_c_prod, _Py_c_quot, _Py_c_pow).
import type { Machine } from '../machine.ts';
import { zeroDivision } from './raise.ts';
import { atan2, cos, exp, hypot, log, pow, sin } from './libm.ts';

/** A complex value. */
export interface Complex {
  readonly real: number;
  readonly imag: number;
}

export function complexProduct(a: Complex, b: Complex): Complex {
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real };
}

/** Smith's method, as _Py_c_quot. The divisor is not zero. */
export function complexQuotient(a: Complex, b: Complex): Complex {
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
function powerInteger(x: Complex, n: number): Complex {
  if (n < 0) return complexQuotient({ real: 1, imag: 0 }, powerInteger(x, -n));
  let result: Complex = { real: 1, imag: 0 };
  let base = x;
  let mask = 1;
  while (mask > 0 && n >= mask) {
    if ((n & mask) !== 0) result = complexProduct(result, base);
    mask <<= 1;
    base = complexProduct(base, base);
  }
  return result;
}

/** complex_pow without the checks of the result. */
export function complexPowerOf(m: Machine, a: Complex, b: Complex): Complex {
  if (b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100) {
    if (a.real === 0 && a.imag === 0 && b.real < 0) throw zeroDivision(m, m.profile.zeroDivision.complexPower);
    return powerInteger(a, b.real);
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
    length *= exp(-angle * b.imag);
    phase += b.imag * log(magnitude);
  }
  return { real: length * cos(phase), imag: length * sin(phase) };
}
