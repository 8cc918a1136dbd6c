// The timeline of a run: one event per line, instruction, call, allocation or collection, thinned evenly when there are too many.
import type { StepUnit, TimelineEvent } from '../api.ts';
import type { Machine } from '../machine.ts';
import { type Frame, codeLine } from '../objects/interpreter-frame.ts';
import type { RunHooks } from '../vm/budget.ts';

/** Records events while a program runs with `hooks`. */
export class TimelineRecorder {
  readonly events: TimelineEvent[] = [];
  readonly hooks: RunHooks;
  private readonly m: Machine;
  private readonly unit: StepUnit;
  private readonly maxEvents: number;
  private stride = 1;
  private skipped = 0;
  private lastFrame: Frame | null = null;
  private lastLine: number | null = null;
  private lastAllocations = 0;
  private lastCollections = 0;

  constructor(m: Machine, unit: StepUnit, maxEvents: number) {
    this.m = m;
    this.unit = unit;
    this.maxEvents = Math.max(2, maxEvents);
    this.hooks = { onInstruction: (frame) => this.before(frame) };
  }

  private before(frame: Frame): void {
    const line = codeLine(frame.code, frame.pc - 1);
    const happened = this.happened(frame, line);
    this.lastFrame = frame;
    this.lastLine = line;
    if (!happened || ++this.skipped < this.stride) return;
    this.skipped = 0;
    this.events.push({ step: this.m.steps, kind: this.unit, line, depth: depthOf(frame), liveBytes: this.m.memory.liveBytes });
    if (this.events.length > this.maxEvents) this.thin();
  }

  private happened(frame: Frame, line: number | null): boolean {
    switch (this.unit) {
      case 'instruction':
        return true;
      case 'line':
        return line !== null && (line !== this.lastLine || frame !== this.lastFrame);
      case 'call':
        return frame !== this.lastFrame;
      case 'allocation': {
        const grew = this.m.memory.allocations !== this.lastAllocations;
        this.lastAllocations = this.m.memory.allocations;
        return grew;
      }
      case 'collection': {
        const ran = this.m.gc.collections !== this.lastCollections;
        this.lastCollections = this.m.gc.collections;
        return ran;
      }
      default:
        return this.unit satisfies never;
    }
  }

  /** Keeps every second event and from now on records half as many. */
  private thin(): void {
    const kept = this.events.filter((_, i) => i % 2 === 0);
    this.events.length = 0;
    this.events.push(...kept);
    this.stride *= 2;
  }
}

function depthOf(frame: Frame): number {
  let depth = 0;
  for (let f: Frame | null = frame; f !== null; f = f.prev) depth++;
  return depth;
}
