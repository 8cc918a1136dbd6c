// Reading and making the plain data that crosses between the grader's Python and this side.
import { type PlainValue, plainInt } from '#lib/engine/index.ts'
import { assert } from '#lib/std/assert.ts'

/** A Python str. */
export function textOf(value: PlainValue | undefined): string {
  assert(typeof value === 'string', 'the checks must give a str here')
  return value
}

/** A Python str or None. */
export function optionalText(value: PlainValue | undefined): string | null {
  return value === null || value === undefined ? null : textOf(value)
}

/** A Python int that a JS number can hold. */
export function numberOf(value: PlainValue | undefined): number {
  assert(typeof value === 'object' && value !== null && value.t === 'int', 'the checks must give an int here')
  return Number(value.v)
}

/** The items of a Python list or tuple. */
export function itemsOf(value: PlainValue | undefined): readonly PlainValue[] {
  assert(typeof value === 'object' && value !== null && (value.t === 'list' || value.t === 'tuple'), 'the checks must give a list or tuple here')
  return value.items
}

/** The items of a Python dict with str keys. */
export function entriesOf(value: PlainValue | undefined): [string, PlainValue][] {
  assert(typeof value === 'object' && value !== null && value.t === 'dict', 'the checks must give a dict here')
  return value.items.map(([key, item]) => [textOf(key), item])
}

/** A Python dict from names and values; numbers become ints. */
export function plainDict(entries: Readonly<Record<string, PlainValue | number>>): PlainValue {
  return { t: 'dict', items: Object.entries(entries).map(([key, value]) => [key, typeof value === 'number' ? plainInt(value) : value]) }
}
