// Lists of free chunks of the C library's malloc (glibc 2.36 malloc/malloc.c: unlink_chunk, largebin_index, and how _int_malloc sorts chunks in).
// All sizes in units of 16 bytes.

/** From so many units on a bin holds several sizes. */
export const FIRST_LARGE_UNITS = 64;
export const BINS = 127;

/** A chunk, used or free; also the head of a list of free ones. `start` is the block number that the program sees. */
export class Chunk {
  start: number;
  units: number;
  requested = 0;
  /** In the unsorted list or a bin: it merges with its neighbours. */
  isFree = false;
  isMapped = false;
  /** Neighbours in the heap; null above: the top. */
  below: Chunk | null = null;
  above: Chunk | null = null;
  /** The list that a free chunk is in: forwards and backwards. */
  fd: Chunk = this;
  bk: Chunk = this;
  /** The first chunks of each size in a large bin, a ring from larger to smaller; null for all others. */
  fdSize: Chunk | null = null;
  bkSize: Chunk | null = null;

  constructor(start: number, units: number) {
    this.start = start;
    this.units = units;
  }
}

export function insertAfter(place: Chunk, chunk: Chunk): void {
  chunk.isFree = true;
  chunk.fd = place.fd;
  chunk.bk = place;
  place.fd.bk = chunk;
  place.fd = chunk;
}

/** unlink_chunk: the next chunk of the same size, if there is one, takes over the chunk's place among the sizes. */
export function unlink(chunk: Chunk): void {
  const { fd, fdSize, bkSize } = chunk;
  chunk.isFree = false;
  fd.bk = chunk.bk;
  chunk.bk.fd = fd;
  if (fdSize === null || bkSize === null) return;
  chunk.fdSize = chunk.bkSize = null;
  const hasTwin = fd.units === chunk.units && fd.fdSize === null;
  if (hasTwin) linkSize(fd, fdSize === chunk ? fd : fdSize, bkSize === chunk ? fd : bkSize);
  else {
    bkSize.fdSize = fdSize;
    fdSize.bkSize = bkSize;
  }
}

/** Puts a chunk of the unsorted list into its bin: behind the larger ones, and of several of one size second; small bins begin with the newest. */
export function sortIn(bin: Chunk, chunk: Chunk): void {
  const { units } = chunk;
  if (units < FIRST_LARGE_UNITS) return insertAfter(bin, chunk);
  if (bin.fd === bin) {
    linkSize(chunk, chunk, chunk);
    return insertAfter(bin, chunk);
  }
  const largest = bin.fd;
  let place = largest;
  if (units < bin.bk.units) {
    linkSize(chunk, largest, largest.bkSize as Chunk);
    return insertAfter(bin.bk, chunk);
  }
  while (units < place.units) place = place.fdSize as Chunk;
  if (units === place.units) return insertAfter(place, chunk);
  linkSize(chunk, place, place.bkSize as Chunk);
  insertAfter(place.bk, chunk);
}

/** The smallest chunk of a large bin that has so many units; of several of its size not the first, which stands among the sizes. */
export function smallestFrom(bin: Chunk, units: number): Chunk | null {
  if (bin.fd === bin || bin.fd.units < units) return null;
  let chunk = bin.fd.bkSize as Chunk;
  while (chunk.units < units) chunk = chunk.bkSize as Chunk;
  return chunk !== bin.bk && chunk.fd.units === chunk.units ? chunk.fd : chunk;
}

/** bin_index: of small chunks the units themselves, then ever wider ranges. */
export function binIndex(units: number): number {
  if (units < FIRST_LARGE_UNITS) return units;
  if (units >> 2 <= 48) return 48 + (units >> 2);
  if (units >> 5 <= 20) return 91 + (units >> 5);
  if (units >> 8 <= 10) return 110 + (units >> 8);
  if (units >> 11 <= 4) return 119 + (units >> 11);
  if (units >> 14 <= 2) return 124 + (units >> 14);
  return BINS - 1;
}

function linkSize(chunk: Chunk, fdSize: Chunk, bkSize: Chunk): void {
  chunk.fdSize = fdSize;
  chunk.bkSize = bkSize;
  fdSize.bkSize = chunk;
  bkSize.fdSize = chunk;
}
