// Where everything in the heap picture stands: names on the left, objects in columns by their distance from a name,
// unreachable objects in a region of their own below. A pure function; sizes are pixels and match heap.css.
import type { ObjectSerial, ObjectView, Snapshot } from '#lib/engine/index.ts'
import { isAtom, isGarbage, isScaffolding, nameOf, objectsBySerial, shownNames, shownReferences, type ShownName } from './heap-model.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One line of a card: a value that stands in it, or a port that a wire leaves from. */
export interface CardRow {
  readonly label: string
  readonly value: ObjectView | null
  readonly wired: boolean
}

export interface Card extends Box {
  readonly object: ObjectView
  /** What the object is called: `Node #2`. */
  readonly name: string
  readonly rows: readonly CardRow[]
  readonly moreRows: number
  readonly garbage: boolean
}

export interface NameCell extends Box {
  readonly name: ShownName
}

export interface Wire {
  readonly key: string
  readonly label: string
  readonly from: ObjectSerial | null
  readonly to: ObjectSerial
  readonly path: string
  readonly kind: 'name' | 'reference' | 'garbage'
}

export interface HeapLayout {
  readonly width: number
  readonly height: number
  readonly names: readonly NameCell[]
  readonly frames: readonly (Box & { readonly title: string })[]
  readonly cards: readonly Card[]
  readonly wires: readonly Wire[]
  readonly garbageRegion: Box | null
  /** Objects that stand next to a drawn one, but found the picture full. */
  readonly leftOut: number
}

export interface LayoutOptions {
  /** Draw classes, modules and plain functions too. */
  readonly showScaffolding?: boolean
  readonly maxCards?: number
  /** For narrow screens: cards and the room between them are as small as their texts allow. */
  readonly compact?: boolean
}

const widths = {
  usual: { margin: 20, name: 132, card: 160, columnGap: 56 },
  compact: { margin: 10, name: 76, card: 116, columnGap: 30 },
} as const
const margin = 20
const nameWidths = { least: 56, perLetter: 8, padding: 22 } as const
const nameHeight = 28
const rowGap = 30
const headHeight = 30
const rowHeight = 24
const valueHeight = 26
const footHeight = 22
const maxRows = 8
const frameTitleHeight = 22

interface Drawn {
  readonly bySerial: Map<ObjectSerial, ObjectView>
  readonly serials: Set<ObjectSerial>
  readonly names: readonly ShownName[]
  readonly leftOut: number
}

/** Lays out one snapshot. */
export function layoutHeap(snapshot: Snapshot, options: LayoutOptions = {}): HeapLayout {
  const drawn = chooseObjects(snapshot, options)
  const sketch = new Sketch(snapshot, drawn, widths[options.compact === true ? 'compact' : 'usual'])
  sketch.placeNames()
  sketch.placeReachable()
  sketch.placeGarbage()
  return sketch.finish()
}

/** An object has a card when a name is bound to it, or when it is no atom; scaffolding only on demand. */
function chooseObjects(snapshot: Snapshot, { showScaffolding = false, maxCards = 48 }: LayoutOptions): Drawn {
  const bySerial = objectsBySerial(snapshot)
  const wanted = (object: ObjectView | undefined): object is ObjectView => object !== undefined && (showScaffolding || !isScaffolding(object))
  const names = shownNames(snapshot).filter(({ target }) => wanted(bySerial.get(target)))
  const serials = new Set<ObjectSerial>()
  const refused = new Set<ObjectSerial>()
  const take = (serial: ObjectSerial): boolean => {
    if (serials.has(serial)) return false
    if (serials.size >= maxCards) refused.add(serial)
    else serials.add(serial)
    return serials.has(serial)
  }
  const queue = names.map(({ target }) => target)
  const garbage = snapshot.objects.filter((object) => isGarbage(object) && !isAtom(object)).map(({ serial }) => serial)
  for (const start of [queue, garbage]) {
    const pending = [...start]
    for (let index = 0; index < pending.length; index += 1) {
      const object = bySerial.get(pending[index] ?? -1)
      if (!wanted(object) || !take(object.serial)) continue
      for (const { target } of shownReferences(object)) {
        const next = bySerial.get(target)
        if (wanted(next) && !isAtom(next)) pending.push(target)
      }
    }
  }
  return { bySerial, serials, names, leftOut: refused.size }
}

class Sketch {
  readonly #snapshot: Snapshot
  readonly #drawn: Drawn
  readonly #names: NameCell[] = []
  readonly #frames: (Box & { title: string })[] = []
  readonly #cards = new Map<ObjectSerial, Card>()
  readonly #columnEnds: number[] = []
  #garbageRegion: Box | null = null
  readonly #widths: (typeof widths)[keyof typeof widths]
  readonly #nameWidth: number
  /** Where column 0 starts: right of the names for reachable objects, at the left edge for garbage. */
  #firstColumnX: number

