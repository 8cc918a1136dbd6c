// datetime.datetime (CPython 3.13 Modules/_datetimemodule.c: datetime_new, datetime_subtract, datetime_astimezone).
import type { Machine } from '../../machine.ts';
import { callMethodNamed, hash as hashOf } from '../../objects/abstract.ts';
import { parseArgs } from '../../objects/arguments.ts';
import { isFloat, newFloat } from '../../objects/float.ts';
import { hashBytes } from '../../objects/hash.ts';
import { intValue, isInt, newInt, normalize } from '../../objects/int.ts';
import { trueDivideValues } from '../../objects/int-arithmetic.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { overflowError, typeError, valueError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { EQ, NE, type PyType, type TypeSpec, TypeFlag } from '../../objects/type.ts';
import { nowMicroseconds } from '../time.ts';
import * as cal from './calendar.ts';
import { parseIsoDateTime } from './iso.ts';
import { DAY_US, moment, delta, totalUs, isKind, floorDiv, linearUs, divideEven, datetimeBytes } from './values.ts';
import { newDelta, ratio } from './timedelta.ts';
import { offsetUs, zoneOf, localZone } from './timezone.ts';
import { intArgument, zoneArgument, newDate, newDateTime, newTime, fromLinearUs, shifted, momentDealloc, traverseZone, fieldGetters, timetuple, requiredNumbers, isoTime, specArgument, reprTail, compareAware, zoneGetters, zoneMethods } from './moments.ts';
import type { DateTypes } from './types.ts';

/** A Unix timestamp argument in microseconds, rounded half to even. */
export function timestampUs(types: DateTypes, m: Machine, o: PyObject): bigint {
  let us: bigint;
  if (isInt(o)) us = BigInt(intValue(o)) * 1000000n;
  else if (isFloat(m, o)) {
    if (o.data !== o.data) throw valueError(m, 'Invalid value NaN (not a number)');
    if (Math.abs(o.data) > 1e18) throw overflowError(m, 'timestamp out of range for platform time_t');
    const [numerator, denominator] = ratio(m, o.data);
    us = divideEven(numerator * 1000000n, denominator);
  } else us = BigInt(intArgument(types, o)) * 1000000n;
  const days = floorDiv(us, DAY_US) + 719163n;
  if (days < 1n || days > BigInt(cal.MAX_ORDINAL)) throw valueError(m, `year ${days < 1n ? 0 : 1970 + Math.floor(Number(days - 719163n) / 365.2425)} is out of range`);
  return us;
}

export function fromTimestampUs(types: DateTypes, us: bigint, tz: PyObject | null, type: PyType): PyObject {
  const { m } = types;
  const naive = fromLinearUs(types, us + 719163n * DAY_US, tz, 0, type);
  if (tz === null) return naive;
  try {
    return callMethodNamed(m, tz, 'fromutc', [naive]);
  } finally {
    decref(m, naive);
  }
}

function astimezone(types: DateTypes, m: Machine, self: PyObject, target: PyObject | null): PyObject {
  const a = moment(self);
  if (target !== null && a.tz === target) return incref(self);
  const offset = offsetUs(types, a.tz, 'utcoffset', self) ?? 0n;
  const own = target === null ? localZone(types) : incref(target);
  const utc = fromLinearUs(types, linearUs(a) - offset, own, 0, self.ob_type);
  try {
    return callMethodNamed(m, own, 'fromutc', [utc]);
  } finally {
    decref(m, utc);
    decref(m, own);
  }
}

