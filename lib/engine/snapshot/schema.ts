// The plain-data view of a machine: what snapshots, diffs and provenance look like. Everything here survives structuredClone and JSON.
// Views (heap graph, inspector, grader messages) are pure functions of these types. Moving through a run, memory map and history: recording-types.ts.

/** A simulated address, printed by `id()`; a JS number is exact (addresses stay below 2^47). */
export type Address = number;

/** Identity of an object during one run: allocation ordinals never repeat, unlike addresses. */
export type ObjectSerial = number;

/** One outgoing reference of an object. `label` is what a person calls it: `.next`, `[0]`, `['k']`, `key 'k'`, `__class__`, `cell x`. */
export interface ReferenceView {
  readonly label: string;
  readonly target: ObjectSerial;
}

/** One live object. */
export interface ObjectView {
  readonly serial: ObjectSerial;
  readonly address: Address;
  readonly type: string;
  /** The how-manieth object of its type that the program made, from 1: its number in every sentence and view. `null` for the interpreter's own. */
  readonly ordinal: number | null;
  /** A short repr made without running Python code (never calls a user's `__repr__`). */
  readonly repr: string;
  /** Reference count as CPython has it (borrowed loads of 3.14+ are not in it); `null` for immortal objects. */
  readonly refcount: number | null;
  /** What `sys.getsizeof` would answer, in bytes, without calling a user's `__sizeof__`. */
  readonly sizeBytes: number;
  /** The block that pymalloc or malloc really handed out for the object itself, in bytes. */
  readonly blockBytes: number;
  /** 0, 1, 2 while tracked by the collector; `null` when untracked. 3 = permanent (gc.freeze). */
  readonly generation: 0 | 1 | 2 | 3 | null;
  readonly references: readonly ReferenceView[];
  /** Reachable from a frame, a module or the interpreter. A live object that is not reachable is garbage that awaits the collector. */
  readonly reachable: boolean;
  /** Line of the source that was running when the object was allocated; `null` for objects made by the interpreter's start-up. */
  readonly line: number | null;
}

/** A name in a frame or module, bound to an object. */
export interface BindingView {
  readonly name: string;
  readonly target: ObjectSerial;
  readonly kind: 'local' | 'cell' | 'free' | 'global' | 'stack';
}

/** One frame, innermost last. */
export interface FrameView {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly bindings: readonly BindingView[];
  /** Temporaries on the evaluation stack, bottom first. */
  readonly evalStack: readonly ObjectSerial[];
}

/** Counters of a run. All are integers, equal in browser and server. */
export interface Metrics {
  /** Bytecode instructions executed (work inside native functions counts too, in units of limits.ts). */
  readonly steps: number;
  readonly allocations: number;
  readonly frees: number;
  /** Requested bytes alive now / at most, counted from the start of the program (start-up is zero). */
  readonly liveBytes: number;
  readonly peakBytes: number;
  readonly collections: number;
  readonly sourceChars: number;
}

/** The whole machine at one moment. */
export interface Snapshot {
  readonly python: string;
  readonly step: number;
  readonly line: number | null;
  readonly frames: readonly FrameView[];
  readonly globals: readonly BindingView[];
  /** Objects made by the program and everything they can name; start-up objects appear only when something shown refers to them. */
  readonly objects: readonly ObjectView[];
  readonly gc: {
    readonly enabled: boolean;
    readonly counts: readonly [number, number, number];
    readonly thresholds: readonly [number, number, number];
  };
  readonly stdout: string;
  readonly metrics: Metrics;
}
