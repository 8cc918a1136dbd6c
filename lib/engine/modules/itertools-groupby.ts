// itertools.groupby and its groupers (CPython Modules/itertoolsmodule.c: groupby_next, _grouper_next).
import type { Machine } from '../machine.ts';
import { getIter, iterNext, richCompareBool } from '../objects/abstract.ts';
import { parseArgs } from '../objects/arguments.ts';
import { callOne } from '../objects/call.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { newPair, packTuple } from '../objects/tuple.ts';
import { EQ } from '../objects/type.ts';
import type { NewFn, TypeSpec } from '../objects/type.ts';
import { pickleMethods, reduced, tupleState } from './itertools-pickle.ts';
import { dropRef, iterType, makeIter, setRef } from './itertools-type.ts';
import type { IterState } from './itertools-type.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';

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

function groupbyReduce(m: Machine, self: PyObject): PyObject {
  const { refs } = self.data as GroupState;
  const parts = [refs[CURRENT_VALUE], refs[TARGET_KEY], refs[CURRENT_KEY]].filter((o) => o !== null && o !== undefined);
  return reduced(m, self, [refs[IT] as PyObject, refs[KEYFUNC] as PyObject], parts.length === 3 ? packTuple(m, parts) : null);
}

function groupbySetState(m: Machine, self: PyObject, given: PyObject): void {
  const state = self.data as GroupState;
  const [value, target, key] = tupleState(m, given);
  if (value === undefined || target === undefined || key === undefined) throw typeError(m, 'function takes exactly 3 arguments');
  setRef(m, state, CURRENT_VALUE, incref(value));
  setRef(m, state, TARGET_KEY, incref(target));
  setRef(m, state, CURRENT_KEY, incref(key));
}

export const groupbyType = iterType({ name: 'groupby', basicsize: (m) => m.profile.itertoolsBasicsize.groupby, make: groupbyNew, next: groupbyNext, methods: pickleMethods(groupbyReduce, groupbySetState), doc: "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping." });
export const grouperType: TypeSpec = iterType({
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
