// Golden drawings: the views of fixed moments, element by element. `npx vitest run tests/app/workbench -u` writes them anew; look at them before you commit.
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { CollectionView, Inspection, ReferenceHistory } from '#lib/engine/index.ts'
import { CodeLines } from '../../../app/_components/workbench/code/code-lines.tsx'
import { collectionFrames } from '../../../app/_components/workbench/collector/collection-frames.ts'
import { CollectionSvg } from '../../../app/_components/workbench/collector/collection-svg.tsx'
import { GenerationLanes } from '../../../app/_components/workbench/collector/generation-lanes.tsx'
import { Comparison } from '../../../app/_components/workbench/compare/compare-view.tsx'
import { ConsolePanel } from '../../../app/_components/workbench/console-panel.tsx'
import { graphPicture } from '../../../app/_components/workbench/graph/graph-picture.ts'
import { GraphSvg } from '../../../app/_components/workbench/graph/graph-svg.tsx'
import { InspectorView } from '../../../app/_components/workbench/inspector/inspector-view.tsx'
import { ColorBook, colorMap } from '../../../app/_components/workbench/map/map-colors.ts'
import { layoutMap } from '../../../app/_components/workbench/map/map-layout.ts'
import { mapSvg } from '../../../app/_components/workbench/map/map-svg.ts'
import { changesBetween } from '../../../app/_components/workbench/model/changes.ts'
import { indexSnapshot } from '../../../app/_components/workbench/model/snapshot-index.ts'
import { OutlineTable } from '../../../app/_components/workbench/outline/outline-table.tsx'
import { timelinePicture } from '../../../app/_components/workbench/timeline/timeline-picture.ts'
import { TimelineSvg } from '../../../app/_components/workbench/timeline/timeline-svg.tsx'
import { snapshotOf } from '../snapshot-fixture.ts'
import { collection, memoryMapOf, overview } from './recorded.ts'

const still = { chosen: 1, pointed: null, choose: () => undefined, point: () => undefined }

const before = snapshotOf(
  { 1: { type: 'Node', refcount: 2, refs: { '.next': 2, '.name': 3 } }, 2: { type: 'Node', refcount: 2, refs: { '.next': 1 } }, 3: { type: 'str', repr: "'a'" }, 4: { type: 'list', repr: '[1]', refs: { '[0]': 5 } }, 5: { type: 'int', repr: '1', refcount: null } },
  { a: 1, b: 2, values: 4 },
)
const after = snapshotOf(
  {
    1: { type: 'Node', reachable: false, refs: { '.next': 2, '.name': 3 } },
    2: { type: 'Node', reachable: false, refs: { '.next': 1 } },
    3: { type: 'str', repr: "'a'" },
    4: { type: 'list', repr: '[1, {…}]', refcount: 1, sizeBytes: 72, refs: { '[0]': 5, '[1]': 6 } },
    5: { type: 'int', repr: '1', refcount: null, sizeBytes: 28 },
    6: { type: 'dict', repr: '{}', sizeBytes: 64 },
  },
  { values: 4 },
)

async function golden(name: string, element: ReactElement): Promise<void> {
  await goldenText(name, renderToStaticMarkup(element))
}

async function goldenText(name: string, markup: string): Promise<void> {
  // One element a line: a change shows as the lines that changed.
  await expect(markup.replaceAll('><', '>\n<')).toMatchFileSnapshot(`golden/${name}.html`)
}

