// Questions to a snapshot: who holds an object, the shortest path from a root, and in words why it is alive. Pure functions of plain data.
import type { Holder } from '../session-types.ts';
import type { ObjectSerial, ObjectView, Snapshot } from './schema.ts';

/** What people call an object: `'Node' #4` is the fourth Node that the program made; modules and functions by their repr. */
export function nameOf(o: ObjectView): string {
  return o.repr.startsWith('<') && !o.repr.startsWith(`<${o.type}>`) ? o.repr : numbered(o.type, o.ordinal);
}

/** A type with the object's number among those that the program made. */
export function numbered(type: string, ordinal: number | null): string {
  return ordinal === null ? `\`${type}\`` : `\`${type}\` #${ordinal}`;
}

/** Everything that holds `serial`: names in frames and the module, temporaries, other objects. */
export function holdersOf(snapshot: Snapshot, serial: ObjectSerial): readonly Holder[] {
  const found: Holder[] = [];
  for (const frame of snapshot.frames) {
    for (const b of frame.bindings) if (b.target === serial) found.push({ serial: null, holder: `frame \`${frame.name}\``, label: b.name });
    frame.evalStack.forEach((target) => {
      if (target === serial) found.push({ serial: null, holder: `frame \`${frame.name}\``, label: '(temporary)' });
    });
  }
  const inModuleFrame = snapshot.frames.some((f) => f.name === '<module>' && f.bindings.some((b) => b.target === serial));
  if (!inModuleFrame) for (const b of snapshot.globals) if (b.target === serial) found.push({ serial: null, holder: 'module `__main__`', label: b.name });
  for (const o of snapshot.objects) {
    for (const ref of o.references) if (ref.target === serial) found.push({ serial: o.serial, holder: nameOf(o), label: ref.label });
  }
  return found;
}

/** One step of a path: the object and the label of the reference that leads to it. */
export interface PathStep {
  readonly label: string;
  readonly serial: ObjectSerial;
}

/** The shortest chain of references from a name to the object; null when nothing reaches it (garbage). */
export function shortestRootPath(snapshot: Snapshot, serial: ObjectSerial): readonly PathStep[] | null {
  const bySerial = new Map(snapshot.objects.map((o) => [o.serial, o]));
  const cameFrom = new Map<ObjectSerial, { readonly from: ObjectSerial | null; readonly label: string }>();
  const queue: ObjectSerial[] = [];
  const reach = (target: ObjectSerial, from: ObjectSerial | null, label: string): void => {
    if (cameFrom.has(target)) return;
    cameFrom.set(target, { from, label });
    queue.push(target);
  };
  for (const frame of [...snapshot.frames].reverse()) for (const b of frame.bindings) reach(b.target, null, b.name);
  for (const b of snapshot.globals) reach(b.target, null, b.name);
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] as ObjectSerial;
    if (at === serial) break;
    for (const ref of bySerial.get(at)?.references ?? []) reach(ref.target, at, ref.label);
  }
  if (!cameFrom.has(serial)) return null;
  const path: PathStep[] = [];
  for (let at: ObjectSerial | null = serial; at !== null; ) {
    const step = cameFrom.get(at);
    if (step === undefined) return null;
    path.unshift({ label: step.label, serial: at });
    at = step.from;
  }
  return path;
}

/** One sentence: why the object is alive, or that it is garbage which waits for the collector. */
export function whyAlive(snapshot: Snapshot, serial: ObjectSerial): string {
  const o = snapshot.objects.find((candidate) => candidate.serial === serial);
  if (o === undefined) return 'It does not exist at this moment.';
  const holders = holdersOf(snapshot, serial);
  const count = o.refcount === null ? 'it is immortal' : `refcount ${o.refcount}`;
  const [first] = holders;
  if (first === undefined) return `${nameOf(o)} is alive (${count}): only the interpreter itself holds it.`;
  const by = `held by ${first.holder} ${/^[.[(]/.test(first.label) ? `\`${first.label}\`` : `as \`${first.label}\``}${holders.length > 1 ? ` and ${holders.length - 1} more` : ''}`;
  const garbage = o.reachable ? '' : ' No name reaches it any more: it waits for the cyclic collector.';
  return `${nameOf(o)} is still alive: ${count}, ${by}.${garbage}`;
}
