// Streaks, as the person's own calendar counts days.
import { expect, test } from 'vitest'
import { streakOf } from '#lib/server/streaks.ts'

/** Noon in UTC of days of May 2026. */
const on = (...days: number[]) => days.map((day) => new Date(Date.UTC(2026, 4, day, 12)))
const days = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)
const at = (solved: number[], today: number) => streakOf(on(...solved), on(today)[0] ?? new Date(), 'UTC')

test.each([
  ['nothing solved', [], 5, { days: 0, longest: 0, freezes: 0 }],
  ['solved today', [5], 5, { days: 1, longest: 1, freezes: 0 }],
  ['today is not missed yet', [3, 4], 5, { days: 2, longest: 2, freezes: 0 }],
  ['yesterday was missed', [2, 3], 5, { days: 0, longest: 2, freezes: 0 }],
  ['twice on one day is one day', [4, 4, 5], 5, { days: 2, longest: 2, freezes: 0 }],
  ['seven days earn a freeze', days(1, 7), 7, { days: 7, longest: 7, freezes: 1 }],
  ['which bridges a missed day', [...days(1, 7), 9], 9, { days: 8, longest: 8, freezes: 0 }],
  ['and holds the streak while the day is missed', days(1, 7), 9, { days: 7, longest: 7, freezes: 0 }],
  ['but not for two', [...days(1, 7), 10], 10, { days: 1, longest: 7, freezes: 0 }],
  ['at most two are kept', days(1, 28), 28, { days: 28, longest: 28, freezes: 2 }],
  ['two days can be bridged by two', [...days(1, 14), 17], 17, { days: 15, longest: 15, freezes: 0 }],
  ['a new run begins', [1, 2, 3, 20, 21], 21, { days: 2, longest: 3, freezes: 0 }],
])('%s', (_name, solved, today, expected) => expect(at(solved, today)).toEqual(expected))

test('a day begins where the person lives', () => {
  const evening = new Date('2026-05-05T23:30:00Z')
  const later = new Date('2026-05-06T00:30:00Z')
  expect(streakOf([evening, later], later, 'UTC').days).toBe(2)
  expect(streakOf([evening, later], later, 'Pacific/Auckland').days).toBe(1)
  expect(streakOf([evening, later], later, 'America/New_York').days).toBe(1)
  expect(streakOf([evening, later], later, 'no such place').days).toBe(2)
})
