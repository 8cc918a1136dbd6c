// Which objects are alive and which can be reached: from names, temporaries, modules and the interpreter. Reads only.
import { isHiddenField } from '../gc/collector.ts';
import type { CaptureContext } from './capture.ts';
import type { Machine } from '../machine.ts';
import type { PyObject } from '../objects/object.ts';
import { PyType } from '../objects/type.ts';

/** A set of objects: one byte per serial of the machine. */
export class Marks {
  private readonly bytes: Uint8Array;
  constructor(m: Machine) {
    this.bytes = new Uint8Array(m.nextSerial);
  }
  has(o: PyObject): boolean {
    return this.bytes[o.serial] === 1;
  }
  add(o: PyObject): void {
    this.bytes[o.serial] = 1;
  }
}

/** Everything that can be reached, start-up objects included, in the order of discovery. */
export class Reach extends Marks {
  readonly objects: PyObject[] = [];
  private readonly m: Machine;

  constructor(m: Machine) {
    super(m);
    this.m = m;
  }

  /** Adds what `roots` reach. Iterative: chains may be a million long. */
  from(roots: readonly PyObject[]): void {
    const { m, objects } = this;
    const visit = (child: PyObject): void => {
      if (this.has(child)) return;
      this.add(child);
      objects.push(child);
    };
    let next = objects.length;
    for (const root of roots) visit(root);
    for (; next < objects.length; next++) {
      const o = objects[next] as PyObject;
      visit(o.ob_type);
      o.ob_type.tp_traverse?.(m, o, visit);
    }
  }
}

/** Everything that names, modules and the interpreter reach. */
export function reachableFromRoots(m: Machine, context: CaptureContext): Reach {
  const reach = new Reach(m);
  reach.from(rootsOf(m, context));
  return reach;
}

/** Tracked objects of the program that nothing reaches: garbage that waits for the collector. */
export function garbageOf(m: Machine, context: CaptureContext): PyObject[] {
  const reach = reachableFromRoots(m, context);
  const lost = lostObjects(m, context, reach);
  if (lost.length > 0) reach.from(heldByNatives(m, lost));
  return lost.filter((o) => !reach.has(o));
}

function lostObjects(m: Machine, context: CaptureContext, reach: Reach): PyObject[] {
  const lost: PyObject[] = [];
  m.gc.forEachTracked((o) => {
    if (!reach.has(o) && context.origins.isOwn(o.serial)) lost.push(o);
  });
  return lost;
}

/** The program's own objects: reachable ones and garbage that waits for the collector. Objects that native code holds become reachable. */
export function programObjects(m: Machine, context: CaptureContext, reach: Reach): PyObject[] {
  const lost = lostObjects(m, context, reach);
  if (lost.length > 0) reach.from(heldByNatives(m, lost));
  const shown = reach.objects.filter((o) => context.origins.isOwn(o.serial));
  const seen = new Marks(m);
  const add = (o: PyObject): void => {
    if (reach.has(o) || seen.has(o) || !context.origins.isOwn(o.serial)) return;
    seen.add(o);
    shown.push(o);
  };
  for (const o of lost) {
    add(o);
    o.ob_type.tp_traverse?.(m, o, add);
  }
  return shown;
}

/** Objects that no root reaches but that have more references than the lost ones explain are held by native code that is at work: alive. */
function heldByNatives(m: Machine, lost: readonly PyObject[]): PyObject[] {
  const internal = new Map<PyObject, number>();
  for (const o of lost) internal.set(o, 0);
  for (const o of lost) {
    o.ob_type.tp_traverse?.(m, o, (child, field) => {
      const known = internal.get(child);
      if (known !== undefined && !isHiddenField(field)) internal.set(child, known + 1);
    });
  }
  return lost.filter((o) => o.ob_refcnt > (internal.get(o) ?? 0) && !(o instanceof PyType && o.ob_refcnt < 0));
}

/** Every object that can be found: reachable ones, and garbage with what it refers to. */
export function allObjects(m: Machine, context: CaptureContext): readonly PyObject[] {
  const reach = reachableFromRoots(m, context);
  m.gc.forEachTracked((o) => {
    if (!reach.has(o)) reach.from([o]);
  });
  return reach.objects;
}

/** One of them by serial. */
export function objectBySerial(m: Machine, context: CaptureContext, serial: number): PyObject | null {
  return allObjects(m, context).find((o) => o.serial === serial) ?? null;
}

/** Where reachability starts. */
function rootsOf(m: Machine, context: CaptureContext): PyObject[] {
  const roots: PyObject[] = [m.modules, m.builtins];
  if (context.globals !== null) roots.push(context.globals);
  for (const frame of context.frames) roots.push(...frame.bindings.map((b) => b.value), ...frame.evalStack, ...frame.owned);
  const handled = m.vm.currentException();
  if (handled !== null) roots.push(handled);
  return roots;
}
