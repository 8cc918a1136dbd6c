// The struct module (CPython 3.13 Modules/_struct.c).
import { MAX_SSIZE } from '../limits.ts';
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { index as toIndex, isTrue } from '../objects/abstract.ts';
import { freeObject, gcUntrack } from '../objects/alloc.ts';
import { parseArgs } from '../objects/arguments.ts';
import { bytesOf, getBuffer, releaseBuffer, viewBytes } from '../objects/buffer.ts';
import { isBytes, newBytes } from '../objects/bytes.ts';
import { isBytearray } from '../objects/bytearray.ts';
import { encodeToBytes, latin1Text } from '../objects/codecs.ts';
import { newException, simpleException } from '../objects/exceptions.ts';
import { newFloat } from '../objects/float.ts';
import { numberToFloat } from '../objects/float-new.ts';
import { genericAlloc } from '../objects/instance.ts';
import { intValue, newInt, newSizeInt } from '../objects/int.ts';
import { bytesToInteger } from '../objects/int-methods.ts';
import { halfToNumber, numberToHalf } from '../objects/item-format.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { indexError, overflowError, runtimeError, typeError } from '../objects/raise.ts';
import { exactSize } from '../objects/size-argument.ts';
import { isStr, newStr, newStrAscii } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { type PyType, type TypeSpec, TypeFlag } from '../objects/type.ts';

/** One run of equal items in a format. */
interface Field {
  readonly kind: string;
  readonly offset: number;
  readonly size: number;
  readonly repeat: number;
}

/** A parsed format. */
interface Layout {
  readonly text: string;
  readonly fields: readonly Field[];
  readonly size: number;
  /** Values that pack takes. */
  readonly count: number;
  /** Sizes and alignment of this machine. */
  readonly native: boolean;
  readonly little: boolean;
}

/** What a Struct has whose __init__ was not called. */
const NO_LAYOUT: Layout = { text: '', fields: [], size: -1, count: -1, native: true, little: true };

const NATIVE: Readonly<Record<string, number>> = {
  x: 1, b: 1, B: 1, c: 1, s: 1, p: 1, '?': 1, h: 2, H: 2, i: 4, I: 4, l: 8, L: 8, q: 8, Q: 8, n: 8, N: 8, P: 8, e: 2, f: 4, d: 8,
};
const STANDARD: Readonly<Record<string, number>> = { ...NATIVE, l: 4, L: 4, n: 0, N: 0, P: 0 };

/** The module's state on one machine. */
interface State {
  readonly error: PyType;
  readonly structType: PyType;
  readonly iterType: PyType;
  readonly cache: Map<string, Layout>;
}

function fail(m: Machine, state: State, text: string): PyRaise {
  const message = newStr(m, text);
  try {
    return new PyRaise(newException(m, state.error, [message]));
  } finally {
    decref(m, message);
  }
}

/** prepare_s. */
function parseFormat(m: Machine, state: State, text: string): Layout {
  const known = state.cache.get(text);
  if (known !== undefined) return known;
  if (text.includes('\0')) throw fail(m, state, 'embedded null character');
  let at = 0;
  const order = text.charAt(0);
  const native = !'<>!='.includes(order) || order === '';
  const little = order !== '>' && order !== '!';
  if ('@<>!='.includes(order) && order !== '') at = 1;
  const sizes = native ? NATIVE : STANDARD;
  const fields: Field[] = [];
  let size = 0;
  let count = 0;
  while (at < text.length) {
    const char = text.charAt(at++);
    if (/^[ \t-\r]$/.test(char)) continue;
    let repeat = 1;
    let kind = char;
    if (/^[0-9]$/.test(char)) {
      const digits = /^[0-9]*/.exec(text.slice(at - 1))?.[0] ?? '';
      at += digits.length - 1;
      repeat = Number(digits);
      kind = text.charAt(at++);
      if (kind === '') throw fail(m, state, 'repeat count given without format specifier');
    }
    const width = Object.hasOwn(sizes, kind) ? sizes[kind] as number : 0;
    if (width === 0) throw fail(m, state, 'bad char in struct format');
    if (native && width > 1) size = Math.ceil(size / width) * width;
    const bytes = repeat * width;
    if (size + bytes >= MAX_SSIZE) throw fail(m, state, 'total struct size too long');
    if (kind === 's' || kind === 'p') {
      fields.push({ kind, offset: size, size: repeat, repeat: 1 });
      count++;
    } else if (kind !== 'x' && repeat > 0) {
      fields.push({ kind, offset: size, size: width, repeat });
      count += repeat;
    }
    size += bytes;
  }
  const layout: Layout = { text, fields, size, count, native, little };
  if (state.cache.size >= 100) state.cache.clear();
  state.cache.set(text, layout);
  return layout;
}

