// The tuple type (CPython Objects/tupleobject.c).
//
// `data` is the JS array of the items itself. Tuples of length 1..20 come from one free list per length; the empty tuple is a singleton.
import type { Machine } from '../machine.ts';
import { adoptBlock, allocObject, freeObject, gcTrack, gcUntrack, makeStatic } from './alloc.ts';
import { asSize, getIter, hash, iterNext, lengthHint, repr, richCompare, richCompareBool } from './abstract.ts';
import { checkPositional, noKeywords } from './arguments.ts';
import { newGenericAlias } from './generic-alias.ts';
import { add64, mul64 } from './hash-mix.ts';
import { TUPLE_HASH_DEPTH } from '../limits.ts';
import { genericAlloc, trashcanBegin, trashcanEnd } from './instance.ts';
import { newSizeInt } from './int.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { indexError, typeError, valueError } from './raise.ts';
import { ImpossibleRequest } from '../memory/memory.ts';
import type { FreeList } from '../memory/free-lists.ts';
import { reprEnter, reprLeave } from './repr-guard.ts';
import { isSlice, sliceIndices } from './slice.ts';
import { newSequenceIterator } from './iterators.ts';
import { newStr, strValue } from './str.ts';
import { mayBeTracked } from './tracking.ts';
import { EQ, GE, GT, LE, LT, NE, TypeFlag, hasFlag } from './type.ts';
import type { CompareOp, PyType, TypeSpec, Visit } from './type.ts';

/** A tuple or an instance of a subclass. */
export interface PyTuple extends PyObject {
  data: PyObject[];
}

/** PyTuple_MAXSAVESIZE: the longest tuple that has a free list. */
const MAX_SAVED_LENGTH = 20;
/** Longest sequence that a 64-bit interpreter could index; longer requests are MemoryError before anything is allocated. */
const MAX_ITEMS = 2 ** 60;

/** PyTuple_Check. */
export function isTuple(o: PyObject): o is PyTuple {
  return hasFlag(o.ob_type, TypeFlag.TUPLE_SUBCLASS);
}

/** PyTuple_CheckExact. */
export function isTupleExact(m: Machine, o: PyObject): o is PyTuple {
  return o.ob_type === m.types.tuple;
}

/** The items, borrowed. */
export function tupleItems(o: PyObject): readonly PyObject[] {
  return o.data as PyObject[];
}

/** Makes a tuple that takes over the array and one reference to each item (PyTuple_New and PyTuple_SET_ITEM): tracked, whatever is in it. */
export function newTuple(m: Machine, items: PyObject[]): PyTuple {
  if (items.length === 0) return incref(m.emptyTuple) as PyTuple;
  const tuple = allocTuple(m, items, items.length);
  gcTrack(m, tuple);
  return tuple;
}

/** PyTuple_New for a caller that fills it item by item: None stands for CPython's NULL. */
export function tupleOfNones(m: Machine, count: number): PyTuple {
  const items: PyObject[] = [];
  for (let i = 0; i < count; i++) items.push(incref(m.None));
  return newTuple(m, items);
}

/** The same from values that stand in a row already (_PyTuple_FromArraySteal): since 3.14.1 not tracked if no item can be part of a cycle. */
export function tupleFromArray(m: Machine, items: PyObject[]): PyTuple {
  if (items.length === 0) return incref(m.emptyTuple) as PyTuple;
  const tuple = allocTuple(m, items, items.length);
  if (!m.profile.tupleUntrackedAtCreation || hasCollectableItem(items)) gcTrack(m, tuple);
  return tuple;
}

/** A tuple of `length` ≥ 1 slots on a fresh or recycled block, not tracked; `items` is (or will be) its content. */
function allocTuple(m: Machine, items: PyObject[], length: number): PyTuple {
  if (length <= MAX_SAVED_LENGTH) {
    const block = freeListOf(m, length).pop();
    if (block !== 0) return adoptBlock(m, m.types.tuple, items, block) as PyTuple;
  }
  return allocObject(m, m.types.tuple, items, length * 8) as PyTuple;
}

function freeListOf(m: Machine, length: number): FreeList {
  return m.freeLists.tuple[length] as FreeList;
}

/** Makes the one empty tuple (bootstrap). */
export function initTuples(m: Machine): void {
  m.emptyTuple = makeStatic(m, allocObject(m, m.types.tuple, [], 0));
}

