// The native half of numpy 1.24: making arrays, element functions, reductions. The rest is Python source (modules/py/numpy.py.ts).
import type { Machine } from '../../machine.ts';
import { numberToFloat } from '../../objects/float-new.ts';
import { asIndexNumber, intValue, isInt } from '../../objects/int.ts';
import { newBool } from '../../objects/bool.ts';
import { newNativeModule } from '../../objects/module.ts';
import { newList } from '../../objects/list.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { raise, typeError, valueError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { isTuple, newTuple, tupleItems } from '../../objects/tuple.ts';
import type { NativeSpec } from '../../objects/type.ts';
import { BINARY_NAMES, UNARY_NAMES, pairwiseSum, reduceAxis } from './arithmetic.ts';
import { BOOL, DTYPES, type DType, FLOAT32, FLOAT64, INT64, UINT64, type Value, cast, promote, store } from './dtype.ts';
import { type NdData, allocate, broadcastShapes, broadcastTo, fromValues, shapeText } from './storage.ts';
import { arrayData, assign, fromBuffer, isArray, newArray, newView, toArray, wrap } from './arrays.ts';
import { dtypeType, toDtype } from './dtype-type.ts';
import { trueIndices } from './indexing.ts';
import { ndarrayType, shapeArgument } from './ndarray.ts';
import { applyBinary, applyUnary } from './operators.ts';
import { abstractType, scalarType } from './scalars.ts';

const optionalDtype = (m: Machine, o: PyObject | undefined): DType | null => (o === undefined || o === m.None ? null : toDtype(m, o));

/** An axis argument: null = all elements. */
function axisOf(m: Machine, o: PyObject | undefined, rank: number): number | null {
  if (o === undefined || o === m.None) return null;
  if (isTuple(o)) throw raise(m, m.types.NotImplementedError, 'numpy reductions over several axes are not simulated');
  const wanted = asIndexNumber(o);
  const axis = wanted < 0 ? wanted + rank : wanted;
  if (axis < 0 || axis >= rank) throw valueError(m, `axis ${wanted} is out of bounds for array of dimension ${rank}`);
  return axis;
}

const sumType = (d: DType): DType => (d.kind === 'f' ? d : d.kind === 'u' ? UINT64 : INT64);
const exactSum = (items: readonly Value[]): Value => items.reduce<bigint>((sum, item) => sum + BigInt(item), 0n);
const floats = (items: readonly Value[]): number[] => items.map(Number);

/** Sums of float32 are float32 at every step, as numpy's; with the pairwise order the last bits can differ for long arrays. */
function sumOf(d: DType): (items: Value[]) => Value {
  if (d.kind !== 'f') return exactSum;
  if (d === FLOAT32) return (items) => items.length < 9 ? items.reduce<number>((sum, item) => Math.fround(sum + Number(item)), 0) : pairwiseSum(floats(items));
  return (items) => pairwiseSum(floats(items));
}

type Fold = (m: Machine, nd: NdData, axis: number | null, want: DType | null) => NdData;

function extreme(pick: (a: Value, b: Value) => boolean, name: string): Fold {
  return (m, nd, axis) => {
    if (nd.size === 0) throw valueError(m, `zero-size array to reduction operation ${name} which has no identity`);
    return reduceAxis(m, nd, axis, nd.dtype, (items) => items.reduce((best, item) => (best !== best ? best : item !== item || pick(item, best) ? item : best)));
  };
}

function where(pick: (a: Value, b: Value) => boolean, name: string): Fold {
  return (m, nd, axis) => {
    if (nd.size === 0) throw valueError(m, `attempt to get ${name} of an empty sequence`);
    return reduceAxis(m, nd, axis, INT64, (items) => {
      let best = 0;
      for (let i = 1; i < items.length; i++) if (pick(items[i] as Value, items[best] as Value)) best = i;
      return best;
    });
  };
}

