'use client'
// Two steps: the code, then the password; signs in right after, which brings the guest's work along.
import { signIn } from 'next-auth/react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { AnswerLine } from '../_components/answer-line.tsx'
import { Field } from '../_components/field.tsx'
import { useAnswer } from '../_components/use-answer.ts'
import { lookAtCard, takeCard } from './actions.ts'

/** The form. */
export function CardForm() {
  const { ask, waiting, problem, news } = useAnswer()
  const [card, setCard] = useState<{ code: string; name: string } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  // The second step takes the place of the first: the focus goes along.
  useEffect(() => {
    if (card !== null) form.current?.querySelector<HTMLInputElement>('input[name=password]')?.focus()
  }, [card])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    if (card === null) {
      const code = String(data.get('code') ?? '')
      ask(() => lookAtCard(code), undefined, ({ name }) => setCard({ code, name }))
      return
    }
    const password = String(data.get('password') ?? '')
    ask(() => takeCard(card.code, password), undefined, ({ name }) => {
      void signIn('credentials', { name, password, redirect: false })
        .catch(() => undefined)
        .then((answer) => window.location.assign(answer?.ok === true && answer.error === null ? '/classrooms' : '/sign-in'))
    })
  }
  return (
    <form ref={form} className="grid gap-5" onSubmit={submit}>
      {card === null ? (
        <div className="[&_input]:font-mono [&_input]:uppercase">
          <Field name="code" label="Code of the card" autoComplete="off" note="Capitals and dashes do not matter." />
        </div>
      ) : (
        <>
          <p className="notice notice-good">
            Hello, <strong>{card.name}</strong>. You will sign in with this name.
          </p>
          <input type="text" name="username" autoComplete="username" value={card.name} readOnly hidden />
          <Field name="password" label="Your new password" type="password" autoComplete="new-password" note="At least 8 characters." />
        </>
      )}
      <AnswerLine problem={problem} news={news} />
      <button type="submit" className="button button-main" disabled={waiting}>
        {card === null ? 'Go on' : 'Choose this password and sign in'}
      </button>
    </form>
  )
}
