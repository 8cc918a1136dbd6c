'use server'
// Uses login cards.
import { z } from 'zod'
import { cardOwner, redeemCard } from '#lib/server/cards.ts'
import { requestAddress } from '#lib/server/session.ts'
import { refuse, type Result } from '#lib/std/result.ts'

const text = z.string().max(2_000)

/** Whose card it is. */
export async function lookAtCard(code: string): Promise<Result<{ name: string }>> {
  const parsed = text.safeParse(code)
  return parsed.success ? cardOwner(parsed.data, await requestAddress()) : refuse('bad-request', 'Please type the code of your card.')
}

/** Uses the card up; answers the name to sign in with. */
export async function takeCard(code: string, password: string): Promise<Result<{ name: string }>> {
  const parsed = z.tuple([text, text]).safeParse([code, password])
  return parsed.success ? redeemCard(parsed.data[0], parsed.data[1], await requestAddress()) : refuse('bad-request', 'Please type the code of your card and a password.')
}
