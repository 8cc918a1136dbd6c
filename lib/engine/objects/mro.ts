// Method resolution order: C3 merge, a metaclass's own mro(), the errors of both (CPython 3.13 Objects/typeobject.c: mro_internal,
// mro_implementation, pmerge).
import type { PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { solidBase } from './best-base.ts';
import { listAppend, newList } from './list.ts';
import { decref, incref } from './object.ts';
import type { PyObject } from './object.ts';
import { typeError } from './raise.ts';
import { callSlotMethod } from './slot-functions.ts';
import { newTuple, sequenceTuple, tupleItems } from './tuple.ts';
import { typeBases, typeModified } from './type-ready.ts';
import { PyType } from './type.ts';

/** Classes in the MRO of a class without bases of its own: itself and object. */
export const PLAIN_MRO = 2;

/** mro_internal: sets tp_mro and `__mro__`. A metaclass other than `type` is asked for `mro()`. */
export function computeMro(m: Machine, type: PyType): void {
  const old = replaceMro(m, type);
  if (old !== null && old !== 'overtaken') decref(m, old);
}

/** The same; answers the order that was replaced (owned), or 'overtaken' when mro() itself has given the class another one, which stays. */
export function replaceMro(m: Machine, type: PyType): PyObject | null | 'overtaken' {
  const old = type.tp_mroTuple;
  const result = type.ob_type === m.types.type ? defaultMro(m, type) : (callSlotMethod(m, 'mro', [type]) ?? defaultMro(m, type));
  let tuple: PyObject;
  try {
    tuple = sequenceTuple(m, result);
  } finally {
    decref(m, result);
  }
  const trouble = type.ob_type === m.types.type ? null : unsuitableMro(m, type, tupleItems(tuple));
  if (trouble !== null || type.tp_mroTuple !== old) decref(m, tuple);
  if (trouble !== null) throw typeError(m, trouble);
  if (type.tp_mroTuple !== old) return 'overtaken';
  setMro(type, tuple);
  return old;
}

/** Gives a class its order (stolen). What was looked up meanwhile is forgotten. */
export function setMro(type: PyType, tuple: PyObject): void {
  typeModified(type);
  type.tp_mroTuple = tuple;
  type.tp_mro = tupleItems(tuple).slice() as PyType[];
}

/** mro_check: what is wrong with the answer of a metaclass's mro(). */
function unsuitableMro(m: Machine, type: PyType, items: readonly PyObject[]): string | null {
  const solid = solidBase(m, type);
  for (const t of items) {
    if (!(t instanceof PyType)) return `mro() returned a non-class ('${t.ob_type.tp_name}')`;
    if (t !== type && !inBaseChain(solid, solidBase(m, t))) return `mro() returned base with unsuitable layout ('${t.tp_name}')`;
  }
  return null;
}

/** type_is_subtype_base_chain: what PyType_IsSubtype does while a type has no MRO yet. */
function inBaseChain(a: PyType, b: PyType): boolean {
  for (let t: PyType | null = a; t !== null; t = t.tp_base) if (t === b) return true;
  return false;
}

/** mro_implementation: C3 linearisation. A tuple for one base, else a list (new reference). */
export function defaultMro(m: Machine, type: PyType): PyObject {
  const bases = tupleItems(typeBases(m, type)) as readonly PyType[];
  if (bases.length === 0) return newTuple(m, [incref(type)]);
  if (bases.length === 1) return newTuple(m, [incref(type), ...(bases[0] as PyType).tp_mro.map((t) => incref(t))]);
  bases.forEach((b, i) => {
    if (bases.indexOf(b) !== i) throw typeError(m, `duplicate base class ${b.tp_name}`);
  });
  const chains = [...bases.map((b) => b.tp_mro), [...bases]];
  const positions = chains.map(() => 0);
  const result = newList(m, [incref(type)]);
  for (;;) {
    const next = nextInMerge(chains, positions);
    if (next === undefined) return result;
    if (next === null) {
      decref(m, result);
      throw inconsistentMro(m, chains, positions);
    }
    listAppend(m, result, next);
    chains.forEach((chain, i) => {
      if (chain[positions[i] as number] === next) positions[i] = (positions[i] as number) + 1;
    });
  }
}

/** The next class of the merge; undefined = done, null = no candidate. */
function nextInMerge(chains: readonly (readonly PyType[])[], positions: readonly number[]): PyType | null | undefined {
  let unfinished = false;
  for (let i = 0; i < chains.length; i++) {
    const candidate = (chains[i] as readonly PyType[])[positions[i] as number];
    if (candidate === undefined) continue;
    unfinished = true;
    const inATail = chains.some((chain, k) => chain.indexOf(candidate, (positions[k] as number) + 1) >= 0);
    if (!inATail) return candidate;
  }
  return unfinished ? null : undefined;
}

function inconsistentMro(m: Machine, chains: readonly (readonly PyType[])[], positions: readonly number[]): PyRaise {
  const left: string[] = [];
  chains.forEach((chain, i) => {
    const t = chain[positions[i] as number];
    if (t !== undefined && !left.includes(t.tp_name)) left.push(t.tp_name);
  });
  return typeError(m, `${m.profile.mroErrorText} ${left.join(', ')}`);
}
