// What a hostile program is, and how the lists of them are written.
import type { RunResult } from '#lib/engine/index.ts'

/** A program and its end. */
export interface Adversary {
  readonly name: string
  readonly ends: RunResult['status']
  readonly source: string
}

/** `count` parts, joined. */
export const lines = (between: string, count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join(between)
export const joined = (between: string, count: number, part: string): string => lines(between, count, () => part)

/** Programs that all end alike. */
export const ends = (status: RunResult['status'], programs: Readonly<Record<string, string>>): readonly Adversary[] =>
  Object.entries(programs).map(([name, source]) => ({ name, ends: status, source }))
