// numpy's types: dtype, ndarray and the scalars, with their sizes (numpy 1.24 numpy/core/src/multiarray/arrayobject.c, scalartypes.c.src).
import type { Machine } from '../../machine.ts';
import { index as toIndex, iterate, reprText, richCompareBool } from '../../objects/abstract.ts';
import { allocObject, freeObject } from '../../objects/alloc.ts';
import { type BufferView, getBuffer, releaseBuffer } from '../../objects/buffer.ts';
import { newBool } from '../../objects/bool.ts';
import { newBytes } from '../../objects/bytes.ts';
import { call } from '../../objects/call.ts';
import { dictGetStr } from '../../objects/dict.ts';
import { newFloat } from '../../objects/float.ts';
import { asIndexNumber, intValue, isInt, newInt, normalize } from '../../objects/int.ts';
import { lazyType } from '../../objects/lazy-type.ts';
import { isList, listItems, newList } from '../../objects/list.ts';
import { moduleDict } from '../../objects/module.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { indexError, raise, typeError, valueError } from '../../objects/raise.ts';
import { isSlice, sliceIndices } from '../../objects/slice.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { isTuple, newTuple, tupleItems } from '../../objects/tuple.ts';
import { makeBuiltinType } from '../../objects/type-ready.ts';
import { type BinaryFn, type CompareOp, EQ, type GetSetSpec, NE, PyType, type TypeSlots, type TypeSpec, TypeFlag, isSubtype } from '../../objects/type.ts';
import { clearWeakrefs } from '../../objects/weakref.ts';
import { binary, unary, withPythonNumber } from './arithmetic.ts';
import { BOOL, DTYPES, type DType, FLOAT64, INT64, UINT64, type Value, bounds, cast, dtypeNamed, load, promote, store, unknownDtype } from './dtype.ts';
import { NdData, allocate, broadcastShapes, broadcastTo, fromValues, shapeText, stridesOf } from './storage.ts';

// --- dtype ------------------------------------------------------------------------------------------------------------------------------

const dtypeSpec: TypeSpec = {
  name: 'numpy.dtype',
  basicsize: 96,
  flags: 0,
  slots: {
    tp_new: (m, _type, args) => incref(dtypeObject(m, toDtype(m, args[0] ?? m.None))),
    tp_repr: (m, self) => newStr(m, `dtype('${dtypeOf(self).name}')`),
    tp_str: (m, self) => newStr(m, dtypeOf(self).name),
    tp_hash(m, self) {
      m.hashHi = 0;
      return dtypeOf(self).num + 1;
    },
    tp_richcompare(m, a, b, op) {
      if (op !== EQ && op !== NE) return incref(m.NotImplemented);
      const other = asDtypeOrNull(m, b);
      return newBool(m, (other === dtypeOf(a)) === (op === EQ));
    },
  },
  getset: [
    { name: 'name', get: (m, self) => newStr(m, dtypeOf(self).name) },
    { name: 'kind', get: (m, self) => newStr(m, dtypeOf(self).kind) },
    { name: 'char', get: (m, self) => newStr(m, dtypeOf(self).char) },
    { name: 'num', get: (m, self) => newInt(m, dtypeOf(self).num) },
    { name: 'itemsize', get: (m, self) => newInt(m, dtypeOf(self).size) },
    { name: 'alignment', get: (m, self) => newInt(m, dtypeOf(self).size) },
    { name: 'str', get: (m, self) => newStr(m, `${dtypeOf(self).size === 1 ? '|' : '<'}${dtypeOf(self).kind}${dtypeOf(self).size}`) },
    { name: 'byteorder', get: (m, self) => newStr(m, dtypeOf(self).size === 1 ? '|' : '=') },
    { name: 'type', get: (m, self) => incref(scalarType(m, dtypeOf(self))) },
  ],
};

const dtypeOf = (o: PyObject): DType => o.data as DType;

/** The one dtype object of an element type (borrowed): static, as numpy's. */
const dtypeObjects = new WeakMap<Machine, Map<DType, PyObject>>();
export function dtypeObject(m: Machine, d: DType): PyObject {
  const known = dtypeObjects.get(m) ?? new Map<DType, PyObject>();
  dtypeObjects.set(m, known);
  let o = known.get(d);
  if (o === undefined) known.set(d, (o = m.memory.uncounted(() => allocObject(m, lazyType(m, dtypeSpec), d))));
  return o;
}

export const dtypeType = (m: Machine): PyType => lazyType(m, dtypeSpec);

function asDtypeOrNull(m: Machine, o: PyObject): DType | null {
  if (o.ob_type === lazyType(m, dtypeSpec)) return dtypeOf(o);
  if (isStr(o)) return dtypeNamed(strValue(o));
  if (o === m.types.int) return INT64;
  if (o === m.types.float) return FLOAT64;
  if (o === m.types.bool) return BOOL;
  return DTYPES.find((d) => o === scalarType(m, d)) ?? null;
}

