// Boards over exact integers: per challenge by its metric, overall by points. Ties share a rank and stand earliest
// first; an equal resubmission keeps the old time. Guests see their own result but hold no rank.
import { type Result, done } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { ON_BOARDS_SQL, boardsOffFor } from './boards-off.ts'
import { Prisma, database } from './db.ts'
import { MEDAL_SQL, type Medal, POINTS_SQL } from './medals.ts'

export interface BoardEntry {
  readonly rank: number
  /** True when others have the same rank. */
  readonly joint: boolean
  readonly userId: string
  readonly name: string
  readonly metric: number | null
  readonly medal: Medal | null
  readonly achievedAt: Date
  readonly isYou: boolean
}

export interface ChallengeBoard {
  readonly metricName: string | null
  readonly order: 'lower' | 'higher'
  readonly entries: readonly BoardEntry[]
  readonly own: BoardEntry | null
  /** How many hold a rank. */
  readonly players: number
  /** The only holder of the best result, if there is just one. */
  readonly soleHolder: string | null
}

export interface BoardView {
  /** 'near' (the default): your neighbours, or the top for who has no rank. */
  readonly view?: 'near' | 'all' | undefined
  /** From 1; of 'all'. */
  readonly page?: number | undefined
}

export interface HistogramBin {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly isYours: boolean
}

export interface Histogram {
  readonly bins: readonly HistogramBin[]
  readonly own: number | null
  readonly count: number
}

export interface OverallEntry {
  readonly rank: number
  readonly joint: boolean
  readonly userId: string
  readonly name: string
  readonly points: number
  readonly solved: number
  readonly isYou: boolean
}

export interface OverallBoard {
  readonly entries: readonly OverallEntry[]
  readonly own: OverallEntry | null
  readonly players: number
}

const NEIGHBOURS = 5
const TOP = 10
/** Rows of one page of a whole table. */
export const BOARD_PAGE = 50
const MOST_BINS = 20

interface Row {
  readonly rank: number
  readonly joint: boolean
  readonly position: number
  readonly players: number
  readonly user_id: string
  readonly name: string
}

interface ChallengeRow extends Row {
  readonly metric: number | null
  readonly medal: Medal | null
  readonly achieved_at: Date
  readonly leaders: number
}

interface OverallRow extends Row {
  readonly points: number
  readonly solved: number
}

/** A challenge's board, on its current version. */
export async function challengeBoard(actor: Actor | null, slug: string, view: BoardView = {}): Promise<Result<ChallengeBoard, 'not-found' | 'boards-off'>> {
  const version = await currentVersion(slug)
  if (!version) return notFound('challenge')
  const off = await boardsOffFor(actor)
  if (off) return off
  // `worth` grows with quality, whichever way the metric counts.
  const worth = version.higherIsBetter ? Prisma.sql`coalesce(metric, 0)` : Prisma.sql`-coalesce(metric, 0)`
  const rows = await database().$queryRaw<ChallengeRow[]>`
    WITH best AS (
      SELECT DISTINCT ON (user_id) user_id, metric, ${MEDAL_SQL} AS medal, created_at AS achieved_at, ${worth} AS worth
      FROM submissions WHERE challenge_version_id = ${version.id} AND verdict = 'accepted'
      ORDER BY user_id, ${worth} DESC, created_at, id
    ), ranked AS (
      SELECT best.*, users.name,
        rank() OVER (ORDER BY worth DESC)::int AS rank,
        row_number() OVER (ORDER BY worth DESC, achieved_at, user_id)::int AS position,
        (count(*) OVER (PARTITION BY worth) > 1) AS joint,
        (count(*) FILTER (WHERE true) OVER ())::int AS players
      FROM best JOIN users ON users.id = best.user_id AND ${ON_BOARDS_SQL}
    )
    SELECT user_id, name, metric, medal, achieved_at, rank, position, joint, players,
      (SELECT count(*)::int FROM ranked AS first WHERE first.rank = 1) AS leaders
    FROM ranked WHERE ${windowOf(actor, view)} OR rank = 1 AND position = 1 OR user_id = ${actor?.userId ?? ''}
    ORDER BY position`
  const shown = visible(rows, actor, view)
  const first = rows[0]
  const entry = (row: ChallengeRow): BoardEntry => ({
    rank: row.rank, joint: row.joint, userId: row.user_id, name: row.name, metric: row.metric, medal: row.medal, achievedAt: row.achieved_at, isYou: row.user_id === actor?.userId,
  })
  const own = rows.find((row) => row.user_id === actor?.userId)
  return done({
    metricName: version.metricName,
    order: version.higherIsBetter ? 'higher' : 'lower',
    entries: shown.map(entry),
    own: own ? entry(own) : null,
    players: first?.players ?? 0,
    soleHolder: first && first.leaders === 1 && version.metricName ? first.user_id : null,
  })
}

