// The drawing of a graph picture. One svg element, so that it can be exported as it stands.
import { memo, useId, type KeyboardEvent } from 'react'
import type { ObjectSerial, ObjectView } from '#lib/engine/index.ts'
import { noChanges, type Changes } from '../model/changes.ts'
import { emphasisOf } from './emphasis.ts'
import { foldPaths, foldPlace, nodeShapes, ringOf, type Shape } from './graph-shapes.ts'
import type { CardNode, GraphNode, GraphPicture, Row, Wire } from './graph-types.ts'

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
  /** Something else stands in its place for a moment. */
  readonly hidden?: boolean
  readonly label: string
  readonly onChoose?: (node: GraphNode) => void
  readonly onFold?: (node: GraphNode) => void
  readonly onPoint?: (serial: ObjectSerial | null) => void
  readonly onKey?: (event: KeyboardEvent<SVGElement>, node: GraphNode) => void
}

/** All of it. Cards take the focus in reading order. While it is hidden it stays as it was. */
export const GraphSvg = memo(DrawnGraph, (before, now) => (before.hidden === true && now.hidden === true) || alike(before, now))

function alike<T extends object>(before: T, now: T): boolean {
  const names = Object.keys(now) as (keyof T)[]
  return names.length === Object.keys(before).length && names.every((name) => before[name] === now[name])
}

function DrawnGraph(props: GraphSvgProps) {
  const { picture, ghosts = [], changes = noChanges, chosen = null, pointed = null, zoom = 1, calm = false, hidden = false, label } = props
  const id = useId()
  const { chosenKey, near } = emphasisOf(picture, chosen)
  const firstCard = picture.nodes.find(({ kind }) => kind !== 'frame')?.key
  return (
    <svg
      className="graph"
      data-calm={calm || undefined}
      data-hidden={hidden || undefined}
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
const NodeGroup = memo(DrawnNode, ({ node: before, ...propsBefore }, { node, ...props }) => alike(propsBefore, props) && looksAlike(before, node))

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
  return (
    <g aria-hidden="true">
      <Shapes shapes={nodeShapes(node)} />
      {node.kind === 'card' ? <Ring key={delta === 0 ? 'still' : `${node.object.refcount} ${delta}`} node={node} delta={delta} /> : null}
    </g>
  )
}

function Shapes({ shapes }: { readonly shapes: readonly Shape[] }) {
  return shapes.map((shape, order) => <ShapeElement key={order} shape={shape} />)
}

function ShapeElement({ shape }: { readonly shape: Shape }) {
  const { className } = shape
  switch (shape.kind) {
    case 'rect':
      return <rect className={className} x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={shape.round} />
    case 'circle':
      return <circle className={className} cx={shape.x} cy={shape.y} r={shape.radius} />
    case 'path':
      return <path className={className} d={shape.d} />
    case 'text':
      return (
        <text className={className} x={shape.x} y={shape.y} textAnchor={shape.anchor === 'start' ? undefined : shape.anchor}>
          {shape.text}
        </text>
      )
    default:
      return shape satisfies never
  }
}

function FoldSign({ fold, onFold }: { readonly fold: CardNode['fold']; readonly onFold: (() => void) | undefined }) {
  return (
    <g
      className="fold-sign"
      aria-hidden="true"
      style={{ transform: `translate(${foldPlace.x}px, ${foldPlace.y}px)` }}
      onClick={(event) => {
        event.stopPropagation()
        onFold?.()
      }}
    >
      <title>Fold, or show more</title>
      <rect className="fold-target" x="-13" y="-13" width="24" height="26" />
      <path d={foldPaths[fold]} />
    </g>
  )
}

/** The count in its ring; a change pulses and says by how much. */
function Ring({ node, delta }: { readonly node: CardNode; readonly delta: number }) {
  const { x, y, width, shapes } = ringOf(node)
  return (
    <g style={{ transform: `translate(${x}px, ${y}px)` }}>
      {delta === 0 ? null : <rect className="ring-pulse" data-down={delta < 0 || undefined} x={-width / 2} y="-10.5" width={width} height="21" rx="10.5" />}
      <Shapes shapes={shapes} />
      {delta === 0 ? null : (
        <text className="ring-delta" data-down={delta < 0 || undefined} x={-width / 2 - 4} y="4" textAnchor="end">
          {delta > 0 ? `+${delta}` : `−${-delta}`}
        </text>
      )}
    </g>
  )
}
