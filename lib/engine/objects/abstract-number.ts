// Arithmetic on objects of any type: who is asked first, NotImplemented, in-place forms, conversions (CPython 3.13 Objects/abstract.c, number protocol).
import { wrongResult, warnOfSubclassResult } from './method-results.ts';
import type { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { asIndexNumber, intValue, isInt, newInt } from './int.ts';
import { numberToInt } from './int-new.ts';
import { numberToFloat } from './float.ts';
import { decref, incref, type PyObject } from './object.ts';
import { raise, typeError } from './raise.ts';
import { type BinaryFn, isSubtype, type PyType, type TernaryFn } from './type.ts';

/** binary_op1: NotImplemented (new reference) if neither operand can. `fa` and `fb` are their types' functions. */
function binary1(m: Machine, a: PyObject, b: PyObject, fa: BinaryFn | null, fb: BinaryFn | null): PyObject {
  if (fb === fa || a.ob_type === b.ob_type) fb = null;
  if (fa !== null) {
    if (fb !== null && isSubtype(b.ob_type, a.ob_type)) {
      const result = fb(m, a, b);
      if (result !== m.NotImplemented) return result;
      decref(m, result);
      fb = null;
    }
    const result = fa(m, a, b);
    if (result !== m.NotImplemented) return result;
    decref(m, result);
  }
  if (fb !== null) return fb(m, a, b);
  return incref(m.NotImplemented);
}

// One function per operator: the slot's name stands in its text, for the host finds a property that is named by a variable many times more slowly.
const add1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_add, b.ob_type.nb_add);
const subtract1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_subtract, b.ob_type.nb_subtract);
const multiply1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_multiply, b.ob_type.nb_multiply);
const remainder1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_remainder, b.ob_type.nb_remainder);
const divmod1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_divmod, b.ob_type.nb_divmod);
const lshift1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_lshift, b.ob_type.nb_lshift);
const rshift1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_rshift, b.ob_type.nb_rshift);
const and1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_and, b.ob_type.nb_and);
const xor1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_xor, b.ob_type.nb_xor);
const or1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_or, b.ob_type.nb_or);
const floorDivide1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_floor_divide, b.ob_type.nb_floor_divide);
const trueDivide1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_true_divide, b.ob_type.nb_true_divide);
const matrixMultiply1: BinaryFn = (m, a, b) => binary1(m, a, b, a.ob_type.nb_matrix_multiply, b.ob_type.nb_matrix_multiply);

function unsupported(m: Machine, a: PyObject, b: PyObject, op: string): PyRaise {
  return typeError(m, `unsupported operand type(s) for ${op}: '${a.ob_type.tp_name}' and '${b.ob_type.tp_name}'`);
}

/** The result of binary_op1, or TypeError for its NotImplemented. */
function answered(m: Machine, a: PyObject, b: PyObject, result: PyObject, op: string): PyObject {
  if (result !== m.NotImplemented) return result;
  decref(m, result);
  if (op === '>>' && a.ob_type === m.types.builtin_function_or_method && isPrint(m, a)) {
    throw typeError(m, `${unsupportedText(a, b, op)}. Did you mean "print(<message>, file=<output_stream>)"?`);
  }
  throw unsupported(m, a, b, op);
}

function unsupportedText(a: PyObject, b: PyObject, op: string): string {
  return `unsupported operand type(s) for ${op}: '${a.ob_type.tp_name}' and '${b.ob_type.tp_name}'`;
}

function isPrint(_m: Machine, o: PyObject): boolean {
  return (o.data as { readonly spec?: { readonly name: string } }).spec?.name === 'print';
}

/** binary_iop1: the in-place function of the left operand's type if there is one, then the plain operator. */
function inplace1(m: Machine, a: PyObject, b: PyObject, fn: BinaryFn | null, plain: BinaryFn): PyObject {
  if (fn !== null) {
    const result = fn(m, a, b);
    if (result !== m.NotImplemented) return result;
    decref(m, result);
  }
  return plain(m, a, b);
}

function inplace(m: Machine, a: PyObject, b: PyObject, fn: BinaryFn | null, plain: BinaryFn, op: string): PyObject {
  return answered(m, a, b, inplace1(m, a, b, fn, plain), op);
}

/** PyNumber_Add: numbers, then sequences. */
export function add(m: Machine, a: PyObject, b: PyObject): PyObject {
  const result = add1(m, a, b);
  if (result !== m.NotImplemented) return result;
  decref(m, result);
  if (a.ob_type.sq_concat !== null) return a.ob_type.sq_concat(m, a, b);
  throw unsupported(m, a, b, '+');
}

/** sequence_repeat. */
function repeat(m: Machine, fn: NonNullable<PyType['sq_repeat']>, seq: PyObject, n: PyObject): PyObject {
  if (n.ob_type.nb_index === null) throw typeError(m, `can't multiply sequence by non-int of type '${n.ob_type.tp_name}'`);
  return fn(m, seq, asSize(m, n, m.types.OverflowError));
}

