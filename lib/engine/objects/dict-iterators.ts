// Iterators over dicts, forwards and backwards (CPython Objects/dictobject.c: dictiterobject). The items iterators reuse one result tuple while nobody
// else holds it: its id repeats.
import type { Machine } from '../machine.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { dictGetStr, dictKeyAt, dictValueAt, positionCount } from './dict.ts';
import type { DictData, DictPart } from './dict.ts';
import { selfIter } from './iterators.ts';
import { newSizeInt } from './int.ts';
import { newList } from './list.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { runtimeError } from './raise.ts';
import { newPair, newTuple, packTuple } from './tuple.ts';
import { TypeFlag } from './type.ts';
import type { PyType, TypeSpec, Visit } from './type.ts';

/** dictiterobject. */
export class DictIterData {
  dict: PyObject | null;
  /** di_used: the dict's size at the start; -1 after it changed. */
  used: number;
  position: number;
  /** Items left (di_len). */
  left: number;
  /** The tuple that the items iterators hand out again and again (owned). */
  result: PyObject | null = null;

  constructor(dict: PyObject, position: number) {
    this.dict = dict;
    const used = (dict.data as DictData).used;
    this.used = used;
    this.left = used;
    this.position = position;
  }
}

/** dictiter_new. */
export function newDictIterator(m: Machine, dict: PyObject, part: DictPart, reverse: boolean): PyObject {
  const data = new DictIterData(incref(dict), reverse ? positionCount(dict.data as DictData) - 1 : 0);
  const it = allocObject(m, iteratorType(m, part, reverse), data);
  if (part === 'items') data.result = packTuple(m, [m.None, m.None]);
  gcTrack(m, it);
  return it;
}

function iteratorType(m: Machine, part: DictPart, reverse: boolean): PyType {
  if (part === 'keys') return reverse ? m.types.dict_reversekeyiterator : m.types.dict_keyiterator;
  if (part === 'values') return reverse ? m.types.dict_reversevalueiterator : m.types.dict_valueiterator;
  return reverse ? m.types.dict_reverseitemiterator : m.types.dict_itemiterator;
}

/** Steps to the next position that holds an item; -1 at the end (the dict is given up). */
function step(m: Machine, data: DictIterData, reverse: boolean): number {
  const dict = data.dict;
  if (dict === null) return -1;
  const d = dict.data as DictData;
  if (data.used !== d.used) {
    data.used = -1;
    throw runtimeError(m, 'dictionary changed size during iteration');
  }
  let p = data.position;
  const direction = reverse ? -1 : 1;
  const end = positionCount(d);
  if (p < end) {
    while (p >= 0 && p < end && dictValueAt(dict, p) === null) p += direction;
    if (p >= 0 && p < end) {
      if (data.left === 0 && !reverse) {
        giveUp(m, data);
        throw runtimeError(m, 'dictionary keys changed during iteration');
      }
      data.position = p + direction;
      data.left--;
      return p;
    }
  }
  giveUp(m, data);
  return -1;
}

function giveUp(m: Machine, data: DictIterData): void {
  const dict = data.dict;
  data.dict = null;
  if (dict !== null) decref(m, dict);
}

function nextKey(m: Machine, self: PyObject, reverse: boolean): PyObject | null {
  const data = self.data as DictIterData;
  const dict = data.dict;
  const p = step(m, data, reverse);
  return p < 0 || dict === null ? null : incref(dictKeyAt(dict, p));
}

function nextValue(m: Machine, self: PyObject, reverse: boolean): PyObject | null {
  const data = self.data as DictIterData;
  const dict = data.dict;
  const p = step(m, data, reverse);
  return p < 0 || dict === null ? null : incref(dictValueAt(dict, p) as PyObject);
}

