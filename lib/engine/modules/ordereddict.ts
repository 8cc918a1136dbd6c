// collections.OrderedDict (CPython Objects/odictobject.c): a dict plus a doubly linked list of its keys. A node is 32 bytes; an array with a pointer per
// slot of the hash table (8 bytes each) finds the node of a key, and is reallocated whenever the table is.
import type { Machine } from '../machine.ts';
import { getAttr, getItem, getIter, hasAttr, isKindOf, isTrue, iterNext, repr, richCompareBool, setItem } from '../objects/abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { parseArgs } from '../objects/arguments.ts';
import { call, callMethod, callNoArgs } from '../objects/call.ts';
import { EMPTY_KEYS, STRIDE, keysDecref } from '../objects/dict-keys.ts';
import type { DictKeys } from '../objects/dict-keys.ts';
import { DictData, dictClear, dictGet, dictGetStr, dictSet, dictSizeof, dictTraverse, hashKey, isDict, isDictExact, lookup, removeAt } from '../objects/dict.ts';
import { dictEqual } from '../objects/dict-merge.ts';
import { reusePair } from '../objects/dict-iterators.ts';
import { genericAlloc } from '../objects/instance.ts';
import { newSizeInt } from '../objects/int.ts';
import { selfIter } from '../objects/iterators.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newList, sequenceList } from '../objects/list.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { keyError, keyErrorFrom, raise, runtimeError, typeError, valueError } from '../objects/raise.ts';
import { reprEnter, reprLeave } from '../objects/repr-guard.ts';
import { newStr, strValue } from '../objects/str.ts';
import { isTuple, newPair, newTuple, tupleItems, packTuple } from '../objects/tuple.ts';
import { newDictView } from '../objects/dict-views.ts';
import { EQ, NE, TypeFlag } from '../objects/type.ts';
import type { CompareOp, PyType, TypeSpec, Visit } from '../objects/type.ts';
import { clearWeakrefs } from '../objects/weakref.ts';

const NODE_BYTES = 32;

/** _odictnode: it owns its key, beside the table. */
interface Node {
  readonly key: PyObject;
  readonly block: number;
  previous: Node | null;
  next: Node | null;
}

/** PyODictObject. */
export class OrderedDictData extends DictData {
  readonly nodes = new Map<PyObject, Node>();
  first: Node | null = null;
  last: Node | null = null;
  state = 0;
  /** The table for which the fast-node array was made, its slots and its block. */
  fastFor: DictKeys | null = null;
  fastSlots = 0;
  fastBlock = 0;
}

function dataOf(o: PyObject): OrderedDictData {
  return o.data as OrderedDictData;
}

/** The type, made at first use. */
export function orderedDictTypeOf(m: Machine): PyType {
  return lazyType(m, orderedDictType, m.types.dict);
}

function isOrderedDict(m: Machine, o: PyObject): boolean {
  return isKindOf(o, orderedDictTypeOf(m));
}

/** _odict_get_index: the array of nodes follows the hash table's size. */
function followTable(m: Machine, d: OrderedDictData): void {
  if (d.fastFor === d.keys) return;
  const slots = d.keys === EMPTY_KEYS ? 1 : 2 ** d.keys.log2;
  const block = m.memory.alloc(slots * 8);
  if (d.fastBlock !== 0) m.memory.free(d.fastBlock);
  d.fastBlock = block;
  d.fastFor = d.keys;
  d.fastSlots = slots;
}

function addNode(m: Machine, d: OrderedDictData, key: PyObject): void {
  followTable(m, d);
  const node: Node = { key: incref(key), block: m.memory.alloc(NODE_BYTES), previous: d.last, next: null };
  if (d.last === null) d.first = node;
  else d.last.next = node;
  d.last = node;
  d.nodes.set(key, node);
  d.state++;
}

