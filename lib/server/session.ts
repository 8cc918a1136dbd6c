// Who is asking: the only file that reads cookies. A member's session is next-auth's signed token; a guest has a
// signed cookie of ours, so that anybody can play before having an account.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { decode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import type { Actor } from './actor.ts'
import { database } from './db.ts'
import { authSecret, isSecureSite } from './env.ts'
import { createGuest, mergeGuest } from './guests.ts'

const GUEST_COOKIE = 'pyarena-guest'
const GUEST_DAYS = 365

/** The person of this request, or null when nobody is known yet. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentMember()) ?? (await currentGuest())
}

/** The signed-in person of this request, or null. */
export async function currentMember(): Promise<Actor | null> {
  const token = await sessionToken()
  if (!token) return null
  const claims = await decode({ token, secret: authSecret() }).catch(() => null)
  return claims?.sub ? actorOf(claims.sub, 'member') : null
}

/** The person of this request; makes a guest where there is nobody. For actions and route handlers: sets a cookie. */
export async function ensureActor(): Promise<Actor> {
  const known = await currentActor()
  if (known) return known
  const guest = await createGuest()
  const jar = await cookies()
  jar.set(GUEST_COOKIE, signed(guest.userId), {
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
  return userId ? actorOf(userId, 'guest') : null
}

async function actorOf(userId: string, kind: Actor['kind']): Promise<Actor | null> {
  const user = await database().user.findUnique({ where: { id: userId }, select: { id: true, name: true, kind: true, mergedIntoId: true } })
  if (!user || user.kind !== kind || user.mergedIntoId) return null
  return { userId: user.id, kind, name: user.name }
}

/** next-auth's cookie; a long token comes in numbered pieces. */
async function sessionToken(): Promise<string | null> {
  const jar = await cookies()
  const name = `${isSecureSite() ? '__Secure-' : ''}next-auth.session-token`
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
