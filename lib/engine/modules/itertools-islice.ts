// itertools.islice, pairwise and zip_longest (CPython Modules/itertoolsmodule.c).
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { getIter, iterNext } from '../objects/abstract.ts';
import { checkPositional, noKeywords } from '../objects/arguments.ts';
import { newInt } from '../objects/int.ts';
import { newList } from '../objects/list.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { dropRaise, typeError, valueError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { strValue } from '../objects/str.ts';
import { newPair, newTuple, tupleItems, packTuple } from '../objects/tuple.ts';
import type { NewFn } from '../objects/type.ts';
import { emptyIterator, intState, pickleMethods, reduced } from './itertools-pickle.ts';
import { dropRef, iterType, makeIter, putItem, reusableResult, setRef } from './itertools-type.ts';
import type { IterState } from './itertools-type.ts';

interface IsliceState extends IterState {
  next: number;
  readonly stop: number;
  readonly step: number;
  count: number;
}

/** A bound as an integer; -1 for what is none. */
function isliceBound(m: Machine, o: PyObject, missing: number): number {
  if (o === m.None) return missing;
  if (o.ob_type.nb_index !== null) {
    try {
      return sizeArgument(m, o);
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      dropRaise(m, error);
    }
  }
  return -1;
}

const isliceNew: NewFn = (m, type, args, kwnames) => {
  noKeywords(m, 'islice', kwnames);
  checkPositional(m, 'islice', args.length, 2, 4);
  const range = 'must be None or an integer: 0 <= x <= sys.maxsize.';
  const start = args.length === 2 ? 0 : isliceBound(m, args[1] as PyObject, 0);
  const stopArgument = args[args.length === 2 ? 1 : 2] as PyObject;
  const stop = isliceBound(m, stopArgument, -1);
  if (stop === -1 && stopArgument !== m.None) throw valueError(m, `Stop argument for islice() ${range}`);
  if (start < 0 || stop < -1) throw valueError(m, `Indices for islice() ${range}`);
  const step = args.length < 4 ? 1 : isliceBound(m, args[3] as PyObject, 1);
  if (step < 1) throw valueError(m, 'Step for islice() must be a positive integer or None.');
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

function isliceReduce(m: Machine, self: PyObject): PyObject {
  const state = self.data as IsliceState;
  const iterator = state.refs[0] ?? null;
  const args = iterator === null
    ? [emptyIterator(m, newList(m, [])), newInt(m, 0)]
    : [incref(iterator), newInt(m, state.next), state.stop < 0 ? incref(m.None) : newInt(m, state.stop), newInt(m, state.step)];
  return newTuple(m, [incref(self.ob_type), newTuple(m, args), newInt(m, iterator === null ? 0 : state.count)]);
}

function isliceSetState(m: Machine, self: PyObject, state: PyObject): void {
  (self.data as IsliceState).count = intState(m, state);
}

export const isliceType = iterType({ name: 'islice', basicsize: 56, make: isliceNew, next: isliceNext, methods: pickleMethods(isliceReduce, isliceSetState), doc: 'islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.' });

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

export const pairwiseType = iterType({ name: 'pairwise', basicsize: (m) => m.profile.itertoolsBasicsize.pairwise, make: pairwiseNew, next: pairwiseNext, doc: "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ..." });

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

function zipLongestReduce(m: Machine, self: PyObject): PyObject {
  const { refs } = self.data as ZipLongestState;
  const iterators = tupleItems(refs[0] as PyObject).map((it) => (it === m.None ? m.emptyTuple : it));
  return reduced(m, self, iterators, incref(refs[2] as PyObject));
}

export const zipLongestType = iterType({ name: 'zip_longest', basicsize: 56, make: zipLongestNew, next: zipLongestNext, methods: pickleMethods(zipLongestReduce, (m, self, state) => setRef(m, self.data as IterState, 2, incref(state))), doc: "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument." });
