// What the views look up in one snapshot: objects by serial and by address, names of objects, holders. Made once a snapshot.
import type { ObjectSerial, ObjectView, Snapshot } from '#lib/engine/index.ts'
import { isAtom, isGarbage, isScaffolding, shownNames, shownReferences } from '../../heap/heap-model.ts'

/** Who holds an object: a name of a frame (`serial` is null) or another object. */
export interface HolderView {
  readonly serial: ObjectSerial | null
  readonly text: string
}

/** As much of an object as its name needs. */
export type Named = Pick<ObjectView, 'type' | 'ordinal'>

export interface SnapshotIndex {
  readonly snapshot: Snapshot
  readonly bySerial: ReadonlyMap<ObjectSerial, ObjectView>
  /** The program's own objects as a person counts them: what names lead to, and garbage; its text left out, numbers and texts where a name is bound to them. */
  readonly shown: readonly ObjectView[]
  isShown(serial: ObjectSerial): boolean
  holdersOf(serial: ObjectSerial): readonly HolderView[]
  /** The object whose own block holds the address. */
  objectAt(address: number): ObjectView | null
}

/** `Node #2`: the second Node that the program made. Numbers and texts are told apart by their values. */
export function nameOf(object: Named): string {
  return isAtom(object) || object.ordinal === null ? object.type : `${object.type} #${object.ordinal}`
}

/** Indexes a snapshot; nothing is computed before it is asked for. */
export function indexSnapshot(snapshot: Snapshot): SnapshotIndex {
  const bySerial = new Map(snapshot.objects.map((object) => [object.serial, object]))
  const shown = shownObjects(snapshot, bySerial)
  let shownSerials: ReadonlySet<ObjectSerial> | null = null
  let holders: Map<ObjectSerial, HolderView[]> | null = null
  let byAddress: readonly ObjectView[] | null = null
  return {
    snapshot,
    bySerial,
    shown,
    isShown: (serial) => (shownSerials ??= new Set(shown.map((object) => object.serial))).has(serial),
    holdersOf: (serial) => (holders ??= findHolders(snapshot)).get(serial) ?? [],
    objectAt: (address) => lastAtOrBelow((byAddress ??= snapshot.objects.filter(({ blockBytes }) => blockBytes > 0).toSorted((a, b) => a.address - b.address)), address),
  }
}

/** What to leave out, and where to stop. */
export interface Walk {
  readonly showCode: boolean
  readonly isFolded: (object: ObjectView) => boolean
}

const wholeWalk: Walk = { showCode: false, isFolded: () => false }

/** What names and temporaries lead to, then garbage, in this order. */
export function shownObjects(snapshot: Snapshot, bySerial: ReadonlyMap<ObjectSerial, ObjectView>, walk: Walk = wholeWalk): ObjectView[] {
  const wanted = (object: ObjectView | undefined): object is ObjectView => object !== undefined && (walk.showCode || !isScaffolding(object))
  const found = new Map<ObjectSerial, ObjectView>()
  const follow = (starts: readonly ObjectSerial[]) => {
    const pending = [...starts]
    for (let head = 0; head < pending.length; head += 1) {
      const object = bySerial.get(pending[head] ?? -1)
      if (!wanted(object) || found.has(object.serial)) continue
      found.set(object.serial, object)
      if (walk.isFolded(object)) continue
      for (const { target } of shownReferences(object)) {
        const next = bySerial.get(target)
        if (wanted(next) && !isAtom(next)) pending.push(target)
      }
    }
  }
  follow([...shownNames(snapshot).map(({ target }) => target), ...snapshot.frames.flatMap(({ evalStack }) => evalStack)])
  follow(snapshot.objects.filter((object) => isGarbage(object) && !isAtom(object)).map(({ serial }) => serial))
  return [...found.values()]
}

function findHolders(snapshot: Snapshot): Map<ObjectSerial, HolderView[]> {
  const found = new Map<ObjectSerial, HolderView[]>()
  const add = (target: ObjectSerial, holder: HolderView) => {
    const known = found.get(target)
    if (known === undefined) found.set(target, [holder])
    else known.push(holder)
  }
  for (const { target, frame, name } of shownNames(snapshot))
    add(target, { serial: null, text: frame === 'globals' ? `the name ${name}` : `the name ${name} in ${frame}` })
  for (const frame of snapshot.frames)
    for (const target of frame.evalStack) add(target, { serial: null, text: `a temporary of ${frame.name === '<module>' ? 'the module' : `${frame.name}()`}` })
  const namespaces = new Set(snapshot.objects.filter(({ type }) => type === 'module').flatMap(({ references }) => references.map(({ target }) => target)))
  for (const holder of snapshot.objects) {
    if (namespaces.has(holder.serial)) continue
    for (const { label, target } of holder.references) add(target, { serial: holder.serial, text: `${nameOf(holder)} ${label}` })
  }
  return found
}

function lastAtOrBelow(sorted: readonly ObjectView[], address: number): ObjectView | null {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.address ?? Infinity) <= address) low = middle + 1
    else high = middle
  }
  const found = sorted[low - 1]
  return found !== undefined && address < found.address + found.blockBytes ? found : null
}
