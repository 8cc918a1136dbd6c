// The dict type: its methods and slots (CPython Objects/dictobject.c).
import type { Machine } from '../machine.ts';
import { lookupSpecial, repr } from './abstract.ts';
import { checkPositional } from './arguments.ts';
import { callOne } from './call.ts';
import { EMPTY_KEYS, STRIDE, removeEntry } from './dict-keys.ts';
import { newDictIterator } from './dict-iterators.ts';
import { dictCopy, dictEqual, dictFromKeys, dictUpdate } from './dict-merge.ts';
import {
  DictData, dictClear, dictDealloc, dictDelOrRaise, dictGet, dictKeyAt, dictNext, dictSet, dictSizeof, dictTraverse, dictValueAt, hashKey, insertStolen, prepareForKey, isAnyDict, isDict,
  lookup, removeAt, resize, valueAtIndex,
} from './dict.ts';
import { newDictView } from './dict-views.ts';
import { newGenericAlias } from './generic-alias.ts';
import { genericAlloc } from './instance.ts';
import { gcUntrack } from './alloc.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { intern } from './names.ts';
import { keyError, raise } from './raise.ts';
import { reprEnter, reprLeave } from './repr-guard.ts';
import { newStr, strValue } from './str.ts';
import { tupleItems, newTuple } from './tuple.ts';
import { EQ, NE, TypeFlag } from './type.ts';
import type { CompareOp, PyType, TypeSpec } from './type.ts';

function dictNew(m: Machine, type: PyType): PyObject {
  const d = genericAlloc(m, type, new DictData(EMPTY_KEYS));
  if (type === m.types.dict && m.profile.dictLazyTracking) gcUntrack(m, d);
  return d;
}

/** dict_update_common: dict(…), dict.update(…). */
function updateFromArguments(m: Machine, name: string, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  checkPositional(m, name, given, 0, 1);
  if (given > 0) dictUpdate(m, self, args[0] as PyObject);
  for (let i = 0; i < names.length; i++) dictSet(m, self, names[i] as PyObject, args[given + i] as PyObject);
}

function dictRepr(m: Machine, self: PyObject): PyObject {
  return newStr(m, (self.data as DictData).used === 0 ? '{}' : dictItemsRepr(m, self));
}

/** The text of a dict that is not empty: {...} inside of itself. */
export function dictItemsRepr(m: Machine, self: PyObject): string {
  if (!reprEnter(m, self)) return '{...}';
  try {
    let text = '';
    for (let p = dictNext(self, 0); p >= 0; p = dictNext(self, p + 1)) {
      const key = incref(dictKeyAt(self, p)), value = incref(dictValueAt(self, p) as PyObject);
      try {
        const shownKey = repr(m, key);
        text += (text === '' ? '' : ', ') + strValue(shownKey) + ': ';
        decref(m, shownKey);
        const shownValue = repr(m, value);
        text += strValue(shownValue);
        decref(m, shownValue);
      } finally {
        decref(m, key);
        decref(m, value);
      }
    }
    m.chargeWork(text.length);
    return `{${text}}`;
  } finally {
    reprLeave(m, self);
  }
}

/** dict_subscript: `__missing__` of subclasses, else KeyError. */
export function dictSubscript(m: Machine, self: PyObject, key: PyObject): PyObject {
  const value = dictGet(m, self, key);
  if (value !== null) return incref(value);
  if (self.ob_type !== m.types.dict) {
    const missing = lookupSpecial(m, self, intern(m, '__missing__'));
    if (missing !== null) {
      try {
        return callOne(m, missing, key);
      } finally {
        decref(m, missing);
      }
    }
  }
  throw keyError(m, key);
}

function assign(m: Machine, self: PyObject, key: PyObject, value: PyObject | null): void {
  if (value === null) dictDelOrRaise(m, self, key);
  else dictSet(m, self, key, value);
}

export function dictContains(m: Machine, self: PyObject, key: PyObject): boolean {
  const data = self.data as DictData;
  const lo = hashKey(m, key);
  const ix = lookup(m, data, key, lo, m.hashHi);
  return ix >= 0 && valueAtIndex(data, ix) !== null;
}

export function compareDicts(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isAnyDict(m, a) || !isAnyDict(m, b) || (op !== EQ && op !== NE)) return incref(m.NotImplemented);
  const equal = dictEqual(m, a, b);
  return incref(equal === (op === EQ) ? m.True : m.False);
}

function or(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isDict(a) || !isAnyDict(m, b)) return incref(m.NotImplemented);
  const result = dictCopy(m, a);
  try {
    dictUpdate(m, result, b);
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return result;
}

function inplaceOr(m: Machine, self: PyObject, other: PyObject): PyObject {
  dictUpdate(m, self, other);
  return incref(self);
}

export function dictValueOr(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  return incref(dictGet(m, self, args[0] as PyObject) ?? args[1] ?? m.None);
}

/** dict_setdefault: one hash, one look-up. */
export function dictSetDefault(m: Machine, self: PyObject, key: PyObject, value: PyObject): PyObject {
  const data = self.data as DictData;
  const lo = hashKey(m, key), hi = m.hashHi;
  prepareForKey(m, data, key);
  const ix = lookup(m, data, key, lo, hi);
  const known = ix < 0 ? null : valueAtIndex(data, ix);
  if (known !== null) return incref(known);
  insertStolen(m, self, incref(key), lo, hi, incref(value), true);
  return incref(value);
}

