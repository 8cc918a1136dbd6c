// What holds for every recording, checked on random programs: moving forward and back comes to the same snapshots, differences lead from one snapshot to
// the other, counts of a history are the counts of the snapshots, and the memory map accounts for every block.
import { describe, expect, test } from 'vitest';
import { BlockUse, PYTHON_VERSIONS, applyDiff, createRecording } from '#lib/engine/index.ts';
import type { MemoryMap, PythonVersion, Recording } from '#lib/engine/index.ts';
import { generate, scopeOf, sourceOf } from '../differential/generator.ts';

const SEEDS = [3, 8];
/** Moments looked at per program. */
const MOMENTS = 14;

function recordingOf(seed: number, python: PythonVersion): Recording {
  return createRecording({ source: sourceOf(generate(seed).statements, scopeOf(seed)), python });
}

/** Moments spread over the run: every `stride`-th instruction that is one. */
function momentsOf(recording: Recording): number[] {
  const all: number[] = [];
  for (let step: number | null = 0; step !== null; step = recording.neighbour(step, 'instruction', 1)) all.push(step);
  return Array.from({ length: MOMENTS }, (_, i) => all[Math.floor((i * (all.length - 1)) / (MOMENTS - 1))] ?? 0);
}

function unaccounted({ arenas, blocks }: MemoryMap): string[] {
  const findings: string[] = [];
  for (const pool of arenas.flatMap((arena) => arena.pools)) {
    const uses = [...blocks.use.subarray(pool.firstBlock, pool.firstBlock + pool.capacity)];
    const free = uses.filter((use) => use === BlockUse.FREE).length;
    const untouched = uses.filter((use) => use === BlockUse.UNTOUCHED).length;
    if (pool.used + free + untouched !== pool.capacity) findings.push(`${pool.used} + ${free} + ${untouched} ≠ ${pool.capacity}`);
    const places = [...blocks.owner.subarray(pool.firstBlock, pool.firstBlock + pool.capacity)].filter((_, i) => uses[i] === BlockUse.FREE).sort((a, b) => a - b);
    if (places.some((place, i) => place !== i + 1)) findings.push(`free list ${places.join(' ')}`);
  }
  return findings;
}

describe.each(PYTHON_VERSIONS)('recordings of random programs %s', (python) => {
  test.each(SEEDS)('seed %i: back is where forward was', (seed) => {
    const recording = recordingOf(seed, python);
    const moments = momentsOf(recording);
    const forward = moments.map((step) => recording.snapshot(step));
    const fresh = recordingOf(seed, python);
    const back = [...moments].reverse().map((step) => fresh.snapshot(step)).reverse();
    expect(back).toEqual(forward);
  });

  test.each(SEEDS)('seed %i: a difference leads from one snapshot to the other', (seed) => {
    const recording = recordingOf(seed, python);
    const moments = momentsOf(recording);
    moments.forEach((from, i) => {
      const to = moments[(i * 5 + 3) % moments.length] ?? 0;
      expect(applyDiff(recording.snapshot(from), recording.diff(from, to))).toEqual(recording.snapshot(to));
    });
  });

  test.each(SEEDS)('seed %i: the counts of a history are those of the snapshots', (seed) => {
    const recording = recordingOf(seed, python);
    const moments = momentsOf(recording);
    const serials = new Set(moments.flatMap((step) => recording.snapshot(step).objects.filter((o) => o.refcount !== null && recording.lifetime(o.serial)?.bornStep !== null).map((o) => o.serial)));
    for (const serial of [...serials].filter((_, i) => i % Math.ceil(serials.size / 6) === 0)) {
      const { events, isCut } = recording.history(serial);
      expect(isCut).toBe(false);
      for (const step of moments) {
        const seen = recording.snapshot(step).objects.find((o) => o.serial === serial)?.refcount ?? 0;
        expect({ serial, step, count: events.findLast((event) => event.step <= step)?.count ?? 0 }).toEqual({ serial, step, count: seen });
      }
    }
  });

  test.each(SEEDS)('seed %i: objects live as long as their lifetimes say', (seed) => {
    const recording = recordingOf(seed, python);
    for (const step of momentsOf(recording)) {
      for (const { serial } of recording.snapshot(step).objects) {
        const life = recording.lifetime(serial);
        if (life?.bornStep === null || life === null) continue;
        expect({ serial, step, born: (life.bornStep ?? 0) <= step, died: life.diedStep !== null && life.diedStep <= step }).toEqual({ serial, step, born: true, died: false });
      }
    }
  });

  test.each(SEEDS)('seed %i: used, free and untouched blocks are all blocks', (seed) => {
    const recording = recordingOf(seed, python);
    for (const step of momentsOf(recording)) expect(unaccounted(recording.memoryMap(step))).toEqual([]);
  });
});
