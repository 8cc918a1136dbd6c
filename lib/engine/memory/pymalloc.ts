// The small-object allocator (CPython Objects/obmalloc.c: pymalloc_alloc, allocate_from_new_pool, pymalloc_free, insert_to_freepool).
import { ARENA_TOP } from './address-space.ts';
import { ARENA_POOLS, Arena, POOL_UNITS, Pool } from './pool.ts';
import { InvariantError } from '../errors.ts';

const SIZE_CLASSES = 32;
const ARENA_UNITS = ARENA_POOLS * POOL_UNITS;

/** pymalloc over simulated arenas. Block numbers are in 16-byte units. */
export class Pymalloc {
  /** Sentinel of each size class's circular list of pools with room; the list's first pool serves the next request. */
  private readonly usedPools: Pool[] = [];
  /** Arenas with at least one free pool, fewest free pools first (usable_arenas). */
  private readonly usableArenas: Arena[] = [];
  /** All arenas in order of creation. */
  readonly arenas: Arena[] = [];
  /** Pool by block number / POOL_UNITS, counted down from ARENA_TOP. */
  private readonly pools: (Pool | undefined)[] = [];
  /** Arenas mapped so far, and at most at one time. */
  arenasMapped = 0;
  mostArenas = 0;
  private readonly releasedStarts: number[] = [];

  constructor() {
    const nowhere = new Arena(0);
    for (let i = 0; i < SIZE_CLASSES; i++) this.usedPools.push(new Pool(nowhere, 0));
  }

  /** A block for a request of 1..512 bytes. */
  alloc(bytes: number): number {
    const sizeClass = (bytes - 1) >> 4;
    const head = this.usedPools[sizeClass] as Pool;
    let pool = head.next;
    if (pool === head) pool = this.takePool(sizeClass, head);
    const free = pool.free;
    const block = free.pop() as number;
    pool.used++;
    if (free.length === 0 && !pool.extend()) unlink(pool);
    pool.requested[block - pool.start] = bytes;
    return block;
  }

  /** Gives a block back; answers the bytes that had been asked for. */
  free(block: number): number {
    const pool = this.poolOf(block);
    const index = block - pool.start;
    const bytes = pool.requested[index] as number;
    if (bytes === 0) throw new InvariantError(`double free of block ${block}`);
    pool.requested[index] = 0;
    const wasFull = pool.free.length === 0;
    pool.free.push(block);
    pool.used--;
    if (wasFull) linkFront(this.usedPools[pool.sizeClass] as Pool, pool);
    else if (pool.used === 0) this.releasePool(pool);
    return bytes;
  }

  /** Bytes asked for. */
  requestedBytes(block: number): number {
    const pool = this.poolOf(block);
    return pool.requested[block - pool.start] ?? 0;
  }

  /** Notes a realloc that stays in place. */
  setRequestedBytes(block: number, bytes: number): void {
    const pool = this.poolOf(block);
    pool.requested[block - pool.start] = bytes;
  }

  /** Bytes of the block that serves it. */
  blockBytes(block: number): number {
    return (this.poolOf(block).sizeClass + 1) * 16;
  }

  /** Sets the next `count` pools aside for start-up's objects. */
  reserve(count: number): void {
    for (let left = count; left > 0; ) {
      const arena = this.usableArena();
      const taken = Math.min(left, ARENA_POOLS - arena.carved);
      arena.carved += taken;
      arena.reserved = arena.carved;
      left -= taken;
      if (arena.freeCount === 0) this.usableArenas.shift();
    }
  }

  /** Has `used` blocks in use in the pool that serves requests of `bytes`, before any block was ever freed. */
  occupy(bytes: number, used: number): void {
    const sizeClass = (bytes - 1) >> 4;
    const head = this.usedPools[sizeClass] as Pool;
    const pool = head.next === head ? this.takePool(sizeClass, head) : head.next;
    if (pool.used < used) pool.carveInUse(used - pool.used, bytes);
    if (pool.free.length === 0) unlink(pool);
  }

  /** Every pool that was ever initialised, by arena, ascending. */
  *poolsOf(arena: Arena): Iterable<Pool> {
    for (let i = 0; i < arena.carved; i++) {
      const pool = this.pools[this.poolIndex(arena.start + i * POOL_UNITS)];
      if (pool) yield pool;
    }
  }

  private poolIndex(block: number): number {
    return (ARENA_TOP - 1 - block) >> 10;
  }

  private poolOf(block: number): Pool {
    const pool = this.pools[(ARENA_TOP - 1 - block) >> 10];
    if (pool === undefined) throw new InvariantError(`block ${block} belongs to no pool`);
    return pool;
  }

  /** allocate_from_new_pool. */
  private takePool(sizeClass: number, head: Pool): Pool {
    const arena = this.usableArena();
    let pool = arena.freePools.pop();
    if (pool === undefined) {
      pool = new Pool(arena, arena.start + arena.carved * POOL_UNITS);
      arena.carved++;
      this.pools[this.poolIndex(pool.start)] = pool;
    }
    if (arena.freeCount === 0) this.usableArenas.shift();
    linkFront(head, pool);
    pool.init(sizeClass);
    return pool;
  }

  /** The arena with the fewest free pools that has one; a new one if there is none. */
  private usableArena(): Arena {
    const [usable] = this.usableArenas;
    if (usable !== undefined) return usable;
    const start = this.releasedStarts.pop() ?? ARENA_TOP - (this.arenas.length + 1) * ARENA_UNITS;
    const arena = new Arena(start);
    this.arenas.push(arena);
    this.usableArenas.push(arena);
    this.arenasMapped++;
    this.mostArenas = Math.max(this.mostArenas, this.arenas.length);
    return arena;
  }

  /** insert_to_freepool: an empty pool goes back to its arena; the list of usable arenas stays sorted by free pools. */
  private releasePool(pool: Pool): void {
    unlink(pool);
    const arena = pool.arena;
    arena.freePools.push(pool);
    const free = arena.freeCount;
    const at = this.usableArenas.indexOf(arena);
    if (free === 1) {
      this.usableArenas.unshift(arena);
      return;
    }
    const isLast = at === this.usableArenas.length - 1;
    if (free === ARENA_POOLS && !isLast) {
      this.usableArenas.splice(at, 1);
      this.unmap(arena);
      return;
    }
    // Move right past the arenas with fewer free pools.
    let to = at;
    while (to + 1 < this.usableArenas.length && (this.usableArenas[to + 1] as Arena).freeCount < free) to++;
    if (to !== at) {
      this.usableArenas.splice(at, 1);
      this.usableArenas.splice(to, 0, arena);
    }
  }

  private unmap(arena: Arena): void {
    this.arenas.splice(this.arenas.indexOf(arena), 1);
    this.releasedStarts.push(arena.start);
    for (let i = 0; i < ARENA_POOLS; i++) this.pools[this.poolIndex(arena.start + i * POOL_UNITS)] = undefined;
  }
}

function unlink(pool: Pool): void {
  pool.prev.next = pool.next;
  pool.next.prev = pool.prev;
  pool.prev = pool;
  pool.next = pool;
}

function linkFront(head: Pool, pool: Pool): void {
  pool.next = head.next;
  pool.prev = head;
  head.next.prev = pool;
  head.next = pool;
}
