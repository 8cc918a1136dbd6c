// The C library's malloc for requests that pymalloc does not serve (glibc 2.36 malloc/malloc.c: _int_malloc, _int_free, _int_realloc, sysmalloc, systrim):
// chunks of 16-byte multiples side by side; freed ones wait in the tcache, in fast bins, or merged with their neighbours in the unsorted, small and large bins;
// what is left is the top of the heap, and very large requests are mapped apart.
// NOT CPYTHON: the heap begins empty; a real process's start-up leaves free chunks in it that serve the program's first requests.
import { MALLOC_START } from './address-space.ts';
import { BINS, binIndex, Chunk, FIRST_LARGE_UNITS, insertAfter, smallestFrom, sortIn, unlink } from './malloc-bins.ts';
import { MappedPages } from './mapped-pages.ts';

/** All sizes in units of 16 bytes. A chunk's header takes half a unit; the smallest has two. */
const LEAST = 2;
const PAGE = 256;
const TCACHE_MOST_UNITS = 65;
const TCACHE_CHUNKS = 7;
const FAST_MOST_UNITS = 8;
const CONSOLIDATION_UNITS = 4096;
/** M_TOP_PAD, and the first M_MMAP_THRESHOLD and M_TRIM_THRESHOLD: 128 KiB. */
const TOP_PAD = 8192;
const FIRST_THRESHOLD = 8192;
/** DEFAULT_MMAP_THRESHOLD_MAX: 32 MiB. */
const MOST_THRESHOLD = 2 ** 21;
/** Chunks of the unsorted list that one request sorts at most. */
const MOST_SORTED = 10_000;

/** malloc over a simulated heap. Block numbers are in 16-byte units. */
export class Malloc {
  private readonly used = new Map<number, Chunk>();
  private readonly tcache: Chunk[][] = Array.from({ length: TCACHE_MOST_UNITS + 1 }, () => []);
  private readonly fast: Chunk[][] = Array.from({ length: FAST_MOST_UNITS + 1 }, () => []);
  private hasFast = false;
  private readonly unsorted = new Chunk(0, 0);
  /** Small bins by units, behind them the large ones, each from its largest chunk to its smallest. */
  private readonly bins = Array.from({ length: BINS }, () => new Chunk(0, 0));
  private lastRemainder: Chunk | null = null;
  private topStart = MALLOC_START + 1;
  private topUnits = 0;
  private belowTop: Chunk | null = null;
  private mapThreshold = FIRST_THRESHOLD;
  private trimThreshold = FIRST_THRESHOLD;
  private readonly mapped = new MappedPages();

  /** malloc(3); `zeroed`: calloc(3), which leaves the tcache alone. */
  alloc(bytes: number, zeroed: boolean): number {
    const units = chunkUnits(bytes);
    const cached = zeroed || units > TCACHE_MOST_UNITS ? undefined : this.tcache[units]?.pop();
    return this.hand(cached ?? this.take(units), bytes);
  }

  /** free(3); answers the bytes that had been asked for. */
  free(block: number): number {
    const chunk = this.used.get(block);
    if (chunk === undefined) return 0;
    this.used.delete(block);
    if (chunk.isMapped) this.unmap(chunk);
    else this.giveBack(chunk);
    return chunk.requested;
  }

  /** realloc(3): in place where the chunk is large enough or what lies above it is free; else elsewhere. Answers the block. */
  realloc(block: number, bytes: number): number {
    const chunk = this.used.get(block);
    if (chunk === undefined) return this.alloc(bytes, false);
    const units = chunkUnits(bytes);
    if (chunk.isMapped) return this.remap(chunk, block, bytes);
    if (chunk.units < units && !this.growInPlace(chunk, units)) {
      const other = this.take(units);
      if (other !== chunk.above) {
        this.used.delete(block);
        this.giveBack(chunk);
        return this.hand(other, bytes);
      }
      absorbAbove(chunk);
      if (chunk.above === null) this.belowTop = chunk;
    }
    const rest = this.split(chunk, units);
    if (rest !== null) this.giveBack(rest);
    chunk.requested = bytes;
    return block;
  }

  /** The block has pages of its own. */
  isMapped(block: number): boolean {
    return this.used.get(block)?.isMapped ?? false;
  }

  requestedBytes(block: number): number {
    return this.used.get(block)?.requested ?? 0;
  }

