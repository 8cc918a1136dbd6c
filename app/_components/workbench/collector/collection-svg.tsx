// The drawing of one moment of a collection: three zones, and a token for every object. A token has the same row and column in every zone.
import { useId } from 'react'
import type { CollectionFrame, Token, Zone } from './collection-frames.ts'
import type { Focus } from '../model/focus.ts'
import { nameOf } from '../model/snapshot-index.ts'

interface CollectionSvgProps {
  readonly frame: CollectionFrame
  readonly focus: Focus
}

export const mostTokens = 48
const tokenWidth = 124
const tokenHeight = 40
const gap = 8
const columns = 2
const head = 34
const zoneWidth = columns * (tokenWidth + gap) + gap
const zones: readonly { readonly zone: Zone; readonly title: string }[] = [
  { zone: 'candidate', title: 'candidates' },
  { zone: 'unsure', title: 'tentatively unreachable' },
  { zone: 'unreachable', title: 'unreachable' },
]

/** One svg element, so that it can be exported. */
export function CollectionSvg({ frame, focus }: CollectionSvgProps) {
  const id = useId()
  const tokens = frame.tokens.slice(0, mostTokens)
  const rows = Math.max(1, Math.ceil(tokens.length / columns))
  const height = head + rows * (tokenHeight + gap) + gap
  const width = zones.length * (zoneWidth + gap)
  const places = new Map(tokens.map((token, order) => [token.object.serial, placeOf(token.zone, order)]))
  return (
    <svg className="collection" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={`${frame.title}: ${frame.sentence}`}>
      <defs>
        <marker id={`${id}head`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0 0L8 4L0 8z" className="wire-head" />
        </marker>
      </defs>
      {zones.map(({ zone, title }, order) => (
        <g key={zone} style={{ transform: `translateX(${order * (zoneWidth + gap)}px)` }}>
          <rect className={`zone zone-${zone}`} width={zoneWidth} height={height} rx="8" />
          <text className="zone-title" x="12" y="21">
            {title}
          </text>
          <text className="zone-count" x={zoneWidth - 12} y="21" textAnchor="end">
            {frame.tokens.filter((token) => token.zone === zone).length.toLocaleString('en')}
          </text>
        </g>
      ))}
      {tokens.map((token, order) => (
        <TokenShape key={token.object.serial} token={token} place={placeOf(token.zone, order)} name={nameOf(token.object)} focus={focus} />
      ))}
      {frame.arrow === null ? null : <ArrowShape from={places.get(frame.arrow.from)} to={places.get(frame.arrow.to)} marker={`url(#${id}head)`} />}
    </svg>
  )
}

interface Place {
  readonly x: number
  readonly y: number
}

function placeOf(zone: Zone, order: number): Place {
  const column = zone === 'candidate' ? 0 : zone === 'unsure' ? 1 : 2
  return { x: column * (zoneWidth + gap) + gap + (order % columns) * (tokenWidth + gap), y: head + Math.floor(order / columns) * (tokenHeight + gap) }
}

interface TokenShapeProps {
  readonly token: Token
  readonly place: Place
  readonly name: string
  readonly focus: Focus
}

function TokenShape({ token, place, name, focus }: TokenShapeProps) {
  const { object, zone, gcRefs, note } = token
  const { serial } = object
  const says = `${name}, reference count ${object.refcount}${gcRefs === null ? '' : `, gc_refs ${gcRefs}`}${note === null ? '' : `, ${note}`}`
  return (
    <g
      className="token"
      data-zone={zone}
      data-lit={focus.chosen === serial || undefined}
      data-pointed={focus.pointed === serial || undefined}
      onPointerEnter={() => focus.point(serial)}
      onPointerLeave={() => focus.point(null)}
      style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
    >
      <g aria-hidden="true">
        <rect className="token-box" width={tokenWidth} height={tokenHeight} rx="6" />
        <text className="token-name" x="9" y="16">
          {name.length > 13 ? `${name.slice(0, 12)}…` : name}
        </text>
        <text className="token-note" x="9" y="31">
          {note === null ? `count ${object.refcount}` : note.length > 15 ? `${note.slice(0, 14)}…` : note}
        </text>
        <circle className="token-ring" cx={tokenWidth - 18} cy={tokenHeight / 2} r="12" />
        <text key={gcRefs ?? 'none'} className="token-refs" x={tokenWidth - 18} y={tokenHeight / 2 + 4.2} textAnchor="middle">
          {zone === 'dead' ? '×' : (gcRefs ?? '·')}
        </text>
      </g>
      <rect
        className="token-hit"
        width={tokenWidth}
        height={tokenHeight}
        rx="6"
        role="button"
        tabIndex={0}
        aria-label={says}
        aria-pressed={focus.chosen === serial}
        onClick={() => focus.choose(serial)}
        onFocus={() => focus.point(serial)}
        onBlur={() => focus.point(null)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          focus.choose(serial)
        }}
      />
    </g>
  )
}

function ArrowShape({ from, to, marker }: { readonly from: Place | undefined; readonly to: Place | undefined; readonly marker: string }) {
  if (from === undefined || to === undefined) return null
  const start = { x: from.x + tokenWidth / 2, y: from.y + tokenHeight / 2 }
  const end = { x: to.x + tokenWidth - 18, y: to.y + tokenHeight / 2 + (from.y < to.y ? -14 : 14) }
  const bow = from === to || from.y === to.y ? 34 : 0
  return <path className="token-arrow" d={`M${start.x} ${start.y} Q${(start.x + end.x) / 2 + 24} ${(start.y + end.y) / 2 + bow} ${end.x} ${end.y}`} markerEnd={marker} />
}
