// Structural pattern matching (CPython 3.13 Python/ceval.c, _PyEval_MatchClass, _PyEval_MatchKeys).
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyObject } from '../objects/object.ts';
import { getAttr, isInstance, lookupAttr } from '../objects/abstract.ts';
import { call } from '../objects/call.ts';
import { newObject } from '../objects/object-type.ts';
import { decref, incref } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { newSetFrom, setAdd, setContains } from '../objects/set.ts';
import { isStr, strValue } from '../objects/str.ts';
import { isTuple, newTuple, tupleItems, tupleFromArray } from '../objects/tuple.ts';
import { PyType, TypeFlag, hasFlag } from '../objects/type.ts';

/** MATCH_KEYS: the values in a new tuple, or None. Uses `get` with a sentinel, so that defaultdict makes nothing. */
export function matchKeys(vm: Interpreter, mapping: PyObject, keys: PyObject): PyObject {
  const m = vm.m;
  const wanted = tupleItems(keys);
  const values: PyObject[] = [];
  const seen = newSetFrom(m, null);
  const missing = newObject(m);
  let get: PyObject | null = null;
  try {
    for (const key of wanted) {
      if (setContains(m, seen, key)) throw valueError(m, `mapping pattern checks duplicate key (${vm.reprOf(key)})`);
      setAdd(m, seen, key);
      get ??= getAttr(m, mapping, m.names.get as PyObject);
      const value = call(m, get, [key, missing], null);
      if (value === missing) {
        decref(m, value);
        return incref(m.None);
      }
      values.push(value);
    }
    return newTuple(m, values.map((value) => incref(value)));
  } finally {
    for (const value of values) decref(m, value);
    if (get !== null) decref(m, get);
    decref(m, missing);
    decref(m, seen);
  }
}

/** MATCH_CLASS: subject, class and the tuple of keyword names become the tuple of attributes, or None. */
export function matchClass(vm: Interpreter, f: Frame, positional: number): void {
  const m = vm.m;
  const names = f.slots[f.sp - 1] as PyObject;
  const type = f.slots[f.sp - 2] as PyObject;
  const subject = f.slots[f.sp - 3] as PyObject;
  const result = attributesOf(vm, subject, type, positional, names);
  f.sp -= 2;
  f.slots[f.sp - 1] = result ?? incref(m.None);
  decref(m, subject);
  decref(m, type);
  decref(m, names);
}

function attributesOf(vm: Interpreter, subject: PyObject, type: PyObject, positional: number, names: PyObject): PyObject | null {
  const m = vm.m;
  if (!(type instanceof PyType)) throw typeError(m, m.profile.matchClassText);
  if (!isInstance(m, subject, type)) return null;
  const seen = new Set<string>();
  const found: PyObject[] = [];
  let complete = false;
  try {
    if (positional > 0 && !positionalAttributes(vm, subject, type, positional, seen, found)) return null;
    for (const name of tupleItems(names)) {
      const value = attributeOnce(vm, subject, type, name, seen);
      if (value === null) return null;
      found.push(value);
    }
    complete = true;
    return tupleFromArray(m, found);
  } finally {
    if (!complete) for (const value of found) decref(m, value);
  }
}

/** Sub-patterns by position: through `__match_args__`, or the subject itself for types with MATCH_SELF. */
function positionalAttributes(vm: Interpreter, subject: PyObject, type: PyType, positional: number, seen: Set<string>, found: PyObject[]): boolean {
  const m = vm.m;
  const matchArgs = lookupAttr(m, type, m.names.__match_args__ as PyObject);
  const matchSelf = matchArgs === null && hasFlag(type, TypeFlag.MATCH_SELF);
  try {
    if (matchArgs !== null && !isTuple(matchArgs)) throw typeError(m, `${type.tp_name}.__match_args__ must be a tuple (got ${matchArgs.ob_type.tp_name})`);
    const allowed = matchSelf ? 1 : matchArgs === null ? 0 : tupleItems(matchArgs).length;
    if (allowed < positional) {
      throw typeError(m, `${type.tp_name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${positional} given)`);
    }
    if (matchSelf) {
      found.push(incref(subject));
      return true;
    }
    for (let i = 0; i < positional; i++) {
      const name = tupleItems(matchArgs as PyObject)[i] as PyObject;
      if (!isStr(name)) throw typeError(m, `__match_args__ elements must be strings (got ${name.ob_type.tp_name})`);
      const value = attributeOnce(vm, subject, type, name, seen);
      if (value === null) return false;
      found.push(value);
    }
    return true;
  } finally {
    if (matchArgs !== null) decref(m, matchArgs);
  }
}

/** match_class_attr. */
function attributeOnce(vm: Interpreter, subject: PyObject, type: PyType, name: PyObject, seen: Set<string>): PyObject | null {
  const text = strValue(name);
  if (seen.has(text)) throw typeError(vm.m, `${type.tp_name}() got multiple sub-patterns for attribute ${vm.reprOf(name)}`);
  seen.add(text);
  return lookupAttr(vm.m, subject, name);
}