function layoutOf(m: Machine, state: State, o: PyObject): Layout {
  if (o.ob_type === state.structType || o.ob_type.tp_mro.includes(state.structType)) return o.data as Layout;
  if (isStr(o)) return parseFormat(m, state, latin1Text(encodeToBytes(m, o, 'ascii', 'strict')));
  if (isBytes(o)) return parseFormat(m, state, latin1Text(o.data.value));
  throw typeError(m, `Struct() argument 1 must be a str or bytes object, not ${o.ob_type.tp_name}`);
}

// --- packing ------------------------------------------------------------------------------------------------------------------------------

const NAMES: Readonly<Record<string, string>> = { b: 'byte', B: 'ubyte', h: 'short', H: 'ushort' };

function packInteger(m: Machine, state: State, kind: string, size: number, value: PyObject): bigint {
  if (value.ob_type.nb_index === null) throw fail(m, state, 'required argument is not an integer');
  const exact = toIndex(m, value);
  const number = BigInt(intValue(exact));
  decref(m, exact);
  const bits = BigInt(size * 8);
  const signed = 'bhilqn'.includes(kind);
  const low = signed ? -(1n << (bits - 1n)) : 0n;
  const high = signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  if (number < low || number > high) {
    if (m.profile.structErrorsNamed) throw fail(m, state, `'${kind}' format requires ${low} <= number <= ${high}`);
    if (kind in NAMES) throw fail(m, state, `${NAMES[kind]} format requires ${low} <= number <= ${high}`);
    throw fail(m, state, size === 4 && signed ? `'${kind}' format requires ${low} <= number <= ${high}` : 'argument out of range');
  }
  return number;
}

function packFloat(m: Machine, state: State, value: PyObject): number {
  if (value.ob_type.nb_float === null && value.ob_type.nb_index === null) throw fail(m, state, 'required argument is not a float');
  const exact = numberToFloat(m, value);
  const number = exact.data as number;
  decref(m, exact);
  return number;
}

function packValue(m: Machine, state: State, layout: Layout, field: Field, view: DataView, at: number, value: PyObject): void {
  const { kind, size } = field;
  const { little } = layout;
  switch (kind) {
    case '?': view.setUint8(at, isTrue(m, value) ? 1 : 0); return;
    case 'c': {
      if (!isBytes(value) || value.data.value.length !== 1) throw fail(m, state, 'char format requires a bytes object of length 1');
      view.setUint8(at, value.data.value[0] as number);
      return;
    }
    case 's': case 'p': packText(m, state, kind, size, view, at, value); return;
    case 'd': view.setFloat64(at, packFloat(m, state, value), little); return;
    case 'f': {
      const number = packFloat(m, state, value);
      if (!layout.native && Number.isFinite(number) && !Number.isFinite(Math.fround(number))) throw overflowError(m, 'float too large to pack with f format');
      view.setFloat32(at, number, little);
      return;
    }
    case 'e': {
      const half = numberToHalf(packFloat(m, state, value));
      if (half === null) throw overflowError(m, 'float too large to pack with e format');
      view.setUint16(at, half, little);
      return;
    }
    default: {
      let number = BigInt.asUintN(size * 8, packInteger(m, state, kind, size, value));
      for (let i = 0; i < size; i++) {
        view.setUint8(at + (little ? i : size - 1 - i), Number(number & 255n));
        number >>= 8n;
      }
    }
  }
}

function packText(m: Machine, state: State, kind: 's' | 'p', size: number, view: DataView, at: number, value: PyObject): void {
  if (!isBytes(value) && !isBytearray(m, value)) throw fail(m, state, `argument for '${kind}' must be a bytes object`);
  const bytes = bytesOf(m, value);
  const start = kind === 'p' ? 1 : 0;
  const count = Math.min(bytes.length, Math.max(0, size - start));
  for (let i = 0; i < count; i++) view.setUint8(at + start + i, bytes[i] as number);
  if (kind === 'p' && size > 0) view.setUint8(at, Math.min(count, 255));
}

