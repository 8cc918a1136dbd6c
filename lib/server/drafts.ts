// What a person was typing, kept on the server beside the browser's own copy.
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { database } from './db.ts'
import { LIMITS } from './limits.ts'

/** Keeps the text of a challenge's editor. */
export async function saveDraft(actor: Actor, { slug, source }: { slug: string; source: string }): Promise<Result<{ savedAt: Date }, 'not-found' | 'too-long'>> {
  if (source.length > LIMITS.sourceCharacters) return refuse('too-long', `The source is longer than ${LIMITS.sourceCharacters} characters: it is kept in this browser only.`)
  const challenge = await database().challenge.findUnique({ where: { slug } })
  if (!challenge) return notFound('challenge')
  const kept = { source: source.replaceAll('\0', ''), savedAt: new Date() }
  await database().draft.upsert({ where: { userId_slug: { userId: actor.userId, slug } }, create: { userId: actor.userId, slug, ...kept }, update: kept })
  return done({ savedAt: kept.savedAt })
}

/** The text kept last, or null. */
export async function draftOf(actor: Actor, slug: string): Promise<{ source: string; savedAt: Date } | null> {
  return database().draft.findUnique({ where: { userId_slug: { userId: actor.userId, slug } }, select: { source: true, savedAt: true } })
}
