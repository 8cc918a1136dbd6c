// The story on the home page, told by the engine itself: the heap after each line of a program of eight lines.
import { createMachine, type Snapshot } from '#lib/engine/index.ts'
import { shownReferences } from '../_components/heap/heap-model.ts'
import { indexSnapshot } from '../_components/workbench/model/snapshot-index.ts'

/** A line of the program with what happens to memory there. */
export interface StoryLine {
  readonly code: string
  readonly saying: string
}

export interface StoryStep {
  readonly saying: string
  readonly snapshot: Snapshot
}

const prologue = 'import gc\ngc.disable()\nclass Node: pass\n'

export const storyProgram: readonly StoryLine[] = [
  { code: 'a = Node()', saying: 'A new object. One name holds it, so its reference count is 1.' },
  { code: 'b = Node()', saying: 'A second object with a name of its own.' },
  { code: 'a.next = b', saying: 'The second object is held twice now: by its name and by the first object. Its count is 2.' },
  { code: 'b.next = a', saying: 'And back again: a cycle. Both counts are 2.' },
  { code: 'del a', saying: 'The name is gone, the object is not: the second one still holds it.' },
  { code: 'del b', saying: 'No name leads to either of them. Both counts are 1, so counting alone never frees them. They are garbage, and alive.' },
  { code: 'gc.collect()', saying: 'The collector finds that they hold only each other, and frees both.' },
]

let steps: readonly StoryStep[] | null = null

/** The heap after each line; made once. */
export function storySteps(): readonly StoryStep[] {
  steps ??= storyProgram.map(({ saying }, index) => {
    const source =
      prologue +
      storyProgram
        .slice(0, index + 1)
        .map(({ code }) => `${code}\n`)
        .join('')
    return { saying, snapshot: forPicture(createMachine({ source, python: '3.13' }).finalSnapshot()) }
  })
  return steps
}

/** Leaves out what the picture does not need, because it travels with the page. */
function forPicture(snapshot: Snapshot): Snapshot {
  const { shown } = indexSnapshot(snapshot)
  const drawn = new Set(shown.flatMap((object) => [object.serial, ...shownReferences(object).map(({ target }) => target)]))
  const objects = snapshot.objects
    .filter(({ serial }) => drawn.has(serial))
    .map((object) => ({ ...object, references: object.references.filter(({ target }) => drawn.has(target)) }))
  const globals = snapshot.globals.filter(({ target }) => drawn.has(target))
  return { ...snapshot, objects, globals, frames: [], stdout: '' }
}

const expressions = [
  'sys.getsizeof([])',
  'sys.getsizeof([1, 2, 3])',
  "sys.getsizeof('')",
  'sys.getsizeof({})',
  'sys.getsizeof(2 ** 100)',
  'a is b, after a = b = 257',
  'gc.get_threshold()',
] as const

let figures: readonly { expression: string; answer: string }[] | null = null

/** Small expressions with the engine's answers; made once. */
export function exactFigures(): readonly { readonly expression: string; readonly answer: string }[] {
  if (figures !== null) return figures
  const source = `import sys, gc\na = b = 257\n${expressions.map((expression) => `print(${expression.split(',', 1)[0] === 'a is b' ? 'a is b' : expression})\n`).join('')}`
  const answers = createMachine({ source, python: '3.13' }).run().stdout.trimEnd().split('\n')
  figures = expressions.map((expression, index) => ({ expression, answer: answers[index] ?? '' }))
  return figures
}
