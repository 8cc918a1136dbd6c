// Signing in through a real OpenID Connect provider on loopback: the whole dance over HTTP, with our own options.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import NextAuth from 'next-auth'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { authOptions, signInProviders } from '#lib/server/auth.ts'
import { database } from '#lib/server/db.ts'
import { currentActor, ensureActor } from '#lib/server/session.ts'
import { attemptsOf } from '#lib/server/submissions.ts'
import { assert } from '#lib/std/assert.ts'
import { attempt, challenges, emptyDatabase, value } from './stage.ts'

// What next/headers gives in a route handler: the cookies of the request being answered, and of its answer.
const request = vi.hoisted(() => ({ cookies: new Map<string, string>(), deleted: [] as string[] }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { name, value: request.cookies.get(name) } : undefined),
    set: (name: string, value: string) => request.cookies.set(name, value),
    delete: (name: string) => request.deleted.push(name),
  }),
}))

const servers: http.Server[] = []
let site = ''
let issuer = ''

beforeAll(async () => {
  site = await listen((incoming, outgoing) => void answer(incoming, outgoing))
  issuer = await startProvider(`${site}/api/auth/callback/oidc`)
  Object.assign(process.env, { NEXTAUTH_URL: site, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'pyarena', OIDC_CLIENT_SECRET: 'a client secret', OIDC_NAME: 'School' })
})
afterAll(() => servers.forEach((server) => server.close()))
beforeEach(async () => {
  await emptyDatabase()
  await challenges('cycle')
  request.cookies.clear()
  request.deleted.length = 0
})

async function listen(handler: http.RequestListener): Promise<string> {
  const server = http.createServer(handler)
  servers.push(server)
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

/** oidc-provider with its development log-in page; account names become claims. */
async function startProvider(callback: string): Promise<string> {
  let handler: http.RequestListener = (_incoming, outgoing) => outgoing.end()
  const address = await listen((incoming, outgoing) => handler(incoming, outgoing))
  const provider = new Provider(address, {
    clients: [{ client_id: 'pyarena', client_secret: 'a client secret', redirect_uris: [callback], grant_types: ['authorization_code'], response_types: ['code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: `${id} of School`, email: `${id}@school.test`, email_verified: id !== 'unproven' }) }),
    cookies: { keys: ['key'] },
  })
  handler = provider.callback()
  return address
}

/** Our site: next-auth's handler, as the route calls it. */
async function answer(incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', site)
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const cookies = Object.fromEntries((incoming.headers.cookie ?? '').split('; ').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]))
  const express = Object.assign(outgoing, {
    status: (code: number) => Object.assign(outgoing, { statusCode: code }),
    json: (body: unknown) => outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
    send: (body: unknown) => outgoing.end(typeof body === 'object' ? JSON.stringify(body) : body),
    redirect: (target: string) => outgoing.writeHead(302, { location: target }).end(),
  })
  const asked = Object.assign(incoming, {
    cookies,
    query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.replace('/api/auth/', '').split('/') },
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
  })
  await (NextAuth as unknown as (request: unknown, response: unknown, options: unknown) => Promise<void>)(asked, express, authOptions())
}

/** A browser: cookies by server, redirects one by one. */
function browser() {
  const jars = new Map<string, Map<string, string>>()
  const go = async (address: string, form?: Record<string, string>): Promise<{ url: string; text: string; location: string | null }> => {
    const { origin } = new URL(address)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    const reply = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(5000),
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name && value !== undefined) jar.set(name, value)
    }
    const location = reply.headers.get('location')
    return { url: address, text: await reply.text(), location: location && new URL(location, address).href }
  }
  /** Follows redirects until a page. */
  const open = async (address: string, form?: Record<string, string>) => {
    let page = await go(address, form)
    for (let hops = 0; page.location && hops < 20; hops++) {
      const { origin, pathname } = new URL(page.location)
      // Pages of ours that this server does not have.
      if (origin === site && !pathname.startsWith('/api/auth/')) return { ...page, url: page.location }
      page = await go(page.location)
    }
    return page
  }
  return { go, open, cookie: (name: string) => jars.get(site)?.get(name) }
}

async function signInAs(login: string) {
  const { go, open, cookie } = browser()
  const { csrfToken } = JSON.parse((await go(`${site}/api/auth/csrf`)).text) as { csrfToken: string }
  const loginPage = await open(`${site}/api/auth/signin/oidc`, { csrfToken, callbackUrl: site })
  expect(loginPage.url.startsWith(`${issuer}/interaction/`), `the provider's log-in page, not ${loginPage.url} ${loginPage.text.slice(0, 200)}`).toBe(true)
  const consentPage = await open(loginPage.url, { prompt: 'login', login, password: 'anything' })
  const last = await open(consentPage.url, { prompt: 'consent' })
  return { last, token: cookie('next-auth.session-token') }
}

describe('any OpenID Connect provider', () => {
  test('is offered when the environment names it', () => {
    expect(signInProviders()).toEqual([{ id: 'oidc', name: 'School' }])
  })
  test('signs people in, as the same person every time', async () => {
    const first = await signInAs('ada')
    assert(first.token, `signed in, not ${first.last.url}`)
    request.cookies.set('next-auth.session-token', first.token)
    const actor = await currentActor()
    expect(actor).toMatchObject({ kind: 'member', name: 'ada of School' })
    await signInAs('ada')
    await signInAs('bob')
    expect(await database().user.findMany({ orderBy: { createdAt: 'asc' }, select: { name: true, email: true, passwordHash: true } })).toEqual([
      { name: 'ada of School', email: 'ada@school.test', passwordHash: null },
      { name: 'bob of School', email: 'bob@school.test', passwordHash: null },
    ])
    expect(await database().account.count()).toBe(2)
  })
  test('keeps a guest’s work', async () => {
    const visitor = value(await ensureActor())
    await attempt(visitor, 'cycle', 'accepted 5')
    await signInAs('ada')
    const user = await database().user.findFirstOrThrow({ where: { kind: 'member' } })
    expect((await attemptsOf({ userId: user.id, kind: 'member', name: user.name }, 'cycle')).length).toBe(1)
    expect(request.deleted).toEqual(['pyarena-guest'])
  })
  test('gives nobody the account of an address that it did not prove', async () => {
    await database().user.create({ data: { name: 'Owner', email: 'unproven@school.test' } })
    await signInAs('unproven')
    expect(await database().user.findMany({ where: { kind: 'member' }, orderBy: { createdAt: 'asc' }, select: { name: true, email: true } })).toEqual([
      { name: 'Owner', email: 'unproven@school.test' },
      { name: 'unproven of School', email: null },
    ])
  })
  test('does not take over an account with the same proven address', async () => {
    await database().user.create({ data: { name: 'Owner', email: 'ada@school.test' } })
    const { last, token } = await signInAs('ada')
    expect(last.url).toContain('error=OAuthAccountNotLinked')
    expect(token ?? '').toBe('')
  })
})
