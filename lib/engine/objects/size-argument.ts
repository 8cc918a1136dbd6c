// A native parameter of C type Py_ssize_t, as Argument Clinic converts it (PyNumber_Index, then PyLong_AsSsize_t).
import type { Machine } from '../machine.ts';
import { index } from './abstract.ts';
import { intValue } from './int.ts';
import { decref } from './object.ts';
import type { PyObject } from './object.ts';
import { overflowError } from './raise.ts';

const SSIZE_LIMIT = 2n ** 63n;

/** The value; OverflowError outside of Py_ssize_t, TypeError for what is not an integer. */
export function sizeArgument(m: Machine, o: PyObject): number {
  if (o.ob_type === m.types.int && typeof o.data === 'number') return o.data;
  const exact = index(m, o);
  const value = intValue(exact);
  decref(m, exact);
  if (typeof value === 'number') return value;
  if (value >= SSIZE_LIMIT || value < -SSIZE_LIMIT) throw overflowError(m, 'Python int too large to convert to C ssize_t');
  return Number(value);
}
