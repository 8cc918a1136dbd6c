// collections.deque (CPython Modules/_collectionsmodule.c): a doubly linked list of blocks of 64 items. The items stand in one JS array with a gap in
// front; the blocks (528 bytes each, up to 16 kept for reuse) and the indices into the outermost ones are simulated, since `__sizeof__` and every
// allocation follow from them.
import type { Machine } from '../machine.ts';
import { callMethodNamed, getIter, isKindOf, iterNext, repr, richCompare, richCompareBool } from '../objects/abstract.ts';
import { freeObject, gcUntrack } from '../objects/alloc.ts';
import { parseArgs } from '../objects/arguments.ts';
import { call } from '../objects/call.ts';
import { newGenericAlias } from '../objects/generic-alias.ts';
import { genericAlloc, trashcanBegin, trashcanEnd } from '../objects/instance.ts';
import { isInt, newInt, newSizeInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { sequenceList } from '../objects/list.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { indexError, runtimeError, typeError, valueError } from '../objects/raise.ts';
import { reprEnter, reprLeave } from '../objects/repr-guard.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { newStr, strValue } from '../objects/str.ts';
import { compareNumbers, newTuple, searchBounds } from '../objects/tuple.ts';
import { EQ, NE, TypeFlag } from '../objects/type.ts';
import type { CompareOp, PyType, TypeSpec, Visit } from '../objects/type.ts';
import { clearWeakrefs } from '../objects/weakref.ts';
import { newDequeIterator } from './deque-iterators.ts';

const BLOCK_ITEMS = 64;
const BLOCK_BYTES = 528;
const CENTER = 31;
const MAX_FREE_BLOCKS = 16;
const DEQUE_BASICSIZE = 216;

/** dequeobject. */
export class DequeData {
  /** Items from `head` on; what stands before is a gap. */
  items: (PyObject | null)[] = [];
  head = 0;
  blocks: number[] = [];
  freeBlocks: number[] = [];
  leftIndex = CENTER + 1;
  rightIndex = CENTER;
  /** Changes with every mutation; iterators compare it. */
  state = 0;
  /** -1 = unbounded. */
  maxlen = -1;

  get size(): number {
    return this.items.length - this.head;
  }
  at(i: number): PyObject {
    return this.items[this.head + i] as PyObject;
  }
}

export function dataOf(o: PyObject): DequeData {
  return o.data as DequeData;
}

/** The type, made at first use. */
export function dequeTypeOf(m: Machine): PyType {
  return lazyType(m, dequeType);
}

function takeBlock(m: Machine, d: DequeData): number {
  return d.freeBlocks.pop() ?? m.memory.alloc(BLOCK_BYTES);
}

function giveBlock(m: Machine, d: DequeData, block: number): void {
  if (d.freeBlocks.length < MAX_FREE_BLOCKS) d.freeBlocks.push(block);
  else m.memory.free(block);
}

function dequeNew(m: Machine, type: PyType): PyObject {
  const d = new DequeData();
  const self = genericAlloc(m, type, d);
  d.blocks.push(takeBlock(m, d));
  return self;
}

/** deque_append_internal: steals the item. */
function appendStolen(m: Machine, self: PyObject, item: PyObject): void {
  const d = dataOf(self);
  if (d.rightIndex === BLOCK_ITEMS - 1) {
    d.blocks.push(takeBlock(m, d));
    d.rightIndex = -1;
  }
  d.rightIndex++;
  d.items.push(item);
  if (d.maxlen >= 0 && d.maxlen < d.size) decref(m, takeLeft(m, d));
  else d.state++;
}

/** deque_appendleft_internal: steals the item. */
function appendLeftStolen(m: Machine, self: PyObject, item: PyObject): void {
  const d = dataOf(self);
  if (d.leftIndex === 0) {
    d.blocks.unshift(takeBlock(m, d));
    d.leftIndex = BLOCK_ITEMS;
  }
  d.leftIndex--;
  putFront(d, item);
  if (d.maxlen >= 0 && d.maxlen < d.size) decref(m, takeRight(m, d));
  else d.state++;
}

function putFront(d: DequeData, item: PyObject): void {
  if (d.head === 0) {
    const gap = Math.max(16, d.items.length);
    const grown: (PyObject | null)[] = new Array<PyObject | null>(gap).fill(null);
    for (let i = 0; i < d.items.length; i++) grown.push(d.items[i] as PyObject);
    d.items = grown;
    d.head = gap;
  }
  d.items[--d.head] = item;
}

function takeFront(d: DequeData): PyObject {
  const item = d.items[d.head] as PyObject;
  d.items[d.head++] = null;
  if (d.head === d.items.length) {
    d.items = [];
    d.head = 0;
  } else if (d.head > 64 && d.head * 2 > d.items.length) {
    d.items = d.items.slice(d.head);
    d.head = 0;
  }
  return item;
}

/** deque_popleft of a deque that is not empty. */
function takeLeft(m: Machine, d: DequeData): PyObject {
  const item = takeFront(d);
  d.leftIndex++;
  d.state++;
  if (d.leftIndex === BLOCK_ITEMS) {
    if (d.size > 0) {
      giveBlock(m, d, d.blocks.shift() as number);
      d.leftIndex = 0;
    } else recenter(d);
  }
  return item;
}

/** deque_pop of a deque that is not empty. */
function takeRight(m: Machine, d: DequeData): PyObject {
  const item = d.items.pop() as PyObject;
  if (d.items.length === d.head) {
    d.items = [];
    d.head = 0;
  }
  d.rightIndex--;
  d.state++;
  if (d.rightIndex < 0) {
    if (d.size > 0) {
      giveBlock(m, d, d.blocks.pop() as number);
      d.rightIndex = BLOCK_ITEMS - 1;
    } else recenter(d);
  }
  return item;
}

function recenter(d: DequeData): void {
  d.leftIndex = CENTER + 1;
  d.rightIndex = CENTER;
}

function extend(m: Machine, self: PyObject, iterable: PyObject, left: boolean): void {
  if (iterable === self) {
    const copy = sequenceList(m, self);
    try {
      extend(m, self, copy, left);
    } finally {
      decref(m, copy);
    }
    return;
  }
  const iterator = getIter(m, iterable);
  const d = dataOf(self);
  try {
    if (d.maxlen !== 0 && d.size === 0) {
      d.leftIndex = left ? BLOCK_ITEMS - 1 : 1;
      d.rightIndex = left ? BLOCK_ITEMS - 2 : 0;
    }
    for (;;) {
      const item = iterNext(m, iterator);
      if (item === null) return;
      m.chargeWork(1);
      if (d.maxlen === 0) decref(m, item);
      else if (left) appendLeftStolen(m, self, item);
      else appendStolen(m, self, item);
    }
  } finally {
    decref(m, iterator);
  }
}

/** deque_clear: detaches everything first, then releases left to right, a block at a time. */
function clear(m: Machine, self: PyObject): void {
  const d = dataOf(self);
  const count = d.size;
  if (count === 0) return;
  const fresh = takeBlock(m, d);
  const { items, head, blocks, leftIndex } = d;
  d.items = [];
  d.head = 0;
  d.blocks = [fresh];
  recenter(d);
  d.state++;
  let room = BLOCK_ITEMS - leftIndex;
  for (let i = 0; i < count; i++) {
    if (room === 0) {
      giveBlock(m, d, blocks.shift() as number);
      room = BLOCK_ITEMS;
    }
    room--;
    decref(m, items[head + i] as PyObject);
  }
  for (const block of blocks) giveBlock(m, d, block);
}

function dealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  if (!trashcanBegin(m, self, dealloc)) return;
  clearWeakrefs(m, self);
  const d = dataOf(self);
  clear(m, self);
  for (const block of d.blocks) giveBlock(m, d, block);
  for (const block of d.freeBlocks) m.memory.free(block);
  freeObject(m, self);
  trashcanEnd(m);
}

