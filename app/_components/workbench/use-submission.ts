'use client'
// Submitting from a component: one at a time, remembered until it is answered, taken up again after a reload.
import { useCallback, useEffect, useRef, useState } from 'react'
import { clearPending, loadPending, savePending, type PendingSubmission } from '#lib/client/local-work.ts'
import { submitUntilAnswered, type AttemptView, type SubmissionPhase } from '#lib/client/submission-client.ts'
import type { ChallengeView } from './challenge-view.ts'

export type SubmissionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'under-way'; readonly phase: SubmissionPhase }
  | { readonly kind: 'judged'; readonly attempt: AttemptView }
  | { readonly kind: 'refused'; readonly message: string }

interface SubmissionOptions {
  readonly owner: string
  readonly challenge: Pick<ChallengeView, 'slug' | 'versionId' | 'seed' | 'day'>
  readonly onJudged: (attempt: AttemptView) => void
}

/** The state of the submission, and the way to make one. */
export function useSubmission({ owner, challenge, onJudged }: SubmissionOptions) {
  const { slug, versionId, seed, day } = challenge
  const [state, setState] = useState<SubmissionState>({ kind: 'idle' })
  const abort = useRef<AbortController>(null)
  const judged = useRef(onJudged)
  useEffect(() => {
    judged.current = onJudged
  })

  const send = useCallback(
    async (pending: PendingSubmission) => {
      abort.current?.abort()
      const controller = new AbortController()
      abort.current = controller
      const end = await submitUntilAnswered(slug, pending, (phase) => setState({ kind: 'under-way', phase }), controller.signal)
      if (end.kind === 'given-up') return
      clearPending(owner, slug)
      setState(end)
      if (end.kind === 'judged') judged.current(end.attempt)
    },
    [owner, slug],
  )

  useEffect(() => {
    const pending = loadPending(owner, slug)
    if (pending !== null) void send(pending)
    return () => abort.current?.abort()
  }, [owner, slug, send])

  const submit = useCallback(
    (source: string) => {
      const pending = { requestId: crypto.randomUUID(), challengeVersionId: versionId, source, seed, ...(day === null ? {} : { day }) }
      savePending(owner, slug, pending)
      void send(pending)
    },
    [owner, slug, versionId, seed, day, send],
  )
  return { state, submit }
}
