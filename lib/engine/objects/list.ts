// The list type (CPython Objects/listobject.c). The sort is in sort.ts, slice assignment in list-assign.ts.
//
// A list owns a separate buffer of item pointers: `block`, with room for `allocated` of them. listResize mirrors list_resize, so that growth steps,
// `__sizeof__` and the addresses of everything allocated afterwards are CPython's.
import { ImpossibleRequest } from '../memory/memory.ts';
import type { Machine } from '../machine.ts';
import { asSize, getIter, iterNext, lengthHint, repr, richCompare, richCompareBool } from './abstract.ts';
import { adoptBlock, allocObject, freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { checkPositional, noKeywords } from './arguments.ts';
import { dictItemsOf, isDictExact } from './dict.ts';
import type { DictPart } from './dict.ts';
import { newGenericAlias } from './generic-alias.ts';
import { genericAlloc, trashcanBegin, trashcanEnd } from './instance.ts';
import { newSizeInt } from './int.ts';
import { newSequenceIterator } from './iterators.ts';
import { assignSubscript, deleteAt } from './list-assign.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { indexError, typeError, valueError } from './raise.ts';
import { CallFirst } from './retry.ts';
import { reprEnter, reprLeave } from './repr-guard.ts';
import { isAnySetExact, setKeysInOrder } from './set.ts';
import { sizeArgument } from './size-argument.ts';
import { adjustSlice, isSlice, unpackSlice } from './slice.ts';
import { listSort } from './sort.ts';
import { newStr, strValue } from './str.ts';
import { compareNumbers, repeatItems, searchBounds } from './tuple.ts';
import { EQ, NE, TypeFlag, hasFlag } from './type.ts';
import type { CompareOp, PyType, TypeSpec, Visit } from './type.ts';

/** PyListObject's own part. */
export class ListData {
  items: PyObject[];
  /** Slots in the buffer; -1 while the list is being sorted. */
  allocated: number;
  /** The buffer; 0 = none (ob_item is NULL). */
  block: number;

  constructor(items: PyObject[], allocated: number, block: number) {
    this.items = items;
    this.allocated = allocated;
    this.block = block;
  }
}

/** A list or an instance of a subclass. */
export interface PyList extends PyObject {
  data: ListData;
}

/** sizeof(PyListObject). */
const LIST_BASICSIZE = 40;
/** PY_SSIZE_T_MAX / sizeof(PyObject *). */
const MAX_ITEMS = 2 ** 60;

/** PyList_Check. */
export function isList(o: PyObject): o is PyList {
  return hasFlag(o.ob_type, TypeFlag.LIST_SUBCLASS);
}

/** PyList_CheckExact. */
export function isListExact(m: Machine, o: PyObject): o is PyList {
  return o.ob_type === m.types.list;
}

/** The items, borrowed. */
export function listItems(o: PyObject): PyObject[] {
  return (o.data as ListData).items;
}

/** PyList_New(n) filled with stolen references; takes over the array. */
export function newList(m: Machine, items: PyObject[]): PyList {
  const list = items.length > 0 ? allocList(m, items) : allocList(m);
  const count = items.length;
  if (count > 0) {
    list.data.block = m.memory.alloc(count * 8, true);
    list.data.allocated = count;
  }
  return list;
}

/** Items that the list of a split has room for at first (stringlib MAX_PREALLOC). */
const SPLIT_ROOM = 12;

/**
 * The list of what a split cuts off (stringlib SPLIT_ADD): made with room for `atMost` + 1 items, 12 at the most, and appended to beyond that. `pieces`
 * are made one after the other, so their memory follows the list's.
 */
export function listOfPieces<Piece>(m: Machine, atMost: number, pieces: readonly Piece[], make: (piece: Piece) => PyObject): PyList {
  const list = allocList(m);
  const data = list.data;
  data.allocated = Math.min(atMost + 1, SPLIT_ROOM);
  data.block = m.memory.alloc(data.allocated * 8);
  for (const piece of pieces) listAppendStolen(m, list, make(piece));
  return list;
}

/** A list that CPython appends to piece by piece: it grows as by `append`. */
export function listByAppend<Piece>(m: Machine, pieces: readonly Piece[], make: (piece: Piece) => PyObject): PyList {
  const list = allocList(m);
  for (const piece of pieces) listAppendStolen(m, list, make(piece));
  return list;
}

/** A new list without buffer, tracked, from the free list if it has one. */
function allocList(m: Machine, items: PyObject[] = []): PyList {
  const data = new ListData(items, 0, 0);
  const block = m.freeLists.list.pop();
  const list = block !== 0 ? adoptBlock(m, m.types.list, data, block) : allocObject(m, m.types.list, data);
  gcTrack(m, list);
  return list as PyList;
}

/** A list of new references to borrowed items (list_slice, list_new_prealloc: exactly as many slots). */
export function listFromBorrowed(m: Machine, items: readonly PyObject[]): PyList {
  const copy: PyObject[] = [];
  for (let i = 0; i < items.length; i++) copy.push(incref(items[i] as PyObject));
  return newList(m, copy);
}

/** list_resize: the buffer after the number of items changes from `oldSize` to `newSize`. The caller changes `items`. */
export function listResize(m: Machine, data: ListData, oldSize: number, newSize: number): void {
  const allocated = data.allocated;
  if (allocated >= newSize && newSize >= allocated >> 1) return;
  if (newSize >= MAX_ITEMS) throw new ImpossibleRequest();
  let grown = newSize + Math.floor(newSize / 8) + 6;
  grown -= grown % 4;
  if (newSize - oldSize > grown - newSize) grown = newSize + 3 - ((newSize + 3) % 4);
  if (newSize === 0) grown = 0;
  data.block = m.memory.realloc(data.block, grown * 8);
  data.allocated = grown;
}

/** list_preallocate_exact: the first buffer of a list, rounded up to an even number of slots. */
function preallocateExact(m: Machine, data: ListData, size: number): void {
  if (size >= MAX_ITEMS) throw new ImpossibleRequest();
  const slots = size + (size % 2);
  data.block = m.memory.alloc(slots * 8);
  data.allocated = slots;
}

/** PyList_Append: takes a new reference. */
export function listAppend(m: Machine, list: PyObject, item: PyObject): void {
  listAppendStolen(m, list, incref(item));
}

/** _PyList_AppendTakeRef: steals the item. */
export function listAppendStolen(m: Machine, list: PyObject, item: PyObject): void {
  const data = list.data as ListData;
  const size = data.items.length;
  if (data.allocated <= size) listResize(m, data, size, size + 1);
  data.items.push(item);
}

function listDealloc(m: Machine, self: PyObject): void {
  const data = self.data as ListData;
  gcUntrack(m, self);
  if (!trashcanBegin(m, self, listDealloc)) return;
  if (data.block !== 0) {
    const items = data.items;
    for (let i = items.length - 1; i >= 0; i--) decref(m, items[i] as PyObject);
    m.memory.free(data.block);
  }
  if (self.ob_type !== m.types.list || !m.freeLists.list.push(self.block)) freeObject(m, self);
  trashcanEnd(m);
}

function listTraverse(_m: Machine, self: PyObject, visit: Visit): void {
  const items = (self.data as ListData).items;
  for (let i = items.length - 1; i >= 0; i--) visit(items[i] as PyObject, 'item', i);
}

/** list_clear: empties the list first, then releases the items last to first, then the buffer. */
export function listClear(m: Machine, self: PyObject): void {
  const data = self.data as ListData;
  const { items, block } = data;
  if (block === 0) return;
  data.items = [];
  data.block = 0;
  data.allocated = 0;
  for (let i = items.length - 1; i >= 0; i--) decref(m, items[i] as PyObject);
  m.memory.free(block);
}

// --- extend ----------------------------------------------------------------------------------------------------------------------------

/** list_extend (list.extend, `+=`, `[*x]`): adds what the iterable yields. */
export function listExtend(m: Machine, self: PyObject, iterable: PyObject): void {
  const type = iterable.ob_type;
  if (type === m.types.list) extendFast(m, self.data as ListData, (iterable.data as ListData).items);
  else if (type === m.types.tuple) extendFast(m, self.data as ListData, iterable.data as PyObject[]);
  else if (iterable === self) extendFast(m, self.data as ListData, (self.data as ListData).items);
  else if (!m.profile.listExtendsSetsInPlace || !extendFromTable(m, self, iterable)) extendIter(m, self, iterable);
}

function extendFast(m: Machine, data: ListData, source: readonly PyObject[]): void {
  const count = source.length;
  if (count === 0) return;
  const size = data.items.length;
  m.chargeWork(count);
  if (data.block === 0) preallocateExact(m, data, count);
  else listResize(m, data, size, size + count);
  const items = data.items;
  for (let i = 0; i < count; i++) items.push(incref(source[i] as PyObject));
}

/** 3.13+: sets, dicts and dict views are copied without an iterator (list_extend_set, list_extend_dict, list_extend_dictitems). */
function extendFromTable(m: Machine, self: PyObject, iterable: PyObject): boolean {
  const type = iterable.ob_type;
  let source: PyObject[];
  if (isAnySetExact(m, iterable)) source = setKeysInOrder(iterable);
  else {
    let part: DictPart = 'keys';
    let dict = iterable;
    if (type === m.types.dict_values || type === m.types.dict_items || type === m.types.dict_keys) {
      part = type === m.types.dict_keys ? 'keys' : type === m.types.dict_values ? 'values' : 'items';
      dict = iterable.data as PyObject;
    } else if (!isDictExact(m, iterable)) return false;
    source = [];
    const data = self.data as ListData;
    reserveMore(m, data, dictItemsOf(m, dict, part, null));
    dictItemsOf(m, dict, part, data.items);
    return true;
  }
  const data = self.data as ListData;
  reserveMore(m, data, source.length);
  for (let i = 0; i < source.length; i++) data.items.push(incref(source[i] as PyObject));
  return true;
}

function reserveMore(m: Machine, data: ListData, count: number): void {
  if (count === 0) return;
  m.chargeWork(count);
  const size = data.items.length;
  listResize(m, data, size, size + count);
}

/** list_extend_iter_lock_held: by iterator, with room made for the length hint and cut back at the end. */
function extendIter(m: Machine, self: PyObject, iterable: PyObject): void {
  const iterator = getIter(m, iterable);
  const data = self.data as ListData;
  const before = data.items.length;
  try {
    const hint = lengthHint(m, iterable, 8);
    if (data.block === 0) {
      if (hint > 0) preallocateExact(m, data, hint);
    } else listResize(m, data, data.items.length, data.items.length + hint);
    for (let item = iterNext(m, iterator); item !== null; item = iterNext(m, iterator)) {
      m.chargeWork(1);
      const size = data.items.length;
      if (data.allocated <= size) listResize(m, data, size, size + 1);
      data.items.push(item);
    }
    const size = data.items.length;
    if (size < data.allocated) listResize(m, data, size, size);
  } catch (error) {
    // It is executed again: the answers hold the items.
    if (error instanceof CallFirst) for (const item of data.items.splice(before)) decref(m, item);
    throw error;
  } finally {
    decref(m, iterator);
  }
}

/** PySequence_List: a new list of what the iterable yields. */
export function sequenceList(m: Machine, iterable: PyObject): PyList {
  const list = allocList(m);
  try {
    listExtend(m, list, iterable);
  } catch (error) {
    decref(m, list);
    throw error;
  }
  return list;
}

// --- reading -----------------------------------------------------------------------------------------------------------------------------

function listRepr(m: Machine, self: PyObject): PyObject {
  const data = self.data as ListData;
  if (data.items.length === 0) return newStr(m, '[]');
  if (!reprEnter(m, self)) return newStr(m, '[...]');
  try {
    let text = '[';
    for (let i = 0; i < data.items.length; i++) {
      const item = data.items[i] as PyObject;
      const part = m.profile.listReprHoldsItem ? reprHeld(m, item) : repr(m, item);
      text += i > 0 ? ', ' + strValue(part) : strValue(part);
      decref(m, part);
    }
    m.chargeWork(text.length);
    return newStr(m, text + ']');
  } finally {
    reprLeave(m, self);
  }
}

function reprHeld(m: Machine, item: PyObject): PyObject {
  incref(item);
  try {
    return repr(m, item);
  } finally {
    decref(m, item);
  }
}

/** item == value with the item kept alive meanwhile. */
function itemEquals(m: Machine, item: PyObject, value: PyObject): boolean {
  m.chargeWork(1);
  if (item === value) return true;
  incref(item);
  try {
    return richCompareBool(m, item, value, EQ);
  } finally {
    decref(m, item);
  }
}

function listContains(m: Machine, self: PyObject, value: PyObject): boolean {
  const data = self.data as ListData;
  for (let i = 0; i < data.items.length; i++) if (itemEquals(m, data.items[i] as PyObject, value)) return true;
  return false;
}

function listItem(m: Machine, self: PyObject, index: number): PyObject {
  const items = (self.data as ListData).items;
  if (index < 0 || index >= items.length) throw indexError(m, 'list index out of range');
  return incref(items[index] as PyObject);
}

function listSubscript(m: Machine, self: PyObject, key: PyObject): PyObject {
  if (key.ob_type.nb_index !== null) {
    const index = asSize(m, key, m.types.IndexError);
    return listItem(m, self, index < 0 ? index + listItems(self).length : index);
  }
  if (!isSlice(m, key)) throw typeError(m, `list indices must be integers or slices, not ${key.ob_type.tp_name}`);
  const bounds = unpackSlice(m, key);
  const { items } = self.data as ListData;
  const range = adjustSlice(bounds, items.length);
  const taken: PyObject[] = [];
  if (range.count <= 0) return newList(m, taken);
  m.chargeWork(range.count);
  for (let i = 0, from = range.start; i < range.count; i++, from += range.step) taken.push(incref(items[from] as PyObject));
  return newList(m, taken);
}

function listConcat(m: Machine, a: PyObject, b: PyObject): PyObject {
  if (!isList(b)) throw typeError(m, `can only concatenate list (not "${b.ob_type.tp_name}") to list`);
  const left = listItems(a), right = b.data.items;
  m.chargeWork(left.length + right.length);
  return listFromBorrowed(m, left.concat(right));
}

function listRepeat(m: Machine, self: PyObject, count: number): PyObject {
  const items = listItems(self);
  if (items.length === 0 || count <= 0) return newList(m, []);
  const total = items.length * count;
  if (total >= MAX_ITEMS) throw new ImpossibleRequest();
  const list = allocList(m);
  try {
    list.data.block = m.memory.alloc(total * 8);
  } catch (error) {
    if (error instanceof ImpossibleRequest) decref(m, list);
    throw error;
  }
  list.data.allocated = total;
  m.chargeWork(total);
  list.data.items = repeatItems(items, count);
  return list;
}

function listInplaceRepeat(m: Machine, self: PyObject, count: number): PyObject {
  const data = self.data as ListData;
  const size = data.items.length;
  if (size === 0 || count === 1) return incref(self);
  if (count < 1) {
    listClear(m, self);
    return incref(self);
  }
  const total = size * count;
  if (total >= MAX_ITEMS) throw new ImpossibleRequest();
  listResize(m, data, size, total);
  m.chargeWork(total);
  const added = repeatItems(data.items, count - 1);
  for (let i = 0; i < added.length; i++) data.items.push(added[i] as PyObject);
  return incref(self);
}

function listInplaceConcat(m: Machine, self: PyObject, other: PyObject): PyObject {
  listExtend(m, self, other);
  return incref(self);
}

function listCompare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isList(a) || !isList(b)) return incref(m.NotImplemented);
  const left = a.data, right = b.data;
  if (left.items.length !== right.items.length && (op === EQ || op === NE)) return incref(op === NE ? m.True : m.False);
  let same = 0;
  for (let i = 0; i < left.items.length && i < right.items.length; i++) {
    const x = left.items[i] as PyObject, y = right.items[i] as PyObject;
    if (x === y) {
      same++;
      continue;
    }
    const answer = compareFirstDifference(m, x, y, op);
    if (answer === null) continue;
    m.chargeWork(same >> 3);
    return answer;
  }
  m.chargeWork(same >> 3);
  return compareNumbers(m, left.items.length, right.items.length, op);
}