function traverse(_m: Machine, self: PyObject, visit: Visit): void {
  const d = dataOf(self);
  for (let i = 0; i < d.size; i++) visit(d.at(i), 'item', i);
}

/** _deque_rotate: moves items from one end to the other; a block that becomes free on one side serves the other. */
function rotate(m: Machine, d: DequeData, by: number): void {
  const size = d.size;
  if (size <= 1) return;
  const half = size >> 1;
  let n = by;
  if (n > half || n < -half) {
    n %= size;
    if (n > half) n -= size;
    else if (n < -half) n += size;
  }
  if (n === 0) return;
  d.state++;
  m.chargeWork(Math.abs(n));
  let spare = 0;
  while (n > 0) {
    if (d.leftIndex === 0) {
      d.blocks.unshift(spare !== 0 ? spare : takeBlock(m, d));
      d.leftIndex = BLOCK_ITEMS;
      spare = 0;
    }
    const count = Math.min(n, d.rightIndex + 1, d.leftIndex);
    for (let i = 0; i < count; i++) putFront(d, d.items.pop() as PyObject);
    d.rightIndex -= count;
    d.leftIndex -= count;
    n -= count;
    if (d.rightIndex < 0) {
      spare = d.blocks.pop() as number;
      d.rightIndex = BLOCK_ITEMS - 1;
    }
  }
  while (n < 0) {
    if (d.rightIndex === BLOCK_ITEMS - 1) {
      d.blocks.push(spare !== 0 ? spare : takeBlock(m, d));
      d.rightIndex = -1;
      spare = 0;
    }
    const count = Math.min(-n, BLOCK_ITEMS - d.leftIndex, BLOCK_ITEMS - 1 - d.rightIndex);
    for (let i = 0; i < count; i++) {
      // First taken, then pushed: taking can move the items to another array.
      const item = takeFront(d);
      d.items.push(item);
    }
    d.leftIndex += count;
    d.rightIndex += count;
    n += count;
    if (d.leftIndex === BLOCK_ITEMS) {
      spare = d.blocks.shift() as number;
      d.leftIndex = 0;
    }
  }
  if (spare !== 0) giveBlock(m, d, spare);
}

