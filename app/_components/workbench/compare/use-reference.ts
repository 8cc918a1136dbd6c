'use client'
// The other side of a comparison: a pinned moment, or the same program run under another version.
import { useCallback, useEffect, useRef, useState } from 'react'
import { RecordingClient } from '#lib/client/recording-client.ts'
import type { PythonVersion } from '#lib/engine/index.ts'
import type { Bench, Moment, RecordedRun, Reference } from '../model/bench.ts'
import type { OwnedBench } from '../model/use-bench.ts'
import { askFor } from '../model/ask.ts'
import { onceLong } from '../model/long-run.ts'
import { openingStep } from '../model/open-at.ts'
import { indexSnapshot } from '../model/snapshot-index.ts'

/** What is under way for it; `progress` is set once that has taken over a second. */
type Work =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly progress: Bench['progress'] }
  | { readonly kind: 'failed'; readonly message: string }

const idle: Work = { kind: 'none' }

/** A line that ran more often than this is not counted: the end is compared instead. */
const mostTurns = 300

/** Pins and other versions. The bench keeps what was found, so that the next program can be compared with it. */
export function useReference(bench: OwnedBench) {
  const { reference, keepReference } = bench
  const [work, setWork] = useState<Work>(idle)
  const other = useRef<RecordingClient | null>(null)
  useEffect(() => () => other.current?.close(), [])

  const keep = useCallback(
    (found: Reference) => {
      keepReference(found)
      setWork(idle)
    },
    [keepReference],
  )
  const pin = useCallback(
    (run: RecordedRun, { index, step }: Moment) => keep({ title: `Pinned: Python ${run.python}, step ${step.toLocaleString('en')}`, index, run, step }),
    [keep],
  )
  const runUnder = useCallback(
    async (run: RecordedRun, moment: Moment, python: PythonVersion) => {
      setWork({ kind: 'working', progress: null })
      other.current ??= new RecordingClient()
      const found = await recordThere(other.current, bench, { run, moment, python }, (progress) => setWork({ kind: 'working', progress }))
      if (found === null) setWork(idle)
      else if ('message' in found) setWork({ kind: 'failed', message: found.message })
      else keep(found)
    },
    [bench, keep],
  )
  const stop = useCallback(() => other.current?.stop(), [])
  return { reference, work, pin, runUnder, stop }
}

interface Wanted {
  readonly run: RecordedRun
  readonly moment: Moment
  readonly python: PythonVersion
}

/** The same moment of the program under another version; null when it was stopped. */
async function recordThere(client: RecordingClient, bench: OwnedBench, { run, moment, python }: Wanted, onLong: (progress: Bench['progress']) => void): Promise<Reference | { readonly message: string } | null> {
  const end = await client.record({ source: run.source, python }, { onProgress: onceLong(onLong) })
  if (end.kind !== 'done') return end.kind === 'failed' ? end : null
  const overview = await askFor(client, 'overview', 2)
  if (overview === null) return null
  const recorded: RecordedRun = { source: run.source, python, ...end.value, overview }
  const place = await placeOf(bench, run, moment)
  const step = await openingStep(client, recorded, place)
  const snapshot = await askFor(client, 'snapshot', step)
  return snapshot === null ? null : { title: `Python ${python}${place === 'end' ? ', at the end' : ''}`, index: indexSnapshot(snapshot), run: recorded, step }
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
