// Streaks: days in a row on which somebody solved something, as their own calendar counts days. A missed day is bridged by a freeze, which
// regular days earn by themselves. Pure functions of the attempts.

export interface Streak {
  /** Days of the streak that still goes on (0: none). */
  readonly days: number
  readonly longest: number
  /** Missed days that would be forgiven now. */
  readonly freezes: number
}

const DAYS_FOR_A_FREEZE = 7
const MOST_FREEZES = 2
const DAY_MS = 24 * 60 * 60 * 1000

/** The streak at `now`, from the moments of accepted attempts. */
export function streakOf(moments: readonly Date[], now: Date, timeZone: string | null | undefined): Streak {
  const dayOf = calendar(timeZone)
  const days = [...new Set(moments.map(dayOf))].sort((one, other) => one - other)
  const today = dayOf(now)
  let run = { days: 0, freezes: 0, earned: 0 }
  let longest = 0
  let last: number | null = null
  for (const day of days) {
    run = last === null ? begun() : went(run, day - last - 1)
    longest = Math.max(longest, run.days)
    last = day
  }
  if (last === null) return { days: 0, longest: 0, freezes: 0 }
  // Today is not missed before it is over.
  const missed = Math.max(0, today - last - 1)
  return missed > run.freezes ? { days: 0, longest, freezes: 0 } : { days: run.days, longest, freezes: run.freezes - missed }
}

type Run = { readonly days: number; readonly freezes: number; readonly earned: number }

function begun(): Run {
  return { days: 1, freezes: 0, earned: 1 }
}

/** One more day, after some that were missed. */
function went({ days, freezes, earned }: Run, missed: number): Run {
  if (missed > freezes) return begun()
  const full = earned + 1 === DAYS_FOR_A_FREEZE
  return { days: days + 1, freezes: Math.min(MOST_FREEZES, freezes - missed + (full ? 1 : 0)), earned: full ? 0 : earned + 1 }
}

/** From a moment to the number of its day, counted from 1970 in the time zone (an unknown one is UTC). */
function calendar(timeZone: string | null | undefined): (moment: Date) => number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: isTimeZone(timeZone) ? timeZone : 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' })
  return (moment) => Date.parse(`${format.format(moment)}T00:00:00Z`) / DAY_MS
}

/** True for a name that the calendar knows. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || name.length > 64) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
