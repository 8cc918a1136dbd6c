// A seeded random number generator: the same seed gives the same numbers on every machine.

/** Numbers that depend on the seed alone. */
export interface Rng {
  /** A float in [0, 1). */
  next(): number
  /** An integer in [0, count). */
  below(count: number): number
}

/** Starts a generator (mulberry32: 32 bits of state, even enough for picking test inputs). */
export function createRng(seed: number): Rng {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return { next, below: (count) => Math.floor(next() * count) }
}

/** A seed from any text (FNV-1a, 31 bits, so that it fits a database integer). */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash & 0x7fffffff
}
