'use client'
// A prediction in the middle of a lesson: answered, checked by the engine in this browser, and explained at once.
import { useId, useState, type FormEvent } from 'react'
import type { GoalResult, PredictChallenge } from '#lib/grading/types.ts'
import { ProgramView } from '../challenge-kinds/program-view.tsx'
import { CodeText } from '../code-text.tsx'
import { useChecker } from '../workbench/use-checker.ts'

type Outcome = { readonly kind: 'checking' } | { readonly kind: 'said'; readonly right: boolean; readonly words: string }

/** One question about one program. */
export function QuickPrediction({ challenge }: { readonly challenge: PredictChallenge }) {
  const id = useId()
  const [answer, setAnswer] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { check } = useChecker()
  const [question] = challenge.questions
  if (question === undefined) return null
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    setOutcome({ kind: 'checking' })
    const result = await check({ challenge, source: `${question.id}: ${answer}` })
    if (result !== null) setOutcome({ kind: 'said', right: result.verdict === 'accepted', words: wordsFor(result.goals, result.message) })
  }
  const give = (text: string) => {
    setAnswer(text)
    setOutcome(null)
  }
  return (
    <form className="panel my-6 overflow-hidden" aria-label="A quick prediction" onSubmit={(event) => void ask(event)}>
      <p className="label px-4 pt-3">predict</p>
      <ProgramView program={challenge.program} />
      <div className="grid gap-3 border-t border-line p-4">
        {question.choices.length > 0 ? (
          <fieldset>
            <legend className="font-[560]">
              <CodeText text={question.ask} />
            </legend>
            <div className="mt-2 flex flex-wrap gap-2">
              {question.choices.map((choice) => (
                <label key={choice} className="choice">
                  <input type="radio" name={id} value={choice} checked={answer === choice} onChange={() => give(choice)} />
                  <code>{choice}</code>
                </label>
              ))}
            </div>
          </fieldset>
        ) : (
          <div className="field">
            <label htmlFor={id}>
              <CodeText text={question.ask} />
            </label>
            <input id={id} className="input max-w-64 font-mono" autoComplete="off" autoCapitalize="off" spellCheck={false} value={answer} onChange={(event) => give(event.target.value)} />
          </div>
        )}
        <div>
          <button type="submit" className="button button-small" disabled={answer.trim() === '' || outcome?.kind === 'checking'}>
            {outcome?.kind === 'checking' ? 'Checking…' : 'Check'}
          </button>
        </div>
        <div role="status">
          {outcome?.kind === 'said' ? (
            <p className={`notice text-sm ${outcome.right ? 'notice-good' : 'notice-bad'}`}>
              <CodeText text={outcome.words} />
            </p>
          ) : null}
        </div>
      </div>
    </form>
  )
}

function wordsFor(goals: readonly GoalResult[], message: string | null): string {
  return goals.every(({ passed }) => passed) ? 'Right: the interpreter finds the same.' : (message ?? 'That is not what the interpreter finds.')
}
