'use client'
// The history of attempts; each opens to its program, which can be put back into the editor.
import type { AttemptView } from '#lib/client/submission-client.ts'
import { CodeText } from '../code-text.tsx'
import { LocalTime } from '../local-time.tsx'
import { isMedal, Medal } from '../medal.tsx'
import { VerdictTag } from '../verdict-tag.tsx'

interface AttemptsPanelProps {
  readonly attempts: readonly AttemptView[]
  /** What was judged. */
  readonly on?: 'program' | 'answers'
  /** Absent where the reader has no editor (a teacher). */
  readonly onRestore?: (source: string) => void
}

/** Newest first. */
export function AttemptsPanel({ attempts, on = 'program', onRestore }: AttemptsPanelProps) {
  return (
    <section aria-labelledby="attempts-title" className="panel p-5">
      <h2 id="attempts-title" className="text-lg">
        Attempts
      </h2>
      {attempts.length === 0 ? <p className="mt-2 text-sm text-faint">None yet.</p> : null}
      <ol className="mt-2 divide-y divide-line">
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            <details className="group">
              <summary className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
                <span className="font-mono text-faint">#{attempt.attempt}</span>
                {attempt.state === 'queued' ? (
                  <span className="tag text-info bg-info-soft">in the queue</span>
                ) : (
                  <VerdictTag verdict={attempt.verdict ?? 'judge-error'} on={on} />
                )}
                {isMedal(attempt.medal) ? <Medal medal={attempt.medal} compact /> : null}
                {attempt.metric === null ? null : <span className="font-mono tabular-nums">{attempt.metric.toLocaleString('en')}</span>}
                <span className="ml-auto text-faint">
                  <LocalTime iso={attempt.createdAt} />
                </span>
              </summary>
              <AttemptDetail attempt={attempt} onRestore={onRestore} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

function AttemptDetail({ attempt, onRestore }: { readonly attempt: AttemptView; readonly onRestore: AttemptsPanelProps['onRestore'] }) {
  const failing = attempt.goals.filter(({ passed }) => !passed)
  return (
    <div className="pb-4">
      {attempt.message === null || attempt.message === '' ? null : (
        <p className="mb-2 text-sm text-garbage">
          <CodeText text={attempt.message} />
        </p>
      )}
      {failing.length === 0 ? null : (
        <ul className="mb-2 grid list-[square] gap-1 pl-5 text-sm">
          {failing.map((goal) => (
            <li key={goal.id}>
              <CodeText text={goal.title} />
              {goal.message === null ? '' : <CodeText text={`: ${goal.message}`} />}
            </li>
          ))}
        </ul>
      )}
      <pre
        className="max-h-72 overflow-auto rounded border border-line bg-code p-3 text-[0.8125rem] leading-relaxed"
        tabIndex={0}
        aria-label={`Program of attempt ${attempt.attempt}`}
      >
        {attempt.source}
      </pre>
      {onRestore === undefined ? null : (
        <button type="button" className="button button-small mt-2" onClick={() => onRestore(attempt.source)}>
          Put this program into the editor
        </button>
      )}
    </div>
  )
}
