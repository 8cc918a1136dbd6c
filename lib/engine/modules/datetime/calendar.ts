// The proleptic Gregorian calendar: ordinals, ISO weeks, formatting (CPython Modules/_datetimemodule.c's calendar utilities; strftime of C).

/** A moment in fields. */
export interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}

const DAYS_BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
export const MONTH_NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const MAX_ORDINAL = 3652059;

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function daysBeforeYear(year: number): number {
  const y = year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}

export function dayOfYear(year: number, month: number, day: number): number {
  return (DAYS_BEFORE[month] as number) + (month > 2 && isLeap(year) ? 1 : 0) + day;
}

/** Day number of a date; 1 January of year 1 is 1. */
export function toOrdinal(year: number, month: number, day: number): number {
  return daysBeforeYear(year) + dayOfYear(year, month, day);
}

/** [year, month, day] of a day number. */
export function fromOrdinal(ordinal: number): readonly [number, number, number] {
  let n = ordinal - 1;
  const n400 = Math.floor(n / 146097);
  n %= 146097;
  const n100 = Math.floor(n / 36524);
  n %= 36524;
  const n4 = Math.floor(n / 1461);
  n %= 1461;
  const n1 = Math.floor(n / 365);
  n %= 365;
  const year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1;
  if (n1 === 4 || n100 === 4) return [year - 1, 12, 31];
  let month = 1;
  while (month < 12 && n >= dayOfYear(year, month + 1, 1) - 1) month++;
  return [year, month, n - (dayOfYear(year, month, 1) - 1) + 1];
}

/** 0 = Monday. */
export function weekday(year: number, month: number, day: number): number {
  return (toOrdinal(year, month, day) + 6) % 7;
}

/** Ordinal of the Monday of ISO week 1. */
export function isoWeekOne(year: number): number {
  const first = toOrdinal(year, 1, 1);
  const firstWeekday = (first + 6) % 7;
  return first - firstWeekday + (firstWeekday > 3 ? 7 : 0);
}

/** [ISO year, week, weekday 1..7]. */
export function isoCalendar(year: number, month: number, day: number): readonly [number, number, number] {
  const today = toOrdinal(year, month, day);
  let isoYear = year;
  let monday = isoWeekOne(year);
  if (today < monday) monday = isoWeekOne(--isoYear);
  else if (today >= isoWeekOne(year + 1)) monday = isoWeekOne(++isoYear);
  return [isoYear, Math.floor((today - monday) / 7) + 1, (today - monday) % 7 + 1];
}

export const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** strftime in the C locale; `zone` gives %z, %:z and %Z. */
export function formatFields(fields: Fields, format: string, zone: { readonly offset: string; readonly name: string }): string {
  const { year, month, day, hour, minute, second, microsecond } = fields;
  const wday = weekday(year, month, day);
  const yday = dayOfYear(year, month, day);
  const [isoYear, isoWeek] = isoCalendar(year, month, day);
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  const dayName = DAY_NAMES[wday] as string;
  const monthName = MONTH_NAMES[month - 1] as string;
  const clock = `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}`;
  const table: Readonly<Record<string, () => string>> = {
    a: () => dayName.slice(0, 3), A: () => dayName, b: () => monthName.slice(0, 3), B: () => monthName, h: () => monthName.slice(0, 3),
    c: () => `${dayName.slice(0, 3)} ${monthName.slice(0, 3)} ${String(day).padStart(2)} ${clock} ${year}`,
    C: () => pad(Math.floor(year / 100), 2), d: () => pad(day, 2), D: () => `${pad(month, 2)}/${pad(day, 2)}/${pad(year % 100, 2)}`, e: () => String(day).padStart(2),
    f: () => pad(microsecond, 6), F: () => `${year}-${pad(month, 2)}-${pad(day, 2)}`, g: () => pad(isoYear % 100, 2), G: () => String(isoYear), H: () => pad(hour, 2), I: () => pad(hour12, 2),
    j: () => pad(yday, 3), k: () => String(hour).padStart(2), l: () => String(hour12).padStart(2), m: () => pad(month, 2), M: () => pad(minute, 2), n: () => '\n', p: () => (hour < 12 ? 'AM' : 'PM'), P: () => (hour < 12 ? 'am' : 'pm'),
    r: () => `${pad(hour12, 2)}:${pad(minute, 2)}:${pad(second, 2)} ${hour < 12 ? 'AM' : 'PM'}`, R: () => `${pad(hour, 2)}:${pad(minute, 2)}`,
    s: () => String((toOrdinal(year, month, day) - 719163) * 86400 + hour * 3600 + minute * 60 + second),
    S: () => pad(second, 2), t: () => '\t', T: () => clock, u: () => String(wday + 1), U: () => pad(Math.floor((yday + 6 - ((wday + 1) % 7)) / 7), 2), V: () => pad(isoWeek, 2), w: () => String((wday + 1) % 7),
    W: () => pad(Math.floor((yday + 6 - wday) / 7), 2), x: () => `${pad(month, 2)}/${pad(day, 2)}/${pad(year % 100, 2)}`, X: () => clock, y: () => pad(year % 100, 2), Y: () => String(year),
    z: () => zone.offset, Z: () => zone.name, '%': () => '%',
  };
  return format.replace(/%([-_0^#]*)(\d*)[EO]?(:z|[^]|$)/g, (whole, flags: string, width: string, code: string) => {
    if (whole === '%:z') return zone.offset === '' ? '' : `${zone.offset.slice(0, 3)}:${zone.offset.slice(3, 5)}${zone.offset.length > 5 ? `:${zone.offset.slice(5)}` : ''}`;
    if (!Object.hasOwn(table, code)) return whole;
    const text = (table[code] as () => string)();
    return whole.length === 2 ? text : modified(text, code, flags, Math.min(Number(width), MAX_WIDTH));
  });
}

const NUMERIC_FIELDS = 'CdegGHIjklmMsSuUVwWyY';
/** Widest field that is padded. */
const MAX_WIDTH = 1023;

/** glibc's flags and width of a field: '-' no padding, '_' spaces, '0' zeros, '^' capitals, '#' the other case. */
function modified(text: string, code: string, flags: string, width: number): string {
  const isNumber = NUMERIC_FIELDS.includes(code);
  const padding = [...flags].filter((flag) => '-_0'.includes(flag)).at(-1) ?? (isNumber && !'ekl'.includes(code) ? '0' : '_');
  if (flags.includes('^')) text = text.toUpperCase();
  if (flags.includes('#')) text = code === 'p' || code === 'Z' ? text.toLowerCase() : text.toUpperCase();
  if (isNumber) {
    const digits = text.replace(/^[ 0]+(?=.)/, '');
    text = padding === '-' ? digits : digits.padStart(text.length, padding === '0' ? '0' : ' ');
  }
  return padding === '-' ? text : text.padStart(width, padding === '0' ? '0' : ' ');
}
