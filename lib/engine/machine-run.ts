// Running programs: what every way of running shares, and the machine handle behind createMachine. recording/ looks at the moments in between.
import type { MachineHandle, MachineOptions, RunResult } from './api.ts';
import { bootMachine, type Output } from './bootstrap.ts';
import { InvariantError, isHostStackEnd, RunEnded } from './errors.ts';
import type { Machine } from './machine.ts';
import { captureSnapshot, metricsOf } from './snapshot/capture.ts';
import type { CaptureContext, Origins } from './snapshot/capture.ts';
import type { Snapshot } from './snapshot/schema.ts';
import { type Frame, codeLine } from './objects/interpreter-frame.ts';
import { strValue } from './objects/str.ts';
import { type MainOutcome, execMain, finishMain, frameStates, mainNamespace } from './vm/run.ts';
import type { RunHooks } from './vm/budget.ts';

/** One machine that is running or has run, with what it printed. */
export interface LiveRun {
  readonly m: Machine;
  readonly output: Output;
  /** First serial of the program's own objects. */
  readonly firstSerial: number;
  /** Where its objects came from; only recorded for snapshots. */
  readonly origins: Origins;
}

/** Where an object comes from. */
interface Birth {
  readonly ordinal: number;
  readonly line: number | null;
}

/** Boots a machine; `recordLines` notes where every object came from. */
export function startRun(options: MachineOptions, recordLines = false): LiveRun {
  const output: Output = { stdout: '', stderr: '' };
  const m = bootMachine(options, output);
  const births = new Map<number, Birth>();
  const counts = new Map<string, number>();
  if (recordLines) {
    m.watcher = {
      made(o) {
        if (m.memory.isUncounted) return;
        const ordinal = (counts.get(o.ob_type.tp_name) ?? 0) + 1;
        counts.set(o.ob_type.tp_name, ordinal);
        births.set(o.serial, { ordinal, line: m.vm.currentLine() });
      },
      dealloc(o) {
        o.ob_type.tp_dealloc(m, o);
        // A finalizer may have brought it back. Of the dead nobody asks; kept, they would fill the host's memory in a long loop.
        if (o.ob_refcnt <= 0) births.delete(o.serial);
      },
    };
  }
  const origins: Origins = {
    isOwn: (serial) => births.has(serial),
    lineOf: (serial) => births.get(serial)?.line ?? null,
    ordinalOf: (serial) => births.get(serial)?.ordinal ?? null,
  };
  return { m, output, firstSerial: m.nextSerial, origins };
}

/** Runs `body` and turns whatever ends it into an outcome: the border between the engine and its host. */
export function guarded(body: () => MainOutcome): MainOutcome {
  try {
    return body();
  } catch (trouble) {
    if (trouble instanceof RunEnded) return { status: trouble.status, exitCode: 1, exception: null, message: trouble.message };
    if (isHostStackEnd(trouble)) {
      return { status: 'not-simulated', exitCode: 1, exception: null, message: 'Native recursion this deep is not simulated.' };
    }
    const text = trouble instanceof InvariantError || trouble instanceof Error ? `${trouble.message}\n${trouble.stack ?? ''}` : String(trouble);
    return { status: 'internal-error', exitCode: 70, exception: null, message: `The engine failed: ${text}` };
  }
}

/** The result of a run from its outcome. */
export function resultOf(run: LiveRun, outcome: MainOutcome): RunResult {
  return { ...outcome, stdout: run.output.stdout, stderr: run.output.stderr, metrics: metricsOf(run.m, run.m.steps) };
}

/** Runs a program to its end, tear-down included. */
export function runToEnd(run: LiveRun, hooks: RunHooks = {}): MainOutcome {
  return finishRun(run, guarded(() => execMain(run.m, hooks)));
}

/** Tears the interpreter down after its main program ended with `main`. */
export function finishRun(run: LiveRun, main: MainOutcome): MainOutcome {
  if (main.status !== 'ok' && main.status !== 'exception') return main;
  const end = guarded(() => finishMain(run.m));
  return afterEnd(main, end);
}

/** The outcome of a run whose main program ended with `main` and whose interpreter with `end`. */
export function afterEnd(main: MainOutcome, end: MainOutcome): MainOutcome {
  if (end.status !== 'ok') return end;
  return end.exitCode === 0 ? main : { ...main, exitCode: end.exitCode };
}

/** The state of a run now. */
export function snapshotOf(run: LiveRun, origins = run.origins): Snapshot {
  return captureSnapshot(run.m, captureContext(run, origins));
}

/** What looks at a run's heap need to know about the run. */
export function captureContext(run: LiveRun, origins: Origins): CaptureContext {
  return {
    frames: frameStates(run.m),
    globals: mainNamespace(run.m),
    step: run.m.steps,
    stdout: run.output.stdout,
    origins,
  };
}

/** Default distance between two onProgress calls, in steps. */
const PROGRESS_STEPS = 2_000_000;

class EngineMachine implements MachineHandle {
  private readonly options: MachineOptions;

  constructor(options: MachineOptions) {
    this.options = options;
  }

  run(): RunResult {
    const run = startRun(this.options);
    const { onProgress } = this.options;
    return resultOf(run, runToEnd(run, onProgress === undefined ? {} : { onProgress, progressSteps: PROGRESS_STEPS }));
  }

  finalSnapshot(): Snapshot {
    const run = startRun(silent(this.options), true);
    guarded(() => execMain(run.m));
    return snapshotOf(run);
  }

  lineSnapshots(maxLines: number): readonly Snapshot[] {
    const run = startRun(silent(this.options), true);
    const { filename = 'main.py' } = this.options;
    const snapshots: Snapshot[] = [];
    let lastFrame: Frame | null = null;
    let lastLine: number | null = null;
    guarded(() =>
      execMain(run.m, {
        onInstruction: (frame) => {
          if (snapshots.length >= maxLines || strValue(frame.code.filename) !== filename) return;
          const line = codeLine(frame.code, frame.pc - 1);
          if (line === null || line === 0 || (line === lastLine && frame === lastFrame)) return;
          lastFrame = frame;
          lastLine = line;
          snapshots.push(snapshotOf(run));
        },
      }),
    );
    return [...snapshots, snapshotOf(run)];
  }
}

/** Re-executions must not report output or progress a second time. */
function silent(options: MachineOptions): MachineOptions {
  const { onOutput: _onOutput, onProgress: _onProgress, ...rest } = options;
  return rest;
}

/** A machine over one program. */
export function createMachine(options: MachineOptions): MachineHandle {
  return new EngineMachine(options);
}
