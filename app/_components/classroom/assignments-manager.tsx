'use client'
// A teacher's assignments: what is set, and the form for a new one.
import { useState, useTransition, type FormEvent } from 'react'
import { addAssignment, dropAssignment } from '#app/classrooms/actions.ts'
import { Field } from '../field.tsx'
import { LocalTime } from '../local-time.tsx'

interface AssignmentsManagerProps {
  readonly classroomId: string
  readonly assignments: readonly {
    readonly id: string
    readonly title: string
    readonly openAt: string
    readonly dueAt: string | null
    readonly titles: readonly string[]
  }[]
  readonly challenges: readonly { readonly slug: string; readonly title: string; readonly unitTitle: string }[]
}

/** List and form. */
export function AssignmentsManager({ classroomId, assignments, challenges }: AssignmentsManagerProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [waiting, startTransition] = useTransition()

  const remove = (assignmentId: string) =>
    startTransition(async () => {
      const answer = await dropAssignment(classroomId, assignmentId)
      setProblem(answer.ok ? null : answer.message)
    })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const due = String(data.get('due') ?? '')
    startTransition(async () => {
      const draft = { title: String(data.get('title') ?? ''), slugs: data.getAll('slug').map(String), dueAt: due === '' ? null : new Date(due).toISOString() }
      const answer = await addAssignment(classroomId, draft).catch(() => ({ ok: false as const, message: 'The server does not answer. Please try again.' }))
      setProblem(answer.ok ? null : answer.message)
      if (answer.ok) form.reset()
    })
  }

  return (
    <section aria-labelledby="assignments-title">
      <h2 id="assignments-title" className="text-xl">
        Assignments
      </h2>
      <div className="mt-4 grid grid-cols-1 gap-6 lg:grid-cols-2">
        <ul className="grid content-start gap-3">
          {assignments.length === 0 ? <li className="text-soft">None yet.</li> : null}
          {assignments.map((assignment) => (
            <li key={assignment.id} className="panel flex flex-wrap items-start justify-between gap-3 p-4">
              <div className="min-w-0">
                <h3 className="text-[1.0625rem]">{assignment.title}</h3>
                <p className="text-sm text-faint">
                  {assignment.dueAt === null ? (
                    'no due date'
                  ) : (
                    <>
                      due <LocalTime iso={assignment.dueAt} />
                    </>
                  )}
                </p>
                <p className="mt-1 text-sm text-soft">{assignment.titles.join(', ')}</p>
              </div>
              <button
                type="button"
                className="button button-small"
                disabled={waiting}
                onClick={() => remove(assignment.id)}
                aria-label={`Remove the assignment ${assignment.title}`}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
        <form className="panel grid content-start gap-4 p-5" onSubmit={submit}>
          <h3 className="text-lg">New assignment</h3>
          <Field name="title" label="Title" autoComplete="off" />
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
                  <input type="checkbox" name="slug" value={slug} className="size-4 flex-none accent-(--copper)" />
                  <span>{title}</span>
                  <span className="text-sm text-faint">{unitTitle}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <Field name="due" label="Due (if it is)" type="datetime-local" required={false} note="In your time zone." />
          {problem === null ? null : (
            <p className="field-problem" role="alert">
              {problem}
            </p>
          )}
          <button type="submit" className="button" disabled={waiting}>
            Assign
          </button>
        </form>
      </div>
    </section>
  )
}
