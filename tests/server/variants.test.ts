// Variants of challenges: which one a person gets, and the challenge of the day.
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/server/db.ts'
import { loadChallenges, versionIdOf } from '#lib/server/challenges.ts'
import { submit } from '#lib/server/submissions.ts'
import { challengeOfDay, dayOf, isOpenDay, nextSeed, variantSeed } from '#lib/server/variants.ts'
import type { PredictChallenge } from '#lib/grading/types.ts'
import { challenge, emptyDatabase, judgeAll, member, value } from './stage.ts'

const { checks: _checks, kind: _kind, ...facts } = challenge('guess', { metric: null, medals: null })
const guess: PredictChallenge = {
  ...facts,
  kind: 'predict',
  program: 'print({{n}})\n',
  models: [],
  variants: [{ n: 1 }, { n: 2 }, { n: 3 }],
  questions: [{ id: 'done', ask: '?', key: { prints: 1 }, choices: [] }],
}
const versionId = versionIdOf(guess)
const uuid = () => crypto.randomUUID()

describe('the seed of the next try', () => {
  beforeEach(async () => {
    await emptyDatabase()
    await loadChallenges([guess])
  })

  test('a wrong try brings the next variant, another person keeps the first', async () => {
    const ada = await member('Ada')
    const asked = { challenge: guess, versionId, day: null }
    const first = await nextSeed(database(), ada, asked)
    expect(first).toBe(variantSeed(versionId))
    value(await submit(ada, { challengeVersionId: versionId, source: 'wrong-answer', requestId: uuid(), seed: first }))
    await judgeAll()
    expect(await nextSeed(database(), ada, asked)).toBe(first + 1)
    expect(await nextSeed(database(), await member('Bob'), asked)).toBe(first)
  })

  test('an answer to another variant than the one that is due is refused', async () => {
    const ada = await member('Ada')
    const answer = await submit(ada, { challengeVersionId: versionId, source: 'done: 9', requestId: uuid(), seed: variantSeed(versionId) + 1 })
    expect(answer).toMatchObject({ ok: false, reason: 'stale' })
  })

  test('a day has a variant of its own, while it is open', async () => {
    const ada = await member('Ada')
    const today = dayOf(new Date())
    const answer = await submit(ada, { challengeVersionId: versionId, source: 'done: 9', requestId: uuid(), day: today, seed: variantSeed(versionId, today) })
    expect(answer.ok).toBe(true)
    expect(await submit(ada, { challengeVersionId: versionId, source: 'done: 9', requestId: uuid(), day: '2020-01-01' })).toMatchObject({ ok: false, reason: 'stale' })
  })
})

describe('the challenge of the day', () => {
  const fifty = Array.from({ length: 50 }, (_, index) => index)

  test('all have their turn before one comes again', () => {
    const days = fifty.map((offset) => dayOf(new Date(Date.UTC(2026, 10, 1 + offset))))
    expect(new Set(days.map((day) => challengeOfDay(fifty, day))).size).toBe(50)
  })
  test('a day stays open until a day after it', () => {
    const now = new Date('2026-11-30T00:10:00Z')
    expect(isOpenDay('2026-11-30', now)).toBe(true)
    expect(isOpenDay('2026-11-29', now)).toBe(true)
    expect(isOpenDay('2026-11-28', now)).toBe(false)
    expect(isOpenDay('2026-12-01', now)).toBe(false)
  })
})
