// The itertools module (CPython Modules/itertoolsmodule.c): the endless and the filtering iterators. product and relatives are in
// itertools-combinatoric.ts, tee in itertools-tee.ts.
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { add, getIter, isTrue, iterNext, repr, richCompareBool } from '../objects/abstract.ts';
import { checkPositional, noKeywords, parseArgs } from '../objects/arguments.ts';
import { call, callOne } from '../objects/call.ts';
import { newGenericAlias } from '../objects/generic-alias.ts';
import { intValue, isInt, newInt, newSizeInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { listAppend, newList } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { dropRaise, typeError, valueError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { newStr, strValue } from '../objects/str.ts';
import { newPair, newTuple, sequenceTuple, tupleItems, packTuple } from '../objects/tuple.ts';
import { EQ } from '../objects/type.ts';
import type { NewFn, PyType, TypeSpec } from '../objects/type.ts';
import { combinationsType, combinationsWithReplacementType, permutationsType, productType } from './itertools-combinatoric.ts';
import { tee, teeDataType, teeType } from './itertools-tee.ts';
import { dropRef, iterType, makeIter, putItem, reusableResult, setRef } from './itertools-type.ts';
import type { IterState } from './itertools-type.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';

/** (function, iterable) of the predicate iterators. */
function predicateNew(name: string, exactType: (m: Machine) => PyType): NewFn {
  return (m, type, args, kwnames) => {
    const own = exactType(m);
    if (type === own || type.tp_init === own.tp_init) noKeywords(m, name, kwnames);
    checkPositional(m, name, args.length, 2, 2);
    const iterator = getIter(m, args[1] as PyObject);
    return makeIter(m, type, { refs: [incref(args[0] as PyObject), iterator], active: false } as PredicateState);
  };
}

interface PredicateState extends IterState {
  /** takewhile: stopped; dropwhile: started. */
  active: boolean;
}

/** predicate(item), consuming neither. */
function holds(m: Machine, predicate: PyObject, item: PyObject): boolean {
  const answer = callOne(m, predicate, item);
  try {
    return isTrue(m, answer);
  } finally {
    decref(m, answer);
  }
}

/** Runs `test`; drops the item if it throws. */
function guarded(m: Machine, item: PyObject, test: () => boolean): boolean {
  try {
    return test();
  } catch (error) {
    decref(m, item);
    throw error;
  }
}

function takewhileNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as PredicateState;
  if (state.active) return null;
  const item = iterNext(m, state.refs[1] as PyObject);
  if (item === null) return null;
  if (guarded(m, item, () => holds(m, state.refs[0] as PyObject, item))) return item;
  decref(m, item);
  state.active = true;
  return null;
}

function dropwhileNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as PredicateState;
  for (;;) {
    const item = iterNext(m, state.refs[1] as PyObject);
    if (item === null) return null;
    if (state.active) return item;
    m.chargeWork(1);
    if (!guarded(m, item, () => holds(m, state.refs[0] as PyObject, item))) {
      state.active = true;
      return item;
    }
    decref(m, item);
  }
}

function filterfalseNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as PredicateState;
  const predicate = state.refs[0] as PyObject;
  const plain = predicate === m.None || predicate === m.types.bool;
  for (;;) {
    const item = iterNext(m, state.refs[1] as PyObject);
    if (item === null) return null;
    m.chargeWork(1);
    if (!guarded(m, item, () => (plain ? isTrue(m, item) : holds(m, predicate, item)))) return item;
    decref(m, item);
  }
}

function starmapNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as PredicateState;
  const packed = iterNext(m, state.refs[1] as PyObject);
  if (packed === null) return null;
  let args: PyObject;
  try {
    args = sequenceTuple(m, packed);
  } finally {
    decref(m, packed);
  }
  try {
    return call(m, state.refs[0] as PyObject, tupleItems(args));
  } finally {
    decref(m, args);
  }
}

const takewhileType: TypeSpec = iterType({ name: 'takewhile', basicsize: 40, make: predicateNew('takewhile', (m) => lazyType(m, takewhileType)), next: takewhileNext, visited: [1, 0], doc: 'Return successive entries from an iterable as long as the predicate evaluates to true for each entry.' });
const dropwhileType: TypeSpec = iterType({ name: 'dropwhile', basicsize: 40, make: predicateNew('dropwhile', (m) => lazyType(m, dropwhileType)), next: dropwhileNext, visited: [1, 0], doc: 'Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.' });
const filterfalseType: TypeSpec = iterType({ name: 'filterfalse', basicsize: 32, make: predicateNew('filterfalse', (m) => lazyType(m, filterfalseType)), next: filterfalseNext, visited: [1, 0], doc: 'Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.' });
const starmapType: TypeSpec = iterType({ name: 'starmap', basicsize: 32, make: predicateNew('starmap', (m) => lazyType(m, starmapType)), next: starmapNext, visited: [1, 0], doc: 'Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.' });

