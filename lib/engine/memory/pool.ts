// A pool: 16 KiB of blocks of one size class (CPython Include/internal/pycore_obmalloc.h, struct pool_header).

/** Bytes per pool and per pool header. */
export const POOL_SIZE = 16384;
export const POOL_OVERHEAD = 48;
/** Pools per 1 MiB arena (arenas here are pool-aligned). */
export const ARENA_POOLS = 64;
/** Largest request that pymalloc serves. */
export const SMALL_REQUEST_THRESHOLD = 512;
/** Block units (16 bytes) per pool. */
export const POOL_UNITS = POOL_SIZE / 16;

/** Blocks that a pool of such blocks holds. */
export function poolCapacity(blockBytes: number): number {
  return Math.floor((POOL_SIZE - POOL_OVERHEAD) / blockBytes);
}

/** One arena: `freePools` is LIFO; pools that were never used are carved in ascending order. */
export class Arena {
  /** First block number. */
  readonly start: number;
  readonly freePools: Pool[] = [];
  /** Pools carved so far. */
  carved = 0;
  /** The first of them that are start-up's and stay full: nothing of the program ever lies there. */
  reserved = 0;
  /** Free pools including the ones never carved. */
  get freeCount(): number {
    return this.freePools.length + (ARENA_POOLS - this.carved);
  }
  constructor(start: number) {
    this.start = start;
  }
}

/** Of a pool that was never initialised, as the sentinels of the lists of pools stay. */
const NOTHING_REQUESTED = new Uint16Array(0);

/** One pool. `free` is the LIFO list of freed blocks, last element first to go; CPython keeps one virgin block in it, and so do we. */
export class Pool {
  readonly arena: Arena;
  /** First block number (of the header). */
  readonly start: number;
  /** Size class: blocks of (sizeClass + 1) * 16 bytes; -1 = never initialised. */
  sizeClass = -1;
  capacity = 0;
  used = 0;
  /** Next virgin block, in units from `start`. */
  nextOffset = 0;
  readonly free: number[] = [];
  /** Bytes that were asked for, by the distance of the block from the pool's start: no division by the block size on the way to it. */
  requested = NOTHING_REQUESTED;
  prev: Pool = this;
  next: Pool = this;

  constructor(arena: Arena, start: number) {
    this.arena = arena;
    this.start = start;
  }

  /** Gives the pool to a size class (init_pool). A recycled pool of the same class keeps its free list. */
  init(sizeClass: number): void {
    this.used = 0;
    if (this.sizeClass === sizeClass) return;
    const units = sizeClass + 1;
    this.sizeClass = sizeClass;
    this.capacity = poolCapacity(units * 16);
    if (this.requested === NOTHING_REQUESTED) this.requested = new Uint16Array(POOL_UNITS);
    else this.requested.fill(0);
    this.free.length = 0;
    this.free.push(this.start + POOL_OVERHEAD / 16);
    this.nextOffset = POOL_OVERHEAD / 16 + units;
  }

  /** Index of a block within the pool. */
  indexOf(block: number): number {
    return (block - this.start - POOL_OVERHEAD / 16) / (this.sizeClass + 1);
  }

  /** Bytes that were asked for of the block at an index; 0 = not in use. */
  requestedAt(index: number): number {
    return this.requested[POOL_OVERHEAD / 16 + index * (this.sizeClass + 1)] ?? 0;
  }

  /** Takes `count` blocks into use, the first being the only one that is carved: as if they were requested one by one. */
  carveInUse(count: number, bytes: number): void {
    const units = this.sizeClass + 1;
    const first = (this.free.pop() as number) - this.start;
    for (let i = 0; i < count; i++) this.requested[first + i * units] = bytes;
    this.used += count;
    this.nextOffset = first + count * units;
    this.extend();
  }

  /** Carves the next virgin block onto the empty free list (pymalloc_pool_extend); false = the pool is full. */
  extend(): boolean {
    const units = this.sizeClass + 1;
    if (this.nextOffset + units > POOL_UNITS) return false;
    this.free.push(this.start + this.nextOffset);
    this.nextOffset += units;
    return true;
  }
}
