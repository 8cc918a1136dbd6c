// Who may do what in a classroom. Every function about a classroom passes through here.
import { type Result, done } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { database } from './db.ts'
import type { Classroom } from './generated/prisma/client.ts'

export type Role = 'teacher' | 'co-teacher' | 'student'

/** see: know that the classroom exists; students: see their work; assign: set assignments; manage: people, code, name. */
export type Right = 'see' | 'students' | 'assign' | 'manage'

const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  teacher: ['see', 'students', 'assign', 'manage'],
  'co-teacher': ['see', 'students', 'assign'],
  student: ['see'],
}

export interface Membership {
  readonly classroom: Classroom
  readonly role: Role
}

/** The actor's membership, if it carries the right; otherwise the classroom does not exist for them. */
export async function membershipWith(actor: Actor, classroomId: string, right: Right): Promise<Result<Membership, 'not-found'>> {
  const enrollment = await database().enrollment.findUnique({
    where: { classroomId_userId: { classroomId, userId: actor.userId } },
    include: { classroom: true },
  })
  if (!enrollment) return notFound('classroom')
  const role = roleOf(enrollment.role)
  return RIGHTS[role].includes(right) ? done({ classroom: enrollment.classroom, role }) : notFound('classroom')
}

/** The role as people and URLs write it. */
export function roleOf(stored: 'teacher' | 'co_teacher' | 'student'): Role {
  return stored === 'co_teacher' ? 'co-teacher' : stored
}

/** The role as the database client writes it. */
export function storedRole(role: Role): 'teacher' | 'co_teacher' | 'student' {
  return role === 'co-teacher' ? 'co_teacher' : role
}

/** True for roles that see their students' work. */
export function isStaff(role: Role): boolean {
  return RIGHTS[role].includes('students')
}
