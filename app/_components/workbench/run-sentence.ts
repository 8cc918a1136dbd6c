// A run's state in one sentence, for the live region.
import type { Bench } from './model/bench.ts'

/** What a screen reader says when the state changes. */
export function runSentence({ phase, run, failure }: Pick<Bench, 'phase' | 'run' | 'failure'>): string {
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
      if (run === null) return ''
      const { message, exception, stdout } = run.result
      if (message !== null) return message
      if (exception !== null) return `${exception.type}${exception.line === null ? '' : ` in line ${exception.line}`}: ${exception.message}`
      const lines = stdout === '' ? 0 : stdout.trimEnd().split('\n').length
      return `Finished. ${lines} ${lines === 1 ? 'line' : 'lines'} of output.`
    }
    default:
      return phase satisfies never
  }
}
