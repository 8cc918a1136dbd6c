// The datetime types (CPython 3.13 Modules/_datetimemodule.c): tzinfo, timezone, timedelta, date, time, datetime.
import type { Machine } from '../../machine.ts';
import { callMethodNamed, hash as hashOf, index } from '../../objects/abstract.ts';
import { allocObject, freeObject } from '../../objects/alloc.ts';
import { badArgument, parseArgs } from '../../objects/arguments.ts';
import { newBool } from '../../objects/bool.ts';
import { call } from '../../objects/call.ts';
import { isFloat, newFloat } from '../../objects/float.ts';
import { hashBytes } from '../../objects/hash.ts';
import { genericAlloc } from '../../objects/instance.ts';
import { intValue, isInt, newInt, normalize } from '../../objects/int.ts';
import { trueDivideValues } from '../../objects/int-arithmetic.ts';
import { exactParts } from '../../objects/number-text.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { overflowError, raise, typeError, valueError, zeroDivision } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { lazyType } from '../../objects/lazy-type.ts';
import { newStructSequence, structSequence } from '../../objects/struct-sequence.ts';
import { type CompareOp, EQ, NE, type GetSetSpec, type NativeSpec, type PyType, type TypeSpec, TypeFlag, since } from '../../objects/type.ts';
import { nowMicroseconds, structTime } from '../time.ts';
import * as cal from './calendar.ts';
import { parseIsoDate, parseIsoDateTime, parseIsoTime } from './iso.ts';

const DAY_US = 86400000000n;
const MAX_DELTA_DAYS = 999999999;

/** Payload of date, time and datetime; a date has zero time fields, a time the date 1900-01-01. */
interface Moment extends cal.Fields {
  readonly tz: PyObject | null;
  readonly fold: 0 | 1;
}

const moment = (o: PyObject): Moment => o.data as Moment;

interface Delta {
  readonly days: number;
  readonly seconds: number;
  readonly us: number;
}

const delta = (o: PyObject): Delta => o.data as Delta;
const totalUs = (d: Delta): bigint => BigInt(d.days) * DAY_US + BigInt(d.seconds) * 1000000n + BigInt(d.us);

interface Zone {
  /** timedelta (owned). */
  readonly offset: PyObject;
  /** str or null (owned). */
  readonly name: PyObject | null;
}

const isoType = structSequence('datetime.IsoCalendarDate', ['year', 'week', 'weekday']);

/** Everything bound to one machine. */
export class DateTypes {
  private readonly m: Machine;
  readonly tzinfo: PyType;
  readonly timezone: PyType;
  readonly timedelta: PyType;
  readonly date: PyType;
  readonly time: PyType;
  readonly datetime: PyType;
  readonly utc: PyObject;

  constructor(m: Machine) {
    this.m = m;
    this.timedelta = lazyType(m, this.deltaSpec());
    this.tzinfo = lazyType(m, this.tzinfoSpec());
    this.timezone = lazyType(m, this.timezoneSpec(), this.tzinfo);
    this.date = lazyType(m, this.dateSpec());
    this.time = lazyType(m, this.timeSpec());
    this.datetime = lazyType(m, this.datetimeSpec(), this.date);
    this.utc = allocObject(m, this.timezone, { offset: this.newDelta(0n), name: null } satisfies Zone);
  }

  private is(o: PyObject, type: PyType): boolean {
    return o.ob_type === type || o.ob_type.tp_mro.includes(type);
  }

  // --- timedelta ----------------------------------------------------------------------------------------------------------------------------

  /** A timedelta of microseconds; OverflowError beyond ±999999999 days. */
  newDelta(us: bigint, type: PyType = this.timedelta): PyObject {
    const { m } = this;
    let days = us / DAY_US;
    let rest = us - days * DAY_US;
    if (rest < 0n) {
      rest += DAY_US;
      days -= 1n;
    }
    if (days > MAX_DELTA_DAYS || days < -MAX_DELTA_DAYS) {
      if (days > 2147483647n || days < -2147483648n) throw overflowError(m, 'Python int too large to convert to C int');
      throw overflowError(m, `days=${days}; must have magnitude <= 999999999`);
    }
    const data: Delta = { days: Number(days), seconds: Number(rest / 1000000n), us: Number(rest % 1000000n) };
    return type === this.timedelta ? allocObject(m, type, data) : genericAlloc(m, type, data);
  }

  private deltaNew(type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
    const { m } = this;
    const names = ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'];
    const units = [DAY_US, 1000000n, 1n, 1000n, 60000000n, 3600000000n, 7n * DAY_US];
    const values = parseArgs(m, { name: '__new__', params: names }, args, kwnames);
    let total = 0n;
    let leftover = 0;
    // Units are added in the order of the C code, fractions of a microsecond collected apart.
    for (const i of [2, 3, 1, 4, 5, 0, 6]) {
      const value = values[i];
      if (!value) continue;
      if (isInt(value)) total += BigInt(intValue(value)) * (units[i] as bigint);
      else if (isFloat(m, value)) {
        if (!Number.isFinite(value.data)) throw value.data !== value.data ? valueError(m, 'cannot convert float NaN to integer') : overflowError(m, 'cannot convert float infinity to integer');
        const whole = Math.trunc(value.data);
        total += BigInt(whole) * (units[i] as bigint);
        const part = (value.data - whole) * Number(units[i]);
        const partWhole = Math.trunc(part);
        total += BigInt(partWhole);
        leftover += part - partWhole;
      } else throw typeError(m, `unsupported type for timedelta ${names[i]} component: ${value.ob_type.tp_name}`);
    }
    if (leftover !== 0) {
      let rounded = Math.round(leftover);
      if (Math.abs(rounded - leftover) === 0.5) {
        // Half a microsecond: the total becomes even.
        const odd = ((total % 2n) + 2n) % 2n === 1n ? 1 : 0;
        rounded = 2 * Math.round((leftover + odd) * 0.5) - odd;
      }
      total += BigInt(rounded);
    }
    return this.newDelta(total, type);
  }

  private deltaText(d: Delta): string {
    const hours = Math.floor(d.seconds / 3600);
    const minutes = Math.floor((d.seconds % 3600) / 60);
    const clock = `${hours}:${cal.pad(minutes, 2)}:${cal.pad(d.seconds % 60, 2)}${d.us === 0 ? '' : `.${cal.pad(d.us, 6)}`}`;
    return d.days === 0 ? clock : `${d.days} day${Math.abs(d.days) === 1 ? '' : 's'}, ${clock}`;
  }

  private deltaRepr(o: PyObject): string {
    const d = delta(o);
    const parts = [...(d.days !== 0 ? [`days=${d.days}`] : []), ...(d.seconds !== 0 ? [`seconds=${d.seconds}`] : []), ...(d.us !== 0 ? [`microseconds=${d.us}`] : [])];
    return `${o.ob_type.tp_name}(${parts.length === 0 ? '0' : parts.join(', ')})`;
  }

