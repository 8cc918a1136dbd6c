// The generational cyclic collector (CPython 3.13 Python/gc.c; 3.11/3.12 Modules/gcmodule.c; 3.14.5+ is generational again).
//
// Objects that can be part of a cycle are linked into one of three generations. A collection computes, for the objects of the collected
// generations, how many references come from outside (`gc_refs` = refcount minus the references found by traversal); what is not reachable
// from an object with outside references is garbage. Weak references to it are cleared, finalizers run, and unless those resurrected it,
// tp_clear breaks the cycles so that reference counting frees the rest.
import { InvariantError, PyRaise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { decref, incref, type PyObject } from '../objects/object.ts';
import { TypeFlag, type Visit } from '../objects/type.ts';
import { dictMaybeUntrack } from '../objects/dict.ts';
import { tupleMaybeUntrack } from '../objects/tuple.ts';
import { gcListAppend, gcListIsEmpty, gcListMerge, gcListMove, gcListRemove, gcListSize, newGcList } from './gc-list.ts';
import { clearWeakrefsOf, handleWeakrefs } from './weakrefs.ts';

export const GENERATIONS = 3;

/** Bits of PyObject.gc_refs; the count itself stands above them. */
export const FINALIZED = 1;
const COLLECTING = 2;
const UNREACHABLE = 4;
const REF_SHIFT = 3;
const REF_ONE = 1 << REF_SHIFT;
const FLAGS = REF_ONE - 1;

/** gc.set_debug flags. */
export const GcDebug = { STATS: 1, COLLECTABLE: 2, UNCOLLECTABLE: 4, SAVEALL: 32, LEAK: 38 } as const;

interface Generation {
  readonly head: PyObject;
  threshold: number;
  count: number;
}

/** What gc.get_stats() reports per generation. */
export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
  /** Objects looked at. */
  candidates: number;
}

/** Sees a collection at work, in the collector's own order; recordings implement it. Lists are only valid during the call. */
export interface CollectionObserver {
  /** Before anything happened; `isAutomatic`: a threshold triggered it, not a call. */
  begin(generation: number, isAutomatic: boolean, candidates: Iterable<PyObject>): void;
  /** gc_refs is a copy of the refcounts now. */
  copied(candidates: Iterable<PyObject>): void;
  /** One reference between candidates was subtracted from the target's gc_refs. */
  subtracted(from: PyObject, to: PyObject, field: string, index: number): void;
  /** gc_refs was zero when the object's turn came. */
  doubted(o: PyObject): void;
  /** A doubted object is reachable from `from` after all. */
  rescued(o: PyObject, from: PyObject): void;
  deduced(unreachable: Iterable<PyObject>): void;
  weakrefCleared(ref: PyObject): void;
  callbackCalled(ref: PyObject): void;
  finalizing(o: PyObject): void;
  resurrected(survivors: Iterable<PyObject>): void;
  /** tp_clear is about to be called for these, one after the other. */
  clearing(garbage: Iterable<PyObject>): void;
  cleared(o: PyObject): void;
  end(collected: number): void;
}

/** What a deduction found reachable: how many, and those that may be untracked (untrack_tuples, untrack_dicts), in the list's order. */
interface Survivors {
  count: number;
  readonly tuples: PyObject[];
  readonly dicts: PyObject[];
}

export class Collector {
  private readonly m: Machine;
  readonly generations: readonly Generation[];
  readonly permanent = newGcList();
  /** Start-up's immortal objects in the permanent generation, which are not simulated one by one. */
  private frozenAtStart: number;
  readonly stats: readonly GenerationStats[];
  collecting = false;
  private isOn = true;
  /** Whether anything so far depended on the collector being on or off: without that, a run with the other state is the same run. */
  wasAsked = false;
  debug = 0;
  /** Objects that survived every collection but have not been in a full one / number of survivors of the last full one. */
  longLivedPending = 0;
  longLivedTotal = 0;
  /** Objects that CPython's start-up tracks and ours does not make. */
  private startupGap = 0;
  private makesOld = false;
  private lateFrozen = 0;
  /** A collection is due at the next safe point (3.12+). */
  scheduled = false;
  /** Collections since the program started. */
  collections = 0;
  /** Finished collections call gc.callbacks through these; modules/gc.ts sets them when the module is imported. */
  onStart: ((generation: number) => void) | null = null;
  onStop: ((generation: number, collected: number, uncollectable: number) => void) | null = null;
  /** Objects that the latest collection looked at. */
  candidates = 0;
  /** Keeps garbage instead of freeing it (DEBUG_SAVEALL); set with the module. */
  saveGarbage: ((o: PyObject) => void) | null = null;
  observer: CollectionObserver | null = null;

