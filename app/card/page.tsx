// Where a login card leads: its code, then a password of one's own.
import type { Metadata } from 'next'
import Link from 'next/link'
import { PageTitle } from '../_components/page-title.tsx'
import { CardForm } from './card-form.tsx'

export const metadata: Metadata = { title: 'Login card' }

export default function CardPage() {
  return (
    <div className="shell max-w-lg! pb-20">
      <PageTitle title="Login card">Type the code of your card once, and choose a password. From then on you sign in with your name and that password.</PageTitle>
      <CardForm />
      <p className="mt-6 text-soft">
        You have used your card?{' '}
        <Link className="link" href="/sign-in">
          Sign in
        </Link>
      </p>
    </div>
  )
}
