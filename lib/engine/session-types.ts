// A program under examination: it runs in its own machine, stays alive after its main module, and its functions can be called and its objects
// inspected from outside with plain data. Graders use it; nothing of the examiner is visible to the program.
import type { ExceptionView, RunResult } from './api.ts';
import type { PlainValue } from './plain-value.ts';
import type { Metrics, ObjectSerial, ObjectView, Snapshot } from './snapshot/schema.ts';

/** A reference that the session holds to an object of the program (it counts as one reference until released). */
export type Handle = number;

/** An argument of a call: plain data, or an object of the program that the session holds. */
export type CallArgument = PlainValue | { readonly t: 'handle'; readonly handle: Handle };

/** What calling one of the program's functions came to. Metrics are those of the call alone. */
export type CallOutcome =
  | {
      readonly ok: true;
      /** Keeps the result alive until released. */
      readonly handle: Handle;
      readonly value: PlainValue;
      readonly metrics: Metrics;
      readonly stdout: string;
    }
  | {
      readonly ok: false;
      readonly status: Exclude<RunResult['status'], 'ok' | 'compile-error'>;
      readonly exception: ExceptionView | null;
      readonly message: string | null;
      readonly metrics: Metrics;
      readonly stdout: string;
    };

/** Facts about one object that a handle holds. The refcount leaves the session's own references out. */
export interface ObjectFacts {
  readonly serial: ObjectSerial;
  readonly address: number;
  readonly type: string;
  readonly repr: string;
  readonly refcount: number | null;
  readonly sizeBytes: number;
}

/** Who holds an object: a name in a frame or module, or another object's reference. */
export interface Holder {
  /** Serial of the holding object; null for a frame's name. */
  readonly serial: ObjectSerial | null;
  /** 'Node' #4, frame 'walk', module `__main__`. */
  readonly holder: string;
  /** `.next`, `[0]`, `x`. */
  readonly label: string;
}

export interface Session {
  /** Runs the main module; it stays alive. Call it once, first. */
  exec(): RunResult;
  /** Calls `target` ('make', 'Cache.get', 'cache.get') of the main module, or an object that the session holds. */
  call(target: string | Handle, args: readonly CallArgument[], kwargs?: Readonly<Record<string, PlainValue>>): CallOutcome;
  /** Reads an attribute ('next', 'next.name') of an object that the session holds. */
  attribute(handle: Handle, path: string): CallOutcome;
  /** Evaluates an expression in the main module's namespace. */
  evaluate(expression: string): CallOutcome;
  /** Gives a handle back: the object may die now. */
  release(handle: Handle): void;
  describe(handle: Handle): ObjectFacts;
  /** Holds an object that a snapshot shows, if the collector tracks it and it is still alive. */
  hold(serial: ObjectSerial): Handle | null;
  /** Bytes of the object and everything reachable from it that the program made, each object once (types, modules and functions excluded). */
  deepSize(handle: Handle): number;
  /** Whether anything so far depended on the collector being switched on or off; if not, the program runs the same way with it switched off. */
  askedCollector(): boolean;
  /** gc.collect() in the program's machine; objects found unreachable. */
  collect(): number;
  /** How many live objects of the type (by its name) the program has made. */
  count(typeName: string): number;
  /** Live objects that the program made, by type name or all. */
  survivors(typeName?: string): readonly ObjectView[];
  holders(serial: ObjectSerial): readonly Holder[];
  snapshot(): Snapshot;
  /** Since the start of the program. */
  metrics(): Metrics;
  /** Everything printed so far. */
  stdout(): string;
  /** Ends the program as CPython does (finalizers run). */
  finish(): RunResult;
}
