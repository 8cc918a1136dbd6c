// Sends a submission and waits for its verdict, through lost connections, restarts of the server and reloads of the page.
import type { PendingSubmission } from './local-work.ts'

/** An attempt as the page knows it: the server's view after JSON. */
export interface AttemptView {
  readonly id: string
  readonly requestId: string
  readonly slug: string
  readonly attempt: number
  readonly source: string
  readonly state: 'queued' | 'judged'
  readonly verdict: string | null
  readonly goals: readonly GoalView[]
  readonly metric: number | null
  readonly medal: 'gold' | 'silver' | 'bronze' | null
  readonly message: string | null
  readonly traceback: string | null
  readonly stdout: string
  readonly createdAt: string
}

/** One goal with its outcome. */
export interface GoalView {
  readonly id: string
  readonly title: string
  readonly passed: boolean
  readonly message: string | null
  readonly hidden: boolean
}

/** Where a submission stands. */
export type SubmissionPhase = 'sending' | 'queued' | 'reconnecting'

/** How it ended: judged, or refused with a sentence for the person. */
export type SubmissionEnd =
  | { readonly kind: 'judged'; readonly attempt: AttemptView }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'given-up' }

interface Reply {
  readonly status: number
  readonly body: unknown
}

const retryDelaysMs = [500, 1_000, 2_000, 3_000, 5_000]

/** Sends until there is a whole answer: anything else (no connection, half a reply, a failing server) is no answer. Sending the same request id again is the same submission, so this never doubles one. */
export async function submitUntilAnswered(
  slug: string,
  pending: PendingSubmission,
  onPhase: (phase: SubmissionPhase) => void,
  signal: AbortSignal,
): Promise<SubmissionEnd> {
  onPhase('sending')
  for (let failures = 0; !signal.aborted; ) {
    const reply = await call('/api/submissions', {
      method: 'POST',
      body: JSON.stringify({ slug, ...pending }),
      headers: { 'content-type': 'application/json' },
      signal,
    })
    const attempt = reply?.status === 200 ? attemptIn(reply.body) : null
    const refusal = reply !== null && reply.status >= 400 && reply.status < 500 ? messageIn(reply.body) : null
    if (refusal !== null) return { kind: 'refused', message: refusal }
    if (attempt !== null) {
      failures = 0
      if (attempt.state === 'judged') return { kind: 'judged', attempt }
      onPhase('queued')
      const judged = await waitForVerdict(attempt.id, signal)
      if (judged !== null) return { kind: 'judged', attempt: judged }
    }
    onPhase('reconnecting')
    await pause(retryDelaysMs[Math.min(failures++, retryDelaysMs.length - 1)] ?? 5_000, signal)
  }
  return { kind: 'given-up' }
}

/** Long-polls one submission; null when the connection or the server went away. */
async function waitForVerdict(id: string, signal: AbortSignal): Promise<AttemptView | null> {
  while (!signal.aborted) {
    const reply = await call(`/api/submissions/${encodeURIComponent(id)}`, { signal })
    if (reply === null || reply.status !== 200) return null
    const attempt = attemptIn(reply.body)
    if (attempt === null) return null
    if (attempt.state === 'judged') return attempt
  }
  return null
}

async function call(url: string, init: RequestInit): Promise<Reply | null> {
  try {
    const response = await fetch(url, { ...init, cache: 'no-store' })
    const body: unknown = await response.json()
    return { status: response.status, body }
  } catch {
    return null
  }
}

function attemptIn(body: unknown): AttemptView | null {
  if (typeof body !== 'object' || body === null || !('attempt' in body)) return null
  // The shape is this server's own; its tests hold it.
  return body.attempt as AttemptView
}

function messageIn(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string' ? body.message : null
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
