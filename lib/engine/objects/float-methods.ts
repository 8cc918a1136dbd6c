// Methods of float (CPython Objects/floatobject.c: float_methods; hex and fromhex).
import { since } from './type.ts';
import { numberToFloat } from './float-new.ts';
import { badArgument } from './arguments.ts';
import type { Machine } from '../machine.ts';
import { asSize } from './abstract.ts';
import { callOne } from './call.ts';
import { newFloat } from './float.ts';
import { formatFloatObject } from './format.ts';
import { intFromDouble } from './int-new.ts';
import { newInt, normalize } from './int.ts';
import { doubleToText, exactParts, roundToPower } from './number-text.ts';
import { scaleRounded } from './scale.ts';
import { type PyObject, decref, incref } from './object.ts';
import { overflowError, typeError, valueError } from './raise.ts';
import { isStr, newStrAscii, strValue } from './str.ts';
import { newTuple } from './tuple.ts';
import type { GetSetSpec, NativeSpec } from './type.ts';

/** float.__round__. */
function floatRound(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const value = self.data as number;
  const ndigitsObject = args[0];
  if (ndigitsObject === undefined || ndigitsObject === m.None) return intFromDouble(m, roundHalfEven(value));
  const ndigits = asSize(m, ndigitsObject, null);
  if (!Number.isFinite(value) || value === 0) return newFloat(m, value);
  // Beyond these bounds nothing changes, or everything vanishes (NDIGITS_MAX, NDIGITS_MIN).
  if (ndigits > 323) return newFloat(m, value);
  if (ndigits < -308) return newFloat(m, value < 0 ? -0 : 0);
  const rounded = ndigits >= 0 ? Number(doubleToText(value, 'f', ndigits, {})) : roundToPower(value, -ndigits);
  if (!Number.isFinite(rounded)) throw overflowError(m, 'rounded value too large to represent');
  return newFloat(m, rounded);
}

/** Nearest integer, ties to even. */
export function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value - Math.trunc(value)) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