// --- count, cycle, repeat -----------------------------------------------------------------------------------------------------------------

/** refs: the next value and the step when they are not plain ints. */
interface CountState extends IterState {
  fast: boolean;
  next: number | bigint;
}

const countNew: NewFn = (m, type, args, kwnames) => {
  const [start, step] = parseArgs(m, { name: 'count', params: ['start', 'step'] }, args, kwnames);
  for (const o of [start, step]) {
    if (o !== null && o !== undefined && o.ob_type.nb_index === null && o.ob_type.nb_float === null && o.ob_type.nb_int === null) throw typeError(m, 'a number is required');
  }
  const first = start ?? null, by = step ?? null;
  const fast = (first === null || (isInt(first) && typeof intValue(first) === 'number')) && (by === null || (isInt(by) && intValue(by) === 1));
  const stepObject = by === null ? newInt(m, 1) : incref(by);
  const startObject = first === null ? newInt(m, 0) : incref(first);
  const state: CountState = { refs: [fast ? null : startObject, stepObject], fast, next: fast ? intValue(startObject) : 0 };
  if (fast) decref(m, startObject);
  return makeIter(m, type, state);
};

function countNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as CountState;
  if (state.fast) {
    const value = state.next;
    state.next = typeof value === 'number' && value < Number.MAX_SAFE_INTEGER ? value + 1 : BigInt(value) + 1n;
    return newSizeInt(m, value);
  }
  const value = state.refs[0] as PyObject;
  state.refs[0] = add(m, value, state.refs[1] as PyObject);
  return value;
}

function reprText(m: Machine, o: PyObject): string {
  const shown = repr(m, o);
  const text = strValue(shown);
  decref(m, shown);
  return text;
}

function countRepr(m: Machine, self: PyObject): PyObject {
  const state = self.data as CountState;
  if (state.fast) return newStr(m, `count(${state.next})`);
  const step = state.refs[1] as PyObject;
  const value = reprText(m, state.refs[0] as PyObject);
  return newStr(m, isInt(step) && intValue(step) === 1 ? `count(${value})` : `count(${value}, ${reprText(m, step)})`);
}

const countType = iterType({ name: 'count', basicsize: 40, make: countNew, next: countNext, slots: { tp_repr: countRepr }, doc: 'Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step' });

interface CycleState extends IterState {
  index: number;
}

const cycleNew: NewFn = (m, type, args, kwnames) => {
  noKeywords(m, 'cycle', kwnames);
  checkPositional(m, 'cycle', args.length, 1, 1);
  const iterator = getIter(m, args[0] as PyObject);
  return makeIter(m, type, { refs: [iterator, newList(m, [])], index: 0 } as CycleState);
};

function cycleNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as CycleState;
  const saved = state.refs[1] as PyObject;
  const iterator = state.refs[0] ?? null;
  if (iterator !== null) {
    const item = iterNext(m, iterator);
    if (item !== null) {
      listAppend(m, saved, item);
      return item;
    }
    dropRef(m, state, 0);
  }
  const { items } = saved.data as { items: PyObject[] };
  if (items.length === 0) return null;
  const item = items[state.index] as PyObject;
  state.index = (state.index + 1) % items.length;
  return incref(item);
}

const cycleType = iterType({ name: 'cycle', basicsize: (m) => m.profile.itertoolsBasicsize.cycle, make: cycleNew, next: cycleNext, doc: 'Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.' });

interface RepeatState extends IterState {
  /** -1 = for ever. */
  left: number;
}

const repeatNew: NewFn = (m, type, args, kwnames) => {
  const [object, times] = parseArgs(m, { name: 'repeat', params: ['object', 'times'], required: 1 }, args, kwnames);
  const left = times === null || times === undefined ? -1 : Math.max(0, sizeArgument(m, times));
  return makeIter(m, type, { refs: [incref(object as PyObject)], left } as RepeatState);
};

function repeatNext(_m: Machine, self: PyObject): PyObject | null {
  const state = self.data as RepeatState;
  if (state.left === 0) return null;
  if (state.left > 0) state.left--;
  return incref(state.refs[0] as PyObject);
}

