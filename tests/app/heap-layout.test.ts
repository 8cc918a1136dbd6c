// The heap picture's layout: what is drawn, and that nothing covers anything else.
import { describe, expect, it } from 'vitest'
import { layoutHeap, type Box } from '../../app/_components/heap/heap-layout.ts'
import { holdersOf } from '../../app/_components/heap/heap-model.ts'
import { snapshotOf } from './snapshot-fixture.ts'

const cycle = { 1: { type: 'Node', refs: { '.next': 2, '.name': 3 } }, 2: { type: 'Node', refs: { '.next': 1 } }, 3: { type: 'str', repr: "'a'" } }

function overlaps(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height
}

describe('heap layout', () => {
  it('draws an atom inside its holder unless a name is bound to it', () => {
    const inside = layoutHeap(snapshotOf(cycle, { a: 1 }))
    expect(inside.cards.map(({ object }) => object.serial)).toEqual([1, 2])
    expect(inside.cards[0]?.rows[1]).toMatchObject({ label: '.name', wired: false, value: { repr: "'a'" } })
    const named = layoutHeap(snapshotOf(cycle, { a: 1, text: 3 }))
    expect(named.cards.map(({ object }) => object.serial).sort()).toEqual([1, 2, 3])
  })

  it('gives every reference between cards a wire, and every name one', () => {
    const { wires } = layoutHeap(snapshotOf(cycle, { a: 1, b: 2 }))
    expect(wires.map(({ from, to, kind }) => `${from} ${to} ${kind}`).sort()).toEqual(['1 2 reference', '2 1 reference', 'null 1 name', 'null 2 name'])
  })

  it('puts unreachable objects into a region of their own, below the rest', () => {
    const garbage = { ...cycle, 1: { ...cycle[1], reachable: false }, 2: { ...cycle[2], reachable: false }, 4: { type: 'list', refs: {} } }
    const layout = layoutHeap(snapshotOf(garbage, { kept: 4 }))
    const region = layout.garbageRegion
    const kept = layout.cards.find(({ object }) => object.serial === 4)
    expect(region).not.toBeNull()
    expect(kept?.garbage).toBe(false)
    expect(region?.y).toBeGreaterThan((kept?.y ?? 0) + (kept?.height ?? 0))
    expect(layout.wires.filter(({ kind }) => kind === 'garbage')).toHaveLength(2)
  })

  it('never lets cards cover each other', () => {
    const count = 40
    const objects = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        index,
        { type: 'Node', reachable: index % 5 !== 0, refs: { '.left': (index * 7 + 1) % count, '.right': (index * 3 + 2) % count, '.n': index } },
      ]),
    )
    const { cards, names } = layoutHeap(snapshotOf(objects, { a: 1, b: 17, c: 33 }))
    const boxes: Box[] = [...cards, ...names]
    for (const [index, one] of boxes.entries()) for (const other of boxes.slice(index + 1)) expect(overlaps(one, other)).toBe(false)
  })

  it('is much narrower for a phone, and covers nothing there either', () => {
    const objects = { 1: { type: 'list', refs: { '[0]': 2, '[1]': 3 } }, 2: { type: 'Node', refs: { '.next': 3 } }, 3: { type: 'Node', refs: { '.next': 4 } }, 4: { type: 'dict', reachable: true } }
    const [usual, compact] = [false, true].map((small) => layoutHeap(snapshotOf(objects, { values: 1 }), { compact: small }))
    expect(compact?.width).toBeLessThan((usual?.width ?? 0) * 0.72)
    const boxes: Box[] = [...(compact?.cards ?? []), ...(compact?.names ?? [])]
    for (const [index, one] of boxes.entries()) for (const other of boxes.slice(index + 1)) expect(overlaps(one, other)).toBe(false)
  })

  it('says how many objects it leaves out', () => {
    const objects = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [index, { type: 'Node', refs: { '.next': index + 1 } }]))
    const layout = layoutHeap(snapshotOf(objects, { head: 0 }), { maxCards: 10 })
    expect(layout.cards).toHaveLength(10)
    expect(layout.leftOut).toBeGreaterThan(0)
  })

  it('shows classes and functions only on demand', () => {
    const snapshot = snapshotOf({ 1: { type: 'type', repr: "<class 'Node'>" }, 2: { type: 'Node', refs: { __class__: 1 } } }, { Node: 1, n: 2 })
    expect(layoutHeap(snapshot).cards).toHaveLength(1)
    expect(layoutHeap(snapshot, { showScaffolding: true }).cards).toHaveLength(2)
  })
})

describe('holders', () => {
  it('names the names and the objects that hold', () => {
    expect(holdersOf(snapshotOf(cycle, { b: 2 }), 2)).toEqual(['the name b', 'Node #1 .next'])
  })
})
