'use server'
// What pages of classrooms ask the server to do. The rights are checked in lib/server, with the actor.
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { createAssignment, removeAssignment } from '#lib/server/assignments.ts'
import { archiveClassroom, createClassroom, rotateJoinCode } from '#lib/server/classrooms.ts'
import { joinClassroom, removeMember } from '#lib/server/enrollments.ts'
import type { Actor } from '#lib/server/actor.ts'
import { currentActor } from '#lib/server/session.ts'
import { done, refuse, type Result } from '#lib/std/result.ts'

const text = z.string().max(500)
const assignmentSchema = z.object({ title: text, slugs: z.array(text).max(200), dueAt: z.iso.datetime().nullable() })

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
    const { title, slugs, dueAt } = assignmentSchema.parse(draft)
    const result = await createAssignment(actor, classroomId, { title, slugs, dueAt: dueAt === null ? null : new Date(dueAt) })
    return result.ok ? done(null) : result
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

/** Takes oneself out of the classroom and goes back to the list. */
export async function leaveClassroom(classroomId: string): Promise<Result<null>> {
  const result = await asActor((actor) => removeMember(actor, text.parse(classroomId), actor.userId))
  if (result.ok) redirect('/classrooms')
  return result
}

/** Closes the classroom for good. */
export async function closeClassroom(classroomId: string): Promise<Result<null>> {
  return changing(classroomId, (actor) => archiveClassroom(actor, classroomId))
}

async function asActor<T>(act: (actor: Actor) => Promise<Result<T>>): Promise<Result<T>> {
  const actor = await currentActor()
  if (actor === null) return refuse('members-only', 'Please sign in first.')
  return act(actor)
}

async function changing<T>(classroomId: string, act: (actor: Actor) => Promise<Result<T>>): Promise<Result<T>> {
  if (!text.safeParse(classroomId).success) return refuse('not-found', 'There is no such classroom.')
  const result = await asActor(act)
  if (result.ok) revalidatePath(`/classrooms/${classroomId}`)
  return result
}