  constructor(snapshot: Snapshot, drawn: Drawn, sizes: (typeof widths)[keyof typeof widths]) {
    this.#widths = sizes
    this.#snapshot = snapshot
    this.#drawn = drawn
    const longest = Math.max(0, ...drawn.names.map(({ name }) => name.length))
    this.#nameWidth = Math.min(sizes.name, Math.max(nameWidths.least, longest * nameWidths.perLetter + nameWidths.padding))
    this.#firstColumnX = sizes.margin + this.#nameWidth + sizes.columnGap
  }

  /** Names go down the left; the card of a name stands beside it, so that its wire is short. */
  placeNames(): void {
    let y = margin
    let frame = ''
    for (const name of this.#drawn.names) {
      const startsFrame = name.frame !== frame
      if (startsFrame) y += frameTitleHeight
      const object = this.#drawn.bySerial.get(name.target)
      const fresh = object !== undefined && this.#drawn.serials.has(object.serial) && !this.#cards.has(object.serial)
      const top = fresh ? this.#place(object, 0, y).y : y
      if (startsFrame)
        this.#frames.push({ title: name.frame, x: this.#widths.margin, y: top - frameTitleHeight, width: Math.max(this.#nameWidth, 100), height: frameTitleHeight })
      frame = name.frame
      this.#names.push({ name, x: this.#widths.margin, y: top, width: this.#nameWidth, height: nameHeight })
      y = top + nameHeight + 8
    }
  }

  /** Objects that only other objects hold stand one column to the right of their first holder. */
  placeReachable(): void {
    this.#placeFrom([...this.#cards.keys()], 0)
  }

