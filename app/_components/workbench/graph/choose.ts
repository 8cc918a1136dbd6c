// What of a snapshot is drawn: frames with their names, cards, and groups when there would be too many cards.
import type { ObjectSerial, ObjectView } from '#lib/engine/index.ts'
import { isScaffolding, shownNames } from '../../heap/heap-model.ts'
import { shownObjects, type SnapshotIndex } from '../model/snapshot-index.ts'
import { frameKey, groupKey, objectKey, type Fold, type GraphOptions } from './graph-types.ts'
import { groupTitles } from './groups.ts'

export interface ChosenName {
  readonly label: string
  readonly target: ObjectSerial
}

export interface ChosenFrame {
  readonly key: string
  readonly title: string
  readonly current: boolean
  readonly names: readonly ChosenName[]
}

export interface ChosenGroup {
  readonly key: string
  readonly title: string
  readonly members: readonly ObjectSerial[]
  readonly open: boolean
}

export interface Chosen {
  readonly frames: readonly ChosenFrame[]
  /** In the order in which names lead to them. */
  readonly cards: readonly ObjectView[]
  readonly groups: readonly ChosenGroup[]
  /** The node that stands for an object. */
  readonly nodeOf: ReadonlyMap<ObjectSerial, string>
  readonly total: number
}

/** How many members an opened group shows one by one. */
const openedMembers = 40
/** A group of fewer is drawn as cards. */
const leastGroup = 4

export function foldOf(object: ObjectView, { folds }: GraphOptions): Fold {
  return folds.get(object.serial) ?? 'some'
}

/** Chooses. An object has a card when a name is bound to it, or when it is no atom; the program's text only on demand. */
export function choose(index: SnapshotIndex, options: GraphOptions): Chosen {
  const frames = chosenFrames(index, options)
  const bound = new Set(frames.flatMap(({ names }) => names.map(({ target }) => target)))
  const isWhole = !options.showCode && options.folds.size === 0
  const candidates = isWhole
    ? index.shown
    : shownObjects(index.snapshot, index.bySerial, { showCode: options.showCode, isFolded: (object) => foldOf(object, options) === 'folded' })
  if (candidates.length <= options.mostCards)
    return { frames, cards: candidates, groups: [], nodeOf: nodesOf(candidates, []), total: candidates.length }
  const groups = groupsOf(index, options, candidates.filter(({ serial }) => !bound.has(serial)))
  const grouped = new Set(groups.flatMap(({ members }) => members))
  const cards = candidates.filter(({ serial }) => !grouped.has(serial)).slice(0, options.mostCards * 2)
  return { frames, cards, groups, nodeOf: nodesOf(cards, groups), total: candidates.length }
}

function chosenFrames({ snapshot, bySerial }: SnapshotIndex, options: GraphOptions): ChosenFrame[] {
  const wanted = ({ target }: ChosenName) => {
    const object = bySerial.get(target)
    return object !== undefined && (options.showCode || !isScaffolding(object))
  }
  const byFrame = new Map<string, ChosenName[]>([['globals', []]])
  const { frames } = snapshot
  const titles = frameTitles(frames.map(({ name }) => name))
  frames.forEach(({ name }, place) => name !== '<module>' && byFrame.set(titles[place] ?? name, []))
  for (const { name, target } of shownNames({ ...snapshot, frames: [] })) byFrame.get('globals')?.push({ label: name, target })
  frames.forEach((frame, place) => {
    const names = byFrame.get(frame.name === '<module>' ? 'globals' : (titles[place] ?? frame.name))
    if (frame.name !== '<module>')
      for (const { name, target, kind } of frame.bindings) if (kind !== 'stack' && !/^__\w+__$/.test(name)) names?.push({ label: name, target })
    for (const target of frame.evalStack) names?.push({ label: '(temporary)', target })
  })
  const last = frames.at(-1)
  const current = last === undefined || last.name === '<module>' ? 'globals' : (titles[frames.length - 1] ?? last.name)
  return [...byFrame]
    .map(([title, names]) => ({ key: frameKey(title), title, current: title === current, names: names.filter(wanted) }))
}

/** `f()`, and `f() 2`, `f() 3` for calls within calls. */
function frameTitles(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? `${name}()` : `${name}() ${count}`
  })
}

function groupsOf(index: SnapshotIndex, options: GraphOptions, candidates: readonly ObjectView[]): ChosenGroup[] {
  const titles = groupTitles(
    index,
    candidates.map(({ serial }) => serial),
    options.grouping,
  )
  const byTitle = new Map<string, ObjectSerial[]>()
  for (const { serial } of candidates) {
    const title = titles.get(serial) ?? ''
    const members = byTitle.get(title)
    if (members === undefined) byTitle.set(title, [serial])
    else members.push(serial)
  }
  return [...byTitle]
    .filter(([, members]) => members.length >= leastGroup)
    .map(([title, members]) => {
      const key = groupKey(title)
      const open = options.openGroups.has(key)
      return { key, title, open, members: open ? members.slice(openedMembers) : members }
    })
}

function nodesOf(cards: readonly ObjectView[], groups: readonly ChosenGroup[]): Map<ObjectSerial, string> {
  const nodes = new Map<ObjectSerial, string>()
  for (const { serial } of cards) nodes.set(serial, objectKey(serial))
  for (const { key, members } of groups) for (const serial of members) nodes.set(serial, key)
  return nodes
}
