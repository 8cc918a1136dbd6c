// Which variant of a challenge a person gets: drawn from the challenge's version, or from the day for the daily challenge. Where an answer is a
// choice, each wrong try brings the next one.
import { seedOfTry } from '#lib/grading/index.ts'
import type { ChallengeDefinition } from '#lib/grading/types.ts'
import { seedFrom } from '#lib/std/rng.ts'
import type { Actor } from './actor.ts'
import type { Transaction } from './db.ts'

/** The seed of a challenge version, or of a day: one for all, so that metrics compare; anybody can compute it again. */
export function variantSeed(challengeVersionId: string, day: string | null = null): number {
  return seedFrom(day === null ? challengeVersionId : `${challengeVersionId} ${day}`)
}

interface Asked {
  readonly challenge: Pick<ChallengeDefinition, 'kind' | 'slug'>
  readonly versionId: string
  readonly day: string | null
}

/** The seed of the person's next try. */
export async function nextSeed(db: Transaction, actor: Actor | null, { challenge, versionId, day }: Asked): Promise<number> {
  // The first row of a heap to build is the one that the author means to show.
  if (challenge.kind === 'build' && day === null) return 0
  const failed = actor === null ? 0 : await db.submission.count({ where: { userId: actor.userId, slug: challenge.slug, challengeVersionId: versionId, verdict: { in: ['wrong-answer', 'partial'] } } })
  return seedOfTry(challenge, variantSeed(versionId, day), failed)
}

const MS_OF_A_DAY = 86_400_000
const STRIDES = [7, 11, 13, 17, 19]

/** The day of a moment, in UTC: `2026-11-30`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** Whether a submission may still count for that day: until a day after it, so that midnight interrupts nobody. */
export function isOpenDay(day: string, now: Date): boolean {
  return day === dayOf(now) || day === dayOf(new Date(now.getTime() - MS_OF_A_DAY))
}

/** The challenge of a day, the same for everyone; all have their turn before one comes again. */
export function challengeOfDay<T>(challenges: readonly T[], day: string): T | null {
  const count = challenges.length
  const stride = STRIDES.find((candidate) => count % candidate !== 0) ?? 1
  const number = Math.floor(Date.parse(`${day}T00:00:00Z`) / MS_OF_A_DAY)
  return challenges[(number * stride) % count] ?? null
}
