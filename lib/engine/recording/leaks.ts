// The first line of a run that left garbage behind: unreachable objects that reference counting did not free.
import type { LeakMark } from '../recording-types.ts';
import type { LiveRun } from '../machine-run.ts';
import type { ObjectSerial } from '../snapshot/schema.ts';
import type { Playback } from './playback.ts';
import type { RunLog } from './run-log.ts';
import { captureContext } from '../machine-run.ts';
import { garbageOf } from '../snapshot/reach.ts';

/** Moments looked at in one pass of the search: many where looking is cheap, few where running is. */
const FAN_OUT = 16;
const FAN_OUT_LARGE = 4;
const LARGE_HEAP = 20_000;
/** Collections that freed something, looked at one after the other. */
const MAX_INTERVALS = 64;

/**
 * Garbage stays until a collection frees it. So within the time up to a collection that freed something (or the end) "there is garbage" changes from
 * false to true at most once, and a search with few looks finds the moment.
 */
export function findFirstLeak(log: RunLog, playback: Playback): LeakMark | null {
  const ends = log.collections.filter((mark) => mark.collected > 0).slice(0, MAX_INTERVALS).map((mark) => log.collectionStarts[mark.index] ?? 0);
  let from = -1;
  for (const end of [...ends, log.lastStep]) {
    const last = lastMoment(log, end);
    if (last > from) {
      const found = searchBetween(log, playback, from, last);
      if (found !== null) return found;
      from = last;
    }
  }
  return null;
}

/** Moments are line events by index; one after the last stands for the end of the run. */
function lastMoment(log: RunLog, step: number): number {
  return step >= log.lastStep ? log.lineEvents.count : log.lineEvents.lastAt(step);
}

function stepOf(log: RunLog, moment: number): number {
  return moment >= log.lineEvents.count ? log.lastStep : log.lineEvents.steps.at(moment);
}

/** The first moment in (low, high] at which there is garbage. */
function searchBetween(log: RunLog, playback: Playback, low: number, high: number): LeakMark | null {
  let found = garbageAt(log, playback, [high]).get(high) ?? [];
  if (found.length === 0) return null;
  const fanOut = log.points.some(({ liveObjects }) => liveObjects > LARGE_HEAP) ? FAN_OUT_LARGE : FAN_OUT;
  while (high - low > 1) {
    const width = Math.max(1, Math.ceil((high - low) / fanOut));
    const probes: number[] = [];
    for (let at = low + width; at < high; at += width) probes.push(at);
    const results = garbageAt(log, playback, probes);
    const first = probes.find((at) => (results.get(at)?.length ?? 0) > 0);
    if (first === undefined) low = probes.at(-1) ?? low;
    else {
      found = results.get(first) ?? found;
      high = first;
      low = first - width;
    }
  }
  return { step: stepOf(log, high), line: high > 0 ? log.lineEvents.lines.at(high - 1) : null, serials: found };
}

function garbageAt(log: RunLog, playback: Playback, moments: readonly number[]): ReadonlyMap<number, readonly ObjectSerial[]> {
  const found = new Map<number, readonly ObjectSerial[]>();
  let next = 0;
  playback.visit(
    moments.map((moment) => stepOf(log, moment)),
    (run: LiveRun) => {
      const moment = moments[next++];
      if (moment !== undefined) found.set(moment, garbageOf(run.m, captureContext(run, log.lives)).map((o) => o.serial));
    },
  );
  return found;
}
