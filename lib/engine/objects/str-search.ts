// Searching, replacing and splitting off parts of strings (CPython Objects/unicodeobject.c: any_find_slice, replace, tailmatch, partition).
import type { Machine } from '../machine.ts';
import { checkPositional, noKeywords, parseArgs } from './arguments.ts';
import { newInt, newSizeInt } from './int.ts';
import { listByAppend, listOfPieces, newList } from './list.ts';
import { type PyObject, incref } from './object.ts';
import { typeError, valueError } from './raise.ts';
import { switchArgument } from './size-argument.ts';
import { searchRange, sizeArgument, textArgument } from './str-args.ts';
import { charIndex, substring, unitOffset } from './str-index.ts';
import { type PyStr, type StrData, isStr, newStrAscii, newStrLike, newStrUnshared, strUnchanged } from './str.ts';
import { isTuple, newTuple, tupleItems } from './tuple.ts';
import type { NativeSpec } from './type.ts';
import { isLineBreak, isSpace } from './unicode.ts';

type Args = readonly PyObject[];

/** The text to look for; older versions do not name the argument in the error. */
function needleArgument(m: Machine, name: string, o: PyObject | undefined): StrData {
  if (!m.profile.searchNamesArgument && o !== undefined && !isStr(o)) throw typeError(m, `must be str, not ${o.ob_type.tp_name}`);
  return textArgument(m, name, 1, o).data;
}

/** Character index of the first (or last) occurrence in the range of the arguments, or -1. */
function locate(m: Machine, self: PyObject, args: Args, name: string, last: boolean): number {
  const needle = needleArgument(m, name, args[0]);
  const data = self.data as StrData;
  const { start, stop } = searchRange(m, args[1], args[2], data.length);
  m.chargeWork(((stop - start) >> 2) + 1);
  if (start > stop || stop - start < needle.length) return -1;
  const from = unitOffset(data, start);
  const to = unitOffset(data, stop);
  const { value } = data;
  const found = last ? value.lastIndexOf(needle.value, to - needle.value.length) : value.indexOf(needle.value, from);
  if (found < from || found + needle.value.length > to) return -1;
  return charIndex(data, found);
}

function finder(name: string, last: boolean, required: boolean): NativeSpec {
  return {
    name, kind: 'fast', min: 1, max: 3, countedByTuple: true,
    fn: (m, self, args) => {
      const at = locate(m, self, args, name, last);
      if (at < 0 && required) throw valueError(m, 'substring not found');
      return newSizeInt(m, at);
    },
  };
}

function count(m: Machine, self: PyObject, args: Args): PyObject {
  const needle = needleArgument(m, 'count', args[0]);
  const data = self.data as StrData;
  const { start, stop } = searchRange(m, args[1], args[2], data.length);
  if (start > stop) return newInt(m, 0);
  if (needle.length === 0) return newInt(m, stop - start + 1);
  m.chargeWork(((stop - start) >> 2) + 1);
  const to = unitOffset(data, stop);
  const { value } = data;
  let found = 0;
  for (let at = value.indexOf(needle.value, unitOffset(data, start)); at >= 0 && at + needle.value.length <= to; at = value.indexOf(needle.value, at + needle.value.length)) found++;
  return newSizeInt(m, found);
}

/** startswith and endswith: one affix or a tuple of them. */
function affixTest(name: 'startswith' | 'endswith'): NativeSpec {
  return {
    name, kind: 'fast', min: 1, max: 3, countedByTuple: true,
    fn: (m, self, args) => {
      const affix = args[0] as PyObject;
      const data = self.data as StrData;
      const { start, stop } = searchRange(m, args[1], args[2], data.length);
      if (!isTuple(affix)) {
        if (!isStr(affix)) throw typeError(m, `${name} first arg must be str or a tuple of str, not ${affix.ob_type.tp_name}`);
        return incref(tailMatch(data, affix.data, start, stop, name === 'endswith') ? m.True : m.False);
      }
      for (const item of tupleItems(affix)) {
        if (!isStr(item)) throw typeError(m, `tuple for ${name} must only contain str, not ${item.ob_type.tp_name}`);
        if (tailMatch(data, item.data, start, stop, name === 'endswith')) return incref(m.True);
      }
      return incref(m.False);
    },
  };
}

