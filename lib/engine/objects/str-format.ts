// str.format and str.format_map (CPython Objects/stringlib/unicode_format.h).
import { MAX_SSIZE } from '../limits.ts';
import type { Machine } from '../machine.ts';
import { ascii, format, getAttr, getItem, repr, str as toStr } from './abstract.ts';
import { formatFloat, formatInt, formatText } from './format.ts';
import { newInt } from './int.ts';
import { type PyObject, decref, incref } from './object.ts';
import { indexError, keyError, valueError } from './raise.ts';
import { type StrData, newStr, strUnchanged, strValue } from './str.ts';
import { tupleItems } from './tuple.ts';

/** Where the fields of a format string come from. */
interface Arguments {
  readonly positional: readonly PyObject[] | null;
  readonly keyword: (m: Machine, name: PyObject) => PyObject;
}

/** Automatic numbering: undecided, automatic, or manual. */
class Numbering {
  mode: 'unknown' | 'automatic' | 'manual' = 'unknown';
  next = 0;
  /** The str argument (owned) that makes up the whole result: _PyUnicodeWriter keeps the first piece as it is when it is the last, too. */
  whole: PyObject | null = null;
}

/** str.format. */
export function strFormat(m: Machine, self: PyObject, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const names = kwnames === null ? [] : tupleItems(kwnames);
  const given = args.length - names.length;
  const keyword = (machine: Machine, name: PyObject): PyObject => {
    const text = strValue(name);
    for (let i = 0; i < names.length; i++) if (strValue(names[i] as PyObject) === text) return incref(args[given + i] as PyObject);
    throw keyError(machine, name);
  };
  return build(m, self, { positional: args.slice(0, given), keyword });
}

/** str.format_map. */
export function strFormatMap(m: Machine, self: PyObject, mapping: PyObject): PyObject {
  return build(m, self, { positional: null, keyword: (machine, name) => getItem(machine, mapping, name) });
}

function build(m: Machine, self: PyObject, args: Arguments): PyObject {
  const text = (self.data as StrData).value;
  m.chargeWork(text.length);
  const numbering = new Numbering();
  const result = expand(m, text, args, numbering, 2);
  if (numbering.whole !== null) return numbering.whole;
  return result === text ? strUnchanged(m, self) : newStr(m, result);
}

/** One replacement field. */
interface Field {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
  readonly nested: boolean;
  /** Position after the closing brace. */
  readonly end: number;
}

function expand(m: Machine, text: string, args: Arguments, numbering: Numbering, depth: number): string {
  if (depth === 0) throw valueError(m, 'Max string recursion exceeded');
  let out = '';
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char !== '{' && char !== '}') {
      const next = nextBrace(text, at);
      out += text.slice(at, next);
      at = next;
      continue;
    }
    if (at + 1 >= text.length) throw valueError(m, `Single '${char}' encountered in format string`);
    if (text.charAt(at + 1) === char) {
      out += char;
      at += 2;
      continue;
    }
    if (char === '}') throw valueError(m, "Single '}' encountered in format string");
    const field = parseField(m, text, at + 1);
    out += render(m, field, args, numbering, { depth, isWhole: depth === 2 && out === '' && field.end === text.length });
    m.chargeWork(out.length >> 4);
    at = field.end;
  }
  return out;
}

function nextBrace(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 123 || code === 125) return i;
  }
  return text.length;
}

/** parse_field: name, conversion and specification of the field that starts after '{'. */
function parseField(m: Machine, text: string, start: number): Field {
  let at = start;
  let stop = '';
  while (at < text.length) {
    const char = text.charAt(at++);
    if (char === '{') throw valueError(m, "unexpected '{' in field name");
    if (char === '[') {
      while (at < text.length && text.charAt(at) !== ']') at++;
      continue;
    }
    if (char === '}' || char === ':' || char === '!') {
      stop = char;
      break;
    }
  }
  if (stop === '') throw valueError(m, "expected '}' before end of string");
  const name = text.slice(start, at - 1);
  if (stop === '}') return { name, conversion: '', spec: '', nested: false, end: at };
  let conversion = '';
  if (stop === '!') {
    if (at >= text.length) throw valueError(m, 'end of string while looking for conversion specifier');
    conversion = String.fromCodePoint(text.codePointAt(at) as number);
    at += conversion.length;
    if (at < text.length) {
      const next = text.charAt(at++);
      if (next === '}') return { name, conversion, spec: '', nested: false, end: at };
      if (next !== ':') throw valueError(m, "expected ':' after conversion specifier");
    }
  }
  const specStart = at;
  let braces = 1;
  let nested = false;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '{') {
      nested = true;
      braces++;
    } else if (char === '}' && --braces === 0) return { name, conversion, spec: text.slice(specStart, at), nested, end: at + 1 };
  }
  throw valueError(m, "unmatched '{' in format spec");
}

