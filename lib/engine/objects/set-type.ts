// The types set, frozenset and set_iterator (CPython Objects/setobject.c).
import type { Machine } from '../machine.ts';
import { repr } from './abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { checkPositional, noKeywords } from './arguments.ts';
import { dictGetStr } from './dict.ts';
import { newGenericAlias } from './generic-alias.ts';
import { mul64 } from './hash-mix.ts';
import { genericAlloc } from './instance.ts';
import { newSizeInt } from './int.ts';
import { selfIter } from './iterators.ts';
import { newList } from './list.ts';
import { getState } from './object-type.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { runtimeError } from './raise.ts';
import { reprEnter, reprLeave } from './repr-guard.ts';
import { makeSet, setAdd, setClear, setDealloc, setKeysInOrder, setLen, setTraverse, setUpdate } from './set.ts';
import {
  compareSets, containsElement, copySet, differenceMulti, differenceOf, differenceUpdate, discardElement, inplaceOperator, intersectionMulti, intersectionOf,
  intersectionUpdate, isDisjoint, isSubset, isSuperset, popElement, removeElement, setOperator, symmetricDifferenceOf, symmetricDifferenceUpdate, unionOf, updateMulti,
} from './set-methods.ts';
import { ENTRY_BYTES, SetData, clearTable } from './set-table.ts';
import { newStr, strValue } from './str.ts';
import { newTuple, tupleItems } from './tuple.ts';
import { TypeFlag } from './type.ts';
import type { NativeSpec, PyType, TypeSlots, TypeSpec, UnaryFn } from './type.ts';

/** sizeof(PySetObject): header, counters, the small table of 8 entries, finger and weak-reference list. */
const SET_BASICSIZE = 200;

function setRepr(m: Machine, self: PyObject): PyObject {
  const name = self.ob_type === m.types.set ? null : self.ob_type.tp_name;
  if (setLen(self) === 0) return newStr(m, `${self.ob_type.tp_name}()`);
  if (!reprEnter(m, self)) return newStr(m, `${self.ob_type.tp_name}(...)`);
  try {
    const list = newList(m, setKeysInOrder(self).map((key) => incref(key)));
    let text: string;
    try {
      const shown = repr(m, list);
      text = strValue(shown).slice(1, -1);
      decref(m, shown);
    } finally {
      decref(m, list);
    }
    return newStr(m, name === null ? `{${text}}` : `${name}({${text}})`);
  } finally {
    reprLeave(m, self);
  }
}

/** _shuffle_bits, xored into the accumulator halves. */
function shuffle(m: Machine, lo: number, hi: number): number {
  const mixedLo = lo ^ 89869747 ^ (lo << 16);
  const mixedHi = hi ^ ((hi << 16) | (lo >>> 16));
  return mul64(m, mixedLo, mixedHi, 3644798167 | 0, 0);
}

function frozensetHash(m: Machine, self: PyObject): number {
  const data = self.data as SetData;
  if (!data.hashed) {
    let lo = 0, hi = 0;
    for (let i = 0; i < data.keys.length; i++) {
      const key = data.keys[i];
      if (key === null || key === undefined) continue;
      lo ^= shuffle(m, data.lo[i] as number, data.hi[i] as number);
      hi ^= m.hashHi;
    }
    lo ^= mul64(m, data.used + 1, 0, 1927868237, 0);
    hi ^= m.hashHi;
    const low11 = (lo >>> 11) | (hi << 21), high11 = hi >>> 11;
    const low25 = (lo >>> 25) | (hi << 7), high25 = hi >>> 25;
    lo ^= low11 ^ low25;
    hi ^= high11 ^ high25;
    const productLo = mul64(m, lo, hi, 69069, 0);
    const sum = (productLo >>> 0) + 907133923;
    hi = (m.hashHi + (sum >= 4294967296 ? 1 : 0)) | 0;
    lo = sum | 0;
    if (lo === -1 && hi === -1) {
      lo = 590923713;
      hi = 0;
    }
    data.hashLo = lo;
    data.hashHi = hi;
    data.hashed = true;
  }
  m.hashHi = data.hashHi;
  return data.hashLo;
}

function setInit(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  noKeywords(m, 'set', kwnames);
  const given = args.length - (kwnames === null ? 0 : tupleItems(kwnames).length);
  checkPositional(m, 'set', given, 0, 1);
  if ((self.data as SetData).fill > 0) clearTable(m, self.data as SetData);
  if (given > 0) setUpdate(m, self, args[0] as PyObject);
}

function frozensetNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  if (type === m.types.frozenset || type.tp_init === m.types.frozenset.tp_init) noKeywords(m, 'frozenset', kwnames);
  const given = args.length - (kwnames === null ? 0 : tupleItems(kwnames).length);
  checkPositional(m, 'frozenset', given, 0, 1);
  const source = given > 0 ? (args[0] as PyObject) : null;
  if (type === m.types.frozenset && source !== null && source.ob_type === m.types.frozenset) return incref(source);
  return makeSet(m, type, source);
}

/** Copies of exact frozensets are the object itself; others are of the base type. */
function copy(m: Machine, self: PyObject): PyObject {
  return self.ob_type === m.types.frozenset ? incref(self) : copySet(m, self);
}

function reduce(m: Machine, self: PyObject): PyObject {
  const keys = newList(m, setKeysInOrder(self).map((key) => incref(key)));
  const state = getState(m, self, false);
  return newTuple(m, [incref(self.ob_type), newTuple(m, [keys]), state]);
}

const answer = (test: (m: Machine, a: PyObject, b: PyObject) => boolean) => (m: Machine, a: PyObject, b: PyObject): PyObject => incref(test(m, a, b) ? m.True : m.False);
const changes = (work: (m: Machine, self: PyObject, args: readonly PyObject[]) => void) => (m: Machine, self: PyObject, args: readonly PyObject[]): PyObject => {
  work(m, self, args);
  return incref(m.None);
};
const changesOne = (work: (m: Machine, self: PyObject, arg: PyObject) => unknown) => (m: Machine, self: PyObject, arg: PyObject): PyObject => {
  work(m, self, arg);
  return incref(m.None);
};

const sharedSlots: Partial<TypeSlots> = {
  tp_dealloc: setDealloc,
  tp_repr: setRepr,
  tp_traverse: setTraverse,
  tp_clear: setClear,
  tp_richcompare: compareSets,
  tp_iter: newSetIterator,
  tp_sizeof: (_m, self) => self.ob_type.tp_basicsize + ((self.data as SetData).block === 0 ? 0 : ((self.data as SetData).mask + 1) * ENTRY_BYTES),
  nb_subtract: setOperator(differenceOf),
  nb_and: setOperator(intersectionOf),
  nb_xor: setOperator(symmetricDifferenceOf),
  nb_or: setOperator((m, a, b) => unionOf(m, a, [b])),
  sq_length: (_m, self) => setLen(self),
  sq_contains: containsElement,
};