function unlink(d: OrderedDictData, node: Node): void {
  if (node.previous === null) d.first = node.next;
  else node.previous.next = node.next;
  if (node.next === null) d.last = node.previous;
  else node.next.previous = node.previous;
  d.state++;
}

function removeNode(m: Machine, d: OrderedDictData, key: PyObject): void {
  const node = d.nodes.get(key);
  if (node === undefined) return;
  unlink(d, node);
  d.nodes.delete(key);
  decref(m, node.key);
  m.memory.free(node.block);
}

/** The key object that the table holds for an equal key; null = absent. */
function storedKey(m: Machine, d: OrderedDictData, key: PyObject): PyObject | null {
  const lo = hashKey(m, key);
  const ix = lookup(m, d, key, lo, m.hashHi);
  return ix < 0 ? null : (d.keys.entries[ix * STRIDE] as PyObject);
}

/** PyODict_SetItem. */
export function orderedDictSet(m: Machine, self: PyObject, key: PyObject, value: PyObject): void {
  const d = dataOf(self);
  const before = d.used;
  dictSet(m, self, key, value);
  if (d.used > before) addNode(m, d, storedKey(m, d, key) ?? key);
}

/** Takes an item out; null = absent. */
function take(m: Machine, self: PyObject, key: PyObject): PyObject | null {
  const d = dataOf(self);
  const lo = hashKey(m, key);
  const ix = lookup(m, d, key, lo, m.hashHi);
  if (ix < 0) return null;
  removeNode(m, d, d.keys.entries[ix * STRIDE] as PyObject);
  return removeAt(m, d, ix);
}

function assign(m: Machine, self: PyObject, key: PyObject, value: PyObject | null): void {
  if (value !== null) return orderedDictSet(m, self, key, value);
  const taken = take(m, self, key);
  if (taken === null) throw keyError(m, key);
  decref(m, taken);
}

function clearNodes(m: Machine, d: OrderedDictData): void {
  if (d.fastBlock !== 0) m.memory.free(d.fastBlock);
  d.fastBlock = 0;
  d.fastFor = null;
  d.fastSlots = 0;
  d.state++;
  let node = d.first;
  d.nodes.clear();
  d.first = null;
  d.last = null;
  for (; node !== null; node = node.next) {
    decref(m, node.key);
    m.memory.free(node.block);
  }
}

function clear(m: Machine, self: PyObject): void {
  dictClear(m, self);
  clearNodes(m, dataOf(self));
}

function dealloc(m: Machine, self: PyObject): void {
  gcUntrack(m, self);
  if (self.attrs !== null && self.attrs.dict !== null && self.ob_type === orderedDictTypeOf(m)) {
    const dict = self.attrs.dict;
    self.attrs.dict = null;
    decref(m, dict);
  }
  clearWeakrefs(m, self);
  const d = dataOf(self);
  clearNodes(m, d);
  const { keys } = d;
  d.keys = EMPTY_KEYS;
  d.used = 0;
  keysDecref(m, keys);
  freeObject(m, self);
}

// --- update -------------------------------------------------------------------------------------------------------------------------------

/** mutablemapping_update: everything goes through `self[key] = value`, so that subclasses see it. */
function update(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null, name: string): void {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  if (name === '' && given > 1) throw typeError(m, `expected at most 1 argument${m.profile.strVectorcall ? '' : 's'}, got ${given}`);
  if (given > 1) throw typeError(m, `update() takes at most 1 positional argument (${given} given)`);
  if (given > 0) updateFrom(m, self, args[0] as PyObject);
  for (let i = 0; i < names.length; i++) store(m, self, names[i] as PyObject, args[given + i] as PyObject);
}

function store(m: Machine, self: PyObject, key: PyObject, value: PyObject): void {
  if (self.ob_type === orderedDictTypeOf(m)) orderedDictSet(m, self, key, value);
  else setItem(m, self, key, value);
}

