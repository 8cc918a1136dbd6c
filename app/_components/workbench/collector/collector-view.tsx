'use client'
// The collector: its generations now, and any collection of the run played piece by piece.
import { useEffect, useMemo, useState } from 'react'
import type { CollectionView } from '#lib/engine/index.ts'
import { BackIcon, ForthIcon } from '../../icons.tsx'
import type { Bench } from '../model/bench.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import { drawField } from '../share/draw-view.ts'
import { ExportMenu } from '../share/export-menu.tsx'
import { collectionFrames } from './collection-frames.ts'
import { CollectionSvg, mostTokens } from './collection-svg.tsx'
import { GenerationLanes } from './generation-lanes.tsx'

interface CollectorViewProps {
  readonly bench: Bench
  readonly index: SnapshotIndex
}

/** Lanes above, the player below. */
export function CollectorView({ bench, index }: CollectorViewProps) {
  const { run, ask, focus } = bench
  const marks = run?.overview.collections ?? []
  const latest = marks.findLast(({ step }) => step <= index.snapshot.step) ?? marks[0]
  const [picked, setPicked] = useState<number | null>(null)
  const wanted = picked ?? latest?.index ?? null
  const [view, setView] = useState<CollectionView | null>(null)
  useEffect(() => {
    setPicked(null)
    setView(null)
  }, [run])
  useEffect(() => {
    if (wanted === null) return
    let current = true
    void ask.collection(wanted).then((found) => {
      if (current) setView(found)
    })
    return () => {
      current = false
    }
  }, [ask, wanted, run])
  return (
    <div className="view-frame">
      <div className="view-tools">
        {marks.length === 0 ? (
          <span className="text-faint">No collection runs in this program.</span>
        ) : (
          <label className="tool-field">
            Collection
            <select className="tool-select" value={wanted ?? ''} onChange={(event) => setPicked(Number(event.target.value))}>
              {marks.map(({ index: place, line, generation, collected }) => (
                <option key={place} value={place}>
                  {place + 1}: generation {generation}
                  {line === null ? '' : `, line ${line}`}, {collected.toLocaleString('en')} freed
                </option>
              ))}
            </select>
          </label>
        )}
        <span className="ml-auto flex items-center gap-1">
          <ExportMenu name="collector" draw={drawField} />
        </span>
      </div>
      <div className="view-field view-scroll" data-testid="collector" tabIndex={0} role="region" aria-label="Collector">
        <GenerationLanes index={index} focus={focus} />
        {view === null ? null : <CollectionPlayer key={view.mark.index} view={view} bench={bench} />}
      </div>
    </div>
  )
}

function CollectionPlayer({ view, bench }: { readonly view: CollectionView; readonly bench: Bench }) {
  const { focus } = bench
  const [at, setAt] = useState(0)
  const frames = useMemo(() => collectionFrames(view), [view])
  const frame = frames[Math.min(at, frames.length - 1)]
  if (frame === undefined) return null
  return (
    <section className="player" aria-label="The collection, piece by piece">
      <div className="player-bar">
        <button type="button" className="button button-small" disabled={at === 0} onClick={() => setAt(at - 1)}>
          <BackIcon />
          Back
        </button>
        <button type="button" className="button button-small button-main" disabled={at >= frames.length - 1} onClick={() => setAt(at + 1)}>
          Next
          <ForthIcon />
        </button>
        <input
          type="range"
          className="player-range"
          aria-label="Piece of the collection"
          aria-valuetext={`${at + 1} of ${frames.length}: ${frame.title}`}
          min={0}
          max={frames.length - 1}
          value={at}
          onChange={(event) => setAt(Number(event.target.value))}
        />
        <button type="button" className="button button-small" onClick={() => bench.goTo(view.mark.step)}>
          Go to its step
        </button>
      </div>
      <p className="player-says" role="status">
        <strong>{frame.title}.</strong> {frame.sentence}
      </p>
      <div className="player-field" tabIndex={0} role="region" aria-label="Objects of the collection">
        <CollectionSvg frame={frame} focus={focus} />
      </div>
      {frame.tokens.length > mostTokens ? <p className="text-sm text-faint">and {(frame.tokens.length - mostTokens).toLocaleString('en')} more objects</p> : null}
    </section>
  )
}
