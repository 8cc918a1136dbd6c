// The countdown behind the step limit, stopping at a step, per-instruction hooks and progress reports. The loop decrements `m.budget` once per
// instruction and comes here when it is negative; so a plain run pays for none of them.
import type { Machine } from '../machine.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from './interpreter.ts';
import { RunEnded } from '../errors.ts';
import { RETRY_DEPTH } from '../limits.ts';
import { beginInstruction } from './retry.ts';
import type { Tracer } from './tracing.ts';

/** Instructions between two looks at the limits in a plain run. */
const PLAIN_SLICE = 1 << 16;
/**
 * The first slices are shorter, each as long as all before it: V8 optimises the loop for what it has seen there, and would throw the result away at the
 * first look that comes afterwards.
 */
const FIRST_SLICE = 1 << 10;

/** What a run reports while it goes on; every field may be absent. */
export interface RunHooks {
  /** Stop before the first instruction at or after this step. */
  stopAtStep?: number | undefined;
  /**
   * Called at `stopAtStep`, while all frames still stand. Answers the next step to stop at; null = the run ends here (RunEnded 'stopped');
   * 'park' = it leaves the loop and can go on later (MainRun.resume), which only works where `canPark` says so.
   */
  readonly onStop?: () => number | 'park' | null;
  /** Called before every instruction. */
  onInstruction?: ((frame: Frame) => void) | undefined;
  /** Called about every `progressSteps` steps. */
  readonly onProgress?: (steps: number) => void;
  readonly progressSteps?: number;
  /** Asked at every refill: true once the person at the keyboard wants KeyboardInterrupt. */
  readonly isInterrupted?: () => boolean;
}

/** The hooks of the running program. */
export class Budget {
  private readonly m: Machine;
  private readonly hooks: RunHooks;
  private readonly tracer: Tracer;
  private nextProgress: number;

  constructor(m: Machine, hooks: RunHooks, tracer: Tracer) {
    this.m = m;
    this.tracer = tracer;
    this.hooks = hooks;
    this.nextProgress = hooks.progressSteps ?? Number.MAX_SAFE_INTEGER;
  }

  /** Starts counting: the first instruction asks for its slice. */
  start(): void {
    this.m.steps = 0;
    this.m.slice = 0;
    this.m.budget = 0;
  }

  /** The slice is used up and `frame` is about to run an instruction: settles the count, reports, and grants the next slice. */
  refill(frame: Frame): void {
    const m = this.m;
    m.budget++;
    this.settle();
    if (this.hooks.stopAtStep !== undefined && m.steps >= this.hooks.stopAtStep) this.stop();
    const isWatched = this.tracer.isWatching();
    if (isWatched) this.tracer.before(frame);
    const done = m.steps;
    const { stopAtStep, onInstruction, onProgress } = this.hooks;
    if (done >= m.limits.steps) throw new RunEnded('step-limit', `The program did more than ${m.limits.steps} steps.`);
    if (onProgress !== undefined && done >= this.nextProgress) {
      this.nextProgress = done + (this.hooks.progressSteps ?? Number.MAX_SAFE_INTEGER);
      onProgress(done);
    }
    if (this.hooks.isInterrupted?.() === true) m.interrupted = m.evalBreaker = true;
    if (done >= m.switchAt) {
      m.switchAt = Infinity;
      m.evalBreaker = m.switchDue = true;
    }
    let slice = Math.min(PLAIN_SLICE, FIRST_SLICE + done, m.limits.steps - done, m.switchAt - done);
    if (stopAtStep !== undefined) slice = Math.min(slice, stopAtStep - done);
    if (isWatched) slice = 1;
    if (onInstruction !== undefined) {
      slice = 1;
      onInstruction(frame);
    }
    if (m.nativeDepth > RETRY_DEPTH) {
      slice = 1;
      beginInstruction(m.vm as Interpreter, frame);
    }
    m.slice = slice;
    m.budget = slice - 1;
  }

  /** Counts what was done of the slice; the next instruction asks for a new one. */
  settle(): void {
    const m = this.m;
    m.steps += m.slice - m.budget;
    m.slice = m.budget = 0;
  }

  /** A requested stop is reached. */
  private stop(): void {
    const next = this.hooks.onStop?.() ?? null;
    if (next === 'park') throw new Parked();
    if (next === null) throw new RunEnded('stopped', `Stopped before step ${this.hooks.stopAtStep ?? 0}.`);
    this.hooks.stopAtStep = next;
  }
}

/** Thrown through the loop to leave it between two instructions. */
export class Parked {}

/** Whether only the loop itself is at work: no native code that waits for Python code to return. */
export function canPark(m: Machine): boolean {
  return m.nativeDepth === 1;
}