  /** numerator / denominator rounded half to even. */
  private static divideEven(a: bigint, b: bigint): bigint {
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

  private deltaMultiply(a: PyObject, b: PyObject): PyObject {
    const { m } = this;
    const [d, n] = this.is(a, this.timedelta) ? [a, b] : [b, a];
    if (isInt(n)) return this.newDelta(totalUs(delta(d)) * BigInt(intValue(n)));
    if (isFloat(m, n)) {
      const [numerator, denominator] = ratio(m, n.data);
      return this.newDelta(DateTypes.divideEven(totalUs(delta(d)) * numerator, denominator));
    }
    return incref(m.NotImplemented);
  }

  private deltaDivide(a: PyObject, b: PyObject): PyObject {
    const { m } = this;
    if (!this.is(a, this.timedelta)) return incref(m.NotImplemented);
    const zero = (): unknown => zeroDivision(m, m.profile.zeroDivision.intFloor);
    if (this.is(b, this.timedelta)) {
      if (totalUs(delta(b)) === 0n) throw zeroDivision(m, 'division by zero');
      return newFloat(m, trueDivideValues(m, normalize(totalUs(delta(a))), normalize(totalUs(delta(b)))));
    }
    if (isInt(b)) {
      if (intValue(b) === 0) throw zero();
      return this.newDelta(DateTypes.divideEven(totalUs(delta(a)), BigInt(intValue(b))));
    }
    if (isFloat(m, b)) {
      if (b.data === 0) throw zero();
      const [numerator, denominator] = ratio(m, b.data);
      return this.newDelta(DateTypes.divideEven(totalUs(delta(a)) * denominator, numerator));
    }
    return incref(m.NotImplemented);
  }

  private deltaFloor(a: PyObject, b: PyObject): PyObject {
    const { m } = this;
    if (!this.is(a, this.timedelta)) return incref(m.NotImplemented);
    const divisor = this.is(b, this.timedelta) ? totalUs(delta(b)) : isInt(b) ? BigInt(intValue(b)) : null;
    if (divisor === null) return incref(m.NotImplemented);
    if (divisor === 0n) throw zeroDivision(m, m.profile.zeroDivision.intFloor);
    const q = floorDiv(totalUs(delta(a)), divisor);
    return this.is(b, this.timedelta) ? newInt(m, normalize(q)) : this.newDelta(q);
  }

  private deltaSpec(): TypeSpec {
    const both = (a: PyObject, b: PyObject): boolean => this.is(a, this.timedelta) && this.is(b, this.timedelta);
    return {
      name: 'datetime.timedelta',
      basicsize: 40,
      flags: TypeFlag.BASETYPE,
      doc: 'Difference between two datetime values.',
      slots: {
        tp_dealloc: (m, o) => freeObject(m, o),
        tp_new: (_m, type, args, kwnames) => this.deltaNew(type, args, kwnames),
        tp_init: () => {},
        tp_repr: (m, o) => newStr(m, this.deltaRepr(o)),
        tp_str: (m, o) => newStr(m, this.deltaText(delta(o))),
        tp_hash: (m, o) => hashTuple(m, [newInt(m, delta(o).days), newInt(m, delta(o).seconds), newInt(m, delta(o).us)]),
        tp_richcompare: (m, a, b, op) => (both(a, b) ? order(m, totalUs(delta(a)), totalUs(delta(b)), op) : incref(m.NotImplemented)),
        nb_add: (m, a, b) => (both(a, b) ? this.newDelta(totalUs(delta(a)) + totalUs(delta(b))) : incref(m.NotImplemented)),
        nb_subtract: (m, a, b) => (both(a, b) ? this.newDelta(totalUs(delta(a)) - totalUs(delta(b))) : incref(m.NotImplemented)),
        nb_multiply: (_m, a, b) => this.deltaMultiply(a, b),
        nb_true_divide: (_m, a, b) => this.deltaDivide(a, b),
        nb_floor_divide: (_m, a, b) => this.deltaFloor(a, b),
        nb_remainder: (m, a, b) => {
          if (!both(a, b)) return incref(m.NotImplemented);
          if (totalUs(delta(b)) === 0n) throw zeroDivision(m, m.profile.zeroDivision.intModulo);
          return this.newDelta(totalUs(delta(a)) - floorDiv(totalUs(delta(a)), totalUs(delta(b))) * totalUs(delta(b)));
        },
        nb_divmod: (m, a, b) => {
          if (!both(a, b)) return incref(m.NotImplemented);
          if (totalUs(delta(b)) === 0n) throw zeroDivision(m, m.profile.zeroDivision.intFloor);
          const q = floorDiv(totalUs(delta(a)), totalUs(delta(b)));
          return newTuple(m, [newInt(m, normalize(q)), this.newDelta(totalUs(delta(a)) - q * totalUs(delta(b)))]);
        },
        nb_negative: (_m, a) => this.newDelta(-totalUs(delta(a))),
        nb_positive: (_m, a) => this.newDelta(totalUs(delta(a))),
        nb_absolute: (_m, a) => this.newDelta(totalUs(delta(a)) < 0n ? -totalUs(delta(a)) : totalUs(delta(a))),
        nb_bool: (_m, a) => totalUs(delta(a)) !== 0n,
      },
      methods: [
        { name: 'total_seconds', kind: 'noargs', fn: (m, o) => newFloat(m, trueDivideValues(m, normalize(totalUs(delta(o))), 1000000)), doc: 'Total seconds in the duration.' },
        { name: '__reduce__', kind: 'noargs', fn: (m, o) => newTuple(m, [incref(o.ob_type), newTuple(m, [newInt(m, delta(o).days), newInt(m, delta(o).seconds), newInt(m, delta(o).us)])]) },
      ],
      getset: [
        { name: 'days', kind: 'member', get: (m, o) => newInt(m, delta(o).days), doc: 'Number of days.' },
        { name: 'seconds', kind: 'member', get: (m, o) => newInt(m, delta(o).seconds), doc: 'Number of seconds (>= 0 and less than 1 day).' },
        { name: 'microseconds', kind: 'member', get: (m, o) => newInt(m, delta(o).us), doc: 'Number of microseconds (>= 0 and less than 1 second).' },
      ],
      attributes: () => [
        ['resolution', this.newDelta(1n)], ['min', this.newDelta(-999999999n * DAY_US)], ['max', this.newDelta(1000000000n * DAY_US - 1n)],
      ],
    };
  }

  // --- tzinfo and timezone --------------------------------------------------------------------------------------------------------------------

  private tzinfoSpec(): TypeSpec {
    const abstract = (name: string): NativeSpec => ({ name, kind: 'o', fn: (m) => {
      throw raise(m, m.types.NotImplementedError, `a tzinfo subclass must implement ${name}()`);
    } });
    return {
      name: 'datetime.tzinfo',
      basicsize: 16,
      flags: TypeFlag.BASETYPE,
      doc: 'Abstract base class for time zone info objects.',
      slots: { tp_dealloc: (m, o) => freeObject(m, o), tp_new: (m, type) => genericAlloc(m, type, null), tp_init: () => {} },
      methods: [abstract('utcoffset'), abstract('tzname'), abstract('dst'), { name: 'fromutc', kind: 'o', fn: (m, self, dt) => this.fromUtc(m, self, dt) }],
    };
  }

  private fromUtc(m: Machine, self: PyObject, dt: PyObject): PyObject {
    if (!this.is(dt, this.datetime)) throw typeError(m, 'fromutc: argument must be a datetime');
    if (moment(dt).tz !== self) throw valueError(m, 'fromutc: dt.tzinfo is not self');
    const offset = this.offsetUs(self, 'utcoffset', dt);
    if (offset === null) throw valueError(m, 'fromutc: non-None utcoffset() result required');
    const dst = this.offsetUs(self, 'dst', dt);
    if (dst === null) throw valueError(m, 'fromutc: non-None dst() result required');
    const standard = this.shifted(dt, offset - dst);
    try {
      const again = this.offsetUs(self, 'dst', standard);
      return this.shifted(standard, again ?? 0n);
    } finally {
      decref(m, standard);
    }
  }

  /** utcoffset, dst of a tzinfo in microseconds; null = None. */
  private offsetUs(tz: PyObject | null, name: 'utcoffset' | 'dst', argument: PyObject): bigint | null {
    const { m } = this;
    if (tz === null) return null;
    if (tz.ob_type === this.timezone) return name === 'dst' ? null : totalUs(delta((tz.data as Zone).offset));
    const result = callMethodNamed(m, tz, name, [argument]);
    try {
      if (result === m.None) return null;
      if (!this.is(result, this.timedelta)) throw typeError(m, `tzinfo.${name}() must return None or a timedelta, not '${result.ob_type.tp_name}'`);
      const us = totalUs(delta(result));
      if (us <= -DAY_US || us >= DAY_US) throw valueError(m, `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).`);
      return us;
    } finally {
      decref(m, result);
    }
  }

  private zoneName(tz: PyObject | null, argument: PyObject): string {
    const { m } = this;
    if (tz === null) return '';
    const result = callMethodNamed(m, tz, 'tzname', [argument]);
    try {
      if (result === m.None) return '';
      if (!isStr(result)) throw typeError(m, `tzinfo.tzname() must return None or a string, not '${result.ob_type.tp_name}'`);
      return strValue(result);
    } finally {
      decref(m, result);
    }
  }

  private timezoneText(zone: Zone, o: PyObject): string {
    if (zone.name !== null) return strValue(zone.name);
    const us = totalUs(delta(zone.offset));
    return o === this.utc || us === 0n ? 'UTC' : `UTC${offsetText(us, ':')}`;
  }

  private timezoneNew(args: readonly PyObject[], kwnames: PyObject | null): PyObject {
    const { m } = this;
    const [offset, name] = parseArgs(m, { name: 'timezone', params: ['offset', 'name'], required: 1 }, args, kwnames);
    if (!offset || !this.is(offset, this.timedelta)) throw typeError(m, `timezone() argument 1 must be datetime.timedelta, not ${offset?.ob_type.tp_name ?? 'None'}`);
    if (name && !isStr(name)) throw badArgument(m, 'timezone', 'argument 2', 'str', name);
    const us = totalUs(delta(offset));
    if (!name && us === 0n) return incref(this.utc);
    if (us <= -DAY_US || us >= DAY_US) throw valueError(m, `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ${this.deltaRepr(offset)}${m.profile.offsetTextEnd}`);
    return allocObject(m, this.timezone, { offset: incref(offset), name: name ? incref(name) : null } satisfies Zone);
  }

  private timezoneSpec(): TypeSpec {
    const zone = (o: PyObject): Zone => o.data as Zone;
    const argument = (m: Machine, name: string, o: PyObject): void => {
      if (o !== m.None && !this.is(o, this.datetime)) throw typeError(m, `${name}(dt) argument must be a datetime instance or None, not ${o.ob_type.tp_name}`);
    };
    return {
      name: 'datetime.timezone',
      base: 'tzinfo',
      basicsize: 32,
      flags: 0,
      doc: 'Fixed offset from UTC implementation of tzinfo.',
      slots: {
        tp_dealloc: (m, o) => {
          decref(m, zone(o).offset);
          const { name } = zone(o);
          if (name !== null) decref(m, name);
          freeObject(m, o);
        },
        tp_traverse: (_m, o, visit) => {
          visit(zone(o).offset, 'offset', -1);
          const { name } = zone(o);
          if (name !== null) visit(name, 'name', -1);
        },
        tp_new: (_m, _type, args, kwnames) => this.timezoneNew(args, kwnames),
        tp_init: () => {},
        tp_repr: (m, o) => {
          if (o === this.utc) return newStr(m, 'datetime.timezone.utc');
          const { name } = zone(o);
          return newStr(m, `datetime.timezone(${this.deltaRepr(zone(o).offset)}${name === null ? '' : `, '${strValue(name)}'`})`);
        },
        tp_str: (m, o) => newStr(m, this.timezoneText(zone(o), o)),
        tp_hash: (m, o) => hashOf(m, zone(o).offset),
        tp_richcompare: (m, a, b, op) => ((op === 2 || op === 3) && b.ob_type === this.timezone
          ? newBool(m, (totalUs(delta(zone(a).offset)) === totalUs(delta(zone(b).offset))) === (op === 2)) : incref(m.NotImplemented)),
      },
      methods: [
        { name: 'utcoffset', kind: 'o', fn: (m, o, dt) => (argument(m, 'utcoffset', dt), incref(zone(o).offset)) },
        { name: 'dst', kind: 'o', fn: (m, _o, dt) => (argument(m, 'dst', dt), incref(m.None)) },
        { name: 'tzname', kind: 'o', fn: (m, o, dt) => (argument(m, 'tzname', dt), newStr(m, this.timezoneText(zone(o), o))) },
        { name: 'fromutc', kind: 'o', fn: (m, o, dt) => {
          if (!this.is(dt, this.datetime)) throw typeError(m, 'fromutc() argument must be a datetime instance');
          if (moment(dt).tz !== o) throw valueError(m, 'fromutc: dt.tzinfo is not self');
          return this.shifted(dt, totalUs(delta(zone(o).offset)));
        } },
        { name: '__getinitargs__', kind: 'noargs', fn: (m, o) => newTuple(m, [incref(zone(o).offset), ...(zone(o).name === null ? [] : [incref(zone(o).name as PyObject)])]) },
      ],
      attributes: (m) => [
        ['utc', incref(this.utc)],
        ['min', allocObject(m, this.timezone, { offset: this.newDelta(-DAY_US + 60000000n), name: null } satisfies Zone)],
        ['max', allocObject(m, this.timezone, { offset: this.newDelta(DAY_US - 60000000n), name: null } satisfies Zone)],
      ],
    };
  }

  // --- making dates -----------------------------------------------------------------------------------------------------------------------------

  private number(o: PyObject): number {
    const { m } = this;
    const exact = index(m, o);
    const value = intValue(exact);
    decref(m, exact);
    if (typeof value === 'bigint' || value > 2147483647 || value < -2147483648) throw overflowError(m, `Python int too large to convert to C int`);
    return value;
  }

  private checkDate(year: number, month: number, day: number): void {
    const { m } = this;
    const named = m.profile.dateErrorsNamed;
    if (year < 1 || year > 9999) throw valueError(m, named ? `year must be in 1..9999, not ${year}` : `year ${year} is out of range`);
    if (month < 1 || month > 12) throw valueError(m, `month must be in 1..12${named ? `, not ${month}` : ''}`);
    const days = cal.daysInMonth(year, month);
    if (day < 1 || day > days) throw valueError(m, named ? `day ${day} must be in range 1..${days} for month ${month} in year ${year}` : 'day is out of range for month');
  }

  private checkTime(hour: number, minute: number, second: number, us: number, fold: number): void {
    const { m } = this;
    const shown = (value: number): string => (m.profile.dateErrorsNamed ? `, not ${value}` : '');
    if (hour < 0 || hour > 23) throw valueError(m, `hour must be in 0..23${shown(hour)}`);
    if (minute < 0 || minute > 59) throw valueError(m, `minute must be in 0..59${shown(minute)}`);
    if (second < 0 || second > 59) throw valueError(m, `second must be in 0..59${shown(second)}`);
    if (us < 0 || us > 999999) throw valueError(m, `microsecond must be in 0..999999${shown(us)}`);
    if (fold !== 0 && fold !== 1) throw valueError(m, `fold must be either 0 or 1${shown(fold)}`);
  }

  private zoneArgument(o: PyObject | null | undefined): PyObject | null {
    const { m } = this;
    if (o === null || o === undefined || o === m.None) return null;
    if (!this.is(o, this.tzinfo)) throw typeError(m, `tzinfo argument must be None or of a tzinfo subclass, not type '${o.ob_type.tp_name}'`);
    return o;
  }

  newDate(year: number, month: number, day: number, type: PyType = this.date): PyObject {
    this.checkDate(year, month, day);
    const { m } = this;
    const data: Moment = { year, month, day, hour: 0, minute: 0, second: 0, microsecond: 0, tz: null, fold: 0 };
    if (type === this.date) return allocObject(m, type, data);
    return type.tp_new === this.date.tp_new ? genericAlloc(m, type, data) : this.construct(type, [year, month, day]);
  }

  /** Calls a subclass with ints. */
  private construct(type: PyType, values: readonly number[]): PyObject {
    const { m } = this;
    const args = values.map((value) => newInt(m, value));
    try {
      return call(m, type, args);
    } finally {
      for (const arg of args) decref(m, arg);
    }
  }

  newDateTime(fields: cal.Fields, tz: PyObject | null, fold: 0 | 1 = 0, type: PyType = this.datetime): PyObject {
    const { m } = this;
    this.checkDate(fields.year, fields.month, fields.day);
    this.checkTime(fields.hour, fields.minute, fields.second, fields.microsecond, fold);
    const data: Moment = { ...fields, tz: tz === null ? null : incref(tz), fold };
    // A naive one has no room for a time zone (_PyDateTime_BaseDateTime).
    return type === this.datetime ? allocObject(m, type, data, tz === null ? -8 : 0) : genericAlloc(m, type, data);
  }

  newTime(hour: number, minute: number, second: number, us: number, tz: PyObject | null, fold: 0 | 1 = 0, type: PyType = this.time): PyObject {
    const { m } = this;
    this.checkTime(hour, minute, second, us, fold);
    const data: Moment = { year: 1900, month: 1, day: 1, hour, minute, second, microsecond: us, tz: tz === null ? null : incref(tz), fold };
    return type === this.time ? allocObject(m, type, data, tz === null ? -8 : 0) : genericAlloc(m, type, data);
  }

  /** Microseconds since day 0 of the fields, without regard to a zone. */
  private static linear(a: Moment): bigint {
    return BigInt(cal.toOrdinal(a.year, a.month, a.day)) * DAY_US + BigInt((a.hour * 60 + a.minute) * 60 + a.second) * 1000000n + BigInt(a.microsecond);
  }

  private fromLinear(us: bigint, tz: PyObject | null, fold: 0 | 1, type: PyType): PyObject {
    const { m } = this;
    const ordinal = floorDiv(us, DAY_US);
    if (ordinal < 1n || ordinal > BigInt(cal.MAX_ORDINAL)) throw overflowError(m, 'date value out of range');
    const rest = us - ordinal * DAY_US;
    const [year, month, day] = cal.fromOrdinal(Number(ordinal));
    const seconds = Number(rest / 1000000n);
    return this.newDateTime(
      { year, month, day, hour: Math.floor(seconds / 3600), minute: Math.floor((seconds % 3600) / 60), second: seconds % 60, microsecond: Number(rest % 1000000n) }, tz, fold, type,
    );
  }

  /** A datetime moved by microseconds, same zone. */
  private shifted(dt: PyObject, us: bigint): PyObject {
    return this.fromLinear(DateTypes.linear(moment(dt)) + us, moment(dt).tz, 0, dt.ob_type);
  }

  private momentDealloc(m: Machine, o: PyObject): void {
    const { tz } = moment(o);
    if (tz !== null) decref(m, tz);
    freeObject(m, o);
  }

  private readonly traverseZone: TypeSpec['slots'] = {
    tp_traverse: (_m, o, visit) => {
      const { tz } = moment(o);
      if (tz !== null) visit(tz, 'tzinfo', -1);
    },
  };

  // --- shared by date and datetime ----------------------------------------------------------------------------------------------------------------

  private strftime(m: Machine, self: PyObject, format: string): PyObject {
    const a = moment(self);
    const needsZone = /%:?z/i.test(format) && a.tz !== null;
    const argument = self.ob_type === this.time || this.is(self, this.time) ? m.None : self;
    const offset = needsZone ? this.offsetUs(a.tz, 'utcoffset', argument) : null;
    const text = cal.formatFields(a, format, { offset: offset === null ? '' : offsetText(offset, ''), name: needsZone ? this.zoneName(a.tz, argument) : '' });
    m.chargeWork(text.length);
    return newStr(m, text);
  }

  private formatMethods(): readonly NativeSpec[] {
    return [
      { name: 'strftime', kind: 'fastkw', fn: (m, self, args, kwnames) => {
        const [format] = parseArgs(m, { name: 'strftime', params: ['format'], required: 1 }, args, kwnames);
        if (!format || !isStr(format)) throw typeError(m, `strftime() argument 1 must be str, not ${format?.ob_type.tp_name ?? 'None'}`);
        return this.strftime(m, self, strValue(format));
      } },
      { name: '__format__', kind: 'o', fn: (m, self, spec) => {
        if (!isStr(spec)) throw badArgument(m, '__format__', 'argument 1', 'str', spec);
        if (strValue(spec) === '') return callMethodNamed(m, self, '__str__');
        return callMethodNamed(m, self, 'strftime', [spec]);
      } },
    ];
  }

  private fieldGetters(names: readonly (keyof cal.Fields)[]): GetSetSpec[] {
    return names.map((name) => ({ name, get: (m, o) => newInt(m, moment(o)[name]) }));
  }

  private timetuple(m: Machine, a: Moment, dst: number): PyObject {
    return structTime(m, [a.year, a.month, a.day, a.hour, a.minute, a.second, cal.weekday(a.year, a.month, a.day), cal.dayOfYear(a.year, a.month, a.day), dst]);
  }

  private dateSpec(): TypeSpec {
    const text = (a: Moment): string => `${cal.pad(a.year, 4)}-${cal.pad(a.month, 2)}-${cal.pad(a.day, 2)}`;
    const plain = (o: PyObject): boolean => this.is(o, this.date) && !this.is(o, this.datetime);
    return {
      name: 'datetime.date',
      basicsize: 32,
      flags: TypeFlag.BASETYPE,
      doc: 'date(year, month, day) --> date object',
      slots: {
        tp_dealloc: (m, o) => this.momentDealloc(m, o),
        tp_new: (m, type, args, kwnames) => {
          const values = parseArgs(m, { name: 'function', params: ['year', 'month', 'day'] }, args, kwnames);
          const [year, month, day] = this.requiredNumbers('date', values, ['year', 'month', 'day']);
          this.checkDate(year as number, month as number, day as number);
          const data: Moment = { year: year as number, month: month as number, day: day as number, hour: 0, minute: 0, second: 0, microsecond: 0, tz: null, fold: 0 };
          return type === this.date ? allocObject(m, type, data) : genericAlloc(m, type, data);
        },
        tp_init: () => {},
        tp_repr: (m, o) => newStr(m, `${o.ob_type.tp_name}(${moment(o).year}, ${moment(o).month}, ${moment(o).day})`),
        tp_str: (m, o) => newStr(m, text(moment(o))),
        tp_hash: (m, o) => hashBytes(m, dateBytes(moment(o))),
        tp_richcompare: (m, a, b, op) => {
          if (!plain(a) || !plain(b)) return incref(m.NotImplemented);
          return order(m, DateTypes.linear(moment(a)), DateTypes.linear(moment(b)), op);
        },
        nb_add: (m, a, b) => {
          const [d, t] = this.is(a, this.date) ? [a, b] : [b, a];
          if (!plain(d) || !this.is(t, this.timedelta)) return incref(m.NotImplemented);
          return this.moveDate(d, delta(t).days);
        },
        nb_subtract: (m, a, b) => {
          if (!plain(a)) return incref(m.NotImplemented);
          if (plain(b)) return this.newDelta(DateTypes.linear(moment(a)) - DateTypes.linear(moment(b)));
          return this.is(b, this.timedelta) ? this.moveDate(a, -delta(b).days) : incref(m.NotImplemented);
        },
      },
      methods: [
        ...this.formatMethods(),
        { name: 'isoformat', kind: 'noargs', fn: (m, o) => newStr(m, text(moment(o))) },
        { name: 'toordinal', kind: 'noargs', fn: (m, o) => newInt(m, cal.toOrdinal(moment(o).year, moment(o).month, moment(o).day)) },
        { name: 'weekday', kind: 'noargs', fn: (m, o) => newInt(m, cal.weekday(moment(o).year, moment(o).month, moment(o).day)) },
        { name: 'isoweekday', kind: 'noargs', fn: (m, o) => newInt(m, cal.weekday(moment(o).year, moment(o).month, moment(o).day) + 1) },
        { name: 'isocalendar', kind: 'noargs', fn: (m, o) => newStructSequence(m, lazyType(m, isoType, m.types.tuple), cal.isoCalendar(moment(o).year, moment(o).month, moment(o).day).map((n) => newInt(m, n))) },
        { name: 'ctime', kind: 'noargs', fn: (m, o) => newStr(m, cal.formatFields(moment(o), '%a %b %e %H:%M:%S %Y', { offset: '', name: '' })) },
        { name: 'timetuple', kind: 'noargs', fn: (m, o) => this.timetuple(m, moment(o), -1) },
        { name: 'replace', kind: 'fastkw', fn: (m, o, args, kwnames) => {
          const values = parseArgs(m, { name: 'replace', params: ['year', 'month', 'day'] }, args, kwnames);
          const a = moment(o);
          const [year, month, day] = ([a.year, a.month, a.day]).map((old, i) => (values[i] ? this.number(values[i] as PyObject) : old)) as [number, number, number];
          return this.newDate(year, month, day, o.ob_type);
        } },
        { name: 'strptime', kind: 'fast', min: 2, max: 2, bind: 'class', fn: (_m, type, args) => this.partOfParsed(type, args, 'date'), inVersion: since(14) },
        { name: 'today', kind: 'noargs', bind: 'class', fn: (m, type) => {
          const [year, month, day] = cal.fromOrdinal(719163 + Math.floor(nowMicroseconds(m) / 86400e6));
          return type === this.datetime || (type as PyType).tp_mro.includes(this.datetime) ? this.fromTimestampUs(BigInt(Math.floor(nowMicroseconds(m))), null, type as PyType) : this.newDate(year, month, day, type as PyType);
        } },
        { name: 'fromordinal', kind: 'o', bind: 'class', fn: (m, type, o) => {
          const ordinal = this.number(o);
          if (ordinal < 1) throw valueError(m, 'ordinal must be >= 1');
          if (ordinal > cal.MAX_ORDINAL) throw valueError(m, `year ${Math.floor(ordinal / 365.2425) + 1} is out of range`);
          const [year, month, day] = cal.fromOrdinal(ordinal);
          return this.fromParts(type as PyType, year, month, day);
        } },
        { name: 'fromisoformat', kind: 'o', bind: 'class', fn: (m, type, o) => {
          if (!isStr(o)) throw typeError(m, 'fromisoformat: argument must be str');
          const parsed = parseIsoDate(strValue(o));
          if (parsed === null) throw valueError(m, `Invalid isoformat string: '${strValue(o)}'`);
          return this.fromParts(type as PyType, ...parsed);
        } },
        { name: 'fromtimestamp', kind: 'o', bind: 'class', fn: (m, type, o) => {
          const us = this.timestampUs(m, o);
          const [year, month, day] = cal.fromOrdinal(719163 + Number(floorDiv(us, DAY_US)));
          return this.fromParts(type as PyType, year, month, day);
        } },
        { name: 'fromisocalendar', kind: 'fast', min: 3, max: 3, bind: 'class', fn: (m, type, args) => {
          const [year, week, day] = args.map((o) => this.number(o)) as [number, number, number];
          if (year < 1 || year > 9999) throw valueError(m, `Year is out of range: ${year}`);
          const weeks = Math.round((cal.isoWeekOne(year + 1) - cal.isoWeekOne(year)) / 7);
          if (week < 1 || week > weeks) throw valueError(m, `Invalid week: ${week}`);
          if (day < 1 || day > 7) throw valueError(m, `Invalid weekday: ${day} (range is [1, 7])`);
          return this.fromParts(type as PyType, ...cal.fromOrdinal(cal.isoWeekOne(year) + (week - 1) * 7 + day - 1));
        } },
        { name: '__reduce__', kind: 'noargs', fn: (m, o) => newTuple(m, [incref(o.ob_type), newTuple(m, [newInt(m, moment(o).year), newInt(m, moment(o).month), newInt(m, moment(o).day)])]) },
      ],
      getset: this.fieldGetters(['year', 'month', 'day']),
      attributes: () => [['min', this.newDate(1, 1, 1)], ['max', this.newDate(9999, 12, 31)], ['resolution', this.newDelta(DAY_US)]],
    };
  }

  /** date.strptime and time.strptime (3.14+): that part of what datetime makes of the text; datetime's own class method goes another way. */
  private partOfParsed(type: PyObject, args: readonly PyObject[], part: 'date' | 'time'): PyObject {
    const { m } = this;
    const module = m.vm.importModule('_strptime');
    let whole: PyObject | null = null;
    try {
      whole = callMethodNamed(m, module, '_strptime_datetime', [this.datetime, ...args]);
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
  private fromParts(type: PyType, year: number, month: number, day: number): PyObject {
    if (type === this.datetime || type.tp_mro.includes(this.datetime)) return this.newDateTime({ year, month, day, hour: 0, minute: 0, second: 0, microsecond: 0 }, null, 0, type);
    return this.newDate(year, month, day, type);
  }

  private requiredNumbers(who: string, values: readonly (PyObject | null)[], names: readonly string[]): number[] {
    return names.map((name, i) => {
      const value = values[i];
      if (!value) throw typeError(this.m, `${this.m.profile.dateFunctionNamed ? `${who}()` : 'function'} missing required argument '${name}' (pos ${i + 1})`);
      return this.number(value);
    });
  }

  private moveDate(o: PyObject, days: number): PyObject {
    const a = moment(o);
    const ordinal = cal.toOrdinal(a.year, a.month, a.day) + days;
    if (ordinal < 1 || ordinal > cal.MAX_ORDINAL) throw overflowError(this.m, 'date value out of range');
    const [year, month, day] = cal.fromOrdinal(ordinal);
    return this.newDate(year, month, day, o.ob_type);
  }

  // --- time ---------------------------------------------------------------------------------------------------------------------------------------

  private timeText(a: Moment, spec: string): string | null {
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

  private isoTime(m: Machine, o: PyObject, spec: string, argument: PyObject): string {
    const text = this.timeText(moment(o), spec);
    if (text === null) throw valueError(m, 'Unknown timespec value');
    const offset = this.offsetUs(moment(o).tz, 'utcoffset', argument);
    return text + (offset === null ? '' : offsetText(offset, ':'));
  }

  private specArgument(m: Machine, o: PyObject | null | undefined): string {
    if (!o) return 'auto';
    if (!isStr(o)) throw badArgument(m, 'isoformat', "argument 'timespec'", 'str', o);
    return strValue(o);
  }

  private reprTail(a: Moment): string {
    const shown = this.m;
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
  private compareAware(m: Machine, a: PyObject, b: PyObject, op: CompareOp, what: 'times' | 'datetimes'): PyObject {
    const x = moment(a);
    const y = moment(b);
    if (x.tz === y.tz) return order(m, DateTypes.linear(x), DateTypes.linear(y), op);
    const argument = (o: PyObject): PyObject => (what === 'times' ? m.None : o);
    const p = this.offsetUs(x.tz, 'utcoffset', argument(a));
    const q = this.offsetUs(y.tz, 'utcoffset', argument(b));
    if ((p === null) !== (q === null)) {
      if (op === 2 || op === 3) return newBool(m, op === 3);
      throw typeError(m, `can't compare offset-naive and offset-aware ${what}`);
    }
    return order(m, DateTypes.linear(x) - (p ?? 0n), DateTypes.linear(y) - (q ?? 0n), op);
  }

  private timeSpec(): TypeSpec {
    return {
      name: 'datetime.time',
      basicsize: 40,
      flags: TypeFlag.BASETYPE,
      doc: 'time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.',
      slots: {
        ...this.traverseZone,
        tp_dealloc: (m, o) => this.momentDealloc(m, o),
        tp_new: (m, type, args, kwnames) => {
          const v = parseArgs(m, { name: 'function', params: ['hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold'], positional: 5 }, args, kwnames);
          const n = [0, 1, 2, 3].map((i) => (v[i] ? this.number(v[i] as PyObject) : 0)) as [number, number, number, number];
          return this.newTime(...n, this.zoneArgument(v[4]), (v[5] ? this.number(v[5]) : 0) as 0 | 1, type);
        },
        tp_init: () => {},
        tp_repr: (m, o) => {
          const a = moment(o);
          const parts = a.microsecond !== 0 ? [a.hour, a.minute, a.second, a.microsecond] : a.second !== 0 ? [a.hour, a.minute, a.second] : [a.hour, a.minute];
          return newStr(m, `${o.ob_type.tp_name}(${parts.join(', ')}${this.reprTail(a)})`);
        },
        tp_str: (m, o) => newStr(m, this.isoTime(m, o, 'auto', m.None)),
        tp_hash: (m, o) => {
          const a = moment(o);
          const offset = this.offsetUs(a.tz, 'utcoffset', m.None);
          if (offset === null || offset === 0n) return hashBytes(m, timeBytes(a));
          const shiftedDelta = this.newDelta(DateTypes.linear(a) % DAY_US - offset);
          const lo = hashOf(m, shiftedDelta);
          const hi = m.hashHi;
          decref(m, shiftedDelta);
          m.hashHi = hi;
          return lo;
        },
        tp_richcompare: (m, a, b, op) => (this.is(b, this.time) ? this.compareAware(m, a, b, op, 'times') : incref(m.NotImplemented)),
      },
      methods: [
        ...this.formatMethods(),
        { name: 'isoformat', kind: 'fastkw', fn: (m, o, args, kwnames) => newStr(m, this.isoTime(m, o, this.specArgument(m, parseArgs(m, { name: 'isoformat', params: ['timespec'] }, args, kwnames)[0]), m.None)) },
        { name: 'strptime', kind: 'fast', min: 2, max: 2, bind: 'class', fn: (_m, type, args) => this.partOfParsed(type, args, 'time'), inVersion: since(14) },
        { name: 'fromisoformat', kind: 'o', bind: 'class', fn: (m, type, o) => {
          if (!isStr(o)) throw typeError(m, 'fromisoformat: argument must be str');
          const parsed = parseIsoTime(strValue(o).replace(/^T/, ''));
          if (parsed === null) throw valueError(m, `Invalid isoformat string: '${strValue(o)}'`);
          const tz = this.zoneOf(parsed.offsetUs);
          try {
            return this.newTime(parsed.hour, parsed.minute, parsed.second, parsed.microsecond, tz, 0, type as PyType);
          } finally {
            if (tz !== null) decref(m, tz);
          }
        } },
        { name: 'replace', kind: 'fastkw', fn: (m, o, args, kwnames) => {
          const v = parseArgs(m, { name: 'replace', params: ['hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold'], positional: 5 }, args, kwnames);
          const a = moment(o);
          const n = [a.hour, a.minute, a.second, a.microsecond].map((old, i) => (v[i] ? this.number(v[i] as PyObject) : old)) as [number, number, number, number];
          return this.newTime(...n, v[4] ? this.zoneArgument(v[4]) : a.tz, (v[5] ? this.number(v[5]) : a.fold) as 0 | 1, o.ob_type);
        } },
        ...this.zoneMethods(true),
        { name: '__reduce__', kind: 'noargs', fn: (m, o) => newTuple(m, [incref(o.ob_type), newTuple(m, [moment(o).hour, moment(o).minute, moment(o).second, moment(o).microsecond].map((n) => newInt(m, n)))]) },
      ],
      getset: [...this.fieldGetters(['hour', 'minute', 'second', 'microsecond']), ...this.zoneGetters()],
      attributes: () => [['min', this.newTime(0, 0, 0, 0, null)], ['max', this.newTime(23, 59, 59, 999999, null)], ['resolution', this.newDelta(1n)]],
    };
  }

  private zoneGetters(): GetSetSpec[] {
    return [
      { name: 'tzinfo', get: (m, o) => incref(moment(o).tz ?? m.None) },
      { name: 'fold', get: (m, o) => newInt(m, moment(o).fold) },
    ];
  }

  private zoneMethods(isTime: boolean): NativeSpec[] {
    const ask = (name: 'utcoffset' | 'dst' | 'tzname'): NativeSpec => ({
      name, kind: 'noargs',
      fn: (m, o) => (moment(o).tz === null ? incref(m.None) : callMethodNamed(m, moment(o).tz as PyObject, name, [isTime ? m.None : o])),
    });
    return [ask('utcoffset'), ask('dst'), ask('tzname')];
  }

  /** A timezone of an offset (new reference), utc for zero; null = none. */
  private zoneOf(offset: bigint | null): PyObject | null {
    if (offset === null) return null;
    if (offset === 0n) return incref(this.utc);
    return allocObject(this.m, this.timezone, { offset: this.newDelta(offset), name: null } satisfies Zone);
  }

  // --- datetime -------------------------------------------------------------------------------------------------------------------------------------

  /** A Unix timestamp argument in microseconds, rounded half to even. */
  private timestampUs(m: Machine, o: PyObject): bigint {
    let us: bigint;
    if (isInt(o)) us = BigInt(intValue(o)) * 1000000n;
    else if (isFloat(m, o)) {
      if (o.data !== o.data) throw valueError(m, 'Invalid value NaN (not a number)');
      if (Math.abs(o.data) > 1e18) throw overflowError(m, 'timestamp out of range for platform time_t');
      const [numerator, denominator] = ratio(m, o.data);
      us = DateTypes.divideEven(numerator * 1000000n, denominator);
    } else us = BigInt(this.number(o)) * 1000000n;
    const days = floorDiv(us, DAY_US) + 719163n;
    if (days < 1n || days > BigInt(cal.MAX_ORDINAL)) throw valueError(m, `year ${days < 1n ? 0 : 1970 + Math.floor(Number(days - 719163n) / 365.2425)} is out of range`);
    return us;
  }

  private fromTimestampUs(us: bigint, tz: PyObject | null, type: PyType): PyObject {
    const { m } = this;
    const naive = this.fromLinear(us + 719163n * DAY_US, tz, 0, type);
    if (tz === null) return naive;
    try {
      return callMethodNamed(m, tz, 'fromutc', [naive]);
    } finally {
      decref(m, naive);
    }
  }

  private astimezone(m: Machine, self: PyObject, target: PyObject | null): PyObject {
    const a = moment(self);
    if (target !== null && a.tz === target) return incref(self);
    const offset = this.offsetUs(a.tz, 'utcoffset', self) ?? 0n;
    const own = target === null ? this.localZone() : incref(target);
    const utc = this.fromLinear(DateTypes.linear(a) - offset, own, 0, self.ob_type);
    try {
      return callMethodNamed(m, own, 'fromutc', [utc]);
    } finally {
      decref(m, utc);
      decref(m, own);
    }
  }

  /** The simulated machine's zone is UTC. */
  private localZone(): PyObject {
    return allocObject(this.m, this.timezone, { offset: this.newDelta(0n), name: newStr(this.m, 'UTC') } satisfies Zone);
  }

  private datetimeSpec(): TypeSpec {
    const fieldNames = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'] as const;
    const isDt = (o: PyObject): boolean => this.is(o, this.datetime);
    const iso = (m: Machine, o: PyObject, separator: string, spec: string): string => {
      const a = moment(o);
      return `${cal.pad(a.year, 4)}-${cal.pad(a.month, 2)}-${cal.pad(a.day, 2)}${separator}${this.isoTime(m, o, spec, o)}`;
    };
    return {
      name: 'datetime.datetime',
      base: 'date',
      basicsize: 48,
      flags: TypeFlag.BASETYPE,
      doc: 'datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.',
      slots: {
        ...this.traverseZone,
        tp_dealloc: (m, o) => this.momentDealloc(m, o),
        tp_new: (m, type, args, kwnames) => {
          const v = parseArgs(m, { name: 'function', params: [...fieldNames, 'tzinfo', 'fold'], positional: 8 }, args, kwnames);
          const [year, month, day] = this.requiredNumbers('datetime', v, ['year', 'month', 'day']) as [number, number, number];
          const [hour, minute, second, microsecond] = [3, 4, 5, 6].map((i) => (v[i] ? this.number(v[i] as PyObject) : 0)) as [number, number, number, number];
          return this.newDateTime({ year, month, day, hour, minute, second, microsecond }, this.zoneArgument(v[7]), (v[8] ? this.number(v[8]) : 0) as 0 | 1, type);
        },
        tp_init: () => {},
        tp_repr: (m, o) => {
          const a = moment(o);
          const parts = [a.year, a.month, a.day, a.hour, a.minute];
          if (a.second !== 0 || a.microsecond !== 0) parts.push(a.second);
          if (a.microsecond !== 0) parts.push(a.microsecond);
          return newStr(m, `${o.ob_type.tp_name}(${parts.join(', ')}${this.reprTail(a)})`);
        },
        tp_str: (m, o) => newStr(m, iso(m, o, ' ', 'auto')),
        tp_hash: (m, o) => {
          const a = moment(o);
          const offset = this.offsetUs(a.tz, 'utcoffset', o);
          if (offset === null) return hashBytes(m, datetimeBytes(a));
          const utc = this.newDelta(DateTypes.linear(a) - offset);
          const lo = hashOf(m, utc);
          const hi = m.hashHi;
          decref(m, utc);
          m.hashHi = hi;
          return lo;
        },
        tp_richcompare: (m, a, b, op) => {
          if (isDt(a) && isDt(b)) return this.compareAware(m, a, b, op, 'datetimes');
          const refuses = !m.profile.datesAnswerNotImplemented && op !== EQ && op !== NE && this.is(b, this.date);
          if (refuses) throw typeError(m, `can't compare ${a.ob_type.tp_name} to ${b.ob_type.tp_name}`);
          return incref(m.NotImplemented);
        },
        nb_add: (m, a, b) => {
          const [d, t] = isDt(a) ? [a, b] : [b, a];
          return isDt(d) && this.is(t, this.timedelta) ? this.shifted(d, totalUs(delta(t))) : incref(m.NotImplemented);
        },
        nb_subtract: (m, a, b) => {
          if (!isDt(a)) return incref(m.NotImplemented);
          if (this.is(b, this.timedelta)) return this.shifted(a, -totalUs(delta(b)));
          if (!isDt(b)) return incref(m.NotImplemented);
          const same = moment(a).tz === moment(b).tz;
          const p = same ? 0n : this.offsetUs(moment(a).tz, 'utcoffset', a);
          const q = same ? 0n : this.offsetUs(moment(b).tz, 'utcoffset', b);
          if ((p === null) !== (q === null)) throw typeError(m, "can't subtract offset-naive and offset-aware datetimes");
          return this.newDelta(DateTypes.linear(moment(a)) - (p ?? 0n) - DateTypes.linear(moment(b)) + (q ?? 0n));
        },
      },
      methods: [
        { name: 'date', kind: 'noargs', fn: (_m, o) => this.newDate(moment(o).year, moment(o).month, moment(o).day) },
        { name: 'time', kind: 'noargs', fn: (_m, o) => this.newTime(moment(o).hour, moment(o).minute, moment(o).second, moment(o).microsecond, null, moment(o).fold) },
        { name: 'timetz', kind: 'noargs', fn: (_m, o) => this.newTime(moment(o).hour, moment(o).minute, moment(o).second, moment(o).microsecond, moment(o).tz, moment(o).fold) },
        { name: 'isoformat', kind: 'fastkw', fn: (m, o, args, kwnames) => {
          const [separator, spec] = parseArgs(m, { name: 'isoformat', params: ['sep', 'timespec'] }, args, kwnames);
          if (separator && (!isStr(separator) || separator.data.length !== 1)) throw typeError(m, `isoformat() argument 1 must be a unicode character, not ${separator.ob_type.tp_name}`);
          return newStr(m, iso(m, o, separator ? strValue(separator) : 'T', this.specArgument(m, spec)));
        } },
        { name: 'timetuple', kind: 'noargs', fn: (m, o) => {
          const dst = this.offsetUs(moment(o).tz, 'dst', o);
          return this.timetuple(m, moment(o), dst === null ? -1 : dst === 0n ? 0 : 1);
        } },
        { name: 'utctimetuple', kind: 'noargs', fn: (m, o) => {
          const utc = this.fromLinear(DateTypes.linear(moment(o)) - (this.offsetUs(moment(o).tz, 'utcoffset', o) ?? 0n), null, 0, this.datetime);
          try {
            return this.timetuple(m, moment(utc), 0);
          } finally {
            decref(m, utc);
          }
        } },
        { name: 'timestamp', kind: 'noargs', fn: (m, o) => {
          const offset = this.offsetUs(moment(o).tz, 'utcoffset', o) ?? 0n;
          return newFloat(m, trueDivideValues(m, normalize(DateTypes.linear(moment(o)) - offset - 719163n * DAY_US), 1000000));
        } },
        { name: 'replace', kind: 'fastkw', fn: (m, o, args, kwnames) => {
          const v = parseArgs(m, { name: 'replace', params: [...fieldNames, 'tzinfo', 'fold'], positional: 8 }, args, kwnames);
          const a = moment(o);
          const [year, month, day, hour, minute, second, microsecond] = fieldNames.map((name, i) => (v[i] ? this.number(v[i] as PyObject) : a[name])) as [number, number, number, number, number, number, number];
          return this.newDateTime({ year, month, day, hour, minute, second, microsecond }, v[7] ? this.zoneArgument(v[7]) : a.tz, (v[8] ? this.number(v[8]) : a.fold) as 0 | 1, o.ob_type);
        } },
        { name: 'astimezone', kind: 'fastkw', fn: (m, o, args, kwnames) => this.astimezone(m, o, this.zoneArgument(parseArgs(m, { name: 'astimezone', params: ['tz'] }, args, kwnames)[0])) },
        { name: 'now', kind: 'fastkw', bind: 'class', fn: (m, type, args, kwnames) => this.fromTimestampUs(BigInt(Math.floor(nowMicroseconds(m))), this.zoneArgument(parseArgs(m, { name: 'now', params: ['tz'] }, args, kwnames)[0]), type as PyType) },
        { name: 'utcnow', kind: 'noargs', bind: 'class', fn: (m, type) => this.fromTimestampUs(BigInt(Math.floor(nowMicroseconds(m))), null, type as PyType) },
        { name: 'fromtimestamp', kind: 'fastkw', bind: 'class', fn: (m, type, args, kwnames) => {
          const [timestamp, tz] = parseArgs(m, { name: 'fromtimestamp', params: ['timestamp', 'tz'], required: 1 }, args, kwnames);
          return this.fromTimestampUs(this.timestampUs(m, timestamp as PyObject), this.zoneArgument(tz), type as PyType);
        } },
        { name: 'utcfromtimestamp', kind: 'o', bind: 'class', fn: (m, type, timestamp) => this.fromTimestampUs(this.timestampUs(m, timestamp), null, type as PyType) },
        { name: 'combine', kind: 'fastkw', bind: 'class', fn: (m, type, args, kwnames) => {
          const [date, time, tz] = parseArgs(m, { name: 'combine', params: ['date', 'time', 'tzinfo'], required: 2 }, args, kwnames);
          if (!date || !this.is(date, this.date)) throw typeError(m, `combine() argument 1 must be datetime.date, not ${date?.ob_type.tp_name ?? 'None'}`);
          if (!time || !this.is(time, this.time)) throw typeError(m, `combine() argument 2 must be datetime.time, not ${time?.ob_type.tp_name ?? 'None'}`);
          const { year, month, day } = moment(date);
          const { hour, minute, second, microsecond, fold } = moment(time);
          return this.newDateTime({ year, month, day, hour, minute, second, microsecond }, tz ? this.zoneArgument(tz) : moment(time).tz, fold, type as PyType);
        } },
        { name: 'fromisoformat', kind: 'o', bind: 'class', fn: (m, type, o) => {
          if (!isStr(o)) throw typeError(m, 'fromisoformat: argument must be str');
          const parsed = parseIsoDateTime(strValue(o));
          if (parsed === null) throw valueError(m, `Invalid isoformat string: '${strValue(o)}'`);
          const tz = this.zoneOf(parsed.offsetUs);
          try {
            return this.newDateTime(parsed, tz, 0, type as PyType);
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
        ...this.zoneMethods(false),
        { name: '__reduce__', kind: 'noargs', fn: (m, o) => newTuple(m, [incref(o.ob_type), newTuple(m, [...fieldNames.map((name) => newInt(m, moment(o)[name])), ...(moment(o).tz === null ? [] : [incref(moment(o).tz as PyObject)])])]) },
      ],
      getset: [...this.fieldGetters(['hour', 'minute', 'second', 'microsecond']), ...this.zoneGetters()],
      attributes: () => [
        ['min', this.newDateTime({ year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: 0 }, null)],
        ['max', this.newDateTime({ year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59, microsecond: 999999 }, null)],
        ['resolution', this.newDelta(1n)],
      ],
    };
  }
}

/** '+05:30', '-03:00', with seconds and microseconds if there are any. */
function offsetText(us: bigint, separator: string): string {
  const sign = us < 0n ? '-' : '+';
  const size = us < 0n ? -us : us;
  const seconds = Number(size / 1000000n);
  const rest = Number(size % 1000000n);
  let text = `${sign}${cal.pad(Math.floor(seconds / 3600), 2)}${separator}${cal.pad(Math.floor((seconds % 3600) / 60), 2)}`;
  if (seconds % 60 !== 0 || rest !== 0) text += `${separator}${cal.pad(seconds % 60, 2)}`;
  return rest === 0 ? text : `${text}.${cal.pad(rest, 6)}`;
}

function floorDiv(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && (a < 0n) !== (b < 0n) ? q - 1n : q;
}

/** as_integer_ratio of a double. */
function ratio(m: Machine, value: number): [bigint, bigint] {
  if (value !== value) throw valueError(m, 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) throw overflowError(m, 'cannot convert Infinity to integer ratio');
  const { mantissa, exponent } = exactParts(Math.abs(value));
  const signed = value < 0 ? -mantissa : mantissa;
  return exponent >= 0 ? [signed << BigInt(exponent), 1n] : [signed, 1n << BigInt(-exponent)];
}

function order(m: Machine, a: bigint, b: bigint, op: CompareOp): PyObject {
  return newBool(m, op === 0 ? a < b : op === 1 ? a <= b : op === 2 ? a === b : op === 3 ? a !== b : op === 4 ? a > b : a >= b);
}

/** Hash of a tuple of these items (stolen). */
function hashTuple(m: Machine, items: PyObject[]): number {
  const tuple = newTuple(m, items);
  const lo = hashOf(m, tuple);
  const hi = m.hashHi;
  decref(m, tuple);
  m.hashHi = hi;
  return lo;
}

const dateBytes = (a: Moment): Uint8Array => Uint8Array.of(a.year >> 8, a.year & 255, a.month, a.day);
const timeBytes = (a: Moment): Uint8Array => Uint8Array.of(a.hour, a.minute, a.second, a.microsecond >> 16, (a.microsecond >> 8) & 255, a.microsecond & 255);
const datetimeBytes = (a: Moment): Uint8Array => Uint8Array.of(...dateBytes(a), ...timeBytes(a));

