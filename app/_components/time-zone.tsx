'use client'
// Tells the server once in which time zone a member's days begin.
import { useEffect } from 'react'
import { rememberTimeZone } from '#app/account/actions.ts'
import { loadTimeZone, saveTimeZone } from '#lib/client/local-work.ts'

/** Shows nothing. */
export function TimeZone({ userId }: { readonly userId: string }) {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    if (!timeZone || loadTimeZone(userId) === timeZone) return
    rememberTimeZone(timeZone)
      .then(({ ok }) => (ok ? saveTimeZone(userId, timeZone) : undefined))
      // Without an answer the next page tries again.
      .catch(() => undefined)
  }, [userId])
  return null
}
