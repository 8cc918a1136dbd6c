'use server'
// What people may do with their own account. Each function proves who is asking; the rules are in lib/server.
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { changePassword, endSessions } from '#lib/server/accounts.ts'
import { deleteAccount } from '#lib/server/own-data.ts'
import { keepTimeZone, renameSelf } from '#lib/server/profile.ts'
import { currentActor, currentMember, forgetThisBrowser, keepThisSession } from '#lib/server/session.ts'
import { done, refuse, type Result } from '#lib/std/result.ts'

const text = z.string().max(2_000)

/** Takes another name. */
export async function changeName(name: string): Promise<Result<null>> {
  const actor = await currentMember()
  const parsed = text.safeParse(name)
  if (actor === null || !parsed.success) return signInFirst()
  const result = await renameSelf(actor, parsed.data)
  if (result.ok) revalidatePath('/', 'layout')
  return result
}

/** Takes another password; all other browsers are signed out. */
export async function replacePassword(current: string, next: string): Promise<Result<null>> {
  const actor = await currentMember()
  const parsed = z.tuple([text, text]).safeParse([current, next])
  if (actor === null || !parsed.success) return signInFirst()
  const result = await changePassword(actor, { current: parsed.data[0], next: parsed.data[1] })
  if (!result.ok) return result
  await keepThisSession(result.value.epoch)
  revalidatePath('/account')
  return done(null)
}

/** Signs out everywhere but here. */
export async function signOutElsewhere(): Promise<Result<null>> {
  const actor = await currentMember()
  if (actor === null) return signInFirst()
  const result = await endSessions(actor)
  if (!result.ok) return result
  await keepThisSession(result.value.epoch)
  return done(null)
}

/** Deletes the account, and makes this browser a stranger's. */
export async function deleteOwnAccount(proof: string): Promise<Result<null>> {
  const actor = await currentActor()
  const parsed = text.safeParse(proof)
  if (actor === null || !parsed.success) return signInFirst()
  const result = await deleteAccount(actor, parsed.data)
  if (result.ok) await forgetThisBrowser()
  return result
}

/** Remembers the browser's time zone, in which days of a streak are counted. */
export async function rememberTimeZone(timeZone: string): Promise<Result<null>> {
  const actor = await currentActor()
  const parsed = text.safeParse(timeZone)
  return actor === null || !parsed.success ? signInFirst() : keepTimeZone(actor, parsed.data)
}

function signInFirst() {
  return refuse('members-only', 'Please sign in first.')
}