/** What `dtype=` names. */
export function toDtype(m: Machine, o: PyObject): DType {
  if (o === m.None) return FLOAT64;
  const found = asDtypeOrNull(m, o);
  if (found !== null) return found;
  if (o === m.types.complex || o === m.types.object || o === m.types.str || o === m.types.bytes) throw unknownDtype(m, (o as PyType).tp_name);
  if (isStr(o)) throw unknownDtype(m, strValue(o));
  throw typeError(m, `Cannot interpret '${reprText(m, o)}' as a data type`);
}

// --- scalars ----------------------------------------------------------------------------------------------------------------------------

/** One spec per scalar class; abstract ones first. */
const scalarSpecs = new Map<string, TypeSpec>();

function scalarSpec(name: string, d: DType | null): TypeSpec {
  let spec = scalarSpecs.get(name);
  if (spec === undefined) scalarSpecs.set(name, (spec = makeScalarSpec(name, d)));
  return spec;
}

function makeScalarSpec(name: string, d: DType | null): TypeSpec {
  return {
    name: `numpy.${name}`,
    basicsize: d === null ? 16 : 24,
    flags: TypeFlag.BASETYPE,
    slots: d === null ? {} : { ...numberSlots, ...scalarSlots(d) },
    methods: d === null ? [] : [
      { name: 'item', kind: 'noargs', fn: (m, self) => pythonValue(m, d, self.data as Value) },
      { name: 'tolist', kind: 'noargs', fn: (m, self) => pythonValue(m, d, self.data as Value) },
      { name: 'astype', kind: 'o', fn: (m, self, type) => newScalar(m, toDtype(m, type), cast(self.data as Value, toDtype(m, type))) },
      { name: '__round__', kind: 'fast', min: 0, max: 1, fn: (m, self, args) => {
        const plain = pythonValue(m, d, self.data as Value);
        try {
          const rounded = call(m, dictGetStr(m, m.builtins, 'round') as PyObject, [plain, ...args]);
          if (args.length === 0 || args[0] === m.None) return rounded;
          const value = cast(rounded.data as Value, d);
          decref(m, rounded);
          return newScalar(m, d, value);
        } finally {
          decref(m, plain);
        }
      } },
      { name: '__format__', kind: 'o', fn: (m, self, spec) => {
        const plain = pythonValue(m, d, self.data as Value);
        try {
          return call(m, dictGetStr(m, m.builtins, 'format') as PyObject, [plain, spec]);
        } finally {
          decref(m, plain);
        }
      } },
    ],
    getset: d === null ? [] : [
      { name: 'dtype', get: (m) => incref(dtypeObject(m, d)) },
      { name: 'nbytes', get: (m) => newInt(m, d.size) }, { name: 'itemsize', get: (m) => newInt(m, d.size) },
      { name: 'size', get: (m) => newInt(m, 1) }, { name: 'ndim', get: (m) => newInt(m, 0) },
      { name: 'shape', get: (m) => incref(m.emptyTuple) }, { name: 'strides', get: (m) => incref(m.emptyTuple) },
      { name: 'base', get: (m) => incref(m.None) }, { name: 'T', get: (_m, self) => incref(self) },
      { name: 'real', get: (_m, self) => incref(self) }, { name: 'imag', get: (m) => newScalar(m, d, cast(0, d)) },
    ],
  };
}

const ABSTRACT: Readonly<Record<DType['kind'], readonly string[]>> = {
  b: [], i: ['number', 'integer', 'signedinteger'], u: ['number', 'integer', 'unsignedinteger'], f: ['number', 'inexact', 'floating'],
};

/** The scalar class of an element type: np.int64 and so on. Borrowed. */
export function scalarType(m: Machine, d: DType): PyType {
  let base = abstractType(m, 'generic');
  let name = 'generic';
  for (const next of ABSTRACT[d.kind]) {
    base = lazyType(m, scalarSpec(next, null), abstractType(m, name));
    name = next;
  }
  const spec = scalarSpec(d.kind === 'b' ? 'bool_' : d.name, d);
  if (d !== FLOAT64) return lazyType(m, spec, base);
  // np.float64 is a float too.
  let type = m.lazyTypes.get(spec);
  if (type === undefined) m.lazyTypes.set(spec, (type = makeBuiltinType(m, spec, m.types.type, [base, m.types.float])));
  return type;
}

/** np.generic, np.integer …; each must be made below its base. */
export function abstractType(m: Machine, name: string): PyType {
  const chain = Object.values(ABSTRACT).find((names) => names.includes(name)) ?? [];
  let base = lazyType(m, scalarSpec('generic', null));
  for (const next of chain) {
    base = lazyType(m, scalarSpec(next, null), base);
    if (next === name) break;
  }
  return base;
}

/** A scalar; `value` is an element of `d`. */
export function newScalar(m: Machine, d: DType, value: Value): PyObject {
  return allocObject(m, scalarType(m, d), value);
}

function scalarDtype(m: Machine, o: PyObject): DType | null {
  return DTYPES.find((d) => isSubtype(o.ob_type, scalarType(m, d))) ?? null;
}

/** An element as a Python object. */
export function pythonValue(m: Machine, d: DType, value: Value): PyObject {
  if (d.kind === 'b') return newBool(m, value !== 0);
  return d.kind === 'f' ? newFloat(m, value as number) : newInt(m, typeof value === 'bigint' ? normalize(value) : value);
}

