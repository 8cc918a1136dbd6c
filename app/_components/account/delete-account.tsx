'use client'
// The end of an account, with the proof that its owner asks for it.
import { useState, type FormEvent } from 'react'
import { deleteOwnAccount } from '#app/account/actions.ts'
import { AnswerLine } from '../answer-line.tsx'
import { Field } from '../field.tsx'
import { useAnswer } from '../use-answer.ts'

interface DeleteAccountProps {
  readonly hasPassword: boolean
  readonly name: string
  readonly guest: boolean
}

/** A button that opens the question. */
export function DeleteAccount({ hasPassword, name, guest }: DeleteAccountProps) {
  const [asked, setAsked] = useState(false)
  const { ask, waiting, problem, news } = useAnswer()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const proof = String(new FormData(event.currentTarget).get('proof') ?? '')
    // A full load, so that nothing of the account's pages stays.
    ask(() => deleteOwnAccount(proof), undefined, () => window.location.assign('/'))
  }
  return (
    <div className="grid gap-4">
      <p className="text-soft">
        Your name, programs, drafts and awards are erased, and you leave your classrooms. Only nameless numbers of your attempts stay. This can’t be undone.
      </p>
      {asked ? (
        <form className="grid gap-4" onSubmit={submit}>
          {hasPassword ? (
            <Field name="proof" label="Your password, to confirm" type="password" autoComplete="current-password" />
          ) : (
            <Field name="proof" label={`Type “${name}” to confirm`} autoComplete="off" />
          )}
          <AnswerLine problem={problem} news={news} />
          <div className="flex flex-wrap gap-2">
            <button type="submit" className="button border-garbage! text-garbage!" disabled={waiting}>
              Delete for good
            </button>
            <button type="button" className="button button-quiet" onClick={() => setAsked(false)}>
              Keep it
            </button>
          </div>
        </form>
      ) : (
        <button type="button" className="button justify-self-start" onClick={() => setAsked(true)}>
          {guest ? 'Delete what I did as a guest' : 'Delete my account'}
        </button>
      )}
    </div>
  )
}
