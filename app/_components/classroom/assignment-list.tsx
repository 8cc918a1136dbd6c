// Assignments as a learner sees them: what is due, and what of it is done.
import Link from 'next/link'
import type { AssignmentView } from '#lib/server/assignments.ts'
import { CheckIcon, CircleIcon } from '../icons.tsx'
import { LocalTime } from '../local-time.tsx'

interface AssignmentListProps {
  readonly assignments: readonly AssignmentView[]
  readonly showClassroom?: boolean
}

/** One panel an assignment. */
export function AssignmentList({ assignments, showClassroom = false }: AssignmentListProps) {
  return (
    <ul className="grid gap-3">
      {assignments.map((assignment) => (
        <li key={assignment.id} className="panel p-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h3 className="text-[1.0625rem]">{assignment.title}</h3>
            <p className="text-sm text-faint">
              {assignment.dueAt === null ? (
                'no due date'
              ) : (
                <>
                  due <LocalTime iso={assignment.dueAt.toISOString()} />
                  {assignment.isExtended ? ' (more time for you)' : ''}
                </>
              )}
              {assignment.lateUntil === null ? null : (
                <>
                  , late work until <LocalTime iso={assignment.lateUntil.toISOString()} />
                </>
              )}
            </p>
          </div>
          {showClassroom ? <p className="text-sm text-faint">{assignment.classroomName}</p> : null}
          <ul className="mt-3 grid gap-1.5">
            {assignment.challenges.map((challenge) => (
              <li key={challenge.slug} className="flex items-center gap-2">
                {challenge.passed ? <CheckIcon className="text-alive" /> : <CircleIcon className="text-faint" />}
                <Link className="link" href={`/challenges/${challenge.slug}`}>
                  {challenge.title}
                </Link>
                <span className="text-sm text-faint">{challenge.passed ? (challenge.late ? 'done, late' : 'done') : 'to do'}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
