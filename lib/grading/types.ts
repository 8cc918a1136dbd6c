// The types of challenges and verdicts, shared by server, browser and content. All plain data: it is stored, sent and cloned as it is.
import type { ObjectSerial, Snapshot } from '#lib/engine/index.ts'

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

/** When the cyclic collector runs by itself: as CPython has it, never, or as often as anything is allocated. */
export type CollectorSchedule = 'normal' | 'disabled' | 'every-allocation'

/** One thing that must hold; `id` is what checks name. */
export interface Goal {
  readonly id: string
  readonly title: string
  /** Shown only once it was judged, never with a message. */
  readonly hidden: boolean
}

/** Values for the places `{{name}}` of a challenge's texts; a seed picks one row. */
export type Variant = Readonly<Record<string, string | number>>

/** What every challenge has; the server's, because of what is hidden in it. */
interface ChallengeFacts {
  readonly slug: string
  readonly unit: string
  readonly unitTitle: string
  /** The place among all challenges, from 0. */
  readonly position: number
  readonly title: string
  /** One sentence for lists. */
  readonly summary: string
  /** 1 easy, 2 needs thought, 3 hard. */
  readonly difficulty: 1 | 2 | 3
  /** Ideas that it is about, for search. */
  readonly concepts: readonly string[]
  readonly statementMarkdown: string
  /** What the editor holds at first; empty where there is no editor. */
  readonly starter: string
  readonly goals: readonly Goal[]
  /** Whether it is the open-ended one that ends a unit: solved by many, and somebody can always do it for less. */
  readonly golf: boolean
  /** `id` is one that the grader measures, or one of the engine's counters (steps, allocations, peakBytes, sourceChars …). */
  readonly metric: { readonly id: string; readonly label: string; readonly lowerIsBetter: boolean } | null
  /** The metric from which on a medal is given; accepted alone is bronze. Without a metric every accepted answer is gold. */
  readonly medals: { readonly gold: number; readonly silver: number } | null
  readonly hints: readonly { readonly text: string; readonly costsGold: boolean }[]
  readonly limits: { readonly steps: number; readonly memoryBytes: number; readonly outputChars: number }
  readonly pythonVersion: string
  /** Constructs that are ruled out, in the words of forbidden.ts: `import gc`, `name globals`, `attribute clear`, `node Delete`. */
  readonly forbidden: readonly string[]
  readonly prerequisites: readonly string[]
  /** Shown once solved. */
  readonly explanationMarkdown: string
  /** Rows of values for the places `{{name}}` in statement, program, questions and goals; none when there is nothing to vary. */
  readonly variants: readonly Variant[]
}

/** Edit Python until all goals hold. The answer is the source. */
export interface CodeChallenge extends ChallengeFacts {
  readonly kind: 'code'
  /** Python, run by the grader; the hidden part never leaves the server. */
  readonly checks: { readonly visible: string; readonly hidden: string }
}

/** Say what a program does. The answer: a line `question: answer` for each question; the engine computes the key. */
export interface PredictChallenge extends ChallengeFacts {
  readonly kind: 'predict'
  readonly program: string
  /** `ask` may name places; each question is the goal of the same id. */
  readonly questions: readonly Question[]
  /** Programs as they would be if a misconception were true, line by line beside the real one. */
  readonly models: readonly { readonly belief: string; readonly program: string }[]
}

export interface Question {
  readonly id: string
  readonly ask: string
  readonly key: Key
  /** What is offered to choose from; empty: the answer is written. */
  readonly choices: readonly string[]
}

/** What is asked about a run. `after` is a line: the state once it has run for the last time; without it, the end. */
export type Key =
  | { readonly prints: number }
  | { readonly value: string }
  | { readonly refcount: string; readonly after?: number | string | undefined }
  | { readonly alive: string; readonly after?: number | string | undefined }
  | { readonly dies: string }

/** Remove references from a program's heap until objects die. The answer: one cut a line, `name ring` or `Node #2 .next`. */
export interface CutChallenge extends ChallengeFacts {
  readonly kind: 'cut'
  readonly program: string
  /** Names of types whose objects must all be freed by counting alone (goal `freed`). */
  readonly free: readonly string[]
  /** Names of types that must lose no object (goal `kept`). */
  readonly keep: readonly string[]
  /** Whether global names may be cut too. */
  readonly cutNames: boolean
}

/** Write code whose heap has the shape of a target. The answer is the source. */
export interface BuildChallenge extends ChallengeFacts {
  readonly kind: 'build'
  /** The program that makes the target; a browser gets the heap alone. */
  readonly target: string | ShownTarget
  /** Expressions whose values are compared, path by path. */
  readonly roots: readonly string[]
}

/** The heap of a target: its data, and the objects that the roots stand for. */
export interface ShownTarget {
  readonly snapshot: Snapshot
  readonly roots: readonly ObjectSerial[]
}

/** Mark the line or the reference that is to blame. The answer: a line `find: line 7` or `find: Node #2 .next` for each. */
export interface HuntChallenge extends ChallengeFacts {
  readonly kind: 'hunt'
  readonly program: string
  readonly finds: readonly Find[]
}

export interface Find {
  readonly id: string
  readonly ask: string
  readonly mark: 'line' | 'reference'
  readonly key: FindKey
}

/** What is to be found: the reference (or the line that made it) without which all objects of a type die and those to be kept live; the line
 * where an object was made; the line at which it died. */
export type FindKey = { readonly frees: string; readonly keeps: readonly string[] } | { readonly made: string } | { readonly dies: string }

/** A challenge as its folder says it. */
export type ChallengeDefinition = CodeChallenge | PredictChallenge | CutChallenge | BuildChallenge | HuntChallenge

export type ChallengeKind = ChallengeDefinition['kind']

/** What came of a goal. The message of one that failed only for hidden inputs says no more than that. */
export interface GoalResult {
  readonly id: string
  readonly title: string
  readonly passed: boolean
  readonly message: string | null
  readonly hidden: boolean
}

export type MedalName = 'gold' | 'silver' | 'bronze'

/** The result of judging one answer. Nothing in it comes from a hidden case, except which goals failed and the numbers. */
export interface JudgeResult {
  readonly verdict: Verdict
  readonly goals: readonly GoalResult[]
  readonly metrics: Readonly<Record<string, number>>
  /** The challenge's metric; null when the answer was not accepted or there is none. */
  readonly metric: number | null
  readonly medal: MedalName | null
  readonly message: string | null
  readonly traceback: string | null
  readonly engineVersion: string
  /** What the program printed in the first visible case. */
  readonly stdout: string
}
