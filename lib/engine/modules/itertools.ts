// The itertools module (CPython Modules/itertoolsmodule.c): the filtering and the joining iterators. count, cycle and repeat are in itertools-endless.ts, groupby
// in itertools-groupby.ts, islice, pairwise and zip_longest in itertools-islice.ts, product and relatives in itertools-combinatoric.ts, tee in itertools-tee.ts.
import type { Machine } from '../machine.ts';
import { add, getIter, isTrue, iterNext } from '../objects/abstract.ts';
import { checkPositional, noKeywords, parseArgs } from '../objects/arguments.ts';
import { call, callOne } from '../objects/call.ts';
import { newGenericAlias } from '../objects/generic-alias.ts';
import { newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { newTuple, packTuple, sequenceTuple, tupleItems } from '../objects/tuple.ts';
import type { NewFn, PyType, TypeSpec } from '../objects/type.ts';
import { combinationsType, combinationsWithReplacementType, permutationsType, productType } from './itertools-combinatoric.ts';
import { chained, pickleMethods, reduced, tupleState } from './itertools-pickle.ts';
import { tee, teeDataType, teeType } from './itertools-tee.ts';
import { dropRef, iterType, makeIter, setRef } from './itertools-type.ts';
import type { IterState } from './itertools-type.ts';
import { countType, cycleType, repeatType } from './itertools-endless.ts';
import { groupbyType, grouperType } from './itertools-groupby.ts';
import { isliceType, pairwiseType, zipLongestType } from './itertools-islice.ts';

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

/** (type, the owned references). */
function reduceRefs(m: Machine, self: PyObject): PyObject {
  return reduced(m, self, (self.data as IterState).refs.filter((o) => o !== null));
}

const predicatePickle = pickleMethods(
  (m, self) => {
    const state = self.data as PredicateState;
    return reduced(m, self, [state.refs[0] as PyObject, state.refs[1] as PyObject], newInt(m, state.active ? 1 : 0));
  },
  (m, self, state) => {
    (self.data as PredicateState).active = isTrue(m, state);
  },
);

const takewhileType: TypeSpec = iterType({ name: 'takewhile', basicsize: 40, make: predicateNew('takewhile', (m) => lazyType(m, takewhileType)), next: takewhileNext, methods: predicatePickle, visited: [1, 0], doc: 'Return successive entries from an iterable as long as the predicate evaluates to true for each entry.' });
const dropwhileType: TypeSpec = iterType({ name: 'dropwhile', basicsize: 40, make: predicateNew('dropwhile', (m) => lazyType(m, dropwhileType)), next: dropwhileNext, methods: predicatePickle, visited: [1, 0], doc: 'Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.' });
const filterfalseType: TypeSpec = iterType({ name: 'filterfalse', basicsize: 32, make: predicateNew('filterfalse', (m) => lazyType(m, filterfalseType)), next: filterfalseNext, methods: pickleMethods(reduceRefs), visited: [1, 0], doc: 'Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.' });
const starmapType: TypeSpec = iterType({ name: 'starmap', basicsize: 32, make: predicateNew('starmap', (m) => lazyType(m, starmapType)), next: starmapNext, methods: pickleMethods(reduceRefs), visited: [1, 0], doc: 'Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.' });

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

/** A total of None would mean "none yet": then the rest is an accumulate over it and what follows, without its first result. */
function accumulateReduce(m: Machine, self: PyObject): PyObject {
  const [iterator, func, total, initial] = (self.data as IterState).refs;
  const source = iterator as PyObject, binop = func ?? m.None;
  if (initial !== m.None && initial !== null && initial !== undefined) {
    const whole = chained(m, lazyType(m, chainType), initial, source);
    return newTuple(m, [incref(self.ob_type), newTuple(m, [whole, incref(binop)]), incref(m.None)]);
  }
  if (total !== m.None) return reduced(m, self, [source, binop], incref(total ?? m.None));
  const whole = chained(m, lazyType(m, chainType), m.None, source);
  const rest = call(m, self.ob_type, [whole, binop]);
  decref(m, whole);
  return newTuple(m, [incref(lazyType(m, isliceType)), newTuple(m, [rest, newInt(m, 1), incref(m.None)])]);
}

const accumulateType = iterType({ name: 'accumulate', basicsize: (m) => m.profile.itertoolsBasicsize.accumulate, make: accumulateNew, next: accumulateNext, methods: pickleMethods(accumulateReduce, (m, self, state) => setRef(m, self.data as IterState, 2, incref(state))), visited: [1, 0, 2, 3], doc: 'Return series of accumulated sums (or other binary function results).' });

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

function chainSetState(m: Machine, self: PyObject, given: PyObject): void {
  const [source, active = null] = tupleState(m, given);
  if (source === undefined) throw typeError(m, 'function takes at least 1 argument (0 given)');
  for (const o of [source, active]) if (o !== null && o.ob_type.tp_iternext === null) throw typeError(m, 'Arguments must be iterators.');
  setRef(m, self.data as IterState, 0, incref(source));
  setRef(m, self.data as IterState, 1, active === null ? null : incref(active));
}

const chainType: TypeSpec = iterType({
  name: 'chain', basicsize: 32, make: chainNew, next: chainNext, doc: 'Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.',
  methods: [
    { name: 'from_iterable', kind: 'o', bind: 'class', fn: (m, cls, iterable) => makeIter(m, cls as PyType, { refs: [getIter(m, iterable), null] }), doc: 'Alternative chain() constructor taking a single iterable argument that evaluates lazily.' },
    ...pickleMethods(
      (m, self) => {
        const held = (self.data as IterState).refs.filter((o) => o !== null);
        return reduced(m, self, [], held.length === 0 ? null : packTuple(m, held));
      },
      chainSetState,
    ),
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

const compressType = iterType({ name: 'compress', basicsize: 32, make: compressNew, next: compressNext, methods: pickleMethods(reduceRefs), doc: 'Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.' });

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

