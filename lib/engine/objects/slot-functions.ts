// What stands in the slots of a class that defines a special method in Python: it looks the method up on the type and calls it
// (CPython 3.13 Objects/typeobject.c, slot_tp_*, slot_nb_*, lookup_maybe_method, vectorcall_maybe).
import { wrongResult } from './method-results.ts';
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { asSize, index, isTrue, iterContains } from './abstract.ts';
import { tryGenericGetAttr, genericGetAttr } from './attributes.ts';
import { holdArguments, releaseArguments, withCopiedArguments } from './argument-tuple.ts';
import { call, enterRecursive, leaveRecursive } from './call.ts';
import { wrapperFunction } from './descriptors.ts';
import { hashFromInt } from './hash.ts';
import { intValue, isInt, newInt } from './int.ts';
import { newSeqIter } from './iterators.ts';
import { intern } from './names.ts';
import { decref, incref, type PyObject } from './object.ts';
import { dropRaise, matches, raise, typeError, valueError } from './raise.ts';
import { hasFlag, isSubtype, TypeFlag } from './type.ts';
import type { BinaryFn, CallFn, CompareOp, DescrGetFn, DescrSetFn, GetAttrFn, InitFn, NewFn, SetAttrFn, TernaryFn, TypeSlots, UnaryFn } from './type.ts';
import { lookupType } from './type-ready.ts';

/** Calls method `name` of the type of args[0] with the rest of `args`; null if the type has none (vectorcall_maybe). No bound method is made for functions. */
export function callSlotMethod(m: Machine, name: string, args: readonly PyObject[], kwnames: PyObject | null = null): PyObject | null {
  const self = args[0] as PyObject;
  const found = lookupType(m, self.ob_type, intern(m, name));
  if (found === null) return null;
  return callFound(m, found, args, kwnames);
}

function callFound(m: Machine, found: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const self = args[0] as PyObject;
  const get = found.ob_type.tp_descr_get;
  if (get === null || hasFlag(found.ob_type, TypeFlag.METHOD_DESCRIPTOR)) {
    incref(found);
    try {
      return call(m, found, get === null ? args.slice(1) : args, kwnames);
    } finally {
      decref(m, found);
    }
  }
  const bound = get(m, found, self, self.ob_type);
  try {
    return call(m, bound, args.slice(1), kwnames);
  } finally {
    decref(m, bound);
  }
}

/** vectorcall_method: AttributeError if the type has no such method. */
function callRequired(m: Machine, name: string, args: readonly PyObject[]): PyObject {
  const result = callSlotMethod(m, name, args);
  if (result === null) throw raise(m, m.types.AttributeError, name);
  return result;
}

function discard(m: Machine, value: PyObject): void {
  decref(m, value);
}

function notImplemented(m: Machine): PyObject {
  return incref(m.NotImplemented);
}

/** SLOT0: a method without arguments. */
export function unarySlot(name: string): UnaryFn {
  return (m, self) => callRequired(m, name, [self]);
}

/** SLOT1: a method of one argument. */
export function binaryMethodSlot(name: string): BinaryFn {
  return (m, self, other) => callRequired(m, name, [self, other]);
}

type BinarySlotKey = { [K in keyof TypeSlots]: BinaryFn extends NonNullable<TypeSlots[K]> ? (NonNullable<TypeSlots[K]> extends BinaryFn ? K : never) : never }[keyof TypeSlots];

/** SLOT1BIN: `self op other` with the reflected method of a subclass first. */
export function binarySlot(key: BinarySlotKey, name: string, reflected: string): BinaryFn {
  const slot: BinaryFn = (m, self, other) => {
    const sameType = self.ob_type === other.ob_type;
    let tryOther = !sameType && other.ob_type[key] === slot;
    if (self.ob_type[key] === slot) {
      if (tryOther && isSubtype(other.ob_type, self.ob_type) && methodIsOverloaded(m, self, other, reflected)) {
        const result = callSlotMethod(m, reflected, [other, self]) ?? notImplemented(m);
        if (result !== m.NotImplemented) return result;
        decref(m, result);
        tryOther = false;
      }
      const result = callSlotMethod(m, name, [self, other]) ?? notImplemented(m);
      if (result !== m.NotImplemented || sameType) return result;
      decref(m, result);
    }
    if (tryOther) return callSlotMethod(m, reflected, [other, self]) ?? notImplemented(m);
    return notImplemented(m);
  };
  return slot;
}