const FOLDS: Readonly<Record<string, Fold>> = {
  sum: (m, nd, axis, want) => {
    const d = want ?? sumType(nd.dtype);
    return reduceAxis(m, nd, axis, d, sumOf(d));
  },
  prod: (m, nd, axis, want) => {
    const d = want ?? sumType(nd.dtype);
    return reduceAxis(m, nd, axis, d, (items) => (d.kind === 'f' ? floats(items).reduce((product, item) => product * item, 1) : items.reduce<bigint>((product, item) => BigInt.asIntN(64, product * BigInt(item)), 1n)));
  },
  mean: (m, nd, axis, want) => {
    const d = want ?? (nd.dtype.kind === 'f' ? nd.dtype : FLOAT64);
    if (nd.size === 0) {
      m.vm.warn(m.types.RuntimeWarning, 'Mean of empty slice.');
      m.vm.warn(m.types.RuntimeWarning, 'invalid value encountered in double_scalars');
    }
    return reduceAxis(m, nd, axis, d, (items) => Number(sumOf(d)(items)) / items.length);
  },
  max: extreme((a, b) => a > b, 'maximum'), min: extreme((a, b) => a < b, 'minimum'),
  argmax: where((a, b) => a > b, 'argmax'), argmin: where((a, b) => a < b, 'argmin'),
  any: (m, nd, axis) => reduceAxis(m, nd, axis, BOOL, (items) => Number(items.some((item) => item !== 0 && item !== 0n))),
  all: (m, nd, axis) => reduceAxis(m, nd, axis, BOOL, (items) => Number(items.every((item) => item !== 0 && item !== 0n))),
};

function fold(m: Machine, _self: PyObject, [name, o, axis, want]: readonly PyObject[]): PyObject {
  const nd = toArray(m, o as PyObject, null);
  return wrap(m, (FOLDS[strValue(name as PyObject)] as Fold)(m, nd, axisOf(m, axis, nd.shape.length), optionalDtype(m, want)));
}

/** _variance(a, axis, ddof): mean of squared distances, as _methods._var computes it. */
function variance(m: Machine, _self: PyObject, [o, axis, ddof]: readonly PyObject[]): PyObject {
  const nd = toArray(m, o as PyObject, null);
  const d = nd.dtype.kind === 'f' ? nd.dtype : FLOAT64;
  const less = Number(intValue(ddof as PyObject));
  return wrap(m, reduceAxis(m, nd, axisOf(m, axis, nd.shape.length), d, (items) => {
    const values = floats(items);
    const mean = pairwiseSum(values) / values.length;
    return pairwiseSum(values.map((value) => (value - mean) * (value - mean))) / Math.max(0, values.length - less);
  }));
}

function running(multiply: boolean): NativeSpec {
  return {
    name: multiply ? 'cumprod' : 'cumsum', kind: 'fast', min: 1, max: 3,
    fn(m, _self, [o, axisArg, want]) {
      const source = toArray(m, o as PyObject, null);
      const d = optionalDtype(m, want) ?? sumType(source.dtype);
      const axis = axisOf(m, axisArg, source.shape.length);
      const nd = axis === null ? fromValues(source.dtype, [source.size], source.values()) : source;
      const along = axis ?? 0;
      const result = allocate(d, nd.shape);
      const drop = <T>(items: readonly T[]): T[] => items.filter((_, k) => k !== along);
      const starts = nd.window(drop(nd.shape), drop(nd.strides)).offsets();
      const targets = result.window(drop(result.shape), drop(result.strides)).offsets();
      starts.forEach((start, k) => {
        const line = nd.window([nd.shape[along] ?? 0], [nd.strides[along] ?? 0], start).values();
        let total: Value = cast(multiply ? 1 : 0, d);
        line.forEach((item, i) => {
          const next = cast(item, d);
          total = cast(typeof total === 'bigint' ? (multiply ? total * (next as bigint) : total + (next as bigint)) : multiply ? total * Number(next) : total + Number(next), d);
          store(result.view, (targets[k] ?? 0) + i * (result.strides[along] ?? 0), d, total);
        });
      });
      m.chargeWork(nd.size * 4);
      return newArray(m, result);
    },
  };
}