/** PyNumber_Multiply. */
export function multiply(m: Machine, a: PyObject, b: PyObject): PyObject {
  const result = multiply1(m, a, b);
  if (result !== m.NotImplemented) return result;
  decref(m, result);
  if (a.ob_type.sq_repeat !== null) return repeat(m, a.ob_type.sq_repeat, a, b);
  if (b.ob_type.sq_repeat !== null) return repeat(m, b.ob_type.sq_repeat, b, a);
  throw unsupported(m, a, b, '*');
}

export function subtract(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, subtract1(m, a, b), '-');
}
export function remainder(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, remainder1(m, a, b), '%');
}
export function divmod(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, divmod1(m, a, b), 'divmod()');
}
export function lshift(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, lshift1(m, a, b), '<<');
}
export function rshift(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, rshift1(m, a, b), '>>');
}
export function bitAnd(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, and1(m, a, b), '&');
}
export function bitXor(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, xor1(m, a, b), '^');
}
export function bitOr(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, or1(m, a, b), '|');
}
export function floorDivide(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, floorDivide1(m, a, b), '//');
}
export function trueDivide(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, trueDivide1(m, a, b), '/');
}
export function matrixMultiply(m: Machine, a: PyObject, b: PyObject): PyObject {
  return answered(m, a, b, matrixMultiply1(m, a, b), '@');
}

/** PyNumber_Power. */
export function power(m: Machine, a: PyObject, b: PyObject, modulus: PyObject): PyObject {
  return ternary(m, a, b, modulus, '** or pow()');
}

/** ternary_op for nb_power. */
function ternary(m: Machine, a: PyObject, b: PyObject, c: PyObject, op: string): PyObject {
  const fa = a.ob_type.nb_power;
  let fb: TernaryFn | null = null;
  if (a.ob_type !== b.ob_type) {
    fb = b.ob_type.nb_power;
    if (fb === fa) fb = null;
  }
  if (fa !== null) {
    if (fb !== null && isSubtype(b.ob_type, a.ob_type)) {
      const result = fb(m, a, b, c);
      if (result !== m.NotImplemented) return result;
      decref(m, result);
      fb = null;
    }
    const result = fa(m, a, b, c);
    if (result !== m.NotImplemented) return result;
    decref(m, result);
  }
  if (fb !== null) {
    const result = fb(m, a, b, c);
    if (result !== m.NotImplemented) return result;
    decref(m, result);
  }
  const fc = c.ob_type.nb_power;
  if (fc !== null && fc !== fa && fc !== fb) {
    const result = fc(m, a, b, c);
    if (result !== m.NotImplemented) return result;
    decref(m, result);
  }
  if (c === m.None) throw unsupported(m, a, b, op);
  throw typeError(m, `unsupported operand type(s) for ${op}: '${a.ob_type.tp_name}', '${b.ob_type.tp_name}', '${c.ob_type.tp_name}'`);
}

/** PyNumber_InPlaceAdd. */
export function inplaceAdd(m: Machine, a: PyObject, b: PyObject): PyObject {
  const result = inplace1(m, a, b, a.ob_type.nb_inplace_add, add1);
  if (result !== m.NotImplemented) return result;
  decref(m, result);
  const concat = a.ob_type.sq_inplace_concat ?? a.ob_type.sq_concat;
  if (concat !== null) return concat(m, a, b);
  throw unsupported(m, a, b, '+=');
}

/** PyNumber_InPlaceMultiply. */
export function inplaceMultiply(m: Machine, a: PyObject, b: PyObject): PyObject {
  const result = inplace1(m, a, b, a.ob_type.nb_inplace_multiply, multiply1);
  if (result !== m.NotImplemented) return result;
  decref(m, result);
  const mine = a.ob_type.sq_inplace_repeat ?? a.ob_type.sq_repeat;
  if (mine !== null) return repeat(m, mine, a, b);
  if (b.ob_type.sq_repeat !== null) return repeat(m, b.ob_type.sq_repeat, b, a);
  throw unsupported(m, a, b, '*=');
}

export function inplaceSubtract(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_subtract, subtract1, '-=');
}
export function inplaceRemainder(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_remainder, remainder1, '%=');
}
export function inplaceLshift(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_lshift, lshift1, '<<=');
}
export function inplaceRshift(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_rshift, rshift1, '>>=');
}
export function inplaceAnd(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_and, and1, '&=');
}
export function inplaceXor(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_xor, xor1, '^=');
}
export function inplaceOr(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_or, or1, '|=');
}
export function inplaceFloorDivide(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_floor_divide, floorDivide1, '//=');
}
export function inplaceTrueDivide(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_true_divide, trueDivide1, '/=');
}
export function inplaceMatrixMultiply(m: Machine, a: PyObject, b: PyObject): PyObject {
  return inplace(m, a, b, a.ob_type.nb_inplace_matrix_multiply, matrixMultiply1, '@=');
}

