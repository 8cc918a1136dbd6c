// Making ints from other objects: the int() constructor and PyNumber_Long (CPython Objects/longobject.c long_new_impl, Objects/abstract.c PyNumber_Long).
import { wrongResult, warnOfSubclassResult } from './method-results.ts';
import type { Machine } from '../machine.ts';
import { index } from './abstract.ts';
import { allocObject } from './alloc.ts';
import { lookupSpecial } from './abstract.ts';
import { callNoArgs } from './call.ts';
import { bytesLikeOrNull } from './buffer.ts';
import { bytesRepr } from './bytes.ts';
import { asIndexNumber, digitCount, intValue, isInt, isIntExact, newInt, newDigitsInt } from './int.ts';
import { parseInteger } from './int-parse.ts';
import { genericAlloc } from './instance.ts';
import { type PyObject, decref, incref } from './object.ts';
import { overflowError, typeError, valueError } from './raise.ts';
import { isStr, strValue } from './str.ts';
import { textRepr } from './str-repr.ts';
import { tupleItems } from './tuple.ts';
import { type PyType, TypeFlag } from './type.ts';
import { warn } from './warn.ts';
import { unexpectedKeyword } from './arguments.ts';

/** int.__new__. */
export function intNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [x, base] = intArguments(m, args, kwnames);
  if (type !== m.types.int) return intSubtypeNew(m, type, x, base);
  if (x === null) {
    if (base !== null) throw typeError(m, 'int() missing string argument');
    return newInt(m, 0);
  }
  return base === null ? numberToInt(m, x) : fromBase(m, x, base);
}

function intArguments(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): [PyObject | null, PyObject | null] {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  if (args.length > 2) {
    throw typeError(m, `int() takes at most 2 ${given === 0 ? 'keyword ' : ''}arguments (${args.length} given)`);
  }
  let base = given > 1 ? args[1] ?? null : null;
  for (let i = 0; i < names.length; i++) {
    const name = strValue(names[i] as PyObject);
    if (name !== 'base') throw unexpectedKeyword(m, 'int', name, ['base']);
    if (base !== null) throw typeError(m, "argument for int() given by name ('base') and position (2)");
    base = args[given + i] ?? null;
  }
  return [given > 0 ? args[0] ?? null : null, base];
}

/** long_subtype_new: an exact int is made first, then copied into the instance. */
function intSubtypeNew(m: Machine, type: PyType, x: PyObject | null, base: PyObject | null): PyObject {
  const exact = intNew(m, m.types.int, x === null ? [] : base === null ? [x] : [x, base], null);
  const value = intValue(exact);
  const digits = digitCount(value);
  const o = (type.tp_flags & TypeFlag.HEAP) !== 0 ? genericAlloc(m, type, value, digits) : allocObject(m, type, value, 4 * digits);
  decref(m, exact);
  return o;
}

function fromBase(m: Machine, x: PyObject, baseObject: PyObject): PyObject {
  const baseInt = index(m, baseObject);
  const base = asIndexNumber(baseInt);
  decref(m, baseInt);
  if ((base !== 0 && base < 2) || base > 36) throw valueError(m, 'int() base must be >= 2 and <= 36, or 0');
  if (isStr(x)) return intFromText(m, x, strValue(x), base);
  const bytes = bytesLikeOrNull(m, x, true);
  if (bytes !== null) return intFromBytesText(m, bytes, base);
  throw typeError(m, "int() can't convert non-string with explicit base");
}

/** PyLong_FromUnicodeObject. */
export function intFromText(m: Machine, _source: PyObject, text: string, base: number): PyObject {
  const value = parseInteger(m, text, base);
  if (value === null) throw valueError(m, `invalid literal for int() with base ${base}: ${clip(textRepr(text))}`);
  return newDigitsInt(m, value);
}

function intFromBytesText(m: Machine, bytes: Uint8Array, base: number): PyObject {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte < 128 ? byte : 63);
  const value = parseInteger(m, text, base);
  if (value === null) throw valueError(m, `invalid literal for int() with base ${base}: ${clip(bytesRepr(bytes))}`);
  return newInt(m, value);
}

/** '%.200R'. */
function clip(text: string): string {
  return text.length > 200 ? text.slice(0, 200) : text;
}

/** PyNumber_Long: int(x). A new exact int. */
export function numberToInt(m: Machine, x: PyObject): PyObject {
  if (isIntExact(m, x)) return incref(x);
  const type = x.ob_type;
  if (type.nb_int !== null) return exactInt(m, x, type.nb_int(m, x), '__int__');
  if (type.nb_index !== null) return index(m, x);
  const trunc = m.profile.intUsesTrunc ? lookupSpecial(m, x, m.names.__trunc__ as PyObject) : null;
  if (trunc !== null) return fromTrunc(m, trunc);
  if (isStr(x)) return intFromText(m, x, strValue(x), 10);
  const bytes = bytesLikeOrNull(m, x, false);
  if (bytes !== null) return intFromBytesText(m, bytes, 10);
  throw typeError(m, `int() argument must be a string, a bytes-like object or a real number, not '${type.tp_name}'`);
}

/** Checks what a conversion method answered; an instance of a subclass is copied to an exact int. */
function exactInt(m: Machine, owner: PyObject, result: PyObject, method: string): PyObject {
  if (isIntExact(m, result)) return result;
  try {
    const expected = { owner, method, what: 'an int', before: `${method} returned non-int (type ${result.ob_type.tp_name})` };
    if (!isInt(result)) throw wrongResult(m, expected, result);
    if (method === '__int__') warnOfSubclassResult(m, expected, result, 'int');
    return newInt(m, intValue(result));
  } finally {
    decref(m, result);
  }
}

function fromTrunc(m: Machine, trunc: PyObject): PyObject {
  let result: PyObject;
  try {
    warn(m, m.types.DeprecationWarning, 'The delegation of int() to __trunc__ is deprecated.');
    result = callNoArgs(m, trunc);
  } finally {
    decref(m, trunc);
  }
  if (isIntExact(m, result)) return result;
  try {
    if (isInt(result)) return newInt(m, intValue(result));
    if (result.ob_type.nb_index === null) throw typeError(m, `__trunc__ returned non-Integral (type ${result.ob_type.tp_name})`);
    return exactInt(m, result, index(m, result), '__index__');
  } finally {
    decref(m, result);
  }
}

/** PyLong_FromDouble. */
export function intFromDouble(m: Machine, value: number): PyObject {
  if (Number.isFinite(value)) {
    const whole = Math.trunc(value);
    return newInt(m, Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole));
  }
  if (value !== value) throw valueError(m, 'cannot convert float NaN to integer');
  throw overflowError(m, 'cannot convert float infinity to integer');
}

