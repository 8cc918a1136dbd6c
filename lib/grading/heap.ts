// The heap as learners see it: the data of a program, without types, modules and plain functions; what objects are called, and what every
// reference of them is called. Pure functions of a snapshot.
import type { ObjectSerial, ObjectView, ReferenceView, Snapshot } from '#lib/engine/index.ts'

/** A reference that a person can point at: a global name, or one object's hold on another. */
export interface Edge {
  /** `name ring`, `Node #2 .next`. */
  readonly text: string
  /** null: a global name. */
  readonly holder: ObjectSerial | null
  readonly label: string
  readonly target: ObjectSerial
}

/** The program's text as objects. */
const SCAFFOLDING: ReadonlySet<string> = new Set([
  'type', 'module', '_frozen_importlib.ModuleSpec', 'builtin_function_or_method', 'code', 'getset_descriptor', 'member_descriptor', 'wrapper_descriptor',
  'method_descriptor', 'classmethod_descriptor', 'staticmethod', 'classmethod', 'property', 'mappingproxy', 'function', 'abc.ABCMeta',
])

const ATOMS: ReadonlySet<string> = new Set(['int', 'float', 'bool', 'complex', 'NoneType', 'ellipsis', 'NotImplementedType', 'str', 'bytes'])

/** Numbers, texts and the singletons. */
export function isAtom({ type }: ObjectView): boolean {
  return ATOMS.has(type)
}

/** What of a function is data: closure cells and default values. */
const FUNCTION_DATA: ReadonlySet<string> = new Set(['.__closure__', '.__defaults__', '.__kwdefaults__', '.__dict__'])

/** References that lead from an object or a frame to the program's text. */
const PROGRAM_TEXT: ReadonlySet<string> = new Set(['.__class__', '.f_code', '.f_funcobj'])

/** A snapshot with its data sorted out. */
export interface Heap {
  readonly snapshot: Snapshot
  readonly bySerial: ReadonlyMap<ObjectSerial, ObjectView>
  /** Everything that names lead to and everything that is garbage, oldest first; atoms included. */
  readonly data: readonly ObjectView[]
  /** The 2 of `Node #2`: the second oldest live `Node` of the data. */
  readonly numbers: ReadonlyMap<ObjectSerial, number>
  /** `Node #2` */
  readonly nameOf: (serial: ObjectSerial) => string
}

/** Sorts out the data of a snapshot; `held` are objects that only a grader holds. */
export function heapOf(snapshot: Snapshot, held: readonly ObjectSerial[] = []): Heap {
  const bySerial = new Map(snapshot.objects.map((object) => [object.serial, object]))
  const data = dataOf(snapshot, bySerial, held)
  const numbers = numbersOf(data)
  return { snapshot, bySerial, data, numbers, nameOf: (serial) => (numbers.has(serial) ? `${bySerial.get(serial)?.type} #${numbers.get(serial)}` : `#${serial}`) }
}

function dataOf(snapshot: Snapshot, bySerial: ReadonlyMap<ObjectSerial, ObjectView>, held: readonly ObjectSerial[]): ObjectView[] {
  const seen = new Set<ObjectSerial>()
  const pending = [
    ...held,
    ...snapshot.globals.filter(({ name }) => !name.startsWith('__')).map(({ target }) => target),
    ...snapshot.frames.filter(({ name }) => name !== '<module>').flatMap(({ bindings }) => bindings.map(({ target }) => target)),
    ...snapshot.objects.filter(({ reachable, refcount, line }) => !reachable && refcount !== null && line !== null).map(({ serial }) => serial),
  ]
  for (let serial = pending.pop(); serial !== undefined; serial = pending.pop()) {
    const object = bySerial.get(serial)
    if (object === undefined || seen.has(serial)) continue
    seen.add(serial)
    pending.push(...dataReferences(object).map(({ target }) => target))
  }
  return [...seen].flatMap((serial) => bySerial.get(serial) ?? []).filter((object) => !isScaffolding(object)).sort((one, other) => one.serial - other.serial)
}

