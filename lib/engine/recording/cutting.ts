// Taking references away from outside, as a player does: `del` of an attribute, an item or a name at one moment of a re-execution, and what dies of it.
import type { Cut, CutResult } from '../recording-types.ts';
import type { LiveRun } from '../machine-run.ts';
import type { Frame } from '../objects/interpreter-frame.ts';
import type { Machine } from '../machine.ts';
import type { Origins } from '../snapshot/capture.ts';
import type { ObjectSerial, Snapshot } from '../snapshot/schema.ts';
import type { PyObject } from '../objects/object.ts';
import { PyRaise } from '../errors.ts';
import { captureContext, guarded, snapshotOf } from '../machine-run.ts';
import { genericSetAttr } from '../objects/attributes.ts';
import { delItem } from '../objects/abstract.ts';
import { dictDel, isDict } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { intern } from '../objects/names.ts';
import { isList } from '../objects/list.ts';
import { decref } from '../objects/object.ts';
import { dropRaise } from '../objects/raise.ts';
import { strValue } from '../objects/str.ts';
import { references } from '../snapshot/contents.ts';
import { objectBySerial } from '../snapshot/reach.ts';
import { mainNamespace } from '../vm/run.ts';

/** Performs cuts on a machine that stands at a step; it cannot go on afterwards. */
export function performCuts(run: LiveRun, cuts: readonly Cut[], collect: boolean, origins: Origins): CutResult {
  const { m } = run;
  const before = snapshotOf(run, origins);
  const died: ObjectSerial[] = [];
  const collected: ObjectSerial[] = [];
  let dead = died;
  m.watcher = {
    made: () => {},
    dealloc: (o) => {
      dead.push(o.serial);
      o.ob_type.tp_dealloc(m, o);
    },
  };
  let refusal: string | null = null;
  const outcome = guarded(() => {
    for (const cut of cuts) refusal ??= takeAway(run, cut);
    dead = collected;
    if (collect && refusal === null) m.gc.collect(2);
    return { status: 'ok', exitCode: 0, exception: null, message: null };
  });
  m.watcher = null;
  const reason = refusal ?? outcome.message;
  if (reason !== null) return { ok: false, reason };
  const after = snapshotOf(run, origins);
  const alive = new Set(after.objects.map((o) => o.serial));
  const views = (serials: readonly ObjectSerial[]): Snapshot['objects'] => {
    const wanted = new Set(serials);
    return before.objects.filter((o) => wanted.has(o.serial) && !alive.has(o.serial));
  };
  return { ok: true, died: views(died), collected: views(collected), leaked: after.objects.filter((o) => !o.reachable), before, after };
}

/** Takes one reference away; answers why it cannot. */
function takeAway(run: LiveRun, cut: Cut): string | null {
  const { m } = run;
  if (cut.serial === null) return takeName(run, cut);
  const holder = objectBySerial(m, captureContext(run, run.origins), cut.serial);
  if (holder === null) return `There is no object #${cut.serial} at this moment.`;
  const reference = references(m, holder).find(({ label }) => label === cut.label);
  if (reference === undefined) return `\`${holder.ob_type.tp_name}\` #${cut.serial} has no reference ${cut.label}.`;
  return orRefusal(m, () => deleteReference(m, holder, cut.label));
}

function deleteReference(m: Machine, holder: PyObject, label: string): string | null {
  const attribute = /^\.([^[\]]+)$/.exec(label)?.[1];
  const item = /^\[(.*)\]$/s.exec(label)?.[1];
  if (isDict(holder) && (item !== undefined || label.startsWith('key '))) {
    const key = references(m, holder).find((reference) => reference.label === (item === undefined ? label : `key ${item}`));
    if (key !== undefined && dictDel(m, holder, key.target)) return null;
  } else if (isList(holder) && item !== undefined) {
    const index = newInt(m, Number(item));
    try {
      delItem(m, holder, index);
      return null;
    } finally {
      decref(m, index);
    }
  } else if (attribute !== undefined && !attribute.startsWith('__')) {
    genericSetAttr(m, holder, intern(m, attribute), null);
    return null;
  }
  return `${label} of \`${holder.ob_type.tp_name}\` cannot be taken away.`;
}

/** Unbinds a name of the main module or of a frame. */
function takeName(run: LiveRun, cut: Cut): string | null {
  const { m } = run;
  const index = cut.frame ?? null;
  const frame = index === null ? null : frameAt(m, index);
  if (index !== null && frame === null) return `There is no frame ${index} at this moment.`;
  if (frame !== null && frame.locals === null) return takeLocal(m, frame, cut.label);
  const namespace = frame?.locals ?? mainNamespace(m);
  return orRefusal(m, () => (dictDel(m, namespace, intern(m, cut.label)) ? null : `There is no name ${cut.label}.`));
}

function takeLocal(m: Machine, frame: Frame, name: string): string | null {
  const at = frame.code.localsplusnames.findIndex((o) => strValue(o) === name);
  const value = at < 0 ? null : frame.slots[at];
  if (value === null || value === undefined) return `There is no name ${name}.`;
  frame.slots[at] = null;
  decref(m, value);
  return null;
}

function orRefusal(m: Machine, body: () => string | null): string | null {
  try {
    return body();
  } catch (trouble) {
    if (!(trouble instanceof PyRaise)) throw trouble;
    const type = trouble.exc.ob_type.tp_name;
    dropRaise(m, trouble);
    return `That reference cannot be taken away (${type}).`;
  }
}

function frameAt(m: Machine, index: number): Frame | null {
  const frames: Frame[] = [];
  for (let { frame } = m.vm; frame !== null; frame = frame.prev) frames.unshift(frame);
  return frames[index] ?? null;
}
