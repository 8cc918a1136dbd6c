'use client'
// Running a program from a component: one engine client, and what is known about the run so far.
import { useCallback, useEffect, useRef, useState } from 'react'
import { EngineClient } from '#lib/client/engine-client.ts'
import type { CheckOrder, RunOrder, RunOutcome } from '#lib/client/engine-protocol.ts'
import type { JudgeResult } from '#lib/grading/types.ts'

/** A piece of output, in the order in which it was written. */
export interface OutputPiece {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

export type RunPhase = 'idle' | 'running' | 'done' | 'stopped' | 'failed'

export interface RunState {
  readonly phase: RunPhase
  readonly output: readonly OutputPiece[]
  readonly outcome: RunOutcome | null
  /** Set once a run has taken over a second. */
  readonly progress: { readonly steps: number; readonly stepLimit: number } | null
  readonly failure: string | null
}

const idle: RunState = { phase: 'idle', output: [], outcome: null, progress: null, failure: null }
const longRunMs = 1_000

/** The run's state, and the things to do with it. */
export function useEngineRun() {
  const client = useRef<EngineClient>(null)
  const [state, setState] = useState<RunState>(idle)

  useEffect(() => {
    const engine = new EngineClient()
    client.current = engine
    engine.warmUp()
    return () => {
      client.current = null
      engine.close()
    }
  }, [])

  // A later order makes an earlier one's end uninteresting.
  const ticket = useRef(0)

  const run = useCallback(async (order: RunOrder): Promise<RunOutcome | null> => {
    const engine = client.current
    if (engine === null) return null
    const mine = ++ticket.current
    const startedAt = performance.now()
    setState((before) => ({ ...idle, phase: 'running', outcome: before.outcome }))
    const end = await engine.run(order, {
      onOutput: (stream, text) => setState((now) => ({ ...now, output: [...now.output, { stream, text }] })),
      onProgress: (steps, stepLimit) => {
        if (performance.now() - startedAt > longRunMs) setState((now) => ({ ...now, progress: { steps, stepLimit } }))
      },
    })
    if (ticket.current !== mine) return null
    if (end.kind === 'done') {
      setState((now) => ({ ...now, phase: 'done', outcome: end.value, progress: null }))
      return end.value
    }
    setState((now) => ({ ...now, phase: end.kind, outcome: null, progress: null, failure: end.kind === 'failed' ? end.message : null }))
    return null
  }, [])

  /** Runs without showing anything but the heap at the end: the picture that a person starts from. */
  const preview = useCallback(async (order: RunOrder): Promise<void> => {
    const engine = client.current
    const mine = ++ticket.current
    const end = engine === null ? null : await engine.run(order)
    if (ticket.current === mine && end?.kind === 'done') setState((now) => ({ ...now, outcome: end.value }))
  }, [])

  /** Checks against a challenge's visible checks; null when something else was ordered meanwhile, or the check failed. */
  const check = useCallback(async (order: CheckOrder): Promise<JudgeResult | null> => {
    const engine = client.current
    const mine = ++ticket.current
    const end = engine === null ? null : await engine.check(order)
    return ticket.current === mine && end?.kind === 'done' ? end.value : null
  }, [])

  const stop = useCallback(() => client.current?.stop(), [])
  return { state, run, preview, check, stop }
}
