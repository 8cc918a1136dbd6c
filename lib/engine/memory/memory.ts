// The allocator that objects use: pymalloc for small requests, malloc for large ones, a region of their own for static objects; plus the accounting
// (metrics, sys.getallocatedblocks, tracemalloc). CPython Objects/obmalloc.c: PyObject_Malloc, PyObject_Realloc, PyObject_Free.
import type { ClassUse } from '../profiles/startup.ts';
import { RunEnded } from '../errors.ts';
import { MALLOC_START, STATIC_START } from './address-space.ts';
import { Malloc } from './malloc.ts';
import { SMALL_REQUEST_THRESHOLD, poolCapacity } from './pool.ts';
import { Pymalloc } from './pymalloc.ts';

/** A request that no machine could serve: MemoryError in CPython instead of the run's end. */
export const IMPOSSIBLE_REQUEST_BYTES = 2 ** 40;

/** Thrown for an impossible request; objects/alloc.ts turns it into Python's MemoryError. */
export class ImpossibleRequest {}

/** Sees every counted allocation; tracemalloc and the timeline implement it. */
export interface AllocationObserver {
  onAlloc(block: number, bytes: number): void;
  onFree(block: number, bytes: number): void;
  /** The block was on a free list and serves a new object (tracemalloc renews its traceback). */
  onReuse(block: number): void;
  onRealloc(oldBlock: number, oldBytes: number, newBlock: number, newBytes: number): void;
}

