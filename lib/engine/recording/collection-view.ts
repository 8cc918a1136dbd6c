// One collection phase by phase: written down by an observer while the collector works in a re-execution.
import type { CollectionMark, CollectionObject, CollectionPhase, CollectionView } from '../recording-types.ts';
import type { CollectionObserver } from '../gc/collector.ts';
import type { LifeWatcher, PyObject } from '../objects/object.ts';
import type { Machine } from '../machine.ts';
import type { Origins } from '../snapshot/capture.ts';
import type { ObjectSerial } from '../snapshot/schema.ts';
import { gcRefsOf } from '../gc/collector.ts';
import { labelOf } from '../snapshot/contents.ts';
import { safeRepr } from '../snapshot/safe-repr.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type Phase<K extends CollectionPhase['kind']> = Writable<Extract<CollectionPhase, { kind: K }>>;

/** Observes the `wanted`-th collection of a machine (`index` of the next one). Give it to the machine's collector and take the view at the end. */
export class CollectionRecorder implements CollectionObserver, LifeWatcher {
  private readonly m: Machine;
  private readonly mark: CollectionMark;
  private readonly origins: Origins;
  private index: number;
  private isOn = false;
  private isClearing = false;
  private counts: readonly number[] = [];
  private readonly objects = new Map<ObjectSerial, Writable<CollectionObject>>();
  private readonly died = new Set<ObjectSerial>();

  private readonly candidates: Phase<'candidates'> = { kind: 'candidates', objects: [] };
  private readonly subtract: Phase<'subtract'> = { kind: 'subtract', references: [] };
  private readonly tentative: Phase<'tentatively-unreachable'> = { kind: 'tentatively-unreachable', serials: [] };
  private readonly saved: Phase<'rescued'> = { kind: 'rescued', serials: [] };
  private readonly unreachable: Phase<'unreachable'> = { kind: 'unreachable', serials: [] };
  private readonly weak: Phase<'weak-references'> = { kind: 'weak-references', cleared: [], callbacks: [] };
  private readonly finalizers: Phase<'finalizers'> = { kind: 'finalizers', called: [] };
  private readonly risen: Phase<'resurrected'> = { kind: 'resurrected', serials: [] };
  private readonly clear: Phase<'cleared'> = { kind: 'cleared', cleared: [], died: [] };

  /** Only what the program made is shown, and what holds it: the interpreter has hundreds of objects of its own. */
  constructor(m: Machine, mark: CollectionMark, index: number, origins: Origins) {
    this.m = m;
    this.mark = mark;
    this.index = index;
    this.origins = origins;
  }

  /** The view; null if the collection has not taken place. */
  view(): CollectionView | null {
    if (this.counts.length === 0) return null;
    const { generation } = this.mark;
    const toGeneration = Math.min(2, generation + 1) as 0 | 1 | 2;
    const gone = new Set([...this.died, ...this.clear.cleared]);
    const promoted = this.candidates.objects.map(({ serial }) => serial).filter((serial) => !gone.has(serial));
    return {
      mark: this.mark,
      objects: [...this.objects.values()],
      phases: [
        this.candidates,
        this.subtract,
        this.tentative,
        this.saved,
        this.unreachable,
        this.weak,
        this.finalizers,
        this.risen,
        this.clear,
        { kind: 'promoted', serials: promoted, toGeneration },
      ],
      counts: threeOf(this.counts),
      thresholds: threeOf(this.m.gc.generations.map((g) => g.threshold)),
    };
  }

  begin(): void {
    this.isOn = this.index++ === this.mark.index;
    if (!this.isOn) return;
    this.counts = this.m.gc.generations.map((g) => g.count);
    this.m.gc.forEachTracked((o, generation) => {
      if (generation <= this.mark.generation && this.origins.isOwn(o.serial)) this.show(o, generation as 0 | 1 | 2);
    });
  }

  private show(o: PyObject, generation: 0 | 1 | 2): void {
    this.objects.set(o.serial, {
      serial: o.serial,
      type: o.ob_type.tp_name,
      ordinal: this.origins.ordinalOf(o.serial),
      repr: safeRepr(this.m, o),
      refcount: o.ob_refcnt,
      outsideReferences: o.ob_refcnt,
      generation,
    });
  }

  copied(candidates: Iterable<PyObject>): void {
    if (!this.isOn) return;
    for (const o of candidates) if (this.origins.isOwn(o.serial)) this.candidates.objects.push({ serial: o.serial, gcRefs: gcRefsOf(o) });
  }

  subtracted(from: PyObject, to: PyObject, field: string, index: number): void {
    if (!this.isOn || !this.origins.isOwn(to.serial)) return;
    if (!this.objects.has(from.serial)) this.show(from, this.mark.generation);
    const gcRefs = gcRefsOf(to);
    this.subtract.references.push({ from: from.serial, to: to.serial, label: labelOf(field, index), gcRefs });
    const object = this.objects.get(to.serial);
    if (object !== undefined) object.outsideReferences = gcRefs;
  }

  doubted(o: PyObject): void {
    if (this.isOn && this.origins.isOwn(o.serial)) this.tentative.serials.push(o.serial);
  }

  rescued(o: PyObject, from: PyObject): void {
    if (this.isOn && this.origins.isOwn(o.serial)) this.saved.serials.push({ serial: o.serial, from: from.serial });
  }

  deduced(unreachable: Iterable<PyObject>): void {
    if (this.isOn) for (const o of unreachable) this.unreachable.serials.push(o.serial);
  }

  weakrefCleared(ref: PyObject): void {
    if (this.isOn) this.weak.cleared.push(ref.serial);
  }

  callbackCalled(ref: PyObject): void {
    if (this.isOn) this.weak.callbacks.push(ref.serial);
  }

  finalizing(o: PyObject): void {
    if (this.isOn) this.finalizers.called.push(o.serial);
  }

  resurrected(survivors: Iterable<PyObject>): void {
    if (this.isOn) for (const o of survivors) this.risen.serials.push(o.serial);
  }

  clearing(): void {
    this.isClearing = this.isOn;
  }

  cleared(o: PyObject): void {
    if (this.isOn) this.clear.cleared.push(o.serial);
  }

  end(): void {
    this.isOn = this.isClearing = false;
  }

  made(): void {}

  dealloc(o: PyObject): void {
    if (this.isOn) {
      this.died.add(o.serial);
      if (this.isClearing) this.clear.died.push(o.serial);
    }
    o.ob_type.tp_dealloc(this.m, o);
  }
}

function threeOf(values: readonly number[]): readonly [number, number, number] {
  return [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0];
}
