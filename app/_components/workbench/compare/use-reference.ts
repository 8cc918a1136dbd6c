'use client'
// The other side of a comparison: a pinned moment, or the same program run under another version.
import { useCallback, useEffect, useRef, useState } from 'react'
import { RecordingClient } from '#lib/client/recording-client.ts'
import type { PythonVersion } from '#lib/engine/index.ts'
import type { Moment, RecordedRun, Reference } from '../model/bench.ts'
import type { OwnedBench } from '../model/use-bench.ts'
import { askFor } from '../model/ask.ts'
import { openingStep } from '../model/open-at.ts'
import { indexSnapshot } from '../model/snapshot-index.ts'

/** A line that ran more often than this is not counted: the end is compared instead. */
const mostTurns = 300

/** Pins and other versions. The bench keeps what was found, so that the next program can be compared with it. */
export function useReference(bench: OwnedBench) {
  const { reference, keepReference } = bench
  const [work, setWork] = useState<{ readonly kind: 'none' | 'working' } | { readonly kind: 'failed'; readonly message: string }>({ kind: 'none' })
  const other = useRef<RecordingClient | null>(null)
  useEffect(() => () => other.current?.close(), [])

  const keep = useCallback(
    (found: Reference) => {
      keepReference(found)
      setWork({ kind: 'none' })
    },
    [keepReference],
  )
  const pin = useCallback(
    (run: RecordedRun, { index, step }: Moment) => keep({ title: `Pinned: Python ${run.python}, step ${step.toLocaleString('en')}`, index, run, step }),
    [keep],
  )
  const runUnder = useCallback(
    async (run: RecordedRun, moment: Moment, python: PythonVersion) => {
      setWork({ kind: 'working' })
      other.current ??= new RecordingClient()
      const end = await other.current.record({ source: run.source, python })
      if (end.kind !== 'done') {
        setWork(end.kind === 'failed' ? { kind: 'failed', message: end.message } : { kind: 'none' })
        return
      }
      const overview = await askFor(other.current, 'overview', 2)
      if (overview === null) return
      const recorded: RecordedRun = { source: run.source, python, ...end.value, overview }
      const place = await placeOf(bench, run, moment)
      const step = await openingStep(other.current, recorded, place)
      const snapshot = await askFor(other.current, 'snapshot', step)
      if (snapshot !== null) keep({ title: `Python ${python}${place === 'end' ? ', at the end' : ''}`, index: indexSnapshot(snapshot), run: recorded, step })
    },
    [bench, keep],
  )
  return { reference, work, pin, runUnder }
}

/** The moment in terms that another run understands: the n-th time that its line is about to run. */
async function placeOf({ client }: OwnedBench, run: RecordedRun, { step, index }: Moment) {
  const { line } = index.snapshot
  if (client === null || line === null || step >= run.lastStep) return 'end' as const
  let time = 1
  for (let at = await askFor(client, 'breakpoint', step, [line], -1); at !== null; at = await askFor(client, 'breakpoint', at, [line], -1)) {
    time += 1
    if (time > mostTurns) return 'end' as const
  }
  return { line, time }
}
