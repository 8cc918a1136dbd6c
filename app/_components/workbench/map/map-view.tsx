'use client'
// The memory map: arenas, pools and blocks where they lie, on a canvas; the line below says what the pointer or the cursor is at.
import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import type { MemoryMap } from '#lib/engine/index.ts'
import { useTheme } from '../../theme.tsx'
import type { Focus } from '../model/focus.ts'
import type { SnapshotIndex } from '../model/snapshot-index.ts'
import { ColorBook, colorMap, type Coloring, type MapColoring } from './map-colors.ts'
import { readInk, slotColor } from './map-ink.ts'
import { hitTest, layoutMap, shapeFor, type MapHit } from './map-layout.ts'
import { makeAtlas, paintMap, type Camera, type MapScene } from './map-paint.ts'
import { describeHit, ownerOf } from './map-words.ts'
import { drawingOf, type Drawing } from '../share/svg-text.ts'
import { ExportMenu } from '../share/export-menu.tsx'
import { mapSvg, mostVectorBlocks } from './map-svg.ts'
import { useCamera } from './use-camera.ts'
import { stepCursor } from './map-cursor.ts'

interface MapViewProps {
  readonly map: MemoryMap
  readonly index: SnapshotIndex
  readonly focus: Focus
  /** What colours stand for at first. */
  readonly colouring: MapColoring
}

const colorings: Record<MapColoring, string> = { type: 'type', use: 'what it is for', age: 'age', line: 'line', waste: 'bytes lost to rounding' }
const mostInLegend = 9

/** The whole simulated memory of one moment. */
export function MapView({ map, index, focus, colouring }: MapViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  const [width, setWidth] = useState(800)
  const [by, setBy] = useState(colouring)
  const [stressed, setStressed] = useState<number | null>(null)
  const [cursor, setCursor] = useState<MapHit>(null)
  const [book] = useState(() => new ColorBook())
  const layout = useMemo(() => layoutMap(map, shapeFor(width, map.arenas.length)), [map, width])
  const coloring = useMemo(() => colorMap(map, by, book), [map, by, book])
  const scene = useScene(canvas, { map, layout, coloring, stressed, theme, focus, cursor })
  const paint = useCallback(
    (camera: Camera) => {
      const box = canvas.current
      const context = box?.getContext('2d')
      const made = scene.current
      if (box === null || context === null || context === undefined || made === null) return
      const ratio = window.devicePixelRatio || 1
      const size = { width: box.clientWidth, height: box.clientHeight }
      if (box.width !== Math.round(size.width * ratio)) box.width = Math.round(size.width * ratio)
      if (box.height !== Math.round(size.height * ratio)) box.height = Math.round(size.height * ratio)
      paintMap(context, made, camera, size, ratio)
    },
    [scene],
  )
  const { camera, redraw, fit, zoomBy, panBy, moved } = useCamera(canvas, layout, paint)
  useEffect(() => redraw())
  useRefit(canvas, fit, redraw, setWidth)

  const draw = (): Drawing | null => {
    const ink = canvas.current === null ? null : readInk(canvas.current)
    const vectors = ink === null ? null : mapSvg(layout, coloring, ink)
    return vectors ?? (canvas.current === null ? null : drawingOfPixels(canvas.current))
  }
  const hitAt = (event: MouseEvent): MapHit => {
    const rect = event.currentTarget.getBoundingClientRect()
    const { x, y, scale } = camera.current
    return hitTest(layout, x + (event.clientX - rect.left) / scale, y + (event.clientY - rect.top) / scale)
  }
  useKeys(field, (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = stepCursor(layout, cursor, event.key)
    if (next !== undefined) setCursor(next)
    else if (event.key === '+' || event.key === '=') zoomBy(1.4)
    else if (event.key === '-') zoomBy(1 / 1.4)
    else if (event.key === '0') fit()
    else if (event.key === 'Enter') focus.choose(ownerOf(map, cursor))
    else return
    event.preventDefault()
  })
  useCursorInView(canvas, camera, cursor, panBy)

  return (
    <div className="view-frame">
      <div className="view-tools">
        <label className="tool-field">
          Colour by
          <select className="tool-select" value={by} onChange={(event) => setBy(coloringOf(event.target.value))}>
            {Object.entries(colorings).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <MapTotals map={map} />
        <span className="ml-auto flex items-center gap-1">
          <ExportMenu name="memory" draw={draw} />
          <button type="button" className="tool-button" aria-label="Zoom out" onClick={() => zoomBy(1 / 1.5)}>
            −
          </button>
          <button type="button" className="tool-button" onClick={fit}>
            Fit
          </button>
          <button type="button" className="tool-button" aria-label="Zoom in" onClick={() => zoomBy(1.5)}>
            +
          </button>
        </span>
      </div>
      <div
        ref={field}
        className="view-field map-field"
        role="application"
        tabIndex={0}
        aria-label="Memory map. Arrow keys walk over the blocks, Enter chooses the object, plus and minus zoom."
        aria-describedby="map-says"
      >
        <canvas
          ref={canvas}
          className="map-canvas"
          data-testid="map"
          onPointerMove={(event) => {
            if (event.buttons !== 0) return
            const hit = hitAt(event)
            setCursor(hit)
            focus.point(ownerOf(map, hit))
          }}
          onPointerLeave={() => focus.point(null)}
          onPointerUp={(event) => {
            if (!moved()) focus.choose(ownerOf(map, hitAt(event)))
          }}
        />
      </div>
      <p id="map-says" className="map-says" aria-live="polite">
        {describeHit(map, cursor, index)}
      </p>
      <MapLegend coloring={coloring} stressed={stressed} onStress={setStressed} />
    </div>
  )
}

/** What of a map with too many blocks is in sight, as pixels; the file says so. */
function drawingOfPixels(canvas: HTMLCanvasElement): Drawing {
  const { width, height } = canvas
  const words = `Over ${mostVectorBlocks.toLocaleString('en')} blocks: what is in sight is saved as pixels, not as vectors.`
  return { ...drawingOf(width, height, `<desc>${words}</desc><image width="${width}" height="${height}" href="${canvas.toDataURL()}"/>`), note: words }
}

/** Keys while the map has the focus. */
function useKeys(field: React.RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const box = field.current
    const listen = (event: KeyboardEvent) => latest.current(event)
    box?.addEventListener('keydown', listen)
    return () => box?.removeEventListener('keydown', listen)
  }, [field])
}