/** Everybody's best results on a challenge, and where one's own lies. */
export async function challengeHistogram(actor: Actor | null, slug: string): Promise<Result<Histogram, 'not-found' | 'boards-off'>> {
  const version = await currentVersion(slug)
  if (!version) return notFound('challenge')
  const off = await boardsOffFor(actor)
  if (off) return off
  const best = version.higherIsBetter ? Prisma.sql`max(metric)` : Prisma.sql`min(metric)`
  const rows = await database().$queryRaw<{ metric: number; count: number; mine: boolean }[]>`
    SELECT metric, count(*)::int AS count, bool_or(user_id = ${actor?.userId ?? ''}) AS mine FROM (
      SELECT user_id, ${best} AS metric FROM submissions
      WHERE challenge_version_id = ${version.id} AND verdict = 'accepted' AND metric IS NOT NULL GROUP BY user_id
    ) AS results GROUP BY metric ORDER BY metric`
  const own = rows.find((row) => row.mine)?.metric ?? null
  return done({ bins: binsOf(rows, own), own, count: rows.reduce((sum, { count }) => sum + count, 0) })
}

/** Bins of equal width over whole numbers, at most MOST_BINS of them. */
export function binsOf(results: readonly { metric: number; count: number }[], own: number | null): HistogramBin[] {
  const metrics = results.map(({ metric }) => metric)
  if (metrics.length === 0) return []
  const least = Math.min(...metrics)
  const width = Math.max(1, Math.ceil((Math.max(...metrics) - least + 1) / MOST_BINS))
  const bins = Math.floor((Math.max(...metrics) - least) / width) + 1
  return Array.from({ length: bins }, (_, index) => {
    const from = least + index * width
    const to = from + width - 1
    const inside = results.filter(({ metric }) => metric >= from && metric <= to)
    return { from, to, count: inside.reduce((sum, { count }) => sum + count, 0), isYours: own !== null && own >= from && own <= to }
  })
}

/** The board over all challenges, by points; of equal points the earlier ones stand first. */
export async function overallBoard(actor: Actor | null, view: BoardView = {}): Promise<Result<OverallBoard, 'boards-off'>> {
  const off = await boardsOffFor(actor)
  if (off) return off
  const rows = await database().$queryRaw<OverallRow[]>`
    WITH accepted AS (
      SELECT user_id, slug, created_at, ${POINTS_SQL} AS points FROM submissions WHERE verdict = 'accepted'
    ), best AS (
      SELECT DISTINCT ON (user_id, slug) user_id, points, created_at FROM accepted ORDER BY user_id, slug, points DESC, created_at
    ), totals AS (
      SELECT user_id, sum(points)::int AS points, count(*)::int AS solved, max(created_at) AS reached_at FROM best GROUP BY user_id
    ), ranked AS (
      SELECT totals.*, users.name,
        rank() OVER (ORDER BY points DESC)::int AS rank,
        row_number() OVER (ORDER BY points DESC, reached_at, user_id)::int AS position,
        (count(*) OVER (PARTITION BY points) > 1) AS joint,
        (count(*) OVER ())::int AS players
      FROM totals JOIN users ON users.id = totals.user_id AND ${ON_BOARDS_SQL}
    )
    SELECT user_id, name, points, solved, rank, position, joint, players FROM ranked
    WHERE ${windowOf(actor, view)} OR position = 1 OR user_id = ${actor?.userId ?? ''} ORDER BY position`
  const entry = (row: OverallRow): OverallEntry => ({
    rank: row.rank, joint: row.joint, userId: row.user_id, name: row.name, points: row.points, solved: row.solved, isYou: row.user_id === actor?.userId,
  })
  const own = rows.find((row) => row.user_id === actor?.userId)
  return done({ entries: visible(rows, actor, view).map(entry), own: own ? entry(own) : null, players: rows[0]?.players ?? 0 })
}