function scalarSlots(d: DType): Partial<TypeSlots> {
  const plain = (m: Machine, self: PyObject): PyObject => pythonValue(m, d, self.data as Value);
  return {
    tp_new(m, type, args) {
      const [source] = args;
      const value = source === undefined ? cast(0, d) : scalarFrom(m, d, source);
      if (typeof value === 'object') return value;
      return allocObject(m, type, value);
    },
    tp_dealloc: freeObject,
    tp_repr: (m, self) => newStr(m, scalarText(m, d, self.data as Value)),
    tp_str: (m, self) => newStr(m, scalarText(m, d, self.data as Value)),
    tp_sizeof: (_m, self) => self.ob_type.tp_basicsize + d.size,
    tp_hash(m, self) {
      const o = plain(m, self);
      const hash = o.ob_type.tp_hash?.(m, o) ?? 0;
      const high = m.hashHi;
      decref(m, o);
      m.hashHi = high;
      return hash;
    },
    nb_bool: (_m, self) => self.data !== 0 && self.data !== 0n,
    nb_int: (m, self) => {
      const o = plain(m, self);
      try {
        return call(m, m.types.int, [o]);
      } finally {
        decref(m, o);
      }
    },
    nb_float: (m, self) => newFloat(m, Number(self.data as Value)),
    ...(d.kind === 'i' || d.kind === 'u' ? { nb_index: plain } : {}),
  };
}

/** Conversion by the class: np.int8(5). An array gives an array. */
function scalarFrom(m: Machine, d: DType, source: PyObject): Value | PyObject {
  if (isStr(source)) {
    const number = call(m, d.kind === 'f' ? m.types.float : m.types.int, [source]);
    try {
      return cast(number.data as Value, d);
    } finally {
      decref(m, number);
    }
  }
  const data = toArray(m, source, null);
  if (data.shape.length === 0) {
    if (isInt(source) && d.kind !== 'f') outOfBounds(m, BigInt(intValue(source)), d);
    return cast(data.values()[0] as Value, d);
  }
  return newArray(m, fromValues(d, data.shape, data.values().map((value) => cast(value, d))));
}

function scalarText(m: Machine, d: DType, value: Value): string {
  if (d.name === 'float32') return textByPython(m, '_float32_text', newFloat(m, value as number));
  const o = pythonValue(m, d, value);
  const text = reprText(m, o);
  decref(m, o);
  return text;
}

/** Calls a function of the Python half with one argument (consumed): its str result. */
export function textByPython(m: Machine, name: string, arg: PyObject): string {
  const text = byPython(m, name, [arg]);
  decref(m, arg);
  try {
    return strValue(text);
  } finally {
    decref(m, text);
  }
}

/** Calls a function of the Python half. */
function byPython(m: Machine, name: string, args: readonly PyObject[], kwnames: PyObject | null = null): PyObject {
  const module = m.vm.importModule('numpy');
  try {
    return call(m, dictGetStr(m, moduleDict(module), name) as PyObject, args, kwnames);
  } finally {
    decref(m, module);
  }
}

// --- arrays -----------------------------------------------------------------------------------------------------------------------------

/** An array object: its data and who owns the memory (owned; null = itself). */
class ArrayPayload {
  readonly nd: NdData;
  base: PyObject | null;
  constructor(nd: NdData, base: PyObject | null) {
    this.nd = nd;
    this.base = base;
  }
}

const payload = (o: PyObject): ArrayPayload => o.data as ArrayPayload;

/** The data of an ndarray. */
export const arrayData = (o: PyObject): NdData => payload(o).nd;

export const isArray = (m: Machine, o: PyObject): boolean => isSubtype(o.ob_type, ndarrayType(m));

/** An array that owns its memory. */
export function newArray(m: Machine, nd: NdData): PyObject {
  if (nd.byteCount > 512) nd.block = m.memory.alloc(nd.byteCount);
  m.chargeWork(nd.byteCount >> 3);
  return allocObject(m, ndarrayType(m), new ArrayPayload(nd, null));
}

/** A view; its base is the array that owns the memory. */
export function newView(m: Machine, of: PyObject, nd: NdData): PyObject {
  const owner = payload(of).base ?? of;
  return allocObject(m, ndarrayType(m), new ArrayPayload(nd, incref(owner)));
}

/** A result: a scalar where it has no axes. */
export function wrap(m: Machine, nd: NdData): PyObject {
  return nd.shape.length === 0 ? newScalar(m, nd.dtype, nd.values()[0] as Value) : newArray(m, nd);
}

function outOfBounds(m: Machine, value: bigint, d: DType): void {
  const [low, high] = bounds(d);
  if (d.kind === 'b' || (value >= low && value <= high)) return;
  if (d.size === 8) throw raise(m, m.types.OverflowError, value < 0n && d.kind === 'i' ? 'Python int too large to convert to C long' : d.kind === 'i' ? 'Python int too large to convert to C long' : 'int too big to convert');
  m.vm.warn(m.types.DeprecationWarning, `NumPy will stop allowing conversion of out-of-bound Python integers to integer arrays.  The conversion of ${value} to ${d.name} will fail in the future.\nFor the old behavior, usually:\n    np.array(value).astype(dtype)\nwill give the desired result (the cast overflows).`);
}