/** null = equal; else the comparison's result. The items are kept alive during the calls. */
function compareFirstDifference(m: Machine, x: PyObject, y: PyObject, op: CompareOp): PyObject | null {
  m.chargeWork(1);
  incref(x);
  incref(y);
  try {
    if (richCompareBool(m, x, y, EQ)) return null;
    if (op === EQ) return incref(m.False);
    if (op === NE) return incref(m.True);
    return richCompare(m, x, y, op);
  } finally {
    decref(m, x);
    decref(m, y);
  }
}

// --- methods -----------------------------------------------------------------------------------------------------------------------------

function append(m: Machine, self: PyObject, item: PyObject): PyObject {
  listAppendStolen(m, self, incref(item));
  return incref(m.None);
}

/** list.insert. */
export function listInsert(m: Machine, self: PyObject, index: number, item: PyObject): void {
  const data = self.data as ListData;
  const size = data.items.length;
  listResize(m, data, size, size + 1);
  let where = index;
  if (where < 0) where = Math.max(0, where + size);
  else if (where > size) where = size;
  m.chargeWork((size - where) >> 3);
  if (where === size) data.items.push(incref(item));
  else data.items.splice(where, 0, incref(item));
}

function pop(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  let index = args.length > 0 ? sizeArgument(m, args[0] as PyObject) : -1;
  const data = self.data as ListData;
  const size = data.items.length;
  if (size === 0) throw indexError(m, 'pop from empty list');
  if (index < 0) index += size;
  if (index < 0 || index >= size) throw indexError(m, 'pop index out of range');
  if (size === 1 && m.profile.listPopClears) {
    const only = incref(data.items[0] as PyObject);
    listClear(m, self);
    return only;
  }
  if (index === size - 1) {
    const last = data.items.pop() as PyObject;
    listResize(m, data, size, size - 1);
    return last;
  }
  m.chargeWork((size - index) >> 3);
  const taken = data.items.splice(index, 1)[0] as PyObject;
  listResize(m, data, size, size - 1);
  return taken;
}

