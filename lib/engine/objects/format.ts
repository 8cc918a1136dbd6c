// The format mini-language of int, float, complex and str (CPython Python/formatter_unicode.c).
import { badArgument } from './arguments.ts';
import type { Machine } from '../machine.ts';
import { intToBase, intToDecimal } from './int-parse.ts';
import { toDouble } from './int-arithmetic.ts';
import { intValue } from './int.ts';
import { type FloatLayout, doubleToText } from './number-text.ts';
import { type PyObject, incref } from './object.ts';
import { str as toStr } from './abstract.ts';
import { overflowError, valueError } from './raise.ts';
import { type StrData, isStr, newStr, strUnchanged, strValue } from './str.ts';

/** A parsed specification. */
interface FormatSpec {
  fill: string;
  align: string;
  alternate: boolean;
  noNegativeZero: boolean;
  sign: string;
  /** -1 = none. */
  width: number;
  /** '', ',' or '_'. */
  thousands: string;
  groupSize: number;
  /** -1 = none. */
  precision: number;
  /** '' = none. */
  type: string;
}

const ALIGNMENTS = '<>=^';
const SSIZE_MAX = 9223372036854775807n;

/** parse_internal_render_format_spec. */
function parseSpec(m: Machine, text: string, typeName: string, defaultType: string, defaultAlign: string): FormatSpec {
  const chars = [...text];
  const spec: FormatSpec = {
    fill: ' ', align: defaultAlign, alternate: false, noNegativeZero: false, sign: '', width: -1, thousands: '', groupSize: 3, precision: -1, type: defaultType,
  };
  let at = 0;
  let fillGiven = false;
  let alignGiven = false;
  const peek = (): string => chars[at] ?? '';
  const isAlign = (c: string | undefined): boolean => c !== undefined && c !== '' && ALIGNMENTS.includes(c);
  if (isAlign(chars[1])) {
    spec.fill = chars[0] as string;
    spec.align = chars[1] as string;
    fillGiven = alignGiven = true;
    at = 2;
  } else if (isAlign(chars[0])) {
    spec.align = chars[0] as string;
    alignGiven = true;
    at = 1;
  }
  if (peek() !== '' && ' +-'.includes(peek())) spec.sign = chars[at++] as string;
  if (peek() === 'z') {
    spec.noNegativeZero = true;
    at++;
  }
  if (peek() === '#') {
    spec.alternate = true;
    at++;
  }
  if (!fillGiven && peek() === '0') {
    spec.fill = '0';
    if (!alignGiven && defaultAlign === '>') spec.align = '=';
    at++;
  }
  const integer = (): number => {
    const start = at;
    while (/^[0-9]$/.test(peek())) at++;
    if (at === start) return -1;
    const value = BigInt(chars.slice(start, at).join(''));
    if (value > SSIZE_MAX) throw valueError(m, 'Too many decimal digits in format string');
    return Number(value);
  };
  spec.width = integer();
  const bothSeparators = (): unknown => valueError(m, "Cannot specify both ',' and '_'.");
  if (peek() === ',') {
    spec.thousands = ',';
    at++;
  }
  if (peek() === '_') {
    if (spec.thousands !== '') throw bothSeparators();
    spec.thousands = '_';
    at++;
  }
  if (peek() === ',' && spec.thousands === '_') throw bothSeparators();
  if (peek() === '.') {
    at++;
    spec.precision = integer();
    if (spec.precision < 0) throw valueError(m, 'Format specifier missing precision');
  }
  const left = chars.length - at;
  if (left > 1) throw valueError(m, `Invalid format specifier '${text}' for object of type '${typeName}'`);
  if (left === 1) spec.type = chars[at] as string;
  if (spec.thousands !== '' && !(spec.type === '' || 'deEfFgG%'.includes(spec.type))) {
    if (spec.thousands === '_' && 'boxX'.includes(spec.type)) spec.groupSize = 4;
    else throw valueError(m, `Cannot specify '${spec.thousands}' with '${printable(spec.type)}'.`);
  }
  return spec;
}

function printable(char: string): string {
  const code = char.codePointAt(0) as number;
  return code > 32 && code < 128 ? char : `\\x${code.toString(16)}`;
}

function unknownType(m: Machine, spec: FormatSpec, typeName: string): unknown {
  return valueError(m, `Unknown format code '${printable(spec.type)}' for object of type '${typeName}'`);
}

/** The parts of a number before padding. */
interface NumberText {
  readonly sign: string;
  readonly prefix: string;
  readonly digits: string;
  /** Point, fraction, exponent; or the whole of 'inf' and 'nan'. */
  readonly rest: string;
}