/** Two-item tuple; steals both (_PyTuple_FromPairSteal in 3.15, which tracks only what must be). */
export function newPair(m: Machine, first: PyObject, second: PyObject): PyTuple {
  return m.profile.pairsUntrackedAtCreation ? tupleFromArray(m, [first, second]) : newTuple(m, [first, second]);
}

/** PyTuple_Pack, _PyTuple_FromArray: takes new references to borrowed items. */
export function packTuple(m: Machine, items: readonly PyObject[]): PyTuple {
  return tupleFromArray(m, newReferences(items));
}

function newReferences(items: readonly PyObject[]): PyObject[] {
  const copy = new Array<PyObject>(items.length);
  for (let i = 0; i < items.length; i++) copy[i] = incref(items[i] as PyObject);
  return copy;
}

/** 3.14.1+ (maybe_tracked): some item's type is a collected one, be the item tracked or not. */
function hasCollectableItem(items: readonly PyObject[]): boolean {
  for (let i = 0; i < items.length; i++) if (hasFlag((items[i] as PyObject).ob_type, TypeFlag.HAVE_GC)) return true;
  return false;
}

/** _PyTuple_MaybeUntrack: the collector stops tracking exact tuples of atomic items. */
export function tupleMaybeUntrack(m: Machine, o: PyObject): void {
  if (o.ob_type !== m.types.tuple || o.gc_next === null) return;
  const items = o.data as PyObject[];
  for (let i = 0; i < items.length; i++) if (mayBeTracked(m, items[i] as PyObject)) return;
  gcUntrack(m, o);
}

/** PySequence_Tuple: a tuple of what the iterable yields; an exact tuple is returned itself. */
export function sequenceTuple(m: Machine, source: PyObject): PyTuple {
  if (source.ob_type === m.types.tuple) return incref(source) as PyTuple;
  if (source.ob_type === m.types.list) {
    const items = (source.data as { items: PyObject[] }).items;
    m.chargeWork(items.length);
    return packTuple(m, items);
  }
  return tupleFromIterable(m, source);
}

/**
 * The general case grows a real tuple (10 slots unless a length hint says otherwise, then +10+25%) and cuts it back at the end; the blocks
 * taken on the way are visible to tracemalloc and to the addresses of what comes next.
 */
function tupleFromIterable(m: Machine, source: PyObject): PyTuple {
  const iterator = getIter(m, source);
  const items: PyObject[] = [];
  let shell: PyTuple | null = null;
  let capacity = 0;
  try {
    capacity = lengthHint(m, source, 10);
    if (capacity > 0) shell = trackedShell(m, items, capacity);
    for (;;) {
      const item = iterNext(m, iterator);
      if (item === null) break;
      if (items.length >= capacity) {
        capacity += 10;
        capacity += capacity >> 2;
        shell = resizeShell(m, shell, items, capacity);
      }
      items.push(item);
    }
    if (items.length < capacity) {
      if (items.length === 0 && shell !== null) releaseShell(m, shell, capacity);
      else if (shell !== null) resizeShell(m, shell, items, items.length);
    }
  } catch (error) {
    for (let i = items.length - 1; i >= 0; i--) decref(m, items[i] as PyObject);
    if (shell !== null) releaseShell(m, shell, capacity);
    throw error;
  } finally {
    decref(m, iterator);
  }
  if (shell === null || items.length === 0) return incref(m.emptyTuple) as PyTuple;
  return shell;
}

function trackedShell(m: Machine, items: PyObject[], capacity: number): PyTuple {
  const shell = allocTuple(m, items, capacity);
  gcTrack(m, shell);
  return shell;
}

/** _PyTuple_Resize for a tuple with other than 0 slots: reallocates, past the free lists. */
function resizeShell(m: Machine, shell: PyTuple | null, items: PyObject[], capacity: number): PyTuple {
  if (shell === null) return trackedShell(m, items, capacity);
  gcUntrack(m, shell);
  shell.block = m.memory.realloc(shell.block, 16 + m.profile.tupleHeader + capacity * 8);
  gcTrack(m, shell);
  return shell;
}

function releaseShell(m: Machine, shell: PyTuple, capacity: number): void {
  gcUntrack(m, shell);
  shell.ob_refcnt = 0;
  shell.data = [];
  if (capacity > MAX_SAVED_LENGTH || !freeListOf(m, capacity).push(shell.block)) freeObject(m, shell);
}

