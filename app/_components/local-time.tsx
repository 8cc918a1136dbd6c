'use client'
// A moment in the reader's own time zone. The server, which does not know it, writes the date in UTC until the page is alive.
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** `withTime` adds hours and minutes. */
export function LocalTime({ iso, withTime = true }: { readonly iso: string; readonly withTime?: boolean }) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}) }
  const text = new Intl.DateTimeFormat('en-GB', alive ? options : { ...options, timeZone: 'UTC' }).format(new Date(iso))
  return <time dateTime={iso}>{text}</time>
}
