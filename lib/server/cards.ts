// Student accounts without e-mail: a teacher makes them in bulk and hands out login cards. A card's code works once: with it the student chooses a
// password. Whoever made the account can give it a new card, which is also the way back for a forgotten password.
import { createHash, randomInt } from 'node:crypto'
import { type Result, done, refuse } from '#lib/std/result.ts'
import { hashOfNew } from './accounts.ts'
import { type Actor, notFound } from './actor.ts'
import { type Transaction, database } from './db.ts'
import { LIMITS } from './limits.ts'
import { comparableName, shownName } from './names.ts'
import { spendFrom } from './rate-windows.ts'
import { membershipWith } from './rights.ts'

export interface LoginCard {
  readonly userId: string
  readonly name: string
  /** Shown once, in groups; the server keeps only its hash. */
  readonly code: string
  readonly until: Date
}

// No letters or digits that look alike: 30^12 codes.
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const CODE_LENGTH = 12
const QUARTER_HOUR_SECONDS = 15 * 60
const DAY_MS = 24 * 60 * 60 * 1000
const NAME_TRIES = 50

type MakeRefusal = 'not-found' | 'bad-name' | 'too-many' | 'full' | 'archived'

/** Makes an account for each name and puts it into the classroom; a name that is taken gets a number. */
export async function makeStudents(actor: Actor, classroomId: string, names: readonly string[]): Promise<Result<LoginCard[], MakeRefusal>> {
  const membership = await membershipWith(actor, classroomId, 'manage')
  if (!membership.ok) return membership
  if (membership.value.classroom.archivedAt) return refuse('archived', 'This classroom is archived: open it again first.')
  const wanted = names.map((name) => name.trim()).filter((name) => name !== '')
  if (wanted.length === 0) return refuse('bad-name', 'Write one name on each line.')
  if (wanted.length > LIMITS.accountsAtATime) return refuse('too-many', `Make at most ${LIMITS.accountsAtATime} accounts at a time.`)
  const wrong = wanted.find((name) => !shownName(name, LIMITS.nameCharacters))
  if (wrong !== undefined) return refuse('bad-name', `“${wrong.slice(0, LIMITS.nameCharacters)}” can't be a name: use 1 to ${LIMITS.nameCharacters} visible characters.`)
  const members = await database().enrollment.count({ where: { classroomId } })
  if (members + wanted.length > LIMITS.membersPerClassroom) return refuse('full', 'There is not enough room in this classroom.')
  return done(await database().$transaction((tx) => makeAll(tx, classroomId, wanted), { timeout: 30_000 }))
}

async function makeAll(tx: Transaction, classroomId: string, names: readonly string[]): Promise<LoginCard[]> {
  const cards: LoginCard[] = []
  for (const wanted of names) {
    const name = await freeName(tx, shownName(wanted, LIMITS.nameCharacters) ?? wanted)
    const { code, until, fields } = newCard()
    const user = await tx.user.create({ data: { name, signInName: comparableName(name), madeInId: classroomId, ...fields, enrollments: { create: { classroomId, role: 'student' } } } })
    cards.push({ userId: user.id, name, code, until })
  }
  return cards
}

/** The name, or with the first free number behind it. */
async function freeName(tx: Transaction, name: string): Promise<string> {
  const room = LIMITS.nameCharacters - 4
  const candidates = [name, ...Array.from({ length: NAME_TRIES }, (_, index) => `${[...name].slice(0, room).join('')} ${index + 2}`), `${[...name].slice(0, 20).join('')} ${newCode()}`]
  const taken = await tx.user.findMany({ where: { signInName: { in: candidates.map(comparableName) } }, select: { signInName: true } })
  const names = new Set(taken.map(({ signInName }) => signInName))
  return candidates.find((candidate) => !names.has(comparableName(candidate))) ?? name
}

/** New cards for students whose accounts were made in this classroom: their old cards and passwords end, and so do their sessions. */
export async function newCards(actor: Actor, classroomId: string, userIds: readonly string[]): Promise<Result<LoginCard[], 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'manage')
  if (!membership.ok) return membership
  const students = await database().user.findMany({
    where: { id: { in: userIds.slice(0, LIMITS.membersPerClassroom) }, madeInId: classroomId, kind: 'member', enrollments: { some: { classroomId, role: 'student' } } },
    orderBy: { name: 'asc' },
  })
  if (students.length === 0) return notFound('student')
  const cards: LoginCard[] = []
  for (const { id, name } of students) {
    const { code, until, fields } = newCard()
    await database().user.update({ where: { id }, data: { ...fields, passwordHash: null, sessionEpoch: { increment: 1 } } })
    cards.push({ userId: id, name, code, until })
  }
  return done(cards)
}

type UseRefusal = 'not-found' | 'bad-password' | 'too-many'

/** Whose card this is. */
export async function cardOwner(code: string, address: string | null): Promise<Result<{ name: string }, UseRefusal>> {
  const found = await ownerOf(code, address)
  return found.ok ? done({ name: found.value.name }) : found
}

/** Uses a card up: the password that the student chose is theirs from now on. Answers the name to sign in with. */
export async function redeemCard(code: string, password: string, address: string | null): Promise<Result<{ name: string }, UseRefusal>> {
  const found = await ownerOf(code, address)
  if (!found.ok) return found
  const kept = await hashOfNew(password)
  if (!kept.ok) return kept
  const { id, name } = found.value
  // Used twice at once, it works once.
  const { count } = await database().user.updateMany({ where: { id, cardHash: hashOf(code) }, data: { cardHash: null, cardUntil: null, passwordHash: kept.value } })
  return count === 1 ? done({ name }) : noSuchCard()
}

async function ownerOf(code: string, address: string | null): Promise<Result<{ id: string; name: string }, 'not-found' | 'too-many'>> {
  if (!(await spendFrom(address, 'card', LIMITS.cardsPerAddressPerQuarterHour, QUARTER_HOUR_SECONDS))) return refuse('too-many', 'Very many cards were tried from your network: wait a quarter of an hour.')
  const user = await database().user.findUnique({ where: { cardHash: hashOf(code) } })
  return user?.cardUntil && user.cardUntil > new Date() ? done({ id: user.id, name: user.name }) : noSuchCard()
}

function noSuchCard() {
  return refuse('not-found', 'This code does not work (any more): ask your teacher for a new card.')
}

function newCard() {
  const code = newCode()
  const until = new Date(Date.now() + LIMITS.cardDays * DAY_MS)
  return { code: code.replace(/(.{4})(?=.)/g, '$1-'), until, fields: { cardHash: hashOf(code), cardUntil: until } }
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
}

/** Of a code as people type it. Long and random, so that a plain digest is enough. */
function hashOf(code: string): string {
  return createHash('sha256').update(String(code).toUpperCase().replace(/[\s-]/g, '').slice(0, 64)).digest('hex')
}

