// Snapshots that were taken already, and which moments to look at on the way to one: a step backwards costs a re-execution,
// so its neighbours are captured in the same pass.
import type { Move } from '../recording-types.ts';
import type { RunLog } from './run-log.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { neighbourOf } from './navigation.ts';

/** Objects of all kept snapshots together; a few snapshots are kept whatever their size, for comparing. */
const MAX_OBJECTS = 200_000;
const FEW = 3;

/** Objects and moments captured in one pass besides what was asked for. */
const WINDOW_OBJECTS = 4_000;
const WINDOW_MOMENTS = 16;

/** Snapshots by step, least recently used first. */
export class SnapshotCache {
  private readonly kept = new Map<number, Snapshot>();
  private objects = 0;
  private lastAsked: number | null = null;
  private lastSize = 0;

  get(step: number): Snapshot | undefined {
    const found = this.kept.get(step);
    if (found === undefined) return undefined;
    this.kept.delete(step);
    this.kept.set(step, found);
    this.lastAsked = step;
    return found;
  }

  add(step: number, snapshot: Snapshot): void {
    if (this.kept.has(step)) return;
    this.kept.set(step, snapshot);
    this.objects += snapshot.objects.length;
    this.lastSize = snapshot.objects.length;
    for (const [oldest, { objects }] of this.kept) {
      if (this.objects <= MAX_OBJECTS || this.kept.size <= FEW || oldest === step) break;
      this.kept.delete(oldest);
      this.objects -= objects.length;
    }
  }

  /**
   * Moments to capture when `moment` is asked for and not there, ascending. Somebody who steps (rather than jumps) goes on in the same direction:
   * the next moments that way are captured too.
   */
  window(log: RunLog, moment: number): readonly number[] {
    const from = this.lastAsked;
    this.lastAsked = moment;
    const room = Math.min(WINDOW_MOMENTS, Math.floor(WINDOW_OBJECTS / Math.max(1, this.lastSize)));
    if (from === null || from === moment || room === 0) return [moment];
    const direction = moment > from ? 1 : -1;
    const move = MOVES.find((candidate) => neighbourOf(log, from, candidate, direction) === moment);
    if (move === undefined) return [moment];
    const moments = new Set([moment]);
    for (let i = 0, at = neighbourOf(log, moment, move, direction); i < room && at !== null; i++, at = neighbourOf(log, at, move, direction)) {
      if (!this.kept.has(at)) moments.add(at);
    }
    return [...moments].sort((x, y) => x - y);
  }
}

const MOVES: readonly Move[] = ['instruction', 'line', 'over', 'out', 'call', 'allocation', 'collection'];
