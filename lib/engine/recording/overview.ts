// The run as a whole, from the log: the curve, what each line did, the peak, collections, output.
import type { LineEffect, Overview } from '../recording-types.ts';
import type { LineCounters, RunLog } from './run-log.ts';

/** The overview with at most `maxPoints` entries per list. */
export function overviewOf(log: RunLog, maxPoints: number): Overview {
  return {
    points: thinned(log.points, maxPoints),
    lines: lineEffects(log.counters),
    peakStep: Math.min(log.peakStep, log.lastStep),
    peakBytes: log.peakBytes,
    collections: thinned(log.collections, maxPoints),
    collectionCount: log.collections.length,
    outputs: thinned(log.outputs, maxPoints),
  };
}

/** At most `count` entries, evenly chosen, first and last among them. */
function thinned<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return [...list];
  const most = Math.max(2, count);
  return Array.from({ length: most }, (_, i) => list[Math.round((i * (list.length - 1)) / (most - 1))] as T);
}

function lineEffects(counters: LineCounters): readonly LineEffect[] {
  const effects: LineEffect[] = [];
  for (let line = 1; line <= counters.lastLine; line++) {
    const executions = counters.executions.at(line);
    const allocations = counters.allocations.at(line);
    const frees = counters.frees.at(line);
    const allocatedBytes = counters.allocatedBytes[line] ?? 0;
    const freedBytes = counters.freedBytes[line] ?? 0;
    if (executions + allocations + frees + allocatedBytes + freedBytes === 0) continue;
    effects.push({ line, executions, allocations, frees, allocatedBytes, freedBytes, bytes: allocatedBytes - freedBytes });
  }
  return effects;
}
