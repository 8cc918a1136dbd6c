// The way of one wire: straight in a curve where nothing stands between, else along a free lane above or below the cards.
import { sizes, type Box, type Point } from './graph-types.ts'

export interface WireEnds {
  /** The node that the wire leaves, and the height of its port. */
  readonly from: Box
  readonly portY: number
  readonly to: Box
  /** Spread wires that run side by side: their numbers in the gap behind the holder's column, and behind the goal's. */
  readonly order: number
  readonly orderAtGoal: number
}

export interface Way {
  readonly path: string
  readonly middle: Point
  /** Where the arrow's head begins, and whether it looks to the right or to the left. */
  readonly end: Point
  readonly heading: 1 | -1
}

const arrowRoom = 7
const spread = 5
const tracks = 7

/** The way around `obstacles` (all nodes). */
export function wireWay(ends: WireEnds, obstacles: readonly Box[]): Way {
  const { from, to, portY, orderAtGoal } = ends
  const start = { x: from.x + from.width, y: portY }
  if (to.x >= from.x + from.width + 12) {
    const end = { x: to.x - arrowRoom, y: to.y + sizes.headHeight / 2 }
    const between = obstacles.filter((box) => box !== from && box !== to && box.x < end.x && box.x + box.width > start.x)
    const curve = forward(start, end)
    if (!between.some((box) => curve.samples.some((point) => inside(point, box)))) return curve
    return forwardAround(start, end, between, ends)
  }
  if (to === from) return loop(start, to, orderAtGoal)
  return backward(ends, start, obstacles)
}

function forward(start: Point, end: Point): Way & { samples: readonly Point[] } {
  const bend = Math.min(90, Math.max(24, (end.x - start.x) / 2))
  const [c1, c2] = [start.x + bend, end.x - bend]
  const at = (t: number): Point => {
    const u = 1 - t
    return {
      x: u * u * u * start.x + 3 * u * u * t * c1 + 3 * u * t * t * c2 + t * t * t * end.x,
      y: u * u * (u + 3 * t) * start.y + t * t * (3 * u + t) * end.y,
    }
  }
  const samples = Array.from({ length: 15 }, (_, index) => at((index + 1) / 16))
  return { path: `M${num(start.x)} ${num(start.y)} C${num(c1)} ${num(start.y)} ${num(c2)} ${num(end.y)} ${num(end.x)} ${num(end.y)}`, middle: at(0.5), end, heading: 1, samples }
}

function forwardAround(start: Point, end: Point, between: readonly Box[], { order, orderAtGoal }: WireEnds): Way {
  const out = start.x + 12 + (order % tracks) * spread
  const into = end.x - 12 - (orderAtGoal % 4) * spread
  const lane = nearestLane(between, out, into, end.y) + (order % 3) * 3
  return bent([start, { x: out, y: start.y }, { x: out, y: lane }, { x: into, y: lane }, { x: into, y: end.y }, end], 1)
}

/** To the node itself: out at the port and back into the head, at the right side. */
function loop(start: Point, to: Box, order: number): Way {
  const head = { x: to.x + to.width + arrowRoom, y: to.y + sizes.headHeight / 2 - 3 }
  const reach = 30 + (order % tracks) * 6
  return { path: `M${num(start.x)} ${num(start.y)} C${num(start.x + reach)} ${num(start.y)} ${num(head.x + reach)} ${num(head.y)} ${num(head.x)} ${num(head.y)}`, middle: { x: start.x + reach * 0.75, y: (start.y + head.y) / 2 }, end: head, heading: -1 }
}

/** To a node in the same column or further left: out, along a lane, and into the goal's right side. */
function backward({ from, to, order, orderAtGoal }: WireEnds, start: Point, obstacles: readonly Box[]): Way {
  const out = start.x + 12 + (order % tracks) * spread
  const side = to.x + to.width + 16 + (orderAtGoal % tracks) * spread
  const end = { x: to.x + to.width + arrowRoom, y: to.y + sizes.headHeight / 2 + 4 }
  if (Math.abs(to.x + to.width - start.x) < 40) {
    const right = Math.max(side, start.x + 12)
    return bent([start, { x: right, y: start.y }, { x: right, y: end.y }, end], -1)
  }
  const lane = nearestLane(obstacles, side, out + 1, from.y > to.y ? from.y - sizes.rowGap / 2 : from.y + from.height + sizes.rowGap / 2) + (order % 3) * 3
  return bent([start, { x: out, y: start.y }, { x: out, y: lane }, { x: side, y: lane }, { x: side, y: end.y }, end], -1)
}

/** The height nearest to `wish` at which a line from `left` to `right` crosses no box. */
function nearestLane(boxes: readonly Box[], left: number, right: number, wish: number): number {
  const room = 9
  const near = boxes.filter((box) => box.x < right && box.x + box.width > left)
  const isFree = (y: number) => near.every((box) => y < box.y - room + 1 || y > box.y + box.height + room - 1)
  const lanes = [wish, ...near.flatMap((box) => [box.y - room - 1, box.y + box.height + room + 1])].filter(isFree)
  return lanes.reduce((best, y) => (Math.abs(y - wish) < Math.abs(best - wish) ? y : best), lanes[0] ?? wish)
}

/** A line with rounded corners. */
function bent(points: readonly Point[], heading: Way['heading']): Way {
  const [first, ...rest] = points
  if (first === undefined) return { path: '', middle: { x: 0, y: 0 }, end: { x: 0, y: 0 }, heading }
  let path = `M${num(first.x)} ${num(first.y)}`
  let last = first
  rest.forEach((point, index) => {
    const next = rest[index + 1]
    if (next === undefined) path += ` L${num(point.x)} ${num(point.y)}`
    else {
      const radius = Math.min(7, distance(last, point) / 2, distance(point, next) / 2)
      const before = toward(point, last, radius)
      const after = toward(point, next, radius)
      path += ` L${num(before.x)} ${num(before.y)} Q${num(point.x)} ${num(point.y)} ${num(after.x)} ${num(after.y)}`
    }
    last = point
  })
  const [one, other] = [points[Math.floor((points.length - 1) / 2)] ?? first, points[Math.ceil((points.length - 1) / 2)] ?? first]
  return { path, middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, end: last, heading }
}

function toward(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to)
  if (whole === 0) return from
  return { x: from.x + ((to.x - from.x) / whole) * length, y: from.y + ((to.y - from.y) / whole) * length }
}

const distance = (one: Point, other: Point) => Math.abs(one.x - other.x) + Math.abs(one.y - other.y)
const inside = (point: Point, box: Box) => point.x > box.x - 4 && point.x < box.x + box.width + 4 && point.y > box.y - 4 && point.y < box.y + box.height + 4
const num = (value: number) => String(Math.round(value * 10) / 10)