function tailMatch(data: StrData, affix: StrData, start: number, stop: number, end: boolean): boolean {
  if (start > stop || stop - start < affix.length) return false;
  if (affix.length === 0) return true;
  const at = end ? unitOffset(data, stop) - affix.value.length : unitOffset(data, start);
  return data.value.startsWith(affix.value, at);
}

const REPLACE = { name: 'replace', params: ['', '', 'count'], required: 2 } as const;

function replace(m: Machine, self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  if (!m.profile.replaceTakesKeyword) {
    noKeywords(m, 'str.replace', kwnames);
    checkPositional(m, 'replace', args.length, 2, 3);
  }
  const [a, b, limit] = parseArgs(m, REPLACE, args, kwnames);
  const from = textArgument(m, 'replace', 1, a);
  const to = textArgument(m, 'replace', 2, b);
  const max = limit ? sizeArgument(m, limit, -1) : -1;
  return replaceText(m, self, from.data, to.data, max < 0 ? Infinity : max);
}

function replaceText(m: Machine, self: PyObject, from: StrData, to: StrData, max: number): PyObject {
  const data = self.data as StrData;
  m.chargeWork((data.length >> 2) + 1);
  if (max === 0 || from.length > data.length || from.value === to.value) return strUnchanged(m, self);
  const parts = from.length === 0 ? splitChars(data, max) : splitText(data.value, from.value, max);
  if (parts.length === 1) return strUnchanged(m, self);
  const length = data.length + (parts.length - 1) * (to.length - from.length);
  m.memory.expect(length);
  m.chargeWork(length >> 2);
  return newStrUnshared(m, parts.join(to.value));
}

/** The pieces around at most `max` empty matches: before every character and at the end. */
function splitChars(data: StrData, max: number): string[] {
  const parts: string[] = [''];
  let at = 0;
  for (const char of data.value) {
    if (parts.length >= max) break;
    parts.push(char);
    at += char.length;
  }
  parts.push(data.value.slice(at));
  // One match stands before the first character, so the pieces are '', c1, c2 … rest.
  return parts.length - 1 > max ? parts.slice(0, 1) : parts;
}

