// What the datetime objects hold, and arithmetic on it (CPython 3.13 Modules/_datetimemodule.c, Include/datetime.h).
import type { Machine } from '../../machine.ts';
import { hash as hashOf } from '../../objects/abstract.ts';
import { newBool } from '../../objects/bool.ts';
import { type PyObject, decref } from '../../objects/object.ts';
import { newTuple } from '../../objects/tuple.ts';
import type { CompareOp, PyType } from '../../objects/type.ts';
import * as cal from './calendar.ts';

/** Microseconds of a day. */
export const DAY_US = 86400000000n;

/** Payload of date, time and datetime; a date has zero time fields, a time the date 1900-01-01. */
export interface Moment extends cal.Fields {
  readonly tz: PyObject | null;
  readonly fold: 0 | 1;
}

/** The payload of a date, time or datetime. */
export const moment = (o: PyObject): Moment => o.data as Moment;

/** Payload of a timedelta. */
export interface Delta {
  readonly days: number;
  readonly seconds: number;
  readonly us: number;
}

/** The payload of a timedelta. */
export const delta = (o: PyObject): Delta => o.data as Delta;
/** delta_to_microseconds. */
export const totalUs = (d: Delta): bigint => BigInt(d.days) * DAY_US + BigInt(d.seconds) * 1000000n + BigInt(d.us);

/** Payload of a timezone. */
export interface Zone {
  /** timedelta (owned). */
  readonly offset: PyObject;
  /** str or null (owned). */
  readonly name: PyObject | null;
}

/** PyObject_TypeCheck. */
export function isKind(o: PyObject, type: PyType): boolean {
  return o.ob_type === type || o.ob_type.tp_mro.includes(type);
}

/** Division that rounds down. */
export function floorDiv(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && (a < 0n) !== (b < 0n) ? q - 1n : q;
}

/** diff_to_bool. */
export function order(m: Machine, a: bigint, b: bigint, op: CompareOp): PyObject {
  return newBool(m, op === 0 ? a < b : op === 1 ? a <= b : op === 2 ? a === b : op === 3 ? a !== b : op === 4 ? a > b : a >= b);
}

/** Hash of a tuple of these items (stolen). */
export function hashTuple(m: Machine, items: PyObject[]): number {
  const tuple = newTuple(m, items);
  const lo = hashOf(m, tuple);
  const hi = m.hashHi;
  decref(m, tuple);
  m.hashHi = hi;
  return lo;
}

/** Microseconds since day 0 of the fields, without regard to a zone. */
export function linearUs(a: Moment): bigint {
  return BigInt(cal.toOrdinal(a.year, a.month, a.day)) * DAY_US + BigInt((a.hour * 60 + a.minute) * 60 + a.second) * 1000000n + BigInt(a.microsecond);
}

/** numerator / denominator rounded half to even. */
export function divideEven(a: bigint, b: bigint): bigint {
  let q = a / b;
  let r = a - q * b;
  if (r !== 0n && (r < 0n) !== (b < 0n)) {
    q -= 1n;
    r += b;
  }
  const twice = (r < 0n ? -r : r) * 2n;
  const size = b < 0n ? -b : b;
  return twice > size || (twice === size && (q & 1n) !== 0n) ? q + 1n : q;
}

/** '+05:30', '-03:00', with seconds and microseconds if there are any. */
export function offsetText(us: bigint, separator: string): string {
  const sign = us < 0n ? '-' : '+';
  const size = us < 0n ? -us : us;
  const seconds = Number(size / 1000000n);
  const rest = Number(size % 1000000n);
  let text = `${sign}${cal.pad(Math.floor(seconds / 3600), 2)}${separator}${cal.pad(Math.floor((seconds % 3600) / 60), 2)}`;
  if (seconds % 60 !== 0 || rest !== 0) text += `${separator}${cal.pad(seconds % 60, 2)}`;
  return rest === 0 ? text : `${text}.${cal.pad(rest, 6)}`;
}

/** The packed form that pickle keeps: of a date, of a time, of a datetime. */
export const dateBytes = (a: Moment): Uint8Array => Uint8Array.of(a.year >> 8, a.year & 255, a.month, a.day);
export const timeBytes = (a: Moment): Uint8Array => Uint8Array.of(a.hour, a.minute, a.second, a.microsecond >> 16, (a.microsecond >> 8) & 255, a.microsecond & 255);
export const datetimeBytes = (a: Moment): Uint8Array => Uint8Array.of(...dateBytes(a), ...timeBytes(a));