function init(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const [iterable, maxlen] = parseArgs(m, { name: 'deque', params: ['iterable', 'maxlen'] }, args, kwnames);
  let limit = -1;
  if (maxlen !== null && maxlen !== undefined && maxlen !== m.None) {
    if (!isInt(maxlen) && maxlen.ob_type.nb_index === null) throw typeError(m, 'an integer is required');
    limit = sizeArgument(m, maxlen);
    if (limit < 0) throw valueError(m, 'maxlen must be non-negative');
  }
  const d = dataOf(self);
  d.maxlen = limit;
  clear(m, self);
  if (iterable !== null && iterable !== undefined) extend(m, self, iterable, false);
}

function copy(m: Machine, self: PyObject): PyObject {
  const d = dataOf(self);
  if (self.ob_type === dequeTypeOf(m)) {
    const result = dequeNew(m, self.ob_type);
    dataOf(result).maxlen = d.maxlen;
    if (d.size === 1 && m.profile.dequeCopyAppendsOne) appendStolen(m, result, incref(d.at(0)));
    else extend(m, result, self, false);
    return result;
  }
  const args = [incref(self)];
  if (d.maxlen >= 0) args.push(newInt(m, d.maxlen));
  let result: PyObject;
  try {
    result = call(m, self.ob_type, args);
  } finally {
    for (const arg of args) decref(m, arg);
  }
  if (isDeque(m, result)) return result;
  const error = typeError(m, `${self.ob_type.tp_name}() must return a deque, not ${result.ob_type.tp_name}`);
  decref(m, result);
  throw error;
}

