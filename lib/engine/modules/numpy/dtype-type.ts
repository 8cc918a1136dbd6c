// numpy.dtype as a Python type (numpy 1.24 numpy/core/src/multiarray/descriptor.c).
import type { Machine } from '../../machine.ts';
import { reprText } from '../../objects/abstract.ts';
import { allocObject } from '../../objects/alloc.ts';
import { newBool } from '../../objects/bool.ts';
import { newInt } from '../../objects/int.ts';
import { lazyType } from '../../objects/lazy-type.ts';
import { type PyObject, incref } from '../../objects/object.ts';
import { typeError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { EQ, NE, type PyType, type TypeSpec } from '../../objects/type.ts';
import { BOOL, DTYPES, type DType, FLOAT64, INT64, dtypeNamed, unknownDtype } from './dtype.ts';
import { scalarType } from './scalars.ts';

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

/** The dtype object of a dtype; new reference, one a machine. */
export function dtypeObject(m: Machine, d: DType): PyObject {
  const known = dtypeObjects.get(m) ?? new Map<DType, PyObject>();
  dtypeObjects.set(m, known);
  let o = known.get(d);
  if (o === undefined) known.set(d, (o = m.memory.uncounted(() => allocObject(m, lazyType(m, dtypeSpec), d))));
  return o;
}

/** numpy.dtype. */
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
