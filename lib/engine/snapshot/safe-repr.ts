// A short repr of an object for people who look at memory. It never runs Python code: only exact built-in types show their contents.
import type { Machine } from '../machine.ts';
import { bytesValue, isBytesExact } from '../objects/bytes.ts';
import { floatRepr } from '../objects/number-text.ts';
import { intValue, isIntExact } from '../objects/int.ts';
import type { PyObject } from '../objects/object.ts';
import { textRepr } from '../objects/str-repr.ts';
import { isStrExact, strValue } from '../objects/str.ts';
import { PyType } from '../objects/type.ts';
import { containerItems, describeCallable } from './contents.ts';

const MAX_CHARS = 48;
const MAX_ITEMS = 6;
const MAX_DEPTH = 2;

/** At most about 48 characters: `[1, 'two', …]`, `<Node>`, `<function walk>`. */
export function safeRepr(m: Machine, o: PyObject): string {
  return clip(reprAt(m, o, 0));
}

function reprAt(m: Machine, o: PyObject, depth: number): string {
  if (o === m.None) return 'None';
  if (o === m.True) return 'True';
  if (o === m.False) return 'False';
  if (o === m.Ellipsis) return 'Ellipsis';
  if (isIntExact(m, o)) return clip(intText(intValue(o)));
  if (isStrExact(m, o)) return clip(textRepr(strValue(o).slice(0, MAX_CHARS * 2)));
  if (o.ob_type === m.types.float) return floatRepr(o.data as number);
  if (isBytesExact(m, o)) return bytesText(bytesValue(o));
  if (o instanceof PyType) return `<class '${o.tp_name}'>`;
  const container = containerItems(m, o);
  if (container !== null) return containerText(m, container, depth);
  return describeCallable(m, o) ?? `<${o.ob_type.tp_name}>`;
}

function containerText(m: Machine, container: NonNullable<ReturnType<typeof containerItems>>, depth: number): string {
  const { open, close, count, items, empty } = container;
  if (count === 0) return empty;
  if (depth >= MAX_DEPTH) return `${open}…${close}`;
  const shown: string[] = [];
  for (const item of items) {
    if (shown.length === MAX_ITEMS) break;
    shown.push(Array.isArray(item) ? item.map((part) => reprAt(m, part, depth + 1)).join(': ') : reprAt(m, item as PyObject, depth + 1));
  }
  const rest = count > shown.length ? ', …' : count === 1 && open === '(' ? ',' : '';
  return `${open}${shown.join(', ')}${rest}${close}`;
}

function intText(value: number | bigint): string {
  if (typeof value === 'number') return String(value);
  const bits = value.toString(16).length * 4;
  return bits > 256 ? `<int of about ${bits} bits>` : value.toString();
}

function bytesText(bytes: Uint8Array): string {
  let text = "b'";
  for (const byte of bytes.subarray(0, MAX_CHARS)) {
    text += byte === 0x27 || byte === 0x5c ? '\\' + String.fromCharCode(byte) : byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '\\x' + byte.toString(16).padStart(2, '0');
  }
  return clip(text + (bytes.length > MAX_CHARS ? '…' : '') + "'");
}

function clip(text: string): string {
  return text.length > MAX_CHARS ? text.slice(0, MAX_CHARS - 1) + '…' : text;
}
