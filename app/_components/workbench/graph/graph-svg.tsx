// The drawing of a graph picture. One svg element, so that it can be exported as it stands.
import { Fragment, memo, useId, type KeyboardEvent } from 'react'
import type { ObjectSerial, ObjectView } from '#lib/engine/index.ts'
import { kindOf, shortHex } from '../../heap/heap-model.ts'
import { noChanges, type Changes } from '../model/changes.ts'
import { sizes, type CardNode, type FrameNode, type GraphNode, type GraphPicture, type GroupNode, type Row, type Wire } from './graph-types.ts'

interface GraphSvgProps {
  readonly picture: GraphPicture
  /** Nodes that died with the last step; they fade. */
  readonly ghosts?: readonly GraphNode[]
  readonly changes?: Changes
  readonly chosen?: ObjectSerial | null
  readonly pointed?: ObjectSerial | null
  /** Objects that differ from those of another moment. */
  readonly marked?: ReadonlySet<ObjectSerial>
  readonly zoom?: number
  /** Nothing glides from place to place. */
  readonly calm?: boolean
  readonly label: string
  readonly onChoose?: (node: GraphNode) => void
  readonly onFold?: (node: GraphNode) => void
  readonly onPoint?: (serial: ObjectSerial | null) => void
  readonly onKey?: (event: KeyboardEvent<SVGElement>, node: GraphNode) => void
}

/** All of it. Cards take the focus in reading order. */
export function GraphSvg(props: GraphSvgProps) {
  const { picture, ghosts = [], changes = noChanges, chosen = null, pointed = null, zoom = 1, calm = false, label } = props
  const id = useId()
  const chosenKey = chosen === null ? null : keyThatHolds(picture, chosen)
  const near = chosenKey === null ? null : neighbours(picture.wires, chosenKey)
  const firstCard = picture.nodes.find(({ kind }) => kind !== 'frame')?.key
  return (
    <svg
      className="graph"
      data-calm={calm || undefined}
      role="group"
      aria-label={label}
      width={Math.ceil(picture.width * zoom)}
      height={Math.ceil(picture.height * zoom)}
      viewBox={`0 0 ${Math.ceil(picture.width)} ${Math.ceil(picture.height)}`}
    >
      <Defs id={id} />
      {picture.nodes.filter(isGarbageCard).map((card) => (
        <rect key={card.key} className="garbage-ground" x={card.x - 9} y={card.y - 9} width={card.width + 18} height={card.height + 18} rx="10" fill={`url(#${id}hatch)`} />
      ))}
      <g className="wires" aria-hidden="true">
        {picture.wires.map((wire) => (
          <WirePath key={wire.key} wire={wire} id={id} lit={chosenKey !== null && (wire.from === chosenKey || wire.to === chosenKey)} dim={chosenKey !== null} />
        ))}
      </g>
      {ghosts.map((ghost) => (
        <g key={`ghost ${ghost.key}`} className="ghost" aria-hidden="true" style={{ transform: `translate(${ghost.x}px, ${ghost.y}px)` }}>
          <NodeBody node={ghost} delta={0} />
        </g>
      ))}
      {picture.nodes.map((node) => (
        <NodeGroup
          key={node.key}
          node={node}
          onChoose={props.onChoose}
          onFold={props.onFold}
          onPoint={props.onPoint}
          onKey={props.onKey}
          lit={node.key === chosenKey}
          pointed={pointed !== null && node.key === `o:${pointed}`}
          dim={near !== null && !near.has(node.key)}
          tabbable={node.kind !== 'frame' && node.key === (chosenKey ?? firstCard)}
          marked={node.kind === 'card' && (props.marked?.has(node.object.serial) ?? false)}
          born={node.kind === 'card' && changes.born.has(node.object.serial)}
          delta={node.kind === 'card' ? (changes.counts.get(node.object.serial) ?? 0) : 0}
        />
      ))}
    </svg>
  )
}

