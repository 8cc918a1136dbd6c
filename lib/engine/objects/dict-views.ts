// dict.keys(), dict.values() and dict.items() (CPython Objects/dictobject.c: _PyDictViewObject). `data` of a view is the dict itself (owned).
import type { Machine } from '../machine.ts';
import { contains, getIter, iterNext, length, richCompareBool } from './abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { call, callMethod } from './call.ts';
import { newDictIterator } from './dict-iterators.ts';
import { dictGet } from './dict.ts';
import type { DictData, DictPart } from './dict.ts';
import { intern } from './names.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { reprEnter, reprLeave } from './repr-guard.ts';
import { repr } from './abstract.ts';
import { isAnySet, newSetFrom, setAdd, setDiscard } from './set.ts';
import { sequenceList } from './list.ts';
import { newStr, strValue } from './str.ts';
import { isTuple } from './tuple.ts';
import { EQ, GE, GT, LE, LT, NE, TypeFlag } from './type.ts';
import type { CompareOp, NativeSpec, PyType, TypeSlots, TypeSpec, Visit } from './type.ts';

/** _PyDictView_New. */
export function newDictView(m: Machine, type: PyType, dict: PyObject): PyObject {
  const view = allocObject(m, type, incref(dict));
  gcTrack(m, view);
  return view;
}

function dictOf(self: PyObject): PyObject {
  return self.data as PyObject;
}

function dealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  decref(m, dictOf(self));
  freeObject(m, self);
}

function traverse(_m: Machine, self: PyObject, visit: Visit): void {
  visit(dictOf(self), 'mapping', -1);
}

function viewRepr(m: Machine, self: PyObject): PyObject {
  if (!reprEnter(m, self)) return newStr(m, '...');
  try {
    const list = sequenceList(m, self);
    try {
      const shown = repr(m, list);
      const text = `${self.ob_type.tp_name}(${strValue(shown)})`;
      decref(m, shown);
      return newStr(m, text);
    } finally {
      decref(m, list);
    }
  } finally {
    reprLeave(m, self);
  }
}

/** PyDictViewSet_Check. */
function isSetLikeView(m: Machine, o: PyObject): boolean {
  return o.ob_type === m.types.dict_keys || o.ob_type === m.types.dict_items;
}

/** all_contained_in. */
function allIn(m: Machine, items: PyObject, container: PyObject): boolean {
  const iterator = getIter(m, items);
  try {
    for (;;) {
      const item = iterNext(m, iterator);
      if (item === null) return true;
      m.chargeWork(1);
      try {
        if (!contains(m, container, item)) return false;
      } finally {
        decref(m, item);
      }
    }
  } finally {
    decref(m, iterator);
  }
}

function compare(m: Machine, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!isAnySet(m, other) && !isSetLikeView(m, other)) return incref(m.NotImplemented);
  const mine = length(m, self), theirs = length(m, other);
  let answer: boolean;
  switch (op) {
    case EQ: answer = mine === theirs && allIn(m, self, other); break;
    case NE: answer = !(mine === theirs && allIn(m, self, other)); break;
    case LT: answer = mine < theirs && allIn(m, self, other); break;
    case LE: answer = mine <= theirs && allIn(m, self, other); break;
    case GT: answer = mine > theirs && allIn(m, other, self); break;
    case GE: answer = mine >= theirs && allIn(m, other, self); break;
    default: return op satisfies never;
  }
  return incref(answer ? m.True : m.False);
}

