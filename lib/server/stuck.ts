// Where learners are stuck: for each assigned challenge the goal that fails most often in their latest attempts, with one of them as an example.
import { database } from './db.ts'
import type { PublicGoal } from './submissions.ts'

export interface StuckPoint {
  readonly slug: string
  readonly title: string
  /** The goal's title, or null where the program does not get as far as that. */
  readonly goal: string | null
  readonly verdict: string
  readonly learners: number
  /** How many are stuck on this challenge in all. */
  readonly outOf: number
  readonly example: { readonly userId: string; readonly name: string }
}

interface StuckPlace {
  readonly userId: string
  readonly name: string
  readonly slug: string
  readonly title: string
}

/** One point for each challenge on which somebody is stuck, most people first. The caller has checked who may look. */
export async function stuckPoints(places: readonly StuckPlace[]): Promise<StuckPoint[]> {
  if (places.length === 0) return []
  const userIds = [...new Set(places.map(({ userId }) => userId))]
  const slugs = [...new Set(places.map(({ slug }) => slug))]
  const latest = await database().$queryRaw<{ user_id: string; slug: string; verdict: string; goals: readonly PublicGoal[] }[]>`
    SELECT DISTINCT ON (user_id, slug) user_id, slug, verdict, goals FROM submissions
    WHERE user_id = ANY(${userIds}) AND slug = ANY(${slugs}) AND state = 'judged' AND verdict <> 'judge-error'
    ORDER BY user_id, slug, created_at DESC, id DESC`
  const attempts = new Map(latest.map((row) => [`${row.user_id} ${row.slug}`, row]))
  const points = slugs.flatMap((slug) => {
    const stuck = new Map(places.filter((place) => place.slug === slug).map((place) => [place.userId, place]))
    return mostCommon([...stuck.values()].flatMap((place) => {
      const attempt = attempts.get(`${place.userId} ${slug}`)
      return attempt ? [{ place, verdict: attempt.verdict, goal: attempt.goals.find(({ passed, message }) => !passed && message !== null)?.title ?? attempt.goals.find(({ passed, hidden }) => !passed && !hidden)?.title ?? null }] : []
    }))
  })
  return points.sort((one, other) => other.learners - one.learners)
}

interface Failure {
  readonly place: StuckPlace
  readonly verdict: string
  readonly goal: string | null
}

function mostCommon(failures: readonly Failure[]): StuckPoint[] {
  // A program that was stopped has no goal to blame: its verdict says more.
  const kindOf = ({ goal, verdict }: Failure) => (STOPPED.has(verdict) ? verdict : `${goal}`)
  const kinds = new Map<string, Failure[]>()
  for (const failure of failures) kinds.set(kindOf(failure), [...(kinds.get(kindOf(failure)) ?? []), failure])
  const [most] = [...kinds.values()].sort((one, other) => other.length - one.length)
  const first = most?.[0]
  if (!most || !first) return []
  const { slug, title, userId, name } = first.place
  return [{ slug, title, goal: STOPPED.has(first.verdict) ? null : first.goal, verdict: first.verdict, learners: most.length, outOf: failures.length, example: { userId, name } }]
}

const STOPPED: ReadonlySet<string> = new Set(['compile-error', 'runtime-error', 'step-limit', 'memory-limit', 'output-limit', 'forbidden'])
