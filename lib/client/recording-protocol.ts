// The messages between a page and the worker that holds one recording. Everything is plain data.
import type { MachineOptions, Recording, RunResult, Snapshot, SnapshotDiff } from '#lib/engine/index.ts'

/** The program to record. */
export type RecordOrder = Pick<MachineOptions, 'source' | 'filename' | 'python' | 'limits' | 'files' | 'stdin' | 'seed' | 'gcSchedule'>

/** Everything that can be asked about a recording, by name. */
export type RecordingMethod = Exclude<keyof Recording, 'result' | 'lastStep' | 'prepare'>

/** A question with its arguments. */
export type RecordingQuestion = { [K in RecordingMethod]: { readonly method: K; readonly args: Parameters<Recording[K]> } }[RecordingMethod]

/** To the worker; `id` comes back with every answer. */
export type RecordingRequest =
  | { readonly kind: 'record'; readonly id: number; readonly order: RecordOrder }
  | { readonly kind: 'ask'; readonly id: number; readonly question: RecordingQuestion }

/** How the recorded run ended and how far it can be looked at. */
export interface Recorded {
  readonly result: RunResult
  readonly lastStep: number
  readonly durationMs: number
}

/** From the worker. A snapshot travels as its difference from the one before it on the wire, when that is smaller. */
export type RecordingAnswer =
  | { readonly kind: 'output'; readonly id: number; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'progress'; readonly id: number; readonly steps: number; readonly stepLimit: number }
  | { readonly kind: 'recorded'; readonly id: number; readonly recorded: Recorded }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'snapshot'; readonly id: number; readonly snapshot: Snapshot }
  | { readonly kind: 'snapshot-diff'; readonly id: number; readonly diff: SnapshotDiff }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