/** Simulated memory of one machine. All sizes in bytes; blocks are numbers in 16-byte units (see address-space.ts). */
export class Memory {
  readonly small = new Pymalloc();
  readonly large = new Malloc();
  /** Requested bytes alive, at most, and counts, since markStart(). */
  liveBytes = 0;
  peakBytes = 0;
  allocations = 0;
  frees = 0;
  /** pymalloc blocks plus malloc blocks alive (sys.getallocatedblocks), including start-up's. */
  allocatedBlocks = 0;
  observer: AllocationObserver | null = null;
  /** Pools that start-up's objects fill, by size class: no simulated block lies in them. */
  startupFull: readonly ClassUse[] = [];
  private limitBytes: number;
  private staticTop = STATIC_START;
  private staticDepth = 0;

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes;
  }

  /** A block of at least `bytes`; `zeroed` for what CPython asks calloc for. pymalloc refuses 0, malloc serves it (a distinct block). */
  alloc(bytes: number, zeroed = false): number {
    if (this.staticDepth > 0) return this.allocStatic(Math.max(1, bytes));
    const live = this.liveBytes + bytes;
    if (live > this.limitBytes) this.refuse(bytes);
    this.liveBytes = live;
    if (live > this.peakBytes) this.peakBytes = live;
    this.allocations++;
    this.allocatedBlocks++;
    const block = bytes <= SMALL_REQUEST_THRESHOLD && bytes > 0 ? this.small.alloc(bytes) : this.large.alloc(bytes, zeroed);
    if (this.observer !== null) this.observer.onAlloc(block, bytes);
    return block;
  }

  /** Ends the run when `bytes` more than now are over the limit: asked before the host builds what the simulated block will stand for. */
  expect(bytes: number): void {
    if (this.liveBytes + bytes > this.limitBytes) this.refuse(bytes);
  }

  /** Gives a block back. Static blocks are never used again. */
  free(block: number): void {
    if (isStaticBlock(block)) return this.dropStatic();
    const bytes = block >= MALLOC_START ? this.large.free(block) : this.small.free(block);
    this.liveBytes -= bytes;
    this.frees++;
    this.allocatedBlocks--;
    if (this.observer !== null) this.observer.onFree(block, bytes);
  }

  /** PyMem_RawMalloc: malloc's, whatever the size; none of the blocks that sys.getallocatedblocks counts. */
  allocRaw(bytes: number): number {
    this.account(bytes);
    this.allocations++;
    const block = this.large.alloc(bytes, false);
    if (this.observer !== null) this.observer.onAlloc(block, bytes);
    return block;
  }

  /** PyMem_RawFree. */
  freeRaw(block: number): void {
    const bytes = this.large.free(block);
    this.liveBytes -= bytes;
    this.frees++;
    if (this.observer !== null) this.observer.onFree(block, bytes);
  }

  /** A block of a dead object that the interpreter made before the program: none of the program's allocations. */
  allocLeftover(bytes: number): number {
    this.allocatedBlocks++;
    return this.small.alloc(bytes);
  }

  /** A block that start-up left on a free list serves the program from now on: its metrics count it, the interpreter's own figures do not change. */
  adoptLeftover(bytes: number): void {
    this.account(bytes);
    this.allocations++;
  }

  /** Gives back a block that start-up left and the program never used: none of the program's frees. */
  discardLeftover(block: number): void {
    this.small.free(block);
    this.allocatedBlocks--;
  }

  /** PyObject_Realloc: a small block stays in place when it shrinks by a quarter at most or fits; else it moves. A large one is malloc's whatever its size. */
  realloc(block: number, bytes: number): number {
    if (block === 0) return this.alloc(bytes);
    if (isStaticBlock(block)) {
      this.dropStatic();
      return this.alloc(bytes);
    }
    const old = this.requestedBytes(block);
    if (block >= MALLOC_START) return this.reallocLarge(block, old, bytes);
    if (this.fitsInPlace(block, bytes)) {
      this.account(bytes - old);
      this.small.setRequestedBytes(block, bytes);
      if (this.observer !== null) this.observer.onRealloc(block, old, block, bytes);
      return block;
    }
    const observer = this.observer;
    this.observer = null;
    const moved = this.alloc(bytes);
    this.free(block);
    this.allocations--;
    this.frees--;
    this.observer = observer;
    if (observer !== null) observer.onRealloc(block, old, moved, bytes);
    return moved;
  }

  /** Bytes that were asked for. */
  requestedBytes(block: number): number {
    if (isStaticBlock(block)) return 0;
    return block >= MALLOC_START ? this.large.requestedBytes(block) : this.small.requestedBytes(block);
  }

  /** Bytes of the block or chunk that serves the request. */
  blockBytes(block: number): number {
    if (isStaticBlock(block)) return 0;
    return block >= MALLOC_START ? this.large.blockBytes(block) : this.small.blockBytes(block);
  }

  /** Runs `make` with all allocations in the static region: uncounted, never freed (start-up objects that CPython allocates before the program or statically). */
  uncounted<T>(make: () => T): T {
    this.staticDepth++;
    try {
      return make();
    } finally {
      this.staticDepth--;
    }
  }

  /** True while uncounted() runs: the collector does not count either. */
  get isUncounted(): boolean {
    return this.staticDepth > 0;
  }

  /**
   * The program starts now: metrics count from here. `seedFreeLists` takes the blocks of dead objects. A real interpreter's start-up leaves objects in
   * the pools of every size class; ours lie in the static region. Of each class the pools but one are set aside as full, and in that one as many blocks
   * are in use as leave room for as many more as in the real one.
   */
  markStart(classes: readonly ClassUse[], largeBlocks: number, seedFreeLists: () => void): void {
    this.startupFull = classes.map(([blockBytes, pools, used]) => [blockBytes, pools - 1, Math.min(used - 1, (pools - 1) * poolCapacity(blockBytes))]);
    this.small.reserve(this.startupFull.reduce((sum, [, pools]) => sum + pools, 0));
    const { limitBytes } = this;
    // What start-up leaves is not the program's: not held to its limit.
    this.limitBytes = Infinity;
    seedFreeLists();
    this.limitBytes = limitBytes;
    classes.forEach(([blockBytes, , used], i) => this.small.occupy(blockBytes, used - (this.startupFull[i]?.[2] ?? 0)));
    this.allocatedBlocks = classes.reduce((sum, [, , used]) => sum + used, largeBlocks);
    this.liveBytes = 0;
    this.peakBytes = 0;
    this.allocations = 0;
    this.frees = 0;
  }

  /** What start-up or a bundled module made dies in the program's time: in a real interpreter it is a block like any other. */
  private dropStatic(): void {
    if (this.staticDepth === 0) this.allocatedBlocks--;
  }

  private allocStatic(bytes: number): number {
    const block = this.staticTop;
    this.staticTop += (bytes + 15) >> 4;
    return block;
  }

  /** Reserves static blocks with a fixed stride (small ints, one-character strings); answers the first. */
  reserveStatic(count: number, strideBytes: number): number {
    const block = this.staticTop;
    this.staticTop += count * (strideBytes >> 4);
    return block;
  }

  private fitsInPlace(block: number, bytes: number): boolean {
    const size = this.small.blockBytes(block);
    return bytes > 0 && bytes <= size && 4 * bytes > 3 * size;
  }

  private reallocLarge(block: number, old: number, bytes: number): number {
    this.expect(bytes - old);
    const now = this.large.realloc(block, bytes);
    // Where it was copied, both are there for a moment; pages just move.
    const copied = now !== block && !this.large.isMapped(now) ? old : 0;
    this.account(bytes - old + copied);
    this.account(-copied);
    if (this.observer !== null) this.observer.onRealloc(block, old, now, bytes);
    return now;
  }

  private account(deltaBytes: number): void {
    this.liveBytes += deltaBytes;
    if (this.liveBytes > this.limitBytes) this.refuse(deltaBytes);
    if (this.liveBytes > this.peakBytes) this.peakBytes = this.liveBytes;
  }

  private refuse(bytes: number): never {
    if (bytes >= IMPOSSIBLE_REQUEST_BYTES) throw new ImpossibleRequest();
    throw new RunEnded('memory-limit', `The program needed more than ${this.limitBytes} bytes of memory.`);
  }
}

/** True for blocks of the static region. */
export function isStaticBlock(block: number): boolean {
  return block < STATIC_LIMIT;
}

/** First block above the static region; arenas stay above it. */
const STATIC_LIMIT = 1 << 22;