/** method_is_overloaded: `other`'s type has its own version of the reflected method. */
function methodIsOverloaded(m: Machine, left: PyObject, right: PyObject, name: string): boolean {
  const key = intern(m, name);
  const b = lookupType(m, right.ob_type, key);
  if (b === null) return false;
  return lookupType(m, left.ob_type, key) !== b;
}

/** slot_nb_power: three arguments only through the left operand's method. */
export const slotPower: TernaryFn = (m, self, other, modulus) => {
  if (modulus === m.None) return powerBinary(m, self, other);
  if (self.ob_type.nb_power === slotPower) return callRequired(m, '__pow__', [self, other, modulus]);
  return notImplemented(m);
};

const powerBinary: BinaryFn = (m, self, other) => {
  const sameType = self.ob_type === other.ob_type;
  let tryOther = !sameType && other.ob_type.nb_power === slotPower;
  if (self.ob_type.nb_power === slotPower) {
    if (tryOther && isSubtype(other.ob_type, self.ob_type) && methodIsOverloaded(m, self, other, '__rpow__')) {
      const result = callSlotMethod(m, '__rpow__', [other, self]) ?? notImplemented(m);
      if (result !== m.NotImplemented) return result;
      decref(m, result);
      tryOther = false;
    }
    const result = callSlotMethod(m, '__pow__', [self, other]) ?? notImplemented(m);
    if (result !== m.NotImplemented || sameType) return result;
    decref(m, result);
  }
  if (tryOther) return callSlotMethod(m, '__rpow__', [other, self]) ?? notImplemented(m);
  return notImplemented(m);
};

export const slotInplacePower: TernaryFn = (m, self, other) => callRequired(m, '__ipow__', [self, other]);

export const slotBool = (m: Machine, self: PyObject): boolean => {
  let usesLength = false;
  const found = lookupType(m, self.ob_type, intern(m, '__bool__'));
  if (found === m.None && m.profile.boolNoneText) throw typeError(m, `'${self.ob_type.tp_name}' cannot be interpreted as a boolean`);
  let result = found === null ? null : callFound(m, found, [self], null);
  if (result === null) {
    result = callSlotMethod(m, '__len__', [self]);
    if (result === null) return true;
    usesLength = true;
  }
  try {
    if (usesLength) return lengthFrom(m, result) > 0;
    if (result === m.True) return true;
    if (result === m.False) return false;
    throw wrongResult(m, { owner: self, method: '__bool__', what: 'a bool', before: `__bool__ should return bool, returned ${result.ob_type.tp_name}` }, result);
  } finally {
    discard(m, result);
  }
};

function lengthFrom(m: Machine, value: PyObject): number {
  const count = index(m, value);
  try {
    const n = asSize(m, count, m.types.OverflowError);
    if (n < 0) throw valueError(m, '__len__() should return >= 0');
    if (typeof count.data === 'bigint') m.longLength = count.data;
    return n;
  } finally {
    decref(m, count);
  }
}

export const slotIndex: UnaryFn = (m, self) => callRequired(m, '__index__', [self]);

export const slotLength = (m: Machine, self: PyObject): number => {
  const result = callRequired(m, '__len__', [self]);
  try {
    return lengthFrom(m, result);
  } finally {
    discard(m, result);
  }
};

export const slotItem = (m: Machine, self: PyObject, position: number): PyObject => {
  const boxed = newInt(m, position);
  try {
    return callRequired(m, '__getitem__', [self, boxed]);
  } finally {
    decref(m, boxed);
  }
};

export const slotSetItem = (m: Machine, self: PyObject, position: number, value: PyObject | null): void => {
  const boxed = newInt(m, position);
  try {
    slotSetKey(m, self, boxed, value);
  } finally {
    decref(m, boxed);
  }
};