function tupleDealloc(m: Machine, self: PyObject): void {
  const items = self.data as PyObject[];
  const length = items.length;
  if (self.gc_next !== null) gcUntrack(m, self);
  if (!trashcanBegin(m, self, tupleDealloc)) return;
  for (let i = length - 1; i >= 0; i--) decref(m, items[i] as PyObject);
  if (!(self.ob_type === m.types.tuple && length >= 1 && length <= MAX_SAVED_LENGTH && freeListOf(m, length).push(self.block))) freeObject(m, self);
  trashcanEnd(m);
}

function tupleTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const items = self.data as PyObject[];
  for (let i = items.length - 1; i >= 0; i--) visit(items[i] as PyObject, 'item', i);
}

function tupleRepr(m: Machine, self: PyObject): PyObject {
  const items = self.data as PyObject[];
  if (items.length === 0) return newStr(m, '()');
  if (!reprEnter(m, self)) return newStr(m, '(...)');
  try {
    let text = '(';
    for (let i = 0; i < items.length; i++) {
      const part = repr(m, items[i] as PyObject);
      text += i > 0 ? ', ' + strValue(part) : strValue(part);
      decref(m, part);
    }
    m.chargeWork(text.length);
    return newStr(m, items.length === 1 ? text + ',)' : text + ')');
  } finally {
    reprLeave(m, self);
  }
}

/** Hashes cached in the object since 3.14 (ob_hash): pairs of low and high half. */
const cachedHashes = new WeakMap<PyObject, readonly [number, number]>();

/** xxHash as tuplehash does it; 3.14+ remembers the result in the object. */
function tupleHash(m: Machine, self: PyObject): number {
  const caches = m.profile.tupleHeader > 24;
  if (caches) {
    const known = cachedHashes.get(self);
    if (known !== undefined) {
      m.hashHi = known[1];
      return known[0];
    }
  }
  let low: number;
  if (m.tupleHashDepth >= TUPLE_HASH_DEPTH) low = hashInsideOut(m, self);
  else {
    m.tupleHashDepth++;
    try {
      low = mixItemHashes(m, self.data as PyObject[], null);
    } finally {
      m.tupleHashDepth--;
    }
  }
  if (caches) cachedHashes.set(self, [low, m.hashHi]);
  return low;
}

type KnownHashes = ReadonlyMap<PyObject, readonly [number, number]>;

/** The hash of a tuple that lies deep in others, without recursion. */
function hashInsideOut(m: Machine, self: PyObject): number {
  const known = new Map<PyObject, readonly [number, number]>();
  const open = [{ tuple: self, next: 0 }];
  let low = 0;
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const items = top.tuple.data as PyObject[];
    m.chargeWork(1);
    const at = items.findIndex((item, i) => i >= (top?.next ?? 0) && item.ob_type.tp_hash === tupleHash && !known.has(item));
    const inner = items[at];
    if (inner !== undefined) {
      top.next = at + 1;
      open.push({ tuple: inner, next: 0 });
      continue;
    }
    low = mixItemHashes(m, items, known);
    known.set(top.tuple, [low, m.hashHi]);
    open.pop();
  }
  return low;
}

function hashOfItem(m: Machine, item: PyObject, known: KnownHashes | null): number {
  const found = known?.get(item);
  if (found === undefined) return hash(m, item);
  m.hashHi = found[1];
  return found[0];
}

function mixItemHashes(m: Machine, items: readonly PyObject[], known: KnownHashes | null): number {
  let lo = 0x165667c5, hi = 0x27d4eb2f;
  for (let i = 0; i < items.length; i++) {
    let laneLo = known === null ? hash(m, items[i] as PyObject) : hashOfItem(m, items[i] as PyObject, known);
    laneLo = mul64(m, laneLo, m.hashHi, 0x27d4eb4f, 0xc2b2ae3d | 0);
    lo = add64(m, lo, hi, laneLo, m.hashHi);
    hi = m.hashHi;
    const rotatedHi = (hi << 31) | (lo >>> 1);
    lo = (lo << 31) | (hi >>> 1);
    hi = rotatedHi;
    lo = mul64(m, lo, hi, 0x85ebca87 | 0, 0x9e3779b1 | 0);
    hi = m.hashHi;
  }
  lo = add64(m, lo, hi, items.length ^ (0x165667c5 ^ 3527539), 0x27d4eb2f);
  if (lo === -1 && m.hashHi === -1) {
    m.hashHi = 0;
    return 1546275796;
  }
  return lo;
}

