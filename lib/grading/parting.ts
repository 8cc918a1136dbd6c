// Where a belief and the interpreter part: both programs run side by side, line by line, until something in the two heaps differs.
import { type Heap, isAtom } from './heap.ts'
import type { ObservedRun } from './observed-run.ts'

/** The line after which the heaps first differ, and in what. */
export interface Parting {
  readonly line: number
  readonly words: string
}

/** Finds the first difference; null when the two never differ. */
export function partingOf(real: ObservedRun, believed: ObservedRun): Parting | null {
  const [ours, theirs] = [real.moments, believed.moments]
  for (let index = 0; index < ours.length; index++) {
    const [here, there] = [ours[index], theirs[index]]
    const line = ours[index - 1]?.snapshot.line ?? 1
    if (here === undefined || there === undefined || here.snapshot.line !== there.snapshot.line) return { line, words: 'another line runs next than this idea has it' }
    const words = differenceOf(here, there)
    if (words !== null) return { line, words }
  }
  return null
}

/** A sentence about the real heap beside the believed one. It tells what the believer thinks, not the whole truth. */
function differenceOf(real: Heap, believed: Heap): string | null {
  const [here, there] = [factsOf(real), factsOf(believed)]
  for (const [fact, { said, value }] of there) {
    const found = here.get(fact)
    if (found === undefined || found.value !== value) return said
  }
  for (const [fact, { opposite }] of here) if (!there.has(fact)) return opposite
  return real.snapshot.stdout === believed.snapshot.stdout ? null : 'it prints something else there'
}

interface Fact {
  readonly value: string
  /** What is the case for the believer, and not in the heap. */
  readonly said: string
  /** What is the case in the heap, and not for the believer. */
  readonly opposite: string
}

function factsOf(heap: Heap): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>()
  const named = namedObjects(heap)
  for (const [index, [one, object]] of named.entries()) {
    for (const [other] of named.slice(index + 1).filter(([, second]) => second.serial === object.serial && !isAtom(object))) {
      const words = `\`${one}\` and \`${other}\``
      facts.set(`same ${one} ${other}`, { value: 'one', said: `${words} would be one object, but are two`, opposite: `${words} are one object, not two` })
    }
  }
  for (const [type, count] of instances(heap)) {
    facts.set(`alive ${type}`, { value: String(count), said: `${count === 1 ? `one \`${type}\`` : `${count} \`${type}\` objects`} would be alive, but that is not so`, opposite: `a \`${type}\` is still alive` })
  }
  for (const [name, object] of named) {
    if (isAddress(object.repr)) continue
    if (isAtom(object)) facts.set(`value ${name}`, { value: object.repr, said: `\`${name}\` would be ${object.repr}, but is not`, opposite: `there is a name \`${name}\`` })
    else if (object.refcount !== null) facts.set(`count ${name}`, { value: String(object.refcount), said: `the count of \`${name}\` would be ${object.refcount}, but is not`, opposite: `there is a name \`${name}\`` })
  }
  return facts
}

/** A number as large as an address: two runs have no reason to agree on it. */
function isAddress(repr: string): boolean {
  return /^\d{11,}$/.test(repr)
}

function namedObjects({ snapshot, bySerial }: Heap) {
  const frame = snapshot.frames.filter(({ name }) => name !== '<module>').at(-1)
  const bindings = [...snapshot.globals, ...(frame?.bindings ?? [])].filter(({ name }) => !name.startsWith('_') && !name.startsWith('.'))
  return bindings.flatMap(({ name, target }) => {
    const object = bySerial.get(target)
    return object === undefined || ['type', 'module', 'function', 'builtin_function_or_method'].includes(object.type) ? [] : [[name, object] as const]
  })
}

/** How many objects of the program's own classes and containers are alive; a belief's own classes begin with `_`. */
function instances({ data }: Heap): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const object of data) if (!isAtom(object) && object.line !== null && !object.type.startsWith('_')) counts.set(object.type, (counts.get(object.type) ?? 0) + 1)
  return counts
}
