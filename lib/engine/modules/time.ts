// The time module over a simulated clock (CPython 3.13 Modules/timemodule.c): it starts at a fixed moment and moves with the program's work, with
// every look at it, and with sleep. The same program always sees the same times. The zone is UTC.
import { badArgument } from '../objects/arguments.ts';
import type { Machine } from '../machine.ts';
import { callMethodNamed } from '../objects/abstract.ts';
import { newFloat } from '../objects/float.ts';
import { numberToFloat } from '../objects/float-new.ts';
import { intValue, isInt, newInt } from '../objects/int.ts';
import { lazyType } from '../objects/lazy-type.ts';
import { newNativeModule } from '../objects/module.ts';
import { type PyObject, decref, incref } from '../objects/object.ts';
import { overflowError, typeError, valueError } from '../objects/raise.ts';
import { sequenceFast } from '../objects/sequence-fast.ts';
import { isStr, newStr, strValue } from '../objects/str.ts';
import { newStructSequence, structSequence } from '../objects/struct-sequence.ts';
import { isTuple, newTuple } from '../objects/tuple.ts';
import type { NativeSpec } from '../objects/type.ts';
import * as cal from './datetime/calendar.ts';
import { elapsedNs, lookAtClock } from './clock.ts';

/** 2025-01-01 00:00:00 UTC, in nanoseconds. */
const START_NS = 1735689600000000000n;

/** Microseconds since 1970. */
export function nowMicroseconds(m: Machine): number {
  return Number(START_NS / 1000n) + Math.floor(lookAtClock(m) / 1000);
}

const structTimeType = structSequence(
  'time.struct_time', ['tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst'],
  {
    doc: 'The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().  May be considered as a\n sequence of 9 integers.',
    hidden: [{ name: 'tm_zone' }, { name: 'tm_gmtoff' }],
    callable: true,
  },
);

/** A struct_time of nine numbers. */
export function structTime(m: Machine, values: readonly number[]): PyObject {
  return newStructSequence(m, lazyType(m, structTimeType, m.types.tuple), values.map((value) => newInt(m, value)), [newStr(m, 'UTC'), newInt(m, 0)]);
}

/** _PyTime_FromSecondsObject: seconds as a float object (new reference); TypeError. */
function exactSeconds(m: Machine, arg: PyObject): PyObject {
  if (isStr(arg) || (arg.ob_type.nb_float === null && arg.ob_type.nb_index === null)) throw typeError(m, `'${arg.ob_type.tp_name}' object cannot be interpreted as an integer`);
  return numberToFloat(m, arg);
}

function fromSeconds(m: Machine, arg: PyObject | undefined): PyObject {
  let seconds: number;
  if (arg === undefined || arg === m.None) seconds = Math.floor(nowMicroseconds(m) / 1e6);
  else {
    const exact = exactSeconds(m, arg);
    seconds = Math.floor(exact.data as number);
    decref(m, exact);
  }
  const ordinal = 719163 + Math.floor(seconds / 86400);
  if (!(ordinal >= 1 && ordinal <= cal.MAX_ORDINAL)) throw overflowError(m, 'timestamp out of range for platform time_t');
  const [year, month, day] = cal.fromOrdinal(ordinal);
  const rest = ((seconds % 86400) + 86400) % 86400;
  return structTime(m, [year, month, day, Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60, cal.weekday(year, month, day), cal.dayOfYear(year, month, day), 0]);
}

/** The fields of a time tuple argument; the current time if absent. */
function tupleFields(m: Machine, name: string, arg: PyObject | undefined): cal.Fields {
  if (arg !== undefined && !isTuple(arg)) throw typeError(m, 'Tuple or struct_time argument required');
  const tuple = arg === undefined ? fromSeconds(m, undefined) : incref(arg);
  try {
    const { items, owner } = sequenceFast(m, tuple, 'Tuple or struct_time argument required');
    try {
      if (items.length !== 9) throw typeError(m, `${name}(): illegal time tuple argument`);
      const [year, month, day, hour, minute, second] = items.map((item) => {
        if (!isInt(item)) throw typeError(m, `'${item.ob_type.tp_name}' object cannot be interpreted as an integer`);
        return Number(intValue(item));
      }) as [number, number, number, number, number, number];
      if (month < 0 || month > 12) throw valueError(m, 'month out of range');
      if (day < 0 || day > 31) throw valueError(m, 'day of month out of range');
      if (hour < 0 || hour > 23) throw valueError(m, 'hour out of range');
      if (minute < 0 || minute > 59) throw valueError(m, 'minute out of range');
      if (second < 0 || second > 61) throw valueError(m, 'seconds out of range');
      return { year, month: Math.max(1, month), day: Math.max(1, day), hour, minute, second, microsecond: 0 };
    } finally {
      decref(m, owner);
    }
  } finally {
    decref(m, tuple);
  }
}

