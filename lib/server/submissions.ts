// Submissions: handing in, asking how it went, the history. A row is written once, judged once, and then stays.
import type { ChallengeDefinition, Verdict } from '#lib/grading/types.ts'
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { type Transaction, database, isTimeout } from './db.ts'
import type { Submission } from './generated/prisma/client.ts'
import { hintsCostingGold } from './hints.ts'
import { inLine } from './line.ts'
import { ringForWork, waitForVerdict } from './judge/bell.ts'
import { LIMITS } from './limits.ts'
import { type Medal, medalOf } from './medals.ts'
import { spendFrom } from './rate-windows.ts'
import { isOpenDay, nextSeed } from './variants.ts'

/** A goal as learners see it: what a hidden one found stays on the server. */
export interface PublicGoal {
  readonly id: string
  readonly title: string
  readonly passed: boolean
  readonly message: string | null
  readonly hidden: boolean
}

export interface SubmissionView {
  readonly id: string
  readonly requestId: string
  readonly slug: string
  readonly challengeVersionId: string
  /** 1, 2, 3 … among this person's submissions to this challenge. */
  readonly attempt: number
  readonly source: string
  readonly state: 'queued' | 'judged'
  readonly verdict: Verdict | null
  readonly goals: readonly PublicGoal[]
  readonly metric: number | null
  readonly metrics: Readonly<Record<string, number>>
  /** Hints taken before the submission are counted in. */
  readonly medal: Medal | null
  readonly message: string | null
  readonly traceback: string | null
  readonly stdout: string
  readonly pythonVersion: string
  readonly engineVersion: string | null
  readonly createdAt: Date
  readonly judgedAt: Date | null
}

export interface NewSubmission {
  readonly challengeVersionId: string
  readonly source: string
  /** A UUID that the browser makes once per press of Submit. */
  readonly requestId: string
  /** Where the request comes from, when known. */
  readonly address?: string | null
  /** The variant that the answer is for, as the page showed it. */
  readonly seed?: number | undefined
  /** The day whose challenge this is, `2026-11-30`. */
  readonly day?: string | undefined
}

type SubmitRefusal = 'not-found' | 'too-many' | 'too-long' | 'bad-request' | 'busy' | 'stale'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Hands in a source. The same request id again gives the same submission, however many ask at once. */
export async function submit(actor: Actor, request: NewSubmission): Promise<Result<SubmissionView, SubmitRefusal>> {
  const { source, requestId } = request
  if (typeof requestId !== 'string' || !UUID.test(requestId)) return refuse('bad-request', 'The request id must be a UUID.')
  // PostgreSQL can't keep NUL in text, and no Python source holds one.
  if (typeof source !== 'string' || source.includes('\0')) return refuse('bad-request', 'The source must be text.')
  if (source.length > LIMITS.sourceCharacters) return refuse('too-long', `The source is longer than ${LIMITS.sourceCharacters} characters: shorten it.`)
  const create = () =>
    database()
      .$transaction((tx) => createOnce(tx, actor, { ...request, requestId: requestId.toLowerCase() }), PATIENT)
      .catch((error: unknown) => {
        if (error instanceof AddressFull) return refuse('too-many', 'Very many submissions come from your network: wait a minute, your work is kept.')
        if (isTimeout(error)) return refuse('busy', 'The server has very much to do: try again in a moment, your work is kept.')
        throw error
      })
  const created = await inLine(actor.userId, LIMITS.submissionsInLine, create)
  if (created === null) return refuse('busy', 'Very many of your submissions come at once: wait a moment.')
  if (!created.ok) return created
  ringForWork()
  return done(await viewOf(created.value))
}

/** Milliseconds: a class that hands in at once rather waits for a connection than fails. */
const PATIENT = { maxWait: 15_000, timeout: 15_000 }

