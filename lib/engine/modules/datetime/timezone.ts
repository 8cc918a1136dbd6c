// datetime.tzinfo and datetime.timezone (CPython 3.13 Modules/_datetimemodule.c: call_tzinfo_method, tzinfo_fromutc, timezone_new).
import type { Machine } from '../../machine.ts';
import { callMethodNamed, hash as hashOf } from '../../objects/abstract.ts';
import { allocObject, freeObject } from '../../objects/alloc.ts';
import { badArgument, parseArgs } from '../../objects/arguments.ts';
import { newBool } from '../../objects/bool.ts';
import { genericAlloc } from '../../objects/instance.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { raise, typeError, valueError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { type NativeSpec, type TypeSpec, TypeFlag } from '../../objects/type.ts';
import { DAY_US, moment, delta, totalUs, isKind, offsetText, type Zone } from './values.ts';
import { newDelta, deltaRepr } from './timedelta.ts';
import { shifted } from './moments.ts';
import type { DateTypes } from './types.ts';

/** PyDateTime_TZInfoType. */
export function tzinfoSpec(types: DateTypes): TypeSpec {
  const abstract = (name: string): NativeSpec => ({ name, kind: 'o', fn: (m) => {
    throw raise(m, m.types.NotImplementedError, `a tzinfo subclass must implement ${name}()`);
  } });
  return {
    name: 'datetime.tzinfo',
    basicsize: 16,
    flags: TypeFlag.BASETYPE,
    doc: 'Abstract base class for time zone info objects.',
    slots: { tp_dealloc: (m, o) => freeObject(m, o), tp_new: (m, type) => genericAlloc(m, type, null), tp_init: () => {} },
    methods: [abstract('utcoffset'), abstract('tzname'), abstract('dst'), { name: 'fromutc', kind: 'o', fn: (m, self, dt) => fromUtc(types, m, self, dt) }],
  };
}

function fromUtc(types: DateTypes, m: Machine, self: PyObject, dt: PyObject): PyObject {
  if (!isKind(dt, types.datetime)) throw typeError(m, 'fromutc: argument must be a datetime');
  if (moment(dt).tz !== self) throw valueError(m, 'fromutc: dt.tzinfo is not self');
  const offset = offsetUs(types, self, 'utcoffset', dt);
  if (offset === null) throw valueError(m, 'fromutc: non-None utcoffset() result required');
  const dst = offsetUs(types, self, 'dst', dt);
  if (dst === null) throw valueError(m, 'fromutc: non-None dst() result required');
  const standard = shifted(types, dt, offset - dst);
  try {
    const again = offsetUs(types, self, 'dst', standard);
    return shifted(types, standard, again ?? 0n);
  } finally {
    decref(m, standard);
  }
}

/** utcoffset, dst of a tzinfo in microseconds; null = None. */
export function offsetUs(types: DateTypes, tz: PyObject | null, name: 'utcoffset' | 'dst', argument: PyObject): bigint | null {
  const { m } = types;
  if (tz === null) return null;
  if (tz.ob_type === types.timezone) return name === 'dst' ? null : totalUs(delta((tz.data as Zone).offset));
  const result = callMethodNamed(m, tz, name, [argument]);
  try {
    if (result === m.None) return null;
    if (!isKind(result, types.timedelta)) throw typeError(m, `tzinfo.${name}() must return None or a timedelta, not '${result.ob_type.tp_name}'`);
    const us = totalUs(delta(result));
    if (us <= -DAY_US || us >= DAY_US) throw valueError(m, `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).`);
    return us;
  } finally {
    decref(m, result);
  }
}

