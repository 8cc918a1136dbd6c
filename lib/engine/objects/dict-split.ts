// Dicts over the values of an instance, on shared keys (CPython 3.13 Objects/dictobject.c: new_dict_with_shared_keys,
// insert_split_value, _PyDict_DetachFromObject).
import type { Machine } from '../machine.ts';
import { gcTrack } from './alloc.ts';
import type { DictKeys } from './dict-keys.ts';
import { newDictOnKeys, trackFor } from './dict.ts';
import type { DictData, PyDict } from './dict.ts';
import { decref } from './object.ts';
import type { InstanceAttrs, PyObject } from './object.ts';
import { mayBeTracked } from './tracking.ts';

/** A dict over an instance's values: embedded in `owner`, or (owner null) taking over values in a block of their own. Gains a share of the keys. */
export function newSplitDict(m: Machine, keys: DictKeys, values: (PyObject | null)[], order: number[] | null, owner: PyObject | null, valuesBlock = 0): PyDict {
  const dict = newDictOnKeys(m, keys);
  const data = dict.data;
  keys.refs++;
  data.values = values;
  data.order = order;
  data.owner = owner;
  data.valuesBlock = valuesBlock;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as PyObject | null;
    if (value === null) continue;
    data.used++;
    if (dict.gc_next === null && mayBeTracked(m, value)) gcTrack(m, dict);
  }
  return dict;
}

/** insert_split_value: steals the key (given up) and the value. */
export function storeSplit(m: Machine, d: PyObject, data: DictData, key: PyObject, ix: number, value: PyObject): void {
  const values = data.values as (PyObject | null)[];
  trackFor(m, d, key, value);
  const old = values[ix] ?? null;
  if (old === null) {
    const order = recordSplitInsert(values, data.order, ix);
    if (order !== data.order) {
      data.order = order;
      if (data.owner !== null && data.owner.attrs !== null) data.owner.attrs.order = order;
    }
    data.used++;
    data.keysVersion++;
  }
  while (values.length < ix) values.push(null);
  values[ix] = value;
  if (old !== null) decref(m, old);
  decref(m, key);
}

/** Insertion order after index `ix` (empty so far) is filled: the list to keep from now on (the same one, or a new one when order leaves index order). */
export function recordSplitInsert(values: readonly (PyObject | null)[], order: number[] | null, ix: number): number[] | null {
  if (order === null) {
    let last = values.length - 1;
    while (last >= 0 && values[last] === null) last--;
    if (last < ix) return null;
    order = [];
    for (let i = 0; i <= last; i++) if (values[i] !== null) order.push(i);
  }
  order.push(ix);
  return order;
}

/** The dict no longer uses split values: the instance's inline values become invalid, or the block is freed. References have moved. */
export function dropSplitValues(m: Machine, data: DictData): void {
  const attrs = data.owner === null ? null : data.owner.attrs;
  if (attrs !== null) invalidateInline(attrs);
  data.values = null;
  data.order = null;
  data.owner = null;
  if (data.valuesBlock !== 0) {
    m.memory.free(data.valuesBlock);
    data.valuesBlock = 0;
  }
}

function invalidateInline(attrs: InstanceAttrs): void {
  attrs.values = null;
  attrs.order = null;
}

/** sizeof a values array of its own with room for `capacity` (new_values). */
export function valuesBytes(m: Machine, capacity: number): number {
  if (m.profile.inlineValues) return (capacity + 1) * 8 + Math.ceil(capacity / 8) * 8;
  return Math.ceil((capacity + 2) / 8) * 8 + capacity * 8;
}

/** _PyDict_DetachFromObject: the instance goes away (or loses its `__dict__`), the dict keeps the values in a block of its own. */
export function dictDetach(m: Machine, d: PyObject, capacity = 0): void {
  const data = d.data as DictData;
  const owner = data.owner;
  if (owner === null || data.values === null) return;
  data.valuesBlock = m.memory.alloc(valuesBytes(m, Math.max(capacity, sharedCapacity(data.keys))));
  data.owner = null;
  if (owner.attrs !== null) invalidateInline(owner.attrs);
}

/** shared_keys_usable_size: values that an instance made now would have room for. */
export function sharedCapacity(keys: DictKeys): number {
  return keys.count + keys.usable;
}
