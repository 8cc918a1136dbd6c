// Iterators over the built-in sequences and over callables (CPython Objects/iterobject.c, the iterator halves of listobject.c, tupleobject.c,
// unicodeobject.c, bytesobject.c, bytearrayobject.c and memoryobject.c).
//
// All sequence iterators share one payload, so that the evaluation loop can step them without a call.
import { exactSizeArgument } from './size-argument.ts';
import { PyRaise } from '../errors.ts';
import type { FreeList } from '../memory/free-lists.ts';
import type { Machine } from '../machine.ts';
import { EQ } from './type.ts';
import { length, richCompareBool, sequenceGetItem } from './abstract.ts';
import { adoptBlock, allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { bytesValue } from './bytes.ts';
import { callNoArgs } from './call.ts';
import { dictGetStr } from './dict.ts';
import { newInt, newSizeInt } from './int.ts';
import { newList } from './list.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { dropRaise, matches } from './raise.ts';
import { newStr, strValue } from './str.ts';
import { newTuple } from './tuple.ts';
import { TypeFlag } from './type.ts';
import type { PyType, TypeSpec, Visit } from './type.ts';

/** What every sequence iterator holds. */
export class SeqIterData {
  /** The sequence (owned); null once exhausted. */
  seq: PyObject | null;
  /** Next item; for reversed ones it runs down to -1. */
  index: number;
  /** Strings only: the UTF-16 position of `index`. */
  offset = 0;

  /** Takes over the reference to `seq`. */
  constructor(seq: PyObject, index: number) {
    this.seq = seq;
    this.index = index;
  }
}

/** An iterator with that payload. */
export interface PySeqIter extends PyObject {
  data: SeqIterData;
}

/** Iterator of the given type over `seq` (borrowed), from `index` on. */
export function newSequenceIterator(m: Machine, type: PyType, seq: PyObject, index = 0): PySeqIter {
  const data = new SeqIterData(incref(seq), index);
  const free = freeListOf(m, type);
  const block = free === null ? 0 : free.pop();
  const it = block !== 0 ? adoptBlock(m, type, data, block) : allocObject(m, type, data);
  gcTrack(m, it);
  return it as PySeqIter;
}

function freeListOf(m: Machine, type: PyType): FreeList | null {
  if (type === m.types.list_iterator) return m.freeLists.listIter;
  if (type === m.types.tuple_iterator) return m.freeLists.tupleIter;
  return null;
}

function iterDealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  const seq = (self.data as SeqIterData).seq;
  (self.data as SeqIterData).seq = null;
  if (seq !== null) decref(m, seq);
  const free = freeListOf(m, self.ob_type);
  if (free === null || !free.push(self.block)) freeObject(m, self);
}

function iterTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const seq = (self.data as SeqIterData).seq;
  if (seq !== null) visit(seq, 'sequence', -1);
}

function exhaust(m: Machine, data: SeqIterData): null {
  const seq = data.seq;
  data.seq = null;
  if (seq !== null) decref(m, seq);
  return null;
}

function listIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as SeqIterData;
  if (data.seq === null) return null;
  const items = (data.seq.data as { items: PyObject[] }).items;
  if (data.index < items.length) return incref(items[data.index++] as PyObject);
  return exhaust(m, data);
}

function tupleIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as SeqIterData;
  if (data.seq === null) return null;
  const items = data.seq.data as PyObject[];
  if (data.index < items.length) return incref(items[data.index++] as PyObject);
  return exhaust(m, data);
}

function listReverseNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as SeqIterData;
  if (data.seq === null) return null;
  const items = (data.seq.data as { items: PyObject[] }).items;
  if (data.index >= 0 && data.index < items.length) return incref(items[data.index--] as PyObject);
  data.index = -1;
  return m.profile.listReverseIterKeepsList ? null : exhaust(m, data);
}

function strIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as SeqIterData;
  if (data.seq === null) return null;
  const text = strValue(data.seq);
  if (data.offset >= text.length) return exhaust(m, data);
  const code = text.codePointAt(data.offset) as number;
  data.offset += code > 0xffff ? 2 : 1;
  data.index++;
  return code < 256 && m.profile.latin1CharsShared ? incref(m.latin1Chars[code] as PyObject) : newStr(m, String.fromCodePoint(code));
}

function bytesIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as SeqIterData;
  if (data.seq === null) return null;
  const bytes = bytesValue(data.seq);
  if (data.index < bytes.length) return newInt(m, bytes[data.index++] as number);
  return exhaust(m, data);
}

