// Making and unmaking objects (CPython Objects/object.c PyObject_New, Python/gc.c _PyObject_GC_New, PyObject_GC_Del, _PyObject_GC_TRACK).
import type { Machine } from '../machine.ts';
import { isStaticBlock } from '../memory/memory.ts';
import type { DeadObjects } from './dead-objects.ts';
import { IMMORTAL, PyObject, incref } from './object.ts';
import { TypeFlag, type PyType } from './type.ts';

/**
 * A new object with refcount 1 on a fresh block of `tp_presize + tp_basicsize + itemBytes` bytes. Not tracked: callers fill it, then gcTrack.
 * Counts for the collector if the type has a GC head (in 3.11 this can run a collection). A heap type gains a reference.
 */
export function allocObject(m: Machine, type: PyType, data: unknown, itemBytes = 0, zeroed = false): PyObject {
  const o = new PyObject(type, data);
  o.block = m.memory.alloc(type.tp_presize + type.tp_basicsize + itemBytes, zeroed);
  o.serial = m.nextSerial++;
  if (m.watcher !== null) m.watcher.made(o);
  const flags = type.tp_flags;
  if ((flags & TypeFlag.HEAP) !== 0) incref(type);
  if ((flags & TypeFlag.HAVE_GC) !== 0 && !m.memory.isUncounted) m.gc.countAllocation();
  return o;
}

/** A new object on a block that a free list kept: no allocation, no count. */
export function adoptBlock(m: Machine, type: PyType, data: unknown, block: number): PyObject {
  const o = new PyObject(type, data);
  o.block = block;
  o.serial = m.nextSerial++;
  if (m.watcher !== null) m.watcher.made(o);
  if (m.memory.observer !== null) m.memory.observer.onReuse(block);
  return o;
}

/**
 * A new int or float (exact types: no collector's header) on `block`, or on a fresh block of `bytes` if that is 0; a dead one's host object serves
 * again. While somebody watches objects by their host object, none is used twice.
 */
export function makeNumber(m: Machine, type: PyType, dead: DeadObjects, data: number, block: number, bytes: number): PyObject {
  const o = m.watcher === null ? dead.take() : null;
  if (o === null) return block !== 0 ? adoptBlock(m, type, data, block) : allocObject(m, type, data, bytes - type.tp_basicsize);
  o.block = block !== 0 ? block : m.memory.alloc(bytes);
  o.data = data;
  o.ob_refcnt = 1;
  o.serial = m.nextSerial++;
  if (block !== 0 && m.memory.observer !== null) m.memory.observer.onReuse(block);
  return o;
}

/** Starts tracking by the collector (youngest generation). */
export function gcTrack(m: Machine, o: PyObject): void {
  m.gc.track(o);
}

/** Stops tracking; harmless if untracked. */
export function gcUntrack(m: Machine, o: PyObject): void {
  m.gc.untrack(o);
}

/** True while the collector tracks it (gc.is_tracked). */
export function isTracked(o: PyObject): boolean {
  return o.gc_next !== null;
}

/** tp_free: gives the block back. The caller has released everything that the object owned, and its heap type afterwards. */
export function freeObject(m: Machine, o: PyObject): void {
  if ((o.ob_type.tp_flags & TypeFlag.HAVE_GC) !== 0) {
    if (o.gc_next !== null) m.gc.untrack(o);
    if (!isStaticBlock(o.block)) m.gc.countFree();
  }
  m.memory.free(o.block);
}

/**
 * Makes what CPython's start-up has made already: 3.11 counts None, True and False like any object, and the references to them from there were counted
 * before the program began.
 */
export function withoutSingletonCounts<T>(m: Machine, make: () => T): T {
  const singletons = [m.None, m.True, m.False];
  const references = singletons.map((o) => o.ob_refcnt);
  try {
    return make();
  } finally {
    singletons.forEach((o, i) => {
      o.ob_refcnt = references[i] ?? o.ob_refcnt;
    });
  }
}

/** Gives a static object its count: immortal (3.12+), or the large start count of older versions. */
export function makeStatic<T extends PyObject>(m: Machine, o: T): T {
  o.ob_refcnt = m.profile.immortalRefcount === null ? STATIC_REFCOUNT : IMMORTAL;
  return o;
}

/** _PyObject_IMMORTAL_REFCNT of 3.11: it is counted, from here. */
export const STATIC_REFCOUNT = 999_999_999;