const isGarbageCard = (node: GraphNode): node is CardNode => node.kind === 'card' && node.garbage

/** The object's card, or the group that it is in. */
function keyThatHolds(picture: GraphPicture, serial: ObjectSerial): string | null {
  return picture.nodes.find((node) => node.key === `o:${serial}` || (node.kind === 'group' && node.members.includes(serial)))?.key ?? null
}

function neighbours(wires: readonly Wire[], key: string): Set<string> {
  return new Set([key, ...wires.flatMap(({ from, to }) => (from === key ? [to] : to === key ? [from] : []))])
}

function Defs({ id }: { readonly id: string }) {
  return (
    <defs>
      {(['name', 'reference', 'garbage', 'bundle'] as const).map((kind) => (
        <marker key={kind} id={`${id}${kind}`} viewBox="0 0 8 8" refX="1" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0 0L8 4L0 8z" className={`wire-head wire-head-${kind}`} />
        </marker>
      ))}
      <pattern id={`${id}hatch`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2.4" height="9" className="hatch" />
      </pattern>
    </defs>
  )
}

interface WirePathProps {
  readonly wire: Wire
  readonly id: string
  readonly lit: boolean
  readonly dim: boolean
}

const WirePath = memo(DrawnWire, (before, now) => before.lit === now.lit && before.dim === now.dim && before.id === now.id && sameWire(before.wire, now.wire))

const sameWire = (one: Wire, other: Wire) => one.path === other.path && one.kind === other.kind && one.count === other.count

function DrawnWire({ wire, id, lit, dim }: WirePathProps) {
  const words = ['wire', `wire-${wire.kind}`, lit ? 'wire-lit' : dim ? 'wire-dim' : ''].join(' ').trim()
  return (
    <>
      <path d={wire.path} className={words} markerEnd={`url(#${id}${wire.kind})`} />
      {wire.kind === 'bundle' && wire.count > 1 ? (
        <text className="wire-count" x={wire.middle.x} y={wire.middle.y - 4}>
          ×{wire.count.toLocaleString('en')}
        </text>
      ) : null}
    </>
  )
}

interface NodeGroupProps extends Pick<GraphSvgProps, 'onChoose' | 'onFold' | 'onPoint' | 'onKey'> {
  readonly node: GraphNode
  readonly lit: boolean
  readonly pointed: boolean
  readonly dim: boolean
  readonly tabbable: boolean
  readonly marked: boolean
  readonly born: boolean
  /** By how much its count has changed. */
  readonly delta: number
}

/** From one moment to the next most nodes are alike: they are not drawn again. */
const NodeGroup = memo(DrawnNode, ({ node: before, ...propsBefore }, { node, ...props }) => {
  const names = Object.keys(props) as (keyof typeof props)[]
  return names.every((name) => props[name] === propsBefore[name]) && looksAlike(before, node)
})

function looksAlike(one: GraphNode, other: GraphNode): boolean {
  if (one.x !== other.x || one.y !== other.y || one.width !== other.width || one.height !== other.height) return false
  if (one.kind === 'frame' && other.kind === 'frame') return one.title === other.title && one.current === other.current && one.moreRows === other.moreRows && sameRows(one.rows, other.rows)
  if (one.kind === 'group' && other.kind === 'group')
    return one.title === other.title && one.count === other.count && one.sizeBytes === other.sizeBytes && one.garbageCount === other.garbageCount && one.open === other.open
  if (one.kind !== 'card' || other.kind !== 'card') return false
  const sameCard = one.name === other.name && one.fold === other.fold && one.foldable === other.foldable && one.garbage === other.garbage && one.moreRows === other.moreRows
  return sameCard && sameObject(one.object, other.object) && sameRows(one.rows, other.rows)
}

/** What is drawn or said of it. */
function sameObject(one: ObjectView, other: ObjectView): boolean {
  if (one === other) return true
  return one.serial === other.serial && one.repr === other.repr && one.refcount === other.refcount && one.sizeBytes === other.sizeBytes && one.generation === other.generation && one.type === other.type
}

function sameRows(one: readonly Row[], other: readonly Row[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ label, to, value }, row) => {
      const same = other[row]
      return same?.label === label && same.to === to && same.value?.text === value?.text
    })
  )
}

