// Assignments: a set of challenges for a classroom, open from a time on and due at another.
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { database } from './db.ts'
import { type ExtensionView, extended } from './extensions.ts'
import { LIMITS } from './limits.ts'
import { shownName } from './names.ts'
import { isStaff, membershipWith, roleOf } from './rights.ts'

export interface AssignmentView {
  readonly id: string
  readonly classroomId: string
  readonly classroomName: string
  readonly title: string
  readonly openAt: Date
  /** Learners see it. */
  readonly isOpen: boolean
  /** The asking person's own, if they were given more time. */
  readonly dueAt: Date | null
  /** What is handed in later does not count for the assignment. */
  readonly lateUntil: Date | null
  /** The asking person was given more time. */
  readonly isExtended: boolean
  /** Who was given more time; only staff see it. */
  readonly extensions: readonly ExtensionView[]
  /** With the asking person's own state. */
  readonly challenges: readonly { readonly slug: string; readonly title: string; readonly passed: boolean; readonly late: boolean }[]
}

export interface AssignmentInput {
  readonly title: string
  readonly slugs: readonly string[]
  readonly openAt?: Date | undefined
  readonly dueAt?: Date | null | undefined
  readonly lateUntil?: Date | null | undefined
}

/** Sets an assignment. */
export async function createAssignment(actor: Actor, classroomId: string, input: AssignmentInput): Promise<Result<AssignmentView, 'not-found' | 'bad-request'>> {
  const membership = await membershipWith(actor, classroomId, 'assign')
  if (!membership.ok) return membership
  const checked = await check(input)
  if (!checked.ok) return checked
  const { title, slugs, openAt, dueAt, lateUntil } = checked.value
  if ((await database().assignment.count({ where: { classroomId } })) >= LIMITS.assignmentsPerClassroom) return refuse('bad-request', 'This classroom has very many assignments: remove one first.')
  const assignment = await database().assignment.create({
    data: { classroomId, title, openAt, dueAt, lateUntil, challenges: { create: slugs.map((slug, position) => ({ slug, position })) } },
    include: CONTENT,
  })
  return done(view(assignment, NO_STATE))
}

/** Changes an assignment: what is left out stays. */
export async function updateAssignment(actor: Actor, assignmentId: string, change: Partial<AssignmentInput>): Promise<Result<AssignmentView, 'not-found' | 'bad-request'>> {
  const before = await assignmentFor(actor, assignmentId)
  if (!before) return notFound('assignment')
  const checked = await check({
    title: change.title ?? before.title,
    slugs: change.slugs ?? before.challenges.map(({ slug }) => slug),
    openAt: change.openAt ?? before.openAt,
    dueAt: change.dueAt === undefined ? before.dueAt : change.dueAt,
    lateUntil: change.lateUntil === undefined ? before.lateUntil : change.lateUntil,
  })
  if (!checked.ok) return checked
  const { title, slugs, openAt, dueAt, lateUntil } = checked.value
  const assignment = await database().assignment.update({
    where: { id: assignmentId },
    data: { title, openAt, dueAt, lateUntil, challenges: { deleteMany: {}, create: slugs.map((slug, position) => ({ slug, position })) } },
    include: CONTENT,
  })
  return done(view(assignment, NO_STATE))
}

/** Withdraws an assignment; the attempts stay. */
export async function removeAssignment(actor: Actor, assignmentId: string): Promise<Result<null, 'not-found'>> {
  if (!(await assignmentFor(actor, assignmentId))) return notFound('assignment')
  await database().assignment.deleteMany({ where: { id: assignmentId } })
  return done(null)
}

/** A classroom's assignments by due date; students see the open ones. */
export async function assignmentsOf(actor: Actor, classroomId: string): Promise<Result<AssignmentView[], 'not-found'>> {
  const membership = await membershipWith(actor, classroomId, 'see')
  if (!membership.ok) return membership
  const all = await database().assignment.findMany({ where: { classroomId }, include: CONTENT })
  if (!isStaff(membership.value.role)) return done(await withOwnState(actor, all.filter(({ openAt }) => openAt <= new Date())))
  const given = await database().extension.findMany({ where: { assignment: { classroomId } }, include: { user: { select: { name: true } } } })
  const views = await withOwnState(actor, all)
  return done(views.map((one) => ({ ...one, extensions: given.filter(({ assignmentId }) => assignmentId === one.id).map(({ userId, dueAt, user }) => ({ userId, name: user.name, dueAt })) })))
}

