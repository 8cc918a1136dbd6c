// Making dates, times and datetimes, and what these types share (CPython 3.13 Modules/_datetimemodule.c: check_date_args, new_date_ex, new_datetime_ex).
import type { Machine } from '../../machine.ts';
import { callMethodNamed, index } from '../../objects/abstract.ts';
import { allocObject, freeObject } from '../../objects/alloc.ts';
import { badArgument, parseArgs } from '../../objects/arguments.ts';
import { newBool } from '../../objects/bool.ts';
import { call } from '../../objects/call.ts';
import { genericAlloc } from '../../objects/instance.ts';
import { intValue, newInt } from '../../objects/int.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { overflowError, typeError, valueError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import type { CompareOp, GetSetSpec, NativeSpec, PyType, TypeSpec } from '../../objects/type.ts';
import { structTime } from '../time.ts';
import * as cal from './calendar.ts';
import { DAY_US, moment, isKind, floorDiv, order, linearUs, offsetText, type Moment } from './values.ts';
import { offsetUs, zoneName } from './timezone.ts';
import type { DateTypes } from './types.ts';

/** An argument that is a C int. */
export function intArgument(types: DateTypes, o: PyObject): number {
  const { m } = types;
  const exact = index(m, o);
  const value = intValue(exact);
  decref(m, exact);
  if (typeof value === 'bigint' || value > 2147483647 || value < -2147483648) throw overflowError(m, `Python int too large to convert to C int`);
  return value;
}

/** check_date_args. */
export function checkDate(types: DateTypes, year: number, month: number, day: number): void {
  const { m } = types;
  const named = m.profile.dateErrorsNamed;
  if (year < 1 || year > 9999) throw valueError(m, named ? `year must be in 1..9999, not ${year}` : `year ${year} is out of range`);
  if (month < 1 || month > 12) throw valueError(m, `month must be in 1..12${named ? `, not ${month}` : ''}`);
  const days = cal.daysInMonth(year, month);
  if (day < 1 || day > days) throw valueError(m, named ? `day ${day} must be in range 1..${days} for month ${month} in year ${year}` : 'day is out of range for month');
}

function checkTime(types: DateTypes, hour: number, minute: number, second: number, us: number, fold: number): void {
  const { m } = types;
  const shown = (value: number): string => (m.profile.dateErrorsNamed ? `, not ${value}` : '');
  if (hour < 0 || hour > 23) throw valueError(m, `hour must be in 0..23${shown(hour)}`);
  if (minute < 0 || minute > 59) throw valueError(m, `minute must be in 0..59${shown(minute)}`);
  if (second < 0 || second > 59) throw valueError(m, `second must be in 0..59${shown(second)}`);
  if (us < 0 || us > 999999) throw valueError(m, `microsecond must be in 0..999999${shown(us)}`);
  if (fold !== 0 && fold !== 1) throw valueError(m, `fold must be either 0 or 1${shown(fold)}`);
}

/** check_tzinfo_subclass: borrowed, null for None. */
export function zoneArgument(types: DateTypes, o: PyObject | null | undefined): PyObject | null {
  const { m } = types;
  if (o === null || o === undefined || o === m.None) return null;
  if (!isKind(o, types.tzinfo)) throw typeError(m, `tzinfo argument must be None or of a tzinfo subclass, not type '${o.ob_type.tp_name}'`);
  return o;
}

/** new_date_subclass_ex. */
export function newDate(types: DateTypes, year: number, month: number, day: number, type: PyType = types.date): PyObject {
  checkDate(types, year, month, day);
  const { m } = types;
  const data: Moment = { year, month, day, hour: 0, minute: 0, second: 0, microsecond: 0, tz: null, fold: 0 };
  if (type === types.date) return allocObject(m, type, data);
  return type.tp_new === types.date.tp_new ? genericAlloc(m, type, data) : callWithInts(types, type, [year, month, day]);
}

/** Calls a subclass with ints. */
function callWithInts(types: DateTypes, type: PyType, values: readonly number[]): PyObject {
  const { m } = types;
  const args = values.map((value) => newInt(m, value));
  try {
    return call(m, type, args);
  } finally {
    for (const arg of args) decref(m, arg);
  }
}

/** new_datetime_ex2. */
export function newDateTime(types: DateTypes, fields: cal.Fields, tz: PyObject | null, fold: 0 | 1 = 0, type: PyType = types.datetime): PyObject {
  const { m } = types;
  checkDate(types, fields.year, fields.month, fields.day);
  checkTime(types, fields.hour, fields.minute, fields.second, fields.microsecond, fold);
  const data: Moment = { ...fields, tz: tz === null ? null : incref(tz), fold };
  // A naive one has no room for a time zone (_PyDateTime_BaseDateTime).
  return type === types.datetime ? allocObject(m, type, data, tz === null ? -8 : 0) : genericAlloc(m, type, data);
}