/** Matrix product of two arrays of one or two axes. */
function matmul(m: Machine, _self: PyObject, [x, y]: readonly PyObject[]): PyObject {
  const a = toArray(m, x as PyObject, null);
  const b = toArray(m, y as PyObject, null);
  if (a.shape.length > 2 || b.shape.length > 2) throw raise(m, m.types.NotImplementedError, 'matrix products of arrays with more than two axes are not simulated');
  const d = promote(a.dtype, b.dtype);
  const left = a.shape.length === 1 ? a.window([1, ...a.shape], [0, ...a.strides]) : a;
  const right = b.shape.length === 1 ? b.window([...b.shape, 1], [...b.strides, 0]) : b;
  const [rows = 0, inner = 0] = left.shape;
  const [height = 0, columns = 0] = right.shape;
  if (inner !== height) {
    throw valueError(m, a.shape.length === 1 && b.shape.length === 1 ? `shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} not aligned: ${inner} (dim 0) != ${height} (dim 0)`
      : `shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} not aligned: ${inner} (dim ${a.shape.length - 1}) != ${height} (dim 0)`);
  }
  m.chargeWork(rows * columns * inner * 2);
  const p = left.values();
  const q = right.values();
  const out: Value[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let total: Value = cast(0, d);
      for (let k = 0; k < inner; k++) {
        const u = cast(p[i * inner + k] as Value, d);
        const v = cast(q[k * columns + j] as Value, d);
        total = cast(typeof total === 'bigint' ? total + (u as bigint) * (v as bigint) : total + Number(u) * Number(v), d);
      }
      out.push(total);
    }
  }
  return wrap(m, fromValues(d, [...(a.shape.length === 1 ? [] : [rows]), ...(b.shape.length === 1 ? [] : [columns])], out));
}

const compareValues = (a: Value, b: Value): number => (a !== a ? (b !== b ? 0 : 1) : b !== b ? -1 : a < b ? -1 : a > b ? 1 : 0);

/** sort and argsort along one axis. */
function sorted(byIndex: boolean): NativeSpec {
  return {
    name: byIndex ? 'argsort' : 'sort', kind: 'fast', min: 2, max: 2,
    fn(m, _self, [o, axisArg]) {
      const source = toArray(m, o as PyObject, null);
      const axis = axisOf(m, axisArg, source.shape.length);
      const nd = axis === null ? fromValues(source.dtype, [source.size], source.values()) : source;
      const along = axis ?? 0;
      const result = allocate(byIndex ? INT64 : nd.dtype, nd.shape);
      const drop = <T>(items: readonly T[]): T[] => items.filter((_, k) => k !== along);
      const targets = result.window(drop(result.shape), drop(result.strides)).offsets();
      nd.window(drop(nd.shape), drop(nd.strides)).offsets().forEach((start, k) => {
        const line = nd.window([nd.shape[along] ?? 0], [nd.strides[along] ?? 0], start).values();
        m.chargeWork(line.length * 16);
        const order = line.map((_, i) => i).sort((i, j) => compareValues(line[i] as Value, line[j] as Value) || i - j);
        order.forEach((from, i) => store(result.view, (targets[k] ?? 0) + i * (result.strides[along] ?? 0), result.dtype, byIndex ? BigInt(from) : line[from] as Value));
      });
      return newArray(m, result);
    },
  };
}

function concatenate(m: Machine, _self: PyObject, [list, axisArg]: readonly PyObject[]): PyObject {
  const parts = tupleItems(list as PyObject).map((o) => toArray(m, o, null));
  const [first] = parts;
  if (first === undefined) throw valueError(m, 'need at least one array to concatenate');
  if (first.shape.length === 0) throw valueError(m, 'zero-dimensional arrays cannot be concatenated');
  const axis = axisOf(m, axisArg, first.shape.length) ?? 0;
  const d = parts.reduce((found, part) => promote(found, part.dtype), first.dtype);
  parts.forEach((part, k) => {
    if (part.shape.length !== first.shape.length) throw valueError(m, `all the input arrays must have same number of dimensions, but the array at index 0 has ${first.shape.length} dimension(s) and the array at index ${k} has ${part.shape.length} dimension(s)`);
    part.shape.forEach((length, i) => {
      if (i !== axis && length !== first.shape[i]) throw valueError(m, `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${i}, the array at index 0 has size ${first.shape[i] ?? 0} and the array at index ${k} has size ${length}`);
    });
  });
  const shape = first.shape.map((length, i) => (i === axis ? parts.reduce((sum, part) => sum + (part.shape[axis] ?? 0), 0) : length));
  const result = allocate(d, shape);
  let at = 0;
  for (const part of parts) {
    assign(m, result.window(part.shape, result.strides, at * (result.strides[axis] ?? 0)), part);
    at += part.shape[axis] ?? 0;
  }
  return newArray(m, result);
}