/** PyDateTime_DateTimeType. */
export function datetimeSpec(types: DateTypes): TypeSpec {
  const fieldNames = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'] as const;
  const isDt = (o: PyObject): boolean => isKind(o, types.datetime);
  const iso = (m: Machine, o: PyObject, separator: string, spec: string): string => {
    const a = moment(o);
    return `${cal.pad(a.year, 4)}-${cal.pad(a.month, 2)}-${cal.pad(a.day, 2)}${separator}${isoTime(types, m, o, spec, o)}`;
  };
  return {
    name: 'datetime.datetime',
    base: 'date',
    basicsize: 48,
    flags: TypeFlag.BASETYPE,
    doc: 'datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.',
    slots: {
      ...traverseZone,
      tp_dealloc: (m, o) => momentDealloc(m, o),
      tp_new: (m, type, args, kwnames) => {
        const v = parseArgs(m, { name: '', params: [...fieldNames, 'tzinfo', 'fold'], positional: 8 }, args, kwnames);
        const [year, month, day] = requiredNumbers(types, 'datetime', v, ['year', 'month', 'day']) as [number, number, number];
        const [hour, minute, second, microsecond] = [3, 4, 5, 6].map((i) => (v[i] ? intArgument(types, v[i] as PyObject) : 0)) as [number, number, number, number];
        return newDateTime(types, { year, month, day, hour, minute, second, microsecond }, zoneArgument(types, v[7]), (v[8] ? intArgument(types, v[8]) : 0) as 0 | 1, type);
      },
      tp_init: () => {},
      tp_repr: (m, o) => {
        const a = moment(o);
        const parts = [a.year, a.month, a.day, a.hour, a.minute];
        if (a.second !== 0 || a.microsecond !== 0) parts.push(a.second);
        if (a.microsecond !== 0) parts.push(a.microsecond);
        return newStr(m, `${o.ob_type.tp_name}(${parts.join(', ')}${reprTail(types, a)})`);
      },
      tp_str: (m, o) => newStr(m, iso(m, o, ' ', 'auto')),
      tp_hash: (m, o) => {
        const a = moment(o);
        const offset = offsetUs(types, a.tz, 'utcoffset', o);
        if (offset === null) return hashBytes(m, datetimeBytes(a));
        const utc = newDelta(types, linearUs(a) - offset);
        const lo = hashOf(m, utc);
        const hi = m.hashHi;
        decref(m, utc);
        m.hashHi = hi;
        return lo;
      },
      tp_richcompare: (m, a, b, op) => {
        if (isDt(a) && isDt(b)) return compareAware(types, m, a, b, op, 'datetimes');
        const refuses = !m.profile.datesAnswerNotImplemented && op !== EQ && op !== NE && isKind(b, types.date);
        if (refuses) throw typeError(m, `can't compare ${a.ob_type.tp_name} to ${b.ob_type.tp_name}`);
        return incref(m.NotImplemented);
      },
      nb_add: (m, a, b) => {
        const [d, t] = isDt(a) ? [a, b] : [b, a];
        return isDt(d) && isKind(t, types.timedelta) ? shifted(types, d, totalUs(delta(t))) : incref(m.NotImplemented);
      },
      nb_subtract: (m, a, b) => {
        if (!isDt(a)) return incref(m.NotImplemented);
        if (isKind(b, types.timedelta)) return shifted(types, a, -totalUs(delta(b)));
        if (!isDt(b)) return incref(m.NotImplemented);
        const same = moment(a).tz === moment(b).tz;
        const p = same ? 0n : offsetUs(types, moment(a).tz, 'utcoffset', a);
        const q = same ? 0n : offsetUs(types, moment(b).tz, 'utcoffset', b);
        if ((p === null) !== (q === null)) throw typeError(m, "can't subtract offset-naive and offset-aware datetimes");
        return newDelta(types, linearUs(moment(a)) - (p ?? 0n) - linearUs(moment(b)) + (q ?? 0n));
      },
    },
    methods: [
      { name: 'date', kind: 'noargs', fn: (_m, o) => newDate(types, moment(o).year, moment(o).month, moment(o).day) },
      { name: 'time', kind: 'noargs', fn: (_m, o) => newTime(types, moment(o).hour, moment(o).minute, moment(o).second, moment(o).microsecond, null, moment(o).fold) },
      { name: 'timetz', kind: 'noargs', fn: (_m, o) => newTime(types, moment(o).hour, moment(o).minute, moment(o).second, moment(o).microsecond, moment(o).tz, moment(o).fold) },
      { name: 'isoformat', kind: 'fastkw', fn: (m, o, args, kwnames) => {
        const [separator, spec] = parseArgs(m, { name: 'isoformat', params: ['sep', 'timespec'] }, args, kwnames);
        if (separator && (!isStr(separator) || separator.data.length !== 1)) throw typeError(m, `isoformat() argument 1 must be a unicode character, not ${separator.ob_type.tp_name}`);
        return newStr(m, iso(m, o, separator ? strValue(separator) : 'T', specArgument(m, spec)));
      } },
      { name: 'timetuple', kind: 'noargs', fn: (m, o) => {
        const dst = offsetUs(types, moment(o).tz, 'dst', o);
        return timetuple(m, moment(o), dst === null ? -1 : dst === 0n ? 0 : 1);
      } },
      { name: 'utctimetuple', kind: 'noargs', fn: (m, o) => {
        const utc = fromLinearUs(types, linearUs(moment(o)) - (offsetUs(types, moment(o).tz, 'utcoffset', o) ?? 0n), null, 0, types.datetime);
        try {
          return timetuple(m, moment(utc), 0);
        } finally {
          decref(m, utc);
        }
      } },
      { name: 'timestamp', kind: 'noargs', fn: (m, o) => {
        const offset = offsetUs(types, moment(o).tz, 'utcoffset', o) ?? 0n;
        return newFloat(m, trueDivideValues(m, normalize(linearUs(moment(o)) - offset - 719163n * DAY_US), 1000000));
      } },
      { name: 'replace', kind: 'fastkw', fn: (m, o, args, kwnames) => {
        const v = parseArgs(m, { name: 'replace', params: [...fieldNames, 'tzinfo', 'fold'], positional: 8 }, args, kwnames);
        const a = moment(o);
        const [year, month, day, hour, minute, second, microsecond] = fieldNames.map((name, i) => (v[i] ? intArgument(types, v[i] as PyObject) : a[name])) as [number, number, number, number, number, number, number];
        return newDateTime(types, { year, month, day, hour, minute, second, microsecond }, v[7] ? zoneArgument(types, v[7]) : a.tz, (v[8] ? intArgument(types, v[8]) : a.fold) as 0 | 1, o.ob_type);
      } },
      { name: 'astimezone', kind: 'fastkw', fn: (m, o, args, kwnames) => astimezone(types, m, o, zoneArgument(types, parseArgs(m, { name: 'astimezone', params: ['tz'] }, args, kwnames)[0])) },
      { name: 'now', kind: 'fastkw', bind: 'class', fn: (m, type, args, kwnames) => fromTimestampUs(types, BigInt(Math.floor(nowMicroseconds(m))), zoneArgument(types, parseArgs(m, { name: 'now', params: ['tz'] }, args, kwnames)[0]), type as PyType) },
      { name: 'utcnow', kind: 'noargs', bind: 'class', fn: (m, type) => fromTimestampUs(types, BigInt(Math.floor(nowMicroseconds(m))), null, type as PyType) },
      { name: 'fromtimestamp', kind: 'fastkw', bind: 'class', fn: (m, type, args, kwnames) => {
        const [timestamp, tz] = parseArgs(m, { name: 'fromtimestamp', params: ['timestamp', 'tz'], required: 1 }, args, kwnames);
        return fromTimestampUs(types, timestampUs(types, m, timestamp as PyObject), zoneArgument(types, tz), type as PyType);
      } },
      { name: 'utcfromtimestamp', kind: 'o', bind: 'class', fn: (m, type, timestamp) => fromTimestampUs(types, timestampUs(types, m, timestamp), null, type as PyType) },
      { name: 'combine', kind: 'fastkw', bind: 'class', fn: (m, type, args, kwnames) => {
        const [date, time, tz] = parseArgs(m, { name: 'combine', params: ['date', 'time', 'tzinfo'], required: 2 }, args, kwnames);
        if (!date || !isKind(date, types.date)) throw typeError(m, `combine() argument 1 must be datetime.date, not ${date?.ob_type.tp_name ?? 'None'}`);
        if (!time || !isKind(time, types.time)) throw typeError(m, `combine() argument 2 must be datetime.time, not ${time?.ob_type.tp_name ?? 'None'}`);
        const { year, month, day } = moment(date);
        const { hour, minute, second, microsecond, fold } = moment(time);
        return newDateTime(types, { year, month, day, hour, minute, second, microsecond }, tz ? zoneArgument(types, tz) : moment(time).tz, fold, type as PyType);
      } },
      { name: 'fromisoformat', kind: 'o', bind: 'class', fn: (m, type, o) => {
        if (!isStr(o)) throw typeError(m, 'fromisoformat: argument must be str');
        const parsed = parseIsoDateTime(strValue(o));
        if (parsed === null) throw valueError(m, `Invalid isoformat string: '${strValue(o)}'`);
        const tz = zoneOf(types, parsed.offsetUs);
        try {
          return newDateTime(types, parsed, tz, 0, type as PyType);
        } finally {
          if (tz !== null) decref(m, tz);
        }
      } },
      { name: 'strptime', kind: 'fast', min: 2, max: 2, bind: 'class', fn: (m, type, args) => {
        const module = m.vm.importModule('_strptime');
        try {
          return callMethodNamed(m, module, '_strptime_datetime', [type, ...args]);
        } finally {
          decref(m, module);
        }
      } },
      ...zoneMethods(false),
      { name: '__reduce__', kind: 'noargs', fn: (m, o) => newTuple(m, [incref(o.ob_type), newTuple(m, [...fieldNames.map((name) => newInt(m, moment(o)[name])), ...(moment(o).tz === null ? [] : [incref(moment(o).tz as PyObject)])])]) },
    ],
    getset: [...fieldGetters(['hour', 'minute', 'second', 'microsecond']), ...zoneGetters()],
    attributes: () => [
      ['min', newDateTime(types, { year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: 0 }, null)],
      ['max', newDateTime(types, { year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59, microsecond: 999999 }, null)],
      ['resolution', newDelta(types, 1n)],
    ],
  };
}