/** output_markup: the text of one field. */
function render(m: Machine, field: Field, args: Arguments, numbering: Numbering, place: { readonly depth: number; readonly isWhole: boolean }): string {
  let value = fieldObject(m, field.name, args, numbering);
  try {
    if (field.conversion !== '') {
      const converted = convert(m, value, field.conversion);
      decref(m, value);
      value = converted;
    }
    const spec = field.nested ? expand(m, field.spec, args, numbering, place.depth - 1) : field.spec;
    const piece = formatValue(m, value, spec);
    if (place.isWhole && piece !== '' && value.ob_type === m.types.str && piece === (value.data as StrData).value) numbering.whole = incref(value);
    return piece;
  } finally {
    decref(m, value);
  }
}

function convert(m: Machine, value: PyObject, conversion: string): PyObject {
  if (conversion === 'r') return repr(m, value);
  if (conversion === 's') return toStr(m, value);
  if (conversion === 'a') return ascii(m, value);
  const code = conversion.codePointAt(0) as number;
  throw valueError(m, code > 32 && code < 127 ? `Unknown conversion specifier ${conversion}` : `Unknown conversion specifier \\x${code.toString(16)}`);
}

/** format(value, spec) as a text; exact str, int and float need no method call. */
export function formatValue(m: Machine, value: PyObject, spec: string): string {
  const type = value.ob_type;
  if (type === m.types.str) return spec === '' ? (value.data as StrData).value : formatText(m, (value.data as StrData).value, spec, 'str');
  if (spec !== '') {
    if (type === m.types.int) return formatInt(m, value.data as number | bigint, spec, 'int');
    if (type === m.types.float) return formatFloat(m, value.data as number, spec, 'float');
  }
  const specObject = newStr(m, spec);
  let result: PyObject;
  try {
    result = format(m, value, specObject);
  } finally {
    decref(m, specObject);
  }
  const text = strValue(result);
  decref(m, result);
  return text;
}

/** A run of digits as a number; -1 if it is none. */
function fieldIndex(m: Machine, text: string): number {
  if (!/^[0-9]+$/.test(text)) return -1;
  const value = Number(text);
  if (value > MAX_SSIZE) throw valueError(m, 'Too many decimal digits in format string');
  return value;
}

/** get_field_object: the argument, then its attributes and items. */
function fieldObject(m: Machine, name: string, args: Arguments, numbering: Numbering): PyObject {
  const head = /^[^.[]*/.exec(name)?.[0] ?? '';
  let value = firstObject(m, head, args, numbering);
  let at = head.length;
  try {
    while (at < name.length) {
      const [next, end] = name.charAt(at) === '.' ? attributeStep(m, value, name, at + 1) : itemStep(m, value, name, at + 1);
      decref(m, value);
      value = next;
      at = end;
    }
    return incref(value);
  } finally {
    decref(m, value);
  }
}

function firstObject(m: Machine, head: string, args: Arguments, numbering: Numbering): PyObject {
  let at = fieldIndex(m, head);
  const automatic = head === '';
  if (automatic || at >= 0) {
    const mode = automatic ? 'automatic' : 'manual';
    if (numbering.mode === 'unknown') numbering.mode = mode;
    else if (numbering.mode !== mode) {
      throw valueError(m, automatic
        ? 'cannot switch from manual field specification to automatic field numbering'
        : 'cannot switch from automatic field numbering to manual field specification');
    }
    if (automatic) at = numbering.next++;
  }
  if (at < 0) {
    const key = newStr(m, head);
    try {
      return args.keyword(m, key);
    } finally {
      decref(m, key);
    }
  }
  if (args.positional === null) throw valueError(m, 'Format string contains positional fields');
  const value = args.positional[at];
  if (value === undefined) throw indexError(m, `Replacement index ${at} out of range for positional args tuple`);
  return incref(value);
}

function attributeStep(m: Machine, value: PyObject, name: string, from: number): [PyObject, number] {
  let end = from;
  while (end < name.length && name.charAt(end) !== '.' && name.charAt(end) !== '[') end++;
  if (end === from) throw valueError(m, 'Empty attribute in format string');
  const key = newStr(m, name.slice(from, end));
  try {
    return [getAttr(m, value, key), end];
  } finally {
    decref(m, key);
  }
}

function itemStep(m: Machine, value: PyObject, name: string, from: number): [PyObject, number] {
  const end = name.indexOf(']', from);
  if (end < 0) throw valueError(m, "Missing ']' in format string");
  if (end === from) throw valueError(m, 'Empty attribute in format string');
  const next = name.charAt(end + 1);
  if (next !== '' && next !== '.' && next !== '[') throw valueError(m, "Only '.' or '[' may follow ']' in format field specifier");
  const text = name.slice(from, end);
  const at = fieldIndex(m, text);
  const key = at >= 0 ? newInt(m, at) : newStr(m, text);
  try {
    return [getItem(m, value, key), end + 1];
  } finally {
    decref(m, key);
  }
}
