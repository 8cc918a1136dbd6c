// A model of the C library's malloc for requests that pymalloc does not serve (glibc 2.36): chunks of 16-byte multiples with an 8-byte header,
// freed chunks reused by exact size, last freed first (tcache and bins), else the top of the heap.
// NOT CPYTHON: splitting and merging of free chunks and the mmap threshold are left out; only reuse by size is visible to programs.
import { MALLOC_START } from './address-space.ts';

/** malloc over a simulated heap. Block numbers are in 16-byte units. */
export class Malloc {
  private top = MALLOC_START;
  private readonly requested = new Map<number, number>();
  private readonly bins = new Map<number, number[]>();

  /** A block for any request. */
  alloc(bytes: number): number {
    const units = chunkUnits(bytes);
    let block = this.bins.get(units)?.pop();
    if (block === undefined) {
      block = this.top;
      this.top += units;
    }
    this.requested.set(block, bytes);
    return block;
  }

  /** Gives a block back; answers the bytes that had been asked for. */
  free(block: number): number {
    const bytes = this.requested.get(block) ?? 0;
    this.requested.delete(block);
    const units = chunkUnits(bytes);
    const bin = this.bins.get(units);
    if (bin === undefined) this.bins.set(units, [block]);
    else bin.push(block);
    return bytes;
  }

  /** Grows or shrinks in place when the chunk allows it or lies at the top of the heap; else false. */
  resizeInPlace(block: number, bytes: number): boolean {
    const now = chunkUnits(this.requested.get(block) ?? 0);
    const wanted = chunkUnits(bytes);
    if (wanted !== now) {
      if (block + now !== this.top) return false;
      this.top = block + wanted;
    }
    this.requested.set(block, bytes);
    return true;
  }

  requestedBytes(block: number): number {
    return this.requested.get(block) ?? 0;
  }

  blockBytes(block: number): number {
    return chunkUnits(this.requestedBytes(block)) * 16;
  }

  /** Outstanding blocks. */
  get count(): number {
    return this.requested.size;
  }

  /** Every outstanding block with its requested bytes. */
  entries(): Iterable<[number, number]> {
    return this.requested.entries();
  }
}

function chunkUnits(bytes: number): number {
  return Math.max(2, (bytes + 8 + 15) >> 4);
}
