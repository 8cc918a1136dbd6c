// numpy.ndarray (numpy 1.24 numpy/core/src/multiarray/arrayobject.c, methods.c, getset.c, shape.c).
import type { Machine } from '../../machine.ts';
import { index as toIndex, richCompareBool } from '../../objects/abstract.ts';
import { freeObject } from '../../objects/alloc.ts';
import type { BufferView } from '../../objects/buffer.ts';
import { newBool } from '../../objects/bool.ts';
import { newBytes } from '../../objects/bytes.ts';
import { call } from '../../objects/call.ts';
import { dictGetStr } from '../../objects/dict.ts';
import { newFloat } from '../../objects/float.ts';
import { asIndexNumber, newInt, normalize } from '../../objects/int.ts';
import { lazyType } from '../../objects/lazy-type.ts';
import { isList, listItems, newList } from '../../objects/list.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { raise, typeError, valueError } from '../../objects/raise.ts';
import { isStr, strValue } from '../../objects/str.ts';
import { isTuple, newTuple, tupleItems } from '../../objects/tuple.ts';
import { type BinaryFn, type CompareOp, EQ, type GetSetSpec, type PyType, type TypeSlots, type TypeSpec, TypeFlag } from '../../objects/type.ts';
import { clearWeakrefs } from '../../objects/weakref.ts';
import { binary } from './arithmetic.ts';
import { FLOAT64, type Value, cast, load } from './dtype.ts';
import { type NdData, allocate, fromValues, shapeText, stridesOf } from './storage.ts';
import { payload, arrayData, isArray, newArray, newView, toArray, assign } from './arrays.ts';
import { dtypeObject, toDtype } from './dtype-type.ts';
import { integerIndex, range, getItem, setItem } from './indexing.ts';
import { operand, RANK, meet, applyBinary, castingError, applyUnary } from './operators.ts';
import { pythonValue, byPython } from './scalars.ts';

const COMPARE: readonly string[] = ['less', 'less_equal', 'equal', 'not_equal', 'greater', 'greater_equal'];

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

/** The operators of arrays and scalars. */
export const numberSlots: Partial<TypeSlots> = {
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
  unhashable: () => true,
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
