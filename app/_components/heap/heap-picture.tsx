'use client'
// The heap as a picture: cells for names, cards for objects, copper wires for references. Everything it says is also in the object table.
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ObjectSerial, Snapshot } from '#lib/engine/index.ts'
import { RefRing } from '../ref-ring.tsx'
import { layoutHeap, type Card, type Wire } from './heap-layout.ts'
import { hex, holdersOf, isAtom, kindOf, shortHex } from './heap-model.ts'

interface HeapPictureProps {
  readonly snapshot: Snapshot
  readonly selected?: ObjectSerial | null
  readonly onSelect?: (serial: ObjectSerial | null) => void
  readonly showScaffolding?: boolean
  readonly label?: string
  readonly className?: string
  /** What pressing a wire does, and what became of it; without it wires are only looked at. */
  readonly wires?: WirePlay
  /** Objects that were freed: drawn faintly where they stood. */
  readonly dead?: ReadonlySet<ObjectSerial>
  /** Leave out the sentence below the picture. */
  readonly quiet?: boolean
}

/** Wires as things to press. Whoever uses it offers the same choice as buttons in a list, for keyboards. */
export interface WirePlay {
  readonly stateOf: (wire: Wire) => 'free' | 'marked' | 'cut' | 'fixed'
  readonly onPress: (wire: Wire) => void
}

/** The picture of one snapshot. Arrow keys move between the objects; choosing one lights its wires and says who holds it. */
export function HeapPicture({
  snapshot,
  selected,
  onSelect,
  showScaffolding = false,
  wires,
  dead,
  label = 'Heap picture',
  className = '',
  quiet = false,
}: HeapPictureProps) {
  const [ownSelection, setOwnSelection] = useState<ObjectSerial | null>(null)
  const chosen = selected === undefined ? ownSelection : selected
  const choose = (serial: ObjectSerial | null) => (onSelect ?? setOwnSelection)(serial)
  const box = useRef<HTMLDivElement>(null)
  const room = useRoom(box)
  const compact = room !== null && room < narrow
  const layout = useMemo(() => layoutHeap(snapshot, { showScaffolding, compact }), [snapshot, showScaffolding, compact])
  const [larger, setLarger] = useState(false)
  const whole = room === null ? 1 : Math.min(1, room / layout.width)
  const zoom = larger ? 1 : Math.max(leastZoom, whole)
  const isBeyond = room !== null && layout.width * zoom > room + 1
  const plane = useRef<HTMLDivElement>(null)
  const noteId = useId()
  const chosenCard = layout.cards.find(({ object }) => object.serial === chosen)
  const near = useMemo(() => neighbours(layout.wires, chosenCard?.object.serial ?? null), [layout, chosenCard])

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const cards = [...(plane.current?.querySelectorAll<HTMLButtonElement>('.object-card') ?? [])]
    const index = cards.findIndex((card) => card === document.activeElement)
    const next = cards[(index + step + cards.length) % cards.length]
    if (index < 0 || next === undefined) return
    event.preventDefault()
    next.focus()
  }

  if (layout.cards.length === 0) {
    return (
      <div className={className}>
        <p className="heap lattice grid place-items-center px-4 py-8 text-center text-sm text-faint">Nothing of the program is alive.</p>
      </div>
    )
  }
  return (
    <div className={className}>
      {whole > 0.95 ? null : (
        <p className="heap-bar">
          <button type="button" className="button button-small" aria-pressed={larger} onClick={() => setLarger(!larger)}>
            {larger ? 'Smaller' : 'Larger'}
          </button>
          {isBeyond ? <span className="text-faint">It goes on to the right: drag it.</span> : null}
        </p>
      )}
      <div ref={box} className="heap lattice" role="group" aria-label={label} aria-describedby={quiet ? undefined : noteId} data-beyond={isBeyond || undefined}>
        <div ref={plane} className="heap-plane" style={{ width: layout.width, height: layout.height, zoom }}>
          {layout.garbageRegion === null ? null : (
            <div className="heap-region" style={place(layout.garbageRegion)}>
              <span className="heap-region-title left-3 top-2.5">unreachable: garbage that waits for the collector</span>
            </div>
          )}
          {layout.frames.map((frame) => (
            <span key={frame.title} className="frame-title" style={place(frame)}>
              {frame.title}
            </span>
          ))}
          {layout.names.map(({ name, ...box }, index) => (
            <span key={`${name.frame}.${name.name}.${index}`} className="name-cell" style={place(box)} title={name.name}>
              {name.name}
            </span>
          ))}
          <Wires wires={layout.wires} width={layout.width} height={layout.height} chosen={chosenCard?.object.serial ?? null} play={wires} />
          {layout.cards.map((card, index) => (
            <ObjectCard
              key={card.object.serial}
              card={card}
              first={index === 0}
              dead={dead?.has(card.object.serial) ?? false}
              lit={card.object.serial === chosen}
              dim={near !== null && !near.has(card.object.serial)}
              onMove={move}
              onChoose={() => choose(card.object.serial === chosen ? null : card.object.serial)}
            />
          ))}
        </div>
      </div>
      <p id={noteId} hidden={quiet} className="min-h-11 px-1 pt-2 text-sm text-soft" aria-live="polite">
        {chosenCard === undefined ? 'Choose an object to see who holds it.' : sayHolders(snapshot, chosenCard)}
        {layout.leftOut > 0 ? ` The picture is full: at least ${layout.leftOut} more objects are not drawn.` : ''}
      </p>
    </div>
  )
}

