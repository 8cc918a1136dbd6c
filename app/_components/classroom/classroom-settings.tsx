'use client'
// What a teacher decides about a classroom as a whole: its name, whether its learners see leaderboards, its copy, its end.
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { changeClassroomName, closeClassroom, copyClassroom, openAgain, switchBoards } from '#app/classrooms/actions.ts'
import { AnswerLine } from '../answer-line.tsx'
import { Field } from '../field.tsx'
import { useAnswer } from '../use-answer.ts'

interface ClassroomSettingsProps {
  readonly classroomId: string
  readonly name: string
  readonly boardsOff: boolean
  readonly archived: boolean
}

/** A panel of quiet controls. */
export function ClassroomSettings({ classroomId, name, boardsOff, archived }: ClassroomSettingsProps) {
  const { ask, waiting, problem, news } = useAnswer()
  const router = useRouter()
  const [asked, setAsked] = useState(false)
  const [off, setOff] = useState(boardsOff)
  const turn = (wanted: boolean) => {
    setOff(wanted)
    ask(
      async () => {
        const answer = await switchBoards(classroomId, wanted)
        if (!answer.ok) setOff(!wanted)
        return answer
      },
      wanted ? 'Leaderboards are off.' : 'Leaderboards are on.',
    )
  }
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = String(new FormData(event.currentTarget).get('classroom') ?? '')
    ask(() => changeClassroomName(classroomId, wanted), 'The classroom has its new name.')
  }
  return (
    <section aria-labelledby="settings-title" className="border-t border-line pt-8">
      <h2 id="settings-title" className="text-xl">
        Settings
      </h2>
      <div className="mt-4 grid max-w-2xl gap-6">
        <form className="flex flex-wrap items-end gap-3" onSubmit={rename}>
          <div className="min-w-56 flex-1">
            <Field name="classroom" label="Name of the classroom" defaultValue={name} autoComplete="off" />
          </div>
          <button type="submit" className="button min-h-11" disabled={waiting}>
            Rename
          </button>
        </form>
        <label className="flex items-start gap-3">
          <input
            type="checkbox"
            className="mt-1 size-4 flex-none accent-(--copper)"
            checked={off}
            onChange={({ target }) => turn(target.checked)}
          />
          <span>
            No leaderboards for these learners
            <span className="block text-sm text-faint">They see no ranks, no histogram and no solutions of others, and nobody sees them on a board.</span>
          </span>
        </label>
        <div className="flex flex-wrap items-center gap-2">
          <button type="button" className="button" disabled={waiting} onClick={() => ask(() => copyClassroom(classroomId), undefined, (copy) => router.push(`/classrooms/${copy.classroomId}`))}>
            Duplicate
          </button>
          {archived ? (
            <button type="button" className="button" disabled={waiting} onClick={() => ask(() => openAgain(classroomId), 'The classroom is open again.')}>
              Open again
            </button>
          ) : asked ? (
            <>
              <p className="text-sm text-soft">Everything stays readable, and nobody can join any more.</p>
              <button type="button" className="button" disabled={waiting} onClick={() => ask(() => closeClassroom(classroomId), 'The classroom is archived.', () => setAsked(false))}>
                Yes, archive it
              </button>
              <button type="button" className="button button-quiet" onClick={() => setAsked(false)}>
                No
              </button>
            </>
          ) : (
            <button type="button" className="button" onClick={() => setAsked(true)}>
              Archive this classroom
            </button>
          )}
        </div>
        <p className="field-note -mt-4">A duplicate has the same assignments, without dates and people: for the next class.</p>
        <AnswerLine problem={problem} news={news} />
      </div>
    </section>
  )
}
