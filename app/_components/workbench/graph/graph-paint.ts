// The graph on a canvas: the same shapes as in graph-svg.tsx, for moments that come faster than a browser lays elements out. Nothing here can be pointed at.
import type { ObjectSerial } from '#lib/engine/index.ts'
import { emphasisOf } from './emphasis.ts'
import { foldPaths, foldPlace, nodeShapes, ringOf, type Shape } from './graph-shapes.ts'
import type { GraphNode, GraphPicture, Wire } from './graph-types.ts'
import type { Ink, Inks } from './ink-book.ts'

export interface GraphScene {
  readonly picture: GraphPicture
  readonly chosen: ObjectSerial | null
  readonly zoom: number
}

/** The part of a picture that is in sight, in pixels of the page. */
export interface Sight {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly ratio: number
}

const headPath = 'M-1 -4L7 0L-1 4z'

/** Paints what is in sight. */
export function paintGraph(context: CanvasRenderingContext2D, { picture, chosen, zoom }: GraphScene, sight: Sight, inks: Inks): void {
  const { chosenKey, near } = emphasisOf(picture, chosen)
  const scale = zoom * sight.ratio
  const toPlace = (x: number, y: number) => context.setTransform(scale, 0, 0, scale, x * scale - sight.left * sight.ratio, y * scale - sight.top * sight.ratio)
  const inSight = ({ x, y, width, height }: GraphNode) =>
    (x + width + 12) * zoom > sight.left && (x - 12) * zoom < sight.left + sight.width && (y + height + 12) * zoom > sight.top && (y - 12) * zoom < sight.top + sight.height
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  const nodes = picture.nodes.filter(inSight)
  toPlace(0, 0)
  const hatch = inks.hatch(context)
  for (const node of nodes) {
    if (node.kind !== 'card' || !node.garbage) continue
    context.fillStyle = hatch
    context.beginPath()
    context.roundRect(node.x - 9, node.y - 9, node.width + 18, node.height + 18, 10)
    context.fill()
  }
  for (const wire of picture.wires) paintWire(context, wire, chosenKey, inks, toPlace)
  for (const node of nodes) {
    const words = [`node-${node.kind}`, node.kind === 'card' && node.garbage ? 'garbage' : '', node.key === chosenKey ? 'lit' : '', near !== null && !near.has(node.key) ? 'dim' : ''].filter((word) => word !== '').join(' ')
    const draw = (shape: Shape) => paintShape(context, shape, inks.of(words, shape.kind === 'text' ? 'text' : 'path', shape.className))
    context.globalAlpha = inks.of(words, 'g').opacity
    toPlace(node.x, node.y)
    nodeShapes(node).forEach(draw)
    if (node.kind !== 'card') continue
    const ring = ringOf(node)
    toPlace(node.x + ring.x, node.y + ring.y)
    ring.shapes.forEach(draw)
    if (!node.foldable) continue
    toPlace(node.x + foldPlace.x, node.y + foldPlace.y)
    draw({ kind: 'path', className: 'fold-sign', d: foldPaths[node.fold] })
  }
  context.globalAlpha = 1
}

function paintWire(context: CanvasRenderingContext2D, wire: Wire, chosenKey: string | null, inks: Inks, toPlace: (x: number, y: number) => void): void {
  const lit = chosenKey !== null && (wire.from === chosenKey || wire.to === chosenKey)
  const ink = inks.of('', 'path', `wire wire-${wire.kind}${lit ? ' wire-lit' : chosenKey !== null ? ' wire-dim' : ''}`)
  toPlace(0, 0)
  context.globalAlpha = ink.opacity
  paintPath(context, wire.path, ink)
  if (wire.kind === 'bundle' && wire.count > 1)
    paintShape(context, { kind: 'text', className: '', x: wire.middle.x, y: wire.middle.y - 4, text: `×${wire.count.toLocaleString('en')}`, anchor: 'middle' }, inks.of('', 'text', 'wire-count'))
  toPlace(wire.end.x, wire.end.y)
  if (wire.heading < 0) context.scale(-1, 1)
  paintPath(context, headPath, inks.of('', 'path', `wire-head wire-head-${wire.kind}`))
  context.globalAlpha = 1
}

function paintShape(context: CanvasRenderingContext2D, shape: Shape, ink: Ink): void {
  switch (shape.kind) {
    case 'rect':
      context.beginPath()
      context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.round)
      finish(context, ink)
      return
    case 'circle':
      context.beginPath()
      context.arc(shape.x, shape.y, shape.radius, 0, Math.PI * 2)
      finish(context, ink)
      return
    case 'path':
      paintPath(context, shape.d, ink)
      return
    case 'text':
      paintText(context, shape.text, shape.x, shape.y, shape.anchor === 'middle' ? 'center' : shape.anchor, ink)
      return
    default:
      return shape satisfies never
  }
}

function paintPath(context: CanvasRenderingContext2D, d: string, ink: Ink): void {
  finish(context, ink, new Path2D(d))
}

/** Fills and strokes a path, or the one that was begun. */
function finish(context: CanvasRenderingContext2D, ink: Ink, path?: Path2D): void {
  if (ink.fill !== null) {
    context.fillStyle = ink.fill
    if (path === undefined) context.fill()
    else context.fill(path)
  }
  if (ink.stroke === null) return
  useStroke(context, ink)
  if (path === undefined) context.stroke()
  else context.stroke(path)
}

function useStroke(context: CanvasRenderingContext2D, { stroke, lineWidth, dash }: Ink): void {
  context.strokeStyle = stroke ?? 'transparent'
  context.lineWidth = lineWidth
  context.setLineDash(dash)
}

function paintText(context: CanvasRenderingContext2D, words: string, x: number, y: number, align: CanvasTextAlign, ink: Ink): void {
  context.font = ink.font
  context.textAlign = align
  if (ink.stroke !== null) {
    useStroke(context, ink)
    context.strokeText(words, x, y)
  }
  context.fillStyle = ink.fill ?? 'transparent'
  context.fillText(words, x, y)
}
