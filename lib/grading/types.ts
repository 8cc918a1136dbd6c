// The types of challenges and verdicts, shared by server, browser and content. All plain data: it is stored, sent and cloned as it is.

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

/** One thing that must hold; `id` is what checks name. */
export interface Goal {
  readonly id: string
  readonly title: string
  /** Shown only once it was judged, never with a message. */
  readonly hidden: boolean
}

/** A challenge as its folder says it; the server's, because of the hidden checks. */
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
  readonly goals: readonly Goal[]
  /** `id` is one that the checks measure, or one of the engine's counters (steps, allocations, peakBytes, sourceChars …). */
  readonly metric: { readonly id: string; readonly label: string; readonly lowerIsBetter: boolean } | null
  /** The metric from which on a medal is given; accepted alone is bronze. Without a metric every accepted program is gold. */
  readonly medals: { readonly gold: number; readonly silver: number } | null
  readonly hints: readonly { readonly text: string; readonly costsGold: boolean }[]
  readonly limits: { readonly steps: number; readonly memoryBytes: number; readonly outputChars: number }
  readonly pythonVersion: string
  /** Constructs that are ruled out, in the words of forbidden.ts: `import gc`, `name globals`, `attribute clear`, `node Delete`. */
  readonly forbidden: readonly string[]
  readonly prerequisites: readonly string[]
  /** Python, run by the grader; the hidden part never leaves the server. */
  readonly checks: { readonly visible: string; readonly hidden: string }
  /** Shown once solved. */
  readonly explanationMarkdown: string
}

/** What came of a goal. The message of one that failed only for hidden inputs says no more than that. */
export interface GoalResult {
  readonly id: string
  readonly title: string
  readonly passed: boolean
  readonly message: string | null
  readonly hidden: boolean
}

export type MedalName = 'gold' | 'silver' | 'bronze'

/** The result of judging one source. Nothing in it comes from a hidden case, except which goals failed and the numbers. */
export interface JudgeResult {
  readonly verdict: Verdict
  readonly goals: readonly GoalResult[]
  readonly metrics: Readonly<Record<string, number>>
  /** The challenge's metric; null when the program was not accepted or there is none. */
  readonly metric: number | null
  readonly medal: MedalName | null
  readonly message: string | null
  readonly traceback: string | null
  readonly engineVersion: string
  /** What the program printed in the first visible case. */
  readonly stdout: string
}
