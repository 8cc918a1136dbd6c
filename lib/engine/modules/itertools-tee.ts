// itertools.tee (CPython Modules/itertoolsmodule.c): iterators over one source that share a chain of data objects with 57 items each. A data object
// dies when the slowest iterator has left it.
import type { Machine } from '../machine.ts';
import { getIter, iterNext, lookupAttr } from '../objects/abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { checkPositional, noKeywords } from '../objects/arguments.ts';
import { callNoArgs } from '../objects/call.ts';
import { selfIter } from '../objects/iterators.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { runtimeError, valueError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { newTuple } from '../objects/tuple.ts';
import { TypeFlag } from '../objects/type.ts';
import type { TypeSpec } from '../objects/type.ts';
import { clearWeakrefs } from '../objects/weakref.ts';

/** LINKCELLS. */
const CELLS = 57;

interface TeeBlock {
  readonly source: PyObject;
  readonly values: PyObject[];
  next: PyObject | null;
  running: boolean;
}

interface TeeState {
  block: PyObject;
  index: number;
}

function newBlock(m: Machine, source: PyObject): PyObject {
  const data: TeeBlock = { source: incref(source), values: [], next: null, running: false };
  const o = allocObject(m, lazyType(m, teeDataType), data);
  gcTrack(m, o);
  return o;
}

function newTee(m: Machine, block: PyObject, index: number): PyObject {
  const state: TeeState = { block, index };
  const o = allocObject(m, lazyType(m, teeType), state);
  gcTrack(m, o);
  return o;
}

/** tee_fromiterable: a tee object shares its data, anything else starts a new chain. */
function teeFrom(m: Machine, iterable: PyObject): PyObject {
  const iterator = getIter(m, iterable);
  try {
    if (iterator.ob_type === lazyType(m, teeType)) return copyTee(m, iterator);
    return newTee(m, newBlock(m, iterator), 0);
  } finally {
    decref(m, iterator);
  }
}

function copyTee(m: Machine, self: PyObject): PyObject {
  const { block, index } = self.data as TeeState;
  return newTee(m, incref(block), index);
}

/** itertools.tee(iterable, n=2). */
export function tee(m: Machine, _self: PyObject, args: readonly PyObject[]): PyObject {
  const n = args.length > 1 ? sizeArgument(m, args[1] as PyObject) : 2;
  if (n < 0) throw valueError(m, `n ${m.profile.teeNegativeText}`);
  if (n === 0) return incref(m.emptyTuple);
  let first = getIter(m, args[0] as PyObject);
  let copier = lookupAttr(m, first, intern(m, '__copy__'));
  const shared = first.ob_type === lazyType(m, teeType) && m.profile.teeOfTeeIsCopy;
  if (copier === null || shared) {
    if (copier !== null) decref(m, copier);
    const made = teeFrom(m, first);
    decref(m, first);
    first = made;
    copier = lookupAttr(m, first, intern(m, '__copy__'));
  }
  const items = [first];
  for (let i = 1; i < n && copier !== null; i++) {
    m.chargeWork(1);
    items.push(callNoArgs(m, copier));
  }
  if (copier !== null) decref(m, copier);
  return newTuple(m, items);
}

function teeNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as TeeState;
  if (state.index >= CELLS) {
    const full = state.block.data as TeeBlock;
    if (full.next === null) full.next = newBlock(m, full.source);
    const old = state.block;
    state.block = incref(full.next);
    state.index = 0;
    decref(m, old);
  }
  const block = state.block.data as TeeBlock;
  if (state.index < block.values.length) return incref(block.values[state.index++] as PyObject);
  if (block.running) throw runtimeError(m, 'cannot re-enter the tee iterator');
  block.running = true;
  let value: PyObject | null;
  try {
    value = iterNext(m, block.source);
  } finally {
    block.running = false;
  }
  if (value === null) return null;
  block.values.push(value);
  state.index++;
  return incref(value);
}

/** teedataobject_safe_decref: a long chain of data objects is released without recursion. */
function dropBlock(m: Machine, data: TeeBlock): void {
  decref(m, data.source);
  for (const value of data.values) decref(m, value);
  data.values.length = 0;
  let next = data.next;
  data.next = null;
  while (next !== null && next.ob_refcnt === 1) {
    const following: PyObject | null = (next.data as TeeBlock).next;
    (next.data as TeeBlock).next = null;
    decref(m, next);
    next = following;
  }
  if (next !== null) decref(m, next);
}

/** The type _tee_dataobject. */
export const teeDataType: TypeSpec = {
  name: 'itertools._tee_dataobject',
  basicsize: 496,
  flags: TypeFlag.HAVE_GC,
  doc: 'teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.',
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      dropBlock(m, self.data as TeeBlock);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const data = self.data as TeeBlock;
      visit(data.source, 'iterator', -1);
      data.values.forEach((value, i) => visit(value, 'item', i));
      if (data.next !== null) visit(data.next, 'next', -1);
    },
  },
};

/** The type _tee. */
export const teeType: TypeSpec = {
  name: 'itertools._tee',
  basicsize: (m) => m.profile.itertoolsBasicsize.tee,
  flags: TypeFlag.HAVE_GC,
  hasWeakrefs: true,
  doc: 'Iterator wrapped to make it copyable.',
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      clearWeakrefs(m, self);
      decref(m, (self.data as TeeState).block);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => visit((self.data as TeeState).block, 'data', -1),
    tp_iter: selfIter,
    tp_iternext: teeNext,
    tp_new: (m, _type, args, kwnames) => {
      noKeywords(m, '_tee', kwnames);
      checkPositional(m, '_tee', args.length, 1, 1);
      return teeFrom(m, args[0] as PyObject);
    },
  },
  methods: [{ name: '__copy__', kind: 'noargs', fn: copyTee, doc: 'Returns an independent iterator.' }],
};