function dequeRepr(m: Machine, self: PyObject): PyObject {
  const d = dataOf(self);
  const name = self.ob_type.tp_name.replace(/^.*\./, '');
  if (!reprEnter(m, self)) return newStr(m, '[...]');
  try {
    const list = sequenceList(m, self);
    let shown: PyObject;
    try {
      shown = repr(m, list);
    } finally {
      decref(m, list);
    }
    const text = d.maxlen >= 0 ? `${name}(${strValue(shown)}, maxlen=${d.maxlen})` : `${name}(${strValue(shown)})`;
    decref(m, shown);
    return newStr(m, text);
  } finally {
    reprLeave(m, self);
  }
}

export function isDeque(m: Machine, o: PyObject): boolean {
  return isKindOf(o, dequeTypeOf(m));
}

function compare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isDeque(m, a) || !isDeque(m, b)) return incref(m.NotImplemented);
  const x = dataOf(a), y = dataOf(b);
  if (x.size !== y.size && (op === EQ || op === NE)) return incref(op === NE ? m.True : m.False);
  const stateX = x.state, stateY = y.state;
  for (let i = 0; i < x.size && i < y.size; i++) {
    m.chargeWork(1);
    const left = incref(x.at(i)), right = incref(y.at(i));
    try {
      if (richCompareBool(m, left, right, EQ)) {
        if (x.state !== stateX || y.state !== stateY) throw runtimeError(m, 'deque mutated during iteration');
        continue;
      }
      if (op === EQ) return incref(m.False);
      if (op === NE) return incref(m.True);
      return richCompare(m, left, right, op);
    } finally {
      decref(m, left);
      decref(m, right);
    }
  }
  return compareNumbers(m, x.size, y.size, op);
}

function item(m: Machine, self: PyObject, i: number): PyObject {
  const d = dataOf(self);
  if (i < 0 || i >= d.size) throw indexError(m, 'deque index out of range');
  return incref(d.at(i));
}

function deleteAt(m: Machine, self: PyObject, i: number): void {
  const d = dataOf(self);
  rotate(m, d, -i);
  const taken = takeLeft(m, d);
  rotate(m, d, i);
  decref(m, taken);
}

function assignItem(m: Machine, self: PyObject, i: number, value: PyObject | null): void {
  const d = dataOf(self);
  if (i < 0 || i >= d.size) throw indexError(m, 'deque index out of range');
  if (value === null) return deleteAt(m, self, i);
  const old = d.at(i);
  d.items[d.head + i] = incref(value);
  decref(m, old);
}

/** Index of the first item equal to `value` from `from` up to `to`; -1 = none. `changed` is thrown when a comparison changed the deque. */
function find(m: Machine, d: DequeData, value: PyObject, from: number, to: number, changed: () => Error | object): number {
  const state = d.state;
  for (let i = from; i < to && i < d.size; i++) {
    m.chargeWork(1);
    const candidate = incref(d.at(i));
    let same: boolean;
    try {
      same = richCompareBool(m, candidate, value, EQ);
    } finally {
      decref(m, candidate);
    }
    if (d.state !== state) throw changed();
    if (same) return i;
  }
  return -1;
}

function mutated(m: Machine): object {
  return runtimeError(m, 'deque mutated during iteration');
}

function index(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const d = dataOf(self);
  const [from, to] = searchBounds(m, args, d.size);
  const at = find(m, d, args[0] as PyObject, from, to, () => mutated(m));
  if (at >= 0) return newSizeInt(m, at);
  throw notFound(m, args[0] as PyObject, 'index');
}

/** ValueError of index and remove: shows the value up to 3.13. */
function notFound(m: Machine, value: PyObject, method: string): object {
  if (!m.profile.listIndexErrorNamesValue) return valueError(m, `deque.${method}(x): x not in deque`);
  const shown = repr(m, value);
  const text = `${strValue(shown)} is not in deque`;
  decref(m, shown);
  return valueError(m, text);
}

