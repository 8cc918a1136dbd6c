// Accounts, sessions, guests who become members.
import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { changePassword, memberByPassword, signUp } from '#lib/server/accounts.ts'
import type { Actor } from '#lib/server/actor.ts'
import { database } from '#lib/server/db.ts'
import { draftOf, saveDraft } from '#lib/server/drafts.ts'
import { mergeGuest } from '#lib/server/guests.ts'
import { takeHint } from '#lib/server/hints.ts'
import { LIMITS } from '#lib/server/limits.ts'
import { progressOf } from '#lib/server/progress.ts'
import { adoptGuest, currentActor, currentMember, ensureActor } from '#lib/server/session.ts'
import { attemptsOf, submit } from '#lib/server/submissions.ts'
import { attempt, challenges, emptyDatabase, guest, judgeAll, member, reason, requestFor, value } from './stage.ts'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, text: string) => jar.set(name, text),
    delete: (name: string) => jar.delete(name),
  }),
}))

const GUEST = 'pyarena-guest'
const SESSION = 'next-auth.session-token'
const password = 'correct horse'

beforeEach(async () => {
  await emptyDatabase()
  await challenges('cycle', 'slots')
  jar.clear()
})

const signIn = async (actor: Actor) => jar.set(SESSION, await encode({ token: { sub: actor.userId }, secret: process.env.NEXTAUTH_SECRET ?? '' }))

