// Decimals as text: literals, str, engineering notation, the format mini-language (CPython Lib/_pydecimal.py's rules).
import { type Ctx, type Dec, type Rounding, digitsOf, finite, infinity, rescale } from './number.ts';

const LITERAL = /^([+-]?)(?:(\d+\.?\d*|\.\d+)(?:e([+-]?\d+))?|(inf(?:inity)?)|(s?nan)(\d*))$/i;

/** The number of a literal; null = no literal. */
export function parseDecimal(text: string): Dec | null {
  const match = LITERAL.exec(text.replaceAll('_', ''));
  if (match === null) return null;
  const sign: 0 | 1 = match[1] === '-' ? 1 : 0;
  if (match[4] !== undefined) return infinity(sign);
  if (match[5] !== undefined) return { sign, coefficient: BigInt(match[6] === '' || match[6] === undefined ? '0' : match[6]), exponent: 0, special: match[5].toLowerCase() === 'snan' ? 'snan' : 'nan' };
  const digits = match[2] ?? '0';
  const point = digits.indexOf('.');
  const fraction = point < 0 ? 0 : digits.length - point - 1;
  const exponent = BigInt(match[3] ?? '0') - BigInt(fraction);
  const bounded = exponent > 999999999999999999n ? 1e18 : exponent < -1999999999999999997n ? -2e18 : Number(exponent);
  return finite(sign, BigInt(digits.replace('.', '') || '0'), bounded);
}

/** str(d), or engineering notation. */
export function decimalText(a: Dec, capitals: boolean, engineering = false): string {
  const sign = a.sign === 1 ? '-' : '';
  if (a.special === 'inf') return `${sign}Infinity`;
  if (a.special !== '') return `${sign}${a.special === 'snan' ? 'sNaN' : 'NaN'}${a.coefficient === 0n ? '' : a.coefficient}`;
  const digits = a.coefficient.toString();
  const left = a.exponent + digits.length;
  let dot: number;
  if (a.exponent <= 0 && left > -6) dot = left;
  else if (!engineering) dot = 1;
  else if (digits === '0') dot = modulo(left + 1, 3) - 1;
  else dot = modulo(left - 1, 3) + 1;
  const exponent = left === dot ? '' : `${capitals ? 'E' : 'e'}${left - dot < 0 ? '-' : '+'}${Math.abs(left - dot)}`;
  return sign + placePoint(digits, dot) + exponent;
}

function modulo(a: number, b: number): number {
  return ((a % b) + b) % b;
}

function placePoint(digits: string, dot: number): string {
  if (dot <= 0) return `0.${'0'.repeat(-dot)}${digits}`;
  if (dot >= digits.length) return digits + '0'.repeat(dot - digits.length);
  return `${digits.slice(0, dot)}.${digits.slice(dot)}`;
}

