// map and filter (CPython Python/bltinmodule.c: mapobject, filterobject).
import type { Machine } from '../machine.ts';
import { getIter, isTrue, iterNext } from './abstract.ts';
import { freeObject, gcUntrack } from './alloc.ts';
import { checkPositional, noKeywords, parseArgs } from './arguments.ts';
import { call, callOne } from './call.ts';
import { genericAlloc } from './instance.ts';
import { selfIter } from './iterators.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { typeError, valueError } from './raise.ts';
import { newTuple, tupleItems } from './tuple.ts';
import { TypeFlag } from './type.ts';
import type { PyType, TypeSpec } from './type.ts';

/** mapobject: a tuple of iterators and the function, both owned. */
export interface MapData {
  readonly iterators: PyObject;
  readonly func: PyObject;
  strict: boolean;
}

function mapNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  let given = args.length;
  let strict = false;
  if (kwnames !== null && m.profile.mapStrict) {
    given -= tupleItems(kwnames).length;
    const option = parseArgs(m, { name: 'map', params: ['strict'], positional: 0 }, args.slice(given), kwnames)[0];
    strict = option !== null && option !== undefined && isTrue(m, option);
  } else if (type === m.types.map || type.tp_init === m.types.map.tp_init) noKeywords(m, 'map', kwnames);
  else if (kwnames !== null) given -= tupleItems(kwnames).length;
  if (given < 2) throw typeError(m, 'map() must have at least two arguments.');
  const iterators: PyObject[] = [];
  try {
    for (let i = 1; i < given; i++) iterators.push(getIter(m, args[i] as PyObject));
  } catch (error) {
    for (const it of iterators) decref(m, it);
    throw error;
  }
  const data: MapData = { iterators: newTuple(m, iterators), func: incref(args[0] as PyObject), strict };
  return genericAlloc(m, type, data);
}

function mapNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as MapData;
  const iterators = data.iterators.data as PyObject[];
  if (iterators.length === 1) {
    const item = iterNext(m, iterators[0] as PyObject);
    if (item === null) return null;
    try {
      return callOne(m, data.func, item);
    } finally {
      decref(m, item);
    }
  }
  const values: PyObject[] = [];
  try {
    for (let i = 0; i < iterators.length; i++) {
      const item = iterNext(m, iterators[i] as PyObject);
      if (item === null) return data.strict ? checkLengths(m, iterators, i) : null;
      values.push(item);
    }
    return call(m, data.func, values);
  } finally {
    for (const value of values) decref(m, value);
  }
}

function checkLengths(m: Machine, iterators: readonly PyObject[], ended: number): null {
  const others = (i: number): string => (i === 1 ? ' 1' : `s 1-${i}`);
  if (ended > 0) throw valueError(m, `map() argument ${ended + 1} is shorter than argument${others(ended)}`);
  for (let i = 1; i < iterators.length; i++) {
    const extra = iterNext(m, iterators[i] as PyObject);
    if (extra === null) continue;
    decref(m, extra);
    throw valueError(m, `map() argument ${i + 1} is longer than argument${others(i)}`);
  }
  return null;
}

/** The type map. */
export const mapType: TypeSpec = {
  name: 'map',
  basicsize: (m) => m.profile.basicsize.map - 16,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  doc: 'Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.',
  slots: {
    tp_dealloc: (m, self) => {
      const data = self.data as MapData;
      gcUntrack(m, self);
      decref(m, data.iterators);
      decref(m, data.func);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const data = self.data as MapData;
      visit(data.iterators, 'iterators', -1);
      visit(data.func, 'function', -1);
    },
    tp_iter: selfIter,
    tp_iternext: mapNext,
    tp_new: mapNew,
  },
  methods: [
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling.',
      fn: (m, self) => {
        const data = self.data as MapData;
        const iterators = (data.iterators.data as PyObject[]).map((it) => incref(it));
        const parts: PyObject[] = [incref(self.ob_type), newTuple(m, [incref(data.func), ...iterators])];
        if (data.strict) parts.push(incref(m.True));
        return newTuple(m, parts);
      },
    },
  ],
};

/** filterobject. */
export interface FilterData {
  readonly func: PyObject;
  readonly iterator: PyObject;
}

function filterNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  if (type === m.types.filter || type.tp_init === m.types.filter.tp_init) noKeywords(m, 'filter', kwnames);
  checkPositional(m, 'filter', args.length - (kwnames === null ? 0 : tupleItems(kwnames).length), 2, 2);
  const iterator = getIter(m, args[1] as PyObject);
  const data: FilterData = { func: incref(args[0] as PyObject), iterator };
  return genericAlloc(m, type, data);
}

function filterNext(m: Machine, self: PyObject): PyObject | null {
  const { func, iterator } = self.data as FilterData;
  const identity = func === m.None || func === m.types.bool;
  for (;;) {
    const item = iterNext(m, iterator);
    if (item === null) return null;
    m.chargeWork(1);
    let keep = false;
    try {
      keep = identity ? isTrue(m, item) : answersTrue(m, func, item);
    } finally {
      if (!keep) decref(m, item);
    }
    if (keep) return item;
  }
}

function answersTrue(m: Machine, func: PyObject, item: PyObject): boolean {
  const answer = callOne(m, func, item);
  try {
    return isTrue(m, answer);
  } finally {
    decref(m, answer);
  }
}

/** The type filter. */
export const filterType: TypeSpec = {
  name: 'filter',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  doc: 'Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.',
  slots: {
    tp_dealloc: (m, self) => {
      const { func, iterator } = self.data as FilterData;
      gcUntrack(m, self);
      decref(m, func);
      decref(m, iterator);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const { func, iterator } = self.data as FilterData;
      visit(func, 'function', -1);
      visit(iterator, 'iterator', -1);
    },
    tp_iter: selfIter,
    tp_iternext: filterNext,
    tp_new: filterNew,
  },
  methods: [
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling.',
      fn: (m, self) => {
        const { func, iterator } = self.data as FilterData;
        return newTuple(m, [incref(self.ob_type), newTuple(m, [incref(func), incref(iterator)])]);
      },
    },
  ],
};