const coloringOf = (value: string): MapColoring => (Object.keys(colorings) as MapColoring[]).find((known) => known === value) ?? 'type'

interface SceneParts extends Pick<MapScene, 'map' | 'layout' | 'coloring' | 'stressed' | 'cursor'> {
  readonly theme: string
  readonly focus: Focus
}

/** What is painted next, in a ref; the atlas is made anew only when its blocks or colours change. */
function useScene(canvas: React.RefObject<HTMLCanvasElement | null>, parts: SceneParts): React.RefObject<MapScene | null> {
  const { map, layout, coloring, stressed, theme, focus, cursor } = parts
  const scene = useRef<MapScene | null>(null)
  const base = useRef<{ key: readonly unknown[]; made: Pick<MapScene, 'ink' | 'atlas'> } | null>(null)
  useEffect(() => {
    if (canvas.current === null) return
    const key = [layout, coloring, stressed, theme]
    if (base.current === null || base.current.key.some((part, order) => part !== key[order])) {
      const ink = readInk(canvas.current)
      base.current = { key, made: { ink, atlas: makeAtlas(layout, coloring, ink, stressed) } }
    }
    scene.current = { ...base.current.made, map, layout, coloring, stressed, cursor, chosen: focus.chosen, pointed: focus.pointed }
  })
  return scene
}

/** The map is fitted when it is first seen; afterwards a changed size only repaints. */
function useRefit(canvas: React.RefObject<HTMLCanvasElement | null>, fit: () => void, redraw: () => void, onWidth: (width: number) => void): void {
  const fitted = useRef(false)
  useEffect(() => {
    if (canvas.current === null) return
    const watcher = new ResizeObserver(([entry]) => {
      // Behind another tab of a phone it has no size yet.
      if (entry === undefined || entry.contentRect.width === 0) return
      onWidth(entry.contentRect.width)
      // The layout follows the width in the next frame.
      if (fitted.current) redraw()
      else requestAnimationFrame(() => requestAnimationFrame(fit))
      fitted.current = true
    })
    watcher.observe(canvas.current)
    return () => watcher.disconnect()
  }, [canvas, fit, redraw, onWidth])
}

/** The cursor that keys move never leaves the canvas. */
function useCursorInView(canvas: React.RefObject<HTMLCanvasElement | null>, camera: React.RefObject<Camera>, cursor: MapHit, panBy: (dx: number, dy: number) => void): void {
  useEffect(() => {
    const box = canvas.current
    if (box === null || cursor === null || document.activeElement !== box.parentElement) return
    const rect = cursor.kind === 'large' ? cursor.large : cursor.pool
    const { x, y, scale } = camera.current
    const [left, top] = [(rect.x - x) * scale, (rect.y - y) * scale]
    const [dx, dy] = [beyond(left, rect.width * scale, box.clientWidth), beyond(top, rect.height * scale, box.clientHeight)]
    if (dx !== 0 || dy !== 0) panBy(dx, dy)
  }, [canvas, camera, cursor, panBy])
}

function beyond(start: number, length: number, room: number): number {
  if (start < 0) return start - 8
  return start + length > room ? Math.min(start, start + length - room + 8) : 0
}

function MapTotals({ map }: { readonly map: MemoryMap }) {
  const { usedBytes, requestedBytes, freeBytes, largeBytes } = map.totals
  const figures = [
    ['in blocks', usedBytes],
    ['lost to rounding', usedBytes - requestedBytes],
    ['free', freeBytes],
    ['large', largeBytes],
  ] as const
  return (
    <dl className="map-totals">
      {figures.map(([name, bytes]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{bytes.toLocaleString('en')} B</dd>
        </div>
      ))}
    </dl>
  )
}

interface MapLegendProps {
  readonly coloring: Coloring
  readonly stressed: number | null
  readonly onStress: (category: number | null) => void
}

function MapLegend({ coloring, stressed, onStress }: MapLegendProps) {
  const entries = coloring.categories.map((category, index) => ({ ...category, index })).toSorted((one, other) => other.blocks - one.blocks)
  const shown = entries.slice(0, mostInLegend)
  const rest = entries.slice(mostInLegend).reduce((sum, { blocks }) => sum + blocks, 0)
  return (
    <ul className="map-legend" aria-label="Legend">
      {shown.map(({ name, slot, blocks, index }) => (
        <li key={name}>
          <button type="button" className="legend-entry" aria-pressed={stressed === index} onClick={() => onStress(stressed === index ? null : index)}>
            <span className="legend-swatch" style={{ background: slotColor(slot) }} aria-hidden="true" />
            {name} <span className="text-faint">{blocks.toLocaleString('en')}</span>
          </button>
        </li>
      ))}
      {rest > 0 ? <li className="legend-entry text-faint">others {rest.toLocaleString('en')}</li> : null}
    </ul>
  )
}

