// What the browser keeps: the newest work wins, a guest's becomes the member's, and a storage that refuses breaks nothing.
import { beforeEach, expect, it, vi } from 'vitest'
import { clearPending, loadPending, loadWork, savePending, saveWork } from '../../lib/client/local-work.ts'

const kept = new Map<string, string>()
let full = false

beforeEach(() => {
  kept.clear()
  full = false
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => kept.delete(key),
  })
})

it('gives back what was kept, by owner and challenge', () => {
  saveWork('guest', 'slots', 'a', 1)
  expect(loadWork('guest', 'slots')).toEqual({ source: 'a', savedAt: 1 })
  expect(loadWork('guest', 'other')).toBeNull()
})

it('hands a guest’s newer work to the member who signs in, once', () => {
  saveWork('member', 'slots', 'old', 1)
  saveWork('guest', 'slots', 'new', 2)
  expect(loadWork('member', 'slots')?.source).toBe('new')
  expect(loadWork('guest', 'slots')).toBeNull()
  expect(loadWork('other', 'slots')).toBeNull()
})

it('keeps a member’s newer work', () => {
  saveWork('guest', 'slots', 'old', 1)
  saveWork('member', 'slots', 'new', 2)
  expect(loadWork('member', 'slots')?.source).toBe('new')
})

it('says when the browser refuses, and loses nothing that was there', () => {
  saveWork('guest', 'slots', 'a', 1)
  full = true
  expect(saveWork('guest', 'slots', 'b', 2)).toBe(false)
  expect(loadWork('member', 'slots')?.source).toBe('a')
  expect(loadWork('guest', 'slots')?.source).toBe('a')
})

it('finds a guest’s unanswered submission after signing in', () => {
  const pending = { requestId: 'r', challengeVersionId: 'v', source: 's' }
  savePending('guest', 'slots', pending)
  expect(loadPending('member', 'slots')).toEqual(pending)
  clearPending('member', 'slots')
  expect(loadPending('member', 'slots')).toBeNull()
})

it('ignores what is broken', () => {
  kept.set('pyarena:work:guest:slots', '{"source": 1')
  kept.set('pyarena:pending:guest:slots', '[]')
  expect(loadWork('guest', 'slots')).toBeNull()
  expect(loadPending('guest', 'slots')).toBeNull()
})
