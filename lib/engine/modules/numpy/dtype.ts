// The element types of numpy 1.24: names, sizes, promotion, and how an element lies in memory (numpy/core/src/multiarray/descriptor.c).
import type { Machine } from '../../machine.ts';
import { raise } from '../../objects/raise.ts';
import type { PyRaise } from '../../errors.ts';

/** An element as the engine computes with it: 64-bit ints as bigint, everything else as number (bool: 0 or 1). */
export type Value = number | bigint;

/** One element type. */
export interface DType {
  readonly name: string;
  /** b bool, i signed, u unsigned, f float. */
  readonly kind: 'b' | 'i' | 'u' | 'f';
  readonly size: number;
  /** dtype.char and the struct-module format of the buffer protocol. */
  readonly char: string;
  /** dtype.num. */
  readonly num: number;
}

const row = (name: string, kind: DType['kind'], size: number, char: string, num: number): DType => ({ name, kind, size, char, num });

export const BOOL = row('bool', 'b', 1, '?', 0);
export const INT8 = row('int8', 'i', 1, 'b', 1);
export const INT64 = row('int64', 'i', 8, 'l', 7);
export const UINT64 = row('uint64', 'u', 8, 'L', 8);
export const FLOAT32 = row('float32', 'f', 4, 'f', 11);
export const FLOAT64 = row('float64', 'f', 8, 'd', 12);

/** All of them, smaller before larger within a kind. */
export const DTYPES: readonly DType[] = [
  BOOL, INT8, row('uint8', 'u', 1, 'B', 2), row('int16', 'i', 2, 'h', 3), row('uint16', 'u', 2, 'H', 4), row('int32', 'i', 4, 'i', 5),
  row('uint32', 'u', 4, 'I', 6), INT64, UINT64, FLOAT32, FLOAT64,
];

const NAMES = new Map<string, DType>(DTYPES.flatMap((d) => [
  [d.name, d], [d.char, d], [`${d.kind}${d.size}`, d], [`<${d.kind}${d.size}`, d], [`=${d.kind}${d.size}`, d], [`|${d.kind}${d.size}`, d],
] as [string, DType][]));
for (const [alias, name] of [['int', 'int64'], ['float', 'float64'], ['bool_', 'bool'], ['q', 'int64'], ['Q', 'uint64'], ['uint', 'uint64'], ['half', 'float16'], ['single', 'float32'], ['double', 'float64'], ['byte', 'int8'], ['ubyte', 'uint8'], ['short', 'int16'], ['ushort', 'uint16'], ['intc', 'int32'], ['b1', 'bool']] as const) {
  const found = NAMES.get(name);
  if (found !== undefined) NAMES.set(alias, found);
}

/** The element type of a name: 'int32', 'i4', '<f8', 'd'. */
export function dtypeNamed(name: string): DType | null {
  return NAMES.get(name) ?? null;
}

/** For element types of numpy that are not here. */
export function unknownDtype(m: Machine, text: string): PyRaise {
  const real = /^[<>=|]?([OSUVMmcFDGe]\d*|object|str|bytes|complex\d*|float16|datetime64.*|timedelta64.*|longdouble|float128)$/.test(text);
  return raise(m, real ? m.types.NotImplementedError : m.types.TypeError, real ? `numpy's dtype '${text}' is not simulated` : `data type '${text}' not understood`);
}

export const isWide = (d: DType): boolean => d.size === 8 && d.kind !== 'f';

/** np.promote_types. */
export function promote(a: DType, b: DType): DType {
  if (a === b) return a;
  if (a.kind === 'b') return b;
  if (b.kind === 'b') return a;
  if (a.kind === b.kind) return a.size >= b.size ? a : b;
  if (a.kind === 'f' || b.kind === 'f') {
    const [float, int] = a.kind === 'f' ? [a, b] : [b, a];
    return float.size === 4 && int.size <= 2 ? FLOAT32 : FLOAT64;
  }
  const [signed, unsigned] = a.kind === 'i' ? [a, b] : [b, a];
  if (signed.size > unsigned.size) return signed;
  return dtypeNamed(`i${unsigned.size * 2}`) ?? FLOAT64;
}

/** Bounds of an integer type. */
export function bounds(d: DType): readonly [bigint, bigint] {
  const bits = BigInt(8 * d.size);
  return d.kind === 'i' ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, d.kind === 'b' ? 1n : (1n << bits) - 1n];
}

/** A value as an element of `d`, wrapped or rounded as C casts it. */
export function cast(value: Value, d: DType): Value {
  switch (d.kind) {
    case 'b':
      return value === 0 || value === 0n ? 0 : 1;
    case 'f':
      return d.size === 4 ? Math.fround(Number(value)) : Number(value);
    default: {
      if (typeof value === 'number' && Number.isSafeInteger(value) && !isWide(d)) {
        const bits = 8 * d.size;
        if (bits === 32) return d.kind === 'i' ? value | 0 : value >>> 0;
        const low = value & (2 ** bits - 1);
        return d.kind === 'i' && low >= 2 ** (bits - 1) ? low - 2 ** bits : low;
      }
      const whole = typeof value === 'bigint' ? value : Number.isFinite(value) ? BigInt(Math.trunc(value)) : -(1n << 63n);
      const wrapped = d.kind === 'i' ? BigInt.asIntN(8 * d.size, whole) : BigInt.asUintN(8 * d.size, whole);
      return isWide(d) ? wrapped : Number(wrapped);
    }
  }
}

/** Reads the element at a byte. */
export function load(view: DataView, at: number, d: DType): Value {
  switch (d.char) {
    case '?': case 'B': return view.getUint8(at);
    case 'b': return view.getInt8(at);
    case 'h': return view.getInt16(at, true);
    case 'H': return view.getUint16(at, true);
    case 'i': return view.getInt32(at, true);
    case 'I': return view.getUint32(at, true);
    case 'l': return view.getBigInt64(at, true);
    case 'L': return view.getBigUint64(at, true);
    case 'f': return view.getFloat32(at, true);
    default: return view.getFloat64(at, true);
  }
}

/** Writes an element that `cast` made. */
export function store(view: DataView, at: number, d: DType, value: Value): void {
  switch (d.char) {
    case '?': case 'B': view.setUint8(at, value as number); return;
    case 'b': view.setInt8(at, value as number); return;
    case 'h': view.setInt16(at, value as number, true); return;
    case 'H': view.setUint16(at, value as number, true); return;
    case 'i': view.setInt32(at, value as number, true); return;
    case 'I': view.setUint32(at, value as number, true); return;
    case 'l': view.setBigInt64(at, value as bigint, true); return;
    case 'L': view.setBigUint64(at, value as bigint, true); return;
    case 'f': view.setFloat32(at, value as number, true); return;
    default: view.setFloat64(at, value as number, true);
  }
}
