// One block of the map in words: for the line below the map, and for people who listen.
import type { MemoryMap } from '#lib/engine/index.ts'
import { BlockUse } from '#lib/engine/recording-types.ts'
import { hex } from '../../heap/heap-model.ts'
import { nameOf, type SnapshotIndex } from '../model/snapshot-index.ts'
import type { MapHit } from './map-layout.ts'

/** The object that a place on the map belongs to. */
export function ownerOf(map: MemoryMap, hit: MapHit): number | null {
  if (hit === null) return null
  if (hit.kind === 'large') return hit.large.large.owner
  const block = hit.pool.pool.firstBlock + hit.order
  const use = map.blocks.use[block]
  return use === BlockUse.OBJECT || use === BlockUse.STORAGE ? (map.blocks.owner[block] ?? null) : null
}

/** What is there. */
export function describeHit(map: MemoryMap, hit: MapHit, index: SnapshotIndex): string {
  if (hit === null) return 'Point at a block, or walk over the blocks with the arrow keys.'
  if (hit.kind === 'large') {
    const { address, requestedBytes, blockBytes, owner, use } = hit.large.large
    return `${hex(address)}: ${blockBytes.toLocaleString('en')} bytes from malloc, ${requestedBytes.toLocaleString('en')} asked for; ${use === 'interpreter' ? 'the interpreter’s' : `${use === 'storage' ? 'storage of ' : ''}${ownerName(owner, index)}`}.`
  }
  const { pool, order } = hit
  const { blockBytes, address, firstBlock } = pool.pool
  const block = firstBlock + order
  const start = `${hex(address + map.poolHeaderBytes + order * blockBytes)}: block of ${blockBytes} bytes`
  const { use, owner, requested, line } = map.blocks
  switch (use[block]) {
    case BlockUse.UNTOUCHED:
      return `${start}, never handed out.`
    case BlockUse.FREE:
      return `${start}, free: ${place(owner[block] ?? 0)} on its pool’s free list.`
    case BlockUse.KEPT:
      return `${start}, of a dead object, kept for the next one of its type.`
    case BlockUse.INTERPRETER:
      return `${start}, the interpreter’s own.`
    default: {
      const asked = requested[block] ?? 0
      const lost = blockBytes - asked
      const made = line[block] ? `, made in line ${line[block]}` : ''
      return `${start}, ${use[block] === BlockUse.STORAGE ? 'storage of ' : ''}${ownerName(owner[block] ?? null, index)}${made}; ${asked} asked for${lost > 0 ? `, ${lost} lost to rounding` : ''}.`
    }
  }
}

function ownerName(serial: number | null, index: SnapshotIndex): string {
  const object = serial === null ? undefined : index.bySerial.get(serial)
  return object === undefined ? 'an object of the interpreter' : `${nameOf(object)} ${object.repr.length < 24 ? object.repr : ''}`.trim()
}

function place(order: number): string {
  return order === 1 ? 'the next to be handed out' : `number ${order}`
}