/** Answers an order of two lengths as a bool object (Py_RETURN_RICHCOMPARE). */
export function compareNumbers(m: Machine, a: number, b: number, op: CompareOp): PyObject {
  let result: boolean;
  switch (op) {
    case LT: result = a < b; break;
    case LE: result = a <= b; break;
    case EQ: result = a === b; break;
    case NE: result = a !== b; break;
    case GT: result = a > b; break;
    case GE: result = a >= b; break;
    default: return op satisfies never;
  }
  return incref(result ? m.True : m.False);
}

function tupleCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isTuple(a) || !isTuple(b)) return incref(m.NotImplemented);
  const left = a.data, right = b.data;
  const common = Math.min(left.length, right.length);
  m.chargeWork(common);
  let i = 0;
  while (i < common && richCompareBool(m, left[i] as PyObject, right[i] as PyObject, EQ)) i++;
  if (i >= common) return compareNumbers(m, left.length, right.length, op);
  if (op === EQ) return incref(m.False);
  if (op === NE) return incref(m.True);
  return richCompare(m, left[i] as PyObject, right[i] as PyObject, op);
}

function tupleContains(m: Machine, self: PyObject, value: PyObject): boolean {
  const items = self.data as PyObject[];
  m.chargeWork(items.length);
  for (let i = 0; i < items.length; i++) if (richCompareBool(m, items[i] as PyObject, value, EQ)) return true;
  return false;
}

function tupleItem(m: Machine, self: PyObject, index: number): PyObject {
  const items = self.data as PyObject[];
  if (index < 0 || index >= items.length) throw indexError(m, 'tuple index out of range');
  return incref(items[index] as PyObject);
}

function tupleSubscript(m: Machine, self: PyObject, key: PyObject): PyObject {
  const items = self.data as PyObject[];
  if (key.ob_type.nb_index !== null) {
    const index = asSize(m, key, m.types.IndexError);
    return tupleItem(m, self, index < 0 ? index + items.length : index);
  }
  if (!isSlice(m, key)) throw typeError(m, `tuple indices must be integers or slices, not ${key.ob_type.tp_name}`);
  const range = sliceIndices(m, key, items.length);
  if (range.count <= 0) return incref(m.emptyTuple);
  if (range.start === 0 && range.step === 1 && range.count === items.length && self.ob_type === m.types.tuple) return incref(self);
  m.chargeWork(range.count);
  const taken = new Array<PyObject>(range.count);
  for (let i = 0, from = range.start; i < range.count; i++, from += range.step) taken[i] = incref(items[from] as PyObject);
  return newTuple(m, taken);
}

function tupleConcat(m: Machine, a: PyObject, b: PyObject): PyObject {
  if ((a.data as PyObject[]).length === 0 && isTupleExact(m, b)) return incref(b);
  if (!isTuple(b)) throw typeError(m, `can only concatenate tuple (not "${b.ob_type.tp_name}") to tuple`);
  const left = a.data as PyObject[], right = b.data;
  if (right.length === 0 && a.ob_type === m.types.tuple) return incref(a);
  m.chargeWork(left.length + right.length);
  return newTuple(m, newReferences(left.concat(right)));
}

function tupleRepeat(m: Machine, self: PyObject, count: number): PyObject {
  const items = self.data as PyObject[];
  const length = items.length;
  if (length === 0 || count === 1) {
    if (self.ob_type === m.types.tuple) return incref(self);
  }
  if (length === 0 || count <= 0) return incref(m.emptyTuple);
  const total = length * count;
  if (total >= MAX_ITEMS) throw new ImpossibleRequest();
  const result = allocTuple(m, [], total);
  m.chargeWork(total);
  result.data = repeatItems(items, count);
  gcTrack(m, result);
  return result;
}

/** The items `count` times over, as new references. */
export function repeatItems(items: readonly PyObject[], count: number): PyObject[] {
  const length = items.length;
  const total = length * count;
  const result: PyObject[] = [];
  for (let i = 0; i < total; i++) result.push(items[i % length] as PyObject);
  for (let i = 0; i < length; i++) {
    const item = items[i] as PyObject;
    if (item.ob_refcnt >= 0) item.ob_refcnt += count;
  }
  return result;
}