/** Functions count as data only by what they hold; types by nothing. */
function isScaffolding({ type, references }: ObjectView): boolean {
  return SCAFFOLDING.has(type) && !(type === 'function' && references.some(({ label }) => FUNCTION_DATA.has(label)))
}

/** The references of an object that lead to data. */
export function dataReferences(object: ObjectView): readonly ReferenceView[] {
  if (object.type === 'function') return object.references.filter(({ label }) => FUNCTION_DATA.has(label))
  if (SCAFFOLDING.has(object.type)) return []
  return object.references.filter(({ label }) => !PROGRAM_TEXT.has(label))
}

function numbersOf(data: readonly ObjectView[]): ReadonlyMap<ObjectSerial, number> {
  const counts = new Map<string, number>()
  return new Map(
    data.map(({ serial, type }) => {
      const number = (counts.get(type) ?? 0) + 1
      counts.set(type, number)
      return [serial, number]
    }),
  )
}

/** The snapshot with its data alone: what a picture needs. Objects are numbered as where they were first shown, so that pictures, sentences and answers agree. */
export function dataSnapshot({ snapshot, data, bySerial, numbers: own }: Heap, numbers: ReadonlyMap<ObjectSerial, number> = own): Snapshot {
  const shown = new Set(data.map(({ serial }) => serial))
  const globals = snapshot.globals.filter(({ target }) => shown.has(target))
  const atoms = [...new Set(data.flatMap(({ references }) => references.map(({ target }) => target)))].flatMap((serial) => bySerial.get(serial) ?? []).filter((object) => isAtom(object) && !shown.has(object.serial))
  const objects = [...data, ...atoms].map((object) => ({ ...object, ordinal: numbers.get(object.serial) ?? object.ordinal }))
  return { ...snapshot, objects: objects.sort((one, other) => one.serial - other.serial), globals, frames: [] }
}

/** The references that can be cut or marked: between data, atoms left out; the names first, then object by object. */
export function edgesOf(heap: Heap, { names = true }: { names?: boolean } = {}): Edge[] {
  const { snapshot, bySerial, data, nameOf } = heap
  const shown = new Set(data.map(({ serial }) => serial))
  const isObject = (serial: ObjectSerial) => {
    const object = bySerial.get(serial)
    return object !== undefined && shown.has(serial) && !isAtom(object)
  }
  const fromNames = snapshot.globals.filter(({ target }) => isObject(target)).map(({ name, target }): Edge => ({ text: `name ${name}`, holder: null, label: name, target }))
  const fromObjects = data.flatMap((holder) =>
    dataReferences(holder)
      .filter(({ target, label }) => isObject(target) && !label.startsWith('key '))
      .toSorted((one, other) => one.label.localeCompare(other.label, 'en', { numeric: true }))
      .map(({ label, target }): Edge => ({ text: `${nameOf(holder.serial)} ${label}`, holder: holder.serial, label, target })),
  )
  return names ? [...fromNames, ...fromObjects] : fromObjects
}

/** The live objects of a type. */
export function ofType({ data }: Heap, type: string): readonly ObjectView[] {
  return data.filter((object) => object.type === type)
}

/** Follows `a.next[0]` from a name of the innermost frame that has it, else from the globals; null when there is no such path. */
export function objectAt({ snapshot, bySerial }: Heap, path: string): ObjectView | null {
  const [name = '', ...steps] = path.split(/(?=[.[])/)
  const bindings = [...snapshot.frames].reverse().flatMap((frame) => frame.bindings)
  let serial = [...bindings, ...snapshot.globals].find((binding) => binding.name === name)?.target
  for (const step of steps) {
    const at = serial === undefined ? undefined : bySerial.get(serial)
    serial = at?.references.find(({ label }) => label === step)?.target
  }
  return (serial === undefined ? undefined : bySerial.get(serial)) ?? null
}