function packInto(m: Machine, state: State, layout: Layout, target: Uint8Array, offset: number, values: readonly PyObject[]): void {
  m.chargeWork(layout.count + (layout.size >> 3));
  target.fill(0, offset, offset + layout.size);
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  let next = 0;
  for (const field of layout.fields) {
    for (let i = 0; i < field.repeat; i++) packValue(m, state, layout, field, view, offset + field.offset + i * field.size, values[next++] as PyObject);
  }
}

function pack(m: Machine, state: State, layout: Layout, values: readonly PyObject[]): PyObject {
  if (values.length !== layout.count) throw fail(m, state, `pack expected ${layout.count} items for packing (got ${values.length})`);
  m.memory.expect(layout.size);
  const bytes = new Uint8Array(layout.size);
  packInto(m, state, layout, bytes, 0, values);
  return newBytes(m, bytes);
}

/** An offset, exactly: IndexError where it is no Py_ssize_t. */
function offsetArgument(m: Machine, o: PyObject): bigint {
  const exact = toIndex(m, o);
  const value = BigInt(intValue(exact));
  decref(m, exact);
  if (BigInt.asIntN(64, value) !== value) throw indexError(m, `cannot fit '${o.ob_type.tp_name}' into an index-sized integer`);
  return value;
}

function packIntoBuffer(m: Machine, state: State, layout: Layout, args: readonly PyObject[]): PyObject {
  const [buffer, offsetObject, ...values] = args;
  if (buffer === undefined) throw fail(m, state, 'pack_into expected buffer argument');
  if (offsetObject === undefined) throw fail(m, state, 'pack_into expected offset argument');
  if (values.length !== layout.count) throw fail(m, state, `pack_into expected ${layout.count} items for packing (got ${values.length})`);
  if (buffer.ob_type.bf_getbuffer === null || isBytes(buffer)) throw typeError(m, `argument must be read-write bytes-like object, not ${buffer.ob_type.tp_name}`);
  const exactOffset = offsetArgument(m, offsetObject);
  let offset = Number(exactOffset);
  const view = getBuffer(m, buffer, true);
  try {
    const bytes = viewBytes(view);
    if (offset < 0) {
      if (offset + layout.size > 0) throw fail(m, state, `no space to pack ${layout.size} bytes at offset ${offset}`);
      if (offset + bytes.length < 0) throw fail(m, state, `offset ${exactOffset} out of range for ${bytes.length}-byte buffer`);
      offset += bytes.length;
    }
    if (bytes.length - offset < layout.size) {
      throw fail(m, state, `pack_into requires a buffer of at least ${BigInt(layout.size) + (offset > bytes.length ? exactOffset : BigInt(offset))} bytes for packing ${layout.size} bytes at offset ${offset > bytes.length ? exactOffset : offset} (actual buffer size is ${bytes.length})`);
    }
    packInto(m, state, layout, bytes, offset, values);
  } finally {
    releaseBuffer(m, view);
  }
  return incref(m.None);
}

// --- unpacking ----------------------------------------------------------------------------------------------------------------------------

function unpackValue(m: Machine, layout: Layout, field: Field, bytes: Uint8Array, view: DataView, at: number): PyObject {
  const { kind, size } = field;
  const { little } = layout;
  switch (kind) {
    case '?': return incref(view.getUint8(at) !== 0 ? m.True : m.False);
    case 'c': case 's': return newBytes(m, bytes.slice(at, at + size));
    case 'p': {
      const length = size === 0 ? 0 : Math.min(bytes[at] as number, size - 1);
      return newBytes(m, bytes.slice(at + 1, at + 1 + length));
    }
    case 'd': return newFloat(m, view.getFloat64(at, little));
    case 'f': return newFloat(m, view.getFloat32(at, little));
    case 'e': return newFloat(m, halfToNumber(view.getUint16(at, little)));
    default: return newInt(m, bytesToInteger(bytes.subarray(at, at + size), little, 'bhilqn'.includes(kind)));
  }
}

