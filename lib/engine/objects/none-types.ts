// None, Ellipsis and NotImplemented (CPython Objects/object.c: _PyNone_Type, _PyNotImplemented_Type; Objects/sliceobject.c: PyEllipsis_Type).
import { InvariantError } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { allocObject, makeStatic } from './alloc.ts';
import { hashPointer } from './hash.ts';
import { incref } from './object.ts';
import type { PyObject } from './object.ts';
import { objectCompare } from './object-type.ts';
import { raise, typeError } from './raise.ts';
import { newStr } from './str.ts';
import type { PyType, TypeSpec } from './type.ts';
import { warn } from './warn.ts';

/** Makes the three (bootstrap). */
export function initSingletons(m: Machine): void {
  m.None = makeStatic(m, allocObject(m, m.types.NoneType, null));
  m.Ellipsis = makeStatic(m, allocObject(m, m.types.ellipsis, null));
  m.NotImplemented = makeStatic(m, allocObject(m, m.types.NotImplementedType, null));
}

function singletonNew(pick: (m: Machine) => PyObject, name: string) {
  return (m: Machine, _type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject => {
    if (args.length > 0 || kwnames !== null) throw typeError(m, `${name} takes no arguments`);
    return incref(pick(m));
  };
}

function neverFreed(): never {
  throw new InvariantError('a singleton was deallocated');
}

/** The type of None. */
export const noneType: TypeSpec = {
  name: 'NoneType',
  basicsize: 16,
  flags: 0,
  doc: 'The type of the None singleton.',
  slots: {
    tp_dealloc: neverFreed,
    tp_repr: (m) => newStr(m, 'None'),
    // A constant since 3.12; address-dependent before.
    tp_hash: (m, self) => {
      if (!m.profile.noneHashIsConstant) return hashPointer(m, self);
      m.hashHi = 0;
      return 0xfca86420 | 0;
    },
    tp_richcompare: (m, a, b, op) => objectCompare(m, a, b, op),
    tp_new: singletonNew((m) => m.None, 'NoneType'),
    nb_bool: () => false,
  },
};

/** The type of `...`. */
export const ellipsisType: TypeSpec = {
  name: 'ellipsis',
  basicsize: 16,
  flags: 0,
  doc: 'The type of the Ellipsis singleton.',
  slots: { tp_dealloc: neverFreed, tp_repr: (m) => newStr(m, 'Ellipsis'), tp_new: singletonNew((m) => m.Ellipsis, 'EllipsisType') },
  methods: [{ name: '__reduce__', kind: 'noargs', fn: (m) => newStr(m, 'Ellipsis') }],
};

/** The type of NotImplemented. */
export const notImplementedType: TypeSpec = {
  name: 'NotImplementedType',
  basicsize: 16,
  flags: 0,
  doc: 'The type of the NotImplemented singleton.',
  slots: {
    tp_dealloc: neverFreed,
    tp_repr: (m) => newStr(m, 'NotImplemented'),
    tp_new: singletonNew((m) => m.NotImplemented, 'NotImplementedType'),
    nb_bool: (m) => {
      if (m.profile.notImplementedBoolRaises) throw raise(m, m.types.TypeError, 'NotImplemented should not be used in a boolean context');
      warn(m, m.types.DeprecationWarning, 'NotImplemented should not be used in a boolean context');
      return true;
    },
  },
  methods: [{ name: '__reduce__', kind: 'noargs', fn: (m) => newStr(m, 'NotImplemented') }],
};
