// Hints, taken step by step. Taking one is written down, because it can cost the gold medal; never the pass.
import type { ChallengeDefinition } from '#lib/grading/types.ts'
import { type Result, done, refuse } from '#lib/std/result.ts'
import { type Actor, notFound } from './actor.ts'
import { type Transaction, database } from './db.ts'

export interface HintsView {
  readonly count: number
  /** The texts taken so far. */
  readonly taken: readonly string[]
  /** True when the next one costs the gold medal. */
  readonly nextCostsGold: boolean
}

/** How many hints there are, and those that the actor has taken. */
export async function hintsOf(actor: Actor | null, slug: string): Promise<Result<HintsView, 'not-found'>> {
  const hints = await hintsBySlug(slug)
  if (!hints) return notFound('challenge')
  const taken = actor ? await database().hintTaken.findMany({ where: { userId: actor.userId, slug }, orderBy: { index: 'asc' } }) : []
  const texts = taken.flatMap(({ index }) => hints[index]?.text ?? [])
  return done({ count: hints.length, taken: texts, nextCostsGold: hints[texts.length]?.costsGold ?? false })
}

/** Gives the next hint. */
export async function takeHint(actor: Actor, slug: string): Promise<Result<{ index: number; text: string; costsGold: boolean }, 'not-found' | 'no-more'>> {
  const hints = await hintsBySlug(slug)
  if (!hints) return notFound('challenge')
  const index = await database().hintTaken.count({ where: { userId: actor.userId, slug } })
  const hint = hints[index]
  if (!hint) return refuse('no-more', 'That were all hints.')
  // Pressed twice at once, it is one hint.
  await database().hintTaken.createMany({ data: [{ userId: actor.userId, slug, index }], skipDuplicates: true })
  return done({ index, text: hint.text, costsGold: hint.costsGold })
}

/** How many of the hints that cost the gold medal the actor has taken so far. */
export async function hintsCostingGold(tx: Transaction, actor: Actor, slug: string): Promise<number> {
  const [challenge, taken] = await Promise.all([tx.challenge.findUnique({ where: { slug } }), tx.hintTaken.findMany({ where: { userId: actor.userId, slug } })])
  const { hints } = (challenge?.content ?? { hints: [] }) as unknown as Pick<ChallengeDefinition, 'hints'>
  return taken.filter(({ index }) => hints[index]?.costsGold).length
}

async function hintsBySlug(slug: string): Promise<ChallengeDefinition['hints'] | null> {
  const challenge = await database().challenge.findUnique({ where: { slug } })
  return challenge && !challenge.retired ? (challenge.content as unknown as ChallengeDefinition).hints : null
}
