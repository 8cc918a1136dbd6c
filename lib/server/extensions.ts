// Extensions: one student's own, later due date for an assignment. It never takes time away: what counts is the later of both dates.
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { database } from './db.ts'
import { membershipWith } from './rights.ts'

export interface ExtensionView {
  readonly userId: string
  readonly name: string
  readonly dueAt: Date
}

/** Gives a student more time for an assignment; null takes it back. */
export async function setExtension(actor: Actor, assignmentId: string, userId: string, dueAt: Date | null): Promise<Result<null, 'not-found' | 'bad-request'>> {
  const assignment = await database().assignment.findUnique({ where: { id: assignmentId } })
  if (!assignment || !(await membershipWith(actor, assignment.classroomId, 'assign')).ok) return notFound('assignment')
  if (dueAt === null) {
    await database().extension.deleteMany({ where: { assignmentId, userId } })
    return done(null)
  }
  if (!(await database().enrollment.findFirst({ where: { classroomId: assignment.classroomId, userId, role: 'student' } }))) return notFound('student')
  if (Number.isNaN(dueAt.getTime())) return refuse('bad-request', 'That is no date.')
  if (assignment.dueAt === null) return refuse('bad-request', 'This assignment has no due date that could be put off.')
  if (dueAt <= assignment.dueAt) return refuse('bad-request', 'The new date must come after the due date of the assignment.')
  await database().extension.upsert({ where: { assignmentId_userId: { assignmentId, userId } }, create: { assignmentId, userId, dueAt }, update: { dueAt } })
  return done(null)
}

/** A date of an assignment as it holds for a student with such an extension. */
export function extended(date: Date | null, extension: Date | undefined): Date | null {
  return date !== null && extension !== undefined && extension > date ? extension : date
}