function number(m: Machine, o: PyObject): number {
  const exact = numberToFloat(m, o);
  const value = exact.data as number;
  decref(m, exact);
  return value;
}

function arange(m: Machine, _self: PyObject, [start, stop, step, want]: readonly PyObject[]): PyObject {
  const given = [start, stop, step] as [PyObject, PyObject, PyObject];
  const d = optionalDtype(m, want) ?? (given.every(isInt) ? INT64 : given.map((o) => toArray(m, o, null).dtype).reduce(promote));
  const [from, to, by] = given.map((o) => number(m, o)) as [number, number, number];
  if (by === 0) throw raise(m, m.types.ZeroDivisionError, 'division by zero');
  const count = Math.max(0, Math.ceil((to - from) / by));
  m.memory.expect(count * d.size);
  m.chargeWork(count);
  const next = from + by;
  const delta = next - from;
  return newArray(m, fromValues(d, [count], Array.from({ length: count }, (_, i) => cast(i === 0 ? from : i === 1 ? next : from + i * delta, d))));
}

/** _where(condition, x, y). */
function choose(m: Machine, _self: PyObject, [condition, x, y]: readonly PyObject[]): PyObject {
  const [c, a, b] = [condition, x, y].map((o) => toArray(m, o as PyObject, null)) as [NdData, NdData, NdData];
  const shape = [a, b].reduce<number[] | null>((known, nd) => (known === null ? null : broadcastShapes(known, nd.shape)), [...c.shape]);
  if (shape === null) throw valueError(m, `operands could not be broadcast together with shapes ${shapeText(c.shape)} ${shapeText(a.shape)} ${shapeText(b.shape)} `);
  const d = promote(a.dtype, b.dtype);
  const [tests, lefts, rights] = [c, a, b].map((nd) => broadcastTo(nd, shape).values()) as [Value[], Value[], Value[]];
  m.chargeWork(tests.length * 4);
  return newArray(m, fromValues(d, shape, tests.map((test, i) => cast((test !== 0 && test !== 0n ? lefts[i] : rights[i]) as Value, d))));
}

function made(m: Machine, _self: PyObject, [shape, dtype, order]: readonly PyObject[]): PyObject {
  const d = toDtype(m, dtype as PyObject);
  const dims = shapeArgument(m, shape as PyObject);
  if (dims.some((length) => length < 0)) throw valueError(m, 'negative dimensions are not allowed');
  m.memory.expect(dims.reduce((product, length) => product * length, d.size));
  return newArray(m, allocate(d, dims, isStr(order as PyObject) && strValue(order as PyObject) === 'F' ? 'F' : 'C'));
}

function bytesRange(nd: NdData): readonly [number, number] {
  let low = nd.offset;
  let high = nd.offset + nd.dtype.size;
  nd.shape.forEach((length, i) => {
    const span = (length - 1) * (nd.strides[i] ?? 0);
    if (span < 0) low += span;
    else high += span;
  });
  return [low, high];
}

const byteSet = (nd: NdData): number[] => nd.offsets().flatMap((at) => Array.from({ length: nd.dtype.size }, (_, i) => at + i));

function sharesMemory(name: string, exact: boolean): NativeSpec {
  return {
    name, kind: 'fast', min: 2, max: 2,
    fn(m, _self, [x, y]) {
      const [a, b] = [toArray(m, x as PyObject, null), toArray(m, y as PyObject, null)];
      if (a.view.buffer !== b.view.buffer || a.size === 0 || b.size === 0) return newBool(m, false);
      const [[low, high], [from, to]] = [bytesRange(a), bytesRange(b)];
      if (high <= from || to <= low) return newBool(m, false);
      if (!exact) return newBool(m, true);
      const own = new Set(byteSet(a));
      return newBool(m, byteSet(b).some((byte) => own.has(byte)));
    },
  };
}

