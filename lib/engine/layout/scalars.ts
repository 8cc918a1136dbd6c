// Layouts of values without references: int and bool (longintrepr.h), float, complex, None, str (unicodeobject.h), bytes.
import type { LayoutContext } from './layout.ts';
import type { StrData, StrExtras } from '../objects/str.ts';
import { bytesValue, isBytesExact } from '../objects/bytes.ts';
import { intValue, isInt } from '../objects/int.ts';
import { floatRepr } from '../objects/number-text.ts';
import { isStrExact, strHash } from '../objects/str.ts';
import { isStaticBlock } from '../memory/memory.ts';
import { encodeUtf8 } from '../modules/virtual-files.ts';

/** Writes the fields of a scalar; false = it is none. */
export function scalarFields(context: LayoutContext): boolean {
  const { m, o } = context;
  if (isInt(o)) writeInt(context);
  else if (o.ob_type === m.types.float) writeFloat(context, ['ob_fval'], [o.data as number]);
  else if (o.ob_type === m.types.complex) {
    const { real, imag } = o.data as { readonly real: number; readonly imag: number };
    writeFloat(context, ['cval.real', 'cval.imag'], [real, imag]);
  } else if (isStrExact(m, o)) writeStr(context, o.data);
  else if (isBytesExact(m, o)) writeBytes(context);
  else return o === m.None || o === m.Ellipsis || o === m.NotImplemented || o.ob_type.tp_name === 'object';
  return true;
}

/** PyLongObject: the size or tag word, then digits of 30 bits in 4 bytes each. */
function writeInt({ m, profile, o, out }: LayoutContext): void {
  const value = BigInt(intValue(o));
  let rest = value < 0n ? -value : value;
  const digits: number[] = [];
  for (; rest > 0n; rest >>= 30n) digits.push(Number(rest & 0x3fffffffn));
  const count = digits.length;
  const sign = value < 0n ? 'negative' : value === 0n ? 'zero' : 'positive';
  if (profile.intTag) {
    const isSmall = o.ob_type === m.types.int && isStaticBlock(o.block);
    const tag = (BigInt(count) << 3n) | (value < 0n ? 2n : value === 0n ? 1n : 0n) | (isSmall ? BigInt(profile.smallIntBit) : 0n);
    out.part('lv_tag', 8).word('lv_tag', { value: tag, meaning: `${count} digits, ${sign}${isSmall && profile.smallIntBit !== 0 ? ', cached' : ''}` });
  } else out.part('ob_size', 8).number('ob_size', value < 0n ? -count : count, `${count} digits, ${sign}`);
  if (count === 0) digits.push(0);
  out.part(digits.length === 1 ? 'digit' : `${digits.length} digits`, 4 * digits.length);
  const bytes = new Uint8Array(4 * digits.length);
  const view = new DataView(bytes.buffer);
  digits.forEach((digit, i) => view.setUint32(4 * i, digit, true));
  out.bytes('ob_digit bytes ', bytes, (chunk) => Array.from({ length: chunk.length / 4 }, (_, i) => new DataView(chunk.buffer, chunk.byteOffset).getUint32(4 * i, true)).join(', '));
}

function writeFloat({ out }: LayoutContext, labels: readonly string[], values: readonly number[]): void {
  labels.forEach((label, i) => {
    const view = new DataView(new ArrayBuffer(8));
    const value = values[i] ?? 0;
    view.setFloat64(0, value);
    out.part(label, 8).word(label, { value: view.getBigUint64(0), meaning: floatRepr(value) });
  });
}