const sharedMethods: readonly NativeSpec[] = [
  { name: '__contains__', kind: 'o', fn: answer(containsElement), doc: 'x.__contains__(y) <==> y in x.' },
  { name: 'copy', kind: 'noargs', fn: copy, doc: 'Return a shallow copy of a set.' },
  { name: 'difference', kind: 'fast', min: 0, max: -1, fn: differenceMulti, doc: 'Return a new set with elements in the set that are not in the others.' },
  { name: 'intersection', kind: 'fast', min: 0, max: -1, fn: intersectionMulti, doc: 'Return a new set with elements common to the set and all others.' },
  { name: 'isdisjoint', kind: 'o', fn: answer(isDisjoint), doc: 'Return True if two sets have a null intersection.' },
  { name: 'issubset', kind: 'o', fn: answer(isSubset), doc: 'Report whether another set contains this set.' },
  { name: 'issuperset', kind: 'o', fn: answer(isSuperset), doc: 'Report whether this set contains another set.' },
  { name: '__reduce__', kind: 'noargs', fn: reduce, doc: 'Return state information for pickling.' },
  { name: 'symmetric_difference', kind: 'o', fn: symmetricDifferenceOf, doc: 'Return a new set with elements in either the set or other but not both.' },
  { name: 'union', kind: 'fast', min: 0, max: -1, fn: unionOf, doc: 'Return a new set with elements from the set and all others.' },
  { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
];

/** The type set. */
export const setType: TypeSpec = {
  name: 'set',
  basicsize: SET_BASICSIZE,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.MATCH_SELF,
  hasWeakrefs: true,
  unhashable: () => true,
  doc: 'Build an unordered collection of unique elements.',
  slots: {
    ...sharedSlots,
    tp_init: setInit,
    tp_new: (m, type) => genericAlloc(m, type, new SetData()),
    nb_inplace_subtract: inplaceOperator((m, self, other) => differenceUpdate(m, self, [other])),
    nb_inplace_and: inplaceOperator((m, self, other) => intersectionUpdate(m, self, [other])),
    nb_inplace_xor: inplaceOperator(symmetricDifferenceUpdate),
    nb_inplace_or: inplaceOperator(setUpdate),
  },
  methods: [
    ...sharedMethods,
    { name: 'add', kind: 'o', fn: changesOne(setAdd), doc: 'Add an element to a set.\n\nThis has no effect if the element is already present.' },
    { name: 'clear', kind: 'noargs', fn: (m, self) => { setClear(m, self); return incref(m.None); }, doc: 'Remove all elements from this set.' },
    { name: 'discard', kind: 'o', fn: changesOne(discardElement), doc: 'Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.' },
    { name: 'difference_update', kind: 'fast', min: 0, max: -1, fn: changes(differenceUpdate), doc: 'Update the set, removing elements found in others.' },
    { name: 'intersection_update', kind: 'fast', min: 0, max: -1, fn: changes(intersectionUpdate), doc: 'Update the set, keeping only elements found in it and all others.' },
    { name: 'pop', kind: 'noargs', fn: popElement, doc: 'Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.' },
    { name: 'remove', kind: 'o', fn: changesOne(removeElement), doc: 'Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.' },
    { name: 'symmetric_difference_update', kind: 'o', fn: changesOne(symmetricDifferenceUpdate), doc: 'Update the set, keeping only elements found in either set, but not in both.' },
    { name: 'update', kind: 'fast', min: 0, max: -1, fn: changes(updateMulti), doc: 'Update the set, adding elements from all others.' },
  ],
};

/** The type frozenset. */
export const frozensetType: TypeSpec = {
  name: 'frozenset',
  basicsize: SET_BASICSIZE,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.MATCH_SELF,
  hasWeakrefs: true,
  doc: 'Build an immutable unordered collection of unique elements.',
  slots: { ...sharedSlots, tp_hash: frozensetHash, tp_new: frozensetNew },
  methods: sharedMethods,
};

// --- the iterator ------------------------------------------------------------------------------------------------------------------------

/** setiterobject. */
export interface SetIterData {
  set: PyObject | null;
  used: number;
  slot: number;
  left: number;
}

function newSetIterator(m: Machine, set: PyObject): PyObject {
  const data: SetIterData = { set: incref(set), used: setLen(set), slot: 0, left: setLen(set) };
  const it = allocObject(m, m.types.set_iterator, data);
  gcTrack(m, it);
  return it;
}

function setIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as SetIterData;
  if (data.set === null) return null;
  const table = data.set.data as SetData;
  if (data.used !== table.used) {
    data.used = -1;
    throw runtimeError(m, 'Set changed size during iteration');
  }
  const { keys, mask } = table;
  let slot = data.slot;
  while (slot <= mask && (keys[slot] === null || keys[slot] === undefined)) slot++;
  data.slot = slot + 1;
  if (slot <= mask) {
    data.left--;
    return incref(keys[slot] as PyObject);
  }
  const set = data.set;
  data.set = null;
  decref(m, set);
  return null;
}

const lengthHint: UnaryFn = (m, self) => {
  const data = self.data as SetIterData;
  return newSizeInt(m, data.set !== null && data.used === setLen(data.set) ? data.left : 0);
};

/** The type set_iterator. */
export const setIteratorType: TypeSpec = {
  name: 'set_iterator',
  basicsize: 48,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      const data = self.data as SetIterData;
      if (data.set !== null) decref(m, data.set);
      data.set = null;
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const data = self.data as SetIterData;
      if (data.set !== null) visit(data.set, 'set', -1);
    },
    tp_iter: selfIter,
    tp_iternext: setIterNext,
  },
  methods: [
    { name: '__length_hint__', kind: 'noargs', fn: lengthHint, doc: 'Private method returning an estimate of len(list(it)).' },
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling.',
      fn: (m, self) => {
        const data = self.data as SetIterData;
        const rest: PyObject[] = [];
        if (data.set !== null) {
          const { keys } = data.set.data as SetData;
          for (let i = data.slot; i < keys.length; i++) {
            const key = keys[i];
            if (key !== null && key !== undefined) rest.push(incref(key));
          }
        }
        return newTuple(m, [incref(dictGetStr(m, m.builtins, 'iter') ?? m.None), newTuple(m, [newList(m, rest)])]);
      },
    },
  ],
};