/** _PyUnicode_InsertThousandsGrouping: separators, and zeros on the left up to `minWidth`. */
function groupDigits(digits: string, minWidth: number, separator: string, size: number): string {
  if (separator === '') return digits.padStart(minWidth, '0');
  const groups: string[] = [];
  let remaining = digits.length;
  let width = minWidth;
  for (;;) {
    const length = Math.min(size, Math.max(remaining, width, 1));
    const taken = Math.max(0, Math.min(remaining, length));
    groups.push(digits.slice(remaining - taken, remaining).padStart(length, '0'));
    remaining -= taken;
    width -= length;
    if (remaining <= 0 && width <= 0) break;
    width -= separator.length;
  }
  return groups.reverse().join(separator);
}

/** fill_number: sign, prefix, grouped digits, rest, and the padding where the alignment puts it. */
function layOut(m: Machine, spec: FormatSpec, number: NumberText): string {
  reserve(m, spec.width);
  const fixedLength = number.sign.length + number.prefix.length + number.rest.length;
  const minWidth = spec.fill === '0' && spec.align === '=' ? Math.max(0, spec.width - fixedLength) : 0;
  // 'inf' and 'nan' have no digits that could be grouped.
  const digits = number.digits === '' ? '' : groupDigits(number.digits, minWidth, spec.thousands, spec.groupSize);
  const padding = Math.max(0, spec.width - fixedLength - digits.length);
  const head = number.sign + number.prefix;
  const body = digits + number.rest;
  return spec.align === '=' ? head + spec.fill.repeat(padding) + body : aligned(head + body, spec, padding);
}

function aligned(text: string, spec: FormatSpec, padding: number): string {
  if (padding <= 0) return text;
  if (spec.align === '<') return text + spec.fill.repeat(padding);
  if (spec.align === '^') return spec.fill.repeat(padding >> 1) + text + spec.fill.repeat(padding - (padding >> 1));
  return spec.fill.repeat(padding) + text;
}

/** Refuses a width that no memory holds before the text is built. */
function reserve(m: Machine, length: number): void {
  m.memory.expect(length);
  if (length > 64) m.chargeWork(length >> 3);
}

function signOf(spec: FormatSpec, negative: boolean): string {
  if (negative) return '-';
  return spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
}

/** int.__format__ on a value. */
export function formatInt(m: Machine, value: number | bigint, text: string, typeName: string): string {
  const spec = parseSpec(m, text, typeName, 'd', '>');
  if (spec.type === 'c' || spec.type === 'd' || spec.type === 'n' || 'boxX'.includes(spec.type)) return intText(m, value, spec);
  if ('eEfFgG%'.includes(spec.type)) return floatText(m, toDouble(m, value), spec);
  throw unknownType(m, spec, typeName);
}

