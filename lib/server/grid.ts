// What a classroom's staff sees: students × assigned challenges, and each student's attempts.
import { createHash } from 'node:crypto'
import { type Result, done } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { Prisma, database } from './db.ts'
import { extended } from './extensions.ts'
import { MEDAL_SQL, type Medal } from './medals.ts'
import { membershipWith } from './rights.ts'
import { type StuckPoint, stuckPoints } from './stuck.ts'
import { type SubmissionView, attemptsBy } from './submissions.ts'

/** stuck: tried STUCK_AFTER times or more without passing. */
export type CellState = 'passed' | 'tried' | 'stuck' | 'untouched'

export interface GridCell {
  readonly state: CellState
  readonly medal: Medal | null
  readonly attempts: number
  /** Passed, but after the due date. */
  readonly late: boolean
  /** The student's own due date, if they were given more time. */
  readonly extendedTo: Date | null
}

export interface GridColumn {
  readonly assignmentId: string
  readonly assignmentTitle: string
  readonly slug: string
  readonly title: string
  readonly dueAt: Date | null
  readonly lateUntil: Date | null
}

export interface GridRow {
  readonly userId: string
  readonly name: string
  /** One for each column. */
  readonly cells: readonly GridCell[]
}

export interface Grid {
  /** Changes whenever anything in the grid does. */
  readonly version: string
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  readonly stuck: readonly StuckPoint[]
}

export const STUCK_AFTER = 5

interface Tally {
  readonly user_id: string
  readonly assignment_id: string
  readonly slug: string
  readonly attempts: number
  readonly passed_at: Date | null
  readonly medal: Medal | null
}

/** The grid as it is now. */
export async function gridOf(actor: Actor, classroomId: string): Promise<Result<Grid, 'not-found'>> {
  const version = await gridVersion(actor, classroomId)
  if (!version.ok) return version
  const [columns, students, given] = await Promise.all([columnsOf(classroomId), studentsOf(classroomId), database().extension.findMany({ where: { assignment: { classroomId } } })])
  const extensions = new Map(given.map(({ userId, assignmentId, dueAt }) => [`${userId} ${assignmentId}`, dueAt]))
  const tallies = new Map((await talliesOf(classroomId)).map((tally) => [`${tally.user_id} ${tally.assignment_id} ${tally.slug}`, tally]))
  const rows = students.map(({ userId, name }) => ({ userId, name, cells: columns.map(({ assignmentId, slug, dueAt }) => cellOf(tallies.get(`${userId} ${assignmentId} ${slug}`), dueAt, extensions.get(`${userId} ${assignmentId}`))) }))
  const stuck = rows.flatMap(({ userId, name, cells }) => columns.flatMap(({ slug, title }, index) => (cells[index]?.state === 'stuck' ? [{ userId, name, slug, title }] : [])))
  return done({ version: version.value, columns, rows, stuck: await stuckPoints(stuck) })
}

/** Cheap enough to ask every few seconds; serves as an ETag. */
export async function gridVersion(actor: Actor, classroomId: string): Promise<Result<string, 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'students')
  if (!membership.ok) return membership
  const rows = await database().$queryRaw<{ seen: string | null }[]>`
    SELECT string_agg(part, '|' ORDER BY part) AS seen FROM (
      SELECT concat('p', users.id, users.name, enrollments.role, (
        SELECT concat(count(*), max(judged_at)) FROM submissions WHERE user_id = users.id AND slug IN (
          SELECT slug FROM assignment_challenges JOIN assignments ON assignments.id = assignment_id WHERE classroom_id = ${classroomId}
        ))) AS part
      FROM enrollments JOIN users ON users.id = enrollments.user_id WHERE classroom_id = ${classroomId}
      UNION ALL
      SELECT concat('e', assignment_id, user_id, extensions.due_at) FROM extensions
      JOIN assignments ON assignments.id = assignment_id WHERE classroom_id = ${classroomId}
      UNION ALL
      SELECT concat('a', assignments.id, assignments.title, due_at, late_until, slug, position) FROM assignments
      JOIN assignment_challenges ON assignment_id = assignments.id WHERE classroom_id = ${classroomId}
    ) AS parts`
  return done(createHash('sha1').update(rows[0]?.seen ?? '').digest('base64url'))
}

