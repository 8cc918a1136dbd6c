// Iteration without an iterator object (CPython 3.15 Python/bytecodes.c _GET_ITER, _FOR_ITER; the types' _tp_iteritem). GET_ITER leaves a list, tuple,
// str or bytes on the stack and pushes an index beside it; what FOR_ITER and SEND take comes from `sequence[index]`.
//
// NOT CPYTHON: here both lie in one stack slot, as an object without a memory block that owns the sequence. No program and no look at the stack may see
// it: whoever shows what a frame holds asks heldBySlot().
import type { Machine } from '../machine.ts';
import { decref, PyObject } from './object.ts';
import { SeqIterData } from './iterators.ts';
import { PyType } from './type.ts';

/** Tells the sequence and the index from an iterator's data. */
class VirtualIteratorData extends SeqIterData {}

/** How one kind of sequence is run over without an iterator; its `tp_iternext` is the iterator's. */
export type VirtualIterators = ReadonlyMap<PyType, PyType>;

/** The types of virtual iterators by the exact type that they run over; empty where versions make iterators. */
export function makeVirtualIterators(m: Machine): VirtualIterators {
  if (!m.profile.virtualIterators) return new Map();
  const { list, tuple, str, bytes, list_iterator, tuple_iterator, str_iterator, bytes_iterator } = m.types;
  return new Map([[list, list_iterator], [tuple, tuple_iterator], [str, str_iterator], [bytes, bytes_iterator]].map(([sequence, iterator]) => {
    const type = new PyType(null);
    type.tp_name = 'virtual iterator';
    type.tp_iternext = (iterator as PyType).tp_iternext;
    type.tp_dealloc = deallocVirtual;
    return [sequence as PyType, type];
  }));
}

/** What GET_ITER leaves on the stack for `iterable` (stolen), or null where it takes an iterator. */
export function virtualIterator(m: Machine, iterable: PyObject): PyObject | null {
  const type = m.virtualIterators.get(iterable.ob_type);
  return type === undefined ? null : new PyObject(type, new VirtualIteratorData(iterable, 0));
}

function deallocVirtual(m: Machine, self: PyObject): void {
  const { seq } = self.data as SeqIterData;
  if (seq !== null) decref(m, seq);
}

/** The object that a stack slot refers to: the sequence where a virtual iterator runs over it; null once it is exhausted. */
export function heldBySlot(o: PyObject): PyObject | null {
  return o.data instanceof VirtualIteratorData ? o.data.seq : o;
}
