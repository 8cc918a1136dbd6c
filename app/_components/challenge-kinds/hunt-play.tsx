'use client'
// Hunting: mark a line of the program, or a reference of its heap.
import { useState } from 'react'
import type { PublicTask } from '#lib/grading/task.ts'
import type { ChallengeView } from '../workbench/challenge-view.ts'
import { CodeText } from '../code-text.tsx'
import { partsOf, withPart } from './answers.ts'
import { HeapBoard } from './heap-board.tsx'
import { ProgramView } from './program-view.tsx'
import { useBoard } from './use-board.ts'

interface HuntPlayProps {
  readonly challenge: ChallengeView
  readonly task: Extract<PublicTask, { kind: 'hunt' }>
  readonly seed: number
  readonly answer: string
  readonly onChange: (answer: string) => void
}

/** What is to be found, the program, the heap. With several finds, one at a time is being marked. */
export function HuntPlay({ challenge, task, seed, answer, onChange }: HuntPlayProps) {
  const [current, setCurrent] = useState(task.finds[0]?.id ?? '')
  const { board, failure } = useBoard(challenge, task.program, { cutNames: true, cuts: '' })
  const parts = partsOf(answer, seed)
  const find = task.finds.find(({ id }) => id === current)
  const mark = (text: string) => onChange(withPart(answer, seed, { id: current, text }))
  const chosen = parts.get(current) ?? ''
  const line = Number(/^line (\d+)$/.exec(chosen)?.[1])
  return (
    <>
      <p className="px-4 pt-4 text-sm text-soft">{task.finds.length > 1 ? 'Choose a question, then press' : 'Press'} what you blame, in the list below it.</p>
      <fieldset className="grid gap-2 p-4">
        <legend className="sr-only">What to mark</legend>
        {task.finds.map(({ id, ask, mark: kind }) => (
          <label key={id} className="choice !items-start">
            <input type="radio" name="find" checked={id === current} onChange={() => setCurrent(id)} className="mt-1.5" />
            <span>
              <CodeText text={ask} />
              <span className="block font-mono text-sm text-faint">{parts.get(id) ?? (kind === 'line' ? 'no line marked yet' : 'no reference marked yet')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {find?.mark === 'line' ? <ProgramView program={task.program} marked={Number.isNaN(line) ? null : line} onMark={(at) => mark(`line ${at}`)} /> : <ProgramView program={task.program} />}
      {find?.mark === 'reference' ? <HeapBoard board={board} failure={failure} marked={new Set([chosen])} verb="Mark" onPress={({ text }) => mark(text)} /> : null}
    </>
  )
}
