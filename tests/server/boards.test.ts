// Ranks, histograms, points: exact integers, shared places, earliest first.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/server/actor.ts'
import { loadChallenges } from '#lib/server/challenges.ts'
import { archiveClassroom, reopenClassroom, setBoardsOff } from '#lib/server/classrooms.ts'
import { database } from '#lib/server/db.ts'
import { binsOf, challengeBoard, challengeHistogram, overallBoard } from '#lib/server/leaderboards.ts'
import { profileOf, renameSelf } from '#lib/server/profile.ts'
import { progressOf } from '#lib/server/progress.ts'
import { solutionsOfOthers } from '#lib/server/shared-solutions.ts'
import { submit } from '#lib/server/submissions.ts'
import { versionIdOf } from '#lib/server/challenges.ts'
import { attempt, challenge, challenges, classroomWith, emptyDatabase, guest, judgeAll, member, reason, requestFor, value } from './stage.ts'

let ada: Actor
let bob: Actor
let cyd: Actor
beforeEach(async () => {
  await emptyDatabase()
  await challenges('cycle', 'slots')
  ;[ada, bob, cyd] = [await member('Ada'), await member('Bob'), await member('Cyd')]
})

const lines = async (actor: Actor | null, slug = 'cycle') =>
  value(await challengeBoard(actor, slug)).entries.map(({ rank, joint, name, metric }) => [rank, joint, name, metric])

