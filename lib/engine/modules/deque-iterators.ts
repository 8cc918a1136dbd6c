// The iterators of deque (CPython 3.13 Modules/_collectionsmodule.c: dequeiter_next, dequereviter_next).
import type { Machine } from '../machine.ts';
import { allocObject, freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { newInt, newSizeInt } from '../objects/int.ts';
import { selfIter } from '../objects/iterators.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { runtimeError, typeError } from '../objects/raise.ts';
import { sizeArgument } from '../objects/size-argument.ts';
import { newTuple, tupleItems } from '../objects/tuple.ts';
import { TypeFlag, since } from '../objects/type.ts';
import type { TypeSpec } from '../objects/type.ts';
import { dataOf, isDeque } from './deque.ts';
import type { DequeIterData } from './deque.ts';

export function newDequeIterator(m: Machine, deque: PyObject, reverseOrder: boolean): PyObject {
  const d = dataOf(deque);
  const data: DequeIterData = { deque: incref(deque), index: reverseOrder ? d.size - 1 : 0, left: d.size, state: d.state, step: reverseOrder ? -1 : 1 };
  const it = allocObject(m, lazyType(m, reverseOrder ? dequeReverseIteratorType : dequeIteratorType), data);
  gcTrack(m, it);
  return it;
}

function iterStep(m: Machine, self: PyObject): PyObject | null {
  const data = self.data as DequeIterData;
  const d = dataOf(data.deque);
  if (d.state !== data.state) {
    data.left = 0;
    throw runtimeError(m, 'deque mutated during iteration');
  }
  if (data.left === 0) return null;
  const value = incref(d.at(data.index));
  data.index += data.step;
  data.left--;
  return value;
}

/** dequeiter_new and dequereviter_new: over `deque`, without the first `index` items. */
function iterNew(m: Machine, args: readonly PyObject[], kwnames: PyObject | null, isReverse: boolean): PyObject {
  const given = kwnames === null ? args : args.slice(0, args.length - tupleItems(kwnames).length);
  const [deque, skipped] = given;
  if (deque === undefined || given.length > 2) throw typeError(m, `function takes at ${deque === undefined ? 'least 1 argument' : 'most 2 arguments'} (${given.length} given)`);
  if (!isDeque(m, deque)) throw typeError(m, `argument 1 must be collections.deque, not ${deque === m.None ? 'None' : deque.ob_type.tp_name}`);
  const count = skipped === undefined ? 0 : sizeArgument(m, skipped);
  const it = newDequeIterator(m, deque, isReverse);
  const data = it.data as DequeIterData;
  const passed = Math.max(0, Math.min(count, data.left));
  data.index += data.step * passed;
  data.left -= passed;
  return it;
}

function dequeIterator(name: string, isReverse: boolean): TypeSpec {
  return {
    name: `collections.${name}`,
    nameIn: (profile) => `${since(12)(profile) ? '' : '_'}collections.${name}`,
    basicsize: 56,
    flags: TypeFlag.HAVE_GC,
    slots: {
      tp_dealloc: (m, self) => {
        gcUntrack(m, self);
        decref(m, (self.data as DequeIterData).deque);
        freeObject(m, self);
      },
      tp_traverse: (_m, self, visit) => visit((self.data as DequeIterData).deque, 'deque', -1),
      tp_iter: selfIter,
      tp_iternext: iterStep,
      tp_new: (m, _type, args, kwnames) => iterNew(m, args, kwnames, isReverse),
    },
    methods: [
      { name: '__length_hint__', kind: 'noargs', fn: (m, self) => newSizeInt(m, (self.data as DequeIterData).left), doc: 'Private method returning an estimate of len(list(it)).' },
      {
        name: '__reduce__', kind: 'noargs', doc: 'Return state information for pickling.',
        fn: (m, self) => {
          const data = self.data as DequeIterData;
          const d = dataOf(data.deque);
          return newTuple(m, [incref(self.ob_type), newTuple(m, [incref(data.deque), newInt(m, d.size - data.left)])]);
        },
      },
    ],
  };
}

/** _collections._deque_iterator and its reverse. */
export const dequeIteratorType = dequeIterator('_deque_iterator', false);
export const dequeReverseIteratorType = dequeIterator('_deque_reverse_iterator', true);
