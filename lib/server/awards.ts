// The ledger of experience and badges: each reason is given once, whatever is judged how often.
import type { Transaction } from './db.ts'
import { type JudgedAttempt, POINTS, medalOf } from './medals.ts'

export interface AwardView {
  readonly reason: string
  readonly title: string
  readonly xp: number
  readonly awardedAt: Date
}

interface Earned extends JudgedAttempt {
  readonly userId: string
  readonly submissionId: string
  readonly slug: string
}

const STEPS = [
  { kind: 'solved', medals: ['bronze', 'silver', 'gold'], xp: POINTS.bronze },
  { kind: 'silver', medals: ['silver', 'gold'], xp: POINTS.silver - POINTS.bronze },
  { kind: 'gold', medals: ['gold'], xp: POINTS.gold - POINTS.silver },
] as const

const TITLES: Readonly<Record<string, string>> = { solved: 'Solved', silver: 'Silver medal', gold: 'Gold medal' }

/** Writes what a judged attempt earns beyond what its owner has: the sum of the ledger equals the points. */
export async function grantAwards(tx: Transaction, earned: Earned): Promise<void> {
  const medal = medalOf(earned)
  if (!medal) return
  const rows = STEPS.filter((step) => step.medals.some((fits) => fits === medal)).map((step) => ({
    userId: earned.userId,
    reason: `${step.kind}:${earned.slug}`,
    xp: step.xp,
    submissionId: earned.submissionId,
  }))
  await tx.award.createMany({ data: rows, skipDuplicates: true })
}

/** An award in words. */
export function awardView(row: { reason: string; xp: number; awardedAt: Date }, challengeTitles: ReadonlyMap<string, string>): AwardView {
  const [kind = '', slug = ''] = row.reason.split(':')
  return { ...row, title: `${TITLES[kind] ?? kind}: ${challengeTitles.get(slug) ?? slug}` }
}