function insert(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const d = dataOf(self);
  const at = sizeArgument(m, args[0] as PyObject);
  const value = args[1] as PyObject;
  const size = d.size;
  if (d.maxlen === size) throw indexError(m, 'deque already at its maximum size');
  if (at >= size) appendStolen(m, self, incref(value));
  else if (at <= -size || at === 0) appendLeftStolen(m, self, incref(value));
  else {
    rotate(m, d, -at);
    if (at < 0) appendStolen(m, self, incref(value));
    else appendLeftStolen(m, self, incref(value));
    rotate(m, d, at);
  }
  return incref(m.None);
}

function remove(m: Machine, self: PyObject, value: PyObject): PyObject {
  const at = find(m, dataOf(self), value, 0, dataOf(self).size, () => indexError(m, 'deque mutated during remove().'));
  if (at < 0) throw notFound(m, value, 'remove');
  deleteAt(m, self, at);
  return incref(m.None);
}

function count(m: Machine, self: PyObject, value: PyObject): PyObject {
  const d = dataOf(self);
  let found = 0;
  for (let at = find(m, d, value, 0, d.size, () => mutated(m)); at >= 0; at = find(m, d, value, at + 1, d.size, () => mutated(m))) found++;
  return newSizeInt(m, found);
}

function repeatInPlace(m: Machine, self: PyObject, times: number): PyObject {
  const d = dataOf(self);
  const size = d.size;
  if (size === 0 || times === 1) return incref(self);
  if (times <= 0) {
    clear(m, self);
    return incref(self);
  }
  let rounds = times;
  if (d.maxlen >= 0 && rounds * size > d.maxlen) rounds = Math.ceil(d.maxlen / size) + 1;
  const original: PyObject[] = [];
  for (let i = 0; i < size; i++) original.push(incref(d.at(i)));
  for (let k = 1; k < rounds; k++) {
    m.chargeWork(size);
    for (const each of original) appendStolen(m, self, incref(each));
  }
  for (const each of original) decref(m, each);
  return incref(self);
}

function concat(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isDeque(m, b)) throw typeError(m, `can only concatenate deque (not "${b.ob_type.tp_name}") to deque`);
  const result = copy(m, a);
  extend(m, result, b, false);
  return result;
}

function reduce(m: Machine, self: PyObject): PyObject {
  const d = dataOf(self);
  const state = callMethodNamed(m, self, '__getstate__');
  const args = d.maxlen < 0 ? incref(m.emptyTuple) : newTuple(m, [incref(m.emptyTuple), newInt(m, d.maxlen)]);
  return newTuple(m, [incref(self.ob_type), args, state, getIter(m, self)]);
}

function reverse(m: Machine, self: PyObject): PyObject {
  const d = dataOf(self);
  const items = d.items.slice(d.head);
  items.reverse();
  d.items = items;
  d.head = 0;
  m.chargeWork(items.length);
  return incref(m.None);
}

const done = (m: Machine): PyObject => incref(m.None);

