// list.sort: key function, choice of the comparison, guard against changes during the sort (CPython Objects/listobject.c: list_sort_impl).
import type { Machine } from '../machine.ts';
import { isTrue, richCompareBool } from './abstract.ts';
import { switchArgument } from './size-argument.ts';
import { parseArgs } from './arguments.ts';
import { callOne } from './call.ts';
import type { ListData } from './list.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { valueError } from './raise.ts';
import type { StrData } from './str.ts';
import { timsort } from './timsort.ts';
import { EQ, LT } from './type.ts';
import type { PyType } from './type.ts';

/** MERGESTATE_TEMP_SIZE: scratch pointers on the C stack. */
const STACK_ITEMS = 256;

type Less = (a: PyObject, b: PyObject) => boolean;

/** `list.sort(*, key=None, reverse=False)`. */
export function listSort(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [key, reverse] = parseArgs(m, { name: 'sort', params: ['key', 'reverse'], positional: 0 }, args, kwnames);
  const descending = reverse !== null && reverse !== undefined && switchArgument(m, reverse);
  sortList(m, self, key === null || key === undefined || key === m.None ? null : key, descending);
  return incref(m.None);
}

/** Sorts a list in place (PyList_Sort with key and reverse); the list looks empty meanwhile. */
export function sortList(m: Machine, self: PyObject, keyFunction: PyObject | null = null, descending = false): void {
  const data = self.data as ListData;
  const { items, block, allocated } = data;
  data.items = [];
  data.block = 0;
  data.allocated = -1;
  const count = items.length;
  const keysBlock = keyFunction !== null && count >= STACK_ITEMS / 2 ? m.memory.alloc(count * 8) : 0;
  let keys: PyObject[] | null = null;
  try {
    if (keyFunction !== null) keys = computeKeys(m, items, keyFunction);
    sortItems(m, keys ?? items, keys === null ? null : items, descending);
  } catch (error) {
    giveBack(m, data, items, block, allocated, keys, keysBlock, false);
    throw error;
  }
  giveBack(m, data, items, block, allocated, keys, keysBlock, true);
}

function computeKeys(m: Machine, items: readonly PyObject[], keyFunction: PyObject): PyObject[] {
  const keys: PyObject[] = [];
  try {
    for (let i = 0; i < items.length; i++) keys.push(callOne(m, keyFunction, items[i] as PyObject));
  } catch (error) {
    for (let i = keys.length - 1; i >= 0; i--) decref(m, keys[i] as PyObject);
    throw error;
  }
  return keys;
}

function sortItems(m: Machine, keys: PyObject[], values: PyObject[] | null, descending: boolean): void {
  const less = chooseComparison(m, keys);
  if (keys.length < 2) return;
  if (descending) {
    keys.reverse();
    if (values !== null) values.reverse();
  }
  const scratch = new Scratch(m, values !== null);
  try {
    timsort({ keys, values, less, charge: (n) => m.chargeWork(n), equalsInDescendingRuns: m.profile.sortEqualRuns, reserve: (n) => scratch.reserve(n) });
  } finally {
    if (descending) {
      keys.reverse();
      if (values !== null) values.reverse();
    }
    scratch.free();
  }
}

/** Restores the list; what the program put into it meanwhile is dropped, and reported if nothing else went wrong. */
function giveBack(
  m: Machine, data: ListData, items: PyObject[], block: number, allocated: number, keys: PyObject[] | null, keysBlock: number, succeeded: boolean,
): void {
  if (keys !== null) for (let i = 0; i < keys.length; i++) decref(m, keys[i] as PyObject);
  if (keysBlock !== 0) m.memory.free(keysBlock);
  const modified = data.allocated !== -1;
  const { items: strays, block: strayBlock } = data;
  data.items = items;
  data.block = block;
  data.allocated = allocated;
  for (let i = strays.length - 1; i >= 0; i--) decref(m, strays[i] as PyObject);
  if (strayBlock !== 0) m.memory.free(strayBlock);
  if (modified && succeeded) throw valueError(m, 'list modified during sort');
}

/** The merge's scratch memory (merge_getmem, merge_freemem). */
class Scratch {
  private readonly m: Machine;
  private readonly perItem: number;
  private capacity: number;
  private block = 0;