/** The rank of one person over all challenges; null for who holds none. */
export async function overallRank(userId: string): Promise<number | null> {
  const board = await overallBoard({ userId, kind: 'member', name: '' })
  return board.ok ? (board.value.own?.rank ?? null) : null
}

/** The challenges of which somebody alone holds the best result. */
export async function soleRecordsOf(userId: string): Promise<ReadonlySet<string>> {
  const rows = await database().$queryRaw<{ slug: string }[]>`
    WITH best AS (
      SELECT submissions.user_id, challenges.slug, max(CASE WHEN versions.higher_is_better THEN metric ELSE -metric END) AS worth
      FROM challenges JOIN challenge_versions AS versions ON versions.id = challenges.current_version_id
      JOIN submissions ON submissions.challenge_version_id = versions.id AND verdict = 'accepted' AND metric IS NOT NULL
      JOIN users ON users.id = submissions.user_id AND ${ON_BOARDS_SQL}
      WHERE NOT challenges.retired GROUP BY submissions.user_id, challenges.slug
    ), ranked AS (
      SELECT user_id, slug, rank() OVER (PARTITION BY slug ORDER BY worth DESC) AS rank, count(*) OVER (PARTITION BY slug, worth) AS holders FROM best
    )
    SELECT slug FROM ranked WHERE user_id = ${userId} AND rank = 1 AND holders = 1`
  return new Set(rows.map(({ slug }) => slug))
}

async function currentVersion(slug: string) {
  const challenge = await database().challenge.findUnique({ where: { slug }, include: { currentVersion: { select: { id: true, metricName: true, higherIsBetter: true } } } })
  return challenge && !challenge.retired ? challenge.currentVersion : null
}

/** Which positions the query brings; the first and one's own row always come too. */
function windowOf(actor: Actor | null, { view = 'near', page = 1 }: BoardView): Prisma.Sql {
  if (view === 'all') {
    const before = (Math.min(100_000, Math.max(1, Math.floor(page) || 1)) - 1) * BOARD_PAGE
    return Prisma.sql`position > ${before}::int AND position <= ${before + BOARD_PAGE}::int`
  }
  const own = Prisma.sql`(SELECT position FROM ranked AS mine WHERE mine.user_id = ${actor?.userId ?? ''})`
  return Prisma.sql`coalesce(abs(position - ${own}) <= ${NEIGHBOURS}::int, position <= ${TOP}::int)`
}

/** Drops the rows that only came along to be counted. */
function visible<R extends Row>(rows: readonly R[], actor: Actor | null, { view = 'near', page = 1 }: BoardView): R[] {
  if (view === 'all') {
    const before = (Math.max(1, Math.floor(page) || 1) - 1) * BOARD_PAGE
    return rows.filter(({ position }) => position > before && position <= before + BOARD_PAGE)
  }
  const own = rows.find((row) => row.user_id === actor?.userId)?.position
  return rows.filter(({ position }) => (own === undefined ? position <= TOP : Math.abs(position - own) <= NEIGHBOURS))
}
