// What the workbench is told about a challenge: plain data, nothing hidden in it.
import type { PythonVersion, RunLimits } from '#lib/engine/api.ts'

export interface ChallengeView {
  readonly slug: string
  readonly versionId: string
  readonly title: string
  readonly starter: string
  readonly goals: readonly { readonly id: string; readonly title: string }[]
  readonly metric: { readonly label: string; readonly lowerIsBetter: boolean } | null
  readonly medals: { readonly gold: number; readonly silver: number } | null
  readonly python: PythonVersion
  readonly limits: Partial<RunLimits>
  /** The checks that everyone may see, as the grader runs them. */
  readonly visibleChecks: string
  readonly forbidden: readonly string[]
  readonly next: { readonly slug: string; readonly title: string } | null
}