const repeatType = iterType({
  name: 'repeat', basicsize: 32, make: repeatNew, next: repeatNext, doc: 'repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.',
  slots: {
    tp_repr: (m, self) => {
      const state = self.data as RepeatState;
      const object = reprText(m, state.refs[0] as PyObject);
      return newStr(m, state.left < 0 ? `repeat(${object})` : `repeat(${object}, ${state.left})`);
    },
  },
  methods: [
    {
      name: '__length_hint__', kind: 'noargs', doc: 'Private method returning an estimate of len(list(it)).',
      fn: (m, self) => {
        const { left } = self.data as RepeatState;
        if (left < 0) throw typeError(m, 'len() of unsized object');
        return newInt(m, left);
      },
    },
  ],
});

// --- accumulate, batched, chain, compress ----------------------------------------------------------------------------------------------------

/** refs: iterator, function, total, initial value or None. */
const accumulateNew: NewFn = (m, type, args, kwnames) => {
  const [iterable, func, initial] = parseArgs(m, { name: 'accumulate', params: ['iterable', 'func', 'initial'], required: 1, positional: 2 }, args, kwnames);
  const iterator = getIter(m, iterable as PyObject);
  const wanted = (o: PyObject | null | undefined): PyObject | null => (o === null || o === undefined || o === m.None ? null : incref(o));
  return makeIter(m, type, { refs: [iterator, wanted(func), null, incref(initial ?? m.None)] });
};

function accumulateNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as IterState;
  const initial = state.refs[3] as PyObject;
  if (initial !== m.None) {
    state.refs[3] = incref(m.None);
    setRef(m, state, 2, initial);
    return incref(initial);
  }
  const value = iterNext(m, state.refs[0] as PyObject);
  if (value === null) return null;
  const total = state.refs[2] ?? null;
  if (total === null) {
    state.refs[2] = incref(value);
    return value;
  }
  const func = state.refs[1] ?? null;
  let next: PyObject;
  try {
    next = func === null ? add(m, total, value) : call(m, func, [total, value]);
  } finally {
    decref(m, value);
  }
  setRef(m, state, 2, incref(next));
  return next;
}

const accumulateType = iterType({ name: 'accumulate', basicsize: (m) => m.profile.itertoolsBasicsize.accumulate, make: accumulateNew, next: accumulateNext, visited: [1, 0, 2, 3], doc: 'Return series of accumulated sums (or other binary function results).' });

interface BatchedState extends IterState {
  readonly size: number;
  readonly strict: boolean;
}

const batchedNew: NewFn = (m, type, args, kwnames) => {
  const params = m.profile.batchedStrict ? ['iterable', 'n', 'strict'] : ['iterable', 'n'];
  const [iterable, n, strict] = parseArgs(m, { name: 'batched', params, required: 2, positional: 2 }, args, kwnames);
  const size = sizeArgument(m, n as PyObject);
  if (size < 1) throw valueError(m, 'n must be at least one');
  return makeIter(m, type, { refs: [getIter(m, iterable as PyObject)], size, strict: strict !== null && strict !== undefined && isTrue(m, strict) } as BatchedState);
};

function batchedNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as BatchedState;
  const iterator = state.refs[0] ?? null;
  if (iterator === null) return null;
  const items: PyObject[] = [];
  try {
    while (items.length < state.size) {
      const item = iterNext(m, iterator);
      if (item === null) break;
      m.chargeWork(1);
      items.push(item);
    }
  } catch (error) {
    for (const item of items) decref(m, item);
    throw error;
  }
  if (items.length < state.size) {
    dropRef(m, state, 0);
    if (items.length === 0) return null;
    if (state.strict) {
      for (const item of items) decref(m, item);
      throw valueError(m, 'batched(): incomplete batch');
    }
  }
  return newTuple(m, items);
}

const batchedType = iterType({ name: 'batched', basicsize: (m) => m.profile.itertoolsBasicsize.batched, make: batchedNew, next: batchedNext, doc: "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates data into tuples\nup to size n.  The input is consumed lazily, just enough to\nfill a batch.  The result is yielded as soon as a batch is full\nor when the input iterable is exhausted.\n\n    >>> for batch in batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n    ('D', 'E', 'F')\n    ('G',)\n\nIf \"strict\" is True, raises a ValueError if the final batch is shorter\nthan n." });

