// int ↔ text: literals in any base and decimal output with the digit limit (CPython Objects/longobject.c: PyLong_FromString, long_to_decimal_string).
import type { Machine } from '../machine.ts';
import { bitLength } from './int.ts';
import { valueError } from './raise.ts';
import { toAsciiNumber } from './unicode.ts';

/** Conversions of fewer digits are never refused (_PY_LONG_MAX_STR_DIGITS_THRESHOLD). */
const UNLIMITED_DIGITS = 640;

/** Decimal digits of an int, with '-'; ValueError beyond the limit. */
export function intToDecimal(m: Machine, value: number | bigint): string {
  if (typeof value === 'number') return String(value);
  const limit = m.intMaxStrDigits;
  const bits = bitLength(value);
  // 10**n has more than 3.32 n bits: a cheap test before the conversion, an exact one after it.
  if (limit > 0 && bits > 3.33 * limit + 10 && bits > 3.33 * UNLIMITED_DIGITS) throw tooManyDigits(m, limit);
  m.chargeWork((bits / 30) ** 2 / 4);
  const text = value.toString();
  if (limit > 0 && text.length - (value < 0n ? 1 : 0) > Math.max(limit, UNLIMITED_DIGITS)) throw tooManyDigits(m, limit);
  return text;
}

function tooManyDigits(m: Machine, limit: number): unknown {
  return valueError(m, `Exceeds the limit (${limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`);
}

/** Digits in a base that is a power of two, with sign, without prefix. */
export function intToBase(m: Machine, value: number | bigint, base: number): string {
  if (typeof value === 'bigint') m.chargeWork(bitLength(value) / 4);
  return value.toString(base);
}

const PREFIXES: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

/** The value of an int literal as `int(text, base)` reads it; null if it is none. `base` is 0 or 2..36. */
export function parseInteger(m: Machine, source: string, base: number): number | bigint | null {
  const text = trimSpaces(toAsciiNumber(source));
  let at = 0;
  const negative = text.charAt(0) === '-';
  if (negative || text.charAt(0) === '+') at = 1;
  let digits = text.slice(at);
  const prefix = digits.length > 1 && digits.charAt(0) === '0' ? PREFIXES[digits.charAt(1).toLowerCase()] ?? 0 : 0;
  const zeroOnly = base === 0 && prefix === 0 && digits.charAt(0) === '0';
  if (base === 0) base = prefix === 0 ? 10 : prefix;
  if (prefix === base) {
    digits = digits.slice(2);
    if (digits.charAt(0) === '_') digits = digits.slice(1);
  }
  if (digits === '' || !validDigits(digits, base)) return null;
  if (digits.includes('_')) digits = digits.replaceAll('_', '');
  const value = digitsToValue(m, digits, base);
  // "010" is refused with base 0, "00" is not.
  if (zeroOnly && value !== 0) return null;
  return negative ? (value === 0 ? 0 : -value) : value;
}

function trimSpaces(text: string): string {
  return text.replace(/^[\t-\r\x1c-\x20]+|[\t-\r\x1c-\x20]+$/g, '');
}

function validDigits(digits: string, base: number): boolean {
  let previous = 95;
  for (let i = 0; i < digits.length; i++) {
    const code = digits.charCodeAt(i);
    if (code === 95) {
      if (previous === 95) return false;
    } else {
      const digit = code <= 57 ? code - 48 : (code | 32) - 87;
      if (digit < 0 || digit >= base || (code > 57 && (code | 32) < 97)) return false;
    }
    previous = code;
  }
  return previous !== 95;
}

function digitsToValue(m: Machine, digits: string, base: number): number | bigint {
  if (digits.length <= 10) return Number.parseInt(digits, base);
  if ((base & (base - 1)) !== 0) {
    const limit = m.intMaxStrDigits;
    if (limit > 0 && digits.length > Math.max(limit, UNLIMITED_DIGITS)) {
      throw valueError(m, `Exceeds the limit (${limit} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`);
    }
    m.chargeWork((digits.length / 9) ** 2);
  }
  m.chargeWork(digits.length);
  const value = wideValue(digits, base);
  return value <= 9007199254740991n ? Number(value) : value;
}

function wideValue(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits);
  if (base === 16) return BigInt(`0x${digits}`);
  if (base === 8) return BigInt(`0o${digits}`);
  if (base === 2) return BigInt(`0b${digits}`);
  const chunk = 8;
  const scale = BigInt(base) ** BigInt(chunk);
  let value = 0n;
  let i = 0;
  for (; i + chunk <= digits.length; i += chunk) value = value * scale + BigInt(Number.parseInt(digits.slice(i, i + chunk), base));
  const rest = digits.slice(i);
  return rest === '' ? value : value * BigInt(base) ** BigInt(rest.length) + BigInt(Number.parseInt(rest, base));
}
