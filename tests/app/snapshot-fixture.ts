// Snapshots written by hand, in few words, for tests of the views.
import type { ObjectView, Snapshot } from '#lib/engine/index.ts'

/** An object in few words: its type, value, count, and references by label. */
export interface ObjectSketch {
  readonly type: string
  /** Else the next one of its type. */
  readonly ordinal?: number
  readonly repr?: string
  readonly refcount?: number | null
  readonly sizeBytes?: number
  readonly reachable?: boolean
  readonly refs?: Readonly<Record<string, number>>
}

/** A snapshot of objects (by serial) and global names. */
export function snapshotOf(objects: Readonly<Record<number, ObjectSketch>>, globals: Readonly<Record<string, number>> = {}): Snapshot {
  const made = new Map<string, number>()
  const views = Object.entries(objects).map(([key, sketch]): ObjectView => {
    const serial = Number(key)
    const ordinal = sketch.ordinal ?? (made.get(sketch.type) ?? 0) + 1
    made.set(sketch.type, ordinal)
    return {
      serial,
      address: 0x7f3a_1c00_4000 + serial * 0x40,
      type: sketch.type,
      ordinal,
      repr: sketch.repr ?? `<${sketch.type} object>`,
      refcount: sketch.refcount === undefined ? 1 : sketch.refcount,
      sizeBytes: sketch.sizeBytes ?? 48,
      blockBytes: sketch.sizeBytes ?? 48,
      generation: 0,
      reachable: sketch.reachable ?? true,
      line: 1,
      references: Object.entries(sketch.refs ?? {}).map(([label, target]) => ({ label, target })),
    }
  })
  return {
    python: '3.13.0',
    step: 0,
    line: null,
    frames: [],
    globals: Object.entries(globals).map(([name, target]) => ({ name, target, kind: 'global' as const })),
    objects: views,
    gc: { enabled: true, counts: [3, 0, 0], thresholds: [2000, 10, 0] },
    stdout: '',
    metrics: { steps: 0, allocations: 0, frees: 0, liveBytes: 0, peakBytes: 0, collections: 0, sourceChars: 0 },
  }
}
