// Per-type free lists (CPython pycore_freelist_state.h): blocks of dead objects kept for the next object of the same type. LIFO.
// A block on a free list still counts as allocated; taking it again is invisible to pymalloc, the collector's counts and tracemalloc.
import type { CompileLeftovers } from '../compiler/index.ts';
import type { FreeListSizes } from '../profiles/profile.ts';
import type { StartupState } from '../profiles/startup.ts';
import { IMPORT_COLUMNS } from '../profiles/imports.ts';
import type { Memory } from './memory.ts';

/** A LIFO of block numbers with a capacity. */
export class FreeList {
  readonly capacity: number;
  private readonly blocks: number[] = [];
  /** How many blocks at the bottom are start-up's and were never the program's. */
  private leftovers = 0;
  private leftoverBytes = 0;
  private readonly memory: Memory;
  constructor(memory: Memory, capacity: number) {
    this.memory = memory;
    this.capacity = capacity;
  }
  /** Keeps the block; false = full, the caller frees it. */
  push(block: number): boolean {
    if (this.blocks.length >= this.capacity) return false;
    this.blocks.push(block);
    return true;
  }
  /** Has at least `count` blocks, as far as there is room: new ones of `bytes` that are kept as if start-up's objects had died there; the lowest address goes first. */
  seed(count: number, bytes: number): void {
    const wanted = Math.min(count, this.capacity);
    while (this.blocks.length < wanted) {
      this.blocks.unshift(this.memory.allocLeftover(bytes));
      this.leftovers++;
    }
    this.leftoverBytes = bytes;
  }
  /** Has `count` blocks of `bytes`: others than the program have taken and left some. */
  become(count: number, bytes: number): void {
    while (this.blocks.length > count) {
      const block = this.blocks.shift() as number;
      if (this.leftovers > 0) {
        this.leftovers--;
        this.memory.discardLeftover(block);
      } else this.memory.free(block);
    }
    this.seed(count, bytes);
  }
  /** The block freed last, or 0. What start-up makes takes none: it leaves the lists as they were measured. */
  pop(): number {
    if (this.blocks.length === 0 || this.memory.isUncounted) return 0;
    const block = this.blocks.pop() as number;
    if (this.blocks.length < this.leftovers) {
      this.leftovers--;
      this.memory.adoptLeftover(this.leftoverBytes);
    }
    return block;
  }
  /** pop() and then push(block): what an operation does whose result takes a block and whose operand leaves one. 0 = there is none to take; nothing is done. */
  exchange(block: number): number {
    const { blocks } = this;
    const top = blocks.length - 1;
    if (top < 0 || this.memory.isUncounted) return 0;
    const taken = blocks[top] as number;
    blocks[top] = block;
    if (top < this.leftovers) {
      this.leftovers--;
      this.memory.adoptLeftover(this.leftoverBytes);
    }
    return taken;
  }
  /** Gives every block back to the allocator (a full collection does this). */
  clear(): void {
    while (this.blocks.length > this.leftovers) this.memory.free(this.blocks.pop() as number);
    this.leftovers = 0;
    while (this.blocks.length > 0) this.memory.discardLeftover(this.blocks.pop() as number);
  }
  get count(): number {
    return this.blocks.length;
  }
  /** The kept blocks, the next one to be taken last. */
  get kept(): readonly number[] {
    return this.blocks;
  }
}

/** Lengths of tuples that have a free list: 1..20. */
export const TUPLE_FREE_LIST_LENGTHS = 20;

