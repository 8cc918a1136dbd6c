'use client'
// Checking a program in the browser, provisionally, from a component.
import { useCallback, useEffect, useRef } from 'react'
import { EngineClient } from '#lib/client/engine-client.ts'
import type { CheckOrder } from '#lib/client/engine-protocol.ts'
import type { JudgeResult } from '#lib/grading/types.ts'

/** Its worker is started by the first check. */
export function useChecker() {
  const client = useRef<EngineClient>(null)
  // A later check makes an earlier one's end uninteresting.
  const ticket = useRef(0)
  useEffect(
    () => () => {
      client.current?.close()
      client.current = null
    },
    [],
  )
  /** Checks against a challenge's visible checks; null when something else was ordered meanwhile, or the check failed. */
  const check = useCallback(async (order: CheckOrder): Promise<JudgeResult | null> => {
    const mine = ++ticket.current
    client.current ??= new EngineClient()
    const end = await client.current.check(order)
    return ticket.current === mine && end.kind === 'done' ? end.value : null
  }, [])
  const stop = useCallback(() => client.current?.stop(), [])
  return { check, stop }
}
