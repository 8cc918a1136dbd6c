'use client'
// Puts the view into the address and the address onto the clipboard.
import { useState } from 'react'
import { ShareIcon } from '../../icons.tsx'
import { hashOf, type SharedView } from './share-link.ts'

/** Shares program, version, step and view. */
export function ShareButton({ shared }: { readonly shared: SharedView | null }) {
  const [note, setNote] = useState('')
  const share = async () => {
    const hash = shared === null ? null : await hashOf(shared)
    if (hash === null) {
      setNote('This program is too long for a link.')
      return
    }
    window.history.replaceState(window.history.state, '', hash)
    try {
      await navigator.clipboard.writeText(window.location.href)
      setNote('Link copied')
    } catch {
      setNote('The link is in the address bar')
    }
  }
  return (
    <>
      <button type="button" className="button button-quiet button-small" disabled={shared === null} onClick={() => void share()}>
        <ShareIcon />
        Share
      </button>
      <span role="status" className="text-[0.8125rem] text-faint">
        {note}
      </span>
    </>
  )
}
