// The graph of names and objects: what is drawn, that nothing covers anything else, and that nothing moves from step to step.
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import ELK from 'elkjs/lib/elk.bundled.js'
import { elkGraph, placesFrom } from '../../../app/_components/workbench/graph/elk-graph.ts'
import { paintGraph } from '../../../app/_components/workbench/graph/graph-paint.ts'
import { GraphSvg } from '../../../app/_components/workbench/graph/graph-svg.tsx'
import { graphPicture, graphStructure, placedPicture, placesAfter } from '../../../app/_components/workbench/graph/graph-picture.ts'
import { plainOptions, sizes, type Box, type CardNode, type GraphPicture } from '../../../app/_components/workbench/graph/graph-types.ts'
import { nodeToward } from '../../../app/_components/workbench/graph/move-focus.ts'
import { indexSnapshot } from '../../../app/_components/workbench/model/snapshot-index.ts'
import { snapshotOf, type ObjectSketch } from '../snapshot-fixture.ts'

const cycle = { 1: { type: 'Node', refs: { '.next': 2, '.name': 3 } }, 2: { type: 'Node', refs: { '.next': 1 } }, 3: { type: 'str', repr: "'a'" } }

function pictureOf(objects: Readonly<Record<number, ObjectSketch>>, globals: Readonly<Record<string, number>> = {}, options = plainOptions): GraphPicture {
  return graphPicture(indexSnapshot(snapshotOf(objects, globals)), new Map(), options)
}

const cardsOf = (picture: GraphPicture) => picture.nodes.filter((node): node is CardNode => node.kind === 'card')
const serialsOf = (picture: GraphPicture) => cardsOf(picture).map(({ object }) => object.serial)

function overlaps(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height
}

