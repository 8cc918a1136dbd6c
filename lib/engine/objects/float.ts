// The float object: operators, methods, conversions (CPython Objects/floatobject.c). `data` is the JavaScript number itself.
import type { Machine } from '../machine.ts';
import { freeObject, makeNumber } from './alloc.ts';
import { checkPositional, noKeywords } from './arguments.ts';
import { newComplex } from './complex.ts';
import { complexPowerOf } from './complex-math.ts';
import { floatMethods, floatGetSet } from './float-methods.ts';
import { numberToFloat } from './float-new.ts';
import { hashFloat } from './hash.ts';
import { genericAlloc } from './instance.ts';
import { intFromDouble } from './int-new.ts';
import { isInt } from './int.ts';
import { toDouble } from './int-arithmetic.ts';
import { pow } from './libm.ts';
import { floatRepr } from './number-text.ts';
import { type PyObject, decref, incref } from './object.ts';
import { raiseWith, typeError, zeroDivision } from './raise.ts';
import { newStr, newStrAscii } from './str.ts';
import { newInt } from './int.ts';
import { newPair, tupleItems } from './tuple.ts';
import { type CompareOp, type PyType, type TypeSpec, TypeFlag } from './type.ts';

/** A float or an instance of a subclass. */
export interface PyFloat extends PyObject {
  data: number;
}

/** PyFloat_Check. */
export function isFloat(m: Machine, o: PyObject): o is PyFloat {
  const type = o.ob_type;
  return type === m.types.float || type.tp_mro.includes(m.types.float);
}

/** PyFloat_CheckExact. */
export function isFloatExact(m: Machine, o: PyObject): o is PyFloat {
  return o.ob_type === m.types.float;
}

/** The value of a float object. */
export function floatValue(o: PyObject): number {
  return o.data as number;
}

/** PyFloat_FromDouble: from the free list if it has a block. */
export function newFloat(m: Machine, value: number): PyObject {
  return makeNumber(m, m.types.float, m.deadFloats, value, m.freeLists.float.pop(), 24);
}

/** float_dealloc. */
export function floatDealloc(m: Machine, o: PyObject): void {
  if (o.ob_type !== m.types.float) return freeObject(m, o);
  if (!m.freeLists.float.push(o.block)) m.memory.free(o.block);
  m.deadFloats.keep(o);
}

/** True for what CONVERT_TO_DOUBLE takes: a float or an int. */
function isOperand(m: Machine, o: PyObject): boolean {
  const type = o.ob_type;
  return type === m.types.float || (type.tp_flags & TypeFlag.LONG_SUBCLASS) !== 0 || type.tp_mro.includes(m.types.float);
}

/** The double of such an operand; OverflowError for an int beyond the range. */
function doubleOf(m: Machine, o: PyObject): number {
  const value = o.data as number | bigint;
  return typeof value === 'number' ? value : toDouble(m, value);
}

function operands(m: Machine, a: PyObject, b: PyObject): boolean {
  return isOperand(m, a) && isOperand(m, b);
}

function floatAdd(m: Machine, a: PyObject, b: PyObject): PyObject {
  return operands(m, a, b) ? newFloat(m, doubleOf(m, a) + doubleOf(m, b)) : incref(m.NotImplemented);
}

function floatSubtract(m: Machine, a: PyObject, b: PyObject): PyObject {
  return operands(m, a, b) ? newFloat(m, doubleOf(m, a) - doubleOf(m, b)) : incref(m.NotImplemented);
}

function floatMultiply(m: Machine, a: PyObject, b: PyObject): PyObject {
  return operands(m, a, b) ? newFloat(m, doubleOf(m, a) * doubleOf(m, b)) : incref(m.NotImplemented);
}

function floatTrueDivide(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!operands(m, a, b)) return incref(m.NotImplemented);
  if (doubleOf(m, b) === 0) throw zeroDivision(m, m.profile.zeroDivision.floatDivide);
  return newFloat(m, doubleOf(m, a) / doubleOf(m, b));
}

/** Python's float modulo: the sign is the divisor's, and a zero has it too. */
export function floatModulo(x: number, y: number): number {
  const remainder = x % y;
  if (remainder === 0) return y < 0 || Object.is(y, -0) ? -0 : 0;
  return (y < 0) !== (remainder < 0) ? remainder + y : remainder;
}

/** Python's float floor division (_float_div_mod). */
export function floatFloorDivide(x: number, y: number): number {
  let remainder = x % y;
  let quotient = (x - remainder) / y;
  if (remainder !== 0) {
    if ((y < 0) !== (remainder < 0)) {
      remainder += y;
      quotient -= 1;
    }
  }
  if (quotient === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function floatRemainder(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!operands(m, a, b)) return incref(m.NotImplemented);
  if (doubleOf(m, b) === 0) throw zeroDivision(m, m.profile.zeroDivision.floatModulo);
  return newFloat(m, floatModulo(doubleOf(m, a), doubleOf(m, b)));
}

function floatFloor(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!operands(m, a, b)) return incref(m.NotImplemented);
  if (doubleOf(m, b) === 0) throw zeroDivision(m, m.profile.zeroDivision.floatFloor);
  return newFloat(m, floatFloorDivide(doubleOf(m, a), doubleOf(m, b)));
}

