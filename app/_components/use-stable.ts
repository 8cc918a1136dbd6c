'use client'
// A function that stays the same while what it does follows the newest render: what is given it need not be drawn again.
import { useCallback, useEffect, useRef } from 'react'

/** For event handlers only: while a component renders, it still does what it did before. */
export function useStable<A extends readonly unknown[], R>(body: (...args: A) => R): (...args: A) => R {
  const latest = useRef(body)
  useEffect(() => {
    latest.current = body
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