function DrawnNode({ node, lit, pointed, dim, tabbable, marked, born, delta, onChoose, onFold, onPoint, onKey }: NodeGroupProps) {
  const serial = node.kind === 'card' ? node.object.serial : null
  const acts = node.kind !== 'frame' && onChoose !== undefined
  return (
    <g
      className={`node node-${node.kind}`}
      style={{ transform: `translate(${node.x}px, ${node.y}px)` }}
      data-key={node.key}
      data-lit={lit || undefined}
      data-pointed={pointed || undefined}
      data-dim={dim || undefined}
      data-garbage={isGarbageCard(node) || undefined}
      data-marked={marked || undefined}
      data-born={born || undefined}
      role={acts ? undefined : 'group'}
      aria-label={acts ? undefined : nodeLabel(node)}
      onPointerEnter={onPoint === undefined ? undefined : () => onPoint(serial)}
      onPointerLeave={onPoint === undefined ? undefined : () => onPoint(null)}
    >
      <NodeBody node={node} delta={delta} />
      {acts ? (
        // The button lies over the drawing: what it says is its own, not the letters below it.
        <rect
          className="node-hit"
          width={node.width}
          height={node.height}
          rx="6"
          role="button"
          aria-label={nodeLabel(node)}
          aria-pressed={node.kind === 'card' ? lit : undefined}
          aria-expanded={node.kind === 'group' ? node.open : undefined}
          tabIndex={tabbable ? 0 : -1}
          onClick={() => onChoose(node)}
          onKeyDown={onKey === undefined ? undefined : (event) => onKey(event, node)}
        />
      ) : null}
      {node.kind === 'card' && node.foldable ? <FoldSign fold={node.fold} onFold={onFold === undefined ? undefined : () => onFold(node)} /> : null}
      {marked ? (
        <text className="marked-sign" x={node.width - 4} y="-4" textAnchor="end">
          differs
        </text>
      ) : null}
    </g>
  )
}

/** What a screen reader says of a node; the drawing itself is hidden from it. */
function nodeLabel(node: GraphNode): string {
  if (node.kind === 'frame') return `${node.title}${node.current ? ', running' : ''}: ${node.rows.map(({ label }) => label).join(', ') || 'no names'}`
  if (node.kind === 'group') return `Group ${node.title}: ${node.count.toLocaleString('en')} objects, ${node.sizeBytes.toLocaleString('en')} bytes`
  const { object } = node
  const count = object.refcount === null ? 'immortal' : `reference count ${object.refcount}`
  return `${node.name}, ${object.repr}, ${count}, ${object.sizeBytes} bytes${node.garbage ? ', garbage' : ''}`
}

function NodeBody({ node, delta }: { readonly node: GraphNode; readonly delta: number }) {
  switch (node.kind) {
    case 'frame':
      return <FrameBody node={node} />
    case 'group':
      return <GroupBody node={node} />
    case 'card':
      return <CardBody node={node} delta={delta} />
    default:
      return node satisfies never
  }
}

