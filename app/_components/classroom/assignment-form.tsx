'use client'
// The form of an assignment: a new one, or one that is being changed. Dates are typed in the teacher's time zone.
import type { FormEvent } from 'react'
import type { AssignmentDraft } from '#app/classrooms/actions.ts'
import type { Result } from '#lib/std/result.ts'
import { AnswerLine } from '../answer-line.tsx'
import { Field } from '../field.tsx'
import { useAnswer } from '../use-answer.ts'

export interface AssignmentFields {
  readonly title: string
  readonly slugs: readonly string[]
  readonly openAt: string | null
  readonly dueAt: string | null
  readonly lateUntil: string | null
}

export interface Choice {
  readonly slug: string
  readonly title: string
  readonly unitTitle: string
}

interface AssignmentFormProps {
  readonly heading: string
  readonly button: string
  readonly challenges: readonly Choice[]
  readonly present?: AssignmentFields
  readonly act: (draft: AssignmentDraft) => Promise<Result<null>>
  readonly onDone?: () => void
  readonly onCancel?: () => void
}

/** Title, challenges, dates. */
export function AssignmentForm({ heading, button, challenges, present, act, onDone, onCancel }: AssignmentFormProps) {
  const { ask, waiting, problem, news } = useAnswer()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const moment = (name: string) => {
      const typed = String(data.get(name) ?? '')
      return typed === '' ? null : new Date(typed).toISOString()
    }
    const draft = { title: String(data.get('title') ?? ''), slugs: data.getAll('slug').map(String), openAt: moment('open'), dueAt: moment('due'), lateUntil: moment('late') }
    ask(
      () => act(draft),
      present === undefined ? 'Assigned.' : undefined,
      () => {
        if (present === undefined) form.reset()
        onDone?.()
      },
    )
  }
  return (
    <form className="panel grid content-start gap-4 p-5" onSubmit={submit} aria-label={heading}>
      <h3 className="text-lg">{heading}</h3>
      <Field name="title" label="Title" autoComplete="off" defaultValue={present?.title} />
      <fieldset>
        <legend className="text-[0.9375rem] font-[560]">Challenges</legend>
        <div
          className="mt-1.5 grid max-h-64 gap-1 overflow-y-auto rounded-md border border-line-strong p-3"
          tabIndex={0}
          role="group"
          aria-label="Challenges to choose from"
        >
          {challenges.map(({ slug, title, unitTitle }) => (
            <label key={slug} className="flex min-h-7 items-center gap-2.5">
              <input type="checkbox" name="slug" value={slug} defaultChecked={present?.slugs.includes(slug)} className="size-4 flex-none accent-(--copper)" />
              <span>{title}</span>
              <span className="text-sm text-faint">{unitTitle}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="open" label="Opens" note="At once, when empty." iso={present?.openAt ?? null} />
        <DateField name="due" label="Due (if it is)" note="Later work is marked late." iso={present?.dueAt ?? null} />
        <DateField name="late" label="Late work until" note="Later work does not count." iso={present?.lateUntil ?? null} />
      </div>
      <p className="field-note">Dates are in your time zone.</p>
      <AnswerLine problem={problem} news={news} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button" disabled={waiting}>
          {button}
        </button>
        {onCancel === undefined ? null : (
          <button type="button" className="button button-quiet" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  )
}

interface DateFieldProps {
  readonly name: string
  readonly label: string
  readonly note: string
  readonly iso: string | null
}

function DateField({ iso, ...field }: DateFieldProps) {
  return <Field {...field} type="datetime-local" required={false} defaultValue={iso === null ? undefined : localInput(iso)} />
}

/** A moment as such an input wants it: local time, to the minute. */
function localInput(iso: string): string {
  const moment = new Date(iso)
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
