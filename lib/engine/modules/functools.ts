// _functools: reduce, cmp_to_key, partial and the lru_cache wrapper (CPython Modules/_functoolsmodule.c).
import type { Machine } from '../machine.ts';
import { getIter, iterNext, richCompare } from '../objects/abstract.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { withHeldArguments } from '../objects/argument-tuple.ts';
import { parseArgs } from '../objects/arguments.ts';
import { call } from '../objects/call.ts';
import { newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { PyRaise } from '../errors.ts';
import { dropRaise, matches, typeError } from '../objects/raise.ts';
import { TypeFlag, since, until } from '../objects/type.ts';
import type { TypeSpec } from '../objects/type.ts';
import { newTuple, tupleItems } from '../objects/tuple.ts';
import { linkType, lruCacheType } from './lru-cache.ts';
import { partialTypeOf, placeholderOf, placeholderType } from './functools-partial.ts';

const REDUCE_DOC = 'Apply a function of two arguments cumulatively to the items of an iterable, from left to right.\n\nThis effectively reduces the iterable to a single value.  If initial is present,\nit is placed before the items of the iterable in the calculation, and serves as\na default when the iterable is empty.\n\nFor example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])\ncalculates ((((1 + 2) + 3) + 4) + 5).';

/** Makes the module. */
export function functoolsModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_functools',
    doc: 'Tools that operate on functions.',
    functions: [
      { name: 'reduce', kind: 'fast', min: 2, max: 3, fn: reduce, inVersion: until(14), doc: REDUCE_DOC },
      { name: 'reduce', kind: 'fastkw', fn: reduceByKeyword, inVersion: since(14), sig: '($module, function, iterable, /, initial=<functools._initial_missing>)', doc: REDUCE_DOC },
      { name: 'cmp_to_key', kind: 'fastkw', fn: cmpToKey, doc: 'Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects.' },
    ],
    attributes: (): (readonly [string, PyObject])[] => [
      ['partial', incref(partialTypeOf(m))],
      ...(m.profile.partialPlaceholders ? [['Placeholder', incref(placeholderOf(m))], ['_PlaceholderType', incref(lazyType(m, placeholderType))]] as const : []),
      ['_lru_cache_wrapper', incref(lazyType(m, lruCacheType))],
      ['_lru_list_elem', incref(lazyType(m, linkType))],
    ],
  });
}

/** reduce(function, iterable, /, initial) of 3.14. */
function reduceByKeyword(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const given = parseArgs(m, { name: 'reduce', params: ['', '', 'initial'], required: 2 }, args, kwnames);
  return reduce(m, self, given.filter((o) => o !== null));
}

function reduce(m: Machine, _self: PyObject, args: readonly PyObject[]): PyObject {
  const func = args[0] as PyObject;
  const iterator = reduceIterator(m, args[1] as PyObject);
  let result: PyObject | null = args[2] === undefined ? null : incref(args[2]);
  try {
    for (;;) {
      const item = iterNext(m, iterator);
      if (item === null) break;
      m.chargeWork(1);
      if (result === null) {
        result = item;
        continue;
      }
      const total: PyObject = result;
      result = null;
      const pair = newTuple(m, [total, item]);
      try {
        m.heldArguments = tupleItems(pair);
        result = call(m, func, m.heldArguments);
      } finally {
        decref(m, pair);
      }
    }
  } catch (error) {
    if (result !== null) decref(m, result);
    throw error;
  } finally {
    decref(m, iterator);
  }
  if (result === null) throw typeError(m, 'reduce() of empty iterable with no initial value');
  return result;
}

function reduceIterator(m: Machine, iterable: PyObject): PyObject {
  try {
    return getIter(m, iterable);
  } catch (error) {
    if (!(error instanceof PyRaise) || !matches(error, m.types.TypeError)) throw error;
    dropRaise(m, error);
    throw typeError(m, 'reduce() arg 2 must support iteration');
  }
}

interface KeyData {
  readonly compare: PyObject;
  object: PyObject | null;
}

function newKey(m: Machine, compare: PyObject, object: PyObject | null): PyObject {
  const data: KeyData = { compare: incref(compare), object: object === null ? null : incref(object) };
  const key = allocObject(m, lazyType(m, keyWrapperType), data);
  gcTrack(m, key);
  return key;
}

function cmpToKey(m: Machine, _self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [compare] = parseArgs(m, { name: 'cmp_to_key', params: ['mycmp'], required: 1 }, args, kwnames);
  return newKey(m, compare as PyObject, null);
}

/** functools.KeyWrapper: what cmp_to_key makes. */
const keyWrapperType: TypeSpec = {
  name: 'functools.KeyWrapper',
  basicsize: 32,
  flags: TypeFlag.HAVE_GC | TypeFlag.DISALLOW_INSTANTIATION,
  unhashable: () => true,
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      const data = self.data as KeyData;
      decref(m, data.compare);
      if (data.object !== null) decref(m, data.object);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => {
      const data = self.data as KeyData;
      visit(data.compare, 'cmp', -1);
      if (data.object !== null) visit(data.object, 'obj', -1);
    },
    tp_call: (m, self, args, kwnames) => {
      const [object] = parseArgs(m, { name: 'K', params: ['obj'], required: 1 }, args, kwnames);
      return withHeldArguments(m, args, kwnames, () => newKey(m, (self.data as KeyData).compare, object as PyObject));
    },
    tp_richcompare: (m, a, b, op) => {
      if (a.ob_type !== b.ob_type) throw typeError(m, 'other argument must be K instance');
      const left = a.data as KeyData, right = b.data as KeyData;
      const answer = call(m, left.compare, [left.object ?? m.None, right.object ?? m.None]);
      const zero = newInt(m, 0);
      try {
        return richCompare(m, answer, zero, op);
      } finally {
        decref(m, answer);
        decref(m, zero);
      }
    },
  },
  getset: [
    {
      name: 'obj', kind: 'member', doc: 'Value wrapped by a key function.',
      get: (m, self) => incref((self.data as KeyData).object ?? m.None),
      set: (m, self, value) => {
        const data = self.data as KeyData;
        const old = data.object;
        data.object = value === null ? null : incref(value);
        if (old !== null) decref(m, old);
      },
    },
  ],
};
