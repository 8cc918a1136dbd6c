// Moving about in a recording: the next or previous moment of a kind, from the log alone.
import type { Direction, Move } from '../recording-types.ts';
import type { LineEvents, RunLog } from './run-log.ts';
import type { StepSet } from './step-set.ts';

/** The moment that `step` means: the first instruction at or after it, at most the end. */
export function momentAt(log: RunLog, step: number): number {
  if (!(step > 0)) return 0;
  if (step >= log.lastStep) return log.lastStep;
  return log.instructions.after(Math.floor(step) - 1) ?? log.lastStep;
}

/** The next (1) or previous (-1) moment for a move; null when there is none. Forwards everything ends at the last step. */
export function neighbourOf(log: RunLog, from: number, move: Move, direction: Direction): number | null {
  const step = momentAt(log, from);
  switch (move) {
    case 'instruction':
      return direction > 0 ? log.instructions.after(step) : log.instructions.before(step);
    case 'call':
      return near(log, log.calls, step, direction);
    case 'allocation':
      return near(log, log.allocations, step, direction);
    case 'collection':
      return near(log, log.collectionSteps, step, direction);
    case 'line':
      return nearLine(log, step, direction, () => true);
    case 'over': {
      const depth = depthAt(log.lineEvents, step, direction);
      return nearLine(log, step, direction, (at) => log.lineEvents.depths.at(at) <= depth);
    }
    case 'out': {
      const depth = depthAt(log.lineEvents, step, direction);
      return nearLine(log, step, direction, (at) => log.lineEvents.depths.at(at) < depth);
    }
    default:
      return move satisfies never;
  }
}

/** The next or previous moment at which one of `lines` is about to run. */
export function breakpointNear(log: RunLog, from: number, lines: readonly number[], direction: Direction): number | null {
  const wanted = new Set(lines);
  const found = nearLine(log, momentAt(log, from), direction, (at) => wanted.has(log.lineEvents.lines.at(at)));
  return found === log.lastStep ? null : found;
}

function near(log: RunLog, moments: StepSet, step: number, direction: Direction): number | null {
  if (direction < 0) return moments.before(step);
  return moments.after(step) ?? endAfter(log, step);
}

function endAfter(log: RunLog, step: number): number | null {
  return step < log.lastStep ? log.lastStep : null;
}

function nearLine(log: RunLog, step: number, direction: Direction, fits: (at: number) => boolean): number | null {
  const { lineEvents } = log;
  let at = direction > 0 ? lineEvents.lastAt(step) + 1 : lineEvents.lastAt(step - 1);
  for (; at >= 0 && at < lineEvents.count; at += direction) if (fits(at)) return lineEvents.steps.at(at);
  return direction > 0 ? endAfter(log, step) : null;
}

/** Frames on the stack at a step: those of the line that runs. The end is as deep as the module. */
function depthAt(lineEvents: LineEvents, step: number, direction: Direction): number {
  const at = lineEvents.lastAt(direction < 0 ? step - 1 : step);
  const exact = lineEvents.lastAt(step);
  if (exact >= 0 && lineEvents.steps.at(exact) === step) return lineEvents.depths.at(exact);
  return at < 0 ? 1 : lineEvents.depths.at(at);
}