/** new_time_ex2. */
export function newTime(types: DateTypes, hour: number, minute: number, second: number, us: number, tz: PyObject | null, fold: 0 | 1 = 0, type: PyType = types.time): PyObject {
  const { m } = types;
  checkTime(types, hour, minute, second, us, fold);
  const data: Moment = { year: 1900, month: 1, day: 1, hour, minute, second, microsecond: us, tz: tz === null ? null : incref(tz), fold };
  return type === types.time ? allocObject(m, type, data, tz === null ? -8 : 0) : genericAlloc(m, type, data);
}

/** A datetime of microseconds since day 0. */
export function fromLinearUs(types: DateTypes, us: bigint, tz: PyObject | null, fold: 0 | 1, type: PyType): PyObject {
  const { m } = types;
  const ordinal = floorDiv(us, DAY_US);
  if (ordinal < 1n || ordinal > BigInt(cal.MAX_ORDINAL)) throw overflowError(m, 'date value out of range');
  const rest = us - ordinal * DAY_US;
  const [year, month, day] = cal.fromOrdinal(Number(ordinal));
  const seconds = Number(rest / 1000000n);
  return newDateTime(types, 
    { year, month, day, hour: Math.floor(seconds / 3600), minute: Math.floor((seconds % 3600) / 60), second: seconds % 60, microsecond: Number(rest % 1000000n) }, tz, fold, type,
  );
}

/** A datetime moved by microseconds, same zone. */
export function shifted(types: DateTypes, dt: PyObject, us: bigint): PyObject {
  return fromLinearUs(types, linearUs(moment(dt)) + us, moment(dt).tz, 0, dt.ob_type);
}

/** date_dealloc, time_dealloc, datetime_dealloc. */
export function momentDealloc(m: Machine, o: PyObject): void {
  const { tz } = moment(o);
  if (tz !== null) decref(m, tz);
  freeObject(m, o);
}

/** What a time or datetime owns. */
export const traverseZone: TypeSpec['slots'] = {
  tp_traverse: (_m, o, visit) => {
    const { tz } = moment(o);
    if (tz !== null) visit(tz, 'tzinfo', -1);
  },
};

function strftime(types: DateTypes, m: Machine, self: PyObject, format: string): PyObject {
  const a = moment(self);
  const needsZone = /%:?z/i.test(format) && a.tz !== null;
  const argument = self.ob_type === types.time || isKind(self, types.time) ? m.None : self;
  const offset = needsZone ? offsetUs(types, a.tz, 'utcoffset', argument) : null;
  const text = cal.formatFields(a, format, { offset: offset === null ? '' : offsetText(offset, ''), name: needsZone ? zoneName(types, a.tz, argument) : '' });
  m.chargeWork(text.length);
  return newStr(m, text);
}

/** strftime and __format__. */
export function formatMethods(types: DateTypes): readonly NativeSpec[] {
  return [
    { name: 'strftime', kind: 'fastkw', fn: (m, self, args, kwnames) => {
      const [format] = parseArgs(m, { name: 'strftime', params: ['format'], required: 1 }, args, kwnames);
      if (!format || !isStr(format)) throw typeError(m, `strftime() argument 1 must be str, not ${format?.ob_type.tp_name ?? 'None'}`);
      return strftime(types, m, self, strValue(format));
    } },
    { name: '__format__', kind: 'o', fn: (m, self, spec) => {
      if (!isStr(spec)) throw badArgument(m, '__format__', 'argument 1', 'str', spec);
      if (strValue(spec) === '') return callMethodNamed(m, self, '__str__');
      return callMethodNamed(m, self, 'strftime', [spec]);
    } },
  ];
}

/** Getters of fields that are ints. */
export function fieldGetters(names: readonly (keyof cal.Fields)[]): GetSetSpec[] {
  return names.map((name) => ({ name, get: (m, o) => newInt(m, moment(o)[name]) }));
}

/** build_struct_time. */
export function timetuple(m: Machine, a: Moment, dst: number): PyObject {
  return structTime(m, [a.year, a.month, a.day, a.hour, a.minute, a.second, cal.weekday(a.year, a.month, a.day), cal.dayOfYear(a.year, a.month, a.day), dst]);
}

/** date.strptime and time.strptime (3.14+): that part of what datetime makes of the text; datetime's own class method goes another way. */
export function partOfParsed(types: DateTypes, type: PyObject, args: readonly PyObject[], part: 'date' | 'time'): PyObject {
  const { m } = types;
  const module = m.vm.importModule('_strptime');
  let whole: PyObject | null = null;
  try {
    whole = callMethodNamed(m, module, '_strptime_datetime', [types.datetime, ...args]);
    const made = callMethodNamed(m, whole, part, []);
    if (made.ob_type === type) return made;
    const text = callMethodNamed(m, made, 'isoformat', []);
    decref(m, made);
    try {
      return callMethodNamed(m, type, 'fromisoformat', [text]);
    } finally {
      decref(m, text);
    }
  } finally {
    if (whole !== null) decref(m, whole);
    decref(m, module);
  }
}

