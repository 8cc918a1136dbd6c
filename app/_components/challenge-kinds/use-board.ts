'use client'
// A program's heap as a board: the engine runs the program in this browser and performs the cuts.
import { useEffect, useRef, useState } from 'react'
import { EngineClient } from '#lib/client/engine-client.ts'
import type { CutBoard } from '#lib/grading/cut.ts'
import type { ChallengeView } from '../workbench/challenge-view.ts'

/** The board after some cuts, one a line; null until the engine has answered the first time. */
export function useBoard(challenge: ChallengeView, program: string, { cutNames, cuts }: { readonly cutNames: boolean; readonly cuts: string }) {
  const client = useRef<EngineClient>(null)
  const [board, setBoard] = useState<CutBoard | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  useEffect(() => {
    const engine = new EngineClient()
    client.current = engine
    return () => {
      client.current = null
      engine.close()
    }
  }, [])

  const { python, limits } = challenge
  useEffect(() => {
    let current = true
    void client.current?.board({ program, pythonVersion: python, limits, cutNames }, cuts).then((end) => {
      if (!current) return
      if (end.kind === 'done') setBoard(end.value)
      else if (end.kind === 'failed') setFailure(end.message)
    })
    return () => {
      current = false
    }
  }, [program, python, limits, cutNames, cuts])
  return { board, failure }
}
