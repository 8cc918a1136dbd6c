// The keyboard's cursor on the map: block by block, row by row, pool by pool.
import type { MapHit, MapLayout } from './map-layout.ts'

/** Where a key leads; undefined for a key that does not move. */
export function stepCursor(layout: MapLayout, cursor: MapHit, key: string): MapHit | undefined {
  const [first] = layout.pools
  if (!/^(Arrow(Left|Right|Up|Down)|PageUp|PageDown)$/.test(key)) return undefined
  if (cursor === null) return first === undefined ? null : { kind: 'block', pool: first, order: 0 }
  if (cursor.kind === 'large') return stepLarge(layout, cursor, key)
  const { pool, order } = cursor
  const place = layout.pools.findIndex((other) => other.pool.firstBlock === pool.pool.firstBlock)
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -pool.columns, ArrowDown: pool.columns }[key]
  const next = by === undefined ? -1 : order + by
  if (by !== undefined && next >= 0 && next < pool.pool.capacity) return { kind: 'block', pool, order: next }
  const forth = key === 'ArrowRight' || key === 'ArrowDown' || key === 'PageDown'
  const other = layout.pools[place + (forth ? 1 : -1)]
  if (other !== undefined) return { kind: 'block', pool: other, order: forth || key === 'PageUp' ? 0 : Math.max(0, other.pool.capacity - 1) }
  const [large] = layout.large
  return forth && large !== undefined ? { kind: 'large', large } : cursor
}

function stepLarge(layout: MapLayout, cursor: Extract<MapHit, { kind: 'large' }>, key: string): MapHit {
  const forth = key === 'ArrowRight' || key === 'ArrowDown' || key === 'PageDown'
  const large = layout.large[layout.large.findIndex((other) => other.large.address === cursor.large.large.address) + (forth ? 1 : -1)]
  if (large !== undefined) return { kind: 'large', large }
  const last = layout.pools.at(-1)
  return forth || last === undefined ? cursor : { kind: 'block', pool: last, order: 0 }
}