/** A date or datetime of that class at midnight. */
export function fromParts(types: DateTypes, type: PyType, year: number, month: number, day: number): PyObject {
  if (type === types.datetime || type.tp_mro.includes(types.datetime)) return newDateTime(types, { year, month, day, hour: 0, minute: 0, second: 0, microsecond: 0 }, null, 0, type);
  return newDate(types, year, month, day, type);
}

/** Positional ints that must be there. */
export function requiredNumbers(types: DateTypes, who: string, values: readonly (PyObject | null)[], names: readonly string[]): number[] {
  return names.map((name, i) => {
    const value = values[i];
    if (!value) throw typeError(types.m, `${types.m.profile.dateFunctionNamed ? `${who}()` : 'function'} missing required argument '${name}' (pos ${i + 1})`);
    return intArgument(types, value);
  });
}

/** The time part of isoformat, with the offset. */
export function isoTime(types: DateTypes, m: Machine, o: PyObject, spec: string, argument: PyObject): string {
  const text = timeText(moment(o), spec);
  if (text === null) throw valueError(m, 'Unknown timespec value');
  const offset = offsetUs(types, moment(o).tz, 'utcoffset', argument);
  return text + (offset === null ? '' : offsetText(offset, ':'));
}

function timeText(a: Moment, spec: string): string | null {
  const clock = `${cal.pad(a.hour, 2)}:${cal.pad(a.minute, 2)}`;
  switch (spec === 'auto' ? (a.microsecond === 0 ? 'seconds' : 'microseconds') : spec) {
    case 'hours': return cal.pad(a.hour, 2);
    case 'minutes': return clock;
    case 'seconds': return `${clock}:${cal.pad(a.second, 2)}`;
    case 'milliseconds': return `${clock}:${cal.pad(a.second, 2)}.${cal.pad(Math.floor(a.microsecond / 1000), 3)}`;
    case 'microseconds': return `${clock}:${cal.pad(a.second, 2)}.${cal.pad(a.microsecond, 6)}`;
    default: return null;
  }
}

/** The timespec argument. */
export function specArgument(m: Machine, o: PyObject | null | undefined): string {
  if (!o) return 'auto';
  if (!isStr(o)) throw badArgument(m, 'isoformat', "argument 'timespec'", 'str', o);
  return strValue(o);
}

/** append_keyword_fold, append_keyword_tzinfo. */
export function reprTail(types: DateTypes, a: Moment): string {
  const shown = types.m;
  let text = '';
  if (a.fold === 1) text += ', fold=1';
  if (a.tz !== null) {
    const tz = callMethodNamed(shown, a.tz, '__repr__');
    text += `, tzinfo=${strValue(tz)}`;
    decref(shown, tz);
  }
  return text;
}

/** Compares two times or datetimes with their zones. */
export function compareAware(types: DateTypes, m: Machine, a: PyObject, b: PyObject, op: CompareOp, what: 'times' | 'datetimes'): PyObject {
  const x = moment(a);
  const y = moment(b);
  if (x.tz === y.tz) return order(m, linearUs(x), linearUs(y), op);
  const argument = (o: PyObject): PyObject => (what === 'times' ? m.None : o);
  const p = offsetUs(types, x.tz, 'utcoffset', argument(a));
  const q = offsetUs(types, y.tz, 'utcoffset', argument(b));
  if ((p === null) !== (q === null)) {
    if (op === 2 || op === 3) return newBool(m, op === 3);
    throw typeError(m, `can't compare offset-naive and offset-aware ${what}`);
  }
  return order(m, linearUs(x) - (p ?? 0n), linearUs(y) - (q ?? 0n), op);
}

/** tzinfo and fold. */
export function zoneGetters(): GetSetSpec[] {
  return [
    { name: 'tzinfo', get: (m, o) => incref(moment(o).tz ?? m.None) },
    { name: 'fold', get: (m, o) => newInt(m, moment(o).fold) },
  ];
}

/** utcoffset, dst and tzname: the zone is asked. */
export function zoneMethods(isTime: boolean): NativeSpec[] {
  const ask = (name: 'utcoffset' | 'dst' | 'tzname'): NativeSpec => ({
    name, kind: 'noargs',
    fn: (m, o) => (moment(o).tz === null ? incref(m.None) : callMethodNamed(m, moment(o).tz as PyObject, name, [isTime ? m.None : o])),
  });
  return [ask('utcoffset'), ask('dst'), ask('tzname')];
}
