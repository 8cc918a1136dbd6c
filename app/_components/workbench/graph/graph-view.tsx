'use client'
// The graph with what one does to it: choose, fold, group, zoom, drag.
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { ObjectSerial, ObjectView } from '#lib/engine/index.ts'
import { useStable } from '../../use-stable.ts'
import { hex, isGarbage } from '../../heap/heap-model.ts'
import type { Moment } from '../model/bench.ts'
import { noChanges, type Changes } from '../model/changes.ts'
import type { Focus } from '../model/focus.ts'
import { nameOf, type SnapshotIndex } from '../model/snapshot-index.ts'
import { drawGraph } from '../share/draw-view.ts'
import { ExportMenu } from '../share/export-menu.tsx'
import { GraphSvg } from './graph-svg.tsx'
import { plainOptions, type Box, type Fold, type GraphNode, type GraphPicture, type Grouping } from './graph-types.ts'
import { focusNode, isArrow, nodeToward } from './move-focus.ts'
import { usePainted } from './use-painted.ts'
import { useGraphPicture } from './use-places.ts'

interface GraphViewProps {
  readonly index: SnapshotIndex
  readonly changes: Changes
  readonly pace: Moment['pace']
  readonly focus: Focus
  /** Names the recording: objects keep their places within one. */
  readonly owner: unknown
}

const zooms = { least: 0.4, readable: 0.75, most: 2, step: 1.2 } as const
/** A narrow screen shows two columns at once. */
const firstZoom = () => (window.innerWidth < 560 ? 0.78 : 1)
const noPicture: GraphPicture = { width: 1, height: 1, nodes: [], wires: [], total: 0, grouped: false }
const noGhosts: readonly GraphNode[] = []
const nextFold: Record<Fold, Fold> = { some: 'open', open: 'folded', folded: 'some' }