/** Anything array-like as data; `want` null: the type that numpy finds. */
export function toArray(m: Machine, o: PyObject, want: DType | null): NdData {
  if (isArray(m, o)) {
    const nd = arrayData(o);
    return want === null || want === nd.dtype ? nd : fromValues(want, nd.shape, nd.values().map((value) => cast(value, want)));
  }
  const shape: number[] = [];
  const leaves: PyObject[] = [];
  collect(m, o, 0, shape, leaves);
  const parts = leaves.map((leaf) => leafValue(m, leaf));
  let found: DType | null = null;
  for (const part of parts) found = found === null ? part.d : promote(found, part.d);
  const d = want ?? found ?? FLOAT64;
  const values = parts.map((part, i) => {
    if (isInt(leaves[i] as PyObject) && (d.kind === 'i' || d.kind === 'u')) outOfBounds(m, BigInt(part.value), d);
    return cast(part.value, d);
  });
  return fromValues(d, shape, values);
}

function leafValue(m: Machine, leaf: PyObject): { readonly d: DType; readonly value: Value } {
  if (leaf === m.True || leaf === m.False) return { d: BOOL, value: leaf === m.True ? 1 : 0 };
  const own = scalarDtype(m, leaf);
  if (own !== null) return { d: own, value: leaf.data as Value };
  if (isArray(m, leaf)) return { d: arrayData(leaf).dtype, value: arrayData(leaf).values()[0] as Value };
  if (isInt(leaf)) return { d: intDtype(m, BigInt(intValue(leaf))), value: BigInt(intValue(leaf)) };
  if (isSubtype(leaf.ob_type, m.types.float)) return { d: FLOAT64, value: leaf.data as number };
  throw raise(m, m.types.NotImplementedError, `numpy arrays of ${leaf.ob_type.tp_name} objects are not simulated`);
}

/** The type of a Python int: int64, uint64 above it. */
function intDtype(m: Machine, exact: bigint): DType {
  if (BigInt.asIntN(64, exact) === exact) return INT64;
  if (BigInt.asUintN(64, exact) === exact) return UINT64;
  throw raise(m, m.types.NotImplementedError, 'numpy arrays of ints beyond 64 bits are not simulated');
}

/** Flattens nested sequences; all of one depth must have one length. */
function collect(m: Machine, o: PyObject, depth: number, shape: number[], leaves: PyObject[]): void {
  if (isArray(m, o) && arrayData(o).shape.length > 0) {
    const nd = arrayData(o);
    matchShape(m, shape, depth, nd.shape);
    for (const value of nd.values()) leaves.push(newScalar(m, nd.dtype, value));
    return;
  }
  const items = isList(o) ? listItems(o) : isTuple(o) ? tupleItems(o) : o.ob_type === m.types.range ? rangeItems(m, o) : null;
  if (items === null) {
    if (depth < shape.length) throw inhomogeneous(m, shape, depth);
    leaves.push(o);
    return;
  }
  matchShape(m, shape, depth, [items.length]);
  for (const item of items) collect(m, item, depth + 1, shape, leaves);
}

function rangeItems(m: Machine, o: PyObject): PyObject[] {
  const items: PyObject[] = [];
  iterate(m, o, (item) => void items.push(incref(item)));
  return items;
}

function matchShape(m: Machine, shape: number[], depth: number, part: readonly number[]): void {
  part.forEach((length, i) => {
    const known = shape[depth + i];
    if (known === undefined) shape[depth + i] = length;
    else if (known !== length) throw inhomogeneous(m, shape, depth);
  });
}

function inhomogeneous(m: Machine, shape: readonly number[], depth: number): ReturnType<typeof valueError> {
  return valueError(m, `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${depth} dimensions. The detected shape was ${`(${shape.slice(0, depth).join(', ')}${depth === 1 ? ',' : ''})`} + inhomogeneous part.`);
}

// --- operators --------------------------------------------------------------------------------------------------------------------------

interface Operand {
  readonly nd: NdData;
  readonly isScalar: boolean;
}

function operand(m: Machine, o: PyObject): Operand | null {
  if (isArray(m, o)) return { nd: arrayData(o), isScalar: false };
  const d = scalarDtype(m, o);
  if (d !== null) return { nd: fromValues(d, [], [o.data as Value]), isScalar: true };
  if (o === m.True || o === m.False) return { nd: fromValues(BOOL, [], [o === m.True ? 1 : 0]), isScalar: true };
  if (isInt(o)) {
    const exact = BigInt(intValue(o));
    return { nd: fromValues(intDtype(m, exact), [], [exact]), isScalar: true };
  }
  if (isSubtype(o.ob_type, m.types.float)) return { nd: fromValues(FLOAT64, [], [o.data as number]), isScalar: true };
  if (isList(o) || isTuple(o)) return { nd: toArray(m, o, null), isScalar: false };
  return null;
}

