// Everything about one object at one moment: its layout, who holds it, why it lives.
import type { CaptureContext } from './capture.ts';
import type { Inspection, Lifetime } from '../recording-types.ts';
import type { Machine } from '../machine.ts';
import type { Snapshot } from './schema.ts';
import { holdersOf, shortestRootPath, whyAlive } from './holders.ts';
import { layoutOf } from '../layout/layout.ts';
import { objectBySerial } from './reach.ts';
import { safeRepr } from './safe-repr.ts';

/** Words shown of one block. */
const MAX_WORDS = 256;

/** The inspection of an object; null when it is not there. `snapshot` is of the same moment. Reads only. */
export function inspectObject(m: Machine, context: CaptureContext, snapshot: Snapshot, lifetime: Lifetime): Inspection | null {
  const { serial } = lifetime;
  const o = objectBySerial(m, context, serial);
  const object = snapshot.objects.find((view) => view.serial === serial);
  if (o === null || object === undefined) return null;
  const holders = holdersOf(snapshot, serial);
  return {
    step: snapshot.step,
    object,
    ...layoutOf(m, o, { describe: (target) => safeRepr(m, target), maxWords: MAX_WORDS }),
    holders,
    heldByInterpreter: Math.max(0, (object.refcount ?? holders.length) - holders.length),
    rootPath: shortestRootPath(snapshot, serial),
    sentence: whyAlive(snapshot, serial),
    lifetime,
  };
}
