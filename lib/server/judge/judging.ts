// Judging: takes queued submissions out of the database, has them judged, writes the verdict. A claim is a lease that
// its holder renews: when a server dies its leases run out and another judge takes the work. Only the holder of the
// newest lease can write, so nothing is lost and nothing is judged twice.
import { randomUUID } from 'node:crypto'
import { assert } from '#lib/std/assert.ts'
import type { GoalResult, JudgeResult } from '#lib/grading/types.ts'
import { grantAwards } from '../awards.ts'
import { definitionOf } from '../challenges.ts'
import { Prisma, database } from '../db.ts'
import { judgeThreads } from '../env.ts'
import { onWork, ringForVerdict } from './bell.ts'
import { type JudgeOutcome, type JudgePool, createPool } from './pool.ts'

const LEASE_SECONDS = 6
const RENEW_MS = 2000
const POLL_MS = 500
/** Between two tries while the database cannot be reached. */
const LONGEST_REST_MS = 8000
/** A submission whose thread was lost this often gets a judge-error, which costs its owner nothing. */
const MOST_TRIES = 3

export interface Judging {
  /** Judges until the queue is empty; for tests and scripts. */
  drain(): Promise<void>
  stop(): Promise<void>
}

interface Claim {
  readonly id: string
  readonly user_id: string
  readonly slug: string
  readonly challenge_version_id: string
  readonly source: string
  readonly seed: number
  readonly tries: number
  readonly lease_token: string
}

const shared = globalThis as { pyarenaJudging?: Judging }

/** Starts judging in this process, once. */
export function startJudging(): Judging {
  shared.pyarenaJudging ??= judgeWith(createPool({ threads: judgeThreads() }))
  return shared.pyarenaJudging
}

/** Judges with the given pool: as many submissions at a time as it has threads. */
export function judgeWith(pool: JudgePool): Judging {
  let stopped = false
  const resting = new Set<() => void>()
  const wakeAll = () => resting.forEach((wake) => wake())
  const stopListening = onWork(wakeAll)
  const rest = (restMs: number) =>
    new Promise<void>((settle) => {
      const wake = () => {
        clearTimeout(timer)
        resting.delete(wake)
        settle()
      }
      const timer = setTimeout(wake, restMs)
      resting.add(wake)
    })
  const loop = async () => {
    let restMs = POLL_MS
    while (!stopped) {
      try {
        const worked = await judgeNext(pool)
        restMs = POLL_MS
        if (worked) continue
      } catch (error) {
        // A database that is away stays away for a while: one report, and ever rarer tries.
        if (restMs === POLL_MS) console.error('Judging failed and goes on:', error)
        restMs = Math.min(restMs * 2, LONGEST_REST_MS)
      }
      if (!stopped) await rest(restMs)
    }
  }
  const loops = Array.from({ length: pool.threads }, loop)
  return {
    drain: async () => {
      while ((await database().submission.count({ where: { state: 'queued' } })) > 0) await new Promise((settle) => setTimeout(settle, 20))
    },
    stop: async () => {
      stopped = true
      stopListening()
      wakeAll()
      await pool.close()
      await Promise.all(loops)
    },
  }
}

/** Judges one waiting submission; false when none waits. */
async function judgeNext(pool: JudgePool): Promise<boolean> {
  const claim = await claimNext()
  if (!claim) return false
  if (claim.tries > MOST_TRIES) {
    await settle(claim, givenUp('The judge was interrupted again and again.'))
    return true
  }
  const renewal = setInterval(() => void renew(claim).catch(() => undefined), RENEW_MS)
  try {
    const challenge = await definitionOf(claim.challenge_version_id)
    const outcome = await pool.run({ challenge, source: claim.source, seed: claim.seed })
    await finish(claim, outcome)
  } finally {
    clearInterval(renewal)
  }
  return true
}