function updateFrom(m: Machine, self: PyObject, source: PyObject): void {
  if (isDictExact(m, source)) return forEach(m, callMethod(m, source, intern(m, 'items'), []), (pair) => storePair(m, self, pair));
  if (hasAttr(m, source, intern(m, 'keys'))) {
    return forEach(m, callMethod(m, source, intern(m, 'keys'), []), (key) => {
      const value = getItem(m, source, key);
      try {
        store(m, self, key, value);
      } finally {
        decref(m, value);
      }
    });
  }
  if (hasAttr(m, source, intern(m, 'items'))) return forEach(m, callMethod(m, source, intern(m, 'items'), []), (pair) => storePair(m, self, pair));
  forEach(m, incref(source), (pair) => storePair(m, self, pair));
}

function storePair(m: Machine, self: PyObject, pair: PyObject): void {
  if (isTuple(pair) && pair.data.length === 2) return store(m, self, pair.data[0] as PyObject, pair.data[1] as PyObject);
  const list = sequenceList(m, pair);
  try {
    const { items } = list.data;
    if (items.length < 2) throw valueError(m, `need more than ${items.length} value${items.length === 1 ? '' : 's'} to unpack`);
    if (items.length > 2) throw valueError(m, 'too many values to unpack (expected 2)');
    store(m, self, items[0] as PyObject, items[1] as PyObject);
  } finally {
    decref(m, list);
  }
}