function strftime(m: Machine, _self: PyObject, args: readonly PyObject[]): PyObject {
  const format = args[0] as PyObject;
  if (!isStr(format)) throw badArgument(m, 'strftime', 'argument 1', 'str', format);
  return newStr(m, cal.formatFields(tupleFields(m, 'strftime', args[1]), strValue(format), { offset: '+0000', name: 'UTC' }));
}

function sleep(m: Machine, _self: PyObject, arg: PyObject): PyObject {
  const exact = exactSeconds(m, arg);
  const seconds = exact.data as number;
  decref(m, exact);
  if (seconds !== seconds) throw valueError(m, 'Invalid value NaN (not a number)');
  if (seconds < 0) throw valueError(m, 'sleep length must be non-negative');
  if (seconds > 9223372036) throw overflowError(m, 'timestamp too large to convert to C PyTime_t');
  const { threads } = m.vm;
  if (threads.all.length === 1) m.clockNs += Math.round(seconds * 1e9);
  else threads.wait(() => false, elapsedNs(m) + Math.round(seconds * 1e9));
  return incref(m.None);
}

const clock = (name: string, read: (m: Machine) => PyObject): NativeSpec => ({ name, kind: 'noargs', fn: (m) => read(m) });
const seconds = (m: Machine): PyObject => newFloat(m, lookAtClock(m) / 1e9);
const nanoseconds = (m: Machine): PyObject => newInt(m, lookAtClock(m));

function strptime(m: Machine, _self: PyObject, args: readonly PyObject[]): PyObject {
  const module = m.vm.importModule('_strptime');
  try {
    return callMethodNamed(m, module, '_strptime_time', args);
  } finally {
    decref(m, module);
  }
}

const CTIME = '%a %b %e %H:%M:%S %Y';

/** Makes the module. */
export function timeModule(m: Machine): PyObject {
  return newNativeModule(m, {
    name: 'time',
    doc: 'This module provides various functions to manipulate time values.',
    functions: [
      clock('time', (machine) => newFloat(machine, Number(START_NS / 1000000000n) + lookAtClock(machine) / 1e9)),
      clock('time_ns', (machine) => newInt(machine, START_NS + BigInt(Math.floor(lookAtClock(machine))))),
      clock('monotonic', seconds), clock('monotonic_ns', nanoseconds), clock('perf_counter', seconds), clock('perf_counter_ns', nanoseconds),
      clock('process_time', seconds), clock('process_time_ns', nanoseconds), clock('thread_time', seconds), clock('thread_time_ns', nanoseconds),
      { name: 'sleep', kind: 'o', fn: sleep },
      { name: 'gmtime', kind: 'fast', min: 0, max: 1, fn: (machine, _self, args) => fromSeconds(machine, args[0]) },
      { name: 'localtime', kind: 'fast', min: 0, max: 1, fn: (machine, _self, args) => fromSeconds(machine, args[0]) },
      { name: 'mktime', kind: 'o', fn: (machine, _self, tuple) => {
        const f = tupleFields(machine, 'mktime', tuple);
        return newFloat(machine, (cal.toOrdinal(f.year, f.month, 1) + f.day - 1 - 719163) * 86400 + f.hour * 3600 + f.minute * 60 + f.second);
      } },
      { name: 'strftime', kind: 'fast', min: 1, max: 2, fn: strftime },
      { name: 'strptime', kind: 'fast', min: 1, max: 2, fn: strptime },
      { name: 'asctime', kind: 'fast', min: 0, max: 1, fn: (machine, _self, args) => newStr(machine, cal.formatFields(tupleFields(machine, 'asctime', args[0]), CTIME, { offset: '', name: '' })) },
      { name: 'ctime', kind: 'fast', min: 0, max: 1, fn: (machine, _self, args) => {
        const tuple = fromSeconds(machine, args[0]);
        try {
          return newStr(machine, cal.formatFields(tupleFields(machine, 'ctime', tuple), CTIME, { offset: '', name: '' }));
        } finally {
          decref(machine, tuple);
        }
      } },
      { name: 'tzset', kind: 'noargs', fn: (machine) => incref(machine.None) },
    ],
    attributes: () => [
      ['struct_time', incref(lazyType(m, structTimeType, m.types.tuple))], ['timezone', newInt(m, 0)], ['altzone', newInt(m, 0)], ['daylight', newInt(m, 0)],
      ['tzname', newTuple(m, [newStr(m, 'UTC'), newStr(m, 'UTC')])], ['CLOCK_REALTIME', newInt(m, 0)], ['CLOCK_MONOTONIC', newInt(m, 1)],
    ],
  });
}
