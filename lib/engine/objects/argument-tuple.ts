// The tuple (and dict) that a call's arguments are put in when the callable does not take them where they stand (CPython 3.13 Objects/call.c:
// _PyObject_MakeTpCall; Objects/descrobject.c: method_vectorcall_VARARGS). It holds each argument once more, comes from the free lists like any other
// tuple, and is an allocation like any other while they are empty.
import type { Machine } from '../machine.ts';
import { dictSet, newDict } from './dict.ts';
import { decref, incref, type PyObject } from './object.ts';
import { packTuple, tupleItems } from './tuple.ts';
import type { NativeSpec } from './type.ts';

export interface HeldArguments {
  readonly tuple: PyObject;
  readonly dict: PyObject | null;
}

/** Packs vectorcall arguments; null when nothing is made: there are none, or the call came with a tuple of its own (`f(*args)`). */
export function holdArguments(m: Machine, args: readonly PyObject[], kwnames: PyObject | null): HeldArguments | null {
  if (args.length === 0 || args === m.heldArguments) return null;
  if (kwnames === null) return { tuple: packTuple(m, args), dict: null };
  const names = tupleItems(kwnames);
  const positional = args.length - names.length;
  const tuple = packTuple(m, args.slice(0, positional));
  if (names.length === 0) return { tuple, dict: null };
  return { tuple, dict: keywordDict(m, names, args.slice(positional)) };
}

/** _PyStack_AsDict: the keywords of a call as a dict. New reference. */
export function keywordDict(m: Machine, names: readonly PyObject[], values: readonly PyObject[]): PyObject {
  const dict = newDict(m);
  names.forEach((name, i) => dictSet(m, dict, name, values[i] as PyObject));
  return dict;
}

export function releaseArguments(m: Machine, held: HeldArguments | null): void {
  if (held === null) return;
  decref(m, held.tuple);
  if (held.dict !== null) decref(m, held.dict);
}

/** Calls with the arguments held by a tuple. */
export function withHeldArguments(m: Machine, args: readonly PyObject[], kwnames: PyObject | null, run: () => PyObject): PyObject {
  const held = holdArguments(m, args, kwnames);
  try {
    return run();
  } finally {
    releaseArguments(m, held);
  }
}

/**
 * _PyObject_FastCallDictTstate with keywords (slot_tp_call, slot_tp_init, slot_tp_new: _PyObject_Call_Prepend): the arguments are copied into one array
 * (_PyStack_UnpackDict), which holds each once more, what stands in `front` of them too. `args` of a call f(*args, **kwargs) are held by their own copy already.
 */
export function withCopiedArguments<T>(m: Machine, front: readonly PyObject[], args: readonly PyObject[], kwnames: PyObject | null, run: () => T): T {
  if (kwnames === null || tupleItems(kwnames).length === 0) return run();
  // From 3.15 on the array borrows what is positional.
  const borrows = m.profile.dictCallBorrowsPositional;
  const taken = borrows ? args.slice(args.length - tupleItems(kwnames).length) : args;
  const copied = [...(borrows ? [] : front), ...(args === m.heldArguments ? [] : taken)];
  for (const o of copied) incref(o);
  try {
    return run();
  } finally {
    for (const o of copied) decref(m, o);
  }
}

/** The same where the tuple is then cut after its first item (wrapperdescr_call, tp_new_wrapper): a second tuple. */
export function withCutArguments(m: Machine, args: readonly PyObject[], kwnames: PyObject | null, run: () => PyObject): PyObject {
  const rest = args.slice(1, kwnames === null ? args.length : args.length - tupleItems(kwnames).length);
  return withHeldArguments(m, args, kwnames, () => withHeldArguments(m, rest, null, run));
}

/**
 * The function as the simulated version defines it: itself, or behind a tuple where the profile says so. `owner` is the module or type that it belongs
 * to, as in `str` or `gc`.
 */
export function asDefined(m: Machine, owner: string, spec: NativeSpec): NativeSpec {
  const name = `${owner}.${spec.name}`;
  if (m.profile.argumentTuples.has(name)) return behindTuple(spec, true);
  return m.profile.starArgumentTuples.has(name) ? behindTuple(spec, false) : spec;
}

/** METH_VARARGS (keywords go into a dict), or Argument Clinic's `*args` (keywords stay apart). */
function behindTuple(spec: NativeSpec, packsKeywords: boolean): NativeSpec {
  switch (spec.kind) {
    case 'noargs':
      return spec;
    case 'o':
      return { ...spec, fn: (m: Machine, self: PyObject, arg: PyObject) => withHeldArguments(m, [arg], null, () => spec.fn(m, self, arg)) };
    case 'fast':
      return { ...spec, bareName: packsKeywords, fn: (m: Machine, self: PyObject, args: readonly PyObject[]) => withHeldArguments(m, args, null, () => spec.fn(m, self, args)) };
    case 'fastkw':
      return {
        ...spec,
        takesTuple: packsKeywords,
        fn(m, self, args, kwnames) {
          const held = packsKeywords || kwnames === null ? args : args.slice(0, args.length - tupleItems(kwnames).length);
          return withHeldArguments(m, held, packsKeywords ? kwnames : null, () => spec.fn(m, self, args, kwnames));
        },
      };
    default:
      return spec satisfies never;
  }
}
