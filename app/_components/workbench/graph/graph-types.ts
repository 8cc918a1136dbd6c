// What the graph is made of, as plain data: frames with their names, cards of objects, groups of objects, wires.
import type { ObjectSerial, ObjectView } from '#lib/engine/index.ts'
import type { ObjectKind } from '../../heap/heap-model.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** One line of a card or a frame: a value that stands in it, or a port that a wire leaves from. */
export interface Row {
  readonly label: string
  /** The value's own text when it is drawn in the row. */
  readonly value: { readonly text: string; readonly kind: ObjectKind } | null
  readonly target: ObjectSerial
  /** Key of the node that the wire leads to. */
  readonly to: string | null
}

/** How much of a container is shown. */
export type Fold = 'folded' | 'some' | 'open'

interface NodeShape extends Box {
  /** `f:` a frame, `o:` an object, `g:` a group. */
  readonly key: string
}

export interface FrameNode extends NodeShape {
  readonly kind: 'frame'
  readonly title: string
  /** The frame that runs. */
  readonly current: boolean
  readonly rows: readonly Row[]
  readonly moreRows: number
}

export interface CardNode extends NodeShape {
  readonly kind: 'card'
  readonly object: ObjectView
  /** What the object is called: `Node #2`. */
  readonly name: string
  readonly rows: readonly Row[]
  readonly moreRows: number
  readonly fold: Fold
  readonly foldable: boolean
  readonly garbage: boolean
}

export interface GroupNode extends NodeShape {
  readonly kind: 'group'
  readonly title: string
  readonly count: number
  readonly sizeBytes: number
  readonly garbageCount: number
  /** Some of its members, as the group's rows. */
  readonly members: readonly ObjectSerial[]
  readonly open: boolean
}

export type GraphNode = FrameNode | CardNode | GroupNode

export interface Wire {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly path: string
  readonly kind: 'name' | 'reference' | 'garbage' | 'bundle'
  /** How many references a wire between groups stands for. */
  readonly count: number
  /** Where the count is written. */
  readonly middle: Point
  /** Where the arrow's head begins, and whether it looks to the right or to the left. */
  readonly end: Point
  readonly heading: 1 | -1
}

export interface GraphPicture {
  readonly width: number
  readonly height: number
  readonly nodes: readonly GraphNode[]
  readonly wires: readonly Wire[]
  /** Objects that could be drawn. */
  readonly total: number
  readonly grouped: boolean
}

export type Grouping = 'type' | 'owner' | 'dominator'

export interface GraphOptions {
  /** Draw classes, modules and plain functions too. */
  readonly showCode: boolean
  readonly grouping: Grouping
  readonly folds: ReadonlyMap<ObjectSerial, Fold>
  readonly openGroups: ReadonlySet<string>
  /** More objects than this are grouped. */
  readonly mostCards: number
}

export const plainOptions: GraphOptions = { showCode: false, grouping: 'type', folds: new Map(), openGroups: new Set(), mostCards: 150 }

/** Sizes in pixels; the drawing in graph-svg.tsx uses the same. */
export const sizes = {
  margin: 20,
  cardWidth: 176,
  frameWidth: 164,
  columnGap: 60,
  rowGap: 22,
  headHeight: 30,
  rowHeight: 24,
  footHeight: 22,
  letter: 7.2,
} as const

export const frameKey = (title: string) => `f:${title}`
export const objectKey = (serial: ObjectSerial) => `o:${serial}`
export const groupKey = (group: string) => `g:${group}`
