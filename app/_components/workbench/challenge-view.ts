// What the workbench is told about a challenge: plain data, nothing hidden in it.
import type { PythonVersion, RunLimits } from '#lib/engine/index.ts'
import type { ChallengeDefinition } from '#lib/grading/types.ts'

export interface ChallengeView {
  readonly slug: string
  readonly versionId: string
  readonly title: string
  readonly starter: string
  readonly goals: readonly { readonly id: string; readonly title: string }[]
  readonly metric: { readonly id: string; readonly label: string; readonly lowerIsBetter: boolean } | null
  readonly medals: { readonly gold: number; readonly silver: number } | null
  readonly python: PythonVersion
  readonly limits: RunLimits
  /** The checks that everyone may see, as the grader runs them. */
  readonly visibleChecks: string
  readonly forbidden: readonly string[]
  readonly next: { readonly slug: string; readonly title: string } | null
}

/** The challenge as the grader wants it, with what a browser may know: the provisional verdict comes from the same function as the server's. */
export function visibleDefinition(challenge: ChallengeView): ChallengeDefinition {
  const { slug, title, starter, metric, medals, limits, forbidden, visibleChecks } = challenge
  return {
    slug,
    title,
    starter,
    metric,
    medals,
    limits,
    forbidden,
    goals: challenge.goals.map((goal) => ({ ...goal, hidden: false })),
    pythonVersion: challenge.python,
    checks: { visible: visibleChecks, hidden: '' },
    kind: 'code',
    unit: '',
    unitTitle: '',
    position: 0,
    summary: '',
    statementMarkdown: '',
    hints: [],
    prerequisites: [],
    explanationMarkdown: '',
  }
}