  blockBytes(block: number): number {
    return (this.used.get(block)?.units ?? 0) * 16;
  }

  /** Outstanding blocks. */
  get count(): number {
    return this.used.size;
  }

  /** Every outstanding block with its requested bytes. */
  *entries(): Iterable<[number, number]> {
    for (const [block, chunk] of this.used) yield [block, chunk.requested];
  }

  private hand(chunk: Chunk, bytes: number): number {
    chunk.requested = bytes;
    this.used.set(chunk.start, chunk);
    return chunk.start;
  }

  /** _int_malloc. */
  private take(units: number): Chunk {
    if (units < FIRST_LARGE_UNITS) {
      const chunk = this.fromSmallBin(units);
      if (chunk !== null) return chunk;
    } else if (this.hasFast) this.consolidate();
    for (;;) {
      const found = this.sortUnsorted(units) ?? this.fromBins(units);
      if (found !== null) return found;
      if (this.topUnits >= units + LEAST) return this.fromTop(units);
      if (!this.hasFast) return this.fromSystem(units);
      this.consolidate();
    }
  }

  /** The oldest chunk of a small bin; the others of its size move to the tcache. */
  private fromSmallBin(units: number): Chunk | null {
    const bin = this.bins[units] as Chunk;
    const chunk = bin.bk;
    if (chunk === bin) return null;
    unlink(chunk);
    const cache = this.tcache[units] as Chunk[];
    while (cache.length < TCACHE_CHUNKS && bin.bk !== bin) {
      cache.push(bin.bk);
      unlink(bin.bk);
    }
    return chunk;
  }

  /** Puts the chunks of the unsorted list into their bins, oldest first, until one fits exactly; those go to the tcache before one is taken. */
  private sortUnsorted(units: number): Chunk | null {
    const { unsorted } = this;
    const cache = units > TCACHE_MOST_UNITS ? null : (this.tcache[units] as Chunk[]);
    let cached = false;
    for (let sorted = 0; sorted < MOST_SORTED && unsorted.bk !== unsorted; sorted++) {
      const chunk = unsorted.bk;
      if (units < FIRST_LARGE_UNITS && unsorted.fd === chunk && chunk === this.lastRemainder && chunk.units > units + LEAST) {
        unlink(chunk);
        this.keepRest(chunk, units);
        return chunk;
      }
      unlink(chunk);
      if (chunk.units !== units) sortIn(this.bins[binIndex(chunk.units)] as Chunk, chunk);
      else if (cache === null || cache.length >= TCACHE_CHUNKS) return chunk;
      else {
        cache.push(chunk);
        cached = true;
      }
    }
    return cached ? (cache?.pop() ?? null) : null;
  }

  /** The smallest free chunk that is large enough, of the request's own bin or the first one behind it that has any. */
  private fromBins(units: number): Chunk | null {
    const own = binIndex(units);
    const chunk = (units < FIRST_LARGE_UNITS ? null : smallestFrom(this.bins[own] as Chunk, units)) ?? this.smallestAfter(own);
    if (chunk === null) return null;
    unlink(chunk);
    this.keepRest(chunk, units);
    return chunk;
  }

  private smallestAfter(index: number): Chunk | null {
    for (let i = index + 1; i < BINS; i++) {
      const bin = this.bins[i] as Chunk;
      if (bin.bk !== bin) return bin.bk;
    }
    return null;
  }

  /** What a chunk has more than is asked for waits in the unsorted list. */
  private keepRest(chunk: Chunk, units: number): void {
    const rest = this.split(chunk, units);
    if (rest === null) return;
    insertAfter(this.unsorted, rest);
    if (units < FIRST_LARGE_UNITS) this.lastRemainder = rest;
  }

  private fromTop(units: number): Chunk {
    const chunk = new Chunk(this.topStart, units);
    chunk.below = this.belowTop;
    if (this.belowTop !== null) this.belowTop.above = chunk;
    this.belowTop = chunk;
    this.topStart += units;
    this.topUnits -= units;
    return chunk;
  }

  /** sysmalloc: a mapping of its own for a very large request, else a longer heap. */
  private fromSystem(units: number): Chunk {
    if (units >= this.mapThreshold) {
      const pages = mappedUnits(units);
      const chunk = new Chunk(this.mapped.map(pages) + 1, pages);
      chunk.isMapped = true;
      return chunk;
    }
    this.topUnits += Math.ceil((units + TOP_PAD + LEAST - this.topUnits) / PAGE) * PAGE;
    return this.fromTop(units);
  }