function floatDivmod(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!operands(m, a, b)) return incref(m.NotImplemented);
  if (doubleOf(m, b) === 0) throw zeroDivision(m, m.profile.zeroDivision.floatDivmod);
  const quotient = newFloat(m, floatFloorDivide(doubleOf(m, a), doubleOf(m, b)));
  return newPair(m, quotient, newFloat(m, floatModulo(doubleOf(m, a), doubleOf(m, b))));
}

function floatPower(m: Machine, a: PyObject, b: PyObject, modulus: PyObject): PyObject {
  if (modulus !== m.None) throw typeError(m, 'pow() 3rd argument not allowed unless all arguments are integers');
  if (!operands(m, a, b)) return incref(m.NotImplemented);
  const x = doubleOf(m, a);
  const y = doubleOf(m, b);
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
    const power = complexPowerOf(m, { real: x, imag: 0 }, { real: y, imag: 0 });
    return newComplex(m, power.real, power.imag);
  }
  return newFloat(m, powerOf(m, x, y));
}

/** pow() of C on doubles with Python's exceptions. */
export function powerOf(m: Machine, x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x === -1 && (y === Infinity || y === -Infinity)) return 1;
  if (x === 0 && y < 0 && y !== -Infinity) throw zeroDivision(m, m.profile.zeroDivision.floatPower);
  const result = pow(x, y);
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)) throw rangeError(m);
  return result;
}

/** OverflowError(34, 'Numerical result out of range'). */
export function rangeError(m: Machine): unknown {
  const code = newInt(m, 34);
  const text = newStr(m, 'Numerical result out of range');
  try {
    return raiseWith(m, m.types.OverflowError, [code, text]);
  } finally {
    decref(m, code);
    decref(m, text);
  }
}

function floatCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  const x = a.data as number;
  let y: number | bigint;
  if (isInt(b)) y = b.data;
  else if (isFloat(m, b)) y = b.data;
  else return incref(m.NotImplemented);
  return incref(compareNumbers(x, y, op) ? m.True : m.False);
}

/** JavaScript compares doubles with bigints exactly, as CPython does. */
function compareNumbers(x: number, y: number | bigint, op: CompareOp): boolean {
  switch (op) {
    case 0: return x < y;
    case 1: return x <= y;
    case 2: return x == y; // eslint-disable-line eqeqeq -- number and bigint
    case 3: return x != y; // eslint-disable-line eqeqeq
    case 4: return x > y;
    case 5: return x >= y;
  }
}

/** float.__new__. */
function floatNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  if (type === m.types.float || type.tp_init === m.types.float.tp_init) noKeywords(m, 'float', kwnames);
  // What a subclass's __init__ takes by name is not counted.
  const given = args.length - (kwnames === null ? 0 : tupleItems(kwnames).length);
  checkPositional(m, 'float', given, 0, 1);
  const x = given > 0 ? args[0] : undefined;
  if (type === m.types.float) return x === undefined ? newFloat(m, 0) : numberToFloat(m, x);
  const exact = x === undefined ? newFloat(m, 0) : numberToFloat(m, x);
  try {
    return genericAlloc(m, type, exact.data);
  } finally {
    decref(m, exact);
  }
}

function floatExact(m: Machine, o: PyObject): PyObject {
  return o.ob_type === m.types.float ? incref(o) : newFloat(m, o.data as number);
}

/** PyFloat_Type. */
export const floatType: TypeSpec = {
  name: 'float',
  basicsize: 24,
  flags: TypeFlag.BASETYPE | TypeFlag.MATCH_SELF,
  doc: 'Convert a string or number to a floating-point number, if possible.',
  slots: {
    tp_dealloc: floatDealloc,
    tp_repr: (m, o) => newStrAscii(m, floatRepr(o.data as number)),
    tp_hash: (m, o) => hashFloat(m, o.data as number, o),
    tp_richcompare: floatCompare,
    tp_new: floatNew,
    nb_add: floatAdd,
    nb_subtract: floatSubtract,
    nb_multiply: floatMultiply,
    nb_remainder: floatRemainder,
    nb_divmod: floatDivmod,
    nb_power: floatPower,
    nb_negative: (m, o) => newFloat(m, -(o.data as number)),
    nb_positive: floatExact,
    nb_absolute: (m, o) => newFloat(m, Math.abs(o.data as number)),
    nb_bool: (_m, o) => (o.data as number) !== 0,
    nb_int: (m, o) => intFromDouble(m, o.data as number),
    nb_float: floatExact,
    nb_floor_divide: floatFloor,
    nb_true_divide: floatTrueDivide,
  },
  methods: floatMethods,
  getset: floatGetSet,
};


export { numberToFloat } from './float-new.ts';
