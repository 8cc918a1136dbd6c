// Raising Python exceptions from native code (CPython Python/errors.c): `throw typeError(m, 'text')`.
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { call } from './call.ts';
import { decref, type PyObject } from './object.ts';
import { newStr } from './str.ts';
import { tupleItems } from './tuple.ts';
import { type PyType, isSubtype } from './type.ts';

/** PyErr_SetString. */
export function raise(m: Machine, type: PyType, text: string): PyRaise {
  const message = newStr(m, text);
  const exc = call(m, type, [message]);
  decref(m, message);
  return new PyRaise(exc);
}

/** An exception made from positional arguments (borrowed). */
export function raiseWith(m: Machine, type: PyType, args: readonly PyObject[]): PyRaise {
  return new PyRaise(call(m, type, args));
}

export const typeError = (m: Machine, text: string): PyRaise => raise(m, m.types.TypeError, text);
export const valueError = (m: Machine, text: string): PyRaise => raise(m, m.types.ValueError, text);
export const indexError = (m: Machine, text: string): PyRaise => raise(m, m.types.IndexError, text);
export const overflowError = (m: Machine, text: string): PyRaise => raise(m, m.types.OverflowError, text);
export const runtimeError = (m: Machine, text: string): PyRaise => raise(m, m.types.RuntimeError, text);
export const zeroDivision = (m: Machine, text: string): PyRaise => raise(m, m.types.ZeroDivisionError, text);
export const systemError = (m: Machine, text: string): PyRaise => raise(m, m.types.SystemError, text);

/** KeyError with the key itself as argument (_PyErr_SetKeyError). */
export function keyError(m: Machine, key: PyObject): PyRaise {
  return new PyRaise(call(m, m.types.KeyError, [key]));
}

/** PyErr_SetObject(KeyError, key): None is no argument, a tuple is all of them. */
export function keyErrorFrom(m: Machine, key: PyObject): PyRaise {
  return new PyRaise(call(m, m.types.KeyError, key === m.None ? [] : key.ob_type === m.types.tuple ? tupleItems(key) : [key]));
}

/** StopIteration with a value, for `__next__` wrappers and generators that return. */
export function stopIteration(m: Machine, value: PyObject | null): PyRaise {
  return new PyRaise(call(m, m.types.StopIteration, value === null || value === m.None ? [] : [value]));
}

/** PyErr_ExceptionMatches for one type. */
export function matches(raised: PyRaise, type: PyType): boolean {
  return isSubtype(raised.exc.ob_type, type);
}

/** PyErr_Clear: drops an exception that was caught natively. */
export function dropRaise(m: Machine, raised: PyRaise): void {
  decref(m, raised.exc);
}
