// The binascii module (CPython 3.13 Modules/binascii.c): hexadecimal, base64, checksums.
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { isTrue } from '../objects/abstract.ts';
import { parseArgs } from '../objects/arguments.ts';
import { bytesOf } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytes.ts';
import { hexMethod } from '../objects/bytes-methods.ts';
import { latin1Bytes } from '../objects/codecs.ts';
import { newException, simpleException } from '../objects/exceptions.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { typeError } from '../objects/raise.ts';
import { newStr, strValue } from '../objects/str.ts';
import { latin1FromAscii } from './ascii-buffer.ts';
import { checksum } from './checksums.ts';

const errorSpec = simpleException('binascii.Error', 'ValueError', '');
const incompleteSpec = simpleException('binascii.Incomplete', 'Exception', '');

function fail(m: Machine, text: string): PyRaise {
  const message = newStr(m, text);
  try {
    return new PyRaise(newException(m, lazyType(m, errorSpec, m.types.ValueError), [message]));
  } finally {
    decref(m, message);
  }
}

function unhexlify(m: Machine, _self: PyObject, source: PyObject): PyObject {
  const text = latin1FromAscii(m, source);
  m.chargeWork(text.length);
  const { text: halfByte, comesFirst } = m.profile.halfByte;
  const isHalf = text.length % 2 !== 0;
  if (isHalf && comesFirst) throw fail(m, halfByte);
  if (!/^[0-9a-fA-F]*$/.test(text)) throw fail(m, 'Non-hexadecimal digit found');
  if (isHalf) throw fail(m, halfByte);
  const out = new Uint8Array(text.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return newBytes(m, out);
}

function hexlify(m: Machine, _self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [data, ...rest] = args;
  if (data === undefined) throw typeError(m, "hexlify() missing required argument 'data' (pos 1)");
  const text = hexMethod(m, bytesOf(m, data), rest, kwnames);
  const bytes = newBytes(m, latin1Bytes(strValue(text)));
  decref(m, text);
  return bytes;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encodeBase64(m: Machine, _self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [data, newline] = parseArgs(m, { name: 'b2a_base64', params: ['', 'newline'], required: 1, positional: 1 }, args, kwnames);
  const bytes = bytesOf(m, data as PyObject);
  m.chargeWork(bytes.length);
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += ALPHABET.charAt(word >> 18) + ALPHABET.charAt((word >> 12) & 63) + (left > 1 ? ALPHABET.charAt((word >> 6) & 63) : '=') + (left > 2 ? ALPHABET.charAt(word & 63) : '=');
  }
  if (!newline || isTrue(m, newline)) out += '\n';
  return newBytes(m, latin1Bytes(out));
}

function decodeBase64(m: Machine, _self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const [data, strictObject] = parseArgs(m, { name: 'a2b_base64', params: ['', 'strict_mode'], required: 1, positional: 1 }, args, kwnames);
  const text = latin1FromAscii(m, data as PyObject);
  const strict = strictObject ? isTrue(m, strictObject) : false;
  m.chargeWork(text.length);
  if (strict && text.startsWith('=')) throw fail(m, 'Leading padding not allowed');
  const out: number[] = [];
  let quad = 0;
  let left = 0;
  let pads = 0;
  let padding = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '=') {
      padding = true;
      if (quad >= 2 && quad + ++pads >= 4) {
        if (strict && i + 1 < text.length) throw fail(m, 'Excess data after padding');
        return newBytes(m, Uint8Array.from(out));
      }
      continue;
    }
    const value = ALPHABET.indexOf(char);
    if (value < 0) {
      if (strict) throw fail(m, 'Only base64 data is allowed');
      continue;
    }
    if (strict && padding) throw fail(m, 'Discontinuous padding not allowed');
    pads = 0;
    if (quad === 0) left = value;
    else if (quad === 1) {
      out.push(((left << 2) | (value >> 4)) & 255);
      left = value & 15;
    } else if (quad === 2) {
      out.push(((left << 4) | (value >> 2)) & 255);
      left = value & 3;
    } else out.push(((left << 6) | value) & 255);
    quad = (quad + 1) % 4;
  }
  if (quad === 1) throw fail(m, `Invalid base64-encoded string: number of data characters (${Math.floor(out.length / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`);
  if (quad !== 0) throw fail(m, 'Incorrect padding');
  return newBytes(m, Uint8Array.from(out));
}

/** Makes the module. */
export function binasciiModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: 'binascii',
    doc: 'Conversion between binary data and ASCII',
    functions: [
      { name: 'hexlify', kind: 'fastkw', fn: hexlify }, { name: 'b2a_hex', kind: 'fastkw', fn: hexlify },
      { name: 'unhexlify', kind: 'o', fn: unhexlify }, { name: 'a2b_hex', kind: 'o', fn: unhexlify },
      { name: 'b2a_base64', kind: 'fastkw', fn: encodeBase64 }, { name: 'a2b_base64', kind: 'fastkw', fn: decodeBase64 },
      checksum('crc32'),
    ],
    attributes: () => [['Error', incref(lazyType(m, errorSpec, m.types.ValueError))], ['Incomplete', incref(lazyType(m, incompleteSpec, m.types.Exception))]],
  });
}

