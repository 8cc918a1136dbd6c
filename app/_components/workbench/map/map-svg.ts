// The memory map as an svg text: every block a part of a path of its colour, as long as there are not too many of them. Pure.
import type { Coloring } from './map-colors.ts'
import type { MapInk } from './map-paint.ts'
import { blockRect, type MapLayout, type PlacedPool } from './map-layout.ts'
import { drawingOf, escaped, num as rounded, type Drawing } from '../share/svg-text.ts'

/** More blocks than this make a file that no program opens gladly. */
export const mostVectorBlocks = 200_000

const margin = 8
const scale = 2

/** The map, or null when it has too many blocks. */
export function mapSvg(layout: MapLayout, coloring: Coloring, ink: MapInk): Drawing | null {
  const blocks = layout.pools.reduce((sum, { pool }) => sum + pool.capacity, 0)
  if (blocks > mostVectorBlocks) return null
  const [width, height] = [Math.ceil((layout.width + 2 * margin) * scale), Math.ceil((layout.height + 2 * margin) * scale)]
  const parts = [`<rect width="${width}" height="${height}" fill="${ink.ground}"/><g transform="scale(${scale}) translate(${margin} ${margin})" font-family="JetBrains Mono Variable, monospace">`]
  for (const { arena, order, x, y, width: w, height: h } of layout.arenas) {
    parts.push(`<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" fill="none" stroke="${ink.line}" stroke-width="0.5"/>`)
    parts.push(text(x + 3, y + 8.5, 7, ink.text, `arena ${order + 1}: 0x${arena.address.toString(16)}, ${arena.pools.length} of ${arena.poolCapacity} pools`))
  }
  for (const { pool, x, y, width: w, height: h } of layout.pools) {
    parts.push(`<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" fill="${ink.slots[9] ?? ink.line}"/>`)
    parts.push(text(x, y - 1.4, 3.6, ink.text, pool.blockBytes === 0 ? 'free pool' : `${pool.blockBytes} B ${pool.used}/${pool.capacity}`))
  }
  coloring.categories.forEach(({ name, slot }, category) => {
    const path = layout.pools.map((placed) => blocksOf(placed, coloring.ofBlock, category)).join('')
    if (path !== '') parts.push(`<path fill="${ink.slots[slot] ?? ink.line}" d="${path}"><title>${escaped(name)}</title></path>`)
  })
  if (layout.largeTop !== null) parts.push(text(3, layout.largeTop + 8.5, 7, ink.text, 'larger than 512 bytes: straight from malloc'))
  for (const { large, x, y, width: w, height: h } of layout.large) {
    const color = ink.slots[large.use === 'interpreter' ? 10 : large.use === 'storage' ? 2 : 4] ?? ink.line
    parts.push(`<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" fill="${color}"><title>${large.blockBytes} bytes</title></rect>`)
  }
  return drawingOf(width, height, `${parts.join('')}</g>`)
}

/** The blocks of one category in a pool, block by block. */
function blocksOf(placed: PlacedPool, ofBlock: Uint8Array, category: number): string {
  const { pool, columns, rows, width, height } = placed
  const gap = Math.min(0.4, width / columns / 8)
  const [w, h] = [num(width / columns - gap), num(height / rows - gap)]
  let path = ''
  for (let block = 0; block < pool.capacity; block += 1) {
    if (ofBlock[pool.firstBlock + block] !== category) continue
    const { x, y } = blockRect(placed, block)
    path += `M${num(x)} ${num(y)}h${w}v${h}h-${w}z`
  }
  return path
}

function text(x: number, y: number, size: number, color: string, words: string): string {
  return `<text x="${num(x)}" y="${num(y)}" font-size="${size}" fill="${color}">${escaped(words)}</text>`
}

const num = (value: number) => rounded(value, 2)
