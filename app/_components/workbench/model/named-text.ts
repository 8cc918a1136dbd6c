// The engine's sentences name objects by serial; the views number them from 1.
import type { SnapshotIndex } from './snapshot-index.ts'

/** The sentence with the names that the views use. */
export function withNames(sentence: string, index: SnapshotIndex): string {
  return sentence.replaceAll(/`([\w.]+)` #(\d+)/g, (_, type: string, serial: string) => `\`${index.nameOf({ type, serial: Number(serial) })}\``)
}
