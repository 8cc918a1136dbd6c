// Weak references to garbage (CPython Python/gc.c: handle_weakrefs; 3.14.4+ and 3.15 clear some of them later).
import { PyRaise } from '../errors.ts';
import type { CollectionObserver } from './collector.ts';
import type { Machine } from '../machine.ts';
import { callOne } from '../objects/call.ts';
import { decref, incref, type PyObject } from '../objects/object.ts';
import { isWeakref, weakrefCallback, weakrefClear, weakrefsTo } from '../objects/weakref.ts';
import { gcListIsEmpty, gcListMove, newGcList } from './gc-list.ts';

/**
 * Clears the weak references to unreachable objects and calls the callbacks of those that are themselves reachable.
 * Answers how many of the weakref objects died by that. In 3.15 references without a callback stay usable until the finalizers have run.
 */
export function handleWeakrefs(m: Machine, unreachable: PyObject, old: PyObject, isTrash: (o: PyObject) => boolean, observer: CollectionObserver | null): number {
  const keepPlain = m.profile.weakrefsClearedAfterFinalizers;
  const toCall = newGcList();
  for (let o = unreachable.gc_next as PyObject; o !== unreachable; o = o.gc_next as PyObject) {
    if (isWeakref(o) && !keepPlain) weakrefClear(m, o);
    for (const ref of weakrefsTo(o)) {
      const callback = weakrefCallback(ref);
      if (callback === null && keepPlain) continue;
      observer?.weakrefCleared(ref);
      weakrefClear(m, ref);
      if (callback === null || isTrash(ref)) continue;
      incref(ref);
      gcListMove(ref, toCall);
    }
  }
  return callCallbacks(m, toCall, old, observer);
}

function callCallbacks(m: Machine, toCall: PyObject, old: PyObject, observer: CollectionObserver | null): number {
  let died = 0;
  while (!gcListIsEmpty(toCall)) {
    const ref = toCall.gc_next as PyObject;
    const callback = weakrefCallback(ref);
    if (callback !== null) {
      observer?.callbackCalled(ref);
      try {
        decref(m, callOne(m, callback, ref));
      } catch (trouble) {
        if (!(trouble instanceof PyRaise)) throw trouble;
        m.vm.writeUnraisable(trouble.exc, callback, 'while calling weakref callback');
      }
    }
    decref(m, ref);
    if (toCall.gc_next === ref) gcListMove(ref, old);
    else died++;
  }
  return died;
}

/** clear_weakrefs: after the finalizers, whatever weak references to garbage are left or were made by them. */
export function clearWeakrefsOf(m: Machine, garbage: PyObject, observer: CollectionObserver | null): void {
  for (let o = garbage.gc_next as PyObject; o !== garbage; o = o.gc_next as PyObject) {
    if (isWeakref(o)) weakrefClear(m, o);
    for (const ref of weakrefsTo(o)) {
      observer?.weakrefCleared(ref);
      weakrefClear(m, ref);
    }
  }
}
