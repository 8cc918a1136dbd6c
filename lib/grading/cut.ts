// Cutting references in a live program: the engine takes them away one by one, with the collector switched off, and tells what died of it.
import { type ObjectSerial, type ObjectView, type PlainValue, type Session, type Snapshot, createSession, isPythonVersion, plainInt } from '#lib/engine/index.ts'
import { assert, present } from '#lib/std/assert.ts'
import { type Edge, type Heap, dataSnapshot, edgesOf, heapOf, isAtom, ofType } from './heap.ts'
import type { CutChallenge, GoalResult, HuntChallenge, JudgeResult } from './types.ts'
import { choiceResult, refusedResult } from './verdict.ts'
import { survivorViews } from './words.ts'

/** A program that ran to its end, with the references that may be cut. */
export class CutTable {
  readonly session: Session
  readonly start: Heap
  readonly edges: readonly Edge[]

  constructor({ program, pythonVersion, limits }: Pick<CutChallenge | HuntChallenge, 'program' | 'pythonVersion' | 'limits'>, cutNames: boolean) {
    this.session = createSession({ source: program, limits, python: isPythonVersion(pythonVersion) ? pythonVersion : '3.13', gcSchedule: 'disabled' })
    const { status, message, exception } = this.session.exec()
    assert(status === 'ok', `the program must run to its end: ${exception?.traceback ?? message ?? status}`)
    this.start = heapOf(this.session.snapshot())
    this.edges = edgesOf(this.start, { names: cutNames })
  }

  /** The heap now. */
  now(): Heap {
    return heapOf(this.session.snapshot())
  }

  /** Takes one reference away; false when it is not there any more. */
  cut(edge: Edge): boolean {
    if (edge.holder === null) return this.drop(this.session.evaluate(`globals().pop('${edge.label}')`))
    const holder = this.session.hold(edge.holder)
    if (holder === null) return false
    try {
      return this.take(holder, edge.label)
    } finally {
      this.session.release(holder)
    }
  }

  private take(holder: number, label: string): boolean {
    const [, attribute] = /^\.(\w+)$/.exec(label) ?? []
    if (attribute !== undefined && SET_TO_NONE.has(label)) return this.method(holder, '__setattr__', [attribute, null])
    if (attribute !== undefined) return this.drop(this.session.call('builtins.delattr', [{ t: 'handle', handle: holder }, attribute]))
    const [, key = ''] = /^\[(.*)\]$/.exec(label) ?? []
    const [, text] = /^'(.*)'$/.exec(key) ?? []
    const index: PlainValue = text ?? plainInt(Number(key))
    // An item of a list makes place for None, so that its neighbours stay where they are.
    return this.method(holder, '__setitem__', [index, null])
  }

  private method(holder: number, name: string, args: readonly PlainValue[]): boolean {
    const method = this.session.attribute(holder, name)
    if (!method.ok) return false
    const done = this.drop(this.session.call(method.handle, args))
    this.session.release(method.handle)
    return done
  }

  private drop(outcome: ReturnType<Session['evaluate']>): boolean {
    if (outcome.ok) this.session.release(outcome.handle)
    return outcome.ok
  }
}

/** Attributes that a program takes back by binding them to None: they can't be deleted. */
const SET_TO_NONE: ReadonlySet<string> = new Set(['.__traceback__', '.__cause__', '.__context__', '.tb_next'])

/** Types whose references nobody takes back one by one. */
const CLOSED: ReadonlySet<string> = new Set(['tuple', 'set', 'frozenset', 'frame', 'traceback', 'generator', 'coroutine', 'method', 'memoryview', 'managedbuffer', 'range_iterator', 'list_iterator'])

