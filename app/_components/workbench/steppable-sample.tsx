'use client'
// A program that can be walked through in place: in lessons, and in frames of other sites. It runs when it comes into sight.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PythonVersion } from '#lib/engine/index.ts'
import { BenchTime } from './bench/bench-time.tsx'
import { BenchViews } from './bench/bench-views.tsx'
import { useShortcuts } from './bench/use-shortcuts.ts'
import type { ViewId } from './bench/view-names.ts'
import { CodeLines } from './code/code-lines.tsx'
import { useEditorNotes } from './code/use-editor-notes.ts'
import { ConsolePanel } from './console-panel.tsx'
import type { OpenAt } from './model/open-at.ts'
import { useBench } from './model/use-bench.ts'

/** The parts that can be left out. */
export type SamplePanel = ViewId | 'code' | 'console' | 'time'

export interface SteppableSampleProps {
  readonly source: string
  readonly python?: PythonVersion
  /** Where to look first; the end unless told otherwise. */
  readonly openAt?: OpenAt
  /** The first view that is named is shown first. */
  readonly panels?: readonly SamplePanel[]
  /** What the sample is, for people who listen. */
  readonly title: string
  /** Take the whole window. */
  readonly fill?: boolean
}

const lessonPanels: readonly SamplePanel[] = ['code', 'graph', 'memory', 'object', 'time', 'console']
const sampleSteps = 2_000_000

/** The sample. Its source can be read, not edited. */
export function SteppableSample({ source, python = '3.13', openAt = 'end', panels = lessonPanels, title, fill = false }: SteppableSampleProps) {
  const bench = useBench()
  const views = panels.filter((panel): panel is ViewId => panel !== 'code' && panel !== 'console' && panel !== 'time')
  const [view, setView] = useState<ViewId>(views[0] ?? 'graph')
  const box = useRef<HTMLElement>(null)
  const inSight = useInSight(box)
  const notes = useEditorNotes(bench, source)
  const { start, client } = bench
  const opening = useRef(openAt)
  useEffect(() => {
    if (inSight && client !== null) void start({ source, python, openAt: opening.current, limits: { steps: sampleSteps } })
  }, [inSight, client, start, source, python])
  const chooseView = useCallback((number: number) => setView((now) => views[number - 1] ?? now), [views])
  useShortcuts({ box, bench, onView: chooseView })
  const line = bench.moment?.index.snapshot.line ?? null
  const toLine = useCallback((to: number) => box.current?.querySelectorAll<HTMLElement>('.code-line')[to - 1]?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <section ref={box} aria-label={title} className={`steppable ${fill ? '' : 'panel'}`} data-fill={fill || undefined}>
      {panels.includes('code') ? (
        <div className="steppable-code">
          <CodeLines source={source} notes={notes} errorLine={bench.run?.result.exception?.line ?? null} label={`Program: ${title}`} />
        </div>
      ) : null}
      {views.length > 0 ? (
        <div className="steppable-views">
          <BenchViews bench={bench} view={view} onView={setView} onLine={toLine} views={views} before={<p>{bench.failure ?? 'Running…'}</p>} />
        </div>
      ) : null}
      {panels.includes('time') ? <BenchTime bench={bench} lineText={line === null ? null : (source.split('\n')[line - 1] ?? null)} /> : null}
      {panels.includes('console') && bench.output.length > 0 ? (
        <div className="steppable-console">
          <ConsolePanel bench={bench} onLine={toLine} />
        </div>
      ) : null}
    </section>
  )
}

/** Turns true once, when the element comes near. */
function useInSight(element: React.RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(false)
  useEffect(() => {
    if (element.current === null) return
    const watcher = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setInSight(true), { rootMargin: '300px' })
    watcher.observe(element.current)
    return () => watcher.disconnect()
  }, [element])
  return inSight
}