/** PyNumber_InPlacePower. */
export function inplacePower(m: Machine, a: PyObject, b: PyObject, modulus: PyObject): PyObject {
  const fn = a.ob_type.nb_inplace_power;
  if (fn !== null) {
    const result = fn(m, a, b, modulus);
    if (result !== m.NotImplemented) return result;
    decref(m, result);
  }
  return ternary(m, a, b, modulus, '**=');
}

/** BINARY_OP's operators in CPython's numbering (NB_ADD = 0 …); the in-place ones follow at + 13. */
const BINARY_OPS: readonly BinaryFn[] = [
  add, bitAnd, floorDivide, lshift, matrixMultiply, multiply, remainder, bitOr, (m, a, b) => power(m, a, b, m.None), rshift, subtract, trueDivide, bitXor,
  inplaceAdd, inplaceAnd, inplaceFloorDivide, inplaceLshift, inplaceMatrixMultiply, inplaceMultiply, inplaceRemainder, inplaceOr,
  (m, a, b) => inplacePower(m, a, b, m.None), inplaceRshift, inplaceSubtract, inplaceTrueDivide, inplaceXor,
];

/** BINARY_OP: `op` is the instruction's argument (0–25). New reference. */
export function binaryOp(m: Machine, op: number, a: PyObject, b: PyObject): PyObject {
  return (BINARY_OPS[op] as BinaryFn)(m, a, b);
}

/** The in-place form of a binary operator (0–12). */
export function inplaceOp(m: Machine, op: number, a: PyObject, b: PyObject): PyObject {
  return (BINARY_OPS[op + 13] as BinaryFn)(m, a, b);
}

function unary(m: Machine, o: PyObject, fn: ((m: Machine, o: PyObject) => PyObject) | null, op: string): PyObject {
  if (fn !== null) return fn(m, o);
  throw typeError(m, `bad operand type for ${op}: '${o.ob_type.tp_name}'`);
}

export function negative(m: Machine, o: PyObject): PyObject {
  return unary(m, o, o.ob_type.nb_negative, 'unary -');
}
export function positive(m: Machine, o: PyObject): PyObject {
  return unary(m, o, o.ob_type.nb_positive, 'unary +');
}
export function invert(m: Machine, o: PyObject): PyObject {
  return unary(m, o, o.ob_type.nb_invert, 'unary ~');
}
export function absolute(m: Machine, o: PyObject): PyObject {
  return unary(m, o, o.ob_type.nb_absolute, 'abs()');
}

/** PyNumber_Index: always an exact int. New reference. */
export function exactIndex(m: Machine, o: PyObject): PyObject {
  const result = index(m, o);
  if (result.ob_type === m.types.int) return result;
  const exact = newInt(m, intValue(result));
  decref(m, result);
  return exact;
}

/** _PyNumber_Index: an int (or a subclass's instance). New reference. */
export function index(m: Machine, o: PyObject): PyObject {
  if (isInt(o)) return incref(o);
  const fn = o.ob_type.nb_index;
  if (fn === null) throw typeError(m, `'${o.ob_type.tp_name}' object cannot be interpreted as an integer`);
  const result = fn(m, o);
  if (result.ob_type === m.types.int) return result;
  const expected = { owner: o, method: '__index__', what: 'an int', before: `__index__ returned non-int (type ${result.ob_type.tp_name})` };
  try {
    if (!isInt(result)) throw wrongResult(m, expected, result);
    warnOfSubclassResult(m, expected, result, 'int');
    return newInt(m, intValue(result));
  } finally {
    decref(m, result);
  }
}

/** PyNumber_AsSsize_t: `errorType` null clips to the range instead of raising. */
export function asSize(m: Machine, o: PyObject, errorType: PyType | null): number {
  const boxed = index(m, o);
  try {
    const value = intValue(boxed);
    if (typeof value === 'number' || (value >= MIN_SSIZE && value <= MAX_SSIZE)) return Number(value);
    if (errorType === null) return asIndexNumber(boxed);
    throw raise(m, errorType, `cannot fit '${o.ob_type.tp_name}' into an index-sized integer`);
  } finally {
    decref(m, boxed);
  }
}

const MAX_SSIZE = 2n ** 63n - 1n;
const MIN_SSIZE = -(2n ** 63n);

/** PyNumber_Long: `int(o)`. */
export function toInt(m: Machine, o: PyObject): PyObject {
  return numberToInt(m, o);
}

/** PyNumber_Float: `float(o)`. */
export function toFloat(m: Machine, o: PyObject): PyObject {
  return numberToFloat(m, o);
}
