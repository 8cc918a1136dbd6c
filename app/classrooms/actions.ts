'use server'
// What pages of classrooms ask the server to do. The rights are checked in lib/server, with the actor.
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { createAssignment, removeAssignment, updateAssignment } from '#lib/server/assignments.ts'
import { type LoginCard, makeStudents, newCards } from '#lib/server/cards.ts'
import { setExtension } from '#lib/server/extensions.ts'
import { archiveClassroom, createClassroom, duplicateClassroom, renameClassroom, reopenClassroom, rotateJoinCode, setBoardsOff } from '#lib/server/classrooms.ts'
import { joinClassroom, removeMember, setRole } from '#lib/server/enrollments.ts'
import type { Actor } from '#lib/server/actor.ts'
import { currentActor } from '#lib/server/session.ts'
import { done, refuse, type Result } from '#lib/std/result.ts'

const text = z.string().max(500)
const moment = z.iso.datetime().nullable()
const assignmentSchema = z.object({ title: text, slugs: z.array(text).max(200), openAt: moment, dueAt: moment, lateUntil: moment })
const roleSchema = z.enum(['teacher', 'co-teacher', 'student'])
const namesSchema = z.array(text).max(1_000)

export type AssignmentDraft = z.infer<typeof assignmentSchema>

/** Opens a classroom; answers its id. */
export async function openClassroom(name: string): Promise<Result<{ classroomId: string }>> {
  return asActor(async (actor) => {
    const result = await createClassroom(actor, { name: text.parse(name) })
    return result.ok ? done({ classroomId: result.value.id }) : result
  })
}

/** Joins the classroom of a code; answers its id. */
export async function joinByCode(code: string): Promise<Result<{ classroomId: string }>> {
  return asActor(async (actor) => {
    const result = await joinClassroom(actor, text.parse(code))
    return result.ok ? done({ classroomId: result.value.classroomId }) : result
  })
}

/** Replaces the join code. */
export async function replaceJoinCode(classroomId: string): Promise<Result<{ joinCode: string }>> {
  return changing(classroomId, (actor) => rotateJoinCode(actor, classroomId))
}

/** Gives the classroom an assignment. */
export async function addAssignment(classroomId: string, draft: AssignmentDraft): Promise<Result<null>> {
  return changing(classroomId, async (actor) => {
    const result = await createAssignment(actor, classroomId, assignmentInput(draft))
    return result.ok ? done(null) : result
  })
}

/** Changes an assignment. */
export async function changeAssignment(classroomId: string, assignmentId: string, draft: AssignmentDraft): Promise<Result<null>> {
  return changing(classroomId, async (actor) => {
    const result = await updateAssignment(actor, text.parse(assignmentId), assignmentInput(draft))
    return result.ok ? done(null) : result
  })
}

function assignmentInput(draft: AssignmentDraft) {
  const { title, slugs, openAt, dueAt, lateUntil } = assignmentSchema.parse(draft)
  const date = (iso: string | null) => (iso === null ? null : new Date(iso))
  return { title, slugs, openAt: date(openAt) ?? undefined, dueAt: date(dueAt), lateUntil: date(lateUntil) }
}

/** Gives a learner more time for an assignment, or takes it back. */
export async function extendAssignment(classroomId: string, assignmentId: string, userId: string, dueAt: string | null): Promise<Result<null>> {
  return changing(classroomId, (actor) => {
    const date = moment.parse(dueAt)
    return setExtension(actor, text.parse(assignmentId), text.parse(userId), date === null ? null : new Date(date))
  })
}

/** Takes an assignment back. */
export async function dropAssignment(classroomId: string, assignmentId: string): Promise<Result<null>> {
  return changing(classroomId, (actor) => removeAssignment(actor, text.parse(assignmentId)))
}

/** Takes a person out of the classroom. */
export async function dropMember(classroomId: string, userId: string): Promise<Result<null>> {
  return changing(classroomId, (actor) => removeMember(actor, classroomId, text.parse(userId)))
}

/** Makes a person a teacher, a co-teacher or a learner. */
export async function changeRole(classroomId: string, userId: string, role: string): Promise<Result<null>> {
  return changing(classroomId, (actor) => setRole(actor, classroomId, text.parse(userId), roleSchema.parse(role)))
}

/** Makes accounts for learners without e-mail; answers their login cards, which nobody can see again. */
export async function addStudents(classroomId: string, names: readonly string[]): Promise<Result<LoginCard[]>> {
  return changing(classroomId, (actor) => makeStudents(actor, classroomId, namesSchema.parse(names)))
}

/** New login cards for accounts that were made in this classroom. */
export async function replaceCards(classroomId: string, userIds: readonly string[]): Promise<Result<LoginCard[]>> {
  return changing(classroomId, (actor) => newCards(actor, classroomId, namesSchema.parse(userIds)))
}

/** Takes oneself out of the classroom. */
export async function leaveClassroom(classroomId: string): Promise<Result<null>> {
  return asActor((actor) => removeMember(actor, text.parse(classroomId), actor.userId))
}

/** Closes the classroom for good. */
export async function closeClassroom(classroomId: string): Promise<Result<null>> {
  return changing(classroomId, (actor) => archiveClassroom(actor, classroomId))
}

/** Opens an archived classroom again. */
export async function openAgain(classroomId: string): Promise<Result<null>> {
  return changing(classroomId, (actor) => reopenClassroom(actor, classroomId))
}

/** Gives the classroom another name. */
export async function changeClassroomName(classroomId: string, name: string): Promise<Result<null>> {
  return changing(classroomId, (actor) => renameClassroom(actor, classroomId, text.parse(name)))
}

/** Turns leaderboards off or on for its learners. */
export async function switchBoards(classroomId: string, off: boolean): Promise<Result<null>> {
  return changing(classroomId, (actor) => setBoardsOff(actor, classroomId, z.boolean().parse(off)))
}

/** A new classroom with the same assignments; answers its id. */
export async function copyClassroom(classroomId: string): Promise<Result<{ classroomId: string }>> {
  return asActor(async (actor) => {
    const result = await duplicateClassroom(actor, text.parse(classroomId))
    return result.ok ? done({ classroomId: result.value.id }) : result
  })
}

async function asActor<T>(act: (actor: Actor) => Promise<Result<T>>): Promise<Result<T>> {
  const actor = await currentActor()
  if (actor === null) return refuse('members-only', 'Please sign in first.')
  try {
    return await act(actor)
  } catch (error) {
    // The pages send nothing of another form; only a text can be too long.
    if (error instanceof z.ZodError) return refuse('bad-request', 'Something of this is too long, or not of the form that is asked for.')
    throw error
  }
}

async function changing<T>(classroomId: string, act: (actor: Actor) => Promise<Result<T>>): Promise<Result<T>> {
  if (!text.safeParse(classroomId).success) return refuse('not-found', 'There is no such classroom.')
  const result = await asActor(act)
  if (result.ok) revalidatePath(`/classrooms/${classroomId}`)
  return result
}