/** call_tzname: the empty string for none. */
export function zoneName(types: DateTypes, tz: PyObject | null, argument: PyObject): string {
  const { m } = types;
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

function timezoneText(types: DateTypes, zone: Zone, o: PyObject): string {
  if (zone.name !== null) return strValue(zone.name);
  const us = totalUs(delta(zone.offset));
  return o === types.utc || us === 0n ? 'UTC' : `UTC${offsetText(us, ':')}`;
}

function timezoneNew(types: DateTypes, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const { m } = types;
  const [offset, name] = parseArgs(m, { name: 'timezone', params: ['offset', 'name'], required: 1 }, args, kwnames);
  if (!offset || !isKind(offset, types.timedelta)) throw typeError(m, `timezone() argument 1 must be datetime.timedelta, not ${offset?.ob_type.tp_name ?? 'None'}`);
  if (name && !isStr(name)) throw badArgument(m, 'timezone', 'argument 2', 'str', name);
  const us = totalUs(delta(offset));
  if (!name && us === 0n) return incref(types.utc);
  if (us <= -DAY_US || us >= DAY_US) throw valueError(m, `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ${deltaRepr(offset)}${m.profile.offsetTextEnd}`);
  return allocObject(m, types.timezone, { offset: incref(offset), name: name ? incref(name) : null } satisfies Zone);
}

/** PyDateTime_TimeZoneType. */
export function timezoneSpec(types: DateTypes): TypeSpec {
  const zone = (o: PyObject): Zone => o.data as Zone;
  const argument = (m: Machine, name: string, o: PyObject): void => {
    if (o !== m.None && !isKind(o, types.datetime)) throw typeError(m, `${name}(dt) argument must be a datetime instance or None, not ${o.ob_type.tp_name}`);
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
      tp_new: (_m, _type, args, kwnames) => timezoneNew(types, args, kwnames),
      tp_init: () => {},
      tp_repr: (m, o) => {
        if (o === types.utc) return newStr(m, 'datetime.timezone.utc');
        const { name } = zone(o);
        return newStr(m, `datetime.timezone(${deltaRepr(zone(o).offset)}${name === null ? '' : `, '${strValue(name)}'`})`);
      },
      tp_str: (m, o) => newStr(m, timezoneText(types, zone(o), o)),
      tp_hash: (m, o) => hashOf(m, zone(o).offset),
      tp_richcompare: (m, a, b, op) => ((op === 2 || op === 3) && b.ob_type === types.timezone
        ? newBool(m, (totalUs(delta(zone(a).offset)) === totalUs(delta(zone(b).offset))) === (op === 2)) : incref(m.NotImplemented)),
    },
    methods: [
      { name: 'utcoffset', kind: 'o', fn: (m, o, dt) => (argument(m, 'utcoffset', dt), incref(zone(o).offset)) },
      { name: 'dst', kind: 'o', fn: (m, _o, dt) => (argument(m, 'dst', dt), incref(m.None)) },
      { name: 'tzname', kind: 'o', fn: (m, o, dt) => (argument(m, 'tzname', dt), newStr(m, timezoneText(types, zone(o), o))) },
      { name: 'fromutc', kind: 'o', fn: (m, o, dt) => {
        if (!isKind(dt, types.datetime)) throw typeError(m, 'fromutc() argument must be a datetime instance');
        if (moment(dt).tz !== o) throw valueError(m, 'fromutc: dt.tzinfo is not self');
        return shifted(types, dt, totalUs(delta(zone(o).offset)));
      } },
      { name: '__getinitargs__', kind: 'noargs', fn: (m, o) => newTuple(m, [incref(zone(o).offset), ...(zone(o).name === null ? [] : [incref(zone(o).name as PyObject)])]) },
    ],
    attributes: (m) => [
      ['utc', incref(types.utc)],
      ['min', allocObject(m, types.timezone, { offset: newDelta(types, -DAY_US + 60000000n), name: null } satisfies Zone)],
      ['max', allocObject(m, types.timezone, { offset: newDelta(types, DAY_US - 60000000n), name: null } satisfies Zone)],
    ],
  };
}

/** A timezone of an offset (new reference), utc for zero; null = none. */
export function zoneOf(types: DateTypes, offset: bigint | null): PyObject | null {
  if (offset === null) return null;
  if (offset === 0n) return incref(types.utc);
  return allocObject(types.m, types.timezone, { offset: newDelta(types, offset), name: null } satisfies Zone);
}

/** The simulated machine's zone is UTC. */
export function localZone(types: DateTypes): PyObject {
  return allocObject(types.m, types.timezone, { offset: newDelta(types, 0n), name: newStr(types.m, 'UTC') } satisfies Zone);
}
