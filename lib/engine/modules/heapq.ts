// _heapq: heaps on lists (CPython Modules/_heapqmodule.c). Same comparisons in the same order; a heap that a comparison changes is a RuntimeError.
import type { Machine } from '../machine.ts';
import { richCompareBool } from '../objects/abstract.ts';
import { callMethod } from '../objects/call.ts';
import { isList, listAppend, listItems } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { intern } from '../objects/names.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { indexError, runtimeError, typeError } from '../objects/raise.ts';
import { LT } from '../objects/type.ts';
import type { NativeSpec } from '../objects/type.ts';

/** Orders two items: for a max-heap the operands are exchanged. */
type Less = (m: Machine, a: PyObject, b: PyObject) => boolean;

function less(m: Machine, a: PyObject, b: PyObject): boolean {
  m.chargeWork(1);
  incref(a);
  incref(b);
  try {
    return richCompareBool(m, a, b, LT);
  } finally {
    decref(m, a);
    decref(m, b);
  }
}

const greater: Less = (m, a, b) => less(m, b, a);

function checked(m: Machine, items: PyObject[], size: number): void {
  if (items.length !== size) throw runtimeError(m, 'list changed size during iteration');
}

/** siftdown: moves the item at `position` towards the root until it fits. */
function siftDown(m: Machine, heap: PyObject, start: number, from: number, before: Less): void {
  const items = listItems(heap);
  const size = items.length;
  if (from >= size) throw indexError(m, 'index out of range');
  let position = from;
  while (position > start) {
    const parent = (position - 1) >> 1;
    const smaller = before(m, items[position] as PyObject, items[parent] as PyObject);
    checked(m, listItems(heap), size);
    if (!smaller) return;
    swap(items, position, parent);
    position = parent;
  }
}

/** siftup: bubbles the smaller child up until a leaf is hit, then moves the item down to its place. */
function siftUp(m: Machine, heap: PyObject, from: number, before: Less): void {
  const items = listItems(heap);
  const size = items.length;
  if (from >= size) throw indexError(m, 'index out of range');
  const limit = size >> 1;
  let position = from;
  while (position < limit) {
    let child = 2 * position + 1;
    if (child + 1 < size) {
      const leftFirst = before(m, items[child] as PyObject, items[child + 1] as PyObject);
      checked(m, listItems(heap), size);
      if (!leftFirst) child++;
    }
    swap(items, position, child);
    position = child;
  }
  siftDown(m, heap, from, position, before);
}

function swap(items: PyObject[], i: number, j: number): void {
  const kept = items[i] as PyObject;
  items[i] = items[j] as PyObject;
  items[j] = kept;
}

function heapArgument(m: Machine, o: PyObject | undefined, name: string): PyObject {
  if (o === undefined || !isList(o)) throw typeError(m, `${name}() argument${name.startsWith('heapify') || name.startsWith('heappop') ? '' : ' 1'} must be list, not ${o === undefined || o === m.None ? 'None' : o.ob_type.tp_name}`);
  return o;
}

function push(m: Machine, heap: PyObject, item: PyObject, before: Less): void {
  listAppend(m, heap, item);
  siftDown(m, heap, 0, listItems(heap).length - 1, before);
}

function pop(m: Machine, heap: PyObject, before: Less): PyObject {
  if (listItems(heap).length === 0) throw indexError(m, 'index out of range');
  const last = callMethod(m, heap, intern(m, 'pop'), []);
  const items = listItems(heap);
  if (items.length === 0) return last;
  const top = items[0] as PyObject;
  items[0] = last;
  try {
    siftUp(m, heap, 0, before);
  } catch (error) {
    decref(m, top);
    throw error;
  }
  return top;
}

function replace(m: Machine, heap: PyObject, item: PyObject, before: Less): PyObject {
  const items = listItems(heap);
  if (items.length === 0) throw indexError(m, 'index out of range');
  const top = items[0] as PyObject;
  items[0] = incref(item);
  try {
    siftUp(m, heap, 0, before);
  } catch (error) {
    decref(m, top);
    throw error;
  }
  return top;
}

function pushpop(m: Machine, heap: PyObject, item: PyObject, before: Less): PyObject {
  const items = listItems(heap);
  if (items.length === 0) return incref(item);
  const smaller = before(m, items[0] as PyObject, item);
  if (listItems(heap).length === 0) throw indexError(m, 'index out of range');
  if (!smaller) return incref(item);
  return replace(m, heap, item, before);
}

/** heapify_internal; large heaps are processed in CPython's cache-friendly order. */
function heapify(m: Machine, heap: PyObject, before: Less): void {
  const n = listItems(heap).length;
  if (n > 2500) return cacheFriendlyHeapify(m, heap, n, before);
  for (let i = (n >> 1) - 1; i >= 0; i--) siftUp(m, heap, i, before);
}

function cacheFriendlyHeapify(m: Machine, heap: PyObject, n: number, before: Less): void {
  const withLeftSpine = (from: number): void => {
    for (let j = from; ; j = (j - 1) >> 1) {
      siftUp(m, heap, j, before);
      if ((j & 1) === 0) return;
    }
  };
  const middle = n >> 1;
  const quarter = middle >> 1;
  const leftmost = keepTopBit(middle + 1) - 1;
  for (let i = leftmost - 1; i >= quarter; i--) withLeftSpine(i);
  for (let i = middle - 1; i >= leftmost; i--) withLeftSpine(i);
}

/** keep_top_bit. */
function keepTopBit(n: number): number {
  return n === 0 ? 0 : 2 ** (31 - Math.clz32(n));
}

function functionsFor(suffix: string, before: Less): readonly NativeSpec[] {
  const two = (name: string, doc: string, work: (m: Machine, heap: PyObject, item: PyObject) => PyObject): NativeSpec => ({
    name: name + suffix, kind: 'fast', min: 2, max: 2, doc,
    fn: (m, _self, args) => work(m, heapArgument(m, args[0], name + suffix), args[1] as PyObject),
  });
  return [
    two('heappush', 'Push item onto heap, maintaining the heap invariant.', (m, heap, item) => {
      push(m, heap, item, before);
      return incref(m.None);
    }),
    two('heappushpop', 'Push item on the heap, then pop and return the smallest item from the heap.\n\nThe combined action runs more efficiently than heappush() followed by\na separate call to heappop().', (m, heap, item) => pushpop(m, heap, item, before)),
    two('heapreplace', 'Pop and return the current smallest value, and add the new item.', (m, heap, item) => replace(m, heap, item, before)),
    { name: 'heappop' + suffix, kind: 'o', doc: 'Pop the smallest item off the heap, maintaining the heap invariant.', fn: (m, _self, heap) => pop(m, heapArgument(m, heap, 'heappop' + suffix), before) },
    {
      name: 'heapify' + suffix, kind: 'o', doc: 'Transform list into a heap, in-place, in O(len(heap)) time.',
      fn: (m, _self, heap) => {
        heapify(m, heapArgument(m, heap, 'heapify' + suffix), before);
        return incref(m.None);
      },
    },
  ];
}

/** Makes the module. */
export function heapqModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_heapq',
    doc: 'Heap queue algorithm (a.k.a. priority queue).',
    functions: [...functionsFor('', less), ...functionsFor('_max', greater)],
  });
}
