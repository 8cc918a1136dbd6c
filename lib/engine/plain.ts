// Plain data that crosses the border between a machine and its host: arguments for a program's functions, their results, host calls.
// Plain data survives structuredClone; Python ints beyond 2^53 travel as bigint.
import type { Machine } from './machine.ts';
import { bytesValue, isBytesExact, newBytes } from './objects/bytes.ts';
import { dictItemPairs, dictSet, isDictExact, newDict } from './objects/dict.ts';
import { newFloat } from './objects/float.ts';
import { intValue, isIntExact, newInt } from './objects/int.ts';
import { isListExact, listItems, newList } from './objects/list.ts';
import { decref, incref, type PyObject } from './objects/object.ts';
import { newSet, setMembers } from './objects/set.ts';
import { isStrExact, newStr, strValue } from './objects/str.ts';
import { isTupleExact, newTuple, tupleItems } from './objects/tuple.ts';
import type { PlainValue } from './plain-value.ts';


/** Deeper nesting than this is handed over as an opaque object. */
const MAX_DEPTH = 50;

/** A new Python object with the value. An `object` cannot be made from plain data: it becomes None. */
export function fromPlain(m: Machine, value: PlainValue): PyObject {
  if (value === null) return incref(m.None);
  if (typeof value === 'boolean') return incref(value ? m.True : m.False);
  if (typeof value === 'string') return newStr(m, value);
  switch (value.t) {
    case 'int':
      return newInt(m, value.v);
    case 'float':
      return newFloat(m, value.v);
    case 'bytes':
      return newBytes(m, value.v);
    case 'list':
      return newList(m, value.items.map((item) => fromPlain(m, item)));
    case 'tuple':
      return newTuple(m, value.items.map((item) => fromPlain(m, item)));
    case 'set':
    case 'frozenset':
      return setFromPlain(m, value.items);
    case 'dict':
      return dictFromPlain(m, value.items);
    case 'object':
      return incref(m.None);
    default:
      return value satisfies never;
  }
}

function dictFromPlain(m: Machine, items: readonly (readonly [PlainValue, PlainValue])[]): PyObject {
  const dict = newDict(m);
  for (const [k, v] of items) {
    const key = fromPlain(m, k);
    const value = fromPlain(m, v);
    dictSet(m, dict, key, value);
    decref(m, key);
    decref(m, value);
  }
  return dict;
}

function setFromPlain(m: Machine, items: readonly PlainValue[]): PyObject {
  const members = items.map((item) => fromPlain(m, item));
  const set = newSet(m, members);
  for (const member of members) decref(m, member);
  return set;
}

/** The plain value of an object (borrowed). Only exact built-in types are copied, without running Python code; the rest is opaque. */
export function toPlain(m: Machine, o: PyObject, depth = 0): PlainValue {
  if (o === m.None) return null;
  if (o === m.True) return true;
  if (o === m.False) return false;
  if (isIntExact(m, o)) return { t: 'int', v: intValue(o) };
  if (isStrExact(m, o)) return strValue(o);
  if (o.ob_type === m.types.float) return { t: 'float', v: o.data as number };
  if (isBytesExact(m, o)) return { t: 'bytes', v: bytesValue(o).slice() };
  if (depth >= MAX_DEPTH) return opaque(o);
  if (isListExact(m, o)) return { t: 'list', items: listItems(o).map((item) => toPlain(m, item, depth + 1)) };
  if (isTupleExact(m, o)) return { t: 'tuple', items: tupleItems(o).map((item) => toPlain(m, item, depth + 1)) };
  if (isDictExact(m, o)) return { t: 'dict', items: dictItemPairs(o).map(([k, v]) => [toPlain(m, k, depth + 1), toPlain(m, v, depth + 1)] as const) };
  if (o.ob_type === m.types.set || o.ob_type === m.types.frozenset) {
    return { t: o.ob_type === m.types.set ? 'set' : 'frozenset', items: setMembers(o).map((item) => toPlain(m, item, depth + 1)) };
  }
  return opaque(o);
}

function opaque(o: PyObject): PlainValue {
  return { t: 'object', type: o.ob_type.tp_name, serial: o.serial };
}
