// itertools: product, permutations, combinations, combinations_with_replacement (CPython Modules/itertoolsmodule.c). Each hands out one result tuple
// again and again while nobody else holds it.
import type { Machine } from '../machine.ts';
import { parseArgs } from '../objects/arguments.ts';
import { ImpossibleRequest } from '../memory/memory.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { overflowError, typeError, valueError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { isTuple, newTuple, packTuple, sequenceTuple, tupleItems } from '../objects/tuple.ts';
import type { NewFn } from '../objects/type.ts';
import { isInt, newInt } from '../objects/int.ts';
import { indexState, intTuple, pickleMethods, reduced } from './itertools-pickle.ts';
import { iterType, makeIter, putItem, reusableResult, setRef } from './itertools-type.ts';
import type { IterState } from './itertools-type.ts';

/** refs: the pools' tuple (or the pool), the result tuple. */
interface CombinatoricState extends IterState {
  readonly indices: number[];
  readonly cycles: number[];
  stopped: boolean;
  /** Simulated block of the index arrays. */
  block: number;
}

const POOL = 0, RESULT = 1;

function poolOf(state: CombinatoricState): readonly PyObject[] {
  return (state.refs[POOL] as PyObject).data as PyObject[];
}

function firstResult(m: Machine, state: CombinatoricState, items: readonly PyObject[]): PyObject {
  const result = newTuple(m, items.map((o) => incref(o)));
  setRef(m, state, RESULT, result);
  return incref(result);
}

/** The last result is kept until the iterator dies. */
function stop(state: CombinatoricState): null {
  state.stopped = true;
  return null;
}

const productNew: NewFn = (m, type, args, kwnames) => {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  let repeat = 1;
  if (names.length > 0) {
    const [value] = parseArgs(m, { name: 'product', params: ['repeat'], positional: 0 }, args.slice(given), kwnames);
    if (value !== null && value !== undefined) repeat = sizeArgument(m, value);
    if (repeat < 0) throw valueError(m, 'repeat argument cannot be negative');
  }
  const once: PyObject[] = [];
  if (repeat > 0) for (let i = 0; i < given; i++) once.push(sequenceTuple(m, args[i] as PyObject));
  if (given * repeat >= 2 ** 60) throw overflowError(m, 'repeat argument too large');
  if (once.length * repeat > 2 ** 24) throw new ImpossibleRequest();
  const pools: PyObject[] = [];
  for (let r = 0; r < repeat && once.length > 0; r++) for (const pool of once) pools.push(r === 0 ? pool : incref(pool));
  const state: CombinatoricState = { refs: [newTuple(m, pools), null], indices: new Array<number>(pools.length).fill(0), cycles: [], stopped: false, block: 0 };
  return makeIter(m, type, state);
};

function productNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as CombinatoricState;
  if (state.stopped) return null;
  const pools = poolOf(state);
  const { indices } = state;
  if (state.refs[RESULT] === null) {
    const first: PyObject[] = [];
    for (const pool of pools) {
      const item = (pool.data as PyObject[])[0];
      if (item === undefined) return stop(state);
      first.push(item);
    }
    return firstResult(m, state, first);
  }
  const result = reusableResult(m, state, RESULT);
  for (let i = pools.length - 1; i >= 0; i--) {
    const pool = (pools[i] as PyObject).data as PyObject[];
    const at = (indices[i] as number) + 1;
    if (at < pool.length) {
      indices[i] = at;
      putItem(m, result, i, incref(pool[at] as PyObject));
      return incref(result);
    }
    indices[i] = 0;
    putItem(m, result, i, incref(pool[0] as PyObject));
  }
  return stop(state);
}

function productReduce(m: Machine, self: PyObject): PyObject {
  const state = self.data as CombinatoricState;
  if (state.stopped) return reduced(m, self, [m.emptyTuple]);
  return reduced(m, self, poolOf(state), state.refs[RESULT] === null ? null : intTuple(m, state.indices));
}

function productSetState(m: Machine, self: PyObject, given: PyObject): void {
  const state = self.data as CombinatoricState;
  const pools = poolOf(state).map((pool) => pool.data as PyObject[]);
  const indices = indexState(m, given, pools.length, (i) => (pools[i] as PyObject[]).length - 1);
  state.stopped = pools.some((pool) => pool.length === 0);
  if (!state.stopped) restore(m, state, indices, indices.map((at, i) => (pools[i] as PyObject[])[at] as PyObject));
}

