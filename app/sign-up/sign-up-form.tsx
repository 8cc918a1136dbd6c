'use client'
// The form for a new account; signs in right after, which brings the guest's work along.
import { signIn } from 'next-auth/react'
import { useState, type FormEvent } from 'react'
import { Field } from '../_components/field.tsx'
import { createAccount } from './actions.ts'

interface Problem {
  readonly reason: string
  readonly message: string
}

/** Creates the account, signs in, goes to the map. */
export function SignUpForm() {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [waiting, setWaiting] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (key: string) => String(form.get(key) ?? '')
    setWaiting(true)
    setProblem(null)
    const unanswered = { ok: false as const, reason: 'offline', message: 'The server does not answer. Please try again.' }
    const account = await createAccount({ name: text('name'), password: text('password'), contactEmail: text('email') }).catch(() => unanswered)
    if (!account.ok) {
      setWaiting(false)
      setProblem(account)
      return
    }
    const answer = await signIn('credentials', { name: text('name'), password: text('password'), redirect: false }).catch(() => undefined)
    window.location.assign(answer?.ok === true && answer.error === null ? '/challenges' : '/sign-in')
  }
  const of = (...reasons: string[]) => (problem !== null && reasons.includes(problem.reason) ? problem.message : null)
  const elsewhere = problem !== null && of('bad-name', 'name-taken', 'bad-password') === null ? problem.message : null
  return (
    <form className="grid gap-5" onSubmit={(event) => void submit(event)}>
      {elsewhere === null ? null : (
        <p className="notice notice-bad text-sm" role="alert">
          {elsewhere}
        </p>
      )}
      <Field name="name" label="Name" autoComplete="username" note="Others see it on the leaderboards." problem={of('bad-name', 'name-taken')} />
      <Field name="password" label="Password" type="password" autoComplete="new-password" note="At least 8 characters." problem={of('bad-password')} />
      <Field
        name="email"
        label="E-mail (if you like)"
        type="email"
        autoComplete="email"
        required={false}
        note="Nobody sees it. It helps an administrator to help you."
      />
      <button type="submit" className="button button-main" disabled={waiting}>
        {waiting ? 'Making your account…' : 'Sign up'}
      </button>
    </form>
  )
}
