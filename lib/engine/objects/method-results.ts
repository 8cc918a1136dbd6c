// What is said of a special method that answered something of a wrong type (CPython Objects/abstract.c, object.c, typeobject.c; one form for all since 3.15).
import type { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { qualifiedTypeName } from './type-attributes.ts';
import { warn } from './warn.ts';

/** A special method and what it must answer: `('__index__', 'an int')`. */
interface Expected {
  readonly owner: PyObject;
  readonly method: string;
  readonly what: string;
  /** The text before 3.15. */
  readonly before: string;
}

/** The TypeError for a result of a wrong type (both borrowed). */
export function wrongResult(m: Machine, expected: Expected, result: PyObject): PyRaise {
  return typeError(m, m.profile.methodsNamedInErrors ? namedText(m, expected, result) : expected.before);
}

/** The DeprecationWarning for a result of a subclass of int, float or complex. */
export function warnOfSubclassResult(m: Machine, expected: Expected, result: PyObject, kind: string): void {
  const start = m.profile.methodsNamedInErrors ? namedText(m, expected, result) : expected.before;
  const end = `The ability to return an instance of a strict subclass of ${kind} is deprecated, and may be removed in a future version of Python.`;
  warn(m, m.types.DeprecationWarning, `${start}.  ${end}`);
}

function namedText(m: Machine, { owner, method, what }: Expected, result: PyObject): string {
  return `${qualifiedTypeName(m, owner.ob_type)}.${method}() must return ${what}, not ${qualifiedTypeName(m, result.ob_type)}`;
}
