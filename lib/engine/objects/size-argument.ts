// Native parameters of the C types Py_ssize_t and int, as Argument Clinic converts them (PyNumber_Index, then PyLong_AsSsize_t; PyLong_AsInt).
import type { Machine } from '../machine.ts';
import { index, isTrue } from './abstract.ts';
import { intValue, isInt } from './int.ts';
import { decref } from './object.ts';
import type { PyObject } from './object.ts';
import { overflowError, typeError } from './raise.ts';

const SSIZE_LIMIT = 2n ** 63n;

/** The value; OverflowError outside of Py_ssize_t, TypeError for what is not an integer. */
export function sizeArgument(m: Machine, o: PyObject, ctype = 'ssize_t'): number {
  return Number(exactSize(m, o, ctype));
}

/** The same, where sizes beyond what a double holds make a difference. */
export function exactSize(m: Machine, o: PyObject, ctype = 'ssize_t'): number | bigint {
  if (o.ob_type === m.types.int && typeof o.data === 'number') return o.data;
  const exact = index(m, o);
  const value = intValue(exact);
  decref(m, exact);
  if (typeof value === 'number') return value;
  if (value >= SSIZE_LIMIT || value < -SSIZE_LIMIT) throw overflowError(m, `Python int too large to convert to C ${ctype}`);
  return value;
}

/** PyLong_AsSsize_t: only an int will do. */
export function exactSizeArgument(m: Machine, o: PyObject): number {
  if (!isInt(o)) throw typeError(m, 'an integer is required');
  return sizeArgument(m, o);
}

/** The value; OverflowError outside of C's int, TypeError for what is not an integer. */
export function intArgument(m: Machine, o: PyObject): number {
  const exact = index(m, o);
  const value = intValue(exact);
  decref(m, exact);
  if (typeof value === 'bigint' || value > 0x7fffffff || value < -0x80000000) throw overflowError(m, 'Python int too large to convert to C int');
  return value;
}

/** A switch: any truth, in 3.11 only an integer (Argument Clinic's bool(accept={int})). */
export function switchArgument(m: Machine, o: PyObject): boolean {
  return m.profile.switchesAreInts ? intArgument(m, o) !== 0 : isTrue(m, o);
}
