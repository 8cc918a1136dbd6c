'use server'
// What a challenge's page may ask the server to do.
import { z } from 'zod'
import { takeHint } from '#lib/server/hints.ts'
import { ensureActor } from '#lib/server/session.ts'
import { refuse } from '#lib/std/result.ts'

const slugSchema = z.string().min(1).max(200)

/** The next hint of a challenge, taken for good. */
export async function takeNextHint(slug: string) {
  const parsed = slugSchema.safeParse(slug)
  if (!parsed.success) return refuse('not-found', 'There is no such challenge.')
  const actor = await ensureActor()
  return actor.ok ? takeHint(actor.value, parsed.data) : actor
}
