// What the colours of the map stand for: for every block one of a few categories, with a legend. Pure.
import type { MemoryMap } from '#lib/engine/index.ts'
import { BlockUse } from '#lib/engine/recording-types.ts'

export type MapColoring = 'type' | 'use' | 'age' | 'line' | 'waste'

/** A category: how it is called and which colour slot it has. */
export interface Category {
  readonly name: string
  readonly slot: number
  readonly blocks: number
}

export interface Coloring {
  /** For every block an index into `categories`. */
  readonly ofBlock: Uint8Array
  readonly categories: readonly Category[]
}

/** Slots with a meaning of their own, after the eight that stand for types, lines or ages. */
export const Slot = { FREE: 8, UNTOUCHED: 9, INTERPRETER: 10, KEPT: 11, OTHER: 12 } as const

const ownSlots = 8

/** Remembers which slot a name has, so that colours stay from step to step. */
export class ColorBook {
  readonly #slots = new Map<string, number>()

  slotOf(name: string): number {
    const known = this.#slots.get(name)
    if (known !== undefined) return known
    const slot = this.#slots.size < ownSlots ? this.#slots.size : Slot.OTHER
    this.#slots.set(name, slot)
    return slot
  }
}

/** Sorts all blocks into categories. */
export function colorMap(map: MemoryMap, coloring: MapColoring, book: ColorBook): Coloring {
  const { keyOf, nameOf } = sorter(map, coloring)
  const { use } = map.blocks
  const indexes = new Map<number, number>()
  const found: { name: string; slot: number; blocks: number }[] = []
  const ofBlock = new Uint8Array(use.length)
  for (let block = 0; block < use.length; block += 1) {
    const fixed = fixedCategories[use[block] ?? 0]
    const isFixed = fixed !== undefined && !(coloring === 'waste' && fixed.slot === Slot.INTERPRETER)
    const key = isFixed ? -fixed.slot : keyOf(block)
    let index = indexes.get(key)
    if (index === undefined) {
      index = Math.min(found.length, 255)
      indexes.set(key, index)
      if (index === found.length) found.push(isFixed ? { ...fixed, blocks: 0 } : { name: nameOf(key), slot: -1, blocks: 0 })
    }
    ofBlock[block] = index
    const category = found[index]
    if (category !== undefined) category.blocks += 1
  }
  // The most frequent names get a colour of their own first.
  for (const category of found.toSorted((one, other) => other.blocks - one.blocks)) if (category.slot < 0) category.slot = slotFor(coloring, category.name, book)
  return { ofBlock, categories: found }
}

const fixedCategories: Partial<Record<number, { readonly name: string; readonly slot: number }>> = {
  [BlockUse.FREE]: { name: 'on a free list', slot: Slot.FREE },
  [BlockUse.UNTOUCHED]: { name: 'never handed out', slot: Slot.UNTOUCHED },
  [BlockUse.INTERPRETER]: { name: 'the interpreter’s', slot: Slot.INTERPRETER },
  [BlockUse.KEPT]: { name: 'kept for the next object', slot: Slot.KEPT },
}

const ages = 8
const wasteNames = ['nothing lost', 'up to 1/8 lost', 'up to 1/4 lost', 'up to 1/2 lost', 'more than half lost'] as const

/** How blocks in use are told apart: a number for each, and what the number means. */
interface Sorter {
  readonly keyOf: (block: number) => number
  readonly nameOf: (key: number) => string
}

function sorter({ blocks, types, arenas }: MemoryMap, coloring: MapColoring): Sorter {
  switch (coloring) {
    case 'type':
      return { keyOf: (block) => blocks.type[block] ?? 0, nameOf: (key) => types[key] || 'other' }
    case 'use':
      return { keyOf: (block) => blocks.use[block] ?? 0, nameOf: (key) => (key === BlockUse.STORAGE ? 'storage of an object' : 'an object itself') }
    case 'line':
      return { keyOf: (block) => blocks.line[block] ?? 0, nameOf: (key) => (key === 0 ? 'no line' : `line ${key}`) }
    case 'age': {
      let [oldest, newest] = [Infinity, 0]
      for (const [block, owner] of blocks.owner.entries()) {
        if (blocks.use[block] !== BlockUse.OBJECT && blocks.use[block] !== BlockUse.STORAGE) continue
        oldest = Math.min(oldest, owner)
        newest = Math.max(newest, owner)
      }
      const span = Math.max(1, newest - oldest + 1)
      return { keyOf: (block) => Math.min(ages - 1, Math.floor((((blocks.owner[block] ?? 0) - oldest) / span) * ages)), nameOf: ageName }
    }
    case 'waste': {
      const blockBytes = new Uint16Array(blocks.use.length)
      for (const { pools } of arenas) for (const pool of pools) blockBytes.fill(pool.blockBytes, pool.firstBlock, pool.firstBlock + pool.capacity)
      const lost = (block: number) => 1 - (blocks.requested[block] ?? 0) / Math.max(1, blockBytes[block] ?? 1)
      return { keyOf: (block) => wasteStep(lost(block)), nameOf: (key) => wasteNames[key] ?? '' }
    }
    default:
      return coloring satisfies never
  }
}

const ageName = (age: number) => (age === 0 ? 'made first' : age === ages - 1 ? 'made last' : `age ${age + 1} of ${ages}`)
const wasteStep = (lost: number) => (lost <= 0 ? 0 : lost <= 0.125 ? 1 : lost <= 0.25 ? 2 : lost <= 0.5 ? 3 : 4)

function slotFor(coloring: MapColoring, name: string, book: ColorBook): number {
  if (coloring === 'waste') return [9, 1, 2, 4, 6][wasteNames.findIndex((known) => known === name)] ?? Slot.OTHER
  if (coloring === 'age') return name === 'made first' ? 0 : name === 'made last' ? ages - 1 : Number(/\d+/.exec(name)?.[0] ?? 1) - 1
  return book.slotOf(name)
}
