// __build_class__ (CPython 3.13 Python/bltinmodule.c, builtin___build_class__, update_bases).
import type { FunctionData } from '../../objects/function.ts';
import type { Machine } from '../../machine.ts';
import type { NativeSpec } from '../../objects/type.ts';
import type { PyObject } from '../../objects/object.ts';
import type { CodeData } from '../../objects/code.ts';
import { lookupAttr, repr, setItem } from '../../objects/abstract.ts';
import { call, callOne } from '../../objects/call.ts';
import { isCell } from '../../objects/cell.ts';
import { keywordDict, withCopiedArguments } from '../../objects/argument-tuple.ts';
import { newDict } from '../../objects/dict.ts';
import { builtinsOf, isFunction } from '../../objects/function.ts';
import { calculateMetaclass } from '../../objects/best-base.ts';
import { takeFrame } from '../../objects/interpreter-frame.ts';
import { decref, incref } from '../../objects/object.ts';
import { raise, runtimeError, typeError } from '../../objects/raise.ts';
import { isStr, strValue } from '../../objects/str.ts';
import { isTuple, newTuple, tupleItems, tupleFromArray } from '../../objects/tuple.ts';
import { PyType } from '../../objects/type.ts';
import type { Interpreter } from '../interpreter.ts';

function buildClass(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  const [func, name] = args;
  if (func === undefined || name === undefined || given < 2) throw typeError(m, '__build_class__: not enough arguments');
  if (!isFunction(m, func)) throw typeError(m, '__build_class__: func must be a function');
  if (!isStr(name)) throw typeError(m, '__build_class__: name is not a string');
  const originalBases = tupleFromArray(m, args.slice(2, given).map((base) => incref(base)));
  const bases = updateBases(m, originalBases);
  let metaclass: PyObject | null = null;
  const keywordNames: PyObject[] = [];
  const keywordValues: PyObject[] = [];
  names.forEach((key, i) => {
    const value = args[given + i] as PyObject;
    if (strValue(key) === 'metaclass') metaclass = value;
    else {
      keywordNames.push(incref(key));
      keywordValues.push(value);
    }
  });
  const keywords = keywordNames.length === 0 ? null : newTuple(m, keywordNames);
  try {
    const meta = winningMetaclass(m, metaclass, bases);
    return makeClass(m, func, name, meta, bases, originalBases, keywords, keywordValues);
  } finally {
    decref(m, bases);
    decref(m, originalBases);
    if (keywords !== null) decref(m, keywords);
  }
}

/** The most derived metaclass (borrowed). */
function winningMetaclass(m: Machine, given: PyObject | null, bases: PyObject): PyObject {
  const first = tupleItems(bases)[0];
  const meta = given ?? (first === undefined ? m.types.type : first.ob_type);
  return meta instanceof PyType ? calculateMetaclass(m, meta, tupleItems(bases)) : meta;
}

function makeClass(
  m: Machine, func: PyObject, name: PyObject, meta: PyObject, bases: PyObject, originalBases: PyObject, keywords: PyObject | null, values: readonly PyObject[],
): PyObject {
  // mkw: the keywords as a dict, from which each call makes its own arguments.
  const dict = keywords === null ? null : keywordDict(m, tupleItems(keywords), values);
  const namespace = prepareNamespace(m, meta, name, bases, keywords, values);
  try {
    const cell = runBody(m, func, namespace);
    try {
      if (bases !== originalBases) setItem(m, namespace, m.names.__orig_bases__ as PyObject, originalBases);
      const args = [name, bases, namespace, ...values];
      const cls = withCopiedArguments(m, [], args, keywords, () => call(m, meta, args, keywords));
      if (cls instanceof PyType && isCell(m, cell)) checkClassCell(m, cell.data, cls, name);
      return cls;
    } finally {
      decref(m, cell);
    }
  } finally {
    decref(m, namespace);
    if (dict !== null) decref(m, dict);
  }
}

function prepareNamespace(m: Machine, meta: PyObject, name: PyObject, bases: PyObject, keywords: PyObject | null, values: readonly PyObject[]): PyObject {
  const prepare = meta === m.types.type ? null : lookupAttr(m, meta, m.names.__prepare__ as PyObject);
  if (prepare === null) return newDict(m);
  try {
    const args = [name, bases, ...values];
    const namespace = withCopiedArguments(m, [], args, keywords, () => call(m, prepare, args, keywords));
    if (namespace.ob_type.mp_subscript === null) {
      const who = meta instanceof PyType ? meta.tp_name : '<metaclass>';
      const text = `${who}.__prepare__() must return a mapping, not ${namespace.ob_type.tp_name}`;
      decref(m, namespace);
      throw typeError(m, text);
    }
    return namespace;
  } finally {
    decref(m, prepare);
  }
}

/** Runs the class body in its namespace. Answers its value: the `__class__` cell, or None. */
function runBody(m: Machine, func: PyObject, namespace: PyObject): PyObject {
  const data = func.data as FunctionData;
  const frame = takeFrame(data.code.data as CodeData, data.code, incref(func), data.globals, builtinsOf(m, data.globals));
  frame.locals = incref(namespace);
  return (m.vm as Interpreter).enter(frame) as PyObject;
}

function checkClassCell(m: Machine, content: PyObject | null, cls: PyObject, name: PyObject): void {
  if (content === cls) return;
  const reprOf = (o: PyObject): string => {
    const text = repr(m, o);
    const result = strValue(text);
    decref(m, text);
    return result;
  };
  const message = content === null
    ? `__class__ not set defining ${reprOf(name)} as ${reprOf(cls)}. Was __classcell__ propagated to type.__new__?`
    : `__class__ set to ${reprOf(content)} defining ${reprOf(name)} as ${reprOf(cls)}`;
  decref(m, cls);
  throw content === null ? runtimeError(m, message) : typeError(m, message);
}

/** update_bases: bases that are no classes may name others through `__mro_entries__`. New reference; the same tuple when nothing changed. */
export function updateBases(m: Machine, bases: PyObject): PyObject {
  const result: PyObject[] = [];
  let changed = false;
  for (const base of tupleItems(bases)) {
    const hook = base instanceof PyType ? null : lookupAttr(m, base, m.names.__mro_entries__ as PyObject);
    if (hook === null) {
      result.push(incref(base));
      continue;
    }
    const entries = callOne(m, hook, bases);
    decref(m, hook);
    if (!isTuple(entries)) throw raise(m, m.types.TypeError, '__mro_entries__ must return a tuple');
    for (const entry of tupleItems(entries)) result.push(incref(entry));
    decref(m, entries);
    changed = true;
  }
  if (changed) return newTuple(m, result);
  for (const base of result) decref(m, base);
  return incref(bases);
}

export const classFunctions: readonly NativeSpec[] = [
  {
    name: '__build_class__', kind: 'fastkw',
    doc: '__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.',
    fn: (m, _self, args, kwnames) => buildClass(m, args, kwnames),
  },
];