  constructor(m: Machine) {
    this.m = m;
    this.frozenAtStart = m.profile.startupFrozenObjects;
    this.generations = m.profile.gcThresholds.map((threshold) => ({ head: newGcList(), threshold, count: 0 }));
    this.stats = this.generations.map(() => ({ collections: 0, collected: 0, uncollectable: 0, candidates: 0 }));
    const schedule = m.options.gcSchedule ?? 'normal';
    if (schedule === 'disabled') this.isOn = false;
    else if (schedule === 'every-allocation') this.young.threshold = 1;
    else if (schedule !== 'normal') this.young.threshold = schedule.threshold0;
  }

  /** gc.isenabled(). */
  get enabled(): boolean {
    this.wasAsked = true;
    return this.isOn;
  }

  set enabled(on: boolean) {
    this.wasAsked = true;
    this.isOn = on;
  }

  private get young(): Generation {
    return this.generations[0] as Generation;
  }

  private get oldest(): Generation {
    return this.generations[GENERATIONS - 1] as Generation;
  }

  /** The program starts now: start-up objects are old, nothing is counted yet. */
  markStart(): void {
    const { oldest } = this;
    for (const g of this.generations) if (g !== oldest) gcListMerge(g.head, oldest.head);
    for (const g of this.generations) g.count = 0;
    this.startupGap = Math.max(0, this.m.profile.startupTrackedObjects - gcListSize(oldest.head));
    this.collections = 0;
  }

  /** _PyObject_GC_Link: counts an allocation of a GC type and triggers a collection when the young generation is full. */
  countAllocation(): void {
    const young = this.young;
    young.count++;
    if (young.count > young.threshold && young.threshold !== 0 && !this.collecting && this.enabled) {
      if (this.m.profile.gcInsideAllocation) this.collectGenerations();
      else {
        this.scheduled = true;
        this.m.evalBreaker = true;
      }
    }
  }

  /** PyObject_GC_Del's half of the count. */
  countFree(): void {
    const young = this.young;
    if (young.count > 0) young.count--;
  }

  /** _PyObject_GC_TRACK. */
  track(o: PyObject): void {
    if (o.gc_next !== null) throw new InvariantError(`${o.ob_type.tp_name} #${o.serial} is tracked already`);
    if (!this.makesOld) gcListAppend(o, this.young.head);
    else if (gcListIsEmpty(this.permanent)) gcListAppend(o, this.oldest.head);
    else {
      // It would have been frozen with the rest, and counted then.
      gcListAppend(o, this.permanent);
      this.lateFrozen++;
    }
  }

  /** What CPython's start-up made and ours makes when it is first needed is old at once. */
  bornOld<T>(make: () => T): T {
    const before = this.makesOld;
    this.makesOld = true;
    try {
      return make();
    } finally {
      this.makesOld = before;
    }
  }

  /** _PyObject_GC_UNTRACK; a no-op for untracked objects. */
  untrack(o: PyObject): void {
    if (o.gc_next === null) return;
    gcListRemove(o);
    o.gc_refs &= FINALIZED;
  }

  /** Runs the scheduled collection, if any (_Py_RunGC, from the eval breaker). */
  runScheduled(): void {
    if (!this.scheduled) return;
    this.scheduled = false;
    if (!this.collecting && this.enabled) this.collectGenerations();
  }

  /** gc_collect_generations: the oldest generation whose threshold is exceeded. */
  private collectGenerations(): void {
    for (let i = GENERATIONS - 1; i >= 0; i--) {
      const g = this.generations[i] as Generation;
      if (g.count <= g.threshold) continue;
      if (i === GENERATIONS - 1 && this.longLivedPending < Math.floor(this.longLivedTotal / 4)) continue;
      this.collect(i, true);
      return;
    }
  }

  /** Collects a generation and all younger ones. Answers unreachable objects found (collected + uncollectable), as gc.collect() does. */
  collect(generation: number, isAutomatic = false): number {
    if (this.collecting) return 0;
    this.collecting = true;
    this.collections++;
    try {
      this.onStart?.(generation);
      const collected = this.collectMain(generation, isAutomatic);
      if (generation === GENERATIONS - 1) this.frozenAtStart = this.m.profile.startupFrozenObjects;
      const stats = this.stats[generation] as GenerationStats;
      stats.collections++;
      stats.collected += collected;
      stats.candidates += this.candidates;
      this.onStop?.(generation, collected, 0);
      return collected;
    } finally {
      this.collecting = false;
    }
  }

