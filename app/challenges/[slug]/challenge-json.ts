// A challenge as the workbench gets it, field by field: plain data that may cross to the browser.
import { PYTHON_VERSIONS } from '#lib/engine/index.ts'
import type { PublicChallenge } from '#lib/server/challenges.ts'
import type { ChallengeView } from '#app/_components/workbench/challenge-view.ts'

/** Picks what the workbench shows. */
export function challengeView(challenge: PublicChallenge, day: string | null): ChallengeView {
  const { slug, versionId, title, starter, metric, medals, limits, next, task, seed, forbidden } = challenge
  return {
    slug,
    versionId,
    title,
    starter,
    task,
    seed,
    day,
    forbidden,
    goals: challenge.goals.filter(({ hidden }) => !hidden).map(({ id, title: goalTitle }) => ({ id, title: goalTitle })),
    metric,
    medals,
    limits,
    python: PYTHON_VERSIONS.find((version) => version === challenge.pythonVersion) ?? '3.13',
    next,
  }
}
