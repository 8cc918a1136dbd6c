// A collection as a row of pictures: who stands where, with which gc_refs, after each piece of the collector's work. Pure.
import type { CollectionObject, CollectionPhase, CollectionView, ObjectSerial } from '#lib/engine/index.ts'
import { nameOf } from '../model/snapshot-index.ts'

/** Where an object stands in the picture. */
export type Zone = 'candidate' | 'unsure' | 'unreachable' | 'dead'

export interface Token {
  readonly object: CollectionObject
  readonly zone: Zone
  /** null before the collector has copied the count. */
  readonly gcRefs: number | null
  /** What just happened to it. */
  readonly note: string | null
}

export interface CollectionFrame {
  readonly phase: CollectionPhase['kind'] | 'start'
  readonly title: string
  readonly sentence: string
  readonly tokens: readonly Token[]
  /** The reference that is being looked at. */
  readonly arrow: { readonly from: ObjectSerial; readonly to: ObjectSerial; readonly label: string } | null
}

/** References are subtracted one by one up to this many; more at once. */
const mostSingleSteps = 48

interface Board {
  readonly tokens: Map<ObjectSerial, Token>
  readonly nameOf: (serial: ObjectSerial) => string
}

/** All pictures of one collection, in the collector's order. */
export function collectionFrames(view: CollectionView): CollectionFrame[] {
  const byserial = new Map(view.objects.map((object) => [object.serial, object]))
  const board: Board = {
    tokens: new Map(mostTellingFirst(view).map((object) => [object.serial, { object, zone: 'candidate', gcRefs: null, note: null }])),
    nameOf: (serial) => {
      const object = byserial.get(serial)
      return object === undefined ? 'an object' : nameOf(object)
    },
  }
  const { generation, trigger, line } = view.mark
  const why = trigger === 'call' ? 'the program asked for it' : `the youngest generation had reached its threshold of ${view.thresholds[0].toLocaleString('en')}`
  const frames: CollectionFrame[] = [
    shot(board, 'start', 'Before', `Generation ${generation} is collected${line === null ? '' : ` in line ${line}`} because ${why}. ${count(view.objects.length, 'object')} to look at.`),
  ]
  for (const phase of view.phases) frames.push(...framesOf(phase, board))
  return frames
}

/** Garbage first, then what only just escaped; the rest in the collector's order. */
function mostTellingFirst({ objects, phases }: CollectionView): readonly CollectionObject[] {
  const ranks = new Map<ObjectSerial, number>()
  for (const phase of phases) {
    if (phase.kind === 'rescued') for (const { serial } of phase.serials) ranks.set(serial, 1)
    if (phase.kind === 'unreachable') for (const serial of phase.serials) ranks.set(serial, 0)
  }
  return objects.toSorted((one, other) => (ranks.get(one.serial) ?? 2) - (ranks.get(other.serial) ?? 2))
}

