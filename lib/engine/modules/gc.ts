// The gc module (CPython 3.13 Modules/gcmodule.c).
import { newFloat } from '../objects/float.ts';
import { GENERATIONS, GcDebug, isFinalized, isGcObject, isHiddenField } from '../gc/collector.ts';
import { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { asSize } from '../objects/abstract.ts';
import { isTracked } from '../objects/alloc.ts';
import { holdArguments, releaseArguments } from '../objects/argument-tuple.ts';
import { parseArgs } from '../objects/arguments.ts';
import { call } from '../objects/call.ts';
import { dictSetStr, newDict } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { listAppend, listItems, newList } from '../objects/list.ts';
import { newNativeModule } from '../objects/module.ts';
import { decref, incref, type PyObject } from '../objects/object.ts';
import { overflowError, typeError, valueError } from '../objects/raise.ts';
import { newStr } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import type { NativeSpec } from '../objects/type.ts';

/** Makes the module; from then on gc.callbacks and gc.garbage take part in collections. */
export function gcModule(m: Machine): PyObject {
  const garbage = newList(m, []);
  const callbacks = newList(m, []);
  m.gc.saveGarbage = (o) => listAppend(m, garbage, o);
  m.gc.onStart = (generation) => invokeCallbacks(m, callbacks, 'start', generation, 0, 0);
  m.gc.onStop = (generation, collected, uncollectable) => invokeCallbacks(m, callbacks, 'stop', generation, collected, uncollectable);
  return newNativeModule(m, {
    name: 'gc',
    doc: 'This module provides access to the garbage collector for reference cycles.',
    functions,
    attributes: () => [
      ['garbage', garbage],
      ['callbacks', callbacks],
      ...Object.entries(GcDebug).map(([name, value]) => [`DEBUG_${name}`, newInt(m, value)] as const),
    ],
  });
}

/** invoke_gc_callback: callbacks get the phase and a dict with the generation and, at the end, the counts. */
function invokeCallbacks(m: Machine, callbacks: PyObject, phase: string, generation: number, collected: number, uncollectable: number): void {
  if (listItems(callbacks).length === 0) return;
  const info = newDict(m);
  putNumbers(m, info, { generation, collected, uncollectable });
  if (m.profile.gcCountsCandidates) putCandidates(m, info, phase === 'start' ? 0 : m.gc.candidates);
  const name = newStr(m, phase);
  for (const callback of [...listItems(callbacks)]) {
    incref(callback);
    try {
      decref(m, call(m, callback, [name, info]));
    } catch (trouble) {
      if (!(trouble instanceof PyRaise)) throw trouble;
      m.vm.writeUnraisable(trouble.exc, callback, 'while calling GC callback');
    }
    decref(m, callback);
  }
  decref(m, name);
  decref(m, info);
}

function putNumbers(m: Machine, dict: PyObject, values: Readonly<Record<string, number>>): void {
  for (const [key, value] of Object.entries(values)) {
    const number = newInt(m, value);
    dictSetStr(m, dict, key, number);
    decref(m, number);
  }
}

/** What 3.15 adds. The simulated clock stands still during a collection. */
function putCandidates(m: Machine, dict: PyObject, candidates: number): void {
  putNumbers(m, dict, { candidates });
  const duration = newFloat(m, 0);
  dictSetStr(m, dict, 'duration', duration);
  decref(m, duration);
}

function generationArgument(m: Machine, o: PyObject | null, name: string): number {
  const generation = o === null ? GENERATIONS - 1 : asSize(m, o, m.types.OverflowError);
  if (generation < 0 || generation >= GENERATIONS) throw valueError(m, name === 'collect' ? 'invalid generation' : `generation parameter must be less than the number of available generations (${GENERATIONS})`);
  return generation;
}

/** gc.get_referents: what the arguments refer to directly, in traversal order. */
function referents(m: Machine, args: readonly PyObject[]): PyObject {
  const found: PyObject[] = [];
  for (const o of args) {
    if (!isGcObject(o)) continue;
    o.ob_type.tp_traverse?.(m, o, (child, field) => {
      if (!isHiddenField(field)) found.push(incref(child));
    });
  }
  const list = newList(m, []);
  for (const o of found) {
    listAppend(m, list, o);
    decref(m, o);
  }
  return list;
}

/** gc.get_referrers: tracked objects that refer to one of the arguments. */
function referrers(m: Machine, args: readonly PyObject[]): PyObject {
  const held = m.profile.referrersHeldInTuple ? holdArguments(m, args, null) : null;
  const list = newList(m, []);
  for (const o of [...m.gc.tracked()]) {
    if (o === list || o === held?.tuple) continue;
    let refers = false;
    o.ob_type.tp_traverse?.(m, o, (child, field) => {
      refers ||= args.includes(child) && !isHiddenField(field);
    });
    if (refers) listAppend(m, list, o);
  }
  releaseArguments(m, held);
  return list;
}

function getObjects(m: Machine, generation: PyObject | null): PyObject {
  const list = newList(m, []);
  let wanted: number | null = null;
  if (generation !== null && generation !== m.None) {
    if (generation.ob_type.nb_index === null) throw typeError(m, `argument should be integer or None, not '${generation.ob_type.tp_name}'`);
    wanted = asSize(m, generation, m.types.OverflowError);
    if (wanted >= GENERATIONS) throw valueError(m, `generation parameter must be less than the number of available generations (${GENERATIONS})`);
    if (wanted < -1) throw valueError(m, 'generation parameter cannot be negative');
    if (wanted === -1) wanted = null; // NOT an error in CPython: its C code uses -1 for None.
  }
  for (const o of [...m.gc.tracked(wanted)]) if (o !== list) listAppend(m, list, o);
  return list;
}

const MAX_C_INT = 2 ** 31 - 1;

function setThreshold(m: Machine, args: readonly PyObject[]): PyObject {
  if (args.length < 1 || args.length > 3) {
    const bound = args.length < 1 ? 'at least 1 argument' : 'at most 3 arguments';
    throw typeError(m, m.profile.thresholdsAreGroups ? 'gc.set_threshold requires 1 to 3 arguments' : `set_threshold() takes ${bound} (${args.length} given)`);
  }
  args.forEach((arg, i) => {
    const generation = m.gc.generations[i];
    const threshold = asSize(m, arg, m.types.OverflowError);
    if (threshold > MAX_C_INT || threshold < -MAX_C_INT - 1) throw overflowError(m, 'Python int too large to convert to C int');
    if (generation) generation.threshold = threshold;
  });
  return incref(m.None);
}

function stats(m: Machine): PyObject {
  return newList(
    m,
    m.gc.stats.map((row) => {
      const dict = newDict(m);
      putNumbers(m, dict, { collections: row.collections, collected: row.collected, uncollectable: row.uncollectable });
      if (m.profile.gcCountsCandidates) putCandidates(m, dict, row.candidates);
      return dict;
    }),
  );
}

const numbers = (m: Machine, values: readonly number[]): PyObject => newTuple(m, values.map((value) => newInt(m, value)));
const bool = (m: Machine, value: boolean): PyObject => incref(value ? m.True : m.False);

const functions: readonly NativeSpec[] = [
  { kind: 'noargs', name: 'enable', sig: '($module, /)', fn: (m) => ((m.gc.enabled = true), incref(m.None)) },
  { kind: 'noargs', name: 'disable', sig: '($module, /)', fn: (m) => ((m.gc.enabled = false), incref(m.None)) },
  { kind: 'noargs', name: 'isenabled', sig: '($module, /)', fn: (m) => bool(m, m.gc.enabled) },
  {
    kind: 'fastkw',
    name: 'collect',
    sig: '($module, /, generation=2)',
    fn: (m, _self, args, kwnames) => {
      const [generation] = parseArgs(m, { name: 'collect', params: ['generation'] }, args, kwnames);
      return newInt(m, m.gc.collect(generationArgument(m, generation ?? null, 'collect')));
    },
  },
  { kind: 'noargs', name: 'get_count', sig: '($module, /)', fn: (m) => numbers(m, m.gc.generations.map((g) => g.count)) },
  { kind: 'noargs', name: 'get_threshold', sig: '($module, /)', fn: (m) => numbers(m, m.gc.generations.map((g) => g.threshold)) },
  { kind: 'fast', name: 'set_threshold', min: 0, max: -1, fn: (m, _self, args) => setThreshold(m, args) },
  {
    kind: 'fastkw',
    name: 'get_objects',
    sig: '($module, /, generation=None)',
    fn: (m, _self, args, kwnames) => getObjects(m, parseArgs(m, { name: 'get_objects', params: ['generation'] }, args, kwnames)[0] ?? null),
  },
  { kind: 'fast', name: 'get_referrers', min: 0, max: -1, fn: (m, _self, args) => referrers(m, args) },
  { kind: 'fast', name: 'get_referents', min: 0, max: -1, fn: (m, _self, args) => referents(m, args) },
  { kind: 'o', name: 'is_tracked', sig: '($module, obj, /)', fn: (m, _self, o) => bool(m, isTracked(o)) },
  { kind: 'o', name: 'is_finalized', sig: '($module, obj, /)', fn: (m, _self, o) => bool(m, isGcObject(o) && isFinalized(o)) },
  { kind: 'noargs', name: 'freeze', sig: '($module, /)', fn: (m) => (m.gc.freeze(), incref(m.None)) },
  { kind: 'noargs', name: 'unfreeze', sig: '($module, /)', fn: (m) => (m.gc.unfreeze(), incref(m.None)) },
  { kind: 'noargs', name: 'get_freeze_count', sig: '($module, /)', fn: (m) => newInt(m, m.gc.freezeCount) },
  { kind: 'noargs', name: 'get_stats', sig: '($module, /)', fn: (m) => stats(m) },
  { kind: 'noargs', name: 'get_debug', sig: '($module, /)', fn: (m) => newInt(m, m.gc.debug) },
  {
    kind: 'o',
    name: 'set_debug',
    sig: '($module, flags, /)',
    fn: (m, _self, flags) => {
      const value = asSize(m, flags, m.types.OverflowError);
      if (!Number.isInteger(value)) throw typeError(m, 'an integer is required');
      m.gc.debug = value;
      return incref(m.None);
    },
  },
];
