// Copying and pickling of iterators, which itertools had until 3.13 (CPython Modules/itertoolsmodule.c: the `__reduce__` and `__setstate__` of each type).
// 3.12 and 3.13 warn about it.
import type { Machine } from '../machine.ts';
import { getIter } from '../objects/abstract.ts';
import { call } from '../objects/call.ts';
import { intValue, isInt, newInt } from '../objects/int.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { isTuple, newTuple, packTuple } from '../objects/tuple.ts';
import { until } from '../objects/type.ts';
import type { NativeSpec, PyType } from '../objects/type.ts';
import { warn } from '../objects/warn.ts';

const WARNING = 'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.';

/** `__reduce__` of a type, and `__setstate__` where it has one. */
export function pickleMethods(reduce: (m: Machine, self: PyObject) => PyObject, setState: ((m: Machine, self: PyObject, state: PyObject) => void) | null = null): readonly NativeSpec[] {
  const warned = (m: Machine): void => {
    if (m.profile.itertoolsPickleWarns) warn(m, m.types.DeprecationWarning, WARNING);
  };
  const methods: NativeSpec[] = [{
    name: '__reduce__', kind: 'noargs', inVersion: until(14), doc: 'Return state information for pickling.',
    fn: (m, self) => {
      warned(m);
      return reduce(m, self);
    },
  }];
  if (setState !== null) {
    methods.push({
      name: '__setstate__', kind: 'o', inVersion: until(14), doc: 'Set state information for unpickling.',
      fn: (m, self, state) => {
        warned(m);
        setState(m, self, state);
        return incref(m.None);
      },
    });
  }
  return methods;
}

/** (type, arguments[, state]) of borrowed objects. */
export function reduced(m: Machine, self: PyObject, args: readonly PyObject[], state: PyObject | null = null): PyObject {
  return newTuple(m, [incref(self.ob_type), packTuple(m, args), ...(state === null ? [] : [state])]);
}

/** A tuple of numbers. */
export function intTuple(m: Machine, numbers: readonly number[]): PyObject {
  return newTuple(m, numbers.map((n) => newInt(m, n)));
}

/** The state as a tuple. */
export function tupleState(m: Machine, state: PyObject): readonly PyObject[] {
  if (!isTuple(state)) throw typeError(m, 'state is not a tuple');
  return state.data;
}

/** The numbers of a state tuple, each brought into 0 … limit(i). */
export function indexState(m: Machine, state: PyObject | undefined, length: number, limit: (i: number) => number, least = 0): number[] {
  if (state === undefined || !isTuple(state) || state.data.length !== length) throw valueError(m, 'invalid arguments');
  return state.data.map((o, i) => Math.max(least, Math.min(limit(i), sizeArgument(m, o))));
}

/** A state that is a plain integer. */
export function intState(m: Machine, state: PyObject): number {
  if (!isInt(state)) throw typeError(m, 'an integer is required');
  return Number(intValue(state));
}

/** An iterator over one object and then the rest of `iterator`: `chain((first,), iterator)`. */
export function chained(m: Machine, chainType: PyType, first: PyObject, iterator: PyObject): PyObject {
  const head = packTuple(m, [first]);
  try {
    return call(m, chainType, [head, iterator]);
  } finally {
    decref(m, head);
  }
}

/** iter(()) for an iterator that is exhausted. */
export function emptyIterator(m: Machine, made: PyObject): PyObject {
  try {
    return getIter(m, made);
  } finally {
    decref(m, made);
  }
}
