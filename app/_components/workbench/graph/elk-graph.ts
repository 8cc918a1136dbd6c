// The graph as ELK wants it, and ELK's answer as places. Pure.
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Point } from './graph-types.ts'
import type { LayoutRequest } from './tidy.ts'

/** Where everything but the frames goes. */
export function placesFrom({ children = [] }: ElkNode, origin: Point): (readonly [string, Point])[] {
  const left = children.find(({ id }) => id === 'frames')?.x ?? 0
  const top = Math.min(...children.map(({ y }) => y ?? 0))
  return children.flatMap(({ id, x = 0, y = 0 }) => (id === 'frames' ? [] : [[id, { x: Math.round(x - left + origin.x), y: Math.round(y - top + origin.y) }] as const]))
}

/** All frames are one node on the left: they stand one below the other anyway. */
export function elkGraph({ nodes, links, spacing }: LayoutRequest): ElkNode {
  const frames = nodes.filter(({ isFrame }) => isFrame)
  const tops = new Map<string, number>()
  let bottom = 0
  for (const { key, height } of frames) {
    tops.set(key, bottom)
    bottom += height + spacing.row
  }
  const ports = new Map<string, { id: string; x: number; y: number }[]>()
  const edges = links.map(({ from, to, portY }, order): ElkExtendedEdge => {
    const top = tops.get(from)
    const holder = top === undefined ? from : 'frames'
    const width = nodes.find(({ key }) => key === from)?.width ?? 0
    const id = `${order} out`
    ports.set(holder, [...(ports.get(holder) ?? []), { id, x: width, y: (top ?? 0) + portY }])
    return { id: String(order), sources: [id], targets: [to] }
  })
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.separateConnectedComponents': 'false',
      'elk.spacing.nodeNode': String(spacing.row),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing.column),
      'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.nodePlacement.bk.fixedAlignment': 'LEFTUP',
    },
    children: [
      { id: 'frames', width: Math.max(0, ...frames.map(({ width }) => width)), height: Math.max(1, bottom), layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST_SEPARATE', 'elk.portConstraints': 'FIXED_POS' }, ports: ports.get('frames') ?? [] },
      ...nodes.flatMap(({ key, width, height, isFrame }) => (isFrame ? [] : [{ id: key, width, height, layoutOptions: { 'elk.portConstraints': 'FIXED_POS' }, ports: ports.get(key) ?? [] }])),
    ],
    edges: [...edges, ...unreached(nodes, links).map((key, order): ElkExtendedEdge => ({ id: `lost ${order}`, sources: ['frames'], targets: [key] }))],
  }
}

/** What no name leads to would stand below the frames; an invisible edge puts it into the first column of objects. */
function unreached(nodes: LayoutRequest['nodes'], links: LayoutRequest['links']): string[] {
  const seen = new Set<string>()
  const follow = (start: string) => {
    const pending = [start]
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      if (seen.has(key)) continue
      seen.add(key)
      for (const link of links) if (link.from === key) pending.push(link.to)
    }
  }
  for (const { key, isFrame } of nodes) if (isFrame) follow(key)
  return nodes.flatMap(({ key }) => {
    if (seen.has(key)) return []
    follow(key)
    return [key]
  })
}
