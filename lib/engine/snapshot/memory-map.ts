// Machine → MemoryMap (recording-types.ts): arenas, pools and blocks with what each block is used for. Compact: arrays with one entry per block, so that a
// million blocks are some 13 MB.
import type { ArenaMap, BlockTable, LargeBlock, MemoryMap, PoolMap } from '../recording-types.ts';
import type { CaptureContext } from './capture.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { MALLOC_START, addressOf } from '../memory/address-space.ts';
import type { Pool } from '../memory/pool.ts';
import { ARENA_POOLS, POOL_OVERHEAD, POOL_SIZE, POOL_UNITS } from '../memory/pool.ts';
import { BlockUse } from '../recording-types.ts';
import { programObjects, reachableFromRoots } from './reach.ts';
import { forEachStorage } from './storage.ts';

/** Takes the map. Reads only. */
export function captureMemoryMap(m: Machine, context: CaptureContext): MemoryMap {
  return new MapBuilder(m, context).build();
}

class MapBuilder {
  private readonly m: Machine;
  private readonly context: CaptureContext;
  private readonly arenas: ArenaMap[] = [];
  /** Pool and index of its first block, by the pool's first block number. */
  private readonly pools = new Map<number, { readonly pool: Pool; readonly firstBlock: number }>();
  private readonly table: BlockTable;
  private readonly largeOwners = new Map<number, { readonly owner: number; readonly use: LargeBlock['use'] }>();
  private readonly types: string[] = [''];
  private readonly typeIndex = new Map<string, number>();
  private totals = { usedBytes: 0, requestedBytes: 0, freeBytes: 0, untouchedBytes: 0 };

  constructor(m: Machine, context: CaptureContext) {
    this.m = m;
    this.context = context;
    const count = this.layOut();
    this.table = {
      use: new Uint8Array(count),
      owner: new Int32Array(count),
      requested: new Uint16Array(count),
      line: new Int32Array(count),
      type: new Uint16Array(count),
    };
  }

  build(): MemoryMap {
    const { m } = this;
    for (const { pool, firstBlock } of this.pools.values()) this.readPool(pool, firstBlock);
    const reach = reachableFromRoots(m, this.context);
    const objects = new Set([...programObjects(m, this.context, reach), ...reach.objects]);
    for (const o of objects) this.own(o);
    for (const list of m.freeLists.all()) for (const block of list.kept) this.mark(block, BlockUse.KEPT, null);
    const large = this.largeBlocks();
    return {
      step: this.context.step,
      arenas: this.arenas,
      blocks: this.table,
      types: this.types,
      large,
      poolHeaderBytes: POOL_OVERHEAD,
      totals: {
        ...this.totals,
        arenaBytes: this.arenas.reduce((sum, arena) => sum + arena.poolCapacity * POOL_SIZE, 0),
        largeBytes: large.reduce((sum, block) => sum + block.requestedBytes, 0),
      },
    };
  }

  /** Numbers the blocks of all pools; answers how many there are. */
  private layOut(): number {
    const { small } = this.m.memory;
    let count = 0;
    for (const arena of small.arenas) {
      const pools: PoolMap[] = [];
      for (const pool of small.poolsOf(arena)) {
        this.pools.set(pool.start, { pool, firstBlock: count });
        pools.push({ address: addressOf(pool.start, 0), blockBytes: (pool.sizeClass + 1) * 16, capacity: pool.capacity, used: pool.used, firstBlock: count });
        count += pool.capacity;
      }
      // An arena that start-up fills for good is nothing to look at.
      if (arena.reserved < ARENA_POOLS) this.arenas.push({ address: addressOf(arena.start, 0), pools, poolCapacity: ARENA_POOLS - arena.reserved });
    }
    return count;
  }

  /** Free, untouched and used blocks of one pool. */
  private readPool(pool: Pool, firstBlock: number): void {
    const { use, owner, requested } = this.table;
    const units = pool.sizeClass + 1;
    const untouched = Math.floor((POOL_UNITS - pool.nextOffset) / units);
    use.fill(BlockUse.INTERPRETER, firstBlock, firstBlock + pool.capacity - untouched);
    for (let i = 0; i < pool.capacity; i++) {
      const bytes = pool.requestedAt(i);
      requested[firstBlock + i] = bytes;
      this.totals.requestedBytes += bytes;
    }
    pool.free.forEach((block, i) => {
      const at = firstBlock + pool.indexOf(block);
      use[at] = BlockUse.FREE;
      owner[at] = pool.free.length - i;
    });
    this.totals.usedBytes += pool.used * units * 16;
    this.totals.freeBytes += pool.free.length * units * 16;
    this.totals.untouchedBytes += untouched * units * 16;
  }

  private own(o: PyObject): void {
    this.mark(o.block, BlockUse.OBJECT, o);
    forEachStorage(this.m, o, (_field, block) => this.mark(block, BlockUse.STORAGE, o));
  }

  private mark(block: number, use: number, o: PyObject | null): void {
    if (block >= MALLOC_START) {
      if (o !== null) this.largeOwners.set(block, { owner: o.serial, use: use === BlockUse.OBJECT ? 'object' : 'storage' });
      return;
    }
    const place = this.pools.get(block & ~(POOL_UNITS - 1));
    if (place === undefined) return;
    const at = place.firstBlock + place.pool.indexOf(block);
    const { table } = this;
    table.use[at] = use;
    if (o === null) return;
    table.owner[at] = o.serial;
    table.line[at] = this.context.origins.lineOf(o.serial) ?? 0;
    table.type[at] = this.indexOfType(o.ob_type.tp_name);
  }

  private indexOfType(name: string): number {
    let index = this.typeIndex.get(name);
    if (index === undefined) {
      index = Math.min(this.types.length, 0xffff);
      if (index === this.types.length) this.types.push(name);
      this.typeIndex.set(name, index);
    }
    return index;
  }

  private largeBlocks(): LargeBlock[] {
    const { large } = this.m.memory;
    return [...large.entries()]
      .map(([block, requestedBytes]) => {
        const owned = this.largeOwners.get(block);
        return { address: addressOf(block, 0), requestedBytes, blockBytes: large.blockBytes(block), owner: owned?.owner ?? null, use: owned?.use ?? ('interpreter' as const) };
      })
      .sort((a, b) => a.address - b.address);
  }
}
