// What differs between two snapshots: of one run (objects are matched by serial), of two runs or of two Python versions (matched by the path of labels
// from the names, see match.ts). Pure functions of plain data.
import type { BindingChange, DeadObject, Lifetime, ObjectChange, SnapshotDiff } from '../recording-types.ts';
import type { BindingView, FrameView, ObjectSerial, ObjectView, ReferenceView, Snapshot } from './schema.ts';

/** Which object of the second snapshot is which of the first. */
export interface Matching {
  /** Serial in the second snapshot; null = it has no counterpart. */
  readonly toSecond: (serial: ObjectSerial) => ObjectSerial | null;
  readonly toFirst: (serial: ObjectSerial) => ObjectSerial | null;
}

const SAME: Matching = { toSecond: (serial) => serial, toFirst: (serial) => serial };

/** The difference of two moments of one run. `lifetime` tells why an object died, where that is known. */
export function diffSnapshots(a: Snapshot, b: Snapshot, lifetime: (serial: ObjectSerial) => Lifetime | null = () => null): SnapshotDiff {
  return diffMatched(a, b, SAME, lifetime);
}

/** The difference of two snapshots whose objects are matched by `matching`. */
export function diffMatched(a: Snapshot, b: Snapshot, matching: Matching, lifetime: (serial: ObjectSerial) => Lifetime | null): SnapshotDiff {
  const died: DeadObject[] = [];
  const changed: ObjectChange[] = [];
  const born: ObjectView[] = [];
  forEachPair(a, b, matching, (old, now) => {
    if (old === null) {
      if (now !== null) born.push(now);
    } else if (now === null) died.push({ object: old, lifetime: lifetime(old.serial) });
    else if (now !== old) {
      const change = changeOf(old, now, matching);
      if (change !== null) changed.push(change);
    }
  });
  const kept = commonFrames(a.frames, b.frames);
  const { objects: _objects, ...rest } = b;
  return {
    fromStep: a.step,
    toStep: b.step,
    born,
    died,
    changed,
    bindings: bindingChanges(a, b, matching),
    framesEntered: b.frames.slice(kept),
    framesLeft: a.frames.slice(kept),
    rest,
  };
}

/** Tells of every object of both snapshots, with its counterpart or null. */
function forEachPair(a: Snapshot, b: Snapshot, matching: Matching, tell: (old: ObjectView | null, now: ObjectView | null) => void): void {
  if (matching === SAME) {
    mergeBySerial(a.objects, b.objects, tell);
    return;
  }
  const before = new Set(a.objects.map((o) => o.serial));
  const after = new Map(b.objects.map((o) => [o.serial, o]));
  for (const old of a.objects) {
    const serial = matching.toSecond(old.serial);
    tell(old, serial === null ? null : (after.get(serial) ?? null));
  }
  for (const now of b.objects) {
    const serial = matching.toFirst(now.serial);
    if (serial === null || !before.has(serial)) tell(null, now);
  }
}

/** Both lists are in the order of serials. */
function mergeBySerial(a: readonly ObjectView[], b: readonly ObjectView[], tell: (old: ObjectView | null, now: ObjectView | null) => void): void {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const old = a[i] ?? null;
    const now = b[j] ?? null;
    const order = old === null ? 1 : now === null ? -1 : old.serial - now.serial;
    tell(order > 0 ? null : old, order < 0 ? null : now);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
}

/** The second snapshot, from the first and their difference (both of one run). */
export function applyDiff(a: Snapshot, diff: SnapshotDiff): Snapshot {
  const objects = new Map(a.objects.map((o) => [o.serial, o]));
  for (const { object } of diff.died) objects.delete(object.serial);
  for (const { serial, after } of diff.changed) objects.set(serial, after);
  for (const o of diff.born) objects.set(o.serial, o);
  return { ...diff.rest, objects: [...objects.values()].sort((x, y) => x.serial - y.serial) };
}

const FIELDS = ['type', 'repr', 'sizeBytes', 'blockBytes', 'generation', 'reachable', 'address', 'line'] as const;

function changeOf(before: ObjectView, after: ObjectView, matching: Matching): ObjectChange | null {
  // Most objects are the same: no sets are made for them.
  if (before.refcount === after.refcount && sameOrder(before.references, after.references, matching) && FIELDS.every((field) => before[field] === after[field])) return null;
  const fields = FIELDS.filter((field) => before[field] !== after[field]);
  const added = missingIn(before.references, after.references, matching.toSecond);
  const removed = missingIn(after.references, before.references, matching.toFirst);
  return {
    serial: before.serial,
    serialAfter: after.serial,
    before,
    after,
    countDelta: before.refcount === null || after.refcount === null ? null : after.refcount - before.refcount,
    addedReferences: added,
    removedReferences: removed,
    fields,
  };
}

function sameOrder(a: readonly ReferenceView[], b: readonly ReferenceView[], matching: Matching): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i]?.label !== b[i]?.label || matching.toSecond(a[i]?.target ?? 0) !== b[i]?.target) return false;
  return true;
}

/** References of `now` that `then` has not, label and target together. `translate` turns targets of `then` into those of `now`. */
function missingIn(then: readonly ReferenceView[], now: readonly ReferenceView[], translate: (serial: ObjectSerial) => ObjectSerial | null): readonly ReferenceView[] {
  if (then === now) return [];
  const known = new Set(then.map((ref) => `${ref.label}\0${translate(ref.target)}`));
  return now.filter((ref) => !known.has(`${ref.label}\0${ref.target}`));
}

/** Frames at the bottom of both stacks: the same function called from the same frames. */
function commonFrames(a: readonly FrameView[], b: readonly FrameView[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n]?.name === b[n]?.name && a[n]?.file === b[n]?.file) n++;
  return n;
}

function bindingChanges(a: Snapshot, b: Snapshot, matching: Matching): readonly BindingChange[] {
  const changes = differences(null, a.globals, b.globals, matching);
  const depth = Math.max(a.frames.length, b.frames.length);
  for (let i = 0; i < depth; i++) changes.push(...differences(i, a.frames[i]?.bindings ?? [], b.frames[i]?.bindings ?? [], matching));
  return changes;
}

function differences(frame: number | null, before: readonly BindingView[], after: readonly BindingView[], matching: Matching): BindingChange[] {
  const old = new Map(before.map((b) => [b.name, b]));
  const changes: BindingChange[] = [];
  for (const { name, kind, target } of after) {
    const was = old.get(name);
    old.delete(name);
    if (was === undefined) changes.push({ frame, name, kind, before: null, after: target });
    else if (matching.toSecond(was.target) !== target) changes.push({ frame, name, kind, before: was.target, after: target });
  }
  for (const { name, kind, target } of old.values()) changes.push({ frame, name, kind, before: target, after: null });
  return changes;
}
