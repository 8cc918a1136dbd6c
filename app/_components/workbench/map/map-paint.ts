// Painting the map on a canvas. Blocks are one pixel each in an atlas, drawn enlarged, so that a million of them cost no more than their pools.
import type { MemoryMap } from '#lib/engine/index.ts'
import { BlockUse } from '#lib/engine/recording-types.ts'
import type { Coloring } from './map-colors.ts'
import { blockRect, type MapHit, type MapLayout, type PlacedPool, type Rect } from './map-layout.ts'

export interface Camera {
  /** World coordinates of the canvas's left upper corner. */
  readonly x: number
  readonly y: number
  /** Pixels per unit. */
  readonly scale: number
}

/** Colours as the canvas wants them; `slots` by category slot (map-colors.ts). */
export interface MapInk {
  readonly slots: readonly string[]
  readonly ground: string
  readonly line: string
  readonly text: string
  readonly strong: string
  readonly copper: string
}

export interface MapScene {
  readonly map: MemoryMap
  readonly layout: MapLayout
  readonly coloring: Coloring
  readonly ink: MapInk
  readonly atlas: Atlas
  readonly chosen: number | null
  readonly pointed: number | null
  readonly cursor: MapHit
  /** Index of the category that the legend points at; others fade. */
  readonly stressed: number | null
}

export interface Atlas {
  readonly canvas: HTMLCanvasElement
  readonly tilesInRow: number
}

const tile = 32

/** One pixel a block, one tile a pool. */
export function makeAtlas(layout: MapLayout, coloring: Coloring, ink: MapInk, stressed: number | null): Atlas {
  const tilesInRow = Math.max(1, Math.min(128, Math.ceil(Math.sqrt(layout.pools.length))))
  const canvas = document.createElement('canvas')
  canvas.width = tilesInRow * tile
  canvas.height = Math.max(1, Math.ceil(layout.pools.length / tilesInRow)) * tile
  const context = canvas.getContext('2d')
  if (context === null) return { canvas, tilesInRow }
  const image = context.createImageData(canvas.width, canvas.height)
  const pixels = new Uint32Array(image.data.buffer)
  const colors = coloring.categories.map(({ slot }, index) => pixelOf(ink.slots[slot] ?? ink.line, stressed === null || stressed === index ? 255 : 50))
  layout.pools.forEach(({ pool, columns }, order) => {
    const left = (order % tilesInRow) * tile
    const top = Math.floor(order / tilesInRow) * tile
    for (let block = 0; block < pool.capacity; block += 1) {
      const at = (top + Math.floor(block / columns)) * canvas.width + left + (block % columns)
      pixels[at] = colors[coloring.ofBlock[pool.firstBlock + block] ?? 0] ?? 0
    }
  })
  context.putImageData(image, 0, 0)
  return { canvas, tilesInRow }
}

/** A hex colour as a pixel of little-endian RGBA. Built style sheets write #ffffff as #fff. */
export function pixelOf(color: string, alpha: number): number {
  const digits = color.length === 4 ? color.slice(1).replaceAll(/./g, '$&$&') : color.slice(1)
  const value = Number.parseInt(digits, 16)
  const [red, green, blue] = [(value >> 16) & 255, (value >> 8) & 255, value & 255]
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

/** Paints what the camera sees. */
export function paintMap(context: CanvasRenderingContext2D, scene: MapScene, camera: Camera, size: { width: number; height: number }, ratio: number): void {
  const { layout, ink } = scene
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.fillStyle = ink.ground
  context.fillRect(0, 0, size.width, size.height)
  context.setTransform(ratio * camera.scale, 0, 0, ratio * camera.scale, -camera.x * camera.scale * ratio, -camera.y * camera.scale * ratio)
  context.imageSmoothingEnabled = false
  const seen = { x: camera.x, y: camera.y, width: size.width / camera.scale, height: size.height / camera.scale }
  context.lineWidth = 1 / camera.scale
  for (const arena of layout.arenas) {
    if (!meets(arena, seen)) continue
    context.strokeStyle = ink.line
    context.strokeRect(arena.x, arena.y, arena.width, arena.height)
    label(context, ink.text, camera.scale, 7, `arena ${arena.order + 1}: 0x${arena.arena.address.toString(16)}, ${arena.arena.pools.length} of ${arena.arena.poolCapacity} pools`, arena.x + 3, arena.y + 8.5)
  }
  layout.pools.forEach((pool, order) => {
    if (meets(pool, seen)) paintPool(context, scene, camera, pool, order, seen)
  })
  paintLarge(context, scene, camera, seen)
  paintMarks(context, scene, camera, seen)
}

function meets(one: Rect, other: Rect): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y - 8 < other.y + other.height && other.y < one.y + one.height
}

