// Per-type free lists (CPython pycore_freelist_state.h): blocks of dead objects kept for the next object of the same type. LIFO.
// A block on a free list still counts as allocated; taking it again is invisible to pymalloc, the collector's counts and tracemalloc.
import type { FreeListSizes } from '../profiles/profile.ts';
import type { Memory } from './memory.ts';

/** A LIFO of block numbers with a capacity. */
export class FreeList {
  readonly capacity: number;
  private readonly blocks: number[] = [];
  constructor(capacity: number) {
    this.capacity = capacity;
  }
  /** Keeps the block; false = full, the caller frees it. */
  push(block: number): boolean {
    if (this.blocks.length >= this.capacity) return false;
    this.blocks.push(block);
    return true;
  }
  /** The block freed last, or 0. */
  pop(): number {
    return this.blocks.pop() ?? 0;
  }
  /** Gives every block back to the allocator (a full collection does this). */
  clear(memory: Memory): void {
    while (this.blocks.length > 0) memory.free(this.blocks.pop() as number);
  }
  get count(): number {
    return this.blocks.length;
  }
}

/** Lengths of tuples that have a free list: 1..20. */
export const TUPLE_FREE_LIST_LENGTHS = 20;

/** All free lists of one machine. */
export class FreeLists {
  readonly list: FreeList;
  readonly dict: FreeList;
  readonly dictKeys: FreeList;
  readonly float: FreeList;
  /** Index = length (1..20); index 0 is unused. */
  readonly tuple: readonly FreeList[];
  readonly int: FreeList;
  readonly listIter: FreeList;
  readonly tupleIter: FreeList;
  readonly range: FreeList;
  readonly rangeIter: FreeList;
  readonly nativeFunction: FreeList;
  readonly nativeMethod: FreeList;
  readonly boundMethod: FreeList;
  readonly slice: FreeList;
  readonly context: FreeList;
  readonly complex: FreeList;
  readonly memoryError: FreeList;

  constructor(sizes: FreeListSizes) {
    this.list = new FreeList(sizes.list);
    this.dict = new FreeList(sizes.dict);
    this.dictKeys = new FreeList(sizes.dictKeys);
    this.float = new FreeList(sizes.float);
    this.tuple = Array.from({ length: TUPLE_FREE_LIST_LENGTHS + 1 }, () => new FreeList(sizes.tuple));
    this.int = new FreeList(sizes.int);
    this.listIter = new FreeList(sizes.listIter);
    this.tupleIter = new FreeList(sizes.tupleIter);
    this.range = new FreeList(sizes.range);
    this.rangeIter = new FreeList(sizes.rangeIter);
    this.nativeFunction = new FreeList(sizes.nativeFunction);
    this.nativeMethod = new FreeList(sizes.nativeMethod);
    this.boundMethod = new FreeList(sizes.boundMethod);
    this.slice = new FreeList(sizes.slice);
    this.context = new FreeList(sizes.context);
    this.complex = new FreeList(sizes.complex);
    this.memoryError = new FreeList(sizes.memoryError);
  }

  /** _PyObject_ClearFreeLists, at the end of a full collection. */
  clearAll(memory: Memory): void {
    for (const value of Object.values(this)) {
      if (value instanceof FreeList) value.clear(memory);
      else for (const list of value as readonly FreeList[]) list.clear(memory);
    }
  }
}
