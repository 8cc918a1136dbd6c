'use client'
// What the program printed, with its traceback as CPython writes it; every line number of the program is a way into the editor.
import { Fragment } from 'react'
import type { OutputPiece, RunState } from './use-engine-run.ts'

interface ConsolePanelProps {
  readonly state: RunState
  readonly onLine: (line: number) => void
}

/** The console under the editor. */
export function ConsolePanel({ state, onLine }: ConsolePanelProps) {
  const { output, phase, outcome } = state
  const pieces = joinPieces(output)
  return (
    <section aria-label="Console" className="border-t border-line">
      <h2 className="label px-4 pt-3">console</h2>
      <pre className="console" tabIndex={0} aria-label="Output of the program" data-testid="console">
        {pieces.length === 0 ? (
          <span className="text-faint">
            {phase === 'idle' ? 'Run the program to see its output.' : phase === 'running' ? ' ' : 'The program printed nothing.'}
          </span>
        ) : null}
        {pieces.map((piece, index) => (
          <span key={index} className={piece.stream === 'stderr' ? 'console-error' : undefined}>
            {piece.stream === 'stderr' ? <LinkedLines text={piece.text} onLine={onLine} /> : piece.text}
          </span>
        ))}
      </pre>
      {outcome !== null && outcome.result.message !== null && phase === 'done' ? (
        <p className="px-4 pb-3 text-sm font-[560] text-garbage">{outcome.result.message}</p>
      ) : null}
      {phase === 'done' && outcome !== null ? <RunFigures outcome={outcome} /> : null}
    </section>
  )
}

function RunFigures({ outcome }: { readonly outcome: NonNullable<RunState['outcome']> }) {
  // The snapshot's figures end with the program; the result's include the interpreter's own tidying up.
  const { metrics } = outcome.snapshot ?? outcome.result
  const figures = [
    ['steps', metrics.steps],
    ['allocations', metrics.allocations],
    ['peak bytes', metrics.peakBytes],
    ['collections', metrics.collections],
  ] as const
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line px-4 py-2.5 text-[0.8125rem]">
      {figures.map(([name, value]) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-faint">{name}</dt>
          <dd className="font-mono tabular-nums">{value.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
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
