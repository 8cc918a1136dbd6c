// Machine → Snapshot (schema.ts): everything that a program made, as plain data, at the moment between two instructions.
import type { Machine } from '../machine.ts';
import { sizeOf } from '../objects/abstract.ts';
import { dictItemPairs } from '../objects/dict.ts';
import { isStr, strValue } from '../objects/str.ts';
import type { PyObject } from '../objects/object.ts';
import { forEachReference } from './contents.ts';
import { borrowedCounts, ownedReferences } from '../vm/borrowed.ts';
import { Marks, programObjects, reachableFromRoots } from './reach.ts';
import { safeRepr } from './safe-repr.ts';
import type { BindingView, FrameView, Metrics, ObjectView, ReferenceView, Snapshot } from './schema.ts';

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
  readonly origins: Origins;
}

/** Where objects came from, by serial. */
export interface Origins {
  /** True for what the program made: not the interpreter's start-up, nor what the interpreter makes for itself later. */
  isOwn(serial: number): boolean;
  /** The line that made it. */
  lineOf(serial: number): number | null;
  /** The how-manieth of its type that the program made. */
  ordinalOf(serial: number): number | null;
}

/** Takes a snapshot. Reads only. */
export function captureSnapshot(m: Machine, context: CaptureContext): Snapshot {
  const reach = reachableFromRoots(m, context);
  const shown = programObjects(m, context, reach);
  return {
    python: m.profile.python,
    step: context.step,
    line: context.frames.at(-1)?.line ?? null,
    frames: context.frames.map(frameView),
    globals: globalPairs(context).map(([name, value]) => ({ name, target: value.serial, kind: 'global' as const })),
    objects: objectViews(m, context, shown, reach),
    gc: {
      enabled: m.gc.enabled,
      counts: threeOf(m.gc.generations.map((g) => g.count)),
      thresholds: threeOf(m.gc.generations.map((g) => g.threshold)),
    },
    stdout: context.stdout,
    metrics: metricsOf(m, context.step),
  };
}

/** The shown objects with everything they own, and what they name of the interpreter's without. */
function objectViews(m: Machine, context: CaptureContext, shown: readonly PyObject[], reach: Marks): readonly ObjectView[] {
  const generations = generationMarks(m);
  const borrowed = borrowedCounts(m);
  const isShown = new Marks(m);
  for (const o of shown) isShown.add(o);
  const named: PyObject[] = [];
  const name = (o: PyObject): void => {
    if (isShown.has(o)) return;
    isShown.add(o);
    named.push(o);
  };
  const view = (o: PyObject, references: readonly ReferenceView[]): ObjectView => {
    const generation = generations[o.serial] ?? 0;
    return {
      serial: o.serial,
      address: m.addressOfObject(o),
      type: o.ob_type.tp_name,
      ordinal: context.origins.ordinalOf(o.serial),
      repr: safeRepr(m, o),
      refcount: o.ob_refcnt < 0 ? null : ownedReferences(m, o) - (borrowed.get(o) ?? 0),
      sizeBytes: sizeOf(m, o),
      blockBytes: m.memory.blockBytes(o.block),
      generation: generation === 0 ? null : ((generation - 1) as 0 | 1 | 2 | 3),
      references,
      reachable: reach.has(o),
      line: context.origins.lineOf(o.serial),
    };
  };
  const views = shown.map((o) => {
    const refs: ReferenceView[] = [];
    forEachReference(m, o, (label, target) => {
      name(target);
      refs.push({ label, target: target.serial });
    });
    return view(o, refs);
  });
  for (const frame of context.frames) {
    for (const { value } of frame.bindings) name(value);
    for (const value of frame.evalStack) name(value);
  }
  for (const [, value] of globalPairs(context)) name(value);
  for (const o of named) views.push(view(o, []));
  return views.sort((a, b) => a.serial - b.serial);
}

/** Generation + 1 of every tracked object, by serial; 0 = untracked. */
function generationMarks(m: Machine): Uint8Array {
  const marks = new Uint8Array(m.nextSerial);
  m.gc.forEachTracked((o, generation) => {
    marks[o.serial] = generation + 1;
  });
  return marks;
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