function unpackAt(m: Machine, layout: Layout, bytes: Uint8Array, offset: number): PyObject {
  m.chargeWork(layout.count + 1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const items: PyObject[] = [];
  for (const field of layout.fields) {
    for (let i = 0; i < field.repeat; i++) items.push(unpackValue(m, layout, field, bytes, view, offset + field.offset + i * field.size));
  }
  return newTuple(m, items);
}

function unpack(m: Machine, state: State, layout: Layout, buffer: PyObject): PyObject {
  const bytes = bytesOf(m, buffer);
  if (bytes.length !== layout.size) throw fail(m, state, `unpack requires a buffer of ${layout.size} bytes`);
  return unpackAt(m, layout, bytes, 0);
}

function unpackFrom(m: Machine, state: State, layout: Layout, buffer: PyObject, exactOffset: bigint): PyObject {
  const bytes = bytesOf(m, buffer);
  let at = Number(exactOffset);
  if (at < 0) {
    if (at + layout.size > 0) throw fail(m, state, `not enough data to unpack ${layout.size} bytes at offset ${at}`);
    if (at + bytes.length < 0) throw fail(m, state, `offset ${exactOffset} out of range for ${bytes.length}-byte buffer`);
    at += bytes.length;
  }
  if (bytes.length - at < layout.size) {
    throw fail(m, state, `unpack_from requires a buffer of at least ${BigInt(layout.size) + (at > bytes.length ? exactOffset : BigInt(at))} bytes for unpacking ${layout.size} bytes at offset ${at > bytes.length ? exactOffset : at} (actual buffer size is ${bytes.length})`);
  }
  return unpackAt(m, layout, bytes, at);
}

interface UnpackIterData {
  readonly layout: Layout;
  readonly buffer: PyObject;
  at: number;
}

function iterUnpack(m: Machine, state: State, layout: Layout, buffer: PyObject): PyObject {
  const bytes = bytesOf(m, buffer);
  if (layout.size === 0) throw fail(m, state, 'cannot iteratively unpack with a struct of length 0');
  if (bytes.length % layout.size !== 0) throw fail(m, state, `iterative unpacking requires a buffer of a multiple of ${layout.size} bytes`);
  return genericAlloc(m, state.iterType, { layout, buffer: incref(buffer), at: 0 } satisfies UnpackIterData);
}

const iterSpec: TypeSpec = {
  name: '_struct.unpack_iterator',
  basicsize: 112,
  flags: TypeFlag.HAVE_GC | TypeFlag.DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (m, self) => {
      gcUntrack(m, self);
      decref(m, (self.data as UnpackIterData).buffer);
      freeObject(m, self);
    },
    tp_traverse: (_m, self, visit) => visit((self.data as UnpackIterData).buffer, 'buffer', -1),
    tp_iter: (_m, self) => incref(self),
    tp_iternext: (m, self) => {
      const data = self.data as UnpackIterData;
      const bytes = bytesOf(m, data.buffer);
      if (data.at + data.layout.size > bytes.length) return null;
      const item = unpackAt(m, data.layout, bytes, data.at);
      data.at += data.layout.size;
      return item;
    },
  },
  methods: [
    {
      name: '__length_hint__', kind: 'noargs',
      fn: (m, self) => {
        const data = self.data as UnpackIterData;
        return newInt(m, Math.floor((bytesOf(m, data.buffer).length - data.at) / data.layout.size));
      },
    },
  ],
};

