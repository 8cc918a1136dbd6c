// datetime.timedelta (CPython 3.13 Modules/_datetimemodule.c: new_delta, delta_new, delta_multiply, delta_divide).
import type { Machine } from '../../machine.ts';
import { allocObject, freeObject } from '../../objects/alloc.ts';
import { parseArgs } from '../../objects/arguments.ts';
import { isFloat, newFloat } from '../../objects/float.ts';
import { genericAlloc } from '../../objects/instance.ts';
import { intValue, isInt, newInt, normalize } from '../../objects/int.ts';
import { trueDivideValues } from '../../objects/int-arithmetic.ts';
import { exactParts } from '../../objects/number-text.ts';
import { type PyObject, incref } from '../../objects/object.ts';
import { overflowError, typeError, valueError, zeroDivision } from '../../objects/raise.ts';
import { newStr } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { type PyType, type TypeSpec, TypeFlag } from '../../objects/type.ts';
import * as cal from './calendar.ts';
import { DAY_US, delta, totalUs, isKind, floorDiv, order, hashTuple, divideEven, type Delta } from './values.ts';
import type { DateTypes } from './types.ts';

const MAX_DELTA_DAYS = 999999999;

/** A timedelta of microseconds; OverflowError beyond ±999999999 days. */
export function newDelta(types: DateTypes, us: bigint, type: PyType = types.timedelta): PyObject {
  const { m } = types;
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
  return type === types.timedelta ? allocObject(m, type, data) : genericAlloc(m, type, data);
}

function deltaNew(types: DateTypes, type: PyType, args: readonly PyObject[], kwnames: PyObject | null): PyObject {
  const { m } = types;
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
  return newDelta(types, total, type);
}

function deltaText(d: Delta): string {
  const hours = Math.floor(d.seconds / 3600);
  const minutes = Math.floor((d.seconds % 3600) / 60);
  const clock = `${hours}:${cal.pad(minutes, 2)}:${cal.pad(d.seconds % 60, 2)}${d.us === 0 ? '' : `.${cal.pad(d.us, 6)}`}`;
  return d.days === 0 ? clock : `${d.days} day${Math.abs(d.days) === 1 ? '' : 's'}, ${clock}`;
}

/** delta_repr. */
export function deltaRepr(o: PyObject): string {
  const d = delta(o);
  const parts = [...(d.days !== 0 ? [`days=${d.days}`] : []), ...(d.seconds !== 0 ? [`seconds=${d.seconds}`] : []), ...(d.us !== 0 ? [`microseconds=${d.us}`] : [])];
  return `${o.ob_type.tp_name}(${parts.length === 0 ? '0' : parts.join(', ')})`;
}

/** as_integer_ratio of a double. */
export function ratio(m: Machine, value: number): [bigint, bigint] {
  if (value !== value) throw valueError(m, 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) throw overflowError(m, 'cannot convert Infinity to integer ratio');
  const { mantissa, exponent } = exactParts(Math.abs(value));
  const signed = value < 0 ? -mantissa : mantissa;
  return exponent >= 0 ? [signed << BigInt(exponent), 1n] : [signed, 1n << BigInt(-exponent)];
}

function deltaMultiply(types: DateTypes, a: PyObject, b: PyObject): PyObject {
  const { m } = types;
  const [d, n] = isKind(a, types.timedelta) ? [a, b] : [b, a];
  if (isInt(n)) return newDelta(types, totalUs(delta(d)) * BigInt(intValue(n)));
  if (isFloat(m, n)) {
    const [numerator, denominator] = ratio(m, n.data);
    return newDelta(types, divideEven(totalUs(delta(d)) * numerator, denominator));
  }
  return incref(m.NotImplemented);
}

function deltaDivide(types: DateTypes, a: PyObject, b: PyObject): PyObject {
  const { m } = types;
  if (!isKind(a, types.timedelta)) return incref(m.NotImplemented);
  const zero = (): unknown => zeroDivision(m, m.profile.zeroDivision.intFloor);
  if (isKind(b, types.timedelta)) {
    if (totalUs(delta(b)) === 0n) throw zeroDivision(m, 'division by zero');
    return newFloat(m, trueDivideValues(m, normalize(totalUs(delta(a))), normalize(totalUs(delta(b)))));
  }
  if (isInt(b)) {
    if (intValue(b) === 0) throw zero();
    return newDelta(types, divideEven(totalUs(delta(a)), BigInt(intValue(b))));
  }
  if (isFloat(m, b)) {
    if (b.data === 0) throw zero();
    const [numerator, denominator] = ratio(m, b.data);
    return newDelta(types, divideEven(totalUs(delta(a)) * denominator, numerator));
  }
  return incref(m.NotImplemented);
}

