// The curve over a run: bytes and objects alive at every step, collections, output, the peak and the first leak. Pure.
import type { LeakMark, Overview, OverviewPoint } from '#lib/engine/index.ts'

export interface TimelineSize {
  readonly width: number
  readonly height: number
}

export interface TimelinePicture {
  /** Area under the bytes that are alive. */
  readonly bytesArea: string
  readonly bytesLine: string
  readonly objectsLine: string
  readonly peak: { readonly x: number; readonly y: number; readonly bytes: number }
  readonly collections: readonly { readonly x: number; readonly index: number; readonly generation: number; readonly collected: number }[]
  readonly outputs: readonly number[]
  readonly leakX: number | null
  readonly curveTop: number
  readonly curveBottom: number
}

/** Height kept below the curve for the marks. */
const laneHeight = 18
const topRoom = 8

/** Where a step lies. */
export function stepToX(step: number, lastStep: number, width: number): number {
  return lastStep === 0 ? 0 : (step / lastStep) * width
}

/** Draws the overview into a size. */
export function timelinePicture(overview: Overview, lastStep: number, leak: LeakMark | null, { width, height }: TimelineSize): TimelinePicture {
  const bottom = height - laneHeight
  const x = (step: number) => round(stepToX(step, lastStep, width))
  const mostBytes = Math.max(1, overview.peakBytes)
  const mostObjects = Math.max(1, ...overview.points.map(({ liveObjects }) => liveObjects))
  const yOf = (share: number) => round(bottom - share * (bottom - topRoom))
  const bytesLine = stairs(withPeak(overview), lastStep, x, ({ liveBytes }) => yOf(Math.max(0, liveBytes) / mostBytes))
  return {
    bytesLine,
    bytesArea: bytesLine === '' ? '' : `${bytesLine} L${round(width)} ${bottom} L0 ${bottom}z`,
    objectsLine: stairs(overview.points, lastStep, x, ({ liveObjects }) => yOf(liveObjects / mostObjects)),
    peak: { x: x(overview.peakStep), y: yOf(overview.peakBytes / mostBytes), bytes: overview.peakBytes },
    collections: overview.collections.map(({ step, index, generation, collected }) => ({ x: x(step), index, generation, collected })),
    outputs: overview.outputs.map(({ step }) => x(step)),
    leakX: leak === null ? null : x(leak.step),
    curveTop: topRoom,
    curveBottom: bottom,
  }
}

/** Points are thinned, and a peak may lie within one instruction: it gets a point of its own. */
function withPeak({ points, peakStep, peakBytes }: Overview): readonly OverviewPoint[] {
  const before = pointAt(points, peakStep)
  if (before === null || before.liveBytes >= peakBytes) return points
  const at = points.findIndex(({ step }) => step > peakStep)
  const [head, tail] = at < 0 ? [points, []] : [points.slice(0, at), points.slice(at)]
  return [...head, { ...before, step: peakStep, liveBytes: peakBytes }, { ...before, step: peakStep + 1 }, ...tail]
}

/** A value holds until the next point changes it. */
function stairs(points: readonly OverviewPoint[], lastStep: number, x: (step: number) => number, y: (point: OverviewPoint) => number): string {
  const [first] = points
  if (first === undefined) return ''
  let path = `M0 ${y(first)}`
  let height = y(first)
  for (const point of points) {
    const next = y(point)
    if (next === height) continue
    path += ` L${x(point.step)} ${height} L${x(point.step)} ${next}`
    height = next
  }
  return `${path} L${x(lastStep)} ${height}`
}

/** The last point at or before a step. */
export function pointAt(points: readonly OverviewPoint[], step: number): OverviewPoint | null {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle]?.step ?? Infinity) <= step) low = middle + 1
    else high = middle
  }
  return points[Math.max(0, low - 1)] ?? null
}

const round = (value: number) => Math.round(value * 10) / 10
