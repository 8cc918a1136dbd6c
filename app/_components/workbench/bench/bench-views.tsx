'use client'
// The views of the shown moment as tabs. Each is loaded when it is first looked at.
import dynamic from 'next/dynamic'
import { memo, useEffect, useState, type ReactNode } from 'react'
import type { MemoryMap } from '#lib/engine/index.ts'
import { Tabs } from '../../tabs.tsx'
import type { MapColoring } from '../map/map-colors.ts'
import type { OwnedBench } from '../model/use-bench.ts'
import type { Moment } from '../model/bench.ts'
import { useMedia } from './use-media.ts'
import { viewIds, viewNames, type ViewId } from './view-names.ts'

const GraphView = dynamic(() => import('../graph/graph-view.tsx').then((module) => module.GraphView), { ssr: false, loading: () => <ViewSkeleton /> })
const MapView = dynamic(() => import('../map/map-view.tsx').then((module) => module.MapView), { ssr: false, loading: () => <ViewSkeleton /> })
const CollectorView = dynamic(() => import('../collector/collector-view.tsx').then((module) => module.CollectorView), { ssr: false, loading: () => <ViewSkeleton /> })
const CompareView = dynamic(() => import('../compare/compare-view.tsx').then((module) => module.CompareView), { ssr: false, loading: () => <ViewSkeleton /> })
const OutlineTable = dynamic(() => import('../outline/outline-table.tsx').then((module) => module.OutlineTable), { ssr: false, loading: () => <ViewSkeleton /> })
const InspectorPanel = dynamic(() => import('../inspector/inspector-panel.tsx').then((module) => module.InspectorPanel), { ssr: false, loading: () => <ViewSkeleton /> })

interface BenchViewsProps {
  readonly bench: OwnedBench
  readonly view: ViewId
  readonly onView: (view: ViewId) => void
  readonly onLine: (line: number) => void
  /** Which views there are; all unless told otherwise. */
  readonly views?: readonly ViewId[]
  /** What the memory map's colours stand for at first. */
  readonly colouring?: MapColoring
  /** What stands before the first run. */
  readonly before: ReactNode
}

/** Tabs; on a wide screen the inspector stands beside them. */
export function BenchViews({ bench, view, onView, onLine, views = viewIds, colouring = 'type', before }: BenchViewsProps) {
  const wide = useMedia('(min-width: 100rem)') && views.length > 1
  const { moment } = bench
  const shown = views.filter((id) => !(wide && id === 'object'))
  const chosen = shown.includes(view) ? view : (shown[0] ?? 'graph')
  return (
    <div className="bench-views" data-wide={wide || undefined}>
      <div className="bench-tabs panel">
        <Tabs
          label="Views"
          chosen={chosen}
          onChoose={(id) => onView(viewIds.find((known) => known === id) ?? 'graph')}
          tabs={shown.map((id) => ({
            id,
            title: viewNames[id],
            content: moment === null ? <div className="view-frame view-before">{before}</div> : <ViewContent id={id} bench={bench} moment={moment} onLine={onLine} colouring={colouring} />,
          }))}
        />
      </div>
      {wide && views.includes('object') ? (
        <aside className="panel bench-object" aria-label="Object">
          <InspectorPanel bench={bench} onLine={onLine} />
        </aside>
      ) : null}
    </div>
  )
}

interface ViewContentProps {
  readonly id: ViewId
  readonly bench: OwnedBench
  readonly moment: Moment
  readonly onLine: (line: number) => void
  readonly colouring: MapColoring
}

/** Moving the playhead draws nothing anew until the moment is there. */
const ViewContent = memo(DrawnView, (before, now) => {
  const [one, other] = [before.bench, now.bench]
  const sameBench = one.focus === other.focus && one.run === other.run && one.reference === other.reference && one.goTo === other.goTo
  return sameBench && before.id === now.id && before.moment === now.moment && before.colouring === now.colouring && before.onLine === now.onLine
})

function DrawnView({ id, bench, moment, onLine, colouring }: ViewContentProps) {
  switch (id) {
    case 'graph':
      return <GraphView index={moment.index} changes={moment.changes} pace={moment.pace} focus={bench.focus} owner={bench.run} />
    case 'memory':
      return <MemoryOfMoment bench={bench} moment={moment} colouring={colouring} />
    case 'collector':
      return <CollectorView bench={bench} index={moment.index} />
    case 'table':
      return <OutlineTable index={moment.index} focus={bench.focus} />
    case 'compare':
      return <CompareView bench={bench} moment={moment} />
    case 'object':
      return <InspectorPanel bench={bench} onLine={onLine} />
    default:
      return id satisfies never
  }
}

/** Asks for the map of the moment; the one before stays until the new one is there. */
function MemoryOfMoment({ bench, moment, colouring }: Pick<ViewContentProps, 'bench' | 'moment' | 'colouring'>) {
  const { ask } = bench
  const [map, setMap] = useState<MemoryMap | null>(null)
  useEffect(() => {
    let wanted = true
    void ask.memoryMap(moment.step).then((found) => {
      if (wanted && found !== null) setMap(found)
    })
    return () => {
      wanted = false
    }
  }, [ask, moment.step, bench.run])
  if (map === null) return <ViewSkeleton />
  return <MapView key={colouring} map={map} index={moment.index} focus={bench.focus} colouring={colouring} />
}

function ViewSkeleton() {
  return (
    <div className="view-frame" role="status">
      <span className="sr-only">Loading</span>
      <div className="skeleton view-field" />
    </div>
  )
}
