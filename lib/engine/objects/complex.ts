// The complex object (CPython Objects/complexobject.c).
import { textRepr } from './str-repr.ts';
import { complexFromNumber, complexNew, complexNewBefore314 } from './complex-new.ts';
import type { Machine } from '../machine.ts';
import { adoptBlock, allocObject, freeObject } from './alloc.ts';
import { type Complex, complexPowerOf, complexProduct, complexQuotient, realQuotient } from './complex-math.ts';
import { isFloat, newFloat } from './float.ts';
import { parseFloatText } from './float-new.ts';
import { formatComplexObject } from './format.ts';
import { hashComplex } from './hash.ts';
import { toDouble } from './int-arithmetic.ts';
import { isInt } from './int.ts';
import { doubleToText } from './number-text.ts';
import { type PyObject, incref } from './object.ts';
import { overflowError, valueError, zeroDivision } from './raise.ts';
import { newStrAscii } from './str.ts';
import { newTuple } from './tuple.ts';
import { type CompareOp, type TypeSpec, TypeFlag, since } from './type.ts';
import { toAsciiNumber } from './unicode.ts';
import { hypot } from './libm.ts';

/** A complex number or an instance of a subclass. */
export interface PyComplex extends PyObject {
  data: Complex;
}

/** PyComplex_Check. */
export function isComplex(m: Machine, o: PyObject): o is PyComplex {
  return o.ob_type === m.types.complex || o.ob_type.tp_mro.includes(m.types.complex);
}

/** PyComplex_FromDoubles. */
export function newComplex(m: Machine, real: number, imag: number): PyObject {
  const data: Complex = { real, imag };
  const block = m.freeLists.complex.pop();
  return block !== 0 ? adoptBlock(m, m.types.complex, data, block) : allocObject(m, m.types.complex, data);
}

function complexDealloc(m: Machine, o: PyObject): void {
  if (o.ob_type === m.types.complex && m.freeLists.complex.push(o.block)) return;
  freeObject(m, o);
}

/** The complex value of an operand (TO_COMPLEX), or null. */
function toComplex(m: Machine, o: PyObject): Complex | null {
  if (isComplex(m, o)) return o.data;
  if (isFloat(m, o)) return { real: o.data, imag: 0 };
  if (isInt(o)) return { real: toDouble(m, o.data), imag: 0 };
  return null;
}

type Combine<A, B> = (m: Machine, a: A, b: B) => Complex;

/** An operation with a real number on one side, without an imaginary part of zero (3.14+, C99's mixed-mode arithmetic). */
interface MixedMode {
  readonly byReal: Combine<Complex, number>;
  readonly ofReal: Combine<number, Complex>;
}

function binary(compute: Combine<Complex, Complex>, mixed: MixedMode) {
  return (m: Machine, a: PyObject, b: PyObject): PyObject => {
    const x = toComplex(m, a);
    const y = x === null ? null : toComplex(m, b);
    if (x === null || y === null) return incref(m.NotImplemented);
    const { real, imag } = combine(m, a, b, x, y);
    return newComplex(m, real, imag);
  };

  function combine(m: Machine, a: PyObject, b: PyObject, x: Complex, y: Complex): Complex {
    if (!m.profile.complexMixed) return compute(m, x, y);
    if (!isComplex(m, a)) return mixed.ofReal(m, x.real, y);
    return isComplex(m, b) ? compute(m, x, y) : mixed.byReal(m, x, y.real);
  }
}

function divide(m: Machine, a: Complex, b: Complex): Complex {
  if (b.real === 0 && b.imag === 0) throw zeroDivision(m, m.profile.zeroDivision.complexDivide);
  return complexQuotient(m, a, b);
}

function power(m: Machine, a: PyObject, b: PyObject, modulus: PyObject): PyObject {
  const x = toComplex(m, a);
  const y = x === null ? null : toComplex(m, b);
  if (x === null || y === null) return incref(m.NotImplemented);
  if (modulus !== m.None) throw valueError(m, 'complex modulo');
  const result = complexPowerOf(m, x, y);
  const infinite = (v: number): boolean => v === Infinity || v === -Infinity;
  if (infinite(result.real) || infinite(result.imag)) throw overflowError(m, 'complex exponentiation');
  return newComplex(m, result.real, result.imag);
}

/** repr of a complex number. */
export function complexRepr(value: Complex): string {
  const { real, imag } = value;
  if (real === 0 && !Object.is(real, -0)) return `${doubleToText(imag, 'r', 0, {})}j`;
  const tail = doubleToText(imag, 'r', 0, {});
  return `(${doubleToText(real, 'r', 0, {})}${tail.startsWith('-') ? '' : '+'}${tail}j)`;
}

function compare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (op !== 2 && op !== 3) return incref(m.NotImplemented);
  const x = (a as PyComplex).data;
  let equal: boolean;
  if (isInt(b)) equal = x.imag === 0 && x.real == b.data; // eslint-disable-line eqeqeq -- number and bigint
  else if (isFloat(m, b)) equal = x.imag === 0 && x.real === b.data;
  else if (isComplex(m, b)) equal = x.real === b.data.real && x.imag === b.data.imag;
  else return incref(m.NotImplemented);
  return incref(equal === (op === 2) ? m.True : m.False);
}

function absolute(m: Machine, o: PyObject): PyObject {
  const { real, imag } = (o as PyComplex).data;
  const length = hypot(real, imag);
  if (length === Infinity && Number.isFinite(real) && Number.isFinite(imag)) throw overflowError(m, 'absolute value too large');
  return newFloat(m, length);
}

