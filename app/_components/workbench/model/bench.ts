// What all parts of the workbench share: the recording, the step that is looked at, and what is chosen.
import type { CollectionView, Direction, Inspection, LeakMark, Lifetime, MemoryMap, Move, Overview, PythonVersion, ReferenceHistory, RunResult } from '#lib/engine/index.ts'
import type { Changes } from './changes.ts'
import type { Focus } from './focus.ts'
import type { SnapshotIndex } from './snapshot-index.ts'

/** One run, ready to be looked at. */
export interface RecordedRun {
  readonly source: string
  readonly python: PythonVersion
  readonly result: RunResult
  readonly lastStep: number
  readonly overview: Overview
}

/** The moment that is shown. It follows the wanted step as fast as snapshots arrive. */
export interface Moment {
  readonly run: RecordedRun
  readonly step: number
  readonly index: SnapshotIndex
  readonly changes: Changes
  /** What changed since the moment that was shown before, for people who listen. */
  readonly sentence: string
  /** How soon it followed on the one before: nobody could follow a motion in a `hurried` one, and `rushed` ones come faster than elements are laid out. */
  readonly pace: 'calm' | 'hurried' | 'rushed'
}

/** What the shown moment is compared with: a pinned one, or one of a run under another version. */
export interface Reference {
  readonly title: string
  readonly index: SnapshotIndex
  readonly run: RecordedRun
  readonly step: number
}

export type BenchPhase = 'idle' | 'running' | 'done' | 'stopped' | 'failed'

/** Questions to the recording; a newer question of the same kind makes the older one answer null. */
export interface BenchQuestions {
  memoryMap(step: number): Promise<MemoryMap | null>
  inspect(step: number, serial: number): Promise<Inspection | null>
  history(serial: number): Promise<ReferenceHistory | null>
  lifetime(serial: number): Promise<Lifetime | null>
  collection(index: number): Promise<CollectionView | null>
}

export interface Bench {
  readonly phase: BenchPhase
  readonly failure: string | null
  /** Output so far while a program runs; afterwards the whole. */
  readonly output: readonly OutputPiece[]
  /** Set once a run has taken over a second. */
  readonly progress: { readonly steps: number; readonly stepLimit: number } | null
  readonly run: RecordedRun | null
  readonly leak: LeakMark | null
  /** The step that is wanted: where the playhead stands. */
  readonly step: number
  readonly moment: Moment | null
  readonly focus: Focus
  readonly breakpoints: ReadonlySet<number>
  readonly playing: boolean
  readonly ask: BenchQuestions
  goTo(step: number): void
  move(move: Move, direction: Direction): void
  toBreakpoint(direction: Direction): void
  toggleBreakpoint(line: number): void
  play(on: boolean): void
  stop(): void
}

/** A piece of output, in the order in which it was written. */
export interface OutputPiece {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}
