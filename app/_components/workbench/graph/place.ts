// Where nodes stand. A node that stood somewhere keeps its place; a new one goes to the nearest free place right of what holds it.
import { sizes, type Box, type Point } from './graph-types.ts'

export interface Sized {
  readonly key: string
  readonly width: number
  readonly height: number
  readonly isFrame: boolean
  /** The height that is kept free for it when it is new. */
  readonly claim: number
}

/** A reference between nodes, with the height of its port within the holder. */
export interface Link {
  readonly from: string
  readonly to: string
  readonly portY: number
  /** How many references it stands for. */
  readonly count: number
}

export type Places = ReadonlyMap<string, Point>

/** Places for all nodes. `previous` may know nodes that are gone: they come back to where they were. */
export function placeNodes(nodes: readonly Sized[], links: readonly Link[], previous: Places): Map<string, Point> {
  const places = new Map<string, Point>()
  const taken: Box[] = []
  const put = (node: Sized, { x, y }: Point, isNew = false, least: number = sizes.margin) => {
    const box = { x, width: node.width, height: isNew ? node.claim : node.height }
    const free = { ...box, y: nearestFree(taken, { ...box, y }, least) }
    taken.push(free)
    places.set(node.key, { x, y: free.y })
  }
  let y: number = sizes.margin
  for (const node of nodes.filter(({ isFrame }) => isFrame)) {
    put(node, { x: sizes.margin, y })
    y += node.height + sizes.rowGap
  }
  const objects = nodes.filter(({ isFrame }) => !isFrame)
  const survivors = objects.flatMap((node) => {
    const place = previous.get(node.key)
    return place === undefined ? [] : [{ node, place }]
  })
  survivors.sort((one, other) => one.place.y - other.place.y)
  for (const { node, place } of survivors) put(node, place)
  // Newcomers leave survivors the room to grow.
  for (const { node } of survivors) {
    const place = places.get(node.key)
    if (place !== undefined) taken.push({ ...place, width: node.width, height: node.claim })
  }
  placeNew(objects, links, places, (node, wish, least) => put(node, wish, true, least))
  return places
}

/** Breadth first from what has a place already; then what nothing placed holds, below all the rest. */
function placeNew(objects: readonly Sized[], links: readonly Link[], places: Map<string, Point>, put: (node: Sized, wish: Point, least?: number) => void): void {
  const byKey = new Map(objects.map((node) => [node.key, node]))
  const outgoing = new Map<string, Link[]>()
  for (const link of links) {
    const known = outgoing.get(link.from)
    if (known === undefined) outgoing.set(link.from, [link])
    else known.push(link)
  }
  const follow = (starts: readonly string[]) => {
    const pending = [...starts]
    for (let head = 0; head < pending.length; head += 1) {
      const from = pending[head] ?? ''
      const holder = places.get(from)
      if (holder === undefined) continue
      // What one object holds stands in the order of its references.
      let least: number = sizes.margin
      for (const { to, portY } of outgoing.get(from) ?? []) {
        const node = byKey.get(to)
        if (node === undefined || places.has(to)) continue
        put(node, { x: holder.x + (byKey.get(from)?.width ?? sizes.frameWidth) + sizes.columnGap, y: Math.max(least, holder.y + portY - sizes.headHeight / 2) }, least)
        least = places.get(to)?.y ?? least
        pending.push(to)
      }
    }
  }
  follow([...places.keys()])
  for (const node of objects) {
    if (places.has(node.key)) continue
    const bottom = Math.max(sizes.margin, ...objects.map(({ key, height }) => (places.get(key)?.y ?? 0) + (places.has(key) ? height + sizes.rowGap : 0)))
    const hasFrames = [...places.keys()].some((key) => key.startsWith('f:'))
    put(node, { x: sizes.margin + (hasFrames ? sizes.frameWidth + sizes.columnGap : 0), y: bottom })
    follow([node.key])
  }
}

/** The height nearest to the wished one at which the box covers nothing. */
function nearestFree(taken: readonly Box[], wish: Box, least: number): number {
  const gap = sizes.rowGap
  const beside = taken.filter((box) => box.x < wish.x + wish.width + gap && wish.x < box.x + box.width + gap)
  const fits = (y: number) => y >= least && beside.every((box) => y + wish.height + gap <= box.y || box.y + box.height + gap <= y)
  const wishes = [wish.y, ...beside.flatMap((box) => [box.y + box.height + gap, box.y - wish.height - gap])].filter(fits)
  return wishes.reduce((best, y) => (Math.abs(y - wish.y) < Math.abs(best - wish.y) ? y : best), wishes[0] ?? wish.y)
}
