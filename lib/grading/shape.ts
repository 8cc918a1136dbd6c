// Comparing the shapes of two heaps: types and values along every path, which paths lead to one object, and how often each object is held.
import type { ObjectSerial, ObjectView } from '#lib/engine/index.ts'
import { present } from '#lib/std/assert.ts'
import { type Heap, dataReferences, isAtom } from './heap.ts'

/** A heap with the objects from which it is looked at. */
export interface Shape {
  readonly heap: Heap
  readonly roots: readonly { readonly path: string; readonly serial: ObjectSerial }[]
}

/** What is compared: types and values along every path, which paths lead to one object, how often each object is held. */
export type ShapeAspect = 'objects' | 'sharing' | 'counts'

/** The first difference of each aspect, as a sentence; null where there is none. */
export type ShapeDifferences = Readonly<Record<ShapeAspect, string | null>>

const MOST_PAIRS = 20_000

/** Walks both heaps side by side. */
export function compareShapes(ours: Shape, target: Shape): ShapeDifferences {
  const walk = new Walk(ours, target)
  walk.run()
  return walk.found
}

interface Pair {
  readonly path: string
  readonly ours: ObjectView
  readonly target: ObjectView
}

class Walk {
  readonly found: Record<ShapeAspect, string | null> = { objects: null, sharing: null, counts: null }
  private readonly ours: Shape
  private readonly target: Shape
  private readonly pending: Pair[] = []
  /** For every object met, its partner and the path on which it was first met. */
  private readonly partnerOfOurs = new Map<ObjectSerial, Pair>()
  private readonly partnerOfTarget = new Map<ObjectSerial, Pair>()

  constructor(ours: Shape, target: Shape) {
    this.ours = ours
    this.target = target
  }

  run(): void {
    for (const [index, { path, serial }] of this.target.roots.entries()) this.meet(path, this.ours.roots[index]?.serial, serial)
    for (let done = 0; done < MOST_PAIRS; done++) {
      const pair = this.pending.shift()
      if (pair === undefined) return
      this.compare(pair)
    }
  }

  /** Two references at the same path: the objects behind them must be partners. */
  private meet(path: string, oursSerial: ObjectSerial | undefined, targetSerial: ObjectSerial): void {
    const ours = oursSerial === undefined ? undefined : this.ours.heap.bySerial.get(oursSerial)
    const target = present(this.target.heap.bySerial.get(targetSerial), `the target's ${path} is in its snapshot`)
    if (ours === undefined) return this.differs('objects', `There is no \`${path}\` in your heap.`)
    if (ours.type !== target.type) return this.differs('objects', `\`${path}\` is ${words(ours)} in your heap, and ${words(target)} in the target.`)
    if (isAtom(target)) return ours.repr === target.repr ? undefined : this.differs('objects', `\`${path}\` is ${ours.repr} in your heap, and ${target.repr} in the target.`)
    const pair = { path, ours, target }
    const before = this.partnerOfTarget.get(target.serial)
    const beforeOurs = this.partnerOfOurs.get(ours.serial)
    if (before !== undefined && before.ours.serial !== ours.serial) return this.differs('sharing', `\`${before.path}\` and \`${path}\` are one object in the target, and two in your heap.`)
    if (beforeOurs !== undefined && beforeOurs.target.serial !== target.serial) return this.differs('sharing', `\`${beforeOurs.path}\` and \`${path}\` are one object in your heap, and two in the target.`)
    if (before !== undefined) return
    this.partnerOfTarget.set(target.serial, pair)
    this.partnerOfOurs.set(ours.serial, pair)
    this.pending.push(pair)
  }

  private compare({ path, ours, target }: Pair): void {
    if (ours.refcount !== target.refcount && ours.refcount !== null && target.refcount !== null) {
      this.differs('counts', `\`${path}\` has reference count ${ours.refcount} in your heap, and ${target.refcount} in the target.`)
    }
    const [mine, wanted] = [referencesByLabel(ours), referencesByLabel(target)]
    for (const [label, serial] of wanted) this.meet(`${path}${label}`, mine.get(label), serial)
    for (const label of mine.keys()) if (!wanted.has(label)) this.differs('objects', `Your heap has \`${path}${label}\`; the target has no such reference.`)
  }

  private differs(aspect: ShapeAspect, sentence: string): void {
    this.found[aspect] ??= sentence
  }
}

function referencesByLabel(object: ObjectView): ReadonlyMap<string, ObjectSerial> {
  const references = dataReferences(object).filter(({ label }) => !label.startsWith('key '))
  return new Map(references.toSorted((one, other) => one.label.localeCompare(other.label, 'en', { numeric: true })).map(({ label, target }) => [label, target]))
}

function words({ type, repr }: ObjectView): string {
  return type === 'NoneType' ? 'None' : isAtomType(type) ? repr : `a \`${type}\``
}

function isAtomType(type: string): boolean {
  return ['int', 'str', 'float', 'bool', 'bytes'].includes(type)
}