export const slotSubscript: BinaryFn = (m, self, key) => callRequired(m, '__getitem__', [self, key]);

export const slotSetKey = (m: Machine, self: PyObject, key: PyObject, value: PyObject | null): void => {
  discard(m, value === null ? callRequired(m, '__delitem__', [self, key]) : callRequired(m, '__setitem__', [self, key, value]));
};

export const slotContains = (m: Machine, self: PyObject, value: PyObject): boolean => {
  const found = lookupType(m, self.ob_type, intern(m, '__contains__'));
  if (found === m.None) throw typeError(m, `'${self.ob_type.tp_name}' object is not a container`);
  if (found === null) return iterContains(m, self, value);
  const result = callFound(m, found, [self, value], null);
  try {
    return isTrue(m, result);
  } finally {
    decref(m, result);
  }
};

export const slotRepr: UnaryFn = (m, self) => callRequired(m, '__repr__', [self]);
export const slotStr: UnaryFn = (m, self) => callRequired(m, '__str__', [self]);

/** PyObject_HashNotImplemented. */
export const hashNotImplemented = (m: Machine, self: PyObject): number => {
  throw typeError(m, `unhashable type: '${self.ob_type.tp_name}'`);
};

export const slotHash = (m: Machine, self: PyObject): number => {
  const found = lookupType(m, self.ob_type, intern(m, '__hash__'));
  if (found === null || found === m.None) return hashNotImplemented(m, self);
  const result = callFound(m, found, [self], null);
  try {
    if (!isInt(result)) throw typeError(m, '__hash__ method should return an integer');
    return hashFromInt(m, intValue(result));
  } finally {
    decref(m, result);
  }
};

export const slotCall: CallFn = (m, self, args, kwnames) => {
  // _PyObject_MakeTpCall: `__call__` may be an instance with a `__call__`, and so on.
  enterRecursive(m, ' while calling a Python object');
  const held = holdArguments(m, args, kwnames);
  try {
    const result = withCopiedArguments(m, [self], args, kwnames, () => callSlotMethod(m, '__call__', [self, ...args], kwnames));
    if (result === null) throw raise(m, m.types.AttributeError, '__call__');
    return result;
  } finally {
    releaseArguments(m, held);
    leaveRecursive(m);
  }
};

const COMPARE_METHODS = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;

export const slotRichCompare = (m: Machine, self: PyObject, other: PyObject, op: CompareOp): PyObject =>
  callSlotMethod(m, COMPARE_METHODS[op], [self, other]) ?? notImplemented(m);

export const slotIter: UnaryFn = (m, self) => {
  const found = lookupType(m, self.ob_type, intern(m, '__iter__'));
  if (found === m.None) throw typeError(m, `'${self.ob_type.tp_name}' object is not iterable`);
  if (found !== null) return callFound(m, found, [self], null);
  if (lookupType(m, self.ob_type, intern(m, '__getitem__')) === null) throw typeError(m, `'${self.ob_type.tp_name}' object is not iterable`);
  return newSeqIter(m, self);
};

/** `__next__` as it is: StopIteration is thrown. The loop's SEND uses it for `yield from`, which wants the value. */
export function nextRaising(m: Machine, self: PyObject): PyObject {
  return callRequired(m, '__next__', [self]);
}

export const slotIterNext = (m: Machine, self: PyObject): PyObject | null => {
  try {
    return callRequired(m, '__next__', [self]);
  } catch (error) {
    if (error instanceof PyRaise && matches(error, m.types.StopIteration)) {
      dropRaise(m, error);
      return null;
    }
    throw error;
  }
};

export const nextNotImplemented = (m: Machine, self: PyObject): PyObject | null => {
  throw typeError(m, `'${self.ob_type.tp_name}' object is not iterable`);
};

export const slotDescrGet: DescrGetFn = (m, self, obj, type) => {
  const found = lookupType(m, self.ob_type, intern(m, '__get__'));
  if (found === null) {
    if (self.ob_type.tp_descr_get === slotDescrGet) self.ob_type.tp_descr_get = null;
    m.slotChanges++;
    return incref(self);
  }
  incref(found);
  try {
    // CPython calls it as an ordinary function with self in front.
    return call(m, found, [self, obj ?? m.None, type ?? m.None], null);
  } finally {
    decref(m, found);
  }
};

