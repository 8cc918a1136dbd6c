// Accounts with a name and a password.
import { hash, verify } from '@node-rs/argon2'
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { database, isDuplicate } from './db.ts'
import { LIMITS } from './limits.ts'
import { comparableName, shownName } from './names.ts'
import { spend } from './rate-windows.ts'

const LEAST_PASSWORD = 8
const MOST_PASSWORD = 200
// argon2id (the library's default) as OWASP first recommends it: 19 MiB, two passes.
const HASHING = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const QUARTER_HOUR_SECONDS = 15 * 60

export interface NewAccount {
  readonly name: string
  readonly password: string
  readonly contactEmail?: string | undefined
}

type SignUpRefusal = 'bad-name' | 'name-taken' | 'bad-password' | 'bad-email' | 'too-many'

/** Makes an account; signing in with it is the next step (and brings a guest's work along). */
export async function signUp({ name, password, contactEmail }: NewAccount): Promise<Result<{ userId: string }, SignUpRefusal>> {
  const shown = shownName(name, LIMITS.nameCharacters)
  if (!shown) return refuse('bad-name', `Choose a name of 1 to ${LIMITS.nameCharacters} visible characters.`)
  const weakness = passwordTrouble(password)
  if (weakness) return refuse('bad-password', weakness)
  const email = contactEmail?.trim() || null
  if (email && (email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(email))) return refuse('bad-email', 'That e-mail address looks incomplete: correct it or leave it out.')
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

/** The member with this name and password, or null; tells neither which was wrong nor, by its time, whether the name exists. */
export async function memberByPassword(name: unknown, password: unknown): Promise<Actor | null> {
  const shown = shownName(name, LIMITS.nameCharacters)
  if (!shown || typeof password !== 'string' || password.length > MOST_PASSWORD) return null
  const signInName = comparableName(shown)
  if (!(await spend(`sign-in:${signInName}`, LIMITS.signInsPerQuarterHour, QUARTER_HOUR_SECONDS))) return null
  const user = await database().user.findUnique({ where: { signInName } })
  if (!user?.passwordHash) {
    await hash(password, HASHING)
    return null
  }
  return (await verify(user.passwordHash, password)) ? { userId: user.id, kind: 'member', name: user.name } : null
}

/** Replaces a password, given the one in use. */
export async function changePassword(actor: Actor, change: { current: string; next: string }): Promise<Result<null, 'not-found' | 'wrong-password' | 'bad-password'>> {
  const user = await database().user.findUnique({ where: { id: actor.userId } })
  if (!user?.passwordHash) return notFound('password')
  const allowed = await spend(`sign-in:${user.signInName}`, LIMITS.signInsPerQuarterHour, QUARTER_HOUR_SECONDS)
  const right = allowed && change.current.length <= MOST_PASSWORD && (await verify(user.passwordHash, change.current))
  if (!right) return refuse('wrong-password', 'That is not your present password.')
  const weakness = passwordTrouble(change.next)
  if (weakness) return refuse('bad-password', weakness)
  await database().user.update({ where: { id: user.id }, data: { passwordHash: await hash(change.next, HASHING) } })
  return done(null)
}

function passwordTrouble(password: unknown): string | null {
  if (typeof password !== 'string' || [...password].length < LEAST_PASSWORD) return `Choose a password of at least ${LEAST_PASSWORD} characters.`
  return password.length > MOST_PASSWORD ? `Choose a password of at most ${MOST_PASSWORD} characters.` : null
}
