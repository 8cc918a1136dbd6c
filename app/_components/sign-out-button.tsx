'use client'
// Ends the session.
import { signOut } from 'next-auth/react'

/** Signs out and goes home. */
export function SignOutButton() {
  return (
    <button type="button" className="button button-quiet button-small" onClick={() => void signOut({ callbackUrl: '/' })}>
      Sign out
    </button>
  )
}