const FLOAT = '[+-]?(?:(?:\\d+(?:_\\d+)*\\.?(?:\\d+(?:_\\d+)*)?|\\.\\d+(?:_\\d+)*)(?:e[+-]?\\d+(?:_\\d+)*)?|inf(?:inity)?|nan)';
const REAL_IMAG = new RegExp(`^(${FLOAT})?(?:([+-](?:${FLOAT.slice(5)})?)j)?$`, 'i');
const ONLY_IMAG = new RegExp(`^((?:${FLOAT})|[+-])?j$`, 'i');

export function complexFromText(m: Machine, source: string): Complex {
  let text = toAsciiNumber(source).replace(/^[\t-\r\x1c-\x20]+|[\t-\r\x1c-\x20]+$/g, '');
  if (text.startsWith('(') && text.endsWith(')')) text = text.slice(1, -1).trim();
  const number = (digits: string): number => (digits === '' || digits === '+' ? 1 : digits === '-' ? -1 : parseFloatText(digits) ?? NaN);
  if (/(^|[^0-9])_|_([^0-9]|$)/.test(text)) throw valueError(m, `could not convert string to complex: ${textRepr(source)}`);
  const only = ONLY_IMAG.exec(text);
  if (only !== null) return { real: 0, imag: number(only[1] ?? '') };
  const both = REAL_IMAG.exec(text);
  if (both === null || text === '' || both[1] === undefined) throw valueError(m, 'complex() arg is a malformed string');
  return { real: number(both[1]), imag: both[2] === undefined ? 0 : number(both[2]) };
}

const valueOf = (o: PyObject): Complex => (o as PyComplex).data;

/** PyComplex_Type. */
export const complexType: TypeSpec = {
  name: 'complex',
  basicsize: 32,
  flags: TypeFlag.BASETYPE,
  doc: 'Create a complex number from a string or numbers.\n\nIf a string is given, parse it as a complex number.\nIf a single number is given, convert it to a complex number.\nIf the \'real\' or \'imag\' arguments are given, create a complex number\nwith the specified real and imaginary components.',
  slots: {
    tp_dealloc: complexDealloc,
    tp_repr: (m, o) => newStrAscii(m, complexRepr(valueOf(o))),
    tp_hash: (m, o) => hashComplex(m, valueOf(o).real, valueOf(o).imag, o),
    tp_richcompare: compare,
    tp_new: (m, type, args, kwnames) => (m.profile.complexNamesArguments ? complexNew(m, type, args, kwnames) : complexNewBefore314(m, type, args, kwnames)),
    nb_add: binary((_m, a, b) => ({ real: a.real + b.real, imag: a.imag + b.imag }), {
      byReal: (_m, a, b) => ({ real: a.real + b, imag: a.imag }),
      ofReal: (_m, a, b) => ({ real: a + b.real, imag: b.imag }),
    }),
    nb_subtract: binary((_m, a, b) => ({ real: a.real - b.real, imag: a.imag - b.imag }), {
      byReal: (_m, a, b) => ({ real: a.real - b, imag: a.imag }),
      ofReal: (_m, a, b) => ({ real: a - b.real, imag: -b.imag }),
    }),
    nb_multiply: binary((m, a, b) => complexProduct(m, a, b), {
      byReal: (_m, a, b) => ({ real: a.real * b, imag: a.imag * b }),
      ofReal: (_m, a, b) => ({ real: a * b.real, imag: a * b.imag }),
    }),
    nb_true_divide: binary(divide, {
      byReal: (m, a, b) => {
        if (b === 0) throw zeroDivision(m, m.profile.zeroDivision.complexDivide);
        return { real: a.real / b, imag: a.imag / b };
      },
      ofReal: (m, a, b) => {
        if (b.real === 0 && b.imag === 0) throw zeroDivision(m, m.profile.zeroDivision.complexDivide);
        return realQuotient(a, b);
      },
    }),
    nb_power: power,
    nb_negative: (m, o) => newComplex(m, -valueOf(o).real, -valueOf(o).imag),
    nb_positive: (m, o) => (o.ob_type === m.types.complex ? incref(o) : newComplex(m, valueOf(o).real, valueOf(o).imag)),
    nb_absolute: absolute,
    nb_bool: (_m, o) => valueOf(o).real !== 0 || valueOf(o).imag !== 0,
  },
  methods: [
    {
      name: 'from_number', kind: 'o', bind: 'class', sig: '($type, number, /)', fn: complexFromNumber, inVersion: since(14),
      doc: 'Convert number to a complex floating-point number.',
    },
    { name: 'conjugate', kind: 'noargs', sig: '($self, /)', fn: (m, o) => newComplex(m, valueOf(o).real, -valueOf(o).imag), doc: 'Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.' },
    { name: '__complex__', kind: 'noargs', sig: '($self, /)', fn: (m, o) => (o.ob_type === m.types.complex ? incref(o) : newComplex(m, valueOf(o).real, valueOf(o).imag)), doc: 'Convert this value to exact type complex.' },
    { name: '__format__', kind: 'o', sig: '($self, format_spec, /)', fn: formatComplexObject, doc: 'Convert to a string according to format_spec.' },
    { name: '__getnewargs__', kind: 'noargs', sig: '($self, /)', fn: (m, o) => newTuple(m, [newFloat(m, valueOf(o).real), newFloat(m, valueOf(o).imag)]) },
  ],
  getset: [
    { name: 'real', kind: 'member', get: (m, o) => newFloat(m, valueOf(o).real), doc: 'the real part of a complex number' },
    { name: 'imag', kind: 'member', get: (m, o) => newFloat(m, valueOf(o).imag), doc: 'the imaginary part of a complex number' },
  ],
};
