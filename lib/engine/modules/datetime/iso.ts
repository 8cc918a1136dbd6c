// ISO 8601 texts of dates and times (CPython Modules/_datetimemodule.c: parse_isoformat_date, parse_isoformat_time).
import * as cal from './calendar.ts';

/** A parsed time with the zone's offset in microseconds, null if none. */
export interface IsoTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly offsetUs: bigint | null;
}

/** [year, month, day], or null. Ranges are checked by the caller. */
export function parseIsoDate(text: string): readonly [number, number, number] | null {
  const week = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/.exec(text);
  if (week !== null) {
    const dashes = (text.match(/-/g) ?? []).length;
    if (dashes !== 0 && dashes !== (week[3] === undefined ? 1 : 2)) return null;
    const ordinal = cal.isoWeekOne(Number(week[1])) + (Number(week[2]) - 1) * 7 + Number(week[3] ?? '1') - 1;
    return cal.fromOrdinal(ordinal);
  }
  const plain = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return plain === null ? null : [Number(plain[1]), Number(plain[2]), Number(plain[3])];
}

const CLOCK = /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?$/;

function clock(text: string): readonly [number, number, number, number] | null {
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const colons = (text.match(/:/g) ?? []).length;
  const parts = match[3] !== undefined ? 2 : match[2] !== undefined ? 1 : 0;
  if (colons !== 0 && colons !== parts) return null;
  return [Number(match[1]), Number(match[2] ?? '0'), Number(match[3] ?? '0'), Number((match[4] ?? '').slice(0, 6).padEnd(6, '0'))];
}

export function parseIsoTime(text: string): IsoTime | null {
  const zoneAt = text.search(/[Z+-]/);
  const head = clock(zoneAt < 0 ? text : text.slice(0, zoneAt));
  if (head === null) return null;
  const [hour, minute, second, microsecond] = head;
  let offsetUs: bigint | null = null;
  if (zoneAt >= 0) {
    const zone = text.slice(zoneAt);
    if (zone === 'Z') offsetUs = 0n;
    else {
      const offset = clock(zone.slice(1));
      if (offset === null) return null;
      offsetUs = BigInt((offset[0] * 60 + offset[1]) * 60 + offset[2]) * 1000000n + BigInt(offset[3]);
      if (zone.startsWith('-')) offsetUs = -offsetUs;
    }
  }
  return { hour, minute, second, microsecond, offsetUs };
}

export function parseIsoDateTime(text: string): (IsoTime & { readonly year: number; readonly month: number; readonly day: number }) | null {
  for (const length of [10, 8, 7]) {
    if (text.length < length) continue;
    const date = parseIsoDate(text.slice(0, length));
    if (date === null) continue;
    const [year, month, day] = date;
    if (text.length === length) return { year, month, day, hour: 0, minute: 0, second: 0, microsecond: 0, offsetUs: null };
    const time = parseIsoTime(text.slice(length + 1));
    if (time !== null) return { year, month, day, ...time };
  }
  return null;
}
