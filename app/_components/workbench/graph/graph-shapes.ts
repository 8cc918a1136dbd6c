// What nodes look like, as a list of shapes: graph-svg.tsx makes elements of them, graph-paint.ts paints them. Style sheets say the colours of their classes.
import type { ObjectView } from '#lib/engine/index.ts'
import { kindOf, shortHex } from '../../heap/heap-model.ts'
import { sizes, type CardNode, type Fold, type FrameNode, type GraphNode, type GroupNode, type Row } from './graph-types.ts'

interface Look {
  readonly className: string
}

export interface RectShape extends Look {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly round: number
}

export interface PathShape extends Look {
  readonly kind: 'path'
  readonly d: string
}

export interface CircleShape extends Look {
  readonly kind: 'circle'
  readonly x: number
  readonly y: number
  readonly radius: number
}

export interface TextShape extends Look {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Places are counted from the node's own corner. */
export type Shape = RectShape | PathShape | CircleShape | TextShape

/** A node without its count. What every node of a kind has stands first, so that its place in the list does not change. */
export function nodeShapes(node: GraphNode): Shape[] {
  switch (node.kind) {
    case 'frame':
      return frameShapes(node)
    case 'group':
      return groupShapes(node)
    case 'card':
      return cardShapes(node)
    default:
      return node satisfies never
  }
}

const rect = (className: string, x: number, y: number, width: number, height: number, round: number): RectShape => ({ kind: 'rect', className, x, y, width, height, round })
const text = (className: string, x: number, y: number, words: string, anchor: TextShape['anchor'] = 'start'): TextShape => ({ kind: 'text', className, x, y, text: words, anchor })
const path = (className: string, d: string): PathShape => ({ kind: 'path', className, d })

const cut = (words: string, most: number) => (words.length <= most ? words : `${words.slice(0, Math.max(1, most - 1))}…`)
const rowTop = (index: number) => sizes.headHeight + index * sizes.rowHeight
const linesBetween = (rows: number, width: number) => Array.from({ length: Math.max(0, rows - 1) }, (_, row) => `M10 ${rowTop(row + 1)}H${width - 10}`).join('')
const lettersIn = (width: number) => Math.floor(width / sizes.letter)

function frameShapes({ title, current, width, height, rows, moreRows }: FrameNode): Shape[] {
  return [
    rect(current ? 'frame-box frame-box-current' : 'frame-box', 0, 0, width, height, 6),
    text('frame-title', 11, 20, cut(title, lettersIn(width - 22))),
    ...(rows.length === 0 ? [text('row-faint', 11, sizes.headHeight + 16, 'no names')] : []),
    ...rows.flatMap((row, index): Shape[] => {
      const kind = row.label === '(temporary)' ? '-temporary' : ''
      return [
        rect(kind === '' ? 'name-box' : 'name-box name-box-temporary', 6, rowTop(index) + 2, width - 12, sizes.rowHeight - 4, 3),
        text(kind === '' ? 'name-text' : 'name-text name-text-temporary', 14, rowTop(index) + 16.5, cut(row.label, row.value === null ? lettersIn(width - 36) : 9)),
        rowEnd(row, rowTop(index), width - 6, lettersIn(width - 40) - Math.min(9, row.label.length)),
      ]
    }),
    ...(moreRows > 0 ? [text('row-faint', 14, sizes.headHeight + rows.length * sizes.rowHeight + 16, `and ${moreRows} more`)] : []),
  ]
}

/** The port that a wire leaves from, or the value itself. */
function rowEnd(row: Row, top: number, width: number, room: number): Shape {
  if (row.to !== null) return { kind: 'circle', className: 'port', x: width - 13, y: top + sizes.rowHeight / 2, radius: 3.6 }
  const words = row.value === null ? '·' : cut(row.value.text, Math.max(4, room))
  return text(row.value === null ? 'row-value' : `row-value kind-${row.value.kind}`, width - 10, top + 16.5, words, 'end')
}

function cardShapes(node: CardNode): Shape[] {
  const { object, name, width, height, rows, moreRows, foldable } = node
  const end = height - sizes.footHeight
  const left = foldable ? 24 : 11
  return [
    rect('card-shade', 1, 3, width, height, 6),
    rect('card-box', 0, 0, width, height, 6),
    // Elements are what a drawn moment costs: all lines of a card are one path.
    path('card-line', `M0 ${sizes.headHeight}H${width}M0 ${end}H${width}${linesBetween(rows.length, width)}`),
    text(`card-type kind-${kindOf(object)}`, left, 20, cut(name, lettersIn(width - left - 46))),
    text('card-foot', 11, end + 15, footOf(object)),
    ...(rows.length === 0 && moreRows === 0 ? [text(`card-value kind-${kindOf(object)}`, 11, sizes.headHeight + 16.5, cut(object.repr, lettersIn(width - 22)))] : []),
    ...rows.flatMap((row, index): Shape[] => [
      text('row-label', 11, rowTop(index) + 16.5, cut(row.label, row.to === null ? 11 : lettersIn(width - 40))),
      rowEnd(row, rowTop(index), width, lettersIn(width - 26) - Math.min(11, row.label.length)),
    ]),
    ...(moreRows > 0 ? [text('row-faint', 11, sizes.headHeight + rows.length * sizes.rowHeight + 16.5, moreWords(rows.length, moreRows))] : []),
  ]
}

function moreWords(rows: number, moreRows: number): string {
  const count = moreRows.toLocaleString('en')
  return rows > 0 ? `and ${count} more` : `${count} ${moreRows === 1 ? 'reference' : 'references'}`
}

const footLetters = 23

/** Address, generation and size in one line of equally wide letters: texts are what a drawn moment costs most. */
function footOf({ address, generation, sizeBytes }: ObjectView): string {
  const [left, right] = [shortHex(address), `${sizeBytes.toLocaleString('en')} B`]
  const room = footLetters - left.length - right.length
  const words = generation === null ? '' : generation === 3 ? 'frozen' : `gen ${generation}`
  const middle = words.length + 2 <= room ? words : ''
  const before = Math.ceil((room - middle.length) / 2)
  return `${left}${middle.padStart(before + middle.length)}${right.padStart(Math.max(1, room - before - middle.length) + right.length)}`.replaceAll(' ', '\u00a0')
}

function groupShapes(node: GroupNode): Shape[] {
  const { title, width, height, count, open, sizeBytes, garbageCount } = node
  const foot = garbageCount > 0 ? `${garbageCount.toLocaleString('en')} unreachable` : open ? 'Enter closes' : 'Enter opens'
  return [
    rect('group-back', 7, 7, width, height, 6),
    rect('group-back', 3.5, 3.5, width, height, 6),
    rect('card-box', 0, 0, width, height, 6),
    path('card-line', `M0 ${sizes.headHeight}H${width}`),
    text('card-type', 11, 20, cut(title, lettersIn(width - 22))),
    text('group-count', 11, sizes.headHeight + 24, `${open ? 'and ' : ''}${count.toLocaleString('en')} ${open ? 'more' : 'objects'}`),
    text('row-label', 11, sizes.headHeight + 44, `${sizeBytes.toLocaleString('en')} B together`),
    text(garbageCount > 0 ? 'row-garbage' : 'card-foot', 11, height - 8, foot),
  ]
}

/** Where the ring around a card's count stands, and how wide it is. */
export function ringOf({ object, width, garbage }: CardNode) {
  const words = object.refcount === null ? '∞' : String(object.refcount)
  const ringWidth = Math.max(21, words.length * 7.4 + 12)
  const kind = object.refcount === null ? 'ring-shape ring-shape-immortal' : garbage ? 'ring-shape ring-shape-garbage' : 'ring-shape'
  const shapes: readonly Shape[] = [rect(kind, -ringWidth / 2, -10.5, ringWidth, 21, 10.5), text('ring-text', 0, 4.2, words, 'middle')]
  return { x: width - 10.5 - ringWidth / 2, y: 15, width: ringWidth, shapes }
}

/** The sign of a container that can be folded, around its place on the card. */
export const foldPlace = { x: 14, y: 15 } as const
export const foldPaths: Readonly<Record<Fold, string>> = { folded: 'M0 -4L5 0L0 4z', some: 'M-4 -2.5L0 2.5L4 -2.5z', open: 'M-4 -3L0 1L4 -3zM-4 0L0 4L4 0z' }
