// Arrow keys in the graph: to the nearest node in a direction.
import type { Box, GraphNode, Point } from './graph-types.ts'

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

export const isArrow = (key: string): key is Arrow => /^Arrow(Left|Right|Up|Down)$/.test(key)

/** The node to go to; null at the edge. */
export function nodeToward(nodes: readonly GraphNode[], from: GraphNode, arrow: Arrow): GraphNode | null {
  const start = centre(from)
  let best: { node: GraphNode; cost: number } | null = null
  for (const node of nodes) {
    if (node.kind === 'frame' || node.key === from.key) continue
    const there = centre(node)
    const [along, across] = arrow === 'ArrowLeft' || arrow === 'ArrowRight' ? [there.x - start.x, there.y - start.y] : [there.y - start.y, there.x - start.x]
    const ahead = arrow === 'ArrowLeft' || arrow === 'ArrowUp' ? -along : along
    if (ahead <= 4) continue
    const cost = ahead + Math.abs(across) * 2.2
    if (best === null || cost < best.cost) best = { node, cost }
  }
  return best?.node ?? null
}

function centre({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** Gives a node of the picture in `field` the focus. */
export function focusNode(field: HTMLElement | null, node: GraphNode | null): void {
  if (node !== null) field?.querySelector<SVGElement>(`[data-key="${CSS.escape(node.key)}"] .node-hit`)?.focus()
}
