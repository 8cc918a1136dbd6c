'use client'
// A teacher's assignments: what is set, how to change it, and the form for a new one.
import { useState } from 'react'
import { addAssignment, changeAssignment, dropAssignment, extendAssignment } from '#app/classrooms/actions.ts'
import { AnswerLine } from '../answer-line.tsx'
import { LocalTime } from '../local-time.tsx'
import { useAnswer } from '../use-answer.ts'
import { AssignmentForm, type AssignmentFields, type Choice } from './assignment-form.tsx'
import { type Extension, Extensions, type Learner } from './extensions.tsx'

interface AssignmentsManagerProps {
  readonly classroomId: string
  readonly assignments: readonly AssignmentItem[]
  readonly challenges: readonly Choice[]
  readonly learners: readonly Learner[]
}

interface AssignmentItem extends AssignmentFields {
  readonly id: string
  readonly openAt: string
  readonly isOpen: boolean
  readonly titles: readonly string[]
  readonly extensions: readonly Extension[]
}

/** List and forms. */
export function AssignmentsManager({ classroomId, assignments, challenges, learners }: AssignmentsManagerProps) {
  const { ask, waiting, problem, news } = useAnswer()
  const [changed, setChanged] = useState<string | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <section aria-labelledby="assignments-title">
      <h2 id="assignments-title" className="text-xl">
        Assignments
      </h2>
      <AnswerLine problem={problem} news={news} />
      <div className="mt-4 grid grid-cols-1 gap-6 lg:grid-cols-2">
        <ul className="grid content-start gap-3">
          {assignments.length === 0 ? <li className="text-soft">None yet.</li> : null}
          {assignments.map((assignment) =>
            changed === assignment.id ? (
              <li key={assignment.id}>
                <AssignmentForm
                  heading={`Change “${assignment.title}”`}
                  button="Save"
                  challenges={challenges}
                  present={assignment}
                  act={(draft) => changeAssignment(classroomId, assignment.id, draft)}
                  onDone={() => setChanged(null)}
                  onCancel={() => setChanged(null)}
                />
              </li>
            ) : (
              <li key={assignment.id} className="panel flex flex-wrap items-start justify-between gap-3 p-4">
                <div className="min-w-0">
                  <h3 className="text-[1.0625rem]">{assignment.title}</h3>
                  <Dates {...assignment} />
                  <p className="mt-1 text-sm text-soft">{assignment.titles.join(', ')}</p>
                  {assignment.dueAt === null ? null : (
                    <Extensions title={assignment.title} extensions={assignment.extensions} learners={learners} act={(userId, dueAt) => extendAssignment(classroomId, assignment.id, userId, dueAt)} />
                  )}
                </div>
                {asked === assignment.id ? (
                  <div className="flex flex-wrap gap-2">
                    <button
                      type="button"
                      className="button button-small"
                      disabled={waiting}
                      onClick={() => ask(() => dropAssignment(classroomId, assignment.id), `“${assignment.title}” is removed.`, () => setAsked(null))}
                    >
                      Yes, remove it
                    </button>
                    <button type="button" className="button button-quiet button-small" onClick={() => setAsked(null)}>
                      Keep
                    </button>
                  </div>
                ) : (
                  <div className="flex flex-wrap gap-2">
                    <button type="button" className="button button-small" onClick={() => setChanged(assignment.id)} aria-label={`Change the assignment ${assignment.title}`}>
                      Change
                    </button>
                    <button
                      type="button"
                      className="button button-quiet button-small"
                      onClick={() => setAsked(assignment.id)}
                      aria-label={`Remove the assignment ${assignment.title}`}
                    >
                      Remove
                    </button>
                  </div>
                )}
              </li>
            ),
          )}
        </ul>
        <AssignmentForm heading="New assignment" button="Assign" challenges={challenges} act={(draft) => addAssignment(classroomId, draft)} />
      </div>
    </section>
  )
}

/** When it opens (if that is still to come), when it is due, and how late is too late. */
function Dates({ openAt, isOpen, dueAt, lateUntil }: Pick<AssignmentItem, 'openAt' | 'isOpen' | 'dueAt' | 'lateUntil'>) {
  return (
    <p className="text-sm text-faint">
      {isOpen ? null : (
        <>
          opens <LocalTime iso={openAt} />,{' '}
        </>
      )}
      {dueAt === null ? (
        'no due date'
      ) : (
        <>
          due <LocalTime iso={dueAt} />
        </>
      )}
      {lateUntil === null ? null : (
        <>
          , late work until <LocalTime iso={lateUntil} />
        </>
      )}
    </p>
  )
}