describe('graph', () => {
  it('draws a number or text inside its holder unless a name is bound to it', () => {
    const inside = pictureOf(cycle, { a: 1 })
    expect(serialsOf(inside)).toEqual([1, 2])
    expect(cardsOf(inside)[0]?.rows[1]).toMatchObject({ label: '.name', to: null, value: { text: "'a'" } })
    expect(serialsOf(pictureOf(cycle, { a: 1, text: 3 })).toSorted()).toEqual([1, 2, 3])
  })

  it('gives every reference between cards a wire, and every name one', () => {
    const { wires } = pictureOf(cycle, { a: 1, b: 2 })
    expect(wires.map(({ from, to, kind }) => `${from} ${to} ${kind}`).toSorted()).toEqual([
      'f:globals o:1 name',
      'f:globals o:2 name',
      'o:1 o:2 reference',
      'o:2 o:1 reference',
    ])
  })

  it('marks what is unreachable where it stands', () => {
    const picture = pictureOf({ ...cycle, 1: { ...cycle[1], reachable: false }, 2: { ...cycle[2], reachable: false }, 4: { type: 'list' } }, { kept: 4 })
    expect(cardsOf(picture).map(({ object, garbage }) => [object.serial, garbage])).toEqual([
      [4, false],
      [1, true],
      [2, true],
    ])
    expect(picture.wires.filter(({ kind }) => kind === 'garbage')).toHaveLength(2)
  })

  it('never lets nodes cover each other', () => {
    const count = 60
    const objects = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        index,
        { type: 'Node', reachable: index % 5 !== 0, refs: { '.left': (index * 7 + 1) % count, '.right': (index * 3 + 2) % count, '.n': index } },
      ]),
    )
    const { nodes } = pictureOf(objects, { a: 1, b: 17, c: 33 })
    for (const [index, one] of nodes.entries()) for (const other of nodes.slice(index + 1)) expect(overlaps(one, other)).toBe(false)
  })

  it('leaves everything where it was when objects come, grow, become garbage and go', () => {
    const moments: readonly [Readonly<Record<number, ObjectSketch>>, Readonly<Record<string, number>>][] = [
      [{ 1: { type: 'Node' } }, { a: 1 }],
      [{ 1: { type: 'Node' }, 2: { type: 'Node' } }, { a: 1, b: 2 }],
      [{ 1: { type: 'Node', refs: { '.next': 2, '.items': 4 } }, 2: { type: 'Node', refs: { '.next': 1 } }, 4: { type: 'list' } }, { a: 1, b: 2 }],
      [{ 1: { type: 'Node', reachable: false, refs: { '.next': 2 } }, 2: { type: 'Node', reachable: false, refs: { '.next': 1 } }, 5: { type: 'dict' } }, { d: 5 }],
      [{ 5: { type: 'dict' } }, { d: 5 }],
    ]
    let places = new Map() as ReturnType<typeof placesAfter>
    const seen = new Map<string, string>()
    for (const [objects, globals] of [...moments, ...moments.toReversed()]) {
      const picture = graphPicture(indexSnapshot(snapshotOf(objects, globals)), places)
      places = placesAfter(picture, places)
      for (const { key, x, y } of cardsOf(picture)) {
        expect(`${x},${y}`, key).toBe(seen.get(key) ?? `${x},${y}`)
        seen.set(key, `${x},${y}`)
      }
    }
    expect(seen.size).toBe(4)
  })

  it('shows classes and functions only on demand', () => {
    const objects = { 1: { type: 'type', repr: "<class 'Node'>" }, 2: { type: 'Node', refs: { __class__: 1 } } }
    expect(serialsOf(pictureOf(objects, { Node: 1, n: 2 }))).toEqual([2])
    expect(serialsOf(pictureOf(objects, { Node: 1, n: 2 }, { ...plainOptions, showCode: true }))).toEqual([1, 2])
  })

  it('hides what only a folded container leads to, and says how much', () => {
    const objects = { 1: { type: 'list', refs: { '[0]': 2, '[1]': 3 } }, 2: { type: 'Node' }, 3: { type: 'Node' } }
    const folded = pictureOf(objects, { items: 1, other: 3 }, { ...plainOptions, folds: new Map([[1, 'folded' as const]]) })
    expect(serialsOf(folded)).toEqual([1, 3])
    expect(cardsOf(folded)[0]).toMatchObject({ rows: [], moreRows: 2 })
  })

  it('calls an object by its number among those that the program made, whoever has died since', () => {
    const picture = pictureOf({ 2: { type: 'Node', ordinal: 2 }, 5: { type: 'str', repr: "'a'", ordinal: 7 } }, { b: 2, text: 5 })
    expect(cardsOf(picture).map(({ name }) => name)).toEqual(['Node #2', 'str'])
  })

  it('lets arrow keys walk from card to card', () => {
    const { nodes } = pictureOf(cycle, { a: 1 })
    const [first, second] = nodes.filter(({ kind }) => kind === 'card')
    if (first === undefined || second === undefined) throw new Error('two cards are drawn')
    expect(nodeToward(nodes, first, 'ArrowRight')?.key).toBe(second.key)
    expect(nodeToward(nodes, second, 'ArrowLeft')?.key).toBe(first.key)
    expect(nodeToward(nodes, second, 'ArrowRight')).toBeNull()
  })
})

