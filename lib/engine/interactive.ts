// An interactive session over one interpreter: statements are compiled in mode 'single' as they become complete (CPython Lib/code.py, codeop.py).
import type { MachineOptions } from './api.ts';
import { bootMachine } from './bootstrap.ts';
import { RunEnded } from './errors.ts';
import { runInteractive } from './vm/interactive-run.ts';
import { execMain, finishMain } from './vm/run.ts';

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

/** Starts a session. Output goes to `onOutput`. */
export function createInteractive(options: Omit<MachineOptions, 'source'>): InteractiveSession {
  const m = bootMachine({ ...options, source: '', filename: '<stdin>' }, { stdout: '', stderr: '' });
  execMain(m);
  const { major, minor, micro } = m.profile.release;
  let exitCode: number | null = null;
  return {
    banner: `Python ${major}.${minor}.${micro} (simulated)`,
    get exitCode() {
      return exitCode;
    },
    push(source) {
      try {
        const outcome = runInteractive(m, source);
        if (outcome.exitCode !== null) exitCode = outcome.exitCode;
        return outcome.needsMore;
      } catch (trouble) {
        if (!(trouble instanceof RunEnded)) throw trouble;
        m.write('stderr', `[${trouble.status}] ${trouble.message}\n`);
        exitCode = 1;
        return false;
      }
    },
    finish() {
      finishMain(m);
      return exitCode ?? 0;
    },
  };
}