const RANK: Readonly<Record<DType['kind'], number>> = { b: 0, i: 1, u: 1, f: 2 };

/** The type in which two operands meet: scalars give way to arrays of their own kind or a higher one. */
function meet(a: Operand, b: Operand): DType {
  const [x, y] = [a.nd.dtype, b.nd.dtype];
  const [aIsValue, bIsValue] = [a.nd.shape.length === 0, b.nd.shape.length === 0];
  if (aIsValue !== bIsValue) {
    const [array, value] = aIsValue ? [y, a] : [x, b];
    const kind = value.nd.dtype.kind;
    if (RANK[kind] <= RANK[array.kind] && kind !== 'b') return withPythonNumber(array, value.nd.values()[0] as Value, kind === 'f');
    return promote(x, y);
  }
  return promote(x, y);
}

/** The function `name` of two Python objects; null if one is nothing for numpy. */
export function applyBinary(m: Machine, name: string, a: PyObject, b: PyObject): PyObject | null {
  const x = operand(m, a);
  const y = operand(m, b);
  if (x === null || y === null) return null;
  return wrap(m, binary(m, name, x.nd, y.nd, meet(x, y), x.isScalar && y.isScalar));
}

const op = (name: string): BinaryFn => (m, a, b) => applyBinary(m, name, a, b) ?? incref(m.NotImplemented);

const inPlace = (name: string): BinaryFn => (m, a, b) => {
  const x = operand(m, a);
  const y = operand(m, b);
  if (x === null || y === null || !isArray(m, a)) return op(name)(m, a, b);
  const result = binary(m, name, x.nd, y.nd, meet(x, y), false);
  const target = arrayData(a).dtype;
  if (RANK[result.dtype.kind] > RANK[target.kind]) throw castingError(m, name, result.dtype, target);
  assign(m, arrayData(a), result);
  return incref(a);
};

function castingError(m: Machine, name: string, from: DType, to: DType): ReturnType<typeof typeError> {
  const module = m.vm.importModule('numpy');
  try {
    const type = dictGetStr(m, moduleDict(module), '_UFuncTypeError');
    const text = `Cannot cast ufunc '${name}' output from dtype('${from.name}') to dtype('${to.name}') with casting rule 'same_kind'`;
    return type instanceof PyType ? raise(m, type, text) : typeError(m, text);
  } finally {
    decref(m, module);
  }
}

const COMPARE: readonly string[] = ['less', 'less_equal', 'equal', 'not_equal', 'greater', 'greater_equal'];

const numberSlots: Partial<TypeSlots> = {
  nb_add: op('add'), nb_subtract: op('subtract'), nb_multiply: op('multiply'), nb_true_divide: op('divide'), nb_floor_divide: op('floor_divide'),
  nb_remainder: op('remainder'), nb_power: (m, a, b) => op('power')(m, a, b), nb_and: op('bitwise_and'), nb_or: op('bitwise_or'), nb_xor: op('bitwise_xor'),
  nb_lshift: op('left_shift'), nb_rshift: op('right_shift'),
  nb_negative: (m, self) => applyUnary(m, 'negative', self), nb_positive: (m, self) => applyUnary(m, 'positive', self),
  nb_absolute: (m, self) => applyUnary(m, 'absolute', self), nb_invert: (m, self) => applyUnary(m, 'invert', self),
  tp_richcompare(m, a, b, code: CompareOp) {
    const result = applyBinary(m, COMPARE[code] ?? 'equal', a, b);
    return result ?? incref(m.NotImplemented);
  },
};

/** The function `name` of one Python object. */
export function applyUnary(m: Machine, name: string, a: PyObject): PyObject {
  return wrap(m, unary(m, name, toArray(m, a, null)));
}

/** Writes `source`, broadcast, into `target`. */
export function assign(m: Machine, target: NdData, source: NdData): void {
  if (!target.writeable) throw valueError(m, 'assignment destination is read-only');
  const shape = broadcastShapes(source.shape, target.shape);
  const fits = shape !== null && shape.length <= Math.max(target.shape.length, source.shape.length) && shape.every((length, i) => length === (target.shape[target.shape.length - shape.length + i] ?? 1));
  if (!fits) throw valueError(m, `could not broadcast input array from shape ${shapeText(source.shape)} into shape ${shapeText(target.shape)}`);
  const trimmed = source.shape.length > target.shape.length ? source.window(source.shape.slice(-target.shape.length), source.strides.slice(-target.shape.length)) : source;
  const values = broadcastTo(trimmed, target.shape).values();
  m.chargeWork(values.length * 2);
  target.offsets().forEach((at, i) => store(target.view, at, target.dtype, cast(values[i] as Value, target.dtype)));
}

// --- indexing ---------------------------------------------------------------------------------------------------------------------------

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

