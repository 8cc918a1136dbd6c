// datetime.date (CPython 3.13 Modules/_datetimemodule.c: date_new, date_richcompare, date_isocalendar).
import { allocObject } from '../../objects/alloc.ts';
import { parseArgs } from '../../objects/arguments.ts';
import { hashBytes } from '../../objects/hash.ts';
import { genericAlloc } from '../../objects/instance.ts';
import { newInt } from '../../objects/int.ts';
import { type PyObject, incref } from '../../objects/object.ts';
import { overflowError, typeError, valueError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { lazyType } from '../../objects/lazy-type.ts';
import { newStructSequence, structSequence } from '../../objects/struct-sequence.ts';
import { type PyType, type TypeSpec, TypeFlag, since } from '../../objects/type.ts';
import { nowMicroseconds } from '../time.ts';
import * as cal from './calendar.ts';
import { parseIsoDate } from './iso.ts';
import { DAY_US, moment, delta, isKind, floorDiv, order, linearUs, dateBytes, type Moment } from './values.ts';
import { newDelta } from './timedelta.ts';
import { intArgument, checkDate, newDate, momentDealloc, formatMethods, fieldGetters, timetuple, partOfParsed, fromParts, requiredNumbers } from './moments.ts';
import { timestampUs, fromTimestampUs } from './datetime.ts';
import type { DateTypes } from './types.ts';

const isoType = structSequence('datetime.IsoCalendarDate', ['year', 'week', 'weekday']);

function moveDate(types: DateTypes, o: PyObject, days: number): PyObject {
  const a = moment(o);
  const ordinal = cal.toOrdinal(a.year, a.month, a.day) + days;
  if (ordinal < 1 || ordinal > cal.MAX_ORDINAL) throw overflowError(types.m, 'date value out of range');
  const [year, month, day] = cal.fromOrdinal(ordinal);
  return newDate(types, year, month, day, o.ob_type);
}

/** PyDateTime_DateType. */
export function dateSpec(types: DateTypes): TypeSpec {
  const text = (a: Moment): string => `${cal.pad(a.year, 4)}-${cal.pad(a.month, 2)}-${cal.pad(a.day, 2)}`;
  const plain = (o: PyObject): boolean => isKind(o, types.date) && !isKind(o, types.datetime);
  return {
    name: 'datetime.date',
    basicsize: 32,
    flags: TypeFlag.BASETYPE,
    doc: 'date(year, month, day) --> date object',
    slots: {
      tp_dealloc: (m, o) => momentDealloc(m, o),
      tp_new: (m, type, args, kwnames) => {
        const values = parseArgs(m, { name: '', params: ['year', 'month', 'day'] }, args, kwnames);
        const [year, month, day] = requiredNumbers(types, 'date', values, ['year', 'month', 'day']);
        checkDate(types, year as number, month as number, day as number);
        const data: Moment = { year: year as number, month: month as number, day: day as number, hour: 0, minute: 0, second: 0, microsecond: 0, tz: null, fold: 0 };
        return type === types.date ? allocObject(m, type, data) : genericAlloc(m, type, data);
      },
      tp_init: () => {},
      tp_repr: (m, o) => newStr(m, `${o.ob_type.tp_name}(${moment(o).year}, ${moment(o).month}, ${moment(o).day})`),
      tp_str: (m, o) => newStr(m, text(moment(o))),
      tp_hash: (m, o) => hashBytes(m, dateBytes(moment(o))),
      tp_richcompare: (m, a, b, op) => {
        if (!plain(a) || !plain(b)) return incref(m.NotImplemented);
        return order(m, linearUs(moment(a)), linearUs(moment(b)), op);
      },
      nb_add: (m, a, b) => {
        const [d, t] = isKind(a, types.date) ? [a, b] : [b, a];
        if (!plain(d) || !isKind(t, types.timedelta)) return incref(m.NotImplemented);
        return moveDate(types, d, delta(t).days);
      },
      nb_subtract: (m, a, b) => {
        if (!plain(a)) return incref(m.NotImplemented);
        if (plain(b)) return newDelta(types, linearUs(moment(a)) - linearUs(moment(b)));
        return isKind(b, types.timedelta) ? moveDate(types, a, -delta(b).days) : incref(m.NotImplemented);
      },
    },
    methods: [
      ...formatMethods(types),
      { name: 'isoformat', kind: 'noargs', fn: (m, o) => newStr(m, text(moment(o))) },
      { name: 'toordinal', kind: 'noargs', fn: (m, o) => newInt(m, cal.toOrdinal(moment(o).year, moment(o).month, moment(o).day)) },
      { name: 'weekday', kind: 'noargs', fn: (m, o) => newInt(m, cal.weekday(moment(o).year, moment(o).month, moment(o).day)) },
      { name: 'isoweekday', kind: 'noargs', fn: (m, o) => newInt(m, cal.weekday(moment(o).year, moment(o).month, moment(o).day) + 1) },
      { name: 'isocalendar', kind: 'noargs', fn: (m, o) => newStructSequence(m, lazyType(m, isoType, m.types.tuple), cal.isoCalendar(moment(o).year, moment(o).month, moment(o).day).map((n) => newInt(m, n))) },
      { name: 'ctime', kind: 'noargs', fn: (m, o) => newStr(m, cal.formatFields(moment(o), '%a %b %e %H:%M:%S %Y', { offset: '', name: '' })) },
      { name: 'timetuple', kind: 'noargs', fn: (m, o) => timetuple(m, moment(o), -1) },
      { name: 'replace', kind: 'fastkw', fn: (m, o, args, kwnames) => {
        const values = parseArgs(m, { name: 'replace', params: ['year', 'month', 'day'] }, args, kwnames);
        const a = moment(o);
        const [year, month, day] = ([a.year, a.month, a.day]).map((old, i) => (values[i] ? intArgument(types, values[i] as PyObject) : old)) as [number, number, number];
        return newDate(types, year, month, day, o.ob_type);
      } },
      { name: 'strptime', kind: 'fast', min: 2, max: 2, bind: 'class', fn: (_m, type, args) => partOfParsed(types, type, args, 'date'), inVersion: since(14) },
      { name: 'today', kind: 'noargs', bind: 'class', fn: (m, type) => {
        const [year, month, day] = cal.fromOrdinal(719163 + Math.floor(nowMicroseconds(m) / 86400e6));
        return type === types.datetime || (type as PyType).tp_mro.includes(types.datetime) ? fromTimestampUs(types, BigInt(Math.floor(nowMicroseconds(m))), null, type as PyType) : newDate(types, year, month, day, type as PyType);
      } },
      { name: 'fromordinal', kind: 'o', bind: 'class', fn: (m, type, o) => {
        const ordinal = intArgument(types, o);
        if (ordinal < 1) throw valueError(m, 'ordinal must be >= 1');
        if (ordinal > cal.MAX_ORDINAL) throw valueError(m, `year ${Math.floor(ordinal / 365.2425) + 1} is out of range`);
        const [year, month, day] = cal.fromOrdinal(ordinal);
        return fromParts(types, type as PyType, year, month, day);
      } },
      { name: 'fromisoformat', kind: 'o', bind: 'class', fn: (m, type, o) => {
        if (!isStr(o)) throw typeError(m, 'fromisoformat: argument must be str');
        const parsed = parseIsoDate(strValue(o));
        if (parsed === null) throw valueError(m, `Invalid isoformat string: '${strValue(o)}'`);
        return fromParts(types, type as PyType, ...parsed);
      } },
      { name: 'fromtimestamp', kind: 'o', bind: 'class', fn: (m, type, o) => {
        const us = timestampUs(types, m, o);
        const [year, month, day] = cal.fromOrdinal(719163 + Number(floorDiv(us, DAY_US)));
        return fromParts(types, type as PyType, year, month, day);
      } },
      { name: 'fromisocalendar', kind: 'fast', min: 3, max: 3, bind: 'class', fn: (m, type, args) => {
        const [year, week, day] = args.map((o) => intArgument(types, o)) as [number, number, number];
        if (year < 1 || year > 9999) throw valueError(m, `Year is out of range: ${year}`);
        const weeks = Math.round((cal.isoWeekOne(year + 1) - cal.isoWeekOne(year)) / 7);
        if (week < 1 || week > weeks) throw valueError(m, `Invalid week: ${week}`);
        if (day < 1 || day > 7) throw valueError(m, `Invalid weekday: ${day} (range is [1, 7])`);
        return fromParts(types, type as PyType, ...cal.fromOrdinal(cal.isoWeekOne(year) + (week - 1) * 7 + day - 1));
      } },
      { name: '__reduce__', kind: 'noargs', fn: (m, o) => newTuple(m, [incref(o.ob_type), newTuple(m, [newInt(m, moment(o).year), newInt(m, moment(o).month), newInt(m, moment(o).day)])]) },
    ],
    getset: fieldGetters(['year', 'month', 'day']),
    attributes: () => [['min', newDate(types, 1, 1, 1)], ['max', newDate(types, 9999, 12, 31)], ['resolution', newDelta(types, DAY_US)]],
  };
}
