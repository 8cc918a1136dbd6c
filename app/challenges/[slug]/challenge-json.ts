// A challenge as the workbench gets it, field by field: plain data that may cross to the browser.
import type { PythonVersion } from '#lib/engine/index.ts'
import { publicChallenge, type PublicChallenge } from '#lib/server/challenges.ts'
import type { ChallengeView } from '#app/_components/workbench/challenge-view.ts'

const versions: readonly PythonVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15']

/** Picks what the workbench shows; looks up the next challenge's title. */
export async function challengeView(challenge: PublicChallenge): Promise<ChallengeView> {
  const { slug, versionId, title, starter, metric, medals, limits, nextSlug, visibleChecks, forbidden } = challenge
  const next = nextSlug === null ? null : await publicChallenge(nextSlug)
  return {
    slug,
    versionId,
    title,
    starter,
    visibleChecks,
    forbidden,
    goals: challenge.goals.filter(({ hidden }) => !hidden).map(({ id, title: goalTitle }) => ({ id, title: goalTitle })),
    metric,
    medals,
    limits,
    python: versions.find((version) => version === challenge.pythonVersion) ?? '3.13',
    next: next?.ok === true ? { slug: next.value.slug, title: next.value.title } : null,
  }
}
