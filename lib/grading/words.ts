// Sentences about objects that are still alive: who holds them, and whether a name reaches them. Pure functions of a snapshot.
import { type Holder, type ObjectView, type Snapshot, holdersOf } from '#lib/engine/index.ts'

/** A live object as a check and a learner see it. */
export interface SurvivorView {
  readonly type: string
  /** The how-manieth object of its type that the program made, from 1. */
  readonly number: number
  readonly line: number | null
  readonly refcount: number | null
  readonly sizeBytes: number
  readonly reachable: boolean
  /** Who holds it: `Node` #1 `.next`, name `ring`. */
  readonly heldBy: readonly string[]
  readonly why: string
}

const MOST_HOLDERS = 3

/** The views of these live objects, which are part of the snapshot. */
export function survivorViews(snapshot: Snapshot, survivors: readonly ObjectView[]): SurvivorView[] {
  const namespace = namespaceSerial(snapshot)
  return survivors.map((survivor) => {
    const holders = holdersOf(snapshot, survivor.serial).filter(({ serial }) => serial === null || serial !== namespace)
    const heldBy = holders.slice(0, MOST_HOLDERS).map(holderWords)
    const number = survivor.ordinal ?? 0
    return {
      type: survivor.type,
      number,
      line: survivor.line,
      refcount: survivor.refcount,
      sizeBytes: survivor.sizeBytes,
      reachable: survivor.reachable,
      heldBy,
      why: whyAlive(survivor, number, heldBy, holders.length),
    }
  })
}

function whyAlive(survivor: ObjectView, number: number, heldBy: readonly string[], holders: number): string {
  const made = survivor.line === null ? '' : ` (made in line ${survivor.line})`
  const count = survivor.refcount === null ? 'it is immortal' : `refcount ${survivor.refcount}`
  const more = holders > heldBy.length ? ` and ${holders - heldBy.length} more` : ''
  const by = heldBy.length === 0 ? 'held by nothing that the program can name' : `held by ${heldBy.join(' and ')}${more}`
  const garbage = survivor.reachable ? '' : '. No name reaches it: only the cyclic collector could free it'
  return `\`${survivor.type}\` #${number}${made} is still alive: ${count}, ${by}${garbage}.`
}

/** The main module's dict: what it holds is told as global names already. */
function namespaceSerial({ globals, objects }: Snapshot): number | null {
  if (globals.length === 0) return null
  const holdsAll = ({ type, references }: ObjectView) => {
    if (type !== 'dict' || references.length < globals.length) return false
    const held = new Map(references.map(({ label, target }) => [label, target]))
    return globals.every(({ name, target }) => held.get(`['${name}']`) === target)
  }
  return objects.find(holdsAll)?.serial ?? null
}

function holderWords({ serial, holder, label }: Holder): string {
  if (serial === null) return holder.startsWith('module') ? `the global name \`${label}\`` : `\`${label}\` in ${holder}`
  // Functions and modules come as their repr.
  return `${holder.startsWith('<') ? `\`${holder}\`` : holder} \`${label}\``
}