/** PyASCIIObject, PyCompactUnicodeObject and the characters. */
function writeStr({ m, profile, o, out, storage }: LayoutContext, data: StrData): void {
  out.part('length', 8).number('length', data.length, `${data.length} characters`);
  out.part('hash', 8);
  // An interned str was looked up in the table of interned ones.
  if (data.hashed || data.interned) {
    const low = strHash(m, o);
    out.word('hash', { value: (BigInt(m.hashHi) << 32n) | BigInt(low >>> 0), meaning: 'computed' });
  } else out.word('hash', { value: -1n, meaning: 'not computed yet' });
  out.part('state', 8).word('state', strState(profile, data, o.ob_refcnt < 0, isStaticBlock(o.block)));
  const header = data.ascii ? m.profile.strHeader.ascii : m.profile.strHeader.other;
  const hasWstr = header - (data.ascii ? 40 : 56) > 0;
  if (hasWstr) out.part('wstr', 8).word('wstr', { value: 0n, meaning: 'NULL' });
  const utf8Bytes = data.extras?.utf8Bytes ?? 0;
  if (!data.ascii) {
    out.part('utf8_length', 8).number('utf8_length', utf8Bytes);
    out.part('utf8', 8);
    if (utf8Bytes === 0) out.word('utf8', { value: 0n, meaning: 'NULL' });
    else out.unknown('utf8', '→ the cached UTF-8 form');
    if (hasWstr) out.part('wstr_length', 8).number('wstr_length', 0);
  }
  out.part('characters', data.kind * data.length).part('NUL', data.kind);
  out.bytes('data', charBytes(data), (chunk) => textOf(chunk, data.kind));
  if (data.extras !== null && utf8Bytes > 0) storageUtf8(storage, data.value, data.extras, out);
}

function storageUtf8(storage: LayoutContext['storage'], text: string, { utf8Bytes, utf8Block }: StrExtras, out: LayoutContext['out']): void {
  const bytes = new Uint8Array(utf8Bytes + 1);
  bytes.set(encodeUtf8(text).subarray(0, utf8Bytes));
  if (utf8Block === 0) out.part('UTF-8 form', bytes.length);
  else storage('utf8', utf8Block, (buffer) => buffer.part('UTF-8 form', bytes.length).bytes('utf8', bytes, (chunk) => textOf(chunk, 1)));
}

/** struct state: interned (2 bits), kind (3), compact, ascii, then ready (3.11) or statically allocated (3.12+). */
function strState(profile: LayoutContext['profile'], data: StrData, isImmortal: boolean, isStatic: boolean): { readonly value: bigint; readonly meaning: string } {
  const interned = !data.interned ? 0 : isImmortal ? (isStatic ? Math.max(profile.strState.immortalInterned, profile.strState.ready ? 1 : 3) : profile.strState.immortalInterned) : 1;
  const last = profile.strState.ready || (isStatic && isImmortal) ? 128 : 0;
  const value = interned | (data.kind << 2) | 32 | (data.ascii ? 64 : 0) | last;
  const words = [data.interned ? 'interned' : '', `${data.kind} byte${data.kind === 1 ? '' : 's'} per character`, data.ascii ? 'ASCII' : ''];
  return { value: BigInt(value), meaning: words.filter((word) => word !== '').join(', ') };
}

function charBytes(data: StrData): Uint8Array {
  const bytes = new Uint8Array(data.kind * (data.length + 1));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const char of data.value) {
    const code = char.codePointAt(0) ?? 0;
    if (data.kind === 1) view.setUint8(at, code);
    else if (data.kind === 2) view.setUint16(at, code, true);
    else view.setUint32(at, code, true);
    at += data.kind;
  }
  return bytes;
}

function textOf(chunk: Uint8Array, kind: number): string {
  let text = '';
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  for (let at = 0; at + kind <= chunk.length; at += kind) {
    const code = kind === 1 ? view.getUint8(at) : kind === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
    text += code === 0 ? '␀' : code < 32 || (code >= 0xd800 && code < 0xe000) ? '·' : String.fromCodePoint(code);
  }
  return text;
}

/** PyBytesObject. */
function writeBytes({ o, out }: LayoutContext): void {
  const value = bytesValue(o);
  out.part('ob_size', 8).number('ob_size', value.length, `${value.length} bytes`);
  out.part('ob_shash', 8).unknown('ob_shash', 'cached hash, −1 until it is asked for');
  out.part('bytes', value.length).part('NUL', 1);
  const bytes = new Uint8Array(value.length + 1);
  bytes.set(value);
  out.bytes('ob_sval', bytes, (chunk) => textOf(chunk, 1));
}
