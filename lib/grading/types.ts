// The types of challenges and verdicts, shared by server, browser and content.

export type Verdict =
  | 'accepted'
  | 'partial'
  | 'wrong-answer'
  | 'compile-error'
  | 'runtime-error'
  | 'step-limit'
  | 'memory-limit'
  | 'output-limit'
  | 'forbidden'
  | 'gc-dependent'
  | 'judge-error'

/** A challenge as its folder says it, plain data through and through; the server's, because of the hidden checks. */
export interface ChallengeDefinition {
  readonly slug: string
  readonly unit: string
  readonly unitTitle: string
  /** The place among all challenges, from 0. */
  readonly position: number
  readonly title: string
  /** One sentence for lists. */
  readonly summary: string
  readonly kind: 'code'
  readonly statementMarkdown: string
  readonly starter: string
  readonly goals: readonly { readonly id: string; readonly title: string; readonly hidden: boolean }[]
  readonly metric: { readonly id: string; readonly label: string; readonly lowerIsBetter: boolean } | null
  /** The metric from which on a medal is given; accepted alone is bronze. */
  readonly medals: { readonly gold: number; readonly silver: number } | null
  readonly hints: readonly { readonly text: string; readonly costsGold: boolean }[]
  readonly limits: { readonly steps: number; readonly memoryBytes: number; readonly outputChars: number }
  readonly pythonVersion: string
  readonly forbidden: readonly string[]
  readonly prerequisites: readonly string[]
  /** Python, run by the grader; the hidden part never leaves the server. */
  readonly checks: { readonly visible: string; readonly hidden: string }
  /** Shown once solved. */
  readonly explanationMarkdown: string
}

export interface GoalResult {
  readonly id: string
  readonly title: string
  readonly passed: boolean
  readonly message: string | null
  readonly hidden: boolean
}

export interface JudgeResult {
  readonly verdict: Verdict
  readonly goals: readonly GoalResult[]
  readonly metrics: Readonly<Record<string, number>>
  readonly metric: number | null
  readonly medal: 'gold' | 'silver' | 'bronze' | null
  readonly message: string | null
  readonly traceback: string | null
  readonly engineVersion: string
  readonly stdout: string
}
