// Lines of text streams: line ends, readlines, writelines (CPython 3.13 Modules/_io/textio.c: _PyIO_find_line_ending,
// IncrementalNewlineDecoder; iobase.c).
import type { Machine } from '../machine.ts';
import { callMethodNamed, iterate } from '../objects/abstract.ts';
import { listByAppend, sequenceList } from '../objects/list.ts';
import { decref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { isStr, newStr, strValue } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import { countArgument } from './io-streams.ts';
import { none } from './io-base.ts';

/** How line ends are read and written: the `newline` argument. */
export type Newline = null | '' | '\n' | '\r' | '\r\n';
export const ASTRAL = /[\ud800-\udfff]/;

export function newlineArgument(m: Machine, o: PyObject | null | undefined, fallback: Newline, shown: (text: string) => string = String): Newline {
  if (o === undefined || o === null) return fallback;
  if (o === m.None) return null;
  if (!isStr(o)) throw typeError(m, `newline must be str or None, not ${o.ob_type.tp_name}`);
  const text = strValue(o);
  if (text !== '' && text !== '\n' && text !== '\r' && text !== '\r\n') throw valueError(m, `illegal newline value: ${shown(text)}`);
  return text;
}

/** The end (exclusive) of the line that starts at `from`; the text's length if it does not end. */
export function lineEnd(text: string, from: number, newline: Newline): number {
  if (newline === '') {
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) return i + 1;
      if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
    }
    return text.length;
  }
  const mark = newline ?? '\n';
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** JavaScript index `count` code points after `from`. */
export function advance(text: string, from: number, count: number, wide = ASTRAL.test(text)): number {
  if (count < 0) return text.length;
  if (!wide) return Math.min(text.length, from + count);
  let at = from;
  for (let i = 0; i < count && at < text.length; i++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

export const codePointCount = (text: string): number => (ASTRAL.test(text) ? [...text].length : text.length);

const SEEN = [['\r', 1], ['\n', 2], ['\r\n', 4]] as const;

export function noteEnds(text: string): number {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) seen |= 2;
    else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) {
        seen |= 4;
        i++;
      } else seen |= 1;
    }
  }
  return seen;
}

export function newlinesSeen(m: Machine, seen: number): PyObject {
  const ends = SEEN.filter(([, bit]) => (seen & bit) !== 0).map(([end]) => newStr(m, end));
  if (ends.length === 0) return none(m);
  return ends.length === 1 ? ends[0] as PyObject : newTuple(m, ends);
}

export function writeLines(m: Machine, self: PyObject, lines: PyObject): PyObject {
  iterate(m, lines, (line) => decref(m, callMethodNamed(m, self, 'write', [line])));
  return none(m);
}

/** _io__IOBase_readlines: without a hint the list is extended by the iterator. */
export function linesOf(m: Machine, self: PyObject, args: readonly PyObject[], next: () => string): PyObject {
  const hint = countArgument(m, args[0]);
  if (hint <= 0) return sequenceList(m, self);
  const lines: PyObject[] = [];
  let total = 0;
  for (let line = next(); line !== ''; line = next()) {
    lines.push(newStr(m, line));
    total += codePointCount(line);
    if (total >= hint) break;
  }
  return listByAppend(m, lines, (line) => line);
}
