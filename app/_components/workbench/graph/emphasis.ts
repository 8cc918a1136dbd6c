// What a choice lights up in a picture: its node, and everything one wire away.
import type { ObjectSerial } from '#lib/engine/index.ts'
import type { GraphPicture } from './graph-types.ts'

interface Emphasis {
  /** The object's card, or the group that it is in. */
  readonly chosenKey: string | null
  /** The nodes that are not dimmed; null when nothing is chosen. */
  readonly near: ReadonlySet<string> | null
}

/** For the chosen object. */
export function emphasisOf({ nodes, wires }: GraphPicture, chosen: ObjectSerial | null): Emphasis {
  const node = chosen === null ? undefined : nodes.find(({ key }) => key === `o:${chosen}`) ?? nodes.find((one) => one.kind === 'group' && one.members.includes(chosen))
  if (node === undefined) return { chosenKey: null, near: null }
  const { key } = node
  return { chosenKey: key, near: new Set([key, ...wires.flatMap(({ from, to }) => (from === key ? [to] : to === key ? [from] : []))]) }
}
