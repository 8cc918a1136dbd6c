'use client'
// The moment that is shown. Scrubbing asks for many steps: only the newest wish is sent on, one at a time, and what arrived stays until then.
import { useEffect, useRef, useState } from 'react'
import type { RecordingClient } from '#lib/client/recording-client.ts'
import { askFor } from './ask.ts'
import type { Moment, RecordedRun } from './bench.ts'
import { changesBetween, changesSentence, noChanges } from './changes.ts'
import { indexSnapshot, type SnapshotIndex } from './snapshot-index.ts'

/** Snapshots of this many steps are kept. */
const mostKept = 48
/** Larger snapshots are not kept. */
const mostObjectsKept = 5_000
/** A moment that is shown so soon after another one is hurried, or rushed. A rush lasts until moments pause: a busy machine delays one now and then. */
const hurryMs = 200
const rushMs = 80

interface RunMemory {
  readonly run: RecordedRun
  readonly kept: Map<number, SnapshotIndex>
  last: SnapshotIndex | null
  shownAtMs: number
  pace: Moment['pace']
  busy: boolean
}

export function useMoment(client: RecordingClient | null, run: RecordedRun | null, step: number): Moment | null {
  const [moment, setMoment] = useState<Moment | null>(null)
  const memory = useRef<RunMemory | null>(null)
  const wanted = useRef(step)
  useEffect(() => {
    wanted.current = step
    if (client === null || run === null) return
    if (memory.current?.run !== run) memory.current = { run, kept: new Map(), last: null, shownAtMs: -Infinity, pace: 'calm', busy: false }
    const mine = memory.current
    const show = (index: SnapshotIndex, at: number) => {
      const before = mine.last
      mine.last = index
      const changes = before === null ? noChanges : changesBetween(before, index)
      const gapMs = performance.now() - mine.shownAtMs
      mine.pace = gapMs >= hurryMs ? 'calm' : gapMs < rushMs || mine.pace === 'rushed' ? 'rushed' : 'hurried'
      mine.shownAtMs = performance.now()
      setMoment({ run: mine.run, step: at, index, changes, sentence: before === null ? '' : changesSentence(changes, before, index), pace: mine.pace })
    }
    const fetchWanted = async () => {
      const at = wanted.current
      const known = mine.kept.get(at)
      if (known !== undefined) {
        show(known, at)
        return
      }
      if (mine.busy) return
      mine.busy = true
      const snapshot = await askFor(client, 'snapshot', at)
      mine.busy = false
      if (memory.current !== mine || snapshot === null) return
      const index = indexSnapshot(snapshot)
      keep(mine.kept, at, index)
      show(index, at)
      if (wanted.current !== at) void fetchWanted()
    }
    void fetchWanted()
  }, [client, run, step])
  return moment
}

/** Keeps the newest ones. */
function keep(kept: Map<number, SnapshotIndex>, step: number, index: SnapshotIndex): void {
  if (index.snapshot.objects.length > mostObjectsKept) return
  kept.set(step, index)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) return
    kept.delete(oldest)
  }
}
