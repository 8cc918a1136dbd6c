// Classrooms: made by a teacher, entered with a join code that can be replaced at any time.
import { randomInt } from 'node:crypto'
import { InvariantError } from '#lib/std/assert.ts'
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, membersOnly } from './actor.ts'
import { database, isDuplicate } from './db.ts'
import { LIMITS } from './limits.ts'
import { shownName } from './names.ts'
import { type Membership, type Role, isStaff, membershipWith, roleOf } from './rights.ts'

export interface ClassroomView {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Only staff see it. */
  readonly joinCode: string | null
  readonly students: number
  readonly archivedAt: Date | null
  readonly boardsOff: boolean
}

// No letters or digits that look alike; 30^8 codes can't be guessed at twenty tries in ten minutes.
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const CODE_LENGTH = 8
const CODE_TRIES = 5

/** Makes a classroom with the actor as its teacher. */
export async function createClassroom(actor: Actor, { name }: { name: string }): Promise<Result<ClassroomView, 'bad-name' | 'members-only' | 'too-many'>> {
  if (actor.kind !== 'member') return membersOnly('open a classroom')
  const shown = shownName(name, LIMITS.titleCharacters)
  if (!shown) return badName()
  const own = await database().enrollment.count({ where: { userId: actor.userId, role: 'teacher' } })
  if (own >= LIMITS.classroomsPerTeacher) return refuse('too-many', `You have ${own} classrooms, which is the most that one teacher can have.`)
  const classroom = await withNewCode((joinCode) =>
    database().classroom.create({ data: { name: shown, joinCode, enrollments: { create: { userId: actor.userId, role: 'teacher' } } } }),
  )
  return done(await view({ classroom, role: 'teacher' }))
}

/** The classrooms that the actor is in, newest first. */
export async function classroomsOf(actor: Actor): Promise<ClassroomView[]> {
  const enrollments = await database().enrollment.findMany({ where: { userId: actor.userId }, include: { classroom: true }, orderBy: { joinedAt: 'desc' } })
  return Promise.all(enrollments.map(({ classroom, role }) => view({ classroom, role: roleOf(role) })))
}

/** One classroom that the actor is in. */
export async function classroomOf(actor: Actor, classroomId: string): Promise<Result<ClassroomView, 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'see')
  return membership.ok ? done(await view(membership.value)) : membership
}

/** Replaces the join code: the old one stops working at once. */
export async function rotateJoinCode(actor: Actor, classroomId: string): Promise<Result<{ joinCode: string }, 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'manage')
  if (!membership.ok) return membership
  const { joinCode } = await withNewCode((code) => database().classroom.update({ where: { id: classroomId }, data: { joinCode: code } }))
  return done({ joinCode })
}

export async function renameClassroom(actor: Actor, classroomId: string, name: string): Promise<Result<null, 'not-found' | 'bad-name'>> {
  const membership = await membershipWith(actor, classroomId, 'manage')
  if (!membership.ok) return membership
  const shown = shownName(name, LIMITS.titleCharacters)
  if (!shown) return badName()
  await database().classroom.update({ where: { id: classroomId }, data: { name: shown } })
  return done(null)
}

/** Closes a classroom: everything stays readable, nobody can join. */
export async function archiveClassroom(actor: Actor, classroomId: string): Promise<Result<null, 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'manage')
  if (!membership.ok) return membership
  await database().classroom.update({ where: { id: classroomId }, data: { archivedAt: membership.value.classroom.archivedAt ?? new Date() } })
  return done(null)
}

/** Opens an archived classroom again. */
export async function reopenClassroom(actor: Actor, classroomId: string): Promise<Result<null, 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'manage')
  if (!membership.ok) return membership
  await database().classroom.update({ where: { id: classroomId }, data: { archivedAt: null } })
  return done(null)
}

/** Turns leaderboards off or on for the classroom's learners. */
export async function setBoardsOff(actor: Actor, classroomId: string, boardsOff: boolean): Promise<Result<null, 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'manage')
  if (!membership.ok) return membership
  await database().classroom.update({ where: { id: classroomId }, data: { boardsOff } })
  return done(null)
}

/** A new classroom with the same assignments, without dates and without people: for the next year. The actor is its teacher. */
export async function duplicateClassroom(actor: Actor, classroomId: string): Promise<Result<ClassroomView, 'not-found' | 'bad-name' | 'members-only' | 'too-many'>> {
  const membership = await membershipWith(actor, classroomId, 'manage')
  if (!membership.ok) return membership
  const { name, boardsOff } = membership.value.classroom
  const made = await createClassroom(actor, { name: [...`Copy of ${name}`].slice(0, LIMITS.titleCharacters).join('') })
  if (!made.ok) return made
  const assignments = await database().assignment.findMany({ where: { classroomId }, include: { challenges: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  for (const { title, challenges } of assignments) {
    await database().assignment.create({ data: { classroomId: made.value.id, title, challenges: { create: challenges.map(({ slug, position }) => ({ slug, position })) } } })
  }
  await database().classroom.update({ where: { id: made.value.id }, data: { boardsOff } })
  return done({ ...made.value, boardsOff })
}

/** A code as people type it, in the form in which it is kept. */
export function keptCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '')
}

async function withNewCode<T>(write: (joinCode: string) => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < CODE_TRIES; attempt++) {
    try {
      return await write(Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(''))
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  throw new InvariantError('no unused join code found')
}

async function view({ classroom, role }: Membership): Promise<ClassroomView> {
  const students = await database().enrollment.count({ where: { classroomId: classroom.id, role: 'student' } })
  return { id: classroom.id, name: classroom.name, role, joinCode: isStaff(role) ? classroom.joinCode : null, students, archivedAt: classroom.archivedAt, boardsOff: classroom.boardsOff }
}

function badName() {
  return refuse('bad-name', `Choose a name of 1 to ${LIMITS.titleCharacters} visible characters.`)
}