export const slotDescrSet: DescrSetFn = (m, self, target, value) => {
  discard(m, value === null ? callRequired(m, '__delete__', [self, target]) : callRequired(m, '__set__', [self, target, value]));
};

export const slotInit: InitFn = (m, self, args, kwnames) => {
  const result = callRequiredKw(m, '__init__', self, args, kwnames);
  const type = result.ob_type.tp_name;
  decref(m, result);
  if (result !== m.None) throw typeError(m, `__init__() should return None, not '${type}'`);
};

function callRequiredKw(m: Machine, name: string, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const all: PyObject[] = [self];
  for (let i = 0; i < args.length; i++) all.push(args[i] as PyObject);
  const result = withCopiedArguments(m, [self], args, kwnames, () => callSlotMethod(m, name, all, kwnames));
  if (result === null) throw raise(m, m.types.AttributeError, name);
  return result;
}

export const slotNew: NewFn = (m, type, args, kwnames) => {
  const make = type.ob_type.tp_getattro as GetAttrFn;
  const func = make(m, type, intern(m, '__new__'));
  try {
    const all: PyObject[] = [type];
    for (let i = 0; i < args.length; i++) all.push(args[i] as PyObject);
    return withCopiedArguments(m, [type], args, kwnames, () => call(m, func, all, kwnames));
  } finally {
    decref(m, func);
  }
};

/** `__del__`: its exceptions cannot go anywhere and are printed. */
export const slotFinalize = (m: Machine, self: PyObject): void => {
  const found = lookupType(m, self.ob_type, intern(m, '__del__'));
  if (found === null) return;
  incref(found);
  try {
    discard(m, callFound(m, found, [self], null));
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    m.vm.writeUnraisable(error.exc, found, 'while calling deallocator');
  } finally {
    decref(m, found);
  }
};

export const slotGetAttr: GetAttrFn = (m, self, name) => callRequired(m, '__getattribute__', [self, name]);

/** slot_tp_getattr_hook: `__getattribute__`, then `__getattr__` if that raised AttributeError. */
export const slotGetAttrHook: GetAttrFn = (m, self, name) => {
  const type = self.ob_type;
  const fallback = lookupType(m, type, intern(m, '__getattr__'));
  if (fallback === null) {
    if (type.tp_getattro === slotGetAttrHook) type.tp_getattro = slotGetAttr;
    m.slotChanges++;
    return slotGetAttr(m, self, name);
  }
  incref(fallback);
  try {
    const first = firstAttribute(m, self, name);
    return first ?? callFallback(m, fallback, self, name);
  } finally {
    decref(m, fallback);
  }
};

/** call_attribute: before 3.12 through a bound method, which holds the object once more. */
function callFallback(m: Machine, fallback: PyObject, self: PyObject, name: PyObject): PyObject {
  const get = fallback.ob_type.tp_descr_get;
  if (!m.profile.getattrHookBinds || get === null) return callFound(m, fallback, [self, name], null);
  const bound = get(m, fallback, self, self.ob_type);
  try {
    return call(m, bound, [name], null);
  } finally {
    decref(m, bound);
  }
}

/** The ordinary look-up, null instead of AttributeError. */
function firstAttribute(m: Machine, self: PyObject, name: PyObject): PyObject | null {
  const getattribute = lookupType(m, self.ob_type, intern(m, '__getattribute__'));
  try {
    if (getattribute === null || wrapperFunction(getattribute) === genericGetAttr) return tryGenericGetAttr(m, self, name);
    return callFound(m, getattribute, [self, name], null);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.AttributeError)) throw error;
    dropRaise(m, error);
    return null;
  }
}

export const slotSetAttr: SetAttrFn = (m, self, name, value) => {
  discard(m, value === null ? callRequired(m, '__delattr__', [self, name]) : callRequired(m, '__setattr__', [self, name, value]));
};
