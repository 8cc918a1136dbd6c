'use client'
// A program of a few lines and its heap, forwards and backwards.
import { useMemo, useState } from 'react'
import { GraphSvg } from '../_components/workbench/graph/graph-svg.tsx'
import { plainOptions } from '../_components/workbench/graph/graph-types.ts'
import { useGraphPicture } from '../_components/workbench/graph/use-places.ts'
import { changesBetween, noChanges } from '../_components/workbench/model/changes.ts'
import { indexSnapshot, type SnapshotIndex } from '../_components/workbench/model/snapshot-index.ts'
import type { StoryLine, StoryStep } from './story.ts'

interface HeapStoryProps {
  readonly program: readonly StoryLine[]
  readonly steps: readonly StoryStep[]
}

/** Opens at the most telling step: the cycle that no name leads to. */
export function HeapStory({ program, steps }: HeapStoryProps) {
  const [at, setAt] = useState(Math.max(0, steps.length - 2))
  const step = steps[at]
  if (step === undefined) return null
  return (
    <section aria-label="A program and its heap, step by step" className="panel overflow-hidden shadow-(--shadow-card)">
      <div className="grid sm:grid-cols-[11.5rem_minmax(0,1fr)]">
        <div className="border-b border-line bg-code sm:border-b-0 sm:border-r">
          <ol className="py-2 font-mono text-[0.8125rem]">
            {program.map(({ code }, index) => (
              <li key={code}>
                <button
                  type="button"
                  aria-current={index === at ? 'step' : undefined}
                  onClick={() => setAt(index)}
                  className={`flex w-full items-center gap-2.5 border-l-[3px] py-1.5 pl-3 pr-2 text-left ${index === at ? 'border-copper bg-copper-soft font-semibold text-ink' : index < at ? 'border-transparent text-ink' : 'border-transparent text-faint'}`}
                >
                  <span className="w-3 text-right text-faint" aria-hidden="true">
                    {index + 1}
                  </span>
                  {code}
                </button>
              </li>
            ))}
          </ol>
        </div>
        <div className="min-w-0">
          <StoryHeap steps={steps} at={at} />
        </div>
      </div>
      <div className="flex items-center gap-4 border-t border-line p-4">
        <p className="min-h-[4.5em] flex-1 text-sm sm:min-h-[3em]" aria-live="polite">
          {step.saying}
        </p>
        <div className="flex gap-1">
          <button type="button" className="button button-small" disabled={at === 0} onClick={() => setAt(at - 1)}>
            Back
          </button>
          <button type="button" className="button button-main button-small" disabled={at === steps.length - 1} onClick={() => setAt(at + 1)}>
            Next line
          </button>
        </div>
      </div>
    </section>
  )
}

/** The graph of one step; what changed since the step before is marked. */
function StoryHeap({ steps, at }: { readonly steps: readonly StoryStep[]; readonly at: number }) {
  const indexes = useMemo(() => steps.map(({ snapshot }) => indexSnapshot(snapshot)), [steps])
  const index = indexes[at]
  return index === undefined ? null : <IndexedHeap index={index} before={indexes[at - 1] ?? null} owner={steps} />
}

function IndexedHeap({ index, before, owner }: { readonly index: SnapshotIndex; readonly before: SnapshotIndex | null; readonly owner: unknown }) {
  const { shown } = useGraphPicture(owner, index, plainOptions)
  const changes = useMemo(() => (before === null ? noChanges : changesBetween(before, index)), [before, index])
  return (
    <div className="story-graph lattice" tabIndex={0} role="region" aria-label="The heap after this line">
      {shown === null ? null : <GraphSvg picture={shown.picture} ghosts={shown.ghosts} changes={changes} zoom={0.92} label="Names and objects" />}
    </div>
  )
}
