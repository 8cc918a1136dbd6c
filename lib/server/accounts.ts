// Accounts with a name and a password.
import { hash, verify } from '@node-rs/argon2'
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { database, isDuplicate } from './db.ts'
import { LIMITS } from './limits.ts'
import { comparableName, shownName } from './names.ts'
import { spend, spendFrom } from './rate-windows.ts'

const LEAST_PASSWORD = 8
const MOST_PASSWORD = 200
// argon2id (the library's default) as OWASP first recommends it: 19 MiB, two passes.
const HASHING = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const QUARTER_HOUR_SECONDS = 15 * 60
const HOUR_SECONDS = 60 * 60

export interface NewAccount {
  readonly name: string
  readonly password: string
  readonly contactEmail?: string | undefined
  /** Where the request comes from, when known. */
  readonly address?: string | null
}

type SignUpRefusal = 'bad-name' | 'name-taken' | 'bad-password' | 'bad-email' | 'too-many'

/** Makes an account; signing in with it is the next step (and brings a guest's work along). */
export async function signUp({ name, password, contactEmail, address = null }: NewAccount): Promise<Result<{ userId: string }, SignUpRefusal>> {
  const shown = shownName(name, LIMITS.nameCharacters)
  if (!shown) return refuse('bad-name', `Choose a name of 1 to ${LIMITS.nameCharacters} visible characters.`)
  const weakness = passwordTrouble(password)
  if (weakness) return refuse('bad-password', weakness)
  const email = contactEmail?.trim() || null
  if (email && (email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(email))) return refuse('bad-email', 'That e-mail address looks incomplete: correct it or leave it out.')
  if (!(await spendFrom(address, 'sign-up', LIMITS.signUpsPerAddressPerHour, HOUR_SECONDS))) return refuse('too-many', 'Very many accounts were made from your network: try again in an hour.')
  if (!(await spend('sign-up', LIMITS.signUpsPerMinute, 60))) return refuse('too-many', 'Many accounts are being made right now: try again in a minute.')
  try {
    const user = await database().user.create({
      data: { name: shown, signInName: comparableName(shown), passwordHash: await hash(password, HASHING), contactEmail: email },
    })
    return done({ userId: user.id })
  } catch (error) {
    if (isDuplicate(error)) return refuse('name-taken', `The name “${shown}” is taken: choose another.`)
    throw error
  }
}

interface SignIn {
  readonly name: unknown
  readonly password: unknown
  readonly address?: string | null
}

/** The member with this name and password; a refusal tells neither which was wrong nor, by its time, whether the name exists. */
export async function memberByPassword({ name, password, address = null }: SignIn): Promise<Result<Actor, 'no-match' | 'too-many'>> {
  const shown = shownName(name, LIMITS.nameCharacters)
  if (!shown || typeof password !== 'string' || password.length > MOST_PASSWORD) return noMatch()
  const signInName = comparableName(shown)
  const allowed =
    (await spendFrom(address, 'sign-in', LIMITS.signInsPerAddressPerQuarterHour, QUARTER_HOUR_SECONDS)) && (await spend(`sign-in:${signInName}`, LIMITS.signInsPerQuarterHour, QUARTER_HOUR_SECONDS))
  if (!allowed) return tooManySignIns()
  const user = await database().user.findUnique({ where: { signInName } })
  if (!user?.passwordHash) {
    await hash(password, HASHING)
    return noMatch()
  }
  return (await verify(user.passwordHash, password)) ? done({ userId: user.id, kind: 'member', name: user.name }) : noMatch()
}

/** The number that a session of this person begins under now. */
export async function sessionEpochOf(userId: string): Promise<number> {
  return (await database().user.findUnique({ where: { id: userId }, select: { sessionEpoch: true } }))?.sessionEpoch ?? 0
}

export interface OwnAccount {
  readonly name: string
  readonly hasPassword: boolean
  readonly contactEmail: string | null
  /** What the person may sign in with beside a password. */
  readonly providers: readonly string[]
}

/** What the account page shows its owner. */
export async function ownAccount(actor: Actor): Promise<OwnAccount | null> {
  const user = await database().user.findUnique({ where: { id: actor.userId }, include: { accounts: { select: { provider: true } } } })
  if (user?.kind !== 'member') return null
  return { name: user.name, hasPassword: user.passwordHash !== null, contactEmail: user.contactEmail, providers: user.accounts.map(({ provider }) => provider) }
}

type PasswordRefusal = 'not-found' | 'wrong-password' | 'bad-password' | 'too-many' | 'name-taken'

/** Replaces a password, given the one in use; who has none yet (and signs in with a provider) gets one. Ends all sessions: answers the number that new ones begin under. */
export async function changePassword(actor: Actor, change: { current: string; next: string }): Promise<Result<{ epoch: number }, PasswordRefusal>> {
  const user = await database().user.findUnique({ where: { id: actor.userId } })
  if (user?.kind !== 'member') return notFound('account')
  const proof = await passwordProof(user, change.current)
  if (!proof.ok) return proof
  const kept = await hashOfNew(change.next)
  if (!kept.ok) return kept
  try {
    const { sessionEpoch } = await database().user.update({
      where: { id: user.id },
      data: { passwordHash: kept.value, signInName: user.signInName ?? comparableName(user.name), sessionEpoch: { increment: 1 } },
    })
    return done({ epoch: sessionEpoch })
  } catch (error) {
    if (isDuplicate(error)) return refuse('name-taken', `Somebody else signs in as “${user.name}”: change your name first.`)
    throw error
  }
}

/** Ends all sessions of the actor: answers the number that new ones begin under. */
export async function endSessions(actor: Actor): Promise<Result<{ epoch: number }, 'not-found'>> {
  if (!(await ownAccount(actor))) return notFound('account')
  const { sessionEpoch } = await database().user.update({ where: { id: actor.userId }, data: { sessionEpoch: { increment: 1 } } })
  return done({ epoch: sessionEpoch })
}

/** Whether the person at the keyboard is the account's owner: knows its password, where it has one. */
export async function passwordProof(user: { signInName: string | null; passwordHash: string | null }, password: string): Promise<Result<null, 'wrong-password' | 'too-many'>> {
  if (!user.passwordHash) return done(null)
  if (!(await spend(`sign-in:${user.signInName}`, LIMITS.signInsPerQuarterHour, QUARTER_HOUR_SECONDS))) return tooManySignIns()
  const right = password.length <= MOST_PASSWORD && (await verify(user.passwordHash, password))
  return right ? done(null) : refuse('wrong-password', 'That is not your present password.')
}

/** The hash under which a new password is kept, or what is wrong with it. */
export async function hashOfNew(password: unknown): Promise<Result<string, 'bad-password'>> {
  const weakness = passwordTrouble(password)
  return weakness ? refuse('bad-password', weakness) : done(await hash(String(password), HASHING))
}

function noMatch() {
  return refuse('no-match', 'Name and password do not match.')
}

function tooManySignIns() {
  return refuse('too-many', 'That were very many sign-ins: wait a quarter of an hour.')
}

function passwordTrouble(password: unknown): string | null {
  if (typeof password !== 'string' || [...password].length < LEAST_PASSWORD) return `Choose a password of at least ${LEAST_PASSWORD} characters.`
  return password.length > MOST_PASSWORD ? `Choose a password of at most ${MOST_PASSWORD} characters.` : null
}
