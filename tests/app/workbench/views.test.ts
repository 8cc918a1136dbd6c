// What the views compute from plain answers of a recording.
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '#lib/engine/index.ts'
import { BlockUse } from '#lib/engine/recording-types.ts'
import { collectionFrames } from '../../../app/_components/workbench/collector/collection-frames.ts'
import { codeEnd, inlineValues } from '../../../app/_components/workbench/code/inline-values.ts'
import { compareLines, compareObjects, isDifferent } from '../../../app/_components/workbench/compare/compare-model.ts'
import { ColorBook, colorMap } from '../../../app/_components/workbench/map/map-colors.ts'
import { stepCursor } from '../../../app/_components/workbench/map/map-cursor.ts'
import { blockRect, hitTest, layoutMap } from '../../../app/_components/workbench/map/map-layout.ts'
import { pixelOf } from '../../../app/_components/workbench/map/map-paint.ts'
import { mapSvg, mostVectorBlocks } from '../../../app/_components/workbench/map/map-svg.ts'
import { describeHit, ownerOf } from '../../../app/_components/workbench/map/map-words.ts'
import { MentioningText } from '../../../app/_components/workbench/mentions.tsx'
import { changesBetween, changesSentence } from '../../../app/_components/workbench/model/changes.ts'
import { indexSnapshot } from '../../../app/_components/workbench/model/snapshot-index.ts'
import { hashOf, sharedFrom } from '../../../app/_components/workbench/share/share-link.ts'
import { pointAt, timelinePicture } from '../../../app/_components/workbench/timeline/timeline-picture.ts'
import { snapshotOf } from '../snapshot-fixture.ts'
import { collection, memoryMapOf, overview } from './recorded.ts'

describe('changes between two moments', () => {
  const before = indexSnapshot(snapshotOf({ 1: { type: 'Node', refcount: 2 }, 2: { type: 'list' } }, { a: 1, b: 2 }))
  const after = indexSnapshot(snapshotOf({ 1: { type: 'Node', refcount: 1, reachable: false }, 3: { type: 'dict' } }, { d: 3 }))

  it('are births, deaths, counts and what became unreachable', () => {
    const changes = changesBetween(before, after)
    expect([...changes.born]).toEqual([3])
    expect(changes.died.map(({ serial }) => serial)).toEqual([2])
    expect([...changes.counts]).toEqual([[1, -1]])
    expect([...changes.lost]).toEqual([1])
  })

  it('are said in a sentence', () => {
    expect(changesSentence(changesBetween(before, after), before, after)).toBe('made: dict #1; freed: list #1; unreachable now: Node #1; Node #1 has count 1 (−1)')
  })
})

describe('changes on the way back', () => {
  it('are no births and deaths', () => {
    const early = indexSnapshot({ ...snapshotOf({ 1: { type: 'Node' } }, { a: 1 }), step: 10 })
    const late = indexSnapshot({ ...snapshotOf({ 2: { type: 'list' } }, { b: 2 }), step: 20 })
    expect(changesSentence(changesBetween(late, early), late, early)).toBe('there again: Node #1; not yet made: list #1')
    expect(changesSentence(changesBetween(early, late), early, late)).toBe('made: list #1; freed: Node #1')
  })
})

describe('inline values', () => {
  const source = 'def add(one, two=2):\n    total = one + two\n    return total\n\nfor n in range(3):\n    last = add(n)\n'
  const objects = { 1: { type: 'int', repr: '5' }, 2: { type: 'int', repr: '7' } }
  const textsAt = (snapshot: Snapshot) => [...inlineValues(source, indexSnapshot(snapshot))].map(([line, values]) => [line, values.map(({ text }) => text)])

  it('stand beside the lines of the module that bind the names', () => {
    const snapshot = { ...snapshotOf(objects, { n: 1, last: 2, total: 2 }), frames: [] }
    expect(textsAt(snapshot)).toEqual([
      [5, ['n = 5']],
      [6, ['last = 7']],
    ])
  })

  it('or of the function that runs', () => {
    const bindings = (['one', 'two', 'total'] as const).map((name, order) => ({ name, target: order === 0 ? 1 : 2, kind: 'local' as const }))
    const snapshot = { ...snapshotOf(objects, { n: 1 }), frames: [{ name: 'add', file: 'main.py', line: 3, bindings, evalStack: [] }] }
    expect(textsAt(snapshot)).toEqual([
      [1, ['one = 5', 'two = 7']],
      [2, ['total = 7']],
    ])
  })
})

describe('inline values of a name that is bound twice', () => {
  const source = 'a = 1\nb = a  # "quoted" #\nb = 2\n'
  it('stand beside the line that bound it last', () => {
    const at = (line: number | null) => [...inlineValues(source, indexSnapshot({ ...snapshotOf({ 1: { type: 'int', repr: '1' } }, { a: 1, b: 1 }), line })).keys()]
    expect(at(3)).toEqual([1, 2])
    expect(at(null)).toEqual([1, 3])
  })

  it('begin where the code ends', () => {
    expect(source.split('\n').map(codeEnd)).toEqual([5, 5, 5, 0])
    expect(codeEnd('print("#1", x)   # one')).toBe(14)
  })
})

