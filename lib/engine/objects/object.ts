// The object header and reference counting (CPython Include/object.h, Include/refcount.h).
//
// Every Python object, of whatever type, is one PyObject of one fixed shape: V8 then compiles `o.ob_refcnt` and `o.ob_type` to plain
// loads wherever they stand. What differs by type lives in `data`; each type's file exports an interface that narrows it
// (`PyList extends PyObject { data: ListData }`) and a check. See docs/decisions/0001-object-representation.md.
import type { Machine } from '../machine.ts';
import { InvariantError } from '../errors.ts';
import { DEALLOC_DEPTH_LIMIT, DEALLOC_RESUME_DEPTH } from '../limits.ts';
import type { PyType } from './type.ts';

/** `ob_refcnt` of an object that is never counted (PEP 683). Profiles without immortality (3.11) use large counts instead. */
export const IMMORTAL = -1;

/** What instances keep beside their payload: attribute values, dict, weak references, slots. Created only for objects that can have one. */
export class InstanceAttrs {
  /** Inline values (3.13+) or the values block (3.11/3.12), indexed by the class's shared keys; null once there is a detached dict. */
  values: (PyObject | null)[] | null = null;
  /** Insertion order of `values` as indices; null while it is the order of the indices themselves. */
  order: number[] | null = null;
  /** The materialised `__dict__` (owned), if any. */
  dict: PyObject | null = null;
  /** Newest weak reference to this object (borrowed; a list through WeakrefData.next). */
  weakrefs: PyObject | null = null;
  /** `__slots__` members in sorted name order over the whole MRO (owned). */
  slots: (PyObject | null)[] | null = null;
  /** Simulated block of a separate values array (3.11/3.12); 0 = none. */
  valuesBlock = 0;
}

/** A Python object. `data` is the type's own payload. */
export class PyObject {
  /** Number of references; negative = immortal. Change it only through incref/decref. */
  ob_refcnt = 1;
  ob_type: PyType;
  /** Start of the object's memory block (including GC head and pre-header) in units of 16 bytes; see memory/address-space.ts. */
  block = 0;
  /** Allocation ordinal within the run; never repeats. */
  serial = 0;
  /** Neighbours in the collector's list of its generation; null = untracked. */
  gc_next: PyObject | null = null;
  gc_prev: PyObject | null = null;
  /** Collector's scratch (`gc_refs`) while it runs, and its flags; see gc/collect.ts. */
  gc_refs = 0;
  attrs: InstanceAttrs | null = null;
  data: unknown;

  constructor(type: PyType, data: unknown) {
    this.ob_type = type;
    this.data = data;
  }
}

/** Py_INCREF. Returns its argument, so that `return incref(x)` reads as Py_NewRef. */
export function incref<T extends PyObject>(o: T): T {
  if (o.ob_refcnt >= 0) o.ob_refcnt++;
  return o;
}

/** Py_DECREF: gives one owned reference back; deallocates at zero, at once. */
export function decref(m: Machine, o: PyObject): void {
  const count = o.ob_refcnt;
  if (count > 1) o.ob_refcnt = count - 1;
  else if (count >= 0) decrefToZero(m, o);
}

/** Py_XDECREF. */
export function xdecref(m: Machine, o: PyObject | null): void {
  if (o !== null) decref(m, o);
}

function decrefToZero(m: Machine, o: PyObject): void {
  if (o.ob_refcnt === 0) throw new InvariantError(`negative reference count: ${o.ob_type.tp_name} #${o.serial}`);
  o.ob_refcnt = 0;
  if (m.deallocDepth >= DEALLOC_DEPTH_LIMIT && m.deallocDepth > m.loopDeallocDepth) {
    putAside(m, o);
    return;
  }
  m.deallocDepth++;
  if (m.watcher === null) o.ob_type.tp_dealloc(m, o);
  else m.watcher.dealloc(o);
  if (--m.deallocDepth === DEALLOC_RESUME_DEPTH && m.deallocLater.length > 0) deallocPutAside(m);
}

/**
 * NOT CPYTHON: it has a trashcan for some containers only (objects/trashcan.ts); a chain of other objects, such as generators that hold each other, takes
 * as much C stack as it is long. The host's stack is smaller, so what lies deeper than DEALLOC_DEPTH_LIMIT waits until fewer are nested; not what a
 * finalizer's own code drops: a finalizer that makes another such object would never end.
 */
function putAside(m: Machine, o: PyObject): void {
  const wasTracked = o.gc_next !== null;
  // The collector must not meet an object without references.
  if (wasTracked) m.gc.untrack(o);
  m.deallocLater.push({ o, wasTracked });
}

function deallocPutAside(m: Machine): void {
  m.deallocDepth++;
  for (let next = m.deallocLater.pop(); next !== undefined; next = m.deallocLater.pop()) {
    const { o, wasTracked } = next;
    if (wasTracked) m.gc.track(o);
    if (m.watcher === null) o.ob_type.tp_dealloc(m, o);
    else m.watcher.dealloc(o);
  }
  m.deallocDepth--;
}

/** Sees objects being made and dying while a recording looks; plain runs have none. */
export interface LifeWatcher {
  made(o: PyObject): void;
  /** Deallocates `o` (tp_dealloc), whose count has reached zero. */
  dealloc(o: PyObject): void;
}