function intText(m: Machine, value: number | bigint, spec: FormatSpec): string {
  if (spec.precision !== -1) throw valueError(m, 'Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) throw valueError(m, 'Negative zero coercion (z) not allowed in integer format specifier');
  if (spec.type === 'c') return charText(m, value, spec);
  const negative = value < 0;
  const magnitude = negative ? -value : value;
  const base = spec.type === 'b' ? 2 : spec.type === 'o' ? 8 : spec.type === 'x' || spec.type === 'X' ? 16 : 10;
  let digits = base === 10 ? intToDecimal(m, magnitude) : intToBase(m, magnitude, base);
  let prefix = spec.alternate && base !== 10 ? `0${spec.type.toLowerCase()}` : '';
  if (spec.type === 'X') {
    digits = digits.toUpperCase();
    prefix = prefix.toUpperCase();
  }
  return layOut(m, spec, { sign: signOf(spec, negative), prefix, digits, rest: '' });
}

const MAX_LONG = 2n ** 63n - 1n;

function charText(m: Machine, value: number | bigint, spec: FormatSpec): string {
  if (spec.sign !== '') throw valueError(m, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw valueError(m, "Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof value === 'bigint' && (value > MAX_LONG || value < -MAX_LONG - 1n)) throw overflowError(m, 'Python int too large to convert to C long');
  if (value < 0 || value > 0x10ffff) throw overflowError(m, '%c arg not in range(0x110000)');
  const char = String.fromCodePoint(Number(value));
  reserve(m, spec.width);
  const padding = Math.max(0, spec.width - 1);
  return spec.align === '=' ? spec.fill.repeat(padding) + char : aligned(char, spec, padding);
}

/** float.__format__ on a value. */
export function formatFloat(m: Machine, value: number, text: string, typeName: string): string {
  const spec = parseSpec(m, text, typeName, '', '>');
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) throw unknownType(m, spec, typeName);
  return floatText(m, value, spec);
}

const MAX_PRECISION = 2147483647;

function floatText(m: Machine, value: number, spec: FormatSpec): string {
  if (spec.precision > MAX_PRECISION) throw valueError(m, 'precision too big');
  reserve(m, spec.precision);
  let { type, precision } = spec;
  let scaled = value;
  let suffix = '';
  const layout: FloatLayout = { alternate: spec.alternate, noNegativeZero: spec.noNegativeZero, addDotZero: type === '' };
  if (type === '') type = precision < 0 ? 'r' : 'g';
  else if (type === 'n') type = 'g';
  else if (type === '%') {
    type = 'f';
    scaled = value * 100;
    suffix = '%';
  }
  if (precision < 0) precision = 6;
  return layOut(m, spec, splitNumber(doubleToText(scaled, type, precision, layout) + suffix, spec));
}

/** parse_number: digits before the point and the rest. */
function splitNumber(text: string, spec: FormatSpec): NumberText {
  const negative = text.charAt(0) === '-';
  const body = negative ? text.slice(1) : text;
  let end = 0;
  while (end < body.length && body.charCodeAt(end) >= 48 && body.charCodeAt(end) <= 57) end++;
  return { sign: signOf(spec, negative), prefix: '', digits: body.slice(0, end), rest: body.slice(end) };
}

/** complex.__format__ on a value. */
export function formatComplex(m: Machine, real: number, imag: number, text: string, typeName: string): string {
  const spec = parseSpec(m, text, typeName, '', '>');
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) throw unknownType(m, spec, typeName);
  if (spec.fill === '0') throw valueError(m, 'Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') throw valueError(m, "'=' alignment flag is not allowed in complex format specifier");
  const bare = spec.type === '';
  const part = (value: number, sign: string): string => {
    const partSpec: FormatSpec = { ...spec, fill: ' ', align: '<', width: -1, sign };
    const type = bare ? (spec.precision < 0 ? 'r' : 'g') : spec.type === 'n' ? 'g' : spec.type;
    const layout = { alternate: spec.alternate, noNegativeZero: spec.noNegativeZero };
    return layOut(m, partSpec, splitNumber(doubleToText(value, type, spec.precision < 0 ? 6 : spec.precision, layout), partSpec));
  };
  let body: string;
  if (bare && real === 0 && !Object.is(real, -0)) body = `${part(imag, spec.sign)}j`;
  else body = `${part(real, spec.sign)}${part(imag, '+')}j`;
  if (bare && !(real === 0 && !Object.is(real, -0))) body = `(${body})`;
  reserve(m, spec.width);
  return aligned(body, spec, spec.width - body.length);
}

/** str.__format__ on a value of `length` code points. */
export function formatText(m: Machine, value: string, text: string, typeName: string): string {
  const spec = parseSpec(m, text, typeName, 's', '<');
  if (spec.type !== 's') throw unknownType(m, spec, typeName);
  if (spec.sign !== '') throw valueError(m, spec.sign === ' ' ? 'Space not allowed in string format specifier' : 'Sign not allowed in string format specifier');
  if (spec.noNegativeZero) throw valueError(m, 'Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) throw valueError(m, 'Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') throw valueError(m, "'=' alignment not allowed in string format specifier");
  let chars = value;
  let length = value.length;
  if (/[\ud800-\udbff]/.test(value)) {
    const points = [...value];
    if (spec.precision >= 0) points.length = Math.min(points.length, spec.precision);
    chars = points.join('');
    length = points.length;
  } else if (spec.precision >= 0 && spec.precision < length) {
    chars = value.slice(0, spec.precision);
    length = chars.length;
  }
  reserve(m, spec.width);
  return aligned(chars, spec, spec.width - length);
}

function specArgument(m: Machine, spec: PyObject): string {
  if (!isStr(spec)) throw badArgument(m, '__format__', 'argument', 'str', spec);
  return strValue(spec);
}

/** int.__format__. */
export function formatIntObject(m: Machine, self: PyObject, spec: PyObject): PyObject {
  const text = specArgument(m, spec);
  if (text === '') return toStr(m, self);
  return newStr(m, formatInt(m, intValue(self), text, self.ob_type.tp_name));
}

/** float.__format__. */
export function formatFloatObject(m: Machine, self: PyObject, spec: PyObject): PyObject {
  const text = specArgument(m, spec);
  if (text === '') return toStr(m, self);
  return newStr(m, formatFloat(m, self.data as number, text, self.ob_type.tp_name));
}

/** complex.__format__. */
export function formatComplexObject(m: Machine, self: PyObject, spec: PyObject): PyObject {
  const text = specArgument(m, spec);
  if (text === '') return toStr(m, self);
  const { real, imag } = self.data as { real: number; imag: number };
  return newStr(m, formatComplex(m, real, imag, text, self.ob_type.tp_name));
}

/** str.__format__. */
export function formatStrObject(m: Machine, self: PyObject, spec: PyObject): PyObject {
  const text = specArgument(m, spec);
  if (text === '') return self.ob_type === m.types.str ? strUnchanged(m, self) : toStr(m, self);
  const formatted = formatText(m, (self.data as StrData).value, text, self.ob_type.tp_name);
  return formatted === (self.data as StrData).value ? incref(self) : newStr(m, formatted);
}
