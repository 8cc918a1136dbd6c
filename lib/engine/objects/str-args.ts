// Arguments that str methods share: texts, fill characters, search ranges (CPython Objects/clinic/unicodeobject.c.h, Objects/unicodeobject.c).
import type { Machine } from '../machine.ts';
import type { PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { sizeArgument as sizeOf } from './size-argument.ts';
import { sliceIndex } from './slice.ts';
import { type PyStr, type StrData, isStr } from './str.ts';

/** A str argument: `replace() argument 1 must be str, not int`. */
export function textArgument(m: Machine, name: string, position: number, o: PyObject | undefined | null): PyStr {
  if (o !== undefined && o !== null && isStr(o)) return o;
  throw typeError(m, `${name}() argument${position > 0 ? ` ${position}` : ''} must be str, not ${o === undefined || o === null || o === m.None ? 'None' : o.ob_type.tp_name}`);
}

/** A fill character (convert_uc); default a blank. */
export function fillArgument(m: Machine, o: PyObject | undefined): string {
  if (o === undefined) return ' ';
  if (!isStr(o)) throw typeError(m, `The fill character must be a unicode character, not ${o.ob_type.tp_name}`);
  if (o.data.length !== 1) throw typeError(m, 'The fill character must be exactly one character long');
  return o.data.value;
}

/** A Py_ssize_t argument. */
export function sizeArgument(m: Machine, o: PyObject | undefined, missing: number): number {
  return o === undefined ? missing : sizeOf(m, o);
}

/** The range [start, stop) of optional slice arguments within a length (ADJUST_INDICES); start may exceed stop or the length. */
export function searchRange(m: Machine, start: PyObject | undefined, stop: PyObject | undefined, length: number): { start: number; stop: number } {
  let from = start === undefined || start === m.None ? 0 : sliceIndex(m, start);
  let to = stop === undefined || stop === m.None ? length : sliceIndex(m, stop);
  if (to > length) to = length;
  else if (to < 0) to = Math.max(0, to + length);
  if (from < 0) from = Math.max(0, from + length);
  return { start: from, stop: to };
}

export type { StrData };
