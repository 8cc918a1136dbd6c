// Guests play without an account; when they sign in, what they did becomes the member's.
import { type Result, done, refuse } from '#lib/std/result.ts'
import type { Actor } from './actor.ts'
import { database } from './db.ts'
import { LIMITS } from './limits.ts'
import { spendFrom } from './rate-windows.ts'

const HOUR_SECONDS = 3600

/** A new guest. */
export async function createGuest(address: string | null): Promise<Result<Actor, 'too-many'>> {
  if (!(await spendFrom(address, 'guest', LIMITS.guestsPerAddressPerHour, HOUR_SECONDS))) return refuse('too-many', 'Very many new visitors come from your network: sign in, or try again in an hour.')
  const user = await database().user.create({ data: { kind: 'guest', name: 'Guest' } })
  return done({ userId: user.id, kind: 'guest', name: user.name })
}

/** Moves a guest's attempts, drafts, hints and awards to a member, once; a second call does nothing. */
export async function mergeGuest(guestId: string, memberId: string): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const guests = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM users WHERE id = ${guestId} AND kind = 'guest' AND merged_into_id IS NULL FOR NO KEY UPDATE`
    const member = await tx.user.findUnique({ where: { id: memberId }, select: { kind: true } })
    if (guests.length === 0 || member?.kind !== 'member') return false
    await tx.user.update({ where: { id: guestId }, data: { mergedIntoId: memberId } })
    // The same request id on both sides is one submission handed in twice: the member's stays.
    await tx.$executeRaw`
      UPDATE submissions AS mine SET user_id = ${memberId} WHERE mine.user_id = ${guestId}
      AND NOT EXISTS (SELECT 1 FROM submissions AS theirs WHERE theirs.user_id = ${memberId} AND theirs.request_id = mine.request_id)`
    await tx.$executeRaw`
      INSERT INTO drafts (user_id, slug, source, saved_at) SELECT ${memberId}, slug, source, saved_at FROM drafts WHERE user_id = ${guestId}
      ON CONFLICT (user_id, slug) DO UPDATE SET source = excluded.source, saved_at = excluded.saved_at WHERE drafts.saved_at < excluded.saved_at`
    await tx.$executeRaw`
      INSERT INTO hints_taken (user_id, slug, index, taken_at) SELECT ${memberId}, slug, index, taken_at FROM hints_taken WHERE user_id = ${guestId}
      ON CONFLICT DO NOTHING`
    await tx.$executeRaw`
      UPDATE awards AS mine SET user_id = ${memberId} WHERE mine.user_id = ${guestId}
      AND NOT EXISTS (SELECT 1 FROM awards AS theirs WHERE theirs.user_id = ${memberId} AND theirs.reason = mine.reason)`
    await tx.draft.deleteMany({ where: { userId: guestId } })
    await tx.hintTaken.deleteMany({ where: { userId: guestId } })
    await tx.award.deleteMany({ where: { userId: guestId } })
    return true
  })
}
