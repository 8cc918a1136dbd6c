// Doubles as text: shortest digits, digits to a precision, and CPython's layouts (CPython Python/pystrtod.c: PyOS_double_to_string, format_float_short).

/** Options of doubleToText (Py_DTSF_*). */
export interface FloatLayout {
  /** '#': keep the point and, for g, the trailing zeros. */
  readonly alternate?: boolean;
  /** Add '.0' to what would look like an int. */
  readonly addDotZero?: boolean;
  /** 'z': -0 becomes 0 after rounding. */
  readonly noNegativeZero?: boolean;
}

interface Decimal {
  readonly digits: string;
  /** Position of the decimal point relative to the first digit. */
  readonly point: number;
}

/** The shortest digits that read back as the same double. */
function shortest(magnitude: number): Decimal {
  const text = magnitude.toExponential();
  const e = text.indexOf('e');
  return { digits: text.slice(0, e).replace('.', ''), point: Number(text.slice(e + 1)) + 1 };
}

/** The double as an exact fraction: mantissa × 2**exponent. */
export function exactParts(magnitude: number): { mantissa: bigint; exponent: number } {
  if (magnitude === 0) return { mantissa: 0n, exponent: 0 };
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, magnitude);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0 ? { mantissa: fraction, exponent: -1074 } : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** magnitude × 10**places rounded half to even, exactly. */
function roundedScaled(magnitude: number, places: number): bigint {
  const { mantissa, exponent } = exactParts(magnitude);
  let numerator = mantissa;
  let denominator = 1n;
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** Digits with `places` after the decimal point. */
function fixed(magnitude: number, places: number): Decimal {
  let digits: string;
  // JavaScript rounds exact ties up, Python to even: a tie needs at most places + 1 binary places.
  const scaled = magnitude * 2 ** (places + 1);
  if (places <= 60 && magnitude < 1e21 && scaled < 1e300 && !Number.isInteger(scaled)) digits = magnitude.toFixed(places).replace('.', '');
  else digits = roundedScaled(magnitude, places).toString().padStart(places + 1, '0');
  const stripped = digits.replace(/^0+/, '');
  return { digits: stripped, point: stripped === '' ? 0 : stripped.length - places };
}

/** `count` significant digits. */
function significant(magnitude: number, count: number): Decimal {
  if (magnitude === 0) return { digits: '0'.repeat(count), point: 1 };
  if (count <= 40) {
    const probe = magnitude.toExponential(Math.min(100, count + 40));
    const mantissa = probe.slice(0, probe.indexOf('e')).replace('.', '');
    if (!/^50*$/.test(mantissa.slice(count))) {
      const text = magnitude.toExponential(count - 1);
      const e = text.indexOf('e');
      return { digits: text.slice(0, e).replace('.', ''), point: Number(text.slice(e + 1)) + 1 };
    }
  }
  const point = shortest(magnitude).point;
  let digits = roundedScaled(magnitude, count - point).toString();
  if (digits.length <= count) return { digits: digits.padEnd(count, '0'), point };
  digits = digits.slice(0, count);
  return { digits, point: point + 1 };
}

function exponentText(exponent: number): string {
  const magnitude = Math.abs(exponent);
  return `e${exponent < 0 ? '-' : '+'}${magnitude < 10 ? '0' : ''}${magnitude}`;
}

/** Digits and point position laid out plainly; `minDigits` digits at least are shown. */
function plain(decimal: Decimal, places: number): string {
  const { digits, point } = decimal;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  let fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  if (fraction.length < places) fraction = fraction.padEnd(places, '0');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function scientific(digits: string, point: number): string {
  const mantissa = digits.length > 1 ? `${digits.charAt(0)}.${digits.slice(1)}` : digits;
  return mantissa + exponentText(point - 1);
}

/** PyOS_double_to_string: `type` is r (repr), e, f, g or their capitals. */
export function doubleToText(value: number, type: string, precision: number, layout: FloatLayout): string {
  const lower = type.toLowerCase();
  if (!Number.isFinite(value)) {
    const name = value !== value ? 'nan' : value > 0 ? 'inf' : '-inf';
    return type === lower ? name : name.toUpperCase();
  }
  let negative = value < 0 || Object.is(value, -0);
  const magnitude = Math.abs(value);
  let text: string;
  if (lower === 'r') text = reprLayout(magnitude, layout);
  else if (lower === 'f') text = plain(fixed(magnitude, precision), precision);
  else if (lower === 'e') {
    const { digits, point } = significant(magnitude, precision + 1);
    text = scientific(digits, point);
  } else text = generalLayout(magnitude, precision === 0 ? 1 : precision, layout);
  if (layout.alternate === true && !text.includes('.')) text = text.includes('e') ? text.replace('e', '.e') : `${text}.`;
  if (layout.noNegativeZero === true && negative && !/[1-9]/.test(text.split('e')[0] as string)) negative = false;
  if (type !== lower) text = text.toUpperCase();
  return negative ? `-${text}` : text;
}

function reprLayout(magnitude: number, layout: FloatLayout): string {
  const { digits, point } = shortest(magnitude);
  if (magnitude !== 0 && (point <= -4 || point > 16)) return scientific(digits, point);
  const text = plain(magnitude === 0 ? { digits: '0', point: 1 } : { digits, point }, 0);
  return layout.addDotZero === true && !text.includes('.') ? `${text}.0` : text;
}

function generalLayout(magnitude: number, precision: number, layout: FloatLayout): string {
  const { digits, point } = significant(magnitude, precision);
  const limit = precision - (layout.addDotZero === true ? 1 : 0);
  const trimmed = layout.alternate === true ? digits : digits.replace(/0+$/, '') || '0';
  if (magnitude !== 0 && (point <= -4 || point > limit)) return scientific(trimmed, point);
  const text = plain({ digits: trimmed, point }, 0);
  return layout.addDotZero === true && !text.includes('.') ? `${text}.0` : text;
}

/** repr of a float. */
export function floatRepr(value: number): string {
  // Doubles of ordinary size: JavaScript's own text differs from Python's only by a missing '.0'.
  if (Number.isInteger(value) && value < 1e16 && value > -1e16) return Object.is(value, -0) ? '-0.0' : `${value}.0`;
  return doubleToText(value, 'r', 0, { addDotZero: true });
}

/** value rounded to a multiple of 10**places (places > 0). */
export function roundToPower(value: number, places: number): number {
  const rounded = roundedScaled(Math.abs(value), -places);
  const magnitude = Number(rounded * 10n ** BigInt(places));
  return value < 0 ? -magnitude : magnitude;
}
