'use client'
// Who is in the classroom, and as what; for its teachers also how to change that, and accounts for learners without e-mail.
import { useState } from 'react'
import type { LoginCard } from '#lib/server/cards.ts'
import { changeRole, dropMember, replaceCards } from '#app/classrooms/actions.ts'
import { AnswerLine } from '../answer-line.tsx'
import { LocalTime } from '../local-time.tsx'
import { type Asking, useAnswer } from '../use-answer.ts'
import { LoginCards } from './login-cards.tsx'
import { NewStudents } from './new-students.tsx'

interface Member {
  readonly userId: string
  readonly name: string
  readonly role: string
  readonly joinedAt: string
  readonly madeHere: boolean
  readonly hasCard: boolean
}

interface MembersTableProps {
  readonly classroomId: string
  readonly classroomName: string
  readonly ownId: string
  /** May change people: is a teacher, and the classroom is open. */
  readonly mayManage: boolean
  readonly mayAdd: boolean
  readonly members: readonly Member[]
}

const roleWords: Record<string, string> = { teacher: 'teacher', 'co-teacher': 'co-teacher', student: 'learner' }

/** Members with their roles. */
export function MembersTable({ classroomId, classroomName, ownId, mayManage, mayAdd, members }: MembersTableProps) {
  const asking = useAnswer()
  const [cards, setCards] = useState<readonly LoginCard[]>([])
  const waiting = members.filter(({ madeHere, hasCard }) => madeHere && hasCard)
  return (
    <section aria-labelledby="members-title">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="members-title" className="text-xl">
          People
        </h2>
        {mayManage && waiting.length > 0 ? (
          <button
            type="button"
            className="button button-small"
            disabled={asking.waiting}
            onClick={() => asking.ask(() => replaceCards(classroomId, waiting.map(({ userId }) => userId)), 'The old unused cards no longer work.', setCards)}
          >
            New cards for {waiting.length === 1 ? 'the unused one' : `all ${waiting.length} unused ones`}
          </button>
        ) : null}
      </div>
      {mayManage ? (
        <p className="mt-1 text-sm text-faint">
          A co-teacher sees the learners’ work and sets assignments. A teacher also decides about people, the join code and the settings.
        </p>
      ) : null}
      <AnswerLine problem={asking.problem} news={asking.news} />
      <LoginCards cards={cards} classroomName={classroomName} onClose={() => setCards([])} />
      <div className="table-wrap mt-4" role="region" aria-label="Members of the classroom" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              <th scope="col">Joined</th>
              {mayManage ? (
                <th scope="col">
                  <span className="sr-only">Actions</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.userId}>
                <th scope="row">
                  {member.name}
                  {member.userId === ownId ? <span className="ml-2 text-sm text-copper">you</span> : null}
                  {member.hasCard ? <span className="ml-2 text-sm text-faint">card not used yet</span> : null}
                </th>
                <td>
                  {mayManage ? <RoleSelect classroomId={classroomId} member={member} asking={asking} /> : (roleWords[member.role] ?? member.role)}
                </td>
                <td className="whitespace-nowrap text-sm text-faint">
                  <LocalTime iso={member.joinedAt} withTime={false} />
                </td>
                {mayManage ? (
                  <td className="text-right">
                    {member.userId === ownId ? null : <Actions classroomId={classroomId} member={member} asking={asking} onCards={setCards} />}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayAdd ? <NewStudents classroomId={classroomId} classroomName={classroomName} /> : null}
    </section>
  )
}

interface RowProps {
  readonly classroomId: string
  readonly member: Member
  readonly asking: Asking
}

function RoleSelect({ classroomId, member, asking }: RowProps) {
  return (
    <select
      className="input min-h-9! w-auto! py-1! text-sm!"
      aria-label={`Role of ${member.name}`}
      value={member.role}
      disabled={asking.waiting}
      onChange={({ target }) => {
        const { value } = target
        asking.ask(() => changeRole(classroomId, member.userId, value), `${member.name} is now a ${roleWords[value] ?? value}.`)
      }}
    >
      {Object.entries(roleWords).map(([role, words]) => (
        <option key={role} value={role}>
          {words}
        </option>
      ))}
    </select>
  )
}

function Actions({ classroomId, member, asking, onCards }: RowProps & { readonly onCards: (cards: readonly LoginCard[]) => void }) {
  const [asked, setAsked] = useState<'remove' | 'card' | null>(null)
  if (asked !== null) {
    return (
      <span className="inline-flex flex-wrap justify-end gap-2">
        {asked === 'remove' ? (
          <button
            type="button"
            className="button button-small"
            disabled={asking.waiting}
            onClick={() => asking.ask(() => dropMember(classroomId, member.userId), `${member.name} is removed.`, () => setAsked(null))}
          >
            Yes, remove {member.name}
          </button>
        ) : (
          <button
            type="button"
            className="button button-small"
            disabled={asking.waiting}
            onClick={() =>
              asking.ask(
                () => replaceCards(classroomId, [member.userId]),
                `The old password of ${member.name} no longer works.`,
                (cards) => {
                  setAsked(null)
                  onCards(cards)
                },
              )
            }
          >
            Yes, end the old password
          </button>
        )}
        <button type="button" className="button button-quiet button-small" onClick={() => setAsked(null)}>
          Keep
        </button>
      </span>
    )
  }
  return (
    <span className="inline-flex flex-wrap justify-end gap-1">
      {member.madeHere ? (
        <button type="button" className="button button-quiet button-small" onClick={() => setAsked('card')} aria-label={`New card for ${member.name}`}>
          New card
        </button>
      ) : null}
      <button type="button" className="button button-quiet button-small" onClick={() => setAsked('remove')} aria-label={`Remove ${member.name}`}>
        Remove
      </button>
    </span>
  )
}
