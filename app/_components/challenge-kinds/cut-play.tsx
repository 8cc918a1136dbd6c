'use client'
// Playing a cut: press a reference, and it is gone; press it again, and it is back. The engine says what died of it.
import type { PublicTask } from '#lib/grading/task.ts'
import type { ChallengeView } from '../workbench/challenge-view.ts'
import { CodeText } from '../code-text.tsx'
import { HeapBoard } from './heap-board.tsx'
import { ProgramView } from './program-view.tsx'
import { useBoard } from './use-board.ts'

interface CutPlayProps {
  readonly challenge: ChallengeView
  readonly task: Extract<PublicTask, { kind: 'cut' }>
  /** The cuts, one a line. */
  readonly answer: string
  readonly onChange: (answer: string) => void
}

/** The board, and what each cut did. */
export function CutPlay({ challenge, task, answer, onChange }: CutPlayProps) {
  const { board, failure } = useBoard(challenge, task.program, { cutNames: task.cutNames, cuts: answer })
  const cuts = answer.split('\n').filter((line) => line !== '')
  const press = (text: string) => onChange((cuts.includes(text) ? cuts.filter((cut) => cut !== text) : [...cuts, text]).join('\n'))
  return (
    <>
      <details className="border-b border-line">
        <summary className="px-4 py-3 text-sm font-semibold">The program that made this heap</summary>
        <ProgramView program={task.program} />
      </details>
      <HeapBoard board={board} failure={failure} verb="Cut" onPress={({ text }) => press(text)} />
      <div className="flex flex-wrap items-center gap-2 px-4 pb-2">
        <h2 className="text-base">Cuts: {cuts.length}</h2>
        <button type="button" className="button button-small" disabled={cuts.length === 0} onClick={() => onChange(cuts.slice(0, -1).join('\n'))}>
          Undo
        </button>
        <button type="button" className="button button-small" disabled={cuts.length === 0} onClick={() => onChange('')}>
          Start again
        </button>
      </div>
      <ol className="grid list-decimal gap-1 px-4 pb-4 pl-9 text-sm" aria-live="polite" aria-label="What the cuts did">
        {board?.steps.map(({ cut, died }) => (
          <li key={cut}>
            <CodeText text={`\`${cut}\`: ${died.length === 0 ? 'nothing dies of it.' : `${died.map((name) => `\`${name}\``).join(', ')} ${died.length === 1 ? 'dies' : 'die'}.`}`} />
          </li>
        ))}
      </ol>
    </>
  )
}
