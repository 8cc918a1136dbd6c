// The small-object allocator hands out blocks as Objects/obmalloc.c does; capacities per size class are those that CPython 3.13 showed.
import { describe, expect, test } from 'vitest';
import { Memory } from '#lib/engine/memory/memory.ts';
import { addressOf } from '#lib/engine/memory/address-space.ts';
import { RunEnded } from '#lib/engine/errors.ts';

const memory = () => new Memory(64 * 1024 * 1024);
const pageOffset = (block: number) => addressOf(block, 0) & 0x3fff;
const poolOf = (block: number) => Math.floor(addressOf(block, 0) / 0x4000);

describe('pymalloc', () => {
  test.each([[48, 340, 16320], [64, 255, 16304], [80, 204, 16288], [112, 145, 16176], [256, 63, 15920], [496, 32, 15424], [512, 31, 15408]])(
    'pool: %i-byte blocks: %i of them, from +48 to the last at +%i',
    (bytes, capacity, last) => {
      const m = memory();
      const blocks = Array.from({ length: capacity }, () => m.alloc(bytes));
      expect(pageOffset(blocks[0] as number)).toBe(48);
      expect(pageOffset(blocks.at(-1) as number)).toBe(last);
      expect(new Set(blocks.map(poolOf)).size).toBe(1);
      expect(poolOf(m.alloc(bytes))).not.toBe(poolOf(blocks[0] as number));
    },
  );

  test('pool: freed blocks come back last in, first out', () => {
    const m = memory();
    const [, a, b, c] = Array.from({ length: 5 }, () => m.alloc(32)) as [number, number, number, number, number];
    m.free(a);
    m.free(b);
    m.free(c);
    expect([m.alloc(32), m.alloc(20), m.alloc(17)]).toEqual([c, b, a]);
  });

  test('pool: a full pool that frees a block serves the next request', () => {
    const m = memory();
    const first = Array.from({ length: 31 }, () => m.alloc(512));
    Array.from({ length: 3 }, () => m.alloc(512));
    m.free(first[7] as number);
    expect(m.alloc(512)).toBe(first[7]);
  });

  test('pool: freeing its last block returns it to the arena, and another size class takes it', () => {
    const m = memory();
    const only = m.alloc(100);
    const pool = poolOf(only);
    m.free(only);
    expect(poolOf(m.alloc(300))).toBe(pool);
  });

  test('arena: a wholly free one is returned unless it is the last', () => {
    const m = memory();
    const blocks = Array.from({ length: 31 * 64 * 2 }, () => m.alloc(512));
    expect(m.small.arenas.length).toBe(2);
    for (const block of blocks) m.free(block);
    expect(m.small.arenas.length).toBe(1);
    expect(m.allocatedBlocks).toBe(0);
    expect(m.liveBytes).toBe(0);
  });

  test('used plus free is the capacity of every pool', () => {
    const m = memory();
    const blocks = Array.from({ length: 5000 }, (_, i) => m.alloc(((i * 37) % 512) + 1));
    blocks.forEach((block, i) => i % 3 === 0 && m.free(block));
    for (const arena of m.small.arenas) {
      for (const pool of m.small.poolsOf(arena)) {
        const units = pool.sizeClass + 1;
        const virgin = Math.floor((1024 - pool.nextOffset) / units);
        expect(pool.used + pool.free.length + virgin).toBe(pool.capacity);
      }
    }
  });
});

describe('realloc', () => {
  test('stays in place when it shrinks by less than a quarter, moves otherwise', () => {
    const m = memory();
    const block = m.alloc(128);
    expect(m.realloc(block, 100)).toBe(block);
    const moved = m.realloc(block, 64);
    expect(moved).not.toBe(block);
    expect(m.liveBytes).toBe(64);
  });
});

describe('large requests', () => {
  test('more than 512 bytes go to malloc, 16-byte chunks with an 8-byte header', () => {
    const m = memory();
    const [a, b] = [m.alloc(633), m.alloc(633)];
    expect(addressOf(b, 0) - addressOf(a, 0)).toBe(656);
    expect(m.blockBytes(a)).toBe(656);
    m.free(a);
    expect(m.alloc(640)).toBe(a);
  });
});

describe('limits', () => {
  test('memory-limit: the run ends when the simulated limit is exceeded', () => {
    const m = new Memory(1000);
    m.alloc(900);
    expect(() => m.alloc(200)).toThrow(RunEnded);
  });

  test('start-up allocations are no part of the metrics; a block less is allocated when one of them dies', () => {
    const m = memory();
    const block = m.uncounted(() => m.alloc(64));
    expect(m.allocatedBlocks).toBe(0);
    m.free(block);
    expect([m.liveBytes, m.allocations, m.frees, m.allocatedBlocks]).toEqual([0, 0, 0, -1]);
    m.uncounted(() => m.free(m.alloc(64)));
    expect(m.allocatedBlocks).toBe(-1);
  });
});
