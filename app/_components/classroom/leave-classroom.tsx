'use client'
// A learner's way out of a classroom; asks once more first.
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { leaveClassroom } from '#app/classrooms/actions.ts'
import { AnswerLine } from '../answer-line.tsx'
import { useAnswer } from '../use-answer.ts'

/** One quiet button with its question. */
export function LeaveClassroom({ classroomId }: { readonly classroomId: string }) {
  const router = useRouter()
  const [asked, setAsked] = useState(false)
  const { ask, waiting, problem, news } = useAnswer()
  return (
    <div className="grid gap-3 border-t border-line pt-6">
      <AnswerLine problem={problem} news={news} />
      {asked ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-sm text-soft">Your teacher no longer sees your attempts. You can come back with a join code.</p>
          <button type="button" className="button button-small" disabled={waiting} onClick={() => ask(() => leaveClassroom(classroomId), undefined, () => router.push('/classrooms'))}>
            Yes, leave
          </button>
          <button type="button" className="button button-quiet button-small" onClick={() => setAsked(false)}>
            No
          </button>
        </div>
      ) : (
        <button type="button" className="button button-small justify-self-start" onClick={() => setAsked(true)}>
          Leave this classroom
        </button>
      )}
    </div>
  )
}
