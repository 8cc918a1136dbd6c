'use client'
// The form for name and password, with buttons for the other ways in.
import { signIn } from 'next-auth/react'
import { useState, type FormEvent } from 'react'
import { Field } from '../_components/field.tsx'

interface SignInFormProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  readonly target: string
  readonly providerFailed: boolean
}

/** next-auth gives a code of its own for a wrong password, and for other refusals the server's sentence. */
function sentenceOf(error: string | null | undefined): string {
  return error && error !== 'CredentialsSignin' && error.includes(' ') ? error : 'Name and password do not match.'
}

/** Signs in and goes on to `target`. */
export function SignInForm({ providers, target, providerFailed }: SignInFormProps) {
  const [problem, setProblem] = useState<string | null>(providerFailed ? 'That sign-in did not work. Please try again or use another way.' : null)
  const [waiting, setWaiting] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setWaiting(true)
    setProblem(null)
    const answer = await signIn('credentials', { name: form.get('name'), password: form.get('password'), redirect: false }).catch(() => undefined)
    if (answer?.ok === true && answer.error === null) {
      // A full load, so that nothing of the guest's pages stays.
      window.location.assign(target)
      return
    }
    setWaiting(false)
    setProblem(answer === undefined ? 'The server does not answer. Please try again.' : sentenceOf(answer.error))
  }
  return (
    <div className="grid gap-6">
      <form className="grid gap-5" onSubmit={(event) => void submit(event)}>
        {problem === null ? null : (
          <p className="notice notice-bad text-sm" role="alert">
            {problem}
          </p>
        )}
        <Field name="name" label="Name" autoComplete="username" />
        <Field name="password" label="Password" type="password" autoComplete="current-password" />
        <button type="submit" className="button button-main" disabled={waiting}>
          {waiting ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
      {providers.length === 0 ? null : (
        <div className="grid gap-2 border-t border-line pt-6">
          {providers.map(({ id, name }) => (
            <button key={id} type="button" className="button" onClick={() => void signIn(id, { callbackUrl: target })}>
              Continue with {name}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