/** A set of the view's elements, then one of its methods with the other operand. */
function throughSet(m: Machine, self: PyObject, method: string, other: PyObject): PyObject {
  const result = newSetFrom(m, self);
  try {
    decref(m, callMethod(m, result, intern(m, method), [other]));
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return result;
}

/** dictviews_sub: the left operand need not be the view. */
function subtract(m: Machine, a: PyObject, b: PyObject): PyObject {
  return throughSet(m, a, 'difference_update', b);
}

function union(m: Machine, a: PyObject, b: PyObject): PyObject {
  return throughSet(m, a, 'update', b);
}

function symmetricDifference(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (a.ob_type === m.types.dict_items && b.ob_type === m.types.dict_items) return xorItems(m, a, b);
  return throughSet(m, a, 'symmetric_difference_update', b);
}

/** dictitems_xor: compares values only where both have the key. */
function xorItems(m: Machine, a: PyObject, b: PyObject): PyObject {
  const result = newSetFrom(m, b);
  try {
    forEach(m, a, (item) => {
      if (!setDiscard(m, result, item)) setAdd(m, result, item);
    });
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return result;
}

function forEach(m: Machine, iterable: PyObject, visit: (item: PyObject) => void): void {
  const iterator = getIter(m, iterable);
  try {
    for (;;) {
      const item = iterNext(m, iterator);
      if (item === null) return;
      m.chargeWork(1);
      try {
        visit(item);
      } finally {
        decref(m, item);
      }
    }
  } finally {
    decref(m, iterator);
  }
}

/** _PyDictView_Intersect: iterates over the smaller side. */
function intersection(m: Machine, a: PyObject, b: PyObject): PyObject {
  let view = a, other = b;
  if (!isSetLikeView(m, view)) [view, other] = [other, view];
  const size = length(m, view);
  if (isSetLikeView(m, other) && length(m, other) > size) [view, other] = [other, view];
  if (isAnySet(m, other) && other.ob_type === m.types.set && size <= length(m, other)) {
    return callMethod(m, other, intern(m, 'intersection'), [view]);
  }
  const result = newSetFrom(m, null);
  const asked = view;
  try {
    forEach(m, other, (item) => {
      if (contains(m, asked, item)) setAdd(m, result, item);
    });
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return result;
}

function isDisjoint(m: Machine, self: PyObject, other: PyObject): PyObject {
  if (self === other) return incref(length(m, self) === 0 ? m.True : m.False);
  let view = self, probe = other;
  if ((isAnySet(m, other) || isSetLikeView(m, other)) && length(m, other) > length(m, self)) [view, probe] = [other, self];
  let common = false;
  const iterator = getIter(m, probe);
  try {
    while (!common) {
      const item = iterNext(m, iterator);
      if (item === null) break;
      try {
        common = contains(m, view, item);
      } finally {
        decref(m, item);
      }
    }
  } finally {
    decref(m, iterator);
  }
  return incref(common ? m.False : m.True);
}

function keysContain(m: Machine, self: PyObject, key: PyObject): boolean {
  return dictGet(m, dictOf(self), key) !== null;
}

function itemsContain(m: Machine, self: PyObject, item: PyObject): boolean {
  if (!isTuple(item) || item.data.length !== 2) return false;
  const found = dictGet(m, dictOf(self), item.data[0] as PyObject);
  if (found === null) return false;
  incref(found);
  try {
    return richCompareBool(m, found, item.data[1] as PyObject, EQ);
  } finally {
    decref(m, found);
  }
}

function mapping(m: Machine, self: PyObject): PyObject {
  return call(m, m.types.mappingproxy, [dictOf(self)]);
}

function viewType(name: string, part: DictPart, setLike: boolean, containsItem: TypeSlots['sq_contains']): TypeSpec {
  const setSlots: Partial<TypeSlots> = setLike
    ? { tp_richcompare: compare, nb_subtract: subtract, nb_and: intersection, nb_xor: symmetricDifference, nb_or: union, sq_contains: containsItem }
    : {};
  const setMethods: readonly NativeSpec[] = setLike
    ? [{ name: 'isdisjoint', kind: 'o', fn: isDisjoint, doc: 'Return True if the view and the given iterable have a null intersection.' }]
    : [];
  return {
    name,
    basicsize: 24,
    flags: TypeFlag.HAVE_GC,
    unhashable: () => setLike,
    slots: {
      tp_dealloc: dealloc,
      tp_traverse: traverse,
      tp_repr: viewRepr,
      tp_iter: (m, self) => newDictIterator(m, dictOf(self), part, false),
      sq_length: (_m, self) => (dictOf(self).data as DictData).used,
      ...setSlots,
    },
    methods: [
      ...setMethods,
      { name: '__reversed__', kind: 'noargs', fn: (m, self) => newDictIterator(m, dictOf(self), part, true), doc: `Return a reverse iterator over the dict ${part}.` },
    ],
    getset: [{ name: 'mapping', get: mapping, doc: 'dictionary that this view refers to' }],
  };
}

/** By key in `m.types`. */
export const dictViewTypes = {
  dict_keys: viewType('dict_keys', 'keys', true, keysContain),
  dict_values: viewType('dict_values', 'values', false, null),
  dict_items: viewType('dict_items', 'items', true, itemsContain),
} as const satisfies Record<string, TypeSpec>;

