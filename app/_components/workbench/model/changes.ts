// What happened between two moments, as the views show it and as a screen reader hears it.
import type { ObjectSerial, ObjectView } from '#lib/engine/index.ts'
import { isAtom } from '../../heap/heap-model.ts'
import { nameOf, type SnapshotIndex } from './snapshot-index.ts'

export interface Changes {
  readonly born: ReadonlySet<ObjectSerial>
  readonly died: readonly ObjectView[]
  /** By how much each reference count changed. */
  readonly counts: ReadonlyMap<ObjectSerial, number>
  /** Objects that no name reaches any more, though they did before. */
  readonly lost: ReadonlySet<ObjectSerial>
}

export const noChanges: Changes = { born: new Set(), died: [], counts: new Map(), lost: new Set() }

/** Compares two moments of one run, in either direction of time. */
export function changesBetween(before: SnapshotIndex, after: SnapshotIndex): Changes {
  const born = new Set<ObjectSerial>()
  const lost = new Set<ObjectSerial>()
  const counts = new Map<ObjectSerial, number>()
  for (const object of after.snapshot.objects) {
    const old = before.bySerial.get(object.serial)
    if (old === undefined) born.add(object.serial)
    else {
      if (old.refcount !== null && object.refcount !== null && old.refcount !== object.refcount) counts.set(object.serial, object.refcount - old.refcount)
      if (old.reachable && !object.reachable) lost.add(object.serial)
    }
  }
  const died = before.snapshot.objects.filter(({ serial, refcount }) => refcount !== null && !after.bySerial.has(serial))
  return { born, died, counts, lost }
}

const mostNamed = 4

const forth = { born: 'made', died: 'freed', lost: 'unreachable now' } as const
/** What is seen on the way back was made long ago, and what is gone is only still to come. */
const back = { born: 'there again', died: 'not yet made', lost: 'unreachable here' } as const

/** The changes in a few words; objects of the program's own making first, its text left out. */
export function changesSentence({ born, died, counts, lost }: Changes, before: SnapshotIndex, after: SnapshotIndex): string {
  const told = (object: ObjectView | undefined): object is ObjectView => object !== undefined && object.refcount !== null && after.isShown(object.serial)
  const bornObjects = [...born].map((serial) => after.bySerial.get(serial)).filter(told)
  const changed = [...counts].flatMap(([serial, delta]) => {
    const object = after.bySerial.get(serial)
    return told(object) && !isAtom(object) ? [`${nameOf(object)} has count ${object.refcount} (${delta > 0 ? '+' : '−'}${Math.abs(delta)})`] : []
  })
  const lostObjects = [...lost].map((serial) => after.bySerial.get(serial)).filter(told)
  const words = after.snapshot.step < before.snapshot.step ? back : forth
  return [
    listed(words.born, bornObjects.map((object) => called(object))),
    listed(words.died, died.filter(({ serial }) => before.isShown(serial)).map((object) => called(object))),
    listed(words.lost, lostObjects.map((object) => called(object))),
    listed('', changed),
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** `list #2`, or the value of a number or text. */
export function called(object: ObjectView): string {
  return isAtom(object) ? `${object.type} ${object.repr}` : nameOf(object)
}

function listed(word: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  const more = items.length > mostNamed ? ` and ${items.length - mostNamed} more` : ''
  return `${word === '' ? '' : `${word}: `}${items.slice(0, mostNamed).join(', ')}${more}`
}