async function createOnce(tx: Transaction, actor: Actor, request: NewSubmission): Promise<Result<Submission, SubmitRefusal>> {
  // Requests of one person stand in line here, so that the limits are exact and a guest isn't being merged meanwhile.
  const people = await tx.$queryRaw<{ merged_into_id: string | null }[]>`SELECT merged_into_id FROM users WHERE id = ${actor.userId} FOR NO KEY UPDATE`
  if (people[0]?.merged_into_id !== null) return refuse('busy', 'You have just signed in: submit again.')
  const before = await tx.submission.findUnique({ where: { userId_requestId: { userId: actor.userId, requestId: request.requestId } } })
  if (before) return done(before)
  const version = await tx.challengeVersion.findUnique({ where: { id: request.challengeVersionId }, include: { challenge: true } })
  if (!version || version.challenge.retired) return notFound('challenge')
  const refusal = await limitTrouble(tx, actor)
  if (refusal) return refusal
  const day = request.day ?? null
  if (day !== null && !isOpenDay(day, new Date())) return refuse('stale', 'That day is over: today has another challenge.')
  const seed = await nextSeed(tx, actor, { challenge: version.definition as unknown as ChallengeDefinition, versionId: version.id, day })
  if (request.seed !== undefined && request.seed !== seed) return refuse('stale', 'The program has changed since: load the page again, then answer for the one that it shows.')
  const created = await tx.submission.create({
    data: {
      userId: actor.userId,
      requestId: request.requestId,
      slug: version.slug,
      challengeVersionId: version.id,
      pythonVersion: version.pythonVersion,
      source: request.source,
      seed,
      hintsTaken: await hintsCostingGold(tx, actor, version.slug),
    },
  })
  // Last: what is refused anyway is not counted, and the counter's row, which a whole school shares, is held for a moment only.
  if (!(await spendFrom(request.address ?? null, 'submit', LIMITS.submissionsPerAddressPerMinute, 60, tx))) throw new AddressFull()
  return done(created)
}

/** Rolls a submission back. */
class AddressFull extends Error {}

async function limitTrouble(tx: Transaction, actor: Actor) {
  const rows = await tx.$queryRaw<{ minute: number; day: number; queued: number }[]>`
    SELECT
      (SELECT count(*)::int FROM submissions WHERE user_id = ${actor.userId} AND created_at > now() - interval '1 minute') AS minute,
      (SELECT count(*)::int FROM submissions WHERE user_id = ${actor.userId} AND created_at > now() - interval '1 day') AS day,
      (SELECT count(*)::int FROM submissions WHERE state = 'queued') AS queued`
  const counts = rows[0]
  if (!counts) return null
  if (counts.minute >= LIMITS.submissionsPerMinute) return refuse('too-many', `That were ${counts.minute} submissions within a minute: wait a moment, your work is kept.`)
  if (counts.day >= LIMITS.submissionsPerDay) return refuse('too-many', 'You have reached the number of submissions for one day: go on tomorrow, your work is kept.')
  if (counts.queued >= LIMITS.queuedSubmissions) return refuse('busy', 'Very many submissions are waiting right now: try again in a minute, your work is kept.')
  return null
}

/** One submission of the actor. */
export async function submissionOf(actor: Actor, id: string): Promise<Result<SubmissionView, 'not-found'>> {
  const row = await database().submission.findFirst({ where: { id, userId: actor.userId } })
  return row ? done(await viewOf(row)) : notFound('submission')
}

/** The same, but waits until it is judged or the time is up. */
export async function awaitSubmission(actor: Actor, id: string, waitMs = 20_000): Promise<Result<SubmissionView, 'not-found'>> {
  const deadline = Date.now() + Math.min(waitMs, 60_000)
  for (;;) {
    const found = await submissionOf(actor, id)
    const leftMs = deadline - Date.now()
    if (!found.ok || found.value.state === 'judged' || leftMs <= 0) return found
    await waitForVerdict(id, Math.min(leftMs, 500))
  }
}

/** The actor's submissions to a challenge, newest first. */
export async function attemptsOf(actor: Actor, slug: string): Promise<SubmissionView[]> {
  return attemptsBy(actor.userId, slug)
}

/** Somebody's submissions to a challenge, newest first; the caller has checked who may look. */
export async function attemptsBy(userId: string, slug: string): Promise<SubmissionView[]> {
  const rows = await database().submission.findMany({ where: { userId, slug }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row, index) => view(row, index + 1)).reverse()
}

async function viewOf(row: Submission): Promise<SubmissionView> {
  const earlier = await database().submission.count({
    where: { userId: row.userId, slug: row.slug, OR: [{ createdAt: { lt: row.createdAt } }, { createdAt: row.createdAt, id: { lt: row.id } }] },
  })
  return view(row, earlier + 1)
}

function view(row: Submission, attempt: number): SubmissionView {
  return {
    id: row.id,
    requestId: row.requestId,
    slug: row.slug,
    challengeVersionId: row.challengeVersionId,
    attempt,
    source: row.source,
    state: row.state,
    verdict: row.verdict as Verdict | null,
    goals: (row.goals ?? []) as unknown as PublicGoal[],
    metric: row.metric,
    metrics: (row.metrics ?? {}) as Record<string, number>,
    medal: medalOf(row),
    message: row.message,
    traceback: row.traceback,
    stdout: row.stdout ?? '',
    pythonVersion: row.pythonVersion,
    engineVersion: row.engineVersion,
    createdAt: row.createdAt,
    judgedAt: row.judgedAt,
  }
}