function deltaFloor(types: DateTypes, a: PyObject, b: PyObject): PyObject {
  const { m } = types;
  if (!isKind(a, types.timedelta)) return incref(m.NotImplemented);
  const divisor = isKind(b, types.timedelta) ? totalUs(delta(b)) : isInt(b) ? BigInt(intValue(b)) : null;
  if (divisor === null) return incref(m.NotImplemented);
  if (divisor === 0n) throw zeroDivision(m, m.profile.zeroDivision.intFloor);
  const q = floorDiv(totalUs(delta(a)), divisor);
  return isKind(b, types.timedelta) ? newInt(m, normalize(q)) : newDelta(types, q);
}

/** PyDateTime_DeltaType. */
export function deltaSpec(types: DateTypes): TypeSpec {
  const both = (a: PyObject, b: PyObject): boolean => isKind(a, types.timedelta) && isKind(b, types.timedelta);
  return {
    name: 'datetime.timedelta',
    basicsize: 40,
    flags: TypeFlag.BASETYPE,
    doc: 'Difference between two datetime values.',
    slots: {
      tp_dealloc: (m, o) => freeObject(m, o),
      tp_new: (_m, type, args, kwnames) => deltaNew(types, type, args, kwnames),
      tp_init: () => {},
      tp_repr: (m, o) => newStr(m, deltaRepr(o)),
      tp_str: (m, o) => newStr(m, deltaText(delta(o))),
      tp_hash: (m, o) => hashTuple(m, [newInt(m, delta(o).days), newInt(m, delta(o).seconds), newInt(m, delta(o).us)]),
      tp_richcompare: (m, a, b, op) => (both(a, b) ? order(m, totalUs(delta(a)), totalUs(delta(b)), op) : incref(m.NotImplemented)),
      nb_add: (m, a, b) => (both(a, b) ? newDelta(types, totalUs(delta(a)) + totalUs(delta(b))) : incref(m.NotImplemented)),
      nb_subtract: (m, a, b) => (both(a, b) ? newDelta(types, totalUs(delta(a)) - totalUs(delta(b))) : incref(m.NotImplemented)),
      nb_multiply: (_m, a, b) => deltaMultiply(types, a, b),
      nb_true_divide: (_m, a, b) => deltaDivide(types, a, b),
      nb_floor_divide: (_m, a, b) => deltaFloor(types, a, b),
      nb_remainder: (m, a, b) => {
        if (!both(a, b)) return incref(m.NotImplemented);
        if (totalUs(delta(b)) === 0n) throw zeroDivision(m, m.profile.zeroDivision.intModulo);
        return newDelta(types, totalUs(delta(a)) - floorDiv(totalUs(delta(a)), totalUs(delta(b))) * totalUs(delta(b)));
      },
      nb_divmod: (m, a, b) => {
        if (!both(a, b)) return incref(m.NotImplemented);
        if (totalUs(delta(b)) === 0n) throw zeroDivision(m, m.profile.zeroDivision.intFloor);
        const q = floorDiv(totalUs(delta(a)), totalUs(delta(b)));
        return newTuple(m, [newInt(m, normalize(q)), newDelta(types, totalUs(delta(a)) - q * totalUs(delta(b)))]);
      },
      nb_negative: (_m, a) => newDelta(types, -totalUs(delta(a))),
      nb_positive: (_m, a) => newDelta(types, totalUs(delta(a))),
      nb_absolute: (_m, a) => newDelta(types, totalUs(delta(a)) < 0n ? -totalUs(delta(a)) : totalUs(delta(a))),
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
      ['resolution', newDelta(types, 1n)], ['min', newDelta(types, -999999999n * DAY_US)], ['max', newDelta(types, 1000000000n * DAY_US - 1n)],
    ],
  };
}
