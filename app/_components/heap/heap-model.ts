// Questions about one snapshot that the views share: what kind an object is, which names show, who holds whom.
import type { BindingView, ObjectSerial, ObjectView, ReferenceView, Snapshot } from '#lib/engine/index.ts'

/** The families of types that a colour and a row style stand for. */
export type ObjectKind = 'number' | 'text' | 'sequence' | 'mapping' | 'code' | 'instance'

const kindByType: Record<string, ObjectKind> = {
  int: 'number',
  float: 'number',
  bool: 'number',
  complex: 'number',
  NoneType: 'number',
  ellipsis: 'number',
  NotImplementedType: 'number',
  str: 'text',
  bytes: 'text',
  bytearray: 'text',
  list: 'sequence',
  tuple: 'sequence',
  range: 'sequence',
  slice: 'sequence',
  array: 'sequence',
  deque: 'sequence',
  'collections.deque': 'sequence',
  dict: 'mapping',
  set: 'mapping',
  frozenset: 'mapping',
  mappingproxy: 'mapping',
  type: 'code',
  function: 'code',
  module: 'code',
  code: 'code',
  builtin_function_or_method: 'code',
  method: 'code',
  getset_descriptor: 'code',
  member_descriptor: 'code',
  wrapper_descriptor: 'code',
  method_descriptor: 'code',
  staticmethod: 'code',
  classmethod: 'code',
  property: 'code',
  frame: 'code',
  cell: 'code',
  'method-wrapper': 'code',
}

/** The family of an object's type; anything unknown is an instance. */
export function kindOf(object: Pick<ObjectView, 'type'>): ObjectKind {
  return kindByType[object.type] ?? 'instance'
}

/** Numbers, texts and the singletons: drawn inside their holder unless a name is bound to them. */
export function isAtom(object: Pick<ObjectView, 'type'>): boolean {
  const kind = kindOf(object)
  return kind === 'number' || kind === 'text'
}

const scaffolding = new Set([
  'type',
  'module',
  'ModuleSpec',
  '_frozen_importlib.ModuleSpec',
  'builtin_function_or_method',
  'code',
  'getset_descriptor',
  'member_descriptor',
  'wrapper_descriptor',
  'method_descriptor',
  'mappingproxy',
  'classmethod_descriptor',
])

/** What a function holds beside its text: only this is of interest in a picture. */
const functionHolds = new Set(['.__closure__', '.__defaults__', '.__kwdefaults__', '.__dict__'])

/** Classes, modules and plain functions: the program's text as objects, shown only on demand. */
export function isScaffolding(object: ObjectView): boolean {
  return scaffolding.has(object.type) || (object.type === 'function' && !object.references.some(({ label }) => functionHolds.has(label)))
}

const shownOf = new WeakMap<ObjectView, readonly ReferenceView[]>()

/** References as a person wants to read them: items in order, keys and the parts of a function's text left out. */
export function shownReferences(object: ObjectView): readonly ReferenceView[] {
  // Asked several times a picture; from one moment to the next most objects are the same.
  let shown = shownOf.get(object)
  if (shown === undefined) {
    shown = chooseReferences(object)
    shownOf.set(object, shown)
  }
  return shown
}

function chooseReferences(object: ObjectView): readonly ReferenceView[] {
  const kind = kindOf(object)
  const interesting = object.references.filter(({ label }) => {
    if (label === '.__class__' || label === '__class__') return false
    if (object.type === 'function') return functionHolds.has(label)
    return kind !== 'mapping' || !label.startsWith('key ')
  })
  return kind === 'sequence' ? interesting.toSorted((one, other) => itemIndex(one) - itemIndex(other)) : interesting
}

function itemIndex({ label }: ReferenceView): number {
  return Number(/^\[(\d+)\]$/.exec(label)?.[1] ?? -1)
}

/** A name that is shown, with the frame that it belongs to. */
export interface ShownName {
  readonly frame: string
  readonly name: string
  readonly target: ObjectSerial
}

/** Names of the globals and of every frame, without those that the interpreter made. */
export function shownNames(snapshot: Snapshot): ShownName[] {
  const visible = (frame: string, bindings: readonly BindingView[]) =>
    bindings.filter(({ name, kind }) => kind !== 'stack' && !/^__\w+__$/.test(name)).map(({ name, target }) => ({ frame, name, target }))
  const frames = snapshot.frames.filter(({ name }) => name !== '<module>').flatMap((frame) => visible(`${frame.name}()`, frame.bindings))
  return [...visible('globals', snapshot.globals), ...frames]
}

/** All objects by serial. */
export function objectsBySerial(snapshot: Snapshot): Map<ObjectSerial, ObjectView> {
  return new Map(snapshot.objects.map((object) => [object.serial, object]))
}

/** The number that tells objects of one type apart, from 1: the same that the judge's sentences use. */
function numberOf(snapshot: Snapshot, { serial, type }: ObjectView): number {
  return snapshot.objects.filter((other) => other.type === type && other.serial <= serial).length
}

/** What the picture and the judge call an object: `Node #2`. */
export function nameOf(snapshot: Snapshot, object: ObjectView): string {
  return isAtom(object) ? object.type : `${object.type} #${numberOf(snapshot, object)}`
}

/** Who holds an object: names and other objects, in the words of the picture. */
export function holdersOf(snapshot: Snapshot, serial: ObjectSerial): string[] {
  const names = shownNames(snapshot)
    .filter(({ target }) => target === serial)
    .map(({ frame, name }) => (frame === 'globals' ? `the name ${name}` : `the name ${name} in ${frame}`))
  const namespaces = new Set(snapshot.objects.filter(({ type }) => type === 'module').flatMap(({ references }) => references.map(({ target }) => target)))
  const objects = snapshot.objects
    .filter((holder) => !namespaces.has(holder.serial))
    .flatMap((holder) => holder.references.filter(({ target }) => target === serial).map(({ label }) => `${nameOf(snapshot, holder)} ${label}`))
  return [...names, ...objects]
}

/** An address as `hex(id(x))` prints it. */
export function hex(address: number): string {
  return `0x${address.toString(16)}`
}

/** The last four digits of an address: enough to tell neighbours apart in a picture. */
export function shortHex(address: number): string {
  return `0x…${address.toString(16).slice(-4)}`
}

/** Garbage: alive, unreachable, not immortal, and not the program's text. */
export function isGarbage(object: ObjectView): boolean {
  return !object.reachable && object.refcount !== null && !scaffolding.has(object.type)
}
