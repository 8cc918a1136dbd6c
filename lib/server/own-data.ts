// A person's own data: all of it as a file, and its end. Attempts are append-only: what the person wrote is wiped out of them, the numbers stay.
import { type Result, done, refuse } from '#lib/std/result.ts'
import { passwordProof } from './accounts.ts'
import { type Actor, notFound } from './actor.ts'
import { type Transaction, database } from './db.ts'
import { LIMITS } from './limits.ts'
import { roleOf } from './rights.ts'

/** Everything that the server knows of the actor, as plain data for a file. */
export async function exportOf(actor: Actor): Promise<Result<Record<string, unknown>, 'not-found'>> {
  const where = { userId: actor.userId }
  const [user, submissions, drafts, hints, awards, enrollments, extensions] = await Promise.all([
    database().user.findUnique({ where: { id: actor.userId }, include: { accounts: { select: { provider: true, providerAccountId: true } } } }),
    database().submission.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: LIMITS.exportedAttempts }),
    database().draft.findMany({ where }),
    database().hintTaken.findMany({ where, orderBy: { takenAt: 'asc' } }),
    database().award.findMany({ where, orderBy: { awardedAt: 'asc' } }),
    database().enrollment.findMany({ where, include: { classroom: { select: { name: true } } } }),
    database().extension.findMany({ where, include: { assignment: { select: { title: true } } } }),
  ])
  if (!user) return notFound('account')
  const { id, kind, name, signInName, email, contactEmail, image, timeZone, createdAt } = user
  return done({
    account: { id, kind, name, signInName, hasPassword: user.passwordHash !== null, email, contactEmail, image, timeZone, createdAt, signInsWith: user.accounts },
    attempts: submissions.map(({ userId: _user, leaseToken: _token, leaseUntil: _until, tries: _tries, ...attempt }) => attempt),
    drafts: drafts.map(({ slug, source, savedAt }) => ({ slug, source, savedAt })),
    hints: hints.map(({ slug, index, takenAt }) => ({ slug, index, takenAt })),
    awards: awards.map(({ reason, xp, awardedAt }) => ({ reason, xp, awardedAt })),
    classrooms: enrollments.map(({ classroomId, classroom, role, joinedAt }) => ({ id: classroomId, name: classroom.name, role: roleOf(role), joinedAt })),
    extensions: extensions.map(({ assignment, dueAt }) => ({ assignment: assignment.title, dueAt })),
  })
}

type DeletionRefusal = 'not-found' | 'wrong-password' | 'too-many' | 'not-confirmed' | 'last-teacher' | 'busy'

/** Deletes the actor's account for good. `proof` is the password, or, where the account has none, the person's name as they see it. */
export async function deleteAccount(actor: Actor, proof: string): Promise<Result<null, DeletionRefusal>> {
  const user = await database().user.findUnique({ where: { id: actor.userId } })
  if (!user || user.kind === 'deleted') return notFound('account')
  const proven = await passwordProof(user, proof)
  if (!proven.ok) return proven
  if (!user.passwordHash && proof.trim() !== user.name) return refuse('not-confirmed', `Type your name, ${user.name}, to confirm.`)
  return database().$transaction(async (tx) => {
    const left = await leaveClassrooms(tx, user.id)
    if (!left.ok) return left
    const ids = [user.id, ...(await tx.user.findMany({ where: { mergedIntoId: user.id }, select: { id: true } })).map(({ id }) => id)]
    if ((await tx.submission.count({ where: { userId: { in: ids }, state: 'queued' } })) > 0) return refuse('busy', 'Your last submission is still being judged: try again in a moment.')
    await forget(tx, ids)
    return done(null)
  })
}

/** A classroom with others in it needs another teacher first; one without goes too. */
async function leaveClassrooms(tx: Transaction, userId: string): Promise<Result<null, 'last-teacher'>> {
  const taught = await tx.enrollment.findMany({ where: { userId, role: 'teacher' }, include: { classroom: { include: { enrollments: true } } } })
  for (const { classroom } of taught) {
    const others = classroom.enrollments.filter((enrollment) => enrollment.userId !== userId)
    if (others.length === 0) await tx.classroom.delete({ where: { id: classroom.id } })
    else if (!others.some(({ role }) => role === 'teacher')) {
      return refuse('last-teacher', `You are the only teacher of “${classroom.name}”: make somebody else its teacher, or remove its members, first.`)
    }
  }
  await tx.enrollment.deleteMany({ where: { userId } })
  await tx.extension.deleteMany({ where: { userId } })
  return done(null)
}

async function forget(tx: Transaction, ids: string[]): Promise<void> {
  const where = { userId: { in: ids } }
  await tx.account.deleteMany({ where })
  await tx.draft.deleteMany({ where })
  await tx.hintTaken.deleteMany({ where })
  await tx.award.deleteMany({ where })
  await tx.user.updateMany({
    where: { id: { in: ids } },
    data: {
      kind: 'deleted', name: 'Deleted', signInName: null, passwordHash: null, email: null, emailVerified: null, contactEmail: null, image: null, mergedIntoId: null,
      timeZone: null, cardHash: null, cardUntil: null, madeInId: null, sessionEpoch: { increment: 1 },
    },
  })
  await tx.$executeRaw`
    UPDATE submissions SET source = '', message = NULL, traceback = NULL, stdout = NULL, goals = '[]'::jsonb WHERE user_id = ANY(${ids})`
}
