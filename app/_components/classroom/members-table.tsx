'use client'
// Who is in the classroom.
import { useState, useTransition } from 'react'
import { dropMember } from '#app/classrooms/actions.ts'
import { LocalTime } from '../local-time.tsx'

interface MembersTableProps {
  readonly classroomId: string
  readonly ownId: string
  readonly mayRemove: boolean
  readonly members: readonly { readonly userId: string; readonly name: string; readonly role: string; readonly joinedAt: string }[]
}

const roleWords: Record<string, string> = { teacher: 'teacher', 'co-teacher': 'co-teacher', student: 'learner' }

/** Members with their roles; removing asks once more first. */
export function MembersTable({ classroomId, ownId, mayRemove, members }: MembersTableProps) {
  const [asked, setAsked] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [waiting, startTransition] = useTransition()
  const remove = (userId: string) =>
    startTransition(async () => {
      const answer = await dropMember(classroomId, userId)
      setProblem(answer.ok ? null : answer.message)
      setAsked(null)
    })
  return (
    <section aria-labelledby="members-title">
      <h2 id="members-title" className="text-xl">
        People
      </h2>
      {problem === null ? null : (
        <p className="field-problem mt-2" role="alert">
          {problem}
        </p>
      )}
      <div className="table-wrap mt-4">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              <th scope="col">Joined</th>
              {mayRemove ? (
                <th scope="col">
                  <span className="sr-only">Action</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.userId}>
                <th scope="row">{member.name}</th>
                <td>{roleWords[member.role] ?? member.role}</td>
                <td className="whitespace-nowrap text-sm text-faint">
                  <LocalTime iso={member.joinedAt} withTime={false} />
                </td>
                {mayRemove ? (
                  <td className="text-right">
                    {member.userId === ownId ? null : asked === member.userId ? (
                      <span className="inline-flex gap-2">
                        <button type="button" className="button button-small" disabled={waiting} onClick={() => remove(member.userId)}>
                          Yes, remove {member.name}
                        </button>
                        <button type="button" className="button button-quiet button-small" onClick={() => setAsked(null)}>
                          Keep
                        </button>
                      </span>
                    ) : (
                      <button
                        type="button"
                        className="button button-quiet button-small"
                        onClick={() => setAsked(member.userId)}
                        aria-label={`Remove ${member.name}`}
                      >
                        Remove
                      </button>
                    )}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
