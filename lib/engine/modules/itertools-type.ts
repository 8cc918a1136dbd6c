// What the iterator types of itertools share: they own a few references, hand themselves out as iterators and are made by a constructor.
import type { Machine } from '../machine.ts';
import { freeObject, gcTrack, gcUntrack } from '../objects/alloc.ts';
import { genericAlloc } from '../objects/instance.ts';
import { selfIter } from '../objects/iterators.ts';
import { decref, incref } from '../objects/object.ts';
import type { PyObject } from '../objects/object.ts';
import { newTuple } from '../objects/tuple.ts';
import { TypeFlag } from '../objects/type.ts';
import type { NativeSpec, NewFn, PyType, TypeSlots, TypeSpec } from '../objects/type.ts';

/** Payload: `refs` are owned and visited; whatever else a type needs stands beside them. */
export interface IterState {
  readonly refs: (PyObject | null)[];
}

/** Makes an object of `type` (tp_alloc) around its state. */
export function makeIter(m: Machine, type: PyType, state: IterState): PyObject {
  return genericAlloc(m, type, state);
}

/** Gives up one of the owned references. */
export function dropRef(m: Machine, state: IterState, index: number): void {
  const o = state.refs[index] ?? null;
  state.refs[index] = null;
  if (o !== null) decref(m, o);
}

/** Replaces one of the owned references by `value` (stolen). */
export function setRef(m: Machine, state: IterState, index: number, value: PyObject | null): void {
  const old = state.refs[index] ?? null;
  state.refs[index] = value;
  if (old !== null) decref(m, old);
}

interface IterTypeOptions {
  readonly name: string;
  readonly basicsize: number | ((m: Machine) => number);
  readonly make: NewFn | null;
  readonly next: (m: Machine, self: PyObject) => PyObject | null;
  readonly doc: string;
  readonly methods?: readonly NativeSpec[];
  readonly slots?: Partial<TypeSlots>;
  readonly hasWeakrefs?: boolean;
  /** The order in which the references are visited, where it is not theirs. */
  readonly visited?: readonly number[];
}

/** A TypeSpec of the common shape. */
export function iterType(options: IterTypeOptions): TypeSpec {
  const created = options.make === null ? {} : { tp_new: options.make };
  return {
    name: `itertools.${options.name}`,
    basicsize: options.basicsize,
    flags: TypeFlag.HAVE_GC | (options.make === null ? 0 : TypeFlag.BASETYPE),
    ...(options.hasWeakrefs === true ? { hasWeakrefs: true } : {}),
    doc: options.doc,
    slots: {
      tp_dealloc: (m, self) => {
        gcUntrack(m, self);
        const { refs } = self.data as IterState;
        for (let i = 0; i < refs.length; i++) dropRef(m, self.data as IterState, i);
        freeObject(m, self);
      },
      tp_traverse: (_m, self, visit) => {
        const { refs } = self.data as IterState;
        for (let i = 0; i < refs.length; i++) {
          const at = options.visited?.[i] ?? i;
          const o = refs[at];
          if (o !== null && o !== undefined) visit(o, 'part', at);
        }
      },
      tp_iter: selfIter,
      tp_iternext: options.next,
      ...created,
      ...options.slots,
    },
    methods: options.methods ?? [],
  };
}

/**
 * The result tuple in `refs[index]` to fill again: the same object while nobody else holds it, else a copy that replaces it. Borrowed; the caller
 * hands out `incref` of it.
 */
export function reusableResult(m: Machine, state: IterState, index: number): PyObject {
  const result = state.refs[index] as PyObject;
  if (result.ob_refcnt <= 1) {
    if (result.gc_next === null && (result.data as PyObject[]).length > 0) gcTrack(m, result);
    return result;
  }
  const items = result.data as PyObject[];
  const copy = newTuple(m, items.map((o) => incref(o)));
  setRef(m, state, index, copy);
  return copy;
}

/** Puts `value` (stolen) at a place of a tuple under construction. */
export function putItem(m: Machine, tuple: PyObject, at: number, value: PyObject): void {
  const items = tuple.data as PyObject[];
  const old = items[at] as PyObject;
  items[at] = value;
  decref(m, old);
}