describe('timeline', () => {
  it('shows a peak that lies between two points', () => {
    const points = overview.points.map((point) => ({ ...point, liveBytes: 500 }))
    const { bytesLine } = timelinePicture({ ...overview, points }, 100, null, { width: 100, height: 76 })
    expect(bytesLine).toContain('L50 8 L51 8')
  })

  it('puts marks where their steps are', () => {
    const picture = timelinePicture(overview, 100, { step: 60, line: 9, serials: [] }, { width: 500, height: 76 })
    expect(picture.peak).toMatchObject({ x: 250, bytes: 4000 })
    expect(picture.collections).toMatchObject([{ x: 450, collected: 2 }])
    expect(picture.leakX).toBe(300)
  })

  it('knows the figures of any step', () => {
    expect(pointAt(overview.points, 0)?.liveBytes).toBe(1000)
    expect(pointAt(overview.points, 49)?.liveBytes).toBe(3000)
    expect(pointAt(overview.points, 1000)?.liveBytes).toBe(500)
  })
})

describe('memory map', () => {
  const map = memoryMapOf()
  const layout = layoutMap(map, { poolsInRow: 8, arenasInRow: 1 })
  const index = indexSnapshot(snapshotOf({ 4: { type: 'list', repr: '[1]' } }, { values: 4 }))

  it('finds the block under a point, and its object', () => {
    const [pool] = layout.pools
    if (pool === undefined) throw new Error('there is a pool')
    const rect = blockRect(pool, 1)
    const hit = hitTest(layout, rect.x + rect.width / 2, rect.y + rect.height / 2)
    expect(hit).toMatchObject({ kind: 'block', order: 1 })
    expect(ownerOf(map, hit)).toBe(4)
    expect(describeHit(map, hit, index)).toBe('0x7f0000000070: block of 64 bytes, storage of list #1 [1], made in line 3; 16 asked for, 48 lost to rounding.')
  })

  it('is drawn as vectors, block by block, unless there are too many', () => {
    const ink = { slots: Array.from({ length: 13 }, (_, slot) => `#0000${slot.toString(16).padStart(2, '0')}`), ground: '#ffffff', line: '#aaaaaa', text: '#555555', strong: '#000000', copper: '#b04010' }
    const coloring = colorMap(map, 'type', new ColorBook())
    const drawn = mapSvg(layout, coloring, ink)
    expect(drawn?.svg.match(/M[\d.]+ [\d.]+h[\d.]+v[\d.]+h-[\d.]+z/g)).toHaveLength(13)
    expect(drawn?.svg).toContain('<title>on a free list</title>')
    const [pool] = layout.pools
    if (pool === undefined) throw new Error('there is a pool')
    const crowded = { ...layout, pools: [{ ...pool, pool: { ...pool.pool, capacity: mostVectorBlocks + 1 } }] }
    expect(mapSvg(crowded, coloring, ink)).toBeNull()
  })

  it('reads colours as a built style sheet writes them', () => {
    expect(pixelOf('#fff', 255)).toBe(pixelOf('#ffffff', 255))
    expect(pixelOf('#1b5a8f', 255)).toBe(0xff8f5a1b)
  })

  it('says which free block is handed out next', () => {
    const [pool] = layout.pools
    if (pool === undefined) throw new Error('there is a pool')
    expect(describeHit(map, { kind: 'block', pool, order: 2 }, index)).toContain('the next to be handed out on its pool’s free list')
  })

  it('gives large blocks an area to scale', () => {
    const [large] = layout.large
    const [pool] = layout.pools
    if (large === undefined || pool === undefined) throw new Error('both are there')
    expect((large.width * large.height) / (pool.width * pool.height)).toBeCloseTo(8016 / 16384, 2)
  })

  it('sorts every block into one category, and keeps colours', () => {
    const book = new ColorBook()
    const byType = colorMap(map, 'type', book)
    expect(byType.categories.map(({ name, blocks }) => [name, blocks])).toEqual([
      ['list', 2],
      ['on a free list', 1],
      ['never handed out', 10],
    ])
    const slot = byType.categories[0]?.slot
    expect(colorMap(memoryMapOf([BlockUse.FREE, BlockUse.OBJECT]), 'type', book).categories.find(({ name }) => name === 'list')?.slot).toBe(slot)
    expect(colorMap(map, 'waste', book).categories.map(({ name }) => name)).toEqual(['up to 1/8 lost', 'more than half lost', 'on a free list', 'never handed out'])
    expect(colorMap(map, 'line', book).categories[0]?.name).toBe('line 3')
  })

  it('lets the arrow keys walk over blocks, pools and large blocks', () => {
    const keys = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'PageDown', 'PageDown']
    const way = keys.reduce<ReturnType<typeof stepCursor>[]>((hits, key) => [...hits, stepCursor(layout, hits.at(-1) ?? null, key)], [])
    expect(way.map((hit) => (hit?.kind === 'block' ? `${hit.pool.pool.firstBlock}+${hit.order}` : hit?.kind))).toEqual(['0+0', '0+1', '0+3', '4+0', 'large'])
    expect(stepCursor(layout, null, 'x')).toBeUndefined()
  })
})