  /** PyGC_Collect: what the interpreter's end asks for first; nothing while the collector is disabled. */
  collectIfEnabled(): void {
    if (this.enabled) this.collect(GENERATIONS - 1);
  }

  /** _PyGC_CollectNoFail: the last collection of an interpreter, of which no callback hears. */
  collectAtShutdown(): void {
    if (this.collecting) return;
    this.collecting = true;
    try {
      this.collectMain(GENERATIONS - 1, false);
    } finally {
      this.collecting = false;
    }
  }

  private collectMain(generation: number, isAutomatic: boolean): number {
    const { m, observer } = this;
    const next = this.generations[generation + 1];
    if ((this.debug & GcDebug.STATS) !== 0) this.reportSizes(generation);
    observer?.begin(generation, isAutomatic, this.upTo(generation));
    if (next) next.count++;
    for (let i = 0; i <= generation; i++) (this.generations[i] as Generation).count = 0;
    const young = (this.generations[generation] as Generation).head;
    for (let i = 0; i < generation; i++) gcListMerge((this.generations[i] as Generation).head, young);
    const old = next ? next.head : young;
    this.candidates = this.updateRefs(young);
    this.chargeCandidates(young);

    const unreachable = newGcList();
    const survivors = this.deduceUnreachable(young, unreachable, observer);
    for (const o of survivors.tuples) tupleMaybeUntrack(m, o);
    if (young !== old) {
      if (generation === GENERATIONS - 2) this.longLivedPending += stillTracked(survivors);
      gcListMerge(young, old);
    } else {
      if (m.profile.dictLazyTracking) for (const o of survivors.dicts) dictMaybeUntrack(m, o);
      this.longLivedPending = 0;
      this.longLivedTotal = stillTracked(survivors) + this.startupGap;
    }
    observer?.deduced(this.objectsIn(unreachable));
    if ((this.debug & GcDebug.COLLECTABLE) !== 0) this.reportCollectable(unreachable);

    let collected = handleWeakrefs(m, unreachable, old, (o) => (o.gc_refs & COLLECTING) !== 0, observer);
    this.finalizeGarbage(unreachable);
    const garbage = this.withoutResurrected(unreachable, old);
    if (m.profile.weakrefsClearedAfterFinalizers || m.profile.weakrefsOfFinalizersCleared) clearWeakrefsOf(m, garbage, observer);
    collected += gcListSize(garbage);
    observer?.clearing(this.objectsIn(garbage));
    this.deleteGarbage(garbage, old);
    // The simulated clock stands still during a collection.
    if ((this.debug & GcDebug.STATS) !== 0) m.vm.printError(`gc: done, ${collected} unreachable, 0 uncollectable, 0.0000s elapsed\n`);
    if (generation === GENERATIONS - 1) m.freeLists.clearAll();
    observer?.end(collected);
    return collected;
  }

  /** Counts the work of looking at every candidate. Where the run ends here, no object stays marked. */
  private chargeCandidates(young: PyObject): void {
    try {
      this.m.chargeWork(this.candidates * 4);
    } catch (ended) {
      for (let o = young.gc_next as PyObject; o !== young; o = o.gc_next as PyObject) o.gc_refs &= FINALIZED;
      throw ended;
    }
  }

  /** deduce_unreachable, after update_refs: leaves in `base` what outside references keep alive and moves the rest to `unreachable`. */
  private deduceUnreachable(base: PyObject, unreachable: PyObject, observer: CollectionObserver | null): Survivors {
    observer?.copied(this.objectsIn(base));
    if (observer === null) this.subtractRefs(base);
    else this.subtractRefsObserved(base, observer);
    const survivors = this.moveUnreachable(base, unreachable, observer);
    for (let o = unreachable.gc_next as PyObject; o !== unreachable; o = o.gc_next as PyObject) o.gc_refs &= ~UNREACHABLE;
    return survivors;
  }

