// The messages between a page and its engine worker. Everything is plain data.
import type { PythonVersion, RunLimits, RunResult, Snapshot } from '#lib/engine/index.ts'
import type { BoardOrder, CutBoard } from '#lib/grading/cut.ts'
import type { ChallengeDefinition, JudgeResult } from '#lib/grading/types.ts'

/** What a page may ask to be run. */
export interface RunOrder {
  readonly source: string
  readonly python: PythonVersion
  readonly limits?: Partial<RunLimits>
}

/** What a page may ask to be checked: with the visible checks only, and provisionally. */
export interface CheckOrder {
  readonly challenge: ChallengeDefinition
  readonly source: string
}

/** To the worker: one order, under an id that comes back with every answer. */
export type EngineRequest =
  | { readonly kind: 'run'; readonly id: number; readonly order: RunOrder }
  | { readonly kind: 'check'; readonly id: number; readonly order: CheckOrder }
  | { readonly kind: 'board'; readonly id: number; readonly order: BoardOrder; readonly cuts: string }

/** How a run went, with the heap just before the interpreter was torn down (null when nothing ran). */
export interface RunOutcome {
  readonly result: RunResult
  readonly snapshot: Snapshot | null
  readonly durationMs: number
}

/** From the worker. */
export type EngineAnswer =
  | { readonly kind: 'output'; readonly id: number; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'progress'; readonly id: number; readonly steps: number; readonly stepLimit: number }
  | { readonly kind: 'ran'; readonly id: number; readonly outcome: RunOutcome }
  | { readonly kind: 'checked'; readonly id: number; readonly result: JudgeResult }
  | { readonly kind: 'board'; readonly id: number; readonly board: CutBoard }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
