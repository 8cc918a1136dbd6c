// A member's public page: name, medals, awards. Nothing that only they or their teachers may know.
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { type AwardView, awardView } from './awards.ts'
import { database, isDuplicate } from './db.ts'
import { overallRank, soleRecordsOf } from './leaderboards.ts'
import { LIMITS } from './limits.ts'
import type { Medal } from './medals.ts'
import { comparableName, shownName } from './names.ts'
import { progressBy } from './progress.ts'
import { type Streak, isTimeZone, streakOf } from './streaks.ts'

export interface Profile {
  readonly userId: string
  readonly name: string
  readonly joinedAt: Date
  readonly points: number
  readonly solved: number
  readonly rank: number | null
  readonly medals: Readonly<Record<Medal, number>>
  readonly challenges: readonly { readonly slug: string; readonly title: string; readonly medal: Medal; readonly metric: number | null; readonly soleHolder: boolean }[]
  readonly awards: readonly AwardView[]
  readonly streak: Streak
  readonly isYou: boolean
}

/** A member's page; guests have one that only they see. */
export async function profileOf(actor: Actor | null, userId: string): Promise<Result<Profile, 'not-found'>> {
  const user = await database().user.findUnique({ where: { id: userId } })
  const isYou = actor?.userId === userId
  if (!user || user.kind === 'deleted' || (user.kind !== 'member' && !isYou)) return notFound('player')
  const [progress, rank, challenges, awards, accepted, records] = await Promise.all([
    progressBy(userId),
    overallRank(userId),
    database().challenge.findMany({ orderBy: [{ position: 'asc' }], select: { slug: true, title: true } }),
    database().award.findMany({ where: { userId }, orderBy: [{ awardedAt: 'desc' }, { id: 'desc' }], select: { reason: true, xp: true, awardedAt: true } }),
    database().submission.findMany({ where: { userId, verdict: 'accepted' }, select: { createdAt: true } }),
    soleRecordsOf(userId),
  ])
  const passed = challenges.flatMap(({ slug, title }) => {
    const own = progress.bySlug[slug]
    return own?.medal ? [{ slug, title, medal: own.medal, metric: own.bestMetric, soleHolder: records.has(slug) }] : []
  })
  const count = (medal: Medal) => passed.filter((challenge) => challenge.medal === medal).length
  const titles = new Map(challenges.map(({ slug, title }) => [slug, title]))
  return done({
    userId,
    name: user.name,
    joinedAt: user.createdAt,
    points: progress.points,
    solved: progress.solved,
    rank,
    medals: { gold: count('gold'), silver: count('silver'), bronze: count('bronze') },
    challenges: passed,
    awards: awards.map((award) => awardView(award, titles)),
    streak: streakOf(accepted.map(({ createdAt }) => createdAt), new Date(), user.timeZone),
    isYou,
  })
}

/** Changes what others see (and, for accounts with a password, what one signs in with). */
export async function renameSelf(actor: Actor, name: string): Promise<Result<null, 'bad-name' | 'name-taken' | 'not-found'>> {
  const shown = shownName(name, LIMITS.nameCharacters)
  if (!shown) return refuse('bad-name', `Choose a name of 1 to ${LIMITS.nameCharacters} visible characters.`)
  const user = await database().user.findUnique({ where: { id: actor.userId } })
  if (user?.kind !== 'member') return notFound('account')
  try {
    await database().user.update({ where: { id: user.id }, data: { name: shown, ...(user.signInName === null ? {} : { signInName: comparableName(shown) }) } })
    return done(null)
  } catch (error) {
    if (isDuplicate(error)) return refuse('name-taken', `The name “${shown}” is taken: choose another.`)
    throw error
  }
}

/** Remembers where the actor's days begin, as their browser says. */
export async function keepTimeZone(actor: Actor, timeZone: string): Promise<Result<null, 'bad-time-zone'>> {
  if (!isTimeZone(timeZone)) return refuse('bad-time-zone', 'This is no time zone.')
  await database().user.updateMany({ where: { id: actor.userId }, data: { timeZone } })
  return done(null)
}
