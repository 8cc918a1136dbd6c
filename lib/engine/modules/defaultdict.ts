// collections.defaultdict (CPython Modules/_collectionsmodule.c: defdictobject).
import type { Machine } from '../machine.ts';
import { getIter, isKindOf, repr } from '../objects/abstract.ts';
import { freeObject, gcUntrack } from '../objects/alloc.ts';
import { call, callMethod, callNoArgs } from '../objects/call.ts';
import { EMPTY_KEYS, keysDecref } from '../objects/dict-keys.ts';
import { DictData, dictClear, dictCopy, dictSet, dictTraverse, dictUpdate, isDict } from '../objects/dict.ts';
import { newGenericAlias } from '../objects/generic-alias.ts';
import { genericAlloc } from '../objects/instance.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { keyError, typeError } from '../objects/raise.ts';
import { reprEnter, reprLeave } from '../objects/repr-guard.ts';
import { newStr, strValue } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import { TypeFlag } from '../objects/type.ts';
import type { PyType, TypeSpec } from '../objects/type.ts';

/** A dict that also owns the function for missing keys. */
export class DefaultDictData extends DictData {
  factory: PyObject | null = null;
}

/** The type, made at first use. */
export function defaultDictTypeOf(m: Machine): PyType {
  return lazyType(m, defaultDictType, m.types.dict);
}

function dataOf(o: PyObject): DefaultDictData {
  return o.data as DefaultDictData;
}

function init(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const given = args.length - (kwnames === null ? 0 : (kwnames.data as PyObject[]).length);
  const factory = given > 0 ? (args[0] as PyObject) : null;
  if (factory !== null && factory !== m.None && factory.ob_type.tp_call === null) throw typeError(m, 'first argument must be callable or None');
  const data = dataOf(self);
  const old = data.factory;
  data.factory = factory === null || factory === m.None ? null : incref(factory);
  const dictInit = m.types.dict.tp_init;
  try {
    if (dictInit !== null) dictInit(m, self, given > 0 ? args.slice(1) : args, kwnames);
  } finally {
    if (old !== null) decref(m, old);
  }
}

function missing(m: Machine, self: PyObject, key: PyObject): PyObject {
  const { factory } = dataOf(self);
  if (factory === null || factory === m.None) throw keyError(m, key);
  const value = callNoArgs(m, factory);
  try {
    dictSet(m, self, key, value);
  } catch (error) {
    decref(m, value);
    throw error;
  }
  return value;
}

function copy(m: Machine, self: PyObject): PyObject {
  return call(m, self.ob_type, [dataOf(self).factory ?? m.None, self]);
}

function defaultDictRepr(m: Machine, self: PyObject): PyObject {
  const dictRepr = m.types.dict.tp_repr;
  if (dictRepr === null) return newStr(m, '{}');
  const base = dictRepr(m, self);
  try {
    const { factory } = dataOf(self);
    let shown = 'None';
    if (factory !== null) {
      if (!reprEnter(m, factory)) shown = '...';
      else {
        try {
          const text = repr(m, factory);
          shown = strValue(text);
          decref(m, text);
        } finally {
          reprLeave(m, factory);
        }
      }
    }
    return newStr(m, `${self.ob_type.tp_name.replace(/^.*\./, '')}(${shown}, ${strValue(base)})`);
  } finally {
    decref(m, base);
  }
}

function or(m: Machine, a: PyObject, b: PyObject): PyObject {
  const type = defaultDictTypeOf(m);
  const self = isKindOf(a, type) ? a : b;
  const other = self === a ? b : a;
  if (!isDict(other)) return incref(m.NotImplemented);
  let result: PyObject;
  if (self === a) result = copy(m, self);
  else {
    const plain = dictCopy(m, a);
    result = call(m, self.ob_type, [dataOf(self).factory ?? m.None, plain]);
    decref(m, plain);
  }
  try {
    dictUpdate(m, result, b);
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return result;
}

function reduce(m: Machine, self: PyObject): PyObject {
  const { factory } = dataOf(self);
  const args = factory === null ? incref(m.emptyTuple) : newTuple(m, [incref(factory)]);
  const items = callMethod(m, self, intern(m, 'items'), []);
  const iterator = getIter(m, items);
  decref(m, items);
  return newTuple(m, [incref(self.ob_type), args, incref(m.None), incref(m.None), iterator]);
}

function dealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  const data = dataOf(self);
  if (data.factory !== null) decref(m, data.factory);
  data.factory = null;
  const { keys } = data;
  data.keys = EMPTY_KEYS;
  data.used = 0;
  keysDecref(m, keys);
  freeObject(m, self);
}

/** The type defaultdict. */
export const defaultDictType: TypeSpec = {
  name: 'collections.defaultdict',
  base: 'dict',
  basicsize: 56,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.DICT_SUBCLASS | TypeFlag.MAPPING,
  doc: 'defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.',
  slots: {
    tp_dealloc: dealloc,
    tp_repr: defaultDictRepr,
    tp_traverse: (m, self, visit) => {
      const { factory } = dataOf(self);
      if (factory !== null) visit(factory, 'default_factory', -1);
      dictTraverse(m, self, visit);
    },
    tp_clear: (m, self) => {
      const data = dataOf(self);
      const { factory } = data;
      data.factory = null;
      if (factory !== null) decref(m, factory);
      dictClear(m, self);
    },
    tp_new: (m, type) => genericAlloc(m, type, new DefaultDictData(EMPTY_KEYS)),
    tp_init: init,
    nb_or: or,
  },
  methods: [
    { name: '__missing__', kind: 'o', fn: missing, doc: '__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value' },
    { name: 'copy', kind: 'noargs', fn: copy, doc: 'D.copy() -> a shallow copy of D.' },
    { name: '__copy__', kind: 'noargs', fn: copy, doc: 'D.copy() -> a shallow copy of D.' },
    { name: '__reduce__', kind: 'noargs', fn: reduce, doc: 'Return state information for pickling.' },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
  ],
  getset: [
    {
      name: 'default_factory', kind: 'member', doc: 'Factory for default value called by __missing__().',
      get: (m, self) => incref(dataOf(self).factory ?? m.None),
      set: (m, self, value) => {
        const data = dataOf(self);
        const old = data.factory;
        data.factory = value === null ? null : incref(value);
        if (old !== null) decref(m, old);
      },
    },
  ],
};
