// How wrapper_descriptor objects call a slot: one adapter per slot signature (CPython 3.13 Objects/typeobject.c, wrap_*).
import type { Machine } from '../machine.ts';
import { asSize, hashToInt } from './abstract.ts';
import { newBool } from './bool.ts';
import { newSizeInt } from './int.ts';
import { incref, type PyObject } from './object.ts';
import { raiseWith, typeError } from './raise.ts';
import { isStr } from './str.ts';
import { slotNew } from './slot-functions.ts';
import {
  type BinaryFn, type CallFn, type CompareOp, type DescrGetFn, type DescrSetFn, type GetAttrFn, type InitFn, type RichCompareFn, type SetAttrFn,
  type TernaryFn, type TypeSlots, type UnaryFn, PyType,
} from './type.ts';

/** Any function that a slot can hold. */
export type SlotFunction = NonNullable<TypeSlots[keyof TypeSlots]>;
/** Calls `fn`, the slot of `self`'s type, with Python arguments. */
export type WrapFn = (m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null, fn: SlotFunction) => PyObject;

type Fn<K extends keyof TypeSlots> = NonNullable<TypeSlots[K]>;

function none(m: Machine): PyObject {
  return incref(m.None);
}

/** check_num_args; two arguments, and the number of a repetition (checkRange), are counted by PyArg_UnpackTuple with an empty name, whose text begins with a blank. */
function checkCount(m: Machine, args: readonly PyObject[], count: number): void {
  if (args.length === count) return;
  throw typeError(m, `${count === 2 ? ' ' : ''}expected ${count} argument${count === 1 ? '' : 's'}, got ${args.length}`);
}

function arg(args: readonly PyObject[], i: number): PyObject {
  return args[i] as PyObject;
}

export const wrapUnary: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 0);
  return (fn as UnaryFn)(m, self);
};

/** wrap_binaryfunc: another function than wrapBinaryLeft, so that a number slot is not taken for a sequence slot. */
export const wrapBinary: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  return (fn as BinaryFn)(m, self, arg(args, 0));
};

export const wrapBinaryLeft: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  return (fn as BinaryFn)(m, self, arg(args, 0));
};

export const wrapBinaryRight: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  return (fn as BinaryFn)(m, arg(args, 0), self);
};

export const wrapPowLeft: WrapFn = (m, self, args, _kw, fn) => {
  checkRange(m, args, 1, 2);
  return (fn as TernaryFn)(m, self, arg(args, 0), args[1] ?? m.None);
};

export const wrapPowRight: WrapFn = (m, self, args, _kw, fn) => {
  checkRange(m, args, 1, 2);
  return (fn as TernaryFn)(m, arg(args, 0), self, args[1] ?? m.None);
};

function checkRange(m: Machine, args: readonly PyObject[], min: number, max: number): void {
  if (min === max && args.length !== min) throw typeError(m, ` expected ${min} argument${min === 1 ? '' : 's'}, got ${args.length}`);
  if (args.length < min) throw typeError(m, ` expected at least ${min} argument${min === 1 ? '' : 's'}, got ${args.length}`);
  if (args.length > max) throw typeError(m, ` expected at most ${max} argument${max === 1 ? '' : 's'}, got ${args.length}`);
}

export const wrapLength: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 0);
  const rounded = (fn as Fn<'sq_length'>)(m, self);
  return newSizeInt(m, Number.isSafeInteger(rounded) ? rounded : m.longLength);
};

export const wrapBool: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 0);
  return newBool(m, (fn as Fn<'nb_bool'>)(m, self));
};

export const wrapRepeat: WrapFn = (m, self, args, _kw, fn) => {
  checkRange(m, args, 1, 1);
  return (fn as Fn<'sq_repeat'>)(m, self, asSize(m, arg(args, 0), m.types.OverflowError));
};

/** getindex: negative positions count from the end. */
function position(m: Machine, self: PyObject, index: PyObject): number {
  let i = asSize(m, index, m.types.OverflowError);
  const length = self.ob_type.sq_length;
  if (i < 0 && length !== null) i += length(m, self);
  return i;
}

export const wrapItem: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  return (fn as Fn<'sq_item'>)(m, self, position(m, self, arg(args, 0)));
};

export const wrapSetItem: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 2);
  (fn as Fn<'sq_ass_item'>)(m, self, position(m, self, arg(args, 0)), arg(args, 1));
  return none(m);
};

export const wrapDelItem: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  (fn as Fn<'sq_ass_item'>)(m, self, position(m, self, arg(args, 0)), null);
  return none(m);
};

export const wrapContains: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  return newBool(m, (fn as Fn<'sq_contains'>)(m, self, arg(args, 0)));
};

export const wrapSetKey: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 2);
  (fn as Fn<'mp_ass_subscript'>)(m, self, arg(args, 0), arg(args, 1));
  return none(m);
};

