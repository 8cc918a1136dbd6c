// Medals and points: pure functions of attempts, and the same two rules as SQL for the boards.
import { Prisma } from './generated/prisma/client.ts'

export type Medal = 'gold' | 'silver' | 'bronze'

/** Points of a challenge by its best medal; every accepted attempt has one, bronze at least. */
export const POINTS: Readonly<Record<Medal, number>> = { gold: 160, silver: 130, bronze: 100 }

const ORDER: readonly Medal[] = ['bronze', 'silver', 'gold']

/** What decides the medal of an attempt. */
export interface JudgedAttempt {
  readonly verdict: string | null
  readonly medal: string | null
  /** Hints that cost the gold medal, taken before the attempt. */
  readonly hintsTaken: number
}

/** The medal of one attempt: none unless accepted, and hints cost the gold. */
export function medalOf({ verdict, medal, hintsTaken }: JudgedAttempt): Medal | null {
  if (verdict !== 'accepted') return null
  if (medal === 'gold') return hintsTaken > 0 ? 'silver' : 'gold'
  return medal === 'silver' ? 'silver' : 'bronze'
}

/** The better of two medals. */
export function betterMedal(one: Medal | null, other: Medal | null): Medal | null {
  return rank(one) >= rank(other) ? one : other
}

/** Points of a best medal. */
export function pointsFor(medal: Medal | null): number {
  return medal ? POINTS[medal] : 0
}

function rank(medal: Medal | null): number {
  return medal ? ORDER.indexOf(medal) : -1
}

/** medalOf as SQL over a row of submissions. */
export const MEDAL_SQL = Prisma.sql`(CASE
  WHEN verdict <> 'accepted' THEN NULL
  WHEN medal = 'gold' AND hints_taken = 0 THEN 'gold'
  WHEN medal IN ('gold', 'silver') THEN 'silver'
  ELSE 'bronze' END)`

/** pointsFor(medalOf(…)) as SQL over a row of submissions. */
export const POINTS_SQL = Prisma.sql`(CASE
  WHEN verdict <> 'accepted' THEN 0
  WHEN medal = 'gold' AND hints_taken = 0 THEN ${POINTS.gold}::int
  WHEN medal IN ('gold', 'silver') THEN ${POINTS.silver}::int
  ELSE ${POINTS.bronze}::int END)`