function framesOf(phase: CollectionPhase, board: Board): CollectionFrame[] {
  switch (phase.kind) {
    case 'candidates':
      for (const { serial, gcRefs } of phase.objects) change(board, serial, { gcRefs })
      return [shot(board, phase.kind, 'Copy the counts', 'Every candidate gets a copy of its reference count: gc_refs. The real counts are not touched.')]
    case 'subtract':
      return subtractFrames(phase, board)
    case 'tentatively-unreachable':
      for (const serial of phase.serials) change(board, serial, { zone: 'unsure', note: 'gc_refs 0' })
      return [shot(board, phase.kind, 'Perhaps unreachable', `${count(phase.serials.length, 'object')} with gc_refs 0: all their references come from other candidates. They move aside for now.`)]
    case 'rescued':
      for (const { serial, from } of phase.serials) change(board, serial, { zone: 'candidate', gcRefs: 1, note: `from ${board.nameOf(from)}` })
      return phase.serials.length === 0
        ? []
        : [shot(board, phase.kind, 'Rescue', `Whoever is held from outside keeps what it refers to: ${count(phase.serials.length, 'object')} come back, with gc_refs 1.`)]
    case 'unreachable':
      for (const serial of phase.serials) change(board, serial, { zone: 'unreachable' })
      return [
        phase.serials.length === 0
          ? shot(board, phase.kind, 'Nothing is garbage', 'Everything was reached from outside. There is nothing to free.')
          : shot(board, phase.kind, 'Unreachable', `${count(phase.serials.length, 'object')} that nothing outside reaches: garbage.`),
      ]
    case 'weak-references':
      for (const serial of phase.cleared) change(board, serial, { note: 'weak reference cleared' })
      return phase.cleared.length === 0 && phase.callbacks.length === 0
        ? []
        : [shot(board, phase.kind, 'Weak references', `Weak references to the garbage are cleared${phase.callbacks.length > 0 ? `, and ${count(phase.callbacks.length, 'callback')} called` : ''}: nobody can get at it any more.`)]
    case 'finalizers':
      for (const serial of phase.called) change(board, serial, { note: '__del__' })
      return phase.called.length === 0 ? [] : [shot(board, phase.kind, 'Finalizers', `__del__ is called on ${count(phase.called.length, 'object')}, while all of the garbage is still whole.`)]
    case 'resurrected':
      for (const serial of phase.serials) change(board, serial, { zone: 'candidate', note: 'resurrected' })
      return phase.serials.length === 0 ? [] : [shot(board, phase.kind, 'Resurrection', `A finalizer made ${count(phase.serials.length, 'object')} reachable again: they live on.`)]
    case 'cleared': {
      for (const serial of phase.cleared) change(board, serial, { note: 'tp_clear' })
      const cut = shot(board, phase.kind, 'Break the cycles', 'tp_clear makes the garbage let go of what it refers to. Reference counting frees the rest.')
      for (const serial of phase.died) change(board, serial, { zone: 'dead', note: 'freed' })
      return phase.cleared.length === 0 && phase.died.length === 0 ? [] : [cut, shot(board, phase.kind, 'Freed', `${count(phase.died.length, 'object')} freed.`)]
    }
    case 'promoted':
      for (const serial of phase.serials) change(board, serial, { note: `to generation ${phase.toGeneration}` })
      return [shot(board, phase.kind, 'Promotion', phase.serials.length === 0 ? 'Nobody is left to grow older.' : `${count(phase.serials.length, 'survivor')} move to generation ${phase.toGeneration}: they are looked at less often.`)]
    default:
      return phase satisfies never
  }
}

function subtractFrames(phase: Extract<CollectionPhase, { kind: 'subtract' }>, board: Board): CollectionFrame[] {
  const { references } = phase
  const title = 'Subtract inner references'
  if (references.length === 0) return [shot(board, phase.kind, title, 'No candidate refers to another one: nothing to subtract.')]
  if (references.length > mostSingleSteps) {
    for (const { to, gcRefs } of references) change(board, to, { gcRefs })
    return [shot(board, phase.kind, title, `${count(references.length, 'reference')} between candidates are subtracted. What is left in gc_refs comes from outside.`)]
  }
  return references.map(({ from, to, label, gcRefs }) => {
    change(board, to, { gcRefs })
    return { ...shot(board, phase.kind, title, `${board.nameOf(from)} ${label} refers to ${board.nameOf(to)}: its gc_refs goes down to ${gcRefs}.`), arrow: { from, to, label } }
  })
}

function change({ tokens }: Board, serial: ObjectSerial, what: Partial<Pick<Token, 'zone' | 'gcRefs' | 'note'>>): void {
  const token = tokens.get(serial)
  if (token !== undefined) tokens.set(serial, { ...token, ...what })
}

/** The board as it is now; its notes are said once. */
function shot(board: Board, phase: CollectionFrame['phase'], title: string, sentence: string): CollectionFrame {
  const tokens = [...board.tokens.values()]
  for (const token of tokens) if (token.note !== null) board.tokens.set(token.object.serial, { ...token, note: null })
  return { phase, title, sentence, tokens, arrow: null }
}

function count(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`
}