/** iter_iternext of iterobject.c: asks `seq[index]` until IndexError or StopIteration. */
function seqIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as SeqIterData;
  const seq = data.seq;
  if (seq === null) return null;
  try {
    const item = sequenceGetItem(m, seq, data.index);
    data.index++;
    return item;
  } catch (error) {
    if (!(error instanceof PyRaise) || (!matches(error, m.types.IndexError) && !matches(error, m.types.StopIteration))) throw error;
    dropRaise(m, error);
    return exhaust(m, data);
  }
}

export { sequenceGetItem as sequenceItem } from './abstract.ts';

function memoryIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as SeqIterData;
  if (data.seq === null) return null;
  if (data.index < length(m, data.seq)) return sequenceGetItem(m, data.seq, data.index++);
  return exhaust(m, data);
}

function lengthHintOf(m: Machine, self: PyObject): PyObject {
  const data = self.data as SeqIterData;
  if (data.seq === null) return newInt(m, 0);
  const left = length(m, data.seq) - data.index;
  return newSizeInt(m, Math.max(left, 0));
}

function reverseLengthHint(m: Machine, self: PyObject): PyObject {
  const data = self.data as SeqIterData;
  const left = data.index + 1;
  return newSizeInt(m, data.seq === null || length(m, data.seq) < left ? 0 : left);
}

/** (iter, (seq,), index), or (iter, (empty,)) when exhausted. */
function reduceIterator(m: Machine, self: PyObject, maker: 'iter' | 'reversed', emptyValue: PyObject): PyObject {
  const data = self.data as SeqIterData;
  const function_ = dictGetStr(m, m.builtins, maker) ?? m.None;
  if (data.seq === null) return newTuple(m, [incref(function_), newTuple(m, [emptyValue])]);
  decref(m, emptyValue);
  return newTuple(m, [incref(function_), newTuple(m, [incref(data.seq)]), newInt(m, data.index)]);
}

function setState(m: Machine, self: PyObject, arg: PyObject): PyObject {
  const data = self.data as SeqIterData;
  const wanted = exactSizeArgument(m, arg);
  if (data.seq !== null) {
    // A program's own sequence is not asked for its length, and the end shows itself.
    data.index = Math.max(0, self.ob_type === m.types.iterator ? wanted : Math.min(wanted, length(m, data.seq)));
    if (self.ob_type === m.types.str_iterator || self.ob_type === m.types.str_ascii_iterator) data.offset = utf16Offset(strValue(data.seq), data.index);
  }
  return incref(m.None);
}

function utf16Offset(text: string, codePoints: number): number {
  let offset = 0;
  for (let i = 0; i < codePoints; i++) offset += (text.codePointAt(offset) as number) > 0xffff ? 2 : 1;
  return offset;
}

function setReverseState(m: Machine, self: PyObject, arg: PyObject): PyObject {
  const data = self.data as SeqIterData;
  if (data.seq !== null) data.index = Math.max(-1, Math.min(exactSizeArgument(m, arg), length(m, data.seq) - 1));
  return incref(m.None);
}

type Next = (m: Machine, self: PyObject) => PyObject | null;

/** `PyObject_SelfIter`. */
export function selfIter(_m: Machine, self: PyObject): PyObject {
  return incref(self);
}

function sequenceIteratorType(name: string, next: Next, emptyValue: (m: Machine) => PyObject, hint: (m: Machine, self: PyObject) => PyObject = lengthHintOf): TypeSpec {
  return {
    name,
    basicsize: 32,
    flags: TypeFlag.HAVE_GC,
    slots: { tp_dealloc: iterDealloc, tp_traverse: iterTraverse, tp_iter: selfIter, tp_iternext: next },
    methods: [
      { name: '__length_hint__', kind: 'noargs', fn: hint, doc: 'Private method returning an estimate of len(list(it)).' },
      { name: '__reduce__', kind: 'noargs', fn: (m, self) => reduceIterator(m, self, 'iter', emptyValue(m)), doc: 'Return state information for pickling.' },
      { name: '__setstate__', kind: 'o', fn: setState, doc: 'Set state information for unpickling.' },
    ],
  };
}

const emptyTupleOf = (m: Machine): PyObject => incref(m.emptyTuple);
const emptyStrOf = (m: Machine): PyObject => incref(m.emptyStr);

