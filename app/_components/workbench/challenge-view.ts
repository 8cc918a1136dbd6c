// What the workbench is told about a challenge: plain data, nothing hidden in it.
import type { PythonVersion, RunLimits } from '#lib/engine/index.ts'
import { visibleDefinition, type PublicTask } from '#lib/grading/task.ts'
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
  readonly task: PublicTask
  /** The variant that the page shows. */
  readonly seed: number
  /** Set where this is the challenge of a day. */
  readonly day: string | null
  readonly forbidden: readonly string[]
  readonly next: { readonly slug: string; readonly title: string } | null
}

/** The challenge as a browser may judge it: provisionally, by the server's own function. Null where that would tell the answer. */
export function judgedHere(challenge: ChallengeView): ChallengeDefinition | null {
  const { python, goals, task, ...facts } = challenge
  return visibleDefinition({ ...facts, pythonVersion: python, goals: goals.map((goal) => ({ ...goal, hidden: false })) }, task)
}
