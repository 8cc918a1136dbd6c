'use client'
// Who has more time for an assignment, and a form that gives it to one more learner. The date is typed in the teacher's time zone.
import { useId, type FormEvent } from 'react'
import type { Result } from '#lib/std/result.ts'
import { AnswerLine } from '../answer-line.tsx'
import { Field } from '../field.tsx'
import { LocalTime } from '../local-time.tsx'
import { useAnswer } from '../use-answer.ts'

export interface Learner {
  readonly userId: string
  readonly name: string
}

export interface Extension extends Learner {
  readonly dueAt: string
}

interface ExtensionsProps {
  /** Of the assignment. */
  readonly title: string
  readonly extensions: readonly Extension[]
  readonly learners: readonly Learner[]
  readonly act: (userId: string, dueAt: string | null) => Promise<Result<null>>
}

/** The list, and the form behind a disclosure. */
export function Extensions({ title, extensions, learners, act }: ExtensionsProps) {
  const { ask, waiting, problem, news } = useAnswer()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const userId = String(data.get('learner') ?? '')
    const name = learners.find((learner) => learner.userId === userId)?.name ?? ''
    ask(
      () => act(userId, new Date(String(data.get('until') ?? '')).toISOString()),
      `${name} has more time.`,
      () => form.reset(),
    )
  }
  return (
    <div className="mt-2 text-sm">
      {extensions.length === 0 ? null : (
        <ul className="grid gap-1" aria-label={`More time for ${title}`}>
          {extensions.map(({ userId, name, dueAt }) => (
            <li key={userId} className="flex flex-wrap items-center gap-x-2">
              <span>
                {name}: until <LocalTime iso={dueAt} />
              </span>
              <button type="button" className="button button-quiet button-small" disabled={waiting} onClick={() => ask(() => act(userId, null), `${name} has the same time as all.`)} aria-label={`Take back the time of ${name}`}>
                Take back
              </button>
            </li>
          ))}
        </ul>
      )}
      <AnswerLine problem={problem} news={news} />
      {learners.length === 0 ? null : (
        <details className="mt-1">
          <summary className="link cursor-pointer">More time for one learner</summary>
          <form className="mt-2 grid gap-3" onSubmit={submit} aria-label={`More time for one learner: ${title}`}>
            <div className="field">
              <label htmlFor={id}>Learner</label>
              <select id={id} name="learner" className="input" required>
                {learners.map(({ userId, name }) => (
                  <option key={userId} value={userId}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <Field name="until" label="Due for this learner" type="datetime-local" note="Your time zone. The last moment for late work moves along." />
            <button type="submit" className="button button-small justify-self-start" disabled={waiting}>
              Give more time
            </button>
          </form>
        </details>
      )}
    </div>
  )
}
