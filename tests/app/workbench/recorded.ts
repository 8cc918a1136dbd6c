// Answers of a recording in few words, for tests of the views.
import type { CollectionView, MemoryMap, Overview } from '#lib/engine/index.ts'
import { BlockUse } from '#lib/engine/recording-types.ts'

export const overview: Overview = {
  points: [
    { step: 0, line: 1, depth: 1, liveBytes: 1000, peakBytes: 1000, liveObjects: 10, collections: 0 },
    { step: 20, line: 3, depth: 1, liveBytes: 3000, peakBytes: 3000, liveObjects: 30, collections: 0 },
    { step: 50, line: 5, depth: 2, liveBytes: 4000, peakBytes: 4000, liveObjects: 20, collections: 0 },
    { step: 90, line: 9, depth: 1, liveBytes: 500, peakBytes: 4000, liveObjects: 5, collections: 1 },
  ],
  lines: [],
  peakStep: 50,
  peakBytes: 4000,
  collections: [{ index: 0, step: 90, line: 9, generation: 2, trigger: 'call', candidates: 12, collected: 2, survivors: 10 }],
  collectionCount: 1,
  outputs: [{ step: 30, line: 4, length: 3 }],
}

const node = (serial: number, refcount: number, outsideReferences: number) => ({ serial, type: 'Node', ordinal: serial, repr: '<Node>', refcount, outsideReferences, generation: 0 as const })

/** A held object that holds another, and a cycle that nothing holds. */
export const collection: CollectionView = {
  mark: { index: 0, step: 90, line: 9, generation: 0, trigger: 'call', candidates: 4, collected: 2, survivors: 2 },
  objects: [node(1, 1, 1), node(2, 1, 0), node(3, 1, 0), node(4, 1, 0)],
  counts: [4, 0, 0],
  thresholds: [2000, 10, 10],
  phases: [
    { kind: 'candidates', objects: [1, 2, 3, 4].map((serial) => ({ serial, gcRefs: 1 })) },
    {
      kind: 'subtract',
      references: [
        { from: 1, to: 2, label: '.next', gcRefs: 0 },
        { from: 3, to: 4, label: '.next', gcRefs: 0 },
        { from: 4, to: 3, label: '.next', gcRefs: 0 },
      ],
    },
    { kind: 'tentatively-unreachable', serials: [2, 3, 4] },
    { kind: 'rescued', serials: [{ serial: 2, from: 1 }] },
    { kind: 'unreachable', serials: [3, 4] },
    { kind: 'weak-references', cleared: [], callbacks: [] },
    { kind: 'finalizers', called: [] },
    { kind: 'resurrected', serials: [] },
    { kind: 'cleared', cleared: [3, 4], died: [3, 4] },
    { kind: 'promoted', serials: [1, 2], toGeneration: 1 },
  ],
}

/** One arena with a pool of four blocks and one of nine, and a large block. */
export function memoryMapOf(uses: readonly number[] = [BlockUse.OBJECT, BlockUse.STORAGE, BlockUse.FREE, BlockUse.UNTOUCHED]): MemoryMap {
  const blocks = 13
  const use = new Uint8Array(blocks)
  uses.forEach((value, block) => {
    use[block] = value
  })
  return {
    step: 10,
    arenas: [
      {
        address: 0x7f00_0000_0000,
        poolCapacity: 64,
        pools: [
          { address: 0x7f00_0000_0000, blockBytes: 64, capacity: 4, used: 2, firstBlock: 0 },
          { address: 0x7f00_0000_4000, blockBytes: 32, capacity: 9, used: 0, firstBlock: 4 },
        ],
      },
    ],
    blocks: {
      use,
      owner: Int32Array.from({ length: blocks }, (_, block) => [4, 4, 1][block] ?? 0),
      requested: Uint16Array.from({ length: blocks }, (_, block) => [56, 16][block] ?? 0),
      line: Int32Array.from({ length: blocks }, (_, block) => (block < 2 ? 3 : 0)),
      type: Uint16Array.from({ length: blocks }, (_, block) => (block < 2 ? 1 : 0)),
    },
    types: ['', 'list'],
    large: [{ address: 0x7f10_0000_0010, requestedBytes: 8000, blockBytes: 8016, owner: 4, use: 'storage' }],
    poolHeaderBytes: 48,
    totals: { arenaBytes: 1 << 20, usedBytes: 128, requestedBytes: 72, freeBytes: 64, untouchedBytes: 64, largeBytes: 8016 },
  }
}
