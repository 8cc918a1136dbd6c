// numpy's scalar types: sizes, arithmetic, texts (numpy 1.24 numpy/core/src/multiarray/scalartypes.c.src).
import type { Machine } from '../../machine.ts';
import { reprText } from '../../objects/abstract.ts';
import { allocObject, freeObject } from '../../objects/alloc.ts';
import { newBool } from '../../objects/bool.ts';
import { call } from '../../objects/call.ts';
import { dictGetStr } from '../../objects/dict.ts';
import { newFloat } from '../../objects/float.ts';
import { intValue, isInt, newInt, normalize } from '../../objects/int.ts';
import { lazyType } from '../../objects/lazy-type.ts';
import { moduleDict } from '../../objects/module.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { makeBuiltinType } from '../../objects/type-ready.ts';
import { type PyType, type TypeSlots, type TypeSpec, TypeFlag, isSubtype } from '../../objects/type.ts';
import { DTYPES, type DType, FLOAT64, type Value, cast } from './dtype.ts';
import { fromValues } from './storage.ts';
import { newArray, outOfBounds, toArray } from './arrays.ts';
import { dtypeObject, toDtype } from './dtype-type.ts';
import { numberSlots } from './ndarray.ts';

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

/** The dtype of a numpy scalar; null for what is none. */
export function scalarDtype(m: Machine, o: PyObject): DType | null {
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
export function byPython(m: Machine, name: string, args: readonly PyObject[], kwnames: PyObject | null = null): PyObject {
  const module = m.vm.importModule('numpy');
  try {
    return call(m, dictGetStr(m, moduleDict(module), name) as PyObject, args, kwnames);
  } finally {
    decref(m, module);
  }
}
