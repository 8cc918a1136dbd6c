// One's own account: name, password, sessions, data.
import type { Metadata } from 'next'
import Link from 'next/link'
import { ownAccount } from '#lib/server/accounts.ts'
import { signInProviders } from '#lib/server/auth.ts'
import { currentActor } from '#lib/server/session.ts'
import { DeleteAccount } from '../_components/account/delete-account.tsx'
import { NameForm } from '../_components/account/name-form.tsx'
import { PasswordForm } from '../_components/account/password-form.tsx'
import { SignOutElsewhere } from '../_components/account/sign-out-elsewhere.tsx'
import { DownloadIcon } from '../_components/icons.tsx'
import { PageTitle } from '../_components/page-title.tsx'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await currentActor()
  const account = actor === null ? null : await ownAccount(actor)
  if (actor === null) return <Nobody />
  const ways = account?.providers.map((provider) => signInProviders().find(({ id }) => id === provider)?.name ?? provider) ?? []
  return (
    <div className="shell max-w-2xl! pb-20">
      <PageTitle title="Your account">
        {account === null ? (
          <>
            You play as a guest: this browser alone knows you.{' '}
            <Link className="link" href="/sign-up">
              Sign up
            </Link>{' '}
            to keep what you did.
          </>
        ) : (
          <>
            <Link className="link" href={`/profile/${actor.userId}`}>
              Your profile
            </Link>{' '}
            is what others see.
          </>
        )}
      </PageTitle>
      <div className="grid gap-10">
        {account === null ? null : (
          <>
            <section aria-labelledby="name-title">
              <h2 id="name-title" className="mb-4 text-xl">
                Name
              </h2>
              <NameForm name={account.name} signsInWithIt={account.hasPassword} />
            </section>
            <section aria-labelledby="password-title">
              <h2 id="password-title" className="mb-4 text-xl">
                Password
              </h2>
              {ways.length === 0 ? null : <p className="mb-4 text-soft">You sign in with {ways.join(' and ')}.</p>}
              <PasswordForm hasPassword={account.hasPassword} name={account.name} />
            </section>
            <section aria-labelledby="sessions-title">
              <h2 id="sessions-title" className="mb-2 text-xl">
                Other browsers
              </h2>
              <SignOutElsewhere />
            </section>
          </>
        )}
        <section aria-labelledby="data-title">
          <h2 id="data-title" className="mb-2 text-xl">
            Your data
          </h2>
          <p className="text-soft">Everything that PyArena knows about you, in one file: attempts, drafts, hints, awards, classrooms.</p>
          <a className="button mt-4" href="/account/data.json" download>
            <DownloadIcon />
            Download your data
          </a>
        </section>
        <section aria-labelledby="delete-title" className="border-t border-line pt-8">
          <h2 id="delete-title" className="mb-2 text-xl">
            Delete your account
          </h2>
          <DeleteAccount hasPassword={account?.hasPassword ?? false} name={account?.name ?? actor.name} guest={account === null} />
        </section>
      </div>
    </div>
  )
}

function Nobody() {
  return (
    <div className="shell max-w-2xl! pb-20">
      <PageTitle title="Your account">You are not signed in, and this browser has done nothing yet that PyArena would keep.</PageTitle>
      <p className="flex flex-wrap gap-2">
        <Link className="button button-main" href="/sign-in?callbackUrl=/account">
          Sign in
        </Link>
        <Link className="button" href="/sign-up">
          Sign up
        </Link>
      </p>
    </div>
  )
}