function remove(m: Machine, self: PyObject, value: PyObject): PyObject {
  const data = self.data as ListData;
  for (let i = 0; i < data.items.length; i++) {
    if (!itemEquals(m, data.items[i] as PyObject, value)) continue;
    deleteAt(m, self, i, i + 1);
    return incref(m.None);
  }
  throw valueError(m, 'list.remove(x): x not in list');
}

function index(m: Machine, self: PyObject, args: readonly PyObject[]): PyObject {
  const data = self.data as ListData;
  const value = args[0] as PyObject;
  const [from, to] = searchBounds(m, args, data.items.length);
  for (let i = from; i < to && i < data.items.length; i++) if (itemEquals(m, data.items[i] as PyObject, value)) return newSizeInt(m, i);
  if (!m.profile.listIndexErrorNamesValue) throw valueError(m, 'list.index(x): x not in list');
  const shown = repr(m, value);
  const text = `${strValue(shown)} is not in list`;
  decref(m, shown);
  throw valueError(m, text);
}

function count(m: Machine, self: PyObject, value: PyObject): PyObject {
  const data = self.data as ListData;
  let found = 0;
  for (let i = 0; i < data.items.length; i++) if (itemEquals(m, data.items[i] as PyObject, value)) found++;
  return newSizeInt(m, found);
}

