// frozendict, the dictionary that never changes (CPython 3.15 Objects/dictobject.c, frozendict_new, frozendict_hash, frozendict_or; PEP 814). Its data are
// a dict's, so look-up, iteration and views are those of dict.ts; only what would change it is missing.
import type { Machine } from '../machine.ts';
import { hash } from './abstract.ts';
import { checkPositional } from './arguments.ts';
import { callOne } from './call.ts';
import { EMPTY_KEYS } from './dict-keys.ts';
import { newDictIterator } from './dict-iterators.ts';
import { dictFromKeys, dictUpdate } from './dict-merge.ts';
import { compareDicts, dictContains, dictItemsRepr, dictSubscript, dictValueOr } from './dict-type.ts';
import { DictData, dictClear, dictDealloc, dictItemsOf, dictSet, dictSizeof, dictTraverse, isAnyDict, newDict } from './dict.ts';
import { newDictView } from './dict-views.ts';
import { newGenericAlias } from './generic-alias.ts';
import { genericAlloc } from './instance.ts';
import { type PyObject, decref, incref, xdecref } from './object.ts';
import { newFrozenset } from './set.ts';
import { newStr } from './str.ts';
import { tupleItems, newTuple } from './tuple.ts';
import { type PyType, TypeFlag, type TypeSpec } from './type.ts';

/** frozendict(…) of the arguments of dict(…); an exact one is its own copy. */
function frozendictNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  checkPositional(m, 'frozendict', given, 0, 1);
  const [source] = args;
  if (given === 1 && source !== undefined && names.length === 0 && type === m.types.frozendict && source.ob_type === type) return incref(source);
  const made = genericAlloc(m, type, new DictData(EMPTY_KEYS));
  try {
    if (given === 1 && source !== undefined) dictUpdate(m, made, source);
    for (let i = 0; i < names.length; i++) dictSet(m, made, names[i] as PyObject, args[given + i] as PyObject);
  } catch (error) {
    decref(m, made);
    throw error;
  }
  return made;
}

function copyOf(m: Machine, self: PyObject): PyObject {
  return self.ob_type === m.types.frozendict ? incref(self) : frozendictNew(m, m.types.frozendict, [self], null);
}

/** The hash of the set of items: their order does not matter. */
function frozendictHash(m: Machine, self: PyObject): number {
  const items: PyObject[] = [];
  dictItemsOf(m, self, 'items', items);
  let set: PyObject | null = null;
  try {
    for (const item of items) hash(m, item);
    set = newFrozenset(m, items);
    return hash(m, set);
  } finally {
    for (const item of items) decref(m, item);
    xdecref(m, set);
  }
}

function frozendictRepr(m: Machine, self: PyObject): PyObject {
  const name = self.ob_type.tp_name.slice(self.ob_type.tp_name.lastIndexOf('.') + 1);
  if ((self.data as DictData).used === 0) return newStr(m, `${name}()`);
  return newStr(m, `${name}(${dictItemsRepr(m, self)})`);
}

/** `a | b`: of the left operand's kind; one of them itself if the other is empty. */
function frozendictOr(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isAnyDict(m, a) || !isAnyDict(m, b)) return incref(m.NotImplemented);
  const exact = m.types.frozendict;
  if (a.ob_type === exact && (b.data as DictData).used === 0) return incref(a);
  if (a.ob_type === exact && b.ob_type === exact && (a.data as DictData).used === 0) return incref(b);
  const made = genericAlloc(m, exact, new DictData(EMPTY_KEYS));
  try {
    dictUpdate(m, made, a);
    dictUpdate(m, made, b);
  } catch (error) {
    decref(m, made);
    throw error;
  }
  return made;
}

function fromKeys(m: Machine, cls: PyObject, args: readonly PyObject[]): PyObject {
  const filled = dictFromKeys(m, m.types.dict, args[0] as PyObject, args[1] ?? m.None);
  try {
    return callOne(m, cls, filled);
  } finally {
    decref(m, filled);
  }
}

function newArguments(m: Machine, self: PyObject): PyObject {
  const plain = newDict(m);
  dictUpdate(m, plain, self);
  return newTuple(m, [plain]);
}

/** PyFrozenDict_Type. */
export const frozendictType: TypeSpec = {
  name: 'frozendict',
  basicsize: 56,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.MATCH_SELF | TypeFlag.MAPPING,
  doc: 'frozendict() -> new empty frozen dictionary\nfrozendict(mapping) -> new frozen dictionary initialized from a mapping object\'s\n    (key, value) pairs',
  slots: {
    tp_dealloc: dictDealloc,
    tp_repr: frozendictRepr,
    tp_hash: frozendictHash,
    tp_traverse: dictTraverse,
    tp_clear: dictClear,
    tp_richcompare: compareDicts,
    tp_iter: (m, self) => newDictIterator(m, self, 'keys', false),
    tp_new: frozendictNew,
    tp_sizeof: dictSizeof,
    nb_or: frozendictOr,
    sq_contains: dictContains,
    sq_length: (_m, self) => (self.data as DictData).used,
    mp_length: (_m, self) => (self.data as DictData).used,
    mp_subscript: dictSubscript,
  },
  methods: [
    { name: '__contains__', kind: 'o', fn: (m, self, key) => incref(dictContains(m, self, key) ? m.True : m.False), sig: '($self, key, /)', doc: 'True if the dictionary has the specified key, else False.' },
    { name: '__getitem__', kind: 'o', fn: dictSubscript, sig: '($self, key, /)', doc: 'Return self[key].' },
    { name: 'get', kind: 'fast', min: 1, max: 2, fn: dictValueOr, sig: '($self, key, default=None, /)', doc: 'Return the value for key if key is in the dictionary, else default.' },
    { name: 'keys', kind: 'noargs', fn: (m, self) => newDictView(m, m.types.dict_keys, self), doc: "D.keys() -> a set-like object providing a view on D's keys" },
    { name: 'items', kind: 'noargs', fn: (m, self) => newDictView(m, m.types.dict_items, self), doc: "D.items() -> a set-like object providing a view on D's items" },
    { name: 'values', kind: 'noargs', fn: (m, self) => newDictView(m, m.types.dict_values, self), doc: "D.values() -> an object providing a view on D's values" },
    { name: 'fromkeys', kind: 'fast', min: 1, max: 2, bind: 'class', fn: fromKeys, sig: '($type, iterable, value=None, /)', doc: 'Create a new dictionary with keys from iterable and values set to value.' },
    { name: 'copy', kind: 'noargs', fn: copyOf, sig: '($self, /)', doc: 'Return a shallow copy of the frozen dict.' },
    { name: '__reversed__', kind: 'noargs', fn: (m, self) => newDictIterator(m, self, 'keys', true), sig: '($self, /)', doc: 'Return a reverse iterator over the dict keys.' },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
    { name: '__getnewargs__', kind: 'noargs', fn: newArguments },
  ],
};
