// The door behind createRecording: one run that can be looked at at any step (recording-types.ts says what each answer is). The first run writes a log;
// what the log cannot say is looked at in a re-execution (playback.ts).
import type { CollectionView, Direction, Inspection, LeakMark, Lifetime, MemoryMap, Move, Overview, Recording, ReferenceHistory, SnapshotDiff } from '../recording-types.ts';
import type { LiveRun } from '../machine-run.ts';
import type { MachineOptions, RunResult } from '../api.ts';
import type { ObjectSerial, Snapshot } from '../snapshot/schema.ts';
import type { RunLog } from './run-log.ts';
import { invariant } from '../errors.ts';
import { captureContext, finishRun, guarded, resultOf, snapshotOf, startRun } from '../machine-run.ts';
import { diffSnapshots } from '../snapshot/diff.ts';
import { inspectObject } from '../snapshot/inspect.ts';
import { captureMemoryMap } from '../snapshot/memory-map.ts';
import { execMain } from '../vm/run.ts';
import { CollectionRecorder } from './collection-view.ts';
import { HistoryRecorder } from './history.ts';
import { findFirstLeak } from './leaks.ts';
import { lifetimeOf } from './lifetime.ts';
import { breakpointNear, momentAt, neighbourOf } from './navigation.ts';
import { overviewOf } from './overview.ts';
import { Playback } from './playback.ts';
import { SnapshotCache } from './snapshot-cache.ts';
import { Survey } from './survey.ts';

/** Steps between two reports of progress. */
const PROGRESS_STEPS = 250_000;

class EngineRecording implements Recording {
  readonly result: RunResult;
  readonly lastStep: number;
  private readonly log: RunLog;
  private readonly playback: Playback;
  private readonly snapshots = new SnapshotCache();
  private readonly sourceLines: readonly string[];
  private leak: LeakMark | null | undefined;

  constructor(options: MachineOptions) {
    const run = startRun(options);
    const survey = new Survey(run);
    const { onProgress } = options;
    const hooks = onProgress === undefined ? survey.hooks : Object.assign(survey.hooks, { onProgress, progressSteps: PROGRESS_STEPS });
    const main = guarded(() => execMain(run.m, hooks));
    survey.finish();
    this.log = survey.log;
    this.lastStep = survey.log.lastStep;
    if (run.m.steps === this.lastStep) this.snapshots.add(this.lastStep, this.capture(run));
    this.result = resultOf(run, finishRun(run, main));
    this.playback = new Playback(options);
    this.sourceLines = options.source.split('\n');
  }

  overview(maxPoints: number): Overview {
    return overviewOf(this.log, maxPoints);
  }

  neighbour(step: number, move: Move, direction: Direction): number | null {
    return neighbourOf(this.log, step, move, direction);
  }

  breakpoint(step: number, lines: readonly number[], direction: Direction): number | null {
    return breakpointNear(this.log, step, lines, direction);
  }

  snapshot(step: number): Snapshot {
    const moment = momentAt(this.log, step);
    const known = this.snapshots.get(moment);
    if (known !== undefined) return known;
    const wanted = this.snapshots.window(this.log, moment);
    this.playback.visit(wanted, (run, at) => this.snapshots.add(at, this.capture(run)));
    return this.snapshots.get(moment) as Snapshot;
  }

  diff(fromStep: number, toStep: number): SnapshotDiff {
    return diffSnapshots(this.snapshot(fromStep), this.snapshot(toStep), (serial) => this.lifetime(serial));
  }

  firstLeak(): LeakMark | null {
    if (this.leak === undefined) this.leak = findFirstLeak(this.log, this.playback);
    return this.leak;
  }

  memoryMap(step: number): MemoryMap {
    return this.lookAt(step, (run) => captureMemoryMap(run.m, captureContext(run, this.log.lives)));
  }

  inspect(step: number, serial: ObjectSerial): Inspection | null {
    const lifetime = this.lifetime(serial);
    if (lifetime === null) return null;
    const snapshot = this.snapshot(step);
    return this.lookAt(step, (run) => inspectObject(run.m, captureContext(run, this.log.lives), snapshot, lifetime));
  }

  history(serial: ObjectSerial): ReferenceHistory {
    const life = this.lifetime(serial);
    if (life === null) return { serial, events: [], isCut: false };
    const from = life.bornStep === null ? 0 : (this.log.instructions.before(life.bornStep) ?? 0);
    const steps = [from, life.diedStep ?? this.lastStep];
    let recorder: HistoryRecorder | null = null;
    let history: ReferenceHistory | null = null;
    this.playback.visit(steps, (run, _step, hooks) => {
      if (recorder === null) recorder = new HistoryRecorder(run, hooks, this.log.lives, serial);
      else history = recorder.finish();
    });
    return history ?? { serial, events: [], isCut: false };
  }

  collection(index: number): CollectionView | null {
    const mark = this.log.collections[index];
    if (mark === undefined) return null;
    let recorder: CollectionRecorder | null = null;
    let view: CollectionView | null = null;
    this.playback.visit([this.log.collectionStarts[index] ?? 0, mark.step], ({ m }) => {
      if (recorder === null) m.gc.observer = m.watcher = recorder = new CollectionRecorder(m, mark, m.gc.collections, this.log.lives);
      else {
        m.gc.observer = m.watcher = null;
        view = recorder.view();
      }
    });
    return view;
  }

  prepare(): void {
    this.playback.prepare();
  }

  lifetime(serial: ObjectSerial): Lifetime | null {
    return lifetimeOf(this.log, serial, (line) => this.sourceLines[line - 1] ?? '');
  }

  private lookAt<T>(step: number, look: (run: LiveRun) => T): T {
    let found: { readonly answer: T } | null = null;
    this.playback.visit([momentAt(this.log, step)], (run) => {
      found = { answer: look(run) };
    });
    invariant(found !== null, 'every moment of a run is reached again');
    return (found as { readonly answer: T }).answer;
  }

  private capture(run: LiveRun): Snapshot {
    return snapshotOf(run, this.log.lives);
  }
}

/** Runs a program and keeps what is needed to look at any of its moments. */
export function createRecording(options: MachineOptions): Recording {
  return new EngineRecording(options);
}