/** What the actor has to do as a student, over all classrooms, by due date. */
export async function homeworkOf(actor: Actor): Promise<AssignmentView[]> {
  const enrollments = await database().enrollment.findMany({ where: { userId: actor.userId, classroom: { archivedAt: null } } })
  const classroomIds = enrollments.filter(({ role }) => roleOf(role) === 'student').map(({ classroomId }) => classroomId)
  return withOwnState(actor, await database().assignment.findMany({ where: { classroomId: { in: classroomIds }, openAt: { lte: new Date() } }, include: CONTENT }))
}

const CONTENT = {
  classroom: { select: { name: true } },
  challenges: { include: { challenge: { select: { title: true } } }, orderBy: { position: 'asc' } },
} as const

interface Stored {
  readonly id: string
  readonly classroomId: string
  readonly title: string
  readonly openAt: Date
  readonly dueAt: Date | null
  readonly lateUntil: Date | null
  readonly classroom: { readonly name: string }
  readonly challenges: readonly { readonly slug: string; readonly challenge: { readonly title: string } }[]
}

async function assignmentFor(actor: Actor, assignmentId: string) {
  const assignment = await database().assignment.findUnique({ where: { id: assignmentId }, include: CONTENT })
  return assignment && (await membershipWith(actor, assignment.classroomId, 'assign')).ok ? assignment : null
}

async function check(input: AssignmentInput) {
  const title = shownName(input.title, LIMITS.titleCharacters)
  if (!title) return refuse('bad-request', `Choose a title of 1 to ${LIMITS.titleCharacters} visible characters.`)
  const slugs = [...new Set(input.slugs)]
  if (slugs.length === 0 || slugs.length > LIMITS.challengesPerAssignment) return refuse('bad-request', `Choose 1 to ${LIMITS.challengesPerAssignment} challenges.`)
  const known = await database().challenge.count({ where: { slug: { in: slugs } } })
  if (known !== slugs.length) return refuse('bad-request', 'One of these challenges does not exist.')
  const openAt = input.openAt ?? new Date()
  const dueAt = input.dueAt ?? null
  const lateUntil = input.lateUntil ?? null
  if ([openAt, dueAt, lateUntil].some((time) => time !== null && Number.isNaN(time.getTime()))) return refuse('bad-request', 'That is no date.')
  if (dueAt && dueAt <= openAt) return refuse('bad-request', 'The due date must come after the opening.')
  if (lateUntil && (!dueAt || lateUntil <= dueAt)) return refuse('bad-request', 'The last moment for late work must come after the due date.')
  return done({ title, slugs, openAt, dueAt, lateUntil })
}

async function withOwnState(actor: Actor, assignments: readonly Stored[]): Promise<AssignmentView[]> {
  const slugs = [...new Set(assignments.flatMap(({ challenges }) => challenges.map(({ slug }) => slug)))]
  const passes = await database().submission.groupBy({ by: ['slug'], where: { userId: actor.userId, verdict: 'accepted', slug: { in: slugs } }, _min: { createdAt: true } })
  const passedAt = new Map(passes.flatMap(({ slug, _min }) => (_min.createdAt ? [[slug, _min.createdAt] as const] : [])))
  const given = await database().extension.findMany({ where: { userId: actor.userId, assignmentId: { in: assignments.map(({ id }) => id) } } })
  const extensions = new Map(given.map(({ assignmentId, dueAt }) => [assignmentId, dueAt]))
  const far = Number.MAX_SAFE_INTEGER
  return assignments
    .map((assignment) => view(assignment, { passedAt, extensions }))
    .sort((one, other) => (one.dueAt?.getTime() ?? far) - (other.dueAt?.getTime() ?? far) || one.openAt.getTime() - other.openAt.getTime() || (one.id < other.id ? -1 : 1))
}

interface OwnState {
  /** By challenge. */
  readonly passedAt: ReadonlyMap<string, Date>
  /** By assignment. */
  readonly extensions: ReadonlyMap<string, Date>
}

const NO_STATE: OwnState = { passedAt: new Map(), extensions: new Map() }

function view(assignment: Stored, { passedAt, extensions }: OwnState): AssignmentView {
  const { id, classroomId, title, openAt } = assignment
  const extension = extensions.get(id)
  const dueAt = extended(assignment.dueAt, extension)
  const lateUntil = extended(assignment.lateUntil, extension)
  return {
    id,
    classroomId,
    classroomName: assignment.classroom.name,
    title,
    openAt,
    isOpen: openAt <= new Date(),
    dueAt,
    lateUntil,
    isExtended: dueAt !== assignment.dueAt,
    extensions: [],
    challenges: assignment.challenges.map(({ slug, challenge }) => {
      const at = passedAt.get(slug)
      const passed = at !== undefined && (lateUntil === null || at <= lateUntil)
      return { slug, title: challenge.title, passed, late: passed && dueAt !== null && at > dueAt }
    }),
  }
}
