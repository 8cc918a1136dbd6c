// One snapshot as a graph: chosen, sized, placed and wired. A pure function; the same snapshot and places give the same picture.
import type { ObjectSerial, ObjectView } from '#lib/engine/index.ts'
import { isAtom, isGarbage, kindOf, shownReferences } from '../../heap/heap-model.ts'
import { nameOf, type SnapshotIndex } from '../model/snapshot-index.ts'
import { choose, foldOf, type Chosen, type ChosenFrame, type ChosenGroup } from './choose.ts'
import { plainOptions, sizes, type Box, type CardNode, type FrameNode, type GraphNode, type GraphOptions, type GraphPicture, type GroupNode, type Row, type Wire } from './graph-types.ts'
import { placeNodes, type Link, type Places, type Sized } from './place.ts'
import { wireWay } from './wires.ts'

const rowsOf = { folded: 0, some: 6, open: 48 } as const
const mostFrameRows = 24
const shownMembers = 5
/** Beyond this many wires the ways are not led around cards any more. */
const mostWiresLed = 400

/** What is drawn, before it is placed. */
export interface GraphStructure {
  readonly nodes: readonly GraphNode[]
  readonly sized: readonly Sized[]
  readonly links: readonly Link[]
  readonly total: number
  readonly grouped: boolean
}

/** Nodes with their sizes, and the references between them. */
export function graphStructure(index: SnapshotIndex, options: GraphOptions = plainOptions): GraphStructure {
  const chosen = choose(index, options)
  const nodes: GraphNode[] = [
    ...chosen.frames.map((frame) => frameNode(index, frame, chosen)),
    ...chosen.cards.map((object) => cardNode(index, object, chosen, options)),
    ...chosen.groups.map((group) => groupNode(index, group)),
  ]
  const sized = nodes.map((node) => ({ key: node.key, width: node.width, height: node.height, isFrame: node.kind === 'frame', claim: claimOf(node) }))
  return { nodes, sized, links: linksOf(index, nodes, chosen), total: chosen.total, grouped: chosen.groups.length > 0 }
}

/** The picture of a snapshot; nodes that `places` knows stand where they stood. */
export function graphPicture(index: SnapshotIndex, places: Places = new Map(), options: GraphOptions = plainOptions): GraphPicture {
  return placedPicture(graphStructure(index, options), places)
}

/** Places and wires what was chosen. */
export function placedPicture({ nodes, sized, links, total, grouped }: GraphStructure, places: Places): GraphPicture {
  const found = placeNodes(sized, links, places)
  const placed = nodes.map((node) => ({ ...node, ...(found.get(node.key) ?? { x: 0, y: 0 }) }))
  const wires = wiresOf(placed, links)
  const right = Math.max(0, ...placed.map((node) => node.x + node.width))
  const bottom = Math.max(0, ...placed.map((node) => node.y + node.height))
  return { width: right + sizes.margin + 44, height: bottom + sizes.margin + 14, nodes: placed, wires, total, grouped }
}

/** Objects that may grow get the room for it at once, so that their neighbours need not move. */
function claimOf(node: GraphNode): number {
  if (node.kind !== 'card' || !(growing.has(node.object.type) || kindOf(node.object) === 'instance')) return node.height
  return Math.max(node.height, sizes.headHeight + roomyRows * sizes.rowHeight + sizes.footHeight)
}

const growing = new Set(['list', 'dict', 'set', 'collections.deque'])
const roomyRows = 3

/** The places of a picture's nodes, over those known before. */
export function placesAfter(picture: GraphPicture, before: Places): Places {
  const places = new Map(before)
  for (const { key, kind, x, y } of picture.nodes) if (kind !== 'frame') places.set(key, { x, y })
  return places
}

function frameNode(index: SnapshotIndex, frame: ChosenFrame, chosen: Chosen): FrameNode {
  const rows = frame.names.slice(0, mostFrameRows).map(({ label, target }) => rowOf(index, label, target, chosen))
  const moreRows = frame.names.length - rows.length
  const lines = Math.max(1, rows.length + (moreRows > 0 ? 1 : 0))
  return { kind: 'frame', key: frame.key, title: frame.title, current: frame.current, rows, moreRows, x: 0, y: 0, width: sizes.frameWidth, height: sizes.headHeight + lines * sizes.rowHeight + 6 }
}

