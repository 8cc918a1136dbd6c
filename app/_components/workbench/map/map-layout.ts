// Where arenas, pools, blocks and large blocks lie on the map. One unit of area is sixteen bytes, everywhere. Pure.
import type { ArenaMap, LargeBlock, MemoryMap, PoolMap } from '#lib/engine/index.ts'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedPool extends Rect {
  readonly pool: PoolMap
  /** Blocks in a row, and rows. */
  readonly columns: number
  readonly rows: number
}

export interface PlacedArena extends Rect {
  readonly arena: ArenaMap
  readonly order: number
}

export interface PlacedLarge extends Rect {
  readonly large: LargeBlock
}

export interface MapLayout {
  readonly width: number
  readonly height: number
  readonly arenas: readonly PlacedArena[]
  readonly pools: readonly PlacedPool[]
  readonly large: readonly PlacedLarge[]
  /** Where the heading of the large blocks stands; null without any. */
  readonly largeTop: number | null
}

/** A pool of 16 KiB is a square of this side. */
export const poolSide = 32
const poolGap = 3
const poolHead = 6
const arenaHead = 12
const arenaGap = 14
const unitBytes = 16
const largeHeight = 10
const largeGap = 3

/** How arenas and pools are arranged: wider for a wide view, and never otherwise, so that everything stays where it is from step to step. */
export interface MapShape {
  readonly poolsInRow: number
  readonly arenasInRow: number
}

export function shapeFor(widthPx: number, arenas: number): MapShape {
  const poolsInRow = widthPx >= 640 ? 16 : 8
  return { poolsInRow, arenasInRow: arenas > 3 ? Math.max(2, Math.ceil(Math.sqrt(arenas * (8 / poolsInRow) * 1.6))) : 1 }
}

/** Lays out a memory map. */
export function layoutMap(map: MemoryMap, { poolsInRow, arenasInRow }: MapShape): MapLayout {
  const arenaWidth = poolsInRow * (poolSide + poolGap) + poolGap
  const arenas: PlacedArena[] = []
  const pools: PlacedPool[] = []
  let y = 0
  for (let start = 0; start < map.arenas.length; start += arenasInRow) {
    let height = 0
    map.arenas.slice(start, start + arenasInRow).forEach((arena, column) => {
      const placed = placeArena(arena, { order: start + column, x: column * (arenaWidth + arenaGap), y, width: arenaWidth, poolsInRow })
      arenas.push(placed)
      for (const [order, pool] of arena.pools.entries()) pools.push(placePool(pool, order, placed, poolsInRow))
      height = Math.max(height, placed.height)
    })
    y += height + arenaGap
  }
  const width = Math.max(1, Math.min(arenasInRow, Math.max(1, map.arenas.length))) * (arenaWidth + arenaGap) - arenaGap
  const largeTop = map.large.length === 0 ? null : y
  const { placed, bottom } = placeLarge(map.large, width, y + arenaHead)
  return { width, height: largeTop === null ? y : bottom, arenas, pools, large: placed, largeTop }
}

function placeArena(arena: ArenaMap, { order, x, y, width, poolsInRow }: { order: number; x: number; y: number; width: number; poolsInRow: number }): PlacedArena {
  // Rows that hold no pool yet are left out, but for the first: an arena is mostly untouched at the start.
  const rows = Math.max(1, Math.ceil(arena.pools.length / poolsInRow))
  return { arena, order, x, y, width, height: arenaHead + rows * (poolSide + poolHead + poolGap) + poolGap }
}

function placePool(pool: PoolMap, order: number, arena: PlacedArena, poolsInRow: number): PlacedPool {
  const columns = Math.max(1, Math.ceil(Math.sqrt(pool.capacity)))
  return {
    pool,
    columns,
    rows: Math.max(1, Math.ceil(pool.capacity / columns)),
    x: arena.x + poolGap + (order % poolsInRow) * (poolSide + poolGap),
    y: arena.y + arenaHead + poolHead + Math.floor(order / poolsInRow) * (poolSide + poolHead + poolGap),
    width: poolSide,
    height: poolSide,
  }
}

function placeLarge(large: readonly LargeBlock[], width: number, top: number): { placed: PlacedLarge[]; bottom: number } {
  let x = 0
  let y = top
  let rowHeight = largeHeight
  const placed = large.toSorted((one, other) => one.address - other.address).map((block) => {
    const area = Math.max(largeHeight * 2, block.blockBytes / unitBytes)
    // A block wider than the map becomes taller instead.
    const height = Math.max(largeHeight, area / width)
    const own = area / height
    if (x > 0 && x + own > width) {
      x = 0
      y += rowHeight + largeGap
      rowHeight = largeHeight
    }
    const rect = { large: block, x, y, width: own, height }
    x += own + largeGap
    rowHeight = Math.max(rowHeight, height)
    return rect
  })
  return { placed, bottom: y + rowHeight }
}

/** The rectangle of a block of a pool. */
export function blockRect({ x, y, width, height, columns, rows }: PlacedPool, order: number): Rect {
  const [w, h] = [width / columns, height / rows]
  return { x: x + (order % columns) * w, y: y + Math.floor(order / columns) * h, width: w, height: h }
}

/** What lies at a point: a block by its index in the table, a large block, or nothing. */
export type MapHit = { readonly kind: 'block'; readonly pool: PlacedPool; readonly order: number } | { readonly kind: 'large'; readonly large: PlacedLarge } | null

export function hitTest(layout: MapLayout, x: number, y: number): MapHit {
  for (const pool of layout.pools) {
    if (x < pool.x || x >= pool.x + pool.width || y < pool.y || y >= pool.y + pool.height) continue
    const order = Math.floor(((y - pool.y) / pool.height) * pool.rows) * pool.columns + Math.floor(((x - pool.x) / pool.width) * pool.columns)
    return order < pool.pool.capacity ? { kind: 'block', pool, order } : null
  }
  const large = layout.large.find((rect) => x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height)
  return large === undefined ? null : { kind: 'large', large }
}
