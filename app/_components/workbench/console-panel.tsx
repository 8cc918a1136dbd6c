'use client'
// What the program printed, with its traceback as CPython writes it; every line number of the program is a way into the editor.
import { Fragment, memo } from 'react'
import type { Metrics } from '#lib/engine/index.ts'
import type { Bench, OutputPiece } from './model/bench.ts'

interface ConsolePanelProps {
  readonly bench: Pick<Bench, (typeof shownOfBench)[number]>
  readonly onLine: (line: number) => void
}

/** The console under the editor. What is printed only after the step that is shown stands back. */
export const ConsolePanel = memo(DrawnConsole, ({ bench: before, onLine: lineBefore }, { bench, onLine }) =>
  onLine === lineBefore && shownOfBench.every((name) => before[name] === bench[name]),
)

const shownOfBench = ['output', 'phase', 'failure', 'run', 'moment'] as const

function DrawnConsole({ bench, onLine }: ConsolePanelProps) {
  const { output, phase, failure, run, moment } = bench
  const ended = run === null || moment === null || moment.step >= run.lastStep
  const pieces = splitAt(joinPieces(output), phase !== 'done' || ended ? Infinity : moment.index.snapshot.stdout.length)
  return (
    <section aria-label="Console" className="console-panel">
      <h2 className="label px-4 pt-3">console</h2>
      <pre className="console" role="group" tabIndex={0} aria-label="Output of the program" data-testid="console">
        {pieces.length === 0 ? (
          <span className="text-faint">{phase === 'idle' ? 'Run the program to see its output.' : phase === 'done' ? 'The program printed nothing.' : ' '}</span>
        ) : null}
        {pieces.map(({ stream, text, later }, index) => (
          <span key={index} className={later ? 'console-later' : stream === 'stderr' ? 'console-error' : undefined} title={later ? 'Printed after the step that is shown' : undefined}>
            {stream === 'stderr' ? <LinkedLines text={text} onLine={onLine} /> : text}
          </span>
        ))}
      </pre>
      {phase === 'failed' ? <p className="px-4 pb-3 text-sm font-[560] text-garbage">The run failed: {failure ?? 'unknown reason'}</p> : null}
      {phase === 'done' && run !== null && run.result.message !== null ? <p className="px-4 pb-3 text-sm font-[560] text-garbage">{run.result.message}</p> : null}
      {phase === 'done' && moment !== null ? <RunFigures metrics={moment.index.snapshot.metrics} ended={ended} /> : null}
    </section>
  )
}

function RunFigures({ metrics, ended }: { readonly metrics: Metrics; readonly ended: boolean }) {
  const figures = [
    ['steps', metrics.steps],
    ['allocations', metrics.allocations],
    ['peak bytes', metrics.peakBytes],
    ['collections', metrics.collections],
  ] as const
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line px-4 py-2.5 text-[0.8125rem]" aria-label={ended ? 'Figures of the run' : 'Figures up to the step that is shown'}>
      {figures.map(([name, value]) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-faint">{name}</dt>
          <dd className="font-mono tabular-nums">{value.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}

interface ShownPiece extends OutputPiece {
  readonly later: boolean
}

/** Everything behind so many characters of stdout is for later. */
function splitAt(pieces: readonly OutputPiece[], printedChars: number): ShownPiece[] {
  let left = printedChars
  return pieces.flatMap(({ stream, text }): ShownPiece[] => {
    if (stream === 'stderr') return [{ stream, text, later: left <= 0 && printedChars !== Infinity }]
    const now = text.slice(0, Math.max(0, left))
    const then = text.slice(now.length)
    left -= text.length
    return [...(now === '' ? [] : [{ stream, text: now, later: false }]), ...(then === '' ? [] : [{ stream, text: then, later: true }])]
  })
}

function joinPieces(pieces: readonly OutputPiece[]): OutputPiece[] {
  const joined: OutputPiece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && last.stream === piece.stream) joined[joined.length - 1] = { stream: last.stream, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}

const ownLine = /(File "main\.py", line )(\d+)/g

/** Error text whose references to lines of the program are buttons. */
export function LinkedLines({ text, onLine }: { readonly text: string; readonly onLine: (line: number) => void }) {
  const parts: (string | number)[] = []
  let end = 0
  for (const match of text.matchAll(ownLine)) {
    parts.push(text.slice(end, match.index) + match[1], Number(match[2]))
    end = match.index + match[0].length
  }
  parts.push(text.slice(end))
  return parts.map((part, index) =>
    typeof part === 'string' ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <button key={index} type="button" className="line-link" onClick={() => onLine(part)} aria-label={`line ${part}, go there`}>
        {part}
      </button>
    ),
  )
}