/** A student's attempts at an assigned challenge, newest first. */
export async function studentAttempts(actor: Actor, classroomId: string, userId: string, slug: string): Promise<Result<SubmissionView[], 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'students')
  if (!membership.ok) return membership
  const [student, assigned] = await Promise.all([
    database().enrollment.findFirst({ where: { classroomId, userId, role: 'student' } }),
    database().assignmentChallenge.findFirst({ where: { slug, assignment: { classroomId } } }),
  ])
  return student && assigned ? done(await attemptsBy(userId, slug)) : notFound('attempt')
}

function cellOf(tally: Tally | undefined, due: Date | null, extension: Date | undefined): GridCell {
  const dueAt = extended(due, extension)
  const extendedTo = dueAt === due ? null : dueAt
  if (!tally) return { state: 'untouched', medal: null, attempts: 0, late: false, extendedTo }
  const { attempts, medal, passed_at: passedAt } = tally
  if (passedAt) return { state: 'passed', medal, attempts, late: dueAt !== null && passedAt > dueAt, extendedTo }
  return { state: attempts >= STUCK_AFTER ? 'stuck' : 'tried', medal: null, attempts, late: false, extendedTo }
}

async function columnsOf(classroomId: string): Promise<GridColumn[]> {
  const rows = await database().assignmentChallenge.findMany({
    where: { assignment: { classroomId } },
    include: { assignment: true, challenge: { select: { title: true } } },
    orderBy: [{ assignment: { createdAt: 'asc' } }, { assignmentId: 'asc' }, { position: 'asc' }],
  })
  return rows.map(({ assignment, slug, challenge }) => ({ assignmentId: assignment.id, assignmentTitle: assignment.title, slug, title: challenge.title, dueAt: assignment.dueAt, lateUntil: assignment.lateUntil }))
}

async function studentsOf(classroomId: string): Promise<{ userId: string; name: string }[]> {
  const rows = await database().enrollment.findMany({ where: { classroomId, role: 'student' }, include: { user: { select: { name: true } } } })
  return rows
    .map(({ userId, user }) => ({ userId, name: user.name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en') || (one.userId < other.userId ? -1 : 1))
}

/** One row for each student and assigned challenge that was tried; what came after the assignment's last moment counts as an attempt only. */
function talliesOf(classroomId: string): Promise<Tally[]> {
  const counts = Prisma.sql`(late_until IS NULL OR submissions.created_at <= greatest(late_until, extensions.due_at))`
  return database().$queryRaw<Tally[]>`
    SELECT submissions.user_id, assignments.id AS assignment_id, submissions.slug, count(*)::int AS attempts,
      min(submissions.created_at) FILTER (WHERE verdict = 'accepted' AND ${counts}) AS passed_at,
      CASE max(CASE ${MEDAL_SQL} WHEN 'gold' THEN 3 WHEN 'silver' THEN 2 WHEN 'bronze' THEN 1 END) FILTER (WHERE ${counts}) WHEN 3 THEN 'gold' WHEN 2 THEN 'silver' WHEN 1 THEN 'bronze' END AS medal
    FROM assignments
    JOIN assignment_challenges ON assignment_id = assignments.id
    JOIN enrollments ON enrollments.classroom_id = assignments.classroom_id AND enrollments.role = 'student'
    JOIN submissions ON submissions.slug = assignment_challenges.slug AND submissions.user_id = enrollments.user_id
    LEFT JOIN extensions ON extensions.assignment_id = assignments.id AND extensions.user_id = enrollments.user_id
    WHERE assignments.classroom_id = ${classroomId} AND verdict IS DISTINCT FROM 'judge-error'
    GROUP BY submissions.user_id, assignments.id, submissions.slug`
}