/** `text.split(separator)` with at most `max` cuts, from the left. */
export function splitText(text: string, separator: string, max: number): string[] {
  if (max === Infinity) return text.split(separator);
  const parts: string[] = [];
  let from = 0;
  for (let cuts = 0; cuts < max; cuts++) {
    const at = text.indexOf(separator, from);
    if (at < 0) break;
    parts.push(text.slice(from, at));
    from = at + separator.length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** The same from the right; the last piece first, as they are found. */
export function splitTextRight(text: string, separator: string, max: number): string[] {
  if (max === Infinity) return text.split(separator).reverse();
  const parts: string[] = [];
  let to = text.length;
  for (let cuts = 0; cuts < max && to >= separator.length; cuts++) {
    const at = text.lastIndexOf(separator, to - separator.length);
    if (at < 0) break;
    parts.push(text.slice(at + separator.length, to));
    to = at;
  }
  parts.push(text.slice(0, to));
  return parts;
}

/** Splits at runs of white space, from the left. */
function splitSpace(text: string, max: number): string[] {
  const parts: string[] = [];
  const end = text.length;
  let i = 0;
  while (parts.length < max) {
    while (i < end && isSpace(text.charCodeAt(i))) i++;
    if (i === end) return parts;
    const start = i;
    while (i < end && !isSpace(text.charCodeAt(i))) i++;
    parts.push(text.slice(start, i));
  }
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  // What is left after the last cut keeps its trailing white space (string_split_whitespace).
  if (i < end) parts.push(text.slice(i));
  return parts;
}

/** The same from the right, the last piece first. */
function splitSpaceRight(text: string, max: number): string[] {
  const parts: string[] = [];
  let i = text.length;
  while (parts.length < max) {
    while (i > 0 && isSpace(text.charCodeAt(i - 1))) i--;
    if (i === 0) return parts;
    const stop = i;
    while (i > 0 && !isSpace(text.charCodeAt(i - 1))) i--;
    parts.push(text.slice(i, stop));
  }
  while (i > 0 && isSpace(text.charCodeAt(i - 1))) i--;
  if (i > 0) parts.push(text.slice(0, i));
  return parts;
}

const SPLIT = { name: 'split', params: ['sep', 'maxsplit'] } as const;
const RSPLIT = { name: 'rsplit', params: ['sep', 'maxsplit'] } as const;

function splitter(right: boolean): NativeSpec {
  const spec = right ? RSPLIT : SPLIT;
  return {
    name: spec.name, kind: 'fastkw', sig: '($self, /, sep=None, maxsplit=-1)',
    fn: (m, self, args, kwnames) => {
      const [sep, limit] = parseArgs(m, spec, args, kwnames);
      const maxsplit = limit ? sizeArgument(m, limit, -1) : -1;
      const max = maxsplit < 0 ? Infinity : maxsplit;
      const data = self.data as StrData;
      m.chargeWork((data.length >> 1) + 1);
      if (!sep || sep === m.None) {
        const pieces = right ? splitSpaceRight(data.value, max) : splitSpace(data.value, max);
        return splitList(m, self, pieces, { right, atMost: mostPieces(m, max, Math.trunc((data.length - 1) / 2) + 1) });
      }
      if (!isStr(sep)) throw typeError(m, `must be str or None, not ${sep.ob_type.tp_name}`);
      const { value, length, kind } = sep.data;
      if (length === 0) throw valueError(m, 'empty separator');
      if (data.length < length || data.kind < kind) return newList(m, [strUnchanged(m, self)]);
      const pieces = right ? splitTextRight(data.value, value, max) : splitText(data.value, value, max);
      return splitList(m, self, pieces, { right, atMost: mostPieces(m, max, Math.trunc(data.length / length) + 1) });
    },
  };
}

/** The cuts that a split makes room for: `max`, or without a limit what the lengths allow (3.12+; 3.11 does not look at them). */
function mostPieces(m: Machine, max: number, byLength: number): number {
  return max === Infinity && m.profile.splitRoomByLength ? byLength : max;
}

/** The pieces in the order of their making, turned round at the end when they were cut off from the right. */
function splitList(m: Machine, self: PyObject, pieces: readonly string[], options: { readonly right: boolean; readonly atMost: number }): PyObject {
  const list = listOfPieces(m, options.atMost, pieces, (piece) => pieceOf(m, self, piece));
  if (options.right) list.data.items.reverse();
  return list;
}

/** A new str with a part of `self`; the whole of an exact str is `self` itself. */
function pieceOf(m: Machine, self: PyObject, part: string): PyObject {
  const data = self.data as StrData;
  return part.length === data.value.length && part.length > 1 ? strUnchanged(m, self) : newStrLike(m, data, part);
}

const SPLITLINES = { name: 'splitlines', params: ['keepends'] } as const;

function splitlines(m: Machine, self: PyObject, args: Args, kwnames: PyObject | null): PyObject {
  const [keep] = parseArgs(m, SPLITLINES, args, kwnames);
  const keepends = keep ? switchArgument(m, keep) : false;
  const { value } = self.data as StrData;
  m.chargeWork(value.length + 1);
  const parts: string[] = [];
  let i = 0;
  while (i < value.length) {
    const start = i;
    while (i < value.length && !isLineBreak(value.charCodeAt(i))) i++;
    let eol = i;
    if (i < value.length) {
      i += value.charCodeAt(i) === 13 && value.charCodeAt(i + 1) === 10 ? 2 : 1;
      if (keepends) eol = i;
    }
    parts.push(value.slice(start, eol));
  }
  return listByAppend(m, parts, (line) => pieceOf(m, self, line));
}

function partitioner(name: 'partition' | 'rpartition'): NativeSpec {
  const right = name === 'rpartition';
  return {
    name, kind: 'o', sig: '($self, sep, /)',
    fn: (m, self, separator) => {
      if (!isStr(separator)) throw typeError(m, `must be str, not ${separator.ob_type.tp_name}`);
      const sep = separator.data;
      if (sep.length === 0) throw valueError(m, 'empty separator');
      const data = self.data as StrData;
      m.chargeWork((data.length >> 2) + 1);
      const at = right ? data.value.lastIndexOf(sep.value) : data.value.indexOf(sep.value);
      const empty = (): PyObject => incref(m.emptyStr);
      if (at < 0) return newTuple(m, right ? [empty(), empty(), strUnchanged(m, self)] : [strUnchanged(m, self), empty(), empty()]);
      const head = newStrLike(m, data, data.value.slice(0, at));
      return newTuple(m, [head, incref(separator), newStrLike(m, data, data.value.slice(at + sep.value.length))]);
    },
  };
}

function stripper(name: 'strip' | 'lstrip' | 'rstrip'): NativeSpec {
  return {
    name, kind: 'fast', min: 0, max: 1, sig: '($self, chars=None, /)',
    fn: (m, self, args) => {
      const chars = args[0];
      if (chars !== undefined && chars !== m.None && !isStr(chars)) throw typeError(m, `${name} arg must be None or str`);
      const data = self.data as StrData;
      m.chargeWork((data.length >> 3) + 1);
      const set = chars === undefined || chars === m.None ? null : new Set((chars.data as StrData).value);
      let start = 0;
      let stop = data.value.length;
      if (name !== 'rstrip') start = stripLeft(data.value, set);
      if (name !== 'lstrip') stop = stripRight(data.value, start, set);
      return start === 0 && stop === data.value.length ? strUnchanged(m, self) : newStrLike(m, data, data.value.slice(start, stop));
    },
  };
}

function stripLeft(text: string, set: ReadonlySet<string> | null): number {
  let i = 0;
  if (set === null) {
    while (i < text.length && isSpace(text.charCodeAt(i))) i++;
    return i;
  }
  while (i < text.length) {
    const char = String.fromCodePoint(text.codePointAt(i) as number);
    if (!set.has(char)) break;
    i += char.length;
  }
  return i;
}

function stripRight(text: string, from: number, set: ReadonlySet<string> | null): number {
  let i = text.length;
  if (set === null) {
    while (i > from && isSpace(text.charCodeAt(i - 1))) i--;
    return i;
  }
  while (i > from) {
    const pair = i - 2 >= from && (text.charCodeAt(i - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 2) & 0xfc00) === 0xd800;
    if (!set.has(text.slice(pair ? i - 2 : i - 1, i))) break;
    i -= pair ? 2 : 1;
  }
  return i;
}

function removeAffix(name: 'removeprefix' | 'removesuffix'): NativeSpec {
  const suffix = name === 'removesuffix';
  return {
    name, kind: 'o', sig: suffix ? '($self, suffix, /)' : '($self, prefix, /)',
    fn: (m, self, affix) => {
      const part = textArgument(m, name, 0, affix).data;
      const data = self.data as StrData;
      if (!tailMatch(data, part, 0, data.length, suffix) || part.length === 0) return strUnchanged(m, self);
      return suffix ? substring(m, self, 0, data.length - part.length) : substring(m, self, part.length, data.length);
    },
  };
}

/** str.join (_PyUnicode_JoinArray): the items of any iterable. */
export function joinTexts(m: Machine, separator: PyStr, items: readonly PyObject[]): PyObject {
  const sep = separator.data;
  if (items.length === 0) return incref(m.emptyStr);
  const first = items[0] as PyObject;
  if (items.length === 1 && first.ob_type === m.types.str) return incref(first);
  let length = sep.length * (items.length - 1);
  let ascii = items.length === 1 || sep.ascii;
  const parts: string[] = new Array<string>(items.length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as PyObject;
    if (!isStr(item)) throw typeError(m, `sequence item ${i}: expected str instance, ${item.ob_type.tp_name} found`);
    parts[i] = item.data.value;
    length += item.data.length;
    if (!item.data.ascii) ascii = false;
  }
  m.memory.expect(length);
  m.chargeWork((length >> 3) + items.length);
  const text = parts.join(sep.value);
  if (text.length === 0) return incref(m.emptyStr);
  return ascii && text.length > 1 ? newStrAscii(m, text) : newStrUnshared(m, text);
}

export const searchMethods: readonly NativeSpec[] = [
  finder('find', false, false),
  finder('rfind', true, false),
  finder('index', false, true),
  finder('rindex', true, true),
  { name: 'count', kind: 'fast', min: 1, max: 3, countedByTuple: true, fn: count },
  affixTest('startswith'),
  affixTest('endswith'),
  { name: 'replace', kind: 'fastkw', sig: '($self, old, new, /, count=-1)', fn: replace },
  splitter(false),
  splitter(true),
  { name: 'splitlines', kind: 'fastkw', sig: '($self, /, keepends=False)', fn: splitlines },
  partitioner('partition'),
  partitioner('rpartition'),
  stripper('strip'),
  stripper('lstrip'),
  stripper('rstrip'),
  removeAffix('removeprefix'),
  removeAffix('removesuffix'),
];
