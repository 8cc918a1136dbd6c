// Putting many objects into few groups: by type, by the name that leads to them, by the object that alone keeps them alive.
import type { ObjectSerial } from '#lib/engine/index.ts'
import { isGarbage, shownNames } from '../../heap/heap-model.ts'
import { nameOf, type SnapshotIndex } from '../model/snapshot-index.ts'
import type { Grouping } from './graph-types.ts'

/** For every object the title of its group; objects without one stay by themselves. */
export function groupTitles(index: SnapshotIndex, serials: readonly ObjectSerial[], grouping: Grouping): Map<ObjectSerial, string> {
  switch (grouping) {
    case 'type':
      return titled(serials, (serial) => index.bySerial.get(serial)?.type ?? '')
    case 'owner': {
      const owners = ownersOf(index)
      return titled(serials, (serial) => owners.get(serial) ?? 'not reachable from a name')
    }
    case 'dominator': {
      const keepers = keepersOf(index)
      return titled(serials, (serial) => keepers.get(serial) ?? 'not reachable from a name')
    }
    default:
      return grouping satisfies never
  }
}

function titled(serials: readonly ObjectSerial[], titleOf: (serial: ObjectSerial) => string): Map<ObjectSerial, string> {
  return new Map(serials.map((serial) => [serial, titleOf(serial)]))
}

/** The first name from which each object is reached. */
function ownersOf({ snapshot, bySerial }: SnapshotIndex): Map<ObjectSerial, string> {
  const owners = new Map<ObjectSerial, string>()
  const queue: ObjectSerial[] = []
  for (const { name, frame, target } of shownNames(snapshot)) {
    if (owners.has(target)) continue
    owners.set(target, frame === 'globals' ? `through ${name}` : `through ${name} in ${frame}`)
    queue.push(target)
  }
  for (let head = 0; head < queue.length; head += 1) {
    const serial = queue[head]
    if (serial === undefined) break
    const owner = owners.get(serial) ?? ''
    for (const { target } of bySerial.get(serial)?.references ?? []) {
      if (owners.has(target)) continue
      owners.set(target, owner)
      queue.push(target)
    }
  }
  return owners
}

/** The outermost object without which each object would die: the top of its branch in the dominator tree. */
function keepersOf(index: SnapshotIndex): Map<ObjectSerial, string> {
  const { order, parents } = depthFirst(index)
  const dominators = immediateDominators(order, parents)
  const branch = new Int32Array(order.length)
  const titles = new Map<ObjectSerial, string>()
  const ofBranch = new Map<number, string>()
  for (let place = 1; place < order.length; place += 1) {
    const above = dominators[place] ?? 0
    branch[place] = above === 0 ? place : (branch[above] ?? 0)
    const serial = order[place]
    if (serial === undefined) continue
    const top = branch[place] ?? 0
    let title = top === place ? 'held by several' : ofBranch.get(top)
    if (title === undefined) {
      const keeper = index.bySerial.get(order[top] ?? -1)
      title = keeper === undefined ? 'held by several' : `only through ${nameOf(keeper)}`
      ofBranch.set(top, title)
    }
    titles.set(serial, title)
  }
  for (const object of index.snapshot.objects) if (isGarbage(object)) titles.set(object.serial, 'unreachable')
  return titles
}

interface DepthFirst {
  /** Serials in reverse postorder; place 0 is the root above all names. */
  readonly order: readonly ObjectSerial[]
  /** Places of the holders, by place. */
  readonly parents: readonly (readonly number[])[]
}

const aboveAllNames = -1

function depthFirst({ snapshot, bySerial }: SnapshotIndex): DepthFirst {
  const roots = [...new Set(shownNames(snapshot).map(({ target }) => target))]
  const targetsOf = (serial: ObjectSerial) => (serial === aboveAllNames ? roots : (bySerial.get(serial)?.references.map(({ target }) => target) ?? []))
  const seen = new Set<ObjectSerial>([aboveAllNames])
  const postorder: ObjectSerial[] = []
  const stack: { serial: ObjectSerial; targets: readonly ObjectSerial[]; next: number }[] = [{ serial: aboveAllNames, targets: roots, next: 0 }]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const target = top.targets[top.next]
    top.next += 1
    if (target === undefined) {
      postorder.push(top.serial)
      stack.pop()
    } else if (!seen.has(target)) {
      seen.add(target)
      stack.push({ serial: target, targets: targetsOf(target), next: 0 })
    }
  }
  const order = postorder.reverse()
  const placeOf = new Map(order.map((serial, place) => [serial, place]))
  const parents: number[][] = order.map(() => [])
  for (const [place, serial] of order.entries()) {
    for (const target of targetsOf(serial)) {
      const child = placeOf.get(target)
      if (child !== undefined) parents[child]?.push(place)
    }
  }
  return { order, parents }
}

/** Cooper, Harvey and Kennedy: dominators by repeated intersection over reverse postorder. */
function immediateDominators(order: readonly ObjectSerial[], parents: DepthFirst['parents']): Int32Array {
  const dominators = new Int32Array(order.length).fill(-1)
  dominators[0] = 0
  const meet = (one: number, other: number): number => {
    let [a, b] = [one, other]
    while (a !== b) {
      while (a > b) a = dominators[a] ?? 0
      while (b > a) b = dominators[b] ?? 0
    }
    return a
  }
  for (let changed = true; changed; ) {
    changed = false
    for (let place = 1; place < order.length; place += 1) {
      let best = -1
      for (const parent of parents[place] ?? []) if ((dominators[parent] ?? -1) >= 0) best = best < 0 ? parent : meet(best, parent)
      if (dominators[place] !== best) {
        dominators[place] = best
        changed = true
      }
    }
  }
  return dominators
}
