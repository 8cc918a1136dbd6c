// The invariant audit: recomputes what the machine believes about itself. Used by tests and, on demand, between any two instructions.
//   - no object has fewer references than are found by traversing everything from the roots;
//   - at rest (no frame running), a program's object has no more references than are found;
//   - pools: used + free = capacity; every tracked object is in exactly one generation.
import { PyType } from './objects/type.ts';
import type { Machine } from './machine.ts';
import type { PyObject } from './objects/object.ts';
import { InstanceAttrs } from './objects/object.ts';
import { frameStates, otherThreadsFrameStates } from './vm/run.ts';

/** One broken invariant, in words. */
export type AuditFinding = string;

export interface AuditOptions {
  /** First serial of the program's objects: only their counts are compared. */
  readonly firstSerial: number;
  /** Also report counts that are too high (references that nobody owns: leaks). Only meaningful when no native code is at work. */
  readonly exact: boolean;
}

/** Checks a machine; an empty list means that everything holds. */
export function audit(m: Machine, options: AuditOptions): AuditFinding[] {
  return [...auditCounts(m, options), ...auditPools(m), ...auditGenerations(m)];
}

function auditCounts(m: Machine, { firstSerial, exact }: AuditOptions): AuditFinding[] {
  const found = countReferences(m);
  const findings: AuditFinding[] = [];
  for (const [o, count] of found) {
    if (isStaticObject(o) || o.serial < firstSerial) continue;
    if (o.ob_refcnt < count) findings.push(`${describe(o)} has refcount ${o.ob_refcnt}, but ${count} references were found`);
    else if (exact && o.ob_refcnt > count) findings.push(`${describe(o)} has refcount ${o.ob_refcnt}, but only ${count} references were found`);
  }
  return findings;
}

/** Immortal, or one of 3.11's static objects, whose counts start at a large number. */
function isStaticObject(o: PyObject): boolean {
  return o.ob_refcnt < 0 || o.ob_refcnt > 500_000_000;
}

/** References found per object, by traversal from frames, modules and every tracked object. */
function countReferences(m: Machine): Map<PyObject, number> {
  const found = new Map<PyObject, number>();
  const pending: PyObject[] = [];
  const visit = (child: PyObject): void => {
    const known = found.get(child);
    if (known === undefined) pending.push(child);
    found.set(child, (known ?? 0) + 1);
  };
  for (const frame of [...frameStates(m), ...otherThreadsFrameStates(m)]) {
    if (frame.ofGenerator) continue;
    for (const o of [...frame.bindings.map((b) => b.value), ...frame.evalStack, ...frame.owned]) visit(o);
  }
  const { dict, weakref } = m.sharedDescriptors;
  for (const root of [m.modules, m.builtins, m.threadStateDict, m.unsupportedOperation, dict, weakref]) if (root !== null) visit(root);
  for (const thread of m.vm.threads.all) for (const o of thread.start) visit(o);
  for (const { func, args, kwnames } of m.exitCallbacks) for (const o of [func, ...args, kwnames]) if (o !== null) visit(o);
  // Names that the engine holds for good: one reference each where strings are mortal (3.11).
  for (const name of m.engineNames) visit(name);
  for (const o of m.gc.tracked()) {
    if (found.has(o)) continue;
    found.set(o, 0);
    pending.push(o);
  }
  for (let o = pending.pop(); o !== undefined; o = pending.pop()) {
    visit(o.ob_type);
    o.ob_type.tp_traverse?.(m, o, (child) => {
      if (child !== undefined && child !== null) visit(child);
    });
    // Instances of heap types visit their type themselves (subtype_traverse).
    if (visitsOwnType(m, o)) found.set(o.ob_type, (found.get(o.ob_type) ?? 0) - 1);
  }
  return found;
}

function visitsOwnType(m: Machine, o: PyObject): boolean {
  let visits = false;
  o.ob_type.tp_traverse?.(m, o, (child, field) => {
    visits ||= child === o.ob_type && (field === '__class__' || field === '~__class__');
  });
  return visits;
}

function describe(o: PyObject): string {
  const name = o instanceof PyType ? `type '${o.tp_name}'` : o.attrs instanceof InstanceAttrs ? `${o.ob_type.tp_name} instance` : o.ob_type.tp_name;
  return `${name} #${o.serial}`;
}

function auditPools(m: Machine): AuditFinding[] {
  const findings: AuditFinding[] = [];
  for (const arena of m.memory.small.arenas) {
    for (const pool of m.memory.small.poolsOf(arena)) {
      const virgin = Math.floor((1024 - pool.nextOffset) / (pool.sizeClass + 1));
      if (pool.used + pool.free.length + virgin !== pool.capacity) {
        findings.push(`pool ${pool.start}: ${pool.used} used + ${pool.free.length} free + ${virgin} virgin is not ${pool.capacity}`);
      }
    }
  }
  return findings;
}

function auditGenerations(m: Machine): AuditFinding[] {
  const seen = new Set<PyObject>();
  const findings: AuditFinding[] = [];
  for (const o of m.gc.tracked()) {
    if (seen.has(o)) findings.push(`${describe(o)} is in two generations`);
    seen.add(o);
    if (o.ob_refcnt === 0) findings.push(`${describe(o)} is tracked but dead`);
  }
  return findings;
}