  constructor(m: Machine, withValues: boolean) {
    this.m = m;
    this.perItem = withValues ? 2 : 1;
    this.capacity = STACK_ITEMS / this.perItem;
  }

  reserve(items: number): void {
    if (items <= this.capacity) return;
    this.free();
    this.block = this.m.memory.alloc(items * this.perItem * 8);
    this.capacity = items;
  }

  free(): void {
    if (this.block !== 0) this.m.memory.free(this.block);
    this.block = 0;
  }
}

/** The pre-sort check: homogeneous keys are compared without looking up `__lt__` again; null: by their payloads (unsafe_long_compare, unsafe_float_compare). */
function chooseComparison(m: Machine, keys: readonly PyObject[]): Less | null {
  if (keys.length < 2) return () => false;
  const first = keys[0] as PyObject;
  const inTuples = first.ob_type === m.types.tuple && (first.data as PyObject[]).length > 0;
  const keyType = inTuples ? ((first.data as PyObject[])[0] as PyObject).ob_type : first.ob_type;
  let allTuples = inTuples, sameType = true, latin = true;
  for (let i = 0; i < keys.length; i++) {
    const outer = keys[i] as PyObject;
    if (allTuples && !(outer.ob_type === m.types.tuple && (outer.data as PyObject[]).length > 0)) {
      allTuples = false;
      sameType = false;
      break;
    }
    const key = allTuples ? ((outer.data as PyObject[])[0] as PyObject) : outer;
    if (key.ob_type !== keyType) {
      sameType = false;
      if (!allTuples) break;
    }
    if (sameType && latin && keyType === m.types.str) latin = (key.data as StrData).kind === 1;
  }
  if (!allTuples && sameType && (keyType === m.types.int || keyType === m.types.float)) return null;
  const compare = sameType ? homogeneous(m, keyType, latin) : safeCompare(m);
  if (!allTuples) return compare;
  return tupleCompare(m, keyType === m.types.tuple ? safeCompare(m) : compare);
}

function safeCompare(m: Machine): Less {
  return (a, b) => {
    m.chargeWork(1);
    return richCompareBool(m, a, b, LT);
  };
}

function homogeneous(m: Machine, type: PyType, latin: boolean): Less {
  if (type === m.types.str && latin) {
    return (a, b) => {
      m.chargeWork(1);
      return (a.data as StrData).value < (b.data as StrData).value;
    };
  }
  if (type === m.types.int) {
    return (a, b) => {
      m.chargeWork(1);
      return (a.data as number | bigint) < (b.data as number | bigint);
    };
  }
  if (type === m.types.float) {
    return (a, b) => {
      m.chargeWork(1);
      return (a.data as number) < (b.data as number);
    };
  }
  return objectCompare(m, type);
}

/** unsafe_object_compare: straight to the type's tp_richcompare. */
function objectCompare(m: Machine, type: PyType): Less {
  const slot = type.tp_richcompare;
  if (slot === null) return safeCompare(m);
  return (a, b) => {
    m.chargeWork(1);
    if (a.ob_type.tp_richcompare !== slot) return richCompareBool(m, a, b, LT);
    const result = slot(m, a, b, LT);
    if (result === m.NotImplemented) {
      decref(m, result);
      return richCompareBool(m, a, b, LT);
    }
    try {
      return result === m.True || (result !== m.False && isTrue(m, result));
    } finally {
      decref(m, result);
    }
  };
}

/** unsafe_tuple_compare: only the first items are known to be homogeneous. */
function tupleCompare(m: Machine, compareFirst: Less): Less {
  return (a, b) => {
    m.chargeWork(1);
    const left = a.data as PyObject[], right = b.data as PyObject[];
    const common = Math.min(left.length, right.length);
    let i = 0;
    while (i < common && richCompareBool(m, left[i] as PyObject, right[i] as PyObject, EQ)) i++;
    if (i >= common) return left.length < right.length;
    if (i === 0) return compareFirst(left[0] as PyObject, right[0] as PyObject);
    return richCompareBool(m, left[i] as PyObject, right[i] as PyObject, LT);
  };
}

