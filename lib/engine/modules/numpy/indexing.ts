// Indexing: basic, fancy and by masks (numpy 1.24 numpy/core/src/multiarray/mapping.c).
import type { Machine } from '../../machine.ts';
import { index as toIndex } from '../../objects/abstract.ts';
import { asIndexNumber, isInt } from '../../objects/int.ts';
import { isList, listItems } from '../../objects/list.ts';
import { type PyObject, decref } from '../../objects/object.ts';
import { indexError, raise, valueError } from '../../objects/raise.ts';
import { isSlice, sliceIndices } from '../../objects/slice.ts';
import { isTuple, tupleItems } from '../../objects/tuple.ts';
import { INT64, type Value, cast, load, store } from './dtype.ts';
import { type NdData, broadcastShapes, broadcastTo, fromValues, shapeText } from './storage.ts';
import { arrayData, isArray, newArray, newView, toArray, assign } from './arrays.ts';
import { newScalar } from './scalars.ts';

/** What an index selects: a window, or a list of bytes with a shape (fancy indexing copies). */
type Selection = { readonly window: NdData } | { readonly offsets: number[]; readonly shape: number[] };

function select(m: Machine, nd: NdData, key: PyObject): Selection {
  const keys = isTuple(key) ? [...tupleItems(key)] : [key];
  const isNewAxis = (o: PyObject): boolean => o === m.None;
  const fancy = keys.map((k) => fancyKey(m, k));
  const used = keys.reduce((count, k, i) => count + (isNewAxis(k) || k === m.Ellipsis ? 0 : fancy[i]?.isMask === true ? (fancy[i]?.nd.shape.length ?? 1) : 1), 0);
  if (used > nd.shape.length) throw indexError(m, `too many indices for array: array is ${nd.shape.length}-dimensional, but ${used} were indexed`);
  const at = keys.indexOf(m.Ellipsis);
  const whole = new Array<null>(nd.shape.length - used).fill(null);
  const expanded: (PyObject | null)[] = at < 0 ? [...keys, ...whole] : [...keys.slice(0, at), ...whole, ...keys.slice(at + 1)];
  if (fancy.some((f) => f !== null)) return selectFancy(m, nd, expanded);
  const shape: number[] = [];
  const strides: number[] = [];
  let offset = nd.offset;
  let axis = 0;
  for (const k of expanded) {
    if (k !== null && isNewAxis(k)) {
      shape.push(1);
      strides.push(0);
      continue;
    }
    const length = nd.shape[axis] ?? 0;
    const stride = nd.strides[axis] ?? 0;
    if (k === null) {
      shape.push(length);
      strides.push(stride);
    } else if (isSlice(m, k)) {
      const { start, step, count } = sliceCount(m, k, length);
      offset += count > 0 ? start * stride : 0;
      shape.push(count);
      strides.push(stride * step);
    } else offset += integerIndex(m, k, length, axis) * stride;
    axis++;
  }
  return { window: nd.window(shape, strides, offset) };
}

function sliceCount(m: Machine, k: PyObject, length: number): { start: number; step: number; count: number } {
  const range = sliceIndices(m, k as never, length) as { readonly start: number; readonly step: number; readonly count: number };
  return range;
}

/** An index of an axis, negative ones counted from its end. */
export function integerIndex(m: Machine, k: PyObject, length: number, axis: number): number {
  if (k.ob_type.nb_index === null || k === m.True || k === m.False) {
    throw indexError(m, 'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices');
  }
  const exact = toIndex(m, k);
  const wanted = asIndexNumber(exact);
  decref(m, exact);
  const i = wanted < 0 ? wanted + length : wanted;
  if (i < 0 || i >= length) throw indexError(m, `index ${wanted} is out of bounds for axis ${axis} with size ${length}`);
  return i;
}

function fancyKey(m: Machine, k: PyObject): { readonly nd: NdData; readonly isMask: boolean } | null {
  if (!isArray(m, k) && !isList(k)) return null;
  if (isArray(m, k) && arrayData(k).shape.length === 0 && arrayData(k).dtype.kind !== 'b') return null;
  const nd = isList(k) && listItems(k).length === 0 ? fromValues(INT64, [0], []) : toArray(m, k, null);
  if (nd.dtype.kind === 'f') throw indexError(m, 'arrays used as indices must be of integer (or boolean) type');
  return { nd, isMask: nd.dtype.kind === 'b' };
}

