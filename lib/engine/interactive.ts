// An interactive session over one interpreter: statements run as they become complete (CPython Python/pythonrun.c, PyRun_InteractiveLoop).
import type { MachineOptions } from './api.ts';
import { bootMachine } from './bootstrap.ts';
import { RunEnded } from './errors.ts';
import { dictSetStr } from './objects/dict.ts';
import { decref } from './objects/object.ts';
import { newStr } from './objects/str.ts';
import { runInteractive } from './vm/interactive-run.ts';
import type { Interpreter } from './vm/interpreter.ts';
import { execMain, finishMain } from './vm/run.ts';

/** How a session is made. */
export interface InteractiveOptions extends Omit<MachineOptions, 'source' | 'filename'> {
  /** Asked now and then while a statement runs; true ends it with KeyboardInterrupt. */
  readonly isInterrupted?: () => boolean;
}

/** A running session. */
export interface InteractiveSession {
  /** What `python3` prints when it starts. */
  readonly banner: string;
  /** Set once the session has ended (exit(), or a limit). */
  readonly exitCode: number | null;
  /** Takes all lines of a statement entered so far; true = more lines are needed. */
  push(source: string): boolean;
  /** Ends the session; answers the exit status. */
  finish(): number;
}

/** Starts a session. Output goes to `onOutput`; the step limit holds for each statement. */
export function createInteractive({ isInterrupted, ...options }: InteractiveOptions): InteractiveSession {
  const m = bootMachine({ ...options, source: '', filename: '<stdin>' }, { stdout: '', stderr: '' });
  const hooks = isInterrupted === undefined ? {} : { isInterrupted };
  const { major, minor, micro } = m.profile.release;
  let exitCode: number | null = null;
  let statements = 0;
  guarded(() => {
    execMain(m);
    m.memory.uncounted(() => {
      for (const [name, prompt] of [['ps1', '>>> '], ['ps2', '... ']] as const) {
        const text = newStr(m, prompt);
        dictSetStr(m, (m.vm as Interpreter).sysDict ?? m.builtins, name, text);
        decref(m, text);
      }
    });
    return false;
  });
  return {
    banner: `Python ${major}.${minor}.${micro} (simulated by PyArena)\nexit() or Ctrl-D ends the session.`,
    get exitCode() {
      return exitCode;
    },
    push(source) {
      return guarded(() => {
        const outcome = runInteractive(m, source, statements, hooks);
        if (outcome.exitCode !== null) exitCode = outcome.exitCode;
        if (!outcome.needsMore) statements++;
        return outcome.needsMore;
      });
    },
    finish() {
      guarded(() => {
        finishMain(m);
        return false;
      });
      return exitCode ?? 0;
    },
  };

  /** A limit, or something that is not simulated, ends the session. */
  function guarded(act: () => boolean): boolean {
    try {
      return act();
    } catch (trouble) {
      if (!(trouble instanceof RunEnded)) throw trouble;
      m.options.onOutput?.('stderr', `[${trouble.status}] ${trouble.message}\n`);
      exitCode = 1;
      return false;
    }
  }
}
