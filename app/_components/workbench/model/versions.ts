// The simulated Pythons, for pages: the engine itself stays in its worker.
import type { PythonVersion } from '#lib/engine/index.ts'

const known: Readonly<Record<PythonVersion, true>> = { '3.11': true, '3.12': true, '3.13': true, '3.14': true, '3.15': true }

/** Oldest first. */
export const pythonVersions = (Object.keys(known) as PythonVersion[]).toSorted()

/** What a page offers first. */
export const usualPython: PythonVersion = '3.13'

export function isKnownPython(value: string): value is PythonVersion {
  return Object.hasOwn(known, value)
}
