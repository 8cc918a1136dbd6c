// What came of asking: the problem as an alert, good news as a status.
import type { Asking } from './use-answer.ts'

/** One line below a form; always there, so that a screen reader hears it change. */
export function AnswerLine({ problem, news }: Pick<Asking, 'problem' | 'news'>) {
  return (
    <>
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <p className={news === null ? 'sr-only' : 'text-sm text-alive'} role="status">
        {news}
      </p>
    </>
  )
}
