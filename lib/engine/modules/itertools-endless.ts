// Iterators without an end: itertools.count, cycle and repeat (CPython Modules/itertoolsmodule.c).
import type { Machine } from '../machine.ts';
import { add, getIter, iterNext, repr } from '../objects/abstract.ts';
import { checkPositional, noKeywords, parseArgs } from '../objects/arguments.ts';
import { callMethod } from '../objects/call.ts';
import { intValue, isInt, newInt, newSizeInt } from '../objects/int.ts';
import { isList, listAppend, newList } from '../objects/list.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { newStr, strValue } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import type { NewFn } from '../objects/type.ts';
import { intState, pickleMethods, reduced, tupleState } from './itertools-pickle.ts';
import { dropRef, iterType, makeIter, setRef } from './itertools-type.ts';
import type { IterState } from './itertools-type.ts';

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

function countReduce(m: Machine, self: PyObject): PyObject {
  const state = self.data as CountState;
  if (!state.fast) return reduced(m, self, [state.refs[0] as PyObject, state.refs[1] as PyObject]);
  return newTuple(m, [incref(self.ob_type), newTuple(m, [newSizeInt(m, state.next)])]);
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

export const countType = iterType({ name: 'count', basicsize: 40, make: countNew, next: countNext, slots: { tp_repr: countRepr }, methods: pickleMethods(countReduce), doc: 'Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step' });

interface CycleState extends IterState {
  index: number;
  /** The first pass was made before the state was set: what comes is saved already. */
  passed: boolean;
}

const cycleNew: NewFn = (m, type, args, kwnames) => {
  noKeywords(m, 'cycle', kwnames);
  checkPositional(m, 'cycle', args.length, 1, 1);
  const iterator = getIter(m, args[0] as PyObject);
  return makeIter(m, type, { refs: [iterator, newList(m, [])], index: 0, passed: false } as CycleState);
};

function cycleNext(m: Machine, self: PyObject): PyObject | null {
  const state = self.data as CycleState;
  const saved = state.refs[1] as PyObject;
  const iterator = state.refs[0] ?? null;
  if (iterator !== null) {
    const item = iterNext(m, iterator);
    if (item !== null) {
      if (!state.passed) listAppend(m, saved, item);
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

function cycleReduce(m: Machine, self: PyObject): PyObject {
  const state = self.data as CycleState;
  const saved = state.refs[1] as PyObject;
  const source = state.refs[0] ?? null;
  if (source !== null) return reduced(m, self, [source], newTuple(m, [incref(saved), incref(state.passed ? m.True : m.False)]));
  const again = getIter(m, saved);
  try {
    if (state.index !== 0) {
      const index = newInt(m, state.index);
      decref(m, callMethod(m, again, intern(m, '__setstate__'), [index]));
      decref(m, index);
    }
    return reduced(m, self, [again], newTuple(m, [incref(saved), incref(m.True)]));
  } finally {
    decref(m, again);
  }
}

function cycleSetState(m: Machine, self: PyObject, given: PyObject): void {
  const state = self.data as CycleState;
  const [saved, passed] = tupleState(m, given);
  if (saved === undefined || passed === undefined || !isList(saved)) throw typeError(m, `argument 1 must be list, not ${(saved ?? m.None).ob_type.tp_name}`);
  setRef(m, state, 1, incref(saved));
  state.passed = intState(m, passed) !== 0;
  state.index = 0;
}

export const cycleType = iterType({ name: 'cycle', basicsize: (m) => m.profile.itertoolsBasicsize.cycle, make: cycleNew, next: cycleNext, methods: pickleMethods(cycleReduce, cycleSetState), doc: 'Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.' });

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

export const repeatType = iterType({
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
    ...pickleMethods((m, self) => {
      const { refs, left } = self.data as RepeatState;
      const object = incref(refs[0] as PyObject);
      return newTuple(m, [incref(self.ob_type), newTuple(m, left < 0 ? [object] : [object, newInt(m, left)])]);
    }),
  ],
});