export const wrapDelKey: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  (fn as Fn<'mp_ass_subscript'>)(m, self, arg(args, 0), null);
  return none(m);
};

export const wrapHash: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 0);
  return hashToInt(m, (fn as Fn<'tp_hash'>)(m, self));
};

export const wrapCall: WrapFn = (m, self, args, kwnames, fn) => (fn as CallFn)(m, self, args, kwnames);

function wrapCompare(op: CompareOp): WrapFn {
  return (m, self, args, _kw, fn) => {
    checkCount(m, args, 1);
    return (fn as RichCompareFn)(m, self, arg(args, 0), op);
  };
}
export const wrapLt = wrapCompare(0);
export const wrapLe = wrapCompare(1);
export const wrapEq = wrapCompare(2);
export const wrapNe = wrapCompare(3);
export const wrapGt = wrapCompare(4);
export const wrapGe = wrapCompare(5);

export const wrapNext: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 0);
  const item = (fn as Fn<'tp_iternext'>)(m, self);
  if (item === null) throw raiseWith(m, m.types.StopIteration, []);
  return item;
};

export const wrapGet: WrapFn = (m, self, args, _kw, fn) => {
  checkRange(m, args, 1, 2);
  const obj = arg(args, 0) === m.None ? null : arg(args, 0);
  const type = args[1] === undefined || args[1] === m.None ? null : arg(args, 1);
  if (obj === null && type === null) throw typeError(m, '__get__(None, None) is invalid');
  return (fn as DescrGetFn)(m, self, obj, type);
};

export const wrapSet: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 2);
  (fn as DescrSetFn)(m, self, arg(args, 0), arg(args, 1));
  return none(m);
};

export const wrapDelete: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  (fn as DescrSetFn)(m, self, arg(args, 0), null);
  return none(m);
};

export const wrapInit: WrapFn = (m, self, args, kwnames, fn) => {
  (fn as InitFn)(m, self, args, kwnames);
  return none(m);
};

export const wrapGetAttr: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  const name = arg(args, 0);
  if (!isStr(name)) throw typeError(m, `attribute name must be string, not '${name.ob_type.tp_name}'`);
  return (fn as GetAttrFn)(m, self, name);
};

/** hackcheck: object.__setattr__(int, …) must not write into a built-in type behind its metatype's back. */
function checkNotBehindMetatype(m: Machine, self: PyObject, fn: SlotFunction, what: string): void {
  if (!(self instanceof PyType)) return;
  let type: PyType | null = self.ob_type;
  while (type !== null && type.tp_setattro !== fn) {
    if (type.tp_spec !== null && type.tp_setattro !== null) break;
    type = type.tp_base;
  }
  if (type === null || type.tp_setattro !== fn || type === m.types.object) {
    throw typeError(m, `can't apply this ${what} to ${self.ob_type.tp_name} object`);
  }
}

export const wrapSetAttr: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 2);
  checkNotBehindMetatype(m, self, fn, '__setattr__');
  (fn as SetAttrFn)(m, self, arg(args, 0), arg(args, 1));
  return none(m);
};

export const wrapDelAttr: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 1);
  checkNotBehindMetatype(m, self, fn, '__delattr__');
  (fn as SetAttrFn)(m, self, arg(args, 0), null);
  return none(m);
};

export const wrapDel: WrapFn = (m, self, args, _kw, fn) => {
  checkCount(m, args, 0);
  (fn as Fn<'tp_finalize'>)(m, self);
  return none(m);
};

/** tp_new_wrapper: what `T.__new__` of a built-in type T does: checks the class argument, then T's own tp_new. */
export function callTypeNew(m: Machine, owner: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const sub = args[0];
  const name = owner.tp_name;
  if (sub === undefined) throw typeError(m, `${name}.__new__(): not enough arguments`);
  if (!(sub instanceof PyType)) throw typeError(m, `${name}.__new__(X): X is not a type object (${sub.ob_type.tp_name})`);
  if (!sub.tp_mro.includes(owner)) throw typeError(m, `${name}.__new__(${sub.tp_name}): ${sub.tp_name} is not a subtype of ${name}`);
  // The nearest built-in base decides: object.__new__(dict) would leave a dict unmade.
  let staticBase: PyType | null = sub;
  while (staticBase !== null && staticBase.tp_new === slotNew) staticBase = staticBase.tp_base;
  if (staticBase !== null && staticBase.tp_new !== owner.tp_new) {
    throw typeError(m, `${name}.__new__(${sub.tp_name}) is not safe, use ${staticBase.tp_name}.__new__()`);
  }
  const make = owner.tp_new;
  if (make === null) throw typeError(m, `cannot create '${name}' instances`);
  return make(m, sub, args.slice(1), kwnames);
}
