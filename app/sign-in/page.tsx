// Sign in: name and password, or a provider that the operator has set up.
import type { Metadata } from 'next'
import Link from 'next/link'
import { signInProviders } from '#lib/server/auth.ts'
import { PageTitle } from '../_components/page-title.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { localPath } from './local-path.ts'

export const metadata: Metadata = { title: 'Sign in' }

interface PageProps {
  readonly searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>
}

export default async function SignInPage({ searchParams }: PageProps) {
  const { callbackUrl, error } = await searchParams
  return (
    <div className="shell max-w-lg! pb-20">
      <PageTitle title="Sign in">What you did as a guest on this device comes with you.</PageTitle>
      <SignInForm providers={signInProviders()} target={localPath(callbackUrl)} providerFailed={error !== undefined && error !== 'CredentialsSignin'} />
      <p className="mt-6 text-soft">
        No account yet?{' '}
        <Link className="link" href="/sign-up">
          Sign up
        </Link>
      </p>
      <p className="mt-2 text-soft">
        Your teacher gave you a card?{' '}
        <Link className="link" href="/card">
          Use your login card
        </Link>
      </p>
    </div>
  )
}