describe('drawings', () => {
  it('graph: names, a list, and a cycle', async () => {
    await golden('graph', createElement(GraphSvg, { picture: graphPicture(indexSnapshot(before)), label: 'Names and objects', chosen: 1 }))
  })

  it('graph: a step later the cycle is garbage, a dict is born and counts have changed', async () => {
    const [one, other] = [indexSnapshot(before), indexSnapshot(after)]
    await golden('graph-changes', createElement(GraphSvg, { picture: graphPicture(other), changes: changesBetween(one, other), label: 'Names and objects' }))
  })

  it('outline: every object with its count and its holders', async () => {
    await golden('outline', createElement(OutlineTable, { index: indexSnapshot(after), focus: still }))
  })

  it('timeline: curves, collections, output, the leak', async () => {
    const size = { width: 600, height: 76 }
    await golden('timeline', createElement(TimelineSvg, { picture: timelinePicture(overview, 100, { step: 60, line: 9, serials: [1, 2] }, size), size }))
  })

  it('collector: the lanes', async () => {
    await golden('lanes', createElement(GenerationLanes, { index: indexSnapshot(before), focus: still }))
  })

  it('collector: a cycle is found unreachable', async () => {
    const frames = collectionFrames(collection satisfies CollectionView)
    const frame = frames.find(({ phase }) => phase === 'unreachable')
    if (frame === undefined) throw new Error('the collection finds garbage')
    await golden('collection', createElement(CollectionSvg, { frame, focus: still }))
  })

  it('inspector: parts, words, holders, path, history', async () => {
    const index = indexSnapshot(before)
    const object = index.bySerial.get(4)
    if (object === undefined) throw new Error('the list is there')
    const lifetime: Inspection['lifetime'] = { serial: 4, type: 'list', bornStep: 5, bornLine: 3, diedStep: null, diedLine: null, collection: null, cause: 'alive at the end' }
    const inspection: Inspection = {
      step: 40,
      object,
      parts: [
        { label: 'GC header', bytes: 16, counted: true },
        { label: 'object header', bytes: 16, counted: true },
        { label: 'items', bytes: 8, counted: true },
        { label: 'rounding', bytes: 8, counted: false },
      ],
      blocks: [
        {
          role: 'object',
          address: object.address,
          requestedBytes: 56,
          blockBytes: 64,
          omittedWords: 0,
          words: [
            { address: object.address, offset: 0, bytes: 8, hex: '0x1', label: 'ob_refcnt', meaning: '1 reference', target: null },
            { address: object.address + 8, offset: 8, bytes: 8, hex: null, label: 'ob_type', meaning: 'the type', target: null },
            { address: object.address + 16, offset: 16, bytes: 8, hex: '0x7f3a1c004140', label: 'ob_item[0]', meaning: '→ 1', target: 5 },
          ],
        },
      ],
      holders: [{ serial: null, holder: 'module `__main__`', label: 'values' }],
      heldByInterpreter: 0,
      rootPath: [{ label: 'values', serial: 4 }],
      sentence: '`list` #1 is still alive: refcount 1, held by module `__main__` as `values`.',
      lifetime,
    }
    const history: ReferenceHistory = {
      serial: 4,
      isCut: false,
      events: [
        { step: 6, at: 5, line: 3, instruction: 'BUILD_LIST', delta: 1, count: 1, gained: ['evaluation stack'], lost: [] },
        { step: 7, at: 6, line: 3, instruction: 'STORE_NAME', delta: 0, count: 1, gained: ['name `values`'], lost: ['evaluation stack'] },
      ],
    }
    const nothing = () => undefined
    await golden('inspector', createElement(InspectorView, { serial: 4, inspection, lifetime, history, index, lastStep: 100, focus: still, onStep: nothing, onLine: nothing }))
  })

  it('memory map: arena, pools, blocks by what they are for, a large block', async () => {
    const map = memoryMapOf()
    const ink = { slots: Array.from({ length: 13 }, (_, slot) => `#slot${slot}`), ground: '#ground', line: '#line', text: '#text', strong: '#strong', copper: '#copper' }
    await goldenText('map', mapSvg(layoutMap(map, { poolsInRow: 8, arenasInRow: 1 }), colorMap(map, 'use', new ColorBook()), ink)?.svg ?? '')
  })

  it('comparison: figures, output, the objects that differ, both graphs', async () => {
    const [one, other] = [indexSnapshot({ ...before, stdout: 'same\nbefore\n' }), indexSnapshot({ ...after, stdout: 'same\nafter\n' })]
    await golden('comparison', createElement(Comparison, { reference: { title: 'Pinned', index: one }, moment: { index: other }, title: 'Here', isSameRun: true, focus: still }))
  })

  it('console: output, and a traceback whose line leads into the program', async () => {
    const traceback = 'Traceback (most recent call last):\n  File "main.py", line 3, in <module>\n    1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n'
    const bench = { output: [{ stream: 'stdout' as const, text: 'one\n' }, { stream: 'stderr' as const, text: traceback }], phase: 'done' as const, failure: null, run: null, moment: null }
    await golden('console', createElement(ConsolePanel, { bench, onLine: () => undefined }))
  })

  it('code: the current line, values, marks and a breakpoint', async () => {
    const notes = { currentLine: 2, values: new Map([[1, [{ text: 'a = [1]', serial: 1 }]]]), focus: still, marks: new Map([[1, { made: 1, freed: 0 }], [2, { made: 0, freed: 2 }]]), breakpoints: new Set([2]), onBreakpoint: () => undefined }
    await golden('code', createElement(CodeLines, { source: 'a = [1]  # a list\ndel a\nprint("x", 10)\n', notes, label: 'Program' }))
  })
})
