// Where things lie in the simulated process. Blocks are counted in units of 16 bytes, so that every address fits a small integer of the host.

/** Bytes per unit of a block number: pymalloc's ALIGNMENT. */
export const BLOCK_UNIT = 16;

/** Address of block 0. */
export const ADDRESS_BASE = 0x7f1000000000;

/** Static objects (small ints, singletons, built-in types …) lie below the heap, from here upwards. */
export const STATIC_START = 1 << 12;

/** malloc's heap (requests over 512 bytes) grows upwards from here; what malloc maps for very large requests lies downwards from MAPPED_TOP. */
export const MALLOC_START = 1 << 27;
export const MAPPED_TOP = 1 << 29;

/** Arenas are mmap'ed downwards from here, as Linux places them. */
export const ARENA_TOP = 1 << 27;

/** The address that `id()` shows for a block plus an offset in bytes (the pre-header of the object). */
export function addressOf(block: number, offsetBytes: number): number {
  return ADDRESS_BASE + block * BLOCK_UNIT + offsetBytes;
}
