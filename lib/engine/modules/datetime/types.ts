// The datetime types of one machine (CPython 3.13 Modules/_datetimemodule.c): tzinfo, timezone, timedelta, date, time, datetime.
import type { Machine } from '../../machine.ts';
import { allocObject } from '../../objects/alloc.ts';
import type { PyObject } from '../../objects/object.ts';
import { lazyType } from '../../objects/lazy-type.ts';
import type { PyType } from '../../objects/type.ts';
import type { Zone } from './values.ts';
import { newDelta, deltaSpec } from './timedelta.ts';
import { tzinfoSpec, timezoneSpec } from './timezone.ts';
import { dateSpec } from './date.ts';
import { timeSpec } from './time.ts';
import { datetimeSpec } from './datetime.ts';

/** Everything bound to one machine. */
export class DateTypes {
  readonly m: Machine;
  readonly tzinfo: PyType;
  readonly timezone: PyType;
  readonly timedelta: PyType;
  readonly date: PyType;
  readonly time: PyType;
  readonly datetime: PyType;
  readonly utc: PyObject;

  constructor(m: Machine) {
    this.m = m;
    this.timedelta = lazyType(m, deltaSpec(this));
    this.tzinfo = lazyType(m, tzinfoSpec(this));
    this.timezone = lazyType(m, timezoneSpec(this), this.tzinfo);
    this.date = lazyType(m, dateSpec(this));
    this.time = lazyType(m, timeSpec(this));
    this.datetime = lazyType(m, datetimeSpec(this), this.date);
    this.utc = allocObject(m, this.timezone, { offset: newDelta(this, 0n), name: null } satisfies Zone);
  }
}
