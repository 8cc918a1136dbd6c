'use client'
// Playing: one step after the other at a pace, and never ahead of what is shown.
import { useEffect } from 'react'

export type Pace = 'slow' | 'walk' | 'fast'

const pauseMs: Record<Pace, number> = { slow: 1_400, walk: 600, fast: 90 }

interface Playing {
  readonly on: boolean
  readonly pace: Pace
  /** The moment that was wanted last is shown. */
  readonly arrived: boolean
  readonly atEnd: boolean
  readonly next: () => void
  readonly end: () => void
}

/** Calls `next` while it is on. */
export function usePlaying({ on, pace, arrived, atEnd, next, end }: Playing): void {
  useEffect(() => {
    if (!on || !arrived) return
    if (atEnd) {
      end()
      return
    }
    const timer = setTimeout(next, pauseMs[pace])
    return () => clearTimeout(timer)
  }, [on, pace, arrived, atEnd, next, end])
}
