// Who is in a classroom, and as what.
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, membersOnly, notFound } from './actor.ts'
import { keptCode } from './classrooms.ts'
import { type Transaction, database } from './db.ts'
import { LIMITS } from './limits.ts'
import { spend } from './rate-windows.ts'
import { type Role, membershipWith, roleOf, storedRole } from './rights.ts'

export interface Member {
  readonly userId: string
  readonly name: string
  readonly role: Role
  readonly joinedAt: Date
  /** Their account was made in this classroom: its teacher may give them a new card. */
  readonly madeHere: boolean
  /** Their login card has not been used yet. */
  readonly hasCard: boolean
}

const TEN_MINUTES_SECONDS = 600

/** Enters a classroom as a student; who is in it already stays what they are. */
export async function joinClassroom(actor: Actor, code: string): Promise<Result<{ classroomId: string; name: string }, 'not-found' | 'too-many' | 'members-only' | 'full'>> {
  if (actor.kind !== 'member') return membersOnly('join a classroom')
  if (!(await spend(`join:${actor.userId}`, LIMITS.joinsPerTenMinutes, TEN_MINUTES_SECONDS))) return refuse('too-many', 'Too many codes were tried: wait ten minutes.')
  const classroom = await database().classroom.findUnique({ where: { joinCode: keptCode(String(code)).slice(0, 32) } })
  if (!classroom || classroom.archivedAt) return refuse('not-found', 'No classroom has this code: ask your teacher for the present one.')
  const place = { classroomId: classroom.id, userId: actor.userId }
  const members = await database().enrollment.count({ where: { classroomId: classroom.id } })
  if (members >= LIMITS.membersPerClassroom) return refuse('full', 'This classroom is full.')
  await database().enrollment.createMany({ data: [{ ...place, role: 'student' }], skipDuplicates: true })
  return done({ classroomId: classroom.id, name: classroom.name })
}

/** Everybody in a classroom, staff first, then by name. */
export async function membersOf(actor: Actor, classroomId: string): Promise<Result<Member[], 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'students')
  if (!membership.ok) return membership
  const rows = await database().enrollment.findMany({ where: { classroomId }, include: { user: { select: { name: true, madeInId: true, cardHash: true } } } })
  const members = rows.map((row) => ({
    userId: row.userId,
    name: row.user.name,
    role: roleOf(row.role),
    joinedAt: row.joinedAt,
    madeHere: row.user.madeInId === classroomId,
    hasCard: row.user.cardHash !== null,
  }))
  const order: readonly Role[] = ['teacher', 'co-teacher', 'student']
  return done(members.sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role) || one.name.localeCompare(other.name, 'en')))
}

/** Changes what somebody is in a classroom; a classroom always keeps a teacher. */
export async function setRole(actor: Actor, classroomId: string, userId: string, role: Role): Promise<Result<null, 'not-found' | 'last-teacher'>> {
  const membership = await membershipWith(actor, classroomId, 'manage')
  if (!membership.ok) return membership
  return database().$transaction(async (tx) => {
    if (role !== 'teacher' && (await isLastTeacher(tx, classroomId, userId))) return lastTeacher()
    const { count } = await tx.enrollment.updateMany({ where: { classroomId, userId }, data: { role: storedRole(role) } })
    return count === 1 ? done(null) : notFound('member')
  })
}

/** Takes somebody out of a classroom: a teacher anybody, anybody themselves. Their attempts stay theirs. */
export async function removeMember(actor: Actor, classroomId: string, userId: string): Promise<Result<null, 'not-found' | 'last-teacher'>> {
  const membership = await membershipWith(actor, classroomId, userId === actor.userId ? 'see' : 'manage')
  if (!membership.ok) return membership
  return database().$transaction(async (tx) => {
    if (await isLastTeacher(tx, classroomId, userId)) return lastTeacher()
    const { count } = await tx.enrollment.deleteMany({ where: { classroomId, userId } })
    await tx.extension.deleteMany({ where: { userId, assignment: { classroomId } } })
    return count === 1 ? done(null) : notFound('member')
  })
}

async function isLastTeacher(tx: Transaction, classroomId: string, userId: string): Promise<boolean> {
  // Two teachers who leave at once must not both go.
  await tx.$queryRaw`SELECT id FROM classrooms WHERE id = ${classroomId} FOR UPDATE`
  const teachers = await tx.enrollment.findMany({ where: { classroomId, role: 'teacher' }, select: { userId: true } })
  return teachers.length === 1 && teachers[0]?.userId === userId
}

function lastTeacher() {
  return refuse('last-teacher', 'A classroom needs a teacher: make somebody else one first.')
}
