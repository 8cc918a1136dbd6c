// Handing in: once per request id, append-only, limited, judged exactly once whatever dies.
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor } from '#lib/server/actor.ts'
import { publicChallenge } from '#lib/server/challenges.ts'
import { database } from '#lib/server/db.ts'
import { hintsOf, takeHint } from '#lib/server/hints.ts'
import { judgeWith } from '#lib/server/judge/judging.ts'
import { LIMITS } from '#lib/server/limits.ts'
import { attemptsOf, awaitSubmission, submissionOf, submit } from '#lib/server/submissions.ts'
import { present } from '#lib/std/assert.ts'
import { attempt, challenges, emptyDatabase, fakePool, fakeResult, guest, judgeAll, member, reason, requestFor, value } from './stage.ts'

let ada: Actor
beforeEach(async () => {
  await emptyDatabase()
  await challenges('cycle', 'slots')
  ada = await member('Ada')
})

describe('submit', () => {
  test('the same request id, asked forty times at once, is one submission', async () => {
    const request = requestFor('cycle', 'accepted 5 gold')
    const views = await Promise.all(Array.from({ length: 40 }, () => submit(ada, request)))
    expect(new Set(views.map((view) => value(view).id)).size).toBe(1)
    expect(await database().submission.count()).toBe(1)
  })
  test('one person’s burst waits in line by itself: others are served meanwhile', async () => {
    const bob = await member('Bob')
    const request = requestFor('cycle', 'accepted 5')
    let served = 0
    const burst = Array.from({ length: 60 }, () => submit(ada, request).then(() => served++))
    expect(reason(await submit(bob, requestFor('cycle', 'accepted 5')))).toBe('ok')
    expect(served).toBeLessThan(30)
    await Promise.all(burst)
  })
  test('a line that is too long is refused, not kept', async () => {
    const request = requestFor('cycle', 'accepted 5')
    const results = await Promise.all(Array.from({ length: LIMITS.submissionsInLine + 10 }, () => submit(ada, request)))
    expect(results.filter((result) => reason(result) === 'busy').length).toBe(10)
    expect(await database().submission.count()).toBe(1)
    expect(reason(await submit(ada, request))).toBe('ok')
  })
  test('a whole school behind one address hands in at once', async () => {
    const learners = await Promise.all(Array.from({ length: 60 }, (_, index) => member(`Learner ${index}`)))
    const results = await Promise.all(learners.map((learner) => submit(learner, { ...requestFor('cycle', 'accepted 5'), address: '192.0.2.1' })))
    expect(new Set(results.map(reason))).toEqual(new Set(['ok']))
    expect(await database().submission.count()).toBe(60)
  })
  test('the same request id of two people is two submissions', async () => {
    const request = requestFor('cycle', 'accepted 5')
    await submit(ada, request)
    await submit(await member('Bob'), request)
    expect(await database().submission.count()).toBe(2)
  })
  test('a repeated request id never changes the source', async () => {
    const request = requestFor('cycle', 'wrong-answer')
    await submit(ada, request)
    expect(value(await submit(ada, { ...request, source: 'accepted 1 gold' })).source).toBe('wrong-answer')
  })
  test.each([
    ['an unknown version', { challengeVersionId: 'cycle@nothing' }, 'not-found'],
    ['a request id that is no UUID', { requestId: 'one' }, 'bad-request'],
    ['a NUL in the source', { source: 'a\0b' }, 'bad-request'],
    ['a source one character too long', { source: 'x'.repeat(LIMITS.sourceCharacters + 1) }, 'too-long'],
  ])('refuses %s', async (_name, change, expected) => {
    expect(reason(await submit(ada, { ...requestFor('cycle', 'x'), ...change }))).toBe(expected)
    expect(await database().submission.count()).toBe(0)
  })
  test('accepts a source at the bound', async () => {
    expect(reason(await submit(ada, requestFor('cycle', 'x'.repeat(LIMITS.sourceCharacters))))).toBe('ok')
  })
  test('the rate limit holds exactly when all come at once, and a repeated request is free', async () => {
    const first = requestFor('cycle', 'wrong-answer')
    await submit(ada, first)
    const results = await Promise.all(Array.from({ length: LIMITS.submissionsPerMinute + 5 }, () => submit(ada, requestFor('cycle', 'wrong-answer'))))
    expect(results.filter((result) => result.ok).length).toBe(LIMITS.submissionsPerMinute - 1)
    expect(results.find((result) => !result.ok)).toMatchObject({ reason: 'too-many' })
    expect(reason(await submit(ada, first))).toBe('ok')
    expect(reason(await submit(await member('Bob'), requestFor('cycle', 'x')))).toBe('ok')
  })
  test('attempts count from one, per person and challenge', async () => {
    await attempt(ada, 'cycle', 'wrong-answer', 'accepted 7')
    await attempt(await member('Bob'), 'cycle', 'accepted 7')
    await attempt(ada, 'slots', 'accepted 7')
    expect((await attemptsOf(ada, 'cycle')).map(({ attempt: ordinal, verdict }) => [ordinal, verdict])).toEqual([[2, 'accepted'], [1, 'wrong-answer']])
    expect((await attemptsOf(ada, 'slots')).map(({ attempt: ordinal }) => ordinal)).toEqual([1])
  })
})

