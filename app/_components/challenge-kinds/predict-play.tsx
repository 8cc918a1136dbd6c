'use client'
// Predicting: the program to read, and a field for each question.
import type { PublicTask } from '#lib/grading/task.ts'
import type { GoalView } from '#lib/client/submission-client.ts'
import { CodeText } from '../code-text.tsx'
import { partsOf, withPart } from './answers.ts'
import { ProgramView } from './program-view.tsx'

interface PredictPlayProps {
  readonly task: Extract<PublicTask, { kind: 'predict' }>
  readonly seed: number
  readonly answer: string
  readonly onChange: (answer: string) => void
  readonly outcomes: readonly GoalView[]
}

/** The program and the questions. */
export function PredictPlay({ task, seed, answer, onChange, outcomes }: PredictPlayProps) {
  const parts = partsOf(answer, seed)
  const give = (id: string, text: string) => onChange(withPart(answer, seed, { id, text }))
  return (
    <>
      <ProgramView program={task.program} />
      <div className="grid gap-5 border-t border-line p-4">
        {task.questions.map((question) => {
          const outcome = outcomes.find(({ id }) => id === question.id)
          const note = outcome?.passed === false && outcome.message !== null ? outcome.message : null
          const shared = { question, value: parts.get(question.id) ?? '', note, onGive: (text: string) => give(question.id, text) }
          return question.choices.length > 0 ? <Choices key={question.id} {...shared} /> : <Field key={question.id} {...shared} />
        })}
      </div>
    </>
  )
}

interface QuestionProps {
  readonly question: PredictPlayProps['task']['questions'][number]
  readonly value: string
  readonly note: string | null
  readonly onGive: (text: string) => void
}

function Field({ question, value, note, onGive }: QuestionProps) {
  const id = `answer-${question.id}`
  return (
    <div className="field">
      <label htmlFor={id}>
        <CodeText text={question.ask} />
      </label>
      <input
        id={id}
        className="input max-w-64 font-mono"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={question.asksLine ? 'a line, or never' : ''}
        value={value}
        aria-invalid={note !== null}
        aria-describedby={note === null ? undefined : `${id}-note`}
        onChange={(event) => onGive(event.target.value)}
      />
      <Note id={`${id}-note`} text={note} />
    </div>
  )
}

function Choices({ question, value, note, onGive }: QuestionProps) {
  const id = `answer-${question.id}`
  return (
    <fieldset className="field" aria-describedby={note === null ? undefined : `${id}-note`}>
      <legend className="text-[0.9375rem] font-[560]">
        <CodeText text={question.ask} />
      </legend>
      <div className="mt-1 flex flex-wrap gap-2">
        {question.choices.map((choice) => (
          <label key={choice} className="choice">
            <input type="radio" name={id} value={choice} checked={value === choice} onChange={() => onGive(choice)} />
            <code>{choice}</code>
          </label>
        ))}
      </div>
      <Note id={`${id}-note`} text={note} />
    </fieldset>
  )
}

function Note({ id, text }: { readonly id: string; readonly text: string | null }) {
  return text === null ? null : (
    <p id={id} className="field-problem [overflow-wrap:anywhere]">
      <CodeText text={text} />
    </p>
  )
}