export const listIteratorType = sequenceIteratorType('list_iterator', listIterNext, (m) => newList(m, []));
export const tupleIteratorType = sequenceIteratorType('tuple_iterator', tupleIterNext, emptyTupleOf);
export const strIteratorType = sequenceIteratorType('str_iterator', strIterNext, emptyStrOf);
export const strAsciiIteratorType = sequenceIteratorType('str_ascii_iterator', strIterNext, emptyStrOf);
export const bytesIteratorType = sequenceIteratorType('bytes_iterator', bytesIterNext, emptyTupleOf);
export const bytearrayIteratorType = sequenceIteratorType('bytearray_iterator', bytesIterNext, emptyTupleOf);
export const sequenceIteratorSpec = sequenceIteratorType('iterator', seqIterNext, emptyTupleOf, (m, self) => {
  const seq = (self.data as SeqIterData).seq;
  if (seq !== null && seq.ob_type.sq_length === null && seq.ob_type.mp_length === null) return incref(m.NotImplemented);
  return lengthHintOf(m, self);
});

/** memory_iterator keeps the length and the format of its view too: 48 bytes. */
export const memoryIteratorType: TypeSpec = {
  name: 'memory_iterator',
  basicsize: 48,
  flags: TypeFlag.HAVE_GC,
  slots: { tp_dealloc: iterDealloc, tp_traverse: iterTraverse, tp_iter: selfIter, tp_iternext: memoryIterNext },
};

/** reversed(list). */
export const listReverseIteratorType: TypeSpec = {
  name: 'list_reverseiterator',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC,
  slots: { tp_dealloc: iterDealloc, tp_traverse: iterTraverse, tp_iter: selfIter, tp_iternext: listReverseNext },
  methods: [
    { name: '__length_hint__', kind: 'noargs', fn: reverseLengthHint },
    { name: '__reduce__', kind: 'noargs', fn: (m, self) => ((self.data as SeqIterData).seq === null ? reduceIterator(m, self, 'iter', newList(m, [])) : reduceIterator(m, self, 'reversed', newList(m, []))) },
    { name: '__setstate__', kind: 'o', fn: setReverseState },
  ],
};

// --- iter(callable, sentinel) ----------------------------------------------------------------------------------------------------------

/** Both are given up at the end. */
export interface CallIterData {
  callable: PyObject | null;
  sentinel: PyObject | null;
}

/** PyCallIter_New. */
export function newCallableIterator(m: Machine, callable: PyObject, sentinel: PyObject): PyObject {
  const data: CallIterData = { callable: incref(callable), sentinel: incref(sentinel) };
  const it = allocObject(m, m.types.callable_iterator, data);
  gcTrack(m, it);
  return it;
}

function dropCallable(m: Machine, data: CallIterData): void {
  const { callable, sentinel } = data;
  data.callable = null;
  data.sentinel = null;
  if (callable !== null) decref(m, callable);
  if (sentinel !== null) decref(m, sentinel);
}

function callIterNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as CallIterData;
  if (data.callable === null) return null;
  let result: PyObject;
  try {
    result = callNoArgs(m, data.callable);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.StopIteration)) throw error;
    dropRaise(m, error);
    dropCallable(m, data);
    return null;
  }
  if (data.sentinel === null) {
    decref(m, result);
    return null;
  }
  let same: boolean;
  try {
    same = richCompareBool(m, data.sentinel, result, EQ);
  } catch (error) {
    decref(m, result);
    throw error;
  }
  if (!same) return result;
  dropCallable(m, data);
  decref(m, result);
  return null;
}

export const callableIteratorType: TypeSpec = {
  name: 'callable_iterator',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      dropCallable(m, self.data as CallIterData);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const data = self.data as CallIterData;
      if (data.callable !== null) visit(data.callable, 'callable', -1);
      if (data.sentinel !== null) visit(data.sentinel, 'sentinel', -1);
    },
    tp_iter: selfIter,
    tp_iternext: callIterNext,
  },
  methods: [
    {
      name: '__reduce__', kind: 'noargs',
      fn: (m, self) => {
        const data = self.data as CallIterData;
        const maker = incref(dictGetStr(m, m.builtins, 'iter') ?? m.None);
        if (data.callable === null || data.sentinel === null) return newTuple(m, [maker, newTuple(m, [incref(m.emptyTuple)])]);
        return newTuple(m, [maker, newTuple(m, [incref(data.callable), incref(data.sentinel)])]);
      },
    },
  ],
};

/** PySeqIter_New: an iterator over anything with `__getitem__`. */
export function newSeqIter(m: Machine, seq: PyObject): PyObject {
  return newSequenceIterator(m, m.types.iterator, seq);
}

