// A program under examination (see session-types.ts): execute, call, inspect, finish.
import type { ExceptionView, MachineOptions, RunResult } from './api.ts';
import { PyRaise, invariant } from './errors.ts';
import { type LiveRun, afterEnd, guarded, resultOf, snapshotOf, startRun } from './machine-run.ts';
import type { PlainValue } from './plain-value.ts';
import { fromPlain, toPlain } from './plain.ts';
import { getAttr, sizeOf } from './objects/abstract.ts';
import { call } from './objects/call.ts';
import { dictGetStr } from './objects/dict.ts';
import { FunctionData } from './objects/function.ts';
import { ModuleData } from './objects/module.ts';
import { intern } from './objects/names.ts';
import { decref, incref, type PyObject } from './objects/object.ts';
import { raise } from './objects/raise.ts';
import { newTuple } from './objects/tuple.ts';
import { newStr } from './objects/str.ts';
import { PyType } from './objects/type.ts';
import type { CallArgument, CallOutcome, Handle, Holder, ObjectFacts, Session } from './session-types.ts';
import { metricsOf } from './snapshot/capture.ts';
import { references } from './snapshot/contents.ts';
import { holdersOf } from './snapshot/holders.ts';
import { safeRepr } from './snapshot/safe-repr.ts';
import type { Metrics, ObjectSerial, ObjectView, Snapshot } from './snapshot/schema.ts';
import { type MainOutcome, describeUncaught, evaluateInMain, execMain, finishMain, mainNamespace } from './vm/run.ts';

class EngineSession implements Session {
  private readonly run: LiveRun;
  private readonly handles = new Map<Handle, PyObject>();
  private nextHandle = 1;
  private main: MainOutcome | null = null;

  constructor(options: MachineOptions) {
    this.run = startRun(options, true);
  }

  exec(): RunResult {
    invariant(this.main === null, 'a session executes its program once');
    this.main = guarded(() => execMain(this.run.m));
    return resultOf(this.run, this.main);
  }

  call(target: string | Handle, args: readonly CallArgument[], kwargs: Readonly<Record<string, PlainValue>> = {}): CallOutcome {
    return this.outcome(() => this.callTarget(target, args, kwargs));
  }

  attribute(handle: Handle, path: string): CallOutcome {
    return this.outcome(() => this.follow(incref(this.object(handle)), path.split('.')));
  }

  evaluate(expression: string): CallOutcome {
    return this.outcome(() => evaluateInMain(this.run.m, expression));
  }

  release(handle: Handle): void {
    const object = this.object(handle);
    this.handles.delete(handle);
    guarded(() => (decref(this.run.m, object), OK));
  }

  describe(handle: Handle): ObjectFacts {
    const { m } = this.run;
    const o = this.object(handle);
    const held = [...this.handles.values()].filter((other) => other === o).length;
    return {
      serial: o.serial,
      address: m.addressOfObject(o),
      type: o.ob_type.tp_name,
      repr: safeRepr(m, o),
      refcount: o.ob_refcnt < 0 ? null : o.ob_refcnt - held,
      sizeBytes: sizeOf(m, o),
    };
  }

  hold(serial: ObjectSerial): Handle | null {
    for (const o of this.run.m.gc.tracked()) if (o.serial === serial) return this.give(incref(o));
    return null;
  }

  deepSize(handle: Handle): number {
    const { m, origins } = this.run;
    const root = this.object(handle);
    const seen = new Set<PyObject>([root]);
    const pending = [root];
    let bytes = 0;
    for (let o = pending.pop(); o !== undefined; o = pending.pop()) {
      bytes += sizeOf(m, o);
      for (const { target } of references(m, o)) {
        const counts = origins.isOwn(target.serial) && target.ob_refcnt >= 0 && !isInfrastructure(target);
        if (counts && !seen.has(target)) {
          seen.add(target);
          pending.push(target);
        }
      }
    }
    return bytes;
  }

  askedCollector(): boolean {
    return this.run.m.gc.wasAsked;
  }

  collect(): number {
    let found = 0;
    guarded(() => {
      found = this.run.m.gc.collect(2);
      return OK;
    });
    return found;
  }

  count(typeName: string): number {
    const { m, origins } = this.run;
    let count = 0;
    for (const o of m.gc.tracked()) if (origins.isOwn(o.serial) && o.ob_type.tp_name === typeName) count++;
    return count;
  }

  survivors(typeName?: string): readonly ObjectView[] {
    return this.snapshot().objects.filter((o) => this.run.origins.isOwn(o.serial) && (typeName === undefined || o.type === typeName));
  }

  holders(serial: ObjectSerial): readonly Holder[] {
    return holdersOf(this.snapshot(), serial);
  }