describe('sign-up', () => {
  test('keeps the password as an argon2id hash', async () => {
    value(await signUp({ name: 'Ada', password }))
    expect((await database().user.findFirst())?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(value(await memberByPassword({ name: 'ada ', password })).name).toBe('Ada')
    expect(reason(await memberByPassword({ name: 'Ada', password: 'wrong horse' }))).toBe('no-match')
    expect(reason(await memberByPassword({ name: 'Nobody', password }))).toBe('no-match')
  })
  test('one name, one account, however it is spelt and however many ask at once', async () => {
    const made = await Promise.all(['Zoë', 'zoë', 'ZOË', 'Zoe\u0308'].map((name) => signUp({ name, password })))
    expect(made.map(reason).sort()).toEqual(['name-taken', 'name-taken', 'name-taken', 'ok'])
  })
  test.each([
    [{ name: '', password }, 'bad-name'],
    [{ name: 'x'.repeat(LIMITS.nameCharacters + 1), password }, 'bad-name'],
    [{ name: 'a\u200bb', password }, 'bad-name'],
    [{ name: 'Ada', password: 'seven77' }, 'bad-password'],
    [{ name: 'Ada', password: 'x'.repeat(201) }, 'bad-password'],
    [{ name: 'Ada', password, contactEmail: 'nowhere' }, 'bad-email'],
    [{ name: 'x'.repeat(LIMITS.nameCharacters), password: 'eight888', contactEmail: 'a@b' }, 'ok'],
  ])('%j: %s', async (account, expected) => expect(reason(await signUp(account))).toBe(expected))
  test('trying passwords is limited, even the right one then fails', async () => {
    value(await signUp({ name: 'Ada', password }))
    await Promise.all(Array.from({ length: LIMITS.signInsPerQuarterHour }, () => memberByPassword({ name: 'Ada', password: 'guess no. 1' })))
    expect(reason(await memberByPassword({ name: 'Ada', password }))).toBe('too-many')
  })
  test('a password is changed by who knows it', async () => {
    const { userId } = value(await signUp({ name: 'Ada', password }))
    const ada: Actor = { userId, kind: 'member', name: 'Ada' }
    expect(reason(await changePassword(ada, { current: 'wrong horse', next: 'battery staple' }))).toBe('wrong-password')
    expect(reason(await changePassword(ada, { current: password, next: 'short' }))).toBe('bad-password')
    expect(reason(await changePassword(ada, { current: password, next: 'battery staple' }))).toBe('ok')
    expect(reason(await memberByPassword({ name: 'Ada', password: 'battery staple' }))).toBe('ok')
  })
})

describe('session', () => {
  test('nobody is nobody until they do something', async () => {
    expect(await currentActor()).toBeNull()
    expect(await database().user.count()).toBe(0)
    const visitor = value(await ensureActor())
    expect(await currentActor()).toEqual(visitor)
    expect(value(await ensureActor())).toEqual(visitor)
    expect(await currentMember()).toBeNull()
    expect(visitor.kind).toBe('guest')
  })
  test('a forged or foreign cookie is nobody', async () => {
    const visitor = value(await ensureActor())
    const other = await guest()
    const signature = jar.get(GUEST)?.split('.').at(-1) ?? ''
    const ada = await member('Ada')
    for (const cookie of [`${other.userId}.${signature}`, visitor.userId, `${visitor.userId}.`, '.', '', `${ada.userId}.${signature}`]) {
      jar.set(GUEST, cookie)
      expect(await currentActor()).toBeNull()
    }
    jar.set(SESSION, await encode({ token: { sub: ada.userId }, secret: 'another secret' }))
    expect(await currentActor()).toBeNull()
  })
  test('a member’s token wins over a guest’s cookie; one of a deleted account is nobody’s', async () => {
    await ensureActor()
    const ada = await member('Ada')
    await signIn(ada)
    expect(await currentActor()).toEqual(ada)
    jar.delete(GUEST)
    await database().user.delete({ where: { id: ada.userId } })
    expect(await currentActor()).toBeNull()
  })
  test('a member’s token can’t be had for a guest', async () => {
    await signIn(await guest())
    expect(await currentActor()).toBeNull()
  })
})

describe('a guest who signs in', () => {
  test('keeps attempts, drafts, hints and awards; the guest is gone', async () => {
    const visitor = value(await ensureActor())
    await attempt(visitor, 'cycle', 'wrong-answer', 'accepted 5 gold')
    value(await saveDraft(visitor, { slug: 'slots', source: 'half done' }))
    value(await takeHint(visitor, 'slots'))
    const ada = await member('Ada')
    await adoptGuest(ada.userId)
    expect(jar.has(GUEST)).toBe(false)
    expect((await attemptsOf(ada, 'cycle')).map(({ attempt: ordinal, verdict }) => [ordinal, verdict])).toEqual([[2, 'accepted'], [1, 'wrong-answer']])
    expect((await draftOf(ada, 'slots'))?.source).toBe('half done')
    expect((await progressOf(ada)).points).toBe(160)
    expect(await database().award.count({ where: { userId: ada.userId } })).toBe(3)
    expect(await database().hintTaken.count({ where: { userId: ada.userId } })).toBe(1)
    expect(await attemptsOf(visitor, 'cycle')).toEqual([])
  })
  test('is merged once, into one member', async () => {
    const visitor = await guest()
    await attempt(visitor, 'cycle', 'accepted 5')
    const people = [await member('Ada'), await member('Bob')]
    const merged = await Promise.all([...people, ...people].map((person) => mergeGuest(visitor.userId, person.userId)))
    expect(merged.filter(Boolean).length).toBe(1)
    expect(await database().submission.count({ where: { userId: { in: people.map(({ userId }) => userId) } } })).toBe(1)
  })
  test('can’t go on as the guest, and a member is no guest', async () => {
    const visitor = value(await ensureActor())
    const cookie = jar.get(GUEST) ?? ''
    const [ada, bob] = [await member('Ada'), await member('Bob')]
    await adoptGuest(ada.userId)
    jar.set(GUEST, cookie)
    expect(await currentActor()).toBeNull()
    expect(reason(await submit(visitor, requestFor('cycle', 'x')))).toBe('busy')
    expect(await mergeGuest(ada.userId, bob.userId)).toBe(false)
  })
  test('brings a newer draft, not an older one', async () => {
    const visitor = await guest()
    const ada = await member('Ada')
    value(await saveDraft(visitor, { slug: 'cycle', source: 'guest, older' }))
    value(await saveDraft(ada, { slug: 'cycle', source: 'member, newer' }))
    value(await saveDraft(ada, { slug: 'slots', source: 'member, older' }))
    value(await saveDraft(visitor, { slug: 'slots', source: 'guest, newer' }))
    await mergeGuest(visitor.userId, ada.userId)
    expect([(await draftOf(ada, 'cycle'))?.source, (await draftOf(ada, 'slots'))?.source]).toEqual(['member, newer', 'guest, newer'])
  })
  test('while a submission waits finds it judged as a member', async () => {
    const visitor = await guest()
    const ada = await member('Ada')
    const request = requestFor('cycle', 'accepted 5')
    value(await submit(visitor, request))
    await mergeGuest(visitor.userId, ada.userId)
    await judgeAll()
    expect((await attemptsOf(ada, 'cycle')).map(({ verdict }) => verdict)).toEqual(['accepted'])
    expect(value(await submit(ada, request)).verdict).toBe('accepted')
    expect(await database().award.count({ where: { userId: ada.userId } })).toBe(1)
  })
  test('who was a member already keeps both histories in order', async () => {
    const ada = await member('Ada')
    await attempt(ada, 'cycle', 'accepted 9')
    const visitor = await guest()
    await attempt(visitor, 'cycle', 'accepted 5 gold')
    await mergeGuest(visitor.userId, ada.userId)
    expect((await attemptsOf(ada, 'cycle')).map(({ metric, attempt: ordinal }) => [ordinal, metric])).toEqual([[2, 5], [1, 9]])
    const ledger = await database().award.aggregate({ where: { userId: ada.userId }, _sum: { xp: true } })
    expect(ledger._sum.xp).toBe(160)
  })
})