/** The shortest text that reads back as the same float32. */
function float32Digits(m: Machine, _self: PyObject, o: PyObject): PyObject {
  const value = number(m, o);
  for (let digits = 1; digits < 10; digits++) {
    const text = value.toExponential(digits - 1);
    if (Math.fround(Number(text)) === Math.fround(value)) return newStr(m, text);
  }
  return newStr(m, value.toExponential(9));
}

/** Makes the module. */
export function numpyModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: '_numpy',
    functions: [
      ...BINARY_NAMES.map((name): NativeSpec => ({ name, kind: 'fast', min: 2, max: 2, fn: (machine, _self, [a, b]) => {
        const asArray = (o: PyObject): PyObject => newArray(machine, toArray(machine, o, null));
        const result = applyBinary(machine, name, a as PyObject, b as PyObject);
        if (result !== null) return result;
        return applyBinary(machine, name, asArray(a as PyObject), asArray(b as PyObject)) ?? incref(machine.None);
      } })),
      ...UNARY_NAMES.map((name): NativeSpec => ({ name, kind: 'o', fn: (machine, _self, a) => applyUnary(machine, name, a) })),
      { name: 'array', kind: 'fast', min: 2, max: 2, fn: (machine, _self, [o, dtype]) => {
        const nd = toArray(machine, o as PyObject, optionalDtype(machine, dtype));
        return newArray(machine, fromValues(nd.dtype, nd.shape, nd.values()));
      } },
      { name: 'is_array', kind: 'o', fn: (machine, _self, o) => newBool(machine, isArray(machine, o)) },
      { name: 'make', kind: 'fast', min: 3, max: 3, fn: made }, { name: 'arange', kind: 'fast', min: 4, max: 4, fn: arange },
      { name: 'fold', kind: 'fast', min: 2, max: 4, fn: fold }, { name: 'variance', kind: 'fast', min: 3, max: 3, fn: variance },
      running(false), running(true), sorted(false), sorted(true),
      { name: 'matmul', kind: 'fast', min: 2, max: 2, fn: matmul }, { name: 'concatenate', kind: 'fast', min: 2, max: 2, fn: concatenate },
      { name: 'where', kind: 'fast', min: 3, max: 3, fn: choose },
      { name: 'nonzero', kind: 'o', fn: (machine, _self, o) => newTuple(machine, trueIndices(toArray(machine, o, null)).map((list) => newArray(machine, fromValues(INT64, [list.length], list.map(BigInt))))) },
      { name: 'broadcast_to', kind: 'fast', min: 2, max: 2, fn: (machine, _self, [o, shape]) => {
        if (!isArray(machine, o as PyObject)) throw typeError(machine, 'array expected');
        const wanted = shapeArgument(machine, shape as PyObject);
        const joint = broadcastShapes(arrayData(o as PyObject).shape, wanted);
        if (joint === null || joint.length !== wanted.length || joint.some((length, i) => length !== wanted[i])) throw valueError(machine, `operands could not be broadcast together with remapped shapes [original->remapped]: ${shapeText(arrayData(o as PyObject).shape)}  and requested shape ${shapeText(wanted)}`);
        const view = broadcastTo(arrayData(o as PyObject), wanted);
        view.writeable = false;
        return newView(machine, o as PyObject, view);
      } },
      { name: 'frombuffer', kind: 'fast', min: 2, max: 2, fn: (machine, _self, [o, dtype]) => fromBuffer(machine, o as PyObject, toDtype(machine, dtype as PyObject)) },
      sharesMemory('shares_memory', true), sharesMemory('may_share_memory', false),
      { name: 'float32_digits', kind: 'o', fn: float32Digits },
      { name: 'promote_types', kind: 'fast', min: 2, max: 2, fn: (machine, _self, [a, b]) => newStr(machine, promote(toDtype(machine, a as PyObject), toDtype(machine, b as PyObject)).name) },
    ],
    attributes: () => [
      ['ndarray', incref(ndarrayType(m))], ['dtype', incref(dtypeType(m))],
      ['scalars', newList(m, DTYPES.map((d) => incref(scalarType(m, d))))],
      ['abstract', newList(m, ['generic', 'number', 'integer', 'signedinteger', 'unsignedinteger', 'inexact', 'floating'].map((name) => incref(abstractType(m, name))))],
    ],
  });
}
