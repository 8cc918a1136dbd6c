// The count of an object over the run as stairs, and every change with the line and instruction that made it.
import { useState } from 'react'
import type { ReferenceHistory } from '#lib/engine/index.ts'
import { CodeText } from '../../code-text.tsx'

interface HistoryViewProps {
  readonly history: ReferenceHistory
  readonly lastStep: number
  /** The step that is looked at. */
  readonly step: number
  readonly onStep: (step: number) => void
}

const width = 320
const height = 56
const firstShown = 40

/** Stairs and list; moves between holders that change no count are left out of the list unless asked for. */
export function HistoryView({ history, lastStep, step, onStep }: HistoryViewProps) {
  const [withMoves, setWithMoves] = useState(false)
  const [shown, setShown] = useState(firstShown)
  const { events } = history
  if (events.length === 0) return <p className="text-sm text-faint">No reference to it changes while the program runs.</p>
  const listed = withMoves ? events : events.filter(({ delta }) => delta !== 0)
  return (
    <div>
      <CountStairs history={history} lastStep={lastStep} step={step} />
      <label className="tool-field mt-1">
        <input type="checkbox" className="size-4 accent-(--copper)" checked={withMoves} onChange={(event) => setWithMoves(event.target.checked)} />
        Moves that change no count
      </label>
      <ol className="history">
        {listed.slice(0, shown).map((event, order) => (
          <li key={`${order} ${event.step}`} data-now={event.step === step || undefined}>
            <button type="button" className="history-step" onClick={() => onStep(event.step)} aria-label={`Go to step ${event.step}`}>
              {event.line === null ? `step ${event.step.toLocaleString('en')}` : `line ${event.line}`}
            </button>
            <span className="history-delta" data-down={event.delta < 0 || undefined}>
              {event.delta === 0 ? '=' : event.delta > 0 ? `+${event.delta}` : `−${-event.delta}`}
            </span>
            <span className="history-count">{event.count}</span>
            <span className="history-what">
              {event.gained.length > 0 ? <CodeText text={`held by ${event.gained.join(', ')}`} /> : null}
              {event.gained.length > 0 && event.lost.length > 0 ? '; ' : ''}
              {event.lost.length > 0 ? <CodeText text={`no longer by ${event.lost.join(', ')}`} /> : null}
              <span className="history-instruction">{event.instruction}</span>
            </span>
          </li>
        ))}
      </ol>
      {listed.length > shown ? (
        <button type="button" className="button button-small" onClick={() => setShown(shown * 4)}>
          {(listed.length - shown).toLocaleString('en')} more
        </button>
      ) : null}
      {history.isCut ? <p className="text-sm text-faint">There are more changes than can be kept: the list ends early.</p> : null}
    </div>
  )
}

function CountStairs({ history, lastStep, step }: Omit<HistoryViewProps, 'onStep'>) {
  const { events } = history
  const most = Math.max(1, ...events.map(({ count }) => count))
  const x = (at: number) => Math.round((at / Math.max(1, lastStep)) * width * 10) / 10
  const y = (count: number) => Math.round((height - 6 - (count / most) * (height - 16)) * 10) / 10
  const first = events[0]
  let path = first === undefined ? '' : `M${x(first.step)} ${y(0)}`
  let last = 0
  for (const { step: at, count } of events) {
    path += ` L${x(at)} ${y(last)} L${x(at)} ${y(count)}`
    last = count
  }
  if (last > 0) path += ` L${width} ${y(last)}`
  return (
    <svg className="stairs" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`Its count over the run: at most ${most}`}>
      <path className="timeline-base" d={`M0 ${height - 6}H${width}`} />
      <path className="stairs-line" d={path} />
      <path className="stairs-now" d={`M${x(step)} 0V${height}`} />
      <text x="2" y="10">
        {most}
      </text>
    </svg>
  )
}
