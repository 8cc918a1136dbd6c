// Classrooms whose teacher turned the boards off: their learners see no leaderboard, no histogram and nobody's solutions, and stand on none.
import { type Refusal, refuse } from '#lib/std/result.ts'
import type { Actor } from './actor.ts'
import { Prisma, database } from './db.ts'

/** The refusal for a learner of such a classroom; null for everybody else. */
export async function boardsOffFor(actor: Actor | null): Promise<Refusal<'boards-off'> | null> {
  if (!actor) return null
  const enrollment = await database().enrollment.findFirst({
    where: { userId: actor.userId, role: 'student', classroom: { boardsOff: true, archivedAt: null } },
    include: { classroom: { select: { name: true } } },
  })
  return enrollment && refuse('boards-off', `The teacher of “${enrollment.classroom.name}” has turned leaderboards off.`)
}

/** As SQL over `users`: true for who stands on boards. */
export const ON_BOARDS_SQL = Prisma.sql`(users.kind = 'member' AND NOT EXISTS (
  SELECT 1 FROM enrollments JOIN classrooms ON classrooms.id = enrollments.classroom_id
  WHERE enrollments.user_id = users.id AND enrollments.role = 'student' AND classrooms.boards_off AND classrooms.archived_at IS NULL))`
