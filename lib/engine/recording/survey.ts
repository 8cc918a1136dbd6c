// The first run of a recording: runs the program once with everything observed and writes the log (run-log.ts).
import type { CollectionObserver } from '../gc/collector.ts';
import type { CodeData } from '../objects/code.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import type { LifeWatcher, PyObject } from '../objects/object.ts';
import type { LiveRun } from '../machine-run.ts';
import type { Machine } from '../machine.ts';
import type { RunHooks } from '../vm/budget.ts';
import { RESUME } from '../compiler/opcodes.ts';
import { strValue } from '../objects/str.ts';
import { Death, LOGGED_STEPS, RunLog } from './run-log.ts';

/** Points kept of the curve, and marks of output; twice as many are recorded before every second one goes. */
const MAX_POINTS = 4096;

/** A code object of the program, and where its prologue (up to RESUME) ends; -1 = code of another file. */
type CodeStart = number;

/** Writes the log of one run. Install `hooks` in it, and call `finish` when the main program has ended. */
export class Survey {
  readonly log: RunLog;
  readonly hooks: RunHooks;
  private readonly m: Machine;
  private readonly run: LiveRun;
  private readonly filename: string;
  private readonly codeStarts = new Map<CodeData, CodeStart>();

  /** The running instruction: its step, opcode and line (the last line of the program's file that ran). */
  private step = -1;
  private opcode = 0;
  private line = 0;
  private pc = 0;
  private frame: Frame | null = null;
  private code: CodeData | null = null;
  private codeStart: CodeStart = -1;
  /** The frame was entered and none of its lines has begun. */
  private isFresh = false;

  /** Since the last instruction began. */
  private made = 0;
  private died = 0;
  private liveBytes = 0;
  private printed = 0;
  private settledCollections = 0;

  private liveObjects = 0;
  /** Serials of the objects that are being deallocated, innermost last. */
  private readonly dying: number[] = [];
  /** First serial that is too new to be garbage of the collection that clears now; 0 = none does. */
  private clearingBelow = 0;
  private pointStride = 1;
  private pointsSkipped = 0;
  private outputStride = 1;
  private outputsSkipped = 0;

  constructor(run: LiveRun) {
    this.run = run;
    this.m = run.m;
    this.filename = run.m.options.filename ?? 'main.py';
    this.log = new RunLog(run.firstSerial);
    this.hooks = { onInstruction: (frame) => this.before(frame) };
    run.m.watcher = this.watcher();
    run.m.gc.observer = this.collectionObserver();
  }

  /** The main program has ended: the last instruction is settled and nothing more is logged. */
  finish(): void {
    const { m, log } = this;
    // What ends with the program is no line's doing.
    this.line = 0;
    if (this.hooks.onInstruction !== undefined) this.settle(m.steps);
    log.lastStep = Math.min(m.steps, LOGGED_STEPS);
    log.serialsEnd = m.nextSerial;
    log.instructions.add(log.lastStep);
    this.addPoint(log.lastStep, 1);
    this.stop();
  }

  private stop(): void {
    this.hooks.onInstruction = undefined;
    this.m.watcher = null;
    this.m.gc.observer = null;
  }

  // --- instructions ---------------------------------------------------------------------------------------------------------------------

  private before(frame: Frame): void {
    const { m, log } = this;
    const step = m.steps;
    this.settle(step);
    if (step >= LOGGED_STEPS) {
      this.stop();
      return;
    }
    log.instructions.add(step);
    this.step = step;
    const pc = frame.pc - 1;
    const { code } = frame;
    this.opcode = code.ops[pc] as number;
    if (code !== this.code) {
      this.code = code;
      this.codeStart = this.startOf(code);
    }
    if (this.codeStart >= 0) this.follow(frame, code, pc, step);
    this.frame = frame;
    this.pc = pc;
  }

  /** Lines and calls of the program's own code. As a debugger's: a line begins where its first instruction runs, and again with every jump back. */
  private follow(frame: Frame, code: CodeData, pc: number, step: number): void {
    if (pc === 0) {
      this.log.calls.add(step);
      this.isFresh = true;
    }
    const line = code.unit.linenos[pc] as number;
    if (line <= 0 || pc <= this.codeStart) return;
    const wasInside = frame === this.frame;
    const begins = this.isFresh || (wasInside ? line !== this.line || pc < this.pc : line !== code.unit.linenos[pc - 1]);
    this.line = line;
    if (!begins) return;
    this.isFresh = false;
    const { depth } = this.m.vm as Interpreter;
    this.log.lineEvents.add(step, line, depth);
    this.log.counters.execute(line);
    if (++this.pointsSkipped >= this.pointStride) this.addPoint(step, depth);
  }

  /** What the instruction that is over has done. `step`: where the next one begins. */
  private settle(step: number): void {
    const { log } = this;
    const { memory } = this.m;
    const bytes = memory.liveBytes - this.liveBytes;
    if (this.made > 0 || this.died > 0 || bytes !== 0) {
      if (this.made > 0) log.allocations.add(step);
      log.counters.change(this.line, this.made, this.died, bytes);
      this.made = this.died = 0;
      this.liveBytes = memory.liveBytes;
    }
    if (memory.peakBytes > log.peakBytes) {
      log.peakBytes = memory.peakBytes;
      log.peakStep = step;
    }
    if (this.settledCollections < log.collections.length) this.settleCollections(step);
    if (this.run.output.stdout.length !== this.printed) this.addOutput(step);
  }