  snapshot(): Snapshot {
    return snapshotOf(this.run);
  }

  metrics(): Metrics {
    return metricsOf(this.run.m, this.run.m.stepsNow);
  }

  stdout(): string {
    return this.run.output.stdout;
  }

  finish(): RunResult {
    const main = this.main ?? OK;
    for (const handle of [...this.handles.keys()]) this.release(handle);
    const end = guarded(() => finishMain(this.run.m));
    return resultOf(this.run, afterEnd(main, end));
  }

  /** Keeps a reference under a new handle. */
  private give(object: PyObject): Handle {
    const handle = this.nextHandle++;
    this.handles.set(handle, object);
    return handle;
  }

  private object(handle: Handle): PyObject {
    const object = this.handles.get(handle);
    invariant(object !== undefined, `handle ${handle} was released or never given`);
    return object;
  }

  /** Finds `a.b.c` from the main module's namespace, `builtins.a` among the built-ins, whatever the program has bound (new reference). */
  private target(target: string | Handle): PyObject {
    const { m } = this.run;
    if (typeof target === 'number') return incref(this.object(target));
    const [first = '', ...path] = target.split('.');
    const found = first === 'builtins' ? dictGetStr(m, m.modules, first) : dictGetStr(m, mainNamespace(m), first);
    if (found === null) throw raise(m, m.types.NameError, `name '${first}' is not defined`);
    return this.follow(incref(found), path);
  }

  /** Reads attribute after attribute; consumes the reference to the first object. */
  private follow(start: PyObject, path: readonly string[]): PyObject {
    const { m } = this.run;
    let at = start;
    for (const name of path) {
      try {
        const next = getAttr(m, at, intern(m, name));
        decref(m, at);
        at = next;
      } catch (trouble) {
        decref(m, at);
        throw trouble;
      }
    }
    return at;
  }

  private callTarget(target: string | Handle, args: readonly CallArgument[], kwargs: Readonly<Record<string, PlainValue>>): PyObject {
    const { m } = this.run;
    const callable = this.target(target);
    const names = Object.keys(kwargs);
    const values = [...args.map((arg) => this.argument(arg)), ...names.map((name) => fromPlain(m, kwargs[name] ?? null))];
    const kwnames = names.length === 0 ? null : newTuple(m, names.map((name) => newStr(m, name)));
    try {
      return call(m, callable, values, kwnames);
    } finally {
      for (const value of values) decref(m, value);
      if (kwnames !== null) decref(m, kwnames);
      decref(m, callable);
    }
  }

  private argument(arg: CallArgument): PyObject {
    if (typeof arg === 'object' && arg !== null && arg.t === 'handle') return incref(this.object(arg.handle));
    return fromPlain(this.run.m, arg);
  }

  private outcome(body: () => PyObject): CallOutcome {
    const { m, output } = this.run;
    const before = this.metrics();
    const printed = output.stdout.length;
    const peakBytes = m.memory.peakBytes;
    m.memory.peakBytes = m.memory.liveBytes;
    let value: PyObject | null = null;
    let exception: ExceptionView | null = null;
    const end = guarded(() => {
      try {
        value = body();
      } catch (trouble) {
        if (!(trouble instanceof PyRaise)) throw trouble;
        exception = describeUncaught(m, trouble.exc);
        decref(m, trouble.exc);
      }
      return OK;
    });
    const metrics = difference(this.metrics(), before);
    m.memory.peakBytes = Math.max(peakBytes, m.memory.peakBytes);
    const stdout = output.stdout.slice(printed);
    const result = value as PyObject | null;
    if (result === null) {
      const status = exception !== null ? 'exception' : end.status === 'ok' || end.status === 'compile-error' ? 'internal-error' : end.status;
      return { ok: false, status, exception, message: end.message, metrics, stdout };
    }
    const handle = this.give(result);
    return { ok: true, handle, value: toPlain(m, result), metrics, stdout };
  }
}

const OK: MainOutcome = { status: 'ok', exitCode: 0, exception: null, message: null };

/** Types, modules and functions are the program, not its data. */
function isInfrastructure(o: PyObject): boolean {
  return o instanceof PyType || o.data instanceof ModuleData || o.data instanceof FunctionData;
}

/** What happened between two readings; live and peak bytes are relative to the first. */
function difference(after: Metrics, before: Metrics): Metrics {
  return {
    steps: after.steps - before.steps,
    allocations: after.allocations - before.allocations,
    frees: after.frees - before.frees,
    liveBytes: after.liveBytes - before.liveBytes,
    peakBytes: after.peakBytes - before.liveBytes,
    collections: after.collections - before.collections,
    sourceChars: after.sourceChars,
  };
}

/** A session over one program. */
export function createSession(options: MachineOptions): Session {
  return new EngineSession(options);
}