/** Calls `visit` for each item of an iterable that it owns. */
function forEach(m: Machine, iterable: PyObject, visit: (item: PyObject) => void): void {
  let iterator: PyObject;
  try {
    iterator = getIter(m, iterable);
  } finally {
    decref(m, iterable);
  }
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

// --- methods ------------------------------------------------------------------------------------------------------------------------------

function orderedRepr(m: Machine, self: PyObject): PyObject {
  const name = self.ob_type.tp_name.replace(/^.*\./, '');
  const d = dataOf(self);
  if (d.used === 0) return newStr(m, `${name}()`);
  if (!reprEnter(m, self)) return newStr(m, '...');
  try {
    const parts: string[] = [];
    for (let node = d.first; node !== null; node = node.next) {
      const key = incref(node.key);
      const value = getItem(m, self, key);
      const shownKey = repr(m, key), shownValue = repr(m, value);
      parts.push(m.profile.orderedDictReprAsDict ? `${strValue(shownKey)}: ${strValue(shownValue)}` : `(${strValue(shownKey)}, ${strValue(shownValue)})`);
      decref(m, shownKey);
      decref(m, shownValue);
      decref(m, key);
      decref(m, value);
    }
    return newStr(m, m.profile.orderedDictReprAsDict ? `${name}({${parts.join(', ')}})` : `${name}([${parts.join(', ')}])`);
  } finally {
    reprLeave(m, self);
  }
}

function compare(m: Machine, a: PyObject, b: PyObject, op: CompareOp): PyObject {
  if (!isOrderedDict(m, a) || !isDict(b) || (op !== EQ && op !== NE)) return incref(m.NotImplemented);
  let equal = dictEqual(m, a as PyObject & { data: DictData }, b);
  if (equal && isOrderedDict(m, b)) equal = sameKeyOrder(m, dataOf(a), dataOf(b));
  return incref(equal === (op === EQ) ? m.True : m.False);
}

function sameKeyOrder(m: Machine, a: OrderedDictData, b: OrderedDictData): boolean {
  let x = a.first, y = b.first;
  while (x !== null && y !== null) {
    if (!richCompareBool(m, x.key, y.key, EQ)) return false;
    x = x.next;
    y = y.next;
  }
  return x === null && y === null;
}

function copy(m: Machine, self: PyObject): PyObject {
  const exact = self.ob_type === orderedDictTypeOf(m);
  const result = exact ? orderedNew(m, self.ob_type) : callNoArgs(m, self.ob_type);
  try {
    for (let node = dataOf(self).first; node !== null; node = node.next) {
      const value = exact ? incref(dictGet(m, self, node.key) ?? m.None) : getItem(m, self, node.key);
      try {
        store(m, result, node.key, value);
      } finally {
        decref(m, value);
      }
    }
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return result;
}

function pop(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [key, fallback] = parseArgs(m, { name: 'pop', params: ['key', 'default'], required: 1 }, args, kwnames);
  const wanted = key as PyObject;
  const taken = take(m, self, wanted);
  if (taken !== null) return taken;
  if (fallback !== null && fallback !== undefined) return incref(fallback);
  throw keyErrorFrom(m, wanted);
}

function popitem(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [last] = parseArgs(m, { name: 'popitem', params: ['last'] }, args, kwnames);
  const d = dataOf(self);
  const node = last === null || last === undefined || isTrue(m, last) ? d.last : d.first;
  if (node === null) throw raise(m, m.types.KeyError, 'dictionary is empty');
  const key = incref(node.key);
  return newPair(m, key, take(m, self, key) ?? incref(m.None));
}

function moveToEnd(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [key, last] = parseArgs(m, { name: 'move_to_end', params: ['key', 'last'], required: 1 }, args, kwnames);
  const d = dataOf(self);
  const toEnd = last === null || last === undefined || isTrue(m, last);
  const stored = storedKey(m, d, key as PyObject);
  const node = stored === null ? undefined : d.nodes.get(stored);
  if (node === undefined) throw keyErrorFrom(m, key as PyObject);
  if (node === (toEnd ? d.last : d.first)) return incref(m.None);
  unlink(d, node);
  if (toEnd) {
    node.previous = d.last;
    node.next = null;
    if (d.last !== null) d.last.next = node;
    d.last = node;
  } else {
    node.next = d.first;
    node.previous = null;
    if (d.first !== null) d.first.previous = node;
    d.first = node;
  }
  return incref(m.None);
}

function setdefault(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [key, fallback] = parseArgs(m, { name: 'setdefault', params: ['key', 'default'], required: 1 }, args, kwnames);
  const known = dictGet(m, self, key as PyObject);
  if (known !== null) return incref(known);
  const value = fallback ?? m.None;
  store(m, self, key as PyObject, value);
  return incref(value);
}

function fromkeys(m: Machine, cls: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [iterable, value] = parseArgs(m, { name: 'fromkeys', params: ['iterable', 'value'], required: 1 }, args, kwnames);
  const result = callNoArgs(m, cls);
  try {
    forEach(m, incref(iterable as PyObject), (key) => setItem(m, result, key, value ?? m.None));
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return result;
}

function or(m: Machine, a: PyObject, b: PyObject): PyObject {
  const type = orderedDictTypeOf(m);
  const kind = isKindOf(a, type) ? a.ob_type : b.ob_type;
  if (!isDict(a) || !isDict(b)) return incref(m.NotImplemented);
  const result = call(m, kind, [a]);
  try {
    updateFrom(m, result, b);
  } catch (error) {
    decref(m, result);
    throw error;
  }
  return result;
}

function reduce(m: Machine, self: PyObject): PyObject {
  const state = self.attrs !== null && self.attrs.dict !== null ? getAttr(m, self, intern(m, '__dict__')) : incref(m.None);
  const items = callMethod(m, self, intern(m, 'items'), []);
  const iterator = getIter(m, items);
  decref(m, items);
  return newTuple(m, [incref(self.ob_type), incref(m.emptyTuple), state, incref(m.None), iterator]);
}

function orderedNew(m: Machine, type: PyType): PyObject {
  return genericAlloc(m, type, new OrderedDictData(EMPTY_KEYS));
}

function sizeof(m: Machine, self: PyObject): number {
  const d = dataOf(self);
  return dictSizeof(m, self) + d.fastSlots * 8 + d.used * NODE_BYTES;
}

/** The type OrderedDict. */
export const orderedDictType: TypeSpec = {
  name: 'collections.OrderedDict',
  base: 'dict',
  basicsize: 112,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE | TypeFlag.DICT_SUBCLASS | TypeFlag.MAPPING,
  hasDict: true,
  hasWeakrefs: true,
  unhashable: () => true,
  doc: 'Dictionary that remembers insertion order',
  slots: {
    tp_dealloc: dealloc,
    tp_repr: orderedRepr,
    tp_traverse: (m, self, visit) => {
      if (self.attrs !== null && self.attrs.dict !== null) visit(self.attrs.dict, '__dict__', -1);
      for (let node = dataOf(self).first; node !== null; node = node.next) visit(node.key, 'node key', -1);
      dictTraverse(m, self, visit);
    },
    tp_clear: clear,
    tp_richcompare: compare,
    tp_iter: (m, self) => newOrderedIterator(m, self, 'keys', false),
    tp_init: (m, self, args, kwnames) => update(m, self, args, kwnames, ''),
    tp_new: orderedNew,
    tp_sizeof: sizeof,
    nb_or: or,
    nb_inplace_or: (m, self, other) => {
      updateFrom(m, self, other);
      return incref(self);
    },
    mp_ass_subscript: assign,
  },
  methods: [
    { name: 'fromkeys', kind: 'fastkw', bind: 'class', fn: fromkeys, doc: 'Create a new ordered dictionary with keys from iterable and values set to value.' },
    { name: 'setdefault', kind: 'fastkw', fn: setdefault, doc: 'Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.' },
    { name: 'pop', kind: 'fastkw', fn: pop, doc: "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError." },
    { name: 'popitem', kind: 'fastkw', fn: popitem, doc: 'Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.' },
    { name: 'keys', kind: 'noargs', fn: (m, self) => newDictView(m, lazyType(m, orderedViewTypes.keys, m.types.dict_keys), self) },
    { name: 'values', kind: 'noargs', fn: (m, self) => newDictView(m, lazyType(m, orderedViewTypes.values, m.types.dict_values), self) },
    { name: 'items', kind: 'noargs', fn: (m, self) => newDictView(m, lazyType(m, orderedViewTypes.items, m.types.dict_items), self) },
    { name: 'update', kind: 'fastkw', fn: (m, self, args, kwnames) => { update(m, self, args, kwnames, 'update'); return incref(m.None); } },
    { name: 'clear', kind: 'noargs', fn: (m, self) => { clear(m, self); return incref(m.None); }, doc: 'od.clear() -> None.  Remove all items from od.' },
    { name: 'copy', kind: 'noargs', fn: copy, doc: 'od.copy() -> a shallow copy of od' },
    { name: '__reversed__', kind: 'noargs', fn: (m, self) => newOrderedIterator(m, self, 'keys', true), doc: 'od.__reversed__() <==> reversed(od)' },
    { name: 'move_to_end', kind: 'fastkw', fn: moveToEnd, doc: 'Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.' },
    { name: '__reduce__', kind: 'noargs', fn: reduce, doc: 'Return state information for pickling' },
  ],
};

// --- views and iterators --------------------------------------------------------------------------------------------------------------------

type Part = 'keys' | 'values' | 'items';

interface OrderedIterData {
  od: PyObject | null;
  /** di_current: the key that comes next, owned. */
  current: PyObject | null;
  readonly part: Part;
  readonly reverse: boolean;
  /** -1 once the size was found changed. */
  size: number;
  state: number;
  result: PyObject | null;
}

function newOrderedIterator(m: Machine, od: PyObject, part: Part, reverse: boolean): PyObject {
  const d = dataOf(od);
  const result = part === 'items' ? packTuple(m, [m.None, m.None]) : null;
  const first = reverse ? d.last : d.first;
  const data: OrderedIterData = { od: incref(od), current: first === null ? null : incref(first.key), part, reverse, size: d.used, state: d.state, result };
  const it = allocObject(m, lazyType(m, orderedIteratorType), data);
  gcTrack(m, it);
  return it;
}

/** odictiter_nextkey: the key that is due, and the one after it becomes current. */
function nextKey(m: Machine, data: OrderedIterData): PyObject | null {
  if (data.od === null) return null;
  const d = dataOf(data.od);
  const key = data.current;
  if (key === null) return endIteration(m, data);
  if (d.state !== data.state) {
    endIteration(m, data);
    throw runtimeError(m, 'OrderedDict mutated during iteration');
  }
  if (d.used !== data.size) {
    data.size = -1;
    throw runtimeError(m, 'OrderedDict changed size during iteration');
  }
  const stored = storedKey(m, d, key);
  const node = stored === null ? undefined : d.nodes.get(stored);
  data.current = null;
  if (node === undefined) {
    try {
      throw keyErrorFrom(m, key);
    } finally {
      decref(m, key);
    }
  }
  const next = data.reverse ? node.previous : node.next;
  if (next !== null) data.current = incref(next.key);
  return key;
}

function endIteration(m: Machine, data: OrderedIterData): null {
  const { od } = data;
  data.od = null;
  if (od !== null) decref(m, od);
  return null;
}

function iterStep(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as OrderedIterData;
  const key = nextKey(m, data);
  if (key === null || data.part === 'keys' || data.od === null) return key;
  const value = dictGet(m, data.od, key);
  if (value === null) {
    const { current } = data;
    data.current = null;
    if (current !== null) decref(m, current);
    endIteration(m, data);
    try {
      throw keyErrorFrom(m, key);
    } finally {
      decref(m, key);
    }
  }
  incref(value);
  if (data.part === 'items' && data.result !== null) return reusePair(m, data.result, key, value);
  decref(m, key);
  return value;
}

/** The type odict_iterator. */
export const orderedIteratorType: TypeSpec = {
  name: 'odict_iterator',
  basicsize: 64,
  flags: TypeFlag.HAVE_GC,
  slots: {
    tp_dealloc: (m, self) => {
      const data = self.data as OrderedIterData;
      gcUntrack(m, self);
      if (data.od !== null) decref(m, data.od);
      if (data.current !== null) decref(m, data.current);
      if (data.result !== null) decref(m, data.result);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit: Visit) => {
      const data = self.data as OrderedIterData;
      if (data.od !== null) visit(data.od, 'mapping', -1);
      if (data.current !== null) visit(data.current, 'current', -1);
      if (data.result !== null) visit(data.result, 'result', -1);
    },
    tp_iter: selfIter,
    tp_iternext: iterStep,
  },
  methods: [
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling',
      fn: (m, self) => {
        const data = self.data as OrderedIterData;
        const rest: PyObject[] = [];
        const d = data.od === null ? null : dataOf(data.od);
        const stored = d === null || data.current === null ? null : storedKey(m, d, data.current);
        let node = d === null || stored === null ? null : d.nodes.get(stored) ?? null;
        for (; node !== null; node = data.reverse ? node.previous : node.next) rest.push(incref(node.key));
        return newTuple(m, [incref(dictGetStr(m, m.builtins, 'iter') ?? m.None), newTuple(m, [newList(m, rest)])]);
      },
    },
    { name: '__length_hint__', kind: 'noargs', fn: (m, self) => newSizeInt(m, (self.data as OrderedIterData).size) },
  ],
};

function orderedView(name: string, part: Part): TypeSpec {
  return {
    name,
    basicsize: 24,
    flags: TypeFlag.HAVE_GC,
    unhashable: () => part !== 'values',
    slots: { tp_iter: (m, self) => newOrderedIterator(m, self.data as PyObject, part, false) },
    methods: [{ name: '__reversed__', kind: 'noargs', fn: (m, self) => newOrderedIterator(m, self.data as PyObject, part, true) }],
  };
}

/** odict_keys, odict_values, odict_items. */
const orderedViewTypes = { keys: orderedView('odict_keys', 'keys'), values: orderedView('odict_values', 'values'), items: orderedView('odict_items', 'items') } as const;