function nextItem(m: Machine, self: PyObject, reverse: boolean): PyObject | null {
  const data = self.data as DictIterData;
  const dict = data.dict;
  const p = step(m, data, reverse);
  if (p < 0 || dict === null) return null;
  return reusePair(m, data.result as PyObject, incref(dictKeyAt(dict, p)), incref(dictValueAt(dict, p) as PyObject));
}

/** Puts new contents (stolen) into `result` if the caller is its only owner, else into a new tuple; answers a new reference. */
export function reusePair(m: Machine, result: PyObject, first: PyObject, second: PyObject): PyObject {
  if (result.ob_refcnt !== 1) return newPair(m, first, second);
  const items = result.data as PyObject[];
  const oldFirst = items[0] as PyObject, oldSecond = items[1] as PyObject;
  items[0] = first;
  items[1] = second;
  incref(result);
  decref(m, oldFirst);
  decref(m, oldSecond);
  // The collector may have untracked the tuple while it held None or other atoms (bpo-42536).
  if (result.gc_next === null) gcTrack(m, result);
  return result;
}

function dealloc(m: Machine, self: PyObject): void {
  const data = self.data as DictIterData;
  gcUntrack(m, self);
  giveUp(m, data);
  if (data.result !== null) decref(m, data.result);
  data.result = null;
  freeObject(m, self);
}

function traverse(_m: Machine, self: PyObject, visit: Visit): void {
  const data = self.data as DictIterData;
  if (data.dict !== null) visit(data.dict, 'dict', -1);
  if (data.result !== null) visit(data.result, 'result', -1);
}

function lengthHint(m: Machine, self: PyObject): PyObject {
  const data = self.data as DictIterData;
  const left = data.dict !== null && data.used === (data.dict.data as DictData).used ? data.left : 0;
  return newSizeInt(m, left);
}

/** dictiter_reduce: (iter, (list of what is left,)); the iterator itself does not move. */
function reduce(m: Machine, self: PyObject): PyObject {
  const data = self.data as DictIterData;
  const saved = { used: data.used, position: data.position, left: data.left };
  const rest: PyObject[] = [];
  if (data.dict !== null) {
    const keep = incref(data.dict);
    const next = self.ob_type.tp_iternext;
    for (;;) {
      const item = next === null ? null : next(m, self);
      if (item === null) break;
      rest.push(item);
    }
    if (data.dict === null) data.dict = keep;
    else decref(m, keep);
  }
  data.used = saved.used;
  data.position = saved.position;
  data.left = saved.left;
  return newTuple(m, [incref(dictGetStr(m, m.builtins, 'iter') ?? m.None), newTuple(m, [newList(m, rest)])]);
}

type Step = (m: Machine, self: PyObject, reverse: boolean) => PyObject | null;

function dictIteratorType(name: string, next: Step, reverse: boolean): TypeSpec {
  return {
    name,
    basicsize: 56,
    flags: TypeFlag.HAVE_GC,
    slots: { tp_dealloc: dealloc, tp_traverse: traverse, tp_iter: selfIter, tp_iternext: (m, self) => next(m, self, reverse) },
    methods: [
      { name: '__length_hint__', kind: 'noargs', fn: lengthHint, doc: 'Private method returning an estimate of len(list(it)).' },
      { name: '__reduce__', kind: 'noargs', fn: reduce, doc: 'Return state information for pickling.' },
    ],
  };
}

/** By key in `m.types`. */
export const dictIteratorTypes = {
  dict_keyiterator: dictIteratorType('dict_keyiterator', nextKey, false),
  dict_valueiterator: dictIteratorType('dict_valueiterator', nextValue, false),
  dict_itemiterator: dictIteratorType('dict_itemiterator', nextItem, false),
  dict_reversekeyiterator: dictIteratorType('dict_reversekeyiterator', nextKey, true),
  dict_reversevalueiterator: dictIteratorType('dict_reversevalueiterator', nextValue, true),
  dict_reverseitemiterator: dictIteratorType('dict_reverseitemiterator', nextItem, true),
} as const satisfies Record<string, TypeSpec>;
