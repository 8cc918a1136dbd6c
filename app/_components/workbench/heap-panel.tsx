'use client'
// The heap after a run, as a picture and as a table; what is chosen in one is chosen in the other.
import { useState } from 'react'
import type { ObjectSerial, Snapshot } from '#lib/engine/index.ts'
import { HeapPicture } from '../heap/heap-picture.tsx'
import { ObjectTable } from '../heap/object-table.tsx'
import { Tabs } from '../tabs.tsx'

interface HeapPanelProps {
  readonly snapshot: Snapshot | null
  /** The source changed since. */
  readonly stale: boolean
  readonly title: string
}

/** Picture and table of the last snapshot. */
export function HeapPanel({ snapshot, stale, title }: HeapPanelProps) {
  const [chosen, setChosen] = useState<ObjectSerial | null>(null)
  const [showScaffolding, setShowScaffolding] = useState(false)
  return (
    <section aria-label="Heap" className="panel min-w-0 overflow-hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-3">
        <h2 className="text-base">{title}</h2>
        {snapshot !== null && stale ? <span className="tag text-warn bg-warn-soft">from before your last edit</span> : null}
      </div>
      {snapshot === null ? (
        <div className="m-3 grid min-h-72 place-items-center rounded-(--radius-panel) bg-sunken lattice p-6 text-center text-sm text-faint">
          <p className="max-w-xs">Run the program: its names, objects, reference counts and garbage appear here.</p>
        </div>
      ) : (
        <>
          <Tabs
            label="Views of the heap"
            tabs={[
              {
                id: 'picture',
                title: 'Picture',
                content: (
                  <HeapPicture snapshot={snapshot} selected={chosen} onSelect={setChosen} showScaffolding={showScaffolding} className="panel-heap p-3" />
                ),
              },
              {
                id: 'table',
                title: 'Names and objects',
                content: <ObjectTable snapshot={snapshot} selected={chosen} onSelect={setChosen} showScaffolding={showScaffolding} />,
              },
            ]}
          />
          <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 border-t border-line px-4 py-2.5 text-[0.8125rem] text-faint">
            <label className="inline-flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-(--copper)"
                checked={showScaffolding}
                onChange={(event) => setShowScaffolding(event.target.checked)}
              />
              Show classes and functions
            </label>
            <span>
              gc {snapshot.gc.enabled ? 'enabled' : 'disabled'}, counts <span className="font-mono">({snapshot.gc.counts.join(', ')})</span>, Python{' '}
              {snapshot.python}
            </span>
          </div>
        </>
      )}
    </section>
  )
}
