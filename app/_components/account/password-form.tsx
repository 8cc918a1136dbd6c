'use client'
// Takes another password, or a first one.
import type { FormEvent } from 'react'
import { replacePassword } from '#app/account/actions.ts'
import { AnswerLine } from '../answer-line.tsx'
import { Field } from '../field.tsx'
import { useAnswer } from '../use-answer.ts'

/** The present password where there is one, and the new one. */
export function PasswordForm({ hasPassword, name }: { readonly hasPassword: boolean; readonly name: string }) {
  const { ask, waiting, problem, news } = useAnswer()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    ask(
      () => replacePassword(String(data.get('current') ?? ''), String(data.get('next') ?? '')),
      'Your password is changed. Other browsers are signed out.',
      () => form.reset(),
    )
  }
  return (
    <form className="grid gap-4" onSubmit={submit}>
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" defaultValue={name} readOnly hidden />
      {hasPassword ? <Field name="current" label="Present password" type="password" autoComplete="current-password" /> : null}
      <Field
        name="next"
        label="New password"
        type="password"
        autoComplete="new-password"
        note={hasPassword ? 'At least 8 characters. All other browsers are signed out.' : `At least 8 characters. You then also sign in with the name ${name}.`}
      />
      <AnswerLine problem={problem} news={news} />
      <button type="submit" className="button justify-self-start" disabled={waiting}>
        {hasPassword ? 'Change the password' : 'Set a password'}
      </button>
    </form>
  )
}