function asIntegerRatio(m: Machine, self: PyObject): PyObject {
  const value = self.data as number;
  if (value === Infinity || value === -Infinity) throw overflowError(m, 'cannot convert Infinity to integer ratio');
  if (value !== value) throw valueError(m, 'cannot convert NaN to integer ratio');
  let { mantissa, exponent } = exactParts(Math.abs(value));
  while (mantissa !== 0n && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (value < 0) mantissa = -mantissa;
  if (mantissa === 0n) exponent = 0;
  const numerator = exponent > 0 ? mantissa << BigInt(exponent) : mantissa;
  const denominator = exponent < 0 ? 1n << BigInt(-exponent) : 1n;
  return newTuple(m, [newInt(m, normalize(numerator)), newInt(m, normalize(denominator))]);
}

/** float.hex. */
export function floatHex(value: number): string {
  if (!Number.isFinite(value)) return value !== value ? 'nan' : value > 0 ? 'inf' : '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = exactParts(Math.abs(value));
  const hex = mantissa.toString(16).padStart(14, '0');
  const power = exponent + 52;
  return `${sign}0x${hex.charAt(0)}.${hex.slice(1)}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

const HEX = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;
const HEX_SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

/** The value of a hexadecimal literal; null = malformed, Infinity is not an answer of finite ones ('overflow' is). */
function parseHex(source: string): number | null | 'overflow' {
  const text = source.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
  const special = HEX_SPECIAL.exec(text);
  if (special !== null) return special[2] === undefined ? NaN : special[1] === '-' ? -Infinity : Infinity;
  const match = HEX.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole.length + fraction.length === 0) return null;
  const digits = BigInt(`0x${whole}${fraction}`);
  const exponent = Number(match[4] ?? '0') - 4 * fraction.length;
  const magnitude = digits === 0n ? 0 : exponent > 100000 ? Infinity : exponent < -100000 ? 0 : scaleRounded(digits << 1n, exponent - 1);
  if (magnitude === Infinity) return 'overflow';
  return match[1] === '-' ? -magnitude : magnitude;
}

function fromHex(m: Machine, type: PyObject, text: PyObject): PyObject {
  if (!isStr(text)) throw typeError(m, 'bad argument type for built-in operation');
  const value = parseHex(strValue(text));
  if (value === null) throw valueError(m, 'invalid hexadecimal floating-point string');
  if (value === 'overflow') throw overflowError(m, 'hexadecimal value too large to represent as a float');
  const exact = newFloat(m, value);
  if (type === m.types.float) return exact;
  try {
    return callOne(m, type, exact);
  } finally {
    decref(m, exact);
  }
}

/** float.from_number: numbers only, no strings. */
function fromNumber(m: Machine, type: PyObject, number: PyObject): PyObject {
  if (number.ob_type === m.types.float && type === m.types.float) return incref(number);
  if (number.ob_type.nb_float === null && number.ob_type.nb_index === null) throw typeError(m, `must be real number, not ${number.ob_type.tp_name}`);
  const exact = numberToFloat(m, number);
  if (type === m.types.float) return exact;
  try {
    return callOne(m, type, exact);
  } finally {
    decref(m, exact);
  }
}

function getFormat(m: Machine, _type: PyObject, kind: PyObject): PyObject {
  if (!isStr(kind)) throw badArgument(m, '__getformat__', 'argument', 'str', kind);
  const name = strValue(kind);
  if (name !== 'double' && name !== 'float') throw valueError(m, "__getformat__() argument 1 must be 'double' or 'float'");
  return newStrAscii(m, 'IEEE, little-endian');
}

const same = (m: Machine, self: PyObject): PyObject => (self.ob_type === m.types.float ? incref(self) : newFloat(m, self.data as number));

export const floatMethods: readonly NativeSpec[] = [
  { name: 'conjugate', kind: 'noargs', sig: '($self, /)', fn: same, doc: 'Return self, the complex conjugate of any float.' },
  { name: '__trunc__', kind: 'noargs', sig: '($self, /)', fn: (m, self) => intFromDouble(m, self.data as number), doc: 'Return the Integral closest to x between 0 and x.' },
  { name: '__floor__', kind: 'noargs', sig: '($self, /)', fn: (m, self) => intFromDouble(m, Math.floor(self.data as number)), doc: 'Return the floor as an Integral.' },
  { name: '__ceil__', kind: 'noargs', sig: '($self, /)', fn: (m, self) => intFromDouble(m, Math.ceil(self.data as number)), doc: 'Return the ceiling as an Integral.' },
  { name: '__round__', kind: 'fast', min: 0, max: 1, sig: '($self, ndigits=None, /)', fn: floatRound, doc: 'Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits).' },
  { name: 'as_integer_ratio', kind: 'noargs', sig: '($self, /)', fn: asIntegerRatio },
  {
    name: 'from_number', kind: 'o', bind: 'class', sig: '($type, number, /)', fn: fromNumber, inVersion: since(14),
    doc: 'Convert real number to a floating-point number.',
  },
  { name: 'fromhex', kind: 'o', bind: 'class', sig: '($type, string, /)', fn: fromHex, doc: "Create a floating-point number from a hexadecimal string.\n\n>>> float.fromhex('0x1.ffffp10')\n2047.984375\n>>> float.fromhex('-0x1p-1074')\n-5e-324" },
  { name: 'hex', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newStrAscii(m, floatHex(self.data as number)), doc: "Return a hexadecimal representation of a floating-point number.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'\n>>> 3.14159.hex()\n'0x1.921f9f01b866ep+1'" },
  { name: 'is_integer', kind: 'noargs', sig: '($self, /)', fn: (m, self) => incref(Number.isInteger(self.data as number) ? m.True : m.False), doc: 'Return True if the float is an integer.' },
  { name: '__getnewargs__', kind: 'noargs', sig: '($self, /)', fn: (m, self) => newTuple(m, [newFloat(m, self.data as number)]) },
  { name: '__getformat__', kind: 'o', bind: 'class', sig: '($type, typestr, /)', fn: getFormat },
  { name: '__format__', kind: 'o', sig: '($self, format_spec, /)', fn: formatFloatObject, doc: 'Formats the float according to format_spec.' },
];

export const floatGetSet: readonly GetSetSpec[] = [
  { name: 'real', get: same, doc: 'the real part of a complex number' },
  { name: 'imag', get: (m) => newFloat(m, 0), doc: 'the imaginary part of a complex number' },
];
