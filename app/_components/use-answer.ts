'use client'
// Asking the server to do something: waiting, the refusal's sentence, and what was said last.
import { useState, useTransition } from 'react'
import type { Result } from '#lib/std/result.ts'

export interface Asking {
  readonly waiting: boolean
  readonly problem: string | null
  /** A sentence after success. */
  readonly news: string | null
  /** Asks; `news` is said and `then` called when it was done. */
  ask<T>(act: () => Promise<Result<T>>, news?: string, then?: (value: T) => void): void
}

/** The state of one form or button. */
export function useAnswer(): Asking {
  const [problem, setProblem] = useState<string | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const [waiting, startTransition] = useTransition()
  return {
    waiting,
    problem,
    news,
    ask: (act, said, then) =>
      startTransition(async () => {
        const answer = await act().catch(() => ({ ok: false as const, message: 'The server does not answer. Please try again.' }))
        setProblem(answer.ok ? null : answer.message)
        setNews(answer.ok ? (said ?? null) : null)
        if (answer.ok) then?.(answer.value)
      }),
  }
}
