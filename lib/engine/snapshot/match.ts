// Which object of one snapshot corresponds to which of another run: objects are the same when the same path of labels leads to them from the same name.
// So two programs, or one program under two Python versions, can be compared although their serials and addresses differ.
import type { Lifetime, SnapshotDiff } from '../recording-types.ts';
import type { ObjectSerial, ObjectView, ReferenceView, Snapshot } from './schema.ts';
import { diffMatched } from './diff.ts';
import type { Matching } from './diff.ts';

/** The difference of two runs' snapshots, objects matched by path. */
export function compareSnapshots(a: Snapshot, b: Snapshot): SnapshotDiff {
  const none = (): Lifetime | null => null;
  return diffMatched(a, b, matchByPath(a, b), none);
}

/** Pairs objects by walking both heaps from their names in step, breadth first; what no name reaches by type and repr, in the order of allocation. */
export function matchByPath(a: Snapshot, b: Snapshot): Matching {
  const first = new Map(a.objects.map((o) => [o.serial, o]));
  const second = new Map(b.objects.map((o) => [o.serial, o]));
  const forth = new Map<ObjectSerial, ObjectSerial>();
  const back = new Map<ObjectSerial, ObjectSerial>();
  const queue: (readonly [ObjectView, ObjectView])[] = [];
  const pair = (x: ObjectSerial | undefined, y: ObjectSerial | undefined): void => {
    if (x === undefined || y === undefined || forth.has(x) || back.has(y)) return;
    const left = first.get(x);
    const right = second.get(y);
    if (left === undefined || right === undefined || left.type !== right.type) return;
    forth.set(x, y);
    back.set(y, x);
    queue.push([left, right]);
  };
  const walk = (): void => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [left, right] = next;
      const targets = byLabel(right.references);
      for (const { label, target } of left.references) pair(target, targets.get(label));
    }
  };
  for (const [x, y] of roots(a, b)) pair(x, y);
  walk();
  const left = waiting(b.objects, (serial) => back.has(serial));
  for (const o of a.objects) {
    if (forth.has(o.serial)) continue;
    pair(o.serial, left.get(likeness(o))?.find((serial) => !back.has(serial)));
    walk();
  }
  return { toSecond: (serial) => forth.get(serial) ?? null, toFirst: (serial) => back.get(serial) ?? null };
}

/** Objects that have no partner yet, by what they look like. */
function waiting(objects: readonly ObjectView[], isPaired: (serial: ObjectSerial) => boolean): ReadonlyMap<string, readonly ObjectSerial[]> {
  const byLikeness = new Map<string, ObjectSerial[]>();
  for (const o of objects) {
    if (isPaired(o.serial)) continue;
    const key = likeness(o);
    const known = byLikeness.get(key);
    if (known === undefined) byLikeness.set(key, [o.serial]);
    else known.push(o.serial);
  }
  return byLikeness;
}

function likeness(o: ObjectView): string {
  return `${o.type}\0${o.repr}`;
}

function byLabel(references: readonly ReferenceView[]): ReadonlyMap<string, ObjectSerial> {
  return new Map(references.map((ref) => [ref.label, ref.target]));
}

/** Names that both have, innermost frames last. */
function roots(a: Snapshot, b: Snapshot): (readonly [ObjectSerial, ObjectSerial | undefined])[] {
  const pairs: (readonly [ObjectSerial, ObjectSerial | undefined])[] = [];
  const take = (x: Snapshot['globals'], y: Snapshot['globals']): void => {
    const named = new Map(y.map((binding) => [binding.name, binding.target]));
    for (const { name, target } of x) pairs.push([target, named.get(name)]);
  };
  take(a.globals, b.globals);
  a.frames.forEach((frame, i) => {
    const other = b.frames[i];
    if (other === undefined || other.name !== frame.name) return;
    take(frame.bindings, other.bindings);
    frame.evalStack.forEach((target, at) => pairs.push([target, other.evalStack[at]]));
  });
  return pairs;
}
