'use client'
// The ways out of a classroom: a teacher closes it, a learner leaves it. Both ask once more first.
import { useState, useTransition } from 'react'
import { closeClassroom, leaveClassroom } from '#app/classrooms/actions.ts'

interface EndOfClassroomProps {
  readonly kind: 'archive' | 'leave'
  readonly classroomId: string
}

const words = {
  archive: { button: 'Archive this classroom', question: 'Everything stays readable, and nobody can join any more.', yes: 'Yes, archive it' },
  leave: { button: 'Leave this classroom', question: 'Your teacher no longer sees your attempts. You can come back with a join code.', yes: 'Yes, leave' },
} as const

/** One quiet button with its question. */
export function EndOfClassroom({ kind, classroomId }: EndOfClassroomProps) {
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [waiting, startTransition] = useTransition()
  const { button, question, yes } = words[kind]
  const end = () =>
    startTransition(async () => {
      const answer = kind === 'archive' ? await closeClassroom(classroomId) : await leaveClassroom(classroomId)
      setProblem(answer.ok ? null : answer.message)
      setAsked(false)
    })
  return (
    <div className="border-t border-line pt-6">
      {problem === null ? null : (
        <p className="field-problem mb-3" role="alert">
          {problem}
        </p>
      )}
      {asked ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-sm text-soft">{question}</p>
          <button type="button" className="button button-small" disabled={waiting} onClick={end}>
            {yes}
          </button>
          <button type="button" className="button button-quiet button-small" onClick={() => setAsked(false)}>
            No
          </button>
        </div>
      ) : (
        <button type="button" className="button button-small" onClick={() => setAsked(true)}>
          {button}
        </button>
      )}
    </div>
  )
}