/** The type deque. */
export const dequeType: TypeSpec = {
  name: 'collections.deque',
  basicsize: DEQUE_BASICSIZE,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.SEQUENCE,
  hasWeakrefs: true,
  unhashable: () => true,
  doc: 'A list-like sequence optimized for data accesses near its endpoints.',
  slots: {
    tp_dealloc: dealloc,
    tp_repr: dequeRepr,
    tp_traverse: traverse,
    tp_clear: clear,
    tp_richcompare: compare,
    tp_iter: (m, self) => newDequeIterator(m, self, false),
    tp_new: dequeNew,
    tp_init: init,
    tp_sizeof: (_m, self) => self.ob_type.tp_basicsize + Math.floor((dataOf(self).leftIndex + dataOf(self).size + BLOCK_ITEMS - 1) / BLOCK_ITEMS) * BLOCK_BYTES,
    sq_length: (_m, self) => dataOf(self).size,
    sq_concat: concat,
    sq_repeat: (m, self, times) => {
      const result = copy(m, self);
      decref(m, repeatInPlace(m, result, times));
      return result;
    },
    sq_item: item,
    sq_ass_item: assignItem,
    sq_contains: (m, self, value) => find(m, dataOf(self), value, 0, dataOf(self).size, () => mutated(m)) >= 0,
    sq_inplace_concat: (m, self, other) => {
      extend(m, self, other, false);
      return incref(self);
    },
    sq_inplace_repeat: repeatInPlace,
  },
  methods: [
    { name: 'append', kind: 'o', fn: (m, self, value) => { appendStolen(m, self, incref(value)); return done(m); }, doc: 'Add an element to the right side of the deque.' },
    { name: 'appendleft', kind: 'o', fn: (m, self, value) => { appendLeftStolen(m, self, incref(value)); return done(m); }, doc: 'Add an element to the left side of the deque.' },
    { name: 'clear', kind: 'noargs', fn: (m, self) => { clear(m, self); return done(m); }, doc: 'Remove all elements from the deque.' },
    { name: '__copy__', kind: 'noargs', fn: copy, doc: 'Return a shallow copy of a deque.' },
    { name: 'copy', kind: 'noargs', fn: copy, doc: 'Return a shallow copy of a deque.' },
    { name: 'count', kind: 'o', fn: count, doc: 'Return number of occurrences of value.' },
    { name: 'extend', kind: 'o', fn: (m, self, iterable) => { extend(m, self, iterable, false); return done(m); }, doc: 'Extend the right side of the deque with elements from the iterable.' },
    { name: 'extendleft', kind: 'o', fn: (m, self, iterable) => { extend(m, self, iterable, true); return done(m); }, doc: 'Extend the left side of the deque with elements from the iterable.' },
    { name: 'index', kind: 'fast', min: 1, max: 3, fn: index, doc: 'Return first index of value.\n\nRaises ValueError if the value is not present.' },
    { name: 'insert', kind: 'fast', min: 2, max: 2, fn: insert, doc: 'Insert value before index.' },
    {
      name: 'pop', kind: 'noargs', doc: 'Remove and return the rightmost element.',
      fn: (m, self) => {
        if (dataOf(self).size === 0) throw indexError(m, 'pop from an empty deque');
        return takeRight(m, dataOf(self));
      },
    },
    {
      name: 'popleft', kind: 'noargs', doc: 'Remove and return the leftmost element.',
      fn: (m, self) => {
        if (dataOf(self).size === 0) throw indexError(m, 'pop from an empty deque');
        return takeLeft(m, dataOf(self));
      },
    },
    { name: '__reduce__', kind: 'noargs', fn: reduce, doc: 'Return state information for pickling.' },
    { name: 'remove', kind: 'o', fn: remove, doc: 'Remove first occurrence of value.' },
    { name: '__reversed__', kind: 'noargs', fn: (m, self) => newDequeIterator(m, self, true), doc: 'Return a reverse iterator over the deque.' },
    { name: 'reverse', kind: 'noargs', fn: reverse, doc: 'Reverse *IN PLACE*.' },
    { name: 'rotate', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => { rotate(m, dataOf(self), args.length > 0 ? sizeArgument(m, args[0] as PyObject) : 1); return done(m); }, doc: 'Rotate the deque n steps to the right.  If n is negative, rotates left.' },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
  ],
  getset: [{ name: 'maxlen', get: (m, self) => (dataOf(self).maxlen < 0 ? incref(m.None) : newSizeInt(m, dataOf(self).maxlen)), doc: 'maximum size of a deque or None if unbounded' }],
};

// --- iterators -----------------------------------------------------------------------------------------------------------------------------

export interface DequeIterData {
  deque: PyObject;
  index: number;
  left: number;
  state: number;
  readonly step: 1 | -1;
}