/** Whose fewest submissions are in work comes first, so that nobody's hundred holds up another's one. */
async function claimNext(): Promise<Claim | null> {
  const rows = await database().$queryRaw<Claim[]>`
    UPDATE submissions SET lease_token = ${randomUUID()}, lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), tries = tries + 1
    WHERE id = (
      SELECT id FROM submissions AS waiting
      WHERE state = 'queued' AND (lease_until IS NULL OR lease_until < now())
      ORDER BY (SELECT count(*) FROM submissions AS busy WHERE busy.user_id = waiting.user_id AND busy.state = 'queued' AND busy.lease_until >= now()), created_at, id
      FOR UPDATE SKIP LOCKED LIMIT 1
    )
    RETURNING id, user_id, slug, challenge_version_id, source, seed, tries, lease_token`
  return rows[0] ?? null
}

async function renew(claim: Claim): Promise<void> {
  await database().$executeRaw`
    UPDATE submissions SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ${claim.id} AND state = 'queued' AND lease_token = ${claim.lease_token}`
}

async function finish(claim: Claim, outcome: JudgeOutcome): Promise<void> {
  if (outcome.kind === 'result') return settle(claim, outcome.result)
  console.error(`Judging ${claim.id} lost its thread (${outcome.why}, try ${claim.tries}): ${outcome.detail}`)
  if (claim.tries >= MOST_TRIES) return settle(claim, givenUp('The judge failed on this source. That is our fault and costs you nothing.'))
  await database().$executeRaw`
    UPDATE submissions SET lease_until = NULL, lease_token = NULL WHERE id = ${claim.id} AND state = 'queued' AND lease_token = ${claim.lease_token}`
}

/** Writes the verdict, and the awards that it earns, if the lease is still ours. */
async function settle(claim: Claim, result: JudgeResult): Promise<void> {
  checkResult(result)
  const written = await database().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ user_id: string; hints_taken: number }[]>`
      UPDATE submissions SET
        state = 'judged', judged_at = now(), lease_token = NULL, lease_until = NULL,
        verdict = ${result.verdict}, engine_version = ${result.engineVersion},
        goals = ${JSON.stringify(publicGoals(result.goals))}::jsonb, metrics = ${JSON.stringify(result.metrics)}::jsonb,
        metric = ${result.metric}, medal = ${result.medal},
        message = ${storable(result.message)}, traceback = ${storable(result.traceback)}, stdout = ${storable(result.stdout)}
      WHERE id = ${claim.id} AND state = 'queued' AND lease_token = ${claim.lease_token}
      RETURNING user_id, hints_taken`
    const row = rows[0]
    if (row) await grantAwards(tx, { userId: row.user_id, submissionId: claim.id, slug: claim.slug, verdict: result.verdict, medal: result.medal, hintsTaken: row.hints_taken })
    return rows.length === 1
  }, { isolationLevel: Prisma.TransactionIsolationLevel.ReadCommitted })
  if (written) ringForVerdict(claim.id)
}

/** Field by field, so that what a hidden check found never leaves with a row. */
function publicGoals(goals: readonly GoalResult[]) {
  return goals.map(({ id, title, passed, message, hidden }) => ({ id, title, passed, hidden, message: hidden || message === null ? null : storable(message) }))
}

/** PostgreSQL's text holds neither NUL nor half a surrogate pair; Python's output may. */
function storable<T extends string | null>(text: T): T {
  return (text === null ? null : text.replaceAll('\0', '\u2400').replaceAll(/\p{Surrogate}/gu, '\uFFFD')) as T
}

function checkResult({ metric, metrics }: JudgeResult): void {
  for (const value of [metric ?? 0, ...Object.values(metrics)]) assert(Number.isSafeInteger(value), `a metric must be an integer: ${value}`)
  assert(metric === null || Math.abs(metric) <= 0x7fffffff, `the main metric must fit 32 bits: ${metric}`)
}

function givenUp(message: string): JudgeResult {
  return { verdict: 'judge-error', goals: [], metrics: {}, metric: null, medal: null, message, traceback: null, engineVersion: 'none', stdout: '' }
}