/** Integer and boolean arrays in the key: broadcast together, in the place of the first one. */
function selectFancy(m: Machine, nd: NdData, keys: readonly (PyObject | null)[]): Selection {
  const plan: ({ readonly list: NdData; readonly axis: number } | { readonly from: number[]; readonly axis: number })[] = [];
  let axis = 0;
  for (const k of keys) {
    const fancy = k === null ? null : fancyKey(m, k);
    if (fancy !== null && fancy.isMask) {
      const dims = nd.shape.slice(axis, axis + fancy.nd.shape.length);
      dims.forEach((length, i) => {
        if (length !== fancy.nd.shape[i]) throw indexError(m, `boolean index did not match indexed array along dimension ${axis + i}; dimension is ${length} but corresponding boolean dimension is ${fancy.nd.shape[i] ?? 0}`);
      });
      const hits = trueIndices(fancy.nd);
      hits.forEach((list, i) => plan.push({ list: fromValues(INT64, [list.length], list.map(BigInt)), axis: axis + i }));
      axis += dims.length;
    } else if (fancy !== null) plan.push({ list: fancy.nd, axis: axis++ });
    else if (k === null) plan.push({ from: range(nd.shape[axis] ?? 0), axis: axis++ });
    else if (isSlice(m, k)) {
      const { start, step, count } = sliceCount(m, k, nd.shape[axis] ?? 0);
      plan.push({ from: range(count).map((i) => start + i * step), axis: axis++ });
    } else if (k === m.None) throw raise(m, m.types.NotImplementedError, 'numpy.newaxis together with an array index is not simulated');
    else plan.push({ list: fromValues(INT64, [], [BigInt(integerIndex(m, k, nd.shape[axis] ?? 0, axis))]), axis: axis++ });
  }
  let common: number[] = [];
  for (const part of plan) {
    if (!('list' in part)) continue;
    const next = broadcastShapes(common, part.list.shape);
    if (next === null) throw indexError(m, `shape mismatch: indexing arrays could not be broadcast together with shapes ${plan.flatMap((p) => ('list' in p ? [shapeText(p.list.shape)] : [])).join(' ')} `);
    common = next;
  }
  let offsets = [nd.offset];
  const shape: number[] = [];
  let placed = false;
  for (const part of plan) {
    if ('from' in part) {
      offsets = offsets.flatMap((at) => part.from.map((i) => at + i * (nd.strides[part.axis] ?? 0)));
      shape.push(part.from.length);
    } else if (!placed) {
      placed = true;
      const steps = jointSteps(m, nd, plan.flatMap((p) => ('list' in p ? [p] : [])), common);
      offsets = offsets.flatMap((at) => steps.map((step) => at + step));
      shape.push(...common);
    }
  }
  m.chargeWork(offsets.length * 2);
  return { offsets, shape };
}

function jointSteps(m: Machine, nd: NdData, lists: readonly { readonly list: NdData; readonly axis: number }[], common: readonly number[]): number[] {
  const total = new Array<number>(common.reduce((product, length) => product * length, 1)).fill(0);
  for (const { list, axis } of lists) {
    const length = nd.shape[axis] ?? 0;
    broadcastTo(list, common).values().forEach((value, i) => {
      const wanted = Number(value);
      const index = wanted < 0 ? wanted + length : wanted;
      if (index < 0 || index >= length) throw indexError(m, `index ${wanted} is out of bounds for axis ${axis} with size ${length}`);
      total[i] = (total[i] ?? 0) + index * (nd.strides[axis] ?? 0);
    });
  }
  return total;
}

/** Indices of the true elements by axis. */
export function trueIndices(nd: NdData): number[][] {
  const out: number[][] = nd.shape.map(() => []);
  nd.values().forEach((value, flat) => {
    if (value === 0 || value === 0n) return;
    let rest = flat;
    for (let d = nd.shape.length - 1; d >= 0; d--) {
      const length = nd.shape[d] ?? 1;
      out[d]?.push(rest % length);
      rest = Math.floor(rest / length);
    }
  });
  return out;
}

/** 0 … count - 1. */
export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** array_subscript. */
export function getItem(m: Machine, self: PyObject, key: PyObject): PyObject {
  const nd = arrayData(self);
  const picked = select(m, nd, key);
  if ('offsets' in picked) return newArray(m, fromValues(nd.dtype, picked.shape, picked.offsets.map((at) => load(nd.view, at, nd.dtype))));
  const isValue = picked.window.shape.length === 0 && !(isTuple(key) ? tupleItems(key) : [key]).includes(m.Ellipsis);
  return isValue ? newScalar(m, nd.dtype, load(nd.view, picked.window.offset, nd.dtype)) : newView(m, self, picked.window);
}

/** array_assign_subscript. */
export function setItem(m: Machine, self: PyObject, key: PyObject, value: PyObject | null): void {
  if (value === null) throw valueError(m, 'cannot delete array elements');
  const nd = arrayData(self);
  const picked = select(m, nd, key);
  const source = toArray(m, value, isInt(value) ? nd.dtype : null);
  if ('window' in picked) {
    assign(m, picked.window, source);
    return;
  }
  if (!nd.writeable) throw valueError(m, 'assignment destination is read-only');
  const shape = broadcastShapes(source.shape, picked.shape);
  if (shape === null || shape.length !== picked.shape.length || shape.some((length, i) => length !== picked.shape[i])) {
    throw valueError(m, `shape mismatch: value array of shape ${shapeText(source.shape)} could not be broadcast to indexing result of shape ${shapeText(picked.shape)}`);
  }
  const values = broadcastTo(source, picked.shape).values();
  picked.offsets.forEach((at, i) => store(nd.view, at, nd.dtype, cast(values[i] as Value, nd.dtype)));
}