describe('collection', () => {
  const frames = collectionFrames(collection)

  it('is played in the collector’s order, reference by reference', () => {
    expect(frames.map(({ phase }) => phase)).toEqual(['start', 'candidates', 'subtract', 'subtract', 'subtract', 'tentatively-unreachable', 'rescued', 'unreachable', 'cleared', 'cleared', 'promoted'])
    expect(frames[2]).toMatchObject({ arrow: { from: 1, to: 2, label: '.next' }, sentence: 'Node #1 .next refers to Node #2: its gc_refs goes down to 0.' })
  })

  it('moves objects between the zones', () => {
    const zones = (phase: string) => Object.fromEntries(frames.findLast((frame) => frame.phase === phase)?.tokens.map(({ object, zone }) => [object.serial, zone]) ?? [])
    expect(zones('tentatively-unreachable')).toEqual({ 1: 'candidate', 2: 'unsure', 3: 'unsure', 4: 'unsure' })
    expect(zones('rescued')).toEqual({ 1: 'candidate', 2: 'candidate', 3: 'unsure', 4: 'unsure' })
    expect(zones('cleared')).toEqual({ 1: 'candidate', 2: 'candidate', 3: 'dead', 4: 'dead' })
  })
})

describe('comparison', () => {
  it('pairs objects of two runs by the way that leads to them', () => {
    const left = indexSnapshot(snapshotOf({ 10: { type: 'Node', refs: { '.items': 11 } }, 11: { type: 'list', sizeBytes: 72 }, 12: { type: 'dict' } }, { a: 10, gone: 12 }))
    const right = indexSnapshot(snapshotOf({ 20: { type: 'Node', refs: { '.items': 21 } }, 21: { type: 'list', sizeBytes: 88 }, 22: { type: 'set' } }, { a: 20, fresh: 22 }))
    expect(compareObjects(left, right, false).filter(isDifferent).map(({ path, differs, left: one, right: other }) => [path, differs, one?.serial, other?.serial])).toEqual([
      ['gone', [], 12, undefined],
      ['a.items', ['size'], 11, 21],
      ['fresh', [], undefined, 22],
    ])
  })

  it('marks the lines of output that one side has', () => {
    expect(compareLines('a\nb\nc\n', 'a\nx\nc\nd\n').map(({ side, text }) => `${side} ${text}`)).toEqual(['both a', 'left b', 'right x', 'both c', 'right d'])
  })
})

describe('a shared link', () => {
  const shared = { source: 'print("ä", 1)\n', python: '3.14', step: 12, view: 'memory' } as const

  it('carries program, version, step and view', async () => {
    const hash = await hashOf(shared)
    expect(hash).toMatch(/^#p1\.[\w-]+$/)
    expect(await sharedFrom(hash ?? '')).toEqual(shared)
  })

  it('is nothing when it is spoilt, foreign, or unpacks to too much', async () => {
    const hash = (await hashOf(shared)) ?? ''
    expect(await sharedFrom(hash.slice(0, -6))).toBeNull()
    expect(await sharedFrom('#content')).toBeNull()
    expect(await hashOf({ ...shared, source: 'x'.repeat(2_000) })).not.toBeNull()
    const bomb = await new Response(new Blob(['['.repeat(3_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer()
    expect(await sharedFrom(`#p1.${Buffer.from(bomb).toString('base64url')}`)).toBeNull()
  })
})

describe('a sentence of the judge', () => {
  const byName = new Map([['Node #4', 9]])
  const focus = { chosen: 9, pointed: null, choose: () => undefined, point: () => undefined }

  it('has a button for every object that the views show too', () => {
    const text = '`Node` #4 is held by `Node` #7 `.next`.'
    const markup = renderToStaticMarkup(createElement(MentioningText, { text, mentions: { byName, focus } }))
    expect(markup.match(/<button[^>]*>/g)).toEqual(['<button type="button" class="object-link" title="Show it in the views" aria-pressed="true">'])
    expect(markup.replace(/<[^>]+>/g, '')).toBe('Node #4 is held by Node #7 .next.')
  })

  it('is only read where nothing has run', () => {
    expect(renderToStaticMarkup(createElement(MentioningText, { text: '`Node` #4', mentions: undefined }))).not.toContain('<button')
  })
})
