// Machine → Snapshot (schema.ts): everything that a program made, as plain data, at the moment between two instructions.
import { isHiddenField } from '../gc/collector.ts';
import type { Machine } from '../machine.ts';
import { addressOf } from '../memory/address-space.ts';
import { sizeOf } from '../objects/abstract.ts';
import { dictItemPairs } from '../objects/dict.ts';
import { isStr, strValue } from '../objects/str.ts';
import { PyType } from '../objects/type.ts';
import type { PyObject } from '../objects/object.ts';
import { references } from './contents.ts';
import { safeRepr } from './safe-repr.ts';
import type { ArenaView, BindingView, FrameView, Metrics, ObjectView, Snapshot } from './schema.ts';

/** A frame as vm/ shows it to snapshots: references borrowed. */
export interface FrameState {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly bindings: readonly { readonly name: string; readonly kind: BindingView['kind']; readonly value: PyObject }[];
  readonly evalStack: readonly PyObject[];
  /** Everything else that the frame owns: function, code, namespace. */
  readonly owned: readonly PyObject[];
  /** The frame belongs to a generator, which visits the same references. */
  readonly ofGenerator: boolean;
}

/** What capture needs to know from outside the machine's heap. */
export interface CaptureContext {
  readonly frames: readonly FrameState[];
  /** The main module's namespace. */
  readonly globals: PyObject | null;
  readonly step: number;
  readonly stdout: string;
  /** First serial of the program's own objects. */
  readonly firstSerial: number;
  /** Line that allocated an object, by serial (only while lines are recorded). */
  readonly lineOf: (serial: number) => number | null;
}

/** Takes a snapshot. Reads only. */
export function captureSnapshot(m: Machine, context: CaptureContext): Snapshot {
  const reachable = reachableFrom(m, rootsOf(m, context));
  const shown = programObjects(m, context, reachable);
  const generations = m.gc.generationMap();
  const borderline = new Map<number, PyObject>();
  const views: ObjectView[] = [];
  const emit = (o: PyObject, expand: boolean): void => {
    const refs = expand ? references(m, o) : [];
    for (const { target } of refs) if (!shown.has(target)) borderline.set(target.serial, target);
    views.push({
      serial: o.serial,
      address: m.addressOfObject(o),
      type: o.ob_type.tp_name,
      repr: safeRepr(m, o),
      refcount: o.ob_refcnt < 0 ? null : o.ob_refcnt,
      sizeBytes: sizeOf(m, o),
      blockBytes: m.memory.blockBytes(o.block),
      generation: generations.get(o) ?? null,
      references: refs.map(({ label, target }) => ({ label, target: target.serial })),
      reachable: reachable.has(o),
      line: context.lineOf(o.serial),
    });
  };
  for (const o of shown) emit(o, true);
  const bindings = [...context.frames.flatMap((f) => [...f.bindings.map((b) => b.value), ...f.evalStack]), ...globalPairs(context).map(([, value]) => value)];
  for (const value of bindings) if (!shown.has(value)) borderline.set(value.serial, value);
  for (const o of borderline.values()) emit(o, false);
  views.sort((a, b) => a.serial - b.serial);
  return {
    python: m.profile.python,
    step: context.step,
    line: context.frames.at(-1)?.line ?? null,
    frames: context.frames.map(frameView),
    globals: globalPairs(context).map(([name, value]) => ({ name, target: value.serial, kind: 'global' as const })),
    objects: views,
    arenas: arenaViews(m),
    largeBlocks: [...m.memory.large.entries()].map(([block, sizeBytes]) => ({ address: addressOf(block, 0), sizeBytes })),
    gc: {
      enabled: m.gc.enabled,
      counts: threeOf(m.gc.generations.map((g) => g.count)),
      thresholds: threeOf(m.gc.generations.map((g) => g.threshold)),
    },
    stdout: context.stdout,
    metrics: metricsOf(m, context.step),
  };
}

/** The counters of a run so far. */
export function metricsOf(m: Machine, steps: number): Metrics {
  return {
    steps,
    allocations: m.memory.allocations,
    frees: m.memory.frees,
    liveBytes: m.memory.liveBytes,
    peakBytes: m.memory.peakBytes,
    collections: m.gc.collections,
    sourceChars: m.sourceChars,
  };
}