describe('challenge board', () => {
  test('ties share a rank, earliest first, and the next rank counts them', async () => {
    await attempt(bob, 'cycle', 'accepted 12')
    await attempt(ada, 'cycle', 'accepted 12')
    await attempt(cyd, 'cycle', 'accepted 15')
    expect(await lines(ada)).toEqual([[1, true, 'Bob', 12], [1, true, 'Ada', 12], [3, false, 'Cyd', 15]])
    expect(value(await challengeBoard(ada, 'cycle'))).toMatchObject({ soleHolder: null, players: 3, own: { rank: 1, isYou: true } })
  })
  test('an equal resubmission keeps the old time, a better one counts', async () => {
    await attempt(ada, 'cycle', 'accepted 12')
    await attempt(bob, 'cycle', 'accepted 12')
    await attempt(ada, 'cycle', 'accepted 12', 'accepted 30')
    expect(await lines(bob)).toEqual([[1, true, 'Ada', 12], [1, true, 'Bob', 12]])
    await attempt(bob, 'cycle', 'accepted 11')
    expect(await lines(bob)).toEqual([[1, false, 'Bob', 11], [2, false, 'Ada', 12]])
    expect(value(await challengeBoard(null, 'cycle')).soleHolder).toBe(bob.userId)
  })
  test('only accepted attempts of members rank; a guest sees the board without a place', async () => {
    const visitor = await guest()
    await attempt(visitor, 'cycle', 'accepted 1')
    await attempt(ada, 'cycle', 'wrong-answer 1', 'accepted 20')
    expect(await lines(visitor)).toEqual([[1, false, 'Ada', 20]])
    expect(value(await challengeBoard(visitor, 'cycle')).own).toBeNull()
  })
  test('higher is better where the challenge says so', async () => {
    const height = challenge('height', { metric: { id: 'n', label: 'objects', lowerIsBetter: false } })
    await loadChallenges([height])
    for (const [who, source] of [[ada, 'accepted 5'], [bob, 'accepted 9'], [ada, 'accepted 7']] as const) {
      value(await submit(who, { ...requestFor('cycle', source), challengeVersionId: versionIdOf(height) }))
    }
    await judgeAll()
    expect(await lines(null, 'height')).toEqual([[1, false, 'Bob', 9], [2, false, 'Ada', 7]])
  })
  test('neighbours by default, everybody page by page on demand', async () => {
    const people: Actor[] = []
    for (let index = 0; index < 60; index++) {
      const person = await member(`P${String(index).padStart(2, '0')}`)
      people.push(person)
      await submit(person, requestFor('cycle', `accepted ${100 + index}`))
    }
    await judgeAll()
    const near = value(await challengeBoard(people[30] ?? null, 'cycle'))
    expect(near.entries.map(({ rank }) => rank)).toEqual([26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36])
    expect(near.players).toBe(60)
    expect(value(await challengeBoard(null, 'cycle')).entries.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const second = value(await challengeBoard(people[0] ?? null, 'cycle', { view: 'all', page: 2 }))
    expect([second.entries.length, second.entries[0]?.rank, second.own?.rank]).toEqual([10, 51, 1])
  })
  test('ranks are of the newest version; a better wording makes none', async () => {
    await attempt(ada, 'cycle', 'accepted 12')
    await loadChallenges([challenge('cycle', { statementMarkdown: 'Better words.' }), challenge('slots', { position: 1 })])
    expect((await lines(null)).length).toBe(1)
    await loadChallenges([challenge('cycle', { checks: { visible: 'v', hidden: 'stricter' } }), challenge('slots', { position: 1 })])
    expect(await lines(null)).toEqual([])
    expect((await progressOf(ada)).points).toBe(100)
  })
  test('an unknown or retired challenge has no board', async () => {
    await loadChallenges([challenge('cycle')])
    expect(reason(await challengeBoard(ada, 'slots'))).toBe('not-found')
    expect(reason(await challengeHistogram(ada, 'nothing'))).toBe('not-found')
  })
})

describe('histogram', () => {
  test('counts everybody’s best and marks one’s own', async () => {
    await attempt(ada, 'cycle', 'accepted 10', 'accepted 12')
    await attempt(bob, 'cycle', 'accepted 12')
    await attempt(await guest(), 'cycle', 'accepted 12')
    const { bins, own, count } = value(await challengeHistogram(bob, 'cycle'))
    expect(bins).toEqual([
      { from: 10, to: 10, count: 1, isYours: false },
      { from: 11, to: 11, count: 0, isYours: false },
      { from: 12, to: 12, count: 2, isYours: true },
    ])
    expect([own, count]).toEqual([12, 3])
  })
  test('never has more than twenty bins and loses nobody', () => {
    const results = Array.from({ length: 997 }, (_, index) => ({ metric: index * 31, count: 1 }))
    const bins = binsOf(results, 31)
    expect(bins.length).toBeLessThanOrEqual(20)
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(997)
    expect(bins.filter(({ isYours }) => isYours).length).toBe(1)
    expect(binsOf([], null)).toEqual([])
  })
})

describe('a classroom without boards', () => {
  let teacher: Actor
  let room: string
  beforeEach(async () => {
    teacher = await member('Teacher')
    room = await classroomWith(teacher, ada)
    await attempt(ada, 'cycle', 'accepted 9')
    await attempt(bob, 'cycle', 'accepted 12')
  })
  test('its learners see none and stand on none; its teacher and others do', async () => {
    value(await setBoardsOff(teacher, room, true))
    for (const refused of [await challengeBoard(ada, 'cycle'), await challengeHistogram(ada, 'cycle'), await overallBoard(ada), await solutionsOfOthers(ada, 'cycle')]) {
      expect(refused).toMatchObject({ reason: 'boards-off', message: 'The teacher of “Class” has turned leaderboards off.' })
    }
    expect(await lines(teacher)).toEqual([[1, false, 'Bob', 12]])
    expect(value(await overallBoard(bob)).entries.map(({ name }) => name)).toEqual(['Bob'])
    expect(value(await solutionsOfOthers(bob, 'cycle'))).toEqual([])
    expect(value(await profileOf(bob, ada.userId)).rank).toBeNull()
    expect((await progressOf(ada)).points).toBe(100)
  })
  test('until they are turned on, or the classroom is archived', async () => {
    value(await setBoardsOff(teacher, room, true))
    value(await archiveClassroom(teacher, room))
    expect((await lines(ada)).length).toBe(2)
    value(await reopenClassroom(teacher, room))
    expect(reason(await challengeBoard(ada, 'cycle'))).toBe('boards-off')
    value(await setBoardsOff(teacher, room, false))
    expect((await lines(ada)).length).toBe(2)
  })
})

describe('others’ solutions', () => {
  test('are there for who has solved it, each person’s best, each program once, the best first', async () => {
    await attempt(ada, 'cycle', 'accepted 12')
    await attempt(bob, 'cycle', 'accepted 20', 'accepted 7 gold', 'wrong-answer')
    await attempt(cyd, 'cycle', 'accepted 7 gold')
    await attempt(await member('Dan'), 'cycle', 'accepted 15')
    await attempt(await guest(), 'cycle', 'accepted 1')
    const seen = value(await solutionsOfOthers(ada, 'cycle'))
    expect(seen.map(({ name, metric, medal, source, alike }) => [name, metric, medal, source, alike])).toEqual([['Bob', 7, 'gold', 'accepted 7 gold', 1], ['Dan', 15, 'bronze', 'accepted 15', 0]])
  })
  test('and for nobody else', async () => {
    await attempt(bob, 'cycle', 'accepted 7')
    await attempt(ada, 'cycle', 'wrong-answer')
    for (const actor of [ada, null, await guest()]) expect(reason(await solutionsOfOthers(actor, 'cycle'))).toBe('not-solved')
    expect(reason(await solutionsOfOthers(bob, 'nothing'))).toBe('not-found')
  })
})

test('who alone holds the best result is marked', async () => {
  const records = async (actor: Actor) => value(await profileOf(null, actor.userId)).challenges.map(({ slug, soleHolder }) => [slug, soleHolder])
  await attempt(ada, 'cycle', 'accepted 9', 'accepted 12')
  await attempt(bob, 'cycle', 'accepted 12')
  expect([await records(ada), await records(bob)]).toEqual([[['cycle', true]], [['cycle', false]]])
  await attempt(bob, 'cycle', 'accepted 9')
  expect([await records(ada), await records(bob)]).toEqual([[['cycle', false]], [['cycle', false]]])
})

describe('points', () => {
  test('are a function of attempts, never fall, and the ledger agrees', async () => {
    await attempt(ada, 'cycle', 'wrong-answer', 'accepted 15 silver', 'accepted 9 gold', 'accepted 50 bronze', 'compile-error')
    await attempt(ada, 'slots', 'accepted 50')
    const progress = await progressOf(ada)
    expect(progress).toMatchObject({ points: 260, solved: 2, bySlug: { cycle: { state: 'passed', medal: 'gold', bestMetric: 9, attempts: 5, points: 160 }, slots: { medal: 'bronze' } } })
    const ledger = await database().award.aggregate({ where: { userId: ada.userId }, _sum: { xp: true } })
    expect(ledger._sum.xp).toBe(progress.points)
  })
  test('rank overall with shared places, earliest first', async () => {
    await attempt(bob, 'cycle', 'accepted 9 gold')
    await attempt(ada, 'slots', 'accepted 9 gold')
    await attempt(cyd, 'slots', 'accepted 30')
    await attempt(await guest(), 'slots', 'accepted 1 gold')
    const board = value(await overallBoard(cyd))
    expect(board.entries.map(({ rank, joint, name, points }) => [rank, joint, name, points])).toEqual([[1, true, 'Bob', 160], [1, true, 'Ada', 160], [3, false, 'Cyd', 100]])
    expect([board.own?.rank, board.players]).toEqual([3, 3])
  })
  test('stand on the profile, which anybody may see, a guest’s only themselves', async () => {
    await attempt(ada, 'cycle', 'accepted 9 gold')
    expect(value(await profileOf(null, ada.userId))).toMatchObject({ name: 'Ada', points: 160, rank: 1, medals: { gold: 1, silver: 0, bronze: 0 }, isYou: false, challenges: [{ slug: 'cycle', medal: 'gold', metric: 9 }] })
    expect(value(await profileOf(ada, ada.userId)).awards.map(({ title }) => title).sort()).toEqual(['Gold medal: Title of cycle', 'Silver medal: Title of cycle', 'Solved: Title of cycle'])
    const visitor = await guest()
    expect(reason(await profileOf(ada, visitor.userId))).toBe('not-found')
    expect(reason(await profileOf(visitor, visitor.userId))).toBe('ok')
  })
  test('a member can take another name, a visible one', async () => {
    expect(reason(await renameSelf(ada, 'Ada L.'))).toBe('ok')
    expect(value(await profileOf(null, ada.userId)).name).toBe('Ada L.')
    for (const name of ['', '   ', 'a\u202eb', 'x'.repeat(41)]) expect(reason(await renameSelf(ada, name))).toBe('bad-name')
    expect(reason(await renameSelf(await guest(), 'Guest 2'))).toBe('not-found')
  })
})
