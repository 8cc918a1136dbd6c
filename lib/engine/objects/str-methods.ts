// The table of str's methods, with those that fit no other file: join, encode, translate, maketrans, format (CPython Objects/unicodeobject.c).
import type { Machine } from '../machine.ts';
import { getItem } from './abstract.ts';
import { badArgument, parseArgs } from './arguments.ts';
import { encodeText } from './codecs.ts';
import { dictItemPairs, dictSet, isDict, newDict } from './dict.ts';
import { PyRaise } from '../errors.ts';
import { formatStrObject } from './format.ts';
import { intValue, isInt, newInt } from './int.ts';
import { sequenceFast } from './sequence-fast.ts';
import { type PyObject, decref, incref } from './object.ts';
import { dropRaise, matches, typeError, valueError } from './raise.ts';
import { textArgument } from './str-args.ts';
import { caseMethods } from './str-case.ts';
import { strFormat, strFormatMap } from './str-format.ts';
import { joinTexts, searchMethods } from './str-search.ts';
import { type PyStr, type StrData, codePoints, isStr, newStr, strUnchanged } from './str.ts';
import { newTuple } from './tuple.ts';
import type { NativeSpec } from './type.ts';

/** str.join. */
function join(m: Machine, self: PyObject, iterable: PyObject): PyObject {
  const sequence = sequenceFast(m, iterable, 'can only join an iterable');
  try {
    return joinTexts(m, self as PyStr, sequence.items);
  } finally {
    decref(m, sequence.owner);
  }
}

const ENCODE = { name: 'encode', params: ['encoding', 'errors'] } as const;

function encode(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [encoding, errors] = parseArgs(m, ENCODE, args, kwnames);
  return encodeText(m, self, codecArgument(m, 'encoding', encoding ?? null) ?? 'utf-8', codecArgument(m, 'errors', errors ?? null) ?? 'strict');
}

function codecArgument(m: Machine, name: string, o: PyObject | null): string | null {
  if (o === null) return null;
  if (!isStr(o)) throw badArgument(m, 'encode', `argument '${name}'`, 'str', o);
  return o.data.value;
}

/** str.translate: every character through `table[code]`. */
function translate(m: Machine, self: PyObject, table: PyObject): PyObject {
  const data = self.data as StrData;
  m.chargeWork(data.length);
  const cache = new Map<number, string>();
  let out = '';
  for (const char of data.value) {
    const code = char.codePointAt(0) as number;
    let mapped = cache.get(code);
    if (mapped === undefined) {
      mapped = translateChar(m, table, code) ?? char;
      cache.set(code, mapped);
    }
    m.memory.expect(out.length + mapped.length);
    out += mapped;
  }
  return data.length === 0 ? strUnchanged(m, self) : newStr(m, out);
}

function translateChar(m: Machine, table: PyObject, code: number): string | null {
  const key = newInt(m, code);
  let value: PyObject;
  try {
    value = getItem(m, table, key);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.LookupError)) throw error;
    dropRaise(m, error);
    return null;
  } finally {
    decref(m, key);
  }
  try {
    if (value === m.None) return '';
    if (isStr(value)) return value.data.value;
    if (!isInt(value)) throw typeError(m, 'character mapping must return integer, None or str');
    const target = intValue(value);
    if (typeof target === 'bigint' || target < 0 || target > 0x10ffff) throw valueError(m, 'character mapping must be in range(0x110000)');
    return String.fromCodePoint(target);
  } finally {
    decref(m, value);
  }
}

/** str.maketrans. */
function maketrans(m: Machine, _self: PyObject, args: readonly PyObject[]): PyObject {
  const table = newDict(m);
  try {
    if (args.length === 1) fillFromDict(m, table, args[0] as PyObject);
    else fillFromTexts(m, table, args);
    return incref(table);
  } finally {
    decref(m, table);
  }
}

function fillFromDict(m: Machine, table: PyObject, source: PyObject): void {
  if (!isDict(source)) throw typeError(m, 'if you give only one argument to maketrans it must be a dict');
  for (const [key, value] of dictItemPairs(source)) {
    if (isStr(key)) {
      if (key.data.length !== 1) throw valueError(m, m.profile.translateTexts.length);
      setCode(m, table, key.data.value.codePointAt(0) as number, value);
    } else if (isInt(key)) dictSet(m, table, key, value);
    else throw typeError(m, m.profile.translateTexts.type);
  }
}

function fillFromTexts(m: Machine, table: PyObject, args: readonly PyObject[]): void {
  const x = args[0] as PyObject;
  const y = textArgument(m, 'maketrans', 2, args[1]);
  const z = args.length > 2 ? textArgument(m, 'maketrans', 3, args[2]) : null;
  if (!isStr(x)) throw typeError(m, 'first maketrans argument must be a string if there is a second argument');
  if (x.data.length !== y.data.length) throw valueError(m, 'the first two maketrans arguments must have equal length');
  const from = codePoints(x.data);
  const to = codePoints(y.data);
  for (let i = 0; i < from.length; i++) {
    const value = newInt(m, to[i] as number);
    setCode(m, table, from[i] as number, value);
    decref(m, value);
  }
  if (z !== null) for (const code of codePoints(z.data)) setCode(m, table, code, m.None);
}

function setCode(m: Machine, table: PyObject, code: number, value: PyObject): void {
  const key = newInt(m, code);
  try {
    dictSet(m, table, key, value);
  } finally {
    decref(m, key);
  }
}

function getNewArgs(m: Machine, self: PyObject): PyObject {
  return newTuple(m, [newStr(m, (self.data as StrData).value)]);
}

export const strMethods: readonly NativeSpec[] = [
  { name: 'encode', kind: 'fastkw', sig: "($self, /, encoding='utf-8', errors='strict')", fn: encode },
  { name: 'join', kind: 'o', sig: '($self, iterable, /)', fn: join },
  { name: 'translate', kind: 'o', sig: '($self, table, /)', fn: translate },
  { name: 'maketrans', kind: 'fast', min: 1, max: 3, bind: 'static', fn: maketrans },
  { name: 'format', kind: 'fastkw', fn: strFormat },
  { name: 'format_map', kind: 'o', sig: '($self, mapping, /)', fn: strFormatMap },
  { name: '__format__', kind: 'o', sig: '($self, format_spec, /)', fn: formatStrObject },
  { name: '__getnewargs__', kind: 'noargs', fn: getNewArgs },
  ...searchMethods,
  ...caseMethods,
];
