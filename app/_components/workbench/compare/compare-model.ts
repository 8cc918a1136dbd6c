// Two moments side by side: which objects correspond, and what differs. Pure.
import type { ObjectSerial, ObjectView, Snapshot } from '#lib/engine/index.ts'
import { isAtom, shownNames, shownReferences } from '../../heap/heap-model.ts'
import { nameOf, type SnapshotIndex } from '../model/snapshot-index.ts'

/** An object of one side or both. */
export interface ComparedObject {
  /** How a person gets to it: `a.next`, `values[0]`. */
  readonly path: string
  readonly left: ObjectView | null
  readonly right: ObjectView | null
  readonly differs: readonly ('type' | 'value' | 'count' | 'size')[]
}

export interface ComparedFigure {
  readonly name: string
  readonly left: number
  readonly right: number
}

export interface ComparedLine {
  readonly text: string
  readonly side: 'both' | 'left' | 'right'
}

/** Pairs what the two sides show: by serial within one run, by the names and labels that lead to it between two. */
export function compareObjects(left: SnapshotIndex, right: SnapshotIndex, isSameRun: boolean): ComparedObject[] {
  const [leftPaths, rightPaths] = [pathsOf(left), pathsOf(right)]
  const pairs = isSameRun ? new Map(left.shown.filter(({ serial }) => right.bySerial.has(serial)).map(({ serial }) => [serial, serial])) : pairedAlike(left, right, pairedByPath(leftPaths, rightPaths))
  const taken = new Set(pairs.values())
  const both = left.shown.map((object): ComparedObject => {
    const partner = right.bySerial.get(pairs.get(object.serial) ?? -1) ?? null
    const path = leftPaths.get(object.serial) ?? (partner === null ? undefined : rightPaths.get(partner.serial))
    return { path: path ?? nameOf(object), left: object, right: partner, differs: partner === null ? [] : differences(object, partner) }
  })
  const onlyRight = right.shown
    .filter(({ serial }) => !taken.has(serial))
    .map((object): ComparedObject => ({ path: rightPaths.get(object.serial) ?? nameOf(object), left: null, right: object, differs: [] }))
  return [...both, ...onlyRight]
}

export function isDifferent({ left, right, differs }: ComparedObject): boolean {
  return left === null || right === null || differs.length > 0
}

function differences(left: ObjectView, right: ObjectView): ComparedObject['differs'] {
  return [
    ...(left.type === right.type ? [] : (['type'] as const)),
    ...(left.repr === right.repr ? [] : (['value'] as const)),
    ...(left.refcount === right.refcount ? [] : (['count'] as const)),
    ...(left.sizeBytes === right.sizeBytes ? [] : (['size'] as const)),
  ]
}

/** The shortest way to every shown object, as an expression. */
function pathsOf({ snapshot, bySerial, isShown }: SnapshotIndex): Map<ObjectSerial, string> {
  const paths = new Map<ObjectSerial, string>()
  const queue: ObjectSerial[] = []
  const reach = (serial: ObjectSerial, path: string) => {
    if (paths.has(serial) || !isShown(serial)) return
    paths.set(serial, path)
    queue.push(serial)
  }
  for (const { frame, name, target } of shownNames(snapshot)) reach(target, frame === 'globals' ? name : `${frame} ${name}`)
  for (let head = 0; head < queue.length; head += 1) {
    const object = bySerial.get(queue[head] ?? -1)
    if (object === undefined || isAtom(object)) continue
    for (const { label, target } of shownReferences(object)) reach(target, `${paths.get(object.serial) ?? ''}${/^[.[(]/.test(label) ? label : ` ${label}`}`)
  }
  return paths
}

function pairedByPath(left: ReadonlyMap<ObjectSerial, string>, right: ReadonlyMap<ObjectSerial, string>): Map<ObjectSerial, ObjectSerial> {
  const byPath = new Map([...right].map(([serial, path]) => [path, serial]))
  return new Map(
    [...left].flatMap(([serial, path]) => {
      const partner = byPath.get(path)
      return partner === undefined ? [] : [[serial, partner] as const]
    }),
  )
}

/** What no name leads to is paired by type, in the order of making. */
function pairedAlike(left: SnapshotIndex, right: SnapshotIndex, pairs: Map<ObjectSerial, ObjectSerial>): Map<ObjectSerial, ObjectSerial> {
  const taken = new Set(pairs.values())
  const waiting = new Map<string, ObjectView[]>()
  for (const object of right.shown.toSorted((one, other) => one.serial - other.serial)) {
    if (!taken.has(object.serial) && !object.reachable) waiting.set(object.type, [...(waiting.get(object.type) ?? []), object])
  }
  for (const object of left.shown.toSorted((one, other) => one.serial - other.serial)) {
    const partner = pairs.has(object.serial) || object.reachable ? undefined : waiting.get(object.type)?.shift()
    if (partner !== undefined) pairs.set(object.serial, partner.serial)
  }
  return pairs
}

/** The figures of two moments. */
export function compareFigures(left: Snapshot, right: Snapshot): ComparedFigure[] {
  const figure = (name: string, of: (snapshot: Snapshot) => number): ComparedFigure => ({ name, left: of(left), right: of(right) })
  return [
    figure('steps', ({ step }) => step),
    figure('bytes alive', ({ metrics }) => metrics.liveBytes),
    figure('peak bytes', ({ metrics }) => metrics.peakBytes),
    figure('allocations', ({ metrics }) => metrics.allocations),
    figure('frees', ({ metrics }) => metrics.frees),
    figure('collections', ({ metrics }) => metrics.collections),
  ]
}

const mostLines = 400

/** Two outputs as one list of lines: common ones, and those of one side. */
export function compareLines(left: string, right: string): ComparedLine[] {
  const [a, b] = [linesOf(left), linesOf(right)]
  // Longest common subsequence, from the end.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (row !== undefined) row[j] = a[i] === b[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  const lines: ComparedLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ text: a[i] ?? '', side: 'both' })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      lines.push({ text: a[i] ?? '', side: 'left' })
      i += 1
    } else {
      lines.push({ text: b[j] ?? '', side: 'right' })
      j += 1
    }
  }
  return lines
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n').slice(0, mostLines)
}