function integerIndex(m: Machine, k: PyObject, length: number, axis: number): number {
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

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

function getItem(m: Machine, self: PyObject, key: PyObject): PyObject {
  const nd = arrayData(self);
  const picked = select(m, nd, key);
  if ('offsets' in picked) return newArray(m, fromValues(nd.dtype, picked.shape, picked.offsets.map((at) => load(nd.view, at, nd.dtype))));
  const isValue = picked.window.shape.length === 0 && !(isTuple(key) ? tupleItems(key) : [key]).includes(m.Ellipsis);
  return isValue ? newScalar(m, nd.dtype, load(nd.view, picked.window.offset, nd.dtype)) : newView(m, self, picked.window);
}

function setItem(m: Machine, self: PyObject, key: PyObject, value: PyObject | null): void {
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

// --- ndarray ----------------------------------------------------------------------------------------------------------------------------

const numbers = (m: Machine, items: readonly number[]): PyObject => newTuple(m, items.map((item) => newInt(m, item)));

/** The shape that an argument names: an int or a sequence of ints. */
export function shapeArgument(m: Machine, o: PyObject): number[] {
  const items = isTuple(o) ? tupleItems(o) : isList(o) ? listItems(o) : [o];
  return items.map((item) => {
    const exact = toIndex(m, item);
    const value = asIndexNumber(exact);
    decref(m, exact);
    return value;
  });
}

function reshape(m: Machine, self: PyObject, wanted: readonly number[]): PyObject {
  const nd = arrayData(self);
  const known = wanted.reduce((product, length) => (length < 0 ? product : product * length), 1);
  const shape = wanted.map((length) => (length < 0 ? nd.size / known : length));
  const total = shape.reduce((product, length) => product * length, 1);
  if (wanted.filter((length) => length < 0).length > 1) throw valueError(m, 'can only specify one unknown dimension');
  if (total !== nd.size || shape.some((length) => !Number.isInteger(length))) throw valueError(m, `cannot reshape array of size ${nd.size} into shape ${shapeText(wanted)}`);
  if (nd.isContiguous()) return newView(m, self, nd.window(shape, contiguousStrides(shape, nd.dtype.size)));
  const copy = newArray(m, fromValues(nd.dtype, nd.shape, nd.values()));
  const view = newView(m, copy, arrayData(copy).window(shape, contiguousStrides(shape, nd.dtype.size)));
  decref(m, copy);
  return view;
}

function contiguousStrides(shape: readonly number[], itemsize: number): number[] {
  return stridesOf(shape, itemsize);
}

function copyOf(m: Machine, self: PyObject): PyObject {
  const nd = arrayData(self);
  return newArray(m, fromValues(nd.dtype, nd.shape, nd.values()));
}

function nested(m: Machine, nd: NdData): PyObject {
  if (nd.shape.length === 0) return pythonValue(m, nd.dtype, nd.values()[0] as Value);
  const [length = 0, ...rest] = nd.shape;
  const [stride = 0, ...steps] = nd.strides;
  return newList(m, range(length).map((i) => nested(m, nd.window(rest, steps, nd.offset + i * stride))));
}

function transpose(m: Machine, self: PyObject, axes: readonly number[]): PyObject {
  const nd = arrayData(self);
  const order = axes.length === 0 ? nd.shape.map((_, i) => nd.shape.length - 1 - i) : axes.map((axis) => (axis < 0 ? axis + nd.shape.length : axis));
  if (order.length !== nd.shape.length || new Set(order).size !== order.length) throw valueError(m, "axes don't match array");
  return newView(m, self, nd.window(order.map((d) => nd.shape[d] ?? 0), order.map((d) => nd.strides[d] ?? 0)));
}

const flag = (name: string, read: (nd: NdData, o: PyObject) => boolean): GetSetSpec => ({ name: `_${name}`, get: (m, self) => newBool(m, read(arrayData(self), self)) });

const ndarraySpec: TypeSpec = {
  name: 'numpy.ndarray',
  basicsize: 96,
  flags: TypeFlag.BASETYPE | TypeFlag.SEQUENCE,
  hasWeakrefs: true,
  unhashable: true,
  slots: {
    ...numberSlots,
    tp_new(m, _type, args) {
      return newArray(m, allocate(args[1] === undefined ? FLOAT64 : toDtype(m, args[1]), shapeArgument(m, args[0] ?? m.emptyTuple)));
    },
    tp_dealloc(m, self) {
      clearWeakrefs(m, self);
      const { nd, base } = payload(self);
      if (base !== null) decref(m, base);
      else if (nd.block !== 0) m.memory.free(nd.block);
      freeObject(m, self);
    },
    tp_traverse(_m, self, visit) {
      const { base } = payload(self);
      if (base !== null) visit(base, 'base', -1);
    },
    tp_sizeof: (_m, self) => 96 + 16 * arrayData(self).shape.length + (payload(self).base === null ? arrayData(self).byteCount : 0),
    tp_repr: (m, self) => byPython(m, '_array_repr', [self]),
    tp_str: (m, self) => byPython(m, '_array_str', [self]),
    tp_iter(m, self) {
      const nd = arrayData(self);
      if (nd.shape.length === 0) throw typeError(m, 'iteration over a 0-d array');
      const items = range(nd.shape[0] ?? 0).map((i) => {
        const key = newInt(m, i);
        const item = getItem(m, self, key);
        decref(m, key);
        return item;
      });
      const list = newList(m, items);
      try {
        return call(m, dictGetStr(m, m.builtins, 'iter') as PyObject, [list]);
      } finally {
        decref(m, list);
      }
    },
    nb_bool(m, self) {
      const nd = arrayData(self);
      if (nd.size > 1) throw valueError(m, 'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()');
      const [value] = nd.values();
      return value !== undefined && value !== 0 && value !== 0n;
    },
    nb_int: (m, self) => single(m, self, 'int'), nb_float: (m, self) => single(m, self, 'float'),
    nb_index(m, self) {
      const nd = arrayData(self);
      if (nd.size !== 1 || nd.dtype.kind === 'f' || nd.shape.length > 0) throw typeError(m, 'only integer scalar arrays can be converted to a scalar index');
      return single(m, self, 'int');
    },
    nb_matrix_multiply: (m, a, b) => byPython(m, 'matmul', [a, b]),
    nb_inplace_add: inPlace('add'), nb_inplace_subtract: inPlace('subtract'), nb_inplace_multiply: inPlace('multiply'), nb_inplace_true_divide: inPlace('divide'),
    nb_inplace_floor_divide: inPlace('floor_divide'), nb_inplace_remainder: inPlace('remainder'), nb_inplace_and: inPlace('bitwise_and'),
    nb_inplace_or: inPlace('bitwise_or'), nb_inplace_xor: inPlace('bitwise_xor'), nb_inplace_lshift: inPlace('left_shift'), nb_inplace_rshift: inPlace('right_shift'),
    nb_inplace_power: (m, a, b) => inPlace('power')(m, a, b),
    mp_length(m, self) {
      const nd = arrayData(self);
      if (nd.shape.length === 0) throw typeError(m, 'len() of unsized object');
      return nd.shape[0] ?? 0;
    },
    mp_subscript: getItem,
    mp_ass_subscript: setItem,
    sq_contains(m, self, value) {
      const equal = applyBinary(m, 'equal', self, value);
      if (equal === null) return false;
      const answer = isArray(m, equal) ? arrayData(equal).values().some((item) => item !== 0) : richCompareBool(m, equal, m.True, EQ);
      decref(m, equal);
      return answer;
    },
    bf_getbuffer(_m, self) {
      const nd = arrayData(self);
      return {
        owner: incref(self), bytes: new Uint8Array(nd.view.buffer), offset: nd.offset, readonly: !nd.writeable, format: nd.dtype.char, itemsize: nd.dtype.size,
        shape: [...nd.shape], strides: [...nd.strides],
      } satisfies BufferView;
    },
  },
  methods: [
    { name: 'reshape', kind: 'fastkw', fn: (m, self, args) => reshape(m, self, args.length === 1 ? shapeArgument(m, args[0] as PyObject) : args.flatMap((arg) => shapeArgument(m, arg))) },
    { name: 'copy', kind: 'fastkw', fn: copyOf }, { name: '__copy__', kind: 'noargs', fn: copyOf }, { name: '__deepcopy__', kind: 'o', fn: copyOf },
    { name: 'view', kind: 'noargs', fn: (m, self) => newView(m, self, arrayData(self).window(arrayData(self).shape, arrayData(self).strides)) },
    { name: 'flatten', kind: 'noargs', fn: (m, self) => newArray(m, fromValues(arrayData(self).dtype, [arrayData(self).size], arrayData(self).values())) },
    {
      name: 'ravel', kind: 'noargs',
      fn: (m, self) => (arrayData(self).isContiguous() ? reshape(m, self, [-1]) : newArray(m, fromValues(arrayData(self).dtype, [arrayData(self).size], arrayData(self).values()))),
    },
    { name: 'transpose', kind: 'fast', min: 0, max: -1, fn: (m, self, args) => transpose(m, self, args.length === 1 && args[0] !== m.None ? shapeArgument(m, args[0] as PyObject) : args.flatMap((arg) => (arg === m.None ? [] : shapeArgument(m, arg)))) },
    { name: 'tolist', kind: 'noargs', fn: (m, self) => nested(m, arrayData(self)) },
    { name: 'item', kind: 'fast', min: 0, max: -1, fn: (m, self, args) => {
      const nd = arrayData(self);
      if (args.length === 0) {
        if (nd.size !== 1) throw valueError(m, 'can only convert an array of size 1 to a Python scalar');
        return pythonValue(m, nd.dtype, nd.values()[0] as Value);
      }
      const at = args.length === 1 ? nd.offsets()[integerIndex(m, args[0] as PyObject, nd.size, 0)] : args.reduce((sum, arg, d) => sum + integerIndex(m, arg, nd.shape[d] ?? 0, d) * (nd.strides[d] ?? 0), nd.offset);
      return pythonValue(m, nd.dtype, load(nd.view, at ?? 0, nd.dtype));
    } },
    { name: 'astype', kind: 'fastkw', fn: (m, self, args) => {
      const want = toDtype(m, args[0] ?? m.None);
      const nd = arrayData(self);
      return newArray(m, fromValues(want, nd.shape, nd.values().map((value) => cast(value, want))));
    } },
    { name: 'tobytes', kind: 'fastkw', fn: (m, self) => {
      const nd = arrayData(self);
      const flat = fromValues(nd.dtype, [nd.size], nd.values());
      return newBytes(m, new Uint8Array(flat.view.buffer));
    } },
    { name: 'fill', kind: 'o', fn: (m, self, value) => {
      assign(m, arrayData(self), toArray(m, value, null));
      return incref(m.None);
    } },
    { name: '__array__', kind: 'fastkw', fn: (_m, self) => incref(self) },
    { name: '__format__', kind: 'o', fn: (m, self, spec) => {
      if (isStr(spec) && strValue(spec) !== '' && arrayData(self).shape.length > 0) throw typeError(m, 'unsupported format string passed to numpy.ndarray.__format__');
      return byPython(m, '_array_str', [self]);
    } },
    ...['sum', 'prod', 'mean', 'std', 'var', 'min', 'max', 'argmin', 'argmax', 'cumsum', 'cumprod', 'any', 'all', 'dot', 'round', 'clip', 'argsort', 'nonzero', 'repeat', 'squeeze', 'take', 'trace', 'ptp', 'diagonal', 'swapaxes', 'searchsorted']
      .map((name) => ({ name, kind: 'fastkw' as const, fn: (m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null) => byPython(m, name === 'round' ? 'round_' : name, [self, ...args], kwnames) })),
    ...['sort', 'setflags', 'resize'].map((name) => ({ name, kind: 'fastkw' as const, fn: (m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null) => byPython(m, `_array_${name}`, [self, ...args], kwnames) })),
  ],
  getset: [
    { name: 'shape', get: (m, self) => numbers(m, arrayData(self).shape), set: (m, self, value) => {
      const shape = shapeArgument(m, value ?? m.emptyTuple);
      const made = reshape(m, self, shape);
      if (!arrayData(self).isContiguous()) {
        decref(m, made);
        throw raise(m, m.types.AttributeError, 'Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.');
      }
      arrayData(self).shape = arrayData(made).shape;
      arrayData(self).strides = arrayData(made).strides;
      decref(m, made);
    } },
    { name: 'strides', get: (m, self) => numbers(m, arrayData(self).strides) },
    { name: 'ndim', get: (m, self) => newInt(m, arrayData(self).shape.length) },
    { name: 'size', get: (m, self) => newInt(m, arrayData(self).size) },
    { name: 'nbytes', get: (m, self) => newInt(m, arrayData(self).byteCount) },
    { name: 'itemsize', get: (m, self) => newInt(m, arrayData(self).dtype.size) },
    { name: 'dtype', get: (m, self) => incref(dtypeObject(m, arrayData(self).dtype)) },
    { name: 'base', get: (m, self) => incref(payload(self).base ?? m.None) },
    { name: 'T', get: (m, self) => transpose(m, self, []) },
    { name: 'data', get: (m, self) => call(m, m.types.memoryview, [self]) },
    { name: 'real', get: (_m, self) => incref(self) },
    { name: 'flat', get: (m, self) => {
      const flat = newArray(m, fromValues(arrayData(self).dtype, [arrayData(self).size], arrayData(self).values()));
      try {
        return call(m, dictGetStr(m, m.builtins, 'iter') as PyObject, [flat]);
      } finally {
        decref(m, flat);
      }
    } },
    { name: 'flags', get: (m, self) => byPython(m, '_Flags', [self]) },
    { name: '_address', get: (m, self) => newInt(m, (arrayData(self).block === 0 ? m.addressOfObject(payload(self).base ?? self) + 96 : m.addressOfObject(self)) + arrayData(self).offset) },
    flag('owndata', (_nd, o) => payload(o).base === null), flag('c_contiguous', (nd) => nd.isContiguous()), flag('f_contiguous', (nd) => nd.isContiguous('F')),
    { name: '_writeable', get: (m, self) => newBool(m, arrayData(self).writeable), set: (m, self, value) => {
      arrayData(self).writeable = value === m.True;
    } },
  ],
};

function single(m: Machine, self: PyObject, kind: 'int' | 'float'): PyObject {
  const nd = arrayData(self);
  if (nd.size !== 1) throw typeError(m, 'only size-1 arrays can be converted to Python scalars');
  const [value = 0] = nd.values();
  return kind === 'float' ? newFloat(m, Number(value)) : newInt(m, typeof value === 'bigint' ? normalize(value) : normalize(BigInt(Math.trunc(value))));
}

/** np.ndarray. Borrowed. */
export const ndarrayType = (m: Machine): PyType => lazyType(m, ndarraySpec);

/** np.frombuffer. */
export function fromBuffer(m: Machine, source: PyObject, d: DType): PyObject {
  const view = getBuffer(m, source);
  try {
    const bytes = view.bytes.slice(view.offset);
    const nd = new NdData(d, [Math.floor(bytes.length / d.size)], [d.size], 0, new DataView(bytes.buffer));
    nd.writeable = !view.readonly;
    return newArray(m, nd);
  } finally {
    releaseBuffer(m, view);
  }
}