const SPEC = /^(?:(.)?([<>=^]))?([-+ ]?)(z?)(#?)(0?)(\d*)(,?)(?:\.(\d+))?([eEfFgGn%])?$/su;

/** format(d, spec); null = malformed. `alternate`: '#' is taken. */
export function formatDecimal(a: Dec, text: string, ctx: Ctx, alternate: boolean): string | null {
  const match = SPEC.exec(text);
  if (match === null || (match[5] === '#' && !alternate)) return null;
  const zeroPad = match[6] === '0' && match[2] === undefined;
  if (match[6] === '0' && !zeroPad) return null;
  const fill = match[1] ?? (match[6] === '0' ? '0' : ' ');
  const align = match[2] ?? (zeroPad ? '=' : '>');
  const width = match[7] === '' || match[7] === undefined ? 0 : Number(match[7]);
  const precision = match[9] === undefined ? null : Number(match[9]);
  const signText = (sign: 0 | 1): string => (sign === 1 ? '-' : match[3] === '+' || match[3] === ' ' ? match[3] : '');
  const thousands = match[8] ?? '';
  if (a.special !== '') {
    const body = a.special === 'inf' ? 'Infinity' : `${a.special === 'snan' ? 'sNaN' : 'NaN'}${a.coefficient === 0n ? '' : a.coefficient}`;
    return pad(signText(a.sign), match[10] === '%' ? `${body}%` : body, fill === '0' && zeroPad ? ' ' : fill, zeroPad ? '>' : align, width);
  }
  const type = match[10] === undefined ? (ctx.capitals === 1 ? 'G' : 'g') : match[10] === 'n' ? 'g' : match[10];
  const rounded = roundFor(type === '%' ? finite(a.sign, a.coefficient, a.exponent + 2) : a, type, precision, ctx.rounding);
  const negative = match[4] === 'z' && rounded.coefficient === 0n ? 0 : rounded.sign;
  const digits = rounded.coefficient.toString();
  const left = rounded.exponent + digits.length;
  let dot: number;
  if (type === 'e' || type === 'E') dot = rounded.coefficient === 0n && precision !== null ? 1 - precision : 1;
  else if (type === 'f' || type === 'F' || type === '%') dot = left;
  else dot = rounded.exponent <= 0 && left > -6 ? left : 1;
  const whole = dot < 0 ? '0' : dot > digits.length ? digits + '0'.repeat(dot - digits.length) : digits.slice(0, dot) || '0';
  let fraction = dot < 0 ? '0'.repeat(-dot) + digits : dot > digits.length ? '' : digits.slice(dot);
  if (fraction !== '' || match[5] === '#') fraction = `.${fraction}`;
  const exponent = left - dot;
  if (exponent !== 0 || type === 'e' || type === 'E') fraction += `${type === 'E' || type === 'G' ? 'E' : 'e'}${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
  if (type === '%') fraction += '%';
  const sign = signText(negative);
  const minWidth = zeroPad ? width - fraction.length - sign.length : 0;
  return pad(sign, group(whole, thousands, minWidth) + fraction, fill, align, width);
}

function roundFor(a: Dec, type: string, precision: number | null, rounding: Rounding): Dec {
  let value = a;
  if (precision !== null) {
    if (type === 'e' || type === 'E') value = roundDigits(value, precision + 1, rounding);
    else if (type === 'f' || type === 'F' || type === '%') value = rescale(value, -precision, rounding).value;
    else if (digitsOf(value.coefficient) > Math.max(1, precision)) value = roundDigits(value, Math.max(1, precision), rounding);
  }
  if (value.coefficient === 0n && value.exponent > 0 && (type === 'f' || type === 'F' || type === '%')) value = rescale(value, 0, rounding).value;
  return value;
}

/** Rounds to a number of significant digits (pads with zeros too). */
function roundDigits(a: Dec, places: number, rounding: Rounding): Dec {
  if (a.coefficient === 0n) return a.exponent === 0 ? a : finite(a.sign, 0n, a.exponent);
  const value = rescale(a, a.exponent + digitsOf(a.coefficient) - places, rounding).value;
  return digitsOf(value.coefficient) > places ? rescale(value, value.exponent + 1, rounding).value : value;
}

function group(digits: string, separator: string, minWidth: number): string {
  if (separator === '') return digits.padStart(minWidth, '0');
  const groups: string[] = [];
  let left = digits.length;
  let width = minWidth;
  for (;;) {
    const size = Math.min(3, Math.max(left, width, 1));
    const taken = Math.max(0, Math.min(left, size));
    groups.push(digits.slice(left - taken, left).padStart(size, '0'));
    left -= taken;
    width -= size;
    if (left <= 0 && width <= 0) break;
    width -= 1;
  }
  return groups.reverse().join(separator);
}

function pad(sign: string, body: string, fill: string, align: string, width: number): string {
  const padding = fill.repeat(Math.max(0, width - sign.length - body.length));
  if (align === '<') return sign + body + padding;
  if (align === '^') {
    const half = padding.length >> 1;
    return padding.slice(0, half) + sign + body + padding.slice(half);
  }
  return align === '=' ? sign + padding + body : padding + sign + body;
}