/** Text that is written only where it can be read. */
function label(context: CanvasRenderingContext2D, color: string, scale: number, size: number, text: string, x: number, y: number): void {
  if (size * scale < 7) return
  context.fillStyle = color
  context.font = `${Math.min(size, 13 / scale)}px 'JetBrains Mono Variable', monospace`
  context.fillText(text, x, y)
}

function paintPool(context: CanvasRenderingContext2D, scene: MapScene, camera: Camera, placed: PlacedPool, order: number, seen: Rect): void {
  const { atlas, ink, map } = scene
  const { pool, x, y, width, height, columns, rows } = placed
  context.fillStyle = ink.slots[9] ?? ink.line
  context.fillRect(x, y, width, height)
  if (pool.capacity > 0) {
    context.drawImage(atlas.canvas, (order % atlas.tilesInRow) * tile, Math.floor(order / atlas.tilesInRow) * tile, columns, rows, x, y, width, height)
  }
  label(context, ink.text, camera.scale, 4, pool.blockBytes === 0 ? 'free pool' : `${pool.blockBytes} B  ${pool.used}/${pool.capacity}`, x, y - 1.4)
  const cell = (width / columns) * camera.scale
  if (cell < 5) return
  const first = Math.max(0, Math.floor(((seen.y - y) / height) * rows)) * columns
  const last = Math.min(pool.capacity, Math.ceil(((seen.y + seen.height - y) / height) * rows) * columns)
  context.strokeStyle = ink.ground
  context.lineWidth = Math.min(1.5, cell / 8) / camera.scale
  for (let block = first; block < last; block += 1) {
    const rect = blockRect(placed, block)
    context.strokeRect(rect.x, rect.y, rect.width, rect.height)
    if (cell > 16 && map.blocks.use[pool.firstBlock + block] === BlockUse.FREE)
      label(context, ink.strong, camera.scale, rect.height * 0.42, String(map.blocks.owner[pool.firstBlock + block] ?? ''), rect.x + rect.width * 0.12, rect.y + rect.height * 0.62)
  }
}

function paintLarge(context: CanvasRenderingContext2D, scene: MapScene, camera: Camera, seen: Rect): void {
  const { layout, ink } = scene
  if (layout.largeTop !== null) label(context, ink.text, camera.scale, 7, 'larger than 512 bytes: straight from malloc', 3, layout.largeTop + 8.5)
  for (const rect of layout.large) {
    if (!meets(rect, seen)) continue
    context.fillStyle = ink.slots[rect.large.use === 'interpreter' ? 10 : rect.large.use === 'storage' ? 2 : 4] ?? ink.line
    context.fillRect(rect.x, rect.y, rect.width, rect.height)
    context.strokeStyle = ink.ground
    context.lineWidth = 1 / camera.scale
    context.strokeRect(rect.x, rect.y, rect.width, rect.height)
    if (rect.width * camera.scale > 60) label(context, ink.ground, camera.scale, 6, `${rect.large.blockBytes.toLocaleString('en')} B`, rect.x + 1.5, rect.y + 7)
  }
}

function paintMarks(context: CanvasRenderingContext2D, scene: MapScene, camera: Camera, seen: Rect): void {
  const { layout, map, ink, chosen, pointed, cursor } = scene
  const outline = (rect: Rect, color: string, width: number) => {
    context.strokeStyle = color
    context.lineWidth = width / camera.scale
    const room = width / 2 / camera.scale
    context.strokeRect(rect.x - room, rect.y - room, rect.width + 2 * room, rect.height + 2 * room)
  }
  for (const [serial, width] of [[pointed, 2], [chosen, 3]] as const) {
    if (serial === null) continue
    for (const pool of layout.pools) {
      if (!meets(pool, seen)) continue
      for (let block = 0; block < pool.pool.capacity; block += 1) {
        const at = pool.pool.firstBlock + block
        const use = map.blocks.use[at]
        if (map.blocks.owner[at] === serial && (use === BlockUse.OBJECT || use === BlockUse.STORAGE)) outline(blockRect(pool, block), ink.copper, width)
      }
    }
    for (const rect of layout.large) if (rect.large.owner === serial) outline(rect, ink.copper, width)
  }
  if (cursor !== null) outline(cursor.kind === 'large' ? cursor.large : blockRect(cursor.pool, cursor.order), ink.strong, 2)
}
