// Limits that hold per network address: whose address counts, and what happens at the bound.
import { beforeEach, describe, expect, test } from 'vitest'
import { memberByPassword, signUp } from '#lib/server/accounts.ts'
import { database } from '#lib/server/db.ts'
import { createGuest } from '#lib/server/guests.ts'
import { LIMITS } from '#lib/server/limits.ts'
import { countedAddress } from '#lib/server/network.ts'
import { spend } from '#lib/server/rate-windows.ts'
import { submit } from '#lib/server/submissions.ts'
import { challenges, emptyDatabase, guest, reason, requestFor } from './stage.ts'

describe('the address that counts', () => {
  test.each([
    ['nobody in front: the peer, whatever it claims', '203.0.113.5', '10.0.0.1, 10.0.0.2', 0, '203.0.113.5'],
    ['one proxy of ours: what that one saw', '10.0.0.2', 'forged, 203.0.113.5', 1, '203.0.113.5'],
    ['two: what the outer one saw', '10.0.0.2', 'forged, 203.0.113.5, 10.0.0.1', 2, '203.0.113.5'],
    ['a proxy that said nothing: itself', '10.0.0.2', null, 1, '10.0.0.2'],
    ['more proxies than hops: the outermost hop', '10.0.0.2', '203.0.113.5', 9, '203.0.113.5'],
    ['IPv4 in IPv6', '::ffff:203.0.113.5', null, 0, '203.0.113.5'],
    ['with a port', '10.0.0.2', '203.0.113.5:4711', 1, '203.0.113.5'],
    ['IPv6: its network', '2001:db8:0:1:2:3:4:5', null, 0, '2001:db8:0:1::/64'],
    ['the same network, written shortly', '2001:db8:0:1::7', null, 0, '2001:db8:0:1::/64'],
    ['IPv6 with a port and a zone', '10.0.0.2', '[fe80::1%eth0]:80', 1, 'fe80:0:0:0::/64'],
    ['what is no address', '10.0.0.2', '<script>', 1, 'unknown'],
    ['no connection', null, '203.0.113.5', 1, null],
  ])('%s', (_name, peer, forwarded, trustedProxies, expected) => expect(countedAddress({ peer, forwarded, trustedProxies })).toBe(expected))
})

describe('at the bound', () => {
  const address = '203.0.113.5'
  beforeEach(async () => {
    await emptyDatabase()
    await challenges('cycle')
  })
  const useUp = (what: string, most: number) =>
    database().$executeRaw`INSERT INTO rate_windows (key, starts_at, count) VALUES (${`${what}@${address}`}, now(), ${most - 1})`

  test('submissions of many guests from one address are one crowd; another address is not theirs', async () => {
    await useUp('submit', LIMITS.submissionsPerAddressPerMinute)
    const first = { ...requestFor('cycle', 'x'), address }
    const someone = await guest()
    expect(reason(await submit(someone, first))).toBe('ok')
    expect(await submit(await guest(), { ...requestFor('cycle', 'x'), address })).toMatchObject({ reason: 'too-many', message: expect.stringContaining('your network') })
    expect(reason(await submit(someone, first))).toBe('ok')
    expect(reason(await submit(await guest(), { ...requestFor('cycle', 'x'), address: '203.0.113.6' }))).toBe('ok')
    expect(reason(await submit(await guest(), requestFor('cycle', 'x')))).toBe('ok')
  })
  test('sign-ins, whatever the name', async () => {
    await signUp({ name: 'Ada', password: 'correct horse' })
    await useUp('sign-in', LIMITS.signInsPerAddressPerQuarterHour)
    expect(reason(await memberByPassword({ name: 'Nobody', password: 'eight888', address }))).toBe('no-match')
    expect(await memberByPassword({ name: 'Ada', password: 'correct horse', address })).toMatchObject({ reason: 'too-many', message: expect.stringContaining('quarter of an hour') })
    expect(reason(await memberByPassword({ name: 'Ada', password: 'correct horse', address: '203.0.113.6' }))).toBe('ok')
  })
  test('sign-ups', async () => {
    await useUp('sign-up', LIMITS.signUpsPerAddressPerHour)
    expect(reason(await signUp({ name: 'Ada', password: 'correct horse', address }))).toBe('ok')
    expect(reason(await signUp({ name: 'Bob', password: 'correct horse', address }))).toBe('too-many')
  })
  test('guests', async () => {
    await useUp('guest', LIMITS.guestsPerAddressPerHour)
    expect(reason(await createGuest(address))).toBe('ok')
    expect(reason(await createGuest(address))).toBe('too-many')
    expect(reason(await createGuest('203.0.113.6'))).toBe('ok')
  })
  test('windows that are long over are forgotten', async () => {
    await database().$executeRaw`INSERT INTO rate_windows (key, starts_at, count) VALUES ('old', now() - interval '3 days', 7), ('young', now() - interval '1 hour', 7)`
    await spend('new', 5, 60)
    expect((await database().rateWindow.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)).toEqual(['new', 'young'])
  })
})