function cardNode(index: SnapshotIndex, object: ObjectView, chosen: Chosen, options: GraphOptions): CardNode {
  const references = shownReferences(object)
  const fold = foldOf(object, options)
  const rows = references.slice(0, rowsOf[fold]).map(({ label, target }) => rowOf(index, label, target, chosen))
  const moreRows = references.length - rows.length
  const lines = rows.length === 0 && moreRows === 0 ? 1 : rows.length + (moreRows > 0 ? 1 : 0)
  return {
    kind: 'card',
    key: `o:${object.serial}`,
    object,
    name: nameOf(object),
    rows,
    moreRows,
    fold,
    foldable: references.length > 0,
    garbage: isGarbage(object),
    x: 0,
    y: 0,
    width: sizes.cardWidth,
    height: sizes.headHeight + lines * sizes.rowHeight + sizes.footHeight,
  }
}

function groupNode({ bySerial }: SnapshotIndex, { key, title, members, open }: ChosenGroup): GroupNode {
  const objects = members.flatMap((serial) => bySerial.get(serial) ?? [])
  const shown = members.slice(0, shownMembers)
  return {
    kind: 'group',
    key,
    title,
    open,
    count: members.length,
    sizeBytes: objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    garbageCount: objects.filter(isGarbage).length,
    members: shown,
    x: 0,
    y: 0,
    width: sizes.cardWidth + 24,
    height: sizes.headHeight + 2 * sizes.rowHeight + sizes.footHeight,
  }
}

function rowOf({ bySerial }: SnapshotIndex, label: string, target: ObjectSerial, { nodeOf }: Chosen): Row {
  const to = nodeOf.get(target) ?? null
  const object = bySerial.get(target)
  const value = to === null && object !== undefined ? { text: isAtom(object) || object.repr.length < 22 ? object.repr : object.type, kind: kindOf(object) } : null
  return { label, target, to, value }
}

/** The height of a row's port within its node. */
function portHeight(row: number): number {
  return sizes.headHeight + row * sizes.rowHeight + sizes.rowHeight / 2
}

function linksOf({ bySerial }: SnapshotIndex, nodes: readonly GraphNode[], chosen: Chosen): Link[] {
  return nodes.flatMap((node): Link[] => {
    if (node.kind !== 'group') return node.rows.flatMap(({ to }, row) => (to === null ? [] : [{ from: node.key, to, portY: portHeight(row), count: 1 }]))
    const counts = new Map<string, number>()
    for (const serial of chosen.groups.find(({ key }) => key === node.key)?.members ?? []) {
      const object = bySerial.get(serial)
      for (const { target } of object === undefined ? [] : shownReferences(object)) {
        const to = chosen.nodeOf.get(target)
        if (to !== undefined) counts.set(to, (counts.get(to) ?? 0) + 1)
      }
    }
    return [...counts].map(([to, count]) => ({ from: node.key, to, portY: node.height / 2, count }))
  })
}

function wiresOf(nodes: readonly GraphNode[], links: readonly Link[]): Wire[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const bundles = new Map<string, { link: Link; count: number }>()
  for (const link of links) {
    const isBundle = link.from.startsWith('g:') || link.to.startsWith('g:')
    const key = isBundle ? `${link.from}→${link.to}` : `${link.from} ${link.portY}→${link.to}`
    const known = bundles.get(key)
    bundles.set(key, { link: known?.link ?? link, count: (known?.count ?? 0) + link.count })
  }
  const obstacles: readonly Box[] = bundles.size > mostWiresLed ? [] : nodes
  const behind = new Map<number, number>()
  const nextBehind = (node: GraphNode) => {
    const column = Math.round((node.x + node.width) / 40)
    const order = behind.get(column) ?? 0
    behind.set(column, order + 1)
    return order
  }
  return [...bundles].flatMap(([key, { link, count }]) => {
    const [from, to] = [byKey.get(link.from), byKey.get(link.to)]
    if (from === undefined || to === undefined) return []
    const order = nextBehind(from)
    const orderAtGoal = to.x > from.x ? order : nextBehind(to)
    const way = wireWay({ from, to, portY: from.y + link.portY, order, orderAtGoal }, obstacles)
    // A port keeps its wire wherever it leads: the line moves instead of being taken away and drawn anew.
    return [{ key: key.startsWith('g:') || link.to.startsWith('g:') ? key : `${link.from} ${link.portY}`, from: link.from, to: link.to, kind: wireKind(from, to), count, ...way }]
  })
}

function wireKind(from: GraphNode, to: GraphNode): Wire['kind'] {
  if (from.kind === 'frame') return 'name'
  if (from.kind === 'group' || to.kind === 'group') return 'bundle'
  return from.garbage ? 'garbage' : 'reference'
}
