'use client'
// Ends all sessions but this one.
import { signOutElsewhere } from '#app/account/actions.ts'
import { AnswerLine } from '../answer-line.tsx'
import { useAnswer } from '../use-answer.ts'

/** One button with what it does. */
export function SignOutElsewhere() {
  const { ask, waiting, problem, news } = useAnswer()
  return (
    <div className="grid gap-3">
      <p className="text-soft">Left signed in on a school computer? Sign out everywhere but here.</p>
      <AnswerLine problem={problem} news={news} />
      <button type="button" className="button justify-self-start" disabled={waiting} onClick={() => ask(signOutElsewhere, 'All other browsers are signed out.')}>
        Sign out elsewhere
      </button>
    </div>
  )
}