  /**
   * update_refs: gc_refs = refcount for every object of the list; immortal ones leave for the permanent generation. Answers how many there were: a
   * large heap does not fit the host's caches, so that each walk over it costs as much as the work done on the way.
   */
  private updateRefs(list: PyObject): number {
    let count = 0;
    let o = list.gc_next as PyObject;
    while (o !== list) {
      const after = o.gc_next as PyObject;
      if (o.ob_refcnt < 0) gcListMove(o, this.permanent);
      else o.gc_refs = (o.gc_refs & FINALIZED) | COLLECTING | (o.ob_refcnt << REF_SHIFT);
      count++;
      o = after;
    }
    return count;
  }

  /** subtract_refs: takes away the references that come from within the list. */
  private subtractRefs(list: PyObject): void {
    const m = this.m;
    const visit: Visit = (child, field) => {
      if ((child.gc_refs & COLLECTING) === 0 || isHiddenField(field)) return;
      child.gc_refs -= REF_ONE;
      if (child.gc_refs < 0) throw new InvariantError(`more references to ${child.ob_type.tp_name} #${child.serial} than its count`);
    };
    for (let o = list.gc_next as PyObject; o !== list; o = o.gc_next as PyObject) o.ob_type.tp_traverse?.(m, o, visit);
  }

  /** The same, telling of each reference. */
  private subtractRefsObserved(list: PyObject, observer: CollectionObserver): void {
    for (const from of this.objectsIn(list)) {
      from.ob_type.tp_traverse?.(this.m, from, (child, field, index) => {
        if ((child.gc_refs & COLLECTING) === 0 || isHiddenField(field)) return;
        child.gc_refs -= REF_ONE;
        observer.subtracted(from, child, field, index);
      });
    }
  }

  /** move_unreachable: what an object with outside references reaches is reachable too, and may come back from `unreachable`. */
  private moveUnreachable(young: PyObject, unreachable: PyObject, observer: CollectionObserver | null): Survivors {
    const m = this.m;
    const { tuple, dict } = m.types;
    const survivors: Survivors = { count: 0, tuples: [], dicts: [] };
    const visit: Visit = (child, field) => {
      const refs = child.gc_refs;
      if ((refs & COLLECTING) === 0 || isHiddenField(field)) return;
      if ((refs & UNREACHABLE) !== 0) {
        observer?.rescued(child, o);
        gcListMove(child, young);
        child.gc_refs = (refs & FINALIZED) | COLLECTING | REF_ONE;
      } else if (refs < REF_ONE) child.gc_refs = refs | REF_ONE;
    };
    let o = young.gc_next as PyObject;
    while (o !== young) {
      if (o.gc_refs >= REF_ONE) {
        o.ob_type.tp_traverse?.(m, o, visit);
        o.gc_refs &= FINALIZED;
        survivors.count++;
        if (o.ob_type === tuple) survivors.tuples.push(o);
        else if (o.ob_type === dict) survivors.dicts.push(o);
        o = o.gc_next as PyObject;
      } else {
        const after = o.gc_next as PyObject;
        observer?.doubted(o);
        gcListMove(o, unreachable);
        o.gc_refs |= UNREACHABLE;
        o = after;
      }
    }
    return survivors;
  }

  /** finalize_garbage: `__del__` of every unreachable object, in the list's order, once in its life. */
  private finalizeGarbage(collectable: PyObject): void {
    const seen = newGcList();
    while (!gcListIsEmpty(collectable)) {
      const o = collectable.gc_next as PyObject;
      gcListMove(o, seen);
      const finalize = o.ob_type.tp_finalize;
      if (finalize === null || (o.gc_refs & FINALIZED) !== 0) continue;
      o.gc_refs |= FINALIZED;
      this.observer?.finalizing(o);
      incref(o);
      finalize(this.m, o);
      decref(this.m, o);
    }
    gcListMerge(seen, collectable);
  }

  /** handle_resurrected_objects: a second deduction over the trash; what came back to life joins `old`. */
  private withoutResurrected(unreachable: PyObject, old: PyObject): PyObject {
    const still = newGcList();
    this.updateRefs(unreachable);
    this.deduceUnreachable(unreachable, still, null);
    this.observer?.resurrected(this.objectsIn(unreachable));
    gcListMerge(unreachable, old);
    return still;
  }