function structSpec(state: () => State): TypeSpec {
  const layout = (o: PyObject): Layout => o.data as Layout;
  const ready = (m: Machine, o: PyObject): Layout => {
    if (o.data === NO_LAYOUT) throw runtimeError(m, 'Struct object is not initialized');
    return layout(o);
  };
  return {
    name: '_struct.Struct',
    basicsize: (m) => m.profile.basicsize.struct,
    flags: TypeFlag.BASETYPE | TypeFlag.HAVE_GC,
    hasWeakrefs: true,
    doc: 'Struct(fmt) --> compiled struct object',
    slots: {
      tp_dealloc: (m, self) => {
        gcUntrack(m, self);
        freeObject(m, self);
      },
      tp_traverse: () => {},
      tp_new: (m, type) => genericAlloc(m, type, NO_LAYOUT),
      tp_init: (m, self, args, kwnames) => {
        const [format] = parseArgs(m, { name: 'Struct', params: ['format'], required: 1 }, args, kwnames);
        self.data = layoutOf(m, state(), format as PyObject);
      },
      tp_repr: (m, self) => (m.profile.structHasRepr ? newStr(m, `Struct('${layout(self).text}')`) : newStr(m, `<_struct.Struct object at 0x${m.addressOfObject(self).toString(16)}>`)),
      tp_sizeof: (m, self) => m.profile.basicsize.struct + 32 * (layout(self).fields.length + 1),
    },
    methods: [
      { name: 'pack', kind: 'fast', min: 0, max: -1, fn: (m, self, args) => pack(m, state(), ready(m, self), args) },
      { name: 'pack_into', kind: 'fast', min: 0, max: -1, fn: (m, self, args) => packIntoBuffer(m, state(), ready(m, self), args) },
      { name: 'unpack', kind: 'o', fn: (m, self, buffer) => unpack(m, state(), ready(m, self), buffer) },
      { name: 'unpack_from', kind: 'fastkw', fn: (m, self, args, kwnames) => {
        const [buffer, offset] = parseArgs(m, { name: 'unpack_from', params: ['buffer', 'offset'], required: 1 }, args, kwnames);
        return unpackFrom(m, state(), ready(m, self), buffer as PyObject, offset ? BigInt(exactSize(m, offset)) : 0n);
      } },
      { name: 'iter_unpack', kind: 'o', fn: (m, self, buffer) => iterUnpack(m, state(), ready(m, self), buffer) },
    ],
    getset: [
      { name: 'format', get: (m, self) => newStrAscii(m, layout(self).text), doc: 'struct format string' },
      { name: 'size', get: (m, self) => newInt(m, layout(self).size), doc: 'struct size in bytes' },
    ],
  };
}

/** The first argument of pack and pack_into. */
function formatArgument(m: Machine, args: readonly PyObject[]): PyObject {
  const [format] = args;
  if (format === undefined) throw typeError(m, 'missing format argument');
  return format;
}

/** struct.error. */
const structErrorSpec = simpleException('struct.error', 'Exception', '');

/** Makes the module. */
export function structModule(m: Machine): PyObject {
  const holder: { state: State | null } = { state: null };
  const current = (): State => {
    if (holder.state === null) throw new Error('struct is being made');
    return holder.state;
  };
  const structType = lazyType(m, structSpec(current));
  const iterType = lazyType(m, iterSpec);
  const error = lazyType(m, structErrorSpec, m.types.Exception);
  const state: State = { error, structType, iterType, cache: new Map() };
  holder.state = state;
  return newNativeModule(m, {
    name: 'struct',
    definedIn: '_struct',
    functions: [
      { name: 'calcsize', kind: 'o', fn: (machine, _s, format) => newSizeInt(machine, layoutOf(machine, state, format).size) },
      { name: 'pack', kind: 'fast', min: 0, max: -1, fn: (machine, _s, args) => pack(machine, state, layoutOf(machine, state, formatArgument(machine, args)), args.slice(1)) },
      { name: 'pack_into', kind: 'fast', min: 0, max: -1, fn: (machine, _s, args) => packIntoBuffer(machine, state, layoutOf(machine, state, formatArgument(machine, args)), args.slice(1)) },
      { name: 'unpack', kind: 'fast', min: 2, max: 2, fn: (machine, _s, args) => unpack(machine, state, layoutOf(machine, state, args[0] as PyObject), args[1] as PyObject) },
      { name: 'unpack_from', kind: 'fastkw', fn: (machine, _s, args, kwnames) => {
        const [format, buffer, offset] = parseArgs(machine, { name: 'unpack_from', params: ['', 'buffer', 'offset'], required: 2 }, args, kwnames);
        return unpackFrom(machine, state, layoutOf(machine, state, format as PyObject), buffer as PyObject, offset ? BigInt(exactSize(machine, offset)) : 0n);
      } },
      { name: 'iter_unpack', kind: 'fast', min: 2, max: 2, fn: (machine, _s, args) => iterUnpack(machine, state, layoutOf(machine, state, args[0] as PyObject), args[1] as PyObject) },
      { name: '_clearcache', kind: 'noargs', fn: (machine) => (state.cache.clear(), incref(machine.None)) },
    ],
    attributes: () => [['Struct', structType], ['error', error]],
  });
}

