// Other people's solutions, for who has solved the challenge: each person's best accepted program, the best first, each program once.
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { ON_BOARDS_SQL, boardsOffFor } from './boards-off.ts'
import { Prisma, database } from './db.ts'
import { MEDAL_SQL, type Medal } from './medals.ts'

export interface SharedSolution {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly metric: number | null
  readonly medal: Medal | null
  readonly source: string
  /** How many others handed in the very same program. */
  readonly alike: number
}

const MOST_SHOWN = 10

/** What others made of a challenge, on its current version. */
export async function solutionsOfOthers(actor: Actor | null, slug: string): Promise<Result<SharedSolution[], 'not-found' | 'not-solved' | 'boards-off'>> {
  const challenge = await database().challenge.findUnique({ where: { slug }, include: { currentVersion: { select: { id: true, higherIsBetter: true } } } })
  if (!challenge?.currentVersion || challenge.retired) return notFound('challenge')
  const off = await boardsOffFor(actor)
  if (off) return off
  const solved = actor && (await database().submission.findFirst({ where: { userId: actor.userId, slug, verdict: 'accepted' }, select: { id: true } }))
  if (!actor || !solved) return refuse('not-solved', 'Solve the challenge to see how others did it.')
  const worth = challenge.currentVersion.higherIsBetter ? Prisma.sql`coalesce(metric, 0)` : Prisma.sql`-coalesce(metric, 0)`
  const rows = await database().$queryRaw<{ id: string; user_id: string; name: string; metric: number | null; medal: Medal | null; source: string; alike: number }[]>`
    WITH best AS (
      SELECT DISTINCT ON (user_id) id, user_id, metric, ${MEDAL_SQL} AS medal, source, created_at, ${worth} AS worth
      FROM submissions WHERE challenge_version_id = ${challenge.currentVersion.id} AND verdict = 'accepted'
      ORDER BY user_id, ${worth} DESC, created_at, id
    ), shown AS (
      SELECT best.*, users.name,
        row_number() OVER (PARTITION BY md5(btrim(source)) ORDER BY best.created_at, best.id) AS copy,
        (count(*) OVER (PARTITION BY md5(btrim(source))))::int - 1 AS alike
      FROM best JOIN users ON users.id = best.user_id AND ${ON_BOARDS_SQL} WHERE user_id <> ${actor.userId}
    )
    SELECT id, user_id, name, metric, medal, source, alike FROM shown WHERE copy = 1 ORDER BY worth DESC, created_at, id LIMIT ${MOST_SHOWN}`
  return done(rows.map(({ user_id: userId, ...row }) => ({ ...row, userId })))
}