  /** delete_garbage: tp_clear until nothing is left; reference counting does the rest. */
  private deleteGarbage(collectable: PyObject, old: PyObject): void {
    const m = this.m;
    while (!gcListIsEmpty(collectable)) {
      const o = collectable.gc_next as PyObject;
      if ((this.debug & GcDebug.SAVEALL) !== 0 && this.saveGarbage !== null) this.saveGarbage(o);
      else {
        const clear = o.ob_type.tp_clear;
        this.observer?.cleared(o);
        if (clear !== null) {
          incref(o);
          try {
            clear(m, o);
          } catch (trouble) {
            if (!(trouble instanceof PyRaise)) throw trouble;
            m.vm.writeUnraisable(trouble.exc, null, `in tp_clear of ${o.ob_type.tp_name}`);
          }
          decref(m, o);
        }
      }
      if (collectable.gc_next === o) {
        o.gc_refs &= FINALIZED;
        gcListMove(o, old);
      }
    }
  }

  /** show_stats_each_generations: what a collection says before it begins; like all its reports it goes to sys.stderr. */
  private reportSizes(generation: number): void {
    const sizes = this.generations.map((g) => gcListSize(g.head) + (g === this.oldest ? this.startupGap : 0));
    this.m.vm.printError(
      `gc: collecting generation ${generation}...\ngc: objects in each generation: ${sizes.join(' ')}\ngc: objects in permanent generation: ${this.freezeCount}\n`,
    );
  }

  private reportCollectable(list: PyObject): void {
    for (let o = list.gc_next as PyObject; o !== list; o = o.gc_next as PyObject) {
      this.m.vm.printError(`gc: collectable <${o.ob_type.tp_name} ${this.hexAddress(o)}>\n`);
    }
  }

  private hexAddress(o: PyObject): string {
    return '0x' + this.m.addressOfObject(o).toString(16);
  }

  private *upTo(generation: number): Iterable<PyObject> {
    for (let i = 0; i <= generation; i++) yield* this.objectsIn((this.generations[i] as Generation).head);
  }

  private *objectsIn(list: PyObject): Iterable<PyObject> {
    for (let o = list.gc_next as PyObject; o !== list; o = o.gc_next as PyObject) yield o;
  }

  /** All tracked objects, oldest generation last (gc.get_objects order: generation 0, 1, 2); not the permanent ones. */
  *tracked(generation: number | null = null): Iterable<PyObject> {
    for (let i = 0; i < GENERATIONS; i++) {
      if (generation === null || generation === i) yield* this.objectsIn((this.generations[i] as Generation).head);
    }
  }

  /** Every tracked object with its generation (3 = permanent), for snapshots. */
  forEachTracked(tell: (o: PyObject, generation: number) => void): void {
    [...this.generations.map((g) => g.head), this.permanent].forEach((head, generation) => {
      for (let o = head.gc_next as PyObject; o !== head; o = o.gc_next as PyObject) tell(o, generation);
    });
  }

  /** gc.freeze(): everything tracked moves to the permanent generation. */
  freeze(): void {
    for (const g of this.generations) {
      gcListMerge(g.head, this.permanent);
      g.count = 0;
    }
  }

  /** gc.unfreeze(): the permanent generation joins the oldest. */
  unfreeze(): void {
    gcListMerge(this.permanent, (this.generations[GENERATIONS - 1] as Generation).head);
    this.frozenAtStart = 0;
    this.lateFrozen = 0;
  }

  get freezeCount(): number {
    return gcListSize(this.permanent) - this.lateFrozen + this.frozenAtStart;
  }
}

function stillTracked({ count, tuples, dicts }: Survivors): number {
  let untracked = 0;
  for (const o of tuples) if (o.gc_next === null) untracked++;
  for (const o of dicts) if (o.gc_next === null) untracked++;
  return count - untracked;
}

/** True for references that an object owns but CPython's tp_traverse does not visit; their field names start with '~'. */
export function isHiddenField(field: string): boolean {
  return field.charCodeAt(0) === 0x7e;
}

/** gc_refs of a candidate during a collection. */
export function gcRefsOf(o: PyObject): number {
  return o.gc_refs >> REF_SHIFT;
}

/** PyObject_GC_IsFinalized. */
export function isFinalized(o: PyObject): boolean {
  return (o.gc_refs & FINALIZED) !== 0;
}

/** Marks an object as finalized (subtype_dealloc calls the finalizer itself). */
export function setFinalized(o: PyObject): void {
  o.gc_refs = (o.gc_refs & FLAGS & ~FINALIZED) | (o.gc_refs & ~FLAGS) | FINALIZED;
}

/** PyObject_IS_GC. */
export function isGcObject(o: PyObject): boolean {
  return (o.ob_type.tp_flags & TypeFlag.HAVE_GC) !== 0;
}
