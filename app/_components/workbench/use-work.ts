'use client'
// A person's source: kept in this browser at every keystroke, restored after a reload, and copied to the server as a draft now and then.
import { useCallback, useEffect, useRef, useState } from 'react'
import { loadWork, saveWork, type WorkOwner } from '#lib/client/local-work.ts'

interface WorkOptions {
  readonly owner: WorkOwner
  /** A challenge's slug, or `playground`. */
  readonly workKey: string
  readonly starter: string
  /** The server's copy. */
  readonly draft?: { readonly source: string; readonly savedAt: number } | null
  /** Send drafts to the server. */
  readonly keepDraft: boolean
}

const draftDelayMs = 1_500

/** The source (null until the browser's copy has been read), its setter, and whether the browser keeps it. */
export function useWork({ owner, workKey, starter, draft = null, keepDraft }: WorkOptions) {
  const [source, setSource] = useState<string | null>(null)
  const [kept, setKept] = useState(true)
  const unsent = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const local = loadWork(owner, workKey)
    const newest = draft !== null && (local === null || draft.savedAt > local.savedAt) ? draft : local
    setSource((now) => now ?? newest?.source ?? starter)
  }, [owner, workKey, starter, draft])

  const sendDraft = useCallback(() => {
    clearTimeout(timer.current)
    if (unsent.current === null) return
    const body = JSON.stringify({ slug: workKey, source: unsent.current })
    unsent.current = null
    // A lost draft is no loss: the browser has the same text.
    fetch('/api/drafts', { method: 'PUT', body, headers: { 'content-type': 'application/json' }, keepalive: body.length < 60_000 }).catch(() => undefined)
  }, [workKey])

  useEffect(() => {
    const leave = () => sendDraft()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [sendDraft])

  const change = useCallback(
    (next: string) => {
      setSource(next)
      setKept(saveWork(owner, workKey, next, Date.now()))
      if (!keepDraft) return
      unsent.current = next
      clearTimeout(timer.current)
      timer.current = setTimeout(sendDraft, draftDelayMs)
    },
    [owner, workKey, keepDraft, sendDraft],
  )
  return { source, change, kept }
}
