// Operators between arrays, scalars and Python's numbers (numpy 1.24 numpy/core/src/multiarray/number.c; numpy/core/src/umath/ufunc_object.c).
import type { Machine } from '../../machine.ts';
import { dictGetStr } from '../../objects/dict.ts';
import { intValue, isInt } from '../../objects/int.ts';
import { isList } from '../../objects/list.ts';
import { moduleDict } from '../../objects/module.ts';
import { type PyObject, decref } from '../../objects/object.ts';
import { raise, typeError } from '../../objects/raise.ts';
import { isTuple } from '../../objects/tuple.ts';
import { PyType, isSubtype } from '../../objects/type.ts';
import { binary, unary, withPythonNumber } from './arithmetic.ts';
import { BOOL, type DType, FLOAT64, type Value, promote } from './dtype.ts';
import { type NdData, fromValues } from './storage.ts';
import { arrayData, isArray, wrap, toArray, intDtype } from './arrays.ts';
import { scalarDtype } from './scalars.ts';

interface Operand {
  readonly nd: NdData;
  readonly isScalar: boolean;
}

/** What takes part in an operation: an array, a scalar or a Python number; null for anything else. */
export function operand(m: Machine, o: PyObject): Operand | null {
  if (isArray(m, o)) return { nd: arrayData(o), isScalar: false };
  const d = scalarDtype(m, o);
  if (d !== null) return { nd: fromValues(d, [], [o.data as Value]), isScalar: true };
  if (o === m.True || o === m.False) return { nd: fromValues(BOOL, [], [o === m.True ? 1 : 0]), isScalar: true };
  if (isInt(o)) {
    const exact = BigInt(intValue(o));
    return { nd: fromValues(intDtype(m, exact), [], [exact]), isScalar: true };
  }
  if (isSubtype(o.ob_type, m.types.float)) return { nd: fromValues(FLOAT64, [], [o.data as number]), isScalar: true };
  if (isList(o) || isTuple(o)) return { nd: toArray(m, o, null), isScalar: false };
  return null;
}

/** Kinds in the order in which they absorb each other. */
export const RANK: Readonly<Record<DType['kind'], number>> = { b: 0, i: 1, u: 1, f: 2 };

/** The type in which two operands meet: scalars give way to arrays of their own kind or a higher one. */
export function meet(a: Operand, b: Operand): DType {
  const [x, y] = [a.nd.dtype, b.nd.dtype];
  const [aIsValue, bIsValue] = [a.nd.shape.length === 0, b.nd.shape.length === 0];
  if (aIsValue !== bIsValue) {
    const [array, value] = aIsValue ? [y, a] : [x, b];
    const kind = value.nd.dtype.kind;
    if (RANK[kind] <= RANK[array.kind] && kind !== 'b') return withPythonNumber(array, value.nd.values()[0] as Value, kind === 'f');
    return promote(x, y);
  }
  return promote(x, y);
}

/** The function `name` of two Python objects; null if one is nothing for numpy. */
export function applyBinary(m: Machine, name: string, a: PyObject, b: PyObject): PyObject | null {
  const x = operand(m, a);
  const y = operand(m, b);
  if (x === null || y === null) return null;
  return wrap(m, binary(m, name, x.nd, y.nd, meet(x, y), x.isScalar && y.isScalar));
}

/** UFuncTypeError: the result cannot be cast to the target. */
export function castingError(m: Machine, name: string, from: DType, to: DType): ReturnType<typeof typeError> {
  const module = m.vm.importModule('numpy');
  try {
    const type = dictGetStr(m, moduleDict(module), '_UFuncTypeError');
    const text = `Cannot cast ufunc '${name}' output from dtype('${from.name}') to dtype('${to.name}') with casting rule 'same_kind'`;
    return type instanceof PyType ? raise(m, type, text) : typeError(m, text);
  } finally {
    decref(m, module);
  }
}

/** The function `name` of one Python object. */
export function applyUnary(m: Machine, name: string, a: PyObject): PyObject {
  return wrap(m, unary(m, name, toArray(m, a, null)));
}
