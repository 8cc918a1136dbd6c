'use client'
// The timeline with its playhead: a range input lies over the drawing, so that mouse, touch and keys scrub alike.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Lifetime, OverviewPoint } from '#lib/engine/index.ts'
import type { Bench, RecordedRun } from '../model/bench.ts'
import { useMedia } from '../bench/use-media.ts'
import { pointAt, stepToX, timelinePicture } from './timeline-picture.ts'
import { TimelineSvg } from './timeline-svg.tsx'

const heights = { usual: 76, small: 46 } as const

/** Scrubs through the run. */
export function Timeline({ bench }: { readonly bench: Bench }) {
  const { run, leak, step } = bench
  const track = useRef<HTMLDivElement>(null)
  const width = useWidth(track)
  const height = useMedia('(max-width: 40rem)') ? heights.small : heights.usual
  const size = useMemo(() => ({ width, height }), [width, height])
  const picture = useMemo(() => (run === null ? null : timelinePicture(run.overview, run.lastStep, leak, size)), [run, leak, size])
  const point = run === null ? null : figuresAt(bench, run)
  const life = useLife(bench)
  const says =
    run === null || point === null
      ? 'No run yet'
      : `Step ${step.toLocaleString('en')} of ${run.lastStep.toLocaleString('en')}, ${point.line === null ? 'no line' : `line ${point.line}`}, ${point.liveBytes.toLocaleString('en')} bytes in ${point.liveObjects.toLocaleString('en')} objects`
  return (
    <div className="timeline">
      <div ref={track} className="timeline-track" style={{ height }} data-testid="timeline">
        {picture === null ? null : <TimelineSvg picture={picture} size={size} />}
        {run === null ? null : <div className="playhead" aria-hidden="true" style={{ transform: `translateX(${stepToX(step, run.lastStep, width)}px)` }} />}
        {run === null || life === null ? null : <Life life={life} x={(at) => stepToX(at, run.lastStep, width)} lastStep={run.lastStep} />}
        <input
          type="range"
          className="timeline-range"
          aria-label="Step of the run"
          aria-valuetext={says}
          min={0}
          max={run?.lastStep ?? 0}
          value={step}
          disabled={run === null}
          onChange={(event) => bench.goTo(Number(event.target.value))}
        />
      </div>
      <dl className="timeline-figures">
        <Figure name="step" value={run === null ? null : `${step.toLocaleString('en')} / ${run.lastStep.toLocaleString('en')}`} />
        <Figure name="alive" value={point === null ? null : `${point.liveBytes.toLocaleString('en')} B`} mark="bytes" />
        <Figure name="objects" value={point?.liveObjects.toLocaleString('en') ?? null} mark="objects" />
        <Figure name="peak so far" value={point === null ? null : `${point.peakBytes.toLocaleString('en')} B`} mark="peak" />
        <Figure name="collections" value={point?.collections.toLocaleString('en') ?? null} mark="collections" />
      </dl>
    </div>
  )
}

interface LifeProps {
  readonly life: Lifetime
  readonly lastStep: number
  readonly x: (step: number) => number
}

/** From birth to death, or to the end of the run. */
function Life({ life: { bornStep, diedStep }, lastStep, x }: LifeProps) {
  const [left, right] = [x(bornStep ?? 0), x(diedStep ?? lastStep)]
  return <div className="timeline-life" data-open={diedStep === null || undefined} aria-hidden="true" style={{ left, width: Math.max(2, right - left) }} />
}

/** The life of the object that is pointed at, else of the chosen one. */
function useLife({ focus, ask, run }: Bench): Lifetime | null {
  const serial = focus.pointed ?? focus.chosen
  const [life, setLife] = useState<Lifetime | null>(null)
  useEffect(() => {
    if (serial === null) return
    let wanted = true
    void ask.lifetime(serial).then((found) => {
      if (wanted) setLife(found)
    })
    return () => {
      wanted = false
    }
  }, [ask, serial, run])
  return life?.serial === serial ? life : null
}

/** The exact figures once the moment is there; until then those of the nearest point before. */
function figuresAt({ moment, step }: Bench, run: RecordedRun): Pick<OverviewPoint, 'line' | 'liveBytes' | 'liveObjects' | 'peakBytes' | 'collections'> | null {
  const point = pointAt(run.overview.points, step)
  if (point === null || moment === null || moment.run !== run || moment.step !== step) return point
  const { line, metrics } = moment.index.snapshot
  return { line, liveBytes: metrics.liveBytes, peakBytes: metrics.peakBytes, collections: metrics.collections, liveObjects: point.liveObjects }
}

interface FigureProps {
  readonly name: string
  readonly value: string | null
  readonly mark?: string
}

function Figure({ name, value, mark }: FigureProps) {
  return (
    <div className="timeline-figure">
      <dt>
        {mark === undefined ? null : <span className={`timeline-mark timeline-mark-${mark}`} aria-hidden="true" />}
        {name}
      </dt>
      <dd>{value ?? '–'}</dd>
    </div>
  )
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(600)
  useEffect(() => {
    if (element.current === null) return
    const watcher = new ResizeObserver(([entry]) => entry !== undefined && setWidth(Math.max(1, Math.round(entry.contentRect.width))))
    watcher.observe(element.current)
    return () => watcher.disconnect()
  }, [element])
  return width
}