/** Below this width, cards are drawn compactly. */
const narrow = 560
/** Nothing is drawn smaller than this: not even its shape could be made out. */
const leastZoom = 0.46

/** The width that there is; null until it is known. */
function useRoom(box: React.RefObject<HTMLElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null)
  useEffect(() => {
    if (box.current === null) return
    const watcher = new ResizeObserver(([entry]) => entry !== undefined && setRoom(Math.floor(entry.contentRect.width)))
    watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [box])
  return room
}

const place = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({ left: x, top: y, width, height })

function sayHolders(snapshot: Snapshot, { object, name, garbage }: Card): string {
  const holders = holdersOf(snapshot, object.serial)
  const count = object.refcount === null ? 'immortal' : `refcount ${object.refcount}`
  const held =
    holders.length === 0
      ? 'held by nothing that is shown'
      : `held by ${holders.slice(0, 4).join(', ')}${holders.length > 4 ? ` and ${holders.length - 4} more` : ''}`
  return `${name} at ${hex(object.address)}: ${count}, ${held}.${garbage ? ' No name leads to it: only the collector can free it.' : ''}`
}

/** The chosen object and everything one wire away; null when nothing is chosen. */
function neighbours(wires: readonly Wire[], chosen: ObjectSerial | null): Set<ObjectSerial> | null {
  if (chosen === null) return null
  const near = new Set([chosen])
  for (const { from, to } of wires) {
    if (from === chosen) near.add(to)
    if (to === chosen && from !== null) near.add(from)
  }
  return near
}

interface WiresProps {
  readonly wires: readonly Wire[]
  readonly width: number
  readonly height: number
  readonly chosen: ObjectSerial | null
  readonly play: WirePlay | undefined
}

function Wires({ wires, width, height, chosen, play }: WiresProps) {
  const id = useId()
  return (
    <svg className="heap-wires" width={width} height={height} aria-hidden="true">
      <defs>
        {(['name', 'reference', 'garbage'] as const).map((kind) => (
          <marker
            key={kind}
            id={`${id}${kind}`}
            viewBox="0 0 8 8"
            refX="1"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" className={kind === 'reference' ? 'wire-head' : `wire-head wire-head-${kind}`} />
          </marker>
        ))}
      </defs>
      {wires.map((wire) => {
        const { key, path, kind, from, to } = wire
        const state = play?.stateOf(wire) ?? 'fixed'
        const lit = state === 'marked' || (chosen !== null && (from === chosen || to === chosen))
        const dim = chosen !== null && !lit
        return (
          <g key={key} data-wire={state}>
            <path
              d={path}
              markerEnd={`url(#${id}${kind})`}
              className={`wire ${kind === 'reference' ? '' : `wire-${kind}`} ${lit ? 'wire-lit' : ''} ${dim ? 'wire-dim' : ''}`}
            />
            {play === undefined || state === 'fixed' ? null : <path d={path} className="wire-hit" onClick={() => play.onPress(wire)} />}
          </g>
        )
      })}
    </svg>
  )
}

interface ObjectCardProps {
  readonly card: Card
  readonly first: boolean
  readonly lit: boolean
  readonly dim: boolean
  readonly dead: boolean
  readonly onChoose: () => void
  readonly onMove: (event: KeyboardEvent) => void
}

function ObjectCard({ card, first, lit, dim, dead, onChoose, onMove }: ObjectCardProps) {
  const { object, name, rows, moreRows, garbage } = card
  return (
    <button
      type="button"
      className="object-card"
      style={place(card)}
      data-garbage={garbage}
      data-lit={lit}
      data-dim={dim || dead}
      data-dead={dead}
      aria-pressed={lit}
      tabIndex={lit || first ? 0 : -1}
      onClick={onChoose}
      onKeyDown={onMove}
    >
      <span className="object-head">
        <span className={`object-type kind-${kindOf(object)}`}>{name}</span>
        {dead ? <span className="text-faint">freed</span> : null}
        {garbage && !dead ? <span className="sr-only">garbage, </span> : null}
        <RefRing count={object.refcount} garbage={garbage} />
      </span>
      {rows.length === 0 ? (
        <span className="object-value" title={object.repr}>
          {isAtom(object) || object.repr.length < 22 ? object.repr : '\u00a0'}
        </span>
      ) : null}
      {rows.map((row, index) => (
        <span key={`${index}${row.label}`} className="object-row">
          <span className="row-label">{row.label}</span>
          {row.wired ? (
            <span className="row-port" />
          ) : (
            <span className={`row-value ${row.value === null ? '' : `kind-${kindOf(row.value)}`}`} title={row.value?.repr}>
              {row.value?.repr ?? '·'}
            </span>
          )}
        </span>
      ))}
      {moreRows > 0 ? (
        <span className="object-row">
          <span className="row-label">and {moreRows} more</span>
        </span>
      ) : null}
      <span className="object-foot">
        <span>{shortHex(object.address)}</span>
        <span>{object.sizeBytes} B</span>
      </span>
    </button>
  )
}