  private settleCollections(step: number): void {
    const { log } = this;
    log.collectionSteps.add(step);
    for (; this.settledCollections < log.collections.length; this.settledCollections++) {
      const mark = log.collections[this.settledCollections];
      if (mark !== undefined) log.collections[this.settledCollections] = { ...mark, step };
    }
  }

  private startOf(code: CodeData): CodeStart {
    let start = this.codeStarts.get(code);
    if (start === undefined) {
      start = strValue(code.filename) === this.filename ? code.ops.indexOf(RESUME) : -1;
      this.codeStarts.set(code, start);
    }
    return start;
  }

  private addPoint(step: number, depth: number): void {
    const { memory, gc } = this.m;
    const { points } = this.log;
    this.pointsSkipped = 0;
    points.push({
      step,
      line: this.line || null,
      depth,
      liveBytes: memory.liveBytes,
      peakBytes: memory.peakBytes,
      liveObjects: this.liveObjects,
      collections: gc.collections,
    });
    if (points.length > 2 * MAX_POINTS) {
      halve(points);
      this.pointStride *= 2;
    }
  }

  private addOutput(step: number): void {
    const { outputs } = this.log;
    this.printed = this.run.output.stdout.length;
    if (++this.outputsSkipped < this.outputStride) return;
    this.outputsSkipped = 0;
    outputs.push({ step, line: this.line || null, length: this.printed });
    if (outputs.length > 2 * MAX_POINTS) {
      halve(outputs);
      this.outputStride *= 2;
    }
  }

  // --- objects and collections ----------------------------------------------------------------------------------------------------------

  private watcher(): LifeWatcher {
    return {
      made: (o) => this.noteBirth(o),
      dealloc: (o) => {
        // The index of a loop without an iterator is no object.
        if (o.serial === 0) return o.ob_type.tp_dealloc(this.m, o);
        this.noteDeath(o);
        this.dying.push(o.serial);
        o.ob_type.tp_dealloc(this.m, o);
        this.dying.pop();
        if (o.ob_refcnt > 0) this.noteResurrection(o);
      },
    };
  }

  /** Row of an object of the program; -1 for the interpreter's. */
  private rowOf(o: PyObject): number {
    const { lives } = this.log;
    return lives.isOwn(o.serial) ? o.serial - lives.firstSerial : -1;
  }

  private noteBirth(o: PyObject): void {
    const { lives } = this.log;
    const row = o.serial - lives.firstSerial;
    if (this.m.memory.isUncounted || row < 0) return;
    this.made++;
    this.liveObjects++;
    lives.add(o.serial, o.ob_type.tp_name, this.step + 1, this.line);
  }

  private noteDeath(o: PyObject): void {
    const { lives, collections } = this.log;
    const row = this.rowOf(o);
    if (row < 0) return;
    this.died++;
    this.liveObjects--;
    const isGarbage = o.serial < this.clearingBelow;
    lives.death.set(row, isGarbage ? Death.COLLECTED : Death.COUNT);
    lives.diedStep.set(row, this.step + 1);
    lives.diedLine.set(row, this.line);
    lives.diedBy.set(row, isGarbage ? collections.length : this.opcode);
    lives.diedWith.set(row, this.dying.at(-1) ?? 0);
  }

  private noteResurrection(o: PyObject): void {
    const row = this.rowOf(o);
    if (row < 0) return;
    this.died--;
    this.liveObjects++;
    this.log.lives.death.set(row, Death.NONE);
  }

  private collectionObserver(): CollectionObserver {
    const { collections } = this.log;
    let generation = 0;
    let line = 0;
    let isAutomatic = false;
    let candidates = 0;
    const ignore = (): void => {};
    return {
      begin: (of, automatic, objects) => {
        generation = of;
        isAutomatic = automatic;
        candidates = 0;
        line = this.line;
        this.log.collectionStarts.push(Math.max(0, this.step));
        for (const o of objects) if (this.log.lives.isOwn(o.serial)) candidates++;
      },
      clearing: () => {
        this.clearingBelow = this.m.nextSerial;
      },
      end: (collected) => {
        this.clearingBelow = 0;
        collections.push({
          index: collections.length,
          step: this.step,
          line: line || null,
          generation: generation as 0 | 1 | 2,
          trigger: isAutomatic ? 'threshold' : 'call',
          candidates,
          collected,
          survivors: Math.max(0, candidates - collected),
        });
      },
      copied: ignore,
      subtracted: ignore,
      doubted: ignore,
      rescued: ignore,
      deduced: ignore,
      weakrefCleared: ignore,
      callbackCalled: ignore,
      finalizing: ignore,
      resurrected: ignore,
      cleared: ignore,
    };
  }
}

/** Drops every second entry. */
function halve(list: unknown[]): void {
  let kept = 0;
  for (let i = 0; i < list.length; i += 2) list[kept++] = list[i];
  list.length = kept;
}
