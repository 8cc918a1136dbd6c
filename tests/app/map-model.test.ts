// The map: what a search finds, and what is recommended next.
import { describe, expect, test } from 'vitest'
import { everything, isFound, recommended, type MapChallenge } from '#app/_components/map/map-model.ts'

function challenge(slug: string, change: Partial<MapChallenge> = {}): MapChallenge {
  return { slug, unit: 'u', unitTitle: 'Cycles', title: slug, summary: 'Nodes in a ring.', kind: 'code', difficulty: 1, concepts: ['getsizeof'], golf: false, state: 'untouched', medal: null, points: 0, missing: [], ...change }
}

describe('search', () => {
  test('every word must be found somewhere', () => {
    expect(isFound(challenge('a'), { ...everything, text: 'ring GETSIZEOF easy' })).toBe(true)
    expect(isFound(challenge('a'), { ...everything, text: 'ring leaks' })).toBe(false)
  })
  test('kind, difficulty and state narrow it down', () => {
    expect(isFound(challenge('a', { kind: 'cut' }), { ...everything, kind: 'cut' })).toBe(true)
    expect(isFound(challenge('a'), { ...everything, difficulty: '3' })).toBe(false)
    expect(isFound(challenge('a', { state: 'passed' }), { ...everything, state: 'open' })).toBe(false)
  })
})

describe('recommended', () => {
  test('the first one for a newcomer', () => {
    expect(recommended([challenge('a'), challenge('b')])?.slug).toBe('a')
  })
  test('what was begun comes first, then what follows the last solved one', () => {
    expect(recommended([challenge('a'), challenge('b', { state: 'passed' }), challenge('c')])?.slug).toBe('c')
    expect(recommended([challenge('a'), challenge('b', { state: 'tried' }), challenge('c', { state: 'passed' })])?.slug).toBe('b')
  })
  test('nothing whose prerequisites are open, while there is another', () => {
    expect(recommended([challenge('a', { missing: ['X'] }), challenge('b')])?.slug).toBe('b')
  })
  test('nothing when all is solved', () => {
    expect(recommended([challenge('a', { state: 'passed' })])).toBeNull()
  })
})