function reverse(m: Machine, self: PyObject): PyObject {
  const items = listItems(self);
  m.chargeWork(items.length);
  items.reverse();
  return incref(m.None);
}

function listInit(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): void {
  const type = self.ob_type;
  if (type === m.types.list || type.tp_new === m.types.list.tp_new) noKeywords(m, 'list', kwnames);
  const given = args.length - (kwnames === null ? 0 : (kwnames.data as PyObject[]).length);
  checkPositional(m, 'list', given, 0, 1);
  listClear(m, self);
  if (given > 0) listExtend(m, self, args[0] as PyObject);
}

function listNew(m: Machine, type: PyType): PyObject {
  return genericAlloc(m, type, new ListData([], 0, 0));
}

const none = (fn: (m: Machine, self: PyObject) => void) => (m: Machine, self: PyObject): PyObject => {
  fn(m, self);
  return incref(m.None);
};

/** The type. */
export const listType: TypeSpec = {
  name: 'list',
  basicsize: LIST_BASICSIZE,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.LIST_SUBCLASS | TypeFlag.MATCH_SELF | TypeFlag.SEQUENCE,
  unhashable: () => true,
  doc: 'Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.',
  slots: {
    tp_dealloc: listDealloc,
    tp_repr: listRepr,
    tp_traverse: listTraverse,
    tp_clear: listClear,
    tp_richcompare: listCompare,
    tp_iter: (m, self) => newSequenceIterator(m, m.types.list_iterator, self),
    tp_init: listInit,
    tp_new: listNew,
    tp_sizeof: (_m, self) => self.ob_type.tp_basicsize + 8 * Math.max((self.data as ListData).allocated, 0),
    sq_length: (_m, self) => listItems(self).length,
    mp_length: (_m, self) => listItems(self).length,
    sq_concat: listConcat,
    sq_repeat: listRepeat,
    sq_item: listItem,
    sq_ass_item: (m, self, i, value) => assignSubscript(m, self, i, value),
    sq_contains: listContains,
    sq_inplace_concat: listInplaceConcat,
    sq_inplace_repeat: listInplaceRepeat,
    mp_subscript: listSubscript,
    mp_ass_subscript: (m, self, key, value) => assignSubscript(m, self, key, value),
  },
  methods: [
    { name: '__getitem__', kind: 'o', fn: listSubscript, sig: '($self, index, /)', doc: 'Return self[index].' },
    { name: '__reversed__', kind: 'noargs', fn: (m, self) => newSequenceIterator(m, m.types.list_reverseiterator, self, listItems(self).length - 1), sig: '($self, /)', doc: 'Return a reverse iterator over the list.' },
    { name: 'clear', kind: 'noargs', fn: none(listClear), sig: '($self, /)', doc: 'Remove all items from list.' },
    { name: 'copy', kind: 'noargs', fn: (m, self) => listFromBorrowed(m, listItems(self)), sig: '($self, /)', doc: 'Return a shallow copy of the list.' },
    { name: 'append', kind: 'o', fn: append, sig: '($self, object, /)', doc: 'Append object to the end of the list.' },
    {
      name: 'insert', kind: 'fast', min: 2, max: 2, sig: '($self, index, object, /)', doc: 'Insert object before index.',
      fn: (m, self, args) => {
        listInsert(m, self, sizeArgument(m, args[0] as PyObject), args[1] as PyObject);
        return incref(m.None);
      },
    },
    {
      name: 'extend', kind: 'o', sig: '($self, iterable, /)', doc: 'Extend list by appending elements from the iterable.',
      fn: (m, self, iterable) => {
        listExtend(m, self, iterable);
        return incref(m.None);
      },
    },
    { name: 'pop', kind: 'fast', min: 0, max: 1, fn: pop, sig: '($self, index=-1, /)', doc: 'Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.' },
    { name: 'remove', kind: 'o', fn: remove, sig: '($self, value, /)', doc: 'Remove first occurrence of value.\n\nRaises ValueError if the value is not present.' },
    { name: 'index', kind: 'fast', min: 1, max: 3, fn: index, sig: '($self, value, start=0, stop=sys.maxsize, /)', doc: 'Return first index of value.\n\nRaises ValueError if the value is not present.' },
    { name: 'count', kind: 'o', fn: count, sig: '($self, value, /)', doc: 'Return number of occurrences of value.' },
    { name: 'reverse', kind: 'noargs', fn: reverse, sig: '($self, /)', doc: 'Reverse *IN PLACE*.' },
    { name: 'sort', kind: 'fastkw', fn: listSort, sig: '($self, /, *, key=None, reverse=False)', doc: 'Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order.' },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
  ],
};
