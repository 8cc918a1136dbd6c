// What a person may do with their own account: passwords, sessions, all their data as a file, and the end of it. Login cards.
import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { changePassword, endSessions, memberByPassword, ownAccount, signUp } from '#lib/server/accounts.ts'
import type { Actor } from '#lib/server/actor.ts'
import { cardOwner, makeStudents, newCards, redeemCard } from '#lib/server/cards.ts'
import { archiveClassroom, classroomOf, createClassroom } from '#lib/server/classrooms.ts'
import { database } from '#lib/server/db.ts'
import { saveDraft } from '#lib/server/drafts.ts'
import { joinClassroom, membersOf, setRole } from '#lib/server/enrollments.ts'
import { mergeGuest } from '#lib/server/guests.ts'
import { challengeBoard, challengeHistogram } from '#lib/server/leaderboards.ts'
import { LIMITS } from '#lib/server/limits.ts'
import { deleteAccount, exportOf } from '#lib/server/own-data.ts'
import { keepTimeZone, profileOf } from '#lib/server/profile.ts'
import { currentMember, forgetThisBrowser, keepThisSession } from '#lib/server/session.ts'
import { submit } from '#lib/server/submissions.ts'
import { present } from '#lib/std/assert.ts'
import { attempt, challenges, classroomWith, emptyDatabase, guest, judgeAll, member, reason, requestFor, value } from './stage.ts'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    getAll: () => [...jar].map(([name, text]) => ({ name, value: text })),
    has: (name: string) => jar.has(name),
    set: (name: string, text: string) => jar.set(name, text),
    delete: (name: string) => jar.delete(name),
  }),
}))

const SESSION = 'next-auth.session-token'
const password = 'correct horse'
let ada: Actor

beforeEach(async () => {
  await emptyDatabase()
  await challenges('cycle', 'slots')
  jar.clear()
  ada = { userId: value(await signUp({ name: 'Ada', password })).userId, kind: 'member', name: 'Ada' }
})

const session = (actor: Actor, epoch?: number) => encode({ token: { sub: actor.userId, ...(epoch === undefined ? {} : { epoch }) }, secret: process.env.NEXTAUTH_SECRET ?? '' })

describe('sessions', () => {
  test('a new password ends them all, except this browser’s', async () => {
    const elsewhere = await session(ada, 0)
    jar.set(SESSION, elsewhere)
    jar.set(`${SESSION}.0`, 'a piece of an older token')
    expect((await currentMember())?.userId).toBe(ada.userId)
    const { epoch } = value(await changePassword(ada, { current: password, next: 'battery staple' }))
    expect(await currentMember()).toBeNull()
    jar.set(SESSION, elsewhere)
    await keepThisSession(epoch)
    expect((await currentMember())?.userId).toBe(ada.userId)
    expect(jar.has(`${SESSION}.0`)).toBe(false)
    jar.set(SESSION, elsewhere)
    expect(await currentMember()).toBeNull()
  })
  test('all of them can be ended; one from before sessions had numbers counts until then', async () => {
    jar.set(SESSION, await session(ada))
    expect(await currentMember()).not.toBeNull()
    value(await endSessions(ada))
    expect(await currentMember()).toBeNull()
    expect(reason(await endSessions(await guest()))).toBe('not-found')
  })
  test('a browser can be forgotten', async () => {
    jar.set(SESSION, await session(ada, 0)).set('pyarena-guest', 'x').set('theme', 'dark')
    await forgetThisBrowser()
    expect([...jar.keys()]).toEqual(['theme'])
  })
})

describe('a password', () => {
  test('can be set by who has none, under their name, if that is free', async () => {
    const byProvider = await member('Octo')
    expect(value({ ok: true, value: await ownAccount(byProvider) })).toMatchObject({ name: 'Octo', hasPassword: false })
    expect(reason(await changePassword(byProvider, { current: '', next: 'eight888' }))).toBe('ok')
    expect(value(await memberByPassword({ name: 'octo', password: 'eight888' })).userId).toBe(byProvider.userId)
    expect(reason(await changePassword(byProvider, { current: '', next: 'nine9999' }))).toBe('wrong-password')
    expect(reason(await changePassword(await member('ADA'), { current: '', next: 'eight888' }))).toBe('name-taken')
  })
  test('can’t be tried out on the account page either', async () => {
    const tries = await Promise.all(Array.from({ length: LIMITS.signInsPerQuarterHour + 1 }, () => changePassword(ada, { current: 'guess', next: 'battery staple' })))
    expect(tries.map(reason)).toContain('too-many')
    expect(reason(await changePassword(ada, { current: password, next: 'battery staple' }))).toBe('too-many')
  })
  test('is nothing for guests', async () => expect(reason(await changePassword(await guest(), { current: '', next: 'eight888' }))).toBe('not-found'))
})