/** Names and objects at one moment. */
export function GraphView({ index, changes, pace, focus, owner }: GraphViewProps) {
  const [showCode, setShowCode] = useState(false)
  const [grouping, setGrouping] = useState<Grouping>('type')
  const [folds, setFolds] = useState<ReadonlyMap<ObjectSerial, Fold>>(plainOptions.folds)
  const [openGroups, setOpenGroups] = useState<ReadonlySet<string>>(plainOptions.openGroups)
  const [zoom, setZoom] = useState(firstZoom)
  const options = useMemo(() => ({ ...plainOptions, showCode, grouping, folds, openGroups }), [showCode, grouping, folds, openGroups])
  const { shown, tidy } = useGraphPicture(owner, index, options)
  const picture = shown?.picture ?? noPicture
  const field = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const chosen = focus.chosen === null ? undefined : index.bySerial.get(focus.chosen)
  const painted = usePainted({ field, canvas, picture: pace === 'rushed' ? picture : null, chosen: focus.chosen, zoom })
  const calm = pace !== 'calm' || isTooMuchMotion(changes, index)
  const drag = useDragToScroll(field)
  useChosenInView(field, focus.chosen)
  const inSight = useInSight(field)
  const zoomed = useRef(false)
  const fittedTo = useRef<unknown>(null)
  const toShow = useRef<{ readonly zoom: number; readonly box: Box } | null>(null)
  // The first picture of a run is shown whole where its letters stay large enough for it, else its garbage comes into sight.
  useLayoutEffect(() => {
    const box = field.current
    if (shown === null || box === null || !inSight || fittedTo.current === owner) return
    fittedTo.current = owner
    if (zoomed.current) return
    const whole = wholeZoom(box, shown.picture)
    const first = whole >= zooms.readable ? Math.min(whole, firstZoom()) : firstZoom()
    const garbage = garbageBox(shown.picture)
    toShow.current = garbage === null ? null : { zoom: first, box: garbage }
    setZoom(first)
  }, [shown, owner, inSight])
  useLayoutEffect(() => {
    const [box, wanted] = [field.current, toShow.current]
    if (box === null || wanted === null || wanted.zoom !== zoom) return
    toShow.current = null
    const { x, y, width, height } = wanted.box
    box.scrollTo(outside(x * zoom, (x + width) * zoom, 0, box.clientWidth), outside(y * zoom, (y + height) * zoom, 0, box.clientHeight))
  }, [shown, zoom, inSight])

  const fold = useStable((node: GraphNode) => {
    if (node.kind === 'card' && node.foldable) setFolds(new Map(folds).set(node.object.serial, nextFold[node.fold]))
  })
  const choose = useStable((node: GraphNode) => {
    if (node.kind === 'card') focus.choose(node.object.serial)
    else if (node.kind === 'group') setOpenGroups(toggled(openGroups, node.key))
  })
  const zoomBy = (factor: number) => {
    zoomed.current = true
    setZoom((now) => Math.min(zooms.most, Math.max(zooms.least, now * factor)))
  }
  const fit = () => {
    zoomed.current = true
    if (field.current !== null) setZoom(Math.max(zooms.least, Math.min(1, wholeZoom(field.current, picture))))
  }
  const key = useStable((event: KeyboardEvent<SVGElement>, node: GraphNode) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') choose(node)
    else if (event.key === ' ') fold(node)
    else if (isArrow(event.key) && !event.shiftKey) focusNode(field.current, nodeToward(picture.nodes, node, event.key))
    else if (event.key === 't') tidy()
    else if (event.key === 'Escape') focus.choose(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  })

  return (
    <div className="view-frame">
      <div className="view-tools">
        {picture.total > plainOptions.mostCards ? (
          <label className="tool-field">
            Group by
            <select className="tool-select" value={grouping} onChange={(event) => setGrouping(groupingOf(event.target.value))}>
              <option value="type">type</option>
              <option value="owner">name that leads there</option>
              <option value="dominator">what alone keeps it alive</option>
            </select>
          </label>
        ) : null}
        <label className="tool-field">
          <input type="checkbox" className="size-4 accent-(--copper)" checked={showCode} onChange={(event) => setShowCode(event.target.checked)} />
          Classes and functions
        </label>
        <span className="ml-auto flex items-center gap-1">
          <ExportMenu name="objects" draw={drawGraph} />
          <ToolButton label="Tidy: lay all objects out anew (T)" onClick={tidy}>
            Tidy
          </ToolButton>
          <ToolButton label="Zoom out" onClick={() => zoomBy(1 / zooms.step)}>
            −
          </ToolButton>
          <ToolButton label={`${Math.round(zoom * 100)}%: fit the whole graph`} onClick={fit}>
            {Math.round(zoom * 100)}%
          </ToolButton>
          <ToolButton label="Zoom in" onClick={() => zoomBy(zooms.step)}>
            +
          </ToolButton>
        </span>
      </div>
      <div ref={field} className="view-field lattice" data-testid="graph" {...drag}>
        {shown === null ? <p className="view-empty">Finding places for all objects…</p> : null}
        {shown !== null && picture.nodes.length === 0 ? <p className="view-empty">No object of the program is alive here.</p> : null}
        <canvas ref={canvas} className="graph-canvas" hidden={!painted} aria-hidden="true" />
        <GraphSvg
          picture={picture}
          ghosts={calm ? noGhosts : (shown?.ghosts ?? noGhosts)}
          changes={calm ? noChanges : changes}
          calm={calm}
          hidden={painted}
          chosen={focus.chosen}
          pointed={focus.pointed}
          zoom={zoom}
          label="Names and objects"
          onChoose={choose}
          onFold={fold}
          onPoint={focus.point}
          onKey={key}
        />
      </div>
      <p className="graph-says" aria-live="polite">
        {chosen === undefined ? 'Choose an object to see who holds it. Arrow keys walk from object to object, Space folds.' : sayHolders(index, chosen)}
      </p>
    </div>
  )
}

/** A leap over many steps changes everything at once: nobody could follow that. */
function isTooMuchMotion({ born, died, counts }: Changes, index: SnapshotIndex): boolean {
  let moving = died.length
  for (const serial of born) if (index.isShown(serial)) moving += 1
  for (const serial of counts.keys()) if (index.isShown(serial)) moving += 1
  return moving > mostMotion
}

