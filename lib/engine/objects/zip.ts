// zip (CPython Python/bltinmodule.c: zipobject). One result tuple is handed out again and again while nobody else holds it: its id repeats.
import type { Machine } from '../machine.ts';
import { getIter, isTrue, iterNext } from './abstract.ts';
import { freeObject, gcTrack, gcUntrack } from './alloc.ts';
import { parseArgs } from './arguments.ts';
import { genericAlloc } from './instance.ts';
import { selfIter } from './iterators.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { valueError } from './raise.ts';
import { newTuple, tupleItems, tupleOfNones } from './tuple.ts';
import { TypeFlag } from './type.ts';
import type { PyType, TypeSpec } from './type.ts';

/** zipobject: two owned tuples. */
export interface ZipData {
  readonly iterators: PyObject;
  readonly result: PyObject;
  strict: boolean;
}

function zipNew(m: Machine, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  let strict = false;
  let given = args.length;
  if (kwnames !== null) {
    const names = tupleItems(kwnames);
    given -= names.length;
    const option = parseArgs(m, { name: 'zip', params: ['strict'], positional: 0 }, args.slice(given), kwnames)[0];
    strict = option !== null && option !== undefined && isTrue(m, option);
  }
  const iterators: PyObject[] = [];
  try {
    for (let i = 0; i < given; i++) iterators.push(getIter(m, args[i] as PyObject));
  } catch (error) {
    for (const it of iterators) decref(m, it);
    throw error;
  }
  const held = newTuple(m, iterators);
  const data: ZipData = { iterators: held, result: tupleOfNones(m, given), strict };
  return genericAlloc(m, type, data);
}

function zipNext(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as ZipData;
  const iterators = data.iterators.data as PyObject[];
  const count = iterators.length;
  if (count === 0) return null;
  const isFree = data.result.ob_refcnt === 1;
  const result = isFree ? incref(data.result) : tupleOfNones(m, count);
  const items = result.data as PyObject[];
  for (let i = 0; i < count; i++) {
    let item: PyObject | null;
    try {
      item = iterNext(m, iterators[i] as PyObject);
    } catch (error) {
      decref(m, result);
      throw error;
    }
    if (item === null) {
      decref(m, result);
      return data.strict ? checkLengths(m, iterators, i) : null;
    }
    const old = items[i] as PyObject;
    items[i] = item;
    decref(m, old);
  }
  if (result.gc_next === null) gcTrack(m, result);
  return result;
}

/** strict=True: iterator `ended` is exhausted; all others must be too. */
function checkLengths(m: Machine, iterators: readonly PyObject[], ended: number): null {
  const others = (i: number): string => (i === 1 ? ' 1' : `s 1-${i}`);
  if (ended > 0) throw valueError(m, `zip() argument ${ended + 1} is shorter than argument${others(ended)}`);
  for (let i = 1; i < iterators.length; i++) {
    const extra = iterNext(m, iterators[i] as PyObject);
    if (extra === null) continue;
    decref(m, extra);
    throw valueError(m, `zip() argument ${i + 1} is longer than argument${others(i)}`);
  }
  return null;
}

/** The type zip. */
export const zipType: TypeSpec = {
  name: 'zip',
  basicsize: 48,
  flags: TypeFlag.HAVE_GC | TypeFlag.BASETYPE,
  doc: "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
  slots: {
    tp_dealloc: (m, self) => {
      const data = self.data as ZipData;
      gcUntrack(m, self);
      decref(m, data.iterators);
      decref(m, data.result);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const data = self.data as ZipData;
      visit(data.iterators, 'iterators', -1);
      visit(data.result, 'result', -1);
    },
    tp_iter: selfIter,
    tp_iternext: zipNext,
    tp_new: zipNew,
  },
  methods: [
    {
      name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling.',
      fn: (m, self) => {
        const data = self.data as ZipData;
        const parts: PyObject[] = [incref(self.ob_type), incref(data.iterators)];
        if (data.strict) parts.push(incref(m.True));
        return newTuple(m, parts);
      },
    },
    {
      name: '__setstate__', kind: 'o', doc: 'Set state information for unpickling.',
      fn: (m, self, state) => {
        (self.data as ZipData).strict = isTrue(m, state);
        return incref(m.None);
      },
    },
  ],
};