describe('own data', () => {
  test('come as one file, without what is secret', async () => {
    const room = await classroomWith(await member('Teacher'), ada)
    await attempt(ada, 'cycle', 'wrong-answer', 'accepted 5 gold')
    await attempt(await member('Bob'), 'cycle', 'accepted 7')
    value(await saveDraft(ada, { slug: 'slots', source: 'half done' }))
    const data = value(await exportOf(ada))
    expect(data).toMatchObject({
      account: { name: 'Ada', hasPassword: true },
      attempts: [{ slug: 'cycle', source: 'wrong-answer' }, { source: 'accepted 5 gold', verdict: 'accepted' }],
      drafts: [{ slug: 'slots', source: 'half done' }],
      classrooms: [{ id: room, name: 'Class', role: 'student' }],
    })
    expect(JSON.stringify(data)).not.toMatch(/argon2|lease|Bob/)
  })
  test('go for good: words are wiped out, numbers stay, nobody stands on boards', async () => {
    await classroomWith(await member('Teacher'), ada)
    const before = await guest()
    await attempt(before, 'cycle', 'accepted 9')
    await mergeGuest(before.userId, ada.userId)
    await attempt(ada, 'cycle', 'wrong-answer', 'accepted 5 gold')
    value(await saveDraft(ada, { slug: 'slots', source: 'half done' }))
    expect(reason(await deleteAccount(ada, 'wrong horse'))).toBe('wrong-password')
    expect(reason(await deleteAccount(ada, password))).toBe('ok')
    expect(await database().submission.findMany({ select: { source: true, message: true, stdout: true, goals: true, verdict: true }, orderBy: { createdAt: 'asc' } })).toEqual([
      { source: '', message: null, stdout: null, goals: [], verdict: 'accepted' },
      { source: '', message: null, stdout: null, goals: [], verdict: 'wrong-answer' },
      { source: '', message: null, stdout: null, goals: [], verdict: 'accepted' },
    ])
    for (const count of [database().draft.count(), database().award.count(), database().enrollment.count({ where: { role: 'student' } })]) expect(await count).toBe(0)
    expect(reason(await profileOf(null, ada.userId))).toBe('not-found')
    expect(value(await challengeBoard(null, 'cycle')).entries).toEqual([])
    expect(value(await challengeHistogram(null, 'cycle')).count).toBe(1)
    expect(reason(await memberByPassword({ name: 'Ada', password }))).toBe('no-match')
    expect(reason(await signUp({ name: 'Ada', password }))).toBe('ok')
    expect(JSON.stringify(await database().user.findUnique({ where: { id: ada.userId } }))).not.toMatch(/Ada|argon2/)
  })
  test('an account without a password goes by its name; a waiting attempt is waited for', async () => {
    const octo = await member('Octo')
    value(await submit(octo, requestFor('cycle', 'accepted 1')))
    expect(reason(await deleteAccount(octo, 'yes'))).toBe('not-confirmed')
    expect(reason(await deleteAccount(octo, 'Octo'))).toBe('busy')
    await judgeAll()
    expect(reason(await deleteAccount(octo, 'Octo'))).toBe('ok')
    expect(reason(await deleteAccount(octo, 'Octo'))).toBe('not-found')
  })
  test('a classroom is never left without a teacher', async () => {
    const bob = await member('Bob')
    const room = await classroomWith(ada, bob)
    const empty = value(await createClassroom(ada, { name: 'Empty' })).id
    expect(await deleteAccount(ada, password)).toMatchObject({ reason: 'last-teacher', message: expect.stringContaining('“Class”') })
    expect(await database().classroom.count()).toBe(2)
    value(await setRole(ada, room, bob.userId, 'teacher'))
    value(await deleteAccount(ada, password))
    expect(await database().classroom.findUnique({ where: { id: empty } })).toBeNull()
    expect(value(await classroomOf(bob, room)).role).toBe('teacher')
  })
  test.each([
    ['of somebody who is still here', `UPDATE submissions SET source = '', message = NULL, traceback = NULL, stdout = NULL, goals = '[]'::jsonb`],
    ['with a number', `UPDATE submissions SET source = '', message = NULL, traceback = NULL, stdout = NULL, goals = '[]'::jsonb, metric = 1 WHERE user_id IN (SELECT id FROM users WHERE kind = 'deleted')`],
  ])('the database refuses to wipe out an attempt %s', async (_name, sql) => {
    await attempt(await member('Bob'), 'cycle', 'accepted 7')
    if (sql.includes('deleted')) await database().user.updateMany({ where: { name: 'Bob' }, data: { kind: 'deleted' } })
    await expect(database().$executeRawUnsafe(sql)).rejects.toThrow(/append-only/)
  })
})