const mostMotion = 30

/** At which all of a picture is in sight. */
function wholeZoom({ clientWidth, clientHeight }: HTMLElement, { width, height }: GraphPicture): number {
  return Math.min(clientWidth / width, clientHeight / height)
}

/** Behind another tab of a phone the field has no size yet. */
function useInSight(field: React.RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(false)
  useEffect(() => {
    if (field.current === null) return
    const watcher = new ResizeObserver(([entry]) => setInSight((entry?.contentRect.width ?? 0) > 0))
    watcher.observe(field.current)
    return () => watcher.disconnect()
  }, [field])
  return inSight
}

/** Around all garbage that is drawn. */
function garbageBox({ nodes }: GraphPicture): Box | null {
  const garbage = nodes.filter((node) => node.kind === 'card' && node.garbage)
  if (garbage.length === 0) return null
  const [x, y] = [Math.min(...garbage.map((node) => node.x)), Math.min(...garbage.map((node) => node.y))]
  return { x, y, width: Math.max(...garbage.map((node) => node.x + node.width)) - x, height: Math.max(...garbage.map((node) => node.y + node.height)) - y }
}

const mostHolders = 4

/** The chosen object, its count and who holds it, in a sentence. */
function sayHolders(index: SnapshotIndex, object: ObjectView): string {
  const holders = index.holdersOf(object.serial).map(({ text }) => text)
  const count = object.refcount === null ? 'immortal' : `refcount ${object.refcount}`
  const more = holders.length > mostHolders ? ` and ${(holders.length - mostHolders).toLocaleString('en')} more` : ''
  const held = holders.length === 0 ? 'held by nothing that is shown' : `held by ${holders.slice(0, mostHolders).join(', ')}${more}`
  return `${nameOf(object)} at ${hex(object.address)}: ${count}, ${held}.${isGarbage(object) ? ' No name leads to it: only the collector can free it.' : ''}`
}

function ToolButton({ label, onClick, children }: { readonly label: string; readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="tool-button" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  )
}

function groupingOf(value: string): Grouping {
  return value === 'owner' || value === 'dominator' ? value : 'type'
}

function toggled(set: ReadonlySet<string>, item: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

/** A chosen object that is out of sight comes into sight; nothing else ever scrolls. */
function useChosenInView(field: React.RefObject<HTMLDivElement | null>, chosen: ObjectSerial | null): void {
  useEffect(() => {
    const box = field.current
    const card = chosen === null ? null : box?.querySelector(`[data-key="o:${chosen}"]`)
    if (box === null || card === null || card === undefined) return
    const [outer, inner] = [box.getBoundingClientRect(), card.getBoundingClientRect()]
    const [right, down] = [outside(inner.left, inner.right, outer.left, outer.right), outside(inner.top, inner.bottom, outer.top, outer.bottom)]
    if (right !== 0 || down !== 0) box.scrollBy({ left: right, top: down, behavior: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' })
  }, [field, chosen])
}

function outside(start: number, end: number, low: number, high: number): number {
  const room = 16
  if (start < low) return start - low - room
  return end > high ? Math.min(end - high + room, start - low) : 0
}

/** Dragging the ground moves the picture. */
function useDragToScroll(field: React.RefObject<HTMLDivElement | null>) {
  const last = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown: (event: PointerEvent) => {
      const onGround = event.target === field.current || (event.target instanceof Element && event.target.closest('.node') === null)
      if (event.pointerType === 'mouse' && event.button === 0 && onGround) last.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent) => {
      if (last.current === null || field.current === null) return
      field.current.scrollBy(last.current.x - event.clientX, last.current.y - event.clientY)
      last.current = { x: event.clientX, y: event.clientY }
    },
    onPointerUp: () => {
      last.current = null
    },
    onPointerLeave: () => {
      last.current = null
    },
  }
}