const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`)
const rowTop = (index: number) => sizes.headHeight + index * sizes.rowHeight
/** Elements are what a frame of scrubbing costs: all lines of a card are one path. */
const linesBetween = (rows: number, width: number) => Array.from({ length: Math.max(0, rows - 1) }, (_, row) => `M10 ${rowTop(row + 1)}H${width - 10}`).join('')
const lettersIn = (width: number) => Math.floor(width / sizes.letter)

function FrameBody({ node }: { readonly node: FrameNode }) {
  const { width, height, rows, moreRows } = node
  return (
    <g aria-hidden="true">
      <rect className="frame-box" data-current={node.current || undefined} width={width} height={height} rx="6" />
      <text className="frame-title" x="11" y="20">
        {cut(node.title, lettersIn(width - 22))}
      </text>
      {rows.length === 0 ? (
        <text className="row-faint" x="11" y={sizes.headHeight + 16}>
          no names
        </text>
      ) : null}
      {rows.map((row, index) => (
        <Fragment key={`${row.label} ${index}`}>
          <rect className="name-box" data-temporary={row.label === '(temporary)' || undefined} x="6" y={rowTop(index) + 2} width={width - 12} height={sizes.rowHeight - 4} rx="3" />
          <text className="name-text" x="14" y={rowTop(index) + 16.5}>
            {cut(row.label, row.value === null ? lettersIn(width - 36) : 9)}
          </text>
          <RowEnd row={row} top={rowTop(index)} width={width - 6} room={lettersIn(width - 40) - Math.min(9, row.label.length)} />
        </Fragment>
      ))}
      {moreRows > 0 ? (
        <text className="row-faint" x="14" y={sizes.headHeight + rows.length * sizes.rowHeight + 16}>
          and {moreRows} more
        </text>
      ) : null}
    </g>
  )
}

interface RowEndProps {
  readonly row: Row
  readonly top: number
  readonly width: number
  readonly room: number
}

function RowEnd({ row, top, width, room }: RowEndProps) {
  if (row.to !== null) return <circle className="port" cx={width - 13} cy={top + sizes.rowHeight / 2} r="3.6" />
  return (
    <text className={`row-value ${row.value === null ? '' : `kind-${row.value.kind}`}`} x={width - 10} y={top + 16.5} textAnchor="end">
      {row.value === null ? '·' : cut(row.value.text, Math.max(4, room))}
    </text>
  )
}

function CardBody({ node, delta }: { readonly node: CardNode; readonly delta: number }) {
  const { object, width, height, rows, moreRows, foldable } = node
  const end = height - sizes.footHeight
  return (
    <g aria-hidden="true">
      <rect className="card-shade" x="1" y="3" width={width} height={height} rx="6" />
      <rect className="card-box" width={width} height={height} rx="6" />
      <path className="card-line" d={`M0 ${sizes.headHeight}H${width}M0 ${end}H${width}${linesBetween(rows.length, width)}`} />
      <text className={`card-type kind-${kindOf(object)}`} x={foldable ? 24 : 11} y="20">
        {cut(node.name, lettersIn(width - (foldable ? 24 : 11) - 46))}
      </text>
      <Ring key={delta === 0 ? 'still' : `${object.refcount} ${delta}`} x={width - 21} count={object.refcount} delta={delta} garbage={node.garbage} />
      {rows.length === 0 && moreRows === 0 ? (
        <text className={`card-value kind-${kindOf(object)}`} x="11" y={sizes.headHeight + 16.5}>
          {cut(object.repr, lettersIn(width - 22))}
        </text>
      ) : null}
      {rows.map((row, index) => (
        <Fragment key={`${index}${row.label}`}>
          <text className="row-label" x="11" y={rowTop(index) + 16.5}>
            {cut(row.label, row.to === null ? 11 : lettersIn(width - 40))}
          </text>
          <RowEnd row={row} top={rowTop(index)} width={width} room={lettersIn(width - 26) - Math.min(11, row.label.length)} />
        </Fragment>
      ))}
      {moreRows > 0 ? (
        <text className="row-faint" x="11" y={sizes.headHeight + rows.length * sizes.rowHeight + 16.5}>
          {rows.length === 0 ? `${moreRows.toLocaleString('en')} ${moreRows === 1 ? 'reference' : 'references'}` : `and ${moreRows.toLocaleString('en')} more`}
        </text>
      ) : null}
      <text className="card-foot" x="11" y={end + 15}>
        {footOf(object)}
      </text>
    </g>
  )
}

const footLetters = 23

/** Address, generation and size in one line of equally wide letters: texts are what a frame of scrubbing costs most. */
function footOf({ address, generation, sizeBytes }: ObjectView): string {
  const [left, right] = [shortHex(address), `${sizeBytes.toLocaleString('en')} B`]
  const room = footLetters - left.length - right.length
  const words = generation === null ? '' : generation === 3 ? 'frozen' : `gen ${generation}`
  const middle = words.length + 2 <= room ? words : ''
  const before = Math.ceil((room - middle.length) / 2)
  return `${left}${middle.padStart(before + middle.length)}${right.padStart(Math.max(1, room - before - middle.length) + right.length)}`.replaceAll(' ', '\u00a0')
}

function FoldSign({ fold, onFold }: { readonly fold: CardNode['fold']; readonly onFold: (() => void) | undefined }) {
  const turn = { folded: 'M0 -4L5 0L0 4z', some: 'M-4 -2.5L0 2.5L4 -2.5z', open: 'M-4 -3L0 1L4 -3zM-4 0L0 4L4 0z' }[fold]
  return (
    <g
      className="fold-sign"
      aria-hidden="true"
      style={{ transform: 'translate(14px, 15px)' }}
      onClick={(event) => {
        event.stopPropagation()
        onFold?.()
      }}
    >
      <title>Fold, or show more</title>
      <rect className="fold-target" x="-13" y="-13" width="24" height="26" />
      <path d={turn} />
    </g>
  )
}

/** The count in its ring; a change pulses and says by how much. */
function Ring({ x, count, delta, garbage }: { readonly x: number; readonly count: number | null; readonly delta: number; readonly garbage: boolean }) {
  const text = count === null ? '∞' : String(count)
  const width = Math.max(21, text.length * 7.4 + 12)
  const kind = count === null ? 'ring-shape ring-shape-immortal' : garbage ? 'ring-shape ring-shape-garbage' : 'ring-shape'
  return (
    <g style={{ transform: `translate(${x + 10.5 - width / 2}px, 15px)` }}>
      {delta === 0 ? null : <rect className="ring-pulse" data-down={delta < 0 || undefined} x={-width / 2} y="-10.5" width={width} height="21" rx="10.5" />}
      <rect className={kind} x={-width / 2} y="-10.5" width={width} height="21" rx="10.5" />
      <text className="ring-text" y="4.2" textAnchor="middle">
        {text}
      </text>
      {delta === 0 ? null : (
        <text className="ring-delta" data-down={delta < 0 || undefined} x={-width / 2 - 4} y="4" textAnchor="end">
          {delta > 0 ? `+${delta}` : `−${-delta}`}
        </text>
      )}
    </g>
  )
}

function GroupBody({ node }: { readonly node: GroupNode }) {
  const { width, height, count, garbageCount } = node
  return (
    <g aria-hidden="true">
      <rect className="group-back" x="7" y="7" width={width} height={height} rx="6" />
      <rect className="group-back" x="3.5" y="3.5" width={width} height={height} rx="6" />
      <rect className="card-box" width={width} height={height} rx="6" />
      <path className="card-line" d={`M0 ${sizes.headHeight}H${width}`} />
      <text className="card-type" x="11" y="20">
        {cut(node.title, lettersIn(width - 22))}
      </text>
      <text className="group-count" x="11" y={sizes.headHeight + 24}>
        {node.open ? 'and ' : ''}
        {count.toLocaleString('en')} {node.open ? 'more' : 'objects'}
      </text>
      <text className="row-label" x="11" y={sizes.headHeight + 44}>
        {node.sizeBytes.toLocaleString('en')} B together
      </text>
      <text className={garbageCount > 0 ? 'row-garbage' : 'card-foot'} x="11" y={height - 8}>
        {garbageCount > 0 ? `${garbageCount.toLocaleString('en')} unreachable` : node.open ? 'Enter closes' : 'Enter opens'}
      </text>
    </g>
  )
}
