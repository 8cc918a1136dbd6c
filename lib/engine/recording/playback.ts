// Reaching a step by running again. A machine that has been run to a step is parked there and goes on from it when a later step is asked for, so
// that scrubbing forward costs only the instructions in between; an earlier step starts from an earlier parked machine or from the beginning.
import type { LiveRun } from '../machine-run.ts';
import type { MachineOptions } from '../api.ts';
import { guarded, startRun } from '../machine-run.ts';
import { MainRun } from '../vm/run.ts';
import { Parked, canPark } from '../vm/budget.ts';
import type { RunHooks } from '../vm/budget.ts';

/** Machines that are kept, and simulated bytes alive in all of them but one: each holds the heap of its moment. */
const MAX_PARKED = 4;
const MAX_PARKED_BYTES = 32 * 1024 * 1024;

/** One re-execution: goes forward only. */
export class Player {
  readonly run: LiveRun;
  /** Step before which the machine stands, and what lies behind it. */
  at = -1;
  hasEnded = false;
  readonly hooks: RunHooks;
  private readonly main: MainRun;
  private hasStarted = false;
  private pending: number[] = [];
  private look: (step: number) => void = () => {};

  constructor(options: MachineOptions) {
    this.run = startRun(options);
    this.main = new MainRun(this.run.m);
    this.hooks = { onStop: () => this.stopped() };
  }

  /**
   * Runs through `steps` (ascending, none before `at`) and calls `look` at each while the frames stand; steps after the end are looked at at the end.
   * Afterwards the machine is parked at the last step, or at the first moment after it where that is possible.
   */
  visit(steps: readonly number[], look: (step: number) => void): void {
    this.pending = [...steps];
    // The run's own guard must not swallow what goes wrong in a look.
    let trouble: { readonly error: unknown } | null = null;
    this.look = (step) => {
      try {
        look(step);
      } catch (error) {
        trouble ??= { error };
      }
    };
    if (!this.hasEnded) this.lookHere();
    if (this.pending.length > 0 && !this.hasEnded) this.goOn();
    if (this.hasEnded) for (let next = this.pending.shift(); next !== undefined; next = this.pending.shift()) this.look(next);
    const failed = trouble as { readonly error: unknown } | null;
    if (failed !== null) throw failed.error;
  }

  /** The steps that the machine stands at already. */
  private lookHere(): void {
    while (this.hasStarted && this.pending[0] !== undefined && this.pending[0] <= this.at) this.look(this.pending.shift() as number);
  }

  private goOn(): void {
    this.hooks.stopAtStep = this.pending[0];
    const isFirst = !this.hasStarted;
    this.hasStarted = true;
    guarded(() => {
      try {
        const outcome = isFirst ? this.main.start(this.hooks) : this.main.resume();
        this.hasEnded = true;
        return outcome;
      } catch (trouble) {
        if (!(trouble instanceof Parked)) this.hasEnded = true;
        else return { status: 'stopped', exitCode: 0, exception: null, message: null };
        throw trouble;
      }
    });
    this.at = this.run.m.steps;
  }

  private stopped(): number | 'park' {
    const { m } = this.run;
    this.at = m.steps;
    this.lookHere();
    const [next] = this.pending;
    if (next !== undefined) return next;
    return canPark(m) ? 'park' : this.at + 1;
  }
}

/** All re-executions of one recording. */
export class Playback {
  private readonly options: MachineOptions;
  private readonly parked: Player[] = [];
  /** A machine that is ready to start. */
  private spare: Player | null = null;

  constructor(options: MachineOptions) {
    const { onOutput: _onOutput, onProgress: _onProgress, ...rest } = options;
    this.options = rest;
  }

  /** Looks at the machine at each of `steps` (ascending). What `look` sees is only valid during the call, and must not be changed. */
  visit(steps: readonly number[], look: (run: LiveRun, step: number, hooks: RunHooks) => void): void {
    const [first] = steps;
    if (first === undefined) return;
    const player = this.take(first);
    player.visit(steps, (step) => look(player.run, step, player.hooks));
    this.keep(player);
  }

  /** Boots the machine that the next look backwards will need. */
  prepare(): void {
    this.spare ??= new Player(this.options);
  }

  /** The machine that is nearest before `step`, taken out of the parked ones; else a new one. */
  private take(step: number): Player {
    let best = -1;
    this.parked.forEach((player, i) => {
      if (player.at <= step && player.at > (this.parked[best]?.at ?? -1)) best = i;
    });
    return this.parked.splice(best, best < 0 ? 0 : 1)[0] ?? this.takeSpare();
  }

  private takeSpare(): Player {
    const player = this.spare ?? new Player(this.options);
    this.spare = null;
    return player;
  }

  private keep(player: Player): void {
    this.parked.push(player);
    const bytes = (): number => this.parked.reduce((sum, { run }) => sum + run.m.memory.liveBytes, 0);
    while (this.parked.length > MAX_PARKED || (this.parked.length > 1 && bytes() > MAX_PARKED_BYTES)) this.parked.shift();
  }
}
