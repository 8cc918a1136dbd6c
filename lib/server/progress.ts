// How far a person is: derived from their attempts, never stored.
import type { Actor } from './actor.ts'
import { database } from './db.ts'
import { type Medal, betterMedal, medalOf, pointsFor } from './medals.ts'

export interface ChallengeProgress {
  readonly state: 'passed' | 'tried'
  readonly medal: Medal | null
  /** On the challenge's current version. */
  readonly bestMetric: number | null
  readonly attempts: number
  readonly points: number
}

export interface Progress {
  readonly points: number
  readonly solved: number
  readonly bySlug: Readonly<Record<string, ChallengeProgress>>
}

/** An attempt with what its place in the progress depends on. */
export interface ProgressAttempt {
  readonly slug: string
  readonly verdict: string | null
  readonly medal: string | null
  readonly hintsTaken: number
  readonly metric: number | null
  readonly isCurrent: boolean
  readonly higherIsBetter: boolean
}

/** The progress of a person (nobody has none). */
export async function progressOf(actor: Actor | null): Promise<Progress> {
  return actor ? progressBy(actor.userId) : progressFrom([])
}

/** The progress of somebody; the caller has checked who may look. */
export async function progressBy(userId: string): Promise<Progress> {
  const rows = await database().submission.findMany({
    where: { userId, state: 'judged' },
    select: { slug: true, verdict: true, medal: true, hintsTaken: true, metric: true, challengeVersionId: true, challenge: { select: { currentVersionId: true } }, version: { select: { higherIsBetter: true } } },
  })
  return progressFrom(
    rows.map((row) => ({ ...row, isCurrent: row.challengeVersionId === row.challenge.currentVersionId, higherIsBetter: row.version.higherIsBetter })),
  )
}

/** Progress as a pure function of attempts, in any order. */
export function progressFrom(attempts: readonly ProgressAttempt[]): Progress {
  const bySlug: Record<string, ChallengeProgress> = Object.create(null) as Record<string, ChallengeProgress>
  for (const attempt of attempts) {
    // Our own failure is no attempt of anybody.
    if (attempt.verdict === 'judge-error') continue
    const before = bySlug[attempt.slug] ?? { state: 'tried', medal: null, bestMetric: null, attempts: 0, points: 0 }
    const medal = betterMedal(before.medal, medalOf(attempt))
    const counts = attempt.verdict === 'accepted' && attempt.isCurrent ? attempt.metric : null
    bySlug[attempt.slug] = {
      state: medal ? 'passed' : 'tried',
      medal,
      bestMetric: betterMetric(before.bestMetric, counts, attempt.higherIsBetter),
      attempts: before.attempts + 1,
      points: pointsFor(medal),
    }
  }
  const all = Object.values(bySlug)
  return { points: all.reduce((sum, { points }) => sum + points, 0), solved: all.filter(({ state }) => state === 'passed').length, bySlug }
}

function betterMetric(one: number | null, other: number | null, higherIsBetter: boolean): number | null {
  if (one === null || other === null) return one ?? other
  return higherIsBetter ? Math.max(one, other) : Math.min(one, other)
}
