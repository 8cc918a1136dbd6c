// A run's state in one sentence, for the live region.
import type { RunState } from './use-engine-run.ts'

/** What a screen reader says when the state changes. */
export function runSentence({ phase, outcome, failure }: RunState): string {
  switch (phase) {
    case 'idle':
      return ''
    case 'running':
      return 'Running.'
    case 'stopped':
      return 'Stopped.'
    case 'failed':
      return `The run failed: ${failure ?? 'unknown reason'}.`
    case 'done': {
      if (outcome === null) return ''
      const { result } = outcome
      if (result.message !== null) return result.message
      if (result.exception !== null)
        return `${result.exception.type}${result.exception.line === null ? '' : ` in line ${result.exception.line}`}: ${result.exception.message}`
      const lines = result.stdout === '' ? 0 : result.stdout.trimEnd().split('\n').length
      return `Finished. ${lines} ${lines === 1 ? 'line' : 'lines'} of output.`
    }
    default:
      return phase satisfies never
  }
}
