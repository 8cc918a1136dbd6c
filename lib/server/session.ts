// Who is asking: the only file that reads cookies. A member's session is next-auth's signed token; a guest has a
// signed cookie of ours, so that anybody can play before having an account.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type JWT, decode, encode } from 'next-auth/jwt'
import { cookies, headers } from 'next/headers'
import { type Result, done } from '#lib/std/result.ts'
import type { Actor } from './actor.ts'
import { database } from './db.ts'
import { authSecret, isSecureSite, trustedProxies } from './env.ts'
import { createGuest, mergeGuest } from './guests.ts'
import { PEER_HEADER, countedAddress } from './network.ts'

const GUEST_COOKIE = 'pyarena-guest'
const GUEST_DAYS = 365
/** How long a member stays signed in. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

/** The person of this request, or null when nobody is known yet. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentMember()) ?? (await currentGuest())
}

/** The signed-in person of this request, or null. */
export async function currentMember(): Promise<Actor | null> {
  const claims = await sessionClaims()
  return claims?.sub ? actorOf(claims.sub, 'member', epochOf(claims)) : null
}

async function sessionClaims(): Promise<JWT | null> {
  const token = await sessionToken()
  return token ? decode({ token, secret: authSecret() }).catch(() => null) : null
}

/** The number that a session was begun under; those from before there were numbers count as 0. */
function epochOf(claims: JWT): number {
  return typeof claims.epoch === 'number' ? claims.epoch : 0
}

/** Lets this browser's session go on after all others of the person were ended. For actions and route handlers. */
export async function keepThisSession(epoch: number): Promise<void> {
  const claims = await sessionClaims()
  if (!claims) return
  const jar = await cookies()
  const name = sessionCookie()
  jar.set(name, await encode({ token: { ...claims, epoch }, secret: authSecret(), maxAge: SESSION_SECONDS }), {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecureSite(),
    path: '/',
    maxAge: SESSION_SECONDS,
  })
  for (let piece = 0; jar.has(`${name}.${piece}`); piece++) jar.delete(`${name}.${piece}`)
}

/** Makes this browser a stranger's. For actions and route handlers. */
export async function forgetThisBrowser(): Promise<void> {
  const jar = await cookies()
  for (const { name } of jar.getAll()) if (name === GUEST_COOKIE || name.startsWith(sessionCookie())) jar.delete(name)
}

/** The network address that limits count this request under; null where it is unknown. */
export async function requestAddress(): Promise<string | null> {
  const given = await headers()
  return countedAddress({ peer: given.get(PEER_HEADER), forwarded: given.get('x-forwarded-for'), trustedProxies: trustedProxies() })
}

/** The person of this request; makes a guest where there is nobody. For actions and route handlers: sets a cookie. */
export async function ensureActor(): Promise<Result<Actor, 'too-many'>> {
  const known = await currentActor()
  if (known) return done(known)
  const guest = await createGuest(await requestAddress())
  if (!guest.ok) return guest
  const jar = await cookies()
  jar.set(GUEST_COOKIE, signed(guest.value.userId), {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecureSite(),
    path: '/',
    maxAge: GUEST_DAYS * 24 * 60 * 60,
  })
  return guest
}

/** Gives the guest's work of this browser to the member who signs in. Called by next-auth's sign-in. */
export async function adoptGuest(memberId: string): Promise<void> {
  const guest = await currentGuest()
  if (!guest) return
  await mergeGuest(guest.userId, memberId)
  const jar = await cookies()
  jar.delete(GUEST_COOKIE)
}

async function currentGuest(): Promise<Actor | null> {
  const jar = await cookies()
  const value = jar.get(GUEST_COOKIE)?.value
  const userId = value ? verified(value) : null
  return userId ? actorOf(userId, 'guest', null) : null
}

async function actorOf(userId: string, kind: Actor['kind'], epoch: number | null): Promise<Actor | null> {
  const user = await database().user.findUnique({ where: { id: userId }, select: { id: true, name: true, kind: true, mergedIntoId: true, sessionEpoch: true } })
  if (!user || user.kind !== kind || user.mergedIntoId || (epoch !== null && epoch !== user.sessionEpoch)) return null
  return { userId: user.id, kind, name: user.name }
}

function sessionCookie(): string {
  return `${isSecureSite() ? '__Secure-' : ''}next-auth.session-token`
}

/** next-auth's cookie; a long token comes in numbered pieces. */
async function sessionToken(): Promise<string | null> {
  const jar = await cookies()
  const name = sessionCookie()
  const whole = jar.get(name)?.value
  if (whole) return whole
  let joined = ''
  for (let piece = 0; piece < 20; piece++) {
    const value = jar.get(`${name}.${piece}`)?.value
    if (value === undefined) break
    joined += value
  }
  return joined || null
}

function signed(userId: string): string {
  return `${userId}.${signature(userId)}`
}

function verified(value: string): string | null {
  const dot = value.lastIndexOf('.')
  const userId = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1))
  const right = Buffer.from(signature(userId))
  return dot > 0 && given.length === right.length && timingSafeEqual(given, right) ? userId : null
}

function signature(userId: string): string {
  return createHmac('sha256', authSecret()).update(`guest:${userId}`).digest('base64url')
}
