// Sign up: a name and a password are enough.
import type { Metadata } from 'next'
import Link from 'next/link'
import { progressOf } from '#lib/server/progress.ts'
import { currentActor } from '#lib/server/session.ts'
import { PageTitle } from '../_components/page-title.tsx'
import { SignUpForm } from './sign-up-form.tsx'

export const metadata: Metadata = { title: 'Sign up' }

export default async function SignUpPage() {
  const actor = await currentActor()
  const progress = actor?.kind === 'guest' ? await progressOf(actor) : null
  return (
    <div className="shell max-w-lg! pb-20">
      <PageTitle title="Sign up">A name and a password are enough.</PageTitle>
      {progress !== null && progress.solved > 0 ? (
        <p className="notice notice-good mb-6 text-sm">
          You have solved {progress.solved === 1 ? '1 challenge' : `${progress.solved} challenges`} as a guest, for {progress.points} points. They stay yours
          when you sign up.
        </p>
      ) : (
        <p className="notice mb-6 text-sm">What you did as a guest on this device stays yours when you sign up.</p>
      )}
      <SignUpForm />
      <p className="mt-6 text-soft">
        You have an account?{' '}
        <Link className="link" href="/sign-in">
          Sign in
        </Link>
      </p>
    </div>
  )
}