function pop(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const data = self.data as DictData;
  const key = args[0] as PyObject;
  const missing = args[1];
  if (data.used === 0) {
    if (missing !== undefined) return incref(missing);
    throw keyError(m, key);
  }
  const lo = hashKey(m, key);
  const ix = lookup(m, data, key, lo, m.hashHi);
  const taken = ix < 0 ? null : removeAt(m, data, ix);
  if (taken !== null) return taken;
  if (missing !== undefined) return incref(missing);
  throw keyError(m, key);
}

/** dict_popitem: the last item; a split dict becomes combined first. */
function popitem(m: Machine, self: PyObject): PyObject {
  const data = self.data as DictData;
  const pair = newTuple(m, [incref(m.None), incref(m.None)]);
  if (data.used === 0) {
    decref(m, pair);
    throw raise(m, m.types.KeyError, 'popitem(): dictionary is empty');
  }
  if (data.values !== null) resize(m, data, data.keys.log2, true);
  const { keys } = data;
  let ix = keys.count - 1;
  while (keys.entries[ix * STRIDE] === null) ix--;
  const key = keys.entries[ix * STRIDE] as PyObject, value = keys.entries[ix * STRIDE + 1] as PyObject;
  removeEntry(keys, ix);
  keys.entries.length = ix * STRIDE;
  data.used--;
  data.keysVersion++;
  const items = pair.data;
  items[0] = key;
  items[1] = value;
  decref(m, m.None);
  decref(m, m.None);
  return pair;
}

const FROM_KEYS_DOC = 'Create a new dictionary with keys from iterable and values set to value.';

/** The type. */
export const dictType: TypeSpec = {
  name: 'dict',
  basicsize: 48,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.DICT_SUBCLASS | TypeFlag.MATCH_SELF | TypeFlag.MAPPING,
  unhashable: () => true,
  doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
  slots: {
    tp_dealloc: dictDealloc,
    tp_repr: dictRepr,
    tp_traverse: dictTraverse,
    tp_clear: dictClear,
    tp_richcompare: compareDicts,
    tp_iter: (m, self) => newDictIterator(m, self, 'keys', false),
    tp_init: (m, self, args, kwnames) => updateFromArguments(m, 'dict', self, args, kwnames),
    tp_new: dictNew,
    tp_sizeof: dictSizeof,
    nb_or: or,
    nb_inplace_or: inplaceOr,
    sq_contains: dictContains,
    sq_length: (_m, self) => (self.data as DictData).used,
    mp_length: (_m, self) => (self.data as DictData).used,
    mp_subscript: dictSubscript,
    mp_ass_subscript: assign,
  },
  methods: [
    { name: '__contains__', kind: 'o', fn: (m, self, key) => incref(dictContains(m, self, key) ? m.True : m.False), sig: '($self, key, /)', doc: 'True if the dictionary has the specified key, else False.' },
    { name: '__getitem__', kind: 'o', fn: dictSubscript, sig: '($self, key, /)', doc: 'Return self[key].' },
    { name: 'get', kind: 'fast', min: 1, max: 2, fn: dictValueOr, sig: '($self, key, default=None, /)', doc: 'Return the value for key if key is in the dictionary, else default.' },
    { name: 'setdefault', kind: 'fast', min: 1, max: 2, fn: (m, self, args) => dictSetDefault(m, self, args[0] as PyObject, args[1] ?? m.None), sig: '($self, key, default=None, /)', doc: 'Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.' },
    { name: 'pop', kind: 'fast', min: 1, max: 2, fn: pop, doc: 'D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.' },
    { name: 'popitem', kind: 'noargs', fn: popitem, sig: '($self, /)', doc: 'Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.' },
    { name: 'keys', kind: 'noargs', fn: (m, self) => newDictView(m, m.types.dict_keys, self), doc: "D.keys() -> a set-like object providing a view on D's keys" },
    { name: 'items', kind: 'noargs', fn: (m, self) => newDictView(m, m.types.dict_items, self), doc: "D.items() -> a set-like object providing a view on D's items" },
    { name: 'values', kind: 'noargs', fn: (m, self) => newDictView(m, m.types.dict_values, self), doc: "D.values() -> an object providing a view on D's values" },
    {
      name: 'update', kind: 'fastkw', doc: 'D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]',
      fn: (m, self, args, kwnames) => {
        updateFromArguments(m, 'update', self, args, kwnames);
        return incref(m.None);
      },
    },
    {
      name: 'fromkeys', kind: 'fast', min: 1, max: 2, bind: 'class', sig: '($type, iterable, value=None, /)', doc: FROM_KEYS_DOC,
      fn: (m, cls, args) => dictFromKeys(m, cls, args[0] as PyObject, args[1] ?? m.None),
    },
    {
      name: 'clear', kind: 'noargs', sig: '($self, /)', doc: 'Remove all items from the dict.',
      fn: (m, self) => {
        dictClear(m, self);
        return incref(m.None);
      },
    },
    { name: 'copy', kind: 'noargs', fn: (m, self) => dictCopy(m, self), sig: '($self, /)', doc: 'Return a shallow copy of the dict.' },
    { name: '__reversed__', kind: 'noargs', fn: (m, self) => newDictIterator(m, self, 'keys', true), sig: '($self, /)', doc: 'Return a reverse iterator over the dict keys.' },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
  ],
};