describe('a time zone', () => {
  test('is kept when it is one', async () => {
    expect(reason(await keepTimeZone(ada, 'Mars/Olympus'))).toBe('bad-time-zone')
    expect(reason(await keepTimeZone(ada, 'Pacific/Auckland'))).toBe('ok')
    expect((await database().user.findUnique({ where: { id: ada.userId } }))?.timeZone).toBe('Pacific/Auckland')
  })
})

describe('login cards', () => {
  let room: string
  beforeEach(async () => {
    room = await classroomWith(ada)
  })
  test('are made in bulk, a taken name gets a number, and each works once', async () => {
    const cards = value(await makeStudents(ada, room, ['Ada', ' Zoë ', '', 'Ada']))
    expect(cards.map(({ name }) => name)).toEqual(['Ada 2', 'Zoë', 'Ada 3'])
    expect(value(await membersOf(ada, room)).filter(({ role }) => role === 'student').map(({ madeHere, hasCard }) => [madeHere, hasCard])).toEqual([[true, true], [true, true], [true, true]])
    const code = present(cards[1], 'three were made').code
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    expect(value(await cardOwner(code.toLowerCase().replaceAll('-', ' '), null)).name).toBe('Zoë')
    expect(reason(await redeemCard(code, 'short', null))).toBe('bad-password')
    const both = await Promise.all([redeemCard(code, 'zoë was here', null), redeemCard(code, 'zoë was here', null)])
    expect(both.map(reason).sort()).toEqual(['not-found', 'ok'])
    expect(value(await memberByPassword({ name: 'zoë', password: 'zoë was here' })).name).toBe('Zoë')
    expect(JSON.stringify(await database().user.findMany())).not.toContain(code.replaceAll('-', ''))
  })
  test('end: by time, and by a new one, which also ends password and sessions', async () => {
    const [card] = value(await makeStudents(ada, room, ['Zoë']))
    const { userId, code } = present(card, 'one was made')
    value(await redeemCard(code, 'zoë was here', null))
    const [again] = value(await newCards(ada, room, [userId]))
    expect(reason(await memberByPassword({ name: 'Zoë', password: 'zoë was here' }))).toBe('no-match')
    expect((await database().user.findUnique({ where: { id: userId } }))?.sessionEpoch).toBe(1)
    await database().user.update({ where: { id: userId }, data: { cardUntil: new Date(Date.now() - 1000) } })
    expect(reason(await redeemCard(present(again, 'a new one').code, 'zoë is back', null))).toBe('not-found')
  })
  test('are for the teacher of the class and for accounts made in it only', async () => {
    const [co, stranger, own] = [await member('Co'), await member('Stranger'), await member('Own')]
    const { joinCode } = value(await classroomOf(ada, room))
    for (const person of [co, own]) value(await joinClassroom(person, joinCode ?? ''))
    value(await setRole(ada, room, co.userId, 'co-teacher'))
    for (const actor of [co, stranger, own, await guest()]) {
      expect(reason(await makeStudents(actor, room, ['X']))).toBe('not-found')
      expect(reason(await newCards(actor, room, [own.userId]))).toBe('not-found')
    }
    expect(reason(await newCards(ada, room, [own.userId]))).toBe('not-found')
  })
  test('have bounds', async () => {
    expect(reason(await makeStudents(ada, room, [' ']))).toBe('bad-name')
    expect(reason(await makeStudents(ada, room, ['a\u202eb']))).toBe('bad-name')
    expect(reason(await makeStudents(ada, room, Array.from({ length: LIMITS.accountsAtATime + 1 }, (_, index) => `S${index}`)))).toBe('too-many')
    value(await archiveClassroom(ada, room))
    expect(reason(await makeStudents(ada, room, ['X']))).toBe('archived')
    const tries = await Promise.all(Array.from({ length: LIMITS.cardsPerAddressPerQuarterHour + 1 }, () => cardOwner('AAAA', '192.0.2.7')))
    expect(tries.filter((answer) => reason(answer) === 'too-many').length).toBe(1)
    expect(reason(await cardOwner('AAAA', '192.0.2.8'))).toBe('not-found')
  })
})
