// The stage of the server tests: people, challenges, and a judge that does what the source tells it.
import { randomUUID } from 'node:crypto'
import type { Actor } from '#lib/server/actor.ts'
import { loadChallenges, versionIdOf } from '#lib/server/challenges.ts'
import { createClassroom } from '#lib/server/classrooms.ts'
import { database } from '#lib/server/db.ts'
import { joinClassroom } from '#lib/server/enrollments.ts'
import { createGuest } from '#lib/server/guests.ts'
import { judgeWith } from '#lib/server/judge/judging.ts'
import type { JudgePool, JudgeTask } from '#lib/server/judge/pool.ts'
import { type SubmissionView, submissionOf, submit } from '#lib/server/submissions.ts'
import type { CodeChallenge, JudgeResult, Verdict } from '#lib/grading/types.ts'
import { assert, present } from '#lib/std/assert.ts'
import type { Result } from '#lib/std/result.ts'

/** Empties every table. */
export async function emptyDatabase(): Promise<void> {
  await database().$executeRawUnsafe('TRUNCATE users, challenges, challenge_versions, submissions, classrooms, rate_windows CASCADE')
}

export async function member(name: string): Promise<Actor> {
  const user = await database().user.create({ data: { name } })
  return { userId: user.id, kind: 'member', name }
}

export async function guest(): Promise<Actor> {
  return value(await createGuest(null))
}

/** A challenge whose metric counts down. */
export function challenge(slug: string, change: Partial<CodeChallenge> = {}): CodeChallenge {
  return {
    slug,
    unit: 'one',
    unitTitle: 'Unit one',
    position: 0,
    title: `Title of ${slug}`,
    summary: 'A challenge.',
    kind: 'code',
    difficulty: 1,
    concepts: [],
    golf: false,
    variants: [],
    statementMarkdown: 'Do it.',
    starter: 'pass\n',
    goals: [{ id: 'done', title: 'It is done', hidden: false }],
    metric: { id: 'bytes', label: 'bytes', lowerIsBetter: true },
    medals: { gold: 10, silver: 20 },
    hints: [
      { text: 'Look.', costsGold: false },
      { text: 'Do this.', costsGold: true },
    ],
    limits: { steps: 1000, memoryBytes: 1000, outputChars: 1000 },
    pythonVersion: '3.13',
    forbidden: [],
    prerequisites: [],
    checks: { visible: 'visible()', hidden: 'the_hidden_check()' },
    explanationMarkdown: 'Because.',
    ...change,
  }
}

/** Loads challenges with these slugs, in this order. */
export async function challenges(...slugs: string[]): Promise<void> {
  await loadChallenges(slugs.map((slug, position) => challenge(slug, { position })))
}

/** What the fake judge answers: `accepted 12 gold`, `wrong-answer`, … */
export function fakeResult(source: string): JudgeResult {
  const [verdict = 'wrong-answer', metric, medal] = source.split(' ')
  return {
    verdict: verdict as Verdict,
    goals: [
      { id: 'done', title: 'It is done', passed: verdict === 'accepted', message: 'seen by all', hidden: false },
      { id: 'secret', title: 'A hidden check', passed: verdict === 'accepted', message: 'the hidden input was 42', hidden: true },
    ],
    metrics: metric ? { bytes: Number(metric) } : {},
    metric: metric ? Number(metric) : null,
    medal: medal === 'gold' || medal === 'silver' || medal === 'bronze' ? medal : null,
    message: verdict === 'accepted' ? null : `verdict ${verdict}`,
    traceback: null,
    engineVersion: 'fake-1',
    stdout: 'printed',
  }
}

/** A pool without threads. */
export function fakePool(run: (task: JudgeTask) => Promise<JudgeResult> = async ({ source }) => fakeResult(source), threads = 2): JudgePool {
  return { threads, run: async (task) => ({ kind: 'result', result: await run(task) }), close: async () => undefined }
}

/** Judges all that waits. */
export async function judgeAll(pool: JudgePool = fakePool()): Promise<void> {
  const judging = judgeWith(pool)
  await judging.drain()
  await judging.stop()
}

export function requestFor(slug: string, source: string, requestId: string = randomUUID()) {
  return { challengeVersionId: versionIdOf(challenge(slug)), source, requestId }
}

/** Hands in sources one after the other and has them judged. */
export async function attempt(actor: Actor, slug: string, ...sources: string[]): Promise<SubmissionView[]> {
  const views: SubmissionView[] = []
  for (const source of sources) views.push(value(await submit(actor, requestFor(slug, source))))
  await judgeAll()
  return Promise.all(views.map(async ({ id }) => value(await submissionOf(actor, id))))
}

/** A classroom with its teacher and students. */
export async function classroomWith(teacher: Actor, ...students: Actor[]): Promise<string> {
  const { id, joinCode } = value(await createClassroom(teacher, { name: 'Class' }))
  for (const student of students) value(await joinClassroom(student, present(joinCode, 'teachers see the code')))
  return id
}

/** The value of a request that must have been carried out. */
export function value<T>(result: Result<T>): T {
  assert(result.ok, `refused: ${result.ok ? '' : `${result.reason}: ${result.message}`}`)
  return result.value
}

/** The reason of a refusal, or 'ok'. */
export function reason(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.reason
}
