// The report of sys._debugmallocstats() (CPython 3.13 Objects/obmalloc.c _PyObject_DebugMallocStats; Objects/object.c _PyObject_DebugTypeStats).
import type { Machine } from '../machine.ts';
import type { Memory } from '../memory/memory.ts';
import type { FreeList } from '../memory/free-lists.ts';
import { ARENA_POOLS, POOL_OVERHEAD, POOL_SIZE, SMALL_REQUEST_THRESHOLD, poolCapacity } from '../memory/pool.ts';

const ARENA_SIZE = ARENA_POOLS * POOL_SIZE;
/** Bytes of the radix tree that finds the arena of an address: its root, and a middle and a bottom node. */
const ARENA_MAP = { root: 262_144, mid: 262_144, bot: 131_072 };

/** One size class: pools, blocks in use and blocks that the next requests get. */
interface ClassCount {
  pools: number;
  used: number;
  free: number;
}

/** Size classes, arenas, and where every byte of them is. */
export function allocatorReport(memory: Memory): string {
  const classes = countClasses(memory);
  const rows = [...classes].map(([size, { pools, used, free }], i) =>
    pools === 0 ? '' : `${String(i).padStart(5)} ${String(size).padStart(6)} ${String(pools).padStart(11)} ${String(used).padStart(15)} ${String(free).padStart(13)}\n`,
  );
  const { arenas, arenasMapped, mostArenas } = memory.small;
  const sum = (of: (count: ClassCount, size: number) => number): number => [...classes].reduce((total, [size, count]) => total + of(count, size), 0);
  const unused = arenas.reduce((total, arena) => total + arena.freeCount, 0);
  const shares: readonly (readonly [string, number])[] = [
    ['# bytes in allocated blocks', sum(({ used }, size) => used * size)],
    ['# bytes in available blocks', sum(({ free }, size) => free * size)],
    [`${unused} unused pools * ${POOL_SIZE} bytes`, unused * POOL_SIZE],
    ['# bytes lost to pool headers', sum(({ pools }) => pools * POOL_OVERHEAD)],
    ['# bytes lost to quantization', sum(({ pools }, size) => pools * ((POOL_SIZE - POOL_OVERHEAD) % size))],
    ['# bytes lost to arena alignment', 0],
  ];
  return [
    `Small block threshold = ${SMALL_REQUEST_THRESHOLD}, in ${classes.size} size classes.\n\n`,
    'class   size   num pools   blocks in use  avail blocks\n-----   ----   ---------   -------------  ------------\n',
    ...rows,
    '\n',
    line('# arenas allocated total', arenasMapped),
    line('# arenas reclaimed', arenasMapped - arenas.length),
    line('# arenas highwater mark', mostArenas),
    line('# arenas allocated current', arenas.length),
    line(`${arenas.length} arenas * ${ARENA_SIZE} bytes/arena`, arenas.length * ARENA_SIZE),
    '\n',
    ...shares.map(([label, bytes]) => line(label, bytes)),
    line('Total', shares.reduce((total, [, bytes]) => total + bytes, 0)),
    '\narena map counts\n',
    line('# arena map mid nodes', 1),
    line('# arena map bot nodes', 1),
    '\n',
    line('# bytes lost to arena map root', ARENA_MAP.root),
    line('# bytes lost to arena map mid', ARENA_MAP.mid),
    line('# bytes lost to arena map bot', ARENA_MAP.bot),
    line('Total', ARENA_MAP.root + ARENA_MAP.mid + ARENA_MAP.bot),
  ].join('');
}

/** Every size class, start-up's pools included. */
function countClasses(memory: Memory): ReadonlyMap<number, ClassCount> {
  const classes = new Map<number, ClassCount>();
  for (let size = 16; size <= SMALL_REQUEST_THRESHOLD; size += 16) classes.set(size, { pools: 0, used: 0, free: 0 });
  const add = (size: number, pools: number, used: number): void => {
    const count = classes.get(size);
    if (count === undefined) return;
    count.pools += pools;
    count.used += used;
    count.free += pools * poolCapacity(size) - used;
  };
  for (const [size, pools, used] of memory.startupFull) add(size, pools, used);
  for (const arena of memory.small.arenas) for (const pool of memory.small.poolsOf(arena)) if (pool.used > 0) add((pool.sizeClass + 1) * 16, 1, pool.used);
  return classes;
}

/** The free lists of dicts, floats, lists and tuples: the only ones that are reported. */
export function freeListReport(m: Machine): string {
  const { freeLists, profile } = m;
  // From 3.15 on with the collector's header.
  const header = profile.freeListReport.withHeader ? 16 : 0;
  const entries: (readonly [string, FreeList, number])[] = [
    ['free PyDictObject', freeLists.dict, 48 + header],
    ['free PyFloatObject', freeLists.float, 24],
    ['free PyListObject', freeLists.list, 40 + header],
    ...freeLists.tuple.map((list, length) => [`free ${length}-sized PyTupleObject`, list, profile.tupleHeader + 8 * length + header] as const).slice(1),
  ];
  if (profile.freeListReport.keys) entries.splice(1, 0, ['free PyDictKeysObject', freeLists.dictKeys, 32]);
  return entries.map(([label, { count }, bytes]) => line(`${`${count} ${label}s * ${bytes} bytes each`.padStart(48)} `, count * bytes)).join('');
}

/** printone: a label, and a number with commas. */
function line(label: string, value: number): string {
  return `${label.padEnd(35)}=${String(value).replace(/\B(?=(\d{3})+$)/g, ',').padStart(21)}\n`;
}