describe('what leaves the server', () => {
  test('nobody sees somebody else’s submission', async () => {
    const { id } = value(await submit(ada, requestFor('cycle', 'x')))
    expect(reason(await submissionOf(await member('Eve'), id))).toBe('not-found')
    expect(reason(await submissionOf(await guest(), id))).toBe('not-found')
    expect(reason(await submissionOf(ada, randomUUID()))).toBe('not-found')
  })
  test('a hidden goal says only that it failed', async () => {
    const [view] = await attempt(ada, 'cycle', 'wrong-answer')
    expect(view?.goals).toEqual([
      { id: 'done', title: 'It is done', passed: false, message: 'seen by all', hidden: false },
      { id: 'secret', title: 'A hidden check', passed: false, message: null, hidden: true },
    ])
    expect(JSON.stringify(await database().submission.findMany())).not.toContain('hidden input was')
  })
  test('a public challenge has no hidden check, no hint and, until solved, no explanation', async () => {
    const before = JSON.stringify(value(await publicChallenge('cycle', ada)))
    expect(before).not.toMatch(/the_hidden_check|Do this|Because/)
    await attempt(ada, 'cycle', 'accepted 5')
    expect(value(await publicChallenge('cycle', ada)).explanationMarkdown).toBe('Because.')
    expect(value(await publicChallenge('cycle', null)).next?.slug).toBe('slots')
  })
})

describe('append-only', () => {
  test.each([
    ['change a judged verdict', `UPDATE submissions SET verdict = 'accepted'`],
    ['change a judged metric', 'UPDATE submissions SET metric = 1'],
    ['queue a judged one again', `UPDATE submissions SET state = 'queued'`],
    ['change the source', `UPDATE submissions SET source = 'x'`],
    ['give it to somebody else', `UPDATE submissions SET user_id = (SELECT id FROM users WHERE name = 'Bob')`],
    ['delete', 'DELETE FROM submissions'],
  ])('the database refuses to %s', async (_name, sql) => {
    await member('Bob')
    await attempt(ada, 'cycle', 'wrong-answer')
    const before = await database().submission.findMany()
    await expect(database().$executeRawUnsafe(sql)).rejects.toThrow(/append-only/)
    expect(await database().submission.findMany()).toEqual(before)
  })
  test('a challenge version never changes', async () => {
    await expect(database().$executeRawUnsafe(`UPDATE challenge_versions SET definition = '{}'`)).rejects.toThrow(/immutable/)
    await expect(database().$executeRawUnsafe(`DELETE FROM challenge_versions WHERE slug = 'slots'`)).rejects.toThrow(/immutable|violates/)
  })
})