/** Bytes of the blocks on a list, the collector's header included. */
const BLOCK_BYTES = { dict: 64, dictKeys: 120, list: 56, float: 24 };

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
  private readonly keepsSlices: boolean;
  private readonly tupleHeader: number;

  /** `tupleHeader`: bytes of a tuple before its items. */
  constructor(memory: Memory, sizes: FreeListSizes, tupleHeader: number) {
    this.tupleHeader = tupleHeader;
    this.keepsSlices = sizes.keepsSlices;
    this.list = new FreeList(memory, sizes.list);
    this.dict = new FreeList(memory, sizes.dict);
    this.dictKeys = new FreeList(memory, sizes.dictKeys);
    this.float = new FreeList(memory, sizes.float);
    this.tuple = Array.from({ length: TUPLE_FREE_LIST_LENGTHS + 1 }, () => new FreeList(memory, sizes.tuple));
    this.int = new FreeList(memory, sizes.int);
    this.listIter = new FreeList(memory, sizes.listIter);
    this.tupleIter = new FreeList(memory, sizes.tupleIter);
    this.range = new FreeList(memory, sizes.range);
    this.rangeIter = new FreeList(memory, sizes.rangeIter);
    this.nativeFunction = new FreeList(memory, sizes.nativeFunction);
    this.nativeMethod = new FreeList(memory, sizes.nativeMethod);
    this.boundMethod = new FreeList(memory, sizes.boundMethod);
    this.slice = new FreeList(memory, sizes.slice);
    this.context = new FreeList(memory, sizes.context);
    this.complex = new FreeList(memory, sizes.complex);
    this.memoryError = new FreeList(memory, sizes.memoryError);
  }

  /** What start-up leaves on the lists. */
  seedAll(state: StartupState): void {
    this.list.seed(state.list, BLOCK_BYTES.list);
    this.dict.seed(state.dict, BLOCK_BYTES.dict);
    this.dictKeys.seed(state.dictKeys, BLOCK_BYTES.dictKeys);
    this.float.seed(state.float, BLOCK_BYTES.float);
    this.int.seed(state.int, 28);
    this.range.seed(state.range, 48);
    this.rangeIter.seed(state.rangeIter, 40);
    this.listIter.seed(state.listIter, 48);
    this.slice.seed(state.slice, 56);
    this.memoryError.seed(this.memoryError.capacity, 88);
    for (const [length, count] of Object.entries(state.tuple)) this.tuple[Number(length)]?.seed(count, this.tupleBytes(Number(length)));
  }

  /** What compiling the program leaves: its objects take what is on the lists, and all that it has needed at one time is there in the end. */
  leave({ lists, dicts, dictKeys, tuples }: CompileLeftovers): void {
    this.list.seed(lists, BLOCK_BYTES.list);
    this.dict.seed(dicts, BLOCK_BYTES.dict);
    this.dictKeys.seed(dictKeys, BLOCK_BYTES.dictKeys);
    for (const [length, count] of tuples) if (length > 0) this.tuple[length]?.seed(count, this.tupleBytes(length));
  }

  /** What the import of a module of the standard library leaves (a row of IMPORT_LEFTOVERS). */
  afterImport(row: string): void {
    row.split(' ').forEach((entry, i) => {
      const column = IMPORT_COLUMNS[i] ?? 'list';
      const list = typeof column === 'number' ? this.tuple[column] : this[column];
      const [least = 0, taken = Infinity] = entry.split('-').map(Number);
      list?.become(Math.max(least, list.count - taken), typeof column === 'number' ? this.tupleBytes(column) : BLOCK_BYTES[column]);
    });
  }

  /** Bytes of a tuple's block, the collector's header included. */
  private tupleBytes(length: number): number {
    return 16 + this.tupleHeader + 8 * length;
  }

  /** _PyObject_ClearFreeLists, at the end of a full collection. Blocks for MemoryError stay, and before 3.14 those of slices and contexts. */
  clearAll(): void {
    const kept = this.keepsSlices ? [this.memoryError, this.slice, this.context] : [this.memoryError];
    for (const list of this.all()) if (!kept.includes(list)) list.clear();
  }

  /** Every free list. */
  all(): readonly FreeList[] {
    return Object.values(this).flat().filter((list): list is FreeList => list instanceof FreeList);
  }
}