  /** munmap_chunk; from then on as much comes from the heap. */
  private unmap(chunk: Chunk): void {
    if (chunk.units > this.mapThreshold && chunk.units <= MOST_THRESHOLD) {
      this.mapThreshold = chunk.units;
      this.trimThreshold = 2 * chunk.units;
    }
    this.mapped.unmap(chunk.start - 1, chunk.units);
  }

  private remap(chunk: Chunk, block: number, bytes: number): number {
    const pages = mappedUnits(chunkUnits(bytes));
    chunk.start = this.mapped.remap(chunk.start - 1, chunk.units, pages) + 1;
    chunk.units = pages;
    this.used.delete(block);
    return this.hand(chunk, bytes);
  }

  /** _int_free. */
  private giveBack(chunk: Chunk): void {
    const { units } = chunk;
    const cache = units > TCACHE_MOST_UNITS ? undefined : this.tcache[units];
    if (cache !== undefined && cache.length < TCACHE_CHUNKS) cache.push(chunk);
    else if (units <= FAST_MOST_UNITS) {
      (this.fast[units] as Chunk[]).push(chunk);
      this.hasFast = true;
    } else if (this.merge(chunk) >= CONSOLIDATION_UNITS) {
      if (this.hasFast) this.consolidate();
      if (this.topUnits >= this.trimThreshold) this.trim();
    }
  }

  /** Joins a chunk with its free neighbours and puts it on the unsorted list, or into the top. Answers the units that are together now. */
  private merge(freed: Chunk): number {
    let chunk = freed;
    if (chunk.below?.isFree === true) {
      chunk = chunk.below;
      unlink(chunk);
      absorbAbove(chunk);
    }
    if (chunk.above === null) {
      this.topStart = chunk.start;
      this.topUnits += chunk.units;
      this.belowTop = chunk.below;
      if (chunk.below !== null) chunk.below.above = null;
      return this.topUnits;
    }
    if (chunk.above.isFree) {
      unlink(chunk.above);
      absorbAbove(chunk);
    }
    insertAfter(this.unsorted, chunk);
    return chunk.units;
  }

  /** malloc_consolidate. */
  private consolidate(): void {
    this.hasFast = false;
    for (const list of this.fast) while (list.length > 0) this.merge(list.pop() as Chunk);
  }

  /** systrim: the heap keeps M_TOP_PAD. */
  private trim(): void {
    const spare = this.topUnits * 16 - LEAST * 16 - 1 - TOP_PAD * 16;
    if (spare > 0) this.topUnits -= Math.floor(spare / (PAGE * 16)) * PAGE;
  }

  /** Into the top or a free chunk above it; false: there is no room. */
  private growInPlace(chunk: Chunk, units: number): boolean {
    const { above } = chunk;
    const more = units - chunk.units;
    if (above === null) {
      if (this.topUnits < more + LEAST) return false;
      chunk.units = units;
      this.topStart += more;
      this.topUnits -= more;
      return true;
    }
    if (!above.isFree || above.units < more) return false;
    unlink(above);
    absorbAbove(chunk);
    return true;
  }

  /** Cuts off what is more than `units` as a chunk of its own, in nobody's list; null: too little. */
  private split(chunk: Chunk, units: number): Chunk | null {
    if (chunk.units - units < LEAST) return null;
    const rest = new Chunk(chunk.start + units, chunk.units - units);
    rest.below = chunk;
    rest.above = chunk.above;
    if (chunk.above === null) this.belowTop = rest;
    else chunk.above.below = rest;
    chunk.above = rest;
    chunk.units = units;
    return rest;
  }
}

function chunkUnits(bytes: number): number {
  return Math.max(LEAST, Math.floor((bytes + 8 + 15) / 16));
}

/** Units of a mapping for a chunk of so many: header and chunk, in pages. */
function mappedUnits(units: number): number {
  return Math.ceil((units + 0.5) / PAGE) * PAGE;
}

/** The chunk above becomes part of this one. */
function absorbAbove(chunk: Chunk): void {
  const above = chunk.above as Chunk;
  chunk.units += above.units;
  chunk.above = above.above;
  if (above.above !== null) above.above.below = chunk;
}
