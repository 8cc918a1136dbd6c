// The types of the engine's public door (index.ts): options, limits, results. No behaviour lives here.
import type { PlainValue } from './plain-value.ts';
import type { Metrics, Snapshot } from './snapshot/schema.ts';

/** The CPython versions that can be simulated; each names one patch release (see profiles/). */
export type PythonVersion = '3.11' | '3.12' | '3.13' | '3.14' | '3.15';

/** Bounds of one run. Counted, never timed, so that every host agrees. See limits.ts for the defaults. */
export interface RunLimits {
  /** Instructions plus counted native work. */
  readonly steps: number;
  /** Simulated bytes requested and alive. */
  readonly memoryBytes: number;
  /** Characters on stdout and stderr together. */
  readonly outputChars: number;
}

/** Collector schedules that a grader can impose (the schedule adversary). */
export type GcSchedule = 'normal' | 'disabled' | 'every-allocation' | { readonly threshold0: number };

/** What a machine is made from. The same options always give the same run. */
export interface MachineOptions {
  readonly source: string;
  /** Shown in tracebacks; default `main.py`. */
  readonly filename?: string;
  readonly python?: PythonVersion;
  readonly limits?: Partial<RunLimits>;
  /** Virtual files, by absolute or relative path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly argv?: readonly string[];
  /** What the program reads; a function is asked for the next piece whenever more is wanted ('' = the end), which only a machine that runs once can have. */
  readonly stdin?: string | (() => string);
  /**
   * What standard output is to the program. A terminal (default) shows each line at once; a pipe is given 8 KiB at a time, and until then the stream holds
   * the printed strings, as `python3 FILE | cat` does.
   */
  readonly stdout?: 'terminal' | 'pipe';
  /** Seed of the simulated clock and of `os.urandom`. */
  readonly seed?: number;
  readonly gcSchedule?: GcSchedule;
  /** Receives output as it is written. */
  readonly onOutput?: (stream: 'stdout' | 'stderr', text: string) => void;
  /** Called about every `progressSteps` steps on long runs. */
  readonly onProgress?: (steps: number) => void;
  /** Extra importable modules, Python source by name (the grader's observation module arrives here). */
  readonly extraModules?: Readonly<Record<string, string>>;
  /** Makes the module `_host` importable: its `call(name, *args)` lands here with plain data. undefined = no such function. */
  readonly hostCall?: (name: string, args: readonly PlainValue[]) => HostAnswer | undefined;
}

/** What a host function answers. */
export type HostAnswer = { readonly ok: true; readonly value: PlainValue } | { readonly ok: false; readonly reason: string };

/** How a run ended. */
export type RunStatus =
  | 'ok' // ended normally, or sys.exit(0)
  | 'exception' // an uncaught exception, or sys.exit(other)
  | 'compile-error' // SyntaxError and relatives: nothing ran
  | 'step-limit'
  | 'memory-limit'
  | 'output-limit'
  | 'not-simulated' // the program used something that the engine does not simulate
  | 'stopped' // stopped by the caller at a requested step
  | 'internal-error'; // the engine's own bug

/** An uncaught exception or diagnostics, in plain data. */
export interface ExceptionView {
  readonly type: string;
  readonly message: string;
  /** Line in the program's own file where it was raised; null when unknown. */
  readonly line: number | null;
  readonly column: number | null;
  /** The whole text that CPython would print on stderr. */
  readonly traceback: string;
}

/** The result of a whole run. */
export interface RunResult {
  readonly status: RunStatus;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly exception: ExceptionView | null;
  /** For the limit and not-simulated statuses: one sentence that names the limit. */
  readonly message: string | null;
  readonly metrics: Metrics;
}

/** A machine over one program: each call is a run of its own. createRecording (recording-types.ts) looks at the moments of one run. */
export interface MachineHandle {
  /** Runs the program to its end and tears the interpreter down, as `python3 FILE` does. */
  run(): RunResult;
  /** The state after the last instruction, before the interpreter is torn down. */
  finalSnapshot(): Snapshot;
  /**
   * The states before each line of the program's own file that is run or gone on with after a call, the first `maxLines` of them, and the state after the
   * last instruction. A recording has no moments within a line; who asks which line made a reference needs those after calls.
   */
  lineSnapshots(maxLines: number): readonly Snapshot[];
}