function threeOf(values: readonly number[]): readonly [number, number, number] {
  return [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0];
}

function frameView(frame: FrameState): FrameView {
  return {
    name: frame.name,
    file: frame.file,
    line: frame.line,
    bindings: frame.bindings.map(({ name, kind, value }) => ({ name, kind, target: value.serial })),
    evalStack: frame.evalStack.map((o) => o.serial),
  };
}

function globalPairs(context: CaptureContext): readonly (readonly [string, PyObject])[] {
  if (context.globals === null) return [];
  return dictItemPairs(context.globals)
    .filter(([key]) => isStr(key) && !/^__\w+__$/.test(strValue(key)))
    .map(([key, value]) => [strValue(key), value] as const);
}

function rootsOf(m: Machine, context: CaptureContext): PyObject[] {
  const roots: PyObject[] = [m.modules, m.builtins];
  if (context.globals !== null) roots.push(context.globals);
  for (const frame of context.frames) roots.push(...frame.bindings.map((b) => b.value), ...frame.evalStack, ...frame.owned);
  const handled = m.vm.currentException();
  if (handled !== null) roots.push(handled);
  return roots;
}

/** Everything that can be reached, start-up objects included. Iterative: chains may be a million long. */
function reachableFrom(m: Machine, roots: readonly PyObject[]): Set<PyObject> {
  const seen = new Set<PyObject>(roots);
  const pending = [...seen];
  const visit = (child: PyObject): void => {
    if (!seen.has(child)) {
      seen.add(child);
      pending.push(child);
    }
  };
  for (let o = pending.pop(); o !== undefined; o = pending.pop()) {
    visit(o.ob_type);
    o.ob_type.tp_traverse?.(m, o, visit);
  }
  return seen;
}

/** The program's own objects: reachable ones and garbage that waits for the collector. */
function programObjects(m: Machine, context: CaptureContext, reachable: Set<PyObject>): Set<PyObject> {
  const shown = new Set<PyObject>();
  for (const o of reachable) if (o.serial >= context.firstSerial) shown.add(o);
  const lost: PyObject[] = [];
  for (const o of m.gc.tracked()) if (o.serial >= context.firstSerial && !reachable.has(o)) lost.push(o);
  for (const o of lost) shown.add(o);
  for (const o of lost) for (const { target } of references(m, o)) if (target.serial >= context.firstSerial) shown.add(target);
  markHeldByNatives(m, lost, reachable);
  return shown;
}

/** Objects that no root reaches but that have more references than the lost ones explain are held by native code that is at work: alive. */
function markHeldByNatives(m: Machine, lost: readonly PyObject[], reachable: Set<PyObject>): void {
  const internal = new Map<PyObject, number>();
  for (const o of lost) internal.set(o, 0);
  for (const o of lost) {
    o.ob_type.tp_traverse?.(m, o, (child, field) => {
      const known = internal.get(child);
      if (known !== undefined && !isHiddenField(field)) internal.set(child, known + 1);
    });
  }
  const pending = lost.filter((o) => o.ob_refcnt > (internal.get(o) ?? 0) && !(o instanceof PyType && o.ob_refcnt < 0));
  for (const o of pending) reachable.add(o);
  for (let o = pending.pop(); o !== undefined; o = pending.pop()) {
    o.ob_type.tp_traverse?.(m, o, (child) => {
      if (!reachable.has(child)) {
        reachable.add(child);
        pending.push(child);
      }
    });
  }
}

function arenaViews(m: Machine): readonly ArenaView[] {
  const { small } = m.memory;
  return small.arenas.map((arena) => ({
    address: addressOf(arena.start, 0),
    pools: [...small.poolsOf(arena)].map((pool) => ({
      address: addressOf(pool.start, 0),
      sizeClassBytes: (pool.sizeClass + 1) * 16,
      capacity: pool.capacity,
      used: pool.used,
      freeList: pool.free.map((block) => addressOf(block, 0)).reverse(),
    })),
  }));
}