describe('judging', () => {
  test('one person who waits for a verdict gets it at once', async () => {
    const judging = judgeWith(fakePool())
    const { id } = value(await submit(ada, requestFor('cycle', 'accepted 9 silver')))
    const startedAt = Date.now()
    expect(value(await awaitSubmission(ada, id, 10_000))).toMatchObject({ state: 'judged', verdict: 'accepted', metric: 9, medal: 'silver', attempt: 1, stdout: 'printed' })
    expect(Date.now() - startedAt).toBeLessThan(3000)
    await judging.stop()
  })
  test('waiting ends when the time is up', async () => {
    const { id } = value(await submit(ada, requestFor('cycle', 'x')))
    expect(value(await awaitSubmission(ada, id, 100)).state).toBe('queued')
  })
  test('two judges share the work and judge each submission once', async () => {
    const people = await Promise.all(['a', 'b', 'c', 'd'].map(member))
    for (const person of people) for (let index = 0; index < 10; index++) await submit(person, requestFor('cycle', `accepted ${index}`))
    const judged: string[] = []
    const pool = () => fakePool(async ({ source }) => {
      judged.push(source)
      await new Promise((settle) => setTimeout(settle, 2))
      return fakeResult(source)
    }, 4)
    await Promise.all([judgeAll(pool()), judgeAll(pool())])
    expect(judged.length).toBe(40)
    expect(await database().submission.count({ where: { state: 'judged', tries: 1 } })).toBe(40)
  })
  test('work of a killed server is taken up when its lease ends, not before, and its late verdict is dropped', async () => {
    const { id } = value(await submit(ada, requestFor('cycle', 'accepted 3 gold')))
    let finishLate: (() => void) | null = null
    const hung = judgeWith(fakePool(async ({ source }) => {
      await new Promise<void>((settle) => (finishLate = settle))
      return { ...fakeResult(source), metric: 999 }
    }, 1))
    while (!finishLate) await new Promise((settle) => setTimeout(settle, 10))
    const early = judgeWith(fakePool())
    await new Promise((settle) => setTimeout(settle, 700))
    expect(value(await submissionOf(ada, id)).state).toBe('queued')
    // What a killed server leaves: a lease that nobody renews.
    await database().$executeRaw`UPDATE submissions SET lease_until = now() - interval '1 second' WHERE id = ${id}`
    await early.drain()
    await early.stop()
    present<() => void>(finishLate, 'the hung judge holds the task')()
    await hung.stop()
    expect(value(await submissionOf(ada, id))).toMatchObject({ verdict: 'accepted', metric: 3 })
    expect(await database().submission.findUnique({ where: { id } })).toMatchObject({ tries: 2 })
    expect(await database().award.count({ where: { userId: ada.userId } })).toBe(3)
  })
  test('a thread that is lost three times gives a judge-error, which counts for nothing', async () => {
    const { id } = value(await submit(ada, requestFor('cycle', 'x')))
    let runs = 0
    await judgeAll({ threads: 1, run: async () => ({ kind: 'lost', why: 'time', detail: `run ${++runs}` }), close: async () => undefined })
    expect(runs).toBe(3)
    expect(value(await submissionOf(ada, id))).toMatchObject({ verdict: 'judge-error', medal: null, state: 'judged' })
  })
  test('a thread that is lost once is forgiven', async () => {
    const { id } = value(await submit(ada, requestFor('cycle', 'accepted 4')))
    let runs = 0
    await judgeAll({
      threads: 1,
      run: async ({ source }) => (++runs === 1 ? { kind: 'lost', why: 'crash', detail: 'once' } : { kind: 'result', result: fakeResult(source) }),
      close: async () => undefined,
    })
    expect(value(await submissionOf(ada, id)).verdict).toBe('accepted')
  })
  test('a database that is away is asked ever more rarely, reported once, and found again', async () => {
    const { id } = value(await submit(ada, requestFor('cycle', 'accepted 4')))
    const asked = vi.spyOn(database(), '$queryRaw').mockRejectedValue(new Error('away'))
    const reported = vi.spyOn(console, 'error').mockReturnValue(undefined)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const judging = judgeWith(fakePool(undefined, 1))
    try {
      const asksWithin: number[] = []
      for (const seconds of [0.9, 1.5, 4, 8, 16, 16]) {
        const before = asked.mock.calls.length
        await vi.advanceTimersByTimeAsync(seconds * 1000)
        asksWithin.push(asked.mock.calls.length - before)
      }
      expect(asksWithin).toEqual([0, 1, 1, 1, 2, 2])
      expect(asked.mock.calls.length).toBe(8)
      expect(reported.mock.calls.length).toBe(1)
      asked.mockRestore()
      await vi.advanceTimersByTimeAsync(8_000)
      vi.useRealTimers()
      await judging.drain()
      expect(value(await submissionOf(ada, id)).verdict).toBe('accepted')
    } finally {
      vi.useRealTimers()
      vi.restoreAllMocks()
      await judging.stop()
    }
  })
  test('output that PostgreSQL cannot hold is kept readable', async () => {
    const { id } = value(await submit(ada, requestFor('cycle', 'x')))
    await judgeAll(fakePool(async () => ({ ...fakeResult('wrong-answer'), stdout: 'a\0b\ud800c', message: '\0', metrics: { bytes: 2 ** 40 } })))
    expect(value(await submissionOf(ada, id))).toMatchObject({ stdout: 'a\u2400b\ufffdc', message: '\u2400', metrics: { bytes: 2 ** 40 } })
  })
  test('whoever has less in work comes first', async () => {
    const bob = await member('Bob')
    for (let index = 0; index < 5; index++) await submit(ada, requestFor('cycle', `accepted ${index}`))
    await submit(bob, requestFor('cycle', 'accepted 77'))
    const order: string[] = []
    await judgeAll(fakePool(async ({ source }) => {
      order.push(source)
      await new Promise((settle) => setTimeout(settle, 60))
      return fakeResult(source)
    }, 2))
    expect(order.indexOf('accepted 77')).toBeLessThanOrEqual(2)
  })
})

describe('hints', () => {
  test('come one by one, and one that costs the gold turns it to silver for later attempts only', async () => {
    const [early] = await attempt(ada, 'cycle', 'accepted 5 gold')
    expect(value(await hintsOf(ada, 'cycle'))).toEqual({ count: 2, taken: [], nextCostsGold: false })
    expect(value(await takeHint(ada, 'cycle'))).toEqual({ index: 0, text: 'Look.', costsGold: false })
    const [free] = await attempt(ada, 'cycle', 'accepted 5 gold')
    expect(value(await takeHint(ada, 'cycle')).costsGold).toBe(true)
    expect(reason(await takeHint(ada, 'cycle'))).toBe('no-more')
    const [late] = await attempt(ada, 'cycle', 'accepted 5 gold')
    expect([early?.medal, free?.medal, late?.medal]).toEqual(['gold', 'gold', 'silver'])
    expect((await submissionOf(ada, present(early, 'attempted').id)).ok && (await attemptsOf(ada, 'cycle')).at(-1)?.medal).toBe('gold')
  })
})