describe('painted', () => {
  /** The words that a canvas was asked to write, and how it was moved for each. */
  function painted(picture: GraphPicture, zoom = 1, sight = { left: 0, top: 0, width: 2_000, height: 2_000, ratio: 1 }) {
    const words: string[] = []
    const nothing = () => undefined
    const known: Record<string, unknown> = { canvas: { width: sight.width, height: sight.height }, fillText: (text: string) => words.push(text) }
    const context = new Proxy(known, { get: (target, name) => target[String(name)] ?? nothing, set: () => true }) as unknown as CanvasRenderingContext2D
    const ink = { fill: '#000', stroke: null, lineWidth: 1, dash: [], font: '', opacity: 1 }
    paintGraph(context, { picture, chosen: 1, zoom }, sight, { of: () => ink, hatch: () => '#000' })
    return words
  }

  vi.stubGlobal('Path2D', class {})

  it('a moment has the very words of the drawn one', () => {
    const picture = pictureOf({ ...cycle, 4: { type: 'list', refcount: null, reachable: false } }, { a: 1, text: 3 })
    const markup = renderToStaticMarkup(createElement(GraphSvg, { picture, label: '' })).replace(/<title>.*?<\/title>/g, '')
    const drawn = [...markup.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text.replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
    expect(painted(picture).toSorted()).toEqual(drawn.toSorted())
  })

  it('only what is in sight is painted', () => {
    const picture = pictureOf(cycle, { a: 1 })
    expect(painted(picture)).toContain('.next')
    expect(painted(picture, 1, { left: 5_000, top: 0, width: 300, height: 300, ratio: 1 })).toEqual([])
  })
})

describe('many objects', () => {
  const count = 10_000
  const chain: Record<number, ObjectSketch> = { 0: { type: 'list', refs: { '[0]': 1, '[1]': count } } }
  for (let serial = 1; serial <= count; serial += 1) chain[serial] = { type: serial % 2 === 0 ? 'Node' : 'Leaf', refs: serial < count / 2 || serial === count ? { '.next': (serial % count) + 1 } : {} }
  for (let serial = count / 2 + 1; serial < count; serial += 1) chain[serial] = { type: 'Orphan', reachable: false }
  const snapshot = snapshotOf(chain, { items: 0, tail: count })
  const groupsBy = (grouping: 'type' | 'owner' | 'dominator', openGroups: readonly string[] = []) => {
    const picture = graphPicture(indexSnapshot(snapshot), new Map(), { ...plainOptions, grouping, openGroups: new Set(openGroups) })
    return { picture, groups: picture.nodes.flatMap((node) => (node.kind === 'group' ? [[node.title, node.count, node.garbageCount]] : [])) }
  }

  it('stand in groups of their type', () => {
    const { picture, groups } = groupsBy('type')
    expect(groups).toEqual([
      ['Leaf', 2500, 0],
      ['Node', 2500, 0],
      ['Orphan', 4999, 4999],
    ])
    expect(picture.nodes.length).toBeLessThan(20)
    expect(picture.grouped).toBe(true)
  })

  it('or of the name that leads to them', () => {
    expect(groupsBy('owner').groups).toEqual([
      ['through items', 5000, 0],
      ['not reachable from a name', 4999, 4999],
    ])
  })

  it('or of what alone keeps them alive', () => {
    const { groups } = groupsBy('dominator')
    expect(groups).toEqual([
      ['only through Leaf #1', 4999, 0],
      ['unreachable', 4999, 4999],
    ])
    const owned = snapshotOf({ ...chain, 0: { type: 'list', refs: { '[0]': 1 } }, [count]: { type: 'Leaf' } }, { items: 0, tail: count })
    const picture = graphPicture(indexSnapshot(owned), new Map(), { ...plainOptions, grouping: 'dominator' })
    expect(picture.nodes.flatMap((node) => (node.kind === 'group' ? [node.title] : []))).toContain('only through list #1')
  })

  it('a group opens to its first members', () => {
    const { picture } = groupsBy('type', ['g:Leaf'])
    expect(cardsOf(picture).filter(({ object }) => object.type === 'Leaf')).toHaveLength(40)
    expect(picture.nodes.find(({ key }) => key === 'g:Leaf')).toMatchObject({ open: true, count: 2460 })
  })
})

describe('layout engine', () => {
  it('places everything beside the frames, without overlaps, and garbage too', async () => {
    const count = 30
    const objects = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [index, { type: 'Node', reachable: index < 20, refs: { '.left': (index * 7 + 1) % 20, '.right': index < 20 ? (index * 3 + 2) % 20 : 20 + ((index + 1) % 10) } }]),
    )
    const structure = graphStructure(indexSnapshot(snapshotOf(objects, { a: 1, b: 17, c: 3 })))
    const request = { id: 1, nodes: structure.sized, links: structure.links, origin: { x: sizes.margin, y: sizes.margin }, spacing: { row: sizes.rowGap, column: sizes.columnGap } }
    const places = new Map(placesFrom(await new ELK().layout(elkGraph(request)), request.origin))
    const { nodes } = placedPicture(structure, places)
    for (const [index, one] of nodes.entries()) for (const other of nodes.slice(index + 1)) expect(overlaps(one, other)).toBe(false)
    for (const { key, kind, x, y } of nodes) if (kind === 'card') expect({ x, y }, key).toEqual(places.get(key))
    expect(Math.min(...nodes.flatMap(({ kind, x }) => (kind === 'card' ? [x] : [])))).toBeGreaterThan(sizes.margin + sizes.frameWidth)
  })
})
