'use client'
// Takes another name.
import type { FormEvent } from 'react'
import { changeName } from '#app/account/actions.ts'
import { AnswerLine } from '../answer-line.tsx'
import { Field } from '../field.tsx'
import { useAnswer } from '../use-answer.ts'

/** The name with a button. */
export function NameForm({ name, signsInWithIt }: { readonly name: string; readonly signsInWithIt: boolean }) {
  const { ask, waiting, problem, news } = useAnswer()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = String(new FormData(event.currentTarget).get('name') ?? '')
    ask(() => changeName(wanted), 'Your name is changed.')
  }
  return (
    <form className="grid gap-3" onSubmit={submit}>
      <Field
        name="name"
        label="Name"
        defaultValue={name}
        autoComplete="username"
        note={signsInWithIt ? 'Others see it, and you sign in with it.' : 'Others see it.'}
      />
      <AnswerLine problem={problem} news={news} />
      <button type="submit" className="button justify-self-start" disabled={waiting}>
        Change the name
      </button>
    </form>
  )
}