function tupleIndex(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const items = self.data as PyObject[];
  const [from, to] = searchBounds(m, args, items.length);
  for (let i = from; i < to; i++) {
    m.chargeWork(1);
    if (richCompareBool(m, items[i] as PyObject, args[0] as PyObject, EQ)) return newSizeInt(m, i);
  }
  throw valueError(m, 'tuple.index(x): x not in tuple');
}

/** start/stop of `index(value, start, stop)` (_PyEval_SliceIndexNotNone and the adjustment after it). */
export function searchBounds(m: Machine, args: readonly PyObject[], length: number): readonly [number, number] {
  const bound = (o: PyObject | undefined, missing: number): number => {
    if (o === undefined) return missing;
    if (o.ob_type.nb_index === null) throw typeError(m, 'slice indices must be integers or have an __index__ method');
    const value = asSize(m, o, null);
    return value < 0 ? Math.max(value + length, 0) : value;
  };
  return [bound(args[1], 0), Math.min(bound(args[2], length), length)];
}

function tupleCount(m: Machine, self: PyObject, value: PyObject): PyObject {
  const items = self.data as PyObject[];
  let count = 0;
  for (let i = 0; i < items.length; i++) {
    m.chargeWork(1);
    if (richCompareBool(m, items[i] as PyObject, value, EQ)) count++;
  }
  return newSizeInt(m, count);
}

function tupleNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  if (type === m.types.tuple || type.tp_init === m.types.tuple.tp_init) noKeywords(m, 'tuple', kwnames);
  const given = args.length - (kwnames === null ? 0 : tupleItems(kwnames).length);
  checkPositional(m, 'tuple', given, 0, 1);
  const source = given > 0 ? args[0] : undefined;
  if (type === m.types.tuple) return source === undefined ? incref(m.emptyTuple) : sequenceTuple(m, source);
  const plain = source === undefined ? (incref(m.emptyTuple) as PyTuple) : sequenceTuple(m, source);
  try {
    return tupleOfSubtype(m, type, plain.data);
  } finally {
    decref(m, plain);
  }
}

/** tuple_subtype_new: an instance of a subclass with new references to `items`. */
export function tupleOfSubtype(m: Machine, type: PyType, items: readonly PyObject[]): PyObject {
  const copy = items.map((item) => incref(item));
  return genericAlloc(m, type, copy, copy.length);
}

/** The type. */
export const tupleType: TypeSpec = {
  name: 'tuple',
  basicsize: (m) => m.profile.tupleHeader,
  itemsize: 8,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.TUPLE_SUBCLASS | TypeFlag.MATCH_SELF | TypeFlag.SEQUENCE,
  doc: 'Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable\'s items.\n\nIf the argument is a tuple, the return value is the same object.',
  slots: {
    tp_dealloc: tupleDealloc,
    tp_repr: tupleRepr,
    tp_hash: tupleHash,
    tp_traverse: tupleTraverse,
    tp_richcompare: tupleCompare,
    tp_iter: (m, self) => newSequenceIterator(m, m.types.tuple_iterator, self),
    tp_new: tupleNew,
    tp_sizeof: (_m, self) => self.ob_type.tp_basicsize + 8 * (self.data as PyObject[]).length,
    sq_length: (_m, self) => (self.data as PyObject[]).length,
    mp_length: (_m, self) => (self.data as PyObject[]).length,
    sq_concat: tupleConcat,
    sq_repeat: tupleRepeat,
    sq_item: tupleItem,
    sq_contains: tupleContains,
    mp_subscript: tupleSubscript,
  },
  methods: [
    { name: '__getnewargs__', kind: 'noargs', fn: (m, self) => newTuple(m, [packTuple(m, self.data as PyObject[])]) },
    { name: 'index', kind: 'fast', min: 1, max: 3, fn: tupleIndex, sig: '($self, value, start=0, stop=sys.maxsize, /)', doc: 'Return first index of value.\n\nRaises ValueError if the value is not present.' },
    { name: 'count', kind: 'o', fn: tupleCount, sig: '($self, value, /)', doc: 'Return number of occurrences of value.' },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
  ],
};

