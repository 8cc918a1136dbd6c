// datetime.time (CPython 3.13 Modules/_datetimemodule.c: time_new, time_richcompare, time_isoformat).
import { hash as hashOf } from '../../objects/abstract.ts';
import { parseArgs } from '../../objects/arguments.ts';
import { hashBytes } from '../../objects/hash.ts';
import { newInt } from '../../objects/int.ts';
import { type PyObject, decref, incref } from '../../objects/object.ts';
import { typeError, valueError } from '../../objects/raise.ts';
import { isStr, newStr, strValue } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { type PyType, type TypeSpec, TypeFlag, since } from '../../objects/type.ts';
import { parseIsoTime } from './iso.ts';
import { DAY_US, moment, isKind, linearUs, timeBytes } from './values.ts';
import { newDelta } from './timedelta.ts';
import { offsetUs, zoneOf } from './timezone.ts';
import { intArgument, zoneArgument, newTime, momentDealloc, traverseZone, formatMethods, fieldGetters, partOfParsed, isoTime, specArgument, reprTail, compareAware, zoneGetters, zoneMethods } from './moments.ts';
import type { DateTypes } from './types.ts';

/** PyDateTime_TimeType. */
export function timeSpec(types: DateTypes): TypeSpec {
  return {
    name: 'datetime.time',
    basicsize: 40,
    flags: TypeFlag.BASETYPE,
    doc: 'time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.',
    slots: {
      ...traverseZone,
      tp_dealloc: (m, o) => momentDealloc(m, o),
      tp_new: (m, type, args, kwnames) => {
        const v = parseArgs(m, { name: '', params: ['hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold'], positional: 5 }, args, kwnames);
        const n = [0, 1, 2, 3].map((i) => (v[i] ? intArgument(types, v[i] as PyObject) : 0)) as [number, number, number, number];
        return newTime(types, ...n, zoneArgument(types, v[4]), (v[5] ? intArgument(types, v[5]) : 0) as 0 | 1, type);
      },
      tp_init: () => {},
      tp_repr: (m, o) => {
        const a = moment(o);
        const parts = a.microsecond !== 0 ? [a.hour, a.minute, a.second, a.microsecond] : a.second !== 0 ? [a.hour, a.minute, a.second] : [a.hour, a.minute];
        return newStr(m, `${o.ob_type.tp_name}(${parts.join(', ')}${reprTail(types, a)})`);
      },
      tp_str: (m, o) => newStr(m, isoTime(types, m, o, 'auto', m.None)),
      tp_hash: (m, o) => {
        const a = moment(o);
        const offset = offsetUs(types, a.tz, 'utcoffset', m.None);
        if (offset === null || offset === 0n) return hashBytes(m, timeBytes(a));
        const shiftedDelta = newDelta(types, linearUs(a) % DAY_US - offset);
        const lo = hashOf(m, shiftedDelta);
        const hi = m.hashHi;
        decref(m, shiftedDelta);
        m.hashHi = hi;
        return lo;
      },
      tp_richcompare: (m, a, b, op) => (isKind(b, types.time) ? compareAware(types, m, a, b, op, 'times') : incref(m.NotImplemented)),
    },
    methods: [
      ...formatMethods(types),
      { name: 'isoformat', kind: 'fastkw', fn: (m, o, args, kwnames) => newStr(m, isoTime(types, m, o, specArgument(m, parseArgs(m, { name: 'isoformat', params: ['timespec'] }, args, kwnames)[0]), m.None)) },
      { name: 'strptime', kind: 'fast', min: 2, max: 2, bind: 'class', fn: (_m, type, args) => partOfParsed(types, type, args, 'time'), inVersion: since(14) },
      { name: 'fromisoformat', kind: 'o', bind: 'class', fn: (m, type, o) => {
        if (!isStr(o)) throw typeError(m, 'fromisoformat: argument must be str');
        const parsed = parseIsoTime(strValue(o).replace(/^T/, ''));
        if (parsed === null) throw valueError(m, `Invalid isoformat string: '${strValue(o)}'`);
        const tz = zoneOf(types, parsed.offsetUs);
        try {
          return newTime(types, parsed.hour, parsed.minute, parsed.second, parsed.microsecond, tz, 0, type as PyType);
        } finally {
          if (tz !== null) decref(m, tz);
        }
      } },
      { name: 'replace', kind: 'fastkw', fn: (m, o, args, kwnames) => {
        const v = parseArgs(m, { name: 'replace', params: ['hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold'], positional: 5 }, args, kwnames);
        const a = moment(o);
        const n = [a.hour, a.minute, a.second, a.microsecond].map((old, i) => (v[i] ? intArgument(types, v[i] as PyObject) : old)) as [number, number, number, number];
        return newTime(types, ...n, v[4] ? zoneArgument(types, v[4]) : a.tz, (v[5] ? intArgument(types, v[5]) : a.fold) as 0 | 1, o.ob_type);
      } },
      ...zoneMethods(true),
      { name: '__reduce__', kind: 'noargs', fn: (m, o) => newTuple(m, [incref(o.ob_type), newTuple(m, [moment(o).hour, moment(o).minute, moment(o).second, moment(o).microsecond].map((n) => newInt(m, n)))]) },
    ],
    getset: [...fieldGetters(['hour', 'minute', 'second', 'microsecond']), ...zoneGetters()],
    attributes: () => [['min', newTime(types, 0, 0, 0, 0, null)], ['max', newTime(types, 23, 59, 59, 999999, null)], ['resolution', newDelta(types, 1n)]],
  };
}
