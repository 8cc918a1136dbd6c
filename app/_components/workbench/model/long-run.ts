// What takes over a second shows how far it is.
import type { Bench } from './bench.ts'

const longRunMs = 1_000

/** Passes the progress of what starts now on to `report`, once it has taken long. */
export function onceLong(report: (progress: Bench['progress']) => void): (steps: number, stepLimit: number) => void {
  const startedAt = performance.now()
  return (steps, stepLimit) => {
    if (performance.now() - startedAt > longRunMs) report({ steps, stepLimit })
  }
}