/** refs: iterator over the iterables, the active iterator. */
const chainNew: NewFn = (m, type, args, kwnames) => {
  if (type === lazyType(m, chainType)) noKeywords(m, 'chain', kwnames);
  const iterables = newTuple(m, args.map((o) => incref(o)));
  const source = getIter(m, iterables);
  decref(m, iterables);
  return makeIter(m, type, { refs: [source, null] });
};

function chainNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as IterState;
  for (;;) {
    const source = state.refs[0] ?? null;
    if (source === null) return null;
    const active = state.refs[1] ?? null;
    if (active === null) {
      let iterable: PyObject | null;
      try {
        iterable = iterNext(m, source);
      } catch (error) {
        dropRef(m, state, 0);
        throw error;
      }
      if (iterable === null) {
        dropRef(m, state, 0);
        return null;
      }
      try {
        state.refs[1] = getIter(m, iterable);
      } catch (error) {
        dropRef(m, state, 0);
        throw error;
      } finally {
        decref(m, iterable);
      }
      continue;
    }
    const item = iterNext(m, active);
    if (item !== null) return item;
    m.chargeWork(1);
    dropRef(m, state, 1);
  }
}

const chainType: TypeSpec = iterType({
  name: 'chain', basicsize: 32, make: chainNew, next: chainNext, doc: 'Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.',
  methods: [
    { name: 'from_iterable', kind: 'o', bind: 'class', fn: (m, cls, iterable) => makeIter(m, cls as PyType, { refs: [getIter(m, iterable), null] }), doc: 'Alternative chain() constructor taking a single iterable argument that evaluates lazily.' },
    { name: '__class_getitem__', kind: 'o', bind: 'class', fn: (m, self, arg) => newGenericAlias(m, self, arg), doc: 'See PEP 585' },
  ],
});

const compressNew: NewFn = (m, type, args, kwnames) => {
  const [data, selectors] = parseArgs(m, { name: 'compress', params: ['data', 'selectors'], required: 2 }, args, kwnames);
  const items = getIter(m, data as PyObject);
  try {
    return makeIter(m, type, { refs: [incref(items), getIter(m, selectors as PyObject)] });
  } finally {
    decref(m, items);
  }
};

function compressNext(m: Machine, self: PyObject): PyObject | null {
  const { refs } = self.data as IterState;
  for (;;) {
    const item = iterNext(m, refs[0] as PyObject);
    if (item === null) return null;
    m.chargeWork(1);
    let keep = false;
    try {
      const selector = iterNext(m, refs[1] as PyObject);
      if (selector === null) return null;
      try {
        keep = isTrue(m, selector);
      } finally {
        decref(m, selector);
      }
    } finally {
      if (!keep) decref(m, item);
    }
    if (keep) return item;
  }
}

const compressType = iterType({ name: 'compress', basicsize: 32, make: compressNew, next: compressNext, doc: 'Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.' });

// --- groupby -------------------------------------------------------------------------------------------------------------------------------

const IT = 0, KEYFUNC = 1, TARGET_KEY = 2, CURRENT_KEY = 3, CURRENT_VALUE = 4;

interface GroupState extends IterState {
  /** The grouper that may still go on (borrowed). */
  grouper: PyObject | null;
}

const groupbyNew: NewFn = (m, type, args, kwnames) => {
  const [iterable, key] = parseArgs(m, { name: 'groupby', params: ['iterable', 'key'], required: 1 }, args, kwnames);
  const iterator = getIter(m, iterable as PyObject);
  return makeIter(m, type, { refs: [iterator, incref(key ?? m.None), null, null, null], grouper: null } as GroupState);
};

/** groupby_step: the next value and its key; false at the end. */
function groupbyStep(m: Machine, state: GroupState): boolean {
  const value = iterNext(m, state.refs[IT] as PyObject);
  if (value === null) return false;
  m.chargeWork(1);
  const keyFunction = state.refs[KEYFUNC] as PyObject;
  const key = guardedCall(m, value, () => (keyFunction === m.None ? incref(value) : callOne(m, keyFunction, value)));
  setRef(m, state, CURRENT_VALUE, value);
  setRef(m, state, CURRENT_KEY, key);
  return true;
}

function guardedCall(m: Machine, item: PyObject, work: () => PyObject): PyObject {
  try {
    return work();
  } catch (error) {
    decref(m, item);
    throw error;
  }
}

function groupbyNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as GroupState;
  state.grouper = null;
  for (;;) {
    const current = state.refs[CURRENT_KEY] ?? null;
    if (current !== null) {
      const target = state.refs[TARGET_KEY] ?? null;
      if (target === null || !richCompareBool(m, target, current, EQ)) break;
    }
    if (!groupbyStep(m, state)) return null;
  }
  const key = state.refs[CURRENT_KEY] as PyObject;
  setRef(m, state, TARGET_KEY, incref(key));
  const grouper = allocObject(m, lazyType(m, grouperType), { refs: [incref(self), incref(key)] } satisfies IterState);
  gcTrack(m, grouper);
  state.grouper = grouper;
  return newPair(m, incref(key), grouper);
}

function grouperNext(m: Machine, self: PyObject): PyObject | null {
  const own = self.data as IterState;
  const parent = own.refs[0] as PyObject;
  const state = parent.data as GroupState;
  if (state.grouper !== self) return null;
  if ((state.refs[CURRENT_VALUE] ?? null) === null && !groupbyStep(m, state)) return null;
  if (!richCompareBool(m, own.refs[1] as PyObject, state.refs[CURRENT_KEY] as PyObject, EQ)) return null;
  const value = state.refs[CURRENT_VALUE] as PyObject;
  state.refs[CURRENT_VALUE] = null;
  dropRef(m, state, CURRENT_KEY);
  return value;
}

const groupbyType = iterType({ name: 'groupby', basicsize: (m) => m.profile.itertoolsBasicsize.groupby, make: groupbyNew, next: groupbyNext, doc: "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping." });
const grouperType: TypeSpec = iterType({
  name: '_grouper', basicsize: 32, make: null, next: grouperNext, doc: '',
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      const state = self.data as IterState;
      const parent = state.refs[0] as PyObject;
      if ((parent.data as GroupState).grouper === self) (parent.data as GroupState).grouper = null;
      dropRef(m, state, 0);
      dropRef(m, state, 1);
      freeObject(m, self);
    },
  },
});

// --- islice, pairwise, zip_longest -------------------------------------------------------------------------------------------------------------

interface IsliceState extends IterState {
  next: number;
  readonly stop: number;
  readonly step: number;
  count: number;
}

function isliceBound(m: Machine, o: PyObject, missing: number, text: string): number {
  if (o === m.None) return missing;
  let value = -1;
  if (o.ob_type.nb_index !== null) {
    try {
      value = sizeArgument(m, o);
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      dropRaise(m, error);
    }
  }
  if (value < 0) throw valueError(m, text);
  return value;
}

const isliceNew: NewFn = (m, type, args, kwnames) => {
  noKeywords(m, 'islice', kwnames);
  checkPositional(m, 'islice', args.length, 2, 4);
  const indices = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
  const stopText = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
  let start = 0, stop = -1, step = 1;
  if (args.length === 2) stop = isliceBound(m, args[1] as PyObject, -1, stopText);
  else {
    start = isliceBound(m, args[1] as PyObject, 0, indices);
    stop = isliceBound(m, args[2] as PyObject, -1, stopText);
  }
  if (args.length === 4) {
    step = isliceBound(m, args[3] as PyObject, 1, 'Step for islice() must be a positive integer or None.');
    if (step < 1) throw valueError(m, 'Step for islice() must be a positive integer or None.');
  }
  return makeIter(m, type, { refs: [getIter(m, args[0] as PyObject)], next: start, stop, step, count: 0 } as IsliceState);
};

function isliceNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as IsliceState;
  const iterator = state.refs[0] ?? null;
  if (iterator === null) return null;
  while (state.count < state.next) {
    const skipped = iterNext(m, iterator);
    if (skipped === null) return endSlice(m, state);
    m.chargeWork(1);
    decref(m, skipped);
    state.count++;
  }
  if (state.stop >= 0 && state.count >= state.stop) return endSlice(m, state);
  const item = iterNext(m, iterator);
  if (item === null) return endSlice(m, state);
  state.count++;
  state.next += state.step;
  if (state.stop >= 0 && state.next > state.stop) state.next = state.stop;
  return item;
}

function endSlice(m: Machine, state: IsliceState): null {
  dropRef(m, state, 0);
  return null;
}

const isliceType = iterType({ name: 'islice', basicsize: 56, make: isliceNew, next: isliceNext, doc: 'islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.' });

/** refs: iterator, previous item, result tuple (3.13+). */
const pairwiseNew: NewFn = (m, type, args, kwnames) => {
  noKeywords(m, 'pairwise', kwnames);
  checkPositional(m, 'pairwise', args.length, 1, 1);
  const iterator = getIter(m, args[0] as PyObject);
  return makeIter(m, type, { refs: [iterator, null, m.profile.pairwiseReusesResult ? packTuple(m, [m.None, m.None]) : null] });
};

function pairwiseNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as IterState;
  const iterator = state.refs[0] ?? null;
  if (iterator === null) return null;
  let old = state.refs[1] ?? null;
  if (old === null) {
    old = iterNext(m, iterator);
    if (old === null) {
      dropRef(m, state, 0);
      return null;
    }
    state.refs[1] = old;
    if ((state.refs[0] ?? null) === null) return null;
  }
  incref(old);
  let item: PyObject | null;
  try {
    item = iterNext(m, iterator);
  } catch (error) {
    decref(m, old);
    throw error;
  }
  if (item === null) {
    dropRef(m, state, 0);
    dropRef(m, state, 1);
    decref(m, old);
    return null;
  }
  const result = state.refs[2] ?? null;
  setRef(m, state, 1, incref(item));
  if (result === null || result.ob_refcnt !== 1) return newPair(m, old, item);
  const same = reusableResult(m, state, 2);
  putItem(m, same, 0, old);
  putItem(m, same, 1, item);
  return incref(same);
}

const pairwiseType = iterType({ name: 'pairwise', basicsize: (m) => m.profile.itertoolsBasicsize.pairwise, make: pairwiseNew, next: pairwiseNext, doc: "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ..." });

/** refs: the iterators' tuple (None stands for an exhausted one), result tuple, fill value. */
interface ZipLongestState extends IterState {
  active: number;
}

const zipLongestNew: NewFn = (m, type, args, kwnames) => {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  let fill = m.None;
  names.forEach((name, i) => {
    if (strValue(name) !== 'fillvalue') throw typeError(m, 'zip_longest() got an unexpected keyword argument');
    fill = args[given + i] as PyObject;
  });
  const iterators: PyObject[] = [];
  try {
    for (let i = 0; i < given; i++) iterators.push(getIter(m, args[i] as PyObject));
  } catch (error) {
    for (const o of iterators) decref(m, o);
    throw error;
  }
  const packed = newTuple(m, iterators);
  const result = newTuple(m, args.slice(0, given).map(() => incref(m.None)));
  return makeIter(m, type, { refs: [packed, result, incref(fill)], active: given } as ZipLongestState);
};

function zipLongestNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as ZipLongestState;
  const iterators = state.refs[0] as PyObject;
  const count = tupleItems(iterators).length;
  if (count === 0 || state.active === 0) return null;
  const values: PyObject[] = [];
  for (let i = 0; i < count; i++) {
    const iterator = tupleItems(iterators)[i] as PyObject;
    let item: PyObject | null = null;
    if (iterator !== m.None) {
      try {
        item = iterNext(m, iterator);
      } catch (error) {
        state.active = 0;
        for (const value of values) decref(m, value);
        throw error;
      }
      if (item === null) {
        state.active--;
        if (state.active === 0) {
          for (const value of values) decref(m, value);
          return null;
        }
        putItem(m, iterators, i, incref(m.None));
      }
    }
    values.push(item ?? incref(state.refs[2] as PyObject));
  }
  const result = state.refs[1] as PyObject;
  if (result.ob_refcnt !== 1) return newTuple(m, values);
  const same = reusableResult(m, state, 1);
  values.forEach((value, i) => putItem(m, same, i, value));
  return incref(same);
}

const zipLongestType = iterType({ name: 'zip_longest', basicsize: 56, make: zipLongestNew, next: zipLongestNext, doc: "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument." });

const TYPES: readonly TypeSpec[] = [
  accumulateType, batchedType, chainType, combinationsType, combinationsWithReplacementType, compressType, countType, cycleType, dropwhileType, filterfalseType,
  groupbyType, grouperType, isliceType, pairwiseType, permutationsType, productType, repeatType, starmapType, takewhileType, teeType, teeDataType, zipLongestType,
];

/** Makes the module. */
export function itertoolsModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: 'itertools',
    doc: 'Functional tools for creating and using iterators.',
    functions: [{ name: 'tee', kind: 'fast', min: 1, max: 2, fn: tee, doc: 'Returns a tuple of n independent iterators.' }],
    attributes: () => TYPES.filter((spec) => spec !== batchedType || m.profile.hasBatched).map((spec) => [spec.name.replace('itertools.', ''), incref(lazyType(m, spec))] as const),
  });
}