  /** Unreachable objects stand below everything, in a hatched region. */
  placeGarbage(): void {
    const waiting = [...this.#drawn.serials].filter((serial) => !this.#cards.has(serial))
    if (waiting.length === 0) return
    const top = this.#bottom() + (this.#cards.size === 0 && this.#names.length === 0 ? margin : 34)
    const inside = top + 34
    this.#firstColumnX = this.#widths.margin + 8
    this.#columnEnds.length = 0
    for (let column = 0; column < 64; column += 1) this.#columnEnds.push(inside)
    for (const serial of waiting) {
      const object = this.#drawn.bySerial.get(serial)
      if (object === undefined || this.#cards.has(serial)) continue
      this.#place(object, 0, inside)
      this.#placeFrom([serial], 0)
    }
    const cards = waiting.flatMap((serial) => this.#cards.get(serial) ?? [])
    const right = Math.max(...cards.map((card) => card.x + card.width)) + 26
    const bottom = Math.max(...cards.map((card) => card.y + card.height)) + 30
    const left = this.#widths.margin / 2
    this.#garbageRegion = { x: left, y: top, width: right - left, height: bottom - top }
  }

  finish(): HeapLayout {
    const cards = [...this.#cards.values()]
    const wires = [...this.#nameWires(), ...cards.flatMap((card) => this.#cardWires(card))]
    const boxes: Box[] = [...cards, ...this.#names, ...(this.#garbageRegion === null ? [] : [this.#garbageRegion])]
    const width = Math.max(0, ...boxes.map((box) => box.x + box.width)) + this.#widths.margin + 36
    const height = Math.max(0, ...boxes.map((box) => box.y + box.height)) + margin + 12
    return { width, height, names: this.#names, frames: this.#frames, cards, wires, garbageRegion: this.#garbageRegion, leftOut: this.#drawn.leftOut }
  }

  #placeFrom(starts: readonly ObjectSerial[], column: number): void {
    let layer = [...starts]
    for (let depth = column + 1; layer.length > 0; depth += 1) {
      const next: ObjectSerial[] = []
      for (const serial of layer) {
        const card = this.#cards.get(serial)
        if (card === undefined) continue
        for (const { target } of shownReferences(card.object)) {
          const object = this.#drawn.bySerial.get(target)
          if (object === undefined || !this.#drawn.serials.has(target) || this.#cards.has(target)) continue
          this.#place(object, depth, card.y)
          next.push(target)
        }
      }
      layer = next
    }
  }

  #place(object: ObjectView, column: number, wishedY: number): Card {
    const references = shownReferences(object)
    const rows = references.slice(0, maxRows).map(({ label, target }) => this.#row(label, target))
    const moreRows = references.length - rows.length
    const height = headHeight + (rows.length === 0 ? valueHeight : (rows.length + (moreRows > 0 ? 1 : 0)) * rowHeight) + footHeight
    const x = this.#firstColumnX + column * (this.#widths.card + this.#widths.columnGap)
    const y = Math.max(wishedY, this.#columnEnds[column] ?? margin)
    this.#columnEnds[column] = y + height + rowGap
    const card = { object, name: nameOf(this.#snapshot, object), rows, moreRows, garbage: isGarbage(object), x, y, width: this.#widths.card, height }
    this.#cards.set(object.serial, card)
    return card
  }

  #row(label: string, target: ObjectSerial): CardRow {
    const wired = this.#drawn.serials.has(target)
    return { label, wired, value: wired ? null : (this.#drawn.bySerial.get(target) ?? null) }
  }

  #bottom(): number {
    const boxes: Box[] = [...this.#cards.values(), ...this.#names]
    return Math.max(0, ...boxes.map((box) => box.y + box.height))
  }

  #nameWires(): Wire[] {
    return this.#names.flatMap((cell, index) => {
      const card = this.#cards.get(cell.name.target)
      if (card === undefined) return []
      const start = { x: cell.x + cell.width, y: cell.y + cell.height / 2 }
      return [{ key: `name-${index}`, label: cell.name.name, from: null, to: card.object.serial, kind: 'name' as const, path: forwardPath(start, card) }]
    })
  }

  #cardWires(card: Card): Wire[] {
    return shownReferences(card.object)
      .slice(0, maxRows)
      .flatMap(({ label, target }, index) => {
        const goal = this.#cards.get(target)
        if (goal === undefined) return []
        const start = { x: card.x + card.width - 8, y: card.y + headHeight + index * rowHeight + rowHeight / 2 }
        return [
          {
            key: `${card.object.serial}-${index}-${label}`,
            label,
            from: card.object.serial,
            to: target,
            kind: card.garbage ? ('garbage' as const) : ('reference' as const),
            path: this.#wirePath(start, card, goal, index),
          },
        ]
      })
  }

  #wirePath(start: Point, card: Card, goal: Card, index: number): string {
    if (goal.x > card.x) return forwardPath(start, goal)
    if (goal.x === card.x) return loopPath(start, card, goal, index)
    const between = [...this.#cards.values()].filter((other) => other.x >= goal.x && other.x <= card.x)
    const lane = clearLane(between, card, goal, index)
    const covered = between.some((other) => other.x === goal.x && other.y > goal.y && other.y < lane)
    return backPath(start, { card, goal, lane, index, covered })
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

const arrowRoom = 7

/** To a card further right: straight into its head. */
function forwardPath(start: Point, goal: Card): string {
  const end = { x: goal.x - arrowRoom, y: goal.y + headHeight / 2 }
  const bend = Math.max(24, (end.x - start.x) / 2)
  return `M${start.x} ${start.y} C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`
}

/** To a card of the same column, or to itself: around the right side. */
function loopPath(start: Point, card: Card, goal: Card, index: number): string {
  const end = { x: goal.x + goal.width + arrowRoom, y: goal.y + headHeight / 2 + (goal.y < card.y ? 5 : -3) }
  const reach = 26 + index * 6 + Math.min(22, Math.abs(end.y - start.y) / 8)
  return `M${start.x} ${start.y} C${start.x + reach + 12} ${start.y} ${end.x + reach} ${end.y} ${end.x} ${end.y}`
}

/** A height below both cards at which a wire can run back without crossing a card. */
function clearLane(cards: readonly Card[], card: Card, goal: Card, index: number): number {
  const spread = (index % 3) * 4
  let bottom = Math.max(card.y + card.height, goal.y + goal.height)
  for (const other of [...cards].sort((one, two) => one.y - two.y)) {
    const lane = bottom + 15 + spread
    if (other.y < lane + 4 && other.y + other.height > lane - 4) bottom = Math.max(bottom, other.y + other.height)
  }
  return bottom + 15 + spread
}

interface BackWay {
  readonly card: Card
  readonly goal: Card
  readonly lane: number
  readonly index: number
  /** Another card stands below the goal: the wire comes in at its side instead of its foot. */
  readonly covered: boolean
}

/** To a card further left: out, down to the lane, back, and up. */
function backPath(start: Point, { card, goal, lane, index, covered }: BackWay): string {
  const right = card.x + card.width + 12 + index * 4
  const turn = 7
  const back = [
    `M${start.x} ${start.y} L${right - turn} ${start.y} Q${right} ${start.y} ${right} ${start.y + turn}`,
    `L${right} ${lane - turn} Q${right} ${lane} ${right - turn} ${lane}`,
  ]
  const foot = goal.x + goal.width / 2 + index * 8
  const side = goal.x + goal.width + 20 + index * 4
  const head = goal.y + headHeight / 2 + 4
  const up = covered
    ? [
        `L${side + turn} ${lane} Q${side} ${lane} ${side} ${lane - turn}`,
        `L${side} ${head + turn} Q${side} ${head} ${side - turn} ${head} L${goal.x + goal.width + arrowRoom} ${head}`,
      ]
    : [`L${foot + turn} ${lane} Q${foot} ${lane} ${foot} ${lane - turn} L${foot} ${goal.y + goal.height + arrowRoom}`]
  return [...back, ...up].join(' ')
}
