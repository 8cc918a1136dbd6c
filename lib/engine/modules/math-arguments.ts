// Arguments and errors of the math module's functions (CPython 3.13 Modules/mathmodule.c).
import type { Machine } from '../machine.ts';
import { numberToFloat } from '../objects/float-new.ts';
import { toDouble } from '../objects/int-arithmetic.ts';
import { isInt } from '../objects/int.ts';
import { decref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { overflowError, typeError, valueError } from '../objects/raise.ts';

export type Args = readonly PyObject[];

/** A float argument (PyFloat_AsDouble). */
export function double(m: Machine, o: PyObject): number {
  if (o.ob_type === m.types.float) return o.data as number;
  if (isInt(o)) return toDouble(m, o.data);
  if (o.ob_type.nb_float === null && o.ob_type.nb_index === null) throw typeError(m, `must be real number, not ${o.ob_type.tp_name}`);
  const float = numberToFloat(m, o);
  const value = float.data as number;
  decref(m, float);
  return value;
}

export const domainError = (m: Machine): unknown => valueError(m, 'math domain error');
export const mathRange = (m: Machine): unknown => overflowError(m, 'math range error');
