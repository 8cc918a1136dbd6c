// How arrays are pickled (CPython 3.13 Modules/arraymodule.c: typecode_to_mformat_code, array___reduce_ex__, array__array_reconstructor_impl).
import { arrayTypeOf, newArray } from './array.ts';
import { arrayData, type ArrayData, getItem, storeItem } from './array-items.ts';
import type { Machine } from '../machine.ts';
import { asSize, lookupAttr } from '../objects/abstract.ts';
import { badArgument } from '../objects/arguments.ts';
import { bytesValue, isBytes, newBytes } from '../objects/bytes.ts';
import { newFloat } from '../objects/float.ts';
import { isInt, newInt, normalize } from '../objects/int.ts';
import { intern } from '../objects/names.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { charStr, isStr, newStrAscii } from '../objects/str.ts';
import { newList } from '../objects/list.ts';
import { itemSize } from '../objects/item-format.ts';
import { newTuple } from '../objects/tuple.ts';
import { type NativeSpec, PyType } from '../objects/type.ts';

/** How a machine stores items. */
interface MachineFormat {
  readonly kind: 'unsigned' | 'signed' | 'float' | 'text';
  readonly size: number;
  readonly isLittle: boolean;
}

const INTEGER_SIZES = [1, 2, 4, 8];
const formats = (kind: MachineFormat['kind'], size: number): MachineFormat[] => (size === 1 ? [{ kind, size, isLittle: true }] : [{ kind, size, isLittle: true }, { kind, size, isLittle: false }]);
const unsignedAndSigned = INTEGER_SIZES.map((size) => [formats('unsigned', size), formats('signed', size)]);

/** enum machine_format_code: a format's number is its place. */
const FORMATS: readonly MachineFormat[] = [...unsignedAndSigned.flat(2), ...formats('float', 4), ...formats('float', 8), ...formats('text', 2), ...formats('text', 4)];

const SIGNED = 'bhilq';
const UNSIGNED = 'BHILQ';

function kindOf(code: string): MachineFormat['kind'] | null {
  if (SIGNED.includes(code)) return 'signed';
  if (UNSIGNED.includes(code)) return 'unsigned';
  if (code === 'u' || code === 'w') return 'text';
  return code === 'f' || code === 'd' ? 'float' : null;
}

/** -1: none is known. */
function formatCode(data: ArrayData): number {
  const kind = kindOf(data.code);
  return FORMATS.findIndex((format) => format.isLittle && format.kind === kind && format.size === data.itemsize);
}

function reduce(m: Machine, self: PyObject, protocol: PyObject): PyObject {
  if (!isInt(protocol)) throw typeError(m, '__reduce_ex__ argument should be an integer');
  const data = arrayData(self);
  const format = formatCode(data);
  const state = lookupAttr(m, self, intern(m, '__dict__')) ?? incref(m.None);
  m.chargeWork(data.length);
  if (format < 0 || asSize(m, protocol, m.types.OverflowError) < 3) {
    const list = newList(m, Array.from({ length: data.length }, (_, i) => getItem(m, data, i)));
    return newTuple(m, [incref(self.ob_type), newTuple(m, [newStrAscii(m, data.code), list]), state]);
  }
  const args = newTuple(m, [incref(self.ob_type), newStrAscii(m, data.code), newInt(m, format), newBytes(m, data.bytes.slice())]);
  const module = m.vm.importModule('array');
  try {
    return newTuple(m, [lookupAttr(m, module, intern(m, '_array_reconstructor')) ?? incref(m.None), args, state]);
  } finally {
    decref(m, module);
  }
}

/** array.__reduce_ex__. */
export const reduceExMethod: NativeSpec = { name: '__reduce_ex__', kind: 'o', sig: '($self, value, /)', fn: reduce, doc: 'Return state information for pickling.' };

/** array._array_reconstructor(arraytype, typecode, mformat_code, items): makes an array of what another machine has stored. */
export const reconstructor: NativeSpec = {
  name: '_array_reconstructor', kind: 'fast', min: 4, max: 4, sig: '($module, arraytype, typecode, mformat_code, items, /)', doc: 'Internal. Used for pickling support.',
  fn(m, _self, args) {
    const [type, code, formatNumber, items] = args as [PyObject, PyObject, PyObject, PyObject];
    if (!(type instanceof PyType)) throw typeError(m, `first argument must be a type object, not ${type.ob_type.tp_name}`);
    if (!type.tp_mro.includes(arrayTypeOf(m))) throw typeError(m, `${type.tp_name} is not a subtype of array.array`);
    if (!isStr(code) || code.data.length !== 1) throw badArgument(m, '_array_reconstructor', 'argument 2', 'a unicode character', code);
    const format = asSize(m, formatNumber, m.types.OverflowError);
    if (!m.profile.arrayCodes.includes(code.data.value)) throw valueError(m, 'second argument must be a valid type code');
    const stored = FORMATS[format];
    if (stored === undefined) throw valueError(m, 'third argument must be a valid machine format code.');
    if (!isBytes(items)) throw typeError(m, `fourth argument should be bytes, not ${items.ob_type.tp_name}`);
    return made(m, type, code.data.value, stored, bytesValue(items));
  },
};

function made(m: Machine, type: PyType, code: string, stored: MachineFormat, bytes: Uint8Array): PyObject {
  const same = nativeCode(m, code, stored);
  const isOwn = stored.isLittle && stored.kind === kindOf(code) && stored.size === itemSize(code);
  // mformat_descriptors gives the text formats twice their size.
  if (!isOwn && bytes.length % (stored.kind === 'text' ? stored.size * 2 : stored.size) !== 0) throw valueError(m, 'string length not a multiple of item size');
  if (bytes.length % stored.size !== 0) throw valueError(m, 'bytes length not a multiple of item size');
  const count = bytes.length / stored.size;
  m.chargeWork(count);
  const o = newArray(m, type, same, count);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    for (let i = 0; i < count; i++) {
      const item = readItem(m, view, i * stored.size, stored);
      try {
        storeItem(m, arrayData(o), i, item);
      } finally {
        decref(m, item);
      }
    }
    return incref(o);
  } finally {
    decref(m, o);
  }
}

/** Integers of another size than the code's get the code that has it here. */
function nativeCode(m: Machine, code: string, { kind, size }: MachineFormat): string {
  if (kind !== 'signed' && kind !== 'unsigned') return code;
  const fits = (other: string): boolean => kindOf(other) === kind && INTEGER_BYTES[other] === size;
  return fits(code) ? code : m.profile.arrayCodes.find(fits) ?? code;
}

const INTEGER_BYTES: Readonly<Record<string, number>> = { b: 1, B: 1, h: 2, H: 2, i: 4, I: 4, l: 8, L: 8, q: 8, Q: 8 };

function readItem(m: Machine, view: DataView, at: number, { kind, size, isLittle }: MachineFormat): PyObject {
  if (kind === 'float') return newFloat(m, size === 4 ? view.getFloat32(at, isLittle) : view.getFloat64(at, isLittle));
  if (kind === 'text') {
    const code = size === 2 ? view.getUint16(at, isLittle) : view.getUint32(at, isLittle);
    if (code > 0x10ffff) throw valueError(m, 'code point not in range(0x110000)');
    return charStr(m, code);
  }
  let value = 0n;
  for (let i = 0; i < size; i++) value = (value << 8n) | BigInt(view.getUint8(at + (isLittle ? size - 1 - i : i)));
  return newInt(m, normalize(kind === 'signed' ? BigInt.asIntN(size * 8, value) : value));
}