/** The indices of a state, and the result that they stand for. */
function restore(m: Machine, state: CombinatoricState, indices: readonly number[], items: readonly PyObject[]): void {
  indices.forEach((at, i) => {
    state.indices[i] = at;
  });
  setRef(m, state, RESULT, packTuple(m, items));
}

export const productType = iterType({
  name: 'product', basicsize: 48, make: productNew, next: productNext, methods: pickleMethods(productReduce, productSetState), doc: 'Cartesian product of input iterables.  Equivalent to nested for-loops.',
  slots: { tp_sizeof: (_m, self) => self.ob_type.tp_basicsize + (self.data as CombinatoricState).indices.length * 8 },
});

/** The length r of the results; gives the pool up if it is refused. */
function countArgument(m: Machine, count: () => number, pool: PyObject, refusal: string): number {
  try {
    const r = count();
    if (r < 0) throw valueError(m, `r ${refusal}`);
    if (r > 2 ** 24) throw new ImpossibleRequest();
    return r;
  } catch (error) {
    decref(m, pool);
    throw error;
  }
}

/** combinations and combinations_with_replacement: (iterable, r). */
function combinationsNew(name: string, start: (i: number) => number, empty: (n: number, r: number) => boolean): NewFn {
  return (m, type, args, kwnames) => {
    const [iterable, count] = parseArgs(m, { name, params: ['iterable', 'r'], required: 2 }, args, kwnames);
    const size = sizeArgument(m, count as PyObject);
    const pool = sequenceTuple(m, iterable as PyObject);
    const r = countArgument(m, () => size, pool, m.profile.negativeText);
    const indices: number[] = [];
    for (let i = 0; i < r; i++) indices.push(start(i));
    const state: CombinatoricState = { refs: [pool, null], indices, cycles: [], stopped: empty(pool.data.length, r), block: 0 };
    return makeIter(m, type, state);
  };
}

function combinationsNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as CombinatoricState;
  if (state.stopped) return null;
  const pool = poolOf(state);
  const { indices } = state;
  const r = indices.length, n = pool.length;
  if (state.refs[RESULT] === null) return firstResult(m, state, indices.map((i) => pool[i] as PyObject));
  const result = reusableResult(m, state, RESULT);
  let i = r - 1;
  while (i >= 0 && indices[i] === i + n - r) i--;
  if (i < 0) return stop(state);
  indices[i] = (indices[i] as number) + 1;
  for (let j = i + 1; j < r; j++) indices[j] = (indices[j - 1] as number) + 1;
  for (; i < r; i++) putItem(m, result, i, incref(pool[indices[i] as number] as PyObject));
  return incref(result);
}

/** combinations and combinations_with_replacement: the pool is given again, empty once the iterator has stopped. */
function combinationsReduce(m: Machine, self: PyObject): PyObject {
  const state = self.data as CombinatoricState;
  const stopped = state.refs[RESULT] !== null && state.stopped;
  const args = newTuple(m, [incref(stopped ? m.emptyTuple : state.refs[POOL] as PyObject), newInt(m, state.indices.length)]);
  const rest = state.refs[RESULT] === null || stopped ? [] : [intTuple(m, state.indices)];
  return newTuple(m, [incref(self.ob_type), args, ...rest]);
}

/** `limit(i, n, r)`: the largest index at place i. */
function combinationsSetState(limit: (i: number, n: number, r: number) => number): (m: Machine, self: PyObject, given: PyObject) => void {
  return (m, self, given) => {
    const state = self.data as CombinatoricState;
    const pool = poolOf(state);
    const indices = indexState(m, given, state.indices.length, (i) => limit(i, pool.length, state.indices.length));
    if (pool.length > 0 || indices.length === 0) restore(m, state, indices, indices.map((at) => pool[at] as PyObject));
  };
}

const arraySizeof = (_m: Machine, self: PyObject): number => self.ob_type.tp_basicsize + (self.data as CombinatoricState).indices.length * 8;

export const combinationsType = iterType({
  name: 'combinations', basicsize: 56, make: combinationsNew('combinations', (i) => i, (n, r) => r > n), next: combinationsNext, methods: pickleMethods(combinationsReduce, combinationsSetState((i, n, r) => i + n - r)),
  doc: "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)", slots: { tp_sizeof: arraySizeof },
});

function withReplacementNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as CombinatoricState;
  if (state.stopped) return null;
  const pool = poolOf(state);
  const { indices } = state;
  const r = indices.length, n = pool.length;
  if (state.refs[RESULT] === null) return firstResult(m, state, indices.map((i) => pool[i] as PyObject));
  const result = reusableResult(m, state, RESULT);
  let i = r - 1;
  while (i >= 0 && indices[i] === n - 1) i--;
  if (i < 0) return stop(state);
  const at = (indices[i] as number) + 1;
  for (; i < r; i++) {
    indices[i] = at;
    putItem(m, result, i, incref(pool[at] as PyObject));
  }
  return incref(result);
}

export const combinationsWithReplacementType = iterType({
  name: 'combinations_with_replacement', basicsize: 56,
  make: combinationsNew('combinations_with_replacement', () => 0, (n, r) => n === 0 && r > 0), next: withReplacementNext, methods: pickleMethods(combinationsReduce, combinationsSetState((_i, n) => n - 1)),
  doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.", slots: { tp_sizeof: arraySizeof },
});

const permutationsNew: NewFn = (m, type, args, kwnames) => {
  const [iterable, count] = parseArgs(m, { name: 'permutations', params: ['iterable', 'r'], required: 1 }, args, kwnames);
  const pool = sequenceTuple(m, iterable as PyObject);
  const n = pool.data.length;
  let r = n;
  if (count !== null && count !== undefined && count !== m.None) {
    if (!isInt(count)) {
      decref(m, pool);
      throw typeError(m, 'Expected int as r');
    }
    r = countArgument(m, () => sizeArgument(m, count), pool, 'must be non-negative');
  }
  const indices: number[] = [], cycles: number[] = [];
  for (let i = 0; i < n; i++) indices.push(i);
  for (let i = 0; i < r; i++) cycles.push(n - i);
  const state: CombinatoricState = { refs: [pool, null], indices, cycles, stopped: r > n, block: 0 };
  return makeIter(m, type, state);
};

function permutationsNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as CombinatoricState;
  if (state.stopped) return null;
  const pool = poolOf(state);
  const { indices, cycles } = state;
  const r = cycles.length, n = pool.length;
  if (state.refs[RESULT] === null) return n === 0 && r > 0 ? stop(state) : firstResult(m, state, indices.slice(0, r).map((i) => pool[i] as PyObject));
  if (n === 0) return stop(state);
  const result = reusableResult(m, state, RESULT);
  for (let i = r - 1; i >= 0; i--) {
    cycles[i] = (cycles[i] as number) - 1;
    if (cycles[i] === 0) {
      const moved = indices.splice(i, 1)[0] as number;
      indices.push(moved);
      cycles[i] = n - i;
      continue;
    }
    const j = cycles[i] as number;
    const kept = indices[i] as number;
    indices[i] = indices[n - j] as number;
    indices[n - j] = kept;
    for (let k = i; k < r; k++) putItem(m, result, k, incref(pool[indices[k] as number] as PyObject));
    return incref(result);
  }
  return stop(state);
}

function permutationsReduce(m: Machine, self: PyObject): PyObject {
  const state = self.data as CombinatoricState;
  const begun = state.refs[RESULT] !== null;
  const args = newTuple(m, [incref(begun && state.stopped ? m.emptyTuple : state.refs[POOL] as PyObject), newInt(m, state.cycles.length)]);
  const rest = begun && !state.stopped ? [newTuple(m, [intTuple(m, state.indices), intTuple(m, state.cycles)])] : [];
  return newTuple(m, [incref(self.ob_type), args, ...rest]);
}

function permutationsSetState(m: Machine, self: PyObject, given: PyObject): void {
  const state = self.data as CombinatoricState;
  const pool = poolOf(state);
  if (!isTuple(given) || given.data.length !== 2) throw valueError(m, 'invalid arguments');
  const indices = indexState(m, given.data[0], pool.length, () => pool.length - 1);
  const cycles = indexState(m, given.data[1], state.cycles.length, (i) => pool.length - i, 1);
  cycles.forEach((at, i) => {
    state.cycles[i] = at;
  });
  restore(m, state, indices, indices.slice(0, cycles.length).map((at) => pool[at] as PyObject));
}

export const permutationsType = iterType({
  name: 'permutations', basicsize: 64, make: permutationsNew, next: permutationsNext, methods: pickleMethods(permutationsReduce, permutationsSetState),
  doc: "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)",
  slots: { tp_sizeof: (_m, self) => self.ob_type.tp_basicsize + ((self.data as CombinatoricState).indices.length + (self.data as CombinatoricState).cycles.length) * 8 },
});