/** Whether a program could take this reference away by itself: an attribute, an item of a list or dict, but not what a tuple, a frame or a view holds. */
function canBeCut({ start }: CutTable, { holder, label }: Edge): boolean {
  if (holder === null || SET_TO_NONE.has(label)) return true
  const type = start.bySerial.get(holder)?.type ?? ''
  if (CLOSED.has(type) || !/^\.\w+$|^\[/.test(label)) return false
  return !(type === 'function' && label === '.__closure__') && !(label === '.args' && /(Error|Exception|Exit|Interrupt|Iteration)$/.test(type))
}

/** What one cut did. */
export interface CutStep {
  readonly cut: string
  /** What the objects that died of it were called at the start. */
  readonly died: readonly string[]
}

/** What a list of cuts did, in order. */
export interface CutReport {
  readonly steps: readonly CutStep[]
  readonly end: Heap
  /** The first line that names no reference, or one that was gone. */
  readonly trouble: string | null
}

/** Performs cuts, one a line. */
export function performCuts(table: CutTable, source: string): CutReport {
  const steps: CutStep[] = []
  let heap = table.start
  const known = new Map(table.start.data.map(({ serial }) => [serial, table.start.nameOf(serial)]))
  for (const cut of cutLines(source)) {
    const edge = table.edges.find(({ text }) => text === cut)
    if (edge === undefined) return { steps, end: heap, trouble: `There is no reference “${cut}” to cut.` }
    if (!canBeCut(table, edge)) return { steps, end: heap, trouble: `“${cut}” can’t be taken away by itself: a \`${table.start.bySerial.get(edge.holder ?? -1)?.type}\` keeps what it holds as long as it lives.` }
    if (!table.cut(edge)) return { steps, end: heap, trouble: `“${cut}” was gone already: what held it had died.` }
    const after = table.now()
    const alive = new Set(after.data.map(({ serial }) => serial))
    const died = heap.data.filter((object) => !isAtom(object) && !alive.has(object.serial) && !after.bySerial.has(object.serial))
    steps.push({ cut, died: died.map(({ serial }) => known.get(serial) ?? '') })
    heap = after
  }
  return { steps, end: heap, trouble: null }
}

/** A program's heap to play on: all that was there at the start, with what became of it. */
export interface CutBoard {
  /** Objects as at the start; counts as they are now. */
  readonly snapshot: Snapshot
  readonly dead: readonly ObjectSerial[]
  readonly edges: readonly (Edge & { readonly state: 'there' | 'cut' | 'gone' | 'fixed' })[]
  readonly steps: readonly CutStep[]
}

/** What a program's board is made from. */
export type BoardOrder = Pick<CutChallenge, 'program' | 'pythonVersion' | 'limits' | 'cutNames'>

/** The board after some cuts; `fixed` is what can be marked, but not cut. */
export function cutBoard(order: BoardOrder, source: string): CutBoard {
  const table = new CutTable(order, order.cutNames)
  const { steps, end } = performCuts(table, source)
  const cut = new Set(steps.map((step) => step.cut))
  const start = dataSnapshot(table.start)
  const objects = start.objects.map((object) => {
    const now = end.bySerial.get(object.serial)
    return now === undefined ? { ...object, refcount: isAtom(object) ? object.refcount : 0 } : { ...object, refcount: now.refcount, reachable: now.reachable }
  })
  const dead = objects.filter((object) => !isAtom(object) && !end.bySerial.has(object.serial)).map(({ serial }) => serial)
  const gone = new Set(dead)
  const stateOf = (edge: Edge) => (cut.has(edge.text) ? 'cut' : gone.has(edge.holder ?? -1) ? 'gone' : canBeCut(table, edge) ? 'there' : 'fixed')
  const edges = table.edges.map((edge) => ({ ...edge, state: stateOf(edge) }) as const)
  return { snapshot: { ...start, objects }, dead, edges, steps }
}

/** The cuts of an answer. */
export function cutLines(source: string): string[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** Judges a list of cuts. */
export function judgeCuts(challenge: CutChallenge, source: string): JudgeResult {
  if (cutLines(source).length === 0) return refusedResult(challenge, 'compile-error', 'No reference is cut yet.')
  const table = new CutTable(challenge, challenge.cutNames)
  const { steps, end, trouble } = performCuts(table, source)
  if (trouble !== null) return refusedResult(challenge, 'compile-error', trouble)
  const looks: Readonly<Record<string, string | null>> = { freed: stillAlive(table.start, end, challenge.free), kept: lostFrom(table.start, end, challenge.keep) }
  const goals = challenge.goals.map(({ id, title, hidden }): GoalResult => {
    const message = looks[id]
    assert(message !== undefined, `a cut has no goal '${id}'`)
    return { id, title, hidden, passed: message === null, message }
  })
  return choiceResult(challenge, goals, { cuts: steps.length })
}

/** The objects that a type stands for, or a name like `Node #2`, at the start. */
function meant(start: Heap, what: string): readonly ObjectView[] {
  return what.includes('#') ? start.data.filter(({ serial }) => start.nameOf(serial) === what) : ofType(start, what)
}

/** A sentence about an object of these types (or names) that lives; null when none does. */
export function stillAlive(start: Heap, heap: Heap, whats: readonly string[]): string | null {
  const alive = whats.flatMap((what) => meant(start, what)).flatMap(({ serial }) => heap.bySerial.get(serial) ?? [])
  const garbage = alive.find(({ reachable }) => !reachable)
  const one = garbage ?? alive[0]
  if (one === undefined) return null
  const shown = dataSnapshot(heap, start.numbers)
  return present(survivorViews(shown, shown.objects.filter(({ serial }) => serial === one.serial))[0], 'one view for one object').why
}

/** A sentence about an object of these types that should live and does not; null when all do. */
export function lostFrom(start: Heap, end: Heap, whats: readonly string[]): string | null {
  const alive = new Set<ObjectSerial>(end.data.filter(({ reachable }) => reachable).map(({ serial }) => serial))
  const lost = whats.flatMap((what) => meant(start, what)).find(({ serial }) => !alive.has(serial))
  return lost === undefined ? null : `\`${start.nameOf(lost.serial)}\` should stay, but no name leads to it any more.`
}
